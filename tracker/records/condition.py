"""A condition on one field of a list: which operations a kind of value knows, and how a condition reads."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from decimal import Decimal, InvalidOperation
from enum import StrEnum
from typing import Any

from tracker.basics.errors import InvalidValue
from tracker.basics.formats import moment_words
from tracker.basics.language import Language, Text
from tracker.records.field import FieldSpec
from tracker.records.list_field import CHANGED_SINCE, DEADLINE_END
from tracker.records.relative_day import RelativeDay, relative_day
from tracker.records.value_type import (
    DAY,
    PERSON,
    Area,
    Choice,
    Day,
    Items,
    ListOf,
    Money,
    NameOf,
    Reference,
    Whole,
    YesNo,
    no_names,
)

Operand = str | int | date | RelativeDay | Decimal | None


class Operation(StrEnum):
    """What a condition asks of a value."""

    CONTAINS = "contains"
    LACKS = "lacks"
    ONE_OF = "one of"
    NONE_OF = "none of"
    BEFORE = "before"
    AFTER = "after"
    BETWEEN = "between"
    SINCE = "since"
    OVERDUE_BY = "overdue by more than"
    DUE_WITHIN = "due within"
    DUE_OR_OVERDUE = "due within or overdue"
    AT_LEAST = "at least"
    AT_MOST = "at most"
    YES = "yes"
    NO = "no"
    EMPTY = "empty"
    FILLED = "filled"

    @property
    def words(self) -> Text:
        """Give the operation as the filter popup calls it."""
        return _WORDS[self]


_WORDS = {
    Operation.CONTAINS: Text("bevat", "contains"),
    Operation.LACKS: Text("bevat niet", "does not contain"),
    Operation.ONE_OF: Text("is een van", "is one of"),
    Operation.NONE_OF: Text("is geen van", "is none of"),
    Operation.BEFORE: Text("vóór", "before"),
    Operation.AFTER: Text("na", "after"),
    Operation.BETWEEN: Text("van … tot en met", "from … until"),
    Operation.SINCE: Text("sinds", "since"),
    Operation.OVERDUE_BY: Text("langer over tijd dan (dagen)", "overdue by more than (days)"),
    Operation.DUE_WITHIN: Text("binnen (dagen), niet over tijd", "within (days), not overdue"),
    Operation.DUE_OR_OVERDUE: Text("over tijd of binnen (dagen)", "overdue or within (days)"),
    Operation.AT_LEAST: Text("minstens", "at least"),
    Operation.AT_MOST: Text("hoogstens", "at most"),
    Operation.YES: Text("ja", "yes"),
    Operation.NO: Text("nee", "no"),
    Operation.EMPTY: Text("is leeg", "is empty"),
    Operation.FILLED: Text("is ingevuld", "is filled in"),
}
_TEXTS = {Operation.CONTAINS, Operation.LACKS}
_SETS = {Operation.ONE_OF, Operation.NONE_OF}
DAY_COUNTS = frozenset({Operation.OVERDUE_BY, Operation.DUE_WITHIN, Operation.DUE_OR_OVERDUE})
"""What is asked of open deadlines with a number of days."""
_NUMBER = re.compile(r"-?[\d.]+(?:E[+-]?\d+)?")
_ALONE = {Operation.YES, Operation.NO, Operation.EMPTY, Operation.FILLED}


@dataclass(frozen=True, slots=True)
class Condition:
    """A field must hold to this.

    ``operands`` are typed by the operation: texts for *contains*, stored values (None: empty) for *one of*, days
    (also told from today) or numbers for *before* … *between*, a number of days for deadlines, a moment in UTC
    (ISO 8601) for *since*, none for *empty* and *yes*.
    """

    field: str
    operation: Operation
    operands: tuple[Operand, ...] = ()

    def on(self, today: date) -> Condition:
        """Give what is asked on a day: days that are told from today are worked out."""
        if not any(isinstance(one, RelativeDay) for one in self.operands):
            return self
        days = tuple(one.on(today) if isinstance(one, RelativeDay) else one for one in self.operands)
        return replace(self, operands=days)


def operations_for(spec: FieldSpec) -> tuple[Operation, ...]:
    """Give the operations that a field knows, the most usual first."""
    if spec.name == CHANGED_SINCE:
        return (Operation.SINCE,)
    empties = () if spec.required else (Operation.EMPTY, Operation.FILLED)
    return (*_operations_of(spec), *empties)


def _operations_of(spec: FieldSpec) -> tuple[Operation, ...]:
    kind = spec.type
    if isinstance(kind, YesNo):
        return (Operation.YES, Operation.NO)
    if isinstance(kind, Day):
        spans = (
            (Operation.OVERDUE_BY, Operation.DUE_OR_OVERDUE, Operation.DUE_WITHIN) if spec.name == DEADLINE_END else ()
        )
        return (*spans, Operation.BEFORE, Operation.AFTER, Operation.BETWEEN)
    if isinstance(kind, Whole | Money):
        return (Operation.AT_LEAST, Operation.AT_MOST, Operation.BETWEEN)
    if isinstance(kind, Area | Items) or spec.name in {"title", "reference"}:
        return (Operation.CONTAINS, Operation.LACKS)
    of = kind.of if isinstance(kind, ListOf) else kind
    if isinstance(of, Choice | Reference):
        return (Operation.ONE_OF, Operation.NONE_OF)
    return (Operation.ONE_OF, Operation.CONTAINS, Operation.LACKS, Operation.NONE_OF)


def is_private(spec: FieldSpec) -> bool:
    """Tell whether what a condition on this field asks stays in the house: it is internal, or names persons."""
    return spec.internal or spec.type == PERSON


def empty_words(spec: FieldSpec) -> Text:
    """Give how a field reads of which nothing is known."""
    if spec.type == PERSON:
        return Text("niemand", "nobody")
    return Text("geen dag", "no day") if isinstance(spec.type, Day) else Text("leeg", "empty")


def condition_words(
    condition: Condition, spec: FieldSpec, name_of: NameOf = no_names, today: date | None = None
) -> Text:
    """Give what a condition asks, without the field's own label: *open of loopt*, *vóór +30d (01-07-2026)*.

    ``today``: the day from which days are told; None leaves out which they are.
    """
    operation = condition.operation
    if operation is Operation.EMPTY:
        return empty_words(spec)
    if operation is Operation.SINCE:
        shown = [_moment(str(one)) for one in condition.operands]
    else:
        shown = [_operand_words(one, spec, name_of, today) for one in condition.operands]
    if operation in _SETS:
        shown = [_joined(shown, Text("of", "or"))]
    nl, en = _SENTENCES[operation]
    return Text(nl.format(*(one.nl for one in shown)), en.format(*(one.en for one in shown)))


_SENTENCES = {
    Operation.CONTAINS: ("bevat “{}”", "contains “{}”"),
    Operation.LACKS: ("bevat niet “{}”", "does not contain “{}”"),
    Operation.ONE_OF: ("{}", "{}"),
    Operation.NONE_OF: ("niet {}", "not {}"),
    Operation.BEFORE: ("vóór {}", "before {}"),
    Operation.AFTER: ("na {}", "after {}"),
    Operation.BETWEEN: ("{} t/m {}", "{} to {}"),
    Operation.SINCE: ("sinds {}", "since {}"),
    Operation.OVERDUE_BY: ("meer dan {} dagen over tijd", "more than {} days overdue"),
    Operation.DUE_WITHIN: ("binnen {} dagen, niet over tijd", "within {} days, not overdue"),
    Operation.DUE_OR_OVERDUE: ("over tijd of binnen {} dagen", "overdue or within {} days"),
    Operation.AT_LEAST: ("minstens {}", "at least {}"),
    Operation.AT_MOST: ("hoogstens {}", "at most {}"),
    Operation.YES: ("ja", "yes"),
    Operation.NO: ("nee", "no"),
    Operation.FILLED: ("ingevuld", "filled in"),
}


def _moment(stored: str) -> Text:
    """Give a moment, that stands in a condition as ISO 8601, as this clock shows it."""
    at = datetime.fromisoformat(stored).astimezone()
    return Text(moment_words(at), moment_words(at, Language.ENGLISH))


def _operand_words(operand: Operand, spec: FieldSpec, name_of: NameOf, today: date | None) -> Text:
    if operand is None:
        return empty_words(spec)
    if isinstance(operand, RelativeDay):
        if today is None:
            return operand.words
        day = _operand_words(operand.on(today), spec, name_of, today)
        return Text(f"{operand.words.nl} ({day.nl})", f"{operand.words.en} ({day.en})")
    if isinstance(operand, date):
        return Text(DAY.text(operand), DAY.text(operand, Language.ENGLISH))
    kind = spec.type.of if isinstance(spec.type, ListOf) else spec.type
    if isinstance(kind, Choice | Reference):
        return Text(kind.text(operand, name_of=name_of), kind.text(operand, Language.ENGLISH, name_of))
    return Text.same(str(operand))


def _joined(words: list[Text], last: Text) -> Text:
    def side(some: list[str], word: str) -> str:
        *others, end = some or ["…"]
        return f"{', '.join(others)} {word} {end}" if others else end

    return Text(side([one.nl for one in words], last.nl), side([one.en for one in words], last.en))


def condition_to_json(condition: Condition) -> dict[str, Any]:
    """Give a condition as JSON holds it."""
    operands = [str(one) if isinstance(one, date | RelativeDay | Decimal) else one for one in condition.operands]
    return {"field": condition.field, "operation": str(condition.operation), "operands": operands}


def condition_from_json(found: object) -> Condition:
    """Read a condition from JSON. Raises InvalidValue for what is none."""
    try:
        return _read(found)
    except (KeyError, TypeError, ValueError, InvalidOperation) as error:
        raise InvalidValue(
            "Een filter in deze weergave is niet te lezen. Maak de weergave opnieuw.",
            "A filter in this view cannot be read. Make the view again.",
        ) from error


def _read(found: object) -> Condition:
    if not isinstance(found, Mapping) or not isinstance(found["operands"], list):
        raise TypeError
    operation = Operation(found["operation"])
    operands = tuple(_operand(operation, one) for one in found["operands"])
    _refuse_wrong_number(operation, operands)
    return Condition(str(found["field"]), operation, operands)


def _operand(operation: Operation, stored: Any) -> Operand:
    if operation in _SETS and (stored is None or isinstance(stored, str | int)):
        return stored
    if operation in {*_TEXTS, Operation.SINCE} and isinstance(stored, str):
        return _moment_text(stored) if operation is Operation.SINCE else stored
    if operation in DAY_COUNTS and isinstance(stored, int):
        return stored
    if operation in {Operation.BEFORE, Operation.AFTER}:
        return _day(stored)
    if operation in {Operation.AT_LEAST, Operation.AT_MOST}:
        return Decimal(str(stored))
    if operation is Operation.BETWEEN:
        is_number = not isinstance(stored, str) or _NUMBER.fullmatch(stored)
        return Decimal(str(stored)) if is_number else _day(stored)
    raise TypeError


def _day(stored: str) -> date | RelativeDay:
    told = relative_day(stored)
    return told if told is not None and str(told) == stored else date.fromisoformat(stored)


def _moment_text(stored: str) -> str:
    """Give a moment the one way in which the log writes it. Raises ValueError for what is none."""
    return datetime.fromisoformat(stored).isoformat(timespec="milliseconds")


def _refuse_wrong_number(operation: Operation, operands: tuple[Operand, ...]) -> None:
    wanted = 0 if operation in _ALONE else 2 if operation is Operation.BETWEEN else 1
    if len(operands) != wanted and not (operation in _SETS and operands):
        raise ValueError(operation)
