"""Finding as one types: all words must be in, accents and capitals do not matter, a longer search narrows."""

from __future__ import annotations

from array import array

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.basics.folding import fold
from tracker.services.finding import Finder, TextSplitter

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


# --- texts without their common words ---------------------------------------------------------------------------------

_WORDS = st.sampled_from(["a", "ab", "ba", "ba|b", "é", "28 638", "28 638, nr. 3", "nr. 3", "“b"])
_FOLDED = st.lists(_WORDS, max_size=6).map(" ".join)


def _split(texts: dict[int, str], common: set[str]) -> Finder:
    splitter = TextSplitter(common)
    for record_id, text in texts.items():
        splitter.add(record_id, text)
    return splitter.finder(lambda ids, piece: {one for one in ids if piece in texts[one]})


@given(
    st.lists(_FOLDED, min_size=1, max_size=12),
    st.sets(st.sampled_from(["a", "ab", "é", "nr.", "28"])),
    st.lists(st.one_of(st.text("ab é|3", max_size=4), _FOLDED, _FOLDED.map('"{}"'.format)), max_size=4),
    st.booleans(),
)
def test_texts_without_common_words_give_what_whole_texts_give(
    texts: list[str], common: set[str], typed: list[str], is_few: bool
) -> None:
    by_id = {2 * place + 1: f"m-{place}|titel|{text}" for place, text in enumerate(texts)}
    among = array("q", reversed(by_id))[: 2 if is_few else None]
    whole, split = Finder(by_id, by_id.values()), _split(by_id, common)
    for one in typed:
        assert split.find(one, among) == whole.find(one, among)


def test_what_was_split_over_several_runs_is_found_in_each() -> None:
    texts = {1: "m-1|een|zorg voor", 8_192: "m-2|twee|zorg", 20_001: "m-3|drie|politie"}
    finder = _split(texts, {"zorg"})
    assert list(finder.find("zor", array("q", texts))) == [1, 8_192]
    assert list(finder.find("politie", array("q", texts))) == [20_001]


@pytest.mark.parametrize("common", [set(), {"keten", "de"}])
def test_a_text_that_changes_is_found_by_what_it_says_now(common: set[str]) -> None:
    finder = _split({1: "m-1|een|de keten", 2: "m-2|twee|de keten"}, common)
    assert list(finder.find("keten", array("q", [1, 2]))) == [1, 2]
    finder.replace([2], [(1, "m-1|een|de opvang"), (5, "m-3|drie|de keten")])
    assert list(finder.find("keten", array("q", [1, 2, 5]))) == [5]
    assert list(finder.find("opvang", array("q", [1, 2, 5]))) == [1]
    assert list(finder.find("de", array("q", [1, 2, 5]))) == [1, 5]
