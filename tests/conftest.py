"""What every test starts from: folders of its own, a user of its own, and registers that are closed afterwards."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import Connection, Engine, event

from tests import builders as build
from tests.compiled_once import CompiledOnce
from tracker.store.engine import PRAGMAS
from tracker.store.record_store import Store

_compiled = CompiledOnce()


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line("markers", "forced_to_disk: the test is about what is forced to disk, so let it be.")


@event.listens_for(Engine, "engine_connect")
def _compile_once(connection: Connection) -> None:
    connection.execution_options(compiled_cache=_compiled)


@pytest.fixture(autouse=True)
def _own_surroundings(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep tests away from the registers and settings of whoever runs them."""
    monkeypatch.setenv("TRACKER_HOME", str(tmp_path_factory.mktemp("home")))
    monkeypatch.setenv("TRACKER_USER", build.ACTOR)
    monkeypatch.delenv("TRACKER_REGISTER", raising=False)


@pytest.fixture(autouse=True)
def _nothing_forced_to_disk(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the system write when it likes: no test cuts the power, and waiting for the disk is half of a short one."""
    if request.node.get_closest_marker("forced_to_disk") is None:
        monkeypatch.setitem(PRAGMAS, "synchronous", 0)
        monkeypatch.setattr(os, "fsync", lambda _handle: None)


@pytest.fixture
def clock() -> build.FixedClock:
    return build.FixedClock()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where ``store`` lies."""
    return tmp_path / "register.db"


@pytest.fixture
def store(path: Path, clock: build.FixedClock) -> Iterator[Store]:
    """An empty register, open for writing."""
    with build.new_store(path, clock=clock) as opened:
        yield opened
