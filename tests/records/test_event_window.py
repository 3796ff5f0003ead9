"""What the day of an event makes of what waited for it, and what follows a period that recurs."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from tracker.records.event_window import given_day, next_instance, recurrence_of

DAY = date(2026, 9, 1)


def waiting(wording: str, waits_for: str = "inwerkingtreding", **given: Any) -> dict[str, Any]:
    return {"wording": wording, "waits_for": waits_for, "precision": "event", "event_day": None, **given}


def after(count: int, unit: str) -> dict[str, Any]:
    return waiting("binnen die tijd na inwerkingtreding", offset_count=count, offset_unit=unit)


@pytest.mark.parametrize(
    ("deadline", "start", "end", "precision"),
    [
        (waiting("na inwerkingtreding"), date(2026, 9, 2), None, "open"),
        (waiting("bij inwerkingtreding"), DAY, DAY, "day"),
        (waiting("in het volgende halfjaarbericht", "volgende halfjaarbericht"), DAY, DAY, "day"),
        (waiting("zodra dit gebeurt", "dit gebeurt"), DAY, None, "open"),
        (waiting("wanneer dit gesprek heeft plaatsgevonden", "gesprek"), DAY, None, "open"),
        (after(6, "week"), None, date(2026, 10, 13), "day"),
        (after(1, "month"), None, date(2026, 10, 1), "day"),
        (waiting("jaarlijks", recurs="year", precision="recurring"), None, date(2026, 12, 31), "recurring"),
        (waiting("twee keer per jaar", precision="recurring"), None, date(2026, 12, 31), "recurring"),
    ],
)  # fmt: skip
def test_the_day_of_an_event_gives_a_window(
    deadline: dict[str, Any], start: date | None, end: date | None, precision: str
) -> None:
    given = given_day(deadline, DAY)
    assert (given["start"], given["end"], given["precision"], given["event_day"]) == (start, end, precision, DAY)


def test_a_period_of_its_own_stays() -> None:
    own = waiting("na afronding, in 2027", start=date(2027, 1, 1), end=date(2027, 12, 31), precision="year")
    assert given_day(own, DAY) == {"event_day": DAY}


def test_what_the_officer_overruled_stays() -> None:
    assert given_day(waiting("na inwerkingtreding", overruled=True), DAY) == {"event_day": DAY}


def test_another_day_moves_what_followed_from_the_first_and_none_makes_it_wait_again() -> None:
    deadline = waiting("binnen zes weken na inwerkingtreding", offset_count=6, offset_unit="week")
    dated = {**deadline, **given_day(deadline, DAY)}
    assert given_day(dated, date(2026, 9, 8))["end"] == date(2026, 10, 20)
    taken_back = given_day(dated, None)
    assert taken_back == {"event_day": None, "start": None, "end": None, "precision": "event"}


def test_an_event_at_the_end_of_the_calendar_gives_no_window() -> None:
    assert given_day(waiting("na inwerkingtreding"), date.max)["start"] is None


@pytest.mark.parametrize(
    ("recurs", "end", "following"),
    [
        ("year", date(2026, 12, 31), date(2027, 12, 31)), ("half-year", date(2026, 6, 30), date(2026, 12, 31)),
        ("quarter", date(2026, 12, 31), date(2027, 3, 31)), ("month", date(2026, 1, 31), date(2026, 2, 28)),
    ],
)  # fmt: skip
def test_the_next_period_follows_the_one_that_was_met(recurs: str, end: date, following: date) -> None:
    made = next_instance({"recurs": recurs, "end": end, "wording": "elk"}, date(2026, 1, 1))
    assert (made["end"], made["recurs"], made["precision"]) == (following, recurs, "recurring")


def test_words_tell_how_often_where_nothing_else_does() -> None:
    assert recurrence_of({"precision": "recurring", "wording": "per kwartaal"}) == "quarter"
    assert recurrence_of({"precision": "day", "wording": "per kwartaal"}) is None
    with pytest.raises(ValueError, match="day"):
        next_instance({"precision": "day"}, DAY)
