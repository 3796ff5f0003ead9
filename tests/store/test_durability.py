"""Fault 2: a power cut loses nothing, because every connection asks for full synchronisation and every commit syncs."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests import builders as build
from tracker.store.engine import PRAGMAS, open_engine
from tracker.store.record_store import Store

pytestmark = pytest.mark.forced_to_disk

EXPECTED = {"foreign_keys": 1, "journal_mode": "delete", "synchronous": 2, "secure_delete": 1, "trusted_schema": 0}
COMMITS = 5
CHILD = f"""
import sys
from pathlib import Path
from tests import builders as build
from tracker.services import editing
with build.open_store(Path(sys.argv[1])) as store:
    motion = store.find("M-1")
    sys.stderr.write("counting starts\\n")
    sys.stderr.flush()
    for number in range({COMMITS}):
        motion = build.change(store, motion, theme=str(number))
"""


def _pragma(connection: object, name: str) -> object:
    return connection.execute(f"PRAGMA {name}").fetchone()[0]  # type: ignore[attr-defined]


@pytest.mark.parametrize("read_only", [False, True])
@pytest.mark.parametrize("name", EXPECTED)
def test_every_connection_follows_the_pragmas(store: Store, path: Path, name: str, *, read_only: bool) -> None:
    build.motion(store)
    engine = open_engine(path, read_only=read_only)
    connections = [engine.raw_connection() for _ in range(3)]
    try:
        assert [_pragma(one, name) for one in map(_dbapi, connections)] == [EXPECTED[name]] * 3
    finally:
        for connection in connections:
            connection.close()
        engine.dispose()


def _dbapi(connection: object) -> object:
    return connection.dbapi_connection  # type: ignore[attr-defined]


def test_the_pragmas_that_are_asserted_are_those_that_are_set() -> None:
    assert PRAGMAS == EXPECTED


def test_an_open_store_follows_the_pragmas(store: Store) -> None:
    with store.read() as connection:
        found = {name: connection.exec_driver_sql(f"PRAGMA {name}").scalar() for name in EXPECTED}
    assert found == EXPECTED


def test_a_new_register_leaves_no_second_file_that_a_copy_could_miss(store: Store, path: Path) -> None:
    build.motion(store)
    assert not [one.name for one in path.parent.iterdir() if one.name.endswith(("-wal", "-shm", "-journal"))]


@pytest.mark.skipif(shutil.which("strace") is None, reason="strace, which counts the calls, is not installed")
def test_each_commit_is_forced_to_disk_at_least_twice(store: Store, path: Path, tmp_path: Path) -> None:
    build.motion(store)
    store.close()
    trace = tmp_path / "trace"
    command = ["strace", "-f", "-e", "trace=fsync,fdatasync,write", "-o", str(trace)]
    done = subprocess.run(
        [*command, sys.executable, "-c", CHILD, str(path)], check=False, capture_output=True, text=True
    )
    if "ptrace" in done.stderr.lower():
        pytest.skip("this machine does not let strace trace")
    assert done.returncode == 0, done.stderr
    after_start = trace.read_text(errors="replace").partition("counting starts")[2]
    assert after_start.count("sync(") >= 2 * COMMITS
