"""From names that somebody typed to the rows they mean."""

from __future__ import annotations

import pytest

from tests import builders as build
from tracker.store.record_store import Store


def partners(store: Store, typed: str) -> list[str]:
    made = build.action(store, partners=typed)
    return [store.names()("organisation", one) for one in made["partners"]]


@pytest.mark.parametrize("typed", ["politie; OM", "politie\nOM", "politie, OM", "OM; politie, KMar"])
def test_names_are_told_apart(store: Store, typed: str) -> None:
    build.organisation(store, "politie")
    assert set(partners(store, typed)) >= {"politie", "OM"}


def test_a_comma_may_belong_to_a_name_that_nobody_knows_yet(store: Store) -> None:
    assert partners(store, "ministerie van Landbouw, Visserij en Natuur") == [
        "ministerie van Landbouw, Visserij en Natuur"
    ]


def test_a_known_name_keeps_its_comma(store: Store) -> None:
    build.organisation(store, "politie")
    build.organisation(store, "politie, eenheid Oost")
    assert partners(store, "politie, eenheid Oost") == ["politie, eenheid Oost"]
