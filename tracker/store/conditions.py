"""Conditions on fields as SQL: on the copy that lists have, or on the fields in the kinds' own tables."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from typing import Any

from sqlalchemy import (
    Boolean,
    ColumnElement,
    Date,
    Float,
    String,
    and_,
    case,
    cast,
    exists,
    false,
    func,
    literal_column,
    not_,
    or_,
    select,
    type_coerce,
)
from sqlalchemy.types import TypeEngine

from tracker.basics.folding import fold
from tracker.records.condition import Condition, Operation
from tracker.records.field import FieldSpec
from tracker.records.kind import Kind
from tracker.records.list_field import COPIED, OF_EVERY_LIST, field_in, list_field
from tracker.records.registry import KINDS, kind_of
from tracker.records.status import ACTIVE_PHASES
from tracker.records.value_type import Day, Money, Reference, Whole
from tracker.store.computed_columns import COMPUTED
from tracker.store.derived_conditions import derived
from tracker.store.rows import table_of
from tracker.store.tables import record

# Written out, not bound: SQLite uses the partial index on open deadlines only where it sees the index's own words.
ACTIVE = record.c.phase.in_([literal_column(f"'{phase}'") for phase in ACTIVE_PHASES])
_COMPUTED_TYPES: Mapping[str, TypeEngine[Any]] = {"held_over": Boolean(), "first_end": Date()}
SHARED = frozenset({*COPIED, *(spec.name for spec in OF_EVERY_LIST)})
"""The fields that ``record`` holds; others lie in the tables of the kinds."""


def meets(condition: Condition, kind_code: str | None, today: date) -> ColumnElement[bool]:
    """Give a condition as SQL on ``record``. Raises InvalidValue for a field that the list does not have."""
    asked = derived(condition, today)
    if asked is not None:
        return asked
    spec, condition = list_field(condition.field, kind_code), condition.on(today)
    due = record.c.deadline_end
    if condition.operation is Operation.OVERDUE_BY:
        return and_(ACTIVE, due < _days_from(today, -_number(condition)))
    if condition.operation is Operation.DUE_WITHIN:
        return and_(ACTIVE, due >= today, due <= _days_from(today, _number(condition)))
    if condition.operation is Operation.DUE_OR_OVERDUE:
        return and_(ACTIVE, due <= _days_from(today, _number(condition)))
    if condition.field in SHARED:
        return _holds(shared_column(condition.field), spec, condition)
    return or_(
        false(),
        *(
            record.c.id.in_(select(column.table.c.id).where(_holds(column, own, condition)))
            for column, own in own_columns(condition.field, kind_code)
        ),
    )


def shared_column(name: str) -> ColumnElement[Any]:
    """Give a column of ``record`` as conditions and counts see it: of a moment, the day on this clock."""
    column = column_of_list(name)
    return func.date(column, "localtime") if name == "updated" else column


def column_of_list(name: str) -> ColumnElement[Any]:
    """Give what lists show by this name: a column of ``record``, or what is computed beside it."""
    if name not in COMPUTED:
        return record.c[name]
    computed: ColumnElement[Any] = literal_column(COMPUTED[name], _COMPUTED_TYPES[name])
    return computed.label(name)


def own_columns(name: str, kind_code: str | None) -> Iterable[tuple[Any, FieldSpec]]:
    """Give a field's column in the table of the kind (None: in those of all kinds that have it), with the field."""
    kinds: Iterable[Kind] = (kind_of(kind_code),) if kind_code else KINDS
    for kind in kinds:
        own = field_in(name, kind)
        if own is not None:
            yield table_of(kind.table).c[name], own


def is_empty(column: ColumnElement[Any], spec: FieldSpec) -> ColumnElement[bool]:
    """Tell whether nothing is known of a field."""
    if spec.type.many:
        return type_coerce(column, String).in_(["[]", ""])
    unknown = column.is_(None)
    return unknown if isinstance(spec.type, Day | Whole | Money | Reference) else or_(unknown, column == "")


def _holds(column: ColumnElement[Any], spec: FieldSpec, condition: Condition) -> ColumnElement[bool]:
    match condition.operation:
        case Operation.EMPTY | Operation.FILLED:
            asked = is_empty(column, spec)
        case Operation.YES | Operation.NO:
            asked = func.coalesce(column, False).is_(True)
        case Operation.ONE_OF | Operation.NONE_OF:
            asked = func.coalesce(_one_of(column, spec, condition), False)
        case Operation.CONTAINS | Operation.LACKS:
            asked = func.coalesce(_contains(column, spec, str(condition.operands[0])), False)
        case _:
            return _compares(column, condition)
    return not_(asked) if condition.operation in _NEGATED else asked


_NEGATED = {Operation.FILLED, Operation.NO, Operation.NONE_OF, Operation.LACKS}


def _one_of(column: ColumnElement[Any], spec: FieldSpec, condition: Condition) -> ColumnElement[bool]:
    wanted = [one for one in condition.operands if one is not None]
    if spec.type.many:
        items = func.json_each(type_coerce(column, String)).table_valued("value")
        found: ColumnElement[bool] = exists(select(1).select_from(items).where(items.c.value.in_(wanted)))
    else:
        found = column.in_(wanted)
    return or_(found, is_empty(column, spec)) if None in condition.operands else found


def _contains(column: ColumnElement[Any], spec: FieldSpec, typed: str) -> ColumnElement[bool]:
    wanted = fold(typed)
    if spec.type.many:
        atoms = func.json_tree(type_coerce(column, String)).table_valued("atom")
        return exists(select(1).select_from(atoms).where(_text_contains(atoms.c.atom, wanted)))
    return _text_contains(column, wanted)


def _text_contains(text: ColumnElement[Any], wanted: str) -> ColumnElement[bool]:
    """Look without accents or capitals. Python folds only what SQLite cannot: most texts are ASCII on one line."""
    return case(
        (func.instr(func.lower(text), wanted) > 0, True),
        (text.op("GLOB")("*[^ -~]*"), func.instr(func.folded(text), wanted) > 0),
        else_=False,
    )


def _compares(column: ColumnElement[Any], condition: Condition) -> ColumnElement[bool]:
    first, *more = [one if isinstance(one, date) else float(str(one)) for one in condition.operands]
    if isinstance(first, float):
        column = cast(column, Float)
    match condition.operation:
        case Operation.BEFORE:
            return column < first
        case Operation.AFTER:
            return column > first
        case Operation.AT_LEAST:
            return column >= first
        case Operation.AT_MOST:
            return column <= first
        case _:
            return column.between(first, more[0])


def _number(condition: Condition) -> int:
    return int(condition.operands[0])  # type: ignore[arg-type]


def _days_from(today: date, days: int) -> date:
    try:
        return today + timedelta(days=days)
    except OverflowError:
        return date.max if days > 0 else date.min
