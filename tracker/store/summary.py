"""The copy that lists read: one row a record in ``record`` and its folded text, made anew after each change."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from functools import cache, lru_cache
from typing import Any

from sqlalchemy import Connection, select

from tracker.basics.folding import fold
from tracker.records.change import Change
from tracker.records.citation import read_citations
from tracker.records.deadline_rules import is_open, is_waiting, next_of
from tracker.records.entity import KIND_TABLES, model_of
from tracker.records.field import fields_of
from tracker.records.kind import Kind
from tracker.records.postponing import chain_of
from tracker.records.registry import kind_of
from tracker.records.value_type import Area, Line, NameOf, ValueType
from tracker.store.engine import driver
from tracker.store.names import read_names
from tracker.store.rows import chunks, read_values, stored_rows, table_of, to_values

_AT_ONCE = 500
"""So many that one hears often how far it is."""
# Past SQLAlchemy's statements and types, which take longer than SQLite needs to run them.
_KEEP_TEXT = (
    "INSERT INTO record_text (id, folded) VALUES (?, ?) ON CONFLICT (id) DO UPDATE SET folded = excluded.folded"
)
_BETWEEN = "\x00"
_PARTS_SHOWN = ("deadline", "progress_note", "postponement")
_NEVER = chain_of(())
_COPIED = ("title", "status", "owner", "lead", "minister", "theme", "marking")


def refresh(
    connection: Connection, ids: Iterable[int], updated: str, names: NameOf | None = None,
    count: Callable[[int], None] | None = None,
) -> None:  # fmt: skip
    """Write the list rows of these records anew. ``updated`` is the moment of the step, UTC in ISO 8601.

    ``names`` may be given where the step changes none; ``count`` hears how many were done, run by run.
    """
    wanted = sorted(ids)
    if not wanted:
        return
    name_of = names or read_names(connection)
    for some in chunks(wanted, _AT_ONCE):
        rows = [dict(row, updated=updated) for row in _rows(connection, some, name_of)]
        _update(connection, rows)
        if count is not None:
            count(len(some))


def renew_all(connection: Connection) -> None:
    """Write the list rows of all records with a deadline anew, as the rules of today want them."""
    renew(connection, list(connection.scalars(select(table_of("deadline").c.record_id).distinct())))


def renew(connection: Connection, ids: Sequence[int]) -> None:
    """Write the list rows of these records anew, without another moment of change."""
    name_of = read_names(connection)
    for some in chunks(ids, 5000):
        _update(connection, list(_rows(connection, some, name_of)))


def fresh_rows(connection: Connection, ids: Iterable[int]) -> Iterable[dict[str, Any]]:
    """Give the list rows of these records as they should be, with ``row`` (the id) and ``folded``."""
    return _rows(connection, ids, read_names(connection))


def _update(connection: Connection, rows: list[dict[str, Any]]) -> None:
    if not rows:
        return
    texts = [(row["row"], row["folded"]) for row in rows]
    names = tuple(name for name in rows[0] if name not in {"row", "folded"})
    values = [(*(_in_database(row[name]) for name in names), row["row"]) for row in rows]
    plain = driver(connection)
    plain.executemany(_update_of(names), values)
    plain.executemany(_KEEP_TEXT, texts)


@cache
def _update_of(names: tuple[str, ...]) -> str:
    return f"UPDATE record SET {', '.join(f'{name} = ?' for name in names)} WHERE id = ?"


def _in_database(value: object) -> object:
    return value.isoformat() if type(value) is date else value


class NewRecords:
    """The list rows of records that a step makes, from what the step itself holds: nothing is read back.

    ``others`` are records to which the step does more than make rows; None: all may be. Their rows are made anew later.
    """

    def __init__(
        self, made: Mapping[str, Iterable[Change]], name_of: NameOf, moment: str, others: set[int | None] | None
    ) -> None:
        self._name_of = name_of
        self._moment = moment
        self._others = others
        self._parts: dict[str, dict[int, list[dict[str, Any]]]] = {
            entity: _parts_made(made.get(entity, ())) for entity in _PARTS_SHOWN
        }

    def list_row(self, kind: Kind, change: Change) -> tuple[dict[str, Any], str | None]:
        """Give the row of a new record, and its folded text; without it the row is no more than a beginning."""
        after = change.after or {}
        reference = str(after["reference"])
        row = {
            "id": change.id, "kind": kind.code, "reference": reference, "number": int(reference.rpartition("-")[2]),
            "updated": self._moment, "deleted": False,
        }  # fmt: skip
        values = to_values(kind.table, after)
        deadlines, notes, postponements = (self._parts[entity].get(change.id, []) for entity in _PARTS_SHOWN)
        row |= list_values(kind, values, deadlines, postponements)
        if self._others is None or change.id in self._others:
            return row, None
        return row, folded_text(kind, values, deadlines, notes, self._name_of)


def _parts_made(made: Iterable[Change]) -> dict[int, list[dict[str, Any]]]:
    found: dict[int, list[dict[str, Any]]] = defaultdict(list)
    for change in sorted(made, key=lambda one: one.id):
        after = change.after or {}
        found[int(str(after["record_id"]))].append({"id": change.id, **to_values(change.entity, after)})
    return found


def insert_list_rows(connection: Connection, rows: list[dict[str, Any]]) -> None:
    """Write list rows of records that were never there before."""
    if rows:
        columns, marks = ", ".join(rows[0]), ", ".join("?" * len(rows[0]))
        values = [tuple([one.isoformat() if type(one) is date else one for one in row.values()]) for row in rows]
        connection.exec_driver_sql(f"INSERT INTO record ({columns}) VALUES ({marks})", values)


def insert_texts(connection: Connection, texts: Mapping[int, str]) -> None:
    """Write the texts of records that were never there before."""
    if texts:
        connection.exec_driver_sql("INSERT INTO record_text (id, folded) VALUES (?, ?)", list(texts.items()))


def _rows(connection: Connection, ids: Iterable[int], name_of: NameOf) -> Iterable[dict[str, Any]]:
    by_kind: dict[str, list[int]] = defaultdict(list)
    wanted = list(ids)
    for some in chunks(wanted):
        marks = ", ".join("?" * len(some))
        for row_id, code in driver(connection).execute(f"SELECT id, kind FROM record WHERE id IN ({marks})", some):
            by_kind[code].append(row_id)
    parts = {entity: _by_record(connection, entity, wanted) for entity in _PARTS_SHOWN}
    for code, of_kind in by_kind.items():
        kind = kind_of(code)
        for row_id, stored in stored_rows(connection, kind.table, of_kind).items():
            values = to_values(kind.table, stored)
            deadlines = parts["deadline"].get(row_id, [])
            notes = parts["progress_note"].get(row_id, [])
            postponements = parts["postponement"].get(row_id, [])
            folded = folded_text(kind, values, deadlines, notes, name_of)
            yield {"row": row_id, **list_values(kind, values, deadlines, postponements), "folded": folded}


def _by_record(connection: Connection, entity: str, record_ids: list[int]) -> dict[int, list[dict[str, Any]]]:
    found: dict[int, list[dict[str, Any]]] = defaultdict(list)
    for row_id, values in read_values(connection, entity, "record_id", record_ids):
        found[values["record_id"]].append({"id": row_id, **values})
    return found


def list_values(
    kind: Kind,
    values: Mapping[str, Any],
    deadlines: list[dict[str, Any]],
    postponements: Sequence[Mapping[str, Any]] = (),
) -> dict[str, Any]:
    """Give what lists show of a record: its phase, its next deadline and the shared fields they need."""
    deadline = next_of(deadlines) or {}
    waiting = [one for one in deadlines if is_waiting(one)]
    chain = _NEVER
    if postponements:
        still_open = {one["id"] for one in deadlines if is_open(one)}
        chain = chain_of(one for one in postponements if one["deadline_id"] in still_open)
    return {
        **{name: values[name] for name in _COPIED},
        "phase": str(kind.model.phase_of(values)),
        "deadline_what": deadline.get("what"),
        "deadline_wording": deadline.get("wording"),
        "deadline_start": deadline.get("start"),
        "deadline_end": deadline.get("end"),
        "deadline_precision": deadline.get("precision"),
        "deadline_tentative": bool(deadline.get("tentative")),
        "waits_for": waiting[0]["waits_for"] if waiting else None,
        "waiting_since": min((one["said_on"] for one in waiting if one["said_on"]), default=None),
        "has_deadline": bool(deadline),
        "times_postponed": chain.times,
        "days_postponed": chain.days,
        "untold": chain.untold,
    }


def folded_text(
    kind: Kind,
    values: Mapping[str, Any],
    deadlines: list[dict[str, Any]],
    notes: list[dict[str, Any]],
    name_of: NameOf,
) -> str:
    """Give all text of a record in one folded string, with ``|`` between the parts.

    Citations stand in it both as typed and in their one written form, so that any form finds them.
    """
    texts = [values["reference"]]
    for name, value_type in _searched(kind):
        value = values[name]
        if value or type(value) is int:
            texts.append(value if value_type is None else value_type.text(value, name_of=name_of))
    texts += [deadline[name] for deadline in deadlines for name in ("what", "wording", "waits_for")]
    texts += [note["text"] for note in notes]
    cited = [*values["citations"], values.get("citation") or ""]
    texts += [written for text in cited if text for written in _written_forms(text)]
    # folded together, for that costs a tenth; no text holds the sign between them
    folded = fold(_BETWEEN.join(filter(None, texts)))
    return "|".join(dict.fromkeys(filter(None, map(str.strip, folded.split(_BETWEEN)))))


@cache
def _searched(kind: Kind) -> tuple[tuple[str, ValueType | None], ...]:
    """Give the fields that words are looked for in, with the type of those whose value is no text already."""
    return tuple(
        (spec.name, None if isinstance(spec.type, Line | Area) else spec.type)
        for spec in fields_of(kind.model)
        if spec.searched
    )


@lru_cache(maxsize=4096)
def _written_forms(text: str) -> tuple[str, ...]:
    """Give the citations in a text in their one written form; many records cite the same papers."""
    return tuple(citation.canonical for citation in read_citations(text))


def records_naming(connection: Connection, entity: str, row_ids: set[int]) -> set[int]:
    """Give the records whose own fields point at one of these organisations, persons, letters or debates."""
    found: set[int] = set()
    for kind_table in KIND_TABLES:
        table = table_of(kind_table)
        for spec in fields_of(model_of(kind_table)):
            target = getattr(spec.type, "entity", None) or getattr(getattr(spec.type, "of", None), "entity", None)
            if target != entity:
                continue
            column = table.c[spec.name]
            if not spec.type.many:
                found.update(connection.scalars(select(table.c.id).where(column.in_(row_ids))))
                continue
            for row in connection.execute(select(table.c.id, column)):
                if row_ids.intersection(row[1] or ()):
                    found.add(row[0])
    return found
