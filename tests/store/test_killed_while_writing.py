"""Fault 1: whoever is killed while writing loses nothing that was acknowledged."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests import builders as build
from tracker.records.filter import Filter
from tracker.store.integrity import check
from tracker.store.record_store import Store

ROUNDS = 100


@pytest.mark.skipif(not hasattr(os, "fork"), reason="workers are forked, which Windows cannot")
def test_a_hundred_kills_lose_nothing_that_was_acknowledged(store: Store, path: Path) -> None:
    build.motion(store)
    store.close()
    command = [sys.executable, "-m", "tests.store.killed_writer", str(path), str(ROUNDS), "1"]
    done = subprocess.run(command, check=False, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    said = done.stdout.splitlines()
    assert len(said) > ROUNDS
    made = {line for line in said if not line.startswith("M-1 ")}
    themes = [line.removeprefix("M-1 ") for line in said if line.startswith("M-1 ")]
    with build.open_store(path) as opened:
        assert check(opened) == []
        kept = {row.reference for row in opened.summaries(opened.order(Filter(), build.TODAY))}
        logged = {line.change.after["theme"] for line in opened.history(1) if line.change.after}
    assert made <= kept
    assert set(themes) <= logged
