"""A deadline in words, read into the fields of a deadline: its window, how sure, and what it waits for."""

from __future__ import annotations

from datetime import date
from functools import cache
from typing import Any

from tracker.basics.paths import resources_folder
from tracker.records.recess import Calendar, calendar_from_csv
from tracker.records.wording import Reading, first_deadline


@cache
def recesses() -> Calendar:
    """Give the recess calendar that comes with the program."""
    return calendar_from_csv((resources_folder() / "recesses.csv").read_text(encoding="utf-8"))


def read_words(wording: str, said_on: date) -> Reading | None:
    """Read the first deadline in these words, as said on a day; None where there is none in them."""
    return first_deadline(wording, said_on, recesses())


def deadline_values(wording: str, said_on: date, end: date | None = None) -> dict[str, Any]:
    """Give the fields of a deadline of which the words are known; a last day that was given goes before what is read.

    The words stay as they were said. What is not read stays unknown.
    """
    kept = " ".join(wording.split()) or None
    reading = None if kept is None else read_words(kept, said_on)
    values: dict[str, Any] = {"wording": kept, "said_on": said_on, "start": None, "end": end, "waits_for": None}
    values |= {"precision": None, "tentative": False}
    if reading is not None:
        values |= {"waits_for": reading.event}
        if end is None:
            values |= {"start": reading.start, "end": reading.end}
            values |= {"precision": reading.precision, "tentative": reading.tentative}
        elif reading.end == end:
            values |= {"start": reading.start, "precision": reading.precision, "tentative": reading.tentative}
    if end is not None and values["precision"] is None:
        values["precision"] = "day"
    return values
