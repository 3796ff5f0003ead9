"""The register's own workbook (``exchange.reports.register``) read back, to the last field.

A hidden row names the columns (``motion.title``), and rows are tied by keys. Whoever changed a cell, added a row or
took a sheet away is understood; a column that bears no such name is not.
"""

from __future__ import annotations

import re
import zipfile
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any, Final

from tracker.basics.errors import InvalidValue
from tracker.basics.language import Text
from tracker.exchange.exact_cells import from_cell
from tracker.exchange.incoming.workbook.calamine_feed import load
from tracker.exchange.reports.register import DEADLINE_KEY, EVENT_KEY, PART_KEY, RECORD_KEY, SERIES_KEY, TO_KEY
from tracker.records.entity import BESIDE, KIND_TABLES, model_of
from tracker.records.field import FieldSpec, fields_of
from tracker.records.person import PersonDetail
from tracker.records.proposal import (
    Account,
    Exact,
    FileReading,
    Link,
    NotUnderstood,
    Place,
    Proposal,
    ProposedPart,
    ProposedRow,
)
from tracker.records.registry import kind_of_reference

FORMAT: Final = "register"
REFERENCE: Final = "reference"
_PARTS: Final = ("deadline", "postponement", "progress_note", "relation", "evidence")
_ROWS: Final = ("organisation", "person", "letter", "debate", "event", "recess")
_NAMED_ROWS_LOOKED_AT: Final = 10
_SIGN: Final = re.compile(rb">(?:%s)\.(?:reference|record|key)<" % b"|".join(
    name.encode() for name in (*KIND_TABLES, *_PARTS, *_ROWS)
))  # fmt: skip
_TEXTS: Final = frozenset(("xl/sharedStrings.xml", "content.xml"))
_CHUNK: Final = 1 << 17
_LONGEST_SIGN: Final = 64
_GOES_ON: Final = re.compile(r"(?P<name>.*?) \((?:vervolg|continued) (?P<number>\d+)\)(?:\n(?P<rest>.*))?", re.DOTALL)
_NO_NAME: Final = Text(
    "Deze kolom hoort niet bij het register. Zet de tekst in een kolom die er wel bij hoort, zoals Opmerkingen.",
    "This column is none of the register's. Put the text in one that is, such as Remarks.",
)
_NO_RECORD: Final = Text("Hier staat niet bij welk record dit hoort.", "It does not say to which record this belongs.")
Progress = Callable[[int, int], None]


def is_register_workbook(path: Path) -> bool:
    """Tell whether a workbook is one of ours, from the names of columns in it; nothing is laid out for that."""
    try:
        with zipfile.ZipFile(path) as archive:
            return any(
                _holds_sign(archive, name, whole=name in _TEXTS)
                for name in archive.namelist()
                if name in _TEXTS or name.startswith("xl/worksheets/sheet")
            )
    except (zipfile.BadZipFile, OSError):
        return False


def _holds_sign(archive: zipfile.ZipFile, name: str, *, whole: bool) -> bool:
    """Look for the name of a column: in all texts of the workbook, or at the head of a sheet that has its own."""
    with archive.open(name) as part:
        before = b""
        while chunk := part.read(_CHUNK):
            if _SIGN.search(before + chunk):
                return True
            if not whole:
                return False
            before = chunk[-_LONGEST_SIGN:]
    return False


def read_register_workbook(
    path: Path, progress: Progress | None = None, checksums: Mapping[str, int] | None = None
) -> FileReading:
    """Read a workbook of ours. ``progress`` hears of each sheet and may raise Cancelled.

    ``checksums`` are of its large sheets (``sheet_extent``): with these they are read once.
    """
    book = load(path, checksums or {})
    account = Account()
    tables: list[_Table] = []
    for place, name in enumerate(book.sheet_names):
        if progress is not None:
            progress(place, len(book.sheet_names))
        rows = book.get_sheet_by_name(name).to_python(skip_empty_area=False)
        table = _table_of(name, rows, account)
        if table is not None:
            tables.append(table)
    keys = _keys_in(tables)
    proposals = _Proposals(tables, keys, account)
    return FileReading(path.name, FORMAT, proposals, tuple(_rows_beside(tables, keys)), account)


# --- sheets -----------------------------------------------------------------------------------------------------------


