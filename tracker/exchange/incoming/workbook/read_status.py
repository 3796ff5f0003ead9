"""Cells that say how far something is, in the words of whatever source."""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache
from typing import Final

from tracker.basics.folding import fold
from tracker.basics.language import Text
from tracker.exchange.incoming.workbook.cell_words import words_of
from tracker.exchange.incoming.workbook.grid import Value
from tracker.exchange.incoming.workbook.letters import letter_link
from tracker.exchange.incoming.workbook.marks import MARKS, NO_MARKS
from tracker.exchange.incoming.workbook.read_deadlines import reading_of, waiting_in
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
from tracker.records.citation import read_citations
from tracker.records.ministers import MINISTRIES, ministry_named
from tracker.records.nothing_known import says_nothing
from tracker.records.origin_text import days_in
from tracker.records.status import Phase
from tracker.records.status_words import (
    opening_status,
    own_status,
    status_choices,
    status_for,
    status_of_answer,
    status_of_percent,
)

_LONG: Final = 60
_UNKNOWN: Final = Text(
    "Dit woord kennen we niet als status. Welke status hoort erbij?",
    "This word is not known as a status. Which status goes with it?",
)
_HANDED: Final = re.compile(
    r"(?:overgedragen|overgeheveld|handed over|transferred)\s+(?:aan|naar|to)\s+(?:het\s+|de\s+|the\s+)?"
    r"(?P<to>(?:ministerie|minister|staatssecretaris)?\s*(?:van\s+)?[^.(;:]+?)\s*(?=$|[.(;"
    r":]|\bop\b|\bper\b|\bbij brief\b|\bmet\b|\bd\.d\.)",
    re.IGNORECASE,
)
_YET: Final = re.compile(
    r"\b(?:wacht(?:en)?|afwachting|nog niet|onder voorbehoud|mits|waiting|pending)\b", re.IGNORECASE
)
_LETTER: Final = re.compile(
    r"brief|geïnformeerd|geinformeerd|letter|informed|\bmet\b|\bbij\b|\bper\b|kamerstuk", re.IGNORECASE
)


def read_status(facts: KindFacts, plan: ColumnPlan, value: Value) -> Act:
    """Read a state: its own word, one of another source, or a sentence that opens with it. Asked where not known."""
    text = words_of(value)
    if says_nothing(text):
        return taken
    status = status_of_answer(facts.code, plan.heading, text) or status_for(facts.code, text)
    if status is None and (percent := _percent_in(value)) is not None:
        status = status_of_percent(facts.code, percent)
    if status is None:
        return _state_in_prose(facts, plan, value)
    if own_status(facts.code, text):
        return putting("status", status, plan, text)

    def act(row: RowRead) -> Fate:
        if not row.put("status", status, plan):
            return row.keep(plan, text)
        row.remarks.append(f"{plan.heading}: {text}")
        return Fate.TAKEN

    return act


@of_each_row
def _state_in_prose(row: RowRead, plan: ColumnPlan, value: Value) -> Fate:
    text = words_of(value)
    if not _is_waiting_yet(row, text) and take_opening(row, plan, text):
        add_note(row, plan, text)
        return Fate.TAKEN
    if len(text) > _LONG:
        add_note(row, plan, text)
        return Fate.TAKEN
    return _other_words(row, plan, text)


def _is_waiting_yet(row: RowRead, text: str) -> bool:
    """Tell whether a short text calls something done that waits for somebody: "gereed, wacht op akkoord"."""
    opening = opening_status(row.kind.code, text) if len(text) <= _LONG else None
    return opening is not None and row.facts.phase(opening[0]) is Phase.DONE and _YET.search(text) is not None


@of_each_row
def read_marked(row: RowRead, plan: ColumnPlan, value: Value) -> Fate:
    """Read a mark below a state: of the columns Open, Loopt and Klaar one has a cross."""
    text = words_of(value)
    if text in NO_MARKS:
        return Fate.TAKEN
    status = status_for(row.kind.code, plan.heading) if text in MARKS else None
    if status is None or not row.put("status", status, plan):
        return row.keep(plan, text)
    if not own_status(row.kind.code, plan.heading):
        row.remarks.append(f"{plan.heading}: {text}")
    return Fate.TAKEN


