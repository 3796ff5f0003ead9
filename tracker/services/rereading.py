"""Reading deadlines again that were typed or imported before: what would change, line by line, and its one step."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from tracker.basics.formats import day_words
from tracker.basics.language import Language, Text
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
    store: Store, calendar: Calendar, ids: Sequence[int] | None = None, language: Language = Language.DUTCH
) -> Rehearsal:
    """Rehearse reading the deadlines of these records (None: of all) again, as on the day on which each was said."""
    plan = Plan(Draft(store), lambda changed, _: StepLabel.READ_AGAIN(records=records_counted(changed)))
    wanted = records_with_words(store) if ids is None else ids

    def work(records: list[Record]) -> Iterator[PlanLine]:
        return reread_lines(store, records, calendar, language=language)

    return Rehearsal(store, wanted, plan, work)


def reread_lines(
    store: Store, records: Sequence[Record], calendar: Calendar, before: Calendar | None = None,
    language: Language = Language.DUTCH,
) -> Iterator[PlanLine]:  # fmt: skip
    """Give a line for each deadline with words. ``before``: only those that this other calendar reads differently."""
    parts = store.parts_of([record.id for record in records])
    for record in records:
        for deadline in parts[record.id].deadlines:
            if deadline["wording"]:
                line = _line(record, deadline, calendar, before, language)
                if line is not None:
                    yield line


def _line(
    record: Record, deadline: Part, calendar: Calendar, before: Calendar | None, language: Language
) -> PlanLine | None:
    said_on, words = deadline["said_on"], deadline["wording"]
    new = None if said_on is None else read_words(words, said_on, calendar)
    if before is not None:
        old = None if said_on is None else read_words(words, said_on, before)
        if old == new or (old is not None and (old.start, old.end) != (deadline["start"], deadline["end"])):
            return None
    why = _why_left(deadline, has_reading=new is not None)
    was = window_words(deadline.values, language)
    caption = Text.same(words)
    given = {} if why is not None else _differing(deadline, reading_values(new))
    if not given:
        return PlanLine(Outcome.UNCHANGED, record.reference, record.summary.title, caption, was, was, why)

    def act(into: Draft) -> None:
        into.change("deadline", deadline.id, deadline.values, given, record.id)

    becomes = window_words({**deadline.values, **given}, language)
    if becomes == was:  # only how exact it is, or how often it returns
        both = deadline.values, {**deadline.values, **given}
        was, becomes = (f"{was} · {_manner(values, language)}" for values in both)
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


def _manner(values: Any, language: Language) -> str:
    parts = [PRECISIONS.text(values["precision"], language), PERIODS.text(values["recurs"], language)]
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


def window_words(values: Any, language: Language = Language.DUTCH) -> str:
    """Give a window in a few words: uiterlijk 02-07-2026; 01-07-2026 – 30-09-2026; wacht op …; geen dag."""
    shown = _days_words(values, language)
    if values["waits_for"] and values.get("event_day") is None:
        offset, event = offset_of(values), values["waits_for"]
        after = Text(f"{offset.words.nl} na ", f"{offset.words.en} after ") if offset else Text("", "")
        waits = Text(f"wacht op {after.nl}{event}", f"waits for {after.en}{event}").to(language)
        shown = f"{shown}, {waits}" if shown else waits
    if values.get("tentative") and shown:
        shown += Text(" (voorlopig)", " (tentative)").to(language)
    return shown or Text("geen dag", "no day").to(language)


def _days_words(values: Any, language: Language) -> str:
    start, end = values["start"], values["end"]
    if start and end:
        last = day_words(end, language)
        return last if start == end else f"{day_words(start, language)} – {last}"
    if end:
        return Text("uiterlijk", "by").to(language) + f" {day_words(end, language)}"
    if start:
        return Text("vanaf", "from").to(language) + f" {day_words(start, language)}"
    return ""
