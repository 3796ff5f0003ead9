"""Probes of the store: what SQLite itself needs, what others need, what the store needs."""

from __future__ import annotations

import os
import shutil
import sqlite3
import statistics
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from datetime import date
from functools import partial
from pathlib import Path
from random import Random
from typing import Any

from tests import builders as build
from tests.benchmark.grounds import quiet_backups
from tests.benchmark.probe import Ground
from tests.generator import Filling
from tracker.records.change import Change, Step
from tracker.records.filter import Filter
from tracker.services import editing
from tracker.services.finder_reading import read_finder
from tracker.store.backup import copy_register
from tracker.store.engine import PRAGMAS
from tracker.store.figures import count_figures
from tracker.store.first_page import read_first_page
from tracker.store.record_store import Store
from tracker.store.rows import table_of, to_database

EDITS = 200
INSERTED = 10_000
REPEATED = 15


def _timed(act: Callable[[], object]) -> float:
    start = time.perf_counter()
    act()
    return time.perf_counter() - start


def _warm(act: Callable[[], object]) -> float:
    """Give the middle time of an act whose pages are in memory already."""
    act()
    return statistics.median(_timed(act) for _ in range(REPEATED))


@contextmanager
def _sqlite(path: Path) -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        for name, value in PRAGMAS.items():
            connection.execute(f"PRAGMA {name} = {value}")
        yield connection


def _p99(times: list[float]) -> float:
    return sorted(times)[int(len(times) * 0.99)]


# --- one edit ---------------------------------------------------------------------------------------------------------


def _bare_updates(ground: Ground) -> list[float]:
    chance = Random(7)
    with _sqlite(ground.changing) as connection:
        ids = [row[0] for row in connection.execute("SELECT id FROM motion")]

        def update(number: int) -> None:
            connection.execute("BEGIN IMMEDIATE")
            connection.execute("UPDATE motion SET theme = ? WHERE id = ?", (_new_theme(number), chance.choice(ids)))
            connection.execute("COMMIT")

        return [_timed(partial(update, number)) for number in range(EDITS)]


def _edits(ground: Ground) -> list[float]:
    quiet_backups(ground.changing)
    chance = Random(7)
    times = []
    with build.open_store(ground.changing) as store:
        ids = store.order(Filter(kind="motion"), build.TODAY)
        for number in range(EDITS):
            (found,) = store.records([chance.choice(ids)])
            new = {"theme": _new_theme(number)}
            times.append(_timed(lambda: store.apply(editing.change_record(store, found, new))))  # noqa: B023
    return times


def _new_theme(number: int) -> str:
    return f"thema {number} {time.monotonic_ns()}"  # writing what is there already writes nothing


def bare_update_p50(ground: Ground) -> float:
    return statistics.median(_bare_updates(ground))


def bare_update_p99(ground: Ground) -> float:
    return _p99(_bare_updates(ground))


def edit_p50(ground: Ground) -> float:
    return statistics.median(_edits(ground))


def edit_p99(ground: Ground) -> float:
    return _p99(_edits(ground))


# --- lists ------------------------------------------------------------------------------------------------------------


def overdue_unindexed(ground: Ground) -> float:
    statement = (
        "SELECT id FROM record NOT INDEXED WHERE NOT deleted AND phase IN ('open', 'underway') AND deadline_end < ? "
        "ORDER BY deadline_end, kind, number"
    )
    with _sqlite(ground.large) as connection:
        return _warm(lambda: connection.execute(statement, (build.TODAY.isoformat(),)).fetchall())


def overdue(ground: Ground) -> float:
    with build.open_store(ground.large, read_only=True) as store:
        return _warm(lambda: store.order(Filter(view="overdue"), build.TODAY))


def count_by_status(ground: Ground) -> float:
    with _sqlite(ground.large) as connection:
        return _warm(lambda: connection.execute("SELECT status, count(*) FROM record GROUP BY status").fetchall())


def counts(ground: Ground) -> float:
    with build.open_store(ground.large, read_only=True) as store:
        return _warm(lambda: store.counts(build.TODAY))


def figures(ground: Ground) -> float:
    day = build.TODAY
    with build.open_store(ground.large, read_only=True) as store:
        return _warm(lambda: count_figures(store, day, date(day.year, 12, 31), build.NOW, latest=6))


def folded_raw(ground: Ground) -> float:
    with _sqlite(ground.large) as connection:
        return _timed(lambda: connection.execute("SELECT id, folded FROM record_text").fetchall())


