"""Commands about records: list, show, add, set, delete, undo, redo, merge, met, settle, note."""

from __future__ import annotations

import sys
from collections.abc import Callable
from datetime import date

from tracker.basics.chosen_language import user_language
from tracker.basics.errors import WrongCall
from tracker.basics.folding import clean
from tracker.cli.answer import Answer, today_of
from tracker.cli.parser import Namespace
from tracker.cli.record_text import letter_text, record_text
from tracker.cli.register_commands import open_store, open_to_look
from tracker.cli.tables import list_csv, list_table, words
from tracker.records.change import LoggedStep, Source, Step
from tracker.records.filter import Filter
from tracker.records.registry import LETTER_PREFIX, kind_of
from tracker.records.snapshot import Record
from tracker.records.step_labels import step_words
from tracker.services import editing, handling
from tracker.services.editor import Editor
from tracker.services.held_over import lapses
from tracker.services.listing import listed, summary_json
from tracker.services.merging import merge_records
from tracker.services.naming import letter_named
from tracker.services.saved_views import view_filter
from tracker.services.showing import letter_details_json, record_json
from tracker.store.record_store import Store

_LINE = Source.COMMAND_LINE


def _list(call: Namespace) -> Answer:
    if call.csv and call.json:
        raise WrongCall("--csv en --json kunnen niet samen.", "--csv and --json cannot go together.")
    today = today_of(call)
    with open_to_look(call) as store:
        chosen, sort = view_filter(store, Filter(call.kind, call.view, call.search, tuple(call.where)))
        rows, names, held = listed(store, chosen, today, sort), store.names(), lapses(store)
        as_of = store.as_of
    if call.csv:
        return 0, None, list_csv(rows, names, today)
    days = {row_id: lapse.last_day for row_id, lapse in held.items()}
    records = [{**summary_json(row, names, today), "lapses_on": _iso(days.get(row.id))} for row in rows]
    return 0, {"count": len(rows), "records": records}, list_table(rows, names, today, days, as_of)


def _iso(day: date | None) -> str | None:
    return None if day is None else day.isoformat()


def _show(call: Namespace) -> Answer:
    language = user_language()
    with open_store(call) as store:
        if call.reference.upper().startswith(f"{LETTER_PREFIX}-"):
            letter = letter_named(store, call.reference)
            return 0, letter_details_json(store, letter), letter_text(store, letter, language)
        record = store.find(call.reference)
        return 0, record_json(store, record, today_of(call)), record_text(store, record, language)


def _values(call: Namespace) -> dict[str, str]:
    """Give the values of a call by field, and say where characters had to go that cannot be kept."""
    names = [name for name, _ in call.values]
    twice = next((name for name in names if names.count(name) > 1), None)
    if twice is not None:
        raise WrongCall(f"{twice} staat er twee keer.", f"{twice} is given twice.")
    removed = [name for name, text in call.values if clean(text)[1]]
    if removed:
        told = words(
            "Tekens die niet bewaard kunnen worden, zijn weggelaten in",
            "Characters that cannot be kept were left out of",
        )
        print(f"tracker: {told}: {', '.join(removed)}.", file=sys.stderr)
    return dict(call.values)


def _add(call: Namespace) -> Answer:
    with open_store(call, writes=True) as store:
        step, reference = editing.make_record(store, kind_of(call.kind), _values(call), _LINE)
        Editor(store).submit(step)
    return _done(reference, words("toegevoegd", "added"))


def _set(call: Namespace) -> Answer:
    return _change(
        call,
        lambda store, record: editing.change_record(store, record, _values(call), _LINE),
        "gewijzigd",
        "changed",
    )


def _delete(call: Namespace) -> Answer:
    return _change(call, lambda store, record: editing.delete_records(store, [record], _LINE), "verwijderd", "deleted")


def _met(call: Namespace) -> Answer:
    def step(store: Store, record: Record) -> Step:
        return handling.meet(store, record, today_of(call), call.what, _LINE, letter=call.letter)

    return _change(call, step, "heeft een termijn gehaald", "has met a deadline")


def _settle(call: Namespace) -> Answer:
    def step(store: Store, record: Record) -> Step:
        return handling.settle(store, [record], today_of(call), call.letter, _LINE)

    return _change(call, step, "afgedaan", "settled")


def _note(call: Namespace) -> Answer:
    def step(store: Store, record: Record) -> Step:
        return handling.add_note(store, record, call.text, today_of(call), call.letter, source=_LINE)

    return _change(call, step, "heeft een nieuwe stand van zaken", "has a new state of affairs")


def _change(call: Namespace, step_for: Callable[[Store, Record], Step], nl: str, en: str) -> Answer:
    with open_store(call, writes=True) as store:
        record = store.find(call.reference)
        logged = Editor(store).submit(step_for(store, record))
    return _done(record.reference, words(nl, en) if logged is not None else words("was al zo", "was so already"))


def _merge(call: Namespace) -> Answer:
    with open_store(call, writes=True) as store:
        first, second = store.find(call.reference), store.find(call.other)
        Editor(store).submit(merge_records(store, first, second, source=_LINE))
    return _done(first.reference, words(f"heeft {second.reference} opgenomen", f"took in {second.reference}"))


def _done(reference: str, what: str) -> Answer:
    return 0, {"reference": reference}, f"{reference} {what}."


def _undo(call: Namespace) -> Answer:
    with open_store(call, writes=True) as store:
        return _reversed(store, Editor(store).undo(), words("Ongedaan gemaakt", "Undone"))


def _redo(call: Namespace) -> Answer:
    with open_store(call, writes=True) as store:
        return _reversed(store, Editor(store).redo(), words("Opnieuw gedaan", "Redone"))


def _reversed(store: Store, logged: LoggedStep, what: str) -> Answer:
    ids = list(dict.fromkeys(change.record_id for change in logged.changes if change.record_id is not None))
    references = store.references(ids[:1])
    reference = references.get(ids[0]) if ids else None
    return 0, {"reference": reference, "label": logged.label}, f"{what}: {step_words(logged.label, user_language())}."


COMMANDS: dict[str, Callable[[Namespace], Answer]] = {
    "list": _list,
    "show": _show,
    "add": _add,
    "set": _set,
    "delete": _delete,
    "merge": _merge,
    "undo": _undo,
    "redo": _redo,
    "met": _met,
    "settle": _settle,
    "note": _note,
}
