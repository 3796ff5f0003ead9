"""Cells on the clipboard: as Excel, LibreOffice and browsers write them, and there and back again."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from tracker.services.clipboard_cells import (
    Cell,
    Rows,
    cells_of_html,
    cells_of_text,
    columns_named,
    read_cells,
    spread,
    written_html,
    written_text,
)

TEXTS = st.text(st.characters(codec="utf-8", exclude_characters="\r", exclude_categories=["Cs"]), max_size=8)
QUIET = settings(max_examples=60, deadline=None, derandomize=True, database=None)


@st.composite
def tables(draw: st.DrawFn, texts: st.SearchStrategy[str] = TEXTS) -> Rows:
    width = draw(st.integers(2, 4))
    return draw(st.lists(st.lists(texts, min_size=width, max_size=width), min_size=1, max_size=4))


def as_cells(rows: Rows) -> list[list[Cell]]:
    return [[Cell(text) for text in row] for row in rows]


@QUIET
@given(tables())
@example([['"hi"', 'a "b" c'], ["een\ntwee", "tab\there"], ["=1+1", "'=1"], ["", ""]])
@example([["- punt", "'-"], ["+31", "@naam"]])
def test_text_is_read_back_as_it_was_written(rows: Rows) -> None:
    assert cells_of_text(written_text(as_cells(rows))) == rows


HTML_TEXTS = TEXTS.map(lambda text: "\n".join(" ".join(line.split()) for line in text.split("\n")))


@QUIET
@given(tables(HTML_TEXTS))
@example([["<b>", "&amp;"], ["een\ntwee", "=1+1"]])
@example([[" a  b ", "c"]])
def test_html_is_read_back_as_it_was_written(rows: Rows) -> None:
    assert cells_of_html(written_html(as_cells(rows))) == rows


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("a\tb\r\nc\td\r\n", [["a", "b"], ["c", "d"]]),
        ("a\tb\nc", [["a", "b"], ["c", ""]]),
        ('"een\ntwee"\tb', [["een\ntwee", "b"]]),
        ('"zegt ""ja"""\tb', [['zegt "ja"', "b"]]),
        ('zegt "ja"\tb', [['zegt "ja"', "b"]]),
        ('"los\tb', [['"los', "b"]]),
        ("\tb\n\t\n", [["", "b"], ["", ""]]),
        ("een", [["een"]]),
        ("", []),
        ("\r\n", []),
    ],
)
def test_text_of_excel(text: str, rows: Rows) -> None:
    assert cells_of_text(text) == rows


@pytest.mark.parametrize(
    ("html", "rows"),
    [
        ("geen tabel", []),
        ("<table><tr><td>a<td>b<tr><td>c</table>", [["a", "b"], ["c", ""]]),
        ("<table><tr><td>een<br>twee</td></tr></table>", [["een\ntwee"]]),
        ("<table><tr><td>een\n   regel</td></tr></table>", [["een regel"]]),
        ("<table><tr><td><p>een</p><p>twee</p></td></tr></table>", [["een\ntwee"]]),
        ("<table><tr><td>&nbsp;</td><td>&lt;b&gt;</td></tr></table>", [["", "<b>"]]),
        ("<table><tr><td colspan=2>a</td><td>b</td></tr></table>", [["a", "", "b"]]),
        ("<table><tr><td rowspan=2>a</td><td>b</td></tr><tr><td>c</td></tr></table>", [["a", "b"], ["", "c"]]),
        ("<style>td {x}</style><table><thead><tr><th>K</th></thead><tr><td>v</table>", [["K"], ["v"]]),
        ("<table><tr><td>a</td></tr></table><table><tr><td>z</td></tr></table>", [["a"]]),
        ("<table><tr><td>a<table><tr><td>in</td></tr></table></td><td>b</td></tr></table>", [["ain", "b"]]),
        ('<table><tr><td sdval="46218" sdnum="1033;1033;MM/DD/YY">07/15/26</td></tr></table>', [["2026-07-15"]]),
        ('<table><tr><td sdval="7" sdnum="1043;">7</td></tr></table>', [["7"]]),
    ],
)  # fmt: skip
def test_html_of_others(html: str, rows: Rows) -> None:
    assert cells_of_html(html) == rows


def test_html_goes_before_text_and_text_is_the_way_out() -> None:
    assert read_cells("a\tb", "<table><tr><td>c</td></tr></table>") == [["c"]]
    assert read_cells("a\tb", "<b>a b</b>") == [["a", "b"]]


def test_days_and_numbers_are_real_ones_in_html() -> None:
    html = written_html([[Cell("15-07-2026", date(2026, 7, 15)), Cell("4.138,50", Decimal("4138.50")), Cell("=1+1")]])
    assert 'sdval="46218"' in html
    assert ">2026-07-15<" in html
    assert 'x:num="4138.50"' in html
    assert "mso-number-format:'\\@'\">=1+1<" in html
    assert cells_of_html(html) == [["2026-07-15", "4.138,50", "=1+1"]]


def test_a_negative_number_is_no_formula() -> None:
    assert written_text([[Cell("-5", -5), Cell("-5")]]) == "-5\t'-5\r\n"


@pytest.mark.parametrize(
    ("cells", "rows", "columns", "result"),
    [
        ([["a"]], 3, 2, [["a", "a"]] * 3),
        ([["a", "b"]], 2, 2, [["a", "b"]] * 2),
        ([["a"], ["b"]], 4, 1, [["a"], ["b"], ["a"], ["b"]]),
        ([["a"], ["b"]], 3, 1, [["a"], ["b"]]),
        ([["a"], ["b"]], 1, 1, [["a"], ["b"]]),
        ([], 2, 2, []),
    ],
)
def test_one_value_fills_the_selection(cells: Rows, rows: int, columns: int, result: Rows) -> None:
    assert spread(cells, rows, columns) == result


def test_columns_are_named_as_in_excel() -> None:
    assert [*columns_named([""] * 28)][-3:] == ["Z", "AA", "AB"]
