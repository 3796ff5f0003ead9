"""Cells that say when something is due."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Mapping
from datetime import date, timedelta
from functools import cache, lru_cache
from typing import Any, Final

from tracker.basics.folding import fold
from tracker.basics.formats import day_text, day_words
from tracker.basics.language import Text
from tracker.basics.paths import resources_folder
from tracker.exchange.incoming.workbook.cell_words import day_of, words_of
from tracker.exchange.incoming.workbook.grid import MonthDay, Value
from tracker.exchange.incoming.workbook.read_days import day_in
from tracker.exchange.incoming.workbook.row import Act, ColumnPlan, Fate, KindFacts, RowRead, of_each_row
from tracker.records.citation import first_citation
from tracker.records.day_text import MONTH_NAMES, DayOrder, Parts, month_words, numbers_of, read_day
from tracker.records.english_wording import in_dutch
from tracker.records.nothing_known import says_not_yet, says_nothing
from tracker.records.origin_text import may_cite
from tracker.records.recess import calendar_from_csv
from tracker.records.status_words import status_for
from tracker.records.wording import Calendar, Reading, first_deadline

_OLD: Final = re.compile(
    r"\s*[(\[,;]?\s*\b(?:was|eerder|oorspronkelijk|voorheen|origineel|originally|previously|i\.?p\.?v\.?|"
    r"in plaats van|"
    r"uitgesteld van|verschoven van|before)\b\s*:?\s*(?P<old>[^()\[\]]+?)\s*[)\]]?\s*$",
    re.IGNORECASE,
)
_ARROW: Final = re.compile(r"^(?P<old>[^→>]+?)\s*(?:→|=>|->|-->|>)\s*(?P<new>[^→>]+)$")
_FROM_TO: Final = re.compile(
    r"^(?:uitgesteld|verschoven|verplaatst|postponed|moved)\s+(?:van|from)\s+(?P<old>.+?)\s+(?:naar|tot|to|"
    r"until)\s+(?P<new>.+)$",
    re.IGNORECASE,
)
_PAST: Final = re.compile(
    r"^(?:is |was |zijn )?(?:gestart|begonnen|gereed|afgerond|verstuurd|verzonden|started|completed|sinds|"
    r"gelanceerd|loopt sinds)\b"
)
_STARTED: Final = re.compile(r"^(?:gestart|begonnen|started|gelanceerd|loopt sinds|sinds)\s*(?:op|in|on)?\s*(.+)$")
_WAITS: Final = re.compile(
    r"^\s*(?:(?:we|wij|dit|deze)\s+)?(?:wacht(?:en|end)?|in afwachting|waiting|awaiting|afhankelijk)\s*(?:nog\s+)?"
    r"(?:is\s+)?(?:op|van|for|on)?\s+(?:de\s+|het\s+|the\s+)?(?P<what>.+?)\.?\s*$",
    re.IGNORECASE | re.DOTALL,
)
_ANY_DAY: Final = date(2026, 1, 1)
_NUMBERED_FROM: Final = date(1899, 12, 30)
_FIRST_NUMBER: Final = 36_526  # 1 January 2000
_LAST_NUMBER: Final = 73_050
_FIGURE: Final = Text(
    "Dit getal is in Excel een dag die zijn opmaak verloor. Is dit de termijn?",
    "In Excel this figure is a day that lost its format. Is this the deadline?",
)
_NO_SUCH_DAY: Final = Text("Deze dag bestaat niet. Welke dag is bedoeld?", "There is no such day. Which day is meant?")
_AS_IT_IS: Final = Text("Zo laten staan, zonder dag", "Leave it as it is, without a day")
_SIGNS: Final = {"<": "voor", "≤": "uiterlijk", "<=": "uiterlijk", ">": "na", "≥": "vanaf", ">=": "vanaf"}
_SIGN: Final = re.compile(r"\s*(<=|>=|[<>≤≥])\s*(?=[\w'])")
_MOMENT: Final = re.compile(r"\d{4}-\d\d-\d\d(?:T| 00:00)")
_LONGEST_THING: Final = 60
_DEBATE: Final = re.compile(
    r"(?:CD|TMD|WGO|AO|NO|SO|VAO)\b|(?:commissie|tweeminuten|plenair|wetgevings|nota|begrotings|spoed)(?:debat|overleg)",
    re.IGNORECASE,
)
_SHORT_YEAR: Final = re.compile(r"(.*[a-z.])\s+'?([2-4]\d)", re.IGNORECASE)


def read_deadline(facts: KindFacts, plan: ColumnPlan, value: Value) -> Act:
    """Read a cell of deadlines: a day, words, and a former deadline where it names one."""
    day = None if isinstance(value, MonthDay) or plan.may_be_swapped else day_of(value)
    if day is None:
        return _deadline_in(facts, plan, value)
    text = words_of(value)

    def act(row: RowRead) -> Fate:
        _add(row, plan, _plain(day) if _is_month_first(plan, text) or _MOMENT.match(text) else text, day)
        return Fate.TAKEN

    return act


@of_each_row
def _deadline_in(row: RowRead, plan: ColumnPlan, value: Value) -> Fate:
    text = words_of(value)
    if says_nothing(text):
        return _not_yet(row, plan, text) if says_not_yet(text) else Fate.TAKEN
    if (month := _month(value, text)) is not None:
        _add(row, plan, month, None)
        return Fate.TAKEN
    day = day_of(value) or (read_day(text, plan.order) if isinstance(value, str) else None)
    if day is not None:
        if (either := _either_day(row, plan, value)) is not None:
            return either
        _add(row, plan, _plain(day) if _is_month_first(plan, text) or _MOMENT.match(text) else text, day)
        return Fate.TAKEN
    if isinstance(value, int | float) and not 1990 <= value <= 2100:
        return _number(row, plan, value, text)
    parts = numbers_of(text)
    return _with_thing(row, plan, _written_out(text)) if parts is None else _no_such_day(row, plan, text, parts)


def _with_thing(row: RowRead, plan: ColumnPlan, text: str) -> Fate:
    """Take what is due from before the colon: "concept: Q1 2027"."""
    thing, sign, when = text.partition(": ")
    if not sign or len(thing) > _LONGEST_THING or any(letter.isdigit() for letter in thing) or not _reads(when):
        return _in_words(row, plan, text)
    fate = _in_words(row, plan, when.strip())
    for wording, _, _ in row.extra.get("deadlines", [])[-1:]:
        row.extra.setdefault("what of deadlines", {}).setdefault(wording, thing.strip())
    return fate


def _either_day(row: RowRead, plan: ColumnPlan, value: Value) -> Fate | None:
    """Leave a day that could be another to who answers which; None where it is clear."""
    asked = len(row.doubts)
    day_in(row, plan, value, "deadline")
    if len(row.doubts) == asked:
        return None
    doubt = row.doubts.pop()
    choices = tuple((day_words(day), words) for day, words in doubt.choices)  # its words become those of the deadline
    row.doubt(doubt.field, doubt.text, doubt.why, choices)
    row.columns.setdefault("deadline.wording", plan.number)
    return Fate.TAKEN


def _month(value: Value, text: str) -> str | None:
    """Give the month that a cell shows: a day shown so, or okt-26 in a text file."""
    if isinstance(value, MonthDay):
        return f"{MONTH_NAMES[value.month - 1]} {value.year}"
    month = month_words(text) if isinstance(value, str) else None
    return month if month is not None and reading_of(text, _ANY_DAY) is None else None


def _number(row: RowRead, plan: ColumnPlan, value: float, text: str) -> Fate:
    """Ask whether a figure is the day that Excel counts so: a cell that lost its format shows 46388 for 1-1-2027."""
    if not float(value).is_integer() or not _FIRST_NUMBER <= value <= _LAST_NUMBER:
        return row.keep(plan, text)
    day = _NUMBERED_FROM + timedelta(days=int(value))
    row.doubt("deadline", text, _FIGURE, ((day_words(day), day_text(day)),))
    return row.keep(plan, text)


def _no_such_day(row: RowRead, plan: ColumnPlan, text: str, parts: Parts) -> Fate:
    """Ask about a day that no calendar has: 31-2-2027."""
    choices: list[tuple[Any, Text]] = [(text, _AS_IT_IS)]
    if 1 <= parts.second <= 12:
        last = date(parts.year, parts.second, monthrange(parts.year, parts.second)[1])
        choices.append((day_words(last), day_text(last)))
    row.doubt("deadline", text, _NO_SUCH_DAY, tuple(choices))
    row.columns.setdefault("deadline.wording", plan.number)
    return row.keep(plan, text)


def _written_out(text: str) -> str:
    """Write out what people shorten in a cell: "< 1 juli 2026", "najaar 26"."""
    if found := _SIGN.match(text):
        text = f"{_SIGNS[found[1]]} {text[found.end() :]}"
    found = _SHORT_YEAR.fullmatch(text)
    if found is None or reading_of(text, _ANY_DAY) is not None:
        return text
    written = f"{found[1]} 20{found[2]}"
    return written if reading_of(written, _ANY_DAY) is not None else text


def _not_yet(row: RowRead, plan: ColumnPlan, text: str) -> Fate:
    """Take words that say that the day is not known yet; what the register cannot read as such is kept."""
    if reading_of(text, _ANY_DAY) is None:
        return row.keep(plan, text)
    row.extra.setdefault("no day yet", (text, plan))
    return Fate.TAKEN


def _in_words(row: RowRead, plan: ColumnPlan, text: str) -> Fate:
    if _DEBATE.match(text):
        return row.keep(plan, text)  # where it was promised, below a heading that is nearly one for when
    new, old = without_former(text)
    if old:
        row.extra.setdefault("old deadline", old)
    return _new_words(row, plan, text, new)


def _new_words(row: RowRead, plan: ColumnPlan, text: str, new: str) -> Fate:
    if (new and status_for(row.kind.code, new)) and first_deadline(new, _ANY_DAY, Calendar()) is None:
        return _state(row, plan, new)
    if not new:
        return Fate.TAKEN
    if _PAST.match(fold(new)) and ";" not in new:
        return row.keep(plan, text)
    _add(row, plan, new, read_day(new, plan.order))
    return Fate.TAKEN


def _state(row: RowRead, plan: ColumnPlan, text: str) -> Fate:
    """Take a state that stands where a deadline is expected: "afgedaan"."""
    row.extra.setdefault("status in deadline", (text, plan))
    row.remarks.append(f"{plan.heading}: {text}")
    return Fate.KEPT


@of_each_row
def read_old_deadline(row: RowRead, plan: ColumnPlan, value: Value) -> Fate:
    """Read a column that says what the deadline was before."""
    text = words_of(value)
    if not says_nothing(text):
        row.extra.setdefault("old deadline", text)
        row.columns.setdefault("deadline.old", plan.number)
    return Fate.TAKEN


@of_each_row
def read_new_deadline(row: RowRead, plan: ColumnPlan, value: Value) -> Fate:
    """Read a column that says to when it was put off: the other column is what it was."""
    before = list(row.extra.get("deadlines", []))
    row.extra["deadlines"] = []
    fate = read_deadline(row.facts, plan, value)(row)
    told = row.extra.pop("deadlines")
    if not told:
        row.extra["deadlines"] = before
        return fate
    row.extra["deadlines"] = [told[0], *before[1:]]
    if before and before[0][:2] != told[0][:2]:
        row.extra.setdefault("old deadline", before[0][0])
    return fate


@of_each_row
def read_planning(row: RowRead, plan: ColumnPlan, value: Value) -> Fate:
    """Read the planning of an action: its words stay, its start is taken, and what can be a deadline becomes one."""
    text = words_of(value)
    if says_nothing(text):
        return Fate.TAKEN
    row.put("planning", " ".join(text.split()), plan)
    for piece in re.split(r"\s*[;\n]\s*", text):
        folded = fold(piece)
        if started := _STARTED.match(folded):
            day = read_day(started[1], plan.order)
            if day is not None and "started_on" not in row.values:
                row.put("started_on", day, plan)
        if _PAST.match(folded) or says_nothing(piece) or status_for(row.kind.code, piece) is not None:
            continue
        day = day_of(value) or read_day(piece, plan.order)
        if day is not None or _reads(piece):
            _add(row, plan, piece, day)
    return Fate.TAKEN


@of_each_row
def read_waiting(row: RowRead, plan: ColumnPlan, value: Value) -> Fate:
    """Read a column that says what is waited for."""
    text = words_of(value)
    if not says_nothing(text):
        row.extra.setdefault("waits for", " ".join(text.split()))
        row.columns.setdefault("deadline.waits_for", plan.number)
    return Fate.TAKEN


@of_each_row
def read_due_thing(row: RowRead, plan: ColumnPlan, value: Value) -> Fate:
    """Read a column that says what is to be ready."""
    text = words_of(value)
    if not says_nothing(text):
        row.extra.setdefault("what is due", " ".join(text.split()))
        row.extra.setdefault("what is due told", f"{plan.heading}: {text}")
    return Fate.TAKEN


def waiting_in(text: str) -> str | None:
    """Give what a comment says is waited for ("Wachten op inwerkingtreding van …"), None where it says nothing so."""
    found = _WAITS.match(text)
    return " ".join(found["what"].split()) if found and len(found["what"]) <= 200 else None


@lru_cache(maxsize=1024)
def without_former(text: str) -> tuple[str, str]:
    """Part "1 sept 2026 (was: 1 juni)" into the new and the former words; the latter "" where there are none."""
    words = " ".join(text.split())
    for moved in (_FROM_TO, _ARROW):
        if found := moved.match(words):
            return found["new"].strip(" ,;"), found["old"].strip(" ,;")
    found = _OLD.search(words)
    if found and found.start() > 0 and (_reads(found["old"]) or read_day(found["old"]) is not None):
        return words[: found.start()].strip(" ,;"), found["old"].strip(" ,;")
    return words, ""


@cache
def recesses() -> Calendar:
    """Give the recesses that come with the program: words in English are read here, for nothing reads them later."""
    return calendar_from_csv((resources_folder() / "recesses.csv").read_text(encoding="utf-8"))


@lru_cache(maxsize=1024)
def english_values(wording: str, said_on: date | None) -> Mapping[str, Any]:
    """Give what words in English say of a deadline; nothing where they are Dutch or say no day."""
    dutch = in_dutch(wording)
    if dutch is None:
        return {}
    reading = first_deadline(dutch, said_on or _ANY_DAY, recesses())
    if reading is None or (said_on is None and not re.search(r"\d{4}", dutch)):
        return {}
    return {"start": reading.start, "end": reading.end, "precision": reading.precision, "tentative": reading.tentative}


def reading_of(wording: str, said_on: date) -> Reading | None:
    """Read words of a deadline without a calendar of recesses."""
    return first_deadline(wording, said_on, Calendar())


@lru_cache(maxsize=1024)
def _reads(text: str) -> bool:
    reading = first_deadline(in_dutch(text) or text, _ANY_DAY, Calendar())
    return reading is not None or re.search(r"reces|zomer|kerst|prinsjesdag", text, re.IGNORECASE) is not None


def _add(row: RowRead, plan: ColumnPlan, wording: str, day: date | None) -> None:
    deadlines = row.extra.setdefault("deadlines", [])
    words = " ".join(wording.split())
    if any(known == words for known, _, _ in deadlines):
        return
    deadlines.append((words, day, plan))
    row.columns.setdefault("deadline.wording", plan.number)
    cited = first_citation(words) if len(words) > 12 and may_cite(words) else None
    if cited is not None:
        row.put("citations", (cited.canonical,), plan)


def _is_month_first(plan: ColumnPlan, text: str) -> bool:
    return plan.order is DayOrder.MONTH_FIRST and numbers_of(text) is not None


def _plain(day: date) -> str:
    return f"{day.day:02}-{day.month:02}-{day.year}"
