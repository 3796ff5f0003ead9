"""The filter over the list: put together in the popup, shown as chips, changed and taken away by mouse and keys."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from tests.ui.listing.doing import (
    LEFT,
    NO_KEY,
    chips,
    choose,
    click_list,
    controller_of,
    entry,
    pane_of,
    popup_of,
    rows_of,
    shown,
)
from tracker.services import editing
from tracker.store.record_store import Store
from tracker.ui.listing.value_inputs import TypedInput, ValuesInput
from tracker.ui.main_window import MainWindow
from tracker.ui.parts.window_settings import WindowSettings

# Qt says so of every popup window that is drawn without a screen.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


def test_a_text_is_asked_by_keys_and_stands_as_a_chip(opened: MainWindow) -> None:
    popup = choose(opened, "Onderwerp", "bevat")
    assert isinstance(popup.input, TypedInput)
    QTest.keyClicks(popup.input.lines[0], "COORD")
    QTest.keyClick(popup.input.lines[0], Qt.Key.Key_Return)
    assert shown(opened) == ["T-1"]
    assert chips(opened) == ["Onderwerp: bevat “COORD”"]
    assert pane_of(opened).count.text() == "1 van 4"
    assert controller_of(opened).filters.popup is None or not popup.isVisible()


def test_values_are_ticked_with_space_and_counted(opened: MainWindow) -> None:
    popup = choose(opened, "Fase", "is een van")
    assert isinstance(popup.input, ValuesInput)
    values = popup.input.list
    assert [values.item(row).text() for row in range(values.count())] == ["open  (3)", "klaar  (1)"]
    QTest.keyClick(values, Qt.Key.Key_Down)
    QTest.keyClick(values, Qt.Key.Key_Space)
    QTest.keyClick(values, Qt.Key.Key_Return)
    assert shown(opened) == ["M-2"]
    assert chips(opened) == ["Fase: klaar"]


def test_what_makes_no_sense_is_said_in_the_popup_and_nothing_changes(opened: MainWindow) -> None:
    popup = choose(opened, "Uiterlijk", "vóór")
    assert isinstance(popup.input, TypedInput)
    QTest.keyClicks(popup.input.lines[0], "31-2-2026")
    QTest.keyClick(popup.input.lines[0], Qt.Key.Key_Return)
    assert popup.fault.isVisible()
    assert "31-2-2026" in popup.fault.text()
    QTest.keyClick(popup, Qt.Key.Key_Escape)
    assert len(shown(opened)) == 4


def test_days_told_from_today_follow_the_day_and_take_what_is_overdue(opened: MainWindow) -> None:
    popup = choose(opened, "Uiterlijk", "vóór")
    assert isinstance(popup.input, TypedInput)
    QTest.keyClicks(popup.input.lines[0], "+14d")
    QTest.keyClick(popup.input.lines[0], Qt.Key.Key_Return)
    assert popup.fault.text() == ""
    assert (shown(opened), chips(opened)) == (["M-1"], ["Uiterlijk: vóór +14d (15-07-2026)"])
    session = opened.session
    assert session is not None
    session.set_today(date(2026, 7, 2))
    assert (shown(opened), chips(opened)) == (["M-1", "T-1"], ["Uiterlijk: vóór +14d (16-07-2026)"])
    pane_of(opened).chips.chips[0].click()
    again = popup_of(opened)
    assert isinstance(again.input, TypedInput)
    assert again.input.typed == ("+14d",)
    again.close()


def test_tab_goes_from_the_first_day_of_a_period_to_its_last_and_a_year_alone_is_enough(opened: MainWindow) -> None:
    popup = choose(opened, "Uiterlijk", "van … tot en met")
    assert isinstance(popup.input, TypedInput)
    first, last = popup.input.lines
    QApplication.processEvents()  # they are shown a moment after they are made
    first.setFocus()
    QTest.keyClicks(first, "2026")
    QTest.keyClick(first, Qt.Key.Key_Tab)
    assert last.hasFocus()
    QTest.keyClick(last, Qt.Key.Key_Return)
    assert chips(opened) == ["Uiterlijk: 01-01-2026 t/m 31-12-2026"]


def test_esc_closes_the_popup_without_asking_anything(opened: MainWindow) -> None:
    popup = choose(opened, "Fase", "is een van")
    QTest.keyClick(popup, Qt.Key.Key_Escape)
    assert chips(opened) == []


@pytest.mark.parametrize("way", ["cross", "del", "clear"])
def test_a_filter_is_taken_away(opened: MainWindow, way: str) -> None:
    choose(opened, "Fase", "is een van").apply_button.click()
    assert len(shown(opened)) == 3
    bar = pane_of(opened).chips
    if way == "cross":
        chip = bar.chips[0]
        QTest.mouseClick(chip, LEFT, NO_KEY, QPoint(chip.width() - 14, chip.height() // 2))
    elif way == "del":
        opened.actions_["go-to-filter"].trigger()
        assert opened.focusWidget() is bar.chips[0]
        QTest.keyClick(bar.chips[0], Qt.Key.Key_Delete)
    else:
        bar.clear_button.click()
    assert len(shown(opened)) == 4
    assert chips(opened) == []


def test_a_chip_opens_what_it_asks_to_change_it(opened: MainWindow) -> None:
    choose(opened, "Fase", "is een van").apply_button.click()
    pane_of(opened).chips.chips[0].click()
    popup = popup_of(opened)
    assert isinstance(popup.input, ValuesInput)
    assert popup.input.operands == ("open",)
    popup.input.list.item(1).setCheckState(Qt.CheckState.Checked)
    popup.apply_button.click()
    assert chips(opened) == ["Fase: open of klaar"]


def test_an_empty_list_names_the_filter_to_blame_and_takes_it_away(opened: MainWindow) -> None:
    popup = choose(opened, "Dossierhouder", "is ingevuld")
    popup.apply_button.click()
    empty = pane_of(opened).empty
    assert empty.isVisible()
    assert "“Dossierhouder: ingevuld” laat van de 4 records in “Alle records” niets over" in empty.sentence.text()
    button = empty.findChildren(QPushButton)[0]
    assert button.text() == "Dit filter weghalen"
    QTest.mouseClick(button, LEFT)
    assert len(shown(opened)) == 4


def test_a_search_that_finds_nothing_in_a_view_tells_how_many_all_records_hold(opened: MainWindow) -> None:
    click_list(opened, "Over tijd")
    QTest.keyClicks(pane_of(opened).search, "gemeenten")
    empty = pane_of(opened).empty
    assert "In Alle records staat “gemeenten” wel: in 1 record." in empty.sentence.text()
    ways = [one for one in empty.findChildren(QPushButton) if one.text() == "Wel 1 in Alle records"]
    QTest.mouseClick(ways[-1], LEFT)  # those of *gem*, *geme* … are still to be thrown away
    assert (shown(opened), pane_of(opened).search.text()) == (["M-2"], "gemeenten")
    click_list(opened, "Over tijd")
    QTest.keyClicks(pane_of(opened).search, "xyzzy")
    assert "Ook in Alle records staat “xyzzy” nergens." in empty.sentence.text()


def test_a_cell_and_a_heading_filter_by_their_value(opened: MainWindow, filled: Store) -> None:
    opened.resize(1366, 768)  # a narrower list leaves this column out
    filters = controller_of(opened).filters
    filters.by_value(filled.find("T-1").id, "deadline_end")
    assert shown(opened) == ["T-1"]
    assert chips(opened) == ["Uiterlijk: 15-07-2026 t/m 15-07-2026"]
    entry(controller_of(opened).layouts.header_menu("deadline_end"), "Filteren op deze kolom…")
    assert popup_of(opened).spec.name == "deadline_end"
    popup_of(opened).close()


@pytest.mark.parametrize("label", ["Alle records", "Toezeggingen"])
def test_a_click_at_the_left_shows_that_list_whole(opened: MainWindow, label: str) -> None:
    popup = choose(opened, "Fase", "is een van")
    assert isinstance(popup.input, ValuesInput)
    QTest.keyClick(popup.input.list, Qt.Key.Key_Down)
    QTest.keyClick(popup.input.list, Qt.Key.Key_Return)
    QTest.keyClicks(pane_of(opened).search, "zonder gevolg")
    assert (len(shown(opened)), len(chips(opened))) == (0, 1)
    click_list(opened, label)  # *Alle records* is the list on show
    assert (chips(opened), pane_of(opened).search.text()) == ([], "")
    assert len(shown(opened)) == {"Alle records": 4, "Toezeggingen": 2}[label]
    assert pane_of(opened).count.text() == str(len(shown(opened)))


def test_enter_on_the_list_on_show_shows_it_whole(opened: MainWindow) -> None:
    choose(opened, "Fase", "is een van").apply_button.click()
    assert opened.work_area is not None
    QTest.keyClick(opened.work_area.sidebar, Qt.Key.Key_Return)
    assert (chips(opened), len(shown(opened))) == ([], 4)


def test_a_list_that_is_chosen_begins_at_its_first_record(opened: MainWindow, filled: Store) -> None:
    rows = rows_of(opened)
    rows.choose(filled.find("T-2").id)
    click_list(opened, "Alle records")
    assert shown(opened)[rows.currentIndex().row()] == shown(opened)[0]
    assert rows.verticalScrollBar().value() == 0


def test_a_record_that_no_longer_fits_stays_marked_until_refreshed(opened: MainWindow, filled: Store) -> None:
    choose(opened, "Fase", "is een van").apply_button.click()
    session, model = opened.session, rows_of(opened).records
    assert session is not None
    changed = filled.find("M-1")
    session.submit(editing.change_record(filled, changed, {"status": "afgedaan"}))
    assert shown(opened) == ["M-1", "T-1", "T-2"]
    assert model.misfits == {changed.id}
    assert pane_of(opened).count.text() == "2 (+1) van 4"
    assert pane_of(opened).count.toolTip().startswith("Plus 1 record dat niet meer past")
    assert "Past niet meer bij dit filter" in model.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    session.submit(editing.delete_records(filled, [filled.find("T-1")]))
    assert (shown(opened), model.misfits) == (["M-1", "T-2"], {changed.id})
    opened.actions_["refresh"].trigger()
    assert (shown(opened), model.misfits) == (["T-2"], set())
    assert pane_of(opened).count.text() == "1 van 3"
    assert pane_of(opened).count.toolTip() == ""


def test_a_record_that_fits_again_loses_its_mark(opened: MainWindow, filled: Store) -> None:
    choose(opened, "Fase", "is een van").apply_button.click()
    session = opened.session
    assert session is not None
    session.submit(editing.change_record(filled, filled.find("M-1"), {"status": "afgedaan"}))
    opened.actions_["undo"].trigger()
    assert rows_of(opened).records.misfits == set()


def test_tab_goes_from_the_buttons_over_the_list_through_the_filter_to_the_list(opened: MainWindow) -> None:
    choose(opened, "Fase", "is een van").apply_button.click()
    pane = pane_of(opened)
    pane.save_button.setFocus()
    seen = []
    for _ in range(4):
        QTest.keyClick(opened.focusWidget(), Qt.Key.Key_Tab)
        seen.append(opened.focusWidget())
    assert seen == [pane.chips.chips[0], pane.chips.add_button, pane.chips.clear_button, pane.list]


def test_a_filter_is_there_again_after_a_crash_and_not_after_closing(
    opened: MainWindow, filled: Store, tmp_path: Path, qtbot: QtBot
) -> None:
    click_list(opened, "Moties")
    choose(opened, "Fase", "is een van").apply_button.click()
    pane_of(opened).search.setText("aansturing")
    settings = WindowSettings(tmp_path / "window.ini")
    qtbot.waitUntil(lambda: "aansturing" in (settings.list_on_show(filled.path).asked or ""))
    left = settings.list_on_show(filled.path)
    click_list(opened, "Toezeggingen")
    assert chips(opened) == []
    pane_of(opened).search.clear()
    opened.show_list(left)
    assert (chips(opened), pane_of(opened).search.text(), shown(opened)) == (["Fase: open"], "aansturing", ["M-1"])
    assert opened.detach()
    assert settings.list_on_show(filled.path).asked is None


def test_the_overview_is_there_again_after_a_crash(
    opened: MainWindow, filled: Store, tmp_path: Path, qtbot: QtBot
) -> None:
    opened.actions_["overview"].trigger()
    settings = WindowSettings(tmp_path / "window.ini")
    qtbot.waitUntil(lambda: settings.list_on_show(filled.path).page == "overview")
    left = settings.list_on_show(filled.path)
    opened.actions_["list"].trigger()
    opened.show_list(left)
    assert opened.work_area is not None
    assert opened.work_area.shows_overview
