"""Finding the tables of a sheet by themselves: below each other, side by side, or as cards with fields downwards."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from tracker.exchange.incoming.workbook.cards import card_at
from tracker.exchange.incoming.workbook.grid import Grid, Row, Value, is_filled
from tracker.exchange.incoming.workbook.header_rows import (
    columns_below,
    could_be_header,
    filled_columns,
    header_below,
    heads_years,
    is_group_row,
    is_header,
)
from tracker.exchange.incoming.workbook.headings import heading_weight
from tracker.exchange.incoming.workbook.line_sorts import is_group, is_note, is_total
from tracker.exchange.incoming.workbook.period_columns import heads_periods
from tracker.exchange.incoming.workbook.side_by_side import windows_of
from tracker.exchange.incoming.workbook.table import Column, Line, Table

_TURN: Final = 2_000
_FEW_WORDS: Final = 6
_FIRST_ROWS: Final = 8


def find_tables(grid: Grid, check: Callable[[], None]) -> tuple[list[Table], int]:
    """Give the tables of a sheet, from the top, and how many of its cells hold something.

    ``check`` is called now and then, and may raise to stop.
    """
    finder = _Finder(grid)
    row = 0
    while row < grid.height:
        if not row % _TURN:
            check()
        after = finder.look_at(row)
        for one in range(row + 1, after):  # the second line of a heading; cards
            finder.filled += len(finder.filled_in(one))
        row = after
    if not finder.tables:
        finder.take_without_known_headings()
    return [table for table in finder.tables if table.rows], finder.filled


class _Finder:
    """Goes down a sheet, and gives each row to the table it belongs to."""

    def __init__(self, grid: Grid) -> None:
        self._grid = grid
        self._columns = range(grid.width)
        self.tables: list[Table] = []
        self.filled = 0
        """The cells so far that hold something."""
        self._current: list[Table] = []
        self._waiting: list[int] = []
        """Rows since the last table that may be the banner of the next."""
        self._gap = True
        self._after_line = False
        self._no_text = 0

    def look_at(self, row: int) -> int:
        """Take a row in, and give the row to go on with."""
        values = self._grid.row(row)
        filled = filled_columns(values, self._columns)
        self.filled += len(filled)
        if not filled:
            self._gap = True
            return row + 1
        if len(filled) >= 2 and self._may_start(values, filled):
            if is_header(values, self._columns):
                return self._start(row)
            if self._gap or not self._current or (self._after_line and self._current[0].rows):
                card = card_at(self._grid, row, self.tables[-1] if self.tables else None)
                if card is not None:
                    return self._take_card(*card)
        if not self._current:
            self._waiting.append(row)
        elif self._gap and len(filled) == 1:
            self._after_gap(row, values[filled[0]])
        else:
            self._gap = False
            self._waiting_as_bands()
            self._after_line = self._take_body(row, values, filled)
        return row + 1

    def _may_start(self, values: Row, filled: list[int]) -> bool:
        if self._gap or self._after_line or not self._current:
            return True
        # Headings are texts. Which column holds none in the rows above is soon seen, what a text could mean is not.
        if type(values[self._no_text]) is not str:
            return False
        place = next((place for place, value in enumerate(values) if type(value) is not str), None)
        if place is not None:
            self._no_text = place
            return False
        return heading_weight(str(values[filled[0]]).strip()) >= 0.9

    # --- starting -----------------------------------------------------------------------------------------------------

    def _start(self, row: int) -> int:
        """Start the table or tables whose heading is here."""
        repeated = self._repeats(row)
        if repeated:
            self._waiting_as_bands()
            self._gap, self._after_line = False, True
            return row + 1
        header = [row]
        if header_below(self._grid, row, self._columns):
            header.append(row + 1)
        elif self._waiting and self._waiting[-1] == row - 1 and self._heads_groups(row - 1):
            header.insert(0, self._waiting.pop())
        banner = self._banner()
        columns = columns_below(self._grid, header, self._columns)
        self._current = [
            Table(self._grid, part, tuple(header), list(banner)) for part in windows_of(self._grid, header, columns)
        ]
        self.tables += self._current
        self._gap, self._after_line = False, True
        return header[-1] + 1

    def _heads_groups(self, row: int) -> bool:
        """Tell whether the row above the headings names groups of them: words, or the years of months."""
        years = heads_years(self._grid.row(row), self._columns) and bool(heads_periods(self._grid.row(row + 1)))
        return years or is_group_row(self._grid, row, self._columns)

    def _repeats(self, row: int) -> bool:
        """Tell whether these are the headings of the table that is going on, once more."""
        if not self._current or not self._current[0].header_rows:
            return False
        before = self._grid.row(self._current[0].header_rows[-1])
        return [str(value).strip() for value in before] == [str(value).strip() for value in self._grid.row(row)]

    def _waiting_as_bands(self) -> None:
        """Give the lines that waited for a next table to the one that goes on after all."""
        if self._waiting:
            lines = [line for row in self._waiting for line in self._lines(row)]
            self._waiting = []
            for table in self._current:
                table.bands += lines

    def _banner(self) -> list[Line]:
        """Give the lines that belong above a table: those that waited, and the last lines of the table before."""
        lines = [line for row in self._waiting for line in self._lines(row)]
        self._waiting = []
        before = self._current[0] if self._current else None
        while before is not None and before.bands and (not before.rows or before.bands[-1].row > before.rows[-1]):
            lines.insert(0, before.bands.pop())
        return lines

    def _lines(self, row: int) -> list[Line]:
        values = self._grid.row(row)
        return [Line(row, " ".join(str(values[one]).split())) for one in filled_columns(values, self._columns)]

    def _take_card(self, card: Table, after: int) -> int:
        card.banner = self._banner() or card.banner
        if card not in self.tables:
            self.tables.append(card)
        self._current = []
        self._gap = False
        return after

    def take_without_known_headings(self) -> None:
        """Take the first row that could be headings for them; where there is none, the columns have no headings."""
        rows = [row for row in range(min(self._grid.height, 60)) if len(self.filled_in(row)) >= 2]
        if not rows:
            return
        widest = max(len(self.filled_in(row)) for row in rows)
        header = next((row for row in rows[:_FIRST_ROWS] if self._heads(row, widest)), None)
        if header is None:
            self._waiting = [row for row in range(rows[0]) if self.filled_in(row)]
            columns = tuple(Column(column) for column in self._columns)
            self._current = [Table(self._grid, columns, (), self._banner())]
        else:
            self._waiting = [row for row in range(header) if self.filled_in(row)]
            columns = columns_below(self._grid, [header], self._columns)
            self._current = [Table(self._grid, columns, (header,), self._banner())]
        self.tables += self._current
        for row in range(rows[0] if header is None else header + 1, self._grid.height):
            if filled := self.filled_in(row):
                self._take_body(row, self._grid.row(row), filled)

    def _heads(self, row: int, widest: int) -> bool:
        """Tell whether a row could hold headings for most of the columns: lines with a name and a value do not."""
        is_wide = len(self.filled_in(row)) * 2 >= widest
        return is_wide and could_be_header(self._grid, row, self._columns)

    def filled_in(self, row: int) -> list[int]:
        """Give the columns of a row that hold something."""
        return filled_columns(self._grid.row(row), self._columns)

    # --- going on -----------------------------------------------------------------------------------------------------

    def _take_body(self, row: int, values: Row, filled: list[int]) -> bool:
        """Give a row to the tables that are going on; tells whether it was a line and no record."""
        is_line = True
        for table in self._current:
            first, last = table.columns[0].number, table.columns[-1].number
            own = filled
            if filled[0] < first or filled[-1] > last:
                own = [column for column in filled if first <= column <= last]
            if not own or is_total(values, own):
                continue
            if len(own) == 1 and (text := self._line_in(table, row, own[0])) is not None:
                if not is_note(text):
                    table.bands.append(Line(row, text))
                continue
            table.take(row, values)
            is_line = False
        return is_line

    def _line_in(self, table: Table, row: int, column: int) -> str | None:
        """Give the words of a row that is a line about others; None where its one cell makes it a record."""
        value = self._grid.row(row)[column]
        if not isinstance(value, str):
            return None if column != table.columns[0].number else str(value)
        text = " ".join(value.split())
        headed = sum(bool(one.parts) for one in table.columns)
        if headed < 2:
            return None
        spread = any(
            one[0] == row and one[1] == column and one[3] > column + headed // 3 for one in self._grid.facts.merged
        )
        if spread or is_note(text) or is_group(text):
            return text
        first = next((one.number for one in table.columns if one.parts), 0)
        if column != first:
            return None
        return text if self._names_a_group(table, row, text) else None

    def _names_a_group(self, table: Table, row: int, text: str) -> bool:
        """Tell whether a lone text in the first column stands above fuller rows, and is too short to be a record."""
        if len(text.split()) > _FEW_WORDS or text.endswith("."):
            return False
        headed = [one.number for one in table.columns if one.parts]
        below = range(row + 1, min(self._grid.height, row + 2))
        return len(headed) >= 3 and any(
            sum(is_filled(self._grid.row(under)[column]) for column in headed) >= max(2, len(headed) // 2)
            for under in below
        )

    def _after_gap(self, row: int, value: Value) -> None:
        """Judge a lone cell after a blank row: the banner of a next table, a group of this one, or a note below it."""
        text = " ".join(str(value).split())
        follows = self._next_filled(row)
        if is_note(text) or follows is None:
            return
        next_row = self._grid.row(follows)
        if is_header(next_row, self._columns) or len(filled_columns(next_row, self._columns)) < 2:
            self._waiting.append(row)
            return
        card = card_at(self._grid, follows, None)
        if card is not None:
            self._waiting.append(row)
            return
        for table in self._current:
            table.bands.append(Line(row, text))
        self._gap, self._after_line = False, True

    def _next_filled(self, row: int) -> int | None:
        return next((one for one in range(row + 1, min(self._grid.height, row + 40)) if self.filled_in(one)), None)
