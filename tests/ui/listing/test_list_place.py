"""The record beside a list that was filtered: the first of the list, unless something is being typed."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.ui.listing.doing import click_list, controller_of, pane_of, rows_of, shown
from tracker.store.record_store import Store
from tracker.ui.listing.list_place import ListPlace
from tracker.ui.main_window import MainWindow
from tracker.ui.record.record_pane import RecordPane


def _pane(window: MainWindow) -> RecordPane:
    assert window.work_area is not None
    assert window.work_area.record_pane is not None
    return window.work_area.record_pane


def _line(window: MainWindow) -> ListPlace:
    line = window.findChild(ListPlace)
    assert line is not None
    return line


def _reference(window: MainWindow) -> str:
    record = _pane(window).record
    return "" if record is None else record.reference


def test_words_that_leave_the_record_out_show_the_first_that_is_left(opened: MainWindow, qtbot: QtBot) -> None:
    click_list(opened, "Alle records")
    assert _reference(opened) == "M-1"
    search = pane_of(opened).search
    search.setFocus()
    QTest.keyClicks(search, "COORD")
    qtbot.waitUntil(lambda: _reference(opened) == "T-1")
    assert not _line(opened).isVisible()
    assert search.hasFocus()


def test_a_record_that_no_list_holds_is_said_to_be_away(opened: MainWindow, qtbot: QtBot) -> None:
    click_list(opened, "Alle records")
    with qtbot.waitSignal(controller_of(opened).narrowed):
        pane_of(opened).search.setText("xyzzy")
    assert shown(opened) == []
    assert (_reference(opened), _line(opened).isVisible()) == ("M-1", True)
    assert _line(opened).accessibleName() == "Niet in deze lijst"
    QTest.keyClick(pane_of(opened).search, Qt.Key.Key_Escape)
    assert not _line(opened).isVisible()


def test_a_record_that_is_being_typed_in_stays_and_is_said_to_be_away(
    opened: MainWindow, filled: Store, qtbot: QtBot
) -> None:
    click_list(opened, "Alle records")
    form = _pane(opened).form_page.form
    assert form is not None
    QTest.keyClicks(form.editors["title"].input, "!")
    assert _pane(opened).is_dirty
    line = _line(opened)
    pane_of(opened).search.setText("COORD")
    qtbot.waitUntil(lambda: not line._settling.isActive())
    assert (_reference(opened), line.isVisible()) == ("M-1", True)
    rows_of(opened).choose(filled.find("T-1").id)
    assert not line.isVisible()


def test_the_focus_that_comes_into_a_list_without_the_open_record_leaves_that_open(
    opened: MainWindow, filled: Store
) -> None:
    click_list(opened, "Toezeggingen")
    motion = filled.find("M-1")
    assert opened.work_area is not None
    opened.work_area.open_record(motion.id)
    rows = rows_of(opened)
    rows.setFocus(Qt.FocusReason.TabFocusReason)
    assert (_reference(opened), rows.selected_ids, rows.currentIndex().row()) == ("M-1", [], 0)
    QTest.keyClick(rows, Qt.Key.Key_Down)
    assert (_reference(opened), rows.currentIndex().row()) == ("T-1", 0)


def test_the_focus_that_comes_into_a_list_chooses_a_record_where_none_is_open(opened: MainWindow) -> None:
    click_list(opened, "Toezeggingen")
    rows = rows_of(opened)
    rows.choose(None)
    pane_of(opened).search.setFocus()
    rows.setFocus(Qt.FocusReason.TabFocusReason)
    assert _reference(opened) == "T-1"
