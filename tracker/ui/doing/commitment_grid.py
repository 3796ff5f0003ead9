"""The grid of *Nieuw uit debat*: a row for each commitment, with the keys of a sheet."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QColor, QGuiApplication, QIcon, QKeyEvent, QKeySequence, QPalette, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QHeaderView,
    QLineEdit,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from tracker.basics.folding import fold
from tracker.basics.formats import day_words
from tracker.basics.language import Text
from tracker.records.field import FieldSpec
from tracker.records.value_type import Reference, Suggested
from tracker.services.clipboard_cells import read_cells
from tracker.services.deadline_words import read_words
from tracker.services.from_debate import row_fields
from tracker.services.recess_calendar import calendar_of
from tracker.ui.looks.fonts import grown
from tracker.ui.looks.icons import icon
from tracker.ui.looks.tokens import tokens
from tracker.ui.record.editors.calm_combo import CalmCombo
from tracker.ui.session import Session

_NAME = Text("Toezeggingen in dit debat", "Commitments in this debate")
_READ_AS = Text("Zo gelezen uit de woorden", "Read from the words")
_Index = QModelIndex | QPersistentModelIndex
_PLACEHOLDER = Qt.ItemDataRole.UserRole
_WIDTHS_PX = {"words_said": 150, "made_by": 140, "made_to": 120, "wording": 150, "end": 116, "category": 100}
_ROW_PX, _LEAST_SUBJECT_PX = 30, 220


class CommitmentGrid(QTableWidget):
    """Enter goes down and adds a row at the end, Tab goes right, Del clears, Ctrl+V fills several rows."""

    edited = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        self.specs = row_fields()
        super().__init__(0, len(self.specs), parent)
        self.session = session
        self.said_on: date | None = None
        self._calendar = calendar_of(session.store)
        self._is_filling = False
        self.setAccessibleName(session.words(_NAME))
        self.setHorizontalHeaderLabels([session.words(spec.label) for spec in self.specs])
        self.verticalHeader().setDefaultSectionSize(grown(_ROW_PX))
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setWordWrap(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        triggers = QAbstractItemView.EditTrigger
        self.setEditTriggers(triggers.DoubleClicked | triggers.EditKeyPressed | triggers.AnyKeyPressed)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        for column, spec in enumerate(self.specs):
            self.setColumnWidth(column, grown(_WIDTHS_PX.get(spec.name, 120)))
            self.setItemDelegateForColumn(column, _CellDelegate(spec, self._words_for(spec), self))
        header.setMinimumSectionSize(80)
        self.cellChanged.connect(self._on_cell)
        self.add_row()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let the subject have the room that is left, and never too little of it: then the rest is scrolled to."""
        super().resizeEvent(event)
        others = sum(self.columnWidth(column) for column in range(1, self.columnCount()))
        self.setColumnWidth(0, max(grown(_LEAST_SUBJECT_PX), self.viewport().width() - others))

    def add_row(self, words: Mapping[str, str] | None = None) -> int:
        """Add a row at the end and give its place."""
        row = self.rowCount()
        self._is_filling = True
        self.insertRow(row)
        for column, spec in enumerate(self.specs):
            self.setItem(row, column, QTableWidgetItem((words or {}).get(spec.name, "")))
        self._is_filling = False
        self._read_deadline(row)
        return row

    def remove_row(self) -> None:
        """Take the current row out; one always stays."""
        row = self.currentRow()
        if row >= 0:
            self.removeRow(row)
            if not self.rowCount():
                self.add_row()
            self.setCurrentCell(min(row, self.rowCount() - 1), max(0, self.currentColumn()))
            self.edited.emit()

    def rows(self) -> tuple[list[int], list[dict[str, str]]]:
        """Give the places of the rows in which something stands, and what stands in them, by field."""
        filled = [(row, self._words_in(row)) for row in range(self.rowCount())]
        filled = [(row, words) for row, words in filled if any(words.values())]
        return [row for row, _ in filled], [words for _, words in filled]

    def show_rows(self, rows: Sequence[Mapping[str, str]]) -> None:
        """Show these rows in the place of all others."""
        self.setRowCount(0)
        for words in rows:
            self.add_row(words)
        if not rows:
            self.add_row()
        self.edited.emit()

    def show_faults(self, faults: Mapping[tuple[int, str], str]) -> None:
        """Mark the cells that are at fault, by row and field; their tooltip says why."""
        self._is_filling = True
        for row in range(self.rowCount()):
            for column, spec in enumerate(self.specs):
                cell, fault = self.item(row, column), faults.get((row, spec.name), "")
                if cell is not None:
                    cell.setIcon(icon("circle-alert", "late") if fault else QIcon())
                    cell.setToolTip(fault)
        self._is_filling = False
        if faults:
            self.setCurrentCell(*min((row, self._place(name)) for row, name in faults))
            self.setFocus()

    def set_said_on(self, day: date | None) -> None:
        """Read the words of all deadlines as said on this day."""
        self.said_on = day
        for row in range(self.rowCount()):
            self._read_deadline(row)

    def paste(self) -> None:
        """Fill cells from the clipboard, from the current cell on; rows are added as needed."""
        mime = QGuiApplication.clipboard().mimeData()
        cells = read_cells(mime.text(), mime.html() if mime.hasHtml() else "")
        first_row, first_column = max(0, self.currentRow()), max(0, self.currentColumn())
        for down, texts in enumerate(cells):
            row = first_row + down
            if row >= self.rowCount():
                self.add_row()
            for right, text in enumerate(texts[: len(self.specs) - first_column]):
                cell = self.item(row, first_column + right)
                if cell is not None:
                    cell.setText(text)

    # --- Qt -----------------------------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Paste):
            self.paste()
        elif event.key() == Qt.Key.Key_Delete and self.currentItem() is not None:
            self.currentItem().setText("")
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not event.modifiers():
            self.go_down()
        else:
            super().keyPressEvent(event)

    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        """Go to the next row after Enter in a cell, as a sheet does."""
        super().closeEditor(editor, hint)
        if hint == QAbstractItemDelegate.EndEditHint.SubmitModelCache:
            self.go_down()

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002 - Qt's own name
        """Let Tab walk the cells, and leave the grid from its last (or first) one: no trap for the keyboard."""
        last = self.rowCount() - 1, self.columnCount() - 1
        at_edge = (self.currentRow(), self.currentColumn()) == (last if next else (0, 0))
        self.setTabKeyNavigation(not at_edge)
        return super().focusNextPrevChild(next)

    def go_down(self) -> None:
        """Go to the row below, to its first cell; at the end a row is added where this one is filled in."""
        row = self.currentRow()
        if row == self.rowCount() - 1:
            if not any(self._words_in(row).values()):
                return
            self.add_row()
        self.setCurrentCell(row + 1, 0)

    # --- helpers ------------------------------------------------------------------------------------------------------

    def _place(self, name: str) -> int:
        return next(place for place, spec in enumerate(self.specs) if spec.name == name)

    def _words_in(self, row: int) -> dict[str, str]:
        cells = [self.item(row, column) for column in range(self.columnCount())]
        return {
            spec.name: cell.text().strip() for spec, cell in zip(self.specs, cells, strict=True) if cell is not None
        }

    def _on_cell(self, row: int, column: int) -> None:
        if self._is_filling:
            return
        if self.specs[column].name in {"wording", "end"}:
            self._read_deadline(row)
        cell = self.item(row, column)
        if cell is not None and cell.toolTip():
            self._is_filling = True
            cell.setIcon(QIcon())
            cell.setToolTip("")
            self._is_filling = False
        self.edited.emit()

    def _read_deadline(self, row: int) -> None:
        """Show in the cell of the last day, faintly, what the words say."""
        wording = self._words_in(row).get("wording", "")
        reading = read_words(wording, self.said_on, self._calendar) if wording and self.said_on is not None else None
        cell = self.item(row, self._place("end"))
        if cell is None:
            return
        end = None if reading is None else reading.end
        self._is_filling = True
        cell.setData(_PLACEHOLDER, "" if end is None else day_words(end, self.session.language))
        if reading is not None:
            cell.setToolTip(f"{self.session.words(_READ_AS)}: {self.session.words(reading.reason)}")
        self._is_filling = False

    def _words_for(self, spec: FieldSpec) -> Callable[[], list[str]]:
        value_type = spec.type
        if isinstance(value_type, Suggested):
            usual = value_type.words(self.session.language)
            return lambda: usual
        if isinstance(value_type, Reference):
            entity = value_type.entity
            return lambda: sorted(self.session.store.names().of(entity, self.session.language).values(), key=fold)
        return list


