"""What is found follows the register: edits, new names, deletions, also those made while everything is read."""

from __future__ import annotations

import pytest
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests import builders as build
from tests.ui.listing.doing import controller_of
from tracker.services import editing
from tracker.store.record_store import Store
from tracker.ui.listing import controller as controller_module
from tracker.ui.main_window import MainWindow


def _found(window: MainWindow, typed: str) -> list[int]:
    browsing = controller_of(window).browsing
    assert browsing.finder is not None
    return list(browsing.finder.find(typed, browsing.finder.newest_first()))


def _submit(window: MainWindow, store: Store, reference: str, **new: object) -> int:
    session, record = window.session, store.find(reference)
    assert session is not None
    session.submit(editing.change_record(store, record, new))
    return record.id


def test_an_edit_is_found_without_reading_everything_again(opened: MainWindow, filled: Store, qtbot: QtBot) -> None:
    finder = controller_of(opened).browsing.finder
    record_id = _submit(opened, filled, "M-1", theme="glastuinbouw")
    qtbot.waitUntil(lambda: _found(opened, "glastuinbouw") == [record_id])
    assert controller_of(opened).browsing.finder is finder


def test_a_deleted_record_is_no_longer_found(opened: MainWindow, filled: Store, qtbot: QtBot) -> None:
    session, record = opened.session, filled.find("M-1")
    assert session is not None
    session.submit(editing.delete_records(filled, [record]))
    qtbot.waitUntil(lambda: _found(opened, "m-1") == [])


def test_records_are_found_by_the_new_name_of_what_they_name(opened: MainWindow, filled: Store, qtbot: QtBot) -> None:
    session = opened.session
    assert session is not None
    record_id = _submit(opened, filled, "M-1", partners="Vereniging Zonnestraal")
    qtbot.waitUntil(lambda: _found(opened, "zonnestraal") == [record_id])
    named = next(one for one in filled.rows("organisation") if one["name"] == "Vereniging Zonnestraal")
    session.submit(editing.change_beside(filled, named, {"name": "Vereniging Maanlicht"}))
    qtbot.waitUntil(lambda: _found(opened, "maanlicht") == [record_id])


def test_what_changes_while_everything_is_read_is_read_after_it(
    opened: MainWindow, filled: Store, qtbot: QtBot
) -> None:
    texts = controller_of(opened).texts
    texts.read_all()
    texts.read_all()
    record_id = _submit(opened, filled, "M-1", theme="glastuinbouw")
    build.change(filled, filled.find("M-2"), theme="kassen")  # past the window: only reading everything finds it
    qtbot.waitUntil(lambda: _found(opened, "glastuinbouw") == [record_id])
    qtbot.waitUntil(lambda: len(_found(opened, "kassen")) == 1)


def test_many_records_are_looked_through_when_typing_stops_while_their_texts_are_not_read_yet(
    opened: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(controller_module, "_MANY", 0)
    controller = controller_of(opened)
    controller.browsing.set_finder(None)
    everything = len(controller.browsing.ids)
    QTest.keyClicks(controller.pane.search, "m-1")
    assert len(controller.browsing.ids) == everything
    qtbot.waitUntil(lambda: len(controller.browsing.ids) == 1)
