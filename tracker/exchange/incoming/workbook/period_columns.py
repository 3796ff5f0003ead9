"""Columns that stand for the parts of a year: the months of a planning, beside each other."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Final

from tracker.exchange.incoming.workbook.grid import MonthDay, Row, Value
from tracker.records.period_heading import Period, period_named, period_of_day

_FEWEST: Final = 3


def period_of(value: Value) -> Period | None:
    """Give the part of a year that a heading names, as words or as the day that a workbook made of them."""
    if isinstance(value, str):
        return period_named(value)
    return period_of_day(value) if isinstance(value, MonthDay | date) else None


def runs_of_periods(headings: Sequence[Value]) -> list[range]:
    """Give the runs of at least three headings of which each names the part of a year after the one before."""
    runs: list[range] = []
    start = 0
    before: Period | None = None
    for place, heading in enumerate((*headings, "")):
        named = period_of(heading)
        if before is None or named is None or not named.follows(before):
            if place - start >= _FEWEST and before is not None:
                runs.append(range(start, place))
            start = place
        before = named
    return runs


def heads_periods(row: Row) -> set[int]:
    """Give the columns of a row that name the parts of a year, one after another; none where it has no such run."""
    return {column for run in runs_of_periods(row) for column in run}
