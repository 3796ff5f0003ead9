"""Who changed what, when: the change log in the words of the fields."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from tracker.basics.language import Language
from tracker.records.entity import BESIDE, KIND_TABLES, model_of
from tracker.records.field import FieldSpec, fields_of
from tracker.records.snapshot import Part
from tracker.records.step_labels import step_words
from tracker.records.value_type import Stored
from tracker.services.showing import field_json
from tracker.store.log_reader import HistoryLine
from tracker.store.names import Names
from tracker.store.record_store import Store


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One field of one row changed. ``what`` names a row beside the record (termijn …), empty for itself.

    ``label`` tells what its step did. ``old`` and ``new`` are the values in their stored form; ``changed_a_row`` is
    False for a row made or deleted.
    """

    at: datetime
    by: str
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
    """Give the keys of ``history``, newest first; values are those that ``show`` gives.

    A field of a row beside the record has its entity before it (deadline.end). Of the whole register also the steps
    that changed nothing in it are told: exports and backups, without record and field.
    """
    names = store.names()
    letters = {part.id: part for part in store.rows("letter")}
    lines = store.history(record_id, since)
    references = store.references({one for line in lines for one in _records_of(line)})
    told = [(line.step_id, entry) for line in lines for entry in _entries(line, names, letters, references)]
    if record_id is None:
        told += [
            (one.step_id, _entry(one.at, names("person", one.by), None, None, None, None, one.label))
            for one in store.lone_steps(since)
        ]
        told.sort(key=lambda entry: -entry[0])
    return [entry for _, entry in told]


def _records_of(line: HistoryLine) -> Iterator[int]:
    """Give the records that a line concerns: its own, and the one that a relation leads to."""
    found = (line.change.record_id, *((side or {}).get("to_id") for side in (line.change.before, line.change.after)))
    return (one for one in found if isinstance(one, int))


def _entries(
    line: HistoryLine, names: Names, letters: Mapping[int, Part], references: Mapping[int, str]
) -> Iterator[dict[str, Any]]:
    change = line.change
    by, label = names("person", line.by), step_words(line.label, Language.DUTCH, line.act)
    reference = references.get(change.record_id or 0)
    specs = {spec.name: spec for spec in fields_of(model_of(change.entity))}
    before, after = change.before or {}, change.after or {}
    for name in dict.fromkeys([*before, *after]):
        field = name if change.entity in KIND_TABLES else f"{change.entity}.{name}"
        spec = specs.get(name)
        if change.entity == "person":
            continue
        if spec is not None:
            was, becomes = (_value_json(spec, side, names, letters) for side in (before, after))
        elif name == "to_id":
            field = "relation.to"
            was, becomes = (_other(side.get(name), references) for side in (before, after))
        else:
            continue
        if was != becomes:
            yield _entry(line.at, by, reference, field, was, becomes, label)


def _other(record_id: Stored, references: Mapping[int, str]) -> str | None:
    return references.get(record_id) if isinstance(record_id, int) else None


def _entry(
    at: datetime, by: str, reference: str | None, field: str | None, before: Any, after: Any, label: str
) -> dict[str, Any]:
    return {
        "at": at.isoformat(timespec="seconds"), "by": by, "reference": reference, "field": field, "before": before,
        "after": after, "label": label,
    }  # fmt: skip


def _value_json(spec: FieldSpec, row: Mapping[str, Any], names: Names, letters: Mapping[int, Part]) -> Any:
    if spec.name not in row:
        return None
    value = field_json(spec.type, spec.type.from_stored(row[spec.name]), names, letters)
    return None if value in ("", [], False) else value


def _of_line(line: HistoryLine, names: Names, language: Language) -> Iterator[FieldChange]:
    change = line.change
    specs = {spec.name: spec for spec in fields_of(model_of(change.entity))}
    what = "" if change.entity in KIND_TABLES else BESIDE[change.entity].to(language)
    label = step_words(line.label, language, line.act)
    before, after = change.before or {}, change.after or {}
    for name in dict.fromkeys([*before, *after]):
        spec = specs.get(name)
        if spec is None or (change.entity == "person"):
            continue
        was, becomes = _text(spec, before, names, language), _text(spec, after, names, language)
        if was != becomes:
            yield FieldChange(
                line.at, names("person", line.by), label, change.record_id, change.entity, what, name,
                 spec.label.to(language), was, becomes, line.step_id, change.id, before.get(name), after.get(name),
                change.before is not None and change.after is not None,
            )  # fmt: skip


def _text(spec: FieldSpec, row: Mapping[str, Any], names: Names, language: Language) -> str:
    if spec.name not in row:
        return ""
    return spec.type.text(spec.type.from_stored(row[spec.name]), language, names)
