"""Headings that name a part of a year, in lists that are a planning: jan, mrt-27, Q2, week 12, 2027 okt.

>>> [str(one) for one in map(period_named, ("jan", "okt-27", "Q2 2027", "wk 5"))]
['januari', 'oktober 2027', 'Q2 2027', 'week 5']
>>> period_named("mei").follows(period_named("apr")), period_named("mei").follows(period_named("jan"))
(True, False)
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Final

from tracker.basics.folding import fold
from tracker.records.day_text import MONTH_NAMES, month_of

_YEAR: Final = r"(?:'?(?P<year>20\d\d|\d\d))"
_MONTH: Final = re.compile(rf"(?P<word>[a-z]{{3,9}})\.?(?:[\s/-]*{_YEAR})?")
_QUARTER: Final = re.compile(
    rf"(?:(?:q|k|kw|kwartaal|quarter)\s?(?P<number>[1-4])|(?P<other>[1-4])(?:e|st|nd|rd|th)?\s?(?:kw|kwartaal|quarter))"
    rf"(?:[\s/-]+{_YEAR})?"
)
_WEEK: Final = re.compile(rf"(?:wk|week|w)\.?\s?(?P<number>\d\d?)(?:[\s/-]+{_YEAR})?")
_YEAR_FIRST: Final = re.compile(r"(20\d\d)[\s/-]+(.+)")
_PARTS: Final = {"month": 12, "quarter": 4, "week": 53}


@dataclass(frozen=True, slots=True)
class Period:
    """A month, quarter or week (``sort``) by its number in its year; None where the heading names no year."""

    sort: str
    number: int
    year: int | None = None

    def __str__(self) -> str:
        names = {"quarter": f"Q{self.number}", "week": f"week {self.number}"}
        words = names.get(self.sort) or MONTH_NAMES[self.number - 1]
        return f"{words} {self.year}" if self.year else words

    def follows(self, other: Period) -> bool:
        """Tell whether this is the next one after another of the same sort."""
        if self.sort != other.sort:
            return False
        if self.number == other.number + 1:
            return self.year == other.year or None in {self.year, other.year}
        wraps = self.number == 1 and other.number >= _PARTS[self.sort] - (self.sort == "week")
        return wraps and (self.year is None or other.year is None or self.year == other.year + 1)


@lru_cache(maxsize=1024)
def period_named(text: str) -> Period | None:
    """Give the part of a year that a heading names and nothing else; None for any other text."""
    words = fold(text).strip(" .")
    if not words or len(words) > 24:
        return None
    if first := _YEAR_FIRST.fullmatch(words):
        named = period_named(first[2])
        return None if named is None or named.year else Period(named.sort, named.number, int(first[1]))
    if (found := _MONTH.fullmatch(words)) and (number := month_of(found["word"])):
        return Period("month", number, _year(found["year"]))
    if found := _QUARTER.fullmatch(words):
        return Period("quarter", int(found["number"] or found["other"]), _year(found["year"]))
    if (found := _WEEK.fullmatch(words)) and 1 <= int(found["number"]) <= 53:
        return Period("week", int(found["number"]), _year(found["year"]))
    return None


def period_of_day(day: date) -> Period | None:
    """Give the month that a first of a month stands for: so a sheet keeps "jan-27" as it was typed."""
    return Period("month", day.month, day.year) if day.day == 1 else None


def _year(digits: str | None) -> int | None:
    if not digits:
        return None
    return int(digits) if len(digits) == 4 else 2000 + int(digits)
