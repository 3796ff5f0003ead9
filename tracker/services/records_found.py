"""The few records that fit typed words best: by reference, by citation in any form, by title, by any text."""

from __future__ import annotations

import re
from array import array
from collections.abc import Callable, Iterable, Iterator

from tracker.basics.errors import NotFound
from tracker.basics.folding import fold
from tracker.records.citation import read_citations
from tracker.records.registry import KINDS
from tracker.records.snapshot import Summary
from tracker.services.finding import Finder, typed_words
from tracker.store.record_store import Store

_MOST_RANKED = 20_000
_SHORTEST = 2
_PREFIXES = "|".join(sorted((kind.prefix for kind in KINDS), key=len, reverse=True))
_REFERENCE = re.compile(rf"({_PREFIXES})[ -]?([0-9]+)", re.IGNORECASE)
_LEAD = re.compile(r"kamerstuk(?:ken [^,]*,)? ")
_BETWEEN = b"|"


class RecordsFound:
    """Answers one keystroke after another. ``finder`` gives the texts of all records, None until they are read."""

    def __init__(self, store: Store, finder: Callable[[], Finder | None]) -> None:
        self._store = store
        self._finder = finder
        self._all: tuple[Finder, array[int]] | None = None

    def best(self, typed: str, most: int) -> list[Summary]:
        """Give the records that fit best; a word of one letter finds none, for it would find nearly all."""
        words = typed_words(typed)
        if not words or max(map(len, words)) < _SHORTEST:
            return []
        ids = list(self._by_reference(" ".join(words)))
        finder = self._finder()
        if finder is not None:
            everything = self._everything(finder)
            ids += _by_citation(typed, finder, everything)[:most]
            ids += _best(words, finder, finder.find(typed, everything), most)
        # a few more than asked for: a record that was deleted a moment ago may still be among the texts
        found = self._store.summaries(list(dict.fromkeys(ids))[: most + 4])
        return [one for one in found if not one.deleted][:most]

    def _by_reference(self, typed: str) -> Iterator[int]:
        whole = _REFERENCE.fullmatch(typed)
        if whole is not None:
            try:
                yield self._store.find(f"{whole[1]}-{whole[2]}").id
            except NotFound:
                return

    def _everything(self, finder: Finder) -> array[int]:
        """Give all records that have a text, the newest first; the same object as long as the finder is the same."""
        if self._all is None or self._all[0] is not finder:
            self._all = (finder, finder.newest_first())
        return self._all[1]


def _by_citation(typed: str, finder: Finder, everything: array[int]) -> list[int]:
    """Give the records that hold the citations that were typed, in whatever form; none where none was typed."""
    found: list[int] = []
    for one in read_citations(typed):
        if one.number:
            # without chamber and session, which some leave out
            phrase = _LEAD.sub("", fold(one.canonical), count=1)
            found += [
                row_id for row_id in finder.find(f'"{phrase}"', everything) if _holds(finder.text(row_id), phrase)
            ]
    return found


def _holds(text: bytes, phrase: str) -> bool:
    """Tell whether a citation stands in a text by itself: ``nr. 36`` does not in ``nr. 361``."""
    wanted = phrase.encode()
    place = text.find(wanted)
    while place >= 0:
        if not text[place + len(wanted) : place + len(wanted) + 1].isalnum():
            return True
        place = text.find(wanted, place + 1)
    return False


def _best(words: Iterable[str], finder: Finder, found: array[int], most: int) -> list[int]:
    """Give those whose reference or title holds all words, the best of them first, and then the others.

    Words that stand in more than twenty thousand records are judged in the newest of those only.
    """
    wanted = [word.encode() for word in words]
    named: list[tuple[int, int]] = []
    others: list[int] = []
    for row_id in found[:_MOST_RANKED]:
        text = finder.text(row_id)
        end = text.find(_BETWEEN, text.find(_BETWEEN) + 1)
        head = text if end < 0 else text[:end]
        if all(word in head for word in wanted):
            named.append((_rank(head, wanted), row_id))
        elif len(others) < most:
            others.append(row_id)
    named.sort(key=lambda pair: pair[0])  # stable: the newest stay before the older ones
    return [row_id for _, row_id in named[:most]] + others


def _rank(head: bytes, words: list[bytes]) -> int:
    reference, _, title = head.partition(_BETWEEN)
    if reference in words:
        return 0
    if title.startswith(words[0]) or reference.startswith(words[0]):
        return 1
    padded = b" " + title
    return 2 if all(b" " + word in padded for word in words) else 3
