"""The list of duplicate citations, from the menu to the record."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests import builders as build
from tracker.store.record_store import Store
from tracker.ui.citations.same_papers import SamePapersDialog
from tracker.ui.main_window import MainWindow

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")  # the offscreen platform says so of each window


def _opened_dialog(window: MainWindow, qtbot: QtBot) -> SamePapersDialog:
    window.actions_["same-papers"].trigger()
    dialog = window.findChild(SamePapersDialog)
    assert isinstance(dialog, SamePapersDialog)
    qtbot.waitUntil(lambda: "gelezen" not in dialog.told.text())
    return dialog


def test_one_motion_cited_twice_is_listed_and_enter_shows_its_record(
    opened: MainWindow, filled: Store, qtbot: QtBot
) -> None:
    first = build.motion(filled, title="Eerste", citation="kst-28638-259")
    build.motion(filled, title="Tweede", citation="Kamerstukken II 2025/26, 28 638, nr. 259")
    dialog = _opened_dialog(opened, qtbot)
    assert dialog.told.text().startswith("Eén vindplaats")
    group = dialog.tree.topLevelItem(0)
    assert group is not None
    assert [group.text(0), group.childCount()] == ["Kamerstuk 28 638, nr. 259", 2]
    QTest.keyClick(dialog.tree, Qt.Key.Key_Return)
    area = opened.work_area
    assert area is not None
    assert area.record_pane is not None
    assert area.record_pane.record is not None
    assert area.record_pane.record.id == first.id


def test_without_duplicates_it_says_so(opened: MainWindow, qtbot: QtBot) -> None:
    dialog = _opened_dialog(opened, qtbot)
    assert dialog.told.text().startswith("Geen twee records")
    assert not dialog.open_button.isEnabled()
    dialog.reject()
