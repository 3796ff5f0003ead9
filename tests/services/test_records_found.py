"""The best records for typed words, found piece by piece."""

from __future__ import annotations

import pytest

from tests import builders as build
from tracker.services import records_found
from tracker.services.finder_reading import read_finder
from tracker.services.records_found import RecordsFound
from tracker.store.record_store import Store


@pytest.fixture
def found(store: Store, monkeypatch: pytest.MonkeyPatch) -> RecordsFound:
    monkeypatch.setattr(records_found, "_PIECE", 2)  # so that some records already make several pieces
    build.motion(store, title="Opvang in de regio", citation="Kamerstukken II 2024/25, 36 547, nr. 36")
    build.motion(store, title="Elk jaar coördineren", text="Over de opvang.", citation="36547-361")
    build.commitment(store, title="De opvang verbeteren")
    build.commitment(store, title="Brief", text="Gaat over Kamerstuk 36 547, nr. 36.", citations=("36547-36",))
    build.commitment(store, title="Regio’s helpen bij opvang")
    return RecordsFound(store, lambda: read_finder(store), most=4)


def best(found: RecordsFound, typed: str) -> list[str]:
    last = [one for one in found.search(typed) if one is not None][-1:]
    return [summary.reference for some in last for summary in some]


@pytest.mark.parametrize("typed", ["m-2", "M-2", "M2", "m 2"])
def test_a_reference_comes_first(found: RecordsFound, typed: str) -> None:
    assert best(found, typed)[0] == "M-2"


def test_titles_come_before_texts_and_those_that_start_with_the_word_before_others(found: RecordsFound) -> None:
    assert best(found, "opvang") == ["M-1", "T-3", "T-1", "M-2"]


def test_accents_and_capitals_do_not_matter(found: RecordsFound) -> None:
    assert best(found, "COORDINEREN") == ["M-2"]
    assert best(found, "coördineren") == ["M-2"]


@pytest.mark.parametrize("typed", ["36547-36", "36 547, nr. 36", "Kamerstukken II 2024-2025, 36547, nr. 36"])
def test_a_citation_is_found_in_any_form_but_not_a_longer_number(found: RecordsFound, typed: str) -> None:
    assert sorted(best(found, typed)[:2]) == ["M-1", "T-2"]
    assert "M-2" not in best(found, typed)[:2]


def test_finds_no_more_than_asked_for(found: RecordsFound) -> None:
    assert len(best(found, "de")) <= 4


@pytest.mark.parametrize("typed", ["", " ", "o", "xyzzy", "M-99", "m 9", '"'])
def test_gives_nothing_where_nothing_fits_or_too_little_was_typed(found: RecordsFound, typed: str) -> None:
    assert best(found, typed) == []


def test_a_deleted_record_is_left_out_while_its_text_is_still_there(store: Store) -> None:
    gone = build.motion(store, title="Opvang")
    finder = read_finder(store)
    build.delete(store, gone)
    found = RecordsFound(store, lambda: finder, most=4)
    assert best(found, "opvang") == []


def test_only_references_are_known_until_the_texts_are_read(store: Store) -> None:
    build.motion(store, title="Opvang")
    found = RecordsFound(store, lambda: None, most=4)
    assert best(found, "m-1") == ["M-1"]
    assert best(found, "opvang") == []


def test_the_work_comes_in_pieces(found: RecordsFound) -> None:
    pieces = list(found.search("xyzzy"))
    assert pieces.count(None) >= 5
    assert pieces[-1] == []
