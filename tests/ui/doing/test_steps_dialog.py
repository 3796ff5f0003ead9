"""Going several steps back from the list, and forward again."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from tests import builders as build
from tracker.ui.doing.steps_dialog import StepsDialog, fill_steps
from tracker.ui.session import Session

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")  # the offscreen platform says so of each window


def opened(session: Session, qtbot: QtBot) -> StepsDialog:
    dialog = StepsDialog(session)
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def test_two_steps_back_with_the_keyboard_and_one_forward(session: Session, qtbot: QtBot) -> None:
    for title in ("Een", "Twee", "Drie"):
        build.motion(session.store, title=title)
    dialog = opened(session, qtbot)
    QTest.keyClick(dialog.table, Qt.Key.Key_Down)
    assert dialog.accept_button.text().strip() == "2 stappen ongedaan maken"
    qtbot.waitUntil(lambda: len(dialog.table.selectionModel().selectedRows()) == 2)
    QTest.keyClick(dialog.table, Qt.Key.Key_Return)
    assert dialog.said == "2 stappen ongedaan gemaakt, tot en met: Motie M-2 toevoegen"
    assert session.store.counts(build.TODAY)[""] == 1
    again = opened(session, qtbot)
    assert [again.model.index(row, 0).data() for row in range(3)] == [
        "Opnieuw: Motie M-3 toevoegen", "Opnieuw: Motie M-2 toevoegen", "Motie M-1 toevoegen",
    ]  # fmt: skip
    QTest.keyClick(again.table, Qt.Key.Key_Up)
    assert again.accept_button.text().strip() == "1 stap opnieuw doen"
    QTest.mouseClick(again.accept_button, Qt.MouseButton.LeftButton)
    assert session.store.find("M-2")["title"] == "Twee"


def test_without_steps_there_is_nothing_to_choose(session: Session, qtbot: QtBot) -> None:
    assert not opened(session, qtbot).accept_button.isEnabled()


def test_the_menu_lists_the_last_steps_and_the_way_to_all(session: Session, qtbot: QtBot) -> None:
    menu, more = QMenu(), QAction("Stappen terug…")
    qtbot.addWidget(menu)
    build.motion(session.store, title="Een")
    build.commitment(session.store)
    steps = fill_steps(menu, session, undone=False, more=more)
    shown = [action.text().partition("\t")[0] for action in menu.actions()]
    assert shown == ["Toezegging T-1 toevoegen", "Motie M-1 toevoegen", "", "Stappen terug…"]
    assert menu.actions()[0].toolTip() == f"{build.ACTOR} · T-1"
    assert [one.distance for one in steps] == [1, 2]
    fill_steps(menu, session, undone=True, more=more)
    assert menu.actions()[0].text() == "Er is niets om opnieuw te doen."
