"""Reading files in a process of its own: a large workbook holds the interpreter for seconds. No Qt here."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from tracker.records.proposal import FileReading
from tracker.services.importing.files import read_file
from tracker.ui.jobs.child import Progress


def read(progress: Progress, paths: tuple[Path, ...], today: date) -> list[FileReading]:
    """Read every file into proposals. Raises CannotRead for the first that cannot be taken in."""
    readings = []
    for path in paths:
        progress(0, 0)
        readings.append(read_file(path, today=today, progress=progress))
    return readings
