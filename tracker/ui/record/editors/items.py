"""The input for small records inside a record: a little table with a row for each, and + and −."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableWidget,
    QTableWidgetItem,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from tracker.basics.errors import InvalidValue
from tracker.basics.language import Text
from tracker.records.field import FieldSpec
from tracker.records.item import Item
from tracker.records.value_type import Choice, Items, YesNo
from tracker.ui.record.editors.calm_combo import CalmCombo
from tracker.ui.record.editors.field_editor import FieldEditor
from tracker.ui.record.looks import dress_button
from tracker.ui.session import Session

_ADD = Text("Regel toevoegen", "Add a row")
_REMOVE = Text("Regel weghalen", "Remove the row")
_ROW = Text("Regel", "Row")
_MOST_ROWS_SEEN = 8


class ItemsEditor(FieldEditor):
    """A table whose columns come from the item's own declaration."""

    spans_form = True

    def __init__(self, spec: FieldSpec, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(spec, session, parent)
        self._item: Any = spec.type.item if isinstance(spec.type, Items) else Item
        self._parts: tuple[FieldSpec, ...] = self._item.parts()
        self.table = _ItemTable(self._parts, session)
        self.table.itemChanged.connect(self._on_changed)
        self.add_button, self.remove_button = QToolButton(), QToolButton()
        for button, icon, words in ((self.add_button, "plus", _ADD), (self.remove_button, "minus", _REMOVE)):
            dress_button(button, icon, f"{session.words(words)} ({session.words(spec.label)})")
        self.table.row_wanted.connect(self._add_row)
        self.table.removal_wanted.connect(self._remove_row)
        self.add_button.clicked.connect(self._add_row)
        self.remove_button.clicked.connect(self._remove_row)
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self.table)
        row = QHBoxLayout()
        row.setSpacing(2)
        row.addWidget(self.add_button)
        row.addWidget(self.remove_button)
        row.addStretch()
        column.addLayout(row)
        self.put(whole, self.table)

    def value(self) -> tuple[Any, ...]:
        items, faults = [], []
        for row in range(self.table.rowCount()):
            words = self._row_words(row)
            if not any(words.values()):
                continue
            values = {}
            for part in self._parts:
                try:
                    values[part.name] = part.type.parse(words[part.name])
                except InvalidValue as error:
                    faults.append((row + 1, error.words))
            if len(values) == len(self._parts):
                items.append(self._item(**values))
        if faults:
            raise InvalidValue(
                " ".join(f"{_ROW.nl} {row}: {fault.nl}" for row, fault in faults),
                " ".join(f"{_ROW.en} {row}: {fault.en}" for row, fault in faults),
            )
        return tuple(items)

    def state(self) -> object:
        rows = [tuple(self._row_words(row).values()) for row in range(self.table.rowCount())]
        return tuple(row for row in rows if any(row))

    def show_value(self, value: Any) -> None:
        self.table.setRowCount(0)
        for item in value or ():
            self.table.append(
                {part.name: part.type.text(getattr(item, part.name), self.session.language) for part in self._parts}
            )
        self.table.fit()

    def kept(self) -> Any:
        return [list(self._row_words(row).values()) for row in range(self.table.rowCount())]

    def show_kept(self, kept: Any) -> None:
        self.table.setRowCount(0)
        for words in kept or ():
            self.table.append({part.name: str(word) for part, word in zip(self._parts, words, strict=False)})
        self.table.fit()

    def set_read_only(self, read_only: bool) -> None:
        triggers = QAbstractItemView.EditTrigger
        on = triggers.DoubleClicked | triggers.EditKeyPressed | triggers.AnyKeyPressed
        self.table.setEditTriggers(triggers.NoEditTriggers if read_only else on)
        self.table.ticks_enabled = not read_only
        self.add_button.setEnabled(not read_only)
        self.remove_button.setEnabled(not read_only)

    def _row_words(self, row: int) -> dict[str, str]:
        return {part.name: self.table.words(row, column) for column, part in enumerate(self._parts)}

    def _add_row(self) -> None:
        self.table.append({})
        self.table.fit()
        last = self.table.rowCount() - 1
        self.table.setCurrentCell(last, 0)
        self.table.setFocus()
        self.table.edit(self.table.model().index(last, 0))
        self.tell_changed()

    def _remove_row(self) -> None:
        row = self.table.currentRow()
        if row >= 0:
            self.table.removeRow(row)
            self.table.fit()
            self.tell_changed()

    def _on_changed(self) -> None:
        self.table.resizeRowsToContents()
        self.table.fit()
        self.tell_changed()


