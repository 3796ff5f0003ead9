"""How a letter leaves a motion or commitment: heard sentence by sentence, and then written into its values."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Final

from tracker.basics.language import Text
from tracker.exchange.incoming.letter.context import Letter, Sentence
from tracker.exchange.incoming.letter.earlier import Rows
from tracker.exchange.incoming.letter.making import Draft
from tracker.records.proposal import Ending, Link, Sureness
from tracker.records.settling_words import Settling, settling_in

_RANK: Final = (
    Settling.HANDED_OVER,
    Settling.NOT_CARRIED_OUT,
    Settling.PARTLY,
    Settling.HERE,
    Settling.BEFORE,
    Settling.HERE_BY_EFFECT,
    Settling.NOT_YET,
)
_SETTLED: Final = {"motion": "afgedaan", "commitment": "voorgesteld als voldaan"}
_PARTLY: Final = {"motion": "deels afgedaan", "commitment": "deels voldaan"}
_UNDERWAY: Final = {"motion": "in uitvoering", "commitment": "openstaand"}
_NOT: Final = {"motion": "niet uitgevoerd", "commitment": "niet nagekomen"}


_SETTLES: Final = {Settling.HERE, Settling.HERE_BY_EFFECT, Settling.BEFORE}
_BY_WHAT_COMES: Final = re.compile(r"(?:Met|Door|Na|Zodra)\b")
"""Something that is to come will settle it: "Met de inwerkingtreding op 1 april 2029 is de motie uitgevoerd"."""


@dataclass(slots=True)
class _Heard:
    settling: Settling
    sentence: Sentence


@dataclass(slots=True)
class Endings:
    """What the sentences say of how each record ends."""

    letter: Letter
    rows: Rows
    kind: str
    heard: dict[int, list[_Heard]] = field(default_factory=dict)

    def hear(self, draft: Draft, sentence: Sentence) -> None:
        """Listen to a sentence that is about this record."""
        settling = settling_in(sentence.text)
        if settling in _SETTLES and _BY_WHAT_COMES.match(sentence.text) and self._lies_ahead(sentence):
            settling = Settling.NOT_YET
        if settling is not None:
            self.heard.setdefault(id(draft), []).append(_Heard(settling, sentence))

    def _lies_ahead(self, sentence: Sentence) -> bool:
        day = self.letter.day
        return day is not None and any(one.start and one.start > day for one in self.letter.ahead(sentence))

    def close(self, draft: Draft, *, is_promised: bool) -> None:
        """Write the ending into the record. ``is_promised``: something is promised anew."""
        heard = sorted(self.heard.get(id(draft), ()), key=lambda one: _RANK.index(one.settling))
        if not heard:
            if is_promised:
                draft.ending = Ending.OPEN
                draft.values["status"] = _UNDERWAY[self.kind]
            return
        first = heard[0]
        draft.places["status"] = first.sentence.place
        match first.settling:
            case Settling.HERE | Settling.HERE_BY_EFFECT:
                self._settled_here(draft, first.settling)
            case Settling.BEFORE:
                self._settled_before(draft, first.sentence)
            case Settling.HANDED_OVER:
                draft.values["status"] = "overgedragen"
            case Settling.PARTLY:
                draft.ending, draft.values["status"] = Ending.OPEN, _PARTLY[self.kind]
            case Settling.NOT_CARRIED_OUT:
                self._not_carried_out(draft, first.sentence)
            case Settling.NOT_YET:
                draft.ending, draft.values["status"] = Ending.OPEN, _UNDERWAY[self.kind]

    def _settled_here(self, draft: Draft, settling: Settling) -> None:
        draft.ending = Ending.SETTLED_HERE
        draft.values |= {"status": _SETTLED[self.kind], "settled_letter": Link("letter", self.letter.key)}
        if self.letter.day is not None:
            draft.values["settled_on"] = self.letter.day
        if settling is Settling.HERE_BY_EFFECT:
            draft.doubt(
                Sureness.LIKELY,
                Text(
                    "De brief zegt dat er uitvoering aan is gegeven, niet met zoveel woorden dat het is afgedaan.",
                    "The letter says that it was carried out, not in so many words that it is settled.",
                ),
            )

    def _not_carried_out(self, draft: Draft, sentence: Sentence) -> None:
        draft.values["status"] = _NOT[self.kind]
        earlier = self.rows.letter_of(sentence)
        if earlier is not None:
            draft.values["settled_letter"] = earlier
            if (day := self.rows.day_of(earlier)) is not None:
                draft.values["settled_on"] = day
        draft.doubt(
            Sureness.LIKELY,
            Text(
                "De brief lijkt te zeggen dat dit niet wordt uitgevoerd.",
                "The letter seems to say that this is not carried out.",
            ),
        )

    def _settled_before(self, draft: Draft, sentence: Sentence) -> None:
        draft.ending = Ending.SETTLED_BEFORE
        draft.values["status"] = _SETTLED[self.kind]
        earlier = self.rows.letter_of(sentence)
        if earlier is not None:
            draft.values["settled_letter"] = earlier
            if (day := self.rows.day_of(earlier)) is not None:
                draft.values["settled_on"] = day
