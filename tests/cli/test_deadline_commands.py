"""deadline, postpone, told, event, calendar, and --as-of."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from tests.cli.conftest import Call
from tracker.cli.parser import parse
from tracker.cli.running import execute

LAW = "inwerkingtreding van art. 273f Sr"


def references(answer: dict[str, Any]) -> list[str]:
    return [record["reference"] for record in answer["records"]]


def test_a_deadline_is_read_from_its_words_as_said_on_a_day(run: Call) -> None:
    words = ("voor de zomer", "--said", "2026-03-01", "--what", "tussenrapport")
    assert run("deadline", "T-1", *words) == {"reference": "T-1"}
    made = run("show", "T-1")["deadlines"][-1]
    assert (made["wording"], made["what"], made["said_on"]) == ("voor de zomer", "tussenrapport", "2026-03-01")
    assert (made["start"], made["end"], made["precision"], made["tentative"]) == (None, "2026-07-02", "recess", True)


def test_on_stands_for_the_day_on_which_it_was_said(run: Call) -> None:
    run("deadline", "T-1", "binnen zes weken", "--on", "2026-05-20")
    assert run("show", "T-1")["deadlines"][-1]["end"] == "2026-07-01"


def test_empty_words_are_refused_with_a_sentence(run: Call) -> None:
    assert "Schrijf de termijn in woorden" in run("deadline", "T-1", " ", status=1)


def test_postponing_keeps_the_old_words_and_tells_what_is_not_told(run: Call) -> None:
    run("postpone", "I-1", "voor het kerstreces", "--reason", "behandeling later", "--on", "2026-07-20")
    shown = run("show", "I-1")["deadlines"][0]
    assert (shown["wording"], shown["said_on"]) == ("voor het kerstreces", "2026-07-20")
    (step,) = shown["postponements"]
    assert (step["on"], step["from"], step["to"]) == ("2026-07-20", "15 juli 2026", "voor het kerstreces")
    assert (step["reason"], step["letter"], step["from_end"]) == ("behandeling later", None, "2026-07-15")
    on = ("--on", "2026-08-01")
    assert references(run("list", "--view", "postponed", *on)) == ["I-1"]
    assert references(run("list", "--view", "not-told", *on)) == ["I-1"]
    assert "I-1" not in references(run("list", "--view", "overdue", *on))
    run("told", "I-1", "--letter", "B-1")
    assert references(run("list", "--view", "not-told", *on)) == []
    run("undo")
    run("undo")
    assert references(run("list", "--view", "postponed", *on)) == []


def test_a_postponement_can_be_told_at_once(run: Call) -> None:
    run("postpone", "I-1", "eind 2026", "--reason", "x", "--letter", "B-1", "--on", "2026-07-20")
    assert references(run("list", "--view", "not-told")) == []
    assert run("show", "I-1")["deadlines"][0]["postponements"][0]["letter"] == "B-1"


def test_an_event_gives_all_that_waits_its_window(run: Call) -> None:
    run("deadline", "T-1", "binnen zes weken na inwerkingtreding van artikel 273f Sr", "--said", "2026-06-25")
    waiting = run("list", "--view", "waiting")
    assert {"M-1", "T-5", "T-1", "T-6"} <= set(references(waiting))
    assert "M-1" not in references(run("list", "--view", "no-deadline"))
    answer = run("event", LAW, "--on", "2026-09-01")
    assert (answer["event"], answer["on"], set(answer["references"])) == (LAW, "2026-09-01", {"M-1", "T-5", "T-1"})
    assert run("show", "T-1")["deadlines"][-1]["end"] == "2026-10-13"
    assert not {"T-1", "T-5"} & set(references(run("list", "--view", "waiting")))
    run("undo")
    assert references(run("list", "--view", "waiting")) == references(waiting)
    assert "Bedoelt u" in run("event", "inwerkingtreding", status=1)


def test_meeting_what_recurs_makes_the_next_appear(run: Call) -> None:
    run("deadline", "T-1", "jaarlijks", "--what", "jaarbericht", "--said", "2026-06-25")
    run("met", "T-1", "--what", "jaarbericht", "--letter", "B-1", "--on", "2026-11-01")
    met, following = run("show", "T-1")["deadlines"][-2:]
    assert (met["met_on"], met["met_letter"], following["end"]) == ("2026-11-01", "B-1", "2027-12-31")


def test_lists_tell_how_old_lateness_is(run: Call) -> None:
    late = run("list", "--view", "overdue", "--on", "2026-12-01")["records"]
    ages = {record["reference"]: record["age"] for record in late}
    assert ages["I-1"] == "3-6"
    assert run("list", "--view", "settled")["records"][0]["age"] is None


def test_a_motion_held_over_tells_when_it_lapses(run: Call) -> None:
    run("set", "M-1", "outcomes=aangehouden | 2026-03-10")
    lapses = run("show", "M-1")["lapses"]
    assert (lapses["held_over_on"], lapses["last_day"], lapses["tentative"]) == ("2026-03-10", "2026-05-28", True)
    assert run("show", "M-2")["lapses"] is None
    listed = {one["reference"]: one["lapses_on"] for one in run("list", "motion")["records"]}
    assert (listed["M-1"], listed["M-2"]) == ("2026-05-28", None)


def test_the_calendar_holds_the_view_that_was_chosen(run: Call, tmp_path: Path) -> None:
    target = tmp_path / "termijnen.ics"
    answer = run("calendar", "--view", "due-30", "--on", "2026-07-01", "--output", str(target), "--alarm", "3")
    assert answer["deadlines"] == target.read_text(encoding="utf-8").count("BEGIN:VEVENT") > 1
    assert "TRIGGER:-P2DT15H" in target.read_text(encoding="utf-8")


def test_as_of_is_the_register_of_then_and_on_is_that_of_now(run: Call, register: Path, tmp_path: Path) -> None:
    _pretend_made_on(register, "2026-07-01T08:00:00.000+00:00")
    run("postpone", "I-1", "eind 2026", "--reason", "x", "--on", "2026-07-20")
    on = references(run("list", "--view", "overdue", "--on", "2026-07-20"))
    then = run("list", "--view", "overdue", "--as-of", "2026-07-20")
    assert "I-1" not in on
    assert "I-1" in references(then)
    assert run("list", "--as-of", "2026-06-30")["count"] == 0
    target = tmp_path / "over tijd.xlsx"
    run("report", "overdue", "--as-of", "2026-07-20", "--output", str(target))
    sheet = load_workbook(target).worksheets[0]
    cells = [str(cell.value) for row in sheet.iter_rows() for cell in row if cell.value]
    assert "I-1" in cells
    assert any("zoals het register was op 20-07-2026" in cell for cell in cells)
    assert "moet nog komen" in run("list", "--as-of", f"{date.today().year + 1}-01-01", status=1)  # noqa: DTZ011


@pytest.mark.usefixtures("register")
def test_a_list_of_then_says_so(capsys: pytest.CaptureFixture[str]) -> None:
    assert execute(parse(["list", "commitment", "--as-of", "2020-01-01"])) == 0
    assert "het register zoals het was op 01-01-2020" in capsys.readouterr().out
    assert execute(parse(["list", "commitment", "--on", "2026-07-01"])) == 0
    assert "zoals het was" not in capsys.readouterr().out


def _pretend_made_on(register: Path, moment: str) -> None:
    """Put the moment of all steps so far at an earlier time; their digests are not looked at here."""
    import sqlite3
    from contextlib import closing

    with closing(sqlite3.connect(register)) as connection:
        connection.execute("UPDATE step SET at = ?", (moment,))
        connection.commit()
