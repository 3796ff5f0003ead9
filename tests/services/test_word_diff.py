"""Both versions of a text in one: nothing is lost, and what stayed the same is shortened."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.services.word_diff import Piece, word_diff

_WORDS = st.text(alphabet="ab \n.", max_size=60)


@pytest.mark.parametrize(
    ("before", "after", "pieces"),
    [
        ("", "", []),
        ("", "nieuw", [("new", "nieuw")]),
        ("eind juni", "eind juli", [("same", "eind "), ("gone", "juni"), ("new", "juli")]),
        ("een twee drie vier", "een drie vier", [("same", "een "), ("gone", "twee "), ("same", "drie vier")]),
        ("hond kat muis", "geel groen blauw", [("gone", "hond kat muis"), ("new", "geel groen blauw")]),
    ],
)
def test_words_that_went_and_came_are_told_apart(before: str, after: str, pieces: list[tuple[str, str]]) -> None:
    assert [(one.sort, one.text) for one in word_diff(before, after)] == pieces


def test_a_long_text_is_shown_around_its_change() -> None:
    long = " ".join(f"woord{number}" for number in range(200))
    pieces = word_diff(long, long.replace(" woord100 ", " anders "))
    assert [one.sort for one in pieces] == ["skipped", "same", "gone", "new", "same", "skipped"]
    assert len(pieces[1].text) < 200


def test_a_very_long_text_is_not_compared_word_by_word() -> None:
    before, after = "woord " * 4000, "ander " * 4000
    assert word_diff(before, after) == [Piece("gone", before), Piece("new", after)]


@given(_WORDS, _WORDS)
def test_both_texts_can_be_read_back(before: str, after: str) -> None:
    pieces = word_diff(before, after)
    assert "".join(one.text for one in pieces if one.sort != "new") == before
    assert "".join(one.text for one in pieces if one.sort != "gone") == after
