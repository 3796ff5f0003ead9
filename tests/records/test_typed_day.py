"""Days as hands type them."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.basics.errors import InvalidValue
from tracker.records.typed_day import typed_day

TODAY = date(2026, 7, 1)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("1-9-26", date(2026, 9, 1)),
        ("1/9/2026", date(2026, 9, 1)),
        ("1.9.2026", date(2026, 9, 1)),
        ("01092026", date(2026, 9, 1)),
        ("010926", date(2026, 9, 1)),
        ("1 sep", date(2026, 9, 1)),
        ("1 september 2026", date(2026, 9, 1)),
        ("2026-09-01", date(2026, 9, 1)),
        ("q3 2026", date(2026, 9, 30)),
        ("eind 2026", date(2026, 12, 31)),
        ("+2w", date(2026, 7, 15)),
        ("+10d", date(2026, 7, 11)),
        ("vandaag", TODAY),
        ("Morgen", date(2026, 7, 2)),
        ("yesterday", date(2026, 6, 30)),
        ("  ", None),
    ],
)
def test_a_day_is_read_as_it_is_meant(typed: str, meant: date | None) -> None:
    assert typed_day(typed, TODAY) == meant


@pytest.mark.parametrize(
    ("typed", "today", "meant"),
    [
        ("1 sep", date(2026, 11, 25), date(2026, 9, 1)),
        ("15-7", date(2026, 11, 25), date(2026, 7, 15)),
        ("25 nov", date(2026, 11, 25), date(2026, 11, 25)),
        ("1 mrt", date(2026, 11, 25), date(2027, 3, 1)),
        ("31/12", date(2026, 1, 5), date(2025, 12, 31)),
        ("31.12", date(2026, 1, 5), date(2025, 12, 31)),
        ("29 feb", date(2028, 3, 5), date(2028, 2, 29)),
    ],
)
def test_a_day_without_its_year_is_the_nearest(typed: str, today: date, meant: date) -> None:
    assert typed_day(typed, today) == meant


@pytest.mark.parametrize("typed", ["31-2-2026", "31022026", "ooit", "voor de zomer", "1 sep of zo", "12", "doorlopend"])
def test_what_is_no_day_is_refused_by_name(typed: str) -> None:
    with pytest.raises(InvalidValue, match="geen bestaande dag"):
        typed_day(typed, TODAY)


@given(st.text(), st.dates(date(1900, 1, 1), date(2200, 1, 1)))
def test_any_text_gives_a_day_or_is_refused(typed: str, today: date) -> None:
    try:
        found = typed_day(typed, today)
    except InvalidValue:
        return
    assert found is None or isinstance(found, date)
