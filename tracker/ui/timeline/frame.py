"""What is seen of a timeline, and the few things that all of its painters need."""

from __future__ import annotations

from dataclasses import dataclass, field

from PySide6.QtGui import QColor, QPainter

from tracker.basics.language import Text
from tracker.services.timeline import Timeline
from tracker.ui.looks.tokens import Tokens
from tracker.ui.overview.colours import colour_of
from tracker.ui.timeline.ink import Ink
from tracker.ui.timeline.layout import Row
from tracker.ui.timeline.scale import Scale

_FILLS = {"late": "late-fill", "soon": "soon-fill", "on-time": "on-time"}
_TONES = {"settled": "ok", "target": "none", "wait": "wait", "none": "none"}


PROMISED_PX = 4
"""How high the window that was promised first is drawn."""


@dataclass(frozen=True, slots=True)
class Frame:
    """What is seen: how large, which days, and how far the rows are scrolled."""

    width: float
    height: float
    label_px: float
    head_px: float
    scale: Scale
    top: int = 0
    chosen: Row | None = None
    has_focus: bool = False
    days_px: float = field(init=False)
    """The width that the days have."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "days_px", max(0.0, self.width - self.label_px))


def fill_of(tone: str, colours: Tokens) -> str:
    """Give the colour of a bar."""
    return colour_of(_FILLS[tone], colours) if tone in _FILLS else colours.tones[_TONES[tone]].fill


def promised_fill(colours: Tokens) -> str:
    """Give the colour of the window that was promised first: lighter than any bar."""
    return colours.control


def ink_of(tone: str, colours: Tokens) -> str:
    """Give the colour of the words beside a bar."""
    return colours.tones[tone].text if tone in {"late", "soon", "wait"} else colours.muted


def head_px(ink: Ink) -> float:
    """Give the height of the head: letters, days, recesses."""
    return round(3 * ink.height(12) + 12)


def recess_bands(timeline: Timeline, frame: Frame) -> list[tuple[float, float, Text]]:
    """Give the bands that are seen, with the short name of each."""
    found = []
    for recess in timeline.recesses:
        left = frame.label_px + frame.scale.x(recess.first_day.toordinal())
        right = frame.label_px + frame.scale.x(recess.last_day.toordinal() + 1)
        if right > frame.label_px and left < frame.width:
            name = Text(
                recess.text.nl.removesuffix("reces").capitalize(), recess.text.en.removesuffix(" recess").capitalize()
            )
            found.append((max(left, frame.label_px), min(right, frame.width), name))
    return found


def fill(painter: QPainter, x: float, y: float, width: float, height: float, colour: QColor) -> None:
    """Fill a rectangle of whole pixels: with fractions Qt takes ten times as long."""
    left, top = round(x), round(y)
    painter.fillRect(left, top, round(x + width) - left, round(y + height) - top, colour)
