"""The letters by which the menus are walked."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QMenu, QMenuBar, QToolButton
from pytestqt.qtbot import QtBot

from tests import builders as build
from tracker.basics.language import Language
from tracker.services import trail
from tracker.services.editor import Editor
from tracker.store.record_store import Store
from tracker.ui.looks.theme import Theme
from tracker.ui.main_window import MainWindow
from tracker.ui.parts.menu_walk import letter_of, menu_acts
from tracker.ui.parts.window_settings import WindowSettings
from tracker.ui.session import Session


def menus_in(menu: QMenu | QMenuBar) -> Iterator[QMenu | QMenuBar]:
    yield menu
    for action in menu.actions():
        inner = action.menu()
        if isinstance(inner, QMenu):
            yield from menus_in(inner)


def shared_letters(menu: QMenu | QMenuBar) -> dict[str, list[str]]:
    """Give the entries that have the same letter; pressing it only moves between them."""
    by_letter: dict[str, list[str]] = defaultdict(list)
    for action in menu.actions():
        found = re.search(r"&(\w)", action.text().replace("&&", ""))
        if found is not None and action.isVisible():
            by_letter[found[1].lower()].append(action.text())
    return {letter: entries for letter, entries in by_letter.items() if len(entries) > 1}


@pytest.mark.qt_log_ignore("This plugin does not support")
@pytest.mark.parametrize("language", Language, ids=str)
def test_no_two_acts_on_records_bear_the_same_words(
    language: Language, qapp: QApplication, qtbot: QtBot, store: Store, tmp_path: Path
) -> None:
    window = MainWindow(Theme(qapp), WindowSettings(tmp_path / "window.ini"), build.TODAY, language)
    qtbot.addWidget(window)
    window.attach(Session(store, Editor(store), build.TODAY, language))
    found = Counter(one.words for one in menu_acts(window.menuBar()) if one.way.startswith("Record"))
    assert len(found) > 15
    assert [one for one, times in found.items() if times > 1] == []
    window.detach()


@pytest.mark.qt_log_ignore("This plugin does not support")
@pytest.mark.parametrize("language", Language, ids=str)
def test_each_entry_of_a_menu_has_a_letter_of_its_own(
    language: Language, qapp: QApplication, qtbot: QtBot, store: Store, tmp_path: Path
) -> None:
    build.motion(store, title="Een")
    window = MainWindow(Theme(qapp), WindowSettings(tmp_path / "window.ini"), build.TODAY, language)
    qtbot.addWidget(window)
    window.attach(Session(store, Editor(store), build.TODAY, language))
    window.show()
    area = window.work_area
    assert area is not None
    pane = area.record_pane
    assert pane is not None
    qtbot.waitUntil(lambda: pane.record is not None)
    assert area.grid is not None
    rows = area.list_pane.list
    found = list(menus_in(window.menuBar()))
    for place, column in enumerate(rows.records.columns):
        rows.pick(rows.records.index(0, place))
        found += menus_in(area.grid.menu.menu(0, column.key))
    found.append(pane.header.menu_button.menu())
    assert len(found) > 20
    assert [shared for one in found if (shared := shared_letters(one))] == []
    named = [one for one in found if not _is_filled_by_others(one)]
    assert [entry for one in named for entry in without_letter(one)] == []


def without_letter(menu: QMenu | QMenuBar) -> list[str]:
    entries = (one for one in menu.actions() if one.text() and one.isVisible() and not one.isSeparator())
    return [one.text() for one in entries if not letter_of(one.text())]


def _is_filled_by_others(menu: QMenu | QMenuBar) -> bool:
    """Tell whether its entries are steps, files or fields, whose number no alphabet holds."""
    entries = [one for one in menu.actions() if not one.isSeparator()]
    return (
        not any(one.isEnabled() for one in entries)
        or any(one.data() is not None for one in entries)
        or (len(entries) > 15)
    )


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_a_filter_can_only_be_cleared_while_there_is_one(opened: MainWindow, qtbot: QtBot) -> None:
    area = opened.work_area
    assert area is not None
    assert not opened.actions_["clear-filter"].isEnabled()
    QTest.keyClicks(area.list_pane.search, "zzz")
    qtbot.waitUntil(opened.actions_["clear-filter"].isEnabled)
    opened.actions_["clear-filter"].trigger()
    assert not opened.actions_["clear-filter"].isEnabled()


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_a_narrow_window_keeps_all_acts_of_its_bar_as_signs(
    qapp: QApplication, qtbot: QtBot, store: Store, tmp_path: Path
) -> None:
    window = MainWindow(Theme(qapp), WindowSettings(tmp_path / "window.ini"), build.TODAY, Language.DUTCH)
    qtbot.addWidget(window)
    window.attach(Session(store, Editor(store), build.TODAY, Language.DUTCH))
    window.show()
    named = {one.accessibleName(): one for one in window.tool_bar.findChildren(QToolButton)}
    acts = [named[words] for words in ("Opslaan", "Importeren", "Naar Excel")]
    style = Qt.ToolButtonStyle
    window.resize(1366, 768)
    qtbot.waitUntil(lambda: all(one.toolButtonStyle() == style.ToolButtonTextBesideIcon for one in acts))
    window.resize(820, 480)
    qtbot.waitUntil(lambda: all(one.toolButtonStyle() == style.ToolButtonIconOnly for one in acts))
    assert all(one.isVisible() and one.toolTip() for one in acts)


@pytest.mark.qt_log_ignore("This plugin does not support")
@pytest.mark.parametrize("language", Language, ids=str)
def test_no_button_in_the_window_takes_the_letter_of_a_menu(
    language: Language, qapp: QApplication, qtbot: QtBot, store: Store, tmp_path: Path
) -> None:
    build.motion(store, title="Een")
    window = MainWindow(Theme(qapp), WindowSettings(tmp_path / "window.ini"), build.TODAY, language)
    qtbot.addWidget(window)
    window.attach(Session(store, Editor(store), build.TODAY, language))
    window.show()
    menus = {letter_of(one.text()) for one in window.menuBar().actions()}
    assert len(menus) == 6
    buttons = [one for one in window.findChildren(QAbstractButton) if one.window() is window]
    labels = [one for one in window.findChildren(QLabel) if one.window() is window and one.buddy() is not None]
    texts = [*(one.text() for one in buttons), *(one.text() for one in labels)]
    assert [one for one in texts if letter_of(one) in menus] == []


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_going_back_is_offered_once_there_is_a_record_to_go_back_to(
    opened: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(trail, "PASSED_BY_S", 0.0)
    area, acts = opened.work_area, opened.actions_
    assert area is not None
    rows = area.list_pane.list
    assert (acts["back"].isEnabled(), acts["forward"].isEnabled()) == (False, False)
    rows.walk(1)
    area.open_record(rows.records.order[2])
    assert area.can_travel(-1)
    assert acts["back"].isEnabled()
    acts["back"].trigger()
    assert acts["forward"].isEnabled()
