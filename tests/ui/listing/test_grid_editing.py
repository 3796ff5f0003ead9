"""Editing in the cells of the table: by typing, from choices, with what may not be saved and what others changed."""

from __future__ import annotations

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit
from pytestqt.qtbot import QtBot

from tests import builders as build
from tests.ui.listing.doing import LEFT, NO_KEY, SHIFT, controller_of, pane_of
from tests.ui.listing.grid_hands import CONTROL, KEY, at, card_of, centre, click, focused, grid_of, press, type_
from tests.ui.record.doing import answering
from tracker.basics.language import Language
from tracker.services.editor import Editor
from tracker.store.record_store import Store
from tracker.ui.listing.view import RecordList
from tracker.ui.main_window import MainWindow
from tracker.ui.record.stale_dialog import StaleDialog
from tracker.ui.session import Session

# Qt says so of every popup window that is drawn without a screen.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


def test_typing_replaces_and_enter_commits_and_goes_down(opened: MainWindow, grid: RecordList, filled: Store) -> None:
    click(grid, 0, "title")
    type_("Nieuw onderwerp")
    assert filled.find("M-1")["title"] == "Landelijke aansturing"
    press(KEY.Key_Return)
    assert filled.find("M-1")["title"] == "Nieuw onderwerp"
    assert at(grid) == (1, "title")
    assert focused() is grid
    press(KEY.Key_Return)
    assert at(grid) == (2, "title")
    opened.actions_["undo"].trigger()
    assert filled.find("M-1")["title"] == "Landelijke aansturing"


def test_f2_and_a_double_click_keep_the_text(opened: MainWindow, grid: RecordList, filled: Store) -> None:
    click(grid, 0, "title")
    press(KEY.Key_F2)
    type_(" nu")
    press(KEY.Key_Return, SHIFT)
    assert filled.find("M-1")["title"] == "Landelijke aansturing nu"
    QTest.mouseDClick(grid.viewport(), LEFT, NO_KEY, centre(grid, 0, "title"))
    type_("!")
    press(KEY.Key_Tab)
    assert filled.find("M-1")["title"] == "Landelijke aansturing nu!"
    assert at(grid) == (0, "status")
    press(KEY.Key_F2)
    press(KEY.Key_Backtab, SHIFT)
    assert at(grid) == (0, "title")


def test_escape_restores(opened: MainWindow, grid: RecordList, filled: Store) -> None:
    click(grid, 0, "title")
    type_("Weg ermee")
    press(KEY.Key_Escape)
    assert grid_of(opened).editing.card is None
    assert focused() is grid
    assert filled.find("M-1")["title"] == "Landelijke aansturing"
    assert at(grid) == (0, "title")


def test_what_cannot_be_saved_stays_with_its_sentence(opened: MainWindow, grid: RecordList, filled: Store) -> None:
    click(grid, 0, "title")
    press(KEY.Key_F2)
    line = card_of(opened).editor.input
    assert isinstance(line, QLineEdit)
    line.selectAll()
    press(KEY.Key_Delete)
    press(KEY.Key_Return)
    assert card_of(opened).editor.fault == "Vul dit veld in."
    assert not opened.work_area.commit()  # type: ignore[union-attr]
    type_("Toch iets")
    press(KEY.Key_Return)
    assert filled.find("M-1")["title"] == "Toch iets"


def test_leaving_for_another_part_of_the_window_saves(opened: MainWindow, grid: RecordList, filled: Store) -> None:
    click(grid, 0, "theme")
    type_("opvang")
    QTest.mouseClick(pane_of(opened).search, LEFT)
    pane_of(opened).search.setFocus()
    assert filled.find("M-1")["theme"] == "opvang"
    assert focused() is pane_of(opened).search


def test_a_choice_opens_with_f4_and_is_saved_when_chosen(
    opened: MainWindow, grid: RecordList, filled: Store, qtbot: QtBot
) -> None:
    click(grid, 0, "status")
    press(KEY.Key_F4)
    combo = card_of(opened).editor.input
    assert isinstance(combo, QComboBox)
    view = combo.view()
    qtbot.waitUntil(view.isVisible)
    QTest.keyClick(view, KEY.Key_Down)
    chosen = view.currentIndex().data()
    QTest.keyClick(view, KEY.Key_Return)
    assert filled.find("M-1")["status"] == chosen
    assert at(grid) == (0, "status")


def test_a_choice_is_found_by_its_first_letters(grid: RecordList, filled: Store) -> None:
    click(grid, 0, "status")
    type_("afg")
    press(KEY.Key_Return)
    assert filled.find("M-1")["status"].startswith("afg")


