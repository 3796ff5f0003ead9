"""Words with which a cell says that nothing is known (yet): -, n.t.b., onbekend, n/a."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from tracker.basics.folding import fold

_WORDS: Final = frozenset(
    fold(words)
    for words in (
        "-", "--", "---", "–", "—", ".", "..", "...", "…", "?", "??", "x", "/", "n.t.b.", "ntb", "nog niet bekend",
        "niet bekend", "onbekend", "nader te bepalen", "nog te bepalen", "n.n.b.", "nnb", "nog onbekend", "geen",
        "n.v.t.", "nvt", "niet van toepassing", "n/a", "na", "tbd", "tbc", "t.b.d.", "to be determined", "unknown",
        "none", "not known", "not applicable", "nog niet vastgesteld", "leeg", "(leeg)", "(blank)", "null", "nan",
        "volgt", "volgt nog", "pm", "p.m.", "nog te bepalen.", "geen datum", "geen termijn", "no date",
    )
)  # fmt: skip


def says_nothing(text: str) -> bool:
    """Tell whether a text stands for "nothing known"."""
    return len(text) <= 24 and _is_such(text)


NOT_YET: Final = frozenset(
    fold(words)
    for words in (
        "n.t.b.", "ntb", "nog niet bekend", "nader te bepalen", "nog te bepalen", "n.n.b.", "nnb", "nog onbekend",
        "tbd", "tbc", "t.b.d.", "to be determined", "nog niet vastgesteld", "volgt", "volgt nog", "pm", "p.m.",
        "nog te bepalen.",
    )
)  # fmt: skip
"""Words for what will be known, and is not yet. A deadline in these words is none that anybody can watch."""


def says_not_yet(text: str) -> bool:
    """Tell whether a text says that something will be known, and is not yet."""
    return len(text) <= 24 and fold(text) in NOT_YET


@lru_cache(maxsize=4096)
def _is_such(text: str) -> bool:
    return fold(text) in _WORDS
