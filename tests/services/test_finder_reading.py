"""Reading what words are looked for in: large registers without their common words, and just as whole as small ones."""

from __future__ import annotations

import pytest

from tests import builders as build
from tracker.records.filter import Filter
from tracker.services import finder_reading
from tracker.services.finder_reading import read_finder, step_aside
from tracker.store.record_store import Store


@pytest.fixture
def many(store: Store, monkeypatch: pytest.MonkeyPatch) -> Store:
    monkeypatch.setattr(finder_reading, "_FEW", 0)
    monkeypatch.setattr(finder_reading, "_PIECE", 2)
    monkeypatch.setattr(finder_reading, "_COMMON_SHARE", 2)
    build.motion(store, title="Opvang", text="De politie en de zorg", citation="36547-36")
    build.motion(store, title="Brief", text="De zorg over de politie")
    build.commitment(store, title="Onderzoek", text="De “zorg” in de regio")
    build.delete(store, build.motion(store, title="Weg"))
    return store


@pytest.mark.parametrize(
    "typed", ["zorg", "zor", "politie zorg", "opvang", "weg", '"de zorg"', "36547-36", "36 547", ""]
)
def test_finds_what_the_database_finds(many: Store, typed: str) -> None:
    everything = many.order(Filter(), build.TODAY)
    expected = many.order(Filter(words=typed), build.TODAY)
    assert read_finder(many).find(typed, everything) == expected


def test_gives_way_while_it_reads(many: Store) -> None:
    called: list[None] = []
    read_finder(many, lambda: called.append(step_aside()))  # type: ignore[func-returns-value]
    assert len(called) == 2
