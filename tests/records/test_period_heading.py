from __future__ import annotations

import pytest

from tracker.records.period_heading import Period, period_named


@pytest.mark.parametrize(
    ("heading", "words"),
    [
        ("jan", "januari"), ("Mrt.", "maart"), ("okt-27", "oktober 2027"), ("december 2026", "december 2026"),
        ("Q2", "Q2"), ("kw 3 2027", "Q3 2027"), ("2e kwartaal", "Q2"), ("week 12", "week 12"),
        ("wk 5-2027", "week 5 2027"),
        ("2027 feb", "februari 2027"),
    ],
)  # fmt: skip
def test_months_quarters_and_weeks_are_known_as_people_head_them(heading: str, words: str) -> None:
    assert str(period_named(heading)) == words


@pytest.mark.parametrize("heading", ["", "Termijn", "Q5", "week 60", "maandag", "1 jan 2027", "2027", "2027 2026 jan"])
def test_other_headings_name_no_part_of_a_year(heading: str) -> None:
    assert period_named(heading) is None


def test_a_period_follows_the_one_before_it_also_over_the_end_of_a_year() -> None:
    assert Period("month", 1, 2027).follows(Period("month", 12, 2026))
    assert Period("quarter", 1).follows(Period("quarter", 4))
    assert not Period("month", 1, 2028).follows(Period("month", 12, 2026))
    assert not Period("month", 3).follows(Period("month", 1))
    assert not Period("month", 2).follows(Period("quarter", 1))
