"""Texts too long for one cell or one row, in pieces that together are the text again, to the letter."""

from __future__ import annotations

import re
from collections.abc import Callable

from tracker.exchange.text_width import line_count

CELL_CHARACTERS = 32_767
"""What a cell of a workbook can hold, in UTF-16 units (Excel specifications and limits)."""
ROW_LINES = 33
"""Lines of the text font in the highest row that Excel has (409 points)."""
_LOOKS_ESCAPED = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
_SEARCHED_FOR_BREAK = 400
_BREAKS = ("\n", ". ", " ")


def escaped(text: str) -> str:
    """Give text as it must stand in the file: Excel reads ``_x0041_`` as A unless its first mark is written as a code.

    Source: ECMA-376 part 1, 22.9.2.19 ST_Xstring.
    """
    return _LOOKS_ESCAPED.sub("_x005F_", text)


def pieces(
    text: str, *, characters: int = CELL_CHARACTERS, width: int | None = None, lines: int = ROW_LINES,
    is_bold: bool = False,
) -> list[str]:  # fmt: skip
    """Cut text so that each piece fits one cell and, where a column's width is given, one row of so many lines."""

    def fits(part: str) -> bool:
        return _fits_cell(part, characters) and (width is None or line_count(part, width, is_bold=is_bold) <= lines)

    found = []
    while not fits(text):
        cut = _cut(text, fits)
        found.append(text[:cut])
        text = text[cut:]
    return [*found, text]


def _fits_cell(text: str, characters: int) -> bool:
    if len(text) * 8 <= characters:  # an escape makes eight characters of one
        return True
    return len(escaped(text)) <= characters and len(text.encode("utf-16-le", "surrogatepass")) // 2 <= characters


def _cut(text: str, fits: Callable[[str], bool]) -> int:
    """Give the place of the cut: after the last break that still fits, else at the last character that does."""
    low, high = 1, len(text)
    while low < high:
        middle = (low + high + 1) // 2
        if fits(text[:middle]):
            low = middle
        else:
            high = middle - 1
    start = max(0, low - _SEARCHED_FOR_BREAK, low // 2)
    for sign in _BREAKS:
        place = text.rfind(sign, start, low)
        if place != -1:
            return min(place + len(sign), low)
    return low
