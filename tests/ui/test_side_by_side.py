"""Two records beside each other, and back and forward through those seen; with keys and the mouse."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests import builders as build
from tests.ui.record.doing import click, editor, type_in
from tracker.services import editing
from tracker.store.record_store import Store
from tracker.ui.main_window import MainWindow
from tracker.ui.record.record_pane import RecordPane
from tracker.ui.work_area import WorkArea

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")  # the offscreen platform says so of each window


@pytest.fixture
def area(opened: MainWindow) -> WorkArea:
    assert opened.work_area is not None
    return opened.work_area


def _first(area: WorkArea) -> RecordPane:
    assert area.record_pane is not None
    return area.record_pane


def _second(area: WorkArea) -> RecordPane:
    assert area.beside is not None
    assert area.beside.pane is not None
    return area.beside.pane


def _shown(pane: RecordPane) -> str:
    return "" if pane.record is None else pane.record.reference


def _look_at(area: WorkArea, *references: str) -> None:
    """Open records one after another, each long enough to have been looked at."""
    store = _first(area).session.store
    for reference in references:
        area.open_record(store.find(reference).id)
        for stop in _first(area).trail._stops:
            stop.since_s -= 10


def test_alt_and_the_arrows_go_back_and_forward_with_the_list(area: WorkArea, opened: MainWindow) -> None:
    _look_at(area, "M-1", "T-1", "T-2")
    QTest.keyClick(opened, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert _shown(_first(area)) == "T-1"
    assert area.list_pane.list.current_id == _first(area).session.store.find("T-1").id
    QTest.keyClick(opened, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    QTest.keyClick(opened, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    assert _shown(_first(area)) == "T-1"
    assert _first(area).header.forward_button.isEnabled()


@pytest.mark.parametrize(("button", "reference"), [("BackButton", "M-1"), ("ForwardButton", "T-2")])
def test_the_side_buttons_of_the_mouse_go_back_and_forward_over_an_input(
    area: WorkArea, opened: MainWindow, button: str, reference: str
) -> None:
    _look_at(area, "M-1", "T-1", "T-2")
    area.travel(-1)
    place = editor(_first(area), "title").input.mapTo(opened, QPoint(10, 10))
    QTest.mouseClick(opened.windowHandle(), Qt.MouseButton[button], Qt.KeyboardModifier.NoModifier, place)
    assert _shown(_first(area)) == reference


def test_going_back_passes_over_what_was_deleted(area: WorkArea, filled: Store) -> None:
    _look_at(area, "M-1", "T-1", "T-2")
    session = _first(area).session

    session.submit(editing.delete_records(filled, [filled.find("T-1")]))
    area.travel(-1)
    assert _shown(_first(area)) == "M-1"


def test_a_record_stays_beside_while_another_is_looked_at(area: WorkArea, opened: MainWindow) -> None:
    _look_at(area, "M-1")
    editor(_first(area), "title").input.setFocus()
    control_shift = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
    QTest.keyClick(editor(_first(area), "title").input, Qt.Key.Key_B, control_shift)
    _look_at(area, "T-1")
    assert (_shown(_first(area)), _shown(_second(area))) == ("T-1", "M-1")
    assert area.sidebar.is_narrow
    assert _second(area).isVisible()


def test_both_records_are_saved_together(qtbot: QtBot, area: WorkArea, filled: Store) -> None:
    area.open_record(filled.find("M-1").id)
    area.show_beside(filled.find("T-1").id)
    type_in(qtbot, editor(_first(area), "theme"), "Links")
    type_in(qtbot, editor(_second(area), "theme"), "Rechts")
    assert area.commit()
    assert (filled.find("M-1")["theme"], filled.find("T-1")["theme"]) == ("Links", "Rechts")


def test_closing_saves_what_was_typed_and_a_fault_keeps_it_open(qtbot: QtBot, area: WorkArea, filled: Store) -> None:
    was_narrow = area.sidebar.is_narrow
    area.show_beside(filled.find("T-1").id)
    second = _second(area)
    type_in(qtbot, editor(second, "title"), "")
    click(qtbot, second.header.close_button)
    assert second.isVisible()
    type_in(qtbot, editor(second, "title"), "Anders")
    click(qtbot, second.header.close_button)
    assert not second.isVisible()
    assert filled.find("T-1")["title"] == "Anders"
    assert area.sidebar.is_narrow == was_narrow


def test_the_same_record_twice_shows_what_was_saved_in_the_other(qtbot: QtBot, area: WorkArea, filled: Store) -> None:
    area.open_record(filled.find("T-1").id)
    area.show_beside()
    type_in(qtbot, editor(_second(area), "theme"), "Opvang")
    assert _second(area).commit()
    assert editor(_first(area), "theme").value() == "Opvang"


def test_a_small_window_hides_the_list_while_two_records_are_on_show(
    area: WorkArea, opened: MainWindow, filled: Store
) -> None:
    opened.resize(1093, 614)
    area.show_beside(filled.find("T-1").id)
    assert not area.list_pane.isVisible()
    assert area.beside is not None
    area.beside.close()
    assert area.list_pane.isVisible()


def test_related_records_open_inside_the_pane_they_are_clicked_in(area: WorkArea, filled: Store) -> None:
    first, second = filled.find("T-1"), filled.find("T-2")
    build.relation(filled, first, "herhaalt", second)
    area.open_record(filled.find("M-1").id)
    area.show_beside(first.id)
    _second(area).open_record.emit(second.id)
    assert (_shown(_first(area)), _shown(_second(area))) == ("M-1", "T-2")


def test_tabs_without_room_stand_in_a_list(qtbot: QtBot, area: WorkArea, filled: Store) -> None:
    area.open_record(filled.find("T-1").id)
    pane = _first(area)
    tabs = pane.tabs
    tabs.resize(230, 400)
    assert tabs.more_button.isVisible()
    last = tabs.count() - 1
    assert last in tabs.hidden_tabs
    tabs.setCurrentIndex(last)
    assert last not in tabs.hidden_tabs
    tabs.resize(900, 400)
    assert tabs.hidden_tabs == []
