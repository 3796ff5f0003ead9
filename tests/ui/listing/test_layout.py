"""How the list is laid out: order, several sort keys, widths, frozen columns, groups, height; and remembered."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from tests import builders as build
from tests.ui.listing.doing import (
    LEFT,
    NO_KEY,
    SHIFT,
    click_heading,
    column_place,
    controller_of,
    entry,
    pane_of,
    rows_of,
    shown,
)
from tracker.store.record_store import Store
from tracker.ui.looks.fonts import grown
from tracker.ui.main_window import MainWindow
from tracker.ui.parts.tick_menu import TickMenu
from tracker.ui.parts.window_settings import WindowSettings

# Qt says so of every popup window that is drawn without a screen.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


def _columns(window: MainWindow) -> list[str]:
    return [one.key for one in rows_of(window).records.columns]


def test_shift_click_sorts_by_a_second_column_and_another_turns_it_round(opened: MainWindow, filled: Store) -> None:
    build.change(filled, filled.find("T-1"), status="voldaan")
    entry(pane_of(opened).columns_menu(opened), "Status")
    click_heading(opened, "status")
    click_heading(opened, "title", SHIFT)
    assert controller_of(opened).browsing.sort_keys == (("status", False), ("title", False))
    click_heading(opened, "title", SHIFT)
    assert controller_of(opened).browsing.sort_keys[1] == ("title", True)
    click_heading(opened, "title")
    assert controller_of(opened).browsing.sort_keys == (("title", False),)


def test_a_dragged_column_keeps_its_new_place_and_its_width(opened: MainWindow, qtbot: QtBot) -> None:
    rows = rows_of(opened)
    rows.list_header.resizeSection(column_place(opened, "state"), 210)
    before = _columns(opened)
    rows.list_header.moveSection(column_place(opened, "state"), 0)
    qtbot.waitUntil(lambda: _columns(opened)[0] == "state")
    assert _columns(opened) == ["state", *(one for one in before if one != "state")]
    assert rows.columnWidth(0) == 210
    controller_of(opened).choose("motion", None)
    assert _columns(opened) == before
    controller_of(opened).choose(None, None)
    assert (_columns(opened)[0], rows.columnWidth(0)) == ("state", 210)
    opened.actions_["restore-layout"].trigger()
    assert _columns(opened) == before
    assert rows.columnWidth(column_place(opened, "state")) != 210


def test_a_double_click_on_the_edge_fits_the_words(opened: MainWindow) -> None:
    rows = rows_of(opened)
    place = column_place(opened, "title")
    rows.list_header.sectionHandleDoubleClicked.emit(place)
    widest = max(rows.painter_of_rows.width_px(row, rows.records.columns[place]) for row in range(4))
    assert rows.columnWidth(place) == widest


def test_frozen_columns_follow_the_list(opened: MainWindow) -> None:
    rows = rows_of(opened)
    entry(controller_of(opened).layouts.header_menu("title"), "Kolommen vastzetten tot hier")
    frozen = rows.frozen
    assert frozen.isVisible()
    assert frozen.width() == rows.columnWidth(0) + rows.columnWidth(1)
    assert [frozen.isColumnHidden(place) for place in range(3)] == [False, False, True]
    place = frozen.visualRect(rows.records.index(2, 0)).center()
    QTest.mouseClick(frozen.viewport(), LEFT, NO_KEY, place)
    assert rows.current_id == rows.records.id_at(2)
    frozen.list_header.resizeSection(0, 130)
    assert rows.columnWidth(0) == 130
    entry(controller_of(opened).layouts.header_menu("title"), "Kolommen losmaken")
    assert not frozen.isVisible()


def test_frozen_columns_stay_beside_their_rows_while_the_list_scrolls(opened: MainWindow, filled: Store) -> None:
    for number in range(60):
        build.motion(filled, title=f"Motie {number}")
    opened.actions_["refresh"].trigger()
    rows = rows_of(opened)
    controller_of(opened).layouts._freeze(1)
    rows.verticalScrollBar().setValue(333)
    assert rows.frozen.verticalScrollBar().value() == 333
    rows.choose(rows.records.id_at(59))
    assert rows.frozen.verticalScrollBar().value() == rows.verticalScrollBar().value()
    assert not opened.grab().isNull()


def test_groups_have_counts_and_close_with_mouse_and_keys(opened: MainWindow) -> None:
    entry(controller_of(opened).layouts.header_menu("state"), "Groeperen op deze kolom")
    assert shown(opened) == ["Tot 3 maanden, 1", "M-1", "Niet over tijd, 3", "T-1", "T-2", "M-2"]
    rows = rows_of(opened)
    place = rows.visualRect(rows.records.index(0, 1)).center()
    QTest.mouseClick(rows.viewport(), LEFT, NO_KEY, place)
    assert shown(opened)[:2] == ["Tot 3 maanden, 1", "Niet over tijd, 3"]
    QTest.keyClick(rows, Qt.Key.Key_Right)
    assert shown(opened)[1] == "M-1"
    QTest.keyClick(rows, Qt.Key.Key_Space)
    assert shown(opened)[1] == "Niet over tijd, 3"
    assert opened.status.left.text().startswith("4 records")
    assert rows.selected_ids == []


def test_the_menus_offer_groups_and_heights(opened: MainWindow) -> None:
    menu = QMenu(opened)
    controller_of(opened).layouts.fill_groups(menu)
    entry(menu, "Soort")
    assert shown(opened)[0] == "motie, 2"
    menu.clear()
    controller_of(opened).layouts.fill_densities(menu)
    before = rows_of(opened).rowHeight(1)
    entry(menu, "Compact")
    assert rows_of(opened).rowHeight(1) < before
    controller_of(opened).choose("motion", None)
    assert rows_of(opened).rowHeight(0) < before


def test_walking_passes_over_heads_of_groups(opened: MainWindow) -> None:
    controller_of(opened).layouts.group("kind")
    rows = rows_of(opened)
    seen = []
    for _ in range(5):
        opened.actions_["find-next"].trigger()
        seen.append(rows.records.row_of(rows.current_id or 0))
    assert seen == [2, 4, 5, 1, 2]
    opened.actions_["find-previous"].trigger()
    assert rows.records.row_of(rows.current_id or 0) == 1


def test_the_layout_is_there_at_the_next_start(opened: MainWindow) -> None:
    rows_of(opened).list_header.resizeSection(column_place(opened, "state"), 210)
    controller_of(opened).layouts.group("kind")
    kept = opened.settings.columns
    again = controller_of(opened).layouts.remembered(None, None)
    assert again.widths_px["state"] == 210
    assert again.group == "kind"
    assert kept[""]["group"] == "kind"


def test_columns_kept_by_an_earlier_version_are_understood(opened: MainWindow) -> None:
    layouts = controller_of(opened).layouts
    layouts.kept["motion"] = ["reference", "title"]
    controller_of(opened).choose("motion", None)
    assert _columns(opened) == ["reference", "title"]


def test_words_found_elsewhere_are_told_beneath_the_title(opened: MainWindow, filled: Store, qtbot: QtBot) -> None:
    motion = filled.find("M-1")
    build.note(filled, motion, text="Gesproken met de burgemeester over de zomer")
    controller = controller_of(opened)
    finder = controller.browsing._finder
    controller.texts.read_all()
    qtbot.waitUntil(lambda: controller.browsing._finder is not finder)
    rows = rows_of(opened)
    height = rows.rowHeight(0)
    QTest.keyClicks(pane_of(opened).search, "burgemeester")
    assert shown(opened) == ["M-1"]
    assert rows.rowHeight(0) > height
    qtbot.waitUntil(lambda: rows.records.hit(0) is not None)
    hit = rows.records.hit(0)
    assert hit is not None
    assert (hit.field.nl, hit.found) == ("Stand van zaken", "burgemeester")
    assert not opened.grab().isNull()
    QTest.keyClick(pane_of(opened).search, Qt.Key.Key_Escape)
    assert rows.rowHeight(0) == height


def test_the_cell_menu_is_asked_for_with_the_column_under_the_mouse(opened: MainWindow, qtbot: QtBot) -> None:
    rows = rows_of(opened)
    place = rows.visualRect(rows.records.index(1, 1)).center()
    with qtbot.waitSignal(rows.cell_menu_wanted, check_params_cb=lambda row, key, _at: (row, key) == (1, "title")):
        rows.customContextMenuRequested.emit(QPoint(place))
    menus = [one for one in pane_of(opened).findChildren(QMenu) if one.isVisible()]
    assert menus
    menus[0].close()


def test_columns_are_ticked_one_after_another_and_a_new_one_comes_into_sight(opened: MainWindow) -> None:
    pane, rows = pane_of(opened), rows_of(opened)
    pane.list.widths.own_px = {"title": 2000}
    QTest.mouseClick(pane.columns_button, LEFT)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, TickMenu)
    by_words = {one.text(): one for one in menu.actions()}
    for words in ("Bewindspersoon", "Thema"):
        QTest.mouseClick(menu, LEFT, NO_KEY, menu.actionGeometry(by_words[words]).center())
        assert menu.isVisible()
    assert {"minister", "theme"} <= set(_columns(opened))
    place = column_place(opened, "theme")
    right = rows.columnViewportPosition(place) + rows.columnWidth(place)
    assert 0 < right <= rows.viewport().width()
    menu.setActiveAction(by_words["Thema"])
    QTest.keyClick(menu, Qt.Key.Key_Space)
    assert menu.isVisible()
    assert "theme" not in _columns(opened)
    QTest.keyClick(menu, Qt.Key.Key_Escape)
    assert not menu.isVisible()


def test_the_words_of_the_deadline_give_in_where_columns_do_not_fit(opened: MainWindow) -> None:
    opened.resize(1366, 768)
    pane, few = pane_of(opened), ["reference", "title", "deadline_wording"]
    rows = pane.list
    pane.offer_columns(pane.all_columns, few)
    usual = rows.columnWidth(2)
    pane.offer_columns(pane.all_columns, [*few, "deadline_end", "state", "owner", "minister", "theme"])
    assert rows.columnWidth(2) == grown(110) < usual
    rows.horizontalHeader().resizeSection(2, usual)  # as who drags its edge does
    assert rows.columnWidth(2) == usual


def test_columns_are_as_they_were_after_a_crash(opened: MainWindow, tmp_path: Path, qtbot: QtBot) -> None:
    pane = pane_of(opened)
    pane.offer_columns(pane.all_columns, ["reference", "title", "owner"])
    pane.columns_changed.emit()

    def kept() -> bool:
        return '"owner"' in json.dumps(WindowSettings(tmp_path / "window.ini").columns)

    qtbot.waitUntil(kept)