def folded(ground: Ground) -> float:
    with build.open_store(ground.large, read_only=True) as store:
        return _timed(lambda: read_finder(store))


def first_page_small(ground: Ground) -> float:
    return _timed(lambda: read_first_page(ground.small, build.TODAY))


def first_page(ground: Ground) -> float:
    return _timed(lambda: read_first_page(ground.large, build.TODAY))


def open_small(ground: Ground) -> float:
    return _timed(lambda: _opened(ground.small))


def open_large(ground: Ground) -> float:
    return _timed(lambda: _opened(ground.large))


def _opened(path: Path) -> object:
    with build.open_store(path, read_only=True) as store:
        return store.summaries(store.order(Filter(), build.TODAY)[:128]), store.counts(build.TODAY), store.names()


# --- many at once -----------------------------------------------------------------------------------------------------


@contextmanager
def _prepared_steps() -> Iterator[tuple[Store, list[Step]]]:
    """Give an empty register with the steps that fill it, drafted but not written."""
    with tempfile.TemporaryDirectory() as folder, build.new_store(Path(folder) / "register.db") as store:
        filling = Filling(store, Random(3))
        filling.write_beside()
        yield store, list(filling.steps(INSERTED))


def insert_logged(_ground: Ground) -> float:
    with _prepared_steps() as (store, steps):
        return _timed(lambda: [store.apply(step) for step in steps])


def _rows(store: Store, steps: list[Step]) -> dict[str, list[dict[str, Any]]]:
    """Give the rows of the steps by table, ready to be written without list copies, log or search text."""
    rows: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for change in (change for step in steps for change in step.changes):
        rows[change.entity].append({"id": change.id, **to_database(change.entity, change.after or {})})
    del store
    return rows


def _list_rows(steps: list[Step]) -> list[tuple[int, str, int, str, str]]:
    kinds = [change for step in steps for change in step.changes if change.after and "reference" in change.after]
    return [
        (one.id, one.entity, place, str((one.after or {})["reference"]), _title(one)) for place, one in enumerate(kinds)
    ]


def _title(change: Change) -> str:
    return str((change.after or {})["title"])


_INSERT_RECORD = (
    "INSERT INTO record (id, kind, number, reference, title, phase, marking, updated, deleted, deadline_tentative, "
    "has_deadline) VALUES (?, ?, ?, ?, ?, 'open', 'openbaar', '', 0, 0, 0)"
)


def insert_raw(_ground: Ground) -> float:
    with _prepared_steps() as (store, steps):
        ready = {
            entity: [tuple(_plain(value) for value in row.values()) for row in rows]
            for entity, rows in _rows(store, steps).items()
        }
        names = {entity: list(rows[0]) for entity, rows in _rows(store, steps).items()}
        with _sqlite(store.path) as connection:

            def insert() -> None:
                connection.execute("BEGIN IMMEDIATE")
                connection.executemany(_INSERT_RECORD, _list_rows(steps))
                for entity, rows in ready.items():
                    columns = ", ".join(f'"{name}"' for name in names[entity])
                    marks = ", ".join("?" * len(names[entity]))
                    connection.executemany(f'INSERT INTO "{entity}" ({columns}) VALUES ({marks})', rows)
                connection.execute("COMMIT")

            return _timed(insert)


def _plain(value: object) -> object:
    if isinstance(value, list | dict):
        from tracker.store.engine import to_json

        return to_json(value)
    return value if value is None or isinstance(value, int | str) else str(value)


def insert_core(_ground: Ground) -> float:
    with _prepared_steps() as (store, steps):
        rows = _rows(store, steps)

        def insert() -> None:
            with store.engine.connect() as connection, connection.begin():
                raw = connection.connection.dbapi_connection
                assert raw is not None
                raw.executemany(_INSERT_RECORD, _list_rows(steps))
                for entity, some in rows.items():
                    connection.execute(table_of(entity).insert(), some)

        return _timed(insert)


# --- backup -----------------------------------------------------------------------------------------------------------


def copy_forced(ground: Ground) -> float:
    def copy(target: Path) -> None:
        shutil.copyfile(ground.large, target)
        with target.open("rb+") as file:
            os.fsync(file.fileno())

    return _into_new_file(ground, copy)


def backup_checked(ground: Ground) -> float:
    return _into_new_file(ground, lambda target: copy_register(ground.large, target))


def _into_new_file(ground: Ground, copy: Callable[[Path], object]) -> float:
    target = ground.folder / "copied.db"
    target.unlink(missing_ok=True)
    try:
        return _timed(lambda: copy(target))
    finally:
        target.unlink(missing_ok=True)
