"""Every screen, in both languages and with letters of 100 and 200 %: nothing cut off, foreign, nameless or a trap."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale, QRect, QSize
from PySide6.QtGui import QAccessible, QFont
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests import builders as build
from tests.ui import screens, survey
from tests.ui.filled import fill
from tracker.basics.language import Language
from tracker.records.entity import BESIDE, KIND_TABLES, model_of
from tracker.records.field import fields_of
from tracker.records.step_labels import step_text
from tracker.records.value_type import Suggested
from tracker.services.editor import Editor
from tracker.services.help_pages import read_pages
from tracker.services.recess_calendar import recess_rows
from tracker.store.record_store import Store
from tracker.ui.aids import join_aids
from tracker.ui.looks.theme import Theme
from tracker.ui.main_window import MainWindow
from tracker.ui.parts import screens as rooms
from tracker.ui.parts.window_settings import WindowSettings
from tracker.ui.qt_words import speak
from tracker.ui.session import Session

pytestmark = [
    pytest.mark.qt_log_ignore("This plugin does not support"),  # the offscreen platform says so of each window
    pytest.mark.timeout(400),  # ninety screens in a row
]

DATA = "zzqx"
"""Every word that a user typed holds this, so that what the program says itself can be told apart."""
SIZES = {1: ((1366, 768), (1093, 614), (1920, 1080)), 2: ((1920, 1080), (2560, 1440))}
"""Sizes of the window by how large the letters are."""
IN_DUTCH: set[str] = set()
"""Their rehearsals tell in Dutch what becomes of a deadline, in both languages (``rereading.window_words``)."""
SCREEN = QRect(0, 0, 2560, 1440)


@pytest.fixture(params=SIZES, ids=lambda times: f"{times}00%")
def letters(request: pytest.FixtureRequest, qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> Iterator[int]:
    """The system's letters, as they are and twice as large."""
    usual, times = qapp.font(), int(request.param)
    large = QFont(usual)
    large.setPointSizeF(usual.pointSizeF() * times)
    monkeypatch.setattr(rooms, "screen_room", lambda _: SCREEN)  # the offscreen platform has one of 800 × 800
    qapp.setFont(large)
    yield times
    qapp.setFont(usual)


@pytest.fixture(params=Language, ids=str)
def spoken(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[survey.Spoken]:
    """The words that the program speaks in one of its languages."""
    language: Language = request.param
    speak(qapp, language)
    with survey.Spoken(language) as words:
        yield words
    speak(qapp, Language.DUTCH)


@pytest.fixture
def window(
    letters: int, spoken: survey.Spoken, qapp: QApplication, qtbot: QtBot, store: Store, tmp_path: Path
) -> Iterator[MainWindow]:
    """A window on a register with something on every screen."""
    fill(store, DATA)
    QAccessible.setActive(True)
    made = MainWindow(Theme(qapp), WindowSettings(tmp_path / "window.ini"), build.TODAY, spoken.language)
    join_aids(made)
    qtbot.addWidget(made)
    made.attach(Session(store, Editor(store), build.TODAY, spoken.language))
    made.resize(*SIZES[letters][0])
    made.show()
    qtbot.waitExposed(made)
    yield made
    made.detach()


def test_nothing_is_cut_off_nameless_or_of_another_language(
    window: MainWindow, spoken: survey.Spoken, letters: int, tmp_path: Path
) -> None:
    found: set[str] = set()
    spoken.add(*_names(window, spoken.language))
    for name, shown in screens.screens(window, tmp_path):
        spoken.add(*_labels(window, spoken.language))
        for size in SIZES[letters]:
            found |= {f"{name} cut off at {size}: {one}" for one in _cut_off(shown, window, size)}
        found |= {f"{name} without a name: {one}" for one in survey.nameless(shown)}
        if name not in IN_DUTCH:
            words = (one for one in survey.words_of(shown) if DATA not in one)
            found |= {f"{name} not spoken: {one}" for one in words if not spoken.knows(one)}
    assert sorted(found) == []


def _cut_off(shown: QWidget, window: MainWindow, size: tuple[int, int]) -> list[str]:
    """Look at a screen; only the window itself is made of another size."""
    if shown is window and window.size() != QSize(*size):
        window.resize(*size)
        screens.settle(window)
    return survey.cut_off(shown)


def _names(window: MainWindow, language: Language) -> Iterator[str]:
    """Give the words that do not come from the program: names, days, and what this test typed."""
    locale, store = QLocale(), screens.Desk(window, Path()).session.store
    yield from (
        window.windowTitle(),
        str(store.path),
        build.ACTOR,
        "Ctrl",
        "Shift",
        *screens.TYPED,
        *_names_in_dutch(store),
    )
    yield from (locale.monthName(one) for one in range(1, 13))
    yield from (locale.dayName(one) for one in range(1, 8))
    yield from (page.title for page in read_pages(language).values())
    yield from (one.own_name for one in Language)


def _labels(window: MainWindow, language: Language) -> Iterator[str]:
    """Give what the steps did: their words are looked up by the Dutch ones in the log."""
    store = screens.Desk(window, Path()).session.store
    for undone in (False, True):
        yield from (step_text(one.label).to(language) for one in store.steps(undone=undone))


def _names_in_dutch(store: Store) -> Iterator[str]:
    """Give the names that stay Dutch: those of recesses, which the reading of deadlines looks for, and suggestions."""
    for row in recess_rows(store):
        yield from (row.name, row.source or "")
    for entity in (*KIND_TABLES, *BESIDE):
        for spec in fields_of(model_of(entity)):
            if isinstance(spec.type, Suggested):
                yield from (*spec.type.usual, *spec.type.english)
