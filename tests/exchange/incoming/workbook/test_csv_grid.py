"""Texts with values apart by a sign, as sheets."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tracker.basics.errors import CannotRead
from tracker.exchange.incoming.workbook import csv_grid
from tracker.exchange.incoming.workbook.csv_grid import CsvGrid


def grid_of(folder: Path, content: bytes) -> CsvGrid:
    path = folder / "lijst.csv"
    path.write_bytes(content)
    return CsvGrid(path, lambda: None)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"])
def test_text_is_read_in_whatever_encoding(tmp_path: Path, encoding: str) -> None:
    rows = [["Toezegging", "Termijn"], *([f"coördinatie – {number}", "“vóór de zomer”"] for number in range(300))]
    grid = grid_of(tmp_path, "\r\n".join(";".join(row) for row in rows).encode(encoding))

    assert [list(row) for row in grid.rows()] == rows


def test_rows_are_given_in_any_order_and_as_wide_as_the_sheet(tmp_path: Path) -> None:
    lines = [f'"{number}\nniet af";{number}' if number % 3 else str(number) for number in range(5_000)]
    grid = grid_of(tmp_path, "\n".join(lines).encode())

    assert (grid.height, grid.width) == (5_000, 2)
    for row in (4_999, 3, 128, 127, 4_999, 0, 1):
        assert list(grid.row(row)) == ([f"{row}\nniet af", str(row)] if row % 3 else [str(row), ""])
    assert list(grid.row(5_000)) == ["", ""]


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.lists(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\r\0\ufeff")), min_size=2,
                         max_size=4), min_size=2, max_size=300))  # fmt: skip
def test_any_text_is_read_as_it_was_written(tmp_path: Path, rows: list[list[str]]) -> None:
    written = io.StringIO(newline="")
    csv.writer(written, delimiter=";", quoting=csv.QUOTE_ALL).writerows(rows)
    grid = grid_of(tmp_path, b"sep=;\n" + written.getvalue().encode())

    assert [list(row[: len(given)]) for row, given in zip(grid.rows(), rows, strict=True)] == rows


@pytest.mark.parametrize(
    "content",
    [b"a;b\n" * 4 + b";" * 60, b"a;b\n" + b"\n" * 30, b'a;b\n"x;\n' * 2 + b'";"\n' * 60],
    ids=["columns", "rows", "values on many lines"],
)
def test_more_rows_or_columns_than_excel_has_are_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, content: bytes
) -> None:
    for name in ("MOST_ROWS", "MOST_COLUMNS", "_MOST_SIGNS"):
        monkeypatch.setattr(csv_grid, name, 20)

    with pytest.raises(CannotRead, match="meer rijen of kolommen dan een blad in Excel"):
        grid_of(tmp_path, content)


def test_a_text_that_is_too_large_is_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(csv_grid, "LARGEST_TEXT", 10)

    with pytest.raises(CannotRead, match="te groot voor een tekst"):
        grid_of(tmp_path, b"a;b\n" * 3)
