"""The change log read back: history of a record, of a field, of the register."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import Connection, select

from tracker.records.change import Change
from tracker.store.tables import change, step, undo_stack


@dataclass(frozen=True, slots=True)
class HistoryLine:
    """One change with the head of its step. ``at`` is in UTC."""

    step_id: int
    at: datetime
    by: int
    source: str
    label: str
    act: str
    change: Change


def history(
    connection: Connection, *, record_id: int | None = None, since: date | None = None
) -> Iterator[HistoryLine]:
    """Give changes, newest step first; within a step in the order in which they were made."""
    statement = (
        select(step.c.id.label("step"), step.c.at, step.c.by, step.c.source, step.c.label, step.c.act, change)
        .join_from(step, change, change.c.step_id == step.c.id)
        .order_by(step.c.id.desc(), change.c.id)
    )
    if record_id is not None:
        statement = statement.where(change.c.record_id == record_id)
    if since is not None:
        statement = statement.where(step.c.at >= since.isoformat())
    for row in connection.execute(statement):
        before = None if row.before is None else json.loads(row.before)
        after = None if row.after is None else json.loads(row.after)
        yield HistoryLine(
            row.step, datetime.fromisoformat(row.at), row.by, row.source, row.label, row.act,
            Change(row.entity, row.row_id, before, after, row.record_id),
        )  # fmt: skip


def to_undo(connection: Connection) -> tuple[int, str] | None:
    """Give the id and label of the step that *undo* takes back, or None."""
    return _newest(connection, undone=False)


def to_redo(connection: Connection) -> tuple[int, str] | None:
    """Give the id and label of the step that *redo* repeats, or None."""
    return _newest(connection, undone=True)


def _newest(connection: Connection, *, undone: bool) -> tuple[int, str] | None:
    # steps are taken back newest first, so the one to repeat first is the oldest of those taken back
    order = step.c.id.asc() if undone else step.c.id.desc()
    statement = (
        select(step.c.id, step.c.label)
        .join_from(undo_stack, step, undo_stack.c.step_id == step.c.id)
        .where(undo_stack.c.undone.is_(undone))
        .order_by(order)
        .limit(1)
    )
    row = connection.execute(statement).first()
    return None if row is None else (row.id, row.label)
