"""Fault 9: *Register controleren* finds what SQLite's own check does not, down to one bit."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from tests import builders as build
from tracker.basics.errors import Cancelled
from tracker.records.change import Source, Step
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


def test_a_bit_that_breaks_a_letter_is_found_with_its_place(filled: Path) -> None:
    """Bit 7 makes a text that is no UTF-8; sqlite3 refuses to read it."""
    content = bytearray(filled.read_bytes())
    place = content.find(b"sanne@minjenv.nl")
    content[place] ^= 0x80
    filled.write_bytes(content)
    assert [one.where for one in _problems(filled)] == ["persoon 2"]


def test_steps_taken_from_the_end_of_the_log_are_missed(filled: Path) -> None:
    with build.open_store(filled) as store:
        store.apply(Step("Export: iets", (), Source.SYSTEM, undoable=False))
    with closing(sqlite3.connect(filled)) as connection, connection:
        connection.execute("DELETE FROM step WHERE id = (SELECT max(id) FROM step)")
    assert [one.what.nl for one in _problems(filled)] == ["de laatste stappen ontbreken"]


@pytest.mark.parametrize("series", ["record", "deadline", "reference M", "reference B"])
def test_a_counter_that_went_back_is_found(filled: Path, series: str) -> None:
    with closing(sqlite3.connect(filled)) as connection, connection:
        assert connection.execute("UPDATE counter SET last = 0 WHERE name = ?", (series,)).rowcount == 1
    found = [one.where for one in _problems(filled)]
    assert found == [f"nummers, {series.removeprefix('reference ')}"]


def test_the_check_tells_how_far_it_is_and_can_be_stopped(filled: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tracker.store.integrity._TOLD_EVERY", 1)
    told: list[tuple[int, int]] = []
    with build.open_store(filled) as opened:
        assert check(opened, lambda done, total: told.append((done, total))) == []
        dones, totals = [done for done, _ in told], {total for _, total in told}
        assert dones == sorted(dones)
        assert len(totals) == 1
        assert 0 < dones[-1] <= max(totals)

        def stop(done: int, _total: int) -> None:
            if done > 5:
                raise Cancelled

        with pytest.raises(Cancelled):
            check(opened, stop)
        assert check(opened) == []


def test_what_sqlite_is_long_about_can_be_stopped(filled: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tracker.store.integrity._LISTEN_EVERY", 1)

    def stop(_done: int, _total: int) -> None:
        raise Cancelled

    with build.open_store(filled) as opened:
        with pytest.raises(Cancelled):
            check(opened, stop)
        assert check(opened) == []
