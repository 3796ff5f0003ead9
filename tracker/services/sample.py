"""The sample register: read from the TOML files in ``resources/sample`` and written as one step.

Records, letters and debates have a ``key`` by which the others refer to them; organisations are referred to by name.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from tracker.basics.paths import resources_folder
from tracker.records.change import Source
from tracker.records.entity import model_of
from tracker.records.field import fields_of
from tracker.records.kind import Kind
from tracker.records.registry import KINDS
from tracker.records.step_labels import StepLabel
from tracker.records.value_type import Items, ListOf, Reference, ValueType
from tracker.services.drafting import Draft
from tracker.store.record_store import Store

_PARTS = {"deadlines": "deadline", "notes": "progress_note"}
_NESTED = ("key", "deadlines", "notes", "relations")

Table = Mapping[str, Any]


def fill_with_sample(store: Store, folder: Path | None = None) -> int:
    """Write the sample into an empty register, as one step that cannot be taken back; gives the number of records."""
    filling = _Filling(store, _read(folder or resources_folder() / "sample"))
    return filling.write()


def _read(folder: Path) -> dict[str, list[Table]]:
    tables: dict[str, list[Table]] = {}
    for path in sorted(folder.glob("*.toml")):
        for name, rows in tomllib.loads(path.read_text(encoding="utf-8")).items():
            tables.setdefault(name, []).extend(rows)
    return tables


class _Filling:
    """One run over the sample's tables: rows beside the records first, then records, then what joins them."""

    def __init__(self, store: Store, tables: dict[str, list[Table]]) -> None:
        self.draft = Draft(store)
        self._store = store
        self._tables = tables
        self._ids: dict[tuple[str, str], int] = {}

    def write(self) -> int:
        for entity in ("organisation", "debate", "letter"):
            for row in self._tables.get(entity, []):
                self._add_beside(entity, row)
        made = list(self._records())
        for kind, row in made:
            self._add_record(kind, row)
        for _, row in made:
            self._add_relations(row)
        step = self.draft.step(StepLabel.SAMPLE_MADE(), Source.SAMPLE)
        self._store.apply(replace(step, undoable=False))
        return len(made)

    def _records(self) -> Iterator[tuple[Kind, Table]]:
        for kind in KINDS:
            for row in self._tables.get(kind.table, []):
                yield kind, row

    def _add_beside(self, entity: str, row: Table) -> None:
        columns = {"number": self._store.new_letter_number()} if entity == "letter" else {}
        row_id = self.draft.make(entity, self._values(entity, row), **columns)
        self._ids[entity, str(row.get("key", row.get("name")))] = row_id

    def _add_record(self, kind: Kind, row: Table) -> None:
        # a status that the letter does not tell stays unknown
        values = {"status": None, **self._values(kind.table, row)}
        record_id, _ = self.draft.make_record(kind, values)
        self._ids["record", str(row["key"])] = record_id
        for name, entity in _PARTS.items():
            for part in row.get(name, []):
                self.draft.make(entity, self._values(entity, part), record_id)

    def _add_relations(self, row: Table) -> None:
        record_id = self._ids["record", str(row["key"])]
        for relation in row.get("relations", []):
            to_id = self._ids["record", relation["to"]]
            self.draft.make("relation", {"how": relation["how"]}, record_id, to_id=to_id)

    def _values(self, entity: str, row: Table) -> dict[str, Any]:
        types = {spec.name: spec.type for spec in fields_of(model_of(entity))}
        return {name: self._value(types[name], value) for name, value in row.items() if name not in _NESTED}

    def _value(self, value_type: ValueType, value: Any) -> Any:
        if isinstance(value_type, Reference):
            return self._ids[value_type.entity, value]
        if isinstance(value_type, ListOf):
            return tuple(self._value(value_type.of, one) for one in value)
        if isinstance(value_type, Items):
            return tuple(_item(value_type.item, one) for one in value)
        return value


def _item(item: type[Any], given: str | Table) -> Any:
    if isinstance(given, str):
        return item.parse(given)
    parts = {spec.name: spec.type for spec in item.parts()}
    return item(**{name: parts[name].parse(one) if isinstance(one, str) else one for name, one in given.items()})
