"""The figures of the overview page: counts by age, week, minister and line of action, and the ids behind each of them.

Read in one go at 150,000 records, so each statement keeps to one index or one pass: ``ix_record_list`` covers what is
due, and a plus sign keeps SQLite from an index that would cost more than it saves. What changed comes from the log,
whose index on steps makes that as long as the change, not as the register.
"""

from __future__ import annotations

import json
from array import array
from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cache
from typing import Any

from sqlalchemy import ColumnElement, Connection, and_, func, literal_column, not_, or_, select

from tracker.records.deadline_rules import INTERNAL_SORT
from tracker.records.registry import KINDS
from tracker.store.derived_conditions import changed_after, settled_between, settled_day, waiting
from tracker.store.record_store import Store
from tracker.store.rows import table_of
from tracker.store.tables import record
from tracker.store.view_conditions import ACTIVE
from tracker.store.without_deadline import without_deadline

PUBLIC_MARKING = "openbaar"
# Written out, not bound: SQLite uses the partial index on open deadlines only where it sees the index's own words.
_ACTIVE: ColumnElement[bool] = literal_column(ACTIVE)
_IN_USE: ColumnElement[bool] = literal_column("record.deleted = 0")
_DUE = f"""
    SELECT deadline_end, kind, count(*) FROM record INDEXED BY ix_record_list
    WHERE deleted = 0 AND deadline_end <= :last AND {ACTIVE} GROUP BY deadline_end, kind
"""
_BY_MINISTER = f"""
    SELECT minister, count(*) FILTER (WHERE phase <> 'done'),
           count(*) FILTER (WHERE phase <> 'done' AND deadline_end < :today), count(*) FILTER (WHERE phase = 'done'),
           count(*) FILTER (WHERE phase <> 'done' AND owner IS NULL),
           count(*) FILTER (WHERE phase <> 'done' AND {without_deadline()})
    FROM record WHERE +deleted = 0 AND +phase IN ('open', 'underway', 'done') GROUP BY minister
"""
_BY_LINE = f"""
    SELECT action_line, count(*) FILTER (WHERE {ACTIVE}),
           count(*) FILTER (WHERE {ACTIVE} AND deadline_end < :today), count(*) FILTER (WHERE phase = 'done')
    FROM action CROSS JOIN record USING (id) WHERE +deleted = 0 GROUP BY action_line
"""
_WAITS = f"""
    SELECT waits_for, record_id, said_on FROM deadline
    WHERE waits_for IS NOT NULL AND event_day IS NULL AND met_on IS NULL AND sort <> '{INTERNAL_SORT}'
    AND EXISTS (SELECT 1 FROM record WHERE record.id = record_id AND deleted = 0 AND {ACTIVE})
"""
_LAST_STEP_BEFORE = "SELECT id FROM step WHERE at <= :moment ORDER BY id DESC LIMIT 1"
_CHANGED = """
    SELECT count(*), count(*) FILTER (WHERE deleted) FROM record
    WHERE id IN (SELECT record_id FROM change WHERE step_id > :step)
"""


@dataclass(frozen=True, slots=True)
class Slice:
    """Which records stand behind a figure. Everything that is given must hold; nothing given is every record.

    ``ministers`` and ``action_lines`` hold what the field may be, None among them for a field that is empty;
    ``other_than`` turns the ministers round. ``changed_after`` is a step of the log.
    """

    kind: str | None = None
    phases: tuple[str, ...] = ()
    due_from: date | None = None
    due_until: date | None = None
    not_overdue_on: date | None = None
    waits_for: str | None = None
    is_waiting: bool = False
    has_no_owner: bool = False
    has_no_deadline: bool = False
    ministers: tuple[str | None, ...] = ()
    other_than: bool = False
    action_lines: tuple[str | None, ...] = ()
    settled_in: int | None = None
    changed_after: int | None = None
    ids: tuple[int, ...] | None = None
    """Of these records alone: what follows from rules that no column holds."""
    changed_since: datetime | None = None
    """The moment of which ``changed_after`` is the step; in UTC."""


@dataclass(frozen=True, slots=True)
class Group:
    """How the records of one minister or line of action stand."""

    open: int = 0
    overdue: int = 0
    done: int = 0


@dataclass(slots=True)
class Counted:
    """What was counted. ``due`` is by last day and kind; ``waits`` by event, as (record id, said on)."""

    due: list[tuple[date, str, int]] = field(default_factory=list)
    ministers: dict[str | None, Group] = field(default_factory=dict)
    action_lines: dict[str | None, Group] = field(default_factory=dict)
    no_owner: int = 0
    no_deadline: int = 0
    waits: dict[str, list[tuple[int, date | None]]] = field(default_factory=dict)
    settled: int = 0
    settled_without_day: int = 0
    last_settled: date | None = None
    last_step: int = 0
    changed: int = 0
    deleted: int = 0
    latest_changed: list[int] = field(default_factory=list)


def count_figures(store: Store, today: date, last: date, since: datetime, latest: int) -> Counted:
    """Count everything for a day: what is due up to ``last``, and what changed after a moment in UTC.

    ``latest`` is how many of the records that changed last are named.
    """
    counted = Counted()
    with store.read() as connection:
        days = {"today": today.isoformat(), "last": last.isoformat()}
        rows = connection.exec_driver_sql(_DUE, days)
        counted.due = [(date.fromisoformat(day), kind, count) for day, kind, count in rows]
        _count_ministers(connection, counted, days)
        for line, active, overdue, done in connection.exec_driver_sql(_BY_LINE, days):
            if active or done:
                counted.action_lines[line] = Group(active, overdue, done)
        _read_waits(connection, counted)
        _count_settled(connection, counted, today.year)
        _count_changed(connection, counted, since, latest)
    return counted


