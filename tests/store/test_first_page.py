"""The fast way to the first paint shows exactly what the store shows."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest

from tests import builders as build
from tracker.basics.errors import CannotOpen
from tracker.records.filter import VIEWS, Filter
from tracker.records.registry import KINDS
from tracker.store import first_page
from tracker.store.first_page import FirstPage, FirstReading, read_first_page
from tracker.store.header import SCHEMA_VERSION
from tracker.store.people import remove_person
from tracker.store.record_store import Store


def _filled(store: Store) -> None:
    build.everything(store)
    ends = [None, *(build.TODAY + timedelta(days=days) for days in (-400, -1, 0, 1, 30, 31))]
    for place, end in enumerate(ends):
        made = build.motion(store, title=f"motie {place}", owner="Jan Jansen" if place % 2 else "")
        if end is not None:
            build.deadline(store, made, wording="ooit", end=end)
    build.motion(store, outcomes="aangehouden | 1-6-2026")
    done = build.commitment(store, status="voldaan")
    build.deadline(store, done, end=date(2020, 1, 1))
    build.deadline(store, build.action(store), waits_for="het gesprek")


def _page(path: Path) -> FirstPage:
    page = read_first_page(path, build.TODAY)
    assert page is not None
    return page


def test_order_rows_counts_and_names_are_those_of_the_store(store: Store, path: Path) -> None:
    _filled(store)
    page = _page(path)
    ids = store.order(Filter(), build.TODAY)
    assert page.ids == ids
    assert page.rows == store.summaries(ids)
    assert page.counts == store.counts(build.TODAY)
    names = store.names().by_entity
    assert page.names == {entity: names[entity] for entity in ("organisation", "person")}


def test_values_are_of_the_same_types_as_those_of_the_store(store: Store, path: Path) -> None:
    _filled(store)
    fast, slow = _page(path).rows, store.summaries(store.order(Filter(), build.TODAY))
    assert [[type(value) for value in row] for row in fast] == [[type(value) for value in row] for row in slow]


def test_only_a_page_of_rows_is_read(store: Store, path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _filled(store)
    monkeypatch.setattr(first_page, "PAGE_ROWS", 3)
    page = _page(path)
    assert len(page.rows) == 3
    ids = store.order(Filter(), build.TODAY)
    assert page.ids[:3] == ids[:3]
    assert page.ids[3:].tolist() == [0] * (len(ids) - 3)


@pytest.mark.parametrize(("kind", "view"), [*((one.code, None) for one in KINDS), *((None, one.code) for one in VIEWS)])
def test_the_list_that_was_on_show_is_read_as_the_store_reads_it(
    store: Store, path: Path, kind: str | None, view: str | None
) -> None:
    _filled(store)
    page = FirstReading(path, build.TODAY).page(kind, view)
    assert page is not None
    ids = store.order(Filter(kind=kind, view=view), build.TODAY)
    assert page.ids == ids
    assert page.rows == store.summaries(ids)


def test_of_a_long_list_the_rest_is_kept_free(store: Store, path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _filled(store)
    monkeypatch.setattr(first_page, "PAGE_ROWS", 2)
    page = FirstReading(path, build.TODAY).page("motion", None)
    assert page is not None
    assert len(page.ids) == store.counts(build.TODAY)["motion"] > 2
    assert list(page.ids[2:]) == [0] * (len(page.ids) - 2)


def test_a_list_that_is_not_known_gives_no_page(store: Store, path: Path) -> None:
    _filled(store)
    assert FirstReading(path, build.TODAY).page("brief", None) is None
    assert FirstReading(path, build.TODAY).page(None, "weg") is None


def test_an_empty_register_has_an_empty_page(store: Store, path: Path) -> None:
    page = _page(path)
    assert (list(page.ids), page.rows) == ([], [])
    assert page.counts == store.counts(build.TODAY)


def test_a_removed_person_has_the_same_name_in_both(store: Store, path: Path) -> None:
    motion = build.motion(store, owner="Jan Jansen")
    remove_person(store, motion["owner"])
    assert _page(path).names["person"] == store.names().by_entity["person"]


def test_a_register_of_another_schema_is_left_to_the_store(
    store: Store, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    build.motion(store)
    monkeypatch.setattr("tracker.store.first_page.SCHEMA_VERSION", SCHEMA_VERSION + 1)
    assert read_first_page(path, build.TODAY) is None


def test_reading_ahead_gives_the_same_page(store: Store, path: Path) -> None:
    _filled(store)
    assert FirstReading(path, build.TODAY).page() == _page(path)


def test_what_reading_ahead_cannot_open_is_told_where_the_page_is_asked_for(tmp_path: Path) -> None:
    (tmp_path / "geen.db").write_bytes(b"geen register")
    reading = FirstReading(tmp_path / "geen.db", build.TODAY)
    with pytest.raises(CannotOpen):
        reading.page()
