"""Clearing, copying, cutting, pasting and filling cells of the table."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests import builders as build
from tests.ui.listing.doing import LEFT, SHIFT
from tests.ui.listing.grid_hands import CONTROL, KEY, click, press
from tests.ui.record.doing import answering
from tracker.services.clipboard_cells import read_cells
from tracker.store.record_store import Store
from tracker.ui.doing.paste_dialog import FillDownDialog, PasteDialog
from tracker.ui.listing.view import RecordList
from tracker.ui.main_window import MainWindow

# Qt says so of every popup window that is drawn without a screen.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


def test_del_clears_cells_in_one_step_and_deletes_rows(opened: MainWindow, grid: RecordList, filled: Store) -> None:
    for reference in ("M-1", "T-1"):
        build.change(filled, filled.find(reference), theme="zorg")
    click(grid, 0, "theme")
    press(KEY.Key_Down, SHIFT)
    press(KEY.Key_Delete)
    assert [filled.find(one)["theme"] for one in ("M-1", "T-1")] == [None, None]
    opened.actions_["undo"].trigger()
    assert [filled.find(one)["theme"] for one in ("M-1", "T-1")] == ["zorg", "zorg"]
    press(KEY.Key_Space, SHIFT)
    press(KEY.Key_Delete)
    assert grid.records.rowCount() == 2


def test_a_required_field_is_not_cleared(opened: MainWindow, grid: RecordList, filled: Store) -> None:
    click(grid, 0, "title")
    press(KEY.Key_Delete)
    assert opened.status.left.text() == "Onderwerp: Vul dit veld in."
    assert filled.find("M-1")["title"] == "Landelijke aansturing"


def clipboard() -> str:
    return QGuiApplication.clipboard().text()


def test_a_rectangle_is_copied_with_and_without_headings(opened: MainWindow, grid: RecordList) -> None:
    click(grid, 0, "title")
    click(grid, 1, "status", SHIFT)
    press(KEY.Key_C, CONTROL)
    assert [len(row) for row in read_cells(clipboard())] == [2, 2]
    assert read_cells(clipboard())[0][0] == "Landelijke aansturing"
    assert opened.status.left.text() == "4 cellen gekopieerd"
    press(KEY.Key_C, CONTROL | SHIFT)
    assert read_cells(clipboard())[0] == ["Onderwerp", "Status"]
    assert "<table" in QGuiApplication.clipboard().mimeData().html()
    click(grid, 0, "title")
    press(KEY.Key_C, CONTROL)
    assert clipboard() == "Landelijke aansturing"


def test_one_value_goes_straight_into_one_cell(opened: MainWindow, grid: RecordList, filled: Store) -> None:
    QGuiApplication.clipboard().setText("zorg\n")
    click(grid, 0, "theme")
    press(KEY.Key_V, CONTROL)
    assert filled.find("M-1")["theme"] == "zorg"
    QGuiApplication.clipboard().setText("geen status")
    click(grid, 0, "status")
    press(KEY.Key_V, CONTROL)
    assert "is hier geen mogelijkheid" in opened.status.left.text()


def accept_plan(dialog: PasteDialog | FillDownDialog) -> None:
    while not dialog.plan.is_ready:
        QApplication.processEvents()
    QTest.mouseClick(dialog.accept_button, LEFT)


def test_cells_are_pasted_from_the_current_one_on(opened: MainWindow, grid: RecordList, filled: Store) -> None:
    QGuiApplication.clipboard().setText("zorg\topenbaar\nopvang\topenbaar\n")
    click(grid, 0, "theme")
    answering(accept_plan, lambda: press(KEY.Key_V, CONTROL))
    assert [filled.find(one)["theme"] for one in ("M-1", "T-1")] == ["zorg", "opvang"]
    assert filled.find("M-1")["marking"] == "openbaar"


def test_one_value_fills_the_chosen_cells(opened: MainWindow, grid: RecordList, filled: Store) -> None:
    QGuiApplication.clipboard().setText("zorg")
    click(grid, 0, "theme")
    click(grid, 2, "theme", SHIFT)
    answering(accept_plan, lambda: press(KEY.Key_V, CONTROL))
    ids = [grid.records.id_at(row) for row in range(4)]
    assert [one["theme"] for one in filled.records([one for one in ids if one])] == ["zorg", "zorg", "zorg", None]


def test_fill_down_takes_the_first_row_and_a_lone_cell_the_one_above(
    opened: MainWindow, grid: RecordList, filled: Store, qtbot: QtBot
) -> None:
    build.change(filled, filled.find("M-1"), theme="zorg")
    click(grid, 0, "theme")
    click(grid, 1, "theme", SHIFT)
    answering(accept_plan, lambda: press(KEY.Key_D, CONTROL))
    assert filled.find("T-1")["theme"] == "zorg"
    click(grid, 2, "theme")
    opened.activateWindow()  # without a screen nobody gives the focus back after a dialog
    grid.setFocus()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is grid)
    answering(accept_plan, lambda: press(KEY.Key_D, CONTROL))
    assert grid.records.index(2, 5).data() == "zorg"


def test_what_only_shows_something_cannot_be_filled(opened: MainWindow, grid: RecordList) -> None:
    click(grid, 0, "deadline_end")
    click(grid, 1, "deadline_end", SHIFT)
    press(KEY.Key_D, CONTROL)
    assert "kan niets worden ingevuld" in opened.status.left.text()


def test_cutting_cells_copies_and_clears_them(opened: MainWindow, grid: RecordList, filled: Store) -> None:
    build.change(filled, filled.find("M-1"), theme="zorg")
    click(grid, 0, "theme")
    press(KEY.Key_X, CONTROL)
    assert (clipboard(), filled.find("M-1")["theme"]) == ("zorg", None)
    click(grid, 0, "reference")
    press(KEY.Key_X, CONTROL)
    assert "Records verwijdert u met Del" in opened.status.left.text()
