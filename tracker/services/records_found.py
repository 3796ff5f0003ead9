"""The few records that fit typed words best: by reference, by title, by citation in any form, by any text.

Reading all texts of a large register takes longer than a keystroke may, so the work is cut into short pieces, of which
the caller does as many at a time as it can afford.
"""

from __future__ import annotations

import re
from array import array
from collections.abc import Callable, Iterator

from tracker.basics.errors import NotFound
from tracker.basics.folding import fold
from tracker.records.citation import read_citations
from tracker.records.registry import KINDS
from tracker.records.search_words import search_words
from tracker.records.snapshot import Summary
from tracker.services.finding import Finder
from tracker.store.record_store import Store

_SHORTEST = 2
_PIECE = 2_000
"""Records looked at in one piece of the work: two or three thousandths of a second."""

_PREFIXES = "|".join(sorted((kind.prefix for kind in KINDS), key=len, reverse=True))
_REFERENCE = re.compile(rf"({_PREFIXES})[ -]?([0-9]+)", re.IGNORECASE)
_LEAD = re.compile(r"kamerstuk(?:ken [^,]*,)? ")
_BETWEEN = b"|"
_RANKS = 4


class RecordsFound:
    """Answers one keystroke after another. ``finder`` gives the texts of all records, None until they are read."""

    def __init__(self, store: Store, finder: Callable[[], Finder | None], most: int) -> None:
        self.store = store
        self._finder = finder
        self._most = most
        self._read: tuple[tuple[Finder, int], array[int], Finder] | None = None

    def search(self, typed: str) -> Iterator[list[Summary] | None]:
        """Do the work piece by piece: None after each, or the best records known by then; those found later follow.

        A word of one letter finds none, for it would find nearly all.
        """
        words = search_words(typed)
        ids = list(self._by_reference(" ".join(words)))
        if ids:
            yield self._summaries(ids)
        if max(map(len, words), default=0) < _SHORTEST:
            return
        finder = self._finder()
        if finder is not None:
            for everything, names in self._texts(finder):
                if names is None:
                    yield None
                    continue
                for ways in (_by_name(words, names, everything, self._most), _by_citation(typed, finder, everything)):
                    yield from self._taken(ids, ways)
                if ids:
                    yield self._summaries(ids)
                yield from self._taken(ids, self._by_text(typed, ids, finder, everything))
        yield self._summaries(ids)

    def _texts(self, finder: Finder) -> Iterator[tuple[array[int], Finder | None]]:
        """Give all records, the newest first, with what finds in their references and titles alone, once that is made.

        Both are kept until the finder is another one, or holds other texts.
        """
        of = finder, finder.version
        if self._read is None or self._read[0] != of:
            everything = finder.newest_first()
            heads: list[str] = []
            for start in range(0, len(everything), _PIECE):
                heads += [_head(finder.text(one)).decode() for one in everything[start : start + _PIECE]]
                yield everything, None
            self._read = (of, everything, Finder(everything, heads))
        yield self._read[1], self._read[2]

    def _taken(self, ids: list[int], pieces: Iterator[list[int] | None]) -> Iterator[None]:
        """Put what the last piece gives behind what is known."""
        for found in pieces:
            if found is not None:
                ids += [one for one in dict.fromkeys(found) if one not in ids]
            yield None

    def _by_reference(self, typed: str) -> Iterator[int]:
        whole = _REFERENCE.fullmatch(typed)
        if whole is not None:
            try:
                yield self.store.find(f"{whole[1]}-{whole[2]}").id
            except NotFound:
                return

    def _by_text(
        self, typed: str, known: list[int], finder: Finder, everything: array[int]
    ) -> Iterator[list[int] | None]:
        """Look through whole texts until there are enough."""
        found: list[int] = []
        for start in range(0, len(everything), _PIECE):
            if len(known) + len(found) >= self._most:
                break
            some = everything[start : start + _PIECE]
            found += [one for one in finder.find(typed, some) if one not in known][: self._most]
            yield None
        finder.forget()
        yield found

    def _summaries(self, ids: list[int]) -> list[Summary]:
        # a few more than asked for: a record that was deleted a moment ago may still be among the texts
        found = self.store.summaries(ids[: self._most + 4])
        return [one for one in found if not one.deleted][: self._most]


def _by_name(words: list[str], names: Finder, everything: array[int], most: int) -> Iterator[list[int] | None]:
    """Look through references and titles; at last give the best, the newest first among equals."""
    wanted, typed = [word.encode() for word in words], " ".join(f'"{word}"' for word in words)
    ranked: list[list[int]] = [[] for _ in range(_RANKS)]
    for start in range(0, len(everything), _PIECE):
        for row_id in names.find(typed, everything[start : start + _PIECE]):
            some = ranked[_rank(names.text(row_id), wanted)]
            if len(some) < most:
                some.append(row_id)
        yield None
    yield [row_id for some in ranked for row_id in some][:most]


def _by_citation(typed: str, finder: Finder, everything: array[int]) -> Iterator[list[int] | None]:
    """Look for the citations that were typed, in whatever form; at last give their records."""
    found: list[int] = []
    # without chamber and session, which some leave out
    phrases = [_LEAD.sub("", fold(one.canonical), count=1) for one in read_citations(typed) if one.number]
    for start in range(0, len(everything) if phrases else 0, _PIECE):
        some = everything[start : start + _PIECE]
        for phrase in phrases:
            found += [one for one in finder.find(f'"{phrase}"', some) if _holds(finder.text(one), phrase.encode())]
        yield None
    yield found


def _head(text: bytes) -> bytes:
    """Give the reference and the title of a folded text."""
    end = text.find(_BETWEEN, text.find(_BETWEEN) + 1)
    return text if end < 0 else text[:end]


def _rank(head: bytes, words: list[bytes]) -> int:
    reference, _, title = head.partition(_BETWEEN)
    if reference in words:
        return 0
    if title.startswith(words[0]) or reference.startswith(words[0]):
        return 1
    padded = b" " + title
    return 2 if all(b" " + word in padded for word in words) else 3


def _holds(text: bytes, phrase: bytes) -> bool:
    """Tell whether a citation stands in a text by itself: ``nr. 36`` does not in ``nr. 361``."""
    place = text.find(phrase)
    while place >= 0 and text[place + len(phrase) : place + len(phrase) + 1].isalnum():
        place = text.find(phrase, place + 1)
    return place >= 0
