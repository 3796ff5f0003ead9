"""Faults 7, 8 and 10: files that cannot be used are refused by name, left as they are, and a good backup is named."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing, suppress
from pathlib import Path

import pytest

from tests import builders as build
from tracker.basics.errors import (
    CannotOpen,
    DamagedRegister,
    MissingRegister,
    NewerRegister,
    NotARegister,
    TrackerError,
)
from tracker.records.filter import Filter
from tracker.store import backup
from tracker.store.first_page import read_first_page
from tracker.store.header import SCHEMA_VERSION
from tracker.store.integrity import check
from tracker.store.record_store import Store

Edit = Callable[[bytearray], None]


def _header(content: bytearray) -> None:
    content[0:16] = b"\xff" * 16


def _application(content: bytearray) -> None:
    content[68:72] = b"\x00" * 4


def _schema_page(content: bytearray) -> None:
    content[100:400] = b"\xab" * 300


def _inner_pages(content: bytearray) -> None:
    for start in range(4096, len(content), 4096):
        content[start : start + 200] = b"\xab" * 200


def _end(content: bytearray) -> None:
    del content[-5000:]


EDITS: dict[str, Edit] = {
    "header": _header,
    "application": _application,
    "schema page": _schema_page,
    "inner pages": _inner_pages,
    "end": _end,
}


def _damage(path: Path, edit: Edit) -> bytes:
    content = bytearray(path.read_bytes())
    edit(content)
    path.write_bytes(content)
    return bytes(content)


def _use(path: Path) -> None:
    with build.open_store(path) as store:
        store.records(store.order(Filter(), build.TODAY))


@pytest.mark.parametrize("edit", EDITS.values(), ids=EDITS)
def test_a_damaged_register_names_the_newest_good_backup(store: Store, path: Path, edit: Edit) -> None:
    build.motion(store)
    backup.dated_backup(path, build.NOW, "goed")
    newest = backup.dated_backup(path, build.NOW.replace(hour=11), "beter")
    broken = backup.dated_backup(path, build.NOW.replace(hour=12), "ook kapot")
    store.close()
    _damage(broken, _header)
    damaged = _damage(path, edit)
    with pytest.raises(DamagedRegister) as refused:
        _use(path)
    for sentence in (refused.value.words.nl, refused.value.words.en):
        assert str(newest) in sentence
    assert path.read_bytes() == damaged


@pytest.mark.parametrize("edit", EDITS.values(), ids=EDITS)
def test_a_damaged_register_without_backup_is_refused_and_left_as_it_is(store: Store, path: Path, edit: Edit) -> None:
    store.close()
    damaged = _damage(path, edit)
    with pytest.raises(CannotOpen, match=path.name):
        _use(path)
    assert path.read_bytes() == damaged


@pytest.mark.parametrize("edit", EDITS.values(), ids=EDITS)
def test_restoring_keeps_the_damaged_file_aside_byte_by_byte(store: Store, path: Path, edit: Edit) -> None:
    motion = build.motion(store)
    copy = backup.dated_backup(path, build.NOW, "goed")
    store.close()
    damaged = _damage(path, edit)
    kept = backup.restore(copy, path, build.NOW)
    assert kept is not None
    assert kept.read_bytes() == damaged
    with build.open_store(path) as opened:
        assert opened.find("M-1") == motion


@pytest.mark.parametrize("edit", EDITS.values(), ids=EDITS)
def test_the_first_page_never_shows_what_a_damaged_register_does_not_hold(store: Store, path: Path, edit: Edit) -> None:
    build.motion(store)
    store.close()
    _damage(path, edit)
    shown = None
    with suppress(CannotOpen):
        shown = read_first_page(path, build.TODAY)
    assert shown is None


def _empty(path: Path) -> None:
    path.touch()


def _browser_history(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE urls (id INTEGER PRIMARY KEY, url TEXT)")
        connection.execute("INSERT INTO urls (url) VALUES ('https://example.nl')")
        connection.commit()


def _workbook(path: Path) -> None:
    path.write_bytes(b"PK\x03\x04" + bytes(2000))


def _letter(path: Path) -> None:
    path.write_text("Geachte voorzitter, " * 50, encoding="utf-8")


def _scrap(path: Path) -> None:
    path.write_bytes(b"SQLite format 3\x00")


OTHERS: dict[str, tuple[Callable[[Path], None], str]] = {
    "empty": (_empty, "leeg"),
    "another program's database": (_browser_history, "ander programma"),
    "workbook": (_workbook, "Excel"),
    "text": (_letter, "geen register"),
    "a few bytes": (_scrap, "geen register"),
}


@pytest.mark.parametrize(("make", "word"), OTHERS.values(), ids=OTHERS)
def test_a_file_that_is_no_register_is_refused_by_name_and_not_touched(
    path: Path, make: Callable[[Path], None], word: str
) -> None:
    make(path)
    before, names = path.read_bytes(), sorted(path.parent.iterdir())
    for opening in (build.open_store, lambda other: read_first_page(other, build.TODAY)):
        with pytest.raises(NotARegister, match=word) as refused:
            opening(path)
        assert path.name in refused.value.words.nl
    assert path.read_bytes() == before
    assert sorted(path.parent.iterdir()) == names


def test_a_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(NotARegister, match="map"):
        build.open_store(tmp_path)


def test_a_missing_file_is_said_and_not_made(path: Path) -> None:
    with pytest.raises(MissingRegister, match=path.name):
        build.open_store(path)
    assert not path.exists()


def test_a_register_of_a_newer_version_is_refused_with_both_versions(store: Store, path: Path) -> None:
    build.motion(store)
    store.close()
    newer = _damage(path, _one_schema_on)
    with pytest.raises(NewerRegister) as refused:
        build.open_store(path)
    for sentence in (refused.value.words.nl, refused.value.words.en):
        assert f"schema {SCHEMA_VERSION + 1}" in sentence
        assert f" {SCHEMA_VERSION})" in sentence
    assert path.read_bytes() == newer


def _one_schema_on(content: bytearray) -> None:
    content[60:64] = (SCHEMA_VERSION + 1).to_bytes(4, "big")


def test_a_register_that_misses_a_table_is_called_damaged(store: Store, path: Path) -> None:
    store.close()
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("DROP TABLE undo_stack")
    with pytest.raises(DamagedRegister):
        build.open_store(path)


def test_a_new_register_takes_nobodys_place(store: Store, path: Path) -> None:
    before = path.read_bytes()
    with pytest.raises(TrackerError, match="bestaat al"):
        Store.new(path, build.ACTOR)
    assert path.read_bytes() == before


def test_a_file_whose_writer_was_killed_between_its_head_and_its_end_opens(path: Path, tmp_path: Path) -> None:
    """The head tells of pages that were never written; the journal beside it holds the head as it was."""
    with build.new_store(path) as store:
        build.motion(store, title="Blijft")
    killed = tmp_path / "killed" / path.name
    killed.parent.mkdir()
    with closing(sqlite3.connect(path, isolation_level=None)) as writer:
        writer.execute("PRAGMA cache_size = 5")
        writer.execute("BEGIN IMMEDIATE")
        for number in range(200):  # more than fits, so that the journal is on disk before the commit
            writer.execute("INSERT INTO setting VALUES (?, ?)", (f"x{number}", "y" * 3000))
        for name in (path.name, f"{path.name}-journal"):
            shutil.copy(path.with_name(name), killed.with_name(name))
    pages = int.from_bytes(killed.read_bytes()[16:18], "big")
    head = bytearray(killed.read_bytes())
    head[28:32] = (len(head) // pages + 50).to_bytes(4, "big")
    head[92:96] = head[24:28]
    killed.write_bytes(head)
    with build.open_store(killed) as opened:
        assert opened.find("M-1")["title"] == "Blijft"
        assert check(opened) == []


def test_a_lost_end_without_a_journal_is_damage(path: Path) -> None:
    with build.new_store(path) as store:
        build.motion(store)
    content = path.read_bytes()
    path.write_bytes(content[: len(content) // 2])
    with pytest.raises(DamagedRegister):
        build.open_store(path)
