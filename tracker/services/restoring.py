"""One field back to a value that it had before: a step of its own, so that it can be undone like any other."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from tracker.basics.errors import InvalidValue, NotFound
from tracker.records.change import Source, Step
from tracker.records.entity import KIND_TABLES, model_of
from tracker.records.field import field_of
from tracker.records.snapshot import Record, RecordParts
from tracker.records.step_labels import StepLabel
from tracker.records.value_type import ListOf, Reference, ValueType
from tracker.services.drafting import Draft
from tracker.services.history import FieldChange
from tracker.store.names import Names
from tracker.store.record_store import Store


def can_restore(record: Record, parts: RecordParts, change: FieldChange, names: Names) -> bool:
    """Tell whether the value from before a change can be put back.

    Its row must be there and hold something else now, and so must what the value points at.
    """
    spec = field_of(model_of(change.entity), change.field)
    row = _row_now(record, parts, change)
    if spec is None or row is None or not change.changed_a_row:
        return False
    if not _is_known(names, spec.type, spec.type.from_stored(change.old)):
        return False
    return bool(spec.type.to_stored(row[change.field]) != change.old)


def restore_value(store: Store, record: Record, change: FieldChange, source: Source = Source.WINDOW) -> Step:
    """Give the step that puts the value from before a change back. Raises NotFound, InvalidValue and InvalidForm."""
    spec = field_of(model_of(change.entity), change.field)
    row = _row_now(record, store.parts(record.id), change)
    if spec is None or row is None:
        raise NotFound(
            f"Wat hier is gewijzigd, is er niet meer ({change.what or change.caption}). Er is niets teruggezet.",
            f"What was changed here is gone ({change.what or change.caption}). Nothing was put back.",
        )
    value = spec.type.from_stored(change.old)
    _refuse_unknown(store, spec.type, value)
    draft = Draft(store)
    draft.change(change.entity, change.row_id, row, {change.field: value}, record.id)
    return draft.step(StepLabel.FIELD_RESTORED(record=record.reference, field=spec.label), source)


def _row_now(record: Record, parts: RecordParts, change: FieldChange) -> Mapping[str, Any] | None:
    if change.entity in KIND_TABLES:
        return record.values if change.row_id == record.id else None
    hung = (*parts.deadlines, *parts.postponements, *parts.notes, *parts.relations, *parts.evidence)
    return next((one.values for one in hung if one.entity == change.entity and one.id == change.row_id), None)


def _is_known(names: Names, value_type: ValueType, value: Any) -> bool:
    """Tell whether the organisations, letters and such that a value points at are still there."""
    of = value_type.of if isinstance(value_type, ListOf) else value_type
    if not isinstance(of, Reference):
        return True
    wanted = value if isinstance(value_type, ListOf) else (value,)
    return all(one is None or one in names.by_entity[of.entity] for one in wanted)


def _refuse_unknown(store: Store, value_type: ValueType, value: Any) -> None:
    """An organisation or letter that was named here may have been deleted since."""
    if not _is_known(store.names(), value_type, value):
        raise InvalidValue(
            "Waar dit veld toen naar wees, staat niet meer in het register. Er is niets teruggezet.",
            "What this field pointed at then is no longer in the register. Nothing was put back.",
        )
