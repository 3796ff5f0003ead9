"""Cells that say where something comes from: citations, debates, letters, numbers."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from typing import Any, Final

from tracker.basics.folding import fold
from tracker.exchange.incoming.workbook.cell_words import day_of, words_of
from tracker.exchange.incoming.workbook.grid import Value
from tracker.exchange.incoming.workbook.letters import letter_in, letter_link
from tracker.exchange.incoming.workbook.read_people import motion_named
from tracker.exchange.incoming.workbook.row import (
    Act,
    ColumnPlan,
    Fate,
    KindFacts,
    RowRead,
    of_each_row,
    putting,
    taken,
)
from tracker.records.field import FieldSpec
from tracker.records.nothing_known import says_nothing
from tracker.records.origin_text import OriginText, read_origin

_LINK: Final = re.compile(r"https?://\S+|www\.\S+")
_CHAMBER_OF_NUMBER: Final = (
    (re.compile(r"TZ\d{6}-\d+", re.IGNORECASE), "Tweede Kamer"),
    (re.compile(r"T\d{5}", re.IGNORECASE), "Eerste Kamer"),
)
_DOSSIER: Final = re.compile(r"\d{2}[ .]?\d{3}(?:[ -]?[IVXLC]+)?(?:\s*[;,]\s*\d{2}[ .]?\d{3}(?:[ -]?[IVXLC]+)?)*")
_REFERENCE: Final = re.compile(r"(?:OA|[MTAPIR])-\d+", re.IGNORECASE)


def read_origin_field(_: KindFacts, plan: ColumnPlan, value: Value) -> Act:
    """Read a citation, or a cell that holds day, debate and citation together."""
    text = words_of(value)
    if says_nothing(text):
        return taken
    if (day := day_of(value)) is not None:
        return lambda row: _take_day(row, plan, day, text)
    origin = read_origin(f"Kamerstukken {text}" if _DOSSIER.fullmatch(text) else text, plan.order)
    if not origin.citations and not origin.day and not origin.sort and not origin.activity and not origin.is_letter:
        return lambda row: _without_citation(row, plan, text)
    return lambda row: _take_origin(row, plan, origin, text)


def _take_origin(row: RowRead, plan: ColumnPlan, origin: OriginText, text: str) -> Fate:
    left = _take_citations(row, plan, origin)
    if row.kind.code == "motion" and motion_named(text) is not None:  # Motie Mutluer c.s. (28 638, nr. 271)
        row.extra.setdefault("motion name", text)
        return Fate.TAKEN
    if left:
        row.remarks.append(f"{plan.heading}: {text}")
    if origin.day is not None:
        row.extra.setdefault("origin day", origin.day)
    if origin.is_letter:
        return _take_letter(row, plan, origin, text)
    _take_debate(row, plan, origin)
    return Fate.TAKEN


def read_citations_field(facts: KindFacts, plan: ColumnPlan, value: Value) -> Act:
    """Read further citations; what stands around them is kept where it says something."""
    text = words_of(value)
    if says_nothing(text):
        return taken
    links = _LINK.findall(text)
    if links and (links == [text] or fold(text) == fold(" ".join(links))):
        return putting("links", tuple(links), plan, text)
    return _cited_among_words(facts, plan, value)


@of_each_row
def _cited_among_words(row: RowRead, plan: ColumnPlan, value: Value) -> Fate:
    text = words_of(value)
    origin = read_origin(f"Kamerstukken {text}" if _DOSSIER.fullmatch(text) else text, plan.order)
    if not origin.citations:
        return row.keep(plan, text)
    row.put("citations", origin.written, plan)
    if origin.subject or origin.day or origin.sort:
        row.remarks.append(f"{plan.heading}: {text}")
    return Fate.TAKEN


def _without_citation(row: RowRead, plan: ColumnPlan, text: str) -> Fate:
    links = _LINK.findall(text)
    if links:
        row.put("links", tuple(links), plan)
        return Fate.TAKEN
    is_debate = plan.target == "debate" or (plan.target == "citation" and _names_a_debate(text))
    if is_debate and "debate" in _fields(row) and len(text) <= 200:
        row.extra.setdefault("debate subject", (" ".join(text.split()), plan))
        return Fate.TAKEN
    return row.keep(plan, text)


def _names_a_debate(text: str) -> bool:
    return re.search(r"debat|overleg|behandeling|vergadering|briefing", text, re.IGNORECASE) is not None


def _take_citations(row: RowRead, plan: ColumnPlan, origin: OriginText) -> bool:
    """Take the citations: the first as the record's own; tells whether words are left that fit nowhere."""
    fields = _fields(row)
    papers = []
    for one, written in zip(origin.citations, origin.written, strict=True):
        if one.kind != "toezegging":
            papers.append(written)
        elif "number" in fields:
            row.put("number", written, plan)
    if not papers or origin.is_letter:
        return False
    if "citation" in fields and row.put("citation", papers[0], plan):
        papers = papers[1:]
    if papers:
        row.put("citations", tuple(papers), plan)
    if "chamber" in fields and any(one.chamber == "I" for one in origin.citations):
        row.put("chamber", "Eerste Kamer", plan)
    return "debate" not in fields and bool(origin.subject)