@dataclass(slots=True)
class _Table:
    """The rows of one sheet below its names. ``names`` are fields by column; ``numbers`` the row in the sheet."""

    sheet: str
    entity: str
    names: dict[str, int]
    rows: list[list[Any]] = field(default_factory=list)
    numbers: list[int] = field(default_factory=list)

    def cell(self, row: int, name: str) -> Any:
        """Give what stands in a column; None where nothing does, or where there is no such column."""
        column = self.names.get(name)
        cells = self.rows[row]
        return None if column is None or column >= len(cells) else _plain(cells[column])

    def key(self, row: int, name: str) -> str:
        """Give a key as text."""
        value = self.cell(row, name)
        return "" if value is None else str(value).strip()

    def place(self, row: int, name: str = "") -> Place:
        """Give where a row, or one cell of it, stands."""
        column = self.names.get(name)
        number = self.numbers[row] + 1
        return Place(self.sheet, f"rij {number}" if column is None else f"{_letters(column)}{number}")


def _table_of(sheet: str, rows: list[list[Any]], account: Account) -> _Table | None:
    """Find the names in a sheet and put its rows together; count every cell that holds something."""
    start = next((at for at, row in enumerate(rows[:_NAMED_ROWS_LOOKED_AT]) if _entity_of(row)), None)
    if start is None:
        beside = sum(cell not in ("", None) for row in rows for cell in row)
        account.read += beside
        account.structure += beside
        return None
    entity = _entity_of(rows[start])
    names = {str(cell).partition(".")[2]: column for column, cell in enumerate(rows[start]) if _is_of(cell, entity)}
    table = _Table(sheet, entity, names)
    headings = sum(cell not in ("", None) for row in rows[: start + 2] for cell in row)
    account.read += headings
    account.structure += headings
    known = set(names.values())
    last_key = max((names[one] for one in (REFERENCE, PART_KEY, RECORD_KEY, DEADLINE_KEY) if one in names), default=0)
    if entity == "relation":
        last_key = max(last_key, names.get(TO_KEY, 0))
    seen: dict[str, int] = {}
    for number, row in enumerate(rows[start + 2 :], start + 2):
        filled = [column for column, cell in enumerate(row) if cell not in ("", None)]
        if not filled:
            continue
        account.read += len(filled)
        strange = [column for column in filled if column not in known]
        account.taken += len(filled) - len(strange)
        account.not_understood += [
            NotUnderstood(Place(sheet, f"{_letters(column)}{number + 1}"), str(row[column]), _NO_NAME)
            for column in strange
        ]
        if len(filled) == len(strange):
            continue
        if not _goes_on(table, row, last_key, seen):
            seen[_row_key(row, last_key)] = len(table.rows)
            table.rows.append(row)
            table.numbers.append(number)
    return table


def _entity_of(row: Sequence[Any]) -> str:
    """Give the entity whose fields a row names; "" where it names none."""
    for cell in row:
        entity, dot, name = str(cell).partition(".")
        if dot and name and (entity in KIND_TABLES or entity in BESIDE):
            return entity
    return ""


def _is_of(cell: Any, entity: str) -> bool:
    return str(cell).startswith(f"{entity}.")


def _row_key(row: Sequence[Any], last_key: int) -> str:
    return "\x00".join(str(cell) for cell in row[: last_key + 1])


def _goes_on(table: _Table, row: list[Any], last_key: int, seen: Mapping[str, int]) -> bool:
    """Add a row that goes on with the text of one before to that row; False where it is a row of its own."""
    marked = row[last_key] if last_key < len(row) else ""
    found = _GOES_ON.fullmatch(marked) if isinstance(marked, str) else None
    if found is None:
        return False
    first = seen.get("\x00".join((*(str(cell) for cell in row[:last_key]), found["name"])))
    if first is None:
        return False
    whole = table.rows[first]
    for column in range(last_key + 1, len(row)):
        if isinstance(row[column], str) and row[column]:
            whole[column] = f"{whole[column]}{row[column]}"
    return True


def _plain(cell: Any) -> Any:
    """Give a cell's value: what people see as 12 is no 12.0, and a day has no time."""
    if cell in ("", None):
        return None
    if isinstance(cell, float) and cell.is_integer():
        return int(cell)
    return cell.date() if isinstance(cell, datetime) else cell


def _letters(column: int) -> str:
    letters = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


# --- values -----------------------------------------------------------------------------------------------------------

Keys = Mapping[str, frozenset[str]]


def _keys_in(tables: Sequence[_Table]) -> Keys:
    """Give the keys of the rows that the workbook brings, by entity."""
    found: dict[str, set[str]] = defaultdict(set)
    for table in tables:
        if table.entity in _ROWS:
            found[table.entity] |= {table.key(row, PART_KEY) for row in range(len(table.rows))}
    return {entity: frozenset(keys) for entity, keys in found.items()}


class _NoKey(Exception):
    """What stands in a cell is no key of this workbook."""


