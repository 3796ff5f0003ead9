"""Which deadlines this user wrote to an agenda before, so that what is met or withdrawn can be taken out of it again.

It is kept with the user and not in the register: an agenda is personal. It holds ids and days, and no words.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path

from tracker.basics.errors import TrackerError
from tracker.basics.paths import user_folder
from tracker.basics.whole_file import replacing


@dataclass(frozen=True, slots=True)
class Exported:
    """A deadline as it was last written: its record, its day, the SEQUENCE, and whether it was cancelled."""

    record_id: int
    day: date
    sequence: int
    cancelled: bool = False


def exported_before(register: str) -> dict[int, Exported]:
    """Give what was written from the register of this identity, by deadline; a file that makes no sense is nothing."""
    try:
        found = json.loads(_file(register).read_text(encoding="utf-8"))
        return {
            int(deadline_id): Exported(
                int(one["record_id"]), date.fromisoformat(one["day"]), int(one["sequence"]), bool(one["cancelled"])
            )
            for deadline_id, one in found.items()
        }
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return {}


def remember_exported(register: str, exported: Mapping[int, Exported]) -> None:
    """Keep what was written. A folder that is closed to us costs only this."""
    kept = {str(deadline_id): {**asdict(one), "day": one.day.isoformat()} for deadline_id, one in exported.items()}
    try:
        with replacing(_file(register)) as beside:
            beside.write_text(json.dumps(kept), encoding="utf-8")
    except TrackerError:
        return


def _file(register: str) -> Path:
    folder = user_folder() / "agendas"
    folder.mkdir(parents=True, exist_ok=True)
    return folder / f"{re.sub(r'[^0-9A-Za-z-]', '-', register)}.json"
