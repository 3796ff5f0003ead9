"""Where a letter, debate, organisation or person is pointed at: which rows, and in which field."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, func, select, union

from tracker.records.entity import KIND_TABLES, WRITING_ORDER, model_of
from tracker.records.field import FieldSpec, fields_of
from tracker.records.value_type import ListOf, Reference
from tracker.store.rows import table_of


@dataclass(frozen=True, slots=True)
class Use:
    """One field of one row that points at something. ``record_id`` is the record it belongs to, None for others."""

    entity: str
    row_id: int
    record_id: int | None
    field: str


def uses_of(connection: Connection, target: str, target_id: int) -> list[Use]:
    """Give every place that points at a row, records first, in the order in which they were made."""
    found: list[Use] = []
    for entity in (*KIND_TABLES, *(one for one in WRITING_ORDER if one not in KIND_TABLES)):
        table = table_of(entity)
        for spec in fields_of(model_of(entity)):
            if not points_at(spec, target):
                continue
            column = table.c[spec.name]
            points: ColumnElement[bool] = column == target_id
            if spec.type.many:
                each = func.json_each(column).table_valued("value")
                points = select(1).select_from(each).where(each.c.value == target_id).exists()
            record = table.c.record_id if "record_id" in table.c else table.c.id
            for row in connection.execute(
                select(table.c.id, record.label("record")).where(points).order_by(table.c.id)
            ):
                owner = row.record if entity in KIND_TABLES or "record_id" in table.c else None
                found.append(Use(entity, row.id, owner, spec.name))
    return found


def records_pointing_at(target: str, ids: Sequence[int]) -> Select[Any]:
    """Give, as SQL, the ids of the records that point at any of these rows, themselves or by what hangs on them."""
    found = []
    for entity in (*KIND_TABLES, *(one for one in WRITING_ORDER if one not in KIND_TABLES)):
        table = table_of(entity)
        if entity not in KIND_TABLES and "record_id" not in table.c:
            continue
        record = table.c.id if entity in KIND_TABLES else table.c.record_id
        columns = [table.c[spec.name] for spec in fields_of(model_of(entity)) if points_at(spec, target)]
        found += [select(record).where(column.in_(ids)) for column in columns]
    return select(union(*found).subquery().c[0])


def points_at(spec: FieldSpec, target: str) -> bool:
    """Tell whether a field holds rows of this entity."""
    of = spec.type.of if isinstance(spec.type, ListOf) else spec.type
    return isinstance(of, Reference) and of.entity == target
