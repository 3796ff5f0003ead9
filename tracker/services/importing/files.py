"""From a file to what it proposes: recognised by what is in it, and handed to the reader of its sort."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from tracker.basics.errors import CannotRead
from tracker.basics.garbage import left_alone
from tracker.records.open_page import incomplete_words
from tracker.records.proposal import THIS_LETTER
from tracker.services.deadline_words import recesses

if TYPE_CHECKING:
    from tracker.exchange.incoming.recognising import Format
    from tracker.exchange.incoming.workbook.mapping import Mapping
    from tracker.exchange.incoming.workbook.reading import Workbook
    from tracker.exchange.incoming.workbook.sheet_extent import Guarded
    from tracker.records.kind import Kind
    from tracker.records.proposal import FileReading
    from tracker.records.recess import Calendar

Progress = Callable[[int, int], None]
"""Hears how much of how much was read; may raise Cancelled."""


@dataclass(frozen=True, slots=True)
class LetterSource:
    """What reading a letter again needs."""

    path: Path
    sort: Format
    calendar: Calendar


@dataclass(frozen=True, slots=True)
class TakenFile:
    """A file that was read. The columns of a workbook can be sent elsewhere without reading it again."""

    reading: FileReading
    workbook: Workbook | None = None
    mapping: Mapping | None = None
    letter: LetterSource | None = None

    @property
    def assumed_day(self) -> date | None:
        """Give the day that a letter was given because it names none itself; None for anything else."""
        own = next((row.values for row in self.reading.rows if row.key == THIS_LETTER), None) if self.letter else None
        day: date | None = own.get("day") if own is not None and own.get("day_assumed") else None
        return day

    def dated(self, day: date) -> TakenFile:
        """Give a letter that names no day of its own as it reads on another day. Raises ValueError for other files."""
        if self.letter is None:
            raise ValueError(self.reading.file)
        source = self.letter
        return TakenFile(_read_letter(source.path, source.sort, day, source.calendar), letter=source)

    def remapped(self, mapping: Mapping, progress: Progress | None = None) -> TakenFile:
        """Give the file as it reads by another mapping. Raises ValueError for a file without columns."""
        if self.workbook is None:
            raise ValueError(self.reading.file)
        return TakenFile(self.workbook.read(mapping, _shares(progress)), self.workbook, mapping)


def read_file(
    path: Path, *, today: date, kind: Kind | None = None, mapping: Path | None = None, progress: Progress | None = None
) -> FileReading:  # fmt: skip
    """Read a file of any sort that is taken in. Raises CannotRead, with what to do, for one that is not.

    ``today`` is the day of a letter that names none itself. ``kind`` says what is in a workbook, ``mapping`` is a
    saved mapping of its columns; others need neither.
    """
    return take_file(path, today=today, kind=kind, mapping=mapping, progress=progress).reading


def take_file(
    path: Path, *, today: date, kind: Kind | None = None, mapping: Path | None = None, progress: Progress | None = None,
    calendar: Calendar | None = None,
) -> TakenFile:  # fmt: skip
    """Read a file as ``read_file`` does, and keep what another mapping of its columns needs."""
    from tracker.exchange.incoming.recognising import damage_told, recognise

    with damage_told(path), left_alone():
        return _taken(path, recognise(path), today, kind, mapping, progress, calendar)


def _taken(
    path: Path, sort: Format, today: date, kind: Kind | None, mapping: Path | None, progress: Progress | None,
    calendar: Calendar | None,
) -> TakenFile:  # fmt: skip
    from tracker.exchange.incoming.recognising import LETTERS, OPEN_DATA, Format
    from tracker.exchange.incoming.register_workbook import is_register_workbook, read_register_workbook
    from tracker.exchange.incoming.workbook.sheet_extent import guard_sheets

    if sort in OPEN_DATA:
        return TakenFile(_read_open_data(path, sort))
    if sort in LETTERS:
        source = LetterSource(path, sort, calendar or recesses())
        return TakenFile(_read_letter(path, sort, today, source.calendar), letter=source)
    if sort is Format.CSV:
        return _open_workbook(path, sort, None, kind, mapping, progress)
    guarded = guard_sheets(path, sort, lambda: _shares(progress)(0.05))
    if is_register_workbook(path):
        return TakenFile(read_register_workbook(path, progress, guarded.checksums))
    return _open_workbook(path, sort, guarded, kind, mapping, progress)


def _read_letter(path: Path, sort: Format, on: date, calendar: Calendar) -> FileReading:
    from tracker.exchange.incoming.letter.reading import read_letter

    return read_letter(path, sort, on, calendar)


def _open_workbook(
    path: Path, sort: Format, guarded: Guarded | None, kind: Kind | None, mapping: Path | None,
    progress: Progress | None,
) -> TakenFile:  # fmt: skip
    from tracker.exchange.incoming.workbook.mapping import load_mapping
    from tracker.exchange.incoming.workbook.reading import open_workbook

    workbook = open_workbook(path, sort.value, _shares(progress), guarded)
    chosen = workbook.proposed_mapping(None if mapping is None else load_mapping(mapping))
    if kind is not None:
        for table in range(len(chosen.tables)):
            if chosen.tables[table].kind != kind.code:
                chosen = chosen.with_table(table, workbook.proposed_use(table, kind.code))
    return TakenFile(workbook.read(chosen, _shares(progress)), workbook, chosen)


def _shares(progress: Progress | None) -> Callable[[float], None]:
    """Make the progress that counts from 0 to 1 out of one that counts things."""

    def tell(done: float) -> None:
        if progress is not None:
            progress(round(done * 100), 100)

    return tell


def read_open_data(path: Path) -> FileReading:
    """Read a file of a Chamber's open data. Raises CannotRead where it is another sort of file, or no such data."""
    from tracker.exchange.incoming.recognising import OPEN_DATA, damage_told, recognise

    with damage_told(path):
        sort = recognise(path)
    if sort not in OPEN_DATA:
        raise CannotRead(
            f"“{path.name}” is geen open data van de Kamer. Kies een .json, of een .zip met zulke pagina’s.",
            f"“{path.name}” is no open data of the Chamber. Choose a .json, or a .zip of such pages.",
        )
    with damage_told(path):
        return _read_open_data(path, sort)


