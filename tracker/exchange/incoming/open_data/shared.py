"""What the entities of open data share: titles out of texts, members, deadlines out of texts, and remarks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import Final

from tracker.basics.language import Text
from tracker.records.member import Member
from tracker.records.proposal import Place, ProposedPart
from tracker.records.recess import Calendar
from tracker.records.wording import read_deadlines

TITLE_LENGTH: Final = 140
READ_FROM_TEXT = Text("gelezen uit de tekst", "read from the text")
SOURCE_REMARK = "Uit de open data van de Kamer"
_FIRST_SENTENCE = re.compile(r"(.{20,}?[.!?])(?:\s|$)")
_NAME = re.compile(r"(?P<name>[^()]+?)\s*(?:\((?P<party>[^()]+)\))?")


def title_of(text: str) -> str:
    """Give a title for a text: its first sentence, ended at a word where that is long."""
    whole = " ".join(text.split())
    found = _FIRST_SENTENCE.match(whole)
    title = (found[1] if found else whole).rstrip(".")
    if len(title) <= TITLE_LENGTH:
        return title
    return f"{title[:TITLE_LENGTH].rpartition(' ')[0].rstrip(',;: ')} …"


def deadlines_in(text: str, said_on: date | None, place: Place) -> Iterator[ProposedPart]:
    """Give the deadlines that a text promises, marked as read from it; days that were past then are none.

    Only the words are given on: the window follows from the register's own calendar when they are taken over.
    """
    since = said_on or date.min
    seen = set()
    for reading in read_deadlines(text, since, Calendar()) if said_on else []:
        if (reading.end is None or reading.end >= since) and reading.wording not in seen:
            seen.add(reading.wording)
            values = {"wording": reading.wording, "said_on": said_on, "what": READ_FROM_TEXT.nl}
            yield ProposedPart("deadline", values, place)


def person_name(listed: str) -> str:
    """Give a name as people say it: "Schreinemacher, E.N.A.J." is E.N.A.J. Schreinemacher."""
    last, comma, first = listed.partition(",")
    return f"{first.strip()} {last.strip()}".strip() if comma and first.strip() else listed.strip()


def member(name: str, party: str = "") -> Member:
    """Give a member from a name in which the party may stand too."""
    found = _NAME.fullmatch(name.strip())
    if found is None:
        return Member(name.strip() or None, party or None)
    return Member(person_name(found["name"]), party or found["party"] or None)


def remarks(lines: list[str]) -> str | None:
    """Give the remark that keeps what fits no field; None where there is nothing."""
    return None if not lines else "\n".join([f"{SOURCE_REMARK}:", *lines])
