"""Described sheets as a workbook file: title block, frozen header, filter, print set-up, and no text lost or altered.

openpyxl writes row by row (``write_only``), so that a large register needs little memory. Its sheets live in temporary
files until the end; whatever goes wrong, these go.
"""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

from openpyxl import Workbook
from openpyxl.utils import get_column_letter
from openpyxl.utils.indexed_list import IndexedList
from openpyxl.worksheet.dimensions import RowDimension
from openpyxl.worksheet.worksheet import Worksheet
from openpyxl.writer.excel import ExcelWriter

from tracker.basics.folding import clean
from tracker.exchange.long_text import CELL_CHARACTERS, pieces
from tracker.exchange.sheet_cells import can_be_linked, make_cell, storable
from tracker.exchange.sheet_looks import NORMAL_FONT, Looks
from tracker.exchange.sheet_names import SheetNames
from tracker.exchange.sheets import Band, Book, Cell, Line, Look, Row, Sheet, Value
from tracker.exchange.text_width import line_count

Progress = Callable[[int, int], None]
"""Hears how many lines of how many were written; may raise Cancelled."""

CREATOR = "Tracker"
LINES_BETWEEN_PROGRESS = 100
TITLE_LINE_PT, BAND_LINE_PT, LINE_PT, ROW_MARGIN_PT = 26, 15, 11.6, 4
HIGHEST_ROW_PT, FOOTER_SIZE = 409, 8
BOLD, BAND_SCALE, TITLE_SCALE = 1.07, 1.2, 1.9
A4_CHARACTERS = 200
"""Column widths that A4, landscape, shows at three quarters of full size; wider tables go to A3."""
A3_CHARACTERS = 280
"""The same for A3; still wider tables take several pages beside each other, with the first column on each."""


@dataclass(frozen=True)
class Limits:
    """What a sheet can hold (Excel specifications and limits); tests make it smaller."""

    rows: int = 1_048_576
    links: int = 65_530
    characters: int = CELL_CHARACTERS


LIMITS = Limits()


def write_book(book: Book, file: Path, progress: Progress | None = None, limits: Limits = LIMITS) -> None:
    """Write a workbook to a file. Raises OSError where the disk does not take it, and what ``progress`` raises."""
    _BookWriter(book, limits, progress).write(file)


class _BookWriter:
    def __init__(self, book: Book, limits: Limits, progress: Progress | None) -> None:
        self._book = book
        self._limits = limits
        self._progress = progress
        self._workbook = _empty_workbook()
        self._names = SheetNames()
        self._looks = Looks()
        self._done = 0
        self._total = sum(sheet.size for sheet in book.sheets)

    def write(self, file: Path) -> None:
        properties = self._workbook.properties
        properties.title, properties.creator = clean(self._book.title)[0], CREATOR
        properties.created = properties.modified = self._book.made.replace(tzinfo=None, microsecond=0)
        try:
            for sheet in self._book.sheets:
                self._write_sheet(sheet)
            self._tell()
            # Workbook.save leaves the archive open when the disk is full, and a half file behind.
            with ZipFile(file, "w", ZIP_DEFLATED, allowZip64=True) as archive:
                ExcelWriter(self._workbook, archive).write_data()
        except BaseException:
            self._drop_temporary_files()
            raise

    def _write_sheet(self, sheet: Sheet) -> None:
        lines = iter(sheet.lines)
        first = next(lines, None)
        page = self._page(sheet)
        if first is None:
            page.say(sheet.when_empty)
            return
        page.write_header()
        for line in chain([first], lines):
            for row in _rows(line, sheet, self._limits.characters):
                if page.is_full:
                    page.finish()
                    page = self._page(sheet)
                    page.write_header()
                page.write_row(row)
            self._done += 1
            if self._done % LINES_BETWEEN_PROGRESS == 0:
                self._tell()
        page.finish()

    def _page(self, sheet: Sheet) -> _Page:
        made = self._workbook.create_sheet(self._names.next(sheet.name))
        return _Page(made, sheet, self._book, self._looks, self._limits)

    def _tell(self) -> None:
        if self._progress is not None:
            self._progress(min(self._done, self._total), self._total)

    def _drop_temporary_files(self) -> None:
        for sheet in self._workbook.worksheets:
            made: Any = sheet
            if made._writer is None:
                continue
            # Closing writes what is still in memory, which fails again where the disk is full.
            with contextlib.suppress(OSError):
                if made._rows is not None:
                    made._rows.close()
            with contextlib.suppress(OSError):
                made._writer.close()
            with contextlib.suppress(OSError, ValueError):
                made._writer.cleanup()


