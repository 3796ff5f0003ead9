"""Help (F1): the page that fits where one is, links, search, and menus that are really there."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from tests import builders as build
from tracker.basics.language import Language
from tracker.services.editor import Editor
from tracker.services.help_pages import CONTENTS, read_pages
from tracker.store.record_store import Store
from tracker.ui.help.places import page_for
from tracker.ui.help.window import HelpWindow, open_help
from tracker.ui.looks.theme import Theme
from tracker.ui.main_window import MainWindow
from tracker.ui.parts.menu_walk import menu_acts
from tracker.ui.parts.window_settings import WindowSettings
from tracker.ui.session import Session

Key = Qt.Key
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


def help_of(window: MainWindow) -> HelpWindow:
    shown = window.findChild(HelpWindow)
    assert shown is not None
    return shown


def press_f1(window: MainWindow) -> HelpWindow:
    window.actions_["help"].trigger()
    return help_of(window)


def shown(window: HelpWindow) -> str:
    assert window.current is not None
    return window.current.name


def rows(window: HelpWindow) -> list[str]:
    return [window.list.item(row).text() for row in range(window.list.count())]


def ways_of(window: MainWindow) -> set[str]:
    acts = menu_acts(window.menuBar())
    return {f"{one.way} > {one.words}" for one in acts} | {one.way for one in acts}


@pytest.mark.parametrize(
    ("part", "page"),
    [
        ("sidebar", "finding"),
        ("search", "finding"),
        ("deadlines", "wording"),
        ("history", "history"),
        ("form", "records"),
    ],
)
def test_f1_opens_the_page_that_fits_where_the_focus_is(opened: MainWindow, qtbot: QtBot, part: str, page: str) -> None:
    area = opened.work_area
    assert area is not None
    pane = area.record_pane
    assert pane is not None
    area.list_pane.list.choose(area.list_pane.model.id_at(0))
    parts: dict[str, QWidget] = {
        "sidebar": area.sidebar, "search": area.list_pane.search, "deadlines": pane.deadlines_tab,
        "history": pane.history_tab, "form": pane.form_page,
    }  # fmt: skip
    widget = parts[part]
    if widget in {pane.deadlines_tab, pane.history_tab}:
        pane.tabs.setCurrentWidget(widget)

    def focusable() -> list[QWidget]:
        parts = (widget, *widget.findChildren(QWidget))
        return [one for one in parts if one.focusPolicy() & Qt.FocusPolicy.TabFocus and one.isVisible()]

    qtbot.waitUntil(lambda: bool(focusable()))
    focusable()[0].setFocus()
    assert shown(press_f1(opened)) == page


def test_a_widget_may_name_its_own_page_and_others_give_the_contents(qtbot: QtBot) -> None:
    outer, inner = QWidget(), QWidget()
    qtbot.addWidget(outer)
    inner.setParent(outer)
    assert page_for(inner) == CONTENTS
    outer.setProperty("help_page", "excel")
    assert page_for(inner) == "excel"
    inner.setProperty("help_page", "undo")
    assert page_for(inner) == "undo"
    assert page_for(None) == CONTENTS


def test_f1_on_the_tool_bar_opens_the_page_of_that_button(opened: MainWindow) -> None:
    found = {}
    for button in opened.tool_bar.findChildren(QToolButton):
        button.setEnabled(True)
        button.setFocus()
        found[button.accessibleName()] = shown(press_f1(opened))
    assert found["Naar Excel"] == "excel"
    assert found["Nieuw"] == found["Opslaan"] == "records"
    assert found["Stappen terug"] == found["Stappen opnieuw"] == "undo"


def test_f1_on_the_overview_explains_what_is_overdue(opened: MainWindow) -> None:
    opened.actions_["overview"].trigger()
    assert opened.work_area is not None
    assert opened.work_area.overview_page is not None
    opened.work_area.overview_page.focus_first()
    assert shown(press_f1(opened)) == "overdue"


def test_one_window_of_help_serves_all_and_work_goes_on(opened: MainWindow) -> None:
    first = press_f1(opened)
    assert first.windowModality() is Qt.WindowModality.NonModal
    opened.actions_["keys"].trigger()
    assert opened.findChildren(HelpWindow) == [first]
    assert shown(first) == "keys"


def test_links_lead_to_pages_and_one_can_go_back_and_forward(opened: MainWindow) -> None:
    window = open_help(opened, "overdue")
    window.view.anchorClicked.emit(QUrl("postpone.md"))
    assert shown(window) == "postpone"
    QTest.keyClick(window, Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    window.go_back()
    assert shown(window) == "overdue"
    window.go_forward()
    assert shown(window) == "postpone"
    assert not window.forward.isEnabled()


def test_an_address_outside_is_left_to_the_system(opened: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: asked.append(url.toString()))
    open_help(opened, "overdue").follow("https://zoek.officielebekendmakingen.nl/kst-36547-36.md")
    assert asked == ["https://zoek.officielebekendmakingen.nl/kst-36547-36.md"]


def test_search_shows_places_with_the_words_around_them_and_marks_them_in_the_page(opened: MainWindow) -> None:
    window = open_help(opened)
    QTest.keyClicks(window.search, "verwijderde persoon")
    assert any(row.startswith("Privacy en markering") for row in rows(window))
    QTest.keyClick(window.search, Key.Key_Down)
    assert window.focusWidget() is window.list
    assert window.view.extraSelections()
    marked = {mark.cursor.selectedText().lower() for mark in window.view.extraSelections()}
    assert marked == {"verwijderde", "persoon"}
    QTest.keyClick(window.list, Key.Key_Escape)
    assert window.search.text() == ""
    assert rows(window)[0] == "Inhoud"
    QTest.keyClick(window, Key.Key_Escape)
    assert not window.isVisible()


def test_only_whole_typed_pieces_are_marked_and_typing_on_takes_the_marks_away(opened: MainWindow) -> None:
    window = open_help(opened)
    QTest.keyClicks(window.search, "e")
    assert rows(window)
    assert window.view.extraSelections() == []
    QTest.keyClicks(window.search, "xcel")
    assert {mark.cursor.selectedText().lower() for mark in window.view.extraSelections()} == {"excel"}
    QTest.keyClicks(window.search, "zzz")
    assert rows(window) == []
    assert window.view.extraSelections() == []


def test_nothing_found_says_so(opened: MainWindow) -> None:
    window = open_help(opened)
    QTest.keyClicks(window.search, "xyzzy")
    assert rows(window) == []
    assert window.nothing.isVisible()


def test_a_hit_brings_its_heading_to_the_top(opened: MainWindow) -> None:
    window = open_help(opened)
    window.show_page("finding", "Eigen weergaven")
    assert window.view.textCursor().block().text() == "Eigen weergaven"
    window.show_page("finding")
    assert window.view.verticalScrollBar().value() == 0


@pytest.mark.parametrize("language", list(Language))
def test_every_menu_that_a_page_names_is_there(
    qapp: QApplication, qtbot: QtBot, tmp_path: Path, filled: Store, language: Language
) -> None:
    window = MainWindow(Theme(qapp), WindowSettings(tmp_path / "w.ini"), build.TODAY, language)
    qtbot.addWidget(window)
    ways = ways_of(window)  # before anything was done: then undo and redo bear their names alone
    session = Session(filled, Editor(filled), build.TODAY, language)
    window.attach(session)
    ways |= ways_of(window)
    wrong = {
        (page.name, path) for page in read_pages(language).values() for path in page.menu_paths if path not in ways
    }
    assert wrong == set()
    controller = window.work_area.controller  # type: ignore[union-attr]
    assert controller is not None
    qtbot.waitUntil(lambda: controller.browsing.finder is not None)
    window.detach()


@pytest.mark.parametrize("language", list(Language))
def test_every_page_can_be_shown(qapp: QApplication, qtbot: QtBot, tmp_path: Path, language: Language) -> None:
    window = MainWindow(Theme(qapp), WindowSettings(tmp_path / "w.ini"), build.TODAY, language)
    qtbot.addWidget(window)
    shown_help = open_help(window, CONTENTS)
    for name, page in shown_help.pages.items():
        shown_help.show_page(name)
        assert page.title in shown_help.view.toPlainText()
        assert not shown_help.view.grab().isNull()
