"""One sheet of a workbook while it is written: title block, header, rows of the right height, filter, print set-up."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from openpyxl.utils import get_column_letter
from openpyxl.worksheet.dimensions import RowDimension
from openpyxl.worksheet.pagebreak import Break

from tracker.basics.folding import clean
from tracker.exchange import sheet_print as paper
from tracker.exchange.long_text import CELL_CHARACTERS
from tracker.exchange.sheet_cells import can_be_linked, make_cell, storable
from tracker.exchange.sheet_looks import BAND_PT, BOLD_LOOKS, NORMAL_FONT, TITLE_PT, Looks
from tracker.exchange.sheets import Band, Book, Cell, Look, Row, Sheet
from tracker.exchange.text_width import line_count

TITLE_LINE_PT, BAND_LINE_PT, LINE_PT, ROW_MARGIN_PT = 26, 15, 12, 4
"""Excel gives each line of wrapped Arial 9 the height of a row of its own: 12 points."""
HIGHEST_ROW_PT, FOOTER_SIZE, HEAD_SIZE = 409, 8, 14
MOST_BREAKS = 1_026


@dataclass(frozen=True)
class Limits:
    """What a sheet can hold (Excel specifications and limits); tests make it smaller."""

    rows: int = 1_048_576
    links: int = 65_530
    characters: int = CELL_CHARACTERS


LIMITS = Limits()


class _Measured(RowDimension):
    """A row of which the height was measured, not chosen: Excel measures it anew when somebody edits a text in it."""

    customHeight = False  # noqa: N815 - the name of what it overrides


class Page:
    """One sheet of the file. A described sheet with too many rows takes several."""

    def __init__(self, made: Any, sheet: Sheet, book: Book, looks: Looks, limits: Limits) -> None:
        self._made = made
        self._sheet = sheet
        self._looks = looks
        self._limits = limits
        self._row = 0
        self._links = 0
        self._header_row = 0
        self._width = sum(column.width for column in sheet.columns)
        self._on_paper = "" if sheet.heading is None else sheet.heading.on_paper
        top_in = paper.HEADED_TOP_IN if self._on_paper else paper.TOP_MARGIN_IN
        self._filling = paper.PageFilling(paper.page_heights_pt(self._width, top_in))
        self._last_column = get_column_letter(len(sheet.columns))
        heading_rows = 0 if sheet.heading is None else len(sheet.heading.facts) + len(sheet.heading.more) + 2
        self._first_row = heading_rows + (1 if sheet.has_names else 0) + 2
        self._first_printed = self._first_printed_row()
        self._set_up(book)
        self._write_heading()

    @property
    def rows_left(self) -> int:
        """Give how many rows the sheet can still hold."""
        return self._limits.rows - self._row

    def write_header(self) -> None:
        """Write the columns' labels, with their names for imports in a hidden row above."""
        if self._sheet.has_names:
            self._made.row_dimensions[self._row + 1].hidden = True
            self._append([Cell(column.name, look=Look.FACT) for column in self._sheet.columns], 0)
        # The button of the filter covers the end of a label.
        lines = max(line_count(column.label, column.width - 2, is_bold=True) for column in self._sheet.columns)
        labels = [Cell(column.label, look=Look.HEADER) for column in self._sheet.columns]
        height = LINE_PT * lines + 2 * ROW_MARGIN_PT
        self._append(labels, height, is_header=True)
        self._header_row = self._row

    def write_band(self, band: Band, before: Row | Band) -> None:
        """Write a heading across the table, on the next page where the row below it would stand there without it."""
        lines = line_count(band.words, self._width, size_pt=BAND_PT, is_bold=True)
        height = BAND_LINE_PT * lines + ROW_MARGIN_PT
        following = height if isinstance(before, Band) else self._row_height(before)
        breaks = self._made.row_breaks
        if self._filling.breaks_before(height, following) and len(breaks) < MOST_BREAKS:
            breaks.append(Break(id=self._row))
            self._filling.break_page()
        self._append(self._across(band.words, Look.BAND), height)
        if lines > 1:
            self._merge()

    def write_row(self, row: Row) -> None:
        """Write one row of the table."""
        linked = [self._with_possible_link(cell, column.width) for cell, column in self._cells(row)]
        self._append(linked, self._row_height(row))

    def say(self, words: str) -> None:
        """Write a sentence in the place of the table."""
        self._append(self._across(words, Look.REMARK), self._height(words) + LINE_PT)
        self._merge()
        self._leave_block_off_paper()

    def finish(self) -> None:
        """Set what depends on the last row."""
        self._made.auto_filter.ref = f"A{self._header_row}:{self._last_column}{self._row}"
        if not self._sheet.for_reading:
            self._made.print_title_cols = "A:A"
        self._made.print_title_rows = f"{self._header_row}:{self._header_row}"
        self._leave_block_off_paper()

    def _first_printed_row(self) -> int:
        """Give the row with which paper begins: where the head of each page has the title, that is below our facts."""
        heading = self._sheet.heading
        if heading is None or not heading.on_paper:
            return 1
        return len(heading.facts) + (2 if heading.more else 3)

    def _leave_block_off_paper(self) -> None:
        if self._on_paper:
            self._made.print_area = f"A{self._first_printed}:{self._last_column}{self._row}"

    def _set_up(self, book: Book) -> None:
        made = self._made
        for place, column in enumerate(self._sheet.columns, 1):
            made.column_dimensions[get_column_letter(place)].width = column.width
        made.sheet_view.showGridLines = False
        made.sheet_view.zoomScale = 100
        made.freeze_panes = f"{'A' if self._sheet.for_reading else 'B'}{self._first_row}"
        made.sheet_properties.pageSetUpPr.fitToPage = True
        made.page_setup.orientation = "landscape"
        made.page_setup.paperSize = paper.paper_for(self._width).number
        made.page_setup.fitToWidth, made.page_setup.fitToHeight = paper.pages_beside(self._width), 0
        margins = made.page_margins
        margins.left = margins.right = paper.SIDE_MARGIN_IN
        margins.top, margins.bottom, margins.footer = paper.TOP_MARGIN_IN, paper.BOTTOM_MARGIN_IN, paper.FOOTER_IN
        if self._on_paper:
            margins.top, margins.header = paper.HEADED_TOP_IN, paper.HEADER_IN
            title = "" if self._sheet.heading is None else self._sheet.heading.title
            made.oddHeader.left.text, made.oddHeader.right.text = _in_margin(title, 60), _in_margin(self._on_paper, 130)
            made.oddHeader.left.font, made.oddHeader.left.size = f"{NORMAL_FONT.name},Bold", HEAD_SIZE
            made.oddHeader.right.font, made.oddHeader.right.size = f"{NORMAL_FONT.name},Regular", FOOTER_SIZE
        page, of = book.page_words
        made.oddFooter.left.text, made.oddFooter.right.text = _in_margin(book.title), f"{page} &P {of} &N"
        for part in (made.oddFooter.left, made.oddFooter.right):
            part.font, part.size = f"{NORMAL_FONT.name},Regular", FOOTER_SIZE

    def _write_heading(self) -> None:
        heading = self._sheet.heading
        if heading is None:
            return
        lines = line_count(heading.title, self._width, size_pt=TITLE_PT, is_bold=True)
        self._append(self._across(heading.title, Look.TITLE), TITLE_LINE_PT * lines)
        self._merge()
        for fact in (*heading.facts, *heading.more):
            self._append(self._across(fact, Look.FACT), self._height(fact))
            self._merge()
        self._append([], LINE_PT + ROW_MARGIN_PT)

    def _height(self, words: str) -> float:
        return LINE_PT * line_count(words, self._width) + ROW_MARGIN_PT

    def _cells(self, row: Row) -> list[tuple[Cell, Any]]:
        cells = [one if isinstance(one, Cell) else Cell(one) for one in row.cells]
        return list(zip(cells, self._sheet.columns, strict=True))

    def _row_height(self, row: Row) -> float:
        lines = max(_lines(cell, column.width) for cell, column in self._cells(row))
        return min(HIGHEST_ROW_PT, LINE_PT * lines + ROW_MARGIN_PT)

    def _across(self, words: str, look: Look) -> list[Cell]:
        first = Cell(str(storable(words)), look=look)
        return [first, *(Cell(None, look=look) for _ in self._sheet.columns[1:])]

    def _merge(self) -> None:
        if len(self._sheet.columns) > 1:
            self._made.merged_cells.add(f"A{self._row}:{self._last_column}{self._row}")

    def _with_possible_link(self, cell: Cell, width: int) -> Cell:
        """Give the cell without its link where that is no address, or the sheet can hold no more of them.

        Nor where the text takes several lines: LibreOffice (7.4 seen) shows only the first line of a link.
        """
        if cell.link is None:
            return cell
        is_possible = cell.link.startswith("#") or can_be_linked(cell.link)
        if not is_possible or _lines(cell, width) > 1 or self._links >= self._limits.links:
            return Cell(cell.value, None, cell.look)
        self._links += 1
        return cell

    def _append(self, cells: Iterable[Cell], height: float, *, is_header: bool = False) -> None:
        """Write a row of this height; one without a height is hidden."""
        self._row += 1
        if height:
            self._made.row_dimensions[self._row] = _Measured(self._made, index=self._row, ht=height)
            if is_header:
                self._filling.add_header(height)
            elif self._row >= self._first_printed:
                self._filling.add(height)
        self._made.append([make_cell(self._made, self._looks, cell) for cell in cells])


def _lines(cell: Cell, width: int) -> int:
    if not isinstance(cell.value, str):
        return 1
    return line_count(cell.value, width, is_bold=cell.look in BOLD_LOOKS)


def _in_margin(words: str, most: int = 100) -> str:
    """Give words for the head or foot of a page, where ``&`` begins a code and 255 characters are all."""
    written = clean(words)[0].replace("&", "&&").replace("\n", " ")
    if len(written) <= most:
        return written
    begun = written[: most - 1]
    is_halved = (len(begun) - len(begun.rstrip("&"))) % 2
    return f"{begun[:-1] if is_halved else begun}…"
