"""Which rows hold headings: one row, or two of which the upper names groups of columns."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from tracker.exchange.incoming.workbook.column_looks import looks_of
from tracker.exchange.incoming.workbook.grid import ErrorValue, Grid, Row, is_filled
from tracker.exchange.incoming.workbook.headings import heading_weight
from tracker.exchange.incoming.workbook.period_columns import heads_periods, period_of
from tracker.exchange.incoming.workbook.table import Column

_SURE: Final = 0.75
_SHARE: Final = 0.4
_LONGEST: Final = 90
_YEAR: Final = re.compile(r"20\d\d(?:\.0)?")
_CONTENT: Final = frozenset(("commitment", "citation only", "day", "address", "link", "reference"))
"""What no heading looks like, however much the words beside it do."""
_DATA: Final = frozenset(("commitment", "citation", "day", "month", "address", "link", "reference"))


def filled_columns(row: Row, columns: range) -> list[int]:
    """Give the columns of a row that hold something."""
    cells = row if columns.start == 0 and len(row) <= columns.stop else row[columns.start : columns.stop]
    # as is_filled says, without a call for each of millions of cells
    return [
        column
        for column, value in enumerate(cells, columns.start)
        if type(value) is not str or (value and not value.isspace())
    ]


def is_words(row: Row, columns: Sequence[int]) -> bool:
    """Tell whether these cells could all be headings: short texts that differ from each other."""
    texts = [row[column] for column in columns]
    if not all(isinstance(text, str) and not isinstance(text, ErrorValue) and len(text) <= _LONGEST for text in texts):
        return False
    words = [str(text).strip().casefold() for text in texts]
    return not any(_is_figure(word) for word in words) and len(set(words)) * 4 >= len(words) * 3


def known_headings(row: Row, columns: Sequence[int]) -> int:
    """Count the cells that are headings of lists as they are known."""
    return sum(heading_weight(str(row[column]).strip()) >= _SURE for column in columns)


def is_header(row: Row, columns: range) -> bool:
    """Tell whether a row holds headings that are known, at least two and two in five of its cells."""
    filled = filled_columns(row, columns)
    if len(filled) < 2:
        return False
    if not is_words(row, filled):
        return _heads_planning(row, filled)
    known = known_headings(row, filled)
    if known < _SHARE * len(filled) and _heads_planning(row, filled):
        return True
    return (
        known >= 2 and known >= _SHARE * len(filled) and not any(_CONTENT & set(looks_of(row[one])) for one in filled)
    )


def _heads_planning(row: Row, filled: Sequence[int]) -> bool:
    """Tell whether a row holds the months of a planning, with the headings of its other columns beside them."""
    periods = heads_periods(row)
    others = [column for column in filled if column not in periods]
    return bool(periods) and bool(others) and is_words(row, others)


def heads_years(row: Row, columns: range) -> bool:
    """Tell whether a row holds nothing but years, as a planning has them above its months."""
    filled = filled_columns(row, columns)
    return bool(filled) and all(_YEAR.fullmatch(str(row[column]).strip()) for column in filled)


def could_be_header(grid: Grid, row: int, columns: range) -> bool:
    """Tell whether a row could hold headings that are not known: words, above rows that hold something else."""
    values = grid.row(row)
    filled = filled_columns(values, columns)
    if len(filled) < 2 or not is_words(values, filled):
        return False
    if sum(len(str(values[column])) for column in filled) > 40 * len(filled):
        return False
    if any(_DATA & set(looks_of(values[column])) for column in filled):
        return False
    below = [grid.row(under) for under in range(row + 1, min(grid.height, row + 12))]
    rows = [under for under in below if len(filled_columns(under, columns)) >= 2]
    return bool(rows) and sum(len(filled_columns(under, columns)) for under in rows) <= len(rows) * (len(filled) + 1)


def is_group_row(grid: Grid, row: int, columns: range) -> bool:
    """Tell whether a row could name groups of the headings below it: few short words, over merged or empty cells."""
    values = grid.row(row)
    filled = filled_columns(values, columns)
    if not filled or not is_words(values, filled):
        return False
    wide = [one for one in grid.facts.merged if one[0] == row and one[3] > one[1] and one[1] in columns]
    if any(first <= min(filled) and last >= columns.stop - 1 for _, first, _, last in wide):
        return False  # a banner over all of the table
    return len(filled) >= 2 or bool(wide and len(filled) == 1 and filled[0] != columns.start)


def header_below(grid: Grid, row: int, columns: range) -> bool:
    """Tell whether the row below a header row is its second line."""
    if row + 1 >= grid.height:
        return False
    values, below = grid.row(row), grid.row(row + 1)
    filled, under = filled_columns(values, columns), filled_columns(below, columns)
    if not under or not is_words(below, under):
        return False
    merged = [one for one in grid.facts.merged if one[0] == row and one[1] in columns]
    wide = [one for one in merged if one[3] > one[1]]
    tall = {one[1] for one in merged if one[2] > row}
    known = known_headings(below, under)
    if wide:
        spread = {column for _, first, _, last in wide for column in range(first, last + 1)}
        return known >= _SHARE * len(under) or (bool(tall) and set(under) <= spread)
    if _goes_on(values, below, filled, under):
        return True
    has_gaps = bool(set(under) - set(filled))
    return has_gaps and known >= 2 and known >= 0.6 * len(under)


def _goes_on(upper: Row, lower: Row, filled: Sequence[int], under: Sequence[int]) -> bool:
    """Tell whether headings go on in the row below: a word that is split, or pieces that are known once joined."""
    if len(under) < 2 or under[0] == filled[0] or not set(under) <= set(filled):
        return False
    pairs = [(str(upper[column]).strip(), str(lower[column]).strip()) for column in under]
    split = sum(first.endswith("-") and second[:1].islower() for first, second in pairs)
    joined = sum(
        heading_weight(f"{first} {second}") >= _SURE > max(heading_weight(first), heading_weight(second))
        for first, second in pairs
    )
    return bool(split) or joined * 2 > len(under)


def columns_below(grid: Grid, header_rows: Sequence[int], columns: range) -> tuple[Column, ...]:
    """Give all columns of a table with the lines of their headings."""
    *tops, last = header_rows
    names: dict[int, list[str]] = {column: [] for column in columns}
    final = grid.row(last)
    for top in tops:
        merged = any(one[0] == top for one in grid.facts.merged)
        own = grid.row(top)
        for column, words in _spread(grid, top, columns).items():
            if merged or is_filled(own[column]) or is_filled(final[column]):
                names[column].append(words)
    for column in columns:
        value = final[column] if column < len(final) else ""
        if is_filled(value):
            period = None if isinstance(value, str) else period_of(value)
            words = str(period) if period else " ".join(str(value).split())
            if words not in names[column]:
                names[column].append(words)
    return tuple(Column(column, tuple(words)) for column, words in names.items())


def _spread(grid: Grid, row: int, columns: range) -> dict[int, str]:
    """Give the words of an upper heading for each column that it stands over."""
    values = grid.row(row)
    merged = {one[1]: one for one in grid.facts.merged if one[0] == row}
    found: dict[int, str] = {}
    filled = filled_columns(values, columns)
    for place, column in enumerate(filled):
        words = " ".join(str(values[column]).split())
        if merged:
            last = merged[column][3] if column in merged else column
        else:  # without merged cells a name stands over all columns up to the next one
            last = (filled[place + 1] if place + 1 < len(filled) else columns.stop) - 1
        for one in range(column, min(last, columns.stop - 1) + 1):
            found[one] = words
    return found


def _is_figure(word: str) -> bool:
    bare = word.strip("€$ .,-/:%()")
    return bool(bare) and bare.replace(".", "").replace(",", "").replace("-", "").replace("/", "").isdigit()
