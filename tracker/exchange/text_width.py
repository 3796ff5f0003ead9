"""How many lines a text takes in a column, so that its row can be made high enough.

Excel trusts the heights that a file gives until somebody edits a row; LibreOffice (7.4 seen) and viewers do so too, and
show wrapped text as one line where the file says nothing. So the count may be too high, and never too low: letters
have the widths that Arial gives them, and a little more, for screens round those to whole pixels.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import Final

_PIXELS_PER_WIDTH: Final = 7
"""A column's width counts digits of the font of the style Normal: Arial, 10 points."""
_AROUND_TEXT_PX: Final = 16
"""What a cell keeps free: an indent of one (three blanks of that font) and two or three pixels on either side."""
_PIXELS_PER_POINT: Final = 96 / 72
_SPARE: Final = 1.03
TEXT_PT: Final = 9
_FIRST_WIDE_SCRIPT: Final = "\u2e80"
"""From here on, most letters are as wide as they are high (Chinese and the like)."""
_WORDS: Final = re.compile(r"\S+|\s+")


@lru_cache(maxsize=512)  # a text is asked for when it is cut, linked and given its height, and many texts return
def line_count(text: str, width: float, *, size_pt: float = TEXT_PT, is_bold: bool = False) -> int:
    """Estimate how many lines a text takes in a column of this width, in a font of this size."""
    letter_px = size_pt * _PIXELS_PER_POINT * _SPARE
    available = max(1.0, (width * _PIXELS_PER_WIDTH - _AROUND_TEXT_PX) / letter_px)
    widths = _BOLD if is_bold else _PLAIN
    return sum(_lines(line, available, widths) for line in text.split("\n"))


def _lines(line: str, available: float, widths: _Widths) -> int:
    if len(line) * _WIDEST <= available or widths.of(line) <= available:
        return 1
    count, used = 1, 0.0
    for word in _WORDS.findall(line):
        size = widths.of(word)
        if used + size <= available or word.isspace():
            used += size
            continue
        if used:
            count += 1
        count += int(size // available)
        used = size % available
    return count


class _Widths(dict[str, float]):
    """Widths of a font's letters, in em; a letter outside its table is looked up once, then remembered."""

    def of(self, text: str) -> float:
        """Give the width of a text on one line."""
        return sum(map(self.__getitem__, text))

    def __missing__(self, letter: str) -> float:
        bare = unicodedata.normalize("NFD", letter)[0]
        self[letter] = found = self[bare] if bare != letter and bare in self else _unknown(letter)
        return found


def _unknown(letter: str) -> float:
    if letter >= _FIRST_WIDE_SCRIPT:
        return _WIDEST
    return 0.8 if letter.isupper() else 0.65


_WIDEST: Final = 1.15


def _widths(of_width: dict[float, str]) -> _Widths:
    return _Widths({letter: width for width, letters in of_width.items() for letter in letters})


# Source: the widths of Helvetica in its Adobe Font Metrics, which are those of Arial.
_PLAIN: Final = _widths(
    {
        0.191: "'",
        0.222: "ijl‘’",
        0.26: "|",
        0.278: " !,./:;I[\\]ft\u00a0",
        0.333: "()-`r“”",
        0.334: "{}",
        0.355: '"•',
        0.389: "*",
        0.469: "^",
        0.5: "Jckvsxyz",
        0.556: "#$0123456789?_Labdeghnopqu–€",
        0.584: "+<=>~",
        0.611: "FTZ",
        0.667: "&ABEKPSVXY",
        0.722: "CDHNRUw",
        0.778: "GOQ",
        0.833: "Mm",
        0.889: "%",
        0.944: "W",
        1.015: "@—…",
    }
)
_BOLD: Final = _widths(
    {
        0.238: "'",
        0.278: " ,./I\\ijl‘’|\u00a0",
        0.333: "!()-:;[]`ft",
        0.389: "*r{}•",
        0.474: '"',
        0.5: "z“”",
        0.556: "#$0123456789J_aceksvxy–€",
        0.584: "+<=>^~",
        0.611: "?FLTZbdghnopqu",
        0.667: "EPSVXY",
        0.722: "&ABCDHKNRU",
        0.778: "GOQw",
        0.833: "M",
        0.889: "%m",
        0.944: "W",
        1.0: "@—…",
    }
)
