"""*Snel naar…* through its keys: what it finds, in which order, and what Enter does."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests import builders as build
from tracker.basics.language import Language, Text
from tracker.services.editor import Editor
from tracker.store.record_store import Store
from tracker.ui.aids import join_aids
from tracker.ui.looks.theme import Theme
from tracker.ui.main_window import MainWindow
from tracker.ui.palette.offers import Group
from tracker.ui.palette.palette import Palette
from tracker.ui.parts.window_settings import WindowSettings
from tracker.ui.session import Session

Key = Qt.Key


def open_palette(window: MainWindow, typed: str = "") -> Palette:
    window.actions_["palette"].trigger()
    palette = window.findChild(Palette)
    assert palette is not None
    QTest.keyClicks(palette.line, typed)
    return palette


def names(palette: Palette, group: Group | None = None) -> list[str]:
    return [row.offer.name for row in palette.rows.rows if row.offer and group in {None, row.group}]


def chosen(palette: Palette) -> str:
    assert palette.chosen is not None
    return palette.chosen.name


def press(palette: Palette, *keys: Qt.Key) -> None:
    for key in keys:
        QTest.keyClick(palette.line, key)


def go_to(palette: Palette, group: Group) -> None:
    for _ in range(palette.rows.rowCount()):
        if palette.chosen is None or palette.chosen.group is group:
            return
        press(palette, Key.Key_Down)


def test_ctrl_k_opens_and_closes_it_and_the_focus_comes_back(opened: MainWindow) -> None:
    area = opened.work_area
    assert area is not None
    area.list_pane.list.setFocus()
    palette = open_palette(opened)
    assert QApplication.focusWidget() is palette.line
    press(palette, Key.Key_Escape)
    assert not palette.isVisible()
    assert QApplication.focusWidget() is area.list_pane.list


def test_the_rows_keep_the_rules_of_models(opened: MainWindow) -> None:
    palette = open_palette(opened)
    tester = QAbstractItemModelTester(palette.rows, QAbstractItemModelTester.FailureReportingMode.Fatal)
    QTest.keyClicks(palette.line, "opslaan")
    assert tester.model() is palette.rows


def test_enter_runs_the_act_that_fits_best(opened: MainWindow, qtbot: QtBot) -> None:
    palette = open_palette(opened, "vernieuw")
    assert chosen(palette) == "Vernieuwen"
    with qtbot.waitSignal(opened.actions_["refresh"].triggered):
        press(palette, Key.Key_Return)
    assert not palette.isVisible()


@pytest.mark.parametrize(("typed", "name"), [("m-2", "M-2 Élan voor gemeenten"), ("elan", "M-2 Élan voor gemeenten")])
def test_enter_opens_the_record_that_fits_best(opened: MainWindow, qtbot: QtBot, typed: str, name: str) -> None:
    palette = open_palette(opened, typed)
    assert chosen(palette) == name
    press(palette, Key.Key_Return)
    pane = opened.work_area.record_pane  # type: ignore[union-attr]
    assert pane is not None
    qtbot.waitUntil(lambda: pane.record is not None and pane.record.reference == "M-2")


def test_enter_shows_the_view_that_fits_best(opened: MainWindow, qtbot: QtBot) -> None:
    palette = open_palette(opened, "over tijd")
    assert chosen(palette) == "Over tijd"
    assert palette.chosen is not None
    assert palette.chosen.group is Group.LISTS
    assert "Over tijd" in names(palette, Group.ACTS)  # the report of the same name comes after it
    press(palette, Key.Key_Return)
    area = opened.work_area
    assert area is not None
    qtbot.waitUntil(lambda: area.list_pane.title.text() == "Over tijd")


def test_a_letter_shows_the_records_that_name_it(opened: MainWindow, filled: Store, qtbot: QtBot) -> None:
    letter = build.letter(filled, title="Voortgangsbrief zomer")
    build.change(filled, filled.find("M-2"), settled_letter=letter.id)
    area = opened.work_area
    assert area is not None
    controller = area.controller
    assert controller is not None
    controller.refresh()
    old = controller.browsing.finder
    controller.texts.read_all()
    qtbot.waitUntil(lambda: controller.browsing.finder is not old)
    palette = open_palette(opened, "brief zomer")
    assert names(palette, Group.LETTERS) == ["B-1 Voortgangsbrief zomer"]
    go_to(palette, Group.LETTERS)
    press(palette, Key.Key_Enter)
    qtbot.waitUntil(lambda: area.list_pane.search.text() == '"Voortgangsbrief zomer"')
    assert [one.reference for one in filled.summaries(controller.browsing.ids)] == ["M-2"]


def test_what_cannot_be_done_says_why_and_stays(opened: MainWindow) -> None:
    opened.actions_.name("undo", None)
    palette = open_palette(opened, "ongedaan maken")
    press(palette, Key.Key_Return)
    assert palette.isVisible()
    assert palette.hint.text() == "Er is niets om ongedaan te maken."


def test_without_a_register_it_offers_the_acts_and_says_what_to_do_first(main_window: MainWindow) -> None:
    main_window.show_start([])
    main_window.show()
    palette = open_palette(main_window, "opslaan")
    assert palette.chosen is not None
    assert palette.chosen.refusal == "Open eerst een register."
    press(palette, Key.Key_Escape)
    assert "Openen" in names(open_palette(main_window))


def test_a_register_that_may_only_be_read_says_who_holds_it(
    main_window: MainWindow, filled: Store, path: Path, qtbot: QtBot
) -> None:
    with build.open_store(path) as second:
        main_window.attach(Session(second, Editor(second), build.TODAY, Language.DUTCH))
        main_window.show()
        palette = open_palette(main_window, "nieuw record")
        assert palette.chosen is not None
        assert "is al open in een ander venster" in palette.chosen.refusal
        controller = main_window.work_area.controller  # type: ignore[union-attr]
        assert controller is not None
        qtbot.waitUntil(lambda: controller.browsing.finder is not None)
        main_window.detach()


def test_an_act_may_say_itself_why_it_cannot_be_done(opened: MainWindow) -> None:
    opened.actions_["check"].setEnabled(False)
    opened.actions_["check"].setProperty("why_not", Text("Er loopt al een controle.", "A check is running."))
    palette = open_palette(opened, "controleren")
    assert palette.chosen is not None
    assert palette.chosen.refusal == "Er loopt al een controle."


def test_arrows_pass_headings_over_and_stop_at_the_ends(opened: MainWindow) -> None:
    palette = open_palette(opened)
    first = chosen(palette)
    press(palette, Key.Key_Up)
    assert chosen(palette) == first
    press(palette, Key.Key_PageDown, Key.Key_PageDown)
    assert chosen(palette) != first
    QTest.keyClick(palette.line, Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    last = chosen(palette)
    press(palette, Key.Key_Down, Key.Key_PageDown)
    assert chosen(palette) == last
    QTest.keyClick(palette.line, Key.Key_Home, Qt.KeyboardModifier.ControlModifier)
    assert chosen(palette) == first


def test_what_was_chosen_lately_comes_first_when_nothing_is_typed(opened: MainWindow, qtbot: QtBot) -> None:
    for typed in ("vernieuw", "t-1"):
        palette = open_palette(opened, typed)
        press(palette, Key.Key_Return)
        qtbot.waitUntil(lambda: opened.findChild(Palette) is None or not opened.findChild(Palette).isVisible())  # type: ignore[union-attr]
        QApplication.processEvents()
    assert names(open_palette(opened), Group.RECENT) == ["T-1 Brief over de coördinatie", "Vernieuwen"]


def test_a_click_takes_an_offer(opened: MainWindow, qtbot: QtBot) -> None:
    palette = open_palette(opened, "vernieuw")
    place = palette.list.visualRect(palette.rows.index(1)).center()
    with qtbot.waitSignal(opened.actions_["refresh"].triggered):
        QTest.mouseClick(palette.list.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)


def test_going_elsewhere_closes_it(opened: MainWindow, qtbot: QtBot) -> None:
    palette = open_palette(opened)
    opened.work_area.list_pane.search.setFocus()  # type: ignore[union-attr]
    qtbot.waitUntil(lambda: not palette.isVisible())


def test_a_click_beside_it_closes_it_and_does_nothing_else(opened: MainWindow) -> None:
    area = opened.work_area
    assert area is not None
    before = area.list_pane.list.current_id
    palette = open_palette(opened)
    place = area.list_pane.list.mapTo(opened, QPoint(30, area.list_pane.list.height() - 40))
    under = opened.childAt(place)
    assert under is palette.veil
    QTest.mouseClick(under, Qt.MouseButton.LeftButton)
    assert not palette.isVisible()
    assert opened.childAt(place) is not palette.veil
    assert area.list_pane.list.current_id == before


def test_nothing_found_says_what_to_try(opened: MainWindow) -> None:
    palette = open_palette(opened, "xyzzy")
    assert palette.rows.rowCount() == 0
    assert palette.hint.text().startswith("Niets gevonden.")
    press(palette, Key.Key_Return)
    assert palette.isVisible()


def test_a_screen_reader_hears_the_choice_in_the_field(opened: MainWindow) -> None:
    palette = open_palette(opened, "opslaan")
    field = QAccessible.queryAccessibleInterface(palette.line)
    assert field.text(QAccessible.Text.Name) == "Zoek een opdracht, record, weergave of brief"
    assert field.text(QAccessible.Text.Description) == "Opslaan, Bestand, Ctrl+S"
    index = palette.rows.index(1)
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "Opslaan, Bestand, Ctrl+S"


def test_it_stays_inside_a_small_window(opened: MainWindow) -> None:
    palette = open_palette(opened)
    opened.resize(820, 480)
    assert opened.rect().contains(palette.geometry())


def test_it_paints_in_both_languages(qapp: QApplication, qtbot: QtBot, tmp_path: Path) -> None:
    window = MainWindow(Theme(qapp), WindowSettings(tmp_path / "w.ini"), build.TODAY, Language.ENGLISH)
    join_aids(window)
    qtbot.addWidget(window)
    window.show()
    palette = open_palette(window, "opslaan")
    assert chosen(palette) == "Save"
    assert not palette.grab().isNull()
