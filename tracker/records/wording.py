"""Deadlines in the words of government, read from any text: the wording as it was said, and the window it gives.

Everything relative is read from the day on which it was said, never from today. What says nothing readable is refused
or marked as no date: a wrong date is worse than none.

>>> first_deadline("Voor het einde van dit jaar volgt een brief.", date(2026, 6, 25), Calendar()).end
datetime.date(2026, 12, 31)
"""

from datetime import date

from tracker.records.deadline_language.found import Found
from tracker.records.deadline_language.reading import find
from tracker.records.deadline_language.values import Length, Reading
from tracker.records.deadline_language.words import Words
from tracker.records.recess import Calendar

__all__ = ["Calendar", "Length", "Reading", "first_deadline", "read_deadlines"]


def read_deadlines(text: str, said_on: date, calendar: Calendar) -> list[Reading]:
    """Each deadline in the text, in order. An event with a period is one deadline."""
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
