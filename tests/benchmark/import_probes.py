"""Probes of importing a large workbook: what openpyxl and SQLite alone need, what the program needs."""

from __future__ import annotations

import sqlite3
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from tests import builders as build
from tests.benchmark.grounds import quiet_backups
from tests.benchmark.import_grounds import imported_large, large_workbook, read_large, rehearsed_large
from tests.benchmark.probe import Ground
from tracker.services.editor import Editor
from tracker.services.importing.applying import apply_plan
from tracker.services.importing.plan import ImportPlan
from tracker.store.engine import PRAGMAS
from tracker.store.record_store import Store

_AT_ONCE = 5_000


def _timed(act: Callable[[], object]) -> float:
    start = time.perf_counter()
    act()
    return time.perf_counter() - start


@contextmanager
def _new_register(ground: Ground) -> Iterator[Store]:
    with tempfile.TemporaryDirectory(dir=ground.folder) as folder:
        path = Path(folder) / "register.db"
        with Store.new(path, build.ACTOR, build.FixedClock()) as store:
            quiet_backups(path)
            yield store


def openpyxl_read(ground: Ground) -> float:
    """Give the time in which openpyxl alone reads every value of the workbook, read-only."""
    from openpyxl import load_workbook

    path = large_workbook(ground)

    def read() -> None:
        book = load_workbook(path, read_only=True, data_only=True)
        for sheet in book.worksheets:
            for _ in sheet.iter_rows(values_only=True):
                pass
        book.close()

    return _timed(read)


def read(ground: Ground) -> float:
    """Give the time in which the program reads it into proposals."""
    large_workbook(ground)
    return _timed(lambda: read_large(ground))


def read_and_rehearsed(ground: Ground) -> float:
    """Give the time in which it is read and rehearsed into an empty register."""
    large_workbook(ground)
    with _new_register(ground) as store:
        return _timed(lambda: ImportPlan(store, [read_large(ground)], today=build.TODAY).rehearse())


def read_memory(ground: Ground) -> float:
    """Give the most memory that reading took, in megabytes."""
    large_workbook(ground)
    read_large(ground)
    return peak_megabytes()


def applied(ground: Ground) -> float:
    """Give the time in which what was rehearsed is written, with its log and all that is searched."""
    with _new_register(ground) as store:
        plan = rehearsed_large(ground, store)
        return _timed(lambda: apply_plan(Editor(store), plan))


def applied_memory(ground: Ground) -> float:
    """Give the most memory that reading, rehearsing and writing took together, in megabytes."""
    applied(ground)
    return peak_megabytes()


_NOT_RAW = ("change", "step", "undo_stack", "setting", "alembic_version")


def inserted_raw(ground: Ground) -> float:
    """Give the time in which SQLite alone inserts the rows that the workbook becomes, without log and search text."""
    source = imported_large(ground)
    with _new_register(ground) as store:
        path = store.path
        store.close()
        with closing(sqlite3.connect(source)) as old, closing(sqlite3.connect(path, isolation_level=None)) as new:
            for name, value in PRAGMAS.items():
                new.execute(f"PRAGMA {name} = {value}")
            new.execute("PRAGMA foreign_keys = OFF")  # the order of tables is not what is measured
            return _insert_tables(old, new)


def _insert_tables(old: sqlite3.Connection, new: sqlite3.Connection) -> float:
    taken = 0.0
    new.execute("BEGIN IMMEDIATE")
    for table in _tables(old):
        cursor = old.execute(f'SELECT * FROM "{table}"')
        names = ", ".join(f'"{column[0]}"' for column in cursor.description)
        marks = ", ".join("?" * len(cursor.description))
        new.execute(f'DELETE FROM "{table}"')
        while rows := cursor.fetchmany(_AT_ONCE):
            taken += _timed(lambda: new.executemany(f'INSERT INTO "{table}" ({names}) VALUES ({marks})', rows))  # noqa: B023
    return taken + _timed(lambda: new.execute("COMMIT"))


def _tables(register: sqlite3.Connection) -> list[str]:
    found = register.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
    return [
        name for (name,) in found if name not in _NOT_RAW and not name.startswith(("sqlite_", "record_text", "change"))
    ]


def peak_megabytes() -> float:
    """Give the most memory that this process ever held; Linux only. Unlike ru_maxrss nothing of the parent counts."""
    for line in Path("/proc/self/status").read_text(encoding="ascii").splitlines():
        if line.startswith("VmHWM:"):
            return int(line.split()[1]) / 1000
    raise RuntimeError("VmHWM")