def _take_letter(row: RowRead, plan: ColumnPlan, origin: OriginText, text: str) -> Fate:
    """Take a letter in which something was promised; of a motion it is one more place to find it."""
    cited = next((one for one in origin.citations if one.kind in {"kamerstuk", "document"}), None)
    if "made_in_letter" in _fields(row):
        subject = origin.subject if fold(origin.subject) not in {"brief", "kamerbrief", "letter", ""} else ""
        row.put("made_in_letter", letter_link(row, plan, subject, cited, origin.day or row.values.get("made_on")), plan)
        return Fate.TAKEN
    if cited is not None:
        row.put("citations", (cited.canonical,), plan)
    row.remarks.append(f"{plan.heading}: {text}")
    return Fate.TAKEN if cited else Fate.KEPT


def _take_debate(row: RowRead, plan: ColumnPlan, origin: OriginText) -> None:
    if "debate" not in _fields(row):
        return
    if origin.sort is not None:
        row.extra.setdefault("debate.sort", origin.sort)
    if origin.activity is not None:
        row.extra.setdefault("debate.number", origin.activity)
    subject = origin.subject
    if subject:
        row.extra.setdefault("debate subject", (subject, plan))
    elif origin.sort:
        row.extra.setdefault("debate subject", ("", plan))


def _take_day(row: RowRead, plan: ColumnPlan, day: date, text: str) -> Fate:
    if "debate" in _fields(row):
        row.extra.setdefault("origin day", day)
        return Fate.TAKEN
    return row.keep(plan, text)


def _fields(row: RowRead) -> Mapping[str, FieldSpec]:
    return row.facts.specs


@of_each_row
def read_letter_field(row: RowRead, plan: ColumnPlan, value: Value) -> Fate:
    """Read the letter that settled something."""
    text = words_of(value)
    if says_nothing(text):
        return Fate.TAKEN
    if (day := day_of(value)) is not None:
        return row.put_or_keep(plan.target, letter_link(row, plan, "Brief", None, day), plan, text)
    letter = letter_in(row, plan, text)
    if letter is None:
        return row.keep(plan, text)
    return row.put_or_keep(plan.target, letter, plan, text)


def read_number(facts: KindFacts, plan: ColumnPlan, value: Value) -> Act:
    """Read the number of a commitment or an action, and the Chamber that gives such numbers."""
    text = words_of(value)
    if says_nothing(text):
        return taken
    if facts.code != "commitment":
        return putting("number", " ".join(text.split()), plan, text)
    if _REFERENCE.fullmatch(text):
        return read_reference(facts, plan, value)
    bare = text.replace(" ", "")
    of = next((chamber for looks, chamber in _CHAMBER_OF_NUMBER if looks.fullmatch(bare)), None)
    if of is None:
        return putting("number", " ".join(text.split()), plan, text)
    number = bare.upper()
    put = putting("number", number, plan, number)

    def act(row: RowRead) -> Fate:
        if "chamber" not in row.values:
            row.values["chamber"] = of
        return put(row)

    return act


