"""From a file to what it proposes: recognised by what is in it, and handed to the reader of its sort."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from tracker.basics.errors import CannotRead

if TYPE_CHECKING:
    from tracker.records.kind import Kind
    from tracker.records.proposal import FileReading

Progress = Callable[[int, int], None]


def read_file(path: Path, *, today: date, progress: Progress | None = None) -> FileReading:
    """Read a file of any sort into proposals; ``today`` stands for the day of what has none of its own.

    ``progress`` hears how much of how much was read, and may raise Cancelled. Raises CannotRead.
    """
    return read_open_data(path)


Progress = Callable[[int, int], None]
"""Hears how much of how much was read; may raise Cancelled."""


def read_file(
    path: Path, *, today: date, kind: Kind | None = None, mapping: Path | None = None, progress: Progress | None = None
) -> FileReading:  # fmt: skip
    """Read a file of any sort that is taken in. Raises CannotRead, with what to do, for one that is not.

    ``kind`` says what is in a workbook, ``mapping`` is a saved mapping of its columns; others need neither.
    """
    from tracker.exchange.incoming.recognising import OPEN_DATA, WORKBOOKS, recognise
    from tracker.exchange.incoming.register_workbook import is_register_workbook, read_register_workbook
    from tracker.exchange.incoming.sheet_extent import guard_sheets

    sort = recognise(path)
    if sort in OPEN_DATA:
        return read_open_data(path)
    if sort in WORKBOOKS and is_register_workbook(path):
        guard_sheets(path, sort)
        return read_register_workbook(path, progress)
    raise CannotRead(f"“{path.name}” kan nog niet worden gelezen.", f"“{path.name}” cannot be read yet.")


def read_open_data(path: Path) -> FileReading:
    """Read a file of a Chamber's open data. Raises CannotRead where it is another sort of file, or no such data."""
    from tracker.exchange.incoming.open_data.reading import read_open_data as read  # heavy: the classes of all kinds
    from tracker.exchange.incoming.recognising import OPEN_DATA, recognise

    sort = recognise(path)
    if sort not in OPEN_DATA:
        raise CannotRead(
            f"“{path.name}” is geen open data van de Kamer. Kies een .json, of een .zip met zulke pagina’s.",
            f"“{path.name}” is no open data of the Chamber. Choose a .json, or a .zip of such pages.",
        )
    return read(path, sort)
