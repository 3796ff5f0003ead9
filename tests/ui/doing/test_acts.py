"""The acts on several records from the window: menus, keys, and the dialogs behind them."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from tests.ui.record.doing import answering
from tracker.services.clipboard_cells import read_cells
from tracker.store.record_store import Store
from tracker.ui.actions import BULK
from tracker.ui.doing.acts import CONTEXT_CODES
from tracker.ui.doing.bin_dialog import BinDialog
from tracker.ui.doing.bulk_dialog import BULK_KINDS, BulkDialog
from tracker.ui.doing.debate_dialog import DebateDialog
from tracker.ui.doing.paste_dialog import FillDownDialog, PasteDialog
from tracker.ui.doing.steps_dialog import StepsDialog
from tracker.ui.listing.view import RecordList
from tracker.ui.main_window import MainWindow
from tracker.ui.work_area import WorkArea

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")  # the offscreen platform says so of each window


def area_of(window: MainWindow) -> WorkArea:
    assert window.work_area is not None
    return window.work_area


def choose(window: MainWindow, rows: int) -> RecordList:
    """Choose the first records of the list with the keyboard."""
    listed = area_of(window).list_pane.list
    window.activateWindow()
    listed.setFocus()
    listed.choose(listed.records.id_at(0))
    for _ in range(rows - 1):
        QTest.keyClick(listed, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert len(listed.selected_ids) == rows
    return listed


def test_every_bulk_act_of_the_menu_has_its_dialog(opened: MainWindow) -> None:
    assert set(BULK_KINDS) == set(BULK)
    shown = opened.menus.submenus["BULK"].actions()
    assert [action.text().replace("&", "") for action in shown][:2] == ["Meer records wijzigen…", "Alle afdoen…"]
    assert all(opened.actions_[code].text() for code in CONTEXT_CODES)


def test_chosen_records_stay_chosen_after_a_bulk_edit(opened: MainWindow) -> None:
    listed = choose(opened, 2)
    before = listed.selected_ids

    def act(dialog: BulkDialog) -> None:
        dialog.asker.form.editors["settled_on"].set_value(None)  # type: ignore[attr-defined]
        dialog.asker.form.editors["settled_on"].set_value(opened.today)  # type: ignore[attr-defined]
        dialog.rehearse()
        while not dialog.is_ready:
            QGuiApplication.processEvents()
        QTest.mouseClick(dialog.accept_button, Qt.MouseButton.LeftButton)

    answering(act, opened.actions_["bulk-settle"].trigger)
    assert listed.selected_ids == before
    assert "afgedaan. Ongedaan maken: Ctrl+Z" in opened.status.left.text()


def test_without_chosen_records_it_says_so(opened: MainWindow) -> None:
    area_of(opened).list_pane.list.selectionModel().clear()
    opened.actions_["bulk"].trigger()
    assert opened.status.left.text() == "Kies eerst een of meer records in de lijst."


def test_a_duplicate_stands_in_the_form_and_is_saved_with_its_own_number(opened: MainWindow, filled: Store) -> None:
    choose(opened, 1)
    opened.actions_["duplicate"].trigger()
    pane = area_of(opened).record_pane
    assert pane is not None
    assert pane.form_page.is_dirty
    assert area_of(opened).commit()
    assert filled.find("M-3")["title"] == "Landelijke aansturing"
    assert filled.parts(filled.find("M-3").id).deadlines == ()


def test_chosen_rows_are_copied_with_the_columns_on_show(opened: MainWindow) -> None:
    choose(opened, 2)
    opened.actions_["copy-headings"].trigger()
    cells = read_cells(QGuiApplication.clipboard().mimeData().text())
    assert cells[0][:2] == ["Nr", "Onderwerp"]
    assert [row[0] for row in cells[1:]] == ["M-1", "T-1"]
    assert opened.status.left.text() == "2 records gekopieerd"


def test_pasted_rows_reach_the_records_below_the_chosen_one(opened: MainWindow, filled: Store) -> None:
    choose(opened, 1)
    QGuiApplication.clipboard().setText("Onderwerp\tThema\nEen\tzorg\nTwee\topvang")

    def act(dialog: PasteDialog) -> None:
        dialog.change.setChecked(True)
        dialog.rehearse()
        while not dialog.plan.is_ready:
            QGuiApplication.processEvents()
        assert dialog.accept_button.text() == "2 gewijzigde records vastleggen"
        QTest.mouseClick(dialog.accept_button, Qt.MouseButton.LeftButton)

    answering(act, opened.actions_["paste"].trigger)
    assert [filled.find(one)["title"] for one in ("M-1", "T-1")] == ["Een", "Twee"]


def test_nothing_is_pasted_into_the_list_while_a_field_has_the_focus(opened: MainWindow, filled: Store) -> None:
    choose(opened, 1)
    QGuiApplication.clipboard().setText("uit de mail")
    search = area_of(opened).list_pane.search
    search.setFocus()
    QTest.keyClick(search, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert search.text() == "uit de mail"


def test_filling_down_wants_two_records(opened: MainWindow) -> None:
    choose(opened, 1)
    opened.actions_["fill-down"].trigger()
    assert "Kies eerst twee of meer records" in opened.status.left.text()
    choose(opened, 3)
    answering(lambda dialog: _is_a(dialog, FillDownDialog), opened.actions_["fill-down"].trigger)


def _is_a(dialog: object, kind: type) -> None:
    assert isinstance(dialog, kind)


def test_what_is_brought_back_from_the_bin_is_shown(opened: MainWindow) -> None:
    listed = choose(opened, 1)
    QTest.keyClick(listed, Qt.Key.Key_Delete)

    def act(dialog: BinDialog) -> None:
        QTest.mouseClick(dialog.accept_button, Qt.MouseButton.LeftButton)

    answering(act, opened.actions_["bin"].trigger)
    pane = area_of(opened).record_pane
    assert pane is not None
    assert pane.record is not None
    assert pane.record.reference == "M-1"


def test_several_steps_back_from_the_menu(opened: MainWindow, filled: Store) -> None:
    menu = opened.menus.submenus["UNDO"]
    menu.aboutToShow.emit()
    second = menu.actions()[1]
    menu.triggered.emit(second)
    assert "2 stappen ongedaan gemaakt" in opened.status.left.text()
    assert filled.to_redo() is not None
    answering(lambda dialog: _is_a(dialog, StepsDialog), opened.actions_["steps"].trigger)


def test_rows_typed_for_a_debate_come_back_after_cancelling(opened: MainWindow, qtbot: QtBot) -> None:
    def write(dialog: DebateDialog) -> None:
        subject = dialog.editors["subject"].input
        assert isinstance(subject, QLineEdit)
        dialog.grid.add_row({"title": "Niet kwijt"})
        QTest.keyClick(dialog, Qt.Key.Key_Escape)

    def look(dialog: DebateDialog) -> None:
        assert dialog.typed_rows[0]["title"] == "Niet kwijt"

    answering(write, opened.actions_["debate"].trigger)
    answering(look, opened.actions_["debate"].trigger)
