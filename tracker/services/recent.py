"""Which register to work with, and those opened lately. Light: read at every start, before the first paint."""

from __future__ import annotations

import json
import os
from pathlib import Path

from tracker.basics.paths import user_folder
from tracker.basics.whole_file import replacing

DEFAULT_NAME = "register.db"
RECENT_KEPT = 10


def register_path(named: str | None) -> Path:
    """Give the register to use: the one named, else TRACKER_REGISTER, else the one opened last, else the default."""
    chosen = named or os.environ.get("TRACKER_REGISTER")
    if chosen:
        return Path(chosen)
    return next((path for path in recent_registers() if path.exists()), user_folder() / DEFAULT_NAME)


def register_for_window(named: str | None) -> Path:
    """Give the register that a window starts with. Unlike ``register_path`` never silently another than the last."""
    chosen = named or os.environ.get("TRACKER_REGISTER")
    if chosen:
        return Path(chosen)
    return next(iter(recent_registers()), user_folder() / DEFAULT_NAME)


def recent_registers() -> list[Path]:
    """Give the registers opened lately, last one first, whether or not they still exist."""
    try:
        found = json.loads(_recent_file().read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return []
    return [Path(name) for name in found if isinstance(name, str)] if isinstance(found, list) else []


def remember_register(path: Path) -> None:
    """Put a register at the head of the list of those opened lately."""
    whole = path.absolute()
    paths = [whole, *(other for other in recent_registers() if other != whole)][:RECENT_KEPT]
    with replacing(_recent_file()) as beside:
        beside.write_text(json.dumps([str(one) for one in paths]), encoding="utf-8")


def forget_register(path: Path) -> None:
    """Take a register off the list of those opened lately; the file itself is left alone."""
    kept = [other for other in recent_registers() if other != path.absolute()]
    with replacing(_recent_file()) as beside:
        beside.write_text(json.dumps([str(one) for one in kept]), encoding="utf-8")


def _recent_file() -> Path:
    return user_folder() / "recent.json"
