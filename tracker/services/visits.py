"""When this user was last in a register, so that the start page can tell what changed since."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from tracker.basics.errors import TrackerError
from tracker.basics.paths import user_folder
from tracker.basics.whole_file import replacing

FIRST_VISIT_LOOKS_BACK = timedelta(days=7)
REGISTERS_KEPT = 50


@dataclass(frozen=True, slots=True)
class Visit:
    """From when on changes are new to the user, in UTC. The first time it is a week ago."""

    since: datetime
    is_first: bool


def last_visit(register: Path, now: datetime) -> Visit:
    """Give when the user was last in a register; a file that makes no sense counts as none."""
    try:
        since = datetime.fromisoformat(str(_read()[_name(register)])).astimezone(UTC)
    except (KeyError, ValueError):
        return Visit((now - FIRST_VISIT_LOOKS_BACK).astimezone(UTC), is_first=True)
    return Visit(since, is_first=False)


def remember_visit(register: Path, now: datetime) -> None:
    """Note that the user has seen a register up to this moment. A folder that is closed to us costs only this note."""
    kept: dict[str, object] = {_name(register): now.astimezone(UTC).isoformat()}
    kept |= {name: at for name, at in _read().items() if name not in kept}
    try:
        with replacing(_file()) as beside:
            beside.write_text(json.dumps(dict(list(kept.items())[:REGISTERS_KEPT])), encoding="utf-8")
    except TrackerError:
        return


def _read() -> dict[str, object]:
    try:
        found = json.loads(_file().read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return found if isinstance(found, dict) else {}


def _name(register: Path) -> str:
    return str(register.absolute())


def _file() -> Path:
    return user_folder() / "visits.json"
