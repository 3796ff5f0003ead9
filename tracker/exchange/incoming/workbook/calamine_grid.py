"""Grids of workbooks that calamine reads. The sheet stays where calamine holds it."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import TYPE_CHECKING

from tracker.exchange.incoming.workbook.block_grid import BLOCK, BlockGrid
from tracker.exchange.incoming.workbook.grid import Facts, Row

if TYPE_CHECKING:
    from python_calamine import CalamineSheet


class CalamineGrid(BlockGrid):
    """A sheet as calamine holds it. Going back further than the rows that are kept begins it anew."""

    def __init__(self, sheet: CalamineSheet, facts: Facts, *, is_hidden: bool = False) -> None:
        super().__init__(sheet.name, facts, is_hidden=is_hidden)
        self._sheet = sheet
        self._before = (sheet.start or (0, 0))[1]
        last_row, last_column = sheet.end or (-1, -1)
        self._filled_height = last_row + 1
        for row, errors in facts.errors.items():
            last_row, last_column = max(last_row, row), max(last_column, *errors)
        self._height, self._width = last_row + 1, last_column + 1
        self._coming: Iterator[Row] = iter(())
        self._next_block = -1

    def read_block(self, number: int) -> list[Row]:
        """Give the rows of a block."""
        if self._next_block < 0 or number < self._next_block:
            self._coming = iter(self._sheet.iter_rows())  # with the empty rows at the top, without empty columns
            self._next_block = 0
        if number > self._next_block:
            next(islice(self._coming, (number - self._next_block) * BLOCK - 1, None), None)
        self._next_block = number + 1
        return list(islice(self._coming, BLOCK))
