"""Pasting and filling: what cells from elsewhere do to records, rehearsed cell by cell."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from tracker.basics.errors import InvalidForm
from tracker.basics.folding import fold
from tracker.basics.language import Language, Text
from tracker.records.field import FieldSpec, field_of, fields_of
from tracker.records.kind import Kind
from tracker.records.snapshot import Record
from tracker.records.step_labels import StepLabel, records_counted
from tracker.services.bulk import field_line, new_names, no_such_field
from tracker.services.clipboard_cells import Rows
from tracker.services.drafting import Draft
from tracker.services.pasting_deadlines import DEADLINE, DEADLINE_HEADINGS, PastedDeadlines
from tracker.services.rehearsal import Outcome, Plan, PlanLine, Rehearsal
from tracker.store.record_store import Store

_NO_ROW = Text(
    "Hier is geen record voor. Kies “nieuwe records maken” om er een te maken.",
    "There is no record for this. Choose “make new records” to make one.",
)
_FIXED = Text("Deze kolom kan hier niet worden gewijzigd.", "This column cannot be changed here.")
_NEW = Text("nieuw", "new")
_ROW = Text("rij", "row")


@dataclass(frozen=True)
class PasteColumn:
    """Where a column of cells goes: the field of this name, or ``DEADLINE``; None where it only shows something."""

    label: Text
    name: str | None


@dataclass(frozen=True)
class Paste:
    """Cells to put into the fields of records, row by row; ``ids`` are the records from the first row down.

    A column that is None is left out, and so is one to a field that another goes to already. Rows beyond the records
    make new ones of ``new_kind``, or are refused where that is None. ``given`` are values that every new record gets.
    Deadlines are read as said on ``today``.
    """

    ids: Sequence[int]
    columns: Sequence[PasteColumn | None]
    cells: Rows
    new_kind: Kind | None = None
    given: Mapping[str, Any] = field(default_factory=dict)
    language: Language = Language.DUTCH
    today: date = field(default_factory=date.today)

    def rehearse(self, store: Store) -> Rehearsal:
        """Give the rehearsal; its plan holds a line for each cell."""
        draft = Draft(store)
        plan = Plan(draft, _pasted)
        rows = _Rows(self, store, draft)
        return _PasteRehearsal(store, self.ids[: len(self.cells)], plan, rows)


def _pasted(changed: int, made: int) -> str:
    if not made:
        return StepLabel.PASTED_CHANGED(records=records_counted(changed))
    if not changed:
        return StepLabel.PASTED_ADDED(records=records_counted(made))
    return StepLabel.PASTED_BOTH(added=records_counted(made), records=records_counted(changed))


class _PasteRehearsal(Rehearsal):
    """Ends with the rows for which there is no record."""

    def __init__(self, store: Store, ids: Sequence[int], plan: Plan, rows: _Rows) -> None:
        super().__init__(store, ids, plan, rows.changed)
        self._rows = rows
        self._is_ended = False

    @property
    def is_done(self) -> bool:
        return self._is_ended

    def go_on(self) -> bool:
        if not super().is_done:
            super().go_on()
        if super().is_done and not self._is_ended:
            self._is_ended = True
            self.plan.add(self._rows.beyond())
        return not self._is_ended


class _Rows:
    """Makes the lines of each row of cells."""

    def __init__(self, paste: Paste, store: Store, draft: Draft) -> None:
        self._paste = paste
        self._store = store
        self._draft = draft
        second = set(second_columns(paste.columns))
        self._columns = [None if place in second else one for place, one in enumerate(paste.columns)]
        self._deadlines = PastedDeadlines(store, paste.today, paste.language)
        self._row_of = {record_id: row for row, record_id in enumerate(paste.ids[: len(paste.cells)])}

    def changed(self, records: list[Record]) -> Iterator[PlanLine]:
        """Give the lines for the rows of these records."""
        has_deadlines = any(column is not None and column.name == DEADLINE for column in self._columns)
        parts = self._store.parts_of([record.id for record in records]) if has_deadlines else {}
        for record in records:
            row = self._row_of[record.id]
            for column, text in self._cells_in(row):
                if column.name == DEADLINE:
                    yield self._deadlines.line(record, parts[record.id].deadlines, text)
                else:
                    yield self._cell_line(record, column, text)

    def _cell_line(self, record: Record, column: PasteColumn, text: str) -> PlanLine:
        title = record.summary.title
        if column.name is None:
            return PlanLine(Outcome.REFUSED, record.reference, title, column.label, "", text, _FIXED)
        spec = field_of(record.kind.model, column.name)
        if spec is None:
            return PlanLine(Outcome.REFUSED, record.reference, title, column.label, "", text, no_such_field(record))
        return cell_line(self._draft, record, spec, text, self._paste.language)

    def _cells_in(self, row: int) -> Iterator[tuple[PasteColumn, str]]:
        for column, text in zip(self._columns, self._paste.cells[row], strict=False):
            if column is not None:
                yield column, text

    def beyond(self) -> Iterator[PlanLine]:
        """Give the lines for the rows for which there is no record."""
        for row in range(len(self._row_of), len(self._paste.cells)):
            if not any(text.strip() for _, text in self._cells_in(row)):
                continue
            if self._paste.new_kind is None:
                yield from self._without_record(row)
            else:
                yield from self._new(row, self._paste.new_kind)

    def _without_record(self, row: int) -> Iterator[PlanLine]:
        for column, text in self._cells_in(row):
            if text.strip():
                yield PlanLine(Outcome.REFUSED, self._row_words(_ROW, row), "", column.label, "", text, _NO_ROW)

    def _new(self, row: int, kind: Kind) -> Iterator[PlanLine]:
        read: dict[str, Any] = {}
        lines: list[PlanLine] = []
        words = ""
        for column, text in self._cells_in(row):
            if column.name == DEADLINE:
                words = text
            elif text.strip():
                lines.append(self._new_cell(row, kind, column, text, read))
        given = {**self._paste.given, **read}
        deadline = self._deadlines.read(words, given) if words.strip() else None
        if deadline is not None:  # after all fields: the day on which it was said may be among them
            lines.append(self._deadlines.new_line(self._row_words(_NEW, row), deadline))
        try:
            trial = self._draft.part()
            trial.check_record(kind, given)
            trial.refuse_faults()
        except InvalidForm as error:
            yield PlanLine(Outcome.REFUSED, self._row_words(_NEW, row), _title(given), kind.one, "", "", error.words)
            return

        def act(into: Draft) -> None:
            record_id, _ = into.make_record(kind, given)
            if deadline is not None:
                into.make(DEADLINE, deadline, record_id)

        for line in lines:
            is_new = line.outcome is Outcome.NEW
            yield PlanLine(
                line.outcome, line.reference, _title(given), line.caption, "", line.after, line.why,
                act if is_new else None, row if is_new else None,
            )  # fmt: skip

    def _row_words(self, what: Text, row: int) -> str:
        return f"{what.to(self._paste.language)} {row + 1}"

    def _new_cell(self, row: int, kind: Kind, column: PasteColumn, text: str, given: dict[str, Any]) -> PlanLine:
        reference = self._row_words(_NEW, row)
        if column.name is None:
            return PlanLine(Outcome.REFUSED, reference, "", column.label, "", text, _FIXED)
        spec = field_of(kind.model, column.name)
        if spec is None:
            why = Text(f"Een {kind.one.nl} heeft dit veld niet.", f"No such field on: {kind.one.en}.")
            return PlanLine(Outcome.REFUSED, reference, "", column.label, "", text, why)
        part = self._draft.part()
        value = part.cleaned_by(spec, text)
        if part.faults:
            return PlanLine(Outcome.REFUSED, reference, "", spec.label, "", text, part.faults[spec.name])
        given[spec.name] = value
        after = spec.type.text(value, self._paste.language, self._draft.name_of)
        return PlanLine(Outcome.NEW, reference, "", spec.label, "", after, new_names(self._draft, spec, value))


def cell_line(
    draft: Draft, record: Record, spec: FieldSpec, text: str, language: Language = Language.DUTCH
) -> PlanLine:
    """Give the line for one cell of a record; text that reads as what stands there changes nothing."""
    before = spec.type.text(record[spec.name], language, draft.name_of)
    if _same(text, before):
        return PlanLine(Outcome.UNCHANGED, record.reference, record.summary.title, spec.label, before, before)
    return field_line(draft, record, spec, before, text, language)


def _same(text: str, other: str) -> bool:
    return [" ".join(line.split()) for line in text.split("\n")] == [" ".join(one.split()) for one in other.split("\n")]


def _title(given: Mapping[str, Any]) -> str:
    return str(given.get("title") or "")


@dataclass(frozen=True)
class FillDown:
    """The values of the first record's fields for all the others (Ctrl+D)."""

    ids: Sequence[int]
    names: Sequence[str]
    language: Language = Language.DUTCH

    def rehearse(self, store: Store) -> Rehearsal:
        """Give the rehearsal."""
        draft = Draft(store)
        plan = Plan(draft, lambda changed, _: StepLabel.FILLED_DOWN(records=records_counted(changed)))
        first = store.records(self.ids[:1])

        def work(records: list[Record]) -> Iterator[PlanLine]:
            for record in records:
                for name in self.names:
                    yield from self._line(draft, first[0], record, name)

        return Rehearsal(store, self.ids[1:] if first else (), plan, work)

    def _line(self, draft: Draft, first: Record, record: Record, name: str) -> Iterator[PlanLine]:
        source, spec = field_of(first.kind.model, name), field_of(record.kind.model, name)
        if source is None:
            return
        if spec is None:
            title = record.summary.title
            yield PlanLine(Outcome.REFUSED, record.reference, title, source.label, "", "", no_such_field(record))
            return
        before = spec.type.text(record[name], self.language, draft.name_of)
        value = first[name]
        given = value if source.type == spec.type else source.type.text(value, self.language, draft.name_of)
        yield field_line(draft, record, spec, before, given, self.language)


