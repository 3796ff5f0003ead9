"""What a file gives, as values of the register; each text is read once, for files say the same in many rows."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping
from datetime import date
from functools import cache, partial
from typing import Any, NamedTuple

from tracker.basics.errors import InvalidValue
from tracker.basics.language import Text
from tracker.records.entity import columns_of
from tracker.records.field import FieldSpec
from tracker.records.proposal import Exact, Link
from tracker.records.typed_day import typed_day
from tracker.records.value_type import Day, ListOf, Reference, ValueType
from tracker.services.drafting import Draft, specs_by_name

_KEPT_READINGS = 3_000
"""Of one field: more than there are words for anything but titles."""
_LONGEST_KEPT = 200
_NOT_HERE = Text("Dit veld bestaat hier niet.", "There is no such field here.")
_MISSING = Text("Vul dit veld in.", "Fill in this field.")
_NO_ROW = Text("Wat hier is bedoeld, staat niet in het bestand.", "What is meant here is not in the file.")
FindRow = Callable[[Link], int | None]
"""Gives the id of the row that a link means, be it there or about to be made."""


class Cleaned(NamedTuple):
    """Values by field name, and what is wrong with those that could not be read."""

    values: dict[str, Any]
    faults: dict[str, Text]


class Cleaner:
    """Reads texts as a person would have typed them; anything else is the value itself."""

    def __init__(self, draft: Draft) -> None:
        self._draft = draft
        self._read_before: dict[str, dict[str, dict[str, Any]]] = defaultdict(lambda: defaultdict(dict))
        """What a text means in each field of an entity."""
        self._text_readers: dict[tuple[str, str], Callable[[str], Any]] = {}

    def clean(self, entity: str, given: Mapping[str, Any], row_of: FindRow) -> Cleaned:
        """Give the values; blank ones are left out, for a blank cell takes nothing away."""
        values: dict[str, Any] = {}
        faults: dict[str, Text] = {}
        plain, read_before = _plain_fields(entity), self._read_before[entity]
        for name, raw in given.items():
            sort = type(raw)
            if sort is str:
                if not raw:
                    continue
                known = read_before[name].get(raw)
                if known is not None:
                    values[name] = known
                    continue
            elif sort in _AS_THEY_ARE:
                if name in plain:
                    values[name] = raw
                    continue
            elif raw is None or raw in ("", ()):
                continue
            try:
                value = self._value(entity, name, raw, row_of)
            except InvalidValue as error:
                faults[name] = error.words
                continue
            if value is None or value == ():
                continue
            values[name] = value
            if sort is str and len(raw) <= _LONGEST_KEPT and len(read_before[name]) < _KEPT_READINGS:
                read_before[name][raw] = value
        return Cleaned(values, faults)

    def _joining(self, entity: str, name: str, raw: Any, row_of: FindRow) -> Any:
        if name not in columns_of(entity):
            raise InvalidValue(_NOT_HERE.nl, _NOT_HERE.en)
        return _row(raw, row_of) if isinstance(raw, Link) else raw

    def _value(self, entity: str, name: str, raw: Any, row_of: FindRow) -> Any:
        spec = specs_by_name(entity).get(name)
        if spec is None:
            return self._joining(entity, name, raw, row_of)
        if isinstance(raw, str):
            value = str(raw) if isinstance(raw, Exact) else self._text_reader(entity, spec)(raw)
        elif isinstance(raw, Link):
            value = _row(raw, row_of)
        elif isinstance(raw, (tuple, list)):
            value = tuple([self._one_of(spec, one, row_of) for one in raw])
        else:
            value = raw
        if spec.check is not None and (fault := spec.check(value)) is not None:
            raise InvalidValue(fault.nl, fault.en)
        return value

    def _one_of(self, spec: FieldSpec, one: Any, row_of: FindRow) -> Any:
        if isinstance(one, Link):
            return _row(one, row_of)
        if isinstance(one, str) and not isinstance(one, Exact) and isinstance(spec.type, ListOf):
            if isinstance(spec.type.of, Reference):
                return self._draft.namer.id_of(spec.type.of.entity, one)
            return spec.type.of.parse(one)
        return str(one) if isinstance(one, Exact) else one

    def _text_reader(self, entity: str, spec: FieldSpec) -> Callable[[str], Any]:
        """Give what reads a text in a field; asking its type each time costs more than reading most texts."""
        found = self._text_readers.get((entity, spec.name))
        if found is None:
            found = self._text_readers[entity, spec.name] = self._reader_of(spec.type)
        return found

    def _reader_of(self, value_type: ValueType) -> Callable[[str], Any]:
        namer = self._draft.namer
        if isinstance(value_type, Reference):
            return partial(namer.id_of, value_type.entity)
        if isinstance(value_type, ListOf) and isinstance(value_type.of, Reference):
            return partial(namer.ids_of, value_type.of.entity)
        return value_type.parse


def _row(link: Link, row_of: FindRow) -> int:
    found = row_of(link)
    if found is None:
        raise InvalidValue(f"“{link.key}”: {_NO_ROW.nl}", f"“{link.key}”: {_NO_ROW.en}")
    return found


def as_typed(entity: str, name: str, value: Any, today: date) -> Any:
    """Give the day that is meant by what somebody typed into a field for days, as forms read it: 1-9-26, vandaag.

    What is no day, or in another field, stays as it was typed.
    """
    spec = specs_by_name(entity).get(name)
    if not isinstance(value, str) or spec is None or not isinstance(spec.type, Day):
        return value
    try:
        return typed_day(value, today) or value
    except InvalidValue:
        return value  # and is refused in a sentence


def missing(entity: str, values: Mapping[str, Any], given: str = "") -> dict[str, Text]:
    """Give the fields that a new row must have and that are not known; ``given`` is one that gets a value anyhow."""
    faults: dict[str, Text] = {}
    for name in _required(entity):
        value = values.get(name)
        if value is None or value == "":
            if name == given and name not in values:
                continue
            faults[name] = _MISSING
    return faults


_AS_THEY_ARE = frozenset((date, int, bool))
"""What is a value already, and no text that could be read otherwise."""


@cache
def _plain_fields(entity: str) -> frozenset[str]:
    """Give the fields in which such values are taken as they are."""
    return frozenset(spec.name for spec in specs_by_name(entity).values() if spec.check is None)


@cache
def _required(entity: str) -> tuple[str, ...]:
    return tuple(spec.name for spec in specs_by_name(entity).values() if spec.required)


@cache
def pointing_fields(entity: str) -> tuple[tuple[str, str], ...]:
    """Give the fields that point at rows beside the records, each with the entity of those rows."""
    found = []
    for spec in specs_by_name(entity).values():
        one = spec.type.of if isinstance(spec.type, ListOf) else spec.type
        if isinstance(one, Reference):
            found.append((spec.name, one.entity))
    if entity == "deadline":
        found.append(("event_id", "event"))
    return tuple(found)
