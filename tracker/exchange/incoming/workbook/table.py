"""A table found in a sheet: its headings, the rows below them, and the lines that say something about these."""

from __future__ import annotations

import re
from array import array
from bisect import bisect_right
from dataclasses import dataclass, field
from functools import cached_property
from itertools import islice
from typing import Final

from tracker.exchange.incoming.workbook.grid import Grid, Row, Value, is_filled, letters
from tracker.exchange.incoming.workbook.headings import plain_heading

MOST_KEPT: Final = 4_000
"""Rows of a table that are at hand as examples."""


_SPLIT_WORD: Final = re.compile(r"(?<=[^\W\d])- (?=[a-zà-ÿ])")
"""Where a word of a heading goes on in the next line: Verant- woordelijke."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table. ``parts`` are the lines of its heading, from the top; none where it has no heading."""

    number: int
    parts: tuple[str, ...] = ()

    @property
    def heading(self) -> str:
        """Give the heading on one line; a column without one is known by its letters."""
        return _SPLIT_WORD.sub("", " ".join(self.parts)) or f"Kolom {letters(self.number)}"


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
    _kept: dict[int, Row] = field(default_factory=dict, repr=False)
    """Rows by their number, spread over the table: to fetch them again would be to read the sheet again."""
    _stride: int = 1

    def take(self, row: int, values: Row) -> None:
        """Add a row to the body."""
        if not len(self.rows) % self._stride:
            self._kept[row] = values
            if len(self._kept) > MOST_KEPT:
                self._stride *= 2
                self._kept = {one: self._kept[one] for one in list(self._kept)[::2]}
        self.rows.append(row)

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
        apart = 1
        while apart * most < len(self.rows):
            apart *= 2  # as the rows that were kept
        for row in self.rows[::apart]:
            values = self._kept.get(row) or self.grid.row(row)
            for column, cells in zip(self.columns, found, strict=True):
                value = values[column.number]
                if type(value) is not str or (value and not value.isspace()):  # as is_filled says, without a call
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
