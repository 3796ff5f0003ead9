"""What a file changes in the fields of a record: a file adds to lists and remarks and takes nothing away."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from tracker.basics.folding import fold
from tracker.records.value_type import Area, Line, Stored, ValueType
from tracker.services.drafting import specs_by_name

_REMARKS = "remarks"


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One field that gets another value."""

    name: str
    old: Any
    new: Any


def changes_in(entity: str, old: Mapping[str, Any], given: Mapping[str, Any], *, is_exact: bool) -> list[FieldChange]:
    """Give the fields that change. ``is_exact``: lists and remarks are what the file says, else they are added to."""
    specs = specs_by_name(entity)
    found = []
    for name, value in given.items():
        value_type, was = specs[name].type, old[name]
        if value == was:
            continue
        new = value if is_exact else _joined(name, value_type, was, value)
        if value_type.to_stored(new) != value_type.to_stored(was):
            found.append(FieldChange(name, was, new))
    return found


def _joined(name: str, value_type: ValueType, was: Any, value: Any) -> Any:
    if value_type.many:
        return _added(value_type, was, value)
    if name == _REMARKS and was:
        return added_lines(was, value)
    if isinstance(value_type, Line | Area) and isinstance(was, str) and was.split() == value.split():
        return was
    return value


def _added(value_type: ValueType, was: Any, value: Any) -> tuple[Any, ...]:
    there = [_plain(value_type.to_stored((one,))) for one in was or ()]
    more = [one for one in value if _plain(value_type.to_stored((one,))) not in there]
    return (*(was or ()), *more)


def _plain(stored: Stored) -> Any:
    if isinstance(stored, str):
        return fold(stored)
    if isinstance(stored, list):
        return [_plain(one) for one in stored]
    if isinstance(stored, dict):
        return {name: _plain(one) for name, one in stored.items()}
    return stored


def added_lines(was: str, more: str) -> str:
    """Give remarks with those lines added that are not in them yet."""
    there = {fold(line) for line in was.split("\n")}
    new = [line for line in more.split("\n") if line.strip() and fold(line) not in there]
    return "\n".join((was, *new))
