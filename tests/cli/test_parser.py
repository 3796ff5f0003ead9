"""Calls of the window and of commands."""

from __future__ import annotations

import pytest

from tracker.cli import parser


@pytest.mark.parametrize(
    "words",
    [
        [],
        ["--register", "een.db"],
        ["--register=een.db", "--on", "2026-06-25"],
        ["--on=25-6-2026"],
        ["--register", "list"],
    ],
)
def test_the_short_way_to_the_window_reads_a_call_as_the_long_one_does(words: list[str]) -> None:
    assert parser._wants_window(words)
    assert parser.parse(words) == parser._parser().parse_args(words)
    assert parser.parse(words).command is None


@pytest.mark.parametrize("words", [["list"], ["--register", "een.db", "list"], ["--help"], ["--json"], ["-x"]])
def test_anything_else_goes_the_long_way(words: list[str]) -> None:
    assert not parser._wants_window(words)


@pytest.mark.parametrize("words", [["--register"], ["--on", "ooit"]])
def test_a_wrong_call_of_the_window_ends_in_one_line(words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        parser.parse(words)
    assert ended.value.code == 2
    assert capsys.readouterr().err.startswith("tracker: ")
