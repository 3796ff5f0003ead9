"""Which cells of the table are chosen, as blocks: however many rows there are, a choice is a handful of numbers."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property


@dataclass(frozen=True, slots=True)
class Block:
    """A rectangle of cells, with its edges."""

    top: int
    left: int
    bottom: int
    right: int


class Picked:
    """The chosen cells. Rows in which any cell is chosen are *chosen rows*: what works on records takes those."""

    def __init__(self, blocks: Iterable[Block] = (), column_count: int = 0) -> None:
        self.blocks = tuple(blocks)
        self._column_count = column_count

    @cached_property
    def spans(self) -> tuple[tuple[int, int], ...]:
        """Give the chosen rows as first and last of each run, from the top down."""
        found: list[tuple[int, int]] = []
        for top, bottom in sorted((one.top, one.bottom) for one in self.blocks):
            if found and top <= found[-1][1] + 1:
                found[-1] = (found[-1][0], max(bottom, found[-1][1]))
            else:
                found.append((top, bottom))
        return tuple(found)

    @cached_property
    def _starts(self) -> list[int]:
        return [first for first, _ in self.spans]

    @cached_property
    def columns(self) -> tuple[int, ...]:
        """Give the columns in which any cell is chosen, from the left."""
        return tuple(sorted({place for one in self.blocks for place in range(one.left, one.right + 1)}))

    @cached_property
    def is_rows(self) -> bool:
        """Tell whether whole rows are chosen, and nothing else."""
        last = self._column_count - 1
        return bool(self.blocks) and all(one.left == 0 and one.right == last for one in self.blocks)

    @cached_property
    def is_one_cell(self) -> bool:
        """Tell whether a single cell is chosen."""
        return len(self.blocks) == 1 and len(self.columns) == 1 and self.row_count == 1

    @cached_property
    def row_count(self) -> int:
        """Give the number of chosen rows."""
        return sum(last - first + 1 for first, last in self.spans)

    def has_row(self, row: int) -> bool:
        """Tell whether any cell of a row is chosen."""
        place = bisect_right(self._starts, row) - 1
        return place >= 0 and row <= self.spans[place][1]

    def block_at(self, row: int, column: int) -> Block | None:
        """Give a block that holds a cell, or None where the cell is not chosen."""
        if not self.has_row(row):
            return None
        return next(
            (one for one in self.blocks if one.top <= row <= one.bottom and one.left <= column <= one.right), None
        )

    def rows(self) -> Iterator[int]:
        """Give the chosen rows, from the top down."""
        for first, last in self.spans:
            yield from range(first, last + 1)
