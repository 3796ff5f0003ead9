"""What all dialogs of acts share: their keys."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from tracker.basics.language import Text
from tracker.ui.doing.doing_dialog import DoingDialog
from tracker.ui.session import Session

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def dialog(session: Session, qtbot: QtBot) -> DoingDialog:
    made = DoingDialog(session, Text("Doen", "Do"))
    qtbot.addWidget(made)
    made.body.addWidget(QLineEdit())
    made.accept_button.clicked.connect(made.accept)
    made.show()
    return made


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_enter_on_cancel_cancels(dialog: DoingDialog, key: Qt.Key) -> None:
    dialog.close_button.setFocus()

    QTest.keyClick(dialog.close_button, key)

    assert not dialog.isVisible()
    assert dialog.result() == DoingDialog.DialogCode.Rejected


def test_enter_in_a_field_does_it(dialog: DoingDialog) -> None:
    field = dialog.findChild(QLineEdit)
    assert field is not None

    QTest.keyClick(field, Qt.Key.Key_Return)

    assert dialog.result() == DoingDialog.DialogCode.Accepted
