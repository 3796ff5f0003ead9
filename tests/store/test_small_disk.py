"""Faults 3 and 4 on a real disk of two megabytes, where the system can make one."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

IN_SMALL_DISK = 'mount -t tmpfs -o size=2m none "$1" && shift && exec "$@"'


def test_a_disk_that_fills_up_costs_nothing_that_was_saved(tmp_path: Path) -> None:
    namespace = ["unshare", "-rm", "sh", "-c", IN_SMALL_DISK, "sh", str(tmp_path)]
    if shutil.which("unshare") is None or subprocess.run([*namespace, "true"], check=False).returncode:
        pytest.skip("this system makes no small disk for somebody without rights")
    child = [sys.executable, "-m", "tests.store.small_disk", str(tmp_path)]
    done = subprocess.run([*namespace, *child], check=False, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
