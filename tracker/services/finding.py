"""Finding as one types: what words are looked for in, of all records in memory, and lists narrowed by words."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from itertools import compress, repeat
from operator import contains

from tracker.records.search_words import searches

Holds = Callable[[Sequence[int], str], Collection[int]]
"""Gives those of these records whose whole text holds a piece of text."""
_BETWEEN = "|"
_LIKE_PAPERS = (b"0 0", b"0, nr. 0")
"""How numbers of papers are written, with any figure for 0: parts of a text that hold this are kept as they are."""
_BITS = [bytes((number >> place) & 1 for place in range(8)) for number in range(256)]
_TURNED, _AS_FIGURES = bytes([1, 0]) + bytes(254), b"01" + bytes(254)
_FIGURES_AS_0 = bytes(48 if 48 <= sign <= 57 else sign for sign in range(256))
_KEPT_WORDS = 24
_RUN = 1 << 13


class Finder:
    """Narrows a list of ids to the records that hold all typed words, without minding accents or capitals.

    ``ids`` and ``texts`` go together; the texts are folded. A record that is not among them is never found.
    """

    def __init__(self, ids: Iterable[int], texts: Iterable[str]) -> None:
        self._by_id: list[str] = []
        self._common: Mapping[str, int] = {}
        self._is_split = False
        self._whole = 0
        self._holds: Holds = _no_other
        self._known: dict[str, bytes] = {}
        self._last: _Found | None = None
        self.version = 0
        """Rises with every text that is another one now."""
        for record_id, text in zip(ids, texts, strict=True):
            self._put(record_id, _packed(text))

    @classmethod
    def of_rests(cls, rests: list[str], common: Mapping[str, int], holds: Holds) -> Finder:
        """Give a finder of texts without their common words (see ``TextSplitter``); ``holds`` reads them whole."""
        made = cls((), ())
        made._by_id, made._common, made._holds, made._is_split = rests, common, holds, True
        return made

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

    def replace(self, gone: Iterable[int], texts: Iterable[tuple[int, str]]) -> None:
        """Take over what some records hold now, and let go of others."""
        for record_id in gone:
            if record_id < len(self._by_id):
                self._put(record_id, "")
        for record_id, text in texts:
            self._put(record_id, _packed(text))
        self.version += 1
        self.forget()

    def newest_first(self) -> array[int]:
        """Give all records that can be found, those made last before the others."""
        return array("q", [one for one in range(len(self._by_id) - 1, -1, -1) if self._by_id[one]])

    def text(self, record_id: int) -> bytes:
        """Give what is known of a record that was found: reference, title and papers as they are, with ``|`` between.

        Of the rest common words may be left out.
        """
        return self._by_id[record_id].encode("latin-1")

    def forget(self) -> None:
        """Let go of what was found last."""
        self._last = None
        self._known.clear()

    def _put(self, record_id: int, text: str) -> None:
        """Let a record have this text, whole."""
        missing = record_id + 1 - len(self._by_id)
        if missing > 0:
            self._by_id.extend(repeat("", missing))
        self._by_id[record_id] = text
        if self._is_split:
            self._whole |= 1 << record_id

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
        ordered = sorted(words, key=len, reverse=True)
        try:
            if 2 * len(ids) > len(self._by_id):
                return self._all_with(ordered, ids)
            for word in ordered:
                ids = self._with(word, ids)
        except IndexError:  # made after the texts were read
            return self._narrowed(words, array("q", [one for one in ids if one < len(self._by_id)]))
        return ids

    def _with(self, word: str, ids: array[int]) -> array[int]:
        wanted, texts = _packed(word), self._by_id
        if self._is_piece(wanted):
            return self._with_whole(word, {one for one in ids if wanted in texts[one]}, ids)
        if not self._is_split:
            return array("q", compress(ids, map(contains, map(texts.__getitem__, ids), repeat(wanted))))
        known = self._by_common(wanted)
        return array("q", [one for one in ids if known[one] or wanted in texts[one]])

    def _all_with(self, words: list[str], ids: array[int]) -> array[int]:
        """Look through all texts as they lie in memory: reaching them in the order of a list takes half of the time."""
        holds = b"\1" * len(self._by_id)
        for word in words:
            wanted = _packed(word)
            if not self._is_piece(wanted):
                holds = self._in_rests(wanted, holds, self._by_common(wanted))
            elif _stands_in_rests(wanted):
                holds = self._in_rests(wanted, holds)
            else:
                sure = self._in_rests(wanted, holds)
                left = array("q", compress(range(len(holds)), holds))
                found = self._with_whole(word, set(compress(range(len(sure)), sure)), left)
                holds = bytes(_flags(found, len(holds)))
        return array("q", compress(ids, map(holds.__getitem__, ids)))

    def _in_rests(self, wanted: str, among: bytes, known: bytes = b"") -> bytes:
        """Narrow what has a flag to what holds a word; of what is ``known`` to hold it nothing is looked at."""
        now = bytearray(_both(among, known) if known else len(among))
        unknown = _both(among, known.translate(_TURNED)) if known else among
        left = compress(range(len(among)), unknown)
        for record_id in compress(left, map(contains, compress(self._by_id, unknown), repeat(wanted))):
            now[record_id] = 1
        return bytes(now)

    def _is_piece(self, wanted: str) -> bool:
        """Tell whether this is more than one word, so that what is left of a text does not tell all."""
        return self._is_split and (" " in wanted or _BETWEEN in wanted)

    def _with_whole(self, piece: str, sure: set[int], ids: array[int]) -> array[int]:
        """Look for what is no single word: of what is not sure, first for its words, then for all of it."""
        found = sure
        if not _stands_in_rests(_packed(piece)):
            unsure = array("q", [one for one in ids if one not in sure])
            for word in sorted(piece.replace(_BETWEEN, " ").split(" "), key=len, reverse=True):
                unsure = self._with(word, unsure) if word else unsure
            found = sure.union(self._holds(unsure, piece))
        return array("q", [one for one in ids if one in found])

    def _by_common(self, wanted: str) -> bytes:
        """Give for each number of a record whether one of its common words holds a word."""
        known = self._known.get(wanted)
        if known is None or len(known) != len(self._by_id):
            bits = 0
            for common, records in self._common.items():
                if wanted in common:
                    bits |= records
            known = _spread(bits & ~self._whole, len(self._by_id))
            if len(self._known) >= _KEPT_WORDS:
                self._known.clear()
            self._known[wanted] = known
        return known


class TextSplitter:
    """Keeps of many texts which records hold each common word, and of each text only the rest.

    That takes a fraction of the room, and of the time to look through it. Reference, title and papers stay whole.
    ``common`` are the words, as they are in folded texts; which are taken changes the speed and nothing else.
    """

    def __init__(self, common: Iterable[str]) -> None:
        self._records = {_packed(word): bytearray() for word in common}
        self._run: dict[str, list[int]] = {word: [] for word in self._records}
        self._note = {word: run.append for word, run in self._run.items()}
        self._start = 0
        self._rests: list[str] = []

    def add(self, record_id: int, text: str) -> None:
        """Take a text over; those of higher ids come later."""
        while record_id >= self._start + _RUN:
            self._end_run()
        packed = _packed(text)
        end = _end_of_head(packed)
        place, note_of = record_id - self._start, self._note.get
        rest = set(_papers(packed, end))
        for word in set(packed[end:].replace(_BETWEEN, " ").split(" ")):
            note = note_of(word)
            if note is not None:
                note(place)
            elif word:
                rest.add(word)
        self._rests.extend(repeat("", record_id - len(self._rests)))
        self._rests.append("\n".join((packed[:end], *rest)))

    def finder(self, holds: Holds) -> Finder:
        """Give what finds in the texts that were added."""
        self._end_run()
        common = {word: int.from_bytes(bits, "little") for word, bits in self._records.items()}
        return Finder.of_rests(self._rests, common, holds)

    def _end_run(self) -> None:
        """Pack what was noted of some thousands of records: eight of them take a byte."""
        for word, run in self._run.items():
            flags = _flags(run, _RUN)
            self._records[word] += int(flags[::-1].translate(_AS_FIGURES), 2).to_bytes(_RUN // 8, "little")
            run.clear()
        self._start += _RUN


def _end_of_head(text: str) -> int:
    """Give where reference and title end in a folded text, with the sign after them."""
    end = text.find(_BETWEEN, text.find(_BETWEEN) + 1)
    return len(text) if end < 0 else end + 1


def _papers(packed: str, start: int) -> Iterator[str]:
    """Give the parts of a text that may name papers."""
    figures = packed.encode("latin-1").translate(_FIGURES_AS_0)
    for like in _LIKE_PAPERS:
        place = figures.find(like, start)
        while place >= 0:
            end = packed.find(_BETWEEN, place)
            end = len(packed) if end < 0 else end
            yield packed[packed.rfind(_BETWEEN, 0, place) + 1 : end]
            place = figures.find(like, end)


def _stands_in_rests(wanted: str) -> bool:
    """Tell whether what is left of a text holds this wherever the text does."""
    return _BETWEEN not in wanted and any(_papers(wanted, 0))


def _flags(ids: Iterable[int], count: int) -> bytearray:
    """Give a byte for each record: whether it is one of these."""
    flags = bytearray(count)
    for one in ids:
        flags[one] = 1
    return flags


def _both(one: bytes, other: bytes) -> bytes:
    """Give the flags that stand in both."""
    return (int.from_bytes(one, "little") & int.from_bytes(other, "little")).to_bytes(len(one), "little")


def _spread(bits: int, count: int) -> bytes:
    """Give a byte for each bit."""
    return b"".join(map(_BITS.__getitem__, bits.to_bytes(count // 8 + 1, "little")))[:count]


def _packed(text: str) -> str:
    """Give a text with one character for each of its bytes: a curly quote would double the room that it takes.

    Two texts hold one another like this just when they do in themselves. Bytes would do too, but Python is slower to
    look in them.
    """
    return text.encode().decode("latin-1")


def _no_other(_ids: Sequence[int], _piece: str) -> Collection[int]:
    return ()


class _Found:
    """What the last search was over, for which words, and its result."""

    __slots__ = ("among", "found", "words")

    def __init__(self, among: array[int], words: list[str], found: array[int]) -> None:
        self.among, self.words, self.found = among, words, found
