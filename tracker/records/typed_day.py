"""A day as hands type it into a field for days: 1-9-26, 1 sep, q3 2026, eind 2026, +2w, vandaag."""

from __future__ import annotations

import re
from datetime import date, timedelta

from tracker.basics.errors import InvalidValue
from tracker.basics.folding import fold
from tracker.records.value_type import DAY
from tracker.records.wording import Calendar, first_deadline

_NEAR = {"vandaag": 0, "today": 0, "morgen": 1, "tomorrow": 1, "gisteren": -1, "yesterday": -1}
_DIGITS = re.compile(r"(\d{2})(\d{2})(\d{2}|\d{4})")


def typed_day(text: str, today: date) -> date | None:
    """Give the day that is meant, or None for a blank. A period gives its last day: *q3 2026* is 30 September.

    Raises InvalidValue where no day can be read.
    """
    words = fold(text)
    if words in _NEAR:
        return today + timedelta(days=_NEAR[words])
    if digits := _DIGITS.fullmatch(words):
        text = "-".join(digits.groups())
    try:
        return DAY.parse(text)
    except InvalidValue as error:
        found = _read(text.strip(), today)
        if found is None:
            raise error from None
        return found


def _read(text: str, today: date) -> date | None:
    """Read a day in the words of deadlines, where the whole text is one."""
    reading = first_deadline(text, today, Calendar())
    if reading is None or reading.position != (0, len(text)):
        return None
    return reading.end
