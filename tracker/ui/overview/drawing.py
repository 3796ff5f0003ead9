"""What a chart consists of: boxes, words and signs at their places; drawn alike on screen, in pictures and on paper."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QFontMetricsF, QGuiApplication, QPainter, QPen

from tracker.services.overview import Figure
from tracker.ui.looks.fonts import font
from tracker.ui.looks.icons import icon_pixmap
from tracker.ui.looks.tokens import Tokens
from tracker.ui.overview.colours import PATTERNS, Pattern, colour_of

Face = Callable[[float, bool], QFont]
"""Gives the font for a size in px of the design, bold or not."""
Target = Figure | int
"""What a mark opens: the list behind a figure, or the record of an id."""
LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
CENTRE = Qt.AlignmentFlag.AlignCenter
_ICON_RATIO = 4.0


@dataclass(frozen=True, slots=True)
class Box:
    """A filled rectangle; ``edge`` is the role of a line around it. Plain: without the pattern of its role."""

    rect: QRectF
    role: str
    radius: float = 0.0
    edge: str = ""
    is_plain: bool = False


@dataclass(frozen=True, slots=True)
class Words:
    """Text on one line in a rectangle; what does not fit ends in an ellipsis."""

    rect: QRectF
    text: str
    role: str = "text"
    size_px: float = 13
    bold: bool = False
    align: Qt.AlignmentFlag = LEFT


@dataclass(frozen=True, slots=True)
class Sign:
    """An icon with its upper left corner at a place."""

    place: QPointF
    name: str
    role: str
    size_px: float = 16


Item = Box | Words | Sign


@dataclass(frozen=True, slots=True)
class Mark:
    """A part that can be chosen: where it is, what it says to hover and screen reader, and what it opens."""

    rect: QRectF
    name: str
    target: Target


@dataclass(slots=True)
class Drawing:
    """A chart at one width: its height, what is painted, and what can be chosen."""

    width: float
    height: float = 0.0
    items: list[Item] = field(default_factory=list)
    marks: list[Mark] = field(default_factory=list)

    def add(self, other: Drawing, x: float, y: float) -> None:
        """Put another drawing at a place in this one."""
        self.items += [_moved(item, x, y) for item in other.items]
        self.marks += [replace(mark, rect=mark.rect.translated(x, y)) for mark in other.marks]
        self.height = max(self.height, y + other.height)


def _moved(item: Item, x: float, y: float) -> Item:
    if isinstance(item, Sign):
        return replace(item, place=item.place + QPointF(x, y))
    return replace(item, rect=item.rect.translated(x, y))


def fixed_face(size_px: float, bold: bool) -> QFont:
    """Give fonts that are the same on every device: for pictures and paper."""
    made = QFont(QGuiApplication.font().family())
    made.setPixelSize(max(1, round(size_px)))
    made.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    if bold:
        made.setWeight(QFont.Weight.DemiBold)
    return made


def screen_face(size_px: float, bold: bool) -> QFont:
    """Give the fonts of the window."""
    return font(size_px, bold=bold)


def width_of(text: str, face: Face, size_px: float = 13, *, bold: bool = False) -> float:
    """Give how wide a text is."""
    return QFontMetricsF(face(size_px, bold)).horizontalAdvance(text)


def line_of(face: Face, size_px: float = 13) -> float:
    """Give the height of a line of text."""
    return QFontMetricsF(face(size_px, False)).height()


def draw(painter: QPainter, items: Iterable[Item], colours: Tokens, face: Face) -> None:
    """Paint items in the colours of a theme."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for item in items:
        if isinstance(item, Box):
            _draw_box(painter, item, colours)
        elif isinstance(item, Words):
            _draw_words(painter, item, colours, face)
        else:
            pixmap = icon_pixmap(item.name, colour_of(item.role, colours), round(item.size_px), _ICON_RATIO)
            painter.drawPixmap(
                QRectF(item.place.x(), item.place.y(), item.size_px, item.size_px), pixmap, QRectF(pixmap.rect())
            )


def _draw_box(painter: QPainter, box: Box, colours: Tokens) -> None:
    fill = QColor(colour_of(box.role, colours)) if box.role else None
    painter.setPen(QPen(QColor(colour_of(box.edge, colours)), 1) if box.edge else QPen(Qt.PenStyle.NoPen))
    painter.setBrush(QBrush(fill) if fill is not None else QBrush(Qt.BrushStyle.NoBrush))
    if not box.edge and not box.radius:
        if fill is not None:
            painter.fillRect(box.rect, fill)
        return
    painter.drawRoundedRect(box.rect, box.radius, box.radius)
    pattern = PATTERNS.get(box.role, Pattern.PLAIN)
    if pattern is not Pattern.PLAIN and not box.is_plain:
        _draw_pattern(painter, box.rect, pattern, QColor(colour_of(f"on {box.role}", colours)))


def _draw_pattern(painter: QPainter, rect: QRectF, pattern: Pattern, ink: QColor) -> None:
    """Draw a pattern as lines and dots, not as a bitmap: it stays sharp on paper."""
    ink.setAlphaF(0.28)
    painter.save()
    painter.setClipRect(rect)
    if pattern is Pattern.STRIPES:
        painter.setPen(QPen(ink, 1.2))
        at = rect.left() - rect.height()
        while at < rect.right():
            painter.drawLine(QPointF(at, rect.bottom()), QPointF(at + rect.height(), rect.top()))
            at += 6
    else:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ink)
        for column in range(int(rect.width() // 6) + 1):
            for row in range(int(rect.height() // 6) + 1):
                painter.drawEllipse(QPointF(rect.left() + 3 + 6 * column, rect.top() + 3 + 6 * row), 0.9, 0.9)
    painter.restore()


def _draw_words(painter: QPainter, words: Words, colours: Tokens, face: Face) -> None:
    used = face(words.size_px, words.bold)
    painter.setFont(used)
    painter.setPen(QColor(colour_of(words.role, colours)))
    room = words.rect.width() + 0.5
    text = QFontMetricsF(used).elidedText(words.text, Qt.TextElideMode.ElideRight, room)
    # a little room to the right: text on paper is a hair wider than it was measured on the screen
    rect = words.rect if words.align & Qt.AlignmentFlag.AlignRight else words.rect.adjusted(0, 0, 4, 0)
    if words.align == CENTRE:
        rect = words.rect.adjusted(-4, 0, 4, 0)
    painter.drawText(rect, int(words.align) | int(Qt.TextFlag.TextSingleLine), text)
