"""What a file changes in the fields of a record: a file adds to lists and remarks and takes nothing away."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from tracker.basics.folding import fold
from tracker.records.citation import first_citation
from tracker.records.member import Member
from tracker.records.party import party_named
from tracker.records.value_type import Area, CitationText, Line, ListOf, Stored, ValueType
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
    if was is not None and likeness_of(value_type, was) == likeness_of(value_type, value):
        return was  # the same paper in another form, the same words in other capitals
    if name == _REMARKS and was:
        return added_lines(was, value)
    return value


def _added(value_type: ValueType, was: Any, value: Any) -> tuple[Any, ...]:
    inner = value_type.of if isinstance(value_type, ListOf) else value_type
    there = [likeness_of(inner, one) for one in was or ()]
    more = [one for one in value if not any(_is_like(likeness_of(inner, one), known) for known in there)]
    return (*(was or ()), *more)


def likeness_of(value_type: ValueType, value: Any) -> Any:
    """Give what two values have in common that mean the same: a paper its key, a member family name and party."""
    if isinstance(value_type, CitationText) and isinstance(value, str):
        cited = first_citation(value)
        return fold(value) if cited is None else cited.key
    if isinstance(value, Member):
        party = value.party and (party_named(value.party) or value.party)
        return _MemberLikeness(fold(value.name or "").rpartition(" ")[2], fold(party or ""))
    if isinstance(value_type, Line | Area) and isinstance(value, str):
        return fold(value)
    return _plain(value_type.to_stored((value,)) if value_type.many else value_type.to_stored(value))


@dataclass(frozen=True, slots=True)
class _MemberLikeness:
    """Members are named with and without first names and party: D.G.M. Ceder (CU), Ceder (ChristenUnie), Ceder."""

    family_name: str
    party: str


def _is_like(one: Any, other: Any) -> bool:
    if isinstance(one, _MemberLikeness) and isinstance(other, _MemberLikeness):
        return one.family_name == other.family_name and (one.party == other.party or not (one.party and other.party))
    return bool(one == other)


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