def ids_behind(store: Store, wanted: Slice) -> array[int]:
    """Give the records of a slice in the order that lists have by themselves."""
    with store.read() as connection:
        statement = (
            select(record.c.id)
            .where(_condition(wanted))
            .order_by(record.c.deadline_end.is_(None), record.c.deadline_end, record.c.kind, record.c.number)
        )
        return array("q", connection.scalars(statement))


def ids_not_public(store: Store) -> set[int]:
    """Give the records that may not leave the house: whose marking is another than *openbaar*."""
    with store.read() as connection:
        return set(connection.scalars(select(record.c.id).where(_IN_USE, record.c.marking != PUBLIC_MARKING)))


# --- counting ---------------------------------------------------------------------------------------------------------


def _count_ministers(connection: Connection, counted: Counted, days: dict[str, str]) -> None:
    for name, active, overdue, done, no_owner, no_deadline in connection.exec_driver_sql(_BY_MINISTER, days):
        counted.ministers[name] = Group(active, overdue, done)
        counted.no_owner += no_owner
        counted.no_deadline += no_deadline


def _read_waits(connection: Connection, counted: Counted) -> None:
    waits: dict[str, list[tuple[int, date | None]]] = defaultdict(list)
    for event, record_id, said_on in connection.exec_driver_sql(_WAITS):
        waits[event].append((record_id, None if said_on is None else date.fromisoformat(said_on)))
    counted.waits = dict(waits)


def _count_settled(connection: Connection, counted: Counted, year: int) -> None:
    days = {"first": date(year, 1, 1).isoformat(), "last": date(year, 12, 31).isoformat()}
    counted.settled, last, counted.settled_without_day = connection.exec_driver_sql(_settled_statement(), days).one()
    counted.last_settled = None if last is None else date.fromisoformat(last)


@cache
def _settled_statement() -> str:
    """Give the count over all kinds: from the few settled records to the wide rows of their kind, not the other way."""
    days = (
        f"SELECT {settled_day(kind.table)} AS day FROM record JOIN {kind.table} ON {kind.table}.id = record.id "
        f"WHERE kind = '{kind.code}' AND deleted = 0 AND phase = 'done'"
        for kind in KINDS
    )
    in_year = "FILTER (WHERE day BETWEEN :first AND :last)"
    return (
        f"SELECT count(*) {in_year}, max(day) {in_year}, count(*) FILTER (WHERE day IS NULL) "
        f"FROM ({' UNION ALL '.join(days)})"
    )


def _count_changed(connection: Connection, counted: Counted, since: datetime, latest: int) -> None:
    # in the form in which the log writes its moments, for they are compared as text
    found = connection.exec_driver_sql(_LAST_STEP_BEFORE, {"moment": since.isoformat(timespec="milliseconds")}).scalar()
    counted.last_step = found or 0
    counted.changed, counted.deleted = connection.exec_driver_sql(_CHANGED, {"step": counted.last_step}).one()
    if counted.changed:
        statement = (
            select(record.c.id)
            .where(changed_after(counted.last_step), _IN_USE)
            .order_by(record.c.updated.desc(), record.c.id.desc())
            .limit(latest)
        )
        counted.latest_changed = list(connection.scalars(statement))


# --- what stands behind a figure --------------------------------------------------------------------------------------


def _condition(wanted: Slice) -> ColumnElement[bool]:
    found: list[ColumnElement[bool]] = [_IN_USE]
    if wanted.kind is not None:
        found.append(record.c.kind == wanted.kind)
    if wanted.phases:
        is_active = set(wanted.phases) == {"open", "underway"}
        found.append(_ACTIVE if is_active else record.c.phase.in_(wanted.phases))
    found += _deadline_conditions(wanted)
    if wanted.has_no_owner:
        found.append(record.c.owner.is_(None))
    if wanted.ministers:
        named = _one_of(record.c.minister, wanted.ministers)
        found.append(not_(named) if wanted.other_than else named)
    if wanted.action_lines:
        action = table_of("action")
        found.append(record.c.id.in_(select(action.c.id).where(_one_of(action.c.action_line, wanted.action_lines))))
    if wanted.settled_in is not None:
        found += [
            record.c.phase == "done",
            settled_between(date(wanted.settled_in, 1, 1), date(wanted.settled_in, 12, 31)),
        ]
    if wanted.changed_after is not None:
        found.append(changed_after(wanted.changed_after))
    if wanted.ids is not None:
        found.append(record.c.id.in_(select(func.json_each(json.dumps(wanted.ids)).table_valued("value").c.value)))
    return and_(*found)


def _deadline_conditions(wanted: Slice) -> list[ColumnElement[bool]]:
    end = record.c.deadline_end
    found: list[ColumnElement[bool]] = []
    if wanted.due_from is not None:
        found.append(end >= wanted.due_from)
    if wanted.due_until is not None:
        found.append(end <= wanted.due_until)
    if wanted.not_overdue_on is not None:
        found.append(or_(end.is_(None), end >= wanted.not_overdue_on))
    if wanted.has_no_deadline:
        found.append(literal_column(without_deadline()))
    if wanted.is_waiting or wanted.waits_for is not None:
        found.append(waiting([] if wanted.waits_for is None else [wanted.waits_for]))
    return found


def _one_of(column: Any, values: tuple[str | None, ...]) -> ColumnElement[bool]:
    """Tell whether a field is one of these; never unknown, so that it can be turned round."""
    return func.coalesce(column, "").in_([value or "" for value in values])
