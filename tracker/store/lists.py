"""Lists over the register: which records, in which order, and their rows a page at a time."""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from itertools import chain
from typing import Any, cast

from sqlalchemy import (
    ColumnElement,
    Connection,
    Select,
    TextClause,
    and_,
    bindparam,
    exists,
    func,
    literal_column,
    or_,
    select,
    text,
    true,
)

from tracker.records.filter import Filter, last_soon_day, view_of
from tracker.records.registry import kind_of
from tracker.records.relation import MERGED_INTO
from tracker.records.search_words import searches
from tracker.records.snapshot import Summary
from tracker.store.conditions import SHARED, column_of_list, meets
from tracker.store.counting import read_counts
from tracker.store.engine import driver
from tracker.store.first_page import read_summaries
from tracker.store.rows import among, chunks, is_among, table_of
from tracker.store.tables import record, record_text
from tracker.store.view_conditions import ASKED, DATED, INDEXED

_TEXTS = select(record_text.c.id, record_text.c.folded).where(is_among(record_text.c.id)).order_by(record_text.c.id)
_HOLDING = select(record_text.c.id).where(
    is_among(record_text.c.id), func.instr(record_text.c.folded, bindparam("piece")) > 0
)
_IN_USE, _IN_BIN = record.c.deleted == literal_column("0"), record.c.deleted == literal_column("1")
# The same, in SQLite's way to say that no index is to be taken for it.
_IN_USE_UNINDEXED, _IN_BIN_UNINDEXED = (literal_column("+record.deleted") == literal_column(one) for one in "01")
_THERE = select(record.c.id).where(is_among(record.c.id), _IN_USE_UNINDEXED)
_INDEXED = {"deadline_end", "kind", "number", "phase"}  # all that ix_record_list holds, with deleted


def matching(chosen: Filter, today: date, *, of_few: bool = False) -> ColumnElement[bool]:
    """Give the condition on ``record`` for all that is asked but words and ``where``. ``of_few``: of records by id."""
    in_use, in_bin = (_IN_USE_UNINDEXED, _IN_BIN_UNINDEXED) if of_few or _asks_of_rows(chosen) else (_IN_USE, _IN_BIN)
    conditions: list[ColumnElement[bool] | TextClause] = [in_bin if chosen.deleted else in_use]
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
    asks_view = chosen.view is not None and chosen.view not in INDEXED
    return asks_view or any(one.field in SHARED and one.field not in _INDEXED for one in chosen.conditions)


def holding(typed: str, *, of_few: bool = False) -> ColumnElement[bool]:
    """Give the condition that a record's text holds what somebody typed to find; nothing typed holds always.

    ``of_few``: of records by id, so that no other texts are looked through.
    """
    found = record_text.c.folded
    either = [and_(*(found.contains(word, autoescape=True) for word in words)) for words in searches(typed)]
    if not either:
        return true()
    if of_few:
        return exists(select(1).select_from(record_text).where(record_text.c.id == record.c.id, or_(*either)))
    return record.c.id.in_(select(record_text.c.id).where(or_(*either)))


def _view_condition(code: str, today: date) -> TextClause:
    asked = ASKED[view_of(code).code]
    days = {"today": today, "soon": last_soon_day(today)}
    return text(asked).bindparams(**{name: day for name, day in days.items() if f":{name}" in asked})


def ids_in_order(connection: Connection, chosen: Filter, today: date) -> array[int]:
    """Give the ids of a list in the order that lists have by themselves: by last day, then kind and number."""
    statement: Select[Any] = select(record.c.id).where(matching(chosen, today), holding(chosen.words))
    due, order = record.c.deadline_end, (record.c.deadline_end, record.c.kind, record.c.number)
    if not (chosen.words or chosen.conditions or _asks_of_rows(chosen) or chosen.view == "waiting"):
        # along the index of lists, so that nothing is sorted: those with a last day, then those without
        found = _ids(connection, statement.where(due.is_not(None)).order_by(*order))
        if chosen.view not in DATED:
            found += _ids(connection, statement.where(due.is_(None)).order_by(*order))
        return found
    if chosen.view == "waiting":  # what has waited longest first
        statement = statement.order_by(record.c.waiting_since.is_(None), record.c.waiting_since)
    return _ids(connection, statement.order_by(due.is_(None), *order))


def _ids(connection: Connection, statement: Select[Any]) -> array[int]:
    return array("q", chain.from_iterable(_driver_rows(connection, statement)))


def _driver_rows(
    connection: Connection, statement: Select[Any], given: Mapping[str, Any] | None = None
) -> list[tuple[Any, ...]]:
    """Give all rows of a statement as the driver has them: SQLAlchemy's, of 150,000, take half of the time."""
    result = connection.execute(statement, given)
    try:
        return list(result.cursor.fetchall())
    finally:
        result.close()


def fitting(connection: Connection, ids: Iterable[int], chosen: Filter, today: date) -> set[int]:
    """Give those of these records that a list holds now (``where`` aside)."""
    few = and_(matching(chosen, today, of_few=True), holding(chosen.words, of_few=True))
    asked = select(record.c.id).where(is_among(record.c.id), few)
    return set(connection.scalars(asked, among(list(ids))))


def in_use(connection: Connection, ids: Iterable[int]) -> set[int]:
    """Give those of these records that are there and not deleted."""
    return set(connection.scalars(_THERE, among(list(ids))))


def count_of(connection: Connection, chosen: Filter, today: date) -> int:
    """Give how many records a list holds (``where`` aside)."""
    asked = select(func.count()).select_from(record).where(matching(chosen, today), holding(chosen.words))
    return connection.scalar(asked) or 0


def summaries(connection: Connection, ids: Sequence[int]) -> list[Summary]:
    """Give the list rows of these records, in the order asked for; unknown ids are left out."""
    found: dict[int, Summary] = {}
    for some in chunks(ids):
        found |= read_summaries(driver(connection), some)
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
    wanted = column_of_list(column) if source is record else source.c[column]
    statement = select(source.c.id, wanted)
    if wanted.type.dialect_impl(connection.dialect).result_processor(connection.dialect, None) is None:
        return cast("list[tuple[int, Any]]", _driver_rows(connection, statement))
    return [tuple(row) for row in connection.execute(statement)]


def text_ids(connection: Connection) -> array[int]:
    """Give the ids of all records that words are looked for in, from low to high."""
    return _ids(connection, select(record_text.c.id).order_by(record_text.c.id))


def texts(connection: Connection, ids: Sequence[int]) -> list[tuple[int, str]]:
    """Give the folded texts of these records, by id, from low to high; those of deleted records are not there."""
    return cast("list[tuple[int, str]]", _driver_rows(connection, _TEXTS, among(ids)))


def holding_whole(connection: Connection, ids: Sequence[int], piece: str) -> set[int]:
    """Give those of these records whose folded text holds a piece of text just as it stands."""
    return set(connection.scalars(_HOLDING, {**among(ids), "piece": piece}))


def changed_since(connection: Connection, moment: datetime) -> list[int]:
    """Give the records whose list rows were written at a moment or after it."""
    asked = select(record.c.id).where(record.c.updated >= moment.isoformat(timespec="milliseconds"))
    return list(connection.scalars(asked))


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


def column_values_of(connection: Connection, table: str, column: str, ids: Sequence[int]) -> list[tuple[int, Any]]:
    """Give one column of a kind's table (or of ``record``) for these records, as (id, database value)."""
    source = table_of(table)
    asked = select(source.c.id, source.c[column]).where(is_among(source.c.id))
    return [tuple(row) for row in connection.execute(asked, among(ids))]
