"""The words of a text, made plain: lower case, without accents, each with its place in the original.

Word leaves soft hyphens behind, sets no-break and thin blanks and en-dashes, and web pages decompose accents; none of
that changes what is read. A text is cut into words once, so that everything after it costs work per word.
"""

import re
import unicodedata
from typing import Final

from tracker.records.deadline_language.tables import word_set

BREAK: Final = "\n"
HIDDEN: Final = "§"
"""Stands for what is never read: an address, a citation."""

_REMOVED: Final = re.compile("[\u00ad\u0300-\u036f\u200b-\u200f\u2060\ufeff]")


def _plain() -> dict[int, str]:
    """Each Latin letter without its accent and in lower case; dashes and quotes as on a keyboard. One for one."""
    table = {code: chr(code + 32) for code in range(ord("A"), ord("Z") + 1)}
    for code in range(0xC0, 0x250):
        base = unicodedata.normalize("NFD", chr(code))[0].lower()
        if len(base) == 1 and base.isascii():
            table[code] = base
    table |= dict.fromkeys(map(ord, "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe58\ufe63\uff0d"), "-")
    table |= dict.fromkeys(map(ord, "\u2018\u2019\u201b\u02bc\u2032`\u00b4"), "'")
    return table | dict.fromkeys(map(ord, "\u2028\u2029"), "\n")


_PLAIN: Final = _plain()
_WORD: Final = re.compile(
    r"(?P<address>(?:https?://|www\.)[^\s<>\"]+)"
    r"|t/m(?![^\W\d_])|z\.s\.m\.?|t\.z\.t\.?|n\.t\.b\.?|m\.i\.v\.?|d\.d\.?|a\.s\.?(?![^\W\d_])"
    r"|(?<![^\W_])[qh][1-4](?![^\W_])"
    r"|(?<=[0-9])q[1-4](?![^\W_])"
    r"|(?<![^\W_])[0-9]{1,2}(?:ste|de|e)(?![^\W_])"
    r"|[^\W\d_]+|[0-9]+"
    r"|\n[ \t\r]{0,80}\n"
    r"|[^\s\w]|_"
)
_ABBREVIATIONS: Final = word_set(
    "art nr nrs jl mr dr drs prof mln mld blz st ca lid incl excl resp jan feb mrt apr jun jul aug sep sept okt",
    "nov dec wk mnd kw bijv evt zgn vgl",
)
_SENTENCE_ENDS: Final = frozenset(".!?;") | {BREAK}
_PADDING: Final = [""] * 8


class Words:
    """The words of one text. ``words`` ends in some empty ones, so that looking a few ahead needs no check."""

    __slots__ = ("count", "ends", "offsets", "original", "sentences", "starts", "words")

    def __init__(self, original: str) -> None:
        self.original = original
        text = original.translate(_PLAIN)
        self.offsets: list[int] | None = None
        if not text.isascii() and _REMOVED.search(text):
            self.offsets = [place for place, character in enumerate(text) if not _REMOVED.match(character)]
            text = _REMOVED.sub("", text)
        self.words: list[str] = []
        self.starts: list[int] = []
        self.ends: list[int] = []
        for match in _WORD.finditer(text):
            word = match[0]
            if match.lastgroup:
                word = HIDDEN
            elif word[0] == "\n":
                word = BREAK
            self.words.append(word)
            self.starts.append(match.start())
            self.ends.append(match.end())
        self.count = len(self.words)
        self.words += _PADDING
        self.sentences = self._sentences()

    def span(self, first: int, last: int) -> tuple[int, int]:
        """Where the words from first up to and not including last stand in the original."""
        start, end = self.starts[first], self.ends[last - 1]
        if self.offsets is None:
            return start, end
        return self.offsets[start], self.offsets[end - 1] + 1

    def text(self, first: int, last: int) -> str:
        """The original words from first up to and not including last."""
        start, end = self.span(first, last)
        return self.original[start:end]

    def is_glued(self, place: int) -> bool:
        """Whether nothing stands between this word and the one before it."""
        return 0 < place < self.count and self.starts[place] == self.ends[place - 1]

    def is_alone(self, first: int, last: int) -> bool:
        """Whether the text holds nothing but these words and punctuation, or they follow a colon at its end."""
        if any(word[0].isalnum() for word in self.words[last : last + 2] if word) or last + 2 < self.count:
            return False
        before = self.words[max(0, first - 2) : first]
        return bool(before and before[-1] == ":") or (first <= 2 and not any(word[0].isalnum() for word in before))

    def hide(self, spans: list[tuple[int, int]]) -> None:
        """Leave the words at these places of the original unread; the spans are in order."""
        place = 0
        for start, end in spans:
            while place < self.count and self.span(place, place + 1)[0] < start:
                place += 1
            while place < self.count and self.span(place, place + 1)[0] < end:
                self.words[place] = HIDDEN
                place += 1

    def _sentences(self) -> list[int]:
        """For each word the number of its sentence; a full stop after an abbreviation or within a number ends none."""
        numbers, current = [], 0
        for place in range(self.count):
            numbers.append(current)
            if self.words[place] in _SENTENCE_ENDS and self._ends_sentence(place):
                current += 1
        numbers.append(current + 1)
        return numbers

    def _ends_sentence(self, place: int) -> bool:
        if self.words[place] != ".":
            return True
        before = self.words[place - 1] if place else ""
        return not self.is_glued(place + 1) and before not in _ABBREVIATIONS and (len(before) > 1 or not before)
