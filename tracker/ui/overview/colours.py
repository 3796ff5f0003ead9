"""The colours and patterns of charts by role. A pattern beside each colour, so that a chart also reads in grey."""

from __future__ import annotations

from enum import Enum

from PySide6.QtGui import QColor

from tracker.ui.looks.tokens import Tokens

_LIGHT = {
    "age-0": "#B9822E", "age-1": "#B94F0B", "age-2": "#B3261E", "age-3": "#5E0D12",
    "done": "#2F8352", "on-time": "#007BC7", "late-fill": "#C5372E", "soon-fill": "#B8700F",
}  # fmt: skip
_DARK = {
    "age-0": "#F6D5AE", "age-1": "#EFA866", "age-2": "#E5695F", "age-3": "#C64B44",
    "done": "#4FA874", "on-time": "#3D9BE0", "late-fill": "#E5695F", "soon-fill": "#D2953C",
}  # fmt: skip
AGE_ROLES = ("age-0", "age-1", "age-2", "age-3")
STAND_ROLES = ("done", "on-time", "late-fill")
_WHITE, _INK = "#FFFFFF", "#10161C"


class Pattern(Enum):
    """What lies over the fill of a bar."""

    PLAIN = "plain"
    STRIPES = "stripes"
    DOTS = "dots"


PATTERNS = {
    "age-1": Pattern.DOTS, "age-2": Pattern.STRIPES, "late-fill": Pattern.STRIPES, "done": Pattern.DOTS,
}  # fmt: skip
"""What is not here is plain. Neighbours in a bar never have the same pattern."""


def colour_of(role: str, colours: Tokens) -> str:
    """Give the colour of a chart's role, of a role of the window, or the number's colour on a fill (``on age-0``)."""
    if role.startswith("on "):
        return ink_on(colour_of(role[3:], colours))
    is_dark = QColor(colours.surface).lightness() < 128
    return (_DARK if is_dark else _LIGHT).get(role) or colours.colour(role)


def ink_on(fill: str) -> str:
    """Give white or near-black for a number on a fill, whichever contrasts more."""
    light = _luminance(fill)
    return _WHITE if 1.05 / (light + 0.05) >= (light + 0.05) / (_luminance(_INK) + 0.05) else _INK


def _luminance(colour: str) -> float:
    """Give the relative luminance of WCAG 2.1."""
    parts = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
