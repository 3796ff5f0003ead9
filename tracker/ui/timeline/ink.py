"""How words, signs and patterns get onto a device: kept as small pictures for the screen, drawn as lines on paper."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import QLineF, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen, QPixmap, QPolygonF

from tracker.ui.looks.icons import icon_pixmap
from tracker.ui.overview.drawing import Face

ICON_PX, ICON_GAP_PX = 14, 5
_ICON_SHARE = 0.8
PADDING_PX = 3
_KEPT = 1_000
_HATCH_PX = 6
_DOT_PX, _DOT_GAP_PX = 3, 2
_STRIP_PX = 2_000
_CORNER_PX = 3
_LONG_BAR_PX = 600
_NARROWEST_PX = 2.0
"""No text has letters narrower than this on the average."""
_ICON_RATIO = 4.0


Drawing = Callable[[QPainter], None]
"""Draws something with its upper left corner at (0, 0)."""


class Line(NamedTuple):
    """Words on one line. ``ground`` is the colour beneath, "" for none; ``icon`` stands before them.

    ``keeps_end``: where they do not fit, the middle is left out, for their end tells them apart.
    """

    text: str
    colour: str
    size_px: float = 12
    bold: bool = False
    ground: str = ""
    icon: str = ""
    keeps_end: bool = False


class Ink:
    """Draws on any device, with the fonts that ``face`` gives. It keeps those fonts: making one takes its time."""

    def __init__(self, face: Face) -> None:
        self._face = face
        self._fonts: dict[tuple[float, bool], tuple[QFont, QFontMetricsF]] = {}

    def width(self, line: Line) -> float:
        """Give how wide a line is, with its icon and the room around it."""
        words = self._font(line.size_px, line.bold)[1].horizontalAdvance(line.text)
        return words + 2 * PADDING_PX + self._to_words(line)

    def height(self, size_px: float = 12) -> float:
        """Give the height of a line of text."""
        return self._font(size_px, False)[1].height()

    def elided(self, line: Line, room: float) -> Line:
        """Give a line that fits in a width, with an ellipsis where it must."""
        free = max(room - 2 * PADDING_PX - self._to_words(line), 0)
        metrics = self._font(line.size_px, line.bold)[1]
        if line.keeps_end:
            text = metrics.elidedText(line.text, Qt.TextElideMode.ElideMiddle, free)
        else:
            seen = line.text[: int(free / _NARROWEST_PX) + 1]  # to measure what cannot be seen would take its time
            text = metrics.elidedText(seen, Qt.TextElideMode.ElideRight, free)
        return line if text == line.text else line._replace(text=text)

    def write(self, painter: QPainter, x: float, middle_y: float, line: Line) -> float:
        """Draw a line at a place, its middle at a height; gives its width."""
        width, height = self.width(line), self.height(line.size_px)
        self.draw_line(painter, QRectF(x, middle_y - height / 2, width, height), line)
        return width

    def draw_line(self, painter: QPainter, rect: QRectF, line: Line) -> None:
        """Draw words in a rectangle that is made for them."""
        if line.ground:
            painter.fillRect(rect, QColor(line.ground))
        x = rect.left() + PADDING_PX
        if line.icon:
            side = min(self._icon_px(line), rect.height())
            drawn = icon_pixmap(line.icon, line.colour, round(side), _ICON_RATIO)
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawPixmap(QRectF(x, rect.center().y() - side / 2, side, side), drawn, QRectF(drawn.rect()))
            x += side + ICON_GAP_PX
        font, metrics = self._font(line.size_px, line.bold)
        painter.setFont(font)
        painter.setPen(QColor(line.colour))
        painter.drawText(QPointF(x, rect.top() + metrics.ascent()), line.text)

    def _icon_px(self, line: Line) -> float:
        """Give the size of an icon: that of the design, or more where the letters are larger."""
        return max(ICON_PX, round(self.height(line.size_px) * _ICON_SHARE))

    def _to_words(self, line: Line) -> float:
        return self._icon_px(line) + ICON_GAP_PX if line.icon else 0

    def _font(self, size_px: float, bold: bool) -> tuple[QFont, QFontMetricsF]:
        found = self._fonts.get((size_px, bold))
        if found is None:
            made = self._face(size_px, bold)
            found = self._fonts[size_px, bold] = (made, QFontMetricsF(made))
        return found

    def hatch(self, painter: QPainter, rect: QRectF, colour: str) -> None:
        """Fill a rectangle with slanting lines."""
        painter.save()
        painter.setClipRect(rect, Qt.ClipOperation.IntersectClip)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(colour), 1.2))
        count = int((rect.width() + rect.height()) / _HATCH_PX) + 1
        lefts = [rect.left() - rect.height() + number * _HATCH_PX for number in range(count)]
        painter.drawLines([QLineF(at, rect.bottom(), at + rect.height(), rect.top()) for at in lefts])
        painter.restore()

    def dots(self, painter: QPainter, left: float, right: float, y: float, colour: str) -> None:
        """Draw a dotted line."""
        step = _DOT_PX + _DOT_GAP_PX
        ink = QColor(colour)
        for number in range(int((right - left) / step)):
            painter.fillRect(QRectF(left + number * step, y - 1, _DOT_PX, 2), ink)

    def bar(self, painter: QPainter, left: float, right: float, middle_y: float, height: int, colour: str) -> None:
        """Draw a bar with round corners."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colour))
        painter.drawRoundedRect(QRectF(left, middle_y - height / 2, right - left, height), _CORNER_PX, _CORNER_PX)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)

    def diamond(self, painter: QPainter, x: float, y: float, half: float, colour: str) -> None:
        """Draw a square on its point."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colour))
        points = (QPointF(x, y - half), QPointF(x + half, y), QPointF(x, y + half), QPointF(x - half, y))
        painter.drawPolygon(QPolygonF(points))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)

    def stamp(self, painter: QPainter, key: Hashable, rect: QRect, draw: Drawing) -> None:
        """Draw something that looks the same each time it has this key, and fills all of its rectangle."""
        painter.save()
        painter.translate(rect.topLeft())
        draw(painter)
        painter.restore()

    def upright_dots(self, painter: QPainter, x: float, top: float, bottom: float, colour: str) -> None:
        """Draw a dotted line from above to below."""
        step = _DOT_PX + _DOT_GAP_PX
        ink = QColor(colour)
        for number in range(int((bottom - top) / step) + 1):
            painter.fillRect(QRectF(x, top + number * step, 1, _DOT_PX), ink)


class ScreenInk(Ink):
    """Keeps what it drew as pictures: drawing text anew each frame is most of what a frame costs."""

    def __init__(self, face: Face, ratio: float) -> None:
        super().__init__(face)
        self.ratio = ratio
        self._kept: OrderedDict[Hashable, QPixmap] = OrderedDict()
        self._widths: dict[Line, float] = {}
        self._elided: dict[tuple[Line, int], Line] = {}

    def width(self, line: Line) -> float:
        found = self._widths.get(line)
        if found is None:
            if len(self._widths) > _KEPT:
                self._widths.clear()
            found = self._widths[line] = float(round(super().width(line)))
        return found

    def write(self, painter: QPainter, x: float, middle_y: float, line: Line) -> float:
        drawn, height = self._kept.get(line), round(self.height(line.size_px))
        if drawn is None:
            width = self.width(line)
            rect, plain = QRectF(0, 0, width, height), line._replace(ground="")
            draw = partial(self.draw_line, rect=rect, line=plain)
            drawn = self._stamp(line, width, height, draw, line.ground)
        painter.drawPixmap(round(x), round(middle_y - height / 2), drawn)
        return drawn.width() / self.ratio

    def elided(self, line: Line, room: float) -> Line:
        key = (line, round(room))
        found = self._elided.get(key)
        if found is None:
            if len(self._elided) > _KEPT:
                self._elided.clear()
            found = self._elided[key] = super().elided(line, round(room))
        return found

    def stamp(self, painter: QPainter, key: Hashable, rect: QRect, draw: Drawing) -> None:
        painter.drawPixmap(rect.left(), rect.top(), self._stamp(key, rect.width(), rect.height(), draw, "#000000"))

    def bar(self, painter: QPainter, left: float, right: float, middle_y: float, height: int, colour: str) -> None:
        width, top = round(right - left), round(middle_y - height / 2)
        if width > _LONG_BAR_PX:
            super().bar(painter, round(left), round(left) + width, top + height / 2, height, colour)
            return
        draw = partial(Ink.bar, self, left=0, right=width, middle_y=height / 2, height=height, colour=colour)
        painter.drawPixmap(round(left), top, self._stamp(("bar", colour, width, height), width, height, draw))

    def diamond(self, painter: QPainter, x: float, y: float, half: float, colour: str) -> None:
        side = 2 * round(half) + 2
        draw = partial(Ink.diamond, self, x=side / 2, y=side / 2, half=half, colour=colour)
        drawn = self._stamp(("diamond", colour, side), side, side, draw)
        painter.drawPixmap(round(x - side / 2), round(y - side / 2), drawn)

    def hatch(self, painter: QPainter, rect: QRectF, colour: str) -> None:
        height = round(rect.height())
        draw = partial(Ink.hatch, self, rect=QRectF(0, 0, _STRIP_PX, height), colour=colour)
        self._lay_strip(painter, self._stamp(("hatch", colour, height), _STRIP_PX, height, draw), rect.toRect())

    def dots(self, painter: QPainter, left: float, right: float, y: float, colour: str) -> None:
        draw = partial(Ink.dots, self, left=0, right=_STRIP_PX, y=1, colour=colour)
        rect = QRect(round(left), round(y) - 1, round(right - left), 2)
        self._lay_strip(painter, self._stamp(("dots", colour), _STRIP_PX, 2, draw), rect)

    def upright_dots(self, painter: QPainter, x: float, top: float, bottom: float, colour: str) -> None:
        height = round(bottom - top)
        draw = partial(Ink.upright_dots, self, x=0, top=0, bottom=height, colour=colour)
        painter.drawPixmap(round(x), round(top), self._stamp(("upright", colour, height), 1, height, draw))

    def _lay_strip(self, painter: QPainter, strip: QPixmap, rect: QRect) -> None:
        """Draw as much of a strip as a rectangle is wide. Tiling it would be a hundred times as slow."""
        for left in range(rect.left(), rect.right() + 1, _STRIP_PX):
            width = min(_STRIP_PX, rect.right() + 1 - left)
            part = QRect(0, 0, round(width * self.ratio), strip.height())
            painter.drawPixmap(QRect(left, rect.top(), width, rect.height()), strip, part)

    def _stamp(self, key: Hashable, width: float, height: float, draw: Drawing, ground: str = "") -> QPixmap:
        """Give the picture of a key; drawn the first time, on a ground or on nothing."""
        found = self._kept.get(key)
        if found is None:
            found = QPixmap(max(1, round(width * self.ratio)), max(1, round(height * self.ratio)))
            found.setDevicePixelRatio(self.ratio)
            found.fill(QColor(ground) if ground else Qt.GlobalColor.transparent)
            inner = QPainter(found)
            draw(inner)
            inner.end()
            self._kept[key] = found
            if len(self._kept) > _KEPT:
                self._kept.popitem(last=False)
        return found
