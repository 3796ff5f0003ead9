"""A described line as rows of which every cell fits: a text that is too long goes on in the next row.

A row that goes on repeats what says which record it is about, with *(vervolg 2)* behind it: a filter or another order
then takes a text's rows along together.
"""

from __future__ import annotations

from collections.abc import Iterator

from tracker.exchange.long_text import ROW_LINES, pieces
from tracker.exchange.sheet_cells import storable
from tracker.exchange.sheet_looks import BOLD_LOOKS
from tracker.exchange.sheets import Band, Cell, Column, Line, Row, Sheet, Value

_MARK_CHARACTERS, _MARK_LINES = 200, 5
"""Room for the name that a row of a long key column repeats."""
_LONGEST_NAME = 80


def rows_of(line: Line, sheet: Sheet, characters: int, continued: str) -> Iterator[Row | Band]:
    """Give a line as rows. ``characters`` is what a cell holds, ``continued`` the word for *vervolg*."""
    if isinstance(line, Band):
        yield Band(str(storable(line.words)))
        return
    cells = [one if isinstance(one, Cell) else Cell(one) for one in line.cells]
    parts = [_parts(cell, column, sheet, characters) for cell, column in zip(cells, sheet.columns, strict=True)]
    yield Row(tuple(Cell(found[0], cell.link, cell.look) for cell, found in zip(cells, parts, strict=True)))
    marked = max((place for place, column in enumerate(sheet.columns) if column.is_key), default=None)
    for number in range(1, max(map(len, parts))):
        yield Row(
            tuple(
                _marked(cell, found, number, continued)
                if place == marked
                else _going_on(cell, found, number, repeats=sheet.columns[place].is_key or sheet.for_reading)
                for place, (cell, found) in enumerate(zip(cells, parts, strict=True))
            )
        )


def _parts(cell: Cell, column: Column, sheet: Sheet, characters: int) -> list[Value]:
    kept = storable(cell.value)
    if not isinstance(kept, str):
        return [kept]
    width = column.width if sheet.for_reading else None
    is_bold = cell.look in BOLD_LOOKS
    whole = pieces(kept, characters=characters, width=width, is_bold=is_bold)
    if len(whole) == 1 or not column.is_key:
        return [*whole]
    room = max(characters - _MARK_CHARACTERS, 1)
    return [*pieces(kept, characters=room, width=width, lines=ROW_LINES - _MARK_LINES, is_bold=is_bold)]


def _going_on(cell: Cell, found: list[Value], number: int, *, repeats: bool) -> Cell | None:
    if number < len(found):
        return Cell(found[number], cell.link, cell.look)
    return Cell(found[0], cell.link, cell.look) if repeats and len(found) == 1 else None


def _marked(cell: Cell, found: list[Value], number: int, continued: str) -> Cell:
    first = str(found[0]).split("\n", 1)[0]
    name = first if len(first) <= _LONGEST_NAME else f"{first[:_LONGEST_NAME]}…"
    words = f"{name} ({continued} {number + 1})"
    rest = f"\n{found[number]}" if number < len(found) else ""
    return Cell(words + rest, cell.link, cell.look)
