"""Paints the choice over the ground of a chosen row: the edge of the rectangle, and the place of the current cell."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from tracker.ui.looks.tokens import Tokens

if TYPE_CHECKING:
    from tracker.ui.listing.cell_table import CellTable

_EDGE_PX = 2


def paint_pick(
    painter: QPainter, rect: QRect, index: QModelIndex | QPersistentModelIndex, view: CellTable, colours: Tokens
) -> None:
    """Paint what a cell of a chosen row shows of the choice.

    The current cell of a choice of cells has a frame: whole where it can be edited, in dashes where it cannot. A
    whole row that is current has a line above and below.
    """
    picked, current, has_focus = view.picked, view.currentIndex(), view.hasFocus()
    row, column = index.row(), index.column()
    if picked.is_rows:
        if row == current.row() and has_focus:
            painter.fillRect(rect.x(), rect.y(), rect.width(), _EDGE_PX, QColor(colours.focus))
            painter.fillRect(rect.x(), rect.bottom() - 1, rect.width(), _EDGE_PX, QColor(colours.focus))
        return
    block = None if picked.is_one_cell else picked.block_at(row, column)
    if block is not None:
        edge = QColor(colours.bar)
        if row == block.top:
            painter.fillRect(rect.x(), rect.y(), rect.width(), _EDGE_PX, edge)
        if row == block.bottom:
            painter.fillRect(rect.x(), rect.bottom() - 1, rect.width(), _EDGE_PX, edge)
        if column == block.left:
            painter.fillRect(rect.x(), rect.y(), _EDGE_PX, rect.height(), edge)
        if column == block.right:
            painter.fillRect(rect.right() - 1, rect.y(), _EDGE_PX, rect.height(), edge)
    if row == current.row() and column == current.column():
        _paint_frame(painter, rect, colours, has_focus=has_focus, is_editable=view.is_editable(row, column))


def _paint_frame(painter: QPainter, rect: QRect, colours: Tokens, *, has_focus: bool, is_editable: bool) -> None:
    painter.save()
    painter.fillRect(rect.adjusted(_EDGE_PX, _EDGE_PX, -_EDGE_PX, -_EDGE_PX), QColor(colours.surface))
    pen = QPen(QColor(colours.focus if has_focus else colours.control), _EDGE_PX)
    pen.setStyle(Qt.PenStyle.SolidLine if is_editable else Qt.PenStyle.DashLine)
    pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(rect.adjusted(1, 1, -1, -1))
    painter.restore()
