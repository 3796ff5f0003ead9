"""Where a deadline and its words stand on the line of days, also where part of it is out of sight."""

from __future__ import annotations

from typing import NamedTuple

from tracker.services.timeline import Mark, Shape
from tracker.ui.timeline.scale import Scale

GAP_PX = 8
LEAST_BAR_PX = 6
OPEN_END_PX = 64
"""How far *from then on* is drawn: it has no end."""
LEFT_ARROW, RIGHT_ARROW = "← ", " →"


class Placed(NamedTuple):
    """A bar from ``left`` to ``right``, and where its words begin.

    ``side`` -1 or 1: it lies before or after what is seen, and the words stand at that edge with an arrow.
    """

    left: float
    right: float
    words_x: float
    side: int = 0
    late_to: float | None = None
    """Up to where the line of being late runs."""


def place_mark(mark: Mark, scale: Scale, width: float, today_x: float, words_px: float) -> Placed:
    """Give where everything of a deadline stands in a width, with words this wide."""
    shape = mark.shape
    if shape is Shape.WAITS or shape is Shape.NONE:
        at = min(max(today_x, -GAP_PX / 2), width)
        return Placed(at, at, _beside(at, at, width, words_px))
    left, right = scale.x(mark.first), scale.x(mark.last + 1)
    if shape is Shape.DAY:
        middle = (left + right) / 2
        left, right = middle - LEAST_BAR_PX, middle + LEAST_BAR_PX
    elif shape is Shape.FROM:
        right = left + OPEN_END_PX
    elif right - left < LEAST_BAR_PX:
        right = left + LEAST_BAR_PX
    is_late = mark.tone == "late" and today_x > right
    if is_late and right < width and today_x >= 0:
        return Placed(left, right, _beside(left, min(today_x, width), width, words_px), late_to=today_x)
    if right <= 0:
        return Placed(left, right, GAP_PX / 2, -1)
    if left >= width:
        return Placed(left, right, width - words_px - GAP_PX / 2, 1)
    return Placed(left, right, _beside(left, right, width, words_px))


def _beside(left: float, right: float, width: float, words_px: float) -> float:
    """Put words after a bar, else before it, else over it at the edge."""
    if right + GAP_PX + words_px <= width:
        return right + GAP_PX
    if left - GAP_PX - words_px >= 0:
        return left - GAP_PX - words_px
    return max(GAP_PX / 2, width - words_px - GAP_PX / 2)
