"""Copying and restoring a register: nothing that is there gets lost, nothing spoiled comes back."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from tests import builders as build
from tracker.basics.errors import CannotWrite, DamagedRegister
from tracker.services import opening
from tracker.services.opening import back_up, new_register, open_register, restore_register
from tracker.store.record_store import Store


def test_a_backup_never_takes_the_place_of_a_file_unasked(store: Store, tmp_path: Path) -> None:
    target = tmp_path / "brief.docx"
    target.write_text("van een ander")
    with pytest.raises(CannotWrite, match="bestaat al"):
        back_up(store, target)
    assert target.read_text() == "van een ander"
    back_up(store, target, may_replace=True)
    with build.open_store(target) as copy:
        assert copy.path == target


def test_a_backup_is_never_the_register_itself(store: Store, path: Path) -> None:
    build.motion(store)
    before = path.read_bytes()
    with pytest.raises(CannotWrite, match="register zelf"):
        back_up(store, path, may_replace=True)
    assert path.read_bytes() == before


def test_a_backup_stands_in_the_log(store: Store, tmp_path: Path) -> None:
    back_up(store, tmp_path / "kopie.db")
    with store.read() as connection:
        assert connection.exec_driver_sql("SELECT label FROM step ORDER BY id DESC LIMIT 1").scalar() == (
            "Reservekopie: kopie.db"
        )


def test_a_copy_that_was_tampered_with_is_not_restored(store: Store, path: Path, tmp_path: Path) -> None:
    build.motion(store, title="Echt")
    copy = back_up(store, tmp_path / "kopie.db")
    store.close()
    with closing(sqlite3.connect(copy)) as connection, connection:
        connection.execute("UPDATE motion SET title = 'Vals'")
    before = path.read_bytes()
    with pytest.raises(DamagedRegister, match="title"):
        restore_register(copy, path)
    assert path.read_bytes() == before


def test_a_whole_copy_is_restored(store: Store, path: Path, tmp_path: Path) -> None:
    motion = build.motion(store, title="Eerst")
    copy = back_up(store, tmp_path / "kopie.db")
    build.change(store, motion, title="Later")
    store.close()
    kept = restore_register(copy, path)
    assert kept is not None
    with build.open_store(path) as restored, build.open_store(kept) as before:
        assert restored.find("M-1")["title"] == "Eerst"
        assert before.find("M-1")["title"] == "Later"


# --- who works with it ------------------------------------------------------------------------------------------------


@pytest.fixture
def of_sanne(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("TRACKER_USER")
    monkeypatch.setattr(opening, "account_name", lambda: "vriess")
    monkeypatch.setattr(opening, "own_name", lambda: "Sanne de Vries")


def persons(store: Store) -> list[str]:
    return list(store.names().by_entity["person"].values())


@pytest.mark.usefixtures("of_sanne")
def test_the_user_is_a_person_by_their_own_name(tmp_path: Path) -> None:
    with new_register(tmp_path / "new.db") as store:
        build.motion(store)
    with open_register(tmp_path / "new.db") as store:
        build.motion(store)
        assert persons(store) == ["Sanne de Vries"]


@pytest.mark.usefixtures("of_sanne")
def test_who_stands_in_a_register_by_their_account_stays_that_person(tmp_path: Path) -> None:
    with Store.new(tmp_path / "old.db", "vriess") as store:
        build.motion(store)
    with open_register(tmp_path / "old.db") as store:
        assert store.coming_actor() is None
        build.motion(store)
        assert persons(store) == ["vriess"]
