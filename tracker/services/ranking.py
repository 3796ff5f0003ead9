"""Sorting lists by any column: the order of all records is made once per column and used until a change touches it."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from itertools import compress
from operator import not_
from typing import Any

from tracker.basics.folding import fold
from tracker.basics.language import Language
from tracker.records.entity import model_of
from tracker.records.field import field_of
from tracker.records.filter import Filter
from tracker.records.kind import Kind
from tracker.records.registry import KINDS
from tracker.records.snapshot import COUNTS
from tracker.records.value_type import ListOf, Reference
from tracker.records.view_definition import SortKeys
from tracker.store.record_store import Store

Key = Callable[[Any], Any]


class Rankings:
    """Sorts lists of ids. Column keys are those of ``Summary``, ``state``, or fields of the kind on show."""

    def __init__(self, store: Store, language: Language = Language.DUTCH) -> None:
        self._store = store
        self._language = language
        self._ranked: dict[tuple[str, str], _Ranking] = {}

    def sort(self, ids: array[int], keys: SortKeys, kind: Kind | None, *, today: date) -> array[int]:
        """Give the ids by one or more columns; equal ones stay as they are, unknown values come last either way."""
        rankings = [(self._ranking(column.removeprefix("field."), kind, today), down) for column, down in keys]
        if len(rankings) == 1:
            ranking, descending = rankings[0]
            return ranking.sorted(ids, descending=descending)
        found = list(ids)
        for ranking, descending in reversed(rankings):  # sorting is stable, so the last key goes first
            found.sort(key=ranking.places(descending=descending).__getitem__)
        return array("q", found)

    def forget(self) -> None:
        """Make all orders anew when next asked for: something changed."""
        self._ranked.clear()

    def _ranking(self, column: str, kind: Kind | None, today: date) -> _Ranking:
        name = (kind.table if kind is not None and not _is_shared(column) else "record", column)
        if name not in self._ranked:
            self._ranked[name] = _Ranking(self._keys(*name), self._store.order(Filter(), today))
        return self._ranked[name]

    def _keys(self, table: str, column: str) -> Iterable[tuple[int, Any]]:
        if column == "state":
            return self._states()
        if column == "reference":
            places = {kind.code: place for place, kind in enumerate(KINDS)}
            numbers = dict(self._store.column("record", "number"))
            kinds = self._store.column("record", "kind")
            return ((one, (places.get(kind, 99), numbers.get(one) or 0)) for one, kind in kinds)
        key = self._shared_key(column) if table == "record" else self._field_key(table, column)
        return ((one, key(value)) for one, value in self._store.column(table, column))

    def _shared_key(self, column: str) -> Key:
        names = self._store.names().by_entity
        if column in {"owner", "lead"}:
            return _name_key(names["person" if column == "owner" else "organisation"])
        if column in COUNTS:
            return lambda value: value or None
        if column in {"deadline_end", "deadline_start", "first_end", "waiting_since", "updated"}:
            return lambda value: None if value is None else str(value)
        return lambda value: None if not value else fold(str(value))

    def _field_key(self, table: str, column: str) -> Key:
        spec = field_of(model_of(table), column)
        if spec is None:
            raise KeyError(column)
        names = self._store.names()
        by_name = isinstance(spec.type, Reference) or (
            isinstance(spec.type, ListOf) and isinstance(spec.type.of, Reference)
        )

        def key(stored: Any) -> Any:
            value = spec.type.from_stored(stored.isoformat() if isinstance(stored, date) else stored)
            if value is None or value == ():
                return None
            return fold(spec.type.text(value, self._language, names)) if by_name else spec.type.sort_key(value)

        return key

    def _states(self) -> Iterable[tuple[int, Any]]:
        """Late ones first, the longest first; then by day, waiting, without a day, and at last what is settled."""
        ends = dict(self._store.column("record", "deadline_end"))
        waits = dict(self._store.column("record", "waits_for"))
        for one, phase in self._store.column("record", "phase"):
            if phase not in {"open", "underway"}:
                yield one, (3, phase)
            elif ends.get(one) is not None:
                yield one, (0, str(ends[one]))
            else:
                yield one, (1 if waits.get(one) else 2, "")


class _Ranking:
    """All records in the order of one column; those of unknown value last. Equal ones keep the lists' own order."""

    def __init__(self, keys: Iterable[tuple[int, Any]], order: array[int]) -> None:
        self._by_id = by_id = dict(keys)
        is_unknown = [by_id.get(one) is None for one in order]
        self._known = array("q", compress(order, map(not_, is_unknown)))
        self._unknown = array("q", compress(order, is_unknown))
        self._size = max(order, default=0) + 1
        self._whole: dict[bool, array[int]] = {}
        self._places: dict[bool, array[int]] = {}

    def sorted(self, ids: array[int], *, descending: bool) -> array[int]:
        """Give these in order: of all records an array that is not to be changed."""
        whole = self._all(descending=descending)
        if len(ids) == len(whole):
            return whole
        wanted = bytearray(self._size)
        for one in ids:
            wanted[one] = 1
        return array("q", [one for one in whole if wanted[one]])

    def _all(self, *, descending: bool) -> array[int]:
        if descending not in self._whole:
            known = sorted(self._known, key=self._by_id.__getitem__, reverse=descending)
            self._whole[descending] = array("q", known) + self._unknown
        return self._whole[descending]

    def places(self, *, descending: bool) -> array[int]:
        """Give a number by id: equal values have the same, unknown ones the highest."""
        if descending not in self._places:
            by_id, number, before = self._by_id, 0, None
            places = array("q", [self._size]) * self._size
            for one in self._all(descending=descending)[: len(self._known)]:
                if by_id[one] != before:
                    number, before = number + 1, by_id[one]
                places[one] = number
            self._places[descending] = places
        return self._places[descending]


def _is_shared(column: str) -> bool:
    return column in {
        "reference", "title", "status", "owner", "lead", "minister", "theme", "marking", "deadline_what",
        "deadline_wording", "deadline_start", "deadline_end", "first_end", "waits_for", "waiting_since", "updated",
        "state",        *COUNTS,
    }  # fmt: skip


def _name_key(names: Mapping[int, str]) -> Key:
    folded = {one: fold(name) for one, name in names.items()}
    return lambda value: None if value is None else folded.get(value, str(value))
