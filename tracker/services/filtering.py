"""What a filter offers to choose from, and the condition that a value in the list stands for."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from tracker.basics.errors import InvalidValue
from tracker.basics.language import Language, Text
from tracker.records.condition import DAY_COUNTS, Condition, Operand, Operation, empty_words, operations_for
from tracker.records.field import FieldSpec
from tracker.records.filter import Filter
from tracker.records.kind import Kind
from tracker.records.list_field import DEADLINE_END, OF_EVERY_LIST, list_fields
from tracker.records.relative_day import RelativeDay, relative_day
from tracker.records.snapshot import Record
from tracker.records.typed_day import typed_period
from tracker.records.value_type import MONEY, Choice, Day, ListOf
from tracker.services.field_groups import FieldGroup, usual_first
from tracker.store.record_store import Store

MOST_OFFERED = 500
_LONGEST_TEXT = 200
_SPAN = 2
_RECORD, _DEADLINES = Text("Record", "Record"), Text("Termijnen", "Deadlines")
_OF_RECORD = frozenset(("phase", "kind", "reference", "updated"))
_ASKED_MOST = ("phase", "kind", "status", DEADLINE_END, "owner", "lead", "minister", "theme", "title")


@dataclass(frozen=True, slots=True)
class Offer:
    """A value that a filter offers: stored (None: nothing known), in words, and how many records have it."""

    value: str | int | None
    label: str
    count: int


def filter_fields(kind: Kind | None) -> list[FieldGroup]:
    """Give the fields that a list can be filtered by, those that are asked most first."""
    of_every = {one.name for one in OF_EVERY_LIST}
    return usual_first((_grouped(one) if one.name in of_every else one for one in list_fields(kind)), _ASKED_MOST)


def _grouped(spec: FieldSpec) -> FieldSpec:
    """Put what every list knows of a record under a group, as its own fields are."""
    return replace(spec, group=_RECORD if spec.name in _OF_RECORD else _DEADLINES)


def offers(
    store: Store, spec: FieldSpec, chosen: Filter, today: date, language: Language = Language.DUTCH
) -> list[Offer]:
    """Give the values that a field has in a list, without what the list already asks of that field.

    Those of a closed list stand in its own order, others by their number; without a value last.
    """
    others = replace(chosen, conditions=tuple(one for one in chosen.conditions if one.field != spec.name))
    kind = spec.type.of if isinstance(spec.type, ListOf) else spec.type
    names = store.names()
    found = store.value_counts(spec.name, others, today)[:MOST_OFFERED]
    known = [
        Offer(value, kind.text(kind.from_stored(value), language, names), count)
        for value, count in found
        if value is not None
    ]
    if isinstance(kind, Choice):
        known.sort(key=lambda one: kind.sort_key(one.value))
    empty = [Offer(None, empty_words(spec).to(language), count) for value, count in found if value is None]
    return known + empty


def condition_of(record: Record, spec: FieldSpec) -> Condition | None:
    """Give the condition that a record's value of a field stands for; None where its kind of value knows none."""
    value = record.values.get(spec.name) if spec.name in record.values else getattr(record.summary, spec.name, None)
    operations = operations_for(spec)
    if isinstance(value, datetime):
        value = value.astimezone().date()
    if value is None or value in ("", ()):
        return Condition(spec.name, Operation.EMPTY) if Operation.EMPTY in operations else None
    if Operation.YES in operations:
        return Condition(spec.name, Operation.YES if value else Operation.NO)
    if Operation.BETWEEN in operations:
        return Condition(spec.name, Operation.BETWEEN, (value, value))
    if Operation.ONE_OF in operations:
        values = value if isinstance(value, tuple) else (value,)
        return Condition(spec.name, Operation.ONE_OF, tuple(values))
    if isinstance(value, str):
        return Condition(spec.name, Operation.CONTAINS, (" ".join(value.split())[:_LONGEST_TEXT],))
    return None


def typed_condition(spec: FieldSpec, operation: Operation, typed: tuple[str, ...], today: date) -> Condition:
    """Give the condition for texts as somebody types them: words, days, numbers. Raises InvalidValue.

    Days that are told from today stay so: *+30d* means another day tomorrow. Of a period (*2025*, *juni 2026*) *vóór*
    and *van* mean its first day, *na* and *tot en met* its last; one period alone is asked from its first to its last.
    """
    is_span, is_day = operation is Operation.BETWEEN, isinstance(spec.type, Day)
    if is_span and is_day and len(typed) == _SPAN and typed[0].strip() and not typed[1].strip():
        typed = (typed[0], typed[0])
    begins = (operation is Operation.BEFORE or is_span, False)
    operands = (
        _operand(spec, operation, one, today, is_first=first) for one, first in zip(typed, begins, strict=False)
    )
    return Condition(spec.name, operation, tuple(operands))


def _operand(spec: FieldSpec, operation: Operation, text: str, today: date, *, is_first: bool) -> Operand:
    if not text.strip():
        raise InvalidValue("Vul hier iets in.", "Fill this in.")
    if operation in {Operation.CONTAINS, Operation.LACKS}:
        return " ".join(text.split())
    if operation in DAY_COUNTS:
        return _days(text)
    value: Any = (
        relative_day(text) or _day(text, today, is_first=is_first) if isinstance(spec.type, Day) else MONEY.parse(text)
    )
    if not isinstance(value, date | RelativeDay | Decimal):
        raise InvalidValue("Vul hier iets in.", "Fill this in.")
    return value


def _day(text: str, today: date, *, is_first: bool) -> date | None:
    period = typed_period(text, today)
    return None if period is None else period[0 if is_first else 1]


def _days(text: str) -> int:
    if not text.strip().isdecimal():
        raise InvalidValue(f"“{text.strip()}” is geen aantal dagen.", f"“{text.strip()}” is not a number of days.")
    return int(text)
