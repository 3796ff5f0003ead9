"""When a deadline counts, which one a list shows, and what is overdue."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from tests.builders import TODAY
from tracker.records.deadline_rules import is_open, is_overdue, next_of
from tracker.records.instrument import Instrument, Step

LATE, LATER = date(2026, 6, 1), date(2026, 9, 1)


def _deadline(end: date | None = None, **given: Any) -> dict[str, Any]:
    return {"end": end, "met_on": None, "sort": "toegezegd", **given}


@pytest.mark.parametrize("sort", ["toegezegd", "wettelijk", "register Kamer"])
def test_a_deadline_counts_until_it_is_met(sort: str) -> None:
    assert is_open(_deadline(sort=sort))
    assert not is_open(_deadline(sort=sort, met_on=TODAY))


def test_an_internal_target_never_counts() -> None:
    assert not is_open(_deadline(LATE, sort="intern streven"))


@pytest.mark.parametrize(
    ("deadlines", "shown"),
    [
        ([], None),
        ([_deadline(LATER), _deadline(LATE)], 1),
        ([_deadline(LATE, met_on=TODAY), _deadline(LATER)], 1),
        ([_deadline(LATE, sort="intern streven"), _deadline(LATER)], 1),
        ([_deadline(None), _deadline(LATER)], 1),
        ([_deadline(None, wording="zo snel mogelijk"), _deadline(None)], 0),
        ([_deadline(LATE), _deadline(LATE)], 0),
        ([_deadline(LATE, met_on=TODAY)], None),
        ([_deadline(LATE, sort="intern streven")], None),
    ],
)
def test_a_list_shows_the_open_deadline_that_ends_first(deadlines: list[dict[str, Any]], shown: int | None) -> None:
    expected = None if shown is None else deadlines[shown]
    assert next_of(deadlines) is expected


@pytest.mark.parametrize(
    ("phase", "days", "overdue"),
    [
        ("open", -1, True), ("underway", -1, True), ("open", 0, False), ("open", 1, False), ("done", -1, False),
        ("dropped", -1, False),
    ],
)  # fmt: skip
def test_an_active_record_is_overdue_the_day_after_its_last_day(phase: str, days: int, overdue: bool) -> None:
    assert is_overdue(phase, TODAY + timedelta(days=days), TODAY) is overdue


def test_what_has_no_last_day_is_never_overdue() -> None:
    assert not is_overdue("open", None, date.max)


TERM = date(2026, 7, 15)


@pytest.mark.parametrize(
    ("step", "late"),
    [
        (Step("behandeling", date(2026, 9, 14)), True),
        (Step("behandeling", date(2026, 9, 14), date(2026, 9, 14)), False),
        (Step("behandeling", TERM), False),
        (Step("behandeling", None), False),
    ],
)
def test_a_step_planned_after_the_legal_term_is_too_late(step: Step, late: bool) -> None:
    assert Instrument.steps_too_late({"steps": (step,)}, TERM) == ((step,) if late else ())


def test_without_a_legal_term_no_step_is_too_late() -> None:
    assert Instrument.steps_too_late({"steps": (Step("behandeling", date.max),)}, None) == ()
