"""Reading deadlines again that were typed or imported before: what would change, line by line, and its one step."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from tracker.basics.formats import day_words
from tracker.basics.language import Text
from tracker.records.change import Source
from tracker.records.deadline import PERIODS, PRECISIONS
from tracker.records.event import likeness
from tracker.records.event_window import offset_of
from tracker.records.recess import Calendar
from tracker.records.snapshot import Part, Record
from tracker.records.step_labels import StepLabel, records_counted
from tracker.services.deadline_words import READ_FIELDS, read_words, reading_values
from tracker.services.drafting import Draft
from tracker.services.rehearsal import Outcome, Plan, PlanLine, Rehearsal
from tracker.store.deadlines import records_with_words
from tracker.store.record_store import Store

_DEADLINE = Text("termijn", "deadline")
_OVERRULED = Text("De dossierhouder koos zelf een ander venster.", "The officer chose another window.")
_UNREAD = Text("In deze woorden staat geen termijn.", "There is no deadline in these words.")
_NOT_SAID = Text("Niet bekend is wanneer dit is gezegd.", "It is not known when this was said.")
_MET = Text("De termijn is al gehaald.", "The deadline was met already.")
_HAPPENED = Text("De gebeurtenis heeft al een dag.", "The event has its day already.")


def reread(
    store: Store, calendar: Calendar, ids: Sequence[int] | None = None, source: Source = Source.WINDOW
) -> Rehearsal:
    """Rehearse reading the deadlines of these records (None: of all) again, as on the day on which each was said."""
    plan = Plan(Draft(store), lambda changed, _: StepLabel.READ_AGAIN(records=records_counted(changed)))
    wanted = records_with_words(store) if ids is None else ids

    def work(records: list[Record]) -> Iterator[PlanLine]:
        return reread_lines(store, records, calendar)

    return Rehearsal(store, wanted, plan, work)


def reread_lines(
    store: Store, records: Sequence[Record], calendar: Calendar, before: Calendar | None = None
) -> Iterator[PlanLine]:
    """Give a line for each deadline with words. ``before``: only those that this other calendar reads differently."""
    parts = store.parts_of([record.id for record in records])
    for record in records:
        for deadline in parts[record.id].deadlines:
            if deadline["wording"]:
                line = _line(record, deadline, calendar, before)
                if line is not None:
                    yield line


def _line(record: Record, deadline: Part, calendar: Calendar, before: Calendar | None) -> PlanLine | None:
    said_on, words = deadline["said_on"], deadline["wording"]
    new = None if said_on is None else read_words(words, said_on, calendar)
    if before is not None:
        old = None if said_on is None else read_words(words, said_on, before)
        if old == new or (old is not None and (old.start, old.end) != (deadline["start"], deadline["end"])):
            return None
    why = _why_left(deadline, has_reading=new is not None)
    was = window_words(deadline.values)
    caption = Text.same(words)
    given = {} if why is not None else _differing(deadline, reading_values(new))
    if not given:
        return PlanLine(Outcome.UNCHANGED, record.reference, record.summary.title, caption, was, was, why)

    def act(into: Draft) -> None:
        into.change("deadline", deadline.id, deadline.values, given, record.id)

    becomes = window_words({**deadline.values, **given})
    if becomes == was:  # only how exact it is, or how often it returns
        was, becomes = (f"{was} · {_manner(values)}" for values in (deadline.values, {**deadline.values, **given}))
    return PlanLine(
        Outcome.CHANGED,
        record.reference,
        record.summary.title,
        caption,
        was,
        becomes,
        None if new is None else new.reason,
        act,
    )


def _manner(values: Any) -> str:
    parts = [PRECISIONS.text(values["precision"]), PERIODS.text(values["recurs"])]
    return ", ".join(part for part in parts if part) or "–"


def _why_left(deadline: Part, *, has_reading: bool) -> Text | None:
    if deadline["met_on"] is not None:
        return _MET
    if deadline["overruled"]:
        return _OVERRULED
    if deadline["event_day"] is not None:
        return _HAPPENED
    if deadline["said_on"] is None:
        return _NOT_SAID
    return None if has_reading else _UNREAD


def _differing(deadline: Part, read: dict[str, Any]) -> dict[str, Any]:
    """Give the fields that reading changes. What somebody knew better about an event is kept."""
    if deadline["waits_for"] and (read["waits_for"] is None or likeness(read["waits_for"]) != ""):
        read = {**read, "waits_for": deadline["waits_for"]}
        if read["recurs"]:  # "jaarlijks", once the law is in force: no day as long as it waits
            read |= {"start": deadline["start"], "end": deadline["end"]}
    return {name: read[name] for name in READ_FIELDS if read[name] != deadline[name]}


def window_words(values: Any) -> str:
    """Give a window in a few words: uiterlijk 02-07-2026; 01-07-2026 – 30-09-2026; wacht op …; geen dag."""
    start, end = values["start"], values["end"]
    if start and end:
        shown = day_words(end) if start == end else f"{day_words(start)} – {day_words(end)}"
    elif end:
        shown = f"uiterlijk {day_words(end)}"
    elif start:
        shown = f"vanaf {day_words(start)}"
    else:
        shown = ""
    if values["waits_for"] and values.get("event_day") is None:
        offset = offset_of(values)
        waits = f"wacht op {f'{offset.words.nl} na ' if offset else ''}{values['waits_for']}"
        shown = f"{shown}, {waits}" if shown else waits
    if values.get("tentative") and shown:
        shown += " (voorlopig)"
    return shown or "geen dag"
