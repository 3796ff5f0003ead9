"""A deadline in words, read into the fields of a deadline: its window, how sure, and what it waits for."""

from __future__ import annotations

from datetime import date
from functools import cache
from typing import Any

from tracker.basics.folding import fold
from tracker.basics.paths import resources_folder
from tracker.records.deadline_language.found import spoken
from tracker.records.recess import Calendar, calendar_from_csv
from tracker.records.wording import Reading, first_deadline, read_deadlines

READ_FIELDS = ("start", "end", "precision", "tentative", "waits_for", "offset_count", "offset_unit", "recurs")
"""The fields of a deadline that follow from its words."""
_YEARLESS = frozenset(("day", "part of month", "month", "quarter", "half-year", "season"))


@cache
def recesses() -> Calendar:
    """Give the recess calendar that comes with the program."""
    return calendar_from_csv((resources_folder() / "recesses.csv").read_text(encoding="utf-8"))


def read_words(wording: str, said_on: date, calendar: Calendar | None = None) -> Reading | None:
    """Read the first deadline in these words, as said on a day; None where there is none in them."""
    return first_deadline(wording, said_on, calendar or recesses())


def other_readings(wording: str, said_on: date, calendar: Calendar | None = None) -> list[Reading]:
    """Give what else the words can mean: further deadlines in them, the season instead of its recess, a year later."""
    known = calendar or recesses()
    readings = read_deadlines(wording, said_on, known)
    if not readings:
        return []
    others = readings[1:]
    for text in [] if others else _meant_otherwise(wording, readings[0], said_on):
        others = [*others, *read_deadlines(text, said_on, known)[:1]]
    windows = {(readings[0].start, readings[0].end)}
    found = []
    for one in others:
        if (one.start, one.end) not in windows:
            windows.add((one.start, one.end))
            found.append(one)
    return found


def _meant_otherwise(wording: str, reading: Reading, said_on: date) -> list[str]:
    folded = fold(wording)
    day = reading.end or reading.start
    if day is None:
        return []
    if reading.precision == "recess" and "zomer" in folded and "reces" not in folded:
        if reading.start is not None:
            return [f"vanaf 1 september {reading.start.year}"]
        return [f"voor 1 juni {said_on.year + (said_on >= date(said_on.year, 6, 1))}"]
    has_year = any(word.isdigit() and len(word) == 4 for word in folded.replace("-", " ").split())
    if reading.precision in _YEARLESS and not has_year and folded[:1].isalpha():
        return [f"{' '.join(reading.wording.split())} {day.year + 1}"]
    return []


def reading_values(reading: Reading | None) -> dict[str, Any]:
    """Give the fields of a deadline that follow from a reading; without one nothing is known."""
    if reading is None:
        return {**dict.fromkeys(READ_FIELDS), "tentative": False}
    return {
        "start": reading.start,
        "end": reading.end,
        "precision": reading.precision,
        "tentative": reading.tentative,
        "waits_for": reading.event,
        "offset_count": reading.offset.count if reading.offset else None,
        "offset_unit": reading.offset.unit if reading.offset else None,
        "recurs": reading.period,
    }


def deadline_values(
    wording: str, said_on: date, end: date | None = None, calendar: Calendar | None = None
) -> dict[str, Any]:
    """Give the fields of a deadline of which the words are known; a last day that was given goes before what is read.

    The words stay as they were said. What is not read stays unknown. What hands type to count from today (*+3m*) was
    never said: the day it gives stands for it, in Dutch, as the words of a register are.
    """
    kept = " ".join(wording.split()) or None
    values = reading_values(None if kept is None else read_words(kept, said_on, calendar))
    if kept is not None and kept.startswith("+") and values["end"] is not None:
        kept = spoken(values["end"]).nl
    if end is not None and values["end"] != end:
        values |= {"start": None, "end": end, "precision": "day", "tentative": False, "recurs": None, "overruled": True}
    return {"wording": kept, "said_on": said_on, **values}
