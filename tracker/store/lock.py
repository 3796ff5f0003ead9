"""One writer at a time: a lock beside the register that dies with its holder, and a note that says who that is."""

from __future__ import annotations

import errno
import getpass
import json
import os
import socket
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from filelock import FileLock, Timeout

from tracker.basics.errors import HeldByOther
from tracker.basics.language import Text


@dataclass(frozen=True, slots=True)
class Holder:
    """Who has the register open for writing."""

    name: str
    host: str
    since: str

    @property
    def words(self) -> Text:
        """Give the holder in a sentence: ``anna (laptop-7, sinds 09:12)``."""
        if not self.name:
            return Text("een ander programma", "another program")
        return Text(f"{self.name} ({self.host}, sinds {self.since})", f"{self.name} ({self.host}, since {self.since})")


UNKNOWN_HOLDER = Holder("", "", "")


def held_by(register: Path, holder: Holder) -> HeldByOther:
    """Say that a register is in use, and what one can do: on this computer by oneself, or elsewhere by another."""
    if (holder.name, holder.host) == (getpass.getuser(), socket.gethostname()):
        return HeldByOther(
            f"{register.name} is al open in een ander venster of programma van u op deze computer (sinds "
            f"{holder.since}). U kunt hier kijken, niet wijzigen. Ga naar dat venster, of sluit het en "
            "probeer opnieuw.",
            f"{register.name} is open already in another window or program of yours on this computer (since "
            f"{holder.since}). You can look here, not change. Go to that window, or close it and try again.",
        )
    return HeldByOther(
        f"{register.name} is in gebruik bij {holder.words.nl}. U kunt kijken, niet wijzigen. "
        "Sluit het daar, of probeer het later.",
        f"{register.name} is in use by {holder.words.en}. You can look, not change. Close it there, or try "
        "again later.",
    )


class WriterLock:
    """The right to write to a register, from ``take`` until ``release`` or until the process ends.

    The operating system drops the lock of a process that died, so it is taken over without asking.
    """

    def __init__(self, register: Path) -> None:
        self._lock = FileLock(register.with_name(f".{register.name}.lock"), timeout=0, mode=0o600)
        self._note = register.with_name(f".{register.name}.holder")

    def take(self) -> Holder | None:
        """Take the lock. Gives None on success, or who holds it. Raises OSError where the folder is closed to us."""
        try:
            self._lock.acquire()
        except Timeout:
            return self._read_note()
        note = {
            "name": getpass.getuser(),
            "host": socket.gethostname(),
            "since": f"{datetime.now(UTC).astimezone():%H:%M}",
        }
        try:
            self._write_note(json.dumps({**note, "pid": os.getpid()}))
        except OSError as error:
            self._note.unlink(missing_ok=True)
            if error.errno not in {errno.ENOSPC, errno.EDQUOT}:
                self._lock.release()
                raise
            # on a full disk one can still read, delete and make room; a second program hears of "another program"
        return None

    def release(self) -> None:
        """Give the lock back; harmless when it is not held."""
        if not self._lock.is_locked:
            return
        self._note.unlink(missing_ok=True)
        self._lock.release()

    def _write_note(self, words: str) -> None:
        with open(os.open(self._note, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w", encoding="utf-8") as file:  # noqa: PTH123 - Path cannot give a mode
            file.write(words)

    def _read_note(self) -> Holder:
        try:
            note = json.loads(self._note.read_text(encoding="utf-8"))
            return Holder(note["name"], note["host"], note["since"])
        except (OSError, ValueError, KeyError):
            return UNKNOWN_HOLDER