def _values(table: _Table, row: int, specs: Sequence[FieldSpec], keys: Keys) -> dict[str, Any]:
    def row_of(entity: str, key: Any) -> Any:
        words = str(key).strip()
        if words not in keys.get(entity, ()):
            raise _NoKey
        return Link(entity, words)

    found: dict[str, Any] = {}
    for spec in specs:
        content = table.cell(row, spec.name)
        if content is None:
            continue
        try:
            found[spec.name] = _exact(from_cell(spec.type, content, row_of))
        except (_NoKey, InvalidValue):
            found[spec.name] = str(content)  # read as typed, and refused with a sentence where it cannot be
    return found


def _exact(value: Any) -> Any:
    if isinstance(value, str):
        return Exact(value)
    if isinstance(value, tuple):
        return tuple(_exact(one) for one in value)
    return value


class _Proposals(Sequence[Proposal]):
    """The records of the workbook, each made when it is asked for."""

    def __init__(self, tables: Sequence[_Table], keys: Keys, account: Account) -> None:
        self._keys = keys
        self._rows = [(table, row) for table in tables if table.entity in KIND_TABLES for row in range(len(table.rows))]
        self._parts: dict[str, list[tuple[_Table, int]]] = defaultdict(list)
        there = {table.key(row, REFERENCE).upper() for table, row in self._rows}
        lone: dict[str, None] = {}
        for table in tables:
            if table.entity not in _PARTS:
                continue
            for row in range(len(table.rows)):
                reference = table.key(row, RECORD_KEY).upper()
                if kind_of_reference(reference) is None:
                    filled = [name for name in table.names if table.cell(row, name) is not None]
                    account.taken -= len(filled)
                    account.not_understood += [
                        NotUnderstood(table.place(row, name), str(table.cell(row, name)), _NO_RECORD) for name in filled
                    ]
                    continue
                self._parts[reference].append((table, row))
                if reference not in there:
                    lone[reference] = None
        self._lone = list(lone)

    def __len__(self) -> int:
        return len(self._rows) + len(self._lone)

    def __getitem__(self, index: int) -> Proposal:  # type: ignore[override]  # no slices are asked for
        if index >= len(self._rows):
            return self._lone_parts(self._lone[index - len(self._rows)])
        table, row = self._rows[index]
        reference = table.key(row, REFERENCE).upper()
        return Proposal(
            table.entity,
            _values(table, row, fields_of(model_of(table.entity)), self._keys),
            table.place(row),
            reference=reference,
            parts=tuple(self._parts_of(reference)) if reference else (),
            places=_Places(table, row),
        )

    def _lone_parts(self, reference: str) -> Proposal:
        """Give what hangs on a record that is not in the workbook itself."""
        kind = kind_of_reference(reference)
        table, row = self._parts[reference][0]
        entity = "" if kind is None else kind.table
        return Proposal(entity, {}, table.place(row), reference=reference, parts=tuple(self._parts_of(reference)))

    def _parts_of(self, reference: str) -> Iterator[ProposedPart]:
        for table, row in self._parts.get(reference, ()):
            values = _values(table, row, fields_of(model_of(table.entity)), self._keys)
            key, of = table.key(row, PART_KEY), table.key(row, DEADLINE_KEY)
            if table.entity == "relation":
                values["to"] = Link("record", table.key(row, TO_KEY))
            if table.entity == "deadline":
                values |= self._ties(table, row)
            yield ProposedPart(table.entity, values, table.place(row), key, of)

    def _ties(self, table: _Table, row: int) -> dict[str, Any]:
        event, series = table.key(row, EVENT_KEY), table.key(row, SERIES_KEY)
        ties: dict[str, Any] = {"precision": None, "series_id": Link("deadline", series) if series else None}
        if event in self._keys.get("event", ()):
            ties["event_id"] = Link("event", event)
        return {name: value for name, value in ties.items() if value is not None}


class _Places(Mapping[str, Place]):
    """Where each value of a row stands, told when asked."""

    def __init__(self, table: _Table, row: int) -> None:
        self._table = table
        self._row = row

    def __getitem__(self, name: str) -> Place:
        if name not in self._table.names:
            raise KeyError(name)
        return self._table.place(self._row, name)

    def __iter__(self) -> Iterator[str]:
        return iter(self._table.names)

    def __len__(self) -> int:
        return len(self._table.names)


def _rows_beside(tables: Sequence[_Table], keys: Keys) -> Iterator[ProposedRow]:
    for table in tables:
        if table.entity not in _ROWS:
            continue
        specs = _row_specs(table.entity)
        for row in range(len(table.rows)):
            key = table.key(row, PART_KEY) or f"{table.sheet} {row}"
            yield ProposedRow(table.entity, key, _values(table, row, specs, keys), table.place(row))


def _row_specs(entity: str) -> tuple[FieldSpec, ...]:
    own = tuple(spec for spec in fields_of(model_of(entity)) if spec.name != "detail")
    return (*fields_of(PersonDetail), *own) if entity == "person" else own
