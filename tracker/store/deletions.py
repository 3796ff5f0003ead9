"""What was deleted, read from the log: which records are gone, and all that went with them."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, Row, func, select

from tracker.records.change import Change
from tracker.records.entity import KIND_TABLES
from tracker.store.record_store import Store
from tracker.store.rows import chunks
from tracker.store.tables import change, record, step


@dataclass(frozen=True, slots=True)
class Deletion:
    """A record that is gone, and the step that took it out. ``at`` is in UTC, ``by`` a person's id."""

    record_id: int
    kind: str
    reference: str
    title: str
    step_id: int
    at: datetime
    by: int
    label: str
    act: str


def deletions(store: Store, ids: Sequence[int] | None = None) -> list[Deletion]:
    """Give the records that are gone now (or those of them with these ids), the one deleted last in front."""
    with store.read() as connection:
        if ids is None:
            return _deletions(connection, None)
        found = [one for some in chunks(list(ids)) for one in _deletions(connection, some)]
    return sorted(found, key=lambda one: (-one.step_id, one.record_id))


def _deletions(connection: Connection, ids: Sequence[int] | None) -> list[Deletion]:
    last = (
        select(change.c.row_id, func.max(change.c.step_id).label("step_id"))
        .join(record, record.c.id == change.c.record_id)
        .where(record.c.deleted.is_(True), change.c.entity.in_(KIND_TABLES), change.c.after.is_(None))
        .group_by(change.c.row_id)
    )
    if ids is not None:
        last = last.where(record.c.id.in_(ids))
    gone = last.subquery()
    statement = (
        select(
            record.c.id, record.c.kind, record.c.reference, record.c.title,
            step.c.id.label("step_id"), step.c.at, step.c.by, step.c.label, step.c.act,
        )
        .join_from(gone, record, record.c.id == gone.c.row_id)
        .join(step, step.c.id == gone.c.step_id)
        .order_by(step.c.id.desc(), record.c.kind, record.c.number)
    )  # fmt: skip
    return [
        Deletion(
            row.id, row.kind, row.reference, row.title, row.step_id, datetime.fromisoformat(row.at), row.by,
            row.label, row.act,
        )
        for row in connection.execute(statement)
    ]  # fmt: skip


def rows_lost_with(store: Store, gone: Sequence[Deletion]) -> tuple[dict[int, list[Change]], list[Change]]:
    """Give what the steps took out that deleted these records, by step; and the relations that went, the last first.

    A relation that somebody took away by itself is not among them.
    """
    with store.read() as connection:
        rows = _rows_deleted_in(connection, sorted({one.step_id for one in gone}))
        return rows, _relations_lost_with(connection, {one.record_id for one in gone})


def _rows_deleted_in(connection: Connection, step_ids: Sequence[int]) -> dict[int, list[Change]]:
    found: dict[int, list[Change]] = defaultdict(list)
    for some in chunks(step_ids):
        statement = select(change).where(change.c.step_id.in_(some), change.c.after.is_(None)).order_by(change.c.id)
        for row in connection.execute(statement):
            found[row.step_id].append(_gone(row))
    return found


def _relations_lost_with(connection: Connection, ids: set[int]) -> list[Change]:
    found: dict[int, Change] = {}
    statement = (
        select(change).where(change.c.entity == "relation", change.c.after.is_(None)).order_by(change.c.id.desc())
    )
    ends: dict[int, set[int]] = {}
    for row in connection.execute(statement):
        lost = _gone(row)
        sides = {(lost.before or {}).get("record_id"), (lost.before or {}).get("to_id")}
        if row.row_id in found or not sides & ids:
            continue
        if row.step_id not in ends:
            ends[row.step_id] = _records_deleted_in(connection, row.step_id)
        if sides & ends[row.step_id]:
            found[row.row_id] = lost
    return list(found.values())


def _records_deleted_in(connection: Connection, step_id: int) -> set[int]:
    gone = change.c.step_id == step_id, change.c.entity.in_(KIND_TABLES), change.c.after.is_(None)
    return set(connection.scalars(select(change.c.row_id).where(*gone)))


def _gone(row: Row[tuple[object, ...]]) -> Change:
    return Change(row.entity, row.row_id, json.loads(row.before), None, row.record_id)
