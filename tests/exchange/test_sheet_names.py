"""Fault 24: names that Excel takes without repairing the file."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.exchange.sheet_names import LONGEST, SheetNames


@given(st.lists(st.text(max_size=60), max_size=12))
def test_every_name_is_allowed_and_unique(wanted: list[str]) -> None:
    names = SheetNames()
    found = [names.next(one) for one in wanted]
    assert len({name.casefold() for name in found}) == len(found)
    for name in found:
        assert 0 < len(name.encode("utf-16-le")) // 2 <= LONGEST
        assert not re.search(r"[\[\]:*?/\\\x00-\x1f]", name)
        assert name.strip("' ") == name
        assert name.casefold() != "history"


@pytest.mark.parametrize(
    ("wanted", "given_name"),
    [
        ("Moties", "Moties"),
        ("a/b: [c]?", "a b c"),
        ("History", "History Blad"),
        ("'geciteerd'", "geciteerd"),
        ("", "Blad"),
        ("x" * 40, "x" * 31),
    ],
)
def test_a_name_stays_as_much_as_it_can(wanted: str, given_name: str) -> None:
    assert SheetNames().next(wanted) == given_name


def test_a_name_that_is_taken_gets_a_number() -> None:
    names = SheetNames()
    assert [names.next("Moties"), names.next("MOTIES"), names.next("moties")] == ["Moties", "MOTIES (2)", "moties (3)"]


def test_a_long_name_makes_room_for_its_number() -> None:
    names = SheetNames()
    names.next("x" * 31)
    assert names.next("x" * 31) == "x" * 27 + " (2)"
