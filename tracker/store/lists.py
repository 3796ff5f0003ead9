"""Lists over the register: which records, in which order, and their rows a page at a time."""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from itertools import chain
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, and_, func, literal_column, not_, or_, select, true

from tracker.records.filter import Filter, last_soon_day, view_of
from tracker.records.registry import kind_of
from tracker.records.relation import MERGED_INTO
from tracker.records.search_words import searches
from tracker.records.snapshot import Summary
from tracker.store.conditions import ACTIVE, SHARED, meets
from tracker.store.counting import read_counts
from tracker.store.held_over import IS_HELD_OVER
from tracker.store.rows import among, chunks, is_among, table_of
from tracker.store.tables import record, record_text

SUMMARY_COLUMNS = tuple(
    literal_column(IS_HELD_OVER).label(name) if name == "held_over" else record.c[name] for name in Summary._fields
)
_SUMMARIES = select(*SUMMARY_COLUMNS).where(is_among(record.c.id))
_IN_USE, _IN_BIN = record.c.deleted == literal_column("0"), record.c.deleted == literal_column("1")
# The same, in SQLite's way to say that no index is to be taken for it.
_IN_USE_UNINDEXED = literal_column("+record.deleted") == literal_column("0")
_INDEXED = {"deadline_end", "kind", "number", "phase"}  # all that ix_record_list holds, with deleted
_INDEXED_VIEWS = {"overdue", "due-30", "settled"}
_DATED_VIEWS = {"overdue", "due-30"}


def matching(chosen: Filter, today: date) -> ColumnElement[bool]:
    """Give the condition on ``record`` for all that is asked but words and ``where``."""
    in_use = _IN_USE_UNINDEXED if _asks_of_rows(chosen) else _IN_USE
    conditions: list[ColumnElement[bool]] = [_IN_BIN if chosen.deleted else in_use]
    if chosen.kind:
        conditions.append(record.c.kind == kind_of(chosen.kind).code)
    if chosen.view:
        conditions.append(_view_condition(chosen.view, today))
    conditions += [meets(one, chosen.kind, today) for one in chosen.conditions]
    return and_(*conditions)


def _asks_of_rows(chosen: Filter) -> bool:
    """Tell whether a list over all kinds asks what its index lacks.

    To go from there to each row takes four times as long as to read all rows as they lie.
    """
    if chosen.kind:
        return False
    asks_view = chosen.view is not None and chosen.view not in _INDEXED_VIEWS
    return asks_view or any(one.field in SHARED and one.field not in _INDEXED for one in chosen.conditions)


def holding(typed: str) -> ColumnElement[bool]:
    """Give the condition that a record's text holds what somebody typed to find; nothing typed holds always."""
    found = record_text.c.folded
    either = [and_(*(found.contains(word, autoescape=True) for word in words)) for words in searches(typed)]
    return record.c.id.in_(select(record_text.c.id).where(or_(*either))) if either else true()


def _view_condition(code: str, today: date) -> ColumnElement[bool]:
    due = record.c.deadline_end
    conditions: dict[str, ColumnElement[bool]] = {
        "overdue": and_(ACTIVE, due < today),
        "due-30": and_(ACTIVE, due >= today, due <= last_soon_day(today)),
        "waiting": and_(ACTIVE, record.c.waits_for.is_not(None)),
        "postponed": and_(ACTIVE, record.c.times_postponed > 0),
        "not-told": and_(ACTIVE, record.c.untold > 0),
        "no-deadline": and_(ACTIVE, not_(record.c.has_deadline)),
        "no-owner": and_(ACTIVE, record.c.owner.is_(None)),
        "settled": record.c.phase == "done",
    }
    return conditions[view_of(code).code]


