"""Lists over the register: which records, in which order, and their rows a page at a time."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, and_, literal_column, not_, select

from tracker.basics.folding import fold
from tracker.records.filter import Filter, last_soon_day, view_of
from tracker.records.registry import kind_of
from tracker.records.snapshot import Summary
from tracker.records.status import ACTIVE_PHASES
from tracker.store.counting import read_counts
from tracker.store.rows import chunks, table_of
from tracker.store.tables import record, record_text

SUMMARY_COLUMNS = tuple(record.c[name] for name in Summary._fields)
# Written out, not bound: SQLite uses the partial index on open deadlines only where it sees the index's own words.
_ACTIVE = record.c.phase.in_([literal_column(f"'{phase}'") for phase in ACTIVE_PHASES])
_IN_USE, _IN_BIN = record.c.deleted == literal_column("0"), record.c.deleted == literal_column("1")


def matching(chosen: Filter, today: date) -> ColumnElement[bool]:
    """Give the condition on ``record`` for kind, view and bin; words and fields are looked for apart."""
    conditions: list[ColumnElement[bool]] = [_IN_BIN if chosen.deleted else _IN_USE]
    if chosen.kind:
        conditions.append(record.c.kind == kind_of(chosen.kind).code)
    if chosen.view:
        conditions.append(_view_condition(chosen.view, today))
    return and_(*conditions)


def _view_condition(code: str, today: date) -> ColumnElement[bool]:
    due = record.c.deadline_end
    conditions: dict[str, ColumnElement[bool]] = {
        "overdue": and_(_ACTIVE, due < today),
        "due-30": and_(_ACTIVE, due >= today, due <= last_soon_day(today)),
        "no-deadline": and_(_ACTIVE, not_(record.c.has_deadline)),
        "no-owner": and_(_ACTIVE, record.c.owner.is_(None)),
        "settled": record.c.phase == "done",
    }
    return conditions[view_of(code).code]


def ids_in_order(connection: Connection, chosen: Filter, today: date) -> array[int]:
    """Give the ids of a list in the order that lists have by themselves: by last day, then kind and number."""
    statement: Select[Any] = select(record.c.id).where(matching(chosen, today))
    for word in search_words(chosen.words):
        holds = record_text.c.folded.contains(word, autoescape=True)
        statement = statement.where(record.c.id.in_(select(record_text.c.id).where(holds)))
    statement = statement.order_by(
        record.c.deadline_end.is_(None), record.c.deadline_end, record.c.kind, record.c.number
    )
    return array("q", connection.scalars(statement))


def search_words(typed: str) -> list[str]:
    """Give the folded words that must all be found; what stands in double quotes is one."""
    quoted = typed.split('"')
    words: list[str] = []
    for place, piece in enumerate(quoted):
        words += [fold(piece)] if place % 2 else fold(piece).split()
    return [word for word in words if word]


def summaries(connection: Connection, ids: Sequence[int]) -> list[Summary]:
    """Give the list rows of these records, in the order asked for; unknown ids are left out."""
    found: dict[int, Summary] = {}
    for some in chunks(ids):
        for row in connection.execute(select(*SUMMARY_COLUMNS).where(record.c.id.in_(some))):
            summary = Summary(*row)
            found[summary.id] = summary._replace(updated=datetime.fromisoformat(row.updated))
    return [found[row_id] for row_id in ids if row_id in found]


def column_values(connection: Connection, table: str, column: str) -> list[tuple[int, Any]]:
    """Give one column of a kind's table (or of ``record``) for all records, as (id, database value)."""
    source = table_of(table)
    return [tuple(row) for row in connection.execute(select(source.c.id, source.c[column]))]


def folded_texts(connection: Connection) -> tuple[array[int], list[str]]:
    """Give the ids and the folded texts of all records that are not deleted, for finding as one types."""
    statement = (
        select(record_text.c.id, record_text.c.folded)
        .join(record, record.c.id == record_text.c.id)
        .where(record.c.deleted.is_(False))
    )
    ids, texts = array("q"), []
    for row in connection.execute(statement):
        ids.append(row[0])
        texts.append(row[1])
    return ids, texts


def counts(connection: Connection, today: date) -> dict[str, int]:
    """Give the number of records by kind and by view, and of all under the name ``""``."""
    return read_counts(connection.exec_driver_sql, today)


def find_reference(connection: Connection, reference: str) -> int | None:
    """Give the id of a record by its reference, in any capitals; also of a deleted one."""
    return connection.scalar(select(record.c.id).where(record.c.reference == reference.strip().upper()))


def references(connection: Connection, ids: Iterable[int]) -> dict[int, str]:
    """Give references by id."""
    found: dict[int, str] = {}
    for some in chunks(list(ids)):
        found.update(
            tuple(row)
            for row in connection.execute(select(record.c.id, record.c.reference).where(record.c.id.in_(some)))
        )
    return found
