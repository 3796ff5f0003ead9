"""Deadlines for the timeline: the days of all of them in arrays, and their words a page at a time."""

from __future__ import annotations

import json
from array import array
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any, NamedTuple

from sqlalchemy import case, select

from tracker.records.deadline_rules import CHAMBER_SORT, INTERNAL_SORT
from tracker.store.record_store import Store
from tracker.store.rows import chunks, table_of
from tracker.store.tables import record

NO_DAY = 0
"""Stands in the arrays where there is no day; the calendar begins with 1."""
WAITS, SETTLED, TARGET = 1, 2, 4
"""Marks of a deadline: it waits for an event; it was met or its record is done; nobody is judged by it.

The last is so of the ministry's own target, and of a Chamber's own term beside what was promised: see
``records.deadline_rules.judged``.
"""

# the plus signs keep SQLite from indexes: almost all deadlines are read, in the order of the list
_WINDOWS = f"""
    SELECT deadline.id, deadline.record_id, start, deadline."end", said_on,
           {WAITS} * (deadline.waits_for IS NOT NULL AND event_day IS NULL)
           + {TARGET} * (sort = '{INTERNAL_SORT}' OR sort = '{CHAMBER_SORT}' AND EXISTS (
               SELECT 1 FROM deadline AS own
               WHERE own.record_id = record.id AND own.sort NOT IN ('{INTERNAL_SORT}', '{CHAMBER_SORT}')))
           + {SETTLED} * (met_on IS NOT NULL OR phase NOT IN ('open', 'underway')) AS marks,
           first.old_start, first.old_end, GROUP_KEY
    FROM json_each(:ids) AS listed
    CROSS JOIN record ON record.id = listed.value
    CROSS JOIN deadline ON deadline.record_id = record.id
    LEFT JOIN action ON action.id = record.id
    LEFT JOIN postponement AS first ON first.id = (
        SELECT min(id) FROM postponement WHERE postponement.deadline_id = deadline.id)
    WHERE +record.deleted = 0 AND (:with_settled OR (met_on IS NULL AND +phase IN ('open', 'underway')))
    ORDER BY deadline."end" IS NULL, deadline."end", start, record.kind, record.number, deadline.id
"""
_KEYS = {
    "kind": "record.kind",
    "line": "CASE record.kind WHEN 'action' THEN coalesce('line ' || action_line, record.kind) ELSE record.kind END",
    "minister": "coalesce(record.minister, '')",
    "lead": "coalesce(record.lead, 0)",
    "none": "''",
}
GROUPINGS = tuple(_KEYS)


@dataclass(slots=True)
class Windows:
    """Deadlines of one group in order of their last day; those without a day come last. Days are ordinals."""

    deadlines: array[int] = field(default_factory=lambda: array("q"))
    records: array[int] = field(default_factory=lambda: array("q"))
    starts: array[int] = field(default_factory=lambda: array("l"))
    ends: array[int] = field(default_factory=lambda: array("l"))
    said: array[int] = field(default_factory=lambda: array("l"))
    promised_starts: array[int] = field(default_factory=lambda: array("l"))
    promised_ends: array[int] = field(default_factory=lambda: array("l"))
    """The window that was promised first, of what was postponed since."""
    marks: bytearray = field(default_factory=bytearray)

    def extend(self, other: Windows) -> None:
        """Add those of another group behind these."""
        for mine, theirs in (
            (self.deadlines, other.deadlines), (self.records, other.records), (self.starts, other.starts),
            (self.ends, other.ends), (self.said, other.said),
            (self.promised_starts, other.promised_starts), (self.promised_ends, other.promised_ends),
        ):  # fmt: skip
            mine.extend(theirs)
        self.marks += other.marks


class Promised(NamedTuple):
    """What was promised first, and how often it was postponed since."""

    wording: str | None
    start: date | None
    end: date | None
    times: int


class Words(NamedTuple):
    """What is written beside a deadline, and told of it."""

    deadline_id: int
    record_id: int
    reference: str
    title: str
    kind: str
    phase: str
    minister: str | None
    lead: int | None
    what: str | None
    sort: str
    wording: str | None
    said_on: date | None
    tentative: bool
    waits_for: str | None
    met_on: date | None
    promised: Promised | None = None


def read_windows(store: Store, ids: Sequence[int], grouping: str, *, with_settled: bool) -> dict[str | int, Windows]:
    """Give the deadlines of these records by what they are grouped by: a kind, ``line 3``, a name, or an id."""
    statement = _WINDOWS.replace("GROUP_KEY", _KEYS[grouping])
    asked = {"ids": json.dumps(list(ids)), "with_settled": with_settled}
    found: dict[str | int, Windows] = {}
    with store.read() as connection:
        rows = connection.exec_driver_sql(statement, asked)
        for deadline_id, record_id, start, end, said_on, marks, old_start, old_end, key in rows:
            of = found.get(key)
            if of is None:
                of = found[key] = Windows()
            of.deadlines.append(deadline_id)
            of.records.append(record_id)
            of.starts.append(_ordinal(start))
            of.ends.append(_ordinal(end))
            of.said.append(_ordinal(said_on))
            of.promised_starts.append(_ordinal(old_start))
            of.promised_ends.append(_ordinal(old_end))
            of.marks.append(marks)
    return found


def read_words(store: Store, deadline_ids: Sequence[int]) -> dict[int, Words]:
    """Give the words of these deadlines, by id."""
    with store.read() as connection:
        return {words.deadline_id: words for words in _words(connection, deadline_ids)}


def _words(connection: Any, deadline_ids: Sequence[int]) -> Iterator[Words]:
    deadline = table_of("deadline")
    of_record = [record.c[name] for name in ("reference", "title", "kind", "phase", "minister", "lead")]
    names = ("what", "sort", "wording", "said_on", "tentative")
    waits_for = case((deadline.c.event_day.is_(None), deadline.c.waits_for))  # once the event has its day nothing waits
    of_deadline = [*(deadline.c[name] for name in names), waits_for, deadline.c.met_on]
    wanted = select(deadline.c.id, record.c.id, *of_record, *of_deadline).join(
        record, record.c.id == deadline.c.record_id
    )
    for some in chunks(list(deadline_ids)):
        promised = _promised(connection, some)
        for row in connection.execute(wanted.where(deadline.c.id.in_(some))):
            yield Words(*row)._replace(promised=promised.get(row[0]))


def _promised(connection: Any, deadline_ids: Sequence[int]) -> dict[int, Promised]:
    """Give what was promised first, of those of these deadlines that were postponed."""
    moved = table_of("postponement")
    asked = select(moved.c.deadline_id, moved.c.old_wording, moved.c.old_start, moved.c.old_end)
    found: dict[int, Promised] = {}
    rows = connection.execute(asked.where(moved.c.deadline_id.in_(deadline_ids)).order_by(moved.c.id))
    for deadline_id, wording, start, end in rows:
        first = found.get(deadline_id) or Promised(wording, start, end, 0)
        found[deadline_id] = first._replace(times=first.times + 1)
    return found


def _ordinal(day: str | None) -> int:
    return NO_DAY if day is None else date.fromisoformat(day).toordinal()
