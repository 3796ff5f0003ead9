"""What an officer does with the window, through its keys and clicks."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QModelIndex, QPoint, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QPushButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from tests import builders as build
from tracker.basics.language import Language
from tracker.records.registry import kind_of
from tracker.services import editing
from tracker.services.editor import Editor
from tracker.store.first_page import read_first_page
from tracker.store.record_store import Store
from tracker.ui.listing.view import RecordList
from tracker.ui.looks.theme import ThemeChoice
from tracker.ui.looks.tokens import tokens
from tracker.ui.main_window import MainWindow
from tracker.ui.session import Session
from tracker.ui.sidebar import ITEMS, NARROW_PX, OVERVIEW, WIDE_PX, SideItem
from tracker.ui.work_area import WorkArea


def area_of(window: MainWindow) -> WorkArea:
    assert window.work_area is not None
    return window.work_area


def rows_of(window: MainWindow) -> RecordList:
    return area_of(window).list_pane.list


def references(window: MainWindow) -> list[str]:
    rows = rows_of(window)
    return [rows.records.index(row, 0).data() for row in range(rows.records.rowCount())]


def click_row(window: MainWindow, row: int) -> None:
    """Choose a whole row: at its reference."""
    rows = rows_of(window)
    place = rows.visualRect(rows.records.index(row, 0)).center()
    QTest.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)


def click_side(window: MainWindow, label: str) -> None:
    sidebar = area_of(window).sidebar
    row = next(i for i, one in enumerate(ITEMS) if one.label.nl == label)
    place = sidebar.visualRect(sidebar.side_model.index(row)).center()
    QTest.mouseClick(sidebar.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)


def type_search(window: MainWindow, words: str) -> QLineEdit:
    search = area_of(window).list_pane.search
    QTest.keyClicks(search, words)
    return search


def test_shows_the_first_page_before_the_store_is_open(main_window: MainWindow, filled: Store, path: Path) -> None:
    main_window.show_first_page(path, read_first_page(path, build.TODAY))
    assert references(main_window)[0] == "M-1"
    assert area_of(main_window).list_pane.count.text() == "4"
    assert area_of(main_window).sidebar.side_model.counts["overdue"] == 1


def test_tells_once_that_it_stands_on_the_screen(main_window: MainWindow, qtbot: QtBot) -> None:
    with qtbot.waitSignal(main_window.painted):
        main_window.show_start([])
        main_window.show()


def test_a_kind_and_a_view_are_chosen_at_the_left(opened: MainWindow) -> None:
    click_side(opened, "Toezeggingen")
    assert references(opened) == ["T-1", "T-2"]
    click_side(opened, "Over tijd")
    assert references(opened) == ["M-1"]
    assert area_of(opened).list_pane.title.text() == "Over tijd"


def test_finds_as_one_types_and_esc_clears(opened: MainWindow) -> None:
    search = type_search(opened, "coord")
    assert references(opened) == ["T-1"]
    assert area_of(opened).list_pane.count.text() == "1 van 4"
    QTest.keyClick(search, Qt.Key.Key_Escape)
    assert len(references(opened)) == 4


def test_an_empty_result_says_why_and_offers_the_way_back(opened: MainWindow) -> None:
    type_search(opened, "xyzzy")
    empty = area_of(opened).list_pane.empty
    assert empty.isVisible()
    assert "“xyzzy” laat van de 4 records" in empty.sentence.text()
    QTest.mouseClick(empty.findChildren(QPushButton)[0], Qt.MouseButton.LeftButton)
    assert len(references(opened)) == 4


def test_an_empty_view_offers_all_records(opened: MainWindow) -> None:
    opened.session.set_today(date(2020, 1, 1))  # type: ignore[union-attr]
    click_side(opened, "Over tijd")
    empty = area_of(opened).list_pane.empty
    assert "01-01-2020" in empty.sentence.text()
    QTest.mouseClick(empty.findChildren(QPushButton)[0], Qt.MouseButton.LeftButton)
    assert len(references(opened)) == 4


def test_a_click_on_a_heading_sorts_and_keeps_the_chosen_record(opened: MainWindow) -> None:
    click_row(opened, 0)
    rows = rows_of(opened)
    chosen = rows.current_id
    place = QPoint(rows.list_header.sectionViewportPosition(1) + 20, 10)
    QTest.mouseClick(rows.list_header.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)
    assert references(opened) == ["T-1", "M-2", "M-1", "T-2"]
    assert rows.current_id == chosen
    assert rows.records.id_at(rows.currentIndex().row()) == chosen


def test_undo_keeps_the_chosen_rows_where_it_concerned_one_of_them(opened: MainWindow, filled: Store) -> None:
    rows = rows_of(opened)
    click_row(opened, 0)
    QTest.keyClick(rows, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    first, second = rows.selected_ids
    session = opened.session
    assert session is not None
    session.submit(editing.change_record(filled, filled.records([first])[0], {"theme": "opvang"}))
    assert rows.current_id == second
    opened.actions_["undo"].trigger()
    assert rows.selected_ids == [first, second]


def test_the_chosen_record_stands_in_the_pane(opened: MainWindow) -> None:
    click_row(opened, 1)
    pane = area_of(opened).record_pane
    assert pane is not None
    assert pane.record is not None
    assert pane.record.reference == references(opened)[1]


def test_delete_takes_the_record_away_and_undo_brings_it_back(opened: MainWindow) -> None:
    click_row(opened, 0)
    QTest.keyClick(rows_of(opened), Qt.Key.Key_Delete)
    assert "M-1" not in references(opened)
    assert opened.status.left.text().startswith("M-1 verwijderd. Ongedaan maken: Ctrl+Z")
    assert "M-1" in opened.actions_["undo"].text()
    opened.actions_["undo"].trigger()
    assert "M-1" in references(opened)
    opened.actions_["redo"].trigger()
    assert "M-1" not in references(opened)


def test_a_changed_record_stays_in_sight_until_the_list_is_refreshed(opened: MainWindow, filled: Store) -> None:
    click_side(opened, "Over tijd")
    session = opened.session
    assert session is not None
    session.submit(editing.change_record(filled, filled.find("M-1"), {"status": "afgedaan"}))
    assert references(opened) == ["M-1"]
    assert area_of(opened).sidebar.side_model.counts["overdue"] == 0
    opened.actions_["refresh"].trigger()
    assert references(opened) == []


def test_a_new_record_of_the_kind_on_show(opened: MainWindow) -> None:
    click_side(opened, "Toezeggingen")
    opened.actions_["new"].trigger()
    pane = area_of(opened).record_pane
    assert pane is not None
    assert pane.form_page.new_kind is not None
    assert pane.form_page.new_kind.code == "commitment"
    pane.revert()


def test_another_day_moves_states_and_counts(opened: MainWindow) -> None:
    opened.day_box.day_chosen.emit(date(2026, 8, 1))
    sidebar = area_of(opened).sidebar
    assert sidebar.side_model.counts["overdue"] == 2
    column = next(i for i, one in enumerate(rows_of(opened).records.columns) if one.key == "state")
    assert rows_of(opened).records.index(0, column).data() == "Over tijd · 61 d"


def test_a_register_that_is_held_elsewhere_can_be_read_only(
    main_window: MainWindow, filled: Store, path: Path, qtbot: QtBot
) -> None:
    with build.open_store(path) as second:
        main_window.attach(Session(second, Editor(second), build.TODAY, Language.DUTCH))
        main_window.show()
        assert "is al open in een ander venster" in area_of(main_window).banner.text()
        assert not main_window.actions_["new"].isEnabled()
        assert main_window.status.file.text().startswith("Alleen lezen")
        assert len(references(main_window)) == 4
        main_window.detach()


def test_f6_walks_through_the_parts_of_the_window(opened: MainWindow) -> None:
    area = area_of(opened)
    area.sidebar.setFocus()
    seen: list[QWidget | None] = []
    for _ in range(3):
        opened.actions_["next-pane"].trigger()
        seen.append(opened.focusWidget())
    assert seen[:2] == [area.list_pane.search, area.list_pane.list]
    assert area.record_pane is not None
    assert seen[2] is not None


def test_shift_f6_walks_the_other_way(opened: MainWindow) -> None:
    area = area_of(opened)
    area.list_pane.list.setFocus()
    seen: list[QWidget | None] = []
    for _ in range(3):
        QTest.keyClick(opened, Qt.Key.Key_F6, Qt.KeyboardModifier.ShiftModifier)
        seen.append(opened.focusWidget())
    assert seen[:2] == [area.list_pane.search, area.sidebar]
    assert area.record_pane is not None
    assert seen[2] is not None
    assert area.record_pane.isAncestorOf(seen[2])


def test_the_sidebar_becomes_icons_in_a_small_window(opened: MainWindow) -> None:
    opened.resize(1366, 768)
    assert area_of(opened).sidebar.width() == WIDE_PX
    opened.resize(1093, 614)
    assert area_of(opened).sidebar.width() == NARROW_PX
    assert "deadline_wording" not in [one.key for one in rows_of(opened).records.columns]
    opened.resize(1920, 1080)
    assert "owner" in [one.key for one in rows_of(opened).records.columns]


@pytest.mark.parametrize("choice", [ThemeChoice.DARK, ThemeChoice.LIGHT])
def test_the_theme_follows_the_menu(opened: MainWindow, choice: ThemeChoice) -> None:
    opened.theme.choose(choice)
    assert tokens().name == str(choice)
    assert not opened.grab().isNull()


def test_columns_can_be_chosen_and_restored(opened: MainWindow) -> None:
    menu = area_of(opened).list_pane.columns_menu(opened)
    action = next(one for one in menu.actions() if one.text() == "Bewindspersoon")
    action.trigger()
    assert "minister" in [one.key for one in rows_of(opened).records.columns]
    menu.actions()[-1].trigger()
    assert "minister" not in [one.key for one in rows_of(opened).records.columns]


def test_every_act_with_a_place_in_a_menu_has_an_access_key(opened: MainWindow) -> None:
    for menu in opened.menuBar().actions():
        assert "&" in menu.text()


def test_whatever_takes_the_focus_has_a_name(opened: MainWindow) -> None:
    nameless = [
        widget
        for widget in opened.findChildren(QWidget)
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and isinstance(widget, QAbstractButton | QLineEdit | QAbstractItemView)
        and not widget.accessibleName()
        and not (isinstance(widget, QAbstractButton) and widget.text().strip())
        and area_of(opened).record_pane is not None
        and not area_of(opened).record_pane.isAncestorOf(widget)  # type: ignore[union-attr]
        and widget.isVisible()
    ]
    assert nameless == []


def test_headings_at_the_left_cannot_be_chosen(opened: MainWindow) -> None:
    sidebar = area_of(opened).sidebar
    heading = next(place for place, one in enumerate(ITEMS) if one.is_heading)
    assert not sidebar.side_model.flags(sidebar.side_model.index(heading)) & Qt.ItemFlag.ItemIsSelectable
    assert sidebar.side_model.rowCount(QModelIndex()) == len(ITEMS)


def test_the_start_page_offers_what_there_is(main_window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    main_window.show_start([tmp_path / "oud.db"], "Dat bestand is leeg.")
    main_window.show()
    page = main_window.start_page
    assert page is not None
    assert page.problem.text() == "Dat bestand is leeg."
    with qtbot.waitSignal(main_window.sample_wanted):
        QTest.mouseClick(page.sample_button, Qt.MouseButton.LeftButton)
    recent = next(one for one in page.findChildren(QPushButton) if one.text().startswith("oud.db"))
    with qtbot.waitSignal(main_window.open_wanted, check_params_cb=lambda path: path == tmp_path / "oud.db"):
        QTest.mouseClick(recent, Qt.MouseButton.LeftButton)


def test_a_record_that_undo_brings_back_is_chosen_and_shown(opened: MainWindow) -> None:
    type_search(opened, "elan")
    assert references(opened) == ["M-2"]
    click_row(opened, 0)
    QTest.keyClick(rows_of(opened), Qt.Key.Key_Delete)
    assert references(opened) == []
    opened.actions_["undo"].trigger()
    assert references(opened) == ["M-2"]
    pane = area_of(opened).record_pane
    assert pane is not None
    assert pane.record is not None
    assert pane.record.reference == "M-2"


def test_ctrl_z_in_a_field_without_changes_takes_back_the_last_step(opened: MainWindow, filled: Store) -> None:
    pane = area_of(opened).record_pane
    assert pane is not None
    click_row(opened, 0)
    reference = references(opened)[0]
    before = filled.find(reference)["title"]
    area_of(opened).edit()
    field = QApplication.focusWidget()
    assert isinstance(field, QPlainTextEdit | QLineEdit)
    QTest.keyClicks(field, "Nieuw ")
    QTest.keyClick(opened, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert filled.find(reference)["title"] != before
    QTest.keyClick(field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert filled.find(reference)["title"] == before


def test_ctrl_z_in_a_field_with_changes_takes_back_what_was_typed(opened: MainWindow, filled: Store) -> None:
    search = type_search(opened, "elan")
    steps = filled.to_undo()
    QTest.keyClick(search, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert search.text() == ""
    assert filled.to_undo() == steps


def test_another_list_shows_its_first_record(opened: MainWindow) -> None:
    click_side(opened, "Moties")
    click_row(opened, 0)
    click_side(opened, "Toezeggingen")
    pane = area_of(opened).record_pane
    assert pane is not None
    assert pane.record is not None
    assert pane.record.reference == references(opened)[0]


def test_a_fault_in_the_form_keeps_its_record_chosen_in_the_list(opened: MainWindow, qtbot: QtBot) -> None:
    click_row(opened, 0)
    area = area_of(opened)
    assert area.record_pane is not None
    chosen = rows_of(opened).current_id
    area.edit()
    field = QApplication.focusWidget()
    assert isinstance(field, QPlainTextEdit | QLineEdit)
    field.selectAll()
    QTest.keyClick(field, Qt.Key.Key_Delete)  # a record needs its subject
    click_row(opened, 1)
    qtbot.waitUntil(lambda: rows_of(opened).selected_ids == [chosen])
    assert area.record_pane.record is not None
    assert area.record_pane.record.id == chosen
    area.record_pane.revert()


def shown_page(window: MainWindow) -> str:
    area = area_of(window)
    return "overview" if area.shows_overview else "timeline" if area.shows_timeline else "list"


def marked(window: MainWindow) -> SideItem:
    sidebar = area_of(window).sidebar
    return sidebar.side_model.items[sidebar.currentIndex().row()]


def test_the_pages_are_chosen_at_the_left_and_left_for_a_list(opened: MainWindow) -> None:
    click_side(opened, "Overzicht")
    assert shown_page(opened) == "overview"
    click_side(opened, "Tijdlijn")
    assert shown_page(opened) == "timeline"
    opened.actions_["overview"].trigger()
    assert marked(opened).page == OVERVIEW
    click_side(opened, "Moties")
    assert shown_page(opened) == "list"
    assert references(opened) == ["M-1", "M-2"]
    opened.actions_["overview"].trigger()
    opened.actions_["list"].trigger()
    assert marked(opened).kind == "motion"


def test_a_list_chosen_while_the_register_opens_is_shown_once_it_is_open(
    main_window: MainWindow, filled: Store, tmp_path: Path
) -> None:
    main_window.show_first_page(filled.path, None)
    area_of(main_window).sidebar.chosen.emit("commitment", None)
    main_window.attach(Session(filled, Editor(filled), build.TODAY, Language.DUTCH))
    assert area_of(main_window).list_pane.title.text() == "Toezeggingen"


def test_after_undoing_a_new_record_the_keys_go_on_at_the_record_before(
    opened: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tracker.services.trail.PASSED_BY_S", 0)  # nobody looks for so long in a test
    click_side(opened, "Toezeggingen")
    click_row(opened, 1)
    area = area_of(opened)
    pane = area.record_pane
    assert pane is not None
    assert pane.record is not None
    before = pane.record.reference
    with qtbot.waitActive(opened):
        opened.activateWindow()
    QTest.keyClick(opened, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClicks(focused, "Brief over de opvang")
    QTest.keyClick(focused, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert pane.record["title"] == "Brief over de opvang"
    QTest.keyClick(focused, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: rows_of(opened).hasFocus())
    assert pane.record.reference == before
    assert rows_of(opened).current_id == pane.record.id


def test_after_undoing_a_new_record_from_the_list_the_row_in_its_place_is_chosen(
    opened: MainWindow, filled: Store
) -> None:
    area, session = opened.work_area, opened.session
    assert area is not None
    assert area.record_pane is not None
    assert session is not None
    session.submit(editing.make_record(filled, kind_of("motion"), {"title": "Nieuw"})[0])
    made = filled.find("M-3")
    rows = area.list_pane.list
    rows.choose(made.id)
    rows.setFocus()
    opened.actions_["undo"].trigger()
    assert rows.current_id is not None
    assert area.record_pane.record is not None
    assert area.record_pane.record.id == rows.current_id != made.id


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_enter_takes_the_first_of_the_reports_that_their_key_offers(opened: MainWindow) -> None:
    offered: list[str] = []

    def look() -> None:
        menu = QApplication.activePopupWidget()
        active = menu.activeAction() if isinstance(menu, QMenu) else None
        if menu is None or active is None:
            QTimer.singleShot(0, opened, look)  # the menu is still being opened
            return
        offered.append(active.text())
        menu.close()

    QTimer.singleShot(0, opened, look)
    QTest.keyClick(opened, Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    assert offered == ["&Deze lijst: Alle records, 4 records…"]