@of_each_row
def read_reference(row: RowRead, plan: ColumnPlan, value: Value) -> Fate:
    """Read our own reference (M-12); another number is kept."""
    text = words_of(value)
    if says_nothing(text):
        return Fate.TAKEN
    prefix = f"{row.kind.prefix}-"
    if not row.reference and text.upper().startswith(prefix) and text[len(prefix) :].isdecimal():
        row.reference = text.upper()
        return Fate.TAKEN
    return row.keep(plan, text)


@of_each_row
def read_dossier(row: RowRead, plan: ColumnPlan, value: Value) -> Fate:
    """Read one half of a citation whose dossier and number stand in columns of their own."""
    text = words_of(value)
    if says_nothing(text):
        return Fate.TAKEN
    row.extra[plan.target] = (text, plan)
    return Fate.TAKEN


@of_each_row
def read_debate_part(row: RowRead, plan: ColumnPlan, value: Value) -> Fate:
    """Read the sort or the number of a debate that stands in a column of its own."""
    text = words_of(value)
    if not says_nothing(text):
        row.extra[plan.target] = " ".join(text.split())
        row.extra.setdefault("debate plan", plan)
    return Fate.TAKEN


def finish_citation(row: RowRead) -> None:
    """Join a dossier and a number from two columns into a citation."""
    dossier, number = row.extra.get("citation.dossier"), row.extra.get("citation.number")
    known = dossier or number
    if known is None:
        return
    text, plan = known
    if dossier is not None and number is not None:
        joined = f"{dossier[0]}, nr. {number[0]}" if number[0][:1].isdigit() else f"{dossier[0]}, {number[0]}"
        read = read_origin(joined).written
        if read and row.put("citation", read[0], plan):
            return
        text = joined
    read = read_origin(text).written
    if read:
        row.put("citations", read, plan)
    else:
        row.remarks.append(f"{plan.heading}: {text}")


def finish_debate(row: RowRead) -> None:
    """Make the debate of what the cells said of it."""
    found = row.extra.get("debate subject")
    sort, number = row.extra.get("debate.sort"), row.extra.get("debate.number")
    day = row.extra.get("debate.day") or row.extra.get("origin day") or row.values.get("made_on")
    day = day or row.extra.get("outcomes.tabled_on")
    if found is None:
        _without_subject(row, sort, number, day)
        return
    subject, plan = found
    origin = read_origin(subject) if not sort else None
    if origin is not None and origin.sort and origin.subject:
        sort, subject = origin.sort, origin.subject
    values: dict[str, Any] = {"subject": subject or (sort or "debat").capitalize()}
    values |= {name: value for name, value in (("sort", sort), ("day", day), ("number", number)) if value}
    chamber = row.values.get("chamber") or row.around.chamber
    if chamber:
        values["chamber"] = chamber
    key = number or f"{fold(values['subject'])} {day or ''}".strip()
    row.put("debate", row.beside.add("debate", key, values, lambda: row.place(plan)), plan)
    if row.kind.code == "commitment" and "made_on" not in row.values and day:
        row.put("made_on", day, plan)


def _without_subject(row: RowRead, sort: str | None, number: str | None, day: date | None) -> None:
    """Keep what is known of a debate that has no name: a debate of the register must have one."""
    plan = row.extra.get("debate plan")
    if number:
        values: dict[str, Any] = {"subject": f"{(sort or 'debat').capitalize()} {number}", "number": number}
        if sort:
            values["sort"] = sort
        if day:
            values["day"] = day
        row.values["debate"] = row.beside.add("debate", number, values, lambda: row.grid.row_place(row.number))
    elif sort and plan is not None:
        row.remarks.append(f"{plan.heading}: {sort}")
    if day and row.kind.code == "commitment":
        row.values.setdefault("made_on", day)