def _empty_workbook() -> Workbook:
    workbook: Any = Workbook(write_only=True)
    workbook._fonts = IndexedList([NORMAL_FONT])  # the first one is that of cells without a style
    workbook._named_styles["Normal"].font = NORMAL_FONT
    return workbook  # type: ignore[no-any-return]


class _Measured(RowDimension):
    """A row of which the height was measured, not chosen: Excel measures it anew when somebody edits a text in it."""

    customHeight = False  # noqa: N815 - the name of what it overrides


def _rows(line: Line, sheet: Sheet, characters: int) -> Iterator[Row | Band]:
    """Give a line as rows of which every cell fits: a text that is too long goes on in the next row."""
    if isinstance(line, Band):
        yield Band(str(storable(line.words)))
        return
    columns = []
    for place, one in enumerate(line.cells):
        cell = one if isinstance(one, Cell) else Cell(one)
        width = sheet.columns[place].width if sheet.for_reading else None
        columns.append([Cell(part, cell.link, cell.look) for part in _parts(cell.value, characters, width)])
    for number in range(max(len(column) for column in columns)):
        yield Row(tuple(column[number] if number < len(column) else None for column in columns))


def _parts(value: Value, characters: int, width: int | None) -> list[Value]:
    kept = storable(value)
    return [*pieces(kept, characters=characters, width=width)] if isinstance(kept, str) else [kept]


