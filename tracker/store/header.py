"""The head of a register file, read as bytes: whose it is and which version, without opening or touching it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from tracker.basics.errors import DamagedRegister, MissingRegister, NewerRegister, NotARegister

APPLICATION_ID = 0x54524B52  # "TRKR", in SQLite's header at byte 68
SCHEMA_VERSION = 4
"""The version of the schema that this program writes; ``user_version`` in the header, at byte 60."""

_MAGIC = b"SQLite format 3\x00"
_HEADER_BYTES = 100


@dataclass(frozen=True, slots=True)
class Header:
    """What the head of the file tells."""

    application_id: int
    schema_version: int


def read_header(path: Path) -> Header:
    """Read and judge the head of a register. Raises a child of CannotOpen; never changes the file.

    Source of the positions: the SQLite file format, section 1.3.
    """
    head = _first_bytes(path)
    if not head:
        raise NotARegister(
            f"{path.name} is leeg en dus geen register. Kies een ander bestand, of zet een reservekopie terug.",
            f"{path.name} is empty and so no register. Choose another file, or restore a backup.",
        )
    if len(head) < _HEADER_BYTES or not head.startswith(_MAGIC):
        raise _not_ours(path, head)
    header = Header(
        application_id=int.from_bytes(head[68:72], "big"), schema_version=int.from_bytes(head[60:64], "big")
    )
    if header.application_id != APPLICATION_ID:
        raise NotARegister(
            f"{path.name} is een database van een ander programma. Kies een register van dit programma.",
            f"{path.name} is a database of another program. Choose a register of this program.",
        )
    if header.schema_version < 1:
        raise DamagedRegister(
            f"De kop van {path.name} is beschadigd: de versie ontbreekt. Het bestand is niet aangeraakt. "
            "Zet een reservekopie terug.",
            f"The head of {path.name} is damaged: its version is missing. The file was not touched. Restore a backup.",
        )
    if header.schema_version > SCHEMA_VERSION:
        raise NewerRegister(
            f"{path.name} is gemaakt met een nieuwere versie (schema {header.schema_version}; deze versie kent "
            f"{SCHEMA_VERSION}). Werk het programma bij.",
            f"{path.name} was made by a newer version (schema {header.schema_version}; this version knows "
            f"{SCHEMA_VERSION}). Update the program.",
        )
    _refuse_truncated(path, head)
    return header


def _first_bytes(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(_HEADER_BYTES)
    except FileNotFoundError as error:
        raise MissingRegister(
            f"Er is geen register {path}. Kijk of het is verplaatst, of maak er een met: tracker new {path.name}",
            f"There is no register {path}. See if it was moved, or make one with: tracker new {path.name}",
        ) from error
    except IsADirectoryError as error:
        raise NotARegister(
            f"{path} is een map. Kies het bestand van het register.", f"{path} is a folder. Choose the register's file."
        ) from error
    except PermissionError as error:
        raise NotARegister(
            f"U mag {path} niet lezen. Vraag de eigenaar om toegang.", f"You may not read {path}. Ask its owner."
        ) from error


def _not_ours(path: Path, head: bytes) -> NotARegister:
    what = ("een Excel-bestand", "an Excel file") if head.startswith(b"PK") else ("geen register", "no register")
    return NotARegister(
        f"{path.name} is {what[0]} van dit programma, of de kop is beschadigd. Het bestand is niet aangeraakt. "
        "Kies een ander bestand, of zet een reservekopie terug.",
        f"{path.name} is {what[1]} of this program, or its head is damaged. The file was not touched. "
        "Choose another file, or restore a backup.",
    )


def _refuse_truncated(path: Path, head: bytes) -> None:
    """Compare the size that the head tells (pages × page size) with the file's own; a lost end is damage.

    Not where a journal stands beside it: a writer was killed between the head and the end, and SQLite puts the file
    back as it was when it is opened (the SQLite file format, section 3, the rollback journal).
    """
    if _has_journal(path):
        return
    page_bytes = int.from_bytes(head[16:18], "big")
    page_bytes = 65536 if page_bytes == 1 else page_bytes
    pages = int.from_bytes(head[28:32], "big")
    counter_agrees = head[24:28] == head[92:96]
    if counter_agrees and path.stat().st_size < pages * page_bytes:
        raise DamagedRegister(
            f"Het einde van {path.name} ontbreekt. Het bestand is niet aangeraakt. Zet een reservekopie terug.",
            f"The end of {path.name} is missing. The file was not touched. Restore a backup.",
        )


def _has_journal(path: Path) -> bool:
    try:
        return path.with_name(f"{path.name}-journal").stat().st_size > 0
    except OSError:
        return False
