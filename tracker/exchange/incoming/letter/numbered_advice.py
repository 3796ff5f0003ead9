"""Recommendations that prose counts: "De eerste aanbeveling is om …", "Aanbeveling 2 (verhoog het maximum) …".

Each comes with its number, what is recommended, and what the letter answers in the same sentence.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

_ORDINALS: Final = {
    word: number
    for number, word in enumerate(
        ("eerste", "tweede", "derde", "vierde", "vijfde", "zesde", "zevende", "achtste", "negende", "tiende"), 1
    )
}
_WORDS: Final = "|".join(_ORDINALS)
_COUNTED: Final = re.compile(
    rf"\b(?:(?:de|het)\s+(?P<first>{_WORDS})(?:(?:\s+en(?:\s+de)?|,)\s+(?P<second>{_WORDS}))?\s+(?:aanbeveling(?:en)?|"
    rf"advies)|aanbeveling(?:en)?\s+(?P<figure>\d{{1,2}})(?:\s+en\s+(?P<figure2>\d{{1,2}}))?)\b",
    re.IGNORECASE,
)
_WHAT: Final = (
    re.compile(r"\s*\((?P<what>[^()]{6,240})\)"),
    re.compile(r"\s*[:–-]\s+(?P<what>[^.;]{6,300})"),
    re.compile(
        r",?\s+(?:is|luidt|houdt in|houdt|betreft|behelst|strekt ertoe|ziet erop)\s*(?:in\b)?[\s,:]*"
        r"(?P<what>(?:dat|om|het|de|een)\s[^.;]{6,300})"
    ),
    re.compile(r"\s+(?P<what>om\s[^,.;]{6,300}?)(?=,?\s+(?:neem|nemen|volg|wordt|heb|is)\b|[,.;])"),
    re.compile(
        r",\s+(?:(?:die|welke)\s+)?(?:(?:gaat\s+)?over|inzake|betreffende)\s+(?P<what>[^.;]{6,240}?)"
        r"(?=,\s+(?:neem|nemen|volg|wordt|worden|heb|hebben|is|zijn)\b)"
    ),
    re.compile(r",\s+(?P<what>[^,.;]{6,240}),"),
    re.compile(r"\s+(?:over|inzake|betreffende)\s+(?P<what>[^,.;]{6,240}?)(?=,|\s+(?:neem|volg|wordt|heb|is)\b)"),
)
"""How a sentence says what is recommended, from the plainest to the loosest."""
_SPLIT: Final = re.compile(r"\s+en\s+(?:over\s+|inzake\s+)?(?=(?:de|het|een|[a-z]{5,})\b)")


@dataclass(frozen=True, slots=True)
class Counted:
    """One recommendation: its number, what it recommends, and where in the sentence that ends."""

    number: str
    what: str
    end: int


def counted_in(text: str) -> Iterator[Counted]:
    """Give the recommendations that a sentence counts and describes."""
    for found in _COUNTED.finditer(text):
        what = next((one for form in _WHAT if (one := form.match(text, found.end()))), None)
        if what is None:
            continue
        numbers = [number for one in found.groups() if one and (number := _number(one))]
        words = what["what"].strip()
        parts = _SPLIT.split(words) if len(numbers) > 1 else [words]
        if len(parts) != len(numbers):
            numbers, parts = [" en ".join(numbers)], [words]
        for number, part in zip(numbers, parts, strict=True):
            yield Counted(number, re.sub(r"^(?:om|dat)\s+(?:te\s+)?", "", part), what.end())


def _number(word: str) -> str:
    return word if word.isdecimal() else str(_ORDINALS[word.lower()])
