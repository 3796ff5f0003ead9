"""The table model: pages are fetched as they are needed, and Qt's own checks of a model hold."""

from __future__ import annotations

from array import array
from collections.abc import Sequence

import pytest
from PySide6.QtCore import Qt
from pytestqt.modeltest import ModelTester

from tests import builders as build
from tracker.basics.language import Language
from tracker.records.snapshot import Summary
from tracker.store.record_store import Store
from tracker.ui.listing.columns import CellWords, columns_of
from tracker.ui.listing.model import PAGE_ROWS, RecordModel


class CountingFetch:
    """Remembers what was asked of a store."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self.asked: list[list[int]] = []

    def __call__(self, ids: Sequence[int]) -> list[Summary]:
        self.asked.append(list(ids))
        return self._store.summaries(ids)


@pytest.fixture
def model(filled: Store) -> RecordModel:
    words = CellWords(build.TODAY, Language.DUTCH)
    words.names, words.name_of = filled.names().by_entity, filled.names()
    made = RecordModel(words)
    made.set_fetch(filled.summaries, filled.records)
    return made


def test_passes_the_checks_of_qt(model: RecordModel, filled: Store, qtmodeltester: ModelTester) -> None:
    model.show_order(array("q", [1, 2, 3, 4]))
    qtmodeltester.check(model)  # type: ignore[no-untyped-call]
    model.show_order(array("q"))
    model.show_order(array("q", [4, 1]))
    model.show_columns(columns_of(None))
    model.forget()


def test_rows_are_fetched_a_page_at_a_time(model: RecordModel, filled: Store) -> None:
    for number in range(PAGE_ROWS):
        build.motion(filled, title=f"Motie {number}")
    fetch = CountingFetch(filled)
    model.set_fetch(fetch, filled.records)
    model.show_order(array("q", range(1, PAGE_ROWS + 5)))
    assert fetch.asked == []
    model.summary(0)
    model.summary(PAGE_ROWS - 1)
    assert [len(asked) for asked in fetch.asked] == [PAGE_ROWS]
    model.summary(PAGE_ROWS)
    assert [len(asked) for asked in fetch.asked] == [PAGE_ROWS, 4]


def test_values_given_along_are_not_fetched(model: RecordModel, filled: Store) -> None:
    fetch = CountingFetch(filled)
    model.set_fetch(fetch, filled.records)
    model.show_order(array("q", [1, 2]), filled.summaries([1, 2]))
    assert model.index(0, 0).data() == "M-1"
    assert fetch.asked == []


def test_a_changed_record_is_fetched_anew(model: RecordModel, filled: Store) -> None:
    model.show_order(array("q", [1, 2]))
    assert model.index(0, 1).data() == "Landelijke aansturing"
    build.change(filled, filled.find("M-1"), title="Anders")
    assert model.index(0, 1).data() == "Landelijke aansturing"
    model.forget([1])
    assert model.index(0, 1).data() == "Anders"


def test_shows_fields_of_the_kind_on_show(model: RecordModel, filled: Store) -> None:
    build.change(filled, filled.find("M-1"), directie="DGRR")
    model.show_order(array("q", [1]))
    column = next(one for one in columns_of(filled.find("M-1").kind) if one.key == "field.directie")
    model.show_columns((column,))
    assert model.index(0, 0).data() == "DGRR"


@pytest.mark.parametrize("role", [Qt.ItemDataRole.DecorationRole, Qt.ItemDataRole.FontRole, Qt.ItemDataRole.EditRole])
def test_other_roles_have_no_answer(model: RecordModel, role: Qt.ItemDataRole) -> None:
    model.show_order(array("q", [1]))
    assert model.index(0, 0).data(role) is None


def test_rows_without_values_are_empty_until_they_can_be_fetched(filled: Store) -> None:
    model = RecordModel(CellWords(build.TODAY, Language.DUTCH))
    model.show_order(array("q", [1]))
    assert model.index(0, 0).data() == ""