class _Page:
    """One sheet of the file being written. A described sheet with too many rows takes several."""

    def __init__(self, made: Any, sheet: Sheet, book: Book, looks: Looks, limits: Limits) -> None:
        self._made = made
        self._sheet = sheet
        self._looks = looks
        self._limits = limits
        self._row = 0
        self._links = 0
        self._header_row = 0
        self._last_column = get_column_letter(len(sheet.columns))
        heading_rows = 0 if sheet.heading is None else len(sheet.heading.facts) + 2
        self._first_row = heading_rows + (1 if sheet.has_names else 0) + 2
        self._set_up(book)
        self._write_heading()

    @property
    def is_full(self) -> bool:
        return self._row >= self._limits.rows

    def write_header(self) -> None:
        """Write the columns' labels, with their names for imports in a hidden row above."""
        if self._sheet.has_names:
            self._made.row_dimensions[self._row + 1].hidden = True
            self._append([Cell(column.name, look=Look.FACT) for column in self._sheet.columns])
        # The button of the filter covers the end of a label.
        lines = max(line_count(column.label, column.width - 2, scale=BOLD) for column in self._sheet.columns)
        labels = [Cell(column.label, look=Look.HEADER) for column in self._sheet.columns]
        self._append(labels, height=LINE_PT * lines + 2 * ROW_MARGIN_PT)
        self._header_row = self._row

    def write_row(self, row: Row | Band) -> None:
        """Write one row of the table."""
        if isinstance(row, Band):
            lines = line_count(row.words, self._width, scale=BAND_SCALE)
            self._append(self._across(row.words, Look.BAND), height=BAND_LINE_PT * lines + ROW_MARGIN_PT)
            if lines > 1:
                self._merge()
            return
        cells = [one if isinstance(one, Cell) else Cell(one) for one in row.cells]
        counts = [_lines(cell, column.width) for cell, column in zip(cells, self._sheet.columns, strict=True)]
        linked = [self._with_possible_link(cell, count) for cell, count in zip(cells, counts, strict=True)]
        self._append(linked, height=min(HIGHEST_ROW_PT, LINE_PT * max(counts) + ROW_MARGIN_PT))

    def say(self, words: str) -> None:
        """Write a sentence in the place of the table."""
        self._append(self._across(words, Look.REMARK), height=self._height(words) + LINE_PT)
        self._merge()

    def finish(self) -> None:
        """Set what depends on the last row."""
        self._made.auto_filter.ref = f"A{self._header_row}:{self._last_column}{self._row}"
        if not self._sheet.for_reading:
            self._made.print_title_cols = "A:A"
        self._made.print_title_rows = f"{self._header_row}:{self._header_row}"

    @property
    def _width(self) -> int:
        return sum(column.width for column in self._sheet.columns)

    def _set_up(self, book: Book) -> None:
        made = self._made
        for place, column in enumerate(self._sheet.columns, 1):
            made.column_dimensions[get_column_letter(place)].width = column.width
        made.sheet_view.showGridLines = False
        made.sheet_view.zoomScale = 100
        made.freeze_panes = f"{'A' if self._sheet.for_reading else 'B'}{self._first_row}"
        made.sheet_properties.pageSetUpPr.fitToPage = True
        made.page_setup.orientation = "landscape"
        paper = Worksheet.PAPERSIZE_A4 if self._width <= A4_CHARACTERS else Worksheet.PAPERSIZE_A3
        made.page_setup.paperSize = int(paper)
        made.page_setup.fitToWidth, made.page_setup.fitToHeight = max(1, round(self._width / A3_CHARACTERS)), 0
        margins = made.page_margins
        margins.left = margins.right = 0.4
        margins.top, margins.bottom, margins.footer = 0.5, 0.6, 0.3
        page, of = book.page_words
        made.oddFooter.left.text, made.oddFooter.right.text = _footer(book.title), f"{page} &P {of} &N"
        for part in (made.oddFooter.left, made.oddFooter.right):
            part.font, part.size = f"{NORMAL_FONT.name},Regular", FOOTER_SIZE

    def _write_heading(self) -> None:
        heading = self._sheet.heading
        if heading is None:
            return
        lines = line_count(heading.title, self._width, scale=TITLE_SCALE)
        self._append(self._across(heading.title, Look.TITLE), height=TITLE_LINE_PT * lines)
        self._merge()
        for fact in heading.facts:
            self._append(self._across(fact, Look.FACT), height=self._height(fact))
            self._merge()
        self._append([])

    def _height(self, words: str) -> float:
        return LINE_PT * line_count(words, self._width) + ROW_MARGIN_PT

    def _across(self, words: str, look: Look) -> list[Cell]:
        first = Cell(str(storable(words)), look=look)
        return [first, *(Cell(None, look=look) for _ in self._sheet.columns[1:])]

    def _merge(self) -> None:
        if len(self._sheet.columns) > 1:
            self._made.merged_cells.add(f"A{self._row}:{self._last_column}{self._row}")

    def _with_possible_link(self, cell: Cell, lines: int) -> Cell:
        """Give the cell without its link where that is no address, or the sheet can hold no more of them.

        Nor where the text takes several lines: LibreOffice (7.4 seen) shows only the first line of a link.
        """
        if cell.link is None:
            return cell
        is_possible = cell.link.startswith("#") or can_be_linked(cell.link)
        if not is_possible or lines > 1 or self._links >= self._limits.links:
            return Cell(cell.value, None, cell.look)
        self._links += 1
        return cell

    def _append(self, cells: Iterable[Cell], height: float | None = None) -> None:
        self._row += 1
        if height is not None:
            self._made.row_dimensions[self._row] = _Measured(self._made, index=self._row, ht=height)
        self._made.append([make_cell(self._made, self._looks, cell) for cell in cells])


def _lines(cell: Cell, width: int) -> int:
    if not isinstance(cell.value, str):
        return 1
    return line_count(cell.value, width, scale=BOLD if cell.look is Look.STRONG else 1)


def _footer(words: str) -> str:
    """Give words for the foot of a page, where ``&`` begins a code and 255 characters are all."""
    return clean(words)[0].replace("&", "&&").replace("\n", " ")[:100]
