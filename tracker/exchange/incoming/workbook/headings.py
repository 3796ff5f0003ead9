"""What a heading means: the target it names, exactly or nearly, and how sure that is."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Final

from rapidfuzz import fuzz, process

from tracker.basics.folding import fold
from tracker.records.import_target import targets_of
from tracker.records.kind import Kind
from tracker.records.registry import KINDS

_IN_BRACKETS: Final = re.compile(r"[(\[][^()\[\]]*[)\]]")
_AT_ENDS: Final = re.compile(r"^[\s*:.\-–]+|(?:(?<=[a-z])\d|[\s*:.?\-–¹²³])+$")
_NEAR: Final = 84
_SHORT: Final = 4
_LONGEST: Final = 90
_NO_HEADING: Final = re.compile(r"\d{3,}|@|https?:|[.!?]\s+\S")
_DATED: Final = re.compile(
    r"\s*\b(?:(?:per|op|d\.d\.|t/m|tot)\s+)?\d{1,2}[\s./-]+(?:\d{1,2}|[a-z]{3,9}\.?)[\s./-]+(?:20)?\d\d\b|\s+\d{1,2}$",
    re.IGNORECASE,
)
"""A day in a heading, or its number: "Stand per 1 okt 2026", "Mijlpaal 2"."""
_LITTLE: Final = frozenset(
    ("de", "het", "een", "er", "is", "zijn", "wordt", "doet", "dit", "the", "a", "an", "is", "of", "by", "van")
)
"""Words that a heading can do without: "wie doet het", "date of debate"."""
_OF_KIND: Final = 0.93
"""How well the name of a kind ("Motie") names its subject: a column that says so itself comes first."""
_OTHER_HEADINGS: Final = frozenset(
    fold(words)
    for words in (
        "motie", "toezegging", "actie", "aanbeveling", "programma", "instrument", "verdrag", "richtlijn", "wet",
        "bedrag", "contact", "afdoening", "ingediend", "jaar", "maand", "week", "prioriteit", "bijlage",
        "motion", "commitment", "recommendation", "programme", "country", "start", "end", "einde", "#", "actielijn",
    )
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Named:
    """A target that a heading names, and how well: 1 is exactly."""

    target: str
    weight: float


def plain_heading(text: str) -> str:
    """Give a heading as it is compared: folded, without footnote signs, colons and figures at its end."""
    return _AT_ENDS.sub("", fold(text.replace("-\n", "").replace("\n", " ")))


@lru_cache(maxsize=4096)
def targets_named(kind: Kind, heading: str) -> tuple[Named, ...]:
    """Give what a heading can name in a list of this kind, the best first. ``heading`` is as people wrote it."""
    found: dict[str, float] = {}
    for words, weight in _variants(heading):
        for one in _named(kind, words):
            found[one.target] = max(found.get(one.target, 0.0), one.weight * weight)
    return tuple(sorted((Named(*one) for one in found.items()), key=lambda one: -one.weight))


@lru_cache(maxsize=16384)
def heading_weight(text: str) -> float:
    """Tell how much a text looks like a heading of any list: 1 where it is one that is known, 0 where it cannot be."""
    if not text or len(text) > _LONGEST or _NO_HEADING.search(_IN_BRACKETS.sub(" ", text)):
        return 0.0
    if plain_heading(text) in _OTHER_HEADINGS:
        return 1.0
    return max((targets_named(kind, text)[0].weight for kind in KINDS if targets_named(kind, text)), default=0.0)


def _variants(heading: str) -> list[tuple[str, float]]:
    """Give the ways to read a heading: whole, without brackets, what stands in them, and of two pieces each."""
    whole = plain_heading(heading)
    found = [(whole, 1.0)]
    bare = plain_heading(_IN_BRACKETS.sub(" ", heading))
    if bare and bare != whole:
        found.append((bare, 0.97))
        found += [
            (inside, 0.8) for piece in _IN_BRACKETS.findall(heading) if len(inside := plain_heading(piece[1:-1])) > 2
        ]
    if (undated := plain_heading(_DATED.sub(" ", heading))) and undated != whole:
        found.append((undated, 0.95))
    if (short := " ".join(word for word in whole.split() if word not in _LITTLE)) and short != whole:
        found.append((short, 0.96))
    if whole in {"#", ""} and "#" in heading:
        found.append(("#", 1.0))
    for sign in ("/", " | "):
        if sign in whole:
            found += [(plain_heading(piece), 0.8) for piece in whole.split(sign) if len(piece) > 2]
    return found


def _named(kind: Kind, words: str) -> list[Named]:
    known = _lexicon(kind)
    if not words:
        return []
    if words in known:
        return [Named(target, weight) for target, weight in known[words]]
    if len(words) < _SHORT:
        return []
    near = process.extract(words, list(known), scorer=_likeness, score_cutoff=_NEAR, limit=3)
    return [Named(target, weight * score / 100 * 0.95) for key, score, _ in near for target, weight in known[key]]


def _likeness(first: str, second: str, **_: object) -> float:
    """Give how alike two headings are: letter by letter, or as the same words in another order or with more of them."""
    if len(second) < _SHORT:
        return 0.0
    whole = max(fuzz.ratio(first, second), fuzz.token_sort_ratio(first, second))
    short, long = sorted((set(first.split()), set(second.split())), key=len)
    if short < long and len("".join(short)) * 2 >= len("".join(long)):
        whole = max(whole, 86.0)
    return whole


@cache
def _lexicon(kind: Kind) -> dict[str, list[tuple[str, float]]]:
    """Give the targets of each heading that is known for a kind: labels before aliases, fields before the rest."""
    found: dict[str, list[tuple[str, float]]] = {}

    def add(words: str, target: str, weight: float) -> None:
        # Fields that every kind has give way to what this kind calls so.
        key = plain_heading(words) or fold(words)
        if key and all(one[0] != target for one in found.setdefault(key, [])):
            found[key].append((target, weight))

    for target in targets_of(kind).values():
        for label in (target.label.nl, target.label.en):
            add(label, target.name, 1.0)
        for place, alias in enumerate(target.aliases):
            add(alias, target.name, 0.99 - place / 1000)
    for words in (kind.one.nl, kind.one.en, kind.many.nl, kind.many.en):
        add(words, "title", _OF_KIND)
    return found
