"""Reading the rows of a table into proposals, by the mapping, and accounting for every cell."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cached_property, lru_cache
from typing import Any, Final

from tracker.basics.language import Text
from tracker.exchange.incoming.workbook.cell_readers import reader_of
from tracker.exchange.incoming.workbook.finishing import finish
from tracker.exchange.incoming.workbook.grid import ErrorValue, Row
from tracker.exchange.incoming.workbook.line_sorts import kind_in, names_chapter
from tracker.exchange.incoming.workbook.mapping import ColumnUse, TableUse
from tracker.exchange.incoming.workbook.proposing import OPENS_WITH_KIND, Judged, propose_use
from tracker.exchange.incoming.workbook.row import (
    Act,
    Around,
    Beside,
    ColumnPlan,
    Fate,
    KindFacts,
    Reader,
    RowRead,
    Told,
    facts_of,
)
from tracker.exchange.incoming.workbook.table import Line
from tracker.exchange.incoming.workbook.told import kind_told, told_by
from tracker.records.amount_text import factor_of
from tracker.records.day_text import DayOrder
from tracker.records.import_target import IGNORE, KEEP, targets_of
from tracker.records.kind import Kind
from tracker.records.proposal import Account, NotUnderstood, Proposal
from tracker.records.registry import kind_of

_ERROR: Final = Text(
    "De formule in deze cel gaf een fout, of haar waarde is niet bewaard. Herstel haar in Excel en bewaar het bestand.",
    "The formula in this cell gave an error, or its value was not saved. Mend it in Excel and save the file.",
)


@dataclass(frozen=True, slots=True)
class Counted:
    """What became of the cells of one row."""

    taken: int
    kept: int
    structure: int
    missed: tuple[NotUnderstood, ...]

    def add_to(self, account: Account) -> None:
        """Add these to an account."""
        account.taken += self.taken
        account.kept += self.kept
        account.structure += self.structure
        account.not_understood.extend(self.missed)

    @property
    def read(self) -> int:
        """Give how many cells these are."""
        return self.taken + self.kept + self.structure + len(self.missed)


class _Acts(dict[Any, Act | None]):
    """What each cell of a column does, by what is in it: a list says the same in many rows. None for a blank.

    Of what Python holds to be equal though it is written otherwise (1 and true) the type goes along.
    """

    def __init__(self, facts: KindFacts, plan: ColumnPlan, reader: Reader) -> None:
        super().__init__({"": None})
        self._facts = facts
        self._plan = plan
        self._reader = reader

    def __missing__(self, key: Any) -> Act | None:
        value = key[1] if type(key) is tuple else key
        if isinstance(value, ErrorValue):
            act: Act | None = self._of_error(value)
        elif type(value) is str and value.isspace():
            act = None
        else:
            act = self._reader(self._facts, self._plan, value)
        if len(self) < _KEPT_ACTS and (type(value) is not str or len(value) <= _LONGEST_KEPT):
            self[key] = act
        return act

    def _of_error(self, value: ErrorValue) -> Act:
        return lambda row: row.miss(self._plan, value, _ERROR.nl, _ERROR.en)


@dataclass(frozen=True, slots=True)
class _Plan:
    kind: Kind
    facts: KindFacts
    columns: tuple[tuple[int, _Acts], ...]
    own_columns: tuple[str, ...]


class TableReader:
    """Makes a proposal of any row of a table."""

    def __init__(self, judged: Judged, use: TableUse, around: Around, beside: Beside) -> None:
        self.table = judged.table
        self.use = use
        self._judged = judged
        self._around = around
        self._beside = beside
        self._plans: dict[str, _Plan] = {}
        self._kind = kind_of(use.kind)
        self._kind_column = self._column_of("kind")
        self._title_column = self._column_of("title") if use.kind in _OF_THE_CHAMBER else None
        """Where a list of both motions and commitments says by its first word which of them a row is."""
        self._comment_rows = self._rows_with_comments()

    def _column_of(self, target: str) -> int | None:
        pairs = zip(self.table.columns, self.use.columns, strict=True)
        return next((column.number for column, one in pairs if one.target == target), None)

    def read(self, row: int) -> tuple[Proposal, Counted]:
        """Give the proposal of a row, and what became of its cells."""
        values = self.table.cells(row)
        kind, told = self._told(row, values)
        plan = self._plan(kind)
        read = RowRead(kind, self.table.grid, row, self._around, told, self._beside, plan.facts)
        if plan.own_columns:
            read.extra["own columns"] = plan.own_columns
        continued = self.table.grid.continued(row)
        fates = [0, 0, 0, 0]
        for number, acts in plan.columns:
            value = values[number]
            sort = type(value)
            act = acts[value if sort is str or sort is date else (sort, value)]
            if act is not None:
                fate = act(read)
                if number not in continued:
                    fates[fate] += 1
        comments = [(column, self.table.grid.comment(row, column)) for column in self._comment_rows.get(row, ())]
        if self._is_struck(row, values):
            read.extra["struck"] = True
        proposal = finish(read, comments)
        fates[Fate.TAKEN] += len(comments)
        return proposal, Counted(fates[0], fates[1], fates[2], tuple(read.missed))

    def _told(self, row: int, values: Row) -> tuple[Kind, Told]:
        lines = (self.table.bands_above(row) or self._first_group) if self.table.bands else []
        kind = self._kind
        if lines and not self.use.is_kind_chosen:
            kind = kind_told(lines, kind)
        if self._title_column is not None and not lines and not self.use.is_kind_chosen:
            code = _kind_opening(str(values[self._title_column]))
            kind = kind if code is None else kind_of(code)
        if self._kind_column is not None:
            code = _kind_in_cell(str(values[self._kind_column]))
            kind = kind if code is None else kind_of(code)
        banner = self.table.banner
        return kind, told_by(lines, kind, banner) if lines or banner else Told()

    @cached_property
    def _first_group(self) -> list[Line]:
        """Give the group that stands right above the headings, where further groups stand between the rows."""
        first = min(self.table.header_rows, default=0)
        return [line for line in self.table.banner[-1:] if line.row == first - 1 and names_chapter(line.text)]

    def _plan(self, kind: Kind) -> _Plan:
        plan = self._plans.get(kind.code)
        if plan is None:
            plan = self._plans[kind.code] = self._made_plan(kind)
        return plan

    def _made_plan(self, kind: Kind) -> _Plan:
        uses = self._uses(kind)
        facts = facts_of(kind)
        columns = []
        for place, (column, use) in enumerate(zip(self.table.columns, uses, strict=True)):
            acts = _Acts(facts, self._column_plan(place, column.number, use), reader_of(kind, use.target))
            columns.append((_ORDER.get(use.target, 1), column.number, acts))
        # Days first: what is relative in other cells is read from them. Then the state, before the prose about it.
        ordered = sorted(columns, key=lambda one: one[:2])
        own_columns = ("status",) if any(use.target == "status" for use in uses) else ()
        return _Plan(kind, facts, tuple((number, acts) for _, number, acts in ordered), own_columns)

    def _uses(self, kind: Kind) -> tuple[ColumnUse, ...]:
        """Give where the columns go for rows of this kind; for another kind than the table's by the same headings."""
        if kind.code == self.use.kind:
            return self.use.columns
        proposed = propose_use(self._judged, kind).columns
        targets = targets_of(kind)
        return tuple(
            own if own.is_chosen and (own.target in targets or own.target in {KEEP, IGNORE}) else other
            for own, other in zip(self.use.columns, proposed, strict=True)
        )

    def _column_plan(self, place: int, number: int, use: ColumnUse) -> ColumnPlan:
        if use.order is not None:
            return ColumnPlan(number, use.heading, use.target, use.order, factor=factor_of(use.heading))
        look = self._judged.looks[place]
        if use.target not in _DATED or not look.share("day"):
            return ColumnPlan(number, use.heading, use.target, self._usual_order, factor=factor_of(use.heading))
        days = self._judged.days[place]
        order = days.found.order or self._usual_order
        return ColumnPlan(
            number,
            use.heading,
            use.target,
            order,
            is_ambiguous=(days.found.order is None and self._order_elsewhere is None) or days.found.is_mixed,
            may_be_swapped=order is DayOrder.MONTH_FIRST
            and days.found.is_said
            and days.has_real
            and days.none_after_twelfth,
        )

    @cached_property
    def _order_elsewhere(self) -> DayOrder | None:
        """Give the order that the columns of the table tell, where they agree."""
        told = {days.found.order for days in self._judged.days if days.found.is_said and not days.found.is_mixed}
        return told.pop() if len(told) == 1 else None

    @property
    def _usual_order(self) -> DayOrder:
        return self._order_elsewhere or DayOrder.DAY_FIRST

    def _is_struck(self, row: int, values: Row) -> bool:
        """Tell whether every text of the row is struck through."""
        struck = self.table.grid.facts.struck.get(row)
        if not struck:
            return False
        return all(
            one.number in struck
            for one in self.table.columns
            if isinstance(values[one.number], str) and values[one.number]
        )

    def _rows_with_comments(self) -> dict[int, list[int]]:
        grid = self.table.grid
        found: dict[int, list[int]] = {}
        if not grid.has_comments:
            return found
        numbers = [column.number for column in self.table.columns]
        for row in self.table.rows:
            columns = [number for number in numbers if grid.comment(row, number)]
            if columns:
                found[row] = columns
        return found


