"""The table itself: fixed rows, own painters, what its keys ask for, and a choice that survives sorting."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from PySide6.QtCore import QEvent, QModelIndex, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QGuiApplication, QKeyEvent, QPaintEvent, QRegion, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from tracker.ui.listing.cell_table import REFERENCE, CellTable
from tracker.ui.listing.column_widths import ColumnWidths, rows_in_sight
from tracker.ui.listing.columns import Column
from tracker.ui.listing.frozen import FrozenColumns
from tracker.ui.listing.header import ListHeader
from tracker.ui.listing.heights import LOWEST_PX, row_px
from tracker.ui.listing.model import RecordModel
from tracker.ui.listing.painter import RowPainter

_SHIFT, _CONTROL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier
_NO_KEY = Qt.KeyboardModifier.NoModifier
_ENTERS = frozenset((Qt.Key.Key_Return, Qt.Key.Key_Enter))
_CHOOSING = _ENTERS | {Qt.Key.Key_Space, Qt.Key.Key_Up, Qt.Key.Key_Down}
"""What chooses the row in which the focus only stands."""


class RecordList(CellTable):
    """Shows the model's rows. ``chosen`` carries the id of the current record, or None."""

    chosen = Signal(object)
    selection_count_changed = Signal(int)
    resized = Signal(int)
    scrolled = Signal()
    delete_wanted = Signal()
    clear_wanted = Signal()
    """Del with cells chosen, not rows."""
    open_wanted = Signal()
    """Enter on a row: the user wants to work on the chosen record."""
    edit_wanted = Signal(object)
    """The current cell is to be edited: carries what was typed over it, or None where its own text stays."""
    today_wanted = Signal()
    cut_wanted = Signal()
    choices_wanted = Signal()
    history_wanted = Signal()
    sort_wanted = Signal(str, bool)
    """Carries a column's key, and whether it comes after those that sort already."""
    group_toggled = Signal(int)
    columns_moved = Signal(list)
    """Carries the keys of the columns in the order in which the user put them."""
    widths_changed = Signal()
    header_menu_wanted = Signal(str, QPoint)
    cell_menu_wanted = Signal(int, str, QPoint)

    def __init__(self, model: RecordModel, parent: QWidget | None = None) -> None:
        super().__init__(model, parent)
        self._is_quiet = False
        self._is_open_elsewhere = False
        self._views: list[QTableView] = [self]
        self._current: int | None = None
        self._density, self._finds = "normal", False
        self.list_header = ListHeader(model, self)
        self.setHorizontalHeader(self.list_header)
        self.setModel(model)
        self.painter_of_rows = RowPainter(self, model)
        self.setItemDelegate(self.painter_of_rows)
        self._set_behaviour()
        self.widths = ColumnWidths(self, model, self.painter_of_rows, self.widths_changed.emit)
        self.frozen = FrozenColumns(self, model)
        self._views.append(self.frozen)
        for view in (self, self.frozen):
            self._listen_to(view)
        self.widths.fit()

    @property
    def current_id(self) -> int | None:
        """Give the id of the current record, or None."""
        return self._current

    @property
    def current_column(self) -> Column | None:
        """Give the column of the current cell, or None where no cell is current."""
        place = self.currentIndex().column()
        return self.records.columns[place] if 0 <= place < len(self.records.columns) else None

    # --- how it looks -------------------------------------------------------------------------------------------------

    def show_columns(self, columns: tuple[Column, ...]) -> None:
        """Show other columns, with the same record chosen."""
        if columns != self.records.columns:
            self._keeping_current(lambda: self.records.show_columns(columns))
        self.widths.fit()
        self.frozen.follow()

    def bring_column(self, key: str) -> None:
        """Scroll a column into sight; the rows stay where they are."""
        self.updateGeometries()  # the bar reaches over columns that came just now
        place, bar = self._place_of(key), self.horizontalScrollBar()
        left, width = self.columnViewportPosition(place), self.columnWidth(place)
        if left + width > self.viewport().width():
            bar.setValue(bar.value() + left + width - self.viewport().width())
        elif left < 0:
            bar.setValue(bar.value() + left)

    def freeze(self, count: int) -> None:
        """Keep the first columns at the left while the others scroll; 0: none."""
        self.frozen.count = count
        self.frozen.follow()

    def show_sort(self, keys: Sequence[tuple[str, bool]], filtered: Iterable[str] = ()) -> None:
        """Show in the header which columns sort, and which are filtered."""
        marked = frozenset(filtered)
        for header in (self.list_header, self.frozen.list_header):
            header.show_sort(keys)
            header.show_filtered(marked)

    def set_density(self, density: str) -> None:
        """Make rows higher or lower (see ``heights``)."""
        self._density = density
        self._set_heights()

    def show_drop_row(self, row: int) -> None:
        """Mark the row on which something would be dropped; -1: none."""
        if row != self.drop_row:
            self.drop_row = row
            self._repaint()

    def rows_in_sight(self) -> tuple[int, int]:
        """Give the first and the last row that can be seen; the last lies before the first where there are none."""
        return rows_in_sight(self)

    # --- the chosen record --------------------------------------------------------------------------------------------

    def change_rows(self, change: Callable[[], None]) -> None:
        """Run a change of rows; the current record stays current and, where it can, at its place on the screen."""
        self._keeping_current(change)

    def choose(self, record_id: int | None, *, quietly: bool = False) -> bool:
        """Make a record the current one. Gives whether the list holds it. Quietly: without telling."""
        row = -1 if record_id is None else self.records.row_of(record_id)
        self._is_open_elsewhere = record_id is not None and row < 0
        was_quiet, self._is_quiet = self._is_quiet, quietly or self._is_quiet
        try:
            if row < 0:
                self.selectionModel().clear()
                self._current = None
                return False
            index = self.records.index(row, self._place_of(REFERENCE))
            self.pick(index, as_rows=True)
            self._current = record_id
            self.scrollTo(index, QAbstractItemView.ScrollHint.EnsureVisible)
            return True
        finally:
            self._is_quiet = was_quiet

    def walk(self, rows: int, *, around: bool = False) -> None:
        """Go some rows down, or up where negative; at the ends it stays, or goes on at the other end."""
        step = 1 if rows > 0 else -1
        current = self.currentIndex()
        start = current.row() + rows if current.isValid() else 0
        row = self.records.next_record_row(start, step)
        if row is None and around:
            row = self.records.next_record_row(0 if step > 0 else self.records.rowCount() - 1, step)
        if row is not None:
            self.choose_row(row)

    def choose_near(self, row: int) -> bool:
        """Make the record in a row the current one, or else the next one before it. Gives whether there is any."""
        found = self.records.next_record_row(row, 1)
        if found is None:
            found = self.records.next_record_row(self.records.rowCount() - 1, -1)
        return found is not None and self.choose(self.records.id_at(found))

    def choose_first(self) -> None:
        """Make the first record the current one."""
        self._go_to_end(is_first=True)

    def choose_row(self, row: int) -> None:
        """Make the record in a row the current one, also where it stands in other rows too."""
        index = self.records.index(row, max(0, self.currentIndex().column()))
        self.pick(index, as_rows=self.picked.is_rows or not self.picked.blocks)

    def go(self, rows: int, columns: int) -> None:
        """Make another cell current, some rows down and columns to the right; at the ends it stays."""
        at, step = self.currentIndex(), 1 if rows >= 0 else -1
        row = self.records.next_record_row(at.row() + rows, step)
        column = min(max(0, at.column() + columns), len(self.records.columns) - 1)
        self.pick(self.records.index(at.row() if row is None else row, column))

    # --- Qt -----------------------------------------------------------------------------------------------------------

    def currentChanged(self, current: QModelIndex, previous: QModelIndex) -> None:  # type: ignore[override]
        super().currentChanged(current, previous)
        self._repaint()
        if self._is_quiet or self.records.group_place(current.row()) is not None:
            return
        found = self.records.id_at(current.row()) if current.isValid() else None
        if found != self._current:
            self._current, self._is_open_elsewhere = found, False
            self.chosen.emit(found)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        group = self.records.group_place(self.currentIndex().row())
        if self._stands_only and group is None and not modifiers and event.key() in _CHOOSING:
            self._choose_standing()
        elif group is not None and not modifiers and self._toggles(event.key()):
            self.group_toggled.emit(group)
        elif self.takes_selecting_key(event) or (group is None and self._takes_key(event.key(), modifiers)):
            event.accept()
        elif group is None and _is_typing(event):
            self.edit_wanted.emit(event.text())
        elif modifiers & ~_SHIFT or not event.text().isprintable() or not event.text():
            super().keyPressEvent(event)  # not for letters: Qt would go to a row that begins with them

    def _takes_key(self, key: int, modifiers: Qt.KeyboardModifier) -> bool:
        """Do what a key asks of the chosen cells or rows. Gives whether it asks anything."""
        as_rows = self.picked.is_rows
        asked = self._asks().get((Qt.Key(key), modifiers))
        if asked is not None:
            asked()
        elif key in _ENTERS and modifiers in {_NO_KEY, _SHIFT}:
            if as_rows and not modifiers:
                self.open_wanted.emit()
            else:
                self.go(-1 if modifiers else 1, 0)
        elif key in {Qt.Key.Key_Home, Qt.Key.Key_End} and (modifiers == _CONTROL or (as_rows and not modifiers)):
            self._go_to_end(is_first=key == Qt.Key.Key_Home)
        else:
            return False
        return True

    def _asks(self) -> dict[tuple[Qt.Key, Qt.KeyboardModifier], Callable[[], object]]:
        """Give what keys ask of others."""
        return {
            (Qt.Key.Key_F2, _NO_KEY): lambda: self.edit_wanted.emit(None),
            (Qt.Key.Key_F4, _NO_KEY): self.choices_wanted.emit,
            (Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier): self.choices_wanted.emit,
            (Qt.Key.Key_Semicolon, _CONTROL): self.today_wanted.emit,
            (Qt.Key.Key_X, _CONTROL): self.cut_wanted.emit,
            (Qt.Key.Key_H, _CONTROL | _SHIFT): self.history_wanted.emit,
            (Qt.Key.Key_Delete, _NO_KEY): (self.delete_wanted if self.picked.is_rows else self.clear_wanted).emit,
            # not every system makes a menu of this by itself
            (Qt.Key.Key_F10, _SHIFT): self._ask_menu_of_current,
        }

    def focusInEvent(self, event: QFocusEvent) -> None:
        was_quiet, self._is_quiet = self._is_quiet, self._is_quiet or self._is_open_elsewhere
        super().focusInEvent(event)  # it makes the first row current, where none is, and does not choose it
        self._is_quiet = was_quiet
        row, has_choice = self.currentIndex().row(), self.selectionModel().hasSelection()
        if not has_choice and not self._is_open_elsewhere and self.records.group_place(row) is None:
            found = self.records.next_record_row(max(0, row), 1)
            if found is not None:
                self.choose(self.records.id_at(found))
        self._repaint()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._repaint()

    def paintEvent(self, event: QPaintEvent) -> None:
        self.painter_of_rows.start_frame()
        super().paintEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.widths.fit()
        self.frozen.follow()
        self.resized.emit(self.width())
        self.scrolled.emit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and hasattr(self, "painter_of_rows"):
            self.painter_of_rows.follow_font()

    # --- helpers ------------------------------------------------------------------------------------------------------

    @property
    def _stands_only(self) -> bool:
        """Tell whether the focus stands in a row that is not chosen: what is open is not in this list, and stays."""
        return self.currentIndex().isValid() and not self.selectionModel().hasSelection()

    def _choose_standing(self) -> None:
        """Choose the row in which the focus stands, and open its record."""
        row = self.currentIndex().row()
        self.choose_row(row)
        self._current, self._is_open_elsewhere = self.records.id_at(row), False
        self.chosen.emit(self._current)

    def _repaint(self) -> None:
        for view in self._views:
            view.setDirtyRegion(QRegion(view.rect()))

    def _keeping_current(self, change: Callable[[], None]) -> None:
        current = self.currentIndex()
        offset = self.visualRect(current).top() if current.isValid() else 0
        column = None if self.picked.is_rows else self.current_column
        key = REFERENCE if column is None else column.key
        group = self.records.group_place(current.row())
        was_quiet, self._is_quiet = self._is_quiet, True
        wanted = self._current
        try:
            change()
            self._set_heights()
            row = -1 if wanted is None else self.records.row_of(wanted)
            if group is not None and -group - 1 in self.records.order:
                row = self.records.order.index(-group - 1)
            if row >= 0:
                place = self._place_of(key)
                is_gone = self.records.columns[place].key != key
                self.pick(self.records.index(row, place), as_rows=key == REFERENCE or is_gone)
                self._put_at(row, offset)
            self._current = wanted
        finally:
            self._is_quiet = was_quiet
        self.scrolled.emit()

    def _put_at(self, row: int, offset_px: int) -> None:
        bar, height = self.verticalScrollBar(), self.verticalHeader().defaultSectionSize()
        if 0 <= offset_px < self.viewport().height() - height:
            bar.setValue(max(0, row * height - offset_px))
        self.scrollTo(self.records.index(row, 0), QAbstractItemView.ScrollHint.EnsureVisible)

    def _place_of(self, key: str) -> int:
        """Give the place of a column, or the first one where it is not shown."""
        return next((place for place, one in enumerate(self.records.columns) if one.key == key), 0)

    def _toggles(self, key: int) -> bool:
        group = self.records.group(self.currentIndex().row())
        opens = {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}
        return group is not None and key in opens | {Qt.Key.Key_Left if group.is_open else Qt.Key.Key_Right}

    def _go_to_end(self, *, is_first: bool) -> None:
        row = self.records.next_record_row(0 if is_first else self.records.rowCount() - 1, 1 if is_first else -1)
        if row is not None:
            self.choose_row(row)

    def _set_heights(self) -> None:
        height, rows = row_px(self._density, finds=bool(self.records.found)), self.verticalHeader()
        if rows.defaultSectionSize() != height:
            rows.setDefaultSectionSize(height)
            self.frozen.follow()

    def _listen_to(self, view: RecordList | FrozenColumns) -> None:
        header = view.list_header
        header.sectionPressed.disconnect()  # a press sorts; Qt would choose all cells of the column
        header.sectionEntered.disconnect()
        header.sectionClicked.connect(self._ask_sort)
        header.sectionMoved.connect(lambda *_: QTimer.singleShot(0, self, lambda: self._tell_moved(header)))
        header.customContextMenuRequested.connect(
            lambda place: self.header_menu_wanted.emit(header.key_at(place.x()) or "", header.mapToGlobal(place))
        )
        view.customContextMenuRequested.connect(lambda place: self._ask_cell_menu(view, place))
        view.clicked.connect(self._click)
        view.doubleClicked.connect(self._double_click)

    def _ask_sort(self, place: int) -> None:
        adds = bool(QGuiApplication.keyboardModifiers() & _SHIFT)
        self.sort_wanted.emit(self.records.columns[place].key, adds)

    def _tell_moved(self, header: ListHeader) -> None:
        """Take over the order of a header, and let places and columns go together again."""
        count = len(self.records.columns)
        order = [header.logicalIndex(place) for place in range(count)]
        if order == list(range(count)):
            return
        header.blockSignals(True)
        for place in range(count):
            header.moveSection(header.visualIndex(place), place)
        header.blockSignals(False)
        self.columns_moved.emit([self.records.columns[place].key for place in order])

    def _ask_cell_menu(self, view: RecordList | FrozenColumns, place: QPoint) -> None:
        index = view.indexAt(place)
        if index.isValid():
            key = self.records.columns[index.column()].key
            self.cell_menu_wanted.emit(index.row(), key, view.viewport().mapToGlobal(place))

    def _ask_menu_of_current(self) -> None:
        self._ask_cell_menu(self, self.visualRect(self.currentIndex()).center())

    def _click(self, index: QModelIndex) -> None:
        group = self.records.group_place(index.row())
        if group is not None:
            self.group_toggled.emit(group)

    def _double_click(self, index: QModelIndex) -> None:
        if self.records.group_place(index.row()) is None:
            self.edit_wanted.emit(None)

    def _set_behaviour(self) -> None:
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.setShowGrid(False)
        self.setFrameShape(QTableView.Shape.NoFrame)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        rows = self.verticalHeader()
        rows.hide()
        rows.setMinimumSectionSize(LOWEST_PX)  # once: raising it looks at each of 150,000 rows, and takes seconds
        rows.setDefaultSectionSize(row_px(self._density, finds=False))
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalScrollBar().valueChanged.connect(lambda _value: self.scrolled.emit())
        self.selectionModel().selectionChanged.connect(
            lambda *_: self.selection_count_changed.emit(self.selected_count)
        )


def _is_typing(event: QKeyEvent) -> bool:
    """Tell whether a key writes something: a blank alone does not, for it belongs to the groups."""
    alt_gr = _CONTROL | Qt.KeyboardModifier.AltModifier  # so it comes on Windows, and it writes: €
    commands = event.modifiers() & (alt_gr | Qt.KeyboardModifier.MetaModifier)
    writes = event.text().isprintable() and bool(event.text().strip())
    return writes and commands in {Qt.KeyboardModifier.NoModifier, alt_gr}
