"""How old lateness is: up to 3 months, 3 to 6, 6 to 12, or longer. The only place that knows these limits."""

from __future__ import annotations

from calendar import monthrange
from datetime import date
from typing import Final

from tracker.basics.language import Text

AGE_MONTHS: Final = (3, 6, 12)
"""Where one age ends and the next begins, in months; late by exactly so many still belongs to the younger."""
AGE_CODES: Final = ("0-3", "3-6", "6-12", "12+")
AGE_WORDS: Final = (
    Text("Tot 3 maanden", "Up to 3 months"),
    Text("3 tot 6 maanden", "3 to 6 months"),
    Text("6 tot 12 maanden", "6 to 12 months"),
    Text("Langer dan 12 maanden", "Over 12 months"),
)


def age_of(end: date, today: date) -> int | None:
    """Give the place of the age in AGE_CODES and AGE_WORDS; None for what is not late (its last day is in time)."""
    if end >= today:
        return None
    return sum(end < edge for edge in age_edges(today))


def age_edges(today: date) -> tuple[date, ...]:
    """Give the first days of the younger ages: what ended before the first of them is more than 3 months late."""
    return tuple(months_after(today, -months) for months in AGE_MONTHS)


def age_code(end: date | None, today: date) -> str | None:
    """Give the age as it is written for programs: 0-3, 3-6, 6-12, 12+; None for what is not late."""
    age = None if end is None else age_of(end, today)
    return None if age is None else AGE_CODES[age]


def months_after(day: date, months: int) -> date:
    """Give the day so many months later (or, below zero, earlier); a month without that day gives its last one.

    The calendar of Python holds the years 1 to 9999; beyond it the first or last day is given.
    """
    count = day.year * 12 + day.month - 1 + months
    year, month = divmod(count, 12)
    if year < date.min.year:
        return date.min
    if year > date.max.year:
        return date.max
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
