"""Fault 9: *Register controleren* finds what SQLite's own check does not, down to one bit."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from tests import builders as build
from tracker.store.integrity import Problem, check
from tracker.store.tables import metadata

_UNGUARDED = {("record", "updated"), ("change", "id"), ("undo_stack", "step_id")}
"""Not told by the log: when a list row was made anew, ids that leave the order as it is, which steps can be undone."""
TABLES = sorted(set(metadata.tables) - {"counter", "setting"})
"""Numbers given out and choices of the user stand in no log; a wrong one spoils no record."""


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """A register with a row in every table and a value in every field, as the bytes of its file."""
    path = tmp_path_factory.mktemp("whole") / "register.db"
    with build.new_store(path) as store:
        build.everything(store)
    return path.read_bytes()


@pytest.fixture
def filled(path: Path, whole: bytes) -> Path:
    path.write_bytes(whole)
    return path


def _problems(path: Path) -> list[Problem]:
    with build.open_store(path) as opened:
        return check(opened)


def test_a_whole_register_has_no_problems(filled: Path) -> None:
    assert _problems(filled) == []


def test_the_check_changes_nothing(filled: Path, whole: bytes) -> None:
    _problems(filled)
    assert filled.read_bytes() == whole


def _flip(path: Path, wanted: bytes) -> None:
    """Flip one bit in the last letter of every place where these words stand, past SQLite's back."""
    content = bytearray(path.read_bytes())
    assert content.count(wanted), wanted
    place = content.find(wanted)
    while place != -1:
        content[place + len(wanted) - 1] ^= 1
        place = content.find(wanted, place + 1)
    path.write_bytes(content)


@pytest.mark.parametrize(
    "words",
    ["Onderwerp é Onderwerp", "Opmerkingen:", "van alles", "na de zomer", "Sanne de Vries", "parket", "4138318.5"],
)
def test_one_flipped_bit_inside_text_is_found(filled: Path, words: str) -> None:
    _flip(filled, words.encode())
    with closing(sqlite3.connect(filled)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    assert _problems(filled) != []


@pytest.mark.parametrize("table", TABLES)
def test_a_cell_changed_from_outside_is_found(filled: Path, whole: bytes, table: str) -> None:
    names = [column.name for column in metadata.tables[table].columns if (table, column.name) not in _UNGUARDED]
    unseen = []
    for name in names:
        filled.write_bytes(whole)
        _spoil(filled, table, name)
        if not _problems(filled):
            unseen.append(name)
    assert unseen == []


def _spoil(path: Path, table: str, column: str) -> None:
    """Change one bit of the first cell that holds anything in a column."""
    with closing(sqlite3.connect(path)) as connection:
        rowid, value = connection.execute(
            f'SELECT rowid, "{column}" FROM "{table}" WHERE "{column}" IS NOT NULL ORDER BY rowid LIMIT 1'
        ).fetchone()
        connection.execute(f'UPDATE OR REPLACE "{table}" SET "{column}" = ? WHERE rowid = ?', (_other(value), rowid))
        connection.commit()


def _other(value: object) -> object:
    """Give a value that differs in one bit."""
    if isinstance(value, int):
        return value ^ 1
    text = str(value)
    place = len(text) // 2
    return text[:place] + chr(ord(text[place]) ^ 1) + text[place + 1 :]


@pytest.mark.parametrize("table", sorted(set(TABLES) - {"undo_stack"}))
def test_a_row_that_vanished_is_found(filled: Path, table: str) -> None:
    with closing(sqlite3.connect(filled)) as connection:
        gone = connection.execute(f'DELETE FROM "{table}" WHERE rowid = (SELECT max(rowid) FROM "{table}")').rowcount
        connection.commit()
    assert gone == 1
    assert _problems(filled) != []


def test_a_changed_step_that_was_given_a_digest_of_its_own_breaks_the_chain(filled: Path) -> None:
    with closing(sqlite3.connect(filled)) as connection:
        connection.execute("UPDATE step SET label = 'anders', digest = lower(hex(randomblob(32))) WHERE id = 2")
        connection.commit()
    assert _problems(filled) != []


def test_a_damaged_page_is_a_problem_and_no_error(filled: Path, whole: bytes) -> None:
    content = bytearray(whole)
    content[-4096:-3896] = b"\xab" * 200
    filled.write_bytes(content)
    assert _problems(filled) != []
