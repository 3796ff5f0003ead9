"""What sentences say of one action, put into its draft: its title, how far it is, who does it, and when it comes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, Final

from tracker.exchange.incoming.letter.action_words import (
    goal_in,
    is_active,
    results_in,
    status_of,
    tells_of_end,
    tells_of_start,
)
from tracker.exchange.incoming.letter.bodies import doer_in, leads_in, partners_in
from tracker.exchange.incoming.letter.context import Letter, Sentence
from tracker.exchange.incoming.letter.making import Draft, deadline_parts, deadline_spans, put_off, short_title
from tracker.records.debate_naming import day_in
from tracker.records.ministers import ministers_in
from tracker.records.proposal import ProposedPart

_INSTEAD: Final = re.compile(r"\bniet\b.{4,60}\bmaar\b|\bin plaats van\b", re.IGNORECASE)
"""One time instead of another: "niet medio 2026 maar pas begin 2027"."""
_RESPONSIBLE: Final = re.compile(
    r"\bonder (?:de )?verantwoordelijkheid van\b|\bdoor (?:de|het) (?=minister|staatssecretaris)"
)
_RELATIVE: Final = re.compile(r",?\s(?:waar|waarin|waarbij|waarmee|waaronder|die|dat|zodat)\s")
_LOOSE_END: Final = re.compile(r"[\s,]+(?:en|of|maar|op|met)$")
_SHORTEST_TITLE: Final = 35


def fill(letter: Letter, draft: Draft, group: list[Sentence]) -> None:
    """Put what the sentences say into the action; those that were read as something else are left out."""
    values = draft.values
    group = [one for one in group if not letter.is_claimed(one)]
    words = " ".join(one.text for one in group)
    head = next((one for one in group if is_active(one.text)), group[0])
    title = short_title(head.text, [*deadline_spans(letter, head), *_past_days(head.text)])
    clause = _RELATIVE.search(title, _SHORTEST_TITLE)
    values["title"] = _LOOSE_END.sub("", title[: clause.start()]) if clause else title
    if status := status_of(one.text for one in group):
        values["status"] = status
    leads = (name for one in group for name in leads_in(one.text))
    if lead := next(leads, None) or next((name for one in group if (name := doer_in(one.text))), None):
        values["lead"] = lead
    partners = list(
        dict.fromkeys(name for one in group for name in partners_in(one.text) if name != values.get("lead"))
    )
    if partners:
        values["partners"] = "; ".join(partners)
    if minister := _minister(words):
        values["minister"] = minister
    if goal := goal_in(words):
        values["goal"] = goal
    if results := tuple(results_in(words)):
        values["results"] = results
    _days(values, group)
    for one in group:
        add_to(letter, draft, one)


def add_to(letter: Letter, draft: Draft, sentence: Sentence) -> None:
    """Add a sentence to what is told of the action, with its deadlines."""
    draft.see(sentence)
    draft.told.append(sentence)
    draft.parts += _terms(letter, draft, sentence)
    letter.claim(sentence)


def _terms(letter: Letter, draft: Draft, sentence: Sentence) -> list[ProposedPart]:
    """Give the deadlines of a sentence; of "niet medio 2026 maar begin 2027" the second, put off from the first."""
    parts = deadline_parts(letter, sentence)
    if len(parts) != 2 or not _INSTEAD.search(sentence.text):
        return parts
    old, new = parts
    return put_off(letter, draft, old, new, sentence)


def _past_days(text: str) -> Iterator[tuple[int, int]]:
    for found in re.finditer(
        r"\b(?:[Oo]p \d{1,2} [a-z]+ \d{4}|[Ii]n (?:de maand )?[a-z]+ \d{4}|[Bb]egin dit jaar|[Ii]n \d{4}|"
        r"in het \w+ kwartaal van \d{4})\b",
        text,
    ):
        yield found.span()


def _days(values: dict[str, Any], group: list[Sentence]) -> None:
    for one in group:
        found = day_in(one.text)
        if found is None or not re.search(r"\bop\s*$", one.text[: found[1]], re.IGNORECASE):
            continue
        if re.match(r"\s*(?:\w+\s)?moest", one.text[found[2] :]):
            continue  # when it was to be done, not when it was
        if tells_of_start(one.text) and values.get("status") != "afgerond":
            values.setdefault("started_on", found[0])
        elif tells_of_end(one.text):
            values.setdefault("finished_on", found[0])


def _minister(words: str) -> str | None:
    found = _RESPONSIBLE.search(words)
    named = ministers_in(words[found.end() : found.end() + 120]) if found else []
    return named[0] if named else None
