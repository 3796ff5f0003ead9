"""Small records inside a record: read from text, written as text, stored."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from tracker.basics.errors import InvalidValue
from tracker.basics.language import Language
from tracker.records.item import Item
from tracker.records.member import Member, Submitter
from tracker.records.motion import Outcome, Request
from tracker.records.programme import BudgetLine
from tracker.records.value_type import Items

CASES: list[tuple[Item, str]] = [
    (Member("Boomsma", "NSC"), "Boomsma (NSC)"),
    (Member("Van der Werf"), "Van der Werf"),
    (Submitter("Boomsma", "NSC"), "Boomsma (NSC)"),
    (Submitter("Ceder", "CU", True), "+ Ceder (CU)"),
    (Outcome("aangenomen", date(2026, 6, 23)), "aangenomen | 23-06-2026"),
    (Request(1, "verzoekt de regering"), "1 | verzoekt de regering"),
]


@pytest.mark.parametrize(("item", "text"), CASES)
def test_an_item_is_read_from_the_text_in_which_it_is_shown(item: Item, text: str) -> None:
    assert item.text() == text
    assert type(item).parse(text) == item


@pytest.mark.parametrize(("item", "text"), CASES)
def test_an_item_is_read_back_from_its_stored_form(item: Item, text: str) -> None:
    del text
    assert type(item).from_stored(item.to_stored()) == item


@pytest.mark.parametrize(
    ("text", "member"),
    [
        ("Boomsma(NSC)", Member("Boomsma", "NSC")),
        (" Boomsma  ( NSC ) ", Member("Boomsma", "NSC")),
        ("Boomsma | NSC", Member("Boomsma", "NSC")),
        ("Boomsma ()", Member("Boomsma")),
        ("(NSC)", Member(None, "NSC")),
    ],
)
def test_a_member_is_read_as_people_write_one(text: str, member: Member) -> None:
    assert Member.parse(text) == member


def test_several_submitters_are_read_from_one_cell() -> None:
    read = Items(Submitter).parse("Boomsma (NSC); + Ceder (CU)\n+Bikker (CU)")
    assert read == (Submitter("Boomsma", "NSC"), Submitter("Ceder", "CU", True), Submitter("Bikker", "CU", True))


def test_missing_parts_are_not_known() -> None:
    assert Outcome.parse("aangenomen") == Outcome("aangenomen", None)


def test_too_many_parts_are_refused_with_their_order() -> None:
    with pytest.raises(InvalidValue, match=r"outcome \| on"):
        Outcome.parse("aangenomen | 23-06-2026 | en nog iets")


def test_a_part_that_does_not_fit_is_refused() -> None:
    with pytest.raises(InvalidValue, match="geen bestaande dag"):
        Outcome.parse("aangenomen | gisteren")


def test_parts_that_came_later_are_not_known_in_older_items() -> None:
    assert Outcome.from_stored({"outcome": "aangenomen"}) == Outcome("aangenomen")


def test_an_amount_keeps_its_cents_in_an_item() -> None:
    line = BudgetLine(Decimal("33303022.10"), "EUR")
    assert BudgetLine.from_stored(line.to_stored()).amount == Decimal("33303022.10")


def test_an_item_is_shown_in_the_language_asked_for() -> None:
    assert Outcome("aangenomen").text(Language.ENGLISH) == "adopted"