class _ItemTable(QTableWidget):
    """The table itself: as high as its rows, its widest column takes the room that is left.

    Ins adds a row, Del empties a cell, Ctrl+Del takes the row away; Enter edits a cell, also the first of a new row.
    """

    row_wanted = Signal()
    removal_wanted = Signal()

    def __init__(self, parts: tuple[FieldSpec, ...], session: Session) -> None:
        super().__init__(0, len(parts))
        self._parts = parts
        self._session = session
        self.ticks_enabled = True
        self.setHorizontalHeaderLabels([session.words(part.label) for part in parts])
        self.verticalHeader().hide()
        self.setTabKeyNavigation(False)  # Tab goes on to the next field; the arrows walk the cells
        self.setWordWrap(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        header = self.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setMinimumSectionSize(40)
        header.setHighlightSections(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        for column, part in enumerate(parts):
            if isinstance(part.type, Choice):
                self.setItemDelegateForColumn(column, _ChoiceDelegate(part.type, session, self))
        self.fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        may_change = self.editTriggers() != QAbstractItemView.EditTrigger.NoEditTriggers
        is_editable = self.currentRow() >= 0 and bool(self.currentItem().flags() & Qt.ItemFlag.ItemIsEditable)
        enters = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not event.modifiers()
        if not may_change:
            super().keyPressEvent(event)
        elif event.key() == Qt.Key.Key_Insert or (enters and self.rowCount() == 0):
            self.row_wanted.emit()
        elif event.key() == Qt.Key.Key_Delete and event.modifiers() == Qt.KeyboardModifier.ControlModifier:
            self.removal_wanted.emit()
        elif event.key() == Qt.Key.Key_Delete and is_editable:
            self.currentItem().setText("")
        elif enters and is_editable:
            self.editItem(self.currentItem())
        else:
            super().keyPressEvent(event)

    def append(self, words: dict[str, str]) -> None:
        row = self.rowCount()
        self.insertRow(row)
        for column, part in enumerate(self._parts):
            text = words.get(part.name, "")
            cell = QTableWidgetItem()
            if isinstance(part.type, YesNo):
                cell.setFlags(cell.flags() & ~Qt.ItemFlag.ItemIsEditable | Qt.ItemFlag.ItemIsUserCheckable)
                cell.setCheckState(Qt.CheckState.Checked if text else Qt.CheckState.Unchecked)
            else:
                cell.setText(text)
                cell.setToolTip(text)
            self.setItem(row, column, cell)
        self.resizeRowToContents(row)

    def words(self, row: int, column: int) -> str:
        cell = self.item(row, column)
        if cell is None:
            return ""
        part = self._parts[column]
        if isinstance(part.type, YesNo):
            ticked = cell.checkState() is Qt.CheckState.Checked
            return part.type.text(ticked, self._session.language)
        return cell.text().strip()

    def fit(self) -> None:
        """Be as high as the rows, up to a limit."""
        rows = sum(self.rowHeight(row) for row in range(min(self.rowCount(), _MOST_ROWS_SEEN)))
        bar = self.horizontalScrollBar()
        wide = sum(self.columnWidth(column) for column in range(self.columnCount())) > self.viewport().width()
        height = self.horizontalHeader().sizeHint().height() + max(rows, 30) + 2
        self.setFixedHeight(height + (bar.sizeHint().height() if wide else 0))

    def minimumSizeHint(self) -> QSize:
        return QSize(120, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_width()

    def _share_width(self) -> None:
        wanted = [max(part.width_px, self._header_width(part)) for part in self._parts]
        room = self.viewport().width() - sum(wanted)
        widest = wanted.index(max(wanted))
        least = max(110, self._header_width(self._parts[widest]))
        wanted[widest] = max(least, wanted[widest] + room)
        for column, width in enumerate(wanted):
            self.setColumnWidth(column, width)
        self.resizeRowsToContents()
        self.fit()

    def _header_width(self, part: FieldSpec) -> int:
        return self.fontMetrics().horizontalAdvance(self._session.words(part.label)) + 24


class _ChoiceDelegate(QStyledItemDelegate):
    """Edits a cell with the words of a closed list."""

    def __init__(self, choice: Choice, session: Session, parent: QWidget) -> None:
        super().__init__(parent)
        self._words = [session.words(words) for _, words in choice.words]

    def createEditor(
        self, parent: QWidget, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QWidget:
        combo = CalmCombo(parent=parent)
        combo.addItems(["", *self._words])
        return combo

    def setEditorData(self, editor: QWidget, index: QModelIndex | QPersistentModelIndex) -> None:
        if isinstance(editor, CalmCombo):
            editor.setCurrentText(str(index.data() or ""))

    def setModelData(
        self, editor: QWidget, model: QAbstractItemModel, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        if isinstance(editor, CalmCombo):
            model.setData(index, editor.currentText())
