"""Tests of Qt's own words in the language of the window."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from tracker.basics.language import Language
from tracker.ui.qt_words import speak


@pytest.mark.parametrize(
    ("language", "said", "not_said"),
    [
        (Language.DUTCH, {"&Zoeken in:", "Bestanden van &type:", "Annuleren"}, {"&Look in:", "Files of &type:"}),
        (Language.ENGLISH, {"&Look in:", "Files of &type:", "Cancel"}, {"&Zoeken in:", "Bestanden van &type:"}),
    ],
)
def test_qts_own_window_of_files_speaks_one_language(
    qtbot: QtBot, qapp: QApplication, language: Language, said: set[str], not_said: set[str]
) -> None:
    speak(qapp, language)
    try:
        dialog = QFileDialog()
        qtbot.addWidget(dialog)
        dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
        shown = {one.text() for one in dialog.findChildren(QLabel)}
        shown |= {one.text() for one in dialog.findChildren(QPushButton)}
        plain = {text.replace("&", "") for text in shown}
        assert {one.replace("&", "") for one in said} <= plain
        assert not plain & {one.replace("&", "") for one in not_said}
    finally:
        speak(qapp, Language.DUTCH)
