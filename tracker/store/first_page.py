"""The fast way to the first paint: one page of the list through plain sqlite3, before SQLModel is imported.

Importing SQLModel takes three times as long as showing a bare Qt window. This module gives just what the window shows
at once; ``record_store`` then takes over, and ``tests/store/test_first_page.py`` holds the two side by side.
"""

from __future__ import annotations

import sqlite3
import threading
from array import array
from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from pathlib import Path

from tracker.records.filter import last_soon_day
from tracker.records.snapshot import Summary
from tracker.store.computed_columns import COMPUTED
from tracker.store.counting import read_counts
from tracker.store.damage import judged_header
from tracker.store.header import SCHEMA_VERSION
from tracker.store.view_conditions import ASKED

PAGE_ROWS = 128
# Two runs along ix_record_list, so that SQLite need not sort: first those with a last day, then those without.
_IN_ORDER = (
    (
        "SELECT id FROM record WHERE deleted = 0 AND deadline_end IS NOT NULL AND {asked} "
        "ORDER BY deadline_end, kind, number LIMIT :rows"
    ),
    "SELECT id FROM record WHERE deleted = 0 AND deadline_end IS NULL AND {asked} ORDER BY kind, number LIMIT :rows",
)
_BY_WAITING = (
    (
        "SELECT id FROM record WHERE deleted = 0 AND {asked} ORDER BY waiting_since IS NULL, waiting_since, "
        "deadline_end IS NULL, deadline_end, kind, number LIMIT :rows"
    ),
)

_DAYS = tuple(map(Summary._fields.index, ("deadline_start", "deadline_end", "waiting_since", "first_end")))
_YES_OR_NO = tuple(map(Summary._fields.index, ("deadline_tentative", "deleted", "held_over")))
_UPDATED = Summary._fields.index("updated")
_COLUMNS = ", ".join(COMPUTED.get(name, name) for name in Summary._fields)


@dataclass(frozen=True, slots=True)
class FirstPage:
    """What the window shows first: the first rows, counts and names.

    ``ids`` is as long as the whole list; after the first page it holds 0, for no row there can be shown yet.
    """

    ids: array[int]
    rows: list[Summary]
    counts: dict[str, int]
    names: dict[str, dict[int, str]] = field(default_factory=dict)


class FirstReading(threading.Thread):
    """Reads the first page while the window is made: SQLite, which takes most of the time, holds nobody up."""

    def __init__(self, path: Path, today: date) -> None:
        super().__init__(name="first page", daemon=True)
        self.path, self._today = path, today
        self._page: FirstPage | None = None
        self._error: Exception | None = None
        self.start()

    def run(self) -> None:
        """Read, and keep what came of it."""
        try:
            self._page = read_first_page(self.path, self._today)
        except Exception as error:  # noqa: BLE001 - it is raised where the page is asked for
            self._error = error

    def page(self, kind: str | None = None, view: str | None = None) -> FirstPage | None:
        """Give what was read, once it is; for another list its rows are read now. Raises what ``read_first_page`` does.

        Which list it is only the settings of the window know, and those need Qt.
        """
        self.join()
        if self._error is not None:
            raise self._error
        if self._page is None or (kind is None and view is None):
            return self._page
        return _page_of(self.path, self._today, self._page, kind, view)


def read_first_page(path: Path, today: date) -> FirstPage | None:
    """Read the first page. Gives None where the register must first be brought up to date.

    Raises children of CannotOpen for a file that is no register.
    """
    if judged_header(path).schema_version != SCHEMA_VERSION:
        return None
    try:
        with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)) as connection:
            counts = read_counts(connection.execute, today)
            first = _first_ids(connection, today, None, None)
            ids = _as_long_as(counts[""], first)
            return FirstPage(ids, _first_rows(connection, first), counts, _names(connection))
    except sqlite3.Error:
        return None  # the store opens the file again and says what is wrong with it


def _page_of(path: Path, today: date, page: FirstPage, kind: str | None, view: str | None) -> FirstPage | None:
    """Give the first page of the list of a kind or a view; a list that is not known gives None."""
    count = page.counts.get(view or kind or "")
    if count is None or (kind and view):
        return None
    try:
        with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)) as connection:
            first = _first_ids(connection, today, kind, view)
            return replace(page, ids=_as_long_as(count, first), rows=_first_rows(connection, first))
    except sqlite3.Error:
        return None


def _as_long_as(count: int, first: list[int]) -> array[int]:
    return array("q", first) + array("q", [0]) * (count - len(first))


def _first_ids(connection: sqlite3.Connection, today: date, kind: str | None, view: str | None) -> list[int]:
    asked = " AND ".join([*(["kind = :kind"] if kind else []), *([ASKED[view]] if view else [])]) or "true"
    given = {"today": today.isoformat(), "soon": last_soon_day(today).isoformat(), "kind": kind}
    found: list[int] = []
    for statement in _BY_WAITING if view == "waiting" else _IN_ORDER:
        rows = connection.execute(statement.format(asked=asked), {**given, "rows": PAGE_ROWS - len(found)})
        found += [row[0] for row in rows]
    return found


def _first_rows(connection: sqlite3.Connection, wanted: list[int]) -> list[Summary]:
    found = read_summaries(connection, wanted)
    return [found[row_id] for row_id in wanted]


def read_summaries(connection: sqlite3.Connection, ids: Sequence[int]) -> dict[int, Summary]:
    """Give the list rows of records, by id; unknown ids are left out. No more ids than SQLite takes in one statement.

    Every page of a list is read with it, while somebody scrolls: hence the driver alone.
    """
    marks = ",".join("?" * len(ids))
    asked = f"SELECT {_COLUMNS} FROM record WHERE id IN ({marks})"
    return {row[0]: _summary(row) for row in connection.execute(asked, ids)}


def _summary(row: tuple[object, ...]) -> Summary:
    cells = list(row)
    for place in _DAYS:
        if cells[place] is not None:
            cells[place] = date.fromisoformat(str(cells[place]))
    for place in _YES_OR_NO:
        cells[place] = bool(cells[place])
    cells[_UPDATED] = datetime.fromisoformat(str(cells[_UPDATED]))
    return Summary._make(cells)


def _names(connection: sqlite3.Connection) -> dict[str, dict[int, str]]:
    people = (
        "SELECT person.id, coalesce(nullif(name, ''), 'verwijderde persoon') "
        "FROM person LEFT JOIN person_detail ON person_detail.id = detail"
    )
    return {
        "organisation": dict(connection.execute("SELECT id, name FROM organisation")),
        "person": dict(connection.execute(people)),
    }
