"""Records that seem to be one are proposed as pairs."""

from __future__ import annotations

import pytest

from tests import builders as build
from tracker.services.duplicates import find_duplicates
from tracker.store.record_store import Store


def pairs(store: Store) -> list[tuple[str, str, str, bool]]:
    found = find_duplicates(store)
    names = store.references({side for one in found for side in (one.first, one.second)})
    return [(names[one.first], names[one.second], one.why.nl, one.is_sure) for one in found]


def test_the_same_number_is_sure(store: Store) -> None:
    for title in ("Een", "Iets heel anders"):
        build.commitment(store, title=title, number="TZ202605-123")
    assert pairs(store) == [("T-1", "T-2", "hetzelfde Kamernummer", True)]


@pytest.mark.parametrize("other", ["36547-36", "Kamerstukken II 2025/26, 36 547, nr. 36", "kst-36547-36"])
def test_the_same_paper_in_any_form_is_sure(store: Store, other: str) -> None:
    for title, citation in (("Een", "36 547, nr. 36"), ("Iets heel anders", other)):
        build.motion(store, title=title, citation=citation)
    assert pairs(store) == [("M-1", "M-2", "dezelfde vindplaats", True)]


def test_nearly_the_same_title_is_a_question(store: Store) -> None:
    build.action(store, title="Voorlichting over mensenhandel op scholen")
    build.action(store, title="Voorlichting over mensenhandel op school")
    build.action(store, title="Iets")
    build.action(store, title="Iets")
    assert pairs(store) == [
        ("A-1", "A-2", "bijna dezelfde titel", False), ("A-3", "A-4", "dezelfde titel", False),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ({"made_on": "2026-05-20"}, {"made_on": "2026-05-21"}),
        ({"number": "TZ202605-123"}, {"number": "TZ202605-124"}),
    ],
)
def test_another_day_or_number_makes_two(store: Store, one: dict[str, str], other: dict[str, str]) -> None:
    for given in (one, other):
        build.commitment(store, title="Informeren over de voortgang", **given)
    assert pairs(store) == []


def test_commitments_of_one_debate_share_its_paper_and_are_no_duplicates(store: Store) -> None:
    for title in ("Een brief over opvang", "Een gesprek met de politie"):
        build.commitment(store, title=title, citation="28 638, nr. 244")
    assert pairs(store) == []


def test_deleted_records_are_no_duplicates(store: Store) -> None:
    build.delete(store, build.action(store, title="Voorlichting"))
    build.action(store, title="Voorlichting")
    assert pairs(store) == []
