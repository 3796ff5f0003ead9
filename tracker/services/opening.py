"""Opening, making and restoring a register. Which one it is, ``recent`` tells."""

from __future__ import annotations

import os
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from tracker.basics.errors import CannotWrite, DamagedRegister, HeldByOther
from tracker.basics.language import Text
from tracker.basics.own_name import account_name, own_name
from tracker.basics.whole_file import writing_failed
from tracker.records.change import Source, Step
from tracker.records.step_labels import StepLabel
from tracker.services.recent import register_path, remember_register
from tracker.store import backup
from tracker.store.damage import backups_of, judged_header, refuse_broken, stamp_of
from tracker.store.engine import in_our_words
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
    "save_elsewhere",
    "user_name",
]


def open_register(path: Path, *, read_only: bool = False) -> Store:
    """Open a register as the user of this computer and remember it as the last one. Raises children of CannotOpen.

    One of an older version is opened for writing also when only reading was asked for: it is brought up to date first.
    """
    is_current = judged_header(path).schema_version == SCHEMA_VERSION
    account = "" if os.environ.get("TRACKER_USER") else account_name()
    store = Store.open(path, user_name(), account=account, read_only=read_only and is_current)
    remember_register(path)
    return store


def updated_words(store: Store) -> Text:
    """Say that a register was brought up to date when it was opened, and what that means for others."""
    return Text(
        f"{store.path.name} is bijgewerkt voor deze versie van het programma (schema {store.updated_from} is nu "
        f"{SCHEMA_VERSION}). Een kopie van de vorige staat bij de reservekopieën. Wie nog een oudere versie van het "
        "programma heeft, kan dit register niet meer openen.",
        f"{store.path.name} was brought up to date for this version of the program (schema {store.updated_from} is "
        f"now {SCHEMA_VERSION}). A copy of the one before is among the backups. Who still has an older version of the "
        "program cannot open this register any more.",
    )


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


def restore_register(copy: Path, register: Path, *, is_checked: bool = False) -> Path | None:
    """Put a checked backup in the register's place; gives where the state until now was kept.

    ``is_checked``: the copy was held against its log a moment ago (``refuse_spoiled``). Raises HeldByOther while
    another program has the register open, DamagedRegister for a broken copy.
    """
    lock = WriterLock(register)
    try:
        holder = lock.take()
    except OSError as error:
        raise writing_failed(register, error, in_folder=True) from error  # its lock lies beside it
    if holder is not None:
        raise HeldByOther(
            f"{register.name} is in gebruik bij {holder.words.nl}. Sluit het daar eerst.",
            f"{register.name} is in use by {holder.words.en}. Close it there first.",
        )
    try:
        if not is_checked:
            refuse_spoiled(copy)
        return backup.restore(copy, register, datetime.now(UTC).astimezone())
    finally:
        lock.release()


def refuse_spoiled(copy: Path) -> None:
    """Hold a copy against its own change log, as ``check`` does; it stays as it is. Raises a child of CannotOpen."""
    from tracker.store.integrity import check  # reads the whole register; only for this

    refuse_broken(copy)
    with TemporaryDirectory() as folder:
        tried = backup.copy_register(copy, Path(folder) / copy.name)  # an older one is brought up to date in there
        with Store.open(tried, user_name()) as store:
            problems = check(store)
    if problems:
        first = problems[0]
        raise DamagedRegister(
            f"{copy.name} is niet in orde ({first.where}: {first.what.nl}). Er is niets teruggezet. "
            "Kies een andere kopie.",
            f"{copy.name} is not in order ({first.where}: {first.what.en}). Nothing was restored. Choose another copy.",
        )


def back_up(
    store: Store, target: Path, progress: Callable[[int, int], None] | None = None, *, may_replace: bool = False
) -> Path:
    """Copy the register to a file of the user's choice, checked before it takes its name, and note it in the log.

    Raises CannotWrite for the register itself, and for a file that exists unless it may be replaced.
    """
    if target.exists():
        if target.samefile(store.path):
            raise CannotWrite(
                f"{target} is het register zelf. Kies een andere naam.",
                f"{target} is the register itself. Choose another name.",
            )
        if not may_replace:
            raise CannotWrite(
                f"{target} bestaat al en blijft zoals het is. Kies een andere naam.",
                f"{target} exists already and stays as it is. Choose another name.",
            )
    made = backup.copy_register(store.path, target, progress)
    if store.read_only_because is None:
        store.apply(Step(StepLabel.BACKUP(name=target.name), (), Source.SYSTEM, undoable=False))
    return made


def save_elsewhere(store: Store, target: Path) -> Path:
    """Write the open register to another file, also where its own was moved or deleted.

    Raises MovedRegister where the disk with the register is gone altogether, else what writing a file raises.
    """
    if target.exists() and store.moved() is None and target.samefile(store.path):
        raise CannotWrite(
            f"{target} is het register zelf. Kies een andere naam.",
            f"{target} is the register itself. Choose another name.",
        )
    with in_our_words(store.path), closing(store.engine.raw_connection()) as connection:
        return backup.copy_open(connection.driver_connection, target)  # type: ignore[arg-type]  # sqlite3's own


def newest_backup_at(register: Path) -> datetime | None:
    """Give when the newest backup of a register was made, as the user's clock shows it, or None."""
    return next((stamp_of(copy).astimezone() for copy in backups_of(register)), None)


def user_name() -> str:
    """Give the name under which this user's changes stand in the log, and which is offered as an owner."""
    return os.environ.get("TRACKER_USER") or own_name()
