"""When the user was last in a register."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

from tests import builders as build
from tracker.basics.paths import user_folder
from tracker.services.visits import REGISTERS_KEPT, Visit, last_visit, remember_visit

REGISTER = Path("register.db")
A_WEEK_AGO = Visit(build.NOW - timedelta(days=7), is_first=True)


def test_the_first_time_looks_back_a_week() -> None:
    assert last_visit(REGISTER, build.NOW) == A_WEEK_AGO


def test_remembers_each_register_apart() -> None:
    remember_visit(REGISTER, build.NOW)
    assert last_visit(REGISTER, build.NOW + timedelta(days=30)) == Visit(build.NOW, is_first=False)
    assert last_visit(Path("ander.db"), build.NOW) == A_WEEK_AGO


def test_a_file_that_makes_no_sense_counts_as_none() -> None:
    file = user_folder() / "visits.json"
    for nonsense in ("", "[1]", "{", '{"x": 1}', f'{{"{REGISTER.absolute()}": "gisteren"}}', "\udcff"):
        file.write_bytes(nonsense.encode(errors="surrogateescape"))
        assert last_visit(REGISTER, build.NOW) == A_WEEK_AGO


def test_keeps_the_registers_seen_last() -> None:
    for number in range(REGISTERS_KEPT + 1):
        remember_visit(Path(f"{number}.db"), build.NOW)
    assert last_visit(Path("0.db"), build.NOW).is_first
    assert not last_visit(Path("1.db"), build.NOW).is_first


def test_a_closed_folder_costs_only_the_note() -> None:
    (user_folder() / "visits.json").mkdir()
    remember_visit(REGISTER, build.NOW)
    assert last_visit(REGISTER, build.NOW) == A_WEEK_AGO
