"""Events that deadlines wait for: one list, and one step that gives an event its day and all of them their window."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from tracker.basics.errors import InvalidValue, NotFound
from tracker.basics.folding import fold
from tracker.basics.language import Language, Text
from tracker.records.change import Source, Step
from tracker.records.deadline_rules import is_open
from tracker.records.event import likeness, points_at_its_record
from tracker.records.event_window import given_day
from tracker.records.registry import kind_of_reference
from tracker.records.snapshot import Part, Summary
from tracker.records.step_labels import StepLabel, records_counted
from tracker.services.drafting import Draft, Values
from tracker.services.rehearsal import Outcome, Plan, PlanLine
from tracker.services.rereading import window_words
from tracker.store.deadlines import tied_to_events
from tracker.store.record_store import Store

_MET = Text("De termijn is al gehaald en blijft zoals hij was.", "The deadline was met and stays as it was.")
_OWN = Text("Het venster blijft: het is zelf gekozen of genoemd.", "The window stays: it was chosen or named.")
_OPENS = Text("Er is geen laatste dag gezegd.", "No last day was said.")


@dataclass(frozen=True, slots=True)
class EventLine:
    """An event with all that is tied to it. ``id`` None: a name from before events were kept in a list.

    ``since``: the first day on which somebody promised to wait for it.
    """

    id: int | None
    name: str
    day: date | None
    remark: str | None
    letter: int | None
    deadlines: tuple[Part, ...]
    references: tuple[str, ...]
    since: date | None

    @property
    def waiting(self) -> int:
        """Give how many open deadlines still wait for it."""
        return sum(is_open(one.values) and one["event_day"] is None for one in self.deadlines)


def events(store: Store) -> list[EventLine]:
    """Give all events: first those without a day, what has waited longest in front; then the others, newest first."""
    rows = store.rows("event")
    deadlines = tied_to_events(store)
    references = store.references({one["record_id"] for one in deadlines})
    tied, loose = _sorted_out(rows, deadlines)
    lines = [_line(row, row["name"], tied[row.id], references) for row in rows]
    lines += [_line(None, some[0]["waits_for"], some, references) for some in loose]
    return sorted(lines, key=_place)


def _sorted_out(rows: list[Part], deadlines: list[Part]) -> tuple[dict[int, list[Part]], list[list[Part]]]:
    """Give the deadlines of each event, and those whose words name one that is not in the list, alike ones together."""
    known = {row.id for row in rows}
    by_likeness = {likeness(row["name"]): row.id for row in reversed(rows) if not points_at_its_record(row["name"])}
    tied: dict[int, list[Part]] = defaultdict(list)
    loose: dict[str, list[Part]] = defaultdict(list)
    for one in deadlines:
        name = one["waits_for"]
        key = f"{one['record_id']} {likeness(name)}" if points_at_its_record(name) else likeness(name)
        event_id = one["event_id"] if one["event_id"] in known else by_likeness.get(key)
        (tied[event_id] if event_id is not None else loose[key]).append(one)
    return tied, list(loose.values())


def _line(row: Part | None, name: str, deadlines: list[Part], references: dict[int, str]) -> EventLine:
    ids = dict.fromkeys(one["record_id"] for one in deadlines)
    since = min((one["said_on"] for one in deadlines if one["said_on"]), default=None)
    return EventLine(
        None if row is None else row.id, name,
        None if row is None else row["day"], None if row is None else row["remark"],
        None if row is None else row["letter"],
        tuple(deadlines), tuple(references[one] for one in ids if one in references), since,
    )  # fmt: skip


def _place(line: EventLine) -> tuple[bool, bool, int, str]:
    has_day = line.day is not None
    day = -line.day.toordinal() if line.day is not None else (line.since or date.max).toordinal()
    return has_day, not has_day and not line.waiting, day, fold(line.name)


def find_event(store: Store, wanted: str) -> EventLine | None:
    """Give the event that somebody means by its name, or by the reference of a record that waits for one alone.

    None: nothing is like it. Raises NotFound where some are nearly like it, InvalidValue where several are.
    """
    lines = events(store)
    if kind_of_reference(wanted) is not None:
        found = [one for one in lines if wanted.strip().upper() in one.references]
    else:
        found = [one for one in lines if likeness(one.name) == likeness(wanted)]
    if len(found) == 1:
        return found[0]
    if found:
        choices = "; ".join(f"“{one.name}” ({', '.join(one.references) or '–'})" for one in found)
        raise InvalidValue(
            f"“{wanted}” kan meer gebeurtenissen zijn: {choices}. Noem het nummer van het record.",
            f"“{wanted}” can be several events: {choices}. Name the record’s reference.",
        )
    near = [one.name for one in lines if likeness(wanted) in likeness(one.name) and likeness(wanted)]
    if near or kind_of_reference(wanted) is not None:
        shown = "; ".join(f"“{name}”" for name in near[:5]) or "–"
        raise NotFound(
            f"Er is geen gebeurtenis “{wanted}”. Bedoelt u: {shown}? Schrijf de naam voluit.",
            f"There is no event “{wanted}”. Do you mean: {shown}? Write the whole name.",
        )
    return None


def day_plan(
    store: Store, event: EventLine, day: date | None, given: Values | None = None, language: Language = Language.DUTCH
) -> Plan:
    """Rehearse giving an event its day (None: taking it away): each deadline with its window before and after.

    The plan's step also writes the event itself, with what else is ``given`` (name, remark, letter), and ties to it
    the deadlines that only named it.
    """
    values = {"name": event.name, **(given or {}), "day": day}
    draft = Draft(store)
    event_id = _put(store, draft, event, values)
    name = values["name"]

    def label(changed: int, _made: int) -> str:
        records = records_counted(changed)
        if day is None:
            return StepLabel.EVENT_UNDATED(name=name, records=records)
        return StepLabel.EVENT_DATED(name=name, day=day, records=records)

    plan = Plan(draft, label)
    summaries = {one.id: one for one in store.summaries(list({one["record_id"] for one in event.deadlines}))}
    for deadline in event.deadlines:
        summary = summaries.get(deadline["record_id"])
        if summary is not None:
            plan.add([_day_line(deadline, summary, day, event_id, language)])
    return plan


def _day_line(deadline: Part, summary: Summary, day: date | None, event_id: int, language: Language) -> PlanLine:
    reference, title = summary.reference, summary.title
    caption = Text.same(deadline["what"] or deadline["wording"] or deadline["waits_for"])
    before = window_words(deadline.values, language)
    if not is_open(deadline.values) and deadline["met_on"] is not None:
        return PlanLine(Outcome.UNCHANGED, reference, title, caption, before, before, _MET)
    fields = {**given_day(deadline.values, day), "event_id": event_id}
    differing = {name: value for name, value in fields.items() if deadline[name] != value}
    if not differing:
        return PlanLine(Outcome.UNCHANGED, reference, title, caption, before, before)

    def act(into: Draft) -> None:
        into.change("deadline", deadline.id, deadline.values, differing, deadline["record_id"])

    after = window_words({**deadline.values, **fields}, language)
    moved = {"start", "end"} & set(differing)
    why = None if moved else _OWN
    if day is not None and moved and fields.get("end") is None:
        why = _OPENS
    return PlanLine(Outcome.CHANGED, reference, title, caption, before, after, why, act)


def _put(store: Store, draft: Draft, event: EventLine, values: Values) -> int:
    if event.id is None:
        return draft.make("event", values)
    old = next(row for row in store.rows("event") if row.id == event.id)
    draft.change("event", old.id, old.values, values)
    return old.id


def give_day(store: Store, wanted: str, day: date, source: Source = Source.COMMAND_LINE) -> tuple[Step, EventLine]:
    """Give the one step that gives an event its day, and the event as it was; a new name is kept with its day."""
    event = find_event(store, wanted)
    if event is None:
        name = " ".join(wanted.split())
        if not name:
            raise InvalidValue("Schrijf de naam van de gebeurtenis.", "Write the name of the event.")
        event = EventLine(None, name, None, None, None, (), (), None)
    return day_plan(store, event, day).step(source=source), event


def change_event(store: Store, event: EventLine, given: Values, source: Source = Source.WINDOW) -> Step:
    """Give the step that changes an event's name, remark or letter; its day is a matter of ``day_plan``."""
    draft = Draft(store)
    event_id = _put(store, draft, event, {"name": event.name, **given})
    if event.id is None:
        _tie(draft, event.deadlines, event_id)
    return draft.step(StepLabel.EVENT_CHANGED(name=event.name), source)


