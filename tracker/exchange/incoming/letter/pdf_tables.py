"""The tables of a PDF, which knows lines only: found by a row of column headings, and by where the lines below begin.

A table is read as one only where its headings say what its columns hold, as those of motions and commitments do; all
else stays text. The lines come cell by cell, or a line across all cells that have one at that height.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Final

from tracker.exchange.incoming.letter.pdf_lines import Line

_BESIDE: Final = 5.0
"""A line that begins so near a column's left edge begins in it."""
_ENDS: Final = (".", "!", "?")
_FEWEST: Final = 2
_MOST_HEADINGS: Final = 24
_Row = dict[int, list[Line]]


@dataclass(slots=True)
class TableLines:
    """The lines of a table by row and column; ``end`` is where the text goes on behind it."""

    rows: list[_Row] = field(default_factory=list)
    end: int = 0


def table_at(
    lines: Sequence[Line], place: int, names_columns: Callable[[Sequence[str]], bool]
) -> TableLines | None:  # fmt: skip
    """Give the table whose headings are the line at this place; None where they are none."""
    head = lines[place]
    row, end = _headings(lines, place)
    words = [" ".join(one.text for one in row[number]) for number in sorted(row)]
    if len(row) < _FEWEST or not names_columns(words):
        return None
    lefts = [row[number][0].left for number in sorted(row)]
    table = TableLines([row], end)
    column, page = len(row) - 1, head.page
    while table.end < len(lines):
        pieces = _pieces(lines[table.end], lefts, head.size)
        if pieces is None:
            break
        for number, piece in pieces:
            if number < column:
                _begin(table, number, piece, is_new_page=piece.page != page)
            table.rows[-1].setdefault(number, []).append(piece)
            column, page = number, piece.page
        table.end += 1
    while len(table.rows) > 1 and len(table.rows[-1]) == 1:  # text right below the table
        table.end -= sum(len(some) for some in table.rows.pop().values())
    return table if len(table.rows) > 1 else None


def _headings(lines: Sequence[Line], place: int) -> tuple[_Row, int]:
    """Give the cells that stand beside each other at one height, each with what its heading goes on with below."""
    head = lines[place]
    row: _Row = {number: [piece] for number, piece in enumerate(head.parted())}
    end = place + 1
    for at in range(end, min(place + _MOST_HEADINGS, len(lines))):
        line, last = lines[at], row[len(row) - 1][0]
        if line.page != head.page or abs(line.size - head.size) > 1:
            break
        if abs(line.baseline - head.baseline) < 1 and line.left > last.right:
            for between in lines[end:at]:
                row[len(row) - 1].append(between)
            row |= {len(row) + number: [piece] for number, piece in enumerate(line.parted())}
            end = at + 1
        elif abs(line.left - last.left) > _BESIDE or line.baseline > head.baseline:
            break
    return row, end


def _begin(table: TableLines, column: int, piece: Line, *, is_new_page: bool) -> None:
    """Begin a row, but where one goes on upon the next page."""
    last = table.rows[-1]
    closing = last[max(last)][-1].text.rstrip()
    is_rest = is_new_page and (column > 0 or piece.text[:1].islower() or not closing.endswith(_ENDS))
    if not is_rest:
        table.rows.append({})


def _pieces(line: Line, lefts: Sequence[float], size: float) -> list[tuple[int, Line]] | None:
    """Give the pieces of a line by column; None where it does not lie in the columns."""
    if abs(line.size - size) > 1:
        return None
    found: list[tuple[int, Line]] = []
    for piece in line.parted(lefts, _BESIDE):
        column = next((number for number, left in enumerate(lefts) if abs(piece.left - left) <= _BESIDE), None)
        if column is None or (column + 1 < len(lefts) and piece.right > lefts[column + 1] + _BESIDE):
            return None
        found.append((column, piece))
    return found if all(before[0] < after[0] for before, after in pairwise(found)) else None
