"""Paints the list at the left of help: a page's title, and under a place that was found the words around the hit."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from tracker.ui.looks.fonts import font
from tracker.ui.looks.tokens import tokens
from tracker.ui.parts.marked_text import draw_marked

HIT_ROLE = int(Qt.ItemDataRole.UserRole) + 1
_EDGE_PX, _AROUND_PX = 14, 6
_SMALL_PX = 12


class HitPainter(QStyledItemDelegate):
    """One line for a page, two for a place that was found."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        line = QFontMetrics(font()).height()
        excerpt = QFontMetrics(font(_SMALL_PX)).height() if index.data(HIT_ROLE) else 0
        return QSize(100, line + excerpt + 2 * _AROUND_PX)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        colours, rect = tokens(), option.rect
        is_chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        if is_chosen:
            painter.fillRect(rect, QColor(colours.selected))
            painter.fillRect(rect.x(), rect.y() + 4, 3, rect.height() - 8, QColor(colours.bar))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, QColor(colours.hover))
        line = QFontMetrics(font()).height()
        room = rect.adjusted(_EDGE_PX, _AROUND_PX, -_EDGE_PX, -_AROUND_PX)
        hit = index.data(HIT_ROLE)
        face = font(bold=is_chosen and not hit)
        title = QFontMetrics(face).elidedText(str(index.data()), Qt.TextElideMode.ElideRight, room.width())
        painter.setFont(face)
        painter.setPen(QColor(colours.text))
        painter.drawText(QRect(room.x(), room.y(), room.width() + 2, line), Qt.AlignmentFlag.AlignVCenter, title)
        if hit:
            excerpt, spans = hit
            below = QRect(room.x(), room.y() + line, room.width(), room.height() - line)
            draw_marked(painter, below, excerpt, spans, (colours.muted, colours.text), _SMALL_PX)
        if is_chosen and option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QColor(colours.focus))
            painter.drawRect(rect.adjusted(0, 0, -1, -1))
            painter.drawRect(rect.adjusted(1, 1, -2, -2))
