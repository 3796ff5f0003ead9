"""A workbook read into proposals: opened once, and read anew at once when its mapping is corrected."""

from __future__ import annotations

import pickle
import zlib
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final, cast, overload

from tracker.basics.language import Text
from tracker.exchange.incoming.workbook.book import Book, Progress, no_progress, open_book
from tracker.exchange.incoming.workbook.mapping import Mapping, Remembered, TableUse
from tracker.exchange.incoming.workbook.no_lists import without_no_lists
from tracker.exchange.incoming.workbook.proposing import Judged, judge, propose_mapping, propose_use
from tracker.exchange.incoming.workbook.row import Beside
from tracker.exchange.incoming.workbook.sheet_extent import Guarded
from tracker.exchange.incoming.workbook.table_finding import find_tables
from tracker.exchange.incoming.workbook.table_reader import TableReader
from tracker.exchange.incoming.workbook.told import around
from tracker.records.proposal import Account, FileReading, Proposal, ProposedRow
from tracker.records.registry import kind_of

EAGER_ROWS: Final = 5_000
"""Up to so many rows all proposals are made at once; beyond that each is made when it is asked for."""
_TURN: Final = 500
_PIECE: Final = 100


class Workbook:
    """An opened workbook: its tables, and what they look like."""

    def __init__(self, book: Book, tables: Sequence[Judged], filled: int) -> None:
        self.book = book
        self.tables = tuple(tables)
        self._filled = filled
        """How many cells hold something."""

    def proposed_mapping(self, remembered: Remembered | None = None) -> Mapping:
        """Propose where the columns go, as was chosen for earlier files with the same headings."""
        return _proposed(self.tables, self.book.file, remembered or Remembered())

    def proposed_use(self, table: int, kind_code: str) -> TableUse:
        """Propose where the columns of one table go if its rows are of this kind."""
        use = propose_use(self.tables[table], kind_of(kind_code))
        return TableUse(use.shape, use.kind, use.columns, use.sureness, is_kind_chosen=True)

    def read(self, mapping: Mapping, progress: Progress = no_progress) -> FileReading:
        """Read all tables by a mapping. Nothing of the file is read again."""
        beside = Beside()
        banners = _banners(self.tables)
        readers = [
            TableReader(one, use, around(one.table, banners.get(id(one.table.grid), ()), self.book.file), beside)
            for one, use in zip(self.tables, mapping.tables, strict=True)
            if not use.is_left_out
        ]
        count = self._filled + sum(len(grid.facts.comments) for grid in self.book.grids)
        account = Account(read=count, structure=count)
        proposals = LazyProposals(readers, account)
        if len(proposals) <= EAGER_ROWS:
            made: Sequence[Proposal] = tuple(proposals.all(progress))
        else:
            made = proposals
        return FileReading(
            self.book.file,
            self.book.format,
            made,
            tuple(beside.rows.values()) if made is not proposals else LazyRows(proposals, beside, progress),
            account,
            (*self.book.notices, *_mapping_notices(self.tables, mapping)),
        )


def open_workbook(
    path: Path, file_format: str, progress: Progress = no_progress, guarded: Guarded | None = None
) -> Workbook:
    """Open a workbook and find its tables. ``progress`` is told how far it is, and may raise Cancelled."""
    return workbook_of(open_book(path, file_format, progress, guarded), progress)


def workbook_of(book: Book, progress: Progress = no_progress) -> Workbook:
    """Find the tables in sheets that were read."""
    judged, filled = [], 0
    for number, grid in enumerate(book.grids):
        done = 0.5 + 0.4 * number / len(book.grids)
        tables, of_sheet = find_tables(grid, lambda at=done: progress(at))  # type: ignore[misc]
        judged += [judge(table) for table in tables]
        filled += of_sheet
    progress(0.9)
    return Workbook(book, judged, filled)


