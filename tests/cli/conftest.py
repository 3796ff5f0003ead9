"""A register filled with the sample, and a way to call the command line on it."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tracker.cli.parser import parse
from tracker.cli.running import execute
from tracker.services.opening import new_sample

Call = Callable[..., Any]


@pytest.fixture(scope="session")
def sample_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make the sample register once; tests work on copies."""
    path = tmp_path_factory.mktemp("sample") / "sample.db"
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("TRACKER_HOME", str(path.parent / "home"))
        patch.setenv("TRACKER_USER", "Test Gebruiker")
        new_sample(path).close()
    return path


@pytest.fixture
def register(sample_file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give a copy of the sample register, also as TRACKER_REGISTER."""
    path = tmp_path / "register.db"
    shutil.copy(sample_file, path)
    monkeypatch.setenv("TRACKER_REGISTER", str(path))
    return path


@pytest.fixture
def run(register: Path, capsys: pytest.CaptureFixture[str]) -> Call:
    """Call the command line with --json and give the document; the status must be 0 unless another is expected."""

    def call(*words: str, status: int = 0) -> Any:
        capsys.readouterr()
        assert execute(parse([*words, "--json"])) == status
        printed = capsys.readouterr()
        return json.loads(printed.out) if printed.out else printed.err

    return call
