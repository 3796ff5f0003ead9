"""Conditions that no column answers: what waits, what was settled when, what changed since. As SQL on ``record``.

Figures and lists ask them in the same way, so that a number and the list behind it always agree.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, and_, func, not_, or_, select

from tracker.records.condition import Condition, Operation
from tracker.records.deadline_rules import INTERNAL_SORT
from tracker.records.list_field import CHANGED_SINCE, IN_LETTER, IS_OVERDUE, IS_WAITING, SETTLED_DAY, WAITING_FOR
from tracker.records.registry import KINDS
from tracker.store.rows import table_of
from tracker.store.tables import change, record, step
from tracker.store.uses import records_pointing_at


def derived(condition: Condition, today: date) -> ColumnElement[bool] | None:
    """Give a condition of this kind as SQL; None for all others."""
    field, operands = condition.field, condition.operands
    asked: ColumnElement[bool] | None = None
    if field == SETTLED_DAY:
        asked = settled_between(*operands)  # type: ignore[arg-type]  # two days, see ``Condition``
    elif field == CHANGED_SINCE:
        asked = changed_since(str(operands[0]))
    elif field == WAITING_FOR:
        asked = waiting([str(one) for one in operands])
    elif field == IS_WAITING:
        asked = waiting()
    elif field == IN_LETTER:
        asked = record.c.id.in_(records_pointing_at("letter", [int(str(one)) for one in operands]))
    elif field == IS_OVERDUE:
        asked = func.coalesce(record.c.deadline_end < today, False)
    return None if asked is None else _turned(asked, condition)


def waiting(events: Sequence[str] = ()) -> ColumnElement[bool]:
    """Tell what waits for one of these events, or for any that has no day yet."""
    deadline = table_of("deadline")
    found = select(deadline.c.record_id).where(
        deadline.c.met_on.is_(None), deadline.c.sort != INTERNAL_SORT,
        deadline.c.waits_for.is_not(None), deadline.c.event_day.is_(None),
    )  # fmt: skip
    if events:
        found = found.where(deadline.c.waits_for.in_(events))
    return record.c.id.in_(found)


def settled_between(first: date, last: date) -> ColumnElement[bool]:
    """Tell what was settled in these days, by the ministry or else as its kind tells."""
    return or_(
        *(
            record.c.id.in_(select(table_of(kind.table).c.id).where(_in(settled_day(kind.table), first, last)))
            for kind in KINDS
        )
    )


def changed_after(step_id: Any) -> ColumnElement[bool]:
    """Tell what changed after a step of the log."""
    return record.c.id.in_(select(change.c.record_id).where(change.c.step_id > step_id))


def changed_since(moment: str) -> ColumnElement[bool]:
    """Tell what changed after a moment in UTC, written as the log writes it."""
    before = select(step.c.id).where(step.c.at <= moment).order_by(step.c.id.desc()).limit(1).scalar_subquery()
    return changed_after(func.coalesce(before, 0))


def settled_day(table: str) -> Any:
    """Give the day on which a record of a kind was settled: the ministry's own, else that of the kind."""
    kind = next(one for one in KINDS if one.table == table)
    columns = table_of(table).c
    own = columns[kind.model.settled_day_field]
    return columns.settled_on if own is columns.settled_on else func.coalesce(columns.settled_on, own, type_=own.type)


def _in(day: Any, first: date, last: date) -> ColumnElement[bool]:
    return and_(day >= first, day <= last)


def _turned(asked: ColumnElement[bool], condition: Condition) -> ColumnElement[bool]:
    return not_(asked) if condition.operation in {Operation.NO, Operation.NONE_OF} else asked
