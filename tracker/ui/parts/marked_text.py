"""Text on one line in which the letters that were hit stand out: bolder, and in another colour."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter

from tracker.services.matching import Span
from tracker.ui.looks.fonts import BODY_PX, font


def draw_marked(
    painter: QPainter, room: QRect, words: str, spans: tuple[Span, ...], colours: tuple[str, str],
    size_px: float = BODY_PX,
) -> None:  # fmt: skip
    """Draw words with their hit pieces (``spans``) standing out; what does not fit ends in an ellipsis.

    ``colours`` are those of the words and of the hits.
    """
    left = room.x()
    for piece, is_hit in _pieces(words, spans):
        face = font(size_px, bold=is_hit)
        metrics = QFontMetrics(face)
        width, rest = metrics.horizontalAdvance(piece), room.right() - left
        painter.setFont(face)
        painter.setPen(QColor(colours[is_hit]))
        fits = width <= rest
        shown = piece if fits else metrics.elidedText(piece, Qt.TextElideMode.ElideRight, rest)
        painter.drawText(QRect(left, room.y(), rest + 2, room.height()), Qt.AlignmentFlag.AlignVCenter, shown)
        if not fits:
            return
        left += width


def _pieces(words: str, spans: tuple[Span, ...]) -> list[tuple[str, bool]]:
    pieces, at = [], 0
    for start, end in spans:
        pieces += [(words[at:start], False), (words[start:end], True)]
        at = end
    return [(piece, is_hit) for piece, is_hit in [*pieces, (words[at:], False)] if piece]
