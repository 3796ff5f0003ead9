"""The bin: finding what was deleted, and bringing it back."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests import builders as build
from tracker.ui.doing.bin_dialog import BinDialog
from tracker.ui.session import Session

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")  # the offscreen platform says so of each window


def opened(session: Session, qtbot: QtBot) -> BinDialog:
    dialog = BinDialog(session)
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def references(dialog: BinDialog) -> list[str]:
    return [dialog.model.index(row, 0).data() for row in range(dialog.model.rowCount())]


def test_an_empty_bin_says_so(session: Session, qtbot: QtBot) -> None:
    dialog = opened(session, qtbot)
    assert dialog.empty.text() == "De prullenbak is leeg."
    assert not dialog.accept_button.isEnabled()


def test_enter_brings_a_record_back_and_the_bin_stays_open(session: Session, qtbot: QtBot) -> None:
    first, second = build.motion(session.store), build.commitment(session.store)
    build.delete(session.store, first)
    build.delete(session.store, second)
    dialog = opened(session, qtbot)
    assert references(dialog) == ["T-1", "M-1"]
    QTest.keyClick(dialog.table, Qt.Key.Key_Return)
    assert dialog.isVisible()
    assert references(dialog) == ["M-1"]
    assert session.store.find("T-1").summary.deleted is False
    assert dialog.restored == [second.id]


def test_words_narrow_the_bin(session: Session, qtbot: QtBot) -> None:
    build.delete(session.store, build.motion(session.store, title="Élan"), build.motion(session.store, title="Anders"))
    dialog = opened(session, qtbot)
    QTest.keyClicks(dialog.search, "elan")
    assert references(dialog) == ["M-1"]
    QTest.keyClicks(dialog.search, "xyz")
    assert dialog.empty.text() == "Geen verwijderde records met deze woorden."


def test_several_come_back_in_one_step(session: Session, qtbot: QtBot) -> None:
    build.delete(session.store, *(build.motion(session.store) for _ in range(3)))
    dialog = opened(session, qtbot)
    dialog.table.selectAll()
    assert dialog.accept_button.text().strip() == "3 records terugzetten"
    QTest.mouseClick(dialog.accept_button, Qt.MouseButton.LeftButton)
    assert session.store.to_undo() == "3 records terugzetten"
    assert references(dialog) == []


def test_what_cannot_come_along_is_said(session: Session, qtbot: QtBot) -> None:
    one, other = build.motion(session.store), build.commitment(session.store)
    build.relation(session.store, one, "herhaalt", other)
    build.delete(session.store, one)
    build.delete(session.store, other)
    dialog = opened(session, qtbot)
    dialog.table.selectRow(1)
    QTest.mouseClick(dialog.accept_button, Qt.MouseButton.LeftButton)
    assert "want T-1 is zelf verwijderd" in dialog.left_out.text()


def test_the_bin_follows_what_happens_elsewhere(session: Session, qtbot: QtBot) -> None:
    record = build.motion(session.store)
    build.delete(session.store, record)
    dialog = opened(session, qtbot)
    session.editor.undo()
    assert references(dialog) == []
    dialog.reject()
    session.editor.redo()
    assert references(dialog) == []
