"""The small dialogs: saved by key, and nothing that was typed goes without a word."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMessageBox
from pytestqt.qtbot import QtBot

from tracker.ui.record.form_dialog import FormDialog, defaults, own_specs
from tracker.ui.session import Session

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")  # the offscreen platform says so of each window


@pytest.fixture
def saved() -> list[dict[str, Any]]:
    return []


@pytest.fixture
def dialog(qtbot: QtBot, session: Session, saved: list[dict[str, Any]]) -> FormDialog:
    """A dialog for a state of affairs."""
    entity = "progress_note"
    made = FormDialog(session, "Stand van zaken", own_specs(entity), defaults(entity), saved.append)
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


def test_the_text_is_typed_first(dialog: FormDialog) -> None:
    assert dialog.form.focused_field == "text"


@pytest.mark.parametrize("key", [Qt.Key.Key_S, Qt.Key.Key_Return])
def test_ctrl_saves_from_a_text_of_several_lines(dialog: FormDialog, saved: list[dict[str, Any]], key: Qt.Key) -> None:
    text = dialog.form.editors["text"].input
    QTest.keyClicks(text, "Het loopt.")
    QTest.keyClick(text, key, Qt.KeyboardModifier.ControlModifier)
    assert [one["text"] for one in saved] == ["Het loopt."]
    assert not dialog.isVisible()


def test_esc_asks_before_typed_text_goes(dialog: FormDialog, monkeypatch: pytest.MonkeyPatch) -> None:
    text = dialog.form.editors["text"].input
    QTest.keyClicks(text, "Half")
    answers = iter(("Verder typen", "Weggooien"))

    def answer(box: QMessageBox) -> int:
        wanted = next(answers)
        next(one for one in box.buttons() if one.text().replace("&", "") == wanted).click()
        return 0

    monkeypatch.setattr(QMessageBox, "exec", answer)
    QTest.keyClick(text, Qt.Key.Key_Escape)
    assert dialog.isVisible()
    QTest.keyClick(text, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_esc_leaves_at_once_where_nothing_was_typed(dialog: FormDialog) -> None:
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
