"""An error in a slot: a sentence or a report that can be copied, and the program lives on (fault 28)."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tracker.basics.errors import DiskFull
from tracker.basics.language import Language
from tracker.ui.errors import ErrorHandler, FaultDialog, SentenceDialog

# the offscreen platform says so of every dialog with a smallest size
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


@pytest.fixture
def handler(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ErrorHandler:
    made = ErrorHandler(Language.DUTCH, tmp_path / "tracker.log")
    monkeypatch.setattr(sys, "excepthook", made.handle)
    return made


def raising(error: Exception) -> QAction:
    action = QAction("Fout")

    def fail() -> None:
        raise error

    action.triggered.connect(fail)
    return action


def test_a_fault_shows_a_report_that_can_be_copied_and_the_program_lives(
    handler: ErrorHandler, qtbot: QtBot, tmp_path: Path
) -> None:
    action = raising(KeyError("Sanne de Vries"))
    action.trigger()
    qtbot.waitUntil(lambda: handler.dialog is not None)
    dialog = handler.dialog
    assert isinstance(dialog, FaultDialog)
    QTest.mouseClick(dialog.copy_button, Qt.MouseButton.LeftButton)
    copied = QGuiApplication.clipboard().text()
    assert "KeyError" in copied
    assert "in fail" in copied
    assert "Sanne" not in copied
    assert "KeyError" in (tmp_path / "tracker.log").read_text(encoding="utf-8")
    QTest.mouseClick(dialog.close_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: handler.dialog is None)


def test_what_the_world_did_is_told_in_a_sentence(handler: ErrorHandler, qtbot: QtBot) -> None:
    raising(DiskFull("De schijf is vol.", "The disk is full.")).trigger()
    qtbot.waitUntil(lambda: handler.dialog is not None)
    dialog = handler.dialog
    assert isinstance(dialog, SentenceDialog)
    assert dialog.sentence.text() == "De schijf is vol."
    dialog.accept()


def test_a_storm_of_faults_shows_one_report(handler: ErrorHandler, qtbot: QtBot) -> None:
    action = raising(ValueError())
    for _ in range(5):
        action.trigger()
    qtbot.waitUntil(lambda: handler.dialog is not None)
    first = handler.dialog
    action.trigger()
    QTest.qWait(1)
    assert handler.dialog is first
    assert first is not None
    first.accept()