def test_a_person_is_made_by_name_and_offered_the_next_time(
    opened: MainWindow, grid: RecordList, filled: Store
) -> None:
    click(grid, 0, "owner")
    type_("Ada Voorbeeld")
    press(KEY.Key_Return)
    assert grid.records.index(0, 4).data() == "Ada Voorbeeld"
    type_("ada")
    combo = card_of(opened).editor.input
    assert isinstance(combo, QComboBox)
    popup = combo.completer().popup()  # type: ignore[union-attr]
    assert popup is not None
    popup.setCurrentIndex(combo.completer().completionModel().index(0, 0))  # type: ignore[union-attr]
    QTest.keyClick(popup, KEY.Key_Return)
    QApplication.processEvents()
    assert grid.records.index(1, 4).data() == "Ada Voorbeeld"
    assert at(grid) == (2, "owner")


def test_days_are_typed_freely_and_today_has_a_key(opened: MainWindow, grid: RecordList, filled: Store) -> None:
    controller_of(opened).choose("motion", None)
    pane = pane_of(opened)
    pane.offer_columns(pane.all_columns, ["reference", "title", "field.settled_on", "field.tags"])
    grid.setFocus()
    row = grid.records.row_of(filled.find("M-1").id)
    click(grid, row, "field.settled_on")
    type_("q3 2026")
    press(KEY.Key_Tab)
    assert str(filled.find("M-1")["settled_on"]) == "2026-09-30"
    type_("zorg; opvang")
    press(KEY.Key_Backtab, SHIFT)
    assert filled.find("M-1")["tags"] == ("zorg", "opvang")
    QTest.keyClick(grid, KEY.Key_Semicolon, CONTROL)
    press(KEY.Key_Return)
    assert filled.find("M-1")["settled_on"] == build.TODAY
    click(grid, row, "field.settled_on")
    type_("32-13")
    press(KEY.Key_Return)
    assert "geen bestaande dag" in card_of(opened).editor.fault


def test_what_follows_from_a_deadline_is_changed_there(opened: MainWindow, grid: RecordList, qtbot: QtBot) -> None:
    click(grid, 0, "deadline_end")
    type_("1")
    assert grid_of(opened).editing.card is None
    assert "volgt uit de termijn" in opened.status.left.text()
    QTest.mouseDClick(grid.viewport(), LEFT, NO_KEY, centre(grid, 0, "deadline_end"))
    pane = opened.work_area.record_pane  # type: ignore[union-attr]
    assert pane is not None
    qtbot.waitUntil(lambda: pane.deadlines_tab.isAncestorOf(focused()))
    assert pane.tabs.currentWidget() is pane.deadlines_tab


def test_the_reference_opens_the_form(opened: MainWindow, grid: RecordList) -> None:
    click(grid, 0, "reference")
    type_("x")
    assert "verandert nooit" in opened.status.left.text()
    QTest.mouseDClick(grid.viewport(), LEFT, NO_KEY, centre(grid, 0, "reference"))
    pane = opened.work_area.record_pane  # type: ignore[union-attr]
    assert pane is not None
    assert pane.isAncestorOf(focused())


def test_what_was_typed_in_the_form_is_saved_first(opened: MainWindow, grid: RecordList, filled: Store) -> None:
    click(grid, 0, "title")
    pane = opened.work_area.record_pane  # type: ignore[union-attr]
    assert pane is not None
    assert pane.form_page.form is not None
    pane.form_page.form.editors["theme"].set_value("opvang")
    press(KEY.Key_F2)
    assert filled.find("M-1")["theme"] == "opvang"
    type_(" 2")
    press(KEY.Key_Return)
    assert filled.find("M-1")["title"].endswith(" 2")


def test_a_cell_that_somebody_else_changed_is_asked_about(opened: MainWindow, grid: RecordList, filled: Store) -> None:
    click(grid, 0, "title")
    type_("Van mij")
    build.change(filled, filled.find("M-1"), title="Van een ander")

    def keep(dialog: StaleDialog) -> None:
        assert dialog.keeps_mine("title")
        dialog.accept()

    answering(keep, lambda: press(KEY.Key_Return))
    assert filled.find("M-1")["title"] == "Van mij"


def test_a_register_that_can_only_be_read_is_not_edited(main_window: MainWindow, filled: Store, qtbot: QtBot) -> None:
    filled.close()
    with build.open_store(filled.path, read_only=True) as store:
        main_window.attach(Session(store, Editor(store), build.TODAY, Language.DUTCH))
        main_window.show()
        qtbot.waitExposed(main_window)
        main_window.activateWindow()
        rows = pane_of(main_window).list
        rows.setFocus()
        qtbot.waitUntil(lambda: QApplication.focusWidget() is rows)
        click(rows, 0, "title")
        type_("x")
        assert grid_of(main_window).editing.card is None
        refusal = main_window.session.editor.refusal  # type: ignore[union-attr]
        assert refusal is not None
        assert main_window.status.left.text() == refusal.words.nl
        press(KEY.Key_F2)
        press(KEY.Key_Delete)
        assert grid_of(main_window).editing.card is None
        assert not rows.is_editable(0, 1)
        assert store.find("M-1")["title"] == "Landelijke aansturing"
        main_window.detach()
