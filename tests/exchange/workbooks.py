"""Looking into workbooks that were written: their cells, their XML, and a dump that goldens are compared with."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from zipfile import ZipFile

from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from tracker.exchange.sheets import Book, Cell, Column, Row, Sheet, Value

MADE = datetime(2026, 7, 1, 9, 30, tzinfo=UTC)


def sheet(*rows: tuple[Value | Cell, ...], name: str = "Blad", width: int = 40, for_reading: bool = False) -> Sheet:
    """Make a sheet of rows that are all as long as the first."""
    count = len(rows[0]) if rows else 1
    columns = tuple(Column(f"Kolom {number}", width) for number in range(1, count + 1))
    lines = [Row(cells) for cells in rows]
    return Sheet(name, columns, lines, len(lines), "Er is niets.", for_reading=for_reading)


def book(*sheets: Sheet) -> Book:
    return Book("Proef", sheets, MADE, ("Pagina", "van"))


def opened(file: Path) -> Workbook:
    return load_workbook(file)


def values(worksheet: Worksheet) -> list[tuple[Any, ...]]:
    """Give the values of a sheet by row."""
    return list(worksheet.iter_rows(values_only=True))


_GOES_ON = re.compile(r"(.*) \((?:vervolg|continued) (\d+)\)", re.DOTALL)


def put_together(rows: list[tuple[Any, ...]], keys: int) -> list[tuple[Any, ...]]:
    """Put rows of a sheet for further work back together; the last of its keys says which ones go on."""
    whole: list[list[str]] = []
    for row in rows:
        cells = [str(value or "") for value in row]
        found = _GOES_ON.fullmatch(cells[keys - 1])
        if found is None:
            whole.append(cells)
            continue
        last = whole[-1]
        assert [*cells[: keys - 1], found[1]] == last[:keys]
        last[keys:] = [before + more for before, more in zip(last[keys:], cells[keys:], strict=True)]
    return [tuple(cells) for cells in whole]


def xml_parts(file: Path) -> dict[str, str]:
    """Give everything in the file as text, by the name of the part."""
    with ZipFile(file) as archive:
        return {name: archive.read(name).decode("utf-8") for name in archive.namelist()}


def everything_in(file: Path) -> str:
    """Give everything in the file as one text."""
    return "\n".join(xml_parts(file).values())


def all_values(file: Path) -> list[Any]:
    """Give the values of all cells that hold one."""
    return [value for one in opened(file).worksheets for row in values(one) for value in row if value is not None]


def sheets_xml(file: Path) -> str:
    return "".join(text for name, text in xml_parts(file).items() if name.startswith("xl/worksheets/sheet"))


def foot(one: Worksheet) -> tuple[str | None, str | None]:
    """Give the words at the foot of each page, left and right."""
    assert one.oddFooter is not None
    return one.oddFooter.left.text, one.oddFooter.right.text


def dump(file: Path) -> str:
    """Write out a workbook as text: per sheet its set-up, and each cell with type, number format and value."""
    return "\n".join(line for one in opened(file).worksheets for line in _sheet_lines(one))


def _sheet_lines(one: Worksheet) -> list[str]:
    widths = [f"{letter}={dimension.width:g}" for letter, dimension in one.column_dimensions.items()]
    hidden = [str(number) for number, dimension in one.row_dimensions.items() if dimension.hidden]
    setup = one.page_setup
    return [
        f"# {one.title}",
        f"widths {' '.join(widths)}",
        f"frozen {one.freeze_panes} filter {one.auto_filter.ref} repeated {one.print_title_rows} hidden {hidden}",
        f"page {setup.orientation} paper {setup.paperSize} fit {setup.fitToWidth}x{setup.fitToHeight}",
        f"foot {foot(one)}",
        f"breaks before {[mark.id + 1 for mark in one.row_breaks.brk]}",
        f"merged {' '.join(sorted(str(area) for area in one.merged_cells.ranges))}",
        *(_cell_line(cell) for row in one.iter_rows() for cell in row if cell.value is not None),
        "",
    ]


def _cell_line(cell: Any) -> str:
    link = f" -> {cell.hyperlink.target or cell.hyperlink.location}" if cell.hyperlink else ""
    bold = " bold" if cell.font.b else ""
    value = f"{cell.value:%Y-%m-%d}" if cell.data_type == "d" else repr(cell.value)
    return f"{cell.coordinate} {cell.data_type} {cell.number_format}{bold} {value}{link}"
