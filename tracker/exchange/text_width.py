"""How many lines a text takes in a column, so that its row can be made high enough.

Excel measures rows when a file is opened, but LibreOffice (7.4 seen) and viewers trust what the file says, and show
wrapped text as one line where it says nothing.
"""

from __future__ import annotations

import re
from typing import Final

_PIXELS_PER_WIDTH: Final = 7
"""A column's width counts digits of the font of the style Normal: Arial, 10 points."""
_PIXELS_PER_EM: Final = 12
"""The text font, 9 points at 96 dots to the inch."""
_DEFAULT, _CAPITAL = 0.556, 0.70
_FIRST_WIDE_SCRIPT: Final = "\u2e80"
"""From here on, most letters are as wide as they are high (Chinese and the like)."""
_WORDS: Final = re.compile(r"\S+|\s+")


def line_count(text: str, width: float, *, scale: float = 1.0) -> int:
    """Estimate how many lines a text takes in a column of this width. ``scale``: larger than the text font."""
    available = max(1.0, width * _PIXELS_PER_WIDTH / _PIXELS_PER_EM / scale)
    return sum(_lines(line, available) for line in text.split("\n"))


def _lines(line: str, available: float) -> int:
    if len(line) <= available or _width(line) <= available:  # no letter is wider than an em
        return 1
    count, used = 1, 0.0
    for word in _WORDS.findall(line):
        size = _width(word)
        if used + size <= available or word.isspace():
            used += size
            continue
        if used:
            count += 1
        count += int(size // available)
        used = size % available
    return count


def _width(text: str) -> float:
    return sum(map(_WIDTHS.__getitem__, text))


class _Widths(dict[str, float]):
    """Widths of Arial's letters, in em; a letter is looked up once, then remembered."""

    def __missing__(self, letter: str) -> float:
        is_narrow = letter < _FIRST_WIDE_SCRIPT
        self[letter] = found = _CAPITAL if letter.isupper() else _DEFAULT if is_narrow else 1.0
        return found


_WIDTHS: Final = _Widths(
    {
        "w": 0.72,
        **dict.fromkeys("ijl'|", 0.225),
        **dict.fromkeys(" .,:;/!ftI[]\\", 0.28),
        **dict.fromkeys("r()-`", 0.335),
        **dict.fromkeys("ckvsxyzJ", 0.5),
        **dict.fromkeys("mMW%@—…", 0.88),
    }
)
