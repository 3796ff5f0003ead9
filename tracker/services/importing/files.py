"""From a file to what it proposes: recognised by what is in it, and handed to the reader of its sort."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from tracker.basics.errors import CannotRead

if TYPE_CHECKING:
    from datetime import date

    from tracker.records.proposal import FileReading
    from tracker.records.recess import Calendar


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


def read_letter(path: Path, on: date | None, calendar: Calendar) -> FileReading:
    """Read a letter (.docx, .txt, .pdf). Raises CannotRead where it is another sort of file, or a damaged one.

    ``on`` is the day of the letter where it names none itself; deadlines are read by the register's ``calendar``.
    """
    from tracker.exchange.incoming.letter.reading import read_letter as read  # heavy: the classes of all kinds
    from tracker.exchange.incoming.recognising import LETTERS, recognise

    sort = recognise(path)
    if sort not in LETTERS:
        raise CannotRead(
            f"“{path.name}” is geen brief. Kies een .docx, .pdf of .txt.",
            f"“{path.name}” is no letter. Choose a .docx, .pdf or .txt.",
        )
    return read(path, sort, on, calendar)
