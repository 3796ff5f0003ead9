"""Backups and restoring them (faults 15 and 29): complete, checked, dated, kept for their term."""

from __future__ import annotations

import os
import shutil
from datetime import timedelta
from pathlib import Path

import pytest

from tests import builders as build
from tracker.basics.errors import CannotWrite, DamagedRegister, NotARegister
from tracker.records.filter import Filter
from tracker.records.snapshot import Record
from tracker.store import backup
from tracker.store.damage import backup_folder, backups_of, newest_backup
from tracker.store.integrity import check
from tracker.store.record_store import Store


def _contents(store: Store) -> list[Record]:
    return store.records(store.order(Filter(), build.TODAY))


def test_a_plain_copy_of_an_open_register_is_complete(store: Store, path: Path, tmp_path: Path) -> None:
    for number in range(30):
        build.motion(store, title=f"motie {number}", text="tekst " * 500)
    copied = tmp_path / "rondgestuurd.db"
    shutil.copyfile(path, copied)
    with build.open_store(copied) as opened:
        assert _contents(opened) == _contents(store)
        assert check(opened) == []


def test_a_backup_holds_what_the_register_holds(store: Store, path: Path, tmp_path: Path) -> None:
    build.everything(store)
    copied = backup.copy_register(path, tmp_path / "kopie.db")
    with build.open_store(copied) as opened:
        assert _contents(opened) == _contents(store)
        assert opened.history() == store.history()
        assert check(opened) == []


def test_a_backup_tells_how_far_it_is(store: Store, path: Path, tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []
    backup.copy_register(path, tmp_path / "kopie.db", lambda done, pages: told.append((done, pages)))
    assert told
    assert told[-1][0] == told[-1][1]


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such modes")
def test_registers_and_backups_are_for_their_owner_alone(path: Path) -> None:
    with Store.new(path, build.ACTOR) as store:
        build.motion(store)
    made = backup.dated_backup(path, build.NOW, "proef")
    assert [oct(one.stat().st_mode & 0o777) for one in (path, made, made.parent)] == ["0o600", "0o600", "0o700"]


def test_the_first_change_of_a_day_makes_a_backup_of_what_was(
    store: Store, path: Path, clock: build.FixedClock
) -> None:
    build.motion(store, title="gisteren")
    clock.pass_days(1)
    build.change(store, store.find("M-1"), title="vandaag")
    newest = newest_backup(path)
    assert newest is not None
    assert "eerste wijziging" in newest.name
    with build.open_store(newest) as opened:
        assert opened.find("M-1")["title"] == "gisteren"


def test_later_changes_of_that_day_make_none(store: Store, path: Path, clock: build.FixedClock) -> None:
    build.motion(store)
    clock.pass_days(1)
    for number in range(3):
        build.change(store, store.find("M-1"), title=f"titel {number}")
    days = [one.name[:10] for one in backups_of(path)]
    assert days.count("2026-07-02") == 1


def test_a_new_register_is_not_backed_up_while_it_is_empty(store: Store, path: Path) -> None:
    assert store.back_up_if_due() is None
    assert backups_of(path) == []


def test_a_backup_folder_that_cannot_be_made_does_not_stop_the_work(
    store: Store, path: Path, clock: build.FixedClock
) -> None:
    build.motion(store)
    shutil.rmtree(backup_folder(path), ignore_errors=True)
    backup_folder(path).write_text("in de weg", encoding="utf-8")
    clock.pass_days(1)
    build.change(store, store.find("M-1"), title="nieuw")
    assert isinstance(store.last_backup_problem, CannotWrite)
    assert store.find("M-1")["title"] == "nieuw"


def test_old_backups_go_and_the_newest_always_stays(store: Store, path: Path) -> None:
    ages = (0, 10, 89, 91, 400)
    made = {age: backup.dated_backup(path, build.NOW - timedelta(days=age), "proef") for age in ages}
    assert set(backup.prune(path, build.NOW)) == {made[91], made[400]}
    assert backups_of(path) == [made[0], made[10], made[89]]
    assert backup.prune(path, build.NOW + timedelta(days=1000)) == [made[10], made[89]]
    assert backups_of(path) == [made[0]]


def test_pruning_touches_nothing_that_is_no_backup(store: Store, path: Path) -> None:
    backup.dated_backup(path, build.NOW, "proef")
    others = [backup_folder(path) / "aantekeningen.db", path.parent / "2020-01-01_120000 elders.db"]
    for other in others:
        other.write_bytes(b"van de gebruiker")
    backup.prune(path, build.NOW + timedelta(days=1000))
    assert all(other.exists() for other in others)


def test_restoring_keeps_the_present_state_and_gives_the_former(store: Store, path: Path) -> None:
    motion = build.motion(store, title="toen")
    copy = backup.dated_backup(path, build.NOW, "toen")
    build.change(store, motion, title="nu")
    store.close()
    kept = backup.restore(copy, path, build.NOW.replace(hour=12))
    assert kept is not None
    with build.open_store(path) as restored, build.open_store(kept) as former:
        assert restored.find("M-1")["title"] == "toen"
        assert former.find("M-1")["title"] == "nu"
        assert check(restored) == []


def test_restoring_where_no_register_is_left_makes_it_anew(store: Store, path: Path) -> None:
    build.motion(store)
    copy = backup.dated_backup(path, build.NOW, "toen")
    store.close()
    path.unlink()
    assert backup.restore(copy, path, build.NOW) is None
    with build.open_store(path) as restored:
        assert restored.find("M-1").reference == "M-1"


def test_a_damaged_backup_is_not_put_in_the_registers_place(store: Store, path: Path) -> None:
    copy = backup.dated_backup(path, build.NOW, "toen")
    store.close()
    before = path.read_bytes()
    copy.write_bytes(copy.read_bytes()[:-9000])
    with pytest.raises(DamagedRegister):
        backup.restore(copy, path, build.NOW)
    assert path.read_bytes() == before


def test_what_is_no_register_is_not_put_in_the_registers_place(store: Store, path: Path, tmp_path: Path) -> None:
    store.close()
    before = path.read_bytes()
    other = tmp_path / "leeg.db"
    other.touch()
    with pytest.raises(NotARegister):
        backup.restore(other, path, build.NOW)
    assert path.read_bytes() == before


def test_a_backup_into_a_missing_folder_is_said(store: Store, path: Path, tmp_path: Path) -> None:
    with pytest.raises(CannotWrite, match="kan niet worden geschreven"):
        backup.copy_register(path, tmp_path / "weg" / "kopie.db")
