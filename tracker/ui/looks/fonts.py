"""Sizes of type, relative to the system's own font (13 px in the pictures of the design)."""

from __future__ import annotations

import re

from PySide6.QtGui import QFont, QFontInfo, QGuiApplication

BODY_PX = 13
_LINE_PX = 18
_LEAST_HEIGHT = re.compile(r"min-height: ([1-9]\d*)px")


def growth() -> float:
    """Give by how much lengths that hold words grow with the system's font; never less than 1."""
    return max(1.0, QFontInfo(QGuiApplication.font()).pixelSize() / BODY_PX)


def grown(size_px: float) -> int:
    """Give a length of the design grown along with the system's font, for who reads with large letters."""
    return round(size_px * growth())


def around_line(height_px: int) -> int:
    """Give the height of what holds a line of words: so much higher as the line is with the system's font."""
    return height_px + grown(_LINE_PX) - _LINE_PX


def with_room(rules: str) -> str:
    """Give the rules of a stylesheet with least heights that hold a line of words in the system's font."""
    return _LEAST_HEIGHT.sub(lambda found: f"min-height: {around_line(int(found[1]))}px", rules)


def font(size_px: float = BODY_PX, *, bold: bool = False) -> QFont:
    """Give the system's font in a size of the design: 13 is its own size, and 400 or 600 its weight."""
    made = QFont(QGuiApplication.font())
    factor = size_px / BODY_PX
    if made.pointSizeF() > 0:
        made.setPointSizeF(made.pointSizeF() * factor)
    else:
        made.setPixelSize(round(made.pixelSize() * factor))
    if bold:
        made.setWeight(QFont.Weight.DemiBold)
    return made


def css_size(size_px: float) -> str:
    """Give a size of the design as a stylesheet wants it."""
    made = font(size_px)
    return f"{made.pointSizeF():.2f}pt" if made.pointSizeF() > 0 else f"{made.pixelSize()}px"
