"""When a deadline counts, which one a list shows, and what is overdue. Pure; *today* is always given."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from tracker.records.value_type import Row

INTERNAL_SORT = "intern streven"
"""A target the ministry sets itself: never shown outside, never a reason to call a record overdue."""


def is_open(deadline: Row) -> bool:
    """Tell whether this deadline still counts for lists and reports: not met, and no internal target."""
    return deadline.get("met_on") is None and deadline.get("sort") != INTERNAL_SORT


def next_of(deadlines: Iterable[Row]) -> Row | None:
    """Give the deadline that a list shows: the open one that ends first, else the first open one."""
    waiting = [deadline for deadline in deadlines if is_open(deadline)]
    dated = [deadline for deadline in waiting if deadline.get("end") is not None]
    if dated:
        return min(dated, key=lambda deadline: deadline["end"])
    return waiting[0] if waiting else None


def is_overdue(phase: str, end: date | None, today: date) -> bool:
    """Tell whether a record is overdue: active, and its next deadline ended before today (that day is in time)."""
    return phase in {"open", "underway"} and end is not None and end < today