class _CellDelegate(QStyledItemDelegate):
    """Edits a cell in a line, with known words offered; Enter commits and goes down."""

    def __init__(self, spec: FieldSpec, words: Callable[[], list[str]], grid: CommitmentGrid) -> None:
        super().__init__(grid)
        self._spec, self._words = spec, words

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: _Index) -> QWidget:
        words = self._words()
        if not words:
            return QLineEdit(parent)
        combo = CalmCombo(is_open=True, parent=parent)
        combo.addItems(words)
        return combo

    def setEditorData(self, editor: QWidget, index: _Index) -> None:
        text = str(index.data() or "")
        if isinstance(editor, CalmCombo):
            editor.setEditText(text)
        elif isinstance(editor, QLineEdit):
            editor.setText(text)

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: _Index) -> None:
        if isinstance(editor, CalmCombo):
            model.setData(index, editor.currentText())
        elif isinstance(editor, QLineEdit):
            model.setData(index, editor.text())

    def initStyleOption(self, option: QStyleOptionViewItem, index: _Index) -> None:
        super().initStyleOption(option, index)
        placeholder = index.data(_PLACEHOLDER)
        if placeholder and not index.data():
            option.text = str(placeholder)
            option.font.setItalic(True)
            option.palette.setColor(QPalette.ColorRole.Text, QColor(tokens().faint))
