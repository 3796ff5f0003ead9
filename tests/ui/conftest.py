"""Windows for tests: drawn without a screen, with a register that is closed afterwards."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Iterator
from datetime import date
from itertools import count
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from tests import builders as build
from tracker.app import Program
from tracker.basics.language import Language
from tracker.services.editor import Editor
from tracker.store.record_store import Store
from tracker.ui.aids import join_aids
from tracker.ui.looks.theme import Theme
from tracker.ui.main_window import MainWindow
from tracker.ui.parts.window_settings import WindowSettings
from tracker.ui.session import Session

_WHOLE_EVERY = 20
"""Tests between two collections of everything, which take a tenth of a second."""
_ended = count(1)
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


@pytest.fixture(autouse=True)
def _nothing_left() -> Iterator[None]:
    """Delete the widgets of a test, and what it copied, before the next one begins.

    pytest-qt asks for the former with deleteLater, which waits for an event loop; for other windows nobody asks. Each
    theme of later tests would dress these widgets too: with some thousands of them every start takes seconds. What
    Python put on the clipboard must not outlive it.
    Garbage is collected here, as in the program in the thread of the window alone (see ``tracker.ui.garbage``).
    """
    gc.disable()
    yield
    if QApplication.instance() is not None:
        for left in QApplication.topLevelWidgets():
            if left.parent() is None:
                left.deleteLater()
        QApplication.clipboard().clear()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect(2 if next(_ended) % _WHOLE_EVERY == 0 else 1)


@pytest.fixture
def session(store: Store) -> Session:
    """A session over an empty register."""
    return Session(store, Editor(store), build.TODAY)


@pytest.fixture
def filled(store: Store) -> Store:
    """A register with a late motion, one that is settled, and two commitments."""
    late = build.motion(store, title="Landelijke aansturing")
    build.deadline(store, late, wording="voor de zomer", end=date(2026, 6, 1))
    build.motion(store, title="Élan voor gemeenten", status="afgedaan")
    soon = build.commitment(store, title="Brief over de coördinatie")
    build.deadline(store, soon, wording="half juli", end=date(2026, 7, 15))
    build.commitment(store, title="Zonder termijn")
    return store


@pytest.fixture
def main_window(qapp: QApplication, qtbot: QtBot, tmp_path: Path) -> Iterator[MainWindow]:
    """A window of 1366 × 768 without a register."""
    theme = Theme(qapp)
    window = MainWindow(theme, WindowSettings(tmp_path / "window.ini"), build.TODAY, Language.DUTCH)
    join_aids(window)
    qtbot.addWidget(window)
    yield window
    window.detach()


@pytest.fixture
def opened(main_window: MainWindow, filled: Store, qtbot: QtBot) -> MainWindow:
    """A window that works on the filled register, with the texts to find in read."""
    main_window.attach(Session(filled, Editor(filled), build.TODAY, Language.DUTCH))
    main_window.show()
    qtbot.waitExposed(main_window)
    area = main_window.work_area
    assert area is not None
    controller = area.controller
    assert controller is not None
    qtbot.waitUntil(lambda: controller.browsing._finder is not None)
    return main_window


@pytest.fixture
def program(qapp: QApplication) -> Iterator[Program]:
    """The whole program, without a register."""
    hook = sys.excepthook
    made = Program(qapp, build.TODAY, Language.DUTCH)
    yield made
    if isValid(made.window):  # one of several windows goes when it is closed
        made.window.close()
        made.window.deleteLater()
    made.finish()
    assert sys.excepthook is hook
