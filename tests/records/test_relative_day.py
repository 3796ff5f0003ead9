"""Days told from today: how they are typed and kept, and which day they are."""

from __future__ import annotations

from datetime import date

import pytest

from tracker.records.relative_day import RelativeDay, relative_day

DAY = date(2026, 1, 31)


@pytest.mark.parametrize(
    ("typed", "day", "kept"),
    [
        ("vandaag", DAY, "+0d"), ("Today", DAY, "+0d"), ("morgen", date(2026, 2, 1), "+1d"),
        ("gisteren", date(2026, 1, 30), "-1d"), ("+30d", date(2026, 3, 2), "+30d"),
        ("+ 2 weken", date(2026, 2, 14), "+2w"), ("-1m", date(2025, 12, 31), "-1m"),
        ("+1m", date(2026, 2, 28), "+1m"), ("+1 year", date(2027, 1, 31), "+1j"), ("−2w", date(2026, 1, 17), "-2w"),
        ("+99999j", date.max, "+99999j"), ("-99999j", date.min, "-99999j"),
    ],
)  # fmt: skip
def test_a_day_told_from_today_is_read_and_kept(typed: str, day: date, kept: str) -> None:
    found = relative_day(typed)
    assert found is not None
    assert (found.on(DAY), str(found)) == (day, kept)
    assert relative_day(kept) == found == relative_day(found.words.nl) == relative_day(found.words.en)


@pytest.mark.parametrize(
    "typed", ["", "+", "+3", "3d", "1-9-26", "2026-01-01", "eind 2026", "+3x", "-2026", "+2w later"]
)
def test_other_texts_are_no_day_told_from_today(typed: str) -> None:
    assert relative_day(typed) is None


def test_a_month_without_the_day_ends_with_its_last() -> None:
    assert RelativeDay(13, "m").on(DAY) == date(2027, 2, 28)
