"""report: each of the five, its file, its line in the log, and what it refuses."""

from __future__ import annotations

from pathlib import Path

import pytest
from openpyxl import load_workbook

from tests import builders as build
from tests.cli.conftest import Call

REPORTS = ("annex", "motions-commitments", "international", "overdue", "register")


@pytest.mark.parametrize("name", REPORTS)
def test_each_report_is_written_and_logged(run: Call, tmp_path: Path, name: str) -> None:
    target = tmp_path / f"{name}.xlsx"
    answer = run("report", name, "--output", str(target), "--on", "2026-09-01")
    assert answer["file"] == str(target)
    assert answer["records"] > 0
    assert load_workbook(target).sheetnames


def test_the_log_tells_who_exported_what(run: Call, register: Path, tmp_path: Path) -> None:
    run("report", "annex", "--output", str(tmp_path / "bijlage.xlsx"))
    with build.open_store(register) as store, store.read() as connection:
        row = connection.exec_driver_sql("SELECT label, source FROM step ORDER BY id DESC LIMIT 1").one()
    assert "annex naar bijlage.xlsx" in row[0]
    assert row[1] == "command line"
    assert "ongedaan" in run("undo", status=1)


def test_records_that_are_not_public_are_left_out_and_counted(run: Call, tmp_path: Path) -> None:
    everything = run("report", "annex", "--output", str(tmp_path / "een.xlsx"))
    run("set", "A-1", "marking=intern")
    fewer = run("report", "annex", "--output", str(tmp_path / "twee.xlsx"))
    assert (everything["left_out"], fewer["left_out"]) == (0, 1)
    assert fewer["records"] == everything["records"] - 1


def test_an_unknown_report_names_the_ones_there_are(run: Call, tmp_path: Path) -> None:
    fault = run("report", "onzin", "--output", str(tmp_path / "x.xlsx"), status=1)
    assert all(name in fault for name in REPORTS)


def test_a_register_in_use_still_gives_its_reports(run: Call, register: Path, tmp_path: Path) -> None:
    with build.open_store(register):
        answer = run("report", "overdue", "--output", str(tmp_path / "x.xlsx"), "--on", "2026-09-01")
    assert answer["records"] == 6
