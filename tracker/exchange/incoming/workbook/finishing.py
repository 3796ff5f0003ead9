"""Making a proposal of what the cells of a row gave, what several make together, and what the lines above say."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any, Final

from tracker.basics.language import Text
from tracker.exchange.incoming.workbook.finishing_deadlines import finish_deadlines
from tracker.exchange.incoming.workbook.letters import letter_in
from tracker.exchange.incoming.workbook.read_people import finish_motion_name, join_parties
from tracker.exchange.incoming.workbook.read_plain import short_title
from tracker.exchange.incoming.workbook.read_sources import finish_citation, finish_debate
from tracker.exchange.incoming.workbook.row import ColumnPlan, Places, RowRead
from tracker.records.citation import read_citations
from tracker.records.motion import Outcome
from tracker.records.origin_text import days_in, may_cite
from tracker.records.proposal import Proposal, ProposedPart, Sureness
from tracker.records.status import Phase
from tracker.records.status_words import own_status, status_choices, status_for

_NO_TITLE: Final = Text(
    "In deze rij staat geen onderwerp. Vul het in, of laat de rij weg.",
    "There is no subject in this row. Fill it in, or leave the row out.",
)
_STRUCK: Final = Text(
    "Deze rij is in het bestand doorgestreept. Welke status hoort daarbij?",
    "This row is struck through in the file. Which status goes with that?",
)
_FROM_NUMBER: Final = Text(
    "Het onderwerp ontbreekt in deze rij; het nummer staat er nu voor in de plaats.",
    "The subject is missing in this row; the number stands in its place now.",
)


def finish(row: RowRead, comments: list[tuple[int, str]]) -> Proposal:
    """Give the proposal of a row. ``comments`` are those on its cells, by column."""
    _finish_from_lines(row)
    _finish_struck(row)
    _finish_around(row)
    if row.kind.code == "motion":
        finish_motion_name(row)
    if row.kind.code in {"motion", "commitment"}:
        finish_citation(row)
        join_parties(row)
        finish_debate(row)
    _finish_outcomes(row)
    finish_deadlines(row, comments)
    _finish_notes(row)
    _finish_title(row)
    _finish_remarks(row)
    _join_names(row)
    return Proposal(
        row.kind.code,
        row.values,
        row.grid.row_place(row.number),
        row.sureness,
        row.why,
        row.reference,
        tuple(row.parts),
        tuple(row.doubts),
        Places.of(row.grid, row.number, row.columns),
    )


def _finish_from_lines(row: RowRead) -> None:
    """Take what the lines above the row say where its own cells say nothing."""
    told = row.told
    late = row.extra.get("status in deadline")
    if "status" not in row.values and late is not None:
        row.values["status"] = status_for(row.kind.code, late[0])
    if "status" not in row.values and told.status and not any(one.field == "status" for one in row.doubts):
        status = status_for(row.kind.code, told.status)
        if status is not None:
            row.values["status"] = status
            if not own_status(row.kind.code, told.status):
                row.remarks.append(f"Kop in het bestand: {told.status}")
    if told.action_line and "action_line" not in row.values and "action_line" in row.facts.specs:
        row.values["action_line"] = told.action_line
    if told.theme and "theme" not in row.values:
        row.values["theme"] = told.theme


def _finish_struck(row: RowRead) -> None:
    """Say that a row is struck through; whether that means done or dropped only people know."""
    if not row.extra.get("struck"):
        return
    row.remarks.append("In het bestand: doorgestreept")
    if row.facts.phase(row.values.get("status")) in {Phase.OPEN, Phase.UNDERWAY} and not row.doubts:
        code = row.kind.code
        row.doubt("status", "doorgestreept", _STRUCK, status_choices(code), f"status:{code}:doorgestreept")


def _finish_around(row: RowRead) -> None:
    around = row.around
    fields = row.facts.specs
    if around.chamber and "chamber" in fields:
        row.values.setdefault("chamber", around.chamber)
    if around.cycle and "cycle" in fields:
        row.values.setdefault("cycle", around.cycle)
    if around.priority and "empact_priority" in fields:
        row.values.setdefault("empact_priority", around.priority)


def _finish_outcomes(row: RowRead) -> None:
    if row.kind.code != "motion":
        return
    tabled = row.extra.get("outcomes.tabled_on")
    voted = row.extra.get("outcomes.voted_on")
    word = row.extra.get("outcome")
    found = [Outcome("ingediend", tabled)] if tabled else []
    if word is not None or voted is not None:
        found.append(Outcome(word[0] if word else "aangenomen", voted))
    if found:
        row.values["outcomes"] = tuple(found)


def _finish_notes(row: RowRead) -> None:
    on = row.extra.get("note.on") or row.around.day
    if not row.notes and (alone := row.extra.get("note.on told")):
        row.remarks.append(alone)
    _finish_settling(row)
    for text, column in row.notes:
        cited = _papers_in(text)
        values: dict[str, Any] = {"text": text, "on": row.extra.get("note days", {}).get(column) or on}
        if cited:
            values["citations"] = cited
        row.parts.append(ProposedPart("progress_note", _known(values), row.grid.place(row.number, column)))


def _finish_settling(row: RowRead) -> None:
    """Take the letter by which it was settled from a state of affairs that is nothing but that letter."""
    if row.facts.phase(row.values.get("status")) is not Phase.DONE or "settled_letter" in row.values:
        return
    for text, column in row.notes:
        if len(text) <= _SHORT_NOTE and (named := _LETTER_ALONE.match(text)):
            plan = ColumnPlan(column, "", "note.text")
            days = days_in(text)
            if len(days) != 1 and not (may_cite(text) and read_citations(text)):
                continue  # a letter that is still to come: "brief voorjaar 2027"
            letter = letter_in(row, plan, text[named.end() :] if named[1] else text)
            if letter is not None and row.put("settled_letter", letter, plan) and len(days) == 1:
                row.put(row.facts.settled_day_field, days[0], plan)
            return


_SHORT_NOTE: Final = 90
_LETTER_ALONE: Final = re.compile(r"(?:(per|met|zie|bij)\s+(?:de\s+)?)?(?:kamer)?brief\b", re.IGNORECASE)


@lru_cache(maxsize=2048)
def _papers_in(text: str) -> tuple[str, ...]:
    if not may_cite(text):
        return ()
    return tuple(dict.fromkeys(one.canonical for one in read_citations(text) if one.kind == "kamerstuk"))


def _finish_title(row: RowRead) -> None:
    if row.values.get("title"):
        return
    text = row.values.get("text") or (row.notes[0][0] if row.notes else None)
    if text:
        row.values["title"] = short_title(" ".join(str(text).split()))
        return
    name = row.values.get("number") or row.values.get("citation") or row.reference
    row.sureness = Sureness.UNSURE
    row.why = _FROM_NUMBER if name else _NO_TITLE
    if name:
        row.values["title"] = str(name)


def _finish_remarks(row: RowRead) -> None:
    lines = [*row.extra.get("own remarks", []), *row.remarks]
    if lines:
        row.values["remarks"] = "\n".join(dict.fromkeys(lines))


def _join_names(row: RowRead) -> None:
    """Write lists of names as one text, as a person would type them."""
    for name in row.facts.name_lists:
        value = row.values.get(name)
        if isinstance(value, tuple) and value and isinstance(value[0], str):
            row.values[name] = "; ".join(value)


def _known(values: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in values.items() if value is not None}
