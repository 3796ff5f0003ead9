"""Who changed what, when: the change log in the words of the fields."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from tracker.basics.language import Language
from tracker.records.entity import BESIDE, KIND_TABLES, model_of
from tracker.records.field import FieldSpec, fields_of
from tracker.records.value_type import Stored
from tracker.store.log_reader import HistoryLine
from tracker.store.names import Names
from tracker.store.record_store import Store


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One field of one row changed. ``what`` names a row beside the record (termijn …), empty for itself.

    ``old`` and ``new`` are the values in their stored form; ``changed_a_row`` is False for a row made or deleted.
    """

    at: datetime
    by: str
    act: str
    label: str
    record_id: int | None
    entity: str
    what: str
    field: str
    caption: str
    before: str
    after: str
    step_id: int
    row_id: int
    old: Stored
    new: Stored
    changed_a_row: bool


def field_changes(
    store: Store, record_id: int | None = None, since: date | None = None, language: Language = Language.DUTCH
) -> Iterator[FieldChange]:
    """Give the history of a record, or of the whole register, newest first: a line for each field that changed."""
    names = store.names()
    for line in store.history(record_id, since):
        yield from _of_line(line, names, language)


def history_json(store: Store, record_id: int | None = None, since: date | None = None) -> list[dict[str, Any]]:
    """Give the keys of ``history``; a field of a row beside the record has its entity before it (deadline.end)."""
    changes = list(field_changes(store, record_id, since))
    ids = {change.record_id for change in changes if change.record_id is not None}
    references = store.references(ids)
    return [
        {
            "at": change.at.isoformat(timespec="seconds"),
            "by": change.by,
            "reference": references.get(change.record_id) if change.record_id is not None else None,
            "field": f"{change.entity}.{change.field}" if change.what else change.field,
            "before": change.before or None,
            "after": change.after or None,
            "label": _label(change.act, change.label),
        }
        for change in changes
    ]


def _label(act: str, label: str) -> str:
    prefix = {"undo": "Ongedaan gemaakt: ", "redo": "Opnieuw gedaan: "}.get(act, "")
    return prefix + label


def _of_line(line: HistoryLine, names: Names, language: Language) -> Iterator[FieldChange]:
    change = line.change
    specs = {spec.name: spec for spec in fields_of(model_of(change.entity))}
    what = "" if change.entity in KIND_TABLES else BESIDE[change.entity].to(language)
    before, after = change.before or {}, change.after or {}
    for name in dict.fromkeys([*before, *after]):
        spec = specs.get(name)
        if spec is None or (change.entity == "person"):
            continue
        was, becomes = _text(spec, before, names, language), _text(spec, after, names, language)
        if was != becomes:
            yield FieldChange(
                line.at, names("person", line.by), line.act, line.label, change.record_id, change.entity, what,
                name, spec.label.to(language), was, becomes, line.step_id, change.id, before.get(name), after.get(name),
                change.before is not None and change.after is not None,
            )  # fmt: skip


def _text(spec: FieldSpec, row: Mapping[str, Any], names: Names, language: Language) -> str:
    if spec.name not in row:
        return ""
    return spec.type.text(spec.type.from_stored(row[spec.name]), language, names)
