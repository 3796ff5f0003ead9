"""The deadlines of a commitment that a letter answers for: as promised, as they are now, and what was postponed."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any, Final

from tracker.basics.folding import fold
from tracker.exchange.incoming.letter.context import Letter, Sentence
from tracker.exchange.incoming.letter.making import Draft, deadline_parts, put_off
from tracker.records.debate_naming import day_in
from tracker.records.lying_ahead import deadlines_ahead
from tracker.records.proposal import ProposedPart

_DELAYED: Final = re.compile(
    r"\b(?:niet (?:gelukt|haalbaar|mogelijk gebleken|gehaald|tijdig|langer haalbaar)|uitstel|uitgesteld|vertraging|"
    r"vertraagd|"
    r"later dan|meer tijd|helaas|verschoven|doorgeschoven)\b"
)


@dataclass(slots=True)
class Terms:
    """What is said of one commitment's deadlines, in the order of the letter."""

    promised: list[ProposedPart] = field(default_factory=list)
    now: list[ProposedPart] = field(default_factory=list)

    def promise(self, letter: Letter, draft: Draft, sentence: Sentence) -> None:
        """Read the sentence that tells of the promise: its deadlines were said on the day on which it was made."""
        made_on = draft.values.get("made_on")
        said_on = made_on or letter.read_from
        for one in deadlines_ahead(sentence.text, said_on, letter.calendar):
            if one.precision == "day" and one.end == made_on:
                continue  # the day of the debate itself
            named = day_in(one.wording)
            if made_on and named is not None and named[0] <= made_on:
                continue  # the debate, named as an event
            values: dict[str, Any] = {"wording": one.wording, "sort": "toegezegd"}
            if made_on or letter.day:
                values["said_on"] = made_on or letter.day
            self.promised.append(ProposedPart("deadline", values, sentence.place))

    def tell(self, letter: Letter, sentence: Sentence) -> None:
        """Read a sentence that says when it will be now."""
        self.now += deadline_parts(letter, sentence)

    def parts(self, letter: Letter, draft: Draft) -> list[ProposedPart]:
        """Give the deadlines, with the postponement where what was promised is put off."""
        known: set[str] = set()
        unique = []
        for part in (*self.now, *self.promised):
            if fold(part.values["wording"]) not in known:
                known.add(fold(part.values["wording"]))
                unique.append(part)
        delay = next((one for one in draft.told if _DELAYED.search(fold(one.text))), None)
        if not (self.now and self.promised and delay):
            return unique
        new, old = self.now[0], self.promised[0]
        others = [part for part in unique if part not in (new, old)]
        return [*put_off(letter, draft, old, new, delay), *others]
