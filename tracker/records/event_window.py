"""What the day of an event makes of a deadline that waited for it, and of a recurring one when its period is over."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import Any

from tracker.basics.folding import fold
from tracker.records.deadline_language.phrases import running_period
from tracker.records.deadline_language.values import Length
from tracker.records.recess import Calendar
from tracker.records.value_type import Row
from tracker.records.wording import first_deadline

_LEAD = re.compile(r"\b(na|nadat|bij|op|in|met|zodra|wanneer|after|at|when|once)\b")


def given_day(deadline: Row, day: date | None) -> dict[str, Any]:
    """Give the fields of a deadline that change when its event gets a day, another one, or none any more.

    A period of its own ("na afronding van het ontwerp, in 2027") stays, and so does what the officer overruled. A
    length ("binnen zes weken na …") is counted from the day. "Bij …" means the day itself, "na …" from the day after,
    "zodra …" and "wanneer …" from the day on; none of these has a last day.
    """
    before = deadline.get("event_day")
    fields: dict[str, Any] = {"event_day": day}
    if deadline.get("overruled") or _has_own_period(deadline, before):
        return fields
    return fields | (_window(deadline, day) if day is not None else _waiting(deadline))


def _has_own_period(deadline: Row, event_day: date | None) -> bool:
    if recurrence_of(deadline) is not None:
        return False
    now = {name: deadline.get(name) for name in ("start", "end")}
    if event_day is None:
        return any(now.values())
    derived = _window(deadline, event_day)
    return now != {name: derived[name] for name in now}


def _waiting(deadline: Row) -> dict[str, Any]:
    precision = "recurring" if recurrence_of(deadline) is not None else "event"
    return {"start": None, "end": None, "precision": precision}


def _window(deadline: Row, day: date) -> dict[str, Any]:
    period = recurrence_of(deadline)
    if period is not None:
        return {"start": None, "end": running_period(period, day)[1], "precision": "recurring"}
    offset = offset_of(deadline)
    try:
        if offset is not None:
            return {"start": None, "end": offset.after(day), "precision": "day"}
        lead = _lead_of(deadline)
        if lead in {"bij", "op", "in", "met", "at"}:
            return {"start": day, "end": day, "precision": "day"}
        start = day if lead in {"zodra", "wanneer", "when", "once"} else day + timedelta(days=1)
    except OverflowError:  # an event in the year 9999
        return _waiting(deadline)
    return {"start": start, "end": None, "precision": "open"}


def _lead_of(deadline: Row) -> str:
    """Give the word that ties the deadline to its event; the last one before the event's own words."""
    words, event = fold(deadline.get("wording") or ""), fold(deadline.get("waits_for") or "")
    before = words[: words.find(event)] if event and event in words else words
    found = _LEAD.findall(before)
    return str(found[-1]) if found else "na"


def offset_of(deadline: Row) -> Length | None:
    """Give the time that the words leave after the event, or None."""
    count, unit = deadline.get("offset_count"), deadline.get("offset_unit")
    return Length(count, unit) if count is not None and unit else None


def recurrence_of(deadline: Row) -> str | None:
    """Give how often a deadline returns (year, half-year, quarter, month), or None for one that does not.

    Registers of before schema 3 know it by the words alone.
    """
    chosen = deadline.get("recurs")
    if chosen:
        return str(chosen)
    if deadline.get("precision") != "recurring":
        return None
    reading = first_deadline(deadline.get("wording") or "", date.min, Calendar())
    return None if reading is None else reading.period


def next_instance(deadline: Row, met_on: date) -> dict[str, Any]:
    """Give the fields of the next period of a recurring deadline; after one without a day it is the next from now."""
    period = recurrence_of(deadline)
    if period is None:
        raise ValueError(deadline)
    last = deadline.get("end") or running_period(period, met_on)[1]
    kept = ("what", "sort", "wording", "said_on", "waits_for", "event_id", "event_day", "request_number", "tentative")
    return {
        **{name: deadline.get(name) for name in kept},
        "recurs": period,
        "precision": "recurring",
        "start": None,
        "end": running_period(period, last + timedelta(days=1))[1],
    }
