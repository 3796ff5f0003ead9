"""Opening, making and restoring a register. Which one it is, ``recent`` tells."""

from __future__ import annotations

import getpass
import os
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from tracker.basics.errors import HeldByOther
from tracker.basics.whole_file import writing_failed
from tracker.services.recent import register_path, remember_register
from tracker.store import backup
from tracker.store.damage import backups_of, judged_header, stamp_of
from tracker.store.header import SCHEMA_VERSION
from tracker.store.lock import WriterLock
from tracker.store.record_store import Store

__all__ = [
    "back_up",
    "new_register",
    "new_sample",
    "newest_backup_at",
    "open_register",
    "register_path",
    "restore_register",
    "user_name",
]


def open_register(path: Path, *, read_only: bool = False) -> Store:
    """Open a register as the user of this computer and remember it as the last one. Raises children of CannotOpen.

    One of an older version is opened for writing also when only reading was asked for: it is brought up to date first.
    """
    is_current = judged_header(path).schema_version == SCHEMA_VERSION
    store = Store.open(path, user_name(), read_only=read_only and is_current)
    remember_register(path)
    return store


def new_register(path: Path) -> Store:
    """Make an empty register and open it. Raises CannotWrite where the file exists."""
    store = Store.new(path, user_name())
    remember_register(path)
    return store


def new_sample(path: Path) -> Store:
    """Make a register filled with the sample. A failure leaves no file behind."""
    from tracker.services.sample import fill_with_sample  # reads TOML; only for this

    store = new_register(path)
    try:
        fill_with_sample(store)
    except BaseException:
        store.close()
        path.unlink(missing_ok=True)
        raise
    return store


def restore_register(copy: Path, register: Path) -> Path | None:
    """Put a checked backup in the register's place; gives where the state until now was kept.

    Raises HeldByOther while another program has the register open, DamagedRegister for a broken copy.
    """
    lock = WriterLock(register)
    try:
        holder = lock.take()
    except OSError as error:
        raise writing_failed(register, error) from error
    if holder is not None:
        raise HeldByOther(
            f"{register.name} is in gebruik bij {holder.words.nl}. Sluit het daar eerst.",
            f"{register.name} is in use by {holder.words.en}. Close it there first.",
        )
    try:
        return backup.restore(copy, register, datetime.now(UTC).astimezone())
    finally:
        lock.release()


def back_up(store: Store, target: Path, progress: Callable[[int, int], None] | None = None) -> Path:
    """Copy the register to a file of the user's choice; checked before it takes its name."""
    return backup.copy_register(store.path, target, progress)


def newest_backup_at(register: Path) -> datetime | None:
    """Give when the newest backup of a register was made, as the user's clock shows it, or None."""
    return next((stamp_of(copy).astimezone() for copy in backups_of(register)), None)


def user_name() -> str:
    """Give the name under which this user's changes stand in the log."""
    return os.environ.get("TRACKER_USER") or getpass.getuser()
