"""The header over the table: painted, with arrows and numbers at the columns that sort, and a mark at filtered ones."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QRegion
from PySide6.QtWidgets import QHeaderView, QWidget

from tracker.ui.listing.heights import HEADER_PX
from tracker.ui.listing.model import RecordModel
from tracker.ui.looks.fonts import font, grown
from tracker.ui.looks.icons import draw_icon
from tracker.ui.looks.tokens import tokens

_PADDING_PX = 8
_ARROW_PX = 14
NARROWEST_PX = 56


class ListHeader(QHeaderView):
    """Shows labels. Columns are named by their keys."""

    def __init__(self, model: RecordModel, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._records = model
        self._sort: dict[str, tuple[int, bool]] = {}
        self._filtered: frozenset[str] = frozenset()
        self.setSectionsClickable(True)
        self.setSectionsMovable(True)
        self.setHighlightSections(False)
        self.setFixedHeight(grown(HEADER_PX))
        self.setMinimumSectionSize(NARROWEST_PX)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)

    def show_sort(self, keys: Sequence[tuple[str, bool]]) -> None:
        """Show which columns sort, the leading one first, and whether they go down."""
        self._sort = {key: (place, down) for place, (key, down) in enumerate(keys, start=1)}
        self.setDirtyRegion(QRegion(self.rect()))

    def show_filtered(self, keys: Iterable[str]) -> None:
        """Mark the columns of which a filter asks something."""
        self._filtered = frozenset(keys)
        self.setDirtyRegion(QRegion(self.rect()))

    def key_at(self, x_px: int) -> str | None:
        """Give the key of the column at a place, or None beside them."""
        place = self.logicalIndexAt(x_px)
        return self._records.columns[place].key if 0 <= place < len(self._records.columns) else None

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), grown(HEADER_PX))

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:
        if not rect.isValid() or logicalIndex >= len(self._records.columns):
            return
        colours, column = tokens(), self._records.columns[logicalIndex]
        sort = self._sort.get(column.key)
        is_filtered = column.key in self._filtered
        painter.fillRect(rect, QColor(colours.header))
        painter.fillRect(rect.x(), rect.bottom(), rect.width(), 1, QColor(colours.border))
        face = font(12, bold=True)
        metrics = QFontMetrics(face)
        number = str(sort[0]) if sort is not None and len(self._sort) > 1 else ""
        marks_px = (_ARROW_PX + 4 + metrics.horizontalAdvance(number) if sort else 0) + (18 if is_filtered else 0)
        room = rect.width() - 2 * _PADDING_PX - marks_px
        words = column.label.to(self._records.words.language)
        words = metrics.elidedText(words, Qt.TextElideMode.ElideRight, room)
        width = metrics.horizontalAdvance(words)
        left = rect.right() - _PADDING_PX - marks_px - width if column.is_right else rect.x() + _PADDING_PX
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.setFont(face)
        painter.setPen(QColor(colours.text if sort else colours.muted))
        painter.drawText(QRect(left, rect.y(), width + 1, rect.height()), middle, words)
        left += width + 4
        top = rect.y() + (rect.height() - _ARROW_PX) // 2
        if sort is not None:
            draw_icon(painter, QPoint(left, top), "arrow-down" if sort[1] else "arrow-up", colours.text, _ARROW_PX)
            painter.drawText(QRect(left + _ARROW_PX, rect.y(), 20, rect.height()), middle, number)
            left += _ARROW_PX + metrics.horizontalAdvance(number) + 4
        if is_filtered:
            draw_icon(painter, QPoint(left, top), "filter", colours.link, _ARROW_PX)
