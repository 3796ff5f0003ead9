"""How well typed words fit the name of a thing, and which of its letters they hit, without accents and capitals."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum

from tracker.basics.folding import fold
from tracker.records.search_words import search_words

Span = tuple[int, int]
"""A piece of a text: where it starts and where it ends, counted in characters of the text as people read it."""

_MOST_LETTERS = 20


class Fit(IntEnum):
    """How well words fit, the best first."""

    WHOLE = 0
    START = 1
    WORD_STARTS = 2
    INSIDE = 3
    LETTERS = 4
    BESIDE = 5


@dataclass(frozen=True, slots=True)
class Match:
    """How well words fit a name, and the pieces of the name that they hit."""

    fit: Fit
    spans: tuple[Span, ...]


def match(typed: str, name: str, beside: str = "") -> Match | None:
    """Judge a name by typed words; None where they do not fit it.

    ``beside`` is further text by which the thing may be found: every word must stand in the name or in it. A name also
    fits letters that begin its words: ``regcon`` finds *Register controleren*.
    """
    words = search_words(typed)
    if not words:
        return None
    folded = Folded(name)
    at = [_best_place(folded.text, word) for word in words]
    spans = folded.spans([(place, len(word)) for place, word in zip(at, words, strict=True) if place >= 0])
    if all(place >= 0 for place in at):
        return Match(_fit(folded.text, words, at), spans)
    rest = fold(beside)
    if all(place >= 0 or word in rest for place, word in zip(at, words, strict=True)):
        return Match(Fit.BESIDE, spans)
    letters = _letters("".join(words), folded.text)
    return None if letters is None else Match(Fit.LETTERS, folded.spans([(place, 1) for place in letters]))


class Folded:
    """A text as it is compared, and for each of its characters where that stands in the text as people read it."""

    def __init__(self, text: str) -> None:
        pieces: list[str] = []
        self._from: list[int] = []
        for place, sign in enumerate(text):
            piece = fold(sign) or (" " if sign.isspace() else "")
            if piece == " " and (not pieces or pieces[-1] == " "):
                continue
            pieces.append(piece)
            self._from += [place] * len(piece)
        self.text = "".join(pieces)

    def spans(self, pieces: list[tuple[int, int]]) -> tuple[Span, ...]:
        """Give pieces (place, length) of the compared text as pieces of the read one, in order and without overlap."""
        marked = sorted({self._from[at] for place, length in pieces for at in range(place, place + length)})
        found: list[Span] = []
        for at in marked:
            if found and found[-1][1] == at:
                found[-1] = (found[-1][0], at + 1)
            else:
                found.append((at, at + 1))
        return tuple(found)


def starts_word(text: str, place: int) -> bool:
    """Tell whether a word starts at this place."""
    return place == 0 or not text[place - 1].isalnum()


def _fit(text: str, words: list[str], at: list[int]) -> Fit:
    typed = " ".join(words)
    if text == typed:
        return Fit.WHOLE
    if text.startswith(typed):
        return Fit.START
    return Fit.WORD_STARTS if all(starts_word(text, place) for place in at) else Fit.INSIDE


def _best_place(text: str, word: str) -> int:
    """Give where a word stands, at the start of a word rather than inside one; -1 where it does not."""
    first = place = text.find(word)
    while place >= 0:
        if starts_word(text, place):
            return place
        place = text.find(word, place + 1)
    return first


def _letters(typed: str, text: str) -> tuple[int, ...] | None:
    """Give where letters stand that each begin a word of the text or follow the letter before."""
    if not 2 <= len(typed) <= _MOST_LETTERS:
        return None
    starts = [place for place, sign in enumerate(text) if sign.isalnum() and starts_word(text, place)]
    # the places at which what was typed so far can end, each with the way there: short texts have few
    ways: dict[int, tuple[int, ...]] = {place: (place,) for place in starts if text[place] == typed[0]}
    for sign in typed[1:]:
        onward: dict[int, tuple[int, ...]] = {}
        for end, way in ways.items():
            for place in (end + 1, *(start for start in starts if start > end + 1)):
                if place < len(text) and text[place] == sign and place not in onward:
                    onward[place] = (*way, place)
        ways = onward
    return next(iter(ways.values()), None)
