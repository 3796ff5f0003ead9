"""The related records as a list: to open, to show beside, and to drag."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QMimeData, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem, QWidget

from tracker.records.registry import kind_of
from tracker.records.snapshot import Summary
from tracker.ui.looks.fonts import grown
from tracker.ui.looks.icons import icon, icon_size
from tracker.ui.record.dragging import RECORDS_MIME, encode_records

_MOST_PX = 230


@dataclass(frozen=True, slots=True)
class RelatedRow:
    """One related record: the words of the relation, and the record itself where it is there."""

    words: str
    record_id: int
    summary: Summary | None


class RelatedTable(QTableWidget):
    """Enter or a double click opens; with Ctrl, also a single click, it shows beside."""

    open_record = Signal(int)
    beside_wanted = Signal(int)

    def __init__(
        self, rows: Sequence[RelatedRow], captions: Sequence[str], register: Path, parent: QWidget | None = None
    ) -> None:
        super().__init__(len(rows), len(captions), parent)
        self._rows, self._register = rows, register
        self.setHorizontalHeaderLabels(list(captions))
        self.verticalHeader().hide()
        self.setShowGrid(False)
        self.setWordWrap(True)
        self.setTabKeyNavigation(False)
        self.setIconSize(icon_size())
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setDragEnabled(True)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragOnly)
        for place, row in enumerate(rows):
            self._fill(place, row)
        self._size()
        self.setCurrentCell(0, 0)

    @property
    def current_id(self) -> int | None:
        """Give the record that is marked, or None."""
        row = self.currentRow()
        return self._rows[row].record_id if 0 <= row < len(self._rows) else None

    def mimeTypes(self) -> list[str]:
        return [RECORDS_MIME]

    def mimeData(self, items: Sequence[QTableWidgetItem]) -> QMimeData:
        rows = sorted({item.row() for item in items})
        return encode_records(self._register, [self._rows[row].record_id for row in rows])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        found = self.current_id
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and found is not None:
            beside = event.modifiers() & Qt.KeyboardModifier.ControlModifier
            (self.beside_wanted if beside else self.open_record).emit(found)
            return
        super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        row = self.indexAt(event.position().toPoint()).row()
        if row >= 0 and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.beside_wanted.emit(self._rows[row].record_id)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        row = self.indexAt(event.position().toPoint()).row()
        if row >= 0:
            self.open_record.emit(self._rows[row].record_id)

    def _fill(self, place: int, row: RelatedRow) -> None:
        one = row.summary
        for column, words in enumerate((row.words, one.reference if one else "?", one.title if one else "")):
            cell = QTableWidgetItem(words)
            cell.setToolTip(words)
            if column == 1 and one is not None:
                cell.setIcon(icon(kind_of(one.kind).icon, "muted"))
            self.setItem(place, column, cell)

    def _size(self) -> None:
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(2, QHeaderView.ResizeMode.Stretch)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self._fit()

    def _fit(self) -> None:
        """Be as high as the rows at this width, up to a height from which they are scrolled."""
        self.resizeRowsToContents()
        rows = sum(self.rowHeight(row) for row in range(self.rowCount()))
        needed = self.horizontalHeader().sizeHint().height() + rows + 2 * self.frameWidth() + 2
        self.setFixedHeight(min(needed, grown(_MOST_PX)))
