"""Two versions of a text side by side in one: which words went, which came, and enough of what stayed to find them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

Sort = Literal["same", "gone", "new", "skipped"]
_TOKEN = re.compile(r"(?:\w+|[^\w\s])\s*|\s+")
"""A word or sign with the blanks after it: blanks alone would be found everywhere, and make a patchwork."""
_MOST_TOKENS = 3000
"""Longer texts are not compared word by word: the comparison grows with the square of their length."""
_CONTEXT_TOKENS = 8
_LEAST_ALIKE = 0.3


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of text: the same in both, gone, new, or left out of the middle of what stayed the same."""

    sort: Sort
    text: str


def word_diff(before: str, after: str) -> list[Piece]:
    """Give the text as it was and as it is in one, word by word.

    Where the two have little in common, the whole old text comes before the whole new one: a patchwork of single
    words that happen to recur cannot be read.
    """
    old, new = _TOKEN.findall(before), _TOKEN.findall(after)
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    is_long = len(old) > _MOST_TOKENS or len(new) > _MOST_TOKENS
    if is_long or matcher.quick_ratio() < _LEAST_ALIKE or matcher.ratio() < _LEAST_ALIKE:
        return [Piece(sort, text) for sort, text in _sides("gone", before, "new", after)]
    pieces: list[Piece] = []
    for what, old_from, old_to, new_from, new_to in matcher.get_opcodes():
        if what == "equal":
            is_last = old_to == len(old)
            pieces += _shortened(old[old_from:old_to], starts_text=old_from == 0, ends_text=is_last)
        else:
            gone, came = "".join(old[old_from:old_to]), "".join(new[new_from:new_to])
            pieces += [Piece(sort, text) for sort, text in _sides("gone", gone, "new", came)]
    return pieces


def _sides(sort: Sort, text: str, other_sort: Sort, other_text: str) -> Iterator[tuple[Sort, str]]:
    if text:
        yield sort, text
    if other_text:
        yield other_sort, other_text


def _shortened(tokens: list[str], *, starts_text: bool, ends_text: bool) -> list[Piece]:
    """Keep of a long run what stands beside a change; at the ends of the text there is a change on one side only."""
    head = 0 if starts_text else _CONTEXT_TOKENS
    tail = 0 if ends_text else _CONTEXT_TOKENS
    if len(tokens) <= head + tail + _CONTEXT_TOKENS:
        return [Piece("same", "".join(tokens))]
    pieces = [Piece("same", "".join(tokens[:head]))] if head else []
    pieces.append(Piece("skipped", "".join(tokens[head : len(tokens) - tail])))
    return [*pieces, Piece("same", "".join(tokens[len(tokens) - tail :]))] if tail else pieces
