"""A throw-away copy of the checkout, and one with its environment made, for the tests of the bootstrap."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest
from filelock import FileLock

from tests.bootstrap.copied_checkout import CopiedCheckout


@pytest.fixture
def checkout(tmp_path: Path) -> CopiedCheckout:
    """A copy that was never started."""
    return CopiedCheckout.make(tmp_path / "program")


@pytest.fixture(scope="session")
def _made_once(tmp_path_factory: pytest.TempPathFactory) -> CopiedCheckout:
    """Start a copy once for all workers: making an environment costs seconds."""
    base = tmp_path_factory.getbasetemp()
    folder = (base.parent if "PYTEST_XDIST_WORKER" in os.environ else base) / "made-once"
    with FileLock(f"{folder}.lock"):
        if (folder / "first-start.txt").exists():
            return CopiedCheckout(folder)
        shutil.rmtree(folder, ignore_errors=True)
        made = CopiedCheckout.make(folder)
        done = made.start("tracker", "list")
        (folder / "first-start.txt").write_text(done.stdout + done.stderr, encoding="utf-8")
    return made


@pytest.fixture
def started_checkout(_made_once: CopiedCheckout, tmp_path: Path) -> CopiedCheckout:
    """A copy that was started before and has its environment."""
    folder = tmp_path / "program"
    shutil.copytree(_made_once.folder, folder, symlinks=True)
    return CopiedCheckout(folder)
