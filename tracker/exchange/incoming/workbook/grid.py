"""A sheet as rows and columns of typed values, and what else the file says of its cells."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from typing import Final

from tracker.records.proposal import Place


class ErrorValue(str):
    """What a formula gives that went wrong: #DIV/0!, #N/A, or nothing at all."""

    __slots__ = ()


class MonthDay(date):
    """A day that its cell shows as a month: "sep-26" lies in the file as the first of September 2026."""

    __slots__ = ()


Value = str | float | bool | date | datetime | time | timedelta
"""What a cell holds; "" where it is empty."""
Row = Sequence[Value]
MOST_MERGED: Final = 2_000
"""Cells of one merged range that take over its value; more are a sheet's decoration."""


@dataclass(slots=True)
class Facts:
    """What a file says of cells beside their values. Rows and columns count from nought."""

    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)
    merged: list[tuple[int, int, int, int]] = field(default_factory=list)
    """Ranges as (first row, first column, last row, last column)."""
    comments: dict[tuple[int, int], str] = field(default_factory=dict)
    errors: dict[int, dict[int, ErrorValue]] = field(default_factory=dict)
    """By row and column: error values, and formulas whose value was not saved."""
    months: dict[int, set[int]] = field(default_factory=dict)
    """By row the columns of cells that show a day as a month."""
    struck: dict[int, set[int]] = field(default_factory=dict)
    """By row the columns of cells whose text is struck through."""


class Grid(ABC):
    """The cells of one sheet. ``row`` gives a row as long as the sheet is wide, "" where a cell is empty."""

    def __init__(self, name: str, facts: Facts, *, is_hidden: bool = False) -> None:
        self.name = name
        self.facts = facts
        self.is_hidden = is_hidden
        self._continued = _continued(facts.merged)

    @property
    @abstractmethod
    def height(self) -> int:
        """Give the number of rows, the empty ones at the top included."""

    @property
    @abstractmethod
    def width(self) -> int:
        """Give the number of columns, the empty ones at the left included."""

    @abstractmethod
    def plain_row(self, row: int) -> Row:
        """Give the values of a row as the file gives them."""

    def row(self, row: int) -> Row:
        """Give the values of a row, error values among them."""
        values = self.plain_row(row)
        facts = self.facts
        if not facts.errors and not facts.months:
            return values
        values = self._with_months(row, values)
        errors = facts.errors.get(row)
        if not errors:
            return values
        patched = list(values)
        for column, error in errors.items():
            if column >= len(patched):
                patched.extend([""] * (column + 1 - len(patched)))
            if patched[column] == "":
                patched[column] = error
        return patched

    def _with_months(self, row: int, values: Row) -> Row:
        columns = self.facts.months.get(row)
        if not columns:
            return values
        return [
            MonthDay(value.year, value.month, 1)
            if place in columns and isinstance(value, date) and value.day == 1
            else value
            for place, value in enumerate(values)
        ]

    def rows(self) -> Iterator[Row]:
        """Give all rows in order."""
        return (self.row(row) for row in range(self.height))

    def continued(self, row: int) -> Mapping[int, int]:
        """Give for a row the columns in which a merged cell from above goes on, with the row where it begins."""
        return self._continued.get(row, {})

    def place(self, row: int, column: int) -> Place:
        """Give the place of a cell: B7."""
        return Place(self.name, spot(row, column))

    def row_place(self, row: int) -> Place:
        """Give the place of a row."""
        return Place(self.name, f"rij {row + 1}")

    def cell_of(self, row: int, column: int) -> tuple[int, int]:
        """Give where a cell of this grid stands in the file's own rows and columns."""
        return row, column

    def comment(self, row: int, column: int) -> str:
        """Give what a comment on a cell says, "" where there is none."""
        return self.facts.comments.get((row, column), "")

    @property
    def is_turned(self) -> bool:
        """Tell whether its rows are columns of the file."""
        return False

    @property
    def has_comments(self) -> bool:
        """Tell whether any cell has a comment."""
        return bool(self.facts.comments)


