"""``import`` and ``merge`` on the command line: what they say and what they leave in the register."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from tests.cli.conftest import Call
from tracker.cli.parser import parse
from tracker.cli.running import execute

KEYS = {"file", "format", "read", "new", "changed", "unchanged", "rejected", "undecided", "not_understood"}
COMMITMENT = {
    "Nummer": "TZ202605-123",
    "Tekst": "De minister zegt toe de Kamer voor de zomer van 2027 te informeren over de opvang.",
    "Aanmaakdatum": "2026-05-20T00:00:00Z",
    "ActiviteitNummer": "2026A01894",
    "Status": "Openstaand",
}


@pytest.fixture
def page(tmp_path: Path) -> Path:
    """A page of open data with one commitment."""
    file = tmp_path / "toezeggingen.json"
    file.write_text(json.dumps({"value": [COMMITMENT]}), encoding="utf-8")
    return file


def book(run: Call, tmp_path: Path) -> Path:
    """Write the workbook of the sample register."""
    file = tmp_path / "uit.xlsx"
    run("report", "register", "--output", str(file))
    return file


def only(document: Any) -> Any:
    (file,) = document["files"]
    assert set(file) == KEYS
    return file


def test_open_data_becomes_records_and_the_second_time_nothing(run: Call, page: Path) -> None:
    first = only(run("import", str(page)))
    assert (first["file"], first["format"], first["read"], first["new"]) == ("toezeggingen.json", "json", 1, 1)
    (made,) = run("list", "commitment", "--search", "TZ202605-123")["records"]
    assert made["deadline"]["wording"]
    again = only(run("import", str(page)))
    assert (again["new"], again["changed"], again["unchanged"]) == (0, 0, 1)
    assert run("undo")["label"] == "Importeren: toezeggingen.json, 1 nieuw, 0 gewijzigd"


def test_a_dry_run_changes_nothing(run: Call, page: Path) -> None:
    before = run("list")["count"]
    assert only(run("import", str(page), "--dry-run"))["new"] == 1
    assert run("list")["count"] == before


def test_the_registers_own_workbook_changes_nothing_where_it_is_from(run: Call, tmp_path: Path) -> None:
    count = run("list")["count"]
    found = only(run("import", str(book(run, tmp_path))))
    assert (found["format"], found["read"], found["unchanged"]) == ("register", count, count)


def test_the_registers_own_workbook_makes_the_same_register_anew(run: Call, tmp_path: Path) -> None:
    file = book(run, tmp_path)
    other = str(tmp_path / "ander.db")
    run("new", other)
    count = run("list")["count"]
    assert only(run("import", str(file), "--register", other))["new"] == count
    assert run("check", "--register", other)["ok"]
    for reference in ("M-1", "T-1", "A-1", "OA-1", "P-1", "I-1"):
        ours, theirs = (run("show", reference, *where) for where in ((), ("--register", other)))
        assert {**ours, "updated": None} == {**theirs, "updated": None}


def test_a_cell_changed_in_the_workbook_comes_in_as_a_changed_field(
    run: Call, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = book(run, tmp_path)
    workbook = load_workbook(file)
    sheet = workbook["Moties"]
    names = {cell.value: place for place, cell in enumerate(sheet[1], 1)}
    old = sheet.cell(3, names["motion.title"]).value
    sheet.cell(3, names["motion.title"]).value = f"{old} (gewijzigd)"
    sheet.cell(3, len(names) + 1).value = "erbij geschreven"
    workbook.save(file)
    capsys.readouterr()
    assert execute(parse(["import", str(file), "--dry-run"])) == 0
    text = capsys.readouterr().out
    assert "1 gewijzigd" in text
    assert f"Moties!B3: {sheet.cell(3, 1).value} Onderwerp: " in text
    found = only(run("import", str(file)))
    assert found["changed"] == 1
    assert [(one["where"].split("!")[0], one["text"]) for one in found["not_understood"]] == [
        ("Moties", "erbij geschreven")
    ]
    assert run("show", str(sheet.cell(3, 1).value))["title"] == f"{old} (gewijzigd)"


def test_several_files_are_one_step(run: Call, page: Path, tmp_path: Path) -> None:
    other = tmp_path / "nog.json"
    other.write_text(json.dumps({"value": [{**COMMITMENT, "Nummer": "TZ202605-124"}]}), encoding="utf-8")
    assert [one["new"] for one in run("import", str(page), str(other))["files"]] == [1, 1]
    assert run("undo")["label"] == "Importeren: 2 bestanden, 2 nieuw, 0 gewijzigd"


@pytest.mark.parametrize("ending", [".txt", ".xlsx"])
def test_the_report_can_be_saved(run: Call, page: Path, tmp_path: Path, ending: str) -> None:
    target = tmp_path / f"verslag{ending}"
    run("import", str(page), "--report", str(target))
    if ending == ".txt":
        assert "1 nieuw" in target.read_text(encoding="utf-8")
    else:
        assert load_workbook(target).sheetnames == ["Aantallen", "Nieuw", "Gewijzigd", "Niet overgenomen", "Meldingen"]


def test_one_file_that_cannot_be_read_stops_all(run: Call, page: Path, tmp_path: Path) -> None:
    broken = tmp_path / "leeg.json"
    broken.touch()
    before = run("list")["count"]
    assert "is leeg" in run("import", str(page), str(broken), status=1)
    assert run("list")["count"] == before


def test_merging_keeps_the_first(run: Call) -> None:
    first = run("add", "commitment", "title=Onderzoek naar uitbuiting")["reference"]
    second = run("add", "commitment", "title=Onderzoek uitbuiting", "theme=opvang")["reference"]
    assert run("merge", first, second) == {"reference": first}
    assert run("show", second)["reference"] == first
    assert run("show", first)["theme"] == "opvang"
    told = {change["reference"] for change in run("history", second)["changes"]}
    assert told == {second}
    run("undo")
    assert run("show", second)["reference"] == second
