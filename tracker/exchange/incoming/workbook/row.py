"""One record being read from a row: what its cells have given so far."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import IntEnum
from functools import cache
from typing import Any

from tracker.basics.language import Text
from tracker.exchange.incoming.workbook.grid import Grid, Value, spot
from tracker.records.day_text import DayOrder
from tracker.records.field import fields_of
from tracker.records.kind import Kind
from tracker.records.proposal import Doubt, Link, NotUnderstood, Place, ProposedPart, ProposedRow, Sureness
from tracker.records.status import Phase
from tracker.records.value_type import ListOf, Reference


class KindFacts:
    """What readers ask of a kind for every cell; asking its class each time costs more than reading the cell."""

    def __init__(self, kind: Kind) -> None:
        self.code = kind.code
        self.specs = {spec.name: spec for spec in fields_of(kind.model)}
        self.phases = {one.word: one.phase for one in kind.model.statuses}
        self.settled_day_field = kind.model.settled_day_field
        self.name_lists = frozenset(
            name
            for name, spec in self.specs.items()
            if isinstance(spec.type, ListOf) and isinstance(spec.type.of, Reference)
        )

    def phase(self, status: str | None) -> Phase:
        """Give the phase of a state; open where none is known."""
        return self.phases.get(status or "", Phase.OPEN)


@cache
def facts_of(kind: Kind) -> KindFacts:
    """Give the facts of a kind."""
    return KindFacts(kind)


class Fate(IntEnum):
    """What became of a cell."""

    TAKEN = 0
    KEPT = 1
    STRUCTURE = 2
    MISSED = 3


@dataclass(frozen=True, slots=True)
class Around:
    """What a table says of all its rows: the day for which it holds, its Chamber, its EMPACT cycle, its year."""

    day: date | None = None
    chamber: str | None = None
    cycle: str | None = None
    priority: str | None = None
    year: int | None = None


@dataclass(slots=True)
class Told:
    """What the lines above a row say of it."""

    status: str | None = None
    action_line: str | None = None
    theme: str | None = None


@dataclass(frozen=True, slots=True)
class ColumnPlan:
    """A column as it is read: where it goes, and how its days are written.

    ``is_ambiguous``: nothing says which number is the day; ``may_be_swapped``: its real days were probably read with
    day and month the wrong way round.
    """

    number: int
    heading: str
    target: str
    order: DayOrder = DayOrder.DAY_FIRST
    is_ambiguous: bool = False
    may_be_swapped: bool = False
    factor: int = 1


class Beside:
    """The rows beside the records that a file brings; each once, whoever names it."""

    def __init__(self) -> None:
        self.rows: dict[tuple[str, str], ProposedRow] = {}

        self._links: dict[tuple[str, str], Link] = {}
        """One for each row: what is packed together holds it once."""

    def add(self, entity: str, key: str, values: Mapping[str, Any], place: Callable[[], Place]) -> Link:
        """Note a letter or debate, and give what points at it. What a later cell knows more of it is added.

        ``place`` gives where it stands; it is asked of the first that names it.
        """
        known = self.rows.get((entity, key))
        if known is None:
            self.rows[entity, key] = ProposedRow(entity, key, dict(values), place())
            self._links[entity, key] = Link(entity, key)
        elif not values.keys() <= known.values.keys():
            self.rows[entity, key] = ProposedRow(entity, key, {**values, **known.values}, known.place)
        return self._links[entity, key]


class Places(Mapping[str, Place]):
    """Where each value of a row stands, told when asked: most are never asked. Knows no grid, so it can be packed.

    ``columns`` are the columns in which the values stand; of a part of a sheet that was turned they are its rows.
    """

    __slots__ = ("_columns", "_is_turned", "_row", "_sheet")

    def __init__(self, sheet: str, row: int, columns: Mapping[str, int], is_turned: bool = False) -> None:
        self._sheet = sheet
        self._row = row
        self._columns = columns
        self._is_turned = is_turned

    @classmethod
    def of(cls, grid: Grid, row: int, columns: Mapping[str, int]) -> Places:
        """Give the places of values that stand in these columns of a row of a grid."""
        if not grid.is_turned:
            return cls(grid.name, row, columns)
        cells = {name: grid.cell_of(row, column) for name, column in columns.items()}
        return cls(grid.name, next((cell[1] for cell in cells.values()), 0), {n: c[0] for n, c in cells.items()}, True)

    def __getitem__(self, name: str) -> Place:
        cell = (self._columns[name], self._row) if self._is_turned else (self._row, self._columns[name])
        return Place(self._sheet, spot(*cell))

    def __iter__(self) -> Iterator[str]:
        return iter(self._columns)

    def __len__(self) -> int:
        return len(self._columns)

    def __reduce__(self) -> tuple[type[Places], tuple[Any, ...]]:
        return type(self), (self._sheet, self._row, self._columns, self._is_turned)


@dataclass(slots=True)
class RowRead:
    """The record of one row while its cells are read. Cells put values in; ``finishing`` makes a proposal of it."""

    kind: Kind
    grid: Grid
    number: int
    around: Around
    told: Told
    beside: Beside
    facts: KindFacts
    values: dict[str, Any] = field(default_factory=dict)
    columns: dict[str, int] = field(default_factory=dict)
    parts: list[ProposedPart] = field(default_factory=list)
    doubts: list[Doubt] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)
    missed: list[NotUnderstood] = field(default_factory=list)
    extra: dict[str, Any] = field(default_factory=dict)
    """What several cells make together: the day of a debate, the number in a dossier, old and new deadlines."""
    notes: list[tuple[str, int]] = field(default_factory=list)
    reference: str = ""
    sureness: Sureness = Sureness.SURE
    why: Text | None = None

    def put(self, name: str, value: Any, plan: ColumnPlan) -> bool:
        """Set a field that is still free, or add to one that holds several; tells whether that could be done."""
        before = self.values.get(name)
        if isinstance(value, tuple):
            self.values[name] = (*(before or ()), *(one for one in value if one not in (before or ())))
        elif before is None:
            self.values[name] = value
        elif before != value:
            return False
        self.columns.setdefault(name, plan.number)
        return True

    def put_or_keep(self, name: str, value: Any, plan: ColumnPlan, text: str) -> Fate:
        """Set a field, or keep the cell's text where another column filled it already."""
        return Fate.TAKEN if self.put(name, value, plan) else self.keep(plan, text)

    def keep(self, plan: ColumnPlan, text: str) -> Fate:
        """Keep a text with the record, under its heading."""
        self.remarks.append(f"{plan.heading}: {text}")
        return Fate.KEPT

    def miss(self, plan: ColumnPlan, text: str, nl: str, en: str) -> Fate:
        """Note that a cell was not understood, and why."""
        self.missed.append(NotUnderstood(self.place(plan), text, Text(nl, en)))
        return Fate.MISSED

    def doubt(self, name: str, text: str, why: Text, choices: tuple[tuple[Any, Text], ...] = (), key: str = "") -> None:
        """Note something that a person decides."""
        self.doubts.append(Doubt(name, text, why, choices, key))

    def place(self, plan: ColumnPlan) -> Place:
        """Give the place of this row's cell in a column."""
        return self.grid.place(self.number, plan.number)


