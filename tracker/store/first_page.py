"""The fast way to the first paint: one page of the list through plain sqlite3, before SQLModel is imported.

Importing SQLModel takes three times as long as showing a bare Qt window. This module gives just what the window shows
at once; ``record_store`` then takes over, and ``tests/store/test_first_page.py`` holds the two side by side.
"""

from __future__ import annotations

import sqlite3
from array import array
from contextlib import closing
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path

from tracker.records.snapshot import Summary
from tracker.store.counting import read_counts
from tracker.store.damage import judged_header
from tracker.store.header import SCHEMA_VERSION

PAGE_ROWS = 128
# Two runs along ix_record_list, so that SQLite need not sort: first those with a last day, then those without.
_IN_ORDER = (
    "SELECT id FROM record WHERE deleted = 0 AND deadline_end IS NOT NULL ORDER BY deadline_end, kind, number",
    "SELECT id FROM record WHERE deleted = 0 AND deadline_end IS NULL ORDER BY kind, number",
)


@dataclass(frozen=True, slots=True)
class FirstPage:
    """What the window shows first: the order of all records, their first rows, counts and names."""

    ids: array[int]
    rows: list[Summary]
    counts: dict[str, int]
    names: dict[str, dict[int, str]] = field(default_factory=dict)


def read_first_page(path: Path, today: date) -> FirstPage | None:
    """Read the first page. Gives None where the register must first be brought up to date.

    Raises children of CannotOpen for a file that is no register.
    """
    if judged_header(path).schema_version != SCHEMA_VERSION:
        return None
    try:
        with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)) as connection:
            ids = array(
                "q",
                [row[0] for statement in _IN_ORDER for row in connection.execute(statement)],
            )
            return FirstPage(
                ids, _first_rows(connection, ids), read_counts(connection.execute, today), _names(connection)
            )
    except sqlite3.Error:
        return None  # the store opens the file again and says what is wrong with it


def _first_rows(connection: sqlite3.Connection, ids: array[int]) -> list[Summary]:
    wanted = ids[:PAGE_ROWS].tolist()
    marks = ",".join("?" * len(wanted))
    statement = f"SELECT {', '.join(Summary._fields)} FROM record WHERE id IN ({marks})"
    found = {row[0]: _summary(row) for row in connection.execute(statement, wanted)}
    return [found[row_id] for row_id in wanted]


def _summary(row: tuple[object, ...]) -> Summary:
    raw = Summary(*row)  # type: ignore[arg-type]
    return raw._replace(
        deadline_start=_day(raw.deadline_start),
        deadline_end=_day(raw.deadline_end),
        deadline_tentative=bool(raw.deadline_tentative),
        waiting_since=_day(raw.waiting_since),
        updated=datetime.fromisoformat(str(raw.updated)),
        deleted=bool(raw.deleted),
    )


def _day(text: object) -> date | None:
    return None if text is None else date.fromisoformat(str(text))


def _names(connection: sqlite3.Connection) -> dict[str, dict[int, str]]:
    people = (
        "SELECT person.id, coalesce(nullif(name, ''), 'verwijderde persoon') "
        "FROM person LEFT JOIN person_detail ON person_detail.id = detail"
    )
    return {
        "organisation": dict(connection.execute("SELECT id, name FROM organisation")),
        "person": dict(connection.execute(people)),
    }