def _read_open_data(path: Path, sort: Format) -> FileReading:
    from tracker.exchange.incoming.open_data.reading import read_open_data as read  # heavy: the classes of all kinds

    return read(path, sort)


def chosen_of(reading: FileReading, numbers: Iterable[int]) -> TakenFile:
    """Give what was read with these of its proposals alone, for a rehearsal of them.

    What it tells of the whole file goes, and so does the account: cells that were not chosen are no part of this.
    """
    from tracker.records.proposal import Account

    proposals = tuple(reading.proposals[number] for number in numbers)
    return TakenFile(replace(reading, proposals=proposals, account=Account(), notices=(), incomplete=None, pages=()))


def joined(readings: Sequence[FileReading]) -> FileReading:
    """Make one reading of open data that lies in several files; a place names its file then."""
    from tracker.records.proposal import Account, FileReading, Place

    if len(readings) == 1:
        return readings[0]
    proposals = [
        replace(one, place=Place(" ".join(filter(None, (reading.file, one.place.sheet))), one.place.spot))
        for reading in readings
        for one in reading.proposals
    ]
    rows = {(row.entity, row.key): row for reading in reversed(readings) for row in reading.rows}
    accounts = [reading.account for reading in readings]
    pages = tuple(page for reading in readings for page in reading.pages)
    return FileReading(
        f"{readings[0].file} (+{len(readings) - 1})", readings[0].format, proposals, tuple(rows.values()),
        Account(
            sum(one.read for one in accounts), sum(one.taken for one in accounts), sum(one.kept for one in accounts),
            sum(one.structure for one in accounts), [missed for one in accounts for missed in one.not_understood],
        ),
        tuple(dict.fromkeys(told for reading in readings for told in reading.notices)), "", incomplete_words(pages),
        pages,
    )  # fmt: skip


def as_one_source(readings: Sequence[FileReading]) -> list[FileReading]:
    """Let pages of open data that were chosen together say together what is missing, and not each by itself.

    The first of them tells it.
    """
    pages = tuple(page for reading in readings for page in reading.pages)
    told = incomplete_words(pages)
    first = next((place for place, reading in enumerate(readings) if reading.pages), None)
    return [
        replace(reading, incomplete=told if place == first else None) if reading.pages else reading
        for place, reading in enumerate(readings)
    ]
