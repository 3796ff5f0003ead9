"""A table found in a sheet: its headings, the rows below them, and the lines that say something about these."""

from __future__ import annotations

from array import array
from bisect import bisect_right
from dataclasses import dataclass, field
from functools import cached_property
from itertools import islice

from tracker.exchange.incoming.workbook.grid import Grid, Row, Value, is_filled, letters
from tracker.exchange.incoming.workbook.headings import plain_heading


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table. ``parts`` are the lines of its heading, from the top; none where it has no heading."""

    number: int
    parts: tuple[str, ...] = ()

    @property
    def heading(self) -> str:
        """Give the heading on one line; a column without one is known by its letters."""
        return " ".join(self.parts) or f"Kolom {letters(self.number)}"


@dataclass(frozen=True, slots=True)
class Line:
    """A line of words above a table or between its rows."""

    row: int
    text: str


@dataclass
class Table:
    """Rows of a grid that are one list. ``rows`` are its body; ``bands`` are lines about the rows below them."""

    grid: Grid
    columns: tuple[Column, ...]
    header_rows: tuple[int, ...] = ()
    banner: list[Line] = field(default_factory=list)
    rows: array[int] = field(default_factory=lambda: array("l"))
    bands: list[Line] = field(default_factory=list)

    @property
    def title(self) -> str:
        """Give the words by which people know it: its nearest banner line, else its sheet."""
        near = self.banner[-1].text if self.banner else ""
        return f"{self.grid.name}: {near}" if near and len(near) <= 80 else self.grid.name

    @cached_property
    def shape(self) -> str:
        """Give what tables with the same headings have in common, whatever their order and sheet."""
        return " | ".join(sorted(plain_heading(column.heading) for column in self.columns if column.parts))

    def bands_above(self, row: int) -> list[Line]:
        """Give the lines above a row, the nearest last."""
        return self.bands[: bisect_right(self.bands, row, key=lambda band: band.row)]

    def values_of(self, column: Column, most: int) -> list[Value]:
        """Give the first filled cells of a column, as many as asked at most: examples to show."""
        filled = (value for row in self.rows if is_filled(value := self.grid.row(row)[column.number]))
        return list(islice(filled, most))

    def sample(self, most: int) -> list[list[Value]]:
        """Give the filled cells of each column, from at most so many rows, spread over the table."""
        found: list[list[Value]] = [[] for _ in self.columns]
        for row in self.rows[:: max(1, -(-len(self.rows) // most))]:
            values = self.grid.row(row)
            for column, cells in zip(self.columns, found, strict=True):
                value = values[column.number]
                if value != "" and is_filled(value):
                    cells.append(value)
        return found

    def cells(self, row: int) -> Row:
        """Give the values of a body row; a cell merged from above has the value it began with."""
        values = self.grid.row(row)
        continued = self.grid.continued(row)
        if not continued:
            return values
        filled = list(values)
        for column, first in continued.items():
            if column < len(filled) and filled[column] == "" and first > max(self.header_rows, default=-1):
                filled[column] = self.grid.row(first)[column]
        return filled
