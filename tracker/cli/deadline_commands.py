"""What happens to deadlines: deadline, postpone, told, event; and calendar, which writes them to an agenda."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from tracker.basics.chosen_language import user_language
from tracker.basics.formats import day_text
from tracker.basics.language import Text
from tracker.cli.answer import Answer, today_of
from tracker.cli.parser import Namespace
from tracker.cli.register_commands import open_store
from tracker.cli.tables import words
from tracker.records.change import Change, Source
from tracker.records.filter import Filter
from tracker.services import deadlines, events, handling
from tracker.services.agenda import ALARM_DAYS, write_agenda
from tracker.services.editor import Editor
from tracker.services.rereading import window_words
from tracker.store.record_store import Store

_LINE = Source.COMMAND_LINE


def _deadline(call: Namespace) -> Answer:
    said_on = call.said or today_of(call)
    with open_store(call, writes=True) as store:
        record = store.find(call.reference)
        given = {} if call.what is None else {"what": call.what}
        Editor(store).submit(deadlines.add_deadline(store, record, call.wording, said_on, given, _LINE))
        made = store.parts(record.id).deadlines[-1]
    return (
        0,
        {"reference": record.reference},
        f"{record.reference}: {call.wording} → {window_words(made.values, user_language())}.",
    )


def _postpone(call: Namespace) -> Answer:
    on = today_of(call)
    with open_store(call, writes=True) as store:
        record = store.find(call.reference)
        deadline = handling.open_deadline(store, record, call.what)
        read = deadlines.read_deadline(store, call.wording, on)
        step = handling.postpone(
            store, record, deadline, read, on=on, reason=call.reason, letter=call.letter, source=_LINE
        )
        Editor(store).submit(step)
        moved = next(one for one in store.parts(record.id).deadlines if one.id == deadline.id)
    was, becomes = (window_words(one.values, user_language()) for one in (deadline, moved))
    text = f"{record.reference}: {was} → {becomes}."
    if call.letter is None:
        text += words(" Nog niet gemeld aan de Kamer.", " The Chamber was not told yet.")
    return 0, {"reference": record.reference}, text


def _told(call: Namespace) -> Answer:
    with open_store(call, writes=True) as store:
        record = store.find(call.reference)
        step = handling.tell(store, record, handling.untold(store, record), call.letter, _LINE)
        Editor(store).submit(step)
    return 0, {"reference": record.reference}, words(
        f"{record.reference}: uitstel gemeld met {call.letter}.", f"{record.reference}: told in {call.letter}."
    )  # fmt: skip


def _event(call: Namespace) -> Answer:
    day = today_of(call)
    with open_store(call, writes=True) as store:
        step, event = events.give_day(store, call.name, day, _LINE)
        Editor(store).submit(step)
        references = _references(store, step.changes)
    document = {
        "reference": references[0] if references else None,
        "event": event.name,
        "on": day.isoformat(),
        "references": references,
    }
    told = day_text(day)
    if references:
        text = words(
            f"“{event.name}” op {told.nl}. Een termijn kregen: {', '.join(references)}.",
            f"“{event.name}” on {told.en}. These got a deadline: {', '.join(references)}.",
        )
    else:
        text = words(
            f"“{event.name}” op {told.nl}. Er wachtte geen termijn op.",
            f"“{event.name}” on {told.en}. No deadline waited for it.",
        )
    return 0, document, text


def _references(store: Store, changes: tuple[Change, ...]) -> list[str]:
    ids = list(dict.fromkeys(one.record_id for one in changes if one.record_id is not None))
    found = store.references(ids)
    return [found[one] for one in ids if one in found]


def _calendar(call: Namespace) -> Answer:
    chosen = Filter(call.kind, call.view, call.search, tuple(call.where))
    with open_store(call) as store:
        result = write_agenda(
            store, Path(call.output), chosen, today=today_of(call), language=user_language(),
            alarm_days=ALARM_DAYS if call.alarm is None else call.alarm,
        )  # fmt: skip
    text = words(
        f"{_deadlines(result.deadlines).nl} geschreven naar {result.file}.",
        f"{_deadlines(result.deadlines).en} written to {result.file}.",
    )
    if result.without_day:
        one = result.without_day == 1
        has = Text("heeft" if one else "hebben", "has" if one else "have")
        left = Text("staat" if one else "staan", "was" if one else "were")
        without = _deadlines(result.without_day)
        text += words(
            f" {without.nl} {has.nl} geen laatste dag en {left.nl} er niet in.",
            f" {without.en} {has.en} no last day and {left.en} left out.",
        )
    if result.cancelled:
        gone, are = _deadlines(result.cancelled), "is" if result.cancelled == 1 else "zijn"
        were = "was" if result.cancelled == 1 else "were"
        text += words(
            f" {gone.nl} van een eerder bestand {are} gehaald of vervallen; de agenda haalt dat weg.",
            f" {gone.en} of an earlier file {were} met or withdrawn; the agenda takes that out.",
        )
    document = {
        "file": str(result.file), "deadlines": result.deadlines, "without_day": result.without_day,
        "cancelled": result.cancelled,
    }  # fmt: skip
    return 0, document, text


def _deadlines(count: int) -> Text:
    return Text("1 termijn", "1 deadline") if count == 1 else Text(f"{count} termijnen", f"{count} deadlines")


COMMANDS: dict[str, Callable[[Namespace], Answer]] = {
    "deadline": _deadline,
    "postpone": _postpone,
    "told": _told,
    "event": _event,
    "calendar": _calendar,
}
