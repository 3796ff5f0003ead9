"""Dated copies of a register in a folder of their own, made by SQLite's own backup and checked afterwards."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import datetime, timedelta
from pathlib import Path

from tracker.basics.errors import CannotWrite, DamagedRegister
from tracker.basics.whole_file import replacing
from tracker.store.damage import backup_folder, backups_of, is_backup, is_whole, reason_of, refuse_broken, stamp_of

KEEP_DAYS = 90
"""How long backups stay unless the register's setting ``backup_days`` says otherwise."""

NAMED = "kopie "
"""How the reason of a backup begins to which somebody gave a name; those stay until somebody takes them away."""
_PAGES_A_STEP = 2000

Progress = Callable[[int, int], None]
"""Told how far a long task is: (done, all). May raise Cancelled."""


def copy_register(register: Path, target: Path, progress: Progress | None = None) -> Path:
    """Copy a register, also one in use, to a new place; the copy is checked before it takes its name.

    Raises DiskFull, CannotWrite, DamagedRegister, Cancelled; then the target is as it was.
    """
    with replacing(target) as beside:
        _copy_pages(register, beside, progress)
        refuse_broken(beside)
    return target


def copy_open(connection: sqlite3.Connection, target: Path) -> Path:
    """Copy what an open connection sees, also where its file has no name any more. Raises as ``copy_register``."""
    with replacing(target) as beside:
        with closing(sqlite3.connect(beside)) as write:
            connection.backup(write)
        refuse_broken(beside)
    return target


def dated_backup(register: Path, now: datetime, why: str) -> Path:
    """Make a backup in the register's own folder, named after the moment and the reason."""
    folder = backup_folder(register)
    try:
        folder.mkdir(mode=0o700, exist_ok=True)
    except OSError as error:
        raise CannotWrite(
            f"De map {folder} kan niet worden gemaakt ({error.strerror}).",
            f"The folder {folder} cannot be made ({error.strerror}).",
        ) from error
    return copy_register(register, folder / f"{now:%Y-%m-%d_%H%M%S} {why}.db")


def has_backup_of(register: Path, now: datetime) -> bool:
    """Tell whether a backup was made on this day already."""
    # by the name alone: this is asked at every step
    return any(is_backup(path) for path in backup_folder(register).glob(f"{now:%Y-%m-%d}*.db"))


def prune(register: Path, now: datetime, keep_days: int = KEEP_DAYS) -> list[Path]:
    """Delete backups past their term, only in the register's own folder; the newest stays, and those with a name."""
    limit = now - timedelta(days=keep_days)
    old = [
        path for path in backups_of(register)[1:] if stamp_of(path) < limit and not reason_of(path).startswith(NAMED)
    ]
    for path in old:
        path.unlink(missing_ok=True)
    return old


def restore(copy: Path, register: Path, now: datetime) -> Path | None:
    """Put a checked copy in the register's place. Gives where the state until now was kept, None if there was none.

    A damaged register is kept as it is, byte by byte, in the backup folder.
    """
    refuse_broken(copy)
    kept = None
    if register.exists():
        kept = _keep_aside(register, now)
    copy_register(copy, register)
    return kept


def _keep_aside(register: Path, now: datetime) -> Path:
    if is_whole(register):
        return dated_backup(register, now, "voor terugzetten")
    folder = backup_folder(register)
    folder.mkdir(mode=0o700, exist_ok=True)
    aside = folder / f"{register.stem} beschadigd {now:%Y-%m-%d_%H%M%S}.bewaard"
    with replacing(aside) as beside:
        beside.write_bytes(register.read_bytes())
    return aside


def _copy_pages(source: Path, target: Path, progress: Progress | None) -> None:
    def told(_status: int, remaining: int, total: int) -> None:
        if progress is not None:
            progress(total - remaining, total)

    with (
        closing(sqlite3.connect(f"{source.absolute().as_uri()}?mode=ro", uri=True)) as read,
        closing(sqlite3.connect(target)) as write,
    ):
        # ``replacing`` forces the copy to disk and only then gives it its name; until then it may be lost
        write.execute("PRAGMA synchronous = OFF")
        try:
            read.backup(write, pages=_PAGES_A_STEP, progress=told)
        except sqlite3.Error as error:
            if "full" in str(error):
                raise OSError(28, os.strerror(28)) from error  # ENOSPC, put into words by ``replacing``
            raise DamagedRegister(
                f"{source.name} kon niet worden gekopieerd: {error}.", f"{source.name} could not be copied: {error}."
            ) from error
