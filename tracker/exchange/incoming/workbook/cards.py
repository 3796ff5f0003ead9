"""Cards: fields downwards in the first column, and a record in each column beside it."""

from __future__ import annotations

from array import array
from typing import Final

from tracker.exchange.incoming.workbook.grid import Grid, TurnedGrid, is_filled
from tracker.exchange.incoming.workbook.header_rows import filled_columns, is_words, known_headings
from tracker.exchange.incoming.workbook.headings import heading_weight
from tracker.exchange.incoming.workbook.table import Column, Table

_LONGEST: Final = 80
_FEWEST: Final = 3
_MOST_RECORDS: Final = 60


def card_at(grid: Grid, row: int, before: Table | None) -> tuple[Table, int] | None:
    """Give the cards that begin at a row, and the row after them; None where none do.

    Cards that follow others without a name of their own go on with those (``before``).
    """
    if grid.width > 400:
        return None
    rows = _rows_from(grid, row)
    columns = range(grid.width)
    first = min((min(filled_columns(grid.row(one), columns)) for one in rows), default=0)
    labels = [str(grid.row(one)[first]).strip() for one in rows if is_filled(grid.row(one)[first])]
    known = sum(heading_weight(label) >= 0.75 for label in labels)
    if len(labels) < _FEWEST or known < _FEWEST or known * 2 < len(labels) or len(set(labels)) < len(labels):
        return None
    top = filled_columns(grid.row(rows[0]), columns)
    if known_headings(grid.row(rows[0]), top) >= 2 and is_words(grid.row(rows[0]), top):
        return None
    last = max(max(filled_columns(grid.row(one), columns)) for one in rows)
    if last == first or last - first > _MOST_RECORDS:
        return None
    turned = TurnedGrid(grid, rows, range(first, last + 1))
    headings = turned.row(0)
    made = tuple(
        Column(place, (" ".join(str(words).split()),) if is_filled(words) else ())
        for place, words in enumerate(headings)
    )
    records = array("l", (one for one in range(1, turned.height) if any(is_filled(value) for value in turned.row(one))))
    return Table(turned, made, (0,), [], records), rows[-1] + 1


def _rows_from(grid: Grid, row: int) -> list[int]:
    found = []
    for one in range(row, min(grid.height, row + _LONGEST)):
        if not any(is_filled(value) for value in grid.row(one)):
            break
        found.append(one)
    return found
