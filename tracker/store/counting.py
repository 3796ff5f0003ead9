"""The figures of the dashboard: how many records of each kind and in each view; the first page needs them too.

The counts by kind come from the index on kinds, in its own order so that nothing is sorted; overdue and due soon from
the partial index on open deadlines; and the rest from one pass over the table. The plus signs are SQLite's way to say
which index not to take.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from typing import Any

from tracker.records.filter import VIEWS, last_soon_day
from tracker.records.registry import KINDS
from tracker.store.view_conditions import ACTIVE, ASKED_OF_ACTIVE, DATED

Run = Callable[[str, dict[str, str]], Iterable[Any]]
"""Runs a statement with named parameters and gives its rows."""

_BY_KIND = "SELECT kind, phase, deleted, count(*) FROM record GROUP BY kind, deleted, phase"
_DUE = f"""
    SELECT count(*) FILTER (WHERE deadline_end < :today), count(*) FILTER (WHERE deadline_end >= :today)
    FROM record WHERE deleted = 0 AND {ACTIVE} AND deadline_end <= :soon
"""
_OTHERS = [code for code in ASKED_OF_ACTIVE if code not in DATED]
_OF_OTHERS = f"""
    SELECT {", ".join(f"count(*) FILTER (WHERE {ASKED_OF_ACTIVE[code]})" for code in _OTHERS)}
    FROM record WHERE +deleted = 0 AND +{ACTIVE}
"""


def read_counts(run: Run, today: date) -> dict[str, int]:
    """Give the number of records by kind code and view code, and of all under ``""``."""
    days = {"today": today.isoformat(), "soon": last_soon_day(today).isoformat()}
    counts = dict.fromkeys([*(kind.code for kind in KINDS), "", *(view.code for view in VIEWS)], 0)
    for kind, phase, is_deleted, count in run(_BY_KIND, days):
        if is_deleted:
            continue
        counts[kind] += count
        counts[""] += count
        counts["settled"] += count if phase == "done" else 0
    (counts["overdue"], counts["due-30"]), *_ = run(_DUE, days)
    found, *_ = run(_OF_OTHERS, days)
    counts.update(zip(_OTHERS, found, strict=True))
    return counts
