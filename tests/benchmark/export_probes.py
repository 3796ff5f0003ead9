"""Probes of workbooks: what openpyxl needs for bare rows, what the program needs with all its styling."""

from __future__ import annotations

import tempfile
import time
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from openpyxl import Workbook

from tests.benchmark.probe import Ground
from tracker.exchange.sheet_writer import write_book
from tracker.exchange.sheets import Band, Book, Cell, Column, Heading, Line, Look, Row, Sheet

ROWS = 500
ROWS_IN_GROUP = 25
_WIDTHS = (9, 30, 20, 26, 13, 12, 14, 58)
_NOTE = "De werkgroep verkent twee wegen: een vierde partij uit de zorg en een onafhankelijke commissie. "


def _rows() -> list[tuple[str | int | date, ...]]:
    """Give rows as reports have them: numbers, short and long texts, days, a citation."""
    return [
        (
            f"A-{number}",
            f"Actie nummer {number} over de opvang van slachtoffers",
            "Comensha\nBetrokken: politie en OM",
            f"Kamerstukken II 2025/26, 28 638, nr. {number}",
            date(2026, 1, 1) + timedelta(days=number),
            number,
            "In uitvoering",
            _NOTE * (1 + number % 4),
        )
        for number in range(1, ROWS + 1)
    ]


def _described() -> Book:
    lines: list[Line] = []
    for place, (number, title, lead, source, day, count, status, note) in enumerate(_rows()):
        if place % ROWS_IN_GROUP == 0:
            lines.append(Band(f"Actielijn {place // ROWS_IN_GROUP + 1}"))
        link = f"https://zoek.officielebekendmakingen.nl/kst-28638-{count}.html"
        title_cell, late = Cell(title, look=Look.STRONG), Cell(count, look=Look.LATE)
        lines.append(Row((number, title_cell, lead, Cell(source, link), day, late, status, note)))
    columns = tuple(Column(f"Kolom {place}", width, is_key=place < 2) for place, width in enumerate(_WIDTHS))
    heading = Heading("Monitoringsoverzicht", ("Peildatum: 1 juli 2026",))
    sheet = Sheet("Overzicht", columns, lines, len(lines), "", heading)
    return Book("Monitoringsoverzicht", (sheet,), datetime(2026, 7, 1, tzinfo=UTC), ("Pagina", "van"))


def _written(write: Callable[[Path], object]) -> float:
    with tempfile.TemporaryDirectory() as folder:
        start = time.perf_counter()
        write(Path(folder) / "rapport.xlsx")
        return time.perf_counter() - start


def _write_bare(file: Path) -> None:
    workbook = Workbook(write_only=True)
    sheet = workbook.create_sheet("Overzicht")
    for row in _rows():
        sheet.append(row)
    workbook.save(file)


def rows_bare(_: Ground) -> float:
    """Give the time in which openpyxl writes the values alone, row by row, without a single style."""
    return _written(_write_bare)


def rows_styled(_: Ground) -> float:
    """Give the time in which the program writes them: measured rows, styles, links, headings, pages."""
    return _written(lambda file: write_book(_described(), file))