_KEPT_ACTS: Final = 2_048
_LONGEST_KEPT: Final = 200
_DATED: Final = frozenset(
    ("made_on", "settled_on", "finished_on", "started_on", "starts_on", "ends_on", "published_on", "kamer_decided_on",
     "handed_over_on", "deadline.wording", "planning", "note.on", "deadline.said_on", "debate.day",
     "outcomes.tabled_on", "outcomes.voted_on", "citation", "debate", "deadline.old", "deadline.new")
)  # fmt: skip
_ORDER: Final = {
    "made_on": 0, "debate.day": 0, "deadline.said_on": 0, "outcomes.tabled_on": 0, "number": 0, "settled_on": 0,
    "title": 0, "deadline.new": 2, "note.text": 3, "text": 2, "remarks": 3, KEEP: 4,
}  # fmt: skip


_OF_THE_CHAMBER: Final = frozenset(("motion", "commitment"))


@lru_cache(maxsize=4096)
def _kind_opening(text: str) -> str | None:
    """Give the kind that a subject says it is by its first word, where that is one of the Chamber's."""
    found = OPENS_WITH_KIND.match(text)
    return None if found is None else "motion" if found[1] else "commitment"


@lru_cache(maxsize=512)
def _kind_in_cell(text: str) -> str | None:
    return kind_in(text)
