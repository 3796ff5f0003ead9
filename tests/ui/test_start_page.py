"""The ways to begin, in every size of the window."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from tests.ui import survey
from tracker.basics.language import Language
from tracker.ui.looks.theme import Theme
from tracker.ui.start_page import StartPage

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.mark.parametrize("language", Language, ids=str)
@pytest.mark.parametrize("size", [(820, 450), (1093, 580), (1366, 740)])
def test_nothing_is_cut_off_or_lies_over_something_else(
    qapp: QApplication, qtbot: QtBot, language: Language, size: tuple[int, int]
) -> None:
    Theme(qapp)
    page = StartPage(language, [Path(f"{name}.db") for name in "abcd"])
    qtbot.addWidget(page)
    page.show_problem("Dat bestand is leeg. " * 4, can_find=True)
    page.resize(*size)
    page.show()
    qtbot.waitExposed(page)
    assert survey.cut_off(page) == []
    assert page.horizontalScrollBar().maximum() == 0
    card = page.sample_button.parentWidget()
    assert card is not None
    recent = next(one for one in page.findChildren(QPushButton) if one.text().startswith("a.db"))
    assert card.geometry().bottom() < recent.y()