def join_events(store: Store, gone: EventLine, into: EventLine, source: Source = Source.WINDOW) -> Step:
    """Give the step that makes one event of two that are the same; the deadlines of the first follow the second."""
    draft = Draft(store)
    event_id = _put(store, draft, into, {"name": into.name})
    if into.id is None:
        _tie(draft, into.deadlines, event_id)
    for deadline in gone.deadlines:
        fields = {**given_day(deadline.values, into.day), "event_id": event_id}
        draft.change("deadline", deadline.id, deadline.values, fields, deadline["record_id"])
    if gone.id is not None:
        old = next(row for row in store.rows("event") if row.id == gone.id)
        draft.delete("event", old.id, old.values)
    return draft.step(StepLabel.EVENTS_JOINED(name=gone.name, second=into.name), source)


def delete_event(store: Store, event: EventLine, source: Source = Source.WINDOW) -> Step:
    """Give the step that takes an event out of the list. Raises InvalidValue while deadlines wait for it."""
    if event.deadlines or event.id is None:
        raise InvalidValue(
            f"Op “{event.name}” rusten nog {len(event.deadlines)} termijnen. Voeg de gebeurtenis samen met een andere.",
            f"{len(event.deadlines)} deadlines still rest on “{event.name}”. Join the event with another.",
        )
    draft = Draft(store)
    old = next(row for row in store.rows("event") if row.id == event.id)
    draft.delete("event", old.id, old.values)
    return draft.step(StepLabel.EVENT_DELETED(name=event.name), source)


def _tie(draft: Draft, deadlines: Iterable[Part], event_id: int) -> None:
    for deadline in deadlines:
        draft.change("deadline", deadline.id, deadline.values, {"event_id": event_id}, deadline["record_id"])
