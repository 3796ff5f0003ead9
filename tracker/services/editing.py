"""Making, changing and deleting records, and what hangs on them. Each function gives one step to submit."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from tracker.records.change import Source, Step
from tracker.records.entity import BESIDE
from tracker.records.field import field_of
from tracker.records.kind import Kind
from tracker.records.snapshot import Part, Record
from tracker.records.step_labels import StepLabel, cells_counted, records_named
from tracker.services.drafting import Draft, Values
from tracker.store.record_store import Store


def make_record(
    store: Store, kind: Kind, given: Values, source: Source = Source.WINDOW, *, deadline: Values | None = None
) -> tuple[Step, str]:
    """Give the step that makes a record, with its first deadline where there is one, and its reference.

    Raises InvalidForm.
    """
    draft = Draft(store)
    record_id, reference = draft.make_record(kind, given)
    if deadline is not None:
        draft.make("deadline", deadline, record_id)
    return draft.step(StepLabel.RECORD_ADDED(kind=kind.one, record=reference), source), reference


def change_record(store: Store, record: Record, given: Values, source: Source = Source.WINDOW) -> Step:
    """Give the step that changes fields of a record; it expects the values that the record was read with."""
    draft = Draft(store)
    draft.change(record.kind.table, record.id, record.values, given, record.id)
    return draft.step(StepLabel.CHANGED(records=record.reference), source)


def clear_fields(store: Store, records: Iterable[Record], names: Iterable[str], source: Source = Source.WINDOW) -> Step:
    """Give the one step that empties fields; one that a kind lacks is passed over. Raises InvalidForm."""
    draft, wanted, cleared = Draft(store), tuple(names), 0
    for record in records:
        given = {name: "" for name in wanted if field_of(record.kind.model, name) is not None}
        draft.change(record.kind.table, record.id, record.values, given, record.id)
        cleared += len(given)
    return draft.step(StepLabel.CELLS_CLEARED(cells=cells_counted(cleared)), source)


def delete_records(store: Store, records: Iterable[Record], source: Source = Source.WINDOW) -> Step:
    """Give the step that deletes records with all that hangs on them; undoing it brings all back."""
    draft = Draft(store)
    chosen = list(records)
    gone: set[int] = set()
    hanging = store.parts_of([record.id for record in chosen])
    for record in chosen:
        parts = hanging[record.id]
        for part in (*parts.postponements, *parts.relations, *parts.notes, *parts.deadlines, *parts.evidence):
            if part.entity != "relation" or part.id not in gone:
                draft.delete(part.entity, part.id, part.values, part["record_id"])
            if part.entity == "relation":
                gone.add(part.id)
        draft.delete(record.kind.table, record.id, record.values, record.id)
    return draft.step(StepLabel.DELETED(records=records_named([one.reference for one in chosen])), source)


def add_part(store: Store, record: Record, entity: str, given: Values, source: Source = Source.WINDOW) -> Step:
    """Give the step that adds a deadline, note or the like to a record."""
    draft = Draft(store)
    draft.make(entity, given, record.id)
    return draft.step(StepLabel.PART_ADDED(record=record.reference, part=BESIDE[entity]), source)


def change_part(store: Store, record: Record, part: Part, given: Values, source: Source = Source.WINDOW) -> Step:
    """Give the step that changes a deadline, note or the like."""
    draft = Draft(store)
    draft.change(part.entity, part.id, part.values, given, record.id)
    return draft.step(StepLabel.PART_CHANGED(record=record.reference, part=BESIDE[part.entity]), source)


def delete_part(store: Store, record: Record, part: Part, source: Source = Source.WINDOW) -> Step:
    """Give the step that takes a deadline (with its postponements), note or relation away."""
    draft = Draft(store)
    if part.entity == "deadline":
        for postponement in store.parts(record.id).postponements:
            if postponement["deadline_id"] == part.id:
                draft.delete("postponement", postponement.id, postponement.values, record.id)
    draft.delete(part.entity, part.id, part.values, record.id)
    return draft.step(StepLabel.PART_DELETED(record=record.reference, part=BESIDE[part.entity]), source)


def relate(store: Store, record: Record, how: str, other: Record, source: Source = Source.WINDOW) -> Step:
    """Give the step that relates a record to another (see ``records.relation`` for the words)."""
    draft = Draft(store)
    draft.make("relation", {"how": how}, record.id, to_id=other.id)
    return draft.step(StepLabel.RELATED(record=record.reference, how=how, other=other.reference), source)


def make_beside(store: Store, entity: str, given: Values, source: Source = Source.WINDOW) -> tuple[Step, int]:
    """Give the step that makes a letter, debate or organisation, and its id. Raises InvalidForm."""
    draft = Draft(store)
    columns: dict[str, Any] = {"number": store.new_letter_number()} if entity == "letter" else {}
    row_id = draft.make(entity, given, **columns)
    return draft.step(StepLabel.BESIDE_ADDED(part=BESIDE[entity]), source), row_id


def change_beside(store: Store, part: Part, given: Values, source: Source = Source.WINDOW) -> Step:
    """Give the step that changes a letter, debate or organisation."""
    draft = Draft(store)
    draft.change(part.entity, part.id, part.values, given)
    return draft.step(StepLabel.BESIDE_CHANGED(part=BESIDE[part.entity]), source)
