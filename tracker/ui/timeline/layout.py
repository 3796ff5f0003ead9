"""Which row stands at which height: groups with their heading, each open or closed."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from tracker.services.timeline import Group

ROW_PX, GROUP_PX = 26, 24


class Row(NamedTuple):
    """A row: the heading of a group (``place`` is None), or a deadline by its place in the timeline."""

    y: int
    height: int
    group: int
    place: int | None


class Layout:
    """Heights count from 0 at the first heading. ``closed`` holds the groups of which only the heading is shown."""

    def __init__(
        self, groups: Sequence[Group], closed: frozenset[int] = frozenset(), *, row_px: int = ROW_PX,
        group_px: int = GROUP_PX,
    ) -> None:  # fmt: skip
        self.groups, self.closed = groups, closed
        self.row_px, self.group_px = row_px, group_px
        self._tops = []
        y = 0
        for number, group in enumerate(groups):
            self._tops.append(y)
            y += group_px + (0 if number in closed else group.count * row_px)
        self.height = y

    def plain(self) -> Layout:
        """Give the same with the usual heights: for pictures and paper, whose letters have one size."""
        return Layout(self.groups, self.closed)

    def rows(self, top: int, bottom: int) -> Iterator[Row]:
        """Give the rows that are seen between two heights, from above."""
        first = max(0, bisect_right(self._tops, top) - 1)
        for number in range(first, len(self.groups)):
            y, group = self._tops[number], self.groups[number]
            if y >= bottom:
                return
            if y + self.group_px > top:
                yield Row(y, self.group_px, number, None)
            if number in self.closed:
                continue
            y += self.group_px
            start = max(0, (top - y) // self.row_px)
            for at in range(start, min(group.count, -(-(bottom - y) // self.row_px))):
                yield Row(y + at * self.row_px, self.row_px, number, group.first + at)

    def row_at(self, y: int) -> Row | None:
        """Give the row at a height."""
        return next(self.rows(y, y + 1), None) if 0 <= y < self.height else None

    def row_of(self, group: int, place: int | None) -> Row:
        """Give where a heading or a deadline stands; one in a closed group stands at its heading."""
        y = self._tops[group]
        if place is None or group in self.closed:
            return Row(y, self.group_px, group, None)
        return Row(y + self.group_px + (place - self.groups[group].first) * self.row_px, self.row_px, group, place)

    def next_to(self, row: Row, steps: int) -> Row:
        """Give the row some rows further down, or up; at either end the last one there."""
        found = row
        for _ in range(abs(steps)):
            y = found.y + found.height if steps > 0 else found.y - 1
            stepped = self.row_at(y)
            if stepped is None:
                break
            found = stepped
        return found