class LazyProposals(Sequence[Proposal]):
    """The proposals of all tables, made when they are first asked for; the account is whole once all were.

    Making one again would cost ten times what keeping it does, and all of them as they are would fill the memory: they
    are kept packed, some hundred to a piece, and the last piece that was asked for unpacked.
    """

    def __init__(self, readers: Sequence[TableReader], account: Account) -> None:
        self._readers = readers
        self._account = account
        ends, end = [], 0
        for reader in readers:
            end += len(reader.table.rows)
            ends.append(end)
        self._ends = ends
        self._length = end
        self._packed: list[bytes | None] = [None] * -(-end // _PIECE)
        self._open: tuple[int, list[Proposal]] = (-1, [])

    def __len__(self) -> int:
        return self._length

    @overload
    def __getitem__(self, index: int) -> Proposal: ...
    @overload
    def __getitem__(self, index: slice) -> list[Proposal]: ...
    def __getitem__(self, index: int | slice) -> Proposal | list[Proposal]:
        if isinstance(index, slice):
            return [self[one] for one in range(*index.indices(len(self)))]
        place = index + len(self) if index < 0 else index
        if not 0 <= place < len(self):
            raise IndexError(index)
        number, within = divmod(place, _PIECE)
        opened, piece = self._open
        if opened != number:
            piece = self._piece(number)
            self._open = number, piece
        return piece[within]

    def all(self, progress: Progress) -> Iterator[Proposal]:
        """Make all proposals, in order."""
        for place in range(len(self)):
            if not place % _TURN:
                progress(0.9 + 0.1 * place / len(self))
            yield self[place]

    def make_all(self, progress: Progress) -> None:
        """Make those that were not made yet."""
        for number, packed in enumerate(self._packed):
            if packed is None:
                progress(0.9 + 0.1 * number / len(self._packed))
                self._piece(number)

    def _piece(self, number: int) -> list[Proposal]:
        packed = self._packed[number]
        if packed is not None:
            return cast("list[Proposal]", pickle.loads(zlib.decompress(packed)))
        made = [self._made(place) for place in range(number * _PIECE, min((number + 1) * _PIECE, self._length))]
        self._packed[number] = zlib.compress(pickle.dumps(made, pickle.HIGHEST_PROTOCOL), 1)
        return made

    def _made(self, place: int) -> Proposal:
        number = bisect_right(self._ends, place)
        reader = self._readers[number]
        row = reader.table.rows[place - (self._ends[number - 1] if number else 0)]
        proposal, counted = reader.read(row)
        counted.add_to(self._account)  # until now its cells counted as no part of a record
        self._account.structure -= counted.read
        return proposal


class LazyRows(Sequence[ProposedRow]):
    """The letters and debates that long tables name: known once all proposals were made, so these are made first."""

    def __init__(self, proposals: LazyProposals, beside: Beside, progress: Progress) -> None:
        self._proposals = proposals
        self._beside = beside
        self._progress = progress
        self._found: tuple[ProposedRow, ...] | None = None

    def __len__(self) -> int:
        return len(self._rows())

    @overload
    def __getitem__(self, index: int) -> ProposedRow: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[ProposedRow, ...]: ...
    def __getitem__(self, index: int | slice) -> ProposedRow | tuple[ProposedRow, ...]:
        return self._rows()[index]

    def __iter__(self) -> Iterator[ProposedRow]:
        return iter(self._rows())

    def _rows(self) -> tuple[ProposedRow, ...]:
        if self._found is None:
            self._proposals.make_all(self._progress)
            self._found = tuple(self._beside.rows.values())
        return self._found


def _banners(tables: Sequence[Judged]) -> dict[int, list[str]]:
    """Give the lines above the first table of each sheet, which hold for the others on it too."""
    found: dict[int, list[str]] = {}
    for one in tables:
        found.setdefault(id(one.table.grid), [line.text for line in one.table.banner])
    return found


def _proposed(tables: Sequence[Judged], file: str, remembered: Remembered) -> Mapping:
    mapping = propose_mapping(tables, file, remembered)
    return Mapping(tuple(without_no_lists(tables, mapping.tables, remembered)))


def _mapping_notices(tables: Sequence[Judged], mapping: Mapping) -> Iterator[Text]:
    for one, use in zip(tables, mapping.tables, strict=True):
        if use.is_left_out:
            title = one.table.title
            yield Text(
                f"“{title}” is weggelaten: het lijkt geen lijst van records. U kunt het bij de kolommen toch meenemen.",
                f"“{title}” was left out: it looks like no list of records. You can take it in under the columns.",
            )
        kept = [one.heading for one in use.columns if one.target == "keep" and not one.heading.startswith("Kolom ")]
        if kept and not use.is_left_out:
            names = ", ".join(f"“{heading}”" for heading in kept[:8])
            yield Text(
                f"Kolommen zonder eigen veld ({names}) blijven als opmerking bij het record.",
                f"Columns without a field of their own ({names}) stay as remarks on the record.",
            )
