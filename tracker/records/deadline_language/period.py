"""Periods as words name them, and the days that they cover.

Where the year is not said it follows from the day on which it was said: the first period whose end lies on or after
that day, or that begins after it.
"""

from calendar import monthrange
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final, Protocol

Days = tuple[date, date]

_TUESDAY: Final = 1
# 29 February and week 53 do not come each year; across 1900 or 2100 a leap day is eight years away.
_YEARS_TO_TRY: Final = range(-1, 9)


class Period(Protocol):
    """A named stretch of days. `kind` is a code of precision."""

    @property
    def kind(self) -> str:
        """The code of precision of the whole period."""

    def days(self, on: date, *, begins_after: bool = False) -> Days:
        """The first and the last day, as said on a day. Raises ValueError where there is none."""

    def last_days(self, on: date) -> Days:
        """The latest such days that do not begin after the day on which it was said (jl.)."""


@dataclass(frozen=True, slots=True)
class Yearly:
    """A period that comes once a year; `year` is None where the words leave it open. `in_year` may raise ValueError."""

    kind: str
    in_year: Callable[[int], Days]
    year: int | None = None
    is_next: bool = False

    def days(self, on: date, *, begins_after: bool = False) -> Days:
        """See Period: the year that is said, or else the first that fits."""
        if self.year is not None:
            return self.in_year(self.year)
        for days in self._candidates(on):
            if days[0] > on if begins_after or self.is_next else days[1] >= on:
                return days
        raise ValueError

    def last_days(self, on: date) -> Days:
        """See Period."""
        if self.year is not None:
            return self.in_year(self.year)
        earlier = [days for days in self._candidates(on, back=8) if days[0] <= on]
        if not earlier:
            raise ValueError
        return earlier[-1]

    def beside(self, other: Days, *, is_first: bool) -> Days:
        """The days of this one as the first, or the last, of a stretch whose other end is known."""
        if self.year is not None:
            return self.in_year(self.year)
        year = other[0].year
        same = self.in_year(year)
        if is_first:
            return same if same[0] <= other[1] else self.in_year(year - 1)
        return same if same[1] >= other[0] else self.in_year(year + 1)

    def _candidates(self, on: date, back: int = 1) -> Iterator[Days]:
        for step in range(-back, _YEARS_TO_TRY.stop):
            try:
                yield self.in_year(on.year + step)
            except (ValueError, OverflowError):
                continue


@dataclass(frozen=True, slots=True)
class Fixed:
    """A period whose days are known, such as volgende week."""

    kind: str
    known: Days

    def days(self, on: date, *, begins_after: bool = False) -> Days:
        """See Period."""
        return self.known

    def last_days(self, on: date) -> Days:
        """See Period."""
        return self.known


@dataclass(frozen=True, slots=True)
class Stretch:
    """From one period to another: Q3 en Q4, tussen 1 juni en 1 september. A year said once holds for both."""

    first: Period
    last: Period
    is_range_of_years: bool = False

    @property
    def kind(self) -> str:
        """The precision of the last one named."""
        return self.last.kind

    def days(self, on: date, *, begins_after: bool = False) -> Days:
        """See Period."""
        first, last = self.first, self.last
        if isinstance(first, Yearly) and (first.year is None or not isinstance(last, Yearly)):
            end = last.days(on, begins_after=begins_after)
            start = first.beside(end, is_first=True)
        else:
            start = first.days(on, begins_after=begins_after)
            end = last.beside(start, is_first=False) if isinstance(last, Yearly) else last.days(on)
        if end[1] < start[0]:
            raise ValueError
        return start[0], end[1]

    def last_days(self, on: date) -> Days:
        """See Period."""
        return self.days(on)


# --- the days of a year -----------------------------------------------------------------------------------------------


def day(number: int, month: int, year: int | None) -> Yearly:
    """One day of a month."""
    return Yearly("day", lambda in_year: (date(in_year, month, number),) * 2, year)


def month_of(month: int, year: int | None, *, is_next: bool = False) -> Yearly:
    """A whole month."""
    return Yearly("month", lambda in_year: months(in_year, month, month), year, is_next)


def months(year: int, first: int, last: int) -> Days:
    """From the first day of one month to the last of another; a month over twelve lies in the next year."""
    start_year, start_month = divmod(year * 12 + first - 1, 12)
    end_year, end_month = divmod(year * 12 + last - 1, 12)
    last_day = monthrange(end_year, end_month + 1)[1]
    return date(start_year, start_month + 1, 1), date(end_year, end_month + 1, last_day)


def stretch_of_months(kind: str, first: int, last: int, year: int | None, *, is_next: bool = False) -> Yearly:
    """Some whole months: a quarter, a half year, a season, a part of the year."""
    return Yearly(kind, lambda in_year: months(in_year, first, last), year, is_next)


def part_of_month(part: str, month: int, year: int | None) -> Yearly:
    """Begin, half, eind: a third of the month each. The first and second halves end and begin at its middle."""
    first, last = {"begin": (1, 10), "half": (11, 20), "eind": (21, 31), "first": (1, 15), "second": (16, 31)}[part]

    def days(in_year: int) -> Days:
        start, end = months(in_year, month, month)
        return start.replace(day=first), end.replace(day=min(last, end.day))

    return Yearly("part of month", days, year)


def week(number: int, year: int | None) -> Yearly:
    """An ISO week, Monday to Sunday."""

    def days(in_year: int) -> Days:
        monday = date.fromisocalendar(in_year, number, 1)
        return monday, monday + timedelta(days=6)

    return Yearly("week", days, year)


def week_around(on: date) -> Days:
    """The week, Monday to Sunday, in which a day lies."""
    monday = on - timedelta(days=on.weekday())
    return monday, monday + timedelta(days=6)


def prinsjesdag(year: int | None) -> Yearly:
    """The third Tuesday of September (article 65 of the Grondwet: the third Tuesday, or an earlier day by law)."""

    def days(in_year: int) -> Days:
        first = date(in_year, 9, 1)
        third = first + timedelta(days=(_TUESDAY - first.weekday()) % 7 + 14)
        return third, third

    return Yearly("day", days, year)
