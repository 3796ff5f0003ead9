"""Whether what prose tells of an action is clear enough to be one, or an officer has to look at it first."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Final

from tracker.basics.folding import fold
from tracker.basics.language import Text
from tracker.exchange.incoming.letter.making import Draft

UNNAMED: Final = Text(
    "De titel komt uit de lopende tekst; de brief geeft de actie geen naam.",
    "The title comes from the running text; the letter gives the action no name.",
)
_HOW_FAR: Final = Text(
    "De brief noemt dit, maar zegt niet hoe ver het is of wanneer het komt.",
    "The letter mentions this, but not how far it is or when it comes.",
)
_HEDGED: Final = Text("De brief laat open of dit doorgaat.", "The letter leaves open whether this goes on.")
_ALIKE: Final = Text(
    "Dit kan bij een actie horen die de brief eerder noemt: {}.",
    "This may belong to an action that the letter names before: {}.",
)
_NO_SUBJECT: Final = re.compile(
    r"(?:ik|wij|om|door|binnen|in(?! kaart)|met|bij|op|verschillende|meerdere|diverse|enkele|deze|dit|die|dat|hier|"
    r"daar|er|zij|hij|ook|indien|waar|via|vanuit|zowel|een aantal|onderdelen|naast|onder)\b"
)
_OPEN: Final = re.compile(
    r"\b(?:haalbaar|indien nodig|waar nodig|waar mogelijk|zo mogelijk|eventuele?|wellicht|mogelijk (?:is|wordt))\b"
)
_EXAMINES: Final = re.compile(r"(?:bekijken|bezien|verkennen|onderzoeken)\b")
"""That it is examined is what is told, and that is not in doubt."""
_DATED: Final = re.compile(r"\d")
_FEWEST: Final = 3
"""Of a title of fewer words than this, all are to stand in the other."""
_MOST_SHARED: Final = 0.5
_WORD: Final = re.compile(r"\w{4,}")
_SMALL: Final = frozenset(
    ("naar", "over", "voor", "wordt", "worden", "verder", "verdere", "nieuwe", "tussen", "binnen", "welke", "onder",
     "zijn", "aanpak", "actie", "acties")
)  # fmt: skip


def unclear(draft: Draft, known: Sequence[Draft]) -> Text | None:
    """Give why an officer has to look first; None where it is clear. ``known`` were told of before it."""
    title = str(draft.values["title"])
    words = fold(title)
    if _NO_SUBJECT.match(words):
        return UNNAMED
    if _OPEN.search(words) and not _EXAMINES.match(words):
        return _HEDGED
    if "status" not in draft.values and not any(part.entity == "deadline" for part in draft.parts):
        return _HOW_FAR
    if any(part.entity == "deadline" and _DATED.search(part.values["wording"]) for part in draft.parts):
        return None  # it has a term of its own
    other = next((str(one.values["title"]) for one in known if _is_like(title, str(one.values["title"]))), None)
    return None if other is None else Text(_ALIKE.nl.format(other), _ALIKE.en.format(other))


def _is_like(title: str, other: str) -> bool:
    own, theirs = _stems(title), _stems(other)
    fewest = min(len(own), len(theirs))
    wanted = fewest if fewest < _FEWEST else _MOST_SHARED * fewest
    return fewest > 0 and len(own & theirs) >= wanted


def _stems(title: str) -> frozenset[str]:
    found: Iterable[str] = _WORD.findall(fold(title))
    return frozenset(word[:6] for word in found if word not in _SMALL)
