"""What a file gives, as values of the register; each text is read once, for files say the same in many rows."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

from tracker.basics.errors import InvalidValue
from tracker.basics.language import Text
from tracker.records.entity import columns_of
from tracker.records.field import FieldSpec
from tracker.records.proposal import Exact, Link
from tracker.records.value_type import ListOf, Reference
from tracker.services.drafting import Draft, specs_by_name

_KEPT_READINGS = 3_000
"""Of one field: more than there are words for anything but titles."""
_LONGEST_KEPT = 200
_NOT_HERE = Text("Dit veld bestaat hier niet.", "There is no such field here.")
_MISSING = Text("Vul dit veld in.", "Fill in this field.")
_NO_ROW = Text("Wat hier is bedoeld, staat niet in het bestand.", "What is meant here is not in the file.")
FindRow = Callable[[Link], int | None]
"""Gives the id of the row that a link means, be it there or about to be made."""


@dataclass(frozen=True, slots=True)
class Cleaned:
    """Values by field name, and what is wrong with those that could not be read."""

    values: dict[str, Any]
    faults: dict[str, Text]


class Cleaner:
    """Reads texts as a person would have typed them; anything else is the value itself."""

    def __init__(self, draft: Draft) -> None:
        self._draft = draft
        self._read_before: dict[str, dict[str, dict[str, Any]]] = defaultdict(lambda: defaultdict(dict))
        """What a text means in each field of an entity."""

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
                value = self._read(entity, name, raw, row_of)
            except InvalidValue as error:
                faults[name] = error.words
                continue
            if value is None or value == ():
                continue
            values[name] = value
            if sort is str and len(raw) <= _LONGEST_KEPT and len(read_before[name]) < _KEPT_READINGS:
                read_before[name][raw] = value
        return Cleaned(values, faults)

    def _read(self, entity: str, name: str, raw: Any, row_of: FindRow) -> Any:
        spec = specs_by_name(entity).get(name)
        return self._joining(entity, name, raw, row_of) if spec is None else self._value(spec, raw, row_of)

    def _joining(self, entity: str, name: str, raw: Any, row_of: FindRow) -> Any:
        if name not in columns_of(entity):
            raise InvalidValue(_NOT_HERE.nl, _NOT_HERE.en)
        return _row(raw, row_of) if isinstance(raw, Link) else raw

    def _value(self, spec: FieldSpec, raw: Any, row_of: FindRow) -> Any:
        if isinstance(raw, str):
            value = str(raw) if isinstance(raw, Exact) else self._parsed(spec, raw)
        elif isinstance(raw, Link):
            value = _row(raw, row_of)
        elif isinstance(raw, tuple | list):
            value = tuple(self._one_of(spec, one, row_of) for one in raw)
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

    def _parsed(self, spec: FieldSpec, text: str) -> Any:
        if isinstance(spec.type, Reference):
            return self._draft.namer.id_of(spec.type.entity, text)
        if isinstance(spec.type, ListOf) and isinstance(spec.type.of, Reference):
            return self._draft.namer.ids_of(spec.type.of.entity, text)
        return spec.type.parse(text)


def _row(link: Link, row_of: FindRow) -> int:
    found = row_of(link)
    if found is None:
        raise InvalidValue(f"“{link.key}”: {_NO_ROW.nl}", f"“{link.key}”: {_NO_ROW.en}")
    return found


def missing(entity: str, values: Mapping[str, Any]) -> dict[str, Text]:
    """Give the fields that a new row must have and that are not known."""
    return {name: _MISSING for name in _required(entity) if values.get(name) in (None, "")}


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
