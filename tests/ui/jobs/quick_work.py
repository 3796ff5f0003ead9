"""Work for the tests of jobs: without Qt, as all work is."""

from __future__ import annotations

import time
from pathlib import Path

from tracker.basics.errors import CannotWrite
from tracker.ui.jobs.child import Progress


def count(progress: Progress, upto: int) -> int:
    for number in range(upto):
        progress(number, upto)
    return upto


def go_on_until_stopped(progress: Progress, folder: Path) -> None:
    beside = folder / "half"
    beside.write_text("half")
    try:
        while True:
            progress(1, 2)
            time.sleep(0.01)
    finally:
        beside.unlink()


def refuse(progress: Progress) -> None:
    raise CannotWrite("Dat kan niet.", "That cannot be done.")


def break_down(progress: Progress) -> None:
    raise ValueError("a fault of the program")
