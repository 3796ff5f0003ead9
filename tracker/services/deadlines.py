"""Entering a deadline: its words are read as on the day on which they were said, and the officer may overrule that."""

from __future__ import annotations

from datetime import date
from typing import Any

from tracker.basics.errors import InvalidForm
from tracker.basics.language import Text
from tracker.records.change import Source, Step
from tracker.records.entity import BESIDE
from tracker.records.event_window import given_day
from tracker.records.snapshot import Part, Record
from tracker.records.step_labels import StepLabel
from tracker.services.deadline_words import READ_FIELDS, deadline_values
from tracker.services.drafting import Draft, Values
from tracker.services.recess_calendar import calendar_of
from tracker.store.record_store import Store

_NO_WORDS = Text(
    "Schrijf de termijn in woorden, zoals die is gezegd: “voor de zomer”, “15 juli”, “binnen zes weken”.",
    "Write the deadline in words, as it was said: “voor de zomer”, “15 juli”, “binnen zes weken”.",
)
_CAPTION = Text("Termijn, in woorden", "Deadline, in words")


def read_deadline(store: Store, wording: str, said_on: date) -> dict[str, Any]:
    """Give all fields that follow from words said on a day. Raises InvalidForm where there are no words."""
    if not wording.strip():
        raise InvalidForm({"wording": _NO_WORDS}, {"wording": _CAPTION})
    return deadline_values(wording, said_on, calendar=calendar_of(store))


def read_otherwise(store: Store, deadline: Part, wording: str, said_on: date) -> dict[str, Any]:
    """Give the fields that follow where a deadline turns out to be said in other words, or on another day.

    An event that has its day already keeps it. Raises InvalidForm where there are no words.
    """
    read = read_deadline(store, wording, said_on)
    day = deadline["event_day"]
    if day is not None and read["waits_for"] and read["waits_for"] == deadline["waits_for"]:
        read |= {name: value for name, value in given_day(read, day).items() if name in READ_FIELDS}
    return read


def add_deadline(
    store: Store, record: Record, wording: str, said_on: date, given: Values | None = None,
    source: Source = Source.WINDOW,
) -> Step:  # fmt: skip
    """Give the step that adds a deadline in words. ``given`` are further fields; a window among them overrules."""
    draft = Draft(store)
    draft.make("deadline", with_overruling(read_deadline(store, wording, said_on), given or {}), record.id)
    return draft.step(StepLabel.PART_ADDED(record=record.reference, part=BESIDE["deadline"]), source)


def change_deadline(
    store: Store, record: Record, deadline: Part, given: Values, source: Source = Source.WINDOW
) -> Step:
    """Give the step that changes a deadline as it was said or judged; moving it is ``handling.postpone``."""
    draft = Draft(store)
    draft.change("deadline", deadline.id, deadline.values, given, record.id)
    return draft.step(StepLabel.PART_CHANGED(record=record.reference, part=BESIDE["deadline"]), source)


def with_overruling(read: dict[str, Any], given: Values) -> dict[str, Any]:
    """Put what the officer chose over what was read; ``overruled`` tells that the window differs from the words."""
    whole = {**read, **given}
    differs = any(whole[name] != read[name] for name in READ_FIELDS)
    return {**whole, "overruled": bool(whole.get("overruled")) or differs}
