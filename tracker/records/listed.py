"""Several values in one text, and back: apart by ``;``, line ends or ``|``, in quotes where a value holds such a sign.

It is the quoting of CSV, used as little as can be: quotes are read as such only around words that need them, so that
words which somebody put between quotes of their own keep these.

>>> [piece.words for piece in split('14 landen; "7 prioriteiten; 1 ervan"')]
['14 landen', '7 prioriteiten; 1 ervan']
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

BETWEEN_VALUES = ";\n"
BETWEEN_PARTS = "|"
_QUOTED = re.compile(r'[^\S\n]*"(?P<inside>(?:[^"]|"")*)"[^\S\n]*')


class Piece(NamedTuple):
    """What stood between two signs; ``is_exact``: it was in quotes, and not a character of it may change."""

    words: str
    is_exact: bool


def quoted(words: str, signs: str = BETWEEN_VALUES) -> str:
    """Give a value as it must stand in a list: itself where that reads back, else in quotes."""
    return words if _is_plain(words, signs) else '"{}"'.format(words.replace('"', '""'))


def split(text: str, signs: str = BETWEEN_VALUES) -> list[Piece]:
    """Give the pieces between the signs, also the empty ones."""
    return [_piece(text[start:end], signs) for start, end, _ in _places(text, signs)]


def split_items(text: str) -> list[str]:
    """Give each item of a list of items, with the ``|`` between its parts and the quotes around them."""
    found, start = [], 0
    for _, end, sign in _places(text, BETWEEN_VALUES + BETWEEN_PARTS):
        if sign != BETWEEN_PARTS:
            found.append(text[start:end])
            start = end + 1
    return found


def split_parts(item: str) -> list[Piece]:
    """Give the parts of one item."""
    signs = BETWEEN_VALUES + BETWEEN_PARTS
    found, start = [], 0
    for _, end, sign in _places(item, signs):
        if sign == BETWEEN_PARTS or end == len(item):
            found.append(_piece(item[start:end], signs))
            start = end + 1
    return found


def _piece(words: str, signs: str) -> Piece:
    inside = _inside(words, signs)
    return Piece(words, is_exact=False) if inside is None else Piece(inside, is_exact=True)


def _places(text: str, signs: str) -> Iterator[tuple[int, int, str]]:
    """Give the start and end of each piece, and the sign that ends it; the last is ended by nothing."""
    next_sign = re.compile(f"[{re.escape(signs)}]")
    start = 0
    while True:
        after = _after_quotes(text, start, signs)
        sign = next_sign.search(text, start if after is None else after)
        end = len(text) if sign is None else sign.start()
        yield start, end, "" if sign is None else sign[0]
        if sign is None:
            return
        start = sign.end()


def _after_quotes(text: str, start: int, signs: str) -> int | None:
    found = _QUOTED.match(text, start)
    if found is None or (found.end() < len(text) and text[found.end()] not in signs):
        return None
    return found.end()


def _inside(words: str, signs: str) -> str | None:
    """Give what stands in quotes, or None where these are no quotes of ours."""
    found = _QUOTED.fullmatch(words)
    if found is None:
        return None
    inside = found["inside"].replace('""', '"')
    return None if _is_plain(inside, signs) else inside


def _is_plain(words: str, signs: str) -> bool:
    """Tell whether words read back as they are, whatever stands behind them in the list."""
    if not words or words != " ".join(words.split()) or any(sign in words for sign in signs):
        return False
    return not words.startswith('"') or (_QUOTED.fullmatch(words) is not None and _inside(words, signs) is None)
