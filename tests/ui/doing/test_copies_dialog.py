"""The dialog of the copies: making one with a name, and putting one back after a question with a number."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMessageBox
from pytestqt.qtbot import QtBot

from tests import builders as build
from tracker.services.copies import copies_of, keep_copy
from tracker.ui.doing.copies_dialog import CopiesDialog
from tracker.ui.session import Session

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")  # the offscreen platform says so of each window


def opened(session: Session, qtbot: QtBot) -> CopiesDialog:
    dialog = CopiesDialog(session)
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def rows(dialog: CopiesDialog) -> list[str]:
    return [dialog.model.index(row, 1).data() for row in range(dialog.model.rowCount())]


def test_a_copy_is_made_with_the_name_that_was_typed(session: Session, qtbot: QtBot) -> None:
    build.motion(session.store)
    dialog = opened(session, qtbot)
    dialog.activateWindow()
    dialog.name.setFocus()
    qtbot.waitUntil(dialog.name.hasFocus)
    QTest.keyClick(dialog.name, Qt.Key.Key_Return)
    assert "Geef de kopie een naam" in dialog.fault.text()
    QTest.keyClicks(dialog.name, "voor de brief")
    QTest.keyClick(dialog.name, Qt.Key.Key_Return)
    assert "voor de brief" in rows(dialog)
    assert dialog.fault.isHidden()
    assert dialog.isVisible()


@pytest.mark.parametrize("says_yes", [True, False])
def test_a_copy_is_put_back_after_a_question_that_counts(
    session: Session, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, *, says_yes: bool
) -> None:
    build.motion(session.store)
    copy = keep_copy(session.store, "voor de brief")
    steps = next(one.steps_since for one in copies_of(session.store) if one.path == copy)
    asked: list[str] = []

    def answer(box: QMessageBox) -> int:
        asked.append(box.text())
        yes = box.defaultButton()
        next(one for one in box.buttons() if (one is yes) is says_yes).click()
        return 0

    monkeypatch.setattr(QMessageBox, "exec", answer)
    dialog = opened(session, qtbot)
    dialog.table.selectRow(rows(dialog).index("voor de brief"))
    QTest.keyClick(dialog.table, Qt.Key.Key_Return)
    assert f"({steps} stap" in asked[0]
    assert dialog.chosen == (copy if says_yes else None)
