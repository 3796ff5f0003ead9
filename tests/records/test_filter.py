"""What a list holds, in words, and the views that come with the program."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from tests.builders import TODAY
from tracker.basics.errors import NotFound
from tracker.basics.language import Language
from tracker.records.filter import VIEWS, Filter, filter_words, last_soon_day, view_of
from tracker.records.value_type import no_names


@pytest.mark.parametrize(
    ("chosen", "nl", "en"),
    [
        (Filter(), "alle records", "all records"),
        (Filter(kind="motion"), "Moties", "Motions"),
        (Filter(view="overdue"), "Over tijd (01-07-2026)", "Overdue (1 Jul 2026)"),
        (Filter(view="no-owner"), "Zonder dossierhouder", "Without owner"),
        (
            Filter("motion", "overdue", "opvang", (("lead", "OM"),)),
            "Moties, Over tijd (01-07-2026), met “opvang”, lead = OM",
            "Motions, Overdue (1 Jul 2026), with “opvang”, lead = OM",
        ),
    ],
)
def test_a_filter_is_told_in_both_languages(chosen: Filter, nl: str, en: str) -> None:
    words = filter_words(chosen, TODAY, no_names)
    assert (words.to(Language.DUTCH), words.to(Language.ENGLISH)) == (nl, en)


def test_views_are_found_by_their_code() -> None:
    assert [view_of(view.code) for view in VIEWS] == list(VIEWS)


def test_an_unknown_view_is_said_with_those_that_exist() -> None:
    with pytest.raises(NotFound, match=r"overdue, due-30"):
        view_of("morgen")


@pytest.mark.parametrize("today", [TODAY, date(2024, 1, 30), date(1899, 12, 31)])
def test_soon_is_thirty_days(today: date) -> None:
    assert last_soon_day(today) == today + timedelta(days=30)


def test_soon_ends_with_the_calendar() -> None:
    assert last_soon_day(date(9999, 12, 20)) == date.max
