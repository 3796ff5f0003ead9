"""The picture is walked with the arrows, opens what is clicked, and says in words what it shows."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from tests import builders as build
from tests.ui.record.doing import press
from tracker.records.snapshot import Record
from tracker.store.record_store import Store
from tracker.ui.record.picture.relation_picture import RelationPicture
from tracker.ui.record.record_pane import RecordPane

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")  # the offscreen platform says so of each window


@pytest.fixture
def related(store: Store) -> tuple[Record, Record]:
    middle, part = build.action(store, title="Geheel"), build.action(store, title="Deel")
    build.relation(store, part, "onderdeel van", middle)
    return middle, part


@pytest.fixture
def picture(pane: RecordPane, related: tuple[Record, Record]) -> RelationPicture:
    pane.show_record(related[0].id)
    pane.tabs.setCurrentIndex(pane.tabs.indexOf(pane.relations_tab))
    assert pane.relations_tab.picture is not None
    return pane.relations_tab.picture


def test_arrows_walk_and_enter_opens(
    qtbot: QtBot, pane: RecordPane, picture: RelationPicture, related: tuple[Record, Record]
) -> None:
    picture.setFocus()
    QTest.keyClick(picture, Qt.Key.Key_Down)
    assert picture.current == related[1].id
    with qtbot.waitSignal(pane.open_record) as opened:
        QTest.keyClick(picture, Qt.Key.Key_Return)
    assert opened.args == [related[1].id]


@pytest.mark.parametrize(("modifier", "signal"), [("NoModifier", "open_record"), ("ControlModifier", "beside_wanted")])
def test_a_click_opens_and_with_ctrl_shows_beside(
    qtbot: QtBot, pane: RecordPane, picture: RelationPicture, related: tuple[Record, Record], modifier: str, signal: str
) -> None:
    box = picture.boxes[related[1].id]
    with qtbot.waitSignal(getattr(pane, signal)) as told:
        QTest.mouseClick(
            picture, Qt.MouseButton.LeftButton, Qt.KeyboardModifier[modifier], QPoint(box.x + 9, box.middle_y)
        )
    assert told.args == [related[1].id]


def test_a_ctrl_click_in_the_list_shows_beside(
    qtbot: QtBot, pane: RecordPane, picture: RelationPicture, related: tuple[Record, Record]
) -> None:
    table = pane.relations_tab.table
    place = table.visualRect(table.model().index(0, 2)).center()
    with qtbot.waitSignal(pane.beside_wanted) as told:
        QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ControlModifier, place)
    assert told.args == [related[1].id]


def test_the_current_record_is_described_in_words(picture: RelationPicture) -> None:
    QTest.keyClick(picture, Qt.Key.Key_Down)
    assert picture.accessibleDescription().startswith("A-1 omvat A-2 Deel (Zonder termijn)")


def test_a_larger_picture_opens_the_record_and_closes(
    qtbot: QtBot, pane: RecordPane, picture: RelationPicture, related: tuple[Record, Record]
) -> None:
    press(qtbot, pane.relations_tab, "Groter tonen")
    dialog = next(one for one in pane.window().findChildren(QDialog) if one.isVisible())
    large = dialog.findChild(RelationPicture)
    assert isinstance(large, RelationPicture)
    box = large.boxes[related[1].id]
    with qtbot.waitSignal(pane.open_record):
        QTest.mouseClick(large, Qt.MouseButton.LeftButton, pos=QPoint(box.x + 9, box.middle_y))
    assert not dialog.isVisible()
