"""The recess calendar of a register: its own lines where it has any, else those that come with the program."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from tracker.basics.errors import InvalidForm
from tracker.basics.folding import fold
from tracker.basics.language import Language, Text
from tracker.records.recess import PATTERN, PUBLISHED, Calendar, Recess
from tracker.records.recess_line import PATTERN_WORD, PUBLISHED_WORD
from tracker.records.snapshot import Record
from tracker.records.step_labels import StepLabel, records_counted
from tracker.services.deadline_words import recesses
from tracker.services.drafting import Draft
from tracker.services.rehearsal import Plan, PlanLine, Rehearsal
from tracker.services.rereading import reread_lines
from tracker.store.deadlines import records_with_words
from tracker.store.record_store import Store

_LONGEST_RECESS = timedelta(days=180)
_STATUS = {PUBLISHED_WORD: PUBLISHED, PATTERN_WORD: PATTERN}
_WORDS = {status: word for word, status in _STATUS.items()}
_SHIPPED_SOURCE = Text("kalender van het programma", "calendar of the program")
_SEASON_WORDS = ("reces", "zomer", "kerst", "herfst", "najaar", "voorjaar", "mei")
"""A wording without any of these rests on no recess."""


@dataclass(frozen=True, slots=True)
class RecessRow:
    """One line as somebody edits it; ``id`` None: not yet in the register."""

    id: int | None
    name: str
    first_day: date | None
    last_day: date | None
    status: str = PUBLISHED_WORD
    source: str | None = None


def calendar_of(store: Store) -> Calendar:
    """Give the calendar by which the deadlines of this register are read."""
    rows = store.rows("recess")
    if not rows:
        return recesses()
    return Calendar(tuple(_recess(row.values) for row in rows))


def has_own_calendar(store: Store) -> bool:
    """Tell whether the register holds recesses of its own."""
    return bool(store.rows("recess"))


def recess_rows(store: Store, language: Language = Language.DUTCH) -> list[RecessRow]:
    """Give the lines to edit, by day; those of the program where the register has none of its own."""
    rows = [
        RecessRow(row.id, row["name"], row["first_day"], row["last_day"], row["status"], row["source"])
        for row in store.rows("recess")
    ]
    source = _SHIPPED_SOURCE.to(language)
    shipped = (
        RecessRow(None, one.name, one.first_day, one.last_day, _WORDS[one.status], source)
        for one in recesses().recesses
    )
    return sorted(rows or shipped, key=lambda row: row.first_day or date.max)


def changed_calendar(store: Store, rows: Sequence[RecessRow], language: Language = Language.DUTCH) -> Rehearsal:
    """Rehearse another calendar: the deadlines that would be read differently, each to be taken along or left.

    The step of the plan writes the calendar itself in any case. Raises InvalidForm with all faults, by line.
    """
    _refuse_faults(rows)
    draft = Draft(store)
    was = {row.id: row for row in store.rows("recess")}
    for row in rows:
        given = {
            "name": fold(row.name), "first_day": row.first_day, "last_day": row.last_day, "status": row.status,
            "source": row.source,
        }  # fmt: skip
        old = None if row.id is None else was.pop(row.id, None)
        if old is None:
            draft.make("recess", given)
        else:
            draft.change("recess", old.id, old.values, given)
    for gone in was.values():
        draft.delete("recess", gone.id, gone.values)
    before, after = calendar_of(store), Calendar(tuple(_recess(_values(row)) for row in rows)) if rows else recesses()
    plan = Plan(draft, lambda changed, _: _label(changed))
    return Rehearsal(store, records_with_words(store, _SEASON_WORDS), plan, _work(store, before, after, language))


def _work(store: Store, before: Calendar, after: Calendar, language: Language) -> Any:
    def work(records: list[Record]) -> Iterator[PlanLine]:
        return reread_lines(store, records, after, before, language)

    return work


def _label(changed: int) -> str:
    if not changed:
        return StepLabel.CALENDAR_CHANGED()
    return StepLabel.CALENDAR_WITH_DEADLINES(records=records_counted(changed))


def _refuse_faults(rows: Iterable[RecessRow]) -> None:
    faults: dict[str, Text] = {}
    captions: dict[str, Text] = {}
    seen: dict[tuple[str, int], int] = {}
    for number, row in enumerate(rows, start=1):
        fault = _fault(row)
        if fault is None and row.first_day is not None:
            twin = seen.setdefault((fold(row.name), row.first_day.year), number)
            if twin != number:
                fault = Text(f"dit reces staat ook op regel {twin}.", f"this recess stands on line {twin} too.")
        if fault is not None:
            faults[str(number)] = fault
            captions[str(number)] = Text(f"Regel {number}", f"Line {number}")
    if faults:
        raise InvalidForm(faults, captions)


def _fault(row: RecessRow) -> Text | None:
    if not row.name.strip():
        return Text("de naam van het reces ontbreekt.", "the name of the recess is missing.")
    if row.first_day is None or row.last_day is None:
        return Text("vul de eerste en de laatste dag in.", "fill in the first and the last day.")
    if not timedelta(0) <= row.last_day - row.first_day < _LONGEST_RECESS:
        return Text("de laatste dag past niet bij de eerste.", "the last day does not fit the first.")
    return None


def _values(row: RecessRow) -> dict[str, Any]:
    return {"name": row.name, "first_day": row.first_day, "last_day": row.last_day, "status": row.status}


def _recess(values: Mapping[str, Any]) -> Recess:
    status = _STATUS.get(values["status"], PATTERN)
    return Recess(fold(values["name"]), values["first_day"], values["last_day"], status)
