"""Steps of many changes: written beside the event loop, to be stopped without leaving anything."""

from __future__ import annotations

import threading

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests import builders as build
from tracker.basics.errors import Cancelled, StaleRecord
from tracker.records.change import Change, Step
from tracker.store.integrity import check
from tracker.store.record_store import Store
from tracker.ui.doing.long_steps import LONG_FROM_CHANGES, reverse_several, submit_long
from tracker.ui.jobs.beside import Beside, Progress
from tracker.ui.main_window import MainWindow

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


def many(store: Store, theme: str, was: str | None = None) -> Step:
    """A step that is long enough, on records made for it."""
    motions = [build.motion(store).id for _ in range(LONG_FROM_CHANGES)]
    return Step("Thema", tuple(Change("motion", one, {"theme": was}, {"theme": theme}, one) for one in motions))


def test_a_long_step_is_written_while_the_window_lives(opened: MainWindow, filled: Store) -> None:
    assert opened.session is not None
    step = many(filled, "zorg")
    ticks: list[int] = []
    heard: list[object] = []
    timer = QTimer()
    timer.timeout.connect(lambda: ticks.append(len(opened.findChildren(Beside))))
    timer.start(1)
    opened.session.changed.connect(heard.append)
    submit_long(opened.session, step, opened)
    timer.stop()
    assert 1 in ticks
    assert len(heard) == 1
    assert {one["theme"] for one in filled.records([change.id for change in step.changes])} == {"zorg"}
    assert check(filled) == []


def test_stopping_leaves_nothing(opened: MainWindow, filled: Store) -> None:
    assert opened.session is not None
    step, before = many(filled, "zorg"), filled.to_undo()
    stopped = threading.Event()

    def work(tell: Progress) -> object:
        stopped.wait(10)
        return filled.apply(step, progress=tell)

    window = Beside(opened.session, "Thema", work, opened)

    def stop() -> None:
        QTest.keyClick(window, Qt.Key.Key_Escape)
        stopped.set()

    QTimer.singleShot(50, stop)
    with pytest.raises(Cancelled):
        window.wait("Bezig")
    assert filled.to_undo() == before
    assert check(filled) == []


def test_what_the_register_refuses_is_raised_where_it_was_asked(opened: MainWindow, filled: Store) -> None:
    assert opened.session is not None
    with pytest.raises(StaleRecord):
        submit_long(opened.session, many(filled, "zorg", was="anders"), opened)
    assert check(filled) == []


def test_a_short_step_is_written_at_once(opened: MainWindow, filled: Store, qtbot: QtBot) -> None:
    assert opened.session is not None
    record = filled.find("M-1")
    step = Step("Thema", (Change("motion", record.id, {"theme": None}, {"theme": "x"}, record.id),))
    with qtbot.waitSignal(opened.session.changed):
        submit_long(opened.session, step, opened)
    assert not opened.findChildren(Beside)


def test_a_long_step_is_taken_back_beside_the_event_loop_too(opened: MainWindow, filled: Store) -> None:
    assert opened.session is not None
    step = many(filled, "zorg")
    submit_long(opened.session, step, opened)
    seen: list[int] = []
    timer = QTimer()
    timer.timeout.connect(lambda: seen.append(len(opened.findChildren(Beside))))  # the thread itself may be quicker
    timer.start(1)
    opened.actions_["undo"].trigger()
    timer.stop()
    assert 1 in seen
    assert {one["theme"] for one in filled.records([change.id for change in step.changes])} == {None}
    assert check(filled) == []


def test_several_steps_of_many_changes_go_back_and_forth_while_the_window_lives(
    opened: MainWindow, filled: Store
) -> None:
    session = opened.session
    assert session is not None
    step = many(filled, "zorg")
    filled.apply(step)
    build.motion(filled, title="Nog een")
    ids = [change.id for change in step.changes]
    ticks: list[int] = []
    heard: list[object] = []
    timer = QTimer()
    timer.timeout.connect(lambda: ticks.append(len(opened.findChildren(Beside))))
    timer.start(1)
    session.changed.connect(heard.append)
    assert len(reverse_several(session, 2, opened, undoing=True)) == 2
    assert 1 in ticks
    assert {one["theme"] for one in filled.records(ids)} == {None}
    assert len(reverse_several(session, 2, opened, undoing=False)) == 2
    timer.stop()
    assert {one["theme"] for one in filled.records(ids)} == {"zorg"}
    assert len(heard) == 2
    assert check(filled) == []


def test_a_few_short_steps_go_back_at_once(opened: MainWindow, filled: Store) -> None:
    session = opened.session
    assert session is not None
    build.motion(filled, title="Een")
    build.motion(filled, title="Twee")
    assert len(reverse_several(session, 2, opened, undoing=True)) == 2
    assert not opened.findChildren(Beside)
