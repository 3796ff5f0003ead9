"""Every screen, in both languages: nothing cut off, nothing of the other language, nothing without a name."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from tests import builders as build
from tests.ui import survey
from tracker.basics.language import Language
from tracker.services.editor import Editor
from tracker.store.record_store import Store
from tracker.ui.main_window import MainWindow
from tracker.ui.qt_words import speak
from tracker.ui.session import Session
from tracker.ui.theme import Theme
from tracker.ui.window_settings import WindowSettings

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")  # the offscreen platform says so of each window

DATA = "zzqx"
"""Every word that a user typed holds this, so that what the program says itself can be told apart."""
SIZES = ((1366, 768), (1093, 614), (1920, 1080))


@pytest.fixture(params=Language, ids=str)
def language(request: pytest.FixtureRequest) -> Language:
    found: Language = request.param
    return found


@pytest.fixture
def window(
    qapp: QApplication, qtbot: QtBot, store: Store, tmp_path: Path, language: Language
) -> Iterator[tuple[MainWindow, survey.Spoken]]:
    """A window on a register with something on every tab, and the words that the program spoke."""
    late = build.motion(store, title=f"{DATA} eerst", theme=DATA)
    build.deadline(store, late, wording=f"{DATA} voor de zomer", end=build.TODAY.replace(month=6))
    build.note(store, late, text=DATA)
    build.relation(store, late, "draagt bij aan", build.commitment(store, title=DATA))
    QAccessible.setActive(True)
    speak(qapp, language)
    with survey.Spoken() as spoken:
        made = MainWindow(Theme(qapp), WindowSettings(tmp_path / "window.ini"), build.TODAY, language)
        qtbot.addWidget(made)
        made.attach(Session(store, Editor(store), build.TODAY, language))
        made.resize(*SIZES[0])
        made.show()
        qtbot.waitExposed(made)
        yield made, spoken
        made.detach()
    speak(qapp, Language.DUTCH)


def _show_tab(place: int) -> Callable[[MainWindow], None]:
    def show(window: MainWindow) -> None:
        area = window.work_area
        assert area is not None
        assert area.record_pane is not None
        area.list_pane.list.choose_first()
        area.record_pane.tabs.setCurrentIndex(place)

    return show


def _area_act(name: str) -> Callable[[MainWindow], None]:
    def show(window: MainWindow) -> None:
        getattr(window.work_area, name)()

    return show


def _search_nothing(window: MainWindow) -> None:
    assert window.work_area is not None
    window.work_area.list_pane.search.setText("xyzzy")


SCREENS: dict[str, Callable[[MainWindow], None]] = {
    **{f"tab {place}": _show_tab(place) for place in range(6)},
    "overview": _area_act("show_overview"),
    "timeline": _area_act("show_timeline"),
    "empty": _search_nothing,
    "start": lambda window: window.show_start([], "zzqx"),
}
SCREEN = pytest.mark.parametrize("screen", SCREENS)


def _settle(qtbot: QtBot) -> None:
    for _ in range(3):
        qtbot.wait(40)


def strange_words(window: MainWindow, spoken: survey.Spoken, words: Iterable[str]) -> set[str]:
    """Give the words that the program did not speak itself: neither those of the register nor names of days.

    Labels of steps stand in the log in Dutch, whatever the language of the window.
    """
    session, locale = window.session, QLocale()
    known = {window.windowTitle().casefold()}
    known |= {locale.monthName(one).casefold() for one in range(1, 13)}
    known |= {locale.dayName(one).casefold() for one in range(1, 8)}
    if session is not None:
        labels = [one.label for undone in (False, True) for one in session.store.steps(undone=undone)]
        known |= {str(session.store.path).casefold(), *(label.casefold() for label in labels)}
    spoken.pieces |= known
    return {one for one in words if DATA not in one and not spoken.knows(one)}


@SCREEN
def test_nothing_is_cut_off_nameless_or_of_another_language(
    window: tuple[MainWindow, survey.Spoken], qtbot: QtBot, screen: str
) -> None:
    shown, spoken = window
    SCREENS[screen](shown)
    for size in SIZES:
        shown.resize(*size)
        _settle(qtbot)
        assert survey.cut_off(shown) == [], size
    assert survey.nameless(shown) == []
    assert strange_words(shown, spoken, survey.words_of(shown)) == set()


def test_menus_speak_the_language_of_the_window(window: tuple[MainWindow, survey.Spoken]) -> None:
    shown, spoken = window
    for action in shown.menuBar().actions():
        menu = action.menu()
        assert isinstance(menu, QMenu)
        menu.aboutToShow.emit()
        strange = strange_words(shown, spoken, survey.words_of_menu(menu))
        assert strange <= {language.own_name for language in Language}
