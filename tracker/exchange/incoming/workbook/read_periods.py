"""Cells of a planning: a mark or words below a month say that something is due in it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from tracker.exchange.incoming.workbook.cell_words import day_of, words_of
from tracker.exchange.incoming.workbook.grid import Value
from tracker.exchange.incoming.workbook.marks import MARKS, NO_MARKS
from tracker.exchange.incoming.workbook.read_deadlines import reading_of
from tracker.exchange.incoming.workbook.row import ColumnPlan, Fate, RowRead, of_each_row
from tracker.records.period_heading import Period, period_named
from tracker.records.proposal import ProposedPart

_LONGEST: Final = 200


@dataclass(frozen=True, slots=True)
class InPeriod:
    """One cell that says that something is due: in which part of a year, and what. ``day``: it names the day."""

    period: Period
    what: str
    plan: ColumnPlan
    day: date | None = None
    wording: str = ""


@of_each_row
def read_in_period(row: RowRead, plan: ColumnPlan, value: Value) -> Fate:
    """Read a cell below a month: a mark, what is due then, or the day on which."""
    text = words_of(value)
    period = period_named(plan.heading)
    if period is None or len(text) > _LONGEST:
        return row.keep(plan, text)
    if period.year is None and row.around.year:
        period = Period(period.sort, period.number, row.around.year)
    if text in NO_MARKS:
        return Fate.TAKEN
    told: list[InPeriod] = row.extra.setdefault("in periods", [])
    if (day := day_of(value)) is not None:
        told.append(InPeriod(period, "", plan, day, text))
    elif text in MARKS:
        told.append(InPeriod(period, "", plan))
    elif isinstance(value, str):
        told.append(InPeriod(period, *_words_and_day(text, period, plan)))
    else:
        return row.keep(plan, text)  # a figure: a day, hours, a number of pieces?
    row.columns.setdefault("deadline.wording", plan.number)
    return Fate.TAKEN


def _words_and_day(text: str, period: Period, plan: ColumnPlan) -> tuple[str, ColumnPlan, date | None, str]:
    if period.sort == "month" and period.year is not None:
        read = reading_of(text, date(period.year, period.number, 1))
        if read is not None and read.precision == "day" and read.end is not None and read.wording == text:
            return "", plan, read.end, text
    return " ".join(text.split()), plan, None, ""


def finish_periods(row: RowRead, said_on: date | None) -> None:
    """Make deadlines of the cells below months; the same mark in months that follow each other is one deadline."""
    told: list[InPeriod] = row.extra.get("in periods", [])
    groups: list[list[InPeriod]] = []
    for one in told:
        last = groups[-1][-1] if groups else None
        if (
            last is not None
            and one.period.follows(last.period)
            and (one.what, one.day) == (last.what, None)
            and last.day is None
        ):
            groups[-1].append(one)
        else:
            groups.append([one])
    for number, group in enumerate(groups):
        first, last = group[0], group[-1]
        values: dict[str, Any] = {"wording": _wording(first, last)}
        if first.day is not None:
            values |= {"end": first.day, "precision": "day"}
        values |= {name: known for name, known in (("said_on", said_on), ("what", first.what)) if known}
        row.parts.append(ProposedPart("deadline", values, row.place(first.plan), f"{row.number}.m{number}"))


def _wording(first: InPeriod, last: InPeriod) -> str:
    if first.day is not None:
        return first.wording
    if first is last:
        return str(first.period)
    same_year = first.period.year == last.period.year
    opening = Period(first.period.sort, first.period.number) if same_year else first.period
    return f"{opening} t/m {last.period}"