def _other_words(row: RowRead, plan: ColumnPlan, text: str) -> Fate:
    """Take what is waited for; any other word is asked about."""
    if (waits := waiting_in(text)) is not None:
        row.extra.setdefault("waits for", waits)
        add_note(row, plan, text)
        return Fate.TAKEN
    code = row.kind.code
    row.doubt("status", text, _UNKNOWN, status_choices(code), f"status:{code}:{fold(text)}")
    return row.keep(plan, text)


def _percent_in(value: Value) -> float | None:
    if isinstance(value, int | float):
        return 100.0 * value if 0 <= value <= 1 else None
    found = re.fullmatch(r"(\d{1,3})(?:[.,]\d+)?\s*%", value.strip()) if isinstance(value, str) else None
    return float(found[1]) if found else None


def read_note(facts: KindFacts, plan: ColumnPlan, value: Value) -> Act:
    """Read a state of affairs; the state with which it opens counts where no column says one."""
    text = words_of(value)
    if says_nothing(text):
        return taken
    is_short = len(text) <= _LONG
    status = status_for(facts.code, text) if is_short else None
    waits = waiting_in(text) if is_short else None

    def act(row: RowRead) -> Fate:
        if "status" not in row.extra.get("own columns", ()):
            if status is not None and row.put("status", status, plan):
                if not own_status(facts.code, text):
                    row.remarks.append(f"{plan.heading}: {text}")
                return Fate.TAKEN
            take_opening(row, plan, text)
        if waits is not None:
            row.extra.setdefault("waits for", waits)
        add_note(row, plan, text)
        row.extra.setdefault("prose", (text, plan))
        return Fate.TAKEN

    return act


def add_note(row: RowRead, plan: ColumnPlan, text: str) -> None:
    """Note a state of affairs; the same words count once."""
    if all(known != text for known, _ in row.notes):
        row.notes.append((text, plan.number))
        if (day := _day_of_heading(plan.heading, row.around.year)) is not None:
            row.extra.setdefault("note days", {})[plan.number] = day


@lru_cache(maxsize=512)
def _day_of_heading(heading: str, year: int | None) -> date | None:
    """Give the day that a heading names: "Stand 1 september 2026", and of a list for a year "Stand 1 sept"."""
    if not any(sign.isdigit() for sign in heading):
        return None
    days = days_in(heading)
    if not days and year is not None:
        read = reading_of(heading, date(year, 1, 1))
        days = [read.end] if read is not None and read.precision == "day" and read.end is not None else []
    return days[0] if len(days) == 1 else None


def take_opening(row: RowRead, plan: ColumnPlan, text: str) -> bool:
    """Take the state with which a text opens, with the day, the letter and the ministry that it names."""
    opening = opening_status(row.kind.code, text)
    if opening is None:
        return False
    status, _ = opening
    if not row.put("status", status, plan):
        return True
    phase = row.facts.phase(status)
    first_sentences = text[:600]
    days = days_in(first_sentences, plan.order)
    papers = [one for one in read_citations(first_sentences) if one.kind in {"kamerstuk", "document"}]
    link = None
    if papers and _LETTER.search(first_sentences):
        link = letter_link(row, plan, "", papers[0], days[0] if days else None)
    elif papers:
        row.put("citations", tuple(one.canonical for one in papers), plan)
    if status == "overgedragen":
        _take_handing_over(row, plan, text)
        if link is not None:
            row.put("handed_over_letter", link, plan)
        if days:
            row.put("handed_over_on", days[0], plan)
    elif phase is Phase.DONE:
        if link is not None:
            row.put("settled_letter", link, plan)
        if days:
            row.put(row.facts.settled_day_field, days[0], plan)
    elif link is not None:
        row.put("citations", (papers[0].canonical,), plan)
    return True


def _take_handing_over(row: RowRead, plan: ColumnPlan, text: str) -> None:
    found = _HANDED.search(" ".join(text.split()))
    if found is None:
        return
    name = re.sub(
        r"^(?:het\s+)?(?:ministerie|minister|staatssecretaris)\s+(?:van|voor)\s+",
        "",
        found["to"].strip(),
        flags=re.IGNORECASE,
    )
    full = ministry_named(name)
    short = next((short for short, known in MINISTRIES.items() if known == full), None) if full else None
    row.put("handed_over_to", short or name, plan)