class ListGrid(Grid):
    """A grid whose rows are held in a list."""

    def __init__(self, name: str, rows: Sequence[Row], facts: Facts | None = None, *, is_hidden: bool = False) -> None:
        super().__init__(name, facts or Facts(), is_hidden=is_hidden)
        self._rows = rows
        self._width = max((len(row) for row in rows), default=0)
        if self.facts.errors:
            self._width = max(self._width, *(max(row) + 1 for row in self.facts.errors.values()))
        self._height = max(len(rows), max(self.facts.errors, default=-1) + 1)

    @property
    def height(self) -> int:
        """Give the number of rows."""
        return self._height

    @property
    def width(self) -> int:
        """Give the number of columns."""
        return self._width

    def plain_row(self, row: int) -> Row:
        """Give a row, filled up to the width."""
        values = self._rows[row] if row < len(self._rows) else ()
        short = self._width - len(values)
        return values if not short else [*values, *[""] * short]


class TurnedGrid(Grid):
    """A part of a grid with rows and columns changed: for cards, which have their fields downwards."""

    def __init__(self, grid: Grid, rows: Sequence[int], columns: range) -> None:
        super().__init__(grid.name, Facts(), is_hidden=grid.is_hidden)
        self._grid = grid
        self._rows = rows
        self._columns = columns
        self._turned = list(zip(*(tuple(grid.row(row)[columns.start : columns.stop]) for row in rows), strict=True))

    @property
    def height(self) -> int:
        """Give the number of columns of the part."""
        return len(self._turned)

    @property
    def width(self) -> int:
        """Give the number of rows of the part."""
        return len(self._rows)

    def plain_row(self, row: int) -> Row:
        """Give a column of the part."""
        return self._turned[row]

    def place(self, row: int, column: int) -> Place:
        """Give the place of a cell as the file counts."""
        return self._grid.place(*self.cell_of(row, column))

    def row_place(self, row: int) -> Place:
        """Give the place of a column of the file."""
        return Place(self.name, f"kolom {letters(self._columns[row])}")

    def cell_of(self, row: int, column: int) -> tuple[int, int]:
        """Give where a cell stands in the file."""
        return self._grid.cell_of(self._rows[column], self._columns[row])

    def comment(self, row: int, column: int) -> str:
        """Give what a comment on a cell says."""
        return self._grid.comment(*self.cell_of(row, column))

    @property
    def is_turned(self) -> bool:
        """Tell that its rows are columns of the file."""
        return True

    @property
    def has_comments(self) -> bool:
        """Tell whether the sheet has comments."""
        return self._grid.has_comments


def is_filled(value: Value) -> bool:
    """Tell whether a cell holds something; blanks alone are nothing."""
    return value != "" and not (isinstance(value, str) and not isinstance(value, ErrorValue) and value.isspace())


def letters(column: int) -> str:
    """Give the letters by which a column is known: A, Z, AA."""
    name, left = "", column + 1
    while left:
        left, rest = divmod(left - 1, 26)
        name = chr(65 + rest) + name
    return name


def spot(row: int, column: int) -> str:
    """Give the name of a cell: B7."""
    return f"{letters(column)}{row + 1}"


def column_number(name: str) -> int:
    """Give the number of a column from its letters, counted from nought."""
    number = 0
    for letter in name.upper():
        number = number * 26 + ord(letter) - 64
    return number - 1


def _continued(merged: Sequence[tuple[int, int, int, int]]) -> dict[int, dict[int, int]]:
    """Give for each row the columns that belong to a range merged downwards from a row above."""
    found: dict[int, dict[int, int]] = {}
    for first_row, first_column, last_row, _ in merged:
        if first_row < last_row and last_row - first_row <= MOST_MERGED:
            for row in range(first_row + 1, last_row + 1):
                found.setdefault(row, {})[first_column] = first_row
    return found
