"""new, backup, restore, check, letters, persons, history."""

from __future__ import annotations

import os
import shutil
import sqlite3
import stat
from contextlib import closing
from pathlib import Path

import pytest

from tests.cli.conftest import Call
from tracker.cli.parser import parse
from tracker.cli.running import execute


def test_new_makes_an_empty_register_that_only_its_owner_may_read(run: Call, tmp_path: Path) -> None:
    path = tmp_path / "leeg.db"
    assert run("new", str(path)) == {"register": str(path), "records": 0}
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_new_refuses_a_file_that_exists(run: Call, tmp_path: Path) -> None:
    path = tmp_path / "bestaat.txt"
    path.write_text("van mij", encoding="utf-8")
    assert "bestaat al" in run("new", str(path), status=1)
    assert path.read_text(encoding="utf-8") == "van mij"


def test_the_register_may_be_named_before_or_after_the_command(run: Call, register: Path, tmp_path: Path) -> None:
    other = tmp_path / "ander.db"
    run("new", str(other))
    assert run("list", "--register", str(other))["count"] == 0
    assert run("--register", str(other), "list")["count"] == 0
    assert run("list", "--register", str(register))["count"] > 0


def test_a_register_that_is_not_there_is_named(run: Call, tmp_path: Path) -> None:
    assert "weg.db" in run("list", "--register", str(tmp_path / "weg.db"), status=1)


def test_backup_and_restore_bring_back_what_was(run: Call, register: Path, tmp_path: Path) -> None:
    copy = tmp_path / "kopie.db"
    run("backup", str(copy))
    run("set", "M-1", "theme=later gewijzigd")
    answer = run("restore", str(copy))
    assert run("show", "M-1")["theme"] == "non-punishment"
    with closing(sqlite3.connect(answer["kept"])) as kept:
        assert kept.execute("SELECT theme FROM motion WHERE reference = 'M-1'").fetchone() == ("later gewijzigd",)


def test_restore_refuses_what_is_no_register(run: Call, register: Path, tmp_path: Path) -> None:
    before = register.read_bytes()
    wrong = tmp_path / "geen.db"
    wrong.write_bytes(b"PK\x03\x04" + bytes(200))
    assert "geen.db" in run("restore", str(wrong), status=1)
    assert register.read_bytes() == before


def test_check_finds_a_word_changed_from_outside(run: Call, register: Path) -> None:
    assert run("check") == {"ok": True, "problems": []}
    with closing(sqlite3.connect(register)) as connection:
        connection.execute("UPDATE motion SET theme = 'stiekem' WHERE reference = 'M-1'")
        connection.commit()
    answer = run("check", status=1)
    assert answer["ok"] is False
    assert any("stiekem" in problem for problem in answer["problems"])


def test_letters_have_the_public_keys(run: Call) -> None:
    letters = run("letters")["letters"]
    assert set(letters[0]) == {"reference", "title", "date", "citation", "state"}
    assert letters[0]["reference"] == "B-1"


def test_history_tells_who_changed_what_from_what(run: Call) -> None:
    run("set", "M-1", "theme=anders")
    change = run("history", "M-1")["changes"][0]
    assert set(change) == {"at", "by", "reference", "field", "before", "after", "label"}
    assert (change["by"], change["reference"], change["field"]) == ("Test Gebruiker", "M-1", "theme")
    assert (change["before"], change["after"]) == ("non-punishment", "anders")


def test_removing_a_person_leaves_their_id_and_nothing_else(run: Call, register: Path) -> None:
    run("add", "motion", "title=Van iemand", "owner=Jan Verdwijnman <weg@example.nl>")
    person = next(one for one in run("persons")["persons"] if one["name"] == "Jan Verdwijnman")
    exported = run("persons", "--export", str(person["id"]))
    assert exported["records"] == [{"reference": "M-5", "title": "Van iemand"}]
    run("persons", "--remove", str(person["id"]))
    assert run("show", "M-5")["owner"] == "verwijderde persoon"
    assert run("list", "--search", "verdwijnman")["count"] == 0
    assert b"Verdwijnman" not in register.read_bytes()
    assert b"weg@example.nl" not in register.read_bytes()
    assert "verwijderde persoon" in [change["after"] for change in run("history", "M-5")["changes"]]
    assert run("check")["ok"] is True


def test_removal_lists_the_backups_that_still_hold_the_name(run: Call, register: Path) -> None:
    run("add", "motion", "title=Van iemand", "owner=Jan Verdwijnman")
    folder = register.with_name("register-reservekopieen")
    shutil.copy(register, folder / "2026-01-01_120000 met naam.db")
    person = next(one for one in run("persons")["persons"] if one["name"] == "Jan Verdwijnman")
    backups = run("persons", "--remove", str(person["id"]))["backups"]
    assert [Path(one).name for one in backups] == ["2026-01-01_120000 met naam.db"]


def test_a_wrong_call_has_status_2(register: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for words in (["onzin"], ["list", "--on", "31-2-2026"], ["add", "motion"], ["set", "M-1", "zonder-teken"]):
        with pytest.raises(SystemExit) as ended:
            execute(parse(words))
        assert ended.value.code == 2
        printed = capsys.readouterr().err
        assert printed.startswith("tracker: ")
        assert len(printed.splitlines()) == 1


def test_answers_for_people_come_in_the_users_language(
    register: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert execute(parse(["list", "motion"])) == 0
    assert "Onderwerp" in capsys.readouterr().out
    monkeypatch.setenv("TRACKER_LANGUAGE", "en")
    assert execute(parse(["list", "motion"])) == 0
    assert "Subject" in capsys.readouterr().out


def test_a_fault_of_the_program_is_one_line_and_a_log(
    register: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    name = "Jan Jansen"

    def broken(*_: object) -> None:
        raise ZeroDivisionError(name)

    monkeypatch.setattr("tracker.store.record_store.Store.names", broken)
    assert execute(parse(["persons"])) == 1
    printed = capsys.readouterr()
    assert len(printed.err.splitlines()) == 1
    log = Path(os.environ["TRACKER_HOME"], "tracker.log").read_text(encoding="utf-8")
    assert "ZeroDivisionError" in log
    assert name not in log + printed.err


def test_history_gives_values_as_show_does(run: Call) -> None:
    run("set", "OA-1", "role=participant", "ends_on=2027-06-30")
    changes = {one["field"]: one for one in run("history", "OA-1")["changes"][:2]}
    assert changes["role"]["after"] == "participant"
    assert changes["ends_on"]["after"] == "2027-06-30"
    assert run("show", "OA-1")["role"] == "participant"


def test_history_tells_with_which_record_a_relation_was_made(run: Call) -> None:
    related = [one for one in run("history", "M-1")["changes"] if one["field"] == "relation.to"]
    assert {one["after"] for one in related} <= {one["reference"] for one in run("show", "M-1")["related"]}
    assert related


def test_exports_and_backups_stand_in_the_history_of_the_register(run: Call, tmp_path: Path) -> None:
    run("report", "overdue", "--output", str(tmp_path / "uit.xlsx"))
    run("backup", str(tmp_path / "kopie.db"))
    labels = [one["label"] for one in run("history")["changes"][:2]]
    assert labels[0] == "Reservekopie: kopie.db"
    assert labels[1].startswith("Export: overdue naar uit.xlsx")


def test_an_undo_is_told_apart_in_the_table(
    run: Call, register: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "250")
    run("set", "M-1", "theme=anders")
    run("undo")
    assert execute(parse(["--register", str(register), "history", "M-1"])) == 0
    assert "Ongedaan gemaakt: M-1 wijzigen" in capsys.readouterr().out
