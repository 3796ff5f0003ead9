"""Tables side by side under one row of headings."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from tracker.exchange.incoming.workbook.grid import Grid, is_filled
from tracker.exchange.incoming.workbook.headings import plain_heading, targets_named
from tracker.exchange.incoming.workbook.table import Column
from tracker.records.registry import KINDS


def windows_of(grid: Grid, header: Sequence[int], columns: tuple[Column, ...]) -> list[tuple[Column, ...]]:
    """Part columns into tables where a column without heading and content stands between two that name records."""
    groups: list[list[Column]] = [[]]
    for column in columns:
        if column.parts or not _is_empty(grid, header[-1], column.number):
            groups[-1].append(column)
        elif groups[-1]:
            groups.append([])
    parts = [group for group in groups if sum(bool(one.parts) for one in group) >= 2]
    if len(parts) < 2 or not (_repeat(parts) or all(_has_title(part) for part in parts)):
        return [columns]
    return [tuple(part) for part in parts]


def _is_empty(grid: Grid, header: int, column: int) -> bool:
    rows = range(header + 1, min(grid.height, header + 200))
    return not any(is_filled(grid.row(row)[column]) for row in rows)


def _has_title(part: list[Column]) -> bool:
    """Tell whether a group of columns has one for what the record is called."""
    return any(
        named and named[0].target in {"title", "text"} and named[0].weight >= 0.9
        for column in part
        for kind in KINDS
        for named in (
            targets_named(kind, column.heading),
            targets_named(kind, column.parts[-1] if column.parts else ""),
        )
    )


def _repeat(parts: list[list[Column]]) -> bool:
    names = [{plain_heading(column.heading) for column in part if column.parts} for part in parts]
    return all(len(first & second) >= 2 for first, second in pairwise(names))
