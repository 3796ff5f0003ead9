"""Faults 13 and 14: a record that two people change, and a database that is in use."""

from __future__ import annotations

import sqlite3
import threading
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import event

from tests import builders as build
from tracker.basics.errors import StaleRecord, StoreBusy
from tracker.services import editing
from tracker.store import engine
from tracker.store.integrity import check
from tracker.store.record_store import Store


def test_the_second_text_is_refused_with_both_side_by_side(store: Store) -> None:
    seen = build.motion(store, title="eerst")
    build.change(store, seen, title="van de een")
    with pytest.raises(StaleRecord, match="title") as refused:
        build.change(store, seen, title="van de ander")
    assert refused.value.differences == {"title": ("eerst", "van de een")}
    assert store.find("M-1")["title"] == "van de een"


def test_changes_of_different_fields_do_not_get_in_each_others_way(store: Store) -> None:
    seen = build.motion(store)
    build.change(store, seen, title="van de een")
    build.change(store, seen, theme="van de ander")
    found = store.find("M-1")
    assert (found["title"], found["theme"]) == ("van de een", "van de ander")


def test_the_refused_text_can_be_saved_over_what_is_there_now(store: Store) -> None:
    seen = build.motion(store, title="eerst")
    build.change(store, seen, title="van de een")
    with pytest.raises(StaleRecord):
        build.change(store, seen, title="van de ander")
    assert build.change(store, store.find("M-1"), title="van de ander")["title"] == "van de ander"
    titles = [line.change.after["title"] for line in store.history(seen.id) if line.change.after]
    assert titles == ["van de ander", "van de een", "eerst"]


def test_a_record_that_was_deleted_in_the_meantime_is_said(store: Store) -> None:
    seen = build.motion(store)
    build.delete(store, seen)
    with pytest.raises(StaleRecord, match="verwijderd"):
        build.change(store, seen, title="te laat")


def test_a_deletion_of_what_was_changed_in_the_meantime_is_refused(store: Store) -> None:
    seen = build.motion(store, title="eerst")
    build.change(store, seen, title="nieuw")
    with pytest.raises(StaleRecord):
        build.delete(store, seen)
    assert store.find("M-1")["title"] == "nieuw"


def test_several_stale_fields_are_all_named(store: Store) -> None:
    seen = build.motion(store, title="eerst", theme="opvang")
    build.change(store, seen, title="anders", theme="zorg")
    with pytest.raises(StaleRecord) as refused:
        build.change(store, seen, title="mijn", theme="mijn")
    assert set(refused.value.differences) == {"title", "theme"}


def test_a_busy_database_is_said_and_nothing_is_saved(
    store: Store, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    motion = build.motion(store, title="eerst")
    store.close()
    monkeypatch.setattr(engine, "BUSY_SECONDS", 0.01)
    with build.open_store(path) as opened, closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(StoreBusy, match="in gebruik"):
            build.change(opened, motion, title="nieuw")
        other.execute("ROLLBACK")
        assert build.change(opened, motion, title="nieuw")["title"] == "nieuw"
        assert check(opened) == []


def test_a_busy_database_is_waited_for(store: Store, path: Path) -> None:
    motion = build.motion(store)
    step = editing.change_record(store, motion, {"title": "nieuw"})
    waiting = threading.Event()
    other = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
    other.execute("BEGIN IMMEDIATE")

    def let_go() -> None:
        waiting.wait()
        other.execute("ROLLBACK")

    def about_to_run(statement: str) -> None:
        if statement == "BEGIN IMMEDIATE":
            waiting.set()

    def listen(connection: sqlite3.Connection, *_: object) -> None:
        connection.set_trace_callback(about_to_run)

    event.listen(store.engine, "checkout", listen)
    releasing = threading.Thread(target=let_go)
    releasing.start()
    store.apply(step)
    releasing.join()
    other.close()
    assert store.find("M-1")["title"] == "nieuw"
