"""Opening a workbook: its sheets as grids, and what the officer should know of them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from tracker.basics.language import Text
from tracker.exchange.incoming.recognising import Format
from tracker.exchange.incoming.workbook.calamine_feed import load
from tracker.exchange.incoming.workbook.calamine_grid import CalamineGrid
from tracker.exchange.incoming.workbook.csv_grid import CsvGrid
from tracker.exchange.incoming.workbook.grid import Facts, Grid, letters
from tracker.exchange.incoming.workbook.sheet_extent import Guarded, guard_sheets

Progress = Callable[[float], None]
"""Told how far the work is, from 0 to 1; raises Cancelled where the user stops it."""


def no_progress(done: float) -> None:
    """Stand in where nobody watches."""


@dataclass(frozen=True, slots=True)
class Book:
    """The sheets of a file that hold something, and notices about them."""

    file: str
    format: str
    grids: tuple[Grid, ...]
    notices: tuple[Text, ...] = field(default=())


def open_book(path: Path, file_format: str, progress: Progress = no_progress, guarded: Guarded | None = None) -> Book:
    """Read the sheets of a workbook, or the one table of a text.

    The file was recognised before. ``guarded`` is what its guard gave; without that it is guarded here.
    """
    if file_format == "csv":
        return Book(path.name, file_format, (CsvGrid(path, lambda: progress(0.1)),))
    if guarded is None:
        guarded = guard_sheets(path, Format(file_format), lambda: progress(0.05))
    sheets = _sheets(path, guarded, progress)
    notices = [notice for grid in sheets for notice in _hidden_notices(grid)]
    if file_format == "xlsm":
        notices.append(
            Text(
                "De macro’s in dit bestand zijn niet uitgevoerd en niet meegenomen.",
                "The macros in this file were not run and not taken in.",
            )
        )
    return Book(path.name, file_format, tuple(grid for grid in sheets if grid.height), tuple(notices))


def _sheets(path: Path, guarded: Guarded, progress: Progress) -> list[Grid]:
    from python_calamine import SheetTypeEnum, SheetVisibleEnum

    progress(0.1)
    found: list[Grid] = []
    with load(path, guarded.checksums) as book:
        known = book.sheets_metadata
        for number, sheet in enumerate(known):
            progress(0.1 + 0.4 * number / len(known))
            if sheet.typ is not SheetTypeEnum.WorkSheet:
                continue
            cells = book.get_sheet_by_name(sheet.name)
            facts = guarded.facts.get(sheet.name, Facts())
            facts.merged = facts.merged or [(*first, *last) for first, last in cells.merged_cell_ranges or ()]
            is_hidden = sheet.visible is not SheetVisibleEnum.Visible
            found.append(CalamineGrid(cells, facts, is_hidden=is_hidden))
    return found


def _hidden_notices(grid: Grid) -> list[Text]:
    found = []
    if grid.is_hidden and grid.height:
        found.append(
            Text(
                f"Blad “{grid.name}” is verborgen; wat erop staat is meegenomen.",
                f"Sheet “{grid.name}” is hidden; what is on it was taken in.",
            )
        )
    columns = sorted(column for column in grid.facts.hidden_columns if column < grid.width)
    rows = sorted(row for row in grid.facts.hidden_rows if row < grid.height)
    if columns:
        names = ", ".join(letters(column) for column in columns[:10]) + (" …" if len(columns) > 10 else "")
        found.append(
            Text(
                f"Blad “{grid.name}”: verborgen kolommen ({names}) zijn meegenomen.",
                f"Sheet “{grid.name}”: hidden columns ({names}) were taken in.",
            )
        )
    if rows:
        names = ", ".join(str(row + 1) for row in rows[:10]) + (" …" if len(rows) > 10 else "")
        found.append(
            Text(
                f"Blad “{grid.name}”: {len(rows)} verborgen rijen ({names}) zijn meegenomen.",
                f"Sheet “{grid.name}”: {len(rows)} hidden rows ({names}) were taken in.",
            )
        )
    return found