def ids_in_order(connection: Connection, chosen: Filter, today: date) -> array[int]:
    """Give the ids of a list in the order that lists have by themselves: by last day, then kind and number."""
    statement: Select[Any] = select(record.c.id).where(matching(chosen, today), holding(chosen.words))
    due, order = record.c.deadline_end, (record.c.deadline_end, record.c.kind, record.c.number)
    if not (chosen.words or chosen.conditions or _asks_of_rows(chosen) or chosen.view == "waiting"):
        # along the index of lists, so that nothing is sorted: those with a last day, then those without
        found = _ids(connection, statement.where(due.is_not(None)).order_by(*order))
        if chosen.view not in _DATED_VIEWS:
            found += _ids(connection, statement.where(due.is_(None)).order_by(*order))
        return found
    if chosen.view == "waiting":  # what has waited longest first
        statement = statement.order_by(record.c.waiting_since.is_(None), record.c.waiting_since)
    return _ids(connection, statement.order_by(due.is_(None), *order))


def _ids(connection: Connection, statement: Select[Any]) -> array[int]:
    """Give the only column of a statement, past SQLAlchemy's rows: of 150,000 they take half of the time."""
    result = connection.execute(statement)
    try:
        return array("q", chain.from_iterable(result.cursor.fetchall()))
    finally:
        result.close()


def fitting(connection: Connection, ids: Iterable[int], chosen: Filter, today: date) -> set[int]:
    """Give those of these records that a list holds now (``where`` aside)."""
    found: set[int] = set()
    for some in chunks(list(ids)):
        asked = select(record.c.id).where(record.c.id.in_(some), matching(chosen, today), holding(chosen.words))
        found.update(connection.scalars(asked))
    return found


def count_of(connection: Connection, chosen: Filter, today: date) -> int:
    """Give how many records a list holds (``where`` aside)."""
    asked = select(func.count()).select_from(record).where(matching(chosen, today), holding(chosen.words))
    return connection.scalar(asked) or 0


def summaries(connection: Connection, ids: Sequence[int]) -> list[Summary]:
    """Give the list rows of these records, in the order asked for; unknown ids are left out."""
    found: dict[int, Summary] = {}
    for some in chunks(ids):
        for row in connection.execute(_SUMMARIES, among(some)):
            summary = Summary(*row)
            moment = datetime.fromisoformat(row.updated)
            found[summary.id] = summary._replace(updated=moment, held_over=bool(summary.held_over))
    return [found[row_id] for row_id in ids if row_id in found]


def ids_by_table(connection: Connection, ids: Sequence[int]) -> dict[str, list[int]]:
    """Give ids of records by the table of their kind."""
    found: dict[str, list[int]] = defaultdict(list)
    for some in chunks(ids):
        for row_id, code in connection.execute(select(record.c.id, record.c.kind).where(record.c.id.in_(some))):
            found[kind_of(code).table].append(row_id)
    return found


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


def where_it_went(connection: Connection, record_id: int) -> int:
    """Give the record that a deleted one was merged into, however often; itself where it was not."""
    relation, seen = table_of("relation"), {record_id}
    while True:
        merged = (
            select(relation.c.to_id)
            .join(record, record.c.id == relation.c.record_id)
            .where(record.c.deleted.is_(True), relation.c.record_id == record_id, relation.c.how == MERGED_INTO)
        )
        into = connection.scalar(merged)
        if into is None or into in seen:
            return record_id
        seen.add(into)
        record_id = into


def went_into(connection: Connection, record_id: int) -> list[tuple[int, str]]:
    """Give the deleted records that were merged into one, as (id, reference)."""
    relation = table_of("relation")
    merged = (
        select(record.c.id, record.c.reference)
        .join(relation, record.c.id == relation.c.record_id)
        .where(record.c.deleted.is_(True), relation.c.to_id == record_id, relation.c.how == MERGED_INTO)
        .order_by(record.c.id)
    )
    return [(row.id, row.reference) for row in connection.execute(merged)]


def references(connection: Connection, ids: Iterable[int]) -> dict[int, str]:
    """Give references by id."""
    found: dict[int, str] = {}
    for some in chunks(list(ids)):
        found.update(
            tuple(row)
            for row in connection.execute(select(record.c.id, record.c.reference).where(record.c.id.in_(some)))
        )
    return found
