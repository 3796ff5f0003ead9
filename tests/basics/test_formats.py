"""Days, moments and counts in both languages."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.basics.formats import count_words, day_words, moment_words
from tracker.basics.language import Language
from tracker.records.value_type import DAY


def test_days_are_written_as_each_language_does() -> None:
    assert day_words(date(2026, 7, 5)) == "05-07-2026"
    assert day_words(date(2026, 7, 5), Language.ENGLISH) == "5 Jul 2026"


@given(st.dates(), st.sampled_from(Language))
def test_a_day_that_was_written_is_read_back(day: date, language: Language) -> None:
    assert DAY.parse(day_words(day, language)) == day


def test_a_moment_has_its_minutes() -> None:
    moment = datetime(2026, 7, 5, 9, 3, tzinfo=UTC)
    assert moment_words(moment) == f"{day_words(moment.astimezone())} {moment.astimezone():%H:%M}"


@pytest.mark.parametrize(("count", "nl", "en"), [(0, "0", "0"), (999, "999", "999"), (150_000, "150.000", "150,000")])
def test_counts_have_their_thousands_apart(count: int, nl: str, en: str) -> None:
    assert (count_words(count), count_words(count, Language.ENGLISH)) == (nl, en)
