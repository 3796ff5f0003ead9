"""The copies of a register that lie beside it: those of each day, and those to which somebody gave a name."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from tracker.basics.errors import InvalidValue
from tracker.basics.language import Text
from tracker.records.change import Source, Step
from tracker.records.step_labels import StepLabel
from tracker.store import backup
from tracker.store.damage import backups_of, reason_of, stamp_of
from tracker.store.record_store import Store

_REASONS = {
    "eerste wijziging": Text("voor de eerste wijziging van die dag", "before the first change of that day"),
    "voor terugzetten": Text("voor een kopie werd teruggezet", "before a copy was put back"),
}
_OLDER = re.compile(r"voor schema (\d+)")
_NO_FILE_NAME = re.compile(r'[\\/:*?"<>|\x00-\x1f]')
_LONGEST_NAME = 80


@dataclass(frozen=True, slots=True)
class Copy:
    """A copy of the register as it was ``at`` a moment. ``steps_since``: what was done after it, in steps."""

    path: Path
    at: datetime
    why: Text
    is_named: bool
    size_bytes: int
    steps_since: int


def copies_of(store: Store) -> list[Copy]:
    """Give the copies that lie beside the register, the newest first."""
    return [
        Copy(path, at := stamp_of(path), _why(path), _is_named(path), path.stat().st_size, store.steps_since(at))
        for path in backups_of(store.path)
    ]


def keep_copy(store: Store, name: str) -> Path:
    """Make a copy of the register as it is now, with a name; it stays until somebody takes it away.

    Raises InvalidValue without a name, else what making a backup raises.
    """
    kept = " ".join(_NO_FILE_NAME.sub(" ", name).split())[:_LONGEST_NAME].rstrip(". ")
    if not kept:
        raise InvalidValue("Geef de kopie een naam.", "Give the copy a name.")
    made = backup.dated_backup(store.path, datetime.now(UTC).astimezone(), f"{backup.NAMED}{kept}")
    if store.read_only_because is None:
        store.apply(Step(StepLabel.BACKUP(name=made.name), (), Source.SYSTEM, undoable=False))
    return made


def _is_named(path: Path) -> bool:
    return reason_of(path).startswith(backup.NAMED)


def _why(path: Path) -> Text:
    reason = reason_of(path)
    if _is_named(path):
        return Text.same(reason.removeprefix(backup.NAMED))
    if older := _OLDER.fullmatch(reason):
        return Text(f"voor de nieuwe versie (schema {older[1]})", f"before the new version (schema {older[1]})")
    return _REASONS.get(reason, Text.same(reason))
