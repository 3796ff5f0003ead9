"""A field back to an earlier value: one step, only where its row is still there and holds something else."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from tests import builders as build
from tracker.basics.errors import InvalidForm, InvalidValue, NotFound
from tracker.records.snapshot import Record
from tracker.services import beside, editing
from tracker.services.editor import Editor
from tracker.services.history import FieldChange, field_changes
from tracker.services.restoring import can_restore, restore_value
from tracker.store.record_store import Store


def _change_of(store: Store, record: Record, field: str) -> FieldChange:
    return next(one for one in field_changes(store, record.id) if one.field == field)


@pytest.mark.parametrize(
    ("field", "first", "then"),
    [
        ("theme", "Opvang", "Anders"),
        ("theme", None, "Anders"),
        ("partners", "OM; politie", "CCV"),
        ("made_on", date(2026, 5, 20), None),
        ("tags", ("a", "b"), ()),
        ("status", "openstaand", "deels voldaan"),
    ],
)
def test_every_sort_of_value_goes_back_in_one_step(store: Store, field: str, first: object, then: object) -> None:
    record = build.commitment(store, **{field: first})
    was = record[field]
    changed = build.change(store, record, **{field: then})
    step = restore_value(store, changed, _change_of(store, changed, field))
    Editor(store).submit(step)
    assert store.find(record.reference)[field] == was
    store.undo()
    assert store.find(record.reference)[field] == changed[field]


def test_a_deadline_goes_back_too(store: Store) -> None:
    record = build.commitment(store)
    deadline = build.deadline(store, record, wording="eind juni")
    store.apply(editing.change_part(store, record, deadline, {"wording": "eind juli"}))
    store.apply(restore_value(store, record, _change_of(store, record, "wording")))
    assert store.parts(record.id).deadlines[0]["wording"] == "eind juni"


def test_only_what_differs_now_can_be_put_back(store: Store) -> None:
    record = build.action(store, theme="Eerst")
    changed = build.change(store, record, theme="Daarna")
    parts = store.parts(record.id)
    changes = list(field_changes(store, record.id))
    assert [can_restore(changed, parts, one, store.names()) for one in changes if one.field == "theme"] == [True, False]
    back = build.change(store, changed, theme="Eerst")
    assert not can_restore(back, parts, changes[0], store.names())


def test_a_part_that_is_gone_is_said_to_be_gone(store: Store) -> None:
    record = build.commitment(store)
    deadline = build.deadline(store, record, wording="eind juni")
    store.apply(editing.change_part(store, record, deadline, {"wording": "eind juli"}))
    change = _change_of(store, record, "wording")
    store.apply(editing.delete_part(store, record, store.parts(record.id).deadlines[0]))
    assert not can_restore(record, store.parts(record.id), change, store.names())
    with pytest.raises(NotFound, match="er niet meer"):
        restore_value(store, record, change)


def test_a_required_field_is_not_emptied(store: Store) -> None:
    record = build.commitment(store)
    note = build.note(store, record, text="Iets")
    store.apply(editing.change_part(store, record, note, {"text": "Anders"}))
    change = _change_of(store, record, "text")
    emptied = replace(change, old=None)
    with pytest.raises(InvalidForm):
        restore_value(store, record, emptied)


def test_a_name_that_is_gone_is_not_put_back(store: Store) -> None:
    record = build.action(store, lead="CCV")
    changed = build.change(store, record, lead="OM")
    change = _change_of(store, changed, "lead")
    unknown = replace(change, old=99)
    with pytest.raises(InvalidValue, match="niet meer in het register"):
        restore_value(store, changed, unknown)


def test_what_was_removed_keeps_its_name_in_the_history_and_is_not_offered(store: Store) -> None:
    record = build.action(store)
    letter = build.letter(store, title="Voortgangsbrief", day=date(2026, 6, 25))
    named = f"B-1 {letter['title']} (25-06-2026)"
    step = editing.change_record(store, record, {"settled_letter": letter.id})
    store.apply(step)
    store.undo()
    store.undo()
    assert store.find(record.reference)["settled_letter"] is None
    there = store.find(record.reference)
    lines = [one for one in field_changes(store, record.id) if one.field == "settled_letter"]
    assert [(one.before, one.after) for one in lines] == [
        (f"{named} (verwijderd)", ""),
        ("", f"{named} (verwijderd)"),
    ]
    assert not can_restore(there, store.parts(record.id), lines[0], store.names())
    store.redo()
    assert store.names()("letter", letter.id) == named


def test_each_sort_of_row_that_was_removed_keeps_its_name(store: Store) -> None:
    gone = {
        "organisation": build.organisation(store, "VWS"),
        "debate": build.debate(store, subject="Mensenhandel"),
        "letter": build.letter(store),
    }
    for entity, row in gone.items():
        store.apply(beside.delete_beside(store, entity, row.id))
    names = store.names()
    assert [names(entity, row.id) for entity, row in gone.items()] == [
        "VWS (verwijderd)", "Mensenhandel (verwijderd)", "B-1 Voortgangsbrief (verwijderd)",
    ]  # fmt: skip
    assert names("letter", 99) == "letter 99"
