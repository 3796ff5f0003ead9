"""The columns that stay at the left while the others scroll: a second view of the same rows, laid over the first."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QTableView

from tracker.ui.listing.cell_table import CellTable
from tracker.ui.listing.header import ListHeader
from tracker.ui.listing.heights import LOWEST_PX
from tracker.ui.listing.model import RecordModel
from tracker.ui.listing.painter import RowPainter
from tracker.ui.looks.tokens import tokens


class FrozenColumns(QTableView):
    """Shows the first ``count`` columns of a list. Rows, choice, height and place follow the list; keys go to it."""

    def __init__(self, rows: CellTable, records: RecordModel) -> None:
        super().__init__(rows)
        self._list, self._records = rows, records
        self.count = 0
        self.list_header = ListHeader(records, self)
        self.setHorizontalHeader(self.list_header)
        self._painter = RowPainter(rows, records)
        self.setItemDelegate(self._painter)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFocusProxy(rows)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(rows.selectionBehavior())
        self.setSelectionMode(rows.selectionMode())
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().hide()
        self.verticalHeader().setMinimumSectionSize(LOWEST_PX)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        own, others = self.verticalScrollBar(), rows.verticalScrollBar()
        others.valueChanged.connect(own.setValue)
        own.rangeChanged.connect(lambda *_: own.setValue(others.value()))
        rows.horizontalHeader().sectionResized.connect(lambda *_: self.follow())
        self.list_header.sectionResized.connect(self._resize_in_list)
        self.hide()

    def follow(self) -> None:
        """Take over columns, widths and heights of the list."""
        shown = min(self.count, len(self._records.columns) - 1)
        self._attach(wanted=shown > 0)
        if shown <= 0:
            return
        height = self._list.verticalHeader().defaultSectionSize()
        self.verticalHeader().setDefaultSectionSize(height)
        width = 0
        self.list_header.blockSignals(True)
        for place in range(len(self._records.columns)):
            self.setColumnHidden(place, place >= shown)
            if place < shown:
                width += self._list.columnWidth(place)
                self.setColumnWidth(place, self._list.columnWidth(place))
        self.list_header.blockSignals(False)
        header_px = self._list.horizontalHeader().height()
        self.setGeometry(0, 0, width, header_px + self._list.viewport().height())
        self.verticalScrollBar().setValue(self._list.verticalScrollBar().value())
        self.raise_()

    def _attach(self, *, wanted: bool) -> None:
        """Look at the rows only while something is frozen: each change of 150,000 rows costs every view some time."""
        if wanted and self.model() is None:
            self.setModel(self._records)
            self.setSelectionModel(self._list.selectionModel())
        elif not wanted and self.model() is not None:
            self.setModel(None)
        self.setVisible(wanted)

    def paintEvent(self, event: QPaintEvent) -> None:
        self._painter.start_frame()
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        edge = self.viewport().rect()
        painter.fillRect(edge.right(), edge.y(), 1, edge.height(), QColor(tokens().control))

    def selectionCommand(
        self, index: QModelIndex | QPersistentModelIndex, event: QEvent | None = None
    ) -> QItemSelectionModel.SelectionFlag:
        return self._list.adapted(super().selectionCommand(index, event), index, event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if not self._list.takes_press(event, self.indexAt(event.position().toPoint())):
            super().mousePressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        self._list.wheelEvent(event)  # the list scrolls, and this follows

    def scrollTo(
        self,
        index: QModelIndex | QPersistentModelIndex,
        hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible,
    ) -> None:
        """Stay beside the list, which scrolls to its current row by itself."""

    def _resize_in_list(self, place: int, _old: int, new: int) -> None:
        if 0 <= place < self.count and new > 0:
            self._list.setColumnWidth(place, new)
