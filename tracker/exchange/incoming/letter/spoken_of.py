"""Whether a noun was brought up before: "wordt herzien. De herziening …", "een hulpmodule. De module …"."""

from __future__ import annotations

import re
from typing import Final

from tracker.basics.folding import fold

_ENDING: Final = re.compile(r"(?:ingen|ing|en|s|t)$")
_SHORTEST: Final = 4


def stem_of(noun: str) -> str:
    """Give what a noun has in common with the words that bring it up."""
    words = fold(noun)
    stem = _ENDING.sub("", words)
    return stem if len(stem) >= _SHORTEST else words


def is_spoken_of(noun: str, before: str) -> bool:
    """Tell whether the words before bring up what the noun means."""
    return stem_of(noun) in fold(before)
