"""The records seen, one after another, to go back and forward through as in a browser."""

from __future__ import annotations

from dataclasses import dataclass

PASSED_BY_S = 0.4
"""A record that was on show for less than this was only passed by, on the way through a list with the arrow keys."""
MOST_KEPT = 200


@dataclass(slots=True)
class _Stop:
    record_id: int
    since_s: float


class Trail:
    """Where somebody has been. Moments are seconds on a clock that only goes up."""

    def __init__(self) -> None:
        self._stops: list[_Stop] = []
        self._at = -1

    @property
    def current(self) -> int | None:
        """Give the record on show, or None before the first."""
        return self._stops[self._at].record_id if self._at >= 0 else None

    @property
    def behind(self) -> list[int]:
        """Give the records that going back leads to, the nearest first."""
        return [stop.record_id for stop in reversed(self._stops[: max(self._at, 0)])]

    @property
    def ahead(self) -> list[int]:
        """Give the records that going forward leads to, the nearest first."""
        return [stop.record_id for stop in self._stops[self._at + 1 :]]

    def visit(self, record_id: int, now_s: float) -> None:
        """Go to a record: what lay ahead is forgotten. The one on show counts only where it was looked at."""
        if record_id == self.current:
            return
        del self._stops[self._at + 1 :]
        if self._stops and now_s - self._stops[-1].since_s < PASSED_BY_S:
            self._stops.pop()
        if not self._stops or self._stops[-1].record_id != record_id:
            self._stops.append(_Stop(record_id, now_s))
        del self._stops[:-MOST_KEPT]
        self._at = len(self._stops) - 1

    def go(self, steps: int, now_s: float) -> int | None:
        """Go back (negative) or forward; gives the record to show, or None where there is nothing that way."""
        wanted = self._at + steps
        if not steps or not 0 <= wanted < len(self._stops):
            return None
        self._at = wanted
        self._stops[wanted].since_s = now_s
        return self._stops[wanted].record_id

    def forget(self, record_id: int) -> None:
        """Leave out a record that is no more."""
        before = sum(stop.record_id == record_id for stop in self._stops[: self._at + 1])
        self._stops = [stop for stop in self._stops if stop.record_id != record_id]
        self._at = min(self._at - before, len(self._stops) - 1)
        if self._at < 0 and self._stops:
            self._at = 0