# --- what cells do ----------------------------------------------------------------------------------------------------

Act = Callable[[RowRead], Fate]
"""What one cell does to the record of its row. The same words do the same in every row, so it is made once."""
Reader = Callable[[KindFacts, ColumnPlan, Value], Act]
"""Understands a cell of a column, for records of one kind."""


def of_each_row(read: Callable[[RowRead, ColumnPlan, Value], Fate]) -> Reader:
    """Make a reader that looks at the row itself before it understands a cell."""
    return lambda _, plan, value: lambda row: read(row, plan, value)


def taken(_: RowRead) -> Fate:
    """Do nothing more with a cell: it says nothing, or what it says is known."""
    return Fate.TAKEN


def structure(_: RowRead) -> Fate:
    """Do nothing with a cell that only counts."""
    return Fate.STRUCTURE


def keeping(plan: ColumnPlan, text: str) -> Act:
    """Keep a text with the record, under its heading."""
    line = f"{plan.heading}: {text}"

    def act(row: RowRead) -> Fate:
        row.remarks.append(line)
        return Fate.KEPT

    return act


def putting(name: str, value: Any, plan: ColumnPlan, text: str) -> Act:
    """Set a field, or keep the cell's text where another column filled it already."""
    number = plan.number

    def act(row: RowRead) -> Fate:
        if row.values.get(name) is None:
            row.values[name] = value
            row.columns.setdefault(name, number)
            return Fate.TAKEN
        return row.put_or_keep(name, value, plan, text)

    return act
