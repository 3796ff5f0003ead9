"""Grids of workbooks that calamine reads. The sheet stays where calamine holds it; rows are fetched by the block."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterator
from itertools import islice
from typing import TYPE_CHECKING, Final

from tracker.exchange.incoming.workbook.grid import Facts, Grid, Row, Value

if TYPE_CHECKING:
    from python_calamine import CalamineSheet

_BLOCK: Final = 128
_KEPT_BLOCKS: Final = 24
"""More rows than one merged range can take its value from; few enough to stay in the processor's own memory."""


class CalamineGrid(Grid):
    """A sheet of 150,000 rows takes four times less room as calamine holds it than as rows of Python values."""

    def __init__(self, sheet: CalamineSheet, facts: Facts, *, is_hidden: bool = False) -> None:
        super().__init__(sheet.name, facts, is_hidden=is_hidden)
        self._sheet = sheet
        end = sheet.end
        self._first_column = (sheet.start or (0, 0))[1]
        last_row, last_column = end or (-1, -1)
        for row, errors in facts.errors.items():
            last_row, last_column = max(last_row, row), max(last_column, *errors)
        self._height, self._width = last_row + 1, last_column + 1
        self._filled_height = 0 if end is None else end[0] + 1
        self._blocks: OrderedDict[int, list[Row]] = OrderedDict()
        self._coming: Iterator[Row] = iter(())
        self._next_block = -1
        self._empty: Row = [""] * self._width

    @property
    def height(self) -> int:
        """Give the number of rows, the empty ones at the top included."""
        return self._height

    @property
    def width(self) -> int:
        """Give the number of columns, the empty ones at the left included."""
        return self._width

    def plain_row(self, row: int) -> Row:
        """Give the values of a row."""
        if not 0 <= row < self._filled_height:
            return self._empty
        number, place = divmod(row, _BLOCK)
        block = self._blocks.get(number)
        if block is None:
            block = self._fetch(number)
        return block[place]

    def _fetch(self, number: int) -> list[Row]:
        if self._next_block < 0 or number < self._next_block:
            self._coming = iter(self._sheet.iter_rows())  # with the empty rows at the top, without empty columns
            self._next_block = 0
        if number > self._next_block:
            next(islice(self._coming, (number - self._next_block) * _BLOCK - 1, None), None)
        block: list[Row] = list(islice(self._coming, _BLOCK))
        if self._first_column or len(block[0]) < self._width:
            block = [self._padded(row) for row in block]
        self._next_block = number + 1
        self._blocks[number] = block
        if len(self._blocks) > _KEPT_BLOCKS:
            self._blocks.popitem(last=False)
        return block

    def _padded(self, row: Row) -> Row:
        values: list[Value] = [*[""] * self._first_column, *row]
        return values + [""] * (self._width - len(values))
