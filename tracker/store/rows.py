"""Rows between database, log and program: one place that knows how a value looks in each."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from functools import cache
from typing import Any

from sqlalchemy import ColumnElement, Connection, Date, Select, String, Table, bindparam, func, select

from tracker.records.change import StoredRow
from tracker.records.entity import columns_of, model_of
from tracker.records.field import fields_of
from tracker.records.value_type import Stored, ValueType
from tracker.store.engine import to_json
from tracker.store.tables import metadata

CHUNK = 500
"""Ids in one IN clause; SQLite's older limit for parameters is 999."""


def table_of(entity: str) -> Table:
    """Give the table of an entity of the change log."""
    return metadata.tables[entity]


def to_stored(row: Mapping[str, Any]) -> dict[str, Stored]:
    """Turn a database row into its stored form (days as text)."""
    return {name: value.isoformat() if isinstance(value, date) else value for name, value in row.items()}


def to_database(entity: str, stored: StoredRow) -> dict[str, Any]:
    """Turn values in their stored form into what the columns take."""
    days = _day_columns(entity)
    return {
        name: date.fromisoformat(str(value)) if name in days and value is not None else value
        for name, value in stored.items()
    }


def to_values(entity: str, stored: StoredRow) -> dict[str, Any]:
    """Turn a stored row into values as the program uses them; columns without a declared field stay as they are."""
    types = _types_of(entity)
    return {name: types[name].from_stored(value) if name in types else value for name, value in stored.items()}


@cache
def _select_by_id(entity: str) -> Select[Any]:
    table = table_of(entity)
    columns = [table.c.id, *(table.c[name] for name in columns_of(entity))]
    return select(*columns).where(is_among(table.c.id))


@cache
def _types_of(entity: str) -> Mapping[str, ValueType]:
    return {spec.name: spec.type for spec in fields_of(model_of(entity))}


@cache
def _day_columns(entity: str) -> frozenset[str]:
    return frozenset(column.name for column in table_of(entity).columns if isinstance(column.type, Date))


def stored_rows(connection: Connection, entity: str, ids: Iterable[int]) -> dict[int, dict[str, Stored]]:
    """Read rows by id, in their stored form, by id; ids that are not there are left out."""
    statement = _select_by_id(entity)
    found: dict[int, dict[str, Stored]] = {}
    for some in chunks(list(ids)):
        for row in connection.execute(statement, among(some)).mappings():
            stored = to_stored(dict(row))
            found[int(stored.pop("id"))] = stored  # type: ignore[arg-type]
    return found


def is_among(column: ColumnElement[int]) -> ColumnElement[bool]:
    """Give the condition that a number is one of those that ``among`` gives with the statement.

    They go as one JSON text: the statement stays the same for any number of them, and need not be made anew.
    """
    listed = func.json_each(bindparam("ids", type_=String)).table_valued("value")
    return column.in_(select(listed.c.value))


def among(ids: Sequence[int]) -> dict[str, str]:
    """Give the parameter for ``is_among``."""
    return {"ids": to_json(list(ids))}


def chunks(ids: Sequence[int], size: int = CHUNK) -> Iterable[Sequence[int]]:
    """Cut ids into runs that fit one statement."""
    for start in range(0, len(ids), size):
        yield ids[start : start + size]
