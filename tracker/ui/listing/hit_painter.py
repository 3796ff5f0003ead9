"""Paints what was found: a ground with a line under it behind words, and the line that tells where they stand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter

from tracker.basics.language import Language
from tracker.ui.looks.tokens import tokens

if TYPE_CHECKING:
    from tracker.services.hits import Hit

_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine


def paint_found(
    painter: QPainter, room: QRect, text: str, words: tuple[str, ...], metrics: QFontMetrics, *, is_right: bool
) -> None:
    """Paint a ground where folded words stand in a text that will be drawn in this room."""
    from tracker.services.hits import spans  # the store: after the first paint

    places = spans(text, words)
    if not places:
        return
    start = room.right() + 1 - metrics.horizontalAdvance(text) if is_right else room.x()
    for first, last in places:
        left = start + metrics.horizontalAdvance(text[:first])
        _paint_ground(painter, left, room, metrics.horizontalAdvance(text[:last]) - (left - start), metrics.height())


def paint_hit(painter: QPainter, room: QRect, hit: Hit | None, language: Language, face: QFont) -> None:
    """Paint the text around a place that cannot be seen otherwise, as *Stand van zaken: …met de* **burgemeester** …."""
    if hit is None:
        return
    colours, metrics = tokens(), QFontMetrics(face)
    painter.save()
    painter.setClipRect(room)
    painter.setFont(face)
    label = f"{hit.field.to(language)}: "
    before = hit.before
    spare = room.width() - metrics.horizontalAdvance(label + hit.found)
    if metrics.horizontalAdvance(before) > spare // 2:  # the words that were found must be in sight
        before = metrics.elidedText(before, Qt.TextElideMode.ElideLeft, max(0, spare // 2))
    left = room.x()
    for text, colour, is_found in (
        (label, colours.faint, False),
        (before, colours.muted, False),
        (hit.found, colours.text, True),
        (hit.after, colours.muted, False),
    ):
        width = metrics.horizontalAdvance(text)
        if is_found:
            _paint_ground(painter, left, room, width, metrics.height())
        place = QRect(left, room.y(), max(0, room.right() - left), room.height())
        painter.setPen(QColor(colour))
        painter.drawText(place, _LEFT, metrics.elidedText(text, Qt.TextElideMode.ElideRight, place.width()))
        left += width
    painter.restore()


def _paint_ground(painter: QPainter, left: int, room: QRect, width: int, height: int) -> None:
    tone = tokens().tones["soon"]
    top = room.y() + (room.height() - height) // 2
    painter.fillRect(left, top, width, height, QColor(tone.ground))
    painter.fillRect(left, top + height - 1, width, 2, QColor(tone.fill))
