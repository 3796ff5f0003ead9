"""How old lateness is."""

from __future__ import annotations

from datetime import date

import pytest

from tracker.records.ageing import age_code, months_after

TODAY = date(2026, 7, 1)


@pytest.mark.parametrize(
    ("end", "code"),
    [
        (date(2026, 7, 1), None), (date(2026, 6, 30), "0-3"), (date(2026, 4, 1), "0-3"), (date(2026, 3, 31), "3-6"),
        (date(2026, 1, 1), "3-6"), (date(2025, 12, 31), "6-12"), (date(2025, 7, 1), "6-12"),
        (date(2025, 6, 30), "12+"), (None, None),
    ],
)  # fmt: skip
def test_lateness_has_four_ages(end: date | None, code: str | None) -> None:
    assert age_code(end, TODAY) == code


@pytest.mark.parametrize(
    ("day", "months", "expected"),
    [
        (date(2026, 1, 31), 1, date(2026, 2, 28)), (date(2024, 1, 31), 1, date(2024, 2, 29)),
        (date(2026, 3, 31), -1, date(2026, 2, 28)), (date.max, 3, date.max), (date.min, -3, date.min),
    ],
)  # fmt: skip
def test_a_shorter_month_gives_its_last_day(day: date, months: int, expected: date) -> None:
    assert months_after(day, months) == expected
