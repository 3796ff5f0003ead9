"""The copies beside a register: their names, what came after them, and the one that is put back."""

from __future__ import annotations

from datetime import timedelta

import pytest

from tests import builders as build
from tracker.basics.errors import InvalidValue
from tracker.services.copies import copies_of, keep_copy
from tracker.services.opening import restore_register
from tracker.store import backup
from tracker.store.damage import backups_of, stamp_of
from tracker.store.record_store import Store


def test_a_copy_with_a_name_is_listed_with_its_size(store: Store) -> None:
    build.motion(store)
    made = keep_copy(store, "  voor de brief: 1/2 ")
    (copy,) = (one for one in copies_of(store) if one.is_named)
    assert copy.path == made
    assert copy.why.nl == "voor de brief 1 2"
    assert copy.size_bytes > 0


def test_what_was_done_after_a_copy_is_counted(store: Store, clock: build.FixedClock) -> None:
    build.motion(store)  # makes the one who works with the register as well
    before = clock() - timedelta(days=1)
    steps = store.steps_since(before)
    build.motion(store)
    assert store.steps_since(before) == steps + 1
    assert store.steps_since(clock() + timedelta(days=1)) == 0


def test_a_copy_needs_a_name(store: Store) -> None:
    build.motion(store)
    with pytest.raises(InvalidValue, match="naam"):
        keep_copy(store, " / ")
    assert not any(one.is_named for one in copies_of(store))


def test_a_copy_with_a_name_outlives_those_of_each_day(store: Store) -> None:
    build.motion(store)
    named = keep_copy(store, "voor de brief")
    later = stamp_of(named) + timedelta(days=400)
    backup.dated_backup(store.path, later - timedelta(days=300), "eerste wijziging")
    newest = backup.dated_backup(store.path, later, "eerste wijziging")
    backup.prune(store.path, later, keep_days=30)
    assert backups_of(store.path) == [newest, named]


def test_putting_a_copy_back_keeps_a_copy_of_now(store: Store) -> None:
    build.motion(store, title="Was er al")
    copy = keep_copy(store, "voor de brief")
    build.motion(store, title="Kwam later")
    path = store.path
    store.close()
    kept = restore_register(copy, path, is_checked=True)
    assert kept is not None
    with build.open_store(path) as now, build.open_store(kept) as before:
        assert now.counts(build.TODAY)["motion"] == 1
        assert before.counts(build.TODAY)["motion"] == 2
        assert "voor een kopie werd teruggezet" in [one.why.nl for one in copies_of(now)]
