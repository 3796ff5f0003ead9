"""How words, signs and patterns get onto a device: kept as small pictures for the screen, drawn as lines on paper."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass
from typing import NamedTuple

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen, QPixmap

from tracker.ui.icons import icon_pixmap
from tracker.ui.overview.drawing import Face

ICON_PX, ICON_GAP_PX = 14, 5
PADDING_PX = 3
_KEPT = 4_000
_HATCH_PX = 6
_DOT_PX, _DOT_GAP_PX = 3, 2
_PAPER_ICON_RATIO = 4.0


class Line(NamedTuple):
    """Words on one line. ``ground`` is the colour beneath, "" for none; ``icon`` stands before them."""

    text: str
    colour: str
    size_px: float = 12
    bold: bool = False
    ground: str = ""
    icon: str = ""


@dataclass(slots=True)
class Ink:
    """Draws on any device, with the fonts that ``face`` gives."""

    face: Face

    def width(self, line: Line) -> float:
        """Give how wide a line is, with its icon and the room around it."""
        words = _width(line.text, self.face, line.size_px, line.bold)
        return words + 2 * PADDING_PX + (ICON_PX + ICON_GAP_PX if line.icon else 0)

    def height(self, size_px: float = 12) -> float:
        """Give the height of a line of text."""
        return _metrics(self.face, size_px, False).height()

    def elided(self, line: Line, room: float) -> Line:
        """Give a line that fits in a width, with an ellipsis where it must."""
        if self.width(line) <= room:
            return line
        free = room - 2 * PADDING_PX - (ICON_PX + ICON_GAP_PX if line.icon else 0)
        metrics = _metrics(self.face, line.size_px, line.bold)
        return line._replace(text=metrics.elidedText(line.text, Qt.TextElideMode.ElideRight, max(free, 0)))

    def write(self, painter: QPainter, x: float, middle_y: float, line: Line) -> float:
        """Draw a line at a place, its middle at a height; gives its width."""
        width, height = self.width(line), self.height(line.size_px)
        rect = QRectF(x, middle_y - height / 2, width, height)
        draw_line(painter, rect, line, self.face)
        return width

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

    def upright_dots(self, painter: QPainter, x: float, top: float, bottom: float, colour: str) -> None:
        """Draw a dotted line from above to below."""
        step = _DOT_PX + _DOT_GAP_PX
        ink = QColor(colour)
        for number in range(int((bottom - top) / step) + 1):
            painter.fillRect(QRectF(x, top + number * step, 1, _DOT_PX), ink)


class ScreenInk(Ink):
    """Keeps what it drew as pictures: drawing text anew each frame is most of what a frame costs."""

    __slots__ = ("_kept", "_widths", "ratio")

    def __init__(self, face: Face, ratio: float) -> None:
        super().__init__(face)
        self.ratio = ratio
        self._kept: OrderedDict[object, QPixmap] = OrderedDict()
        self._widths: dict[Line, float] = {}

    def width(self, line: Line) -> float:
        found = self._widths.get(line)
        if found is None:
            if len(self._widths) > _KEPT:
                self._widths.clear()
            found = self._widths[line] = float(round(super().width(line)))
        return found

    def write(self, painter: QPainter, x: float, middle_y: float, line: Line) -> float:
        drawn = self._kept.get(line)
        if drawn is None:
            width, height = self.width(line), round(self.height(line.size_px))
            drawn = self._blank(width, height, line.ground)
            inner = QPainter(drawn)
            draw_line(inner, QRectF(0, 0, width, height), line._replace(ground=""), self.face)
            inner.end()
            self._keep(line, drawn)
        painter.drawPixmap(QPointF(round(x), round(middle_y - drawn.height() / self.ratio / 2)), drawn)
        return self.width(line)

    def hatch(self, painter: QPainter, rect: QRectF, colour: str) -> None:
        key = ("hatch", colour, round(rect.height()))
        tile = self._kept.get(key)
        if tile is None:
            side = round(rect.height() / _HATCH_PX) * _HATCH_PX
            tile = self._blank(side, round(rect.height()), "")
            inner = QPainter(tile)
            Ink.hatch(self, inner, QRectF(0, 0, side, rect.height()), colour)
            inner.end()
            self._keep(key, tile)
        painter.drawTiledPixmap(rect, tile)

    def dots(self, painter: QPainter, left: float, right: float, y: float, colour: str) -> None:
        if right > left:
            painter.drawTiledPixmap(QRectF(left, round(y) - 1, right - left, 2), self._dot(colour, 2, flat=True))

    def upright_dots(self, painter: QPainter, x: float, top: float, bottom: float, colour: str) -> None:
        painter.drawTiledPixmap(QRectF(round(x), top, 1, bottom - top), self._dot(colour, 1, flat=False))

    def _dot(self, colour: str, thick: int, *, flat: bool) -> QPixmap:
        key = ("dot", colour, flat)
        tile = self._kept.get(key)
        if tile is None:
            step = (_DOT_PX + _DOT_GAP_PX) * 8  # a longer tile is drawn in fewer pieces
            tile = self._blank(step, thick, "") if flat else self._blank(thick, step, "")
            inner = QPainter(tile)
            if flat:
                Ink.dots(self, inner, 0, step + 1, 1, colour)
            else:
                Ink.upright_dots(self, inner, 0, 0, step - 1, colour)
            inner.end()
            self._keep(key, tile)
        return tile

    def _blank(self, width: float, height: float, ground: str) -> QPixmap:
        made = QPixmap(max(1, round(width * self.ratio)), max(1, round(height * self.ratio)))
        made.setDevicePixelRatio(self.ratio)
        made.fill(QColor(ground) if ground else Qt.GlobalColor.transparent)
        return made

    def _keep(self, key: object, drawn: QPixmap) -> None:
        self._kept[key] = drawn
        if len(self._kept) > _KEPT:
            self._kept.popitem(last=False)


def draw_line(painter: QPainter, rect: QRectF, line: Line, face: Face) -> None:
    """Draw words in a rectangle that is made for them."""
    if line.ground:
        painter.fillRect(rect, QColor(line.ground))
    x = rect.left() + PADDING_PX
    if line.icon:
        side = min(ICON_PX, rect.height())
        drawn = icon_pixmap(line.icon, line.colour, round(side), _PAPER_ICON_RATIO)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawPixmap(QRectF(x, rect.center().y() - side / 2, side, side), drawn, QRectF(drawn.rect()))
        x += side + ICON_GAP_PX
    painter.setFont(_font(face, line.size_px, line.bold))
    painter.setPen(QColor(line.colour))
    single = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine)
    # a little room: text is a hair wider on some devices than it was measured
    painter.drawText(QRectF(x, rect.top(), rect.right() - x + 4, rect.height()), single, line.text)


def _font(face: Face, size_px: float, bold: bool) -> QFont:
    return face(size_px, bold)


def _metrics(face: Face, size_px: float, bold: bool) -> QFontMetricsF:
    return QFontMetricsF(face(size_px, bold))


def _width(text: str, face: Face, size_px: float, bold: bool) -> float:
    return _metrics(face, size_px, bold).horizontalAdvance(text)
