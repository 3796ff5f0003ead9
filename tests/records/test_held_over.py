"""When a motion that was held over lapses: two months, in the Eerste Kamer six, recess not counted."""

from __future__ import annotations

from datetime import date

import pytest

from tracker.records.held_over import lapse_of
from tracker.records.motion import Outcome
from tracker.records.recess import PATTERN, PUBLISHED, Calendar, Recess

SUMMER = Recess("zomerreces", date(2026, 7, 3), date(2026, 8, 31), PUBLISHED)
WINTER = Recess("kerstreces", date(2026, 12, 18), date(2027, 1, 11), PATTERN)
CALENDAR = Calendar((SUMMER, WINTER))


@pytest.mark.parametrize(
    ("held_on", "chamber", "last_day", "tentative"),
    [
        (date(2026, 3, 10), "Tweede Kamer", date(2026, 5, 10), False),
        # 60 days of recess lie between: 20 August and so much further
        (date(2026, 6, 20), "Tweede Kamer", date(2026, 10, 19), False),
        (date(2026, 7, 10), "Tweede Kamer", date(2026, 11, 1), False),
        (date(2026, 12, 1), None, date(2027, 2, 26), True),
        (date(2026, 1, 10), "Eerste Kamer", date(2026, 9, 8), False),
    ],
)
def test_recess_is_not_counted(held_on: date, chamber: str | None, last_day: date, *, tentative: bool) -> None:
    lapse = lapse_of((Outcome("ingediend", date(2026, 1, 1)), Outcome("aangehouden", held_on)), chamber, CALENDAR)
    assert lapse is not None
    assert (lapse.last_day, lapse.tentative) == (last_day, tentative)


def test_holding_over_again_starts_anew() -> None:
    twice = (Outcome("aangehouden", date(2026, 1, 20)), Outcome("aangehouden", date(2026, 3, 10)))
    lapse = lapse_of(twice, None, CALENDAR)
    assert lapse is not None
    assert lapse.last_day == date(2026, 5, 10)


@pytest.mark.parametrize(
    "outcomes", [(), (Outcome("aangehouden", None),), (Outcome("aangehouden", date(2026, 3, 1)), Outcome("aangenomen"))]
)
def test_only_what_was_held_over_last_on_a_known_day_lapses(outcomes: tuple[Outcome, ...]) -> None:
    assert lapse_of(outcomes, None, CALENDAR) is None


def test_the_warning_counts_the_days() -> None:
    lapse = lapse_of((Outcome("aangehouden", date(2026, 3, 10)),), None, CALENDAR)
    assert lapse is not None
    assert lapse.words(date(2026, 5, 9)).nl == "Aangehouden: vervalt na 10-05-2026, nog 1 dag."
    assert "vervallen na 10-05-2026" in lapse.words(date(2026, 5, 11)).nl
