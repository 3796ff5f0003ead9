"""What every test starts from: folders of its own, a user of its own, and registers that are closed afterwards."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests import builders as build
from tracker.store.record_store import Store


@pytest.fixture(autouse=True)
def _own_surroundings(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep tests away from the registers and settings of whoever runs them."""
    monkeypatch.setenv("TRACKER_HOME", str(tmp_path_factory.mktemp("home")))
    monkeypatch.setenv("TRACKER_USER", build.ACTOR)
    monkeypatch.delenv("TRACKER_REGISTER", raising=False)


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
