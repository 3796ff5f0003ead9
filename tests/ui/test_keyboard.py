"""The keyboard: it comes everywhere and out again, and shows where it is, in every theme."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QTableView, QTextBrowser, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from tests import builders as build
from tests.ui import screens, survey
from tests.ui.filled import fill
from tracker.basics.language import Language
from tracker.services.editor import Editor
from tracker.store.record_store import Store
from tracker.ui.aids import join_aids
from tracker.ui.looks.theme import Theme, ThemeChoice
from tracker.ui.main_window import MainWindow
from tracker.ui.parts.focus_in_sight import is_out_of_sight
from tracker.ui.parts.window_settings import WindowSettings
from tracker.ui.session import Session

pytestmark = [pytest.mark.qt_log_ignore("This plugin does not support"), pytest.mark.timeout(400)]

WITH_ALL_SORTS = (
    "tab-2", "tab-3", "tab-4", "tab-5", "deadline", "overview", "timeline", "timeline-as-list", "filter", "help",
    "letter", "new-letter", "stale", "calendar", "event-day", "recesses", "print",
)  # fmt: skip
"""Screens that together have every sort of widget that takes the focus."""
_LONGEST_WAY = 400
"""No screen has so many places to come to, with the cells of its tables."""


@pytest.fixture
def window(qapp: QApplication, qtbot: QtBot, store: Store, tmp_path: Path) -> Iterator[MainWindow]:
    """A window on a register with something on every screen."""
    fill(store, "zzqx")
    made = MainWindow(Theme(qapp, ThemeChoice.LIGHT), WindowSettings(tmp_path / "w.ini"), build.TODAY, Language.DUTCH)
    join_aids(made)
    qtbot.addWidget(made)
    made.attach(Session(store, Editor(store), build.TODAY, Language.DUTCH))
    made.resize(1366, 768)
    made.show()
    made.activateWindow()
    qtbot.waitExposed(made)
    yield made
    made.detach()


def test_tab_comes_everywhere_in_sight_and_round_again(window: MainWindow, tmp_path: Path) -> None:
    found: set[str] = set()
    for name, shown in screens.screens(window, tmp_path):
        if isinstance(shown, QMenu):
            continue  # the arrows walk through a menu
        shown.activateWindow()
        QApplication.processEvents()
        if QApplication.focusWidget() is None:
            shown.setFocus()
        way = list(_way_round())
        found |= {f"{name}: out of sight: {one}" for one in way if one is None}
        there = [one for one in way if one is not None and isValid(one)]  # coming to a list may make the record anew
        for stop in _stops(shown.window()):
            if not any(one is stop or stop.isAncestorOf(one) or one.isAncestorOf(stop) for one in there):
                found.add(f"{name}: never reached: {survey.named(stop)}")
    assert sorted(found) == []


def _way_round() -> Iterator[QWidget | None]:
    """Press Tab until it is where it was before, and give where it came; None for what was out of sight."""
    seen: set[object] = set()
    for _ in range(_LONGEST_WAY):
        at = QApplication.focusWidget()
        place = _place_in(at)
        if at is None or place in seen:
            return
        seen.add(place)
        QApplication.processEvents()
        yield None if is_out_of_sight(at) else at
        QTest.keyClick(at, Qt.Key.Key_Tab)


def _place_in(at: QWidget | None) -> object:
    """Give where the focus is, to the cell or the link."""
    if isinstance(at, QTableView):
        return at, at.currentIndex().row(), at.currentIndex().column()
    return (at, at.textCursor().position()) if isinstance(at, QTextBrowser) else at


def _stops(window: QWidget) -> list[QWidget]:
    """Give what the keyboard must come to."""
    return [
        one
        for one in window.findChildren(QWidget)
        if one.isVisible() and one.isEnabled() and one.window() is window and one.focusProxy() is None
        and one.focusPolicy() & Qt.FocusPolicy.TabFocus
    ]  # fmt: skip


@pytest.mark.parametrize("choice", [ThemeChoice.LIGHT, ThemeChoice.DARK, ThemeChoice.CONTRAST], ids=str)
def test_the_focus_shows_on_each_sort_of_widget(window: MainWindow, choice: ThemeChoice, tmp_path: Path) -> None:
    window.theme.choose(choice)
    looked_at: set[str] = set()
    unseen: set[str] = set()
    for name, shown in screens.screens(window, tmp_path, WITH_ALL_SORTS):
        for widget in _stops(shown.window()):
            if not isValid(widget):  # the focus on another made its screen anew
                continue
            sort = _sort(widget)
            if sort not in looked_at and not is_out_of_sight(widget):
                looked_at.add(sort)
                unseen |= set() if _looks_other_with_focus(widget) else {f"{sort} in {name}"}
    assert sorted(unseen) == []
    assert len(looked_at) > 30


def _sort(widget: QWidget) -> str:
    """Give what decides how a widget is painted: its class, and what the stylesheet asks for."""
    asked = [f"{one}={widget.property(one)}" for one in ("role", "link", "primary") if widget.property(one)]
    return " ".join([type(widget).__name__, *asked])


def _looks_other_with_focus(widget: QWidget) -> bool:
    widget.activateWindow()
    QApplication.processEvents()
    widget.setFocus(Qt.FocusReason.TabFocusReason)
    QApplication.processEvents()
    with_focus = widget.grab().toImage()
    if QApplication.focusWidget() is not widget:
        return True  # it gave the focus to a part of itself, which is looked at too
    widget.clearFocus()
    QApplication.processEvents()
    return bool(with_focus != widget.grab().toImage())
