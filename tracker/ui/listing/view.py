"""The table itself: fixed rows, own painters, and a choice that survives sorting and narrowing."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from tracker.ui.listing.columns import TITLE, Column
from tracker.ui.listing.header import ListHeader
from tracker.ui.listing.model import RecordModel
from tracker.ui.listing.painter import ROW_PX, RowPainter

_SELECT_ROW = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows


class RecordList(QTableView):
    """Shows the model's rows. ``chosen`` carries the id of the current record, or None."""

    chosen = Signal(object)
    selection_count_changed = Signal(int)
    resized = Signal(int)
    delete_wanted = Signal()
    open_wanted = Signal()
    """Enter or a double click: the user wants to work on the chosen record."""

    def __init__(self, model: RecordModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.records = model
        self._is_quiet = False
        self._current: int | None = None
        self.list_header = ListHeader(model, self)
        self.setHorizontalHeader(self.list_header)
        self.setModel(model)
        self.painter_of_rows = RowPainter(self, model)
        self.setItemDelegate(self.painter_of_rows)
        self._set_behaviour()
        self.fit_columns()

    @property
    def current_id(self) -> int | None:
        """Give the id of the current record, or None."""
        return self._current

    @property
    def selected_ids(self) -> list[int]:
        """Give the ids of all selected records, from the top down."""
        rows = sorted(index.row() for index in self.selectionModel().selectedRows())
        return [found for row in rows if (found := self.records.id_at(row)) is not None]

    def show_columns(self, columns: tuple[Column, ...]) -> None:
        """Show other columns, with the same record chosen."""
        if columns == self.records.columns:
            return
        self._keeping_current(lambda: self.records.show_columns(columns))
        self.fit_columns()

    def fit_columns(self) -> None:
        """Give each column its width; the title takes what is left."""
        for place, column in enumerate(self.records.columns):
            is_title = column.key == TITLE
            mode = QHeaderView.ResizeMode.Stretch if is_title else QHeaderView.ResizeMode.Interactive
            self.list_header.setSectionResizeMode(place, mode)
            if not is_title:
                self.list_header.resizeSection(place, self._width_of(column))

    def change_rows(self, change: Callable[[], None]) -> None:
        """Run a change of rows; the current record stays current and, where it can, at its place on the screen."""
        self._keeping_current(change)

    def choose(self, record_id: int | None, *, quietly: bool = False) -> bool:
        """Make a record the current one. Gives whether the list holds it. Quietly: without telling."""
        row = -1 if record_id is None else self.records.row_of(record_id)
        was_quiet, self._is_quiet = self._is_quiet, quietly or self._is_quiet
        try:
            if row < 0:
                self.selectionModel().clear()
                self._current = None
                return False
            index = self.records.index(row, 0)
            self.selectionModel().setCurrentIndex(index, _SELECT_ROW)
            self._current = record_id
            self.scrollTo(index, QAbstractItemView.ScrollHint.EnsureVisible)
            return True
        finally:
            self._is_quiet = was_quiet

    def walk(self, rows: int) -> None:
        """Go some rows up (negative) or down."""
        row = self.currentIndex().row() + rows
        if 0 <= row < self.records.rowCount():
            self.choose(self.records.id_at(row))

    # --- Qt -----------------------------------------------------------------------------------------------------------

    def currentChanged(self, current: QModelIndex, previous: QModelIndex) -> None:  # type: ignore[override]
        super().currentChanged(current, previous)
        self.viewport().update()
        if self._is_quiet:
            return
        found = self.records.id_at(current.row()) if current.isValid() else None
        if found != self._current:
            self._current = found
            self.chosen.emit(found)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not event.modifiers():
            self.open_wanted.emit()
            return
        if event.key() == Qt.Key.Key_Delete and not event.modifiers():
            self.delete_wanted.emit()
            return
        if event.key() == Qt.Key.Key_Home and not event.modifiers():
            self.choose(self.records.id_at(0))
            return
        if event.key() == Qt.Key.Key_End and not event.modifiers():
            self.choose(self.records.id_at(self.records.rowCount() - 1))
            return
        super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if not self.selectionModel().hasSelection() and self.records.rowCount():
            self.choose(self.records.id_at(max(0, self.currentIndex().row())))
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.resized.emit(self.width())

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and hasattr(self, "painter_of_rows"):
            self.painter_of_rows.follow_font()

    # --- helpers ------------------------------------------------------------------------------------------------------

    def _keeping_current(self, change: Callable[[], None]) -> None:
        offset = self.visualRect(self.currentIndex()).top() if self.currentIndex().isValid() else 0
        was_quiet, self._is_quiet = self._is_quiet, True
        wanted = self._current
        try:
            change()
            row = -1 if wanted is None else self.records.row_of(wanted)
            if row >= 0:
                self.selectionModel().setCurrentIndex(self.records.index(row, 0), _SELECT_ROW)
                self._put_at(row, offset)
            self._current = wanted
        finally:
            self._is_quiet = was_quiet

    def _put_at(self, row: int, offset_px: int) -> None:
        bar = self.verticalScrollBar()
        if 0 <= offset_px < self.viewport().height() - ROW_PX:
            bar.setValue(max(0, row * ROW_PX - offset_px))
        self.scrollTo(self.records.index(row, 0), QAbstractItemView.ScrollHint.EnsureVisible)

    def _width_of(self, column: Column) -> int:
        if column.key == "state":
            return max(column.width_px, self.painter_of_rows.judgement_width_px)
        words = self.fontMetrics().horizontalAdvance(column.label.to(self.records.words.language))
        return max(column.width_px, min(words, 140) + 38)

    def _set_behaviour(self) -> None:
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setShowGrid(False)
        self.setFrameShape(QTableView.Shape.NoFrame)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        rows = self.verticalHeader()
        rows.hide()
        rows.setMinimumSectionSize(ROW_PX)
        rows.setDefaultSectionSize(ROW_PX)
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.doubleClicked.connect(lambda _index: self.open_wanted.emit())
        self.selectionModel().selectionChanged.connect(
            lambda *_: self.selection_count_changed.emit(len(self.selectionModel().selectedRows()))
        )
