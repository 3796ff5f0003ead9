"""What to say of a damaged register: which of its backups is the newest good one."""

from __future__ import annotations

import re
import sqlite3
from contextlib import closing
from datetime import datetime
from pathlib import Path

from tracker.basics.errors import CannotOpen, DamagedRegister, MissingRegister, NewerRegister, TrackerError
from tracker.store.header import Header, read_header

_STAMP = re.compile(r"\d{4}-\d{2}-\d{2}_\d{6}")


def judged_header(path: Path) -> Header:
    """Read the head of a register; one that is damaged and has good backups names the newest of them.

    Raises children of CannotOpen; the file is never changed.
    """
    try:
        return read_header(path)
    except (MissingRegister, NewerRegister):
        raise
    except CannotOpen as error:
        copy = newest_backup(path)
        if copy is None:
            raise
        raise damaged(path, copy) from error


def backup_folder(register: Path) -> Path:
    """Give the folder of a register's backups, beside it."""
    return register.with_name(f"{register.stem}-reservekopieen")


def backups_of(register: Path) -> list[Path]:
    """Give the backups of a register, newest first, whether good or not."""
    folder = backup_folder(register)
    if not folder.is_dir():
        return []
    return sorted(filter(is_backup, folder.glob("*.db")), key=stamp_of, reverse=True)


def is_backup(path: Path) -> bool:
    """Tell by its name whether a file in that folder is a backup."""
    return _STAMP.match(path.name) is not None


def stamp_of(copy: Path) -> datetime:
    """Give the local moment at which a backup was made, from its name."""
    return datetime.strptime(copy.name[:17], "%Y-%m-%d_%H%M%S").astimezone()


def reason_of(copy: Path) -> str:
    """Give why a backup was made, from its name: *eerste wijziging*; *kopie voor de brief* where somebody named it."""
    return copy.stem[17:].strip()


def newest_backup(register: Path) -> Path | None:
    """Give the newest backup that is whole, or None."""
    return next((path for path in backups_of(register) if is_whole(path)), None)


def is_whole(path: Path) -> bool:
    """Tell whether a file is a register whose pages SQLite finds in order."""
    try:
        refuse_broken(path)
    except TrackerError:
        return False
    return True


def refuse_broken(path: Path) -> None:
    """Look at head and pages. Raises a child of CannotOpen."""
    read_header(path)
    try:
        with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)) as connection:
            answer = connection.execute("PRAGMA quick_check(1)").fetchone()[0]
    except sqlite3.DatabaseError as error:
        answer = str(error)
    if answer != "ok":
        raise DamagedRegister(
            f"{path.name} is beschadigd ({answer}). Kies een andere kopie.",
            f"{path.name} is damaged ({answer}). Choose another copy.",
        )


def damaged(path: Path, copy: Path | None) -> DamagedRegister:
    """Give the sentence for a damaged register, with the newest good backup where there is one."""
    if copy is None:
        return DamagedRegister(
            f"{path.name} is beschadigd en er is geen reservekopie gevonden. Het bestand is niet aangeraakt. "
            "Bewaar het en vraag uw beheerder om een kopie.",
            f"{path.name} is damaged and no backup was found. The file was not touched. "
            "Keep it and ask your administrator for a copy.",
        )
    return DamagedRegister(
        f"{path.name} is beschadigd. Het bestand is niet aangeraakt. De nieuwste goede reservekopie is {copy}. "
        f"Zet die terug met: tracker restore “{copy}”",
        f"{path.name} is damaged. The file was not touched. The newest good backup is {copy}. "
        f"Restore it with: tracker restore “{copy}”",
        copy,
    )
