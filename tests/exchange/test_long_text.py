"""Fault 22: texts too long for a cell or row go on in the next one, to the letter."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.exchange.long_text import CELL_CHARACTERS, ROW_LINES, escaped, pieces
from tracker.exchange.text_width import line_count


@given(st.text(max_size=400), st.integers(16, 60), st.none() | st.integers(3, 20))
def test_pieces_together_are_the_text(text: str, characters: int, width: int | None) -> None:
    found = pieces(text, characters=characters, width=width)
    assert "".join(found) == text
    for piece in found:
        assert len(escaped(piece)) <= characters
        assert len(piece.encode("utf-16-le", "surrogatepass")) // 2 <= characters


def test_a_text_is_cut_at_a_blank() -> None:
    assert pieces("een twee drie vier", characters=10) == ["een twee ", "drie vier"]


def test_a_text_without_blanks_is_cut_where_it_must() -> None:
    assert pieces("x" * 25, characters=10) == ["x" * 10, "x" * 10, "x" * 5]


def test_forty_thousand_characters_take_two_cells() -> None:
    assert [len(piece) for piece in pieces("x" * 40_000)] == [CELL_CHARACTERS, 40_000 - CELL_CHARACTERS]


def test_characters_outside_the_bmp_count_twice() -> None:
    assert len(pieces("\U0001f600" * 20_000)) == 2


def test_a_text_higher_than_the_highest_row_goes_on() -> None:
    found = pieces("regel\n" * 50, width=20)
    assert len(found) == 2
    assert all(line_count(piece, 20) <= ROW_LINES for piece in found)


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("_x0041_", "_x005F_x0041_"),
        ("a_b", "a_b"),
        ("_x41_", "_x41_"),
        ("_x000D__x0009_", "_x005F_x000D__x005F_x0009_"),
    ],
)
def test_what_excel_would_decode_is_escaped(text: str, written: str) -> None:
    assert escaped(text) == written


@pytest.mark.parametrize(
    ("text", "lines"), [("", 1), ("kort", 1), ("een\ntwee", 2), ("woord " * 20, 10), ("x" * 60, 5)]
)
def test_lines_are_counted_as_they_wrap(text: str, lines: int) -> None:
    assert line_count(text, 15) == lines


def test_letters_have_the_widths_of_arial() -> None:
    # As LibreOffice breaks them with a font as wide as Arial, in columns of the annex.
    assert line_count("Betrokken: Comensha", 20) == 1
    assert line_count("De campagne is op 20 november 2025 begonnen en gaat door. Comensha coördineert.", 58) == 2
    assert line_count("iiiiiiiiiiiiiiiiiiii", 15) == 1
    assert line_count("WWWWWWWWWWWWWWWWWWWW", 15) == 3


def test_bold_letters_are_wider_and_marks_make_no_difference() -> None:
    text = "Nationaal verwijzingsmechanisme verder ontwikkelen " * 10
    assert line_count(text, 40, is_bold=True) > line_count(text, 40)
    assert line_count("é" * 200, 20) == line_count("e" * 200, 20)
    assert line_count("漢" * 100, 20) > line_count("e" * 100, 20)
