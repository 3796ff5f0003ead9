"""By what a record is known again: its reference, numbers, own paper, title and day, in a form that can be compared."""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterable, Iterator, Mapping
from datetime import date
from functools import cache, lru_cache
from typing import Any, NamedTuple

from tracker.basics.errors import InvalidValue
from tracker.basics.folding import fold
from tracker.records.citation import read_citations
from tracker.records.entity import model_of
from tracker.records.field import fields_of
from tracker.records.value_type import DAY

NUMBER_FIELDS = ("number", "former_number", "official_number")
DAY_FIELDS = ("made_on", "published_on")
_NUMBER = re.compile(r"TZ\d{6}-\d+|T\d{5}|\d{4}[ZDA]\d{3,}", re.IGNORECASE)
_ACT = re.compile(r"\b\d{1,4}/\d{1,4}\b")
_PAPER = re.compile(
    r"(?:Kamerstuk(?:ken)?,? )?(?:II )?(?:\d{4}[/-]\d{2,4},? )?"
    r"(?P<dossier>\d{2}[ .]?\d{3})(?:, nr\.? |-)(?P<number>\d+)"
)
"""The plain forms, which nearly all citations have; reading any other costs a hundred times more."""
OWN_PAPER = frozenset(("motion",))
"""Kinds of which each has a paper of its own. Several commitments are made in one."""


class Identity(NamedTuple):
    """What is known of who a record is. ``title`` is folded; ``day`` is the day it was made, as an ordinal."""

    kind: str
    title: str
    reference: str = ""
    numbers: frozenset[str] = frozenset()
    papers: frozenset[Hashable] = frozenset()
    day: int | None = None

    @property
    def title_key(self) -> tuple[str, str]:
        """Give what records of one title have in common."""
        return self.kind, self.title


def identity_of(kind: str, values: Mapping[str, Any], reference: str = "", day: date | None = None) -> Identity:
    """Give the identity in values, be they texts as typed or values of the register. ``day`` stands in for a debate."""
    found = made_on(values) or day
    return Identity(
        kind,
        fold(str(values.get("title") or "")),
        reference.strip().upper(),
        frozenset((*numbers_in([str(values[name]) for name in NUMBER_FIELDS if values.get(name)]), *_act_in(values))),
        papers_in(str(values.get("citation") or "")) if kind in OWN_PAPER else frozenset(),
        None if found is None else found.toordinal(),
    )


def made_on(values: Mapping[str, Any]) -> date | None:
    """Give the day in values on which a record was made, where they tell it."""
    for name in DAY_FIELDS:
        seen = _day(values.get(name))
        if seen is not None:
            return seen
    return None


def numbers_in(texts: Iterable[str]) -> Iterable[str]:
    """Give the numbers by which a Chamber knows something: TZ202605-123, T03456, 2025Z14299."""
    return [found.upper() for text in texts for found in _NUMBER.findall(text)]


def _act_in(values: Mapping[str, Any]) -> Iterator[str]:
    """Give the number of a European act: of "(EU) 2024/1712" and "2011/36/EU"."""
    number = values.get("official_number")
    found = _ACT.search(str(number)) if number else None
    if found is not None:
        yield f"EU{found[0]}"


@lru_cache(maxsize=8192)
def papers_in(text: str) -> frozenset[Hashable]:
    """Give what identifies the numbered papers in a text, in whatever form they are cited."""
    plain = _PAPER.fullmatch(text)
    if plain is not None:
        dossier = plain["dossier"].replace(" ", "").replace(".", "")
        return frozenset((("kamerstuk", None, None, dossier, None, plain["number"]),))
    return frozenset(one.key for one in read_citations(text) if one.kind == "kamerstuk" and one.number)


def contradicts(one: Identity, other: Identity) -> bool:
    """Tell whether two cannot be the same record, however alike their titles are."""
    if one.day is not None and other.day is not None and one.day != other.day:
        return True
    return has_another_number(one, other)


def has_another_number(one: Identity, other: Identity) -> bool:
    """Tell whether both have a number or paper of their own, and not the same."""
    return _apart(one.papers, other.papers) or any(
        _apart(_of_series(one.numbers, series), _of_series(other.numbers, series)) for series in ("TZ", "T0", "2", "EU")
    )


def _apart(one: frozenset[Hashable], other: frozenset[Hashable]) -> bool:
    return bool(one) and bool(other) and not one & other


def _of_series(numbers: frozenset[str], start: str) -> frozenset[Hashable]:
    return frozenset(one for one in numbers if one.startswith(start))


def _day(value: Any) -> date | None:
    if isinstance(value, str):
        try:
            return DAY.parse(value)
        except InvalidValue:
            return None
    return value if isinstance(value, date) else None


@cache
def identifying_fields(kind: str) -> tuple[str, ...]:
    """Give the fields of a kind that say who a record is."""
    wanted = {"title", "citation", "debate", *NUMBER_FIELDS, *DAY_FIELDS}
    return tuple(spec.name for spec in fields_of(model_of(kind)) if spec.name in wanted)
