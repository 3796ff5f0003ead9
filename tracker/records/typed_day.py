"""A day as hands type it into a field for days: 1-9-26, 1 sep, q3 2026, eind 2026, +2w, vandaag."""

from __future__ import annotations

import re
from calendar import isleap
from datetime import date, timedelta

from tracker.basics.errors import InvalidValue
from tracker.basics.folding import fold
from tracker.records.day_text import read_day
from tracker.records.value_type import DAY
from tracker.records.wording import Calendar, first_deadline

_NEAR = {"vandaag": 0, "today": 0, "morgen": 1, "tomorrow": 1, "gisteren": -1, "yesterday": -1}
_LAST_YEAR = {"vorig jaar", "afgelopen jaar", "last year"}
"""No deadline is said so; it is asked of what was."""
_NO_YEAR = re.compile(r"\d{1,2}[-/. ]+(\d{1,2}|[a-z]+)\.?")
_PAIR = re.compile(r"(\d{1,2})[-/.](\d{1,2})")
_DIGITS = re.compile(r"(\d{2})(\d{2})(\d{2}|\d{4})")


def typed_day(text: str, today: date) -> date | None:
    """Give the day that is meant, or None for a blank. A period gives its last day: *q3 2026* is 30 September.

    Raises InvalidValue where no day can be read.
    """
    found = typed_period(text, today)
    return None if found is None else found[1]


def typed_period(text: str, today: date) -> tuple[date, date] | None:
    """Give the first and last day of what is meant, a day twice: *q3 2026* is 1 July and 30 September; a blank: None.

    Raises InvalidValue where no day can be read.
    """
    words = fold(text)
    if words in _NEAR:
        near = today + timedelta(days=_NEAR[words])
        return near, near
    if words in _LAST_YEAR:
        return date(today.year - 1, 1, 1), date(today.year - 1, 12, 31)
    if digits := _DIGITS.fullmatch(words):
        text = "-".join(digits.groups())
    elif pair := _PAIR.fullmatch(words):
        text = "-".join(pair.groups())
    try:
        day = DAY.parse(text)
    except InvalidValue as error:
        found = _read(text.strip(), today)
        if found is None and (day := read_day(text)) is not None:
            return day, day
        if found is None:
            raise error from None
        if _NO_YEAR.fullmatch(words) and found[0] == found[1]:
            near = _nearest(found[1], today)
            return near, near
        return found
    return None if day is None else (day, day)


def _nearest(day: date, today: date) -> date:
    """Give the day in the year in which it is nearest: a term that is said comes, but a field asks of the past too."""
    years = range(max(1, today.year - 1), min(9999, today.year + 1) + 1)
    same = [day.replace(year=year) for year in years if day.month != 2 or day.day < 29 or isleap(year)]
    return min((*same, day), key=lambda one: (abs((one - today).days), one < today))


def _read(text: str, today: date) -> tuple[date, date] | None:
    """Read days in the words of deadlines, where the whole text is one."""
    reading = first_deadline(text, today, Calendar())
    if reading is None or reading.end is None or reading.position != (0, len(text)):
        return None
    return reading.start or reading.end, reading.end
