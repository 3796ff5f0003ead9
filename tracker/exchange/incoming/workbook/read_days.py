"""Cells that hold a day."""

from __future__ import annotations

from datetime import date
from typing import Final

from tracker.basics.formats import day_text
from tracker.basics.language import Text
from tracker.exchange.incoming.workbook.cell_words import day_of, words_of
from tracker.exchange.incoming.workbook.grid import Value
from tracker.exchange.incoming.workbook.row import Act, ColumnPlan, Fate, KindFacts, RowRead, of_each_row, putting
from tracker.records.citation import first_citation
from tracker.records.day_text import DayOrder, is_month, numbers_of, read_day, swapped
from tracker.records.nothing_known import says_nothing
from tracker.records.origin_text import days_in

_MONTH: Final = Text(
    "Dit is een maand en geen dag. Vul de dag in als u die weet; de woorden blijven bij de opmerkingen.",
    "This is a month and no day. Fill in the day if you know it; the words stay with the remarks.",
)
_EITHER: Final = Text(
    "Dag en maand kunnen hier omgewisseld zijn, en niets in de kolom zegt hoe het is.",
    "Day and month could be the other way round here, and nothing in the column tells.",
)
_SWAPPED: Final = Text(
    "De teksten in deze kolom hebben de maand voorop; Excel heeft deze dag waarschijnlijk omgekeerd gelezen.",
    "The texts in this column have the month first; Excel probably read this day the wrong way round.",
)
_NO_DAY: Final = ("Dit is geen dag.", "This is no day.")


def day_in(row: RowRead, plan: ColumnPlan, value: Value, field: str) -> date | None:
    """Give the day in a cell, and note a doubt where it could be another."""
    day = day_of(value)
    if day is not None:
        other = swapped(day) if plan.may_be_swapped else None
        if other is not None:
            row.doubt(field, words_of(value), _SWAPPED, ((other, day_text(other)), (day, day_text(day))))
        return day
    text = words_of(value)
    day = read_day(text, plan.order)
    parts = numbers_of(text) if day is not None and plan.is_ambiguous else None
    if day is not None and parts is not None and parts.first <= 12 and parts.second <= 12:
        other = read_day(text, DayOrder.MONTH_FIRST if plan.order is DayOrder.DAY_FIRST else DayOrder.DAY_FIRST)
        if other is not None and other != day:
            row.doubt(field, text, _EITHER, ((day, day_text(day)), (other, day_text(other))))
    return day


def read_day_field(facts: KindFacts, plan: ColumnPlan, value: Value) -> Act:
    """Read a cell into a field for days. What is no day is kept, never guessed."""
    day = None if plan.may_be_swapped else day_of(value)
    return _typed_day(facts, plan, value) if day is None else putting(plan.target, day, plan, words_of(value))


@of_each_row
def _typed_day(row: RowRead, plan: ColumnPlan, value: Value) -> Fate:
    field = plan.target
    text = words_of(value)
    day = day_in(row, plan, value, field)
    if day is not None:
        return row.put_or_keep(field, day, plan, text)
    return not_a_day(row, plan, text, field)


def not_a_day(row: RowRead, plan: ColumnPlan, text: str, field: str) -> Fate:
    """Judge a text where a day was looked for: nothing known, a month, a day among words, or something else."""
    if says_nothing(text):
        return Fate.TAKEN
    if is_month(text):
        row.doubt(field, text, _MONTH)
        return row.keep(plan, text)
    days = days_in(text, plan.order)
    if len(days) == 1:
        is_beside = "." in plan.target  # the day of a debate or of a vote, which is no field by itself
        fate = _put_extra(row, plan.target, days[0], plan) if is_beside else row.put_or_keep(field, days[0], plan, text)
        cited = first_citation(text)
        if cited is not None and "citations" not in field:
            row.put("citations", (cited.canonical,), plan)
        row.remarks.append(f"{plan.heading}: {text}")
        return fate
    if len(text) > 12:
        return row.keep(plan, text)
    row.remarks.append(f"{plan.heading}: {text}")
    return row.miss(plan, text, *_NO_DAY)


@of_each_row
def read_extra_day(row: RowRead, plan: ColumnPlan, value: Value) -> Fate:
    """Read a day of what stands beside the record: of its debate, its tabling, its state of affairs."""
    day = day_in(row, plan, value, _FIELD_OF.get(plan.target, plan.target))
    if day is None:
        return not_a_day(row, plan, words_of(value), _FIELD_OF.get(plan.target, plan.target))
    if plan.target in {"note.on", "deadline.said_on"}:
        row.extra.setdefault(f"{plan.target} told", f"{plan.heading}: {words_of(value)}")
    return _put_extra(row, plan.target, day, plan)


_FIELD_OF: Final = {"outcomes.tabled_on": "outcomes", "outcomes.voted_on": "outcomes", "debate.day": "debate"}


def _put_extra(row: RowRead, name: str, day: date, plan: ColumnPlan) -> Fate:
    row.extra.setdefault(name, day)
    row.columns.setdefault(_FIELD_OF.get(name, name), plan.number)
    return Fate.TAKEN
