"""Deadlines in the words of government, read from any text: the wording as it was said, and the window it gives.

Everything relative is read from the day on which it was said, never from today. What says nothing readable is refused
or marked as no date: a wrong date is worse than none.

>>> first_deadline("Voor het einde van dit jaar volgt een brief.", date(2026, 6, 25), Calendar()).end
datetime.date(2026, 12, 31)
"""

import re
from datetime import date
from typing import Final

from tracker.records.recess import Calendar
from tracker.records.wording_found import Found, both, spoken
from tracker.records.wording_names import UNITS
from tracker.records.wording_reading import find
from tracker.records.wording_values import Length, Reading
from tracker.records.wording_words import Words

__all__ = ["Calendar", "Length", "Reading", "first_deadline", "read_deadlines"]

# +2w, +10d, +3 maanden: what an officer types.
_STEP: Final = re.compile(r"\s*(\+\s?([0-9]{1,3})\s?([a-z]{1,8}))\s*", re.IGNORECASE | re.ASCII)
_STEP_UNITS: Final = {**UNITS, "d": (1, "day"), "w": (1, "week"), "m": (1, "month"), "j": (1, "year"), "y": (1, "year")}


def read_deadlines(text: str, said_on: date, calendar: Calendar) -> list[Reading]:
    """Each deadline in the text, in order. An event with a period is one deadline."""
    step = _step(text, said_on)
    if step is not None:
        return step
    words = Words(text)
    return [_reading(words, found) for found in find(words, said_on, calendar)]


def first_deadline(text: str, said_on: date, calendar: Calendar) -> Reading | None:
    """The first deadline in the text; None where there is none."""
    readings = read_deadlines(text, said_on, calendar)
    return readings[0] if readings else None


def _reading(words: Words, found: Found) -> Reading:
    return Reading(
        wording=words.text(found.first, found.next),
        start=found.start,
        end=found.end,
        precision=found.precision,
        tentative=found.tentative,
        reason=found.reason,
        position=words.span(found.first, found.next),
        event=words.text(*found.event) if found.event else None,
        offset=found.offset,
        period=found.period,
    )


def _step(text: str, said_on: date) -> list[Reading] | None:
    match = _STEP.fullmatch(text)
    unit = _STEP_UNITS.get(match[3].lower()) if match else None
    if match is None or unit is None:
        return None
    length = Length(int(match[2]) * unit[0], unit[1])
    try:
        day = length.after(said_on)
    except (ValueError, OverflowError):
        return []
    reason = both("{} na {}: {}.", "{} after {}: {}.", length.words, spoken(said_on), spoken(day))
    return [Reading(match[1], day, day, "day", tentative=False, reason=reason, position=match.span(1))]
