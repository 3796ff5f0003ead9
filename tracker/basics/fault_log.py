"""A fault of the program itself, written down so that its maker can mend it, without a word from the register."""

from __future__ import annotations

import os
import platform
import traceback
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType

from tracker import __version__
from tracker.basics.paths import user_folder

LOG_NAME = "tracker.log"


def fault_report(kind: type[BaseException], where: TracebackType | None, libraries: str = "") -> str:
    """Describe a fault: versions, its class and its way through the code; no values, for they may be personal."""
    beside = f", {libraries}" if libraries else ""
    lines = [
        f"Tracker {__version__}, {datetime.now(UTC):%Y-%m-%d %H:%M} UTC",
        f"Python {platform.python_version()}{beside}, {platform.platform()}",
        "",
        "Traceback (most recent call last):",
        *(line.rstrip("\n") for line in traceback.format_tb(where)),
        kind.__name__,
    ]
    return "\n".join(lines) + "\n"


def write_fault(report: str, log_file: Path | None = None) -> Path | None:
    """Add a report to the log in the user's folder and give that file, or None where it cannot be written."""
    target = log_file or user_folder() / LOG_NAME
    try:
        with open(target, "a", encoding="utf-8", opener=_for_its_owner) as file:
            file.write(f"{report}\n")
    except OSError:
        return None
    return target


def _for_its_owner(path: str, flags: int) -> int:
    return os.open(path, flags, 0o600)
