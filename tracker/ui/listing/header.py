"""The header over the table: painted, with an arrow at the sorted column."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter
from PySide6.QtWidgets import QHeaderView, QWidget

from tracker.ui.fonts import font
from tracker.ui.icons import draw_icon
from tracker.ui.listing.model import RecordModel
from tracker.ui.listing.painter import ROW_PX
from tracker.ui.tokens import tokens

_PADDING_PX = 8
_ARROW_PX = 14


class ListHeader(QHeaderView):
    """Shows labels; ``sort_column`` is the key of the column that sorts."""

    def __init__(self, model: RecordModel, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._records = model
        self.sort_column = ""
        self.is_descending = False
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.setFixedHeight(ROW_PX)
        self.setMinimumSectionSize(56)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)

    def show_sort(self, column: str, *, is_descending: bool) -> None:
        """Show which column sorts, and how."""
        self.sort_column, self.is_descending = column, is_descending
        self.viewport().update()

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), ROW_PX)

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:
        if not rect.isValid() or logicalIndex >= len(self._records.columns):
            return
        colours, column = tokens(), self._records.columns[logicalIndex]
        is_sorted = column.key == self.sort_column
        painter.fillRect(rect, QColor(colours.header))
        painter.fillRect(rect.x(), rect.bottom(), rect.width(), 1, QColor(colours.border))
        face = font(12, bold=True)
        metrics = QFontMetrics(face)
        arrow_px = _ARROW_PX + 4 if is_sorted else 0
        room = rect.width() - 2 * _PADDING_PX - arrow_px
        words = column.label.to(self._records.words.language)
        words = metrics.elidedText(words, Qt.TextElideMode.ElideRight, room)
        width = metrics.horizontalAdvance(words)
        left = rect.right() - _PADDING_PX - arrow_px - width if column.is_right else rect.x() + _PADDING_PX
        painter.setFont(face)
        painter.setPen(QColor(colours.text if is_sorted else colours.muted))
        painter.drawText(QRect(left, rect.y(), width + 1, rect.height()), Qt.AlignmentFlag.AlignVCenter, words)
        if is_sorted:
            place = QPoint(left + width + 4, rect.y() + (rect.height() - _ARROW_PX) // 2)
            draw_icon(painter, place, "arrow-down" if self.is_descending else "arrow-up", colours.text, _ARROW_PX)