def fields_by_heading(kinds: Sequence[Kind], headings: Sequence[str]) -> list[str | None]:
    """Give for each heading the name of the field that it means, by label, name or alias; None where it means none.

    What other lists call a deadline means ``DEADLINE``, where no field has that name.
    """
    known: dict[str, str] = {}
    for kind in kinds:
        for spec in fields_of(kind.model):
            for words in (spec.label.nl, spec.label.en, spec.name, *spec.aliases):
                known.setdefault(fold(words), spec.name)
    for words in DEADLINE_HEADINGS:
        known.setdefault(words, DEADLINE)
    found: list[str | None] = []
    for heading in headings:
        name = known.get(fold(heading))
        found.append(None if name in found else name)
    return found


def second_columns(columns: Sequence[PasteColumn | None]) -> list[int]:
    """Give the places of columns to a field that an earlier one goes to: a field takes one column."""
    taken: set[str] = set()
    found: list[int] = []
    for place, column in enumerate(columns):
        if column is None or column.name is None:
            continue
        if column.name in taken:
            found.append(place)
        taken.add(column.name)
    return found


def has_headings(kinds: Sequence[Kind], cells: Rows) -> bool:
    """Tell whether the first row holds headings: at least half of its words name fields, two or the title among them.

    A lone heading that is no title may as well be a value: a theme can be called “Planning”.
    """
    if len(cells) < 2:
        return False
    words = [text for text in cells[0] if text.strip()]
    named = [name for name in fields_by_heading(kinds, words) if name]
    return bool(words) and ("title" in named or len(named) > 1) and 2 * len(named) >= len(words)


def has_whole_rows(kinds: Sequence[Kind], cells: Rows) -> bool:
    """Tell whether the cells are rows of a list under their headings, with what a new record needs among them."""
    return has_headings(kinds, cells) and "title" in fields_by_heading(kinds, cells[0])
