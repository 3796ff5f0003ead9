"""The palette, help and the tour on a screen: whole words, in one language, with names for who does not see them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests import builders as build
from tests.ui.survey import Spoken, cut_off, nameless, words_of
from tracker.basics.language import Language
from tracker.services.help_pages import read_pages
from tracker.ui.help.tour import STEPS, start_tour
from tracker.ui.help.window import open_help
from tracker.ui.main_window import MainWindow
from tracker.ui.palette.palette import Palette
from tracker.ui.theme import Theme
from tracker.ui.window_settings import WindowSettings

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture(params=[1, 2], ids=["100 %", "200 %"])
def _letters(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[None]:
    """Make letters as large as a screen of 100 and of 200 % has them."""
    usual = QFont(qapp.font())
    large = QFont(usual)
    large.setPointSizeF(usual.pointSizeF() * request.param)
    qapp.setFont(large)
    yield
    qapp.setFont(usual)


def screens(window: MainWindow) -> Iterator[QWidget]:
    """Give what is to be looked at, one after another."""
    palette = Palette(window)
    palette.open()
    for typed in ("", "opslaan save", "xyzzy"):
        palette.line.setText(typed)
        QApplication.processEvents()
        yield palette
    palette.close()
    shown = open_help(window)
    QApplication.processEvents()
    yield shown
    shown.search.setText("xyzzy")
    QApplication.processEvents()
    yield shown
    shown.close()
    tour = start_tour(window, is_offered=True)
    assert tour is not None
    yield tour.card
    for place in range(len(STEPS)):
        tour.show_step(place)
        QApplication.processEvents()
        yield tour.card
    tour.stop()


@pytest.mark.usefixtures("_letters")
@pytest.mark.parametrize("language", list(Language))
def test_words_are_whole_in_their_language_and_have_names(
    qapp: QApplication, qtbot: QtBot, tmp_path: Path, language: Language
) -> None:
    with Spoken() as spoken:
        window = MainWindow(Theme(qapp), WindowSettings(tmp_path / "w.ini"), build.TODAY, language)
        qtbot.addWidget(window)
        window.resize(1366, 768)
        window.show()
        spoken.pieces |= {page.title.casefold() for page in read_pages(language).values()}
        for screen in screens(window):
            assert cut_off(screen) == []
            assert nameless(screen) == []
            assert [words for words in words_of(screen) if not spoken.knows(words)] == []
