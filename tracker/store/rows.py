"""Rows between database, log and program: one place that knows how a value looks in each."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import cache
from itertools import islice
from typing import Any

from sqlalchemy import JSON, Boolean, ColumnElement, Connection, Date, String, Table, bindparam, func, select

from tracker.records.change import StoredRow
from tracker.records.entity import columns_of, model_of
from tracker.records.field import fields_of
from tracker.records.value_type import Stored, ValueType
from tracker.store.engine import driver, to_json
from tracker.store.tables import metadata

AT_ONCE = 2_000
"""Rows written together. To throw away what more of them took stops every other thread for a tenth of a second."""
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
    values = dict(stored)
    for name, value_type in _kept_otherwise(entity):
        if name in values:
            values[name] = value_type.from_stored(values[name])
    return values


def read_values(
    connection: Connection, entity: str, column: str, keys: Sequence[int]
) -> Iterator[tuple[int, dict[str, Any]]]:
    """Read rows whose ``column`` holds one of these numbers, by id, as values; in the order of their ids by chunk.

    Past SQLAlchemy's types, for the reason that ``insert_rows`` has.
    """
    names = columns_of(entity)
    lists = _json_places(entity, names)
    convert, plain = _kept_otherwise(entity), driver(connection)
    for some in chunks(keys):
        for row in plain.execute(_select_of(entity, column, len(some)), some).fetchall():
            cells = list(row)
            for place in lists:
                cells[place] = [] if cells[place] == "[]" else json.loads(cells[place])
            values = dict(zip(names, cells[1:], strict=True))
            for name, value_type in convert:
                values[name] = value_type.from_stored(values[name])
            yield cells[0], values


@cache
def _select_of(entity: str, column: str, count: int) -> str:
    columns = ", ".join(f'"{name}"' for name in ("id", *columns_of(entity)))
    marks = ", ".join("?" * count)
    return f'SELECT {columns} FROM "{entity}" WHERE "{column}" IN ({marks}) ORDER BY id'


def insert_rows(connection: Connection, entity: str, rows: Iterable[tuple[int, StoredRow]]) -> None:
    """Write new rows, given by id in their stored form, which is what SQLite keeps but for JSON.

    Past SQLAlchemy's types: turning days into dates and back costs more than writing them.
    """
    left = iter(rows)
    while some := list(islice(left, AT_ONCE)):
        by_names: dict[tuple[str, ...], list[tuple[Any, ...]]] = {}
        for row_id, stored in some:
            by_names.setdefault(tuple(stored), []).append((row_id, *stored.values()))
        for names, alike in by_names.items():
            lists = _json_places(entity, names)
            written = [_with_json(row, lists) for row in alike] if lists else alike
            connection.exec_driver_sql(_insert_into(entity, names), written)


def _with_json(row: tuple[Any, ...], places: tuple[int, ...]) -> tuple[Any, ...]:
    cells = list(row)
    for place in places:
        cells[place] = "[]" if cells[place] == [] else to_json(cells[place])
    return tuple(cells)


def update_row(connection: Connection, entity: str, row_id: int, stored: StoredRow) -> None:
    """Change values of one row, given in their stored form; past SQLAlchemy's types, as ``insert_rows``."""
    if stored:
        names = tuple(stored)
        _, *cells = _with_json((row_id, *stored.values()), _json_places(entity, names))
        connection.exec_driver_sql(_update_of(entity, names), (*cells, row_id))


@cache
def _update_of(entity: str, names: tuple[str, ...]) -> str:
    changed = ", ".join(f'"{name}" = ?' for name in names)
    return f'UPDATE "{entity}" SET {changed} WHERE id = ?'


@cache
def _insert_into(entity: str, names: tuple[str, ...]) -> str:
    columns = ", ".join(f'"{name}"' for name in ("id", *names))
    return f'INSERT INTO "{entity}" ({columns}) VALUES ({", ".join("?" * (len(names) + 1))})'


@cache
def _json_places(entity: str, names: tuple[str, ...]) -> tuple[int, ...]:
    """Give the places of the columns that hold JSON in a row that begins with the id."""
    table = table_of(entity)
    return tuple(place for place, name in enumerate(names, 1) if isinstance(table.c[name].type, JSON))


@cache
def _yes_no_places(entity: str, names: tuple[str, ...]) -> tuple[int, ...]:
    """Give the places of the columns that SQLite keeps as 0 or 1, in a row that begins with the id."""
    table = table_of(entity)
    return tuple(place for place, name in enumerate(names, 1) if isinstance(table.c[name].type, Boolean))


@cache
def _kept_otherwise(entity: str) -> tuple[tuple[str, ValueType], ...]:
    """Give the fields whose values are stored in another form than the program uses."""
    plain = ValueType.from_stored
    return tuple((spec.name, spec.type) for spec in fields_of(model_of(entity))
                 if type(spec.type).from_stored is not plain)  # fmt: skip


@cache
def _day_columns(entity: str) -> frozenset[str]:
    return frozenset(column.name for column in table_of(entity).columns if isinstance(column.type, Date))


def stored_rows(connection: Connection, entity: str, ids: Iterable[int]) -> dict[int, dict[str, Stored]]:
    """Read rows by id, in their stored form, by id; ids that are not there are left out.

    Past SQLAlchemy's types, for the reason that ``insert_rows`` has.
    """
    names = columns_of(entity)
    lists, yes_no = _json_places(entity, names), _yes_no_places(entity, names)
    found: dict[int, dict[str, Stored]] = {}
    plain = driver(connection)
    for some in chunks(list(ids)):
        for row in plain.execute(_select_of(entity, "id", len(some)), some):
            cells = list(row)
            for place in lists:
                if cells[place] is not None:
                    cells[place] = [] if cells[place] == "[]" else json.loads(cells[place])
            for place in yes_no:
                cells[place] = None if cells[place] is None else bool(cells[place])
            found[cells[0]] = dict(zip(names, cells[1:], strict=True))
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
