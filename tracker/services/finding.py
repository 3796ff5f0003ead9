"""Finding records as one types: the folded texts of all records in memory, and lists narrowed by words."""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from itertools import compress, repeat
from operator import contains

from tracker.records.search_words import searches


class Finder:
    """Narrows a list of ids to the records that hold all typed words, without minding accents or capitals.

    ``ids`` and ``texts`` go together; the texts are folded. A record that is not among them is never found.
    """

    def __init__(self, ids: Sequence[int], texts: Sequence[str]) -> None:
        by_id = [""] * (max(ids, default=0) + 1)
        for record_id, text in zip(ids, texts, strict=True):
            by_id[record_id] = _packed(text)
        self._by_id = by_id
        self._last: _Found | None = None

    def find(self, typed: str, among: array[int]) -> array[int]:
        """Give the ids of ``among``, in its order, whose text holds every word of ``typed``; papers in any form.

        A search that goes on from the last one, over the same list object, only looks at what that one found.
        """
        asked = searches(typed)
        if len(asked) != 1:
            self._last = None
            return self._any_of(asked, among) if asked else among
        words = asked[0]
        found = self._narrowed(words, self._start(words, among))
        self._last = _Found(among, words, found)
        return found

    def newest_first(self) -> array[int]:
        """Give all records that can be found, those made last before the others."""
        return array("q", [one for one in range(len(self._by_id) - 1, -1, -1) if self._by_id[one]])

    def text(self, record_id: int) -> bytes:
        """Give the folded text of a record that was found: reference, title and the rest, with ``|`` between them."""
        return self._by_id[record_id].encode("latin-1")

    def forget(self) -> None:
        """Let go of what was found last."""
        self._last = None

    def _any_of(self, asked: list[list[str]], among: array[int]) -> array[int]:
        either = {one for words in asked for one in self._narrowed(words, among)}
        return array("q", [one for one in among if one in either])

    def _start(self, words: list[str], among: array[int]) -> array[int]:
        last = self._last
        if last is None or last.among is not among:
            return among
        extends = all(any(old in new for new in words) for old in last.words)
        return last.found if extends else among

    def _narrowed(self, words: list[str], ids: array[int]) -> array[int]:
        wanted = [_packed(word) for word in sorted(words, key=len, reverse=True)]
        try:
            return self._of_most(wanted, ids) if 2 * len(ids) > len(self._by_id) else self._of_some(wanted, ids)
        except IndexError:  # made after the texts were read
            return self._narrowed(words, array("q", [one for one in ids if one < len(self._by_id)]))

    def _of_some(self, wanted: list[str], ids: array[int]) -> array[int]:
        for word in wanted:
            ids = array("q", compress(ids, map(contains, map(self._by_id.__getitem__, ids), repeat(word))))
        return ids

    def _of_most(self, wanted: list[str], ids: array[int]) -> array[int]:
        """Look through all texts as they lie in memory: reaching them in the order of a list takes half of the time."""
        holds = b"\1" * len(self._by_id)
        for word in wanted:
            left = compress(range(len(holds)), holds)
            found = compress(left, map(contains, compress(self._by_id, holds), repeat(word)))
            now = bytearray(len(holds))
            for record_id in found:
                now[record_id] = 1
            holds = bytes(now)
        return array("q", compress(ids, map(holds.__getitem__, ids)))


def _packed(text: str) -> str:
    """Give a text with one character for each of its bytes: a curly quote would double the room that it takes.

    Two texts hold one another like this just when they do in themselves. Bytes would do too, but Python is slower to
    look in them.
    """
    return text.encode().decode("latin-1")


class _Found:
    """What the last search was over, for which words, and its result."""

    __slots__ = ("among", "found", "words")

    def __init__(self, among: array[int], words: list[str], found: array[int]) -> None:
        self.among, self.words, self.found = among, words, found
