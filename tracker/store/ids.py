"""Numbers for new rows and references: each series only goes up."""

from __future__ import annotations

from threading import Lock

from sqlalchemy import Connection, func, select
from sqlalchemy.dialects.sqlite import insert

from tracker.store.tables import counter


class Ids:
    """The series of a register, continued in memory and kept with the step that uses the numbers.

    A number that was given out and never written leaves a gap; it does no harm.
    """

    def __init__(self) -> None:
        self._last: dict[str, int] = {}
        self._guard = Lock()

    def next(self, connection: Connection, series: str) -> int:
        """Give the next number of a series."""
        with self._guard:
            self._load(connection, series)
            self._last[series] += 1
            return self._last[series]

    def next_known(self, series: str) -> int | None:
        """Give the next number of a series that was read before, or None: an import asks for thousands."""
        with self._guard:
            if series not in self._last:
                return None
            self._last[series] += 1
            return self._last[series]

    def reserve(self, connection: Connection, series: str, number: int) -> None:
        """Note that a number of a series is taken, so that the series goes on after it."""
        with self._guard:
            self._load(connection, series)
            self._last[series] = max(self._last[series], number)

    def last(self, connection: Connection, series: str) -> int:
        """Give the last number that was given of a series; 0 where none was."""
        with self._guard:
            self._load(connection, series)
            return self._last[series]

    def save(self, connection: Connection) -> None:
        """Keep the last numbers, inside the transaction that uses them."""
        with self._guard:
            rows = [{"name": name, "last": last} for name, last in self._last.items()]
        if rows:
            statement = insert(counter)
            highest = func.max(counter.c.last, statement.excluded.last)
            connection.execute(statement.on_conflict_do_update(index_elements=["name"], set_={"last": highest}), rows)

    def _load(self, connection: Connection, series: str) -> None:
        if series not in self._last:
            self._last[series] = connection.scalar(select(counter.c.last).where(counter.c.name == series)) or 0
