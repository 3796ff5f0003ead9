"""The Kamer's open data beside the register: a list to work through, and what is missing on its way in."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPlainTextEdit
from pytestqt.qtbot import QtBot

from tests import builders as build
from tests.importing_samples import PAGE
from tracker.ui.importing.begin import Comparing, compare_file
from tracker.ui.importing.compare_dialog import CompareDialog
from tracker.ui.importing.import_dialog import ImportDialog
from tracker.ui.session import Session

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")  # the offscreen platform says so of each window


@pytest.fixture
def window(qtbot: QtBot) -> QPlainTextEdit:
    made = QPlainTextEdit()
    qtbot.addWidget(made)
    made.show()
    return made


def compared(session: Session, qtbot: QtBot, window: QPlainTextEdit, folder: Path) -> CompareDialog:
    path = folder / "pagina.json"
    path.write_text(PAGE, encoding="utf-8")
    comparing: Comparing = compare_file(window, session, path, lambda _: None)
    comparing.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    qtbot.waitUntil(lambda: comparing.dialog is not None)
    assert comparing.dialog is not None
    return comparing.dialog


def test_what_differs_leads_to_its_record(
    session: Session, qtbot: QtBot, window: QPlainTextEdit, tmp_path: Path
) -> None:
    ours = build.commitment(session.store, number="TZ202605-101", status="openstaand")
    dialog = compared(session, qtbot, window, tmp_path)
    model = dialog.differences.model()
    assert [model.index(0, column).data() for column in (0, 1, 3, 4, 5)] == [
        ours.reference, "TZ202605-101", "Status", "openstaand", "voldaan",
    ]  # fmt: skip
    with qtbot.waitSignal(session.record_wanted) as wanted:
        QTest.mouseClick(dialog.accept_button, Qt.MouseButton.LeftButton)
    assert wanted.args == [ours.id]


def test_what_is_missing_is_rehearsed_as_an_import(
    session: Session, qtbot: QtBot, window: QPlainTextEdit, tmp_path: Path
) -> None:
    build.commitment(session.store, number="TZ202605-101", status="voldaan")
    dialog = compared(session, qtbot, window, tmp_path)
    dialog.tabs.setCurrentIndex(1)
    assert dialog.missing.model().rowCount() == 1
    assert not dialog.accept_button.isEnabled()

    QTest.mouseClick(dialog.take_button, Qt.MouseButton.LeftButton)

    rehearsal = window.findChild(ImportDialog)
    assert isinstance(rehearsal, ImportDialog)
    qtbot.waitUntil(lambda: rehearsal.is_rehearsed)
    assert rehearsal.accept_button.text() == "Overnemen: 1 nieuw"
    rehearsal.reject()


def test_the_comparison_is_saved_as_a_workbook(
    session: Session, qtbot: QtBot, window: QPlainTextEdit, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    dialog = compared(session, qtbot, window, tmp_path)
    target = tmp_path / "vergelijking.xlsx"
    monkeypatch.setattr("tracker.ui.importing.compare_dialog.ask_for_file", lambda *_: target)

    QTest.mouseClick(dialog.save_button, Qt.MouseButton.LeftButton)

    assert target.stat().st_size > 0
