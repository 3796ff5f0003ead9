"""The change log read back: history of a record, of a field, of the register."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime

from sqlalchemy import Connection, func, select

from tracker.records.change import Change
from tracker.records.entity import KIND_TABLES
from tracker.store.tables import change, record, step, undo_stack


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


@dataclass(frozen=True, slots=True)
class LoneStep:
    """A step that changed no row: an export, a backup. ``at`` is in UTC."""

    step_id: int
    at: datetime
    by: int
    label: str


def count_since(connection: Connection, moment: datetime) -> int:
    """Give how many steps that changed something were written after a moment."""
    has_changes = select(change.c.id).where(change.c.step_id == step.c.id).exists()
    later = step.c.at > moment.astimezone(UTC).isoformat()
    return connection.scalar(select(func.count()).select_from(step).where(later, has_changes)) or 0


def lone_steps(connection: Connection, since: date | None = None) -> list[LoneStep]:
    """Give the steps that stand in the log alone, newest first."""
    has_changes = select(change.c.id).where(change.c.step_id == step.c.id).exists()
    statement = select(step.c.id, step.c.at, step.c.by, step.c.label).where(~has_changes).order_by(step.c.id.desc())
    if since is not None:
        statement = statement.where(step.c.at >= since.isoformat())
    return [
        LoneStep(row.id, datetime.fromisoformat(row.at), row.by, row.label) for row in connection.execute(statement)
    ]


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


@dataclass(frozen=True, slots=True)
class StepLine:
    """A step that can be taken back or repeated. ``references`` are the first few records it concerns, of ``records``.

    ``at`` is in UTC, ``by`` a person's id.
    """

    id: int
    at: datetime
    by: int
    label: str
    undone: bool
    records: int
    references: tuple[str, ...]


def steps_on_stack(connection: Connection, *, undone: bool, limit: int) -> list[StepLine]:
    """Give the steps that can be taken back (or repeated), the one that comes first in front."""
    order = step.c.id.asc() if undone else step.c.id.desc()
    heads = connection.execute(
        select(step.c.id, step.c.at, step.c.by, step.c.label)
        .join_from(undo_stack, step, undo_stack.c.step_id == step.c.id)
        .where(undo_stack.c.undone.is_(undone))
        .order_by(order)
        .limit(limit)
    ).all()
    found = []
    for head in heads:
        count, references = _records_of(connection, head.id)
        at = datetime.fromisoformat(head.at)
        found.append(StepLine(head.id, at, head.by, head.label, undone, count, references))
    return found


_REFERENCES_SHOWN = 3


def _records_of(connection: Connection, step_id: int) -> tuple[int, tuple[str, ...]]:
    """Count the records of a step and name the first: those it changes itself, else those whose parts it changes."""
    concerned = select(change.c.record_id).where(change.c.step_id == step_id, change.c.record_id.is_not(None))
    themselves = concerned.where(change.c.entity.in_(KIND_TABLES))
    if connection.scalar(select(themselves.exists())):
        concerned = themselves
    count = connection.scalar(select(func.count()).select_from(concerned.distinct().subquery())) or 0
    shown = (
        select(record.c.reference)
        .where(record.c.id.in_(concerned))
        .order_by(record.c.kind, record.c.number)
        .limit(_REFERENCES_SHOWN)
    )
    return count, tuple(connection.scalars(shown))


def changes_to_reverse(connection: Connection, *, undoing: bool, steps: int) -> int:
    """Give how many changes the next steps hold that would be taken back, or repeated."""
    order = undo_stack.c.step_id.desc() if undoing else undo_stack.c.step_id.asc()
    which = select(undo_stack.c.step_id).where(undo_stack.c.undone.is_(not undoing)).order_by(order).limit(steps)
    return connection.scalar(select(func.count()).select_from(change).where(change.c.step_id.in_(which))) or 0
