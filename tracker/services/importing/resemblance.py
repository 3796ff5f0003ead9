"""Which record a piece of prose is about: by the words that its title shares with what is told, rare words most.

A letter tells of an action in other words than the list that names it ("Verkend is of …" of "Verkennen of …"), so
titles are compared by the beginnings of their words, small words left out, and not as they stand. Where titles do not
decide it, all that is told is held against all that the register says of a record.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import log, sqrt
from typing import Final

from tracker.basics.folding import fold

SAME: Final = 0.75
"""From here on two are one, where no other comes near."""
ALIKE: Final = 0.25
"""From here on somebody is asked."""
CLEAR: Final = 0.2
"""By so much the best must be better than the next, to be the same without asking."""
SAME_TELLING: Final = 0.35
"""From here on what is told of two is told of one, where no other comes near. Letters about other things stay below."""
CLEAR_TELLING: Final = 0.12
SAME_TOGETHER: Final = 0.8
"""The same for titles and tellings together, each too weak by itself."""
_FEWEST_SHARED: Final = 5
"""Fewer words than this may be shared by chance."""
_TOLD_WEIGHS: Final = 0.5
"""A word that stands in what is told, and not in the title, says half as much."""
_STEM: Final = 6
_MOST_HOLDERS: Final = 2_000
"""A word that more titles share than this tells none of them apart."""
_MOST: Final = 5
_WORD: Final = re.compile(r"\w{3,}")
_SMALL: Final = frozenset((
    "aan", "als", "andere", "bij", "dat", "deze", "die", "dit", "door", "een", "het", "hun", "maar", "meer",
    "met", "naar", "niet", "nog", "onder", "ook", "over", "ter", "tot", "uit", "van", "voor", "waar", "wel",
    "welke", "wordt", "worden", "zal", "zich", "zijn", "zullen", "the", "and", "for", "with", "that", "this",
    "are", "will",
))  # fmt: skip

_YEAR: Final = re.compile(r"(?:19|20)\d\d")
_OF_THE_TRADE: Final = frozenset(
    word[:_STEM]
    for word in (
        "januari", "februari", "maart", "april", "juni", "juli", "augustus", "september", "oktober", "november",
        "december", "kwartaal", "jaar", "periode", "kamer", "eerste", "tweede", "minister", "staatssecretaris",
        "kabinet", "regering", "ministerie", "brief", "motie", "toezegging", "wetsvoorstel", "richtlijn", "verdrag",
        "debat", "commissiedebat", "lid", "leden", "aangenomen", "ingediend", "afgedaan", "afgerond", "openbaar",
        "nederland", "heeft", "hebben", "momenteel", "inmiddels", "verder", "komende", "nieuwe", "informeren",
        "informeer", "beschouw", "hiermee", "daarmee", "daarnaast",
    )
)  # fmt: skip
"""What letters say of anything: of no two records does it say that they are one."""


@dataclass(frozen=True, slots=True)
class Likeness:
    """A record and how much it is like what is told: 1 where their titles say the same."""

    record_id: int
    score: float


class Resemblance:
    """The titles of one kind, by the beginnings of their words.

    ``are_names``: each word of a title counts, for "EMPACT Cyber Attacks" is not "EMPACT".
    """

    def __init__(self, titles: Iterable[tuple[int, str]], *, are_names: bool = False) -> None:
        self._are_names = are_names
        self._stems = {row_id: stems for row_id, title in titles if (stems := stems_of(title))}
        held_by: dict[str, list[int]] = defaultdict(list)
        for row_id, stems in self._stems.items():
            for stem in stems:
                held_by[stem].append(row_id)
        self._holders: Mapping[str, Sequence[int]] = held_by
        self._weights = {row_id: sum(map(self._weight, stems)) for row_id, stems in self._stems.items()}

    def like(self, title: str, told: str) -> list[Likeness]:
        """Give the records that this title and what is told beside it can be about, the most alike first."""
        own = stems_of(title)
        beside = stems_of(told) - own
        named, heard = self._shared(own), self._shared(beside)
        own_weight = sum(map(self._weight, own))
        found = []
        for row_id in named.keys() | heard.keys():
            weight = self._weights[row_id]
            both = 2 * named[row_id] / (weight + own_weight)
            covered = (named[row_id] + _TOLD_WEIGHS * heard[row_id]) / weight
            score = both if self._are_names else (both + covered) / 2
            if score >= ALIKE:
                found.append(Likeness(row_id, score))
        return sorted(found, key=lambda one: (-one.score, one.record_id))[:_MOST]

    def _shared(self, stems: Iterable[str]) -> defaultdict[int, float]:
        """Give how much the words weigh that each title shares with these."""
        shared: defaultdict[int, float] = defaultdict(float)
        for stem in stems:
            holders = self._holders.get(stem, ())
            if len(holders) <= _MOST_HOLDERS:
                weight = self._weight(stem)
                for row_id in holders:
                    shared[row_id] += weight
        return shared

    def _weight(self, stem: str) -> float:
        return log(1 + len(self._stems) / max(1, len(self._holders.get(stem, ()))))


def tellings_alike(told: Mapping[int, str], texts: Iterable[tuple[int, str]]) -> dict[int, list[Likeness]]:
    """Give for all that prose tells, by its number, the records whose text has much in common: 1 where it is the same.

    Words that many of both use say little. What shares but a few words with a record says too little.
    """
    tellings = {number: stems for number, text in told.items() if (stems := _telling_stems(text))}
    records = {record_id: stems for record_id, text in texts if (stems := _telling_stems(text))}
    counted = Counter(stem for stems in (*tellings.values(), *records.values()) for stem in stems)
    weights = {stem: log(1 + (len(tellings) + len(records)) / count) for stem, count in counted.items()}
    told_by: dict[str, list[int]] = defaultdict(list)
    for number, stems in tellings.items():
        for stem in stems:
            told_by[stem].append(number)
    heavy = {number: sum(map(weights.__getitem__, stems)) for number, stems in tellings.items()}
    found: dict[int, list[Likeness]] = defaultdict(list)
    for record_id, stems in records.items():
        shared: defaultdict[int, list[float]] = defaultdict(list)
        for stem in stems:
            for number in told_by.get(stem, ()):
                shared[number].append(weights[stem])
        weight = sum(map(weights.__getitem__, stems))
        for number, both in shared.items():
            if len(both) >= _FEWEST_SHARED:
                found[number].append(Likeness(record_id, sum(both) / sqrt(weight * heavy[number])))
    return found


def _telling_stems(text: str) -> frozenset[str]:
    """Give the beginnings of the words of a text that say what it is about, and not that it is of this trade."""
    words = (word for word in _WORD.findall(fold(text)) if word not in _SMALL and not _YEAR.fullmatch(word))
    return frozenset(word[:_STEM] for word in words) - _OF_THE_TRADE


@lru_cache(maxsize=4096)
def stems_of(text: str) -> frozenset[str]:
    """Give the beginnings of the words of a text, small words left out."""
    return frozenset(word[:_STEM] for word in _WORD.findall(fold(text)) if word not in _SMALL)


def divided(
    wanted: Mapping[int, Sequence[Likeness]], taken: Iterable[int], *, same: float = SAME, clear: float = CLEAR,
    is_mutual: bool = False,
) -> dict[int, int]:  # fmt: skip
    """Give the record of each proposal that means one beyond doubt; no record goes to two of them.

    ``taken`` are the records that other proposals mean already. From ``same`` on two are one, where the next is
    ``clear`` less alike; ``is_mutual``: where no other proposal is as much like the record either.
    """
    pairs = sorted(
        ((one.score, number, one.record_id) for number, found in wanted.items() for one in found if one.score >= same),
        key=lambda pair: (-pair[0], pair[1], pair[2]),
    )
    gone = set(taken)
    placed: dict[int, int] = {}
    for score, number, record_id in pairs:
        if number in placed or record_id in gone:
            continue
        others = [one.score for one in wanted[number] if one.record_id != record_id and one.record_id not in gone]
        if is_mutual:
            others += _rivals(wanted, number, record_id, placed)
        if score - max(others, default=0) >= clear:
            placed[number] = record_id
            gone.add(record_id)
    return placed


def _rivals(
    wanted: Mapping[int, Sequence[Likeness]], number: int, record_id: int, placed: Mapping[int, int]
) -> Iterator[float]:
    """Give how much other proposals that have no record yet are like this one."""
    for other, found in wanted.items():
        if other != number and other not in placed:
            yield from (one.score for one in found if one.record_id == record_id)
