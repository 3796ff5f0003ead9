"""Faults 3 and 4: a full disk saves nothing, says so, and spoils nothing."""

from __future__ import annotations

import errno
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from sqlalchemy import event

from tests import builders as build
from tracker.basics.errors import Cancelled, DiskFull
from tracker.services import editing
from tracker.store import backup
from tracker.store.integrity import check
from tracker.store.record_store import Store

LONG = "slachtoffer " * 20_000


@contextmanager
def _no_room(store: Store) -> Iterator[None]:
    """Let the file grow no further, as on a disk that is full."""

    def limit(connection: object, *_: object) -> None:
        connection.execute("PRAGMA max_page_count = 1")  # type: ignore[attr-defined]

    def free(connection: object, *_: object) -> None:
        connection.execute("PRAGMA max_page_count = 1000000000")  # type: ignore[attr-defined]

    event.listen(store.engine, "checkout", limit)
    try:
        yield
    finally:
        event.remove(store.engine, "checkout", limit)
        event.listen(store.engine, "checkout", free)


def test_a_full_disk_saves_nothing_and_says_so(store: Store) -> None:
    motion = build.motion(store, title="oud")
    history = store.history()
    step = editing.change_record(store, motion, {"title": "nieuw", "text": LONG})
    with _no_room(store), pytest.raises(DiskFull, match="Er is niets bewaard"):
        store.apply(step)
    assert store.find(motion.reference) == motion
    assert store.history() == history
    assert check(store) == []


def test_the_same_step_is_saved_once_there_is_room(store: Store) -> None:
    step = editing.change_record(store, build.motion(store), {"text": LONG})
    with _no_room(store), pytest.raises(DiskFull):
        store.apply(step)
    store.apply(step)
    assert store.find("M-1")["text"] == LONG.strip()
    assert check(store) == []


def test_undo_on_a_full_disk_can_be_tried_again(store: Store) -> None:
    motion = build.change(store, build.motion(store, text=LONG), text="kort")
    with _no_room(store), pytest.raises(DiskFull):
        store.undo()
    assert store.find(motion.reference)["text"] == "kort"
    store.undo()
    assert store.find(motion.reference)["text"] == LONG.strip()


def _fill_disk(monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("tracker.basics.whole_file._force_to_disk", full)


def _beside(folder: Path) -> set[str]:
    return {one.name for one in folder.iterdir()}


def test_a_backup_on_a_full_disk_leaves_no_partial_file(
    store: Store, path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    build.motion(store)
    folder = tmp_path / "kopie"
    folder.mkdir()
    _fill_disk(monkeypatch)
    with pytest.raises(DiskFull, match=r"kopie\.db is niet bewaard"):
        backup.copy_register(path, folder / "kopie.db")
    assert _beside(folder) == set()


def test_a_backup_that_failed_keeps_the_earlier_file_of_that_name(
    store: Store, path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = backup.copy_register(path, tmp_path / "kopie.db")
    before = target.read_bytes()
    build.motion(store)
    _fill_disk(monkeypatch)
    with pytest.raises(DiskFull):
        backup.copy_register(path, target)
    assert target.read_bytes() == before


def test_a_backup_that_is_stopped_leaves_nothing_behind(store: Store, path: Path, tmp_path: Path) -> None:
    build.motion(store, text=LONG)
    folder = tmp_path / "kopie"
    folder.mkdir()

    def stop(_done: int, _all: int) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        backup.copy_register(path, folder / "kopie.db", stop)
    assert _beside(folder) == set()
