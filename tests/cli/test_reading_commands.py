"""read-deadline, read-citations: without a register."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tracker.cli.parser import parse
from tracker.cli.running import execute

Call = Callable[..., Any]


@pytest.fixture
def read(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Call:
    """Call the command line with --json where there is no register; gives the document, or the line on stderr."""
    monkeypatch.setenv("TRACKER_HOME", str(tmp_path / "home"))
    monkeypatch.delenv("TRACKER_REGISTER", raising=False)

    def call(*words: str, status: int = 0) -> Any:
        capsys.readouterr()
        assert execute(parse([*words, "--json"])) == status
        printed = capsys.readouterr()
        return json.loads(printed.out) if status == 0 else printed.err

    return call


def test_deadline_gives_the_public_keys(read: Call) -> None:
    answer = read("read-deadline", "naar verwachting in de zomer van 2026 afgerond", "--on", "2026-06-25")
    assert answer == {
        "deadlines": [
            {
                "wording": "in de zomer van 2026",
                "start": "2026-06-01",
                "end": "2026-08-31",
                "precision": "season",
                "tentative": True,
            }
        ]
    }


def test_absent_days_are_null_and_nothing_readable_is_an_empty_list(read: Call) -> None:
    (deadline,) = read("read-deadline", "voor 1 juli 2026", "--on", "2026-03-03")["deadlines"]
    assert (deadline["start"], deadline["end"]) == (None, "2026-06-30")
    assert read("read-deadline", "Samen tegen mensenhandel") == {"deadlines": []}
    assert read("read-deadline", "") == {"deadlines": []}


def test_relative_words_are_read_from_the_day_that_stands_for_today(read: Call) -> None:
    for on, end in (("2026-05-20", "2026-07-01"), ("2026-06-25", "2026-08-06")):
        (deadline,) = read("read-deadline", "binnen zes weken", "--on", on)["deadlines"]
        assert deadline["end"] == end


def test_recess_comes_from_the_calendar_of_the_program(read: Call) -> None:
    (deadline,) = read("read-deadline", "voor de zomer", "--on", "2026-06-25")["deadlines"]
    assert (deadline["end"], deadline["precision"], deadline["tentative"]) == ("2026-07-02", "recess", True)


def test_file_gives_one_text_for_each_line(read: Call, tmp_path: Path) -> None:
    path = tmp_path / "texts.txt"
    path.write_text("\ufeffeind juni 2026\n\nniets\r\nQ3 2026, eind 2026\n", encoding="utf-8")
    texts = read("read-deadline", "--file", str(path), "--on", "2026-06-10")["texts"]
    assert [text["text"] for text in texts] == ["eind juni 2026", "", "niets", "Q3 2026, eind 2026"]
    assert [len(text["deadlines"]) for text in texts] == [1, 0, 0, 2]


def test_citations_give_the_public_keys(read: Call) -> None:
    answer = read("read-citations", "Zie Kamerstukken II 2025/26, 28 638, nr. 259.")
    assert answer == {
        "citations": [
            {
                "text": "Kamerstukken II 2025/26, 28 638, nr. 259",
                "kind": "kamerstuk",
                "chamber": "II",
                "session": "2025-2026",
                "dossier": "28638",
                "chapter": None,
                "number": "259",
                "also": [],
                "url": "https://zoek.officielebekendmakingen.nl/kst-28638-259.html",
            }
        ]
    }


def test_citations_of_a_file_stand_under_their_lines(read: Call, tmp_path: Path) -> None:
    path = tmp_path / "texts.txt"
    path.write_text("36 547, nr. 36\nniets", encoding="utf-8")
    texts = read("read-citations", "--file", str(path))["texts"]
    assert [(text["text"], len(text["citations"])) for text in texts] == [("36 547, nr. 36", 1), ("niets", 0)]


def test_file_that_cannot_be_read_is_named(read: Call, tmp_path: Path) -> None:
    assert "weg.txt" in read("read-deadline", "--file", str(tmp_path / "weg.txt"), status=1)
    binary = tmp_path / "binary.txt"
    binary.write_bytes(b"\xff\xfe\x00")
    assert "binary.txt" in read("read-citations", "--file", str(binary), status=1)
    assert str(tmp_path) in read("read-deadline", "--file", str(tmp_path), status=1)


def test_neither_text_nor_file_is_a_wrong_call(read: Call, tmp_path: Path) -> None:
    assert "--file" in read("read-deadline", status=2)
    assert read("read-citations", "tekst", "--file", str(tmp_path / "x"), status=2)


@pytest.mark.parametrize(("language", "words"), [("nl", "uiterlijk 02-07-2026"), ("en", "until 2 jul 2026")])
def test_people_get_the_window_and_the_reason(
    language: str, words: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("TRACKER_LANGUAGE", language)
    path = tmp_path / "texts.txt"
    path.write_text("voor de zomer\nniets", encoding="utf-8")
    assert execute(parse(["read-deadline", "--file", str(path), "--on", "2026-06-25"])) == 0
    printed = capsys.readouterr().out
    assert words in printed.lower()
    assert execute(parse(["read-citations", "36 547, nr. 36"])) == 0
    assert "kst-36547-36" in capsys.readouterr().out
