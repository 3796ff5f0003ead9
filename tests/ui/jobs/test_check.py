"""Checking the register from the window."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests import builders as build
from tracker.services.editor import Editor
from tracker.store.record_store import Store
from tracker.ui.jobs.check import Checking
from tracker.ui.session import Session

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


def checked(qtbot: QtBot, store: Store) -> str:
    """Let a register be checked and give what the note says."""
    window = QWidget()
    qtbot.addWidget(window)
    note = Checking(window, Session(store, Editor(store), build.TODAY))
    with qtbot.waitSignal(note._job.done, timeout=30_000):
        note.begin()
    words = note.words.text()
    assert note.close_button.isVisible()
    QTest.keyClick(note.close_button, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == words
    note.close()
    return words


def test_a_whole_register_is_in_order(qtbot: QtBot, store: Store) -> None:
    build.motion(store)
    assert checked(qtbot, store) == "Het register is in orde."


def test_what_was_changed_from_outside_is_named(qtbot: QtBot, store: Store, path: Path) -> None:
    word = "stiekem"
    build.motion(store, theme="zo")
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("UPDATE motion SET theme = ?", (word,))
        connection.commit()
    said = checked(qtbot, store)
    assert said.startswith("Er is iets niet in orde.")
    assert word in said
