"""Grids whose cells stay in the form that takes least room; rows are made of them by the block, when asked for."""

from __future__ import annotations

from abc import abstractmethod
from collections import OrderedDict
from collections.abc import Sequence
from typing import Final

from tracker.exchange.incoming.workbook.grid import Facts, Grid, Row, Value

BLOCK: Final = 128
_KEPT_BLOCKS: Final = 24
"""More rows than one merged range can take its value from; few enough to stay in the processor's own memory."""


class BlockGrid(Grid):
    """A sheet of 150,000 rows takes a fraction of the room of as many rows of Python values."""

    def __init__(self, name: str, facts: Facts, *, is_hidden: bool = False) -> None:
        super().__init__(name, facts, is_hidden=is_hidden)
        self._height = self._width = 0
        self._filled_height = 0
        """How many rows the blocks hold; below these come those that only have error values."""
        self._before = 0
        """The empty columns at the left that the blocks leave out."""
        self._blocks: OrderedDict[int, Sequence[Row]] = OrderedDict()

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
            return [""] * self._width
        number, place = divmod(row, BLOCK)
        block = self._blocks.get(number)
        if block is None:
            block = self._kept(number)
        return block[place]

    @abstractmethod
    def read_block(self, number: int) -> Sequence[Row]:
        """Give the rows of a block; they may be shorter than the sheet is wide."""

    def _kept(self, number: int) -> Sequence[Row]:
        width = self._width - self._before
        block = self.read_block(number)
        if self._before or any(len(row) < width for row in block):
            block = [self._padded(row) for row in block]
        self._blocks[number] = block
        if len(self._blocks) > _KEPT_BLOCKS:
            self._blocks.popitem(last=False)
        return block

    def _padded(self, row: Row) -> Row:
        values: list[Value] = [*[""] * self._before, *row]
        return values + [""] * (self._width - len(values))
