"""Lists that are long: read piece by piece, rehearsed and written beside the window, and stopped without a trace."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit
from pytestqt.qtbot import QtBot

from tests import builders as build
from tests.ui.importing.rehearsals import commitment, opened, taken, titles
from tracker.services.importing.files import take_file
from tracker.services.importing.plan import ImportPlan
from tracker.ui.importing.begin import import_files
from tracker.ui.importing.import_dialog import ImportDialog
from tracker.ui.jobs.beside import Beside
from tracker.ui.session import Session

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")  # the offscreen platform says so of each window


@pytest.fixture
def long_list(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A list of which each proposal is made only when it is asked for, as of one with many thousands of rows."""
    monkeypatch.setattr("tracker.exchange.incoming.workbook.reading.EAGER_ROWS", 10)
    path = tmp_path / "lang.csv"
    rows = [f"TZ202605-{number:03d};Een brief sturen over onderwerp {number}" for number in range(1, 41)]
    path.write_text("\n".join(["Kenmerk;Toezegging", *rows]), encoding="utf-8")
    return path


def test_a_long_list_is_rehearsed_after_the_note_of_reading_is_gone(
    session: Session, qtbot: QtBot, long_list: Path
) -> None:
    window = QPlainTextEdit()
    qtbot.addWidget(window)
    window.show()
    import_files(window, session, [long_list], lambda _: None)
    qtbot.waitUntil(lambda: window.findChild(ImportDialog) is not None)
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    dialog = window.findChild(ImportDialog)
    assert isinstance(dialog, ImportDialog)

    qtbot.waitUntil(lambda: dialog.is_rehearsed)

    assert dialog.accept_button.text() == "Overnemen: 40 nieuw"
    dialog.reject()


def test_a_rehearsal_can_be_stopped_and_leaves_nothing(
    session: Session, qtbot: QtBot, long_list: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ImportPlan, "go_on", lambda self: True)  # it never comes to an end by itself
    dialog = ImportDialog(session, [take_file(long_list, today=build.TODAY)])
    qtbot.addWidget(dialog)
    dialog.show()
    assert not dialog.accept_button.isEnabled()

    QTest.mouseClick(dialog.close_button, Qt.MouseButton.LeftButton)

    qtbot.waitUntil(lambda: not dialog.isVisible())
    assert session.store.to_undo() is None


def test_writing_a_long_list_can_be_stopped_and_the_rehearsal_is_still_there(
    session: Session, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked, tell = threading.Event(), Beside._tell

    def tell_once_asked(window: Beside, done: int, total: int) -> None:
        asked.wait(60)  # so few rows could be written before anybody can stop it
        tell(window, done, total)

    monkeypatch.setattr(Beside, "_tell", tell_once_asked)
    dialog = opened(session, qtbot, taken(*(commitment(f"TZ{one}", f"Brief {one}", one) for one in range(40))))

    def stop() -> None:
        window = dialog.findChild(Beside)
        assert isinstance(window, Beside)
        assert window.isModal()  # nobody can look into the register meanwhile
        window.cancel_button.click()
        asked.set()

    QTimer.singleShot(0, stop)
    QTest.mouseClick(dialog.accept_button, Qt.MouseButton.LeftButton)

    assert dialog.fault.text() == "Gestopt. Er is niets veranderd."
    assert titles(session) == []
    assert dialog.accept_button.text() == "Overnemen: 40 nieuw"
    QTest.mouseClick(dialog.accept_button, Qt.MouseButton.LeftButton)
    assert len(titles(session)) == 40
    assert not dialog.isVisible()
