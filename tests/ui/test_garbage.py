"""Garbage is collected in the thread of the window, also where another thread makes most of it."""

from __future__ import annotations

import gc
import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from tracker.ui.garbage import GarbageCollector

died_in: list[int] = []


class Ring:
    """Garbage that only a collection finds, and that tells in which thread it was found."""

    def __init__(self) -> None:
        self.itself = self

    def __del__(self) -> None:
        died_in.append(threading.get_ident())


@pytest.fixture
def collector(qtbot: QtBot) -> Iterator[GarbageCollector]:
    del qtbot
    died_in.clear()
    parent = QObject()
    yield GarbageCollector(parent)
    gc.unfreeze()


def _make_rings() -> None:
    for _ in range(2 * gc.get_threshold()[0]):
        Ring()


def test_what_another_thread_leaves_is_collected_in_this_one(collector: GarbageCollector) -> None:
    thread = threading.Thread(target=_make_rings)
    thread.start()
    thread.join()
    assert died_in == []

    collector.look()

    assert set(died_in) == {threading.get_ident()}


def test_nothing_is_collected_below_the_threshold(collector: GarbageCollector) -> None:
    gc.collect()
    died_in.clear()
    Ring()
    collector.look()
    assert died_in == []
