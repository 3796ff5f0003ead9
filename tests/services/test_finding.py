"""Finding as one types: all words must be in, accents and capitals do not matter, a longer search narrows."""

from __future__ import annotations

from array import array

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.basics.folding import fold
from tracker.services.finding import Finder

TEXTS = {
    1: "Coördinatie van de vreemdelingenketen",
    2: "Opvang van slachtoffers, motie Van Nispen",
    4: "Nationaal Coördinator en de keten",
    7: "Postercampagne",
}
ALL = array("q", [7, 4, 2, 1])


@pytest.fixture
def finder() -> Finder:
    return Finder(list(TEXTS), [fold(text) for text in TEXTS.values()])


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("", [7, 4, 2, 1]),
        ("   ", [7, 4, 2, 1]),
        ("coord", [4, 1]),
        ("COÖRD", [4, 1]),
        ("keten", [4, 1]),
        ("keten nationaal", [4]),
        ('"van nispen"', [2]),
        ('"nispen van"', []),
        ("nispen van", [2]),
        ("%", []),
        ('"', [7, 4, 2, 1]),
    ],
)
def test_finds_records_that_hold_all_words_in_the_order_of_the_list(
    finder: Finder, typed: str, expected: list[int]
) -> None:
    assert list(finder.find(typed, ALL)) == expected


def test_a_longer_word_narrows_and_a_shorter_one_widens_again(finder: Finder) -> None:
    assert list(finder.find("k", ALL)) == [4, 1]
    assert list(finder.find("keten", ALL)) == [4, 1]
    assert list(finder.find("keten nationaal", ALL)) == [4]
    assert list(finder.find("van", ALL)) == [2, 1]


def test_another_list_is_searched_whole(finder: Finder) -> None:
    finder.find("keten", array("q", [1]))
    assert list(finder.find("keten n", ALL)) == [4, 1]


def test_a_record_without_text_is_never_found(finder: Finder) -> None:
    assert list(finder.find("a", array("q", [3, 900, 7]))) == [7]


def test_a_paper_is_found_in_any_form_and_as_typed() -> None:
    finder = Finder([1, 2, 3], ["kamerstukken ii 2024/25, 36 547, nr. 36", "zie 36547-36", "36 547, nr. 4"])
    assert list(finder.find("kst-36547-36", array("q", [3, 2, 1]))) == [1]
    assert list(finder.find("36547-36", array("q", [3, 2, 1]))) == [2, 1]


@given(st.lists(st.text("ab ", max_size=4), max_size=5))
def test_narrowing_gives_what_a_fresh_search_gives(searches: list[str]) -> None:
    ids = [1, 2, 3, 4]
    texts = ["aab", "b", "ba ab", ""]
    among = array("q", ids)
    kept = Finder(ids, texts)
    for typed in searches:
        assert kept.find(typed, among) == Finder(ids, texts).find(typed, among)
