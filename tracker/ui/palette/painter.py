"""Paints a row of the palette: icon, name with the hit letters standing out, what it belongs to, and its keys."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QIcon, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from tracker.ui.looks.fonts import font
from tracker.ui.looks.tokens import Tokens, tokens
from tracker.ui.palette.model import PaletteModel, Row
from tracker.ui.palette.offers import Offer
from tracker.ui.parts.marked_text import draw_marked

ROW_PX, HEADING_PX = 32, 28
_LEFT_PX, _NAME_PX, _RIGHT_PX, _GAP_PX = 12, 38, 14, 12
_SIGN_PX = 16
_MIDDLE = Qt.AlignmentFlag.AlignVCenter


class PalettePainter(QStyledItemDelegate):
    """Paints headings and offers."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        model = index.model()
        assert isinstance(model, PaletteModel)
        least = HEADING_PX if model.rows[index.row()].offer is None else ROW_PX
        return QSize(100, max(least, QFontMetrics(font()).height() + 10))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        model, colours = index.model(), tokens()
        assert isinstance(model, PaletteModel)
        row = model.rows[index.row()]
        if row.offer is None:
            painter.setFont(font(11, bold=True))
            painter.setPen(QColor(colours.muted))
            place = option.rect.adjusted(_LEFT_PX, 6, -_RIGHT_PX, 0)
            painter.drawText(place, _MIDDLE, model.caption(row.group).upper())
            return
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(option.rect, QColor(colours.selected))
            painter.fillRect(option.rect.x(), option.rect.y() + 4, 3, option.rect.height() - 8, QColor(colours.bar))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(option.rect, QColor(colours.hover))
        self._paint_offer(painter, option.rect, row, row.offer, colours)

    def _paint_offer(self, painter: QPainter, rect: QRect, row: Row, offer: Offer, colours: Tokens) -> None:
        mode = QIcon.Mode.Disabled if offer.refusal else QIcon.Mode.Normal
        corner = QPoint(rect.x() + _LEFT_PX, rect.y() + (rect.height() - _SIGN_PX) // 2)
        offer.sign.paint(painter, QRect(corner, QSize(_SIGN_PX, _SIGN_PX)), mode=mode)
        right = rect.right() - _RIGHT_PX
        if offer.keys:
            right = self._paint_right(painter, rect, offer.keys, right, right, colours.muted, bold=True)
        beside = offer.refusal or offer.beside
        name = QFontMetrics(font(bold=True)).horizontalAdvance(offer.name)
        room = max(right - (rect.x() + _NAME_PX + name + _GAP_PX), (right - rect.x()) // 4)
        if beside:
            right = self._paint_right(painter, rect, beside, right, room, colours.muted)
        colour = colours.faint if offer.refusal else colours.text
        draw_marked(painter, QRect(rect.x() + _NAME_PX, rect.y(), right - rect.x() - _NAME_PX, rect.height()),
                    offer.name, row.spans, (colour, colours.link))  # fmt: skip

    @staticmethod
    def _paint_right(
        painter: QPainter, rect: QRect, words: str, right: int, room: int, colour: str, *, bold: bool = False
    ) -> int:
        """Paint words against the right, in so much room at most; gives where the room left of them ends."""
        face = font(12, bold=bold)
        metrics = QFontMetrics(face)
        shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, room)
        width = metrics.horizontalAdvance(shown)
        painter.setFont(face)
        painter.setPen(QColor(colour))
        painter.drawText(QRect(right - width, rect.y(), width + 2, rect.height()), _MIDDLE, shown)
        return right - width - _GAP_PX
