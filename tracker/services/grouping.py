"""Lists in groups: by the value of any field, by month, or by how long records are overdue. Without row objects."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from tracker.basics.language import Language, Text
from tracker.records.ageing import AGE_WORDS, age_edges
from tracker.records.condition import empty_words
from tracker.records.field import FieldSpec
from tracker.records.kind import Kind
from tracker.records.list_field import DEADLINE_END, field_in, list_fields
from tracker.records.registry import KINDS
from tracker.records.status import ACTIVE_PHASES
from tracker.records.value_type import Area, Day, Items, ListOf
from tracker.store.record_store import Store

LATENESS, MONTH = "lateness", "deadline_month"
LATENESS_WORDS = (*reversed(AGE_WORDS), Text("Niet over tijd", "Not overdue"))
"""The groups of how long records are overdue, the longest first."""
_MONTHS = (
    Text("januari", "January"), Text("februari", "February"), Text("maart", "March"), Text("april", "April"),
    Text("mei", "May"), Text("juni", "June"), Text("juli", "July"), Text("augustus", "August"),
    Text("september", "September"), Text("oktober", "October"), Text("november", "November"),
    Text("december", "December"),
)  # fmt: skip
_FIRST = ("phase", "kind", "status", "minister", "lead", "owner", "theme", "action_line", "tags")
_NO_GROUPS = {"title", "reference", "updated", DEADLINE_END, "deadline_wording"}
_UNKNOWN = -1
Columns = Callable[[str, str], Iterable[tuple[int, Any]]]
"""Gives a column as (id, database value) from table and name."""


@dataclass(frozen=True, slots=True)
class Group:
    """One group of a list on show: its words, how many records it holds, and how many of them no longer fit."""

    label: str
    count: int
    is_open: bool = True
    misfits: int = 0

    @property
    def counted(self) -> str:
        """Give how many records it holds, those that only stay in sight apart: *5 (+1)*."""
        return counted_apart(self.count, self.misfits)


def counted_apart(count: int, misfits: int) -> str:
    """Give a number of records of which some no longer fit: *5 (+1)* for six with one of those."""
    return f"{count - misfits} (+{misfits})" if misfits else str(count)


@dataclass(frozen=True, slots=True)
class _Places:
    """Which groups there are, and in which each record is: one by id, or several where the field holds several."""

    labels: tuple[str, ...]
    one: array[int] | None
    many: Mapping[int, tuple[int, ...]]


def groupings(kind: Kind | None) -> tuple[tuple[str, Text], ...]:
    """Give (code, words) of everything a list can be grouped by, the most usual first."""
    fields = [
        spec
        for spec in list_fields(kind)
        if spec.name not in _NO_GROUPS and not isinstance(spec.type, Area | Items | Day)
    ]
    fields.sort(key=lambda spec: _FIRST.index(spec.name) if spec.name in _FIRST else len(_FIRST))
    deadlines = (
        (LATENESS, Text("Hoe lang over tijd", "How long overdue")),
        (MONTH, Text("Maand van de termijn", "Month of the deadline")),
    )
    return (*deadlines, *((spec.name, spec.label) for spec in fields))


class Grouper:
    """Splits lists of ids. What belongs together is read once per field and used until a change touches it.

    ``only``: no other records than these are ever split, so no others are read.
    """

    def __init__(self, store: Store, language: Language = Language.DUTCH, only: Sequence[int] | None = None) -> None:
        self._store = store
        self._language = language
        self._only = only
        self._known: dict[tuple[str, str, date | None], _Places] = {}

    def forget(self) -> None:
        """Read all anew when next asked for: something changed."""
        self._known.clear()

    def split(self, ids: array[int], by: str, kind: Kind | None, today: date) -> list[tuple[str, array[int]]]:
        """Give (label, ids) of each group that is not empty, each in the order of ``ids``.

        A record whose field holds several values stands in several groups. Those without a value come last.
        """
        places = self._places(by, kind, today)
        buckets = [array("q") for _ in places.labels]
        if places.one is not None:
            of = places.one
            known = len(of)
            for one in ids:
                buckets[of[one] if one < known else _UNKNOWN].append(one)
        else:
            last = (len(buckets) - 1,)
            for one in ids:
                for place in places.many.get(one, last):
                    buckets[place].append(one)
        return [(label, some) for label, some in zip(places.labels, buckets, strict=True) if some]

    def _places(self, by: str, kind: Kind | None, today: date) -> _Places:
        asked = (by, kind.table if kind else "", today if by == LATENESS else None)
        if asked not in self._known:
            self._known[asked] = self._read(by, kind, today)
        return self._known[asked]

    def _read(self, by: str, kind: Kind | None, today: date) -> _Places:
        if by == LATENESS:
            return self._by_lateness(today)
        if by == MONTH:
            return self._by_month()
        spec = field_in(by, kind)
        if spec is None:
            return _Places(("",), array("i"), {})
        pairs = self._values(by, kind)
        return self._by_list(spec, pairs) if isinstance(spec.type, ListOf) else self._by_value(spec, pairs)

    def _values(self, name: str, kind: Kind | None) -> Iterable[tuple[int, Any]]:
        from tracker.store.conditions import SHARED

        if name in SHARED:
            return self._column("record", name)
        kinds = (kind,) if kind else KINDS
        return (pair for one in kinds if field_in(name, one) for pair in self._column(one.table, name))

    def _column(self, table: str, name: str) -> list[tuple[int, Any]]:
        return self._store.column(table, name, self._only)

    def _by_lateness(self, today: date) -> _Places:
        edges = list(reversed(age_edges(today)))
        phases = dict(self._column("record", "phase"))
        active = set(ACTIVE_PHASES)

        def place(row_id: int, end: date | None) -> int:
            if end is None or end >= today or phases[row_id] not in active:
                return len(LATENESS_WORDS) - 1
            return next((at for at, edge in enumerate(edges) if end < edge), len(edges))

        return _placed(
            tuple(one.to(self._language) for one in LATENESS_WORDS),
            ((row_id, place(row_id, end)) for row_id, end in self._column("record", DEADLINE_END)),
        )

    def _by_month(self) -> _Places:
        pairs = [(row_id, (end.year, end.month)) for row_id, end in self._column("record", DEADLINE_END) if end]
        months = sorted({month for _, month in pairs})
        labels = [f"{_MONTHS[month - 1].to(self._language)} {year}" for year, month in months]
        at = {month: place for place, month in enumerate(months)}
        return _placed((*labels, self._words(Text("Geen dag", "No day"))), ((one, at[month]) for one, month in pairs))

    def _by_value(self, spec: FieldSpec, pairs: Iterable[tuple[int, Any]]) -> _Places:
        known = [(row_id, value) for row_id, value in pairs if value not in {None, ""}]
        values = self._in_order(spec, {value for _, value in known})
        at = {value: place for place, (value, _) in enumerate(values)}
        return _placed(
            (*(label for _, label in values), self._empty(spec)), ((row_id, at[value]) for row_id, value in known)
        )

    def _by_list(self, spec: FieldSpec, pairs: Iterable[tuple[int, Any]]) -> _Places:
        known = {row_id: dict.fromkeys(value) for row_id, value in pairs if value}
        values = self._in_order(spec, {one for some in known.values() for one in some})
        at = {value: place for place, (value, _) in enumerate(values)}
        many = {row_id: tuple(at[one] for one in some) for row_id, some in known.items()}
        return _Places((*(label for _, label in values), self._empty(spec)), None, many)

    def _in_order(self, spec: FieldSpec, values: set[Any]) -> list[tuple[Any, str]]:
        kind = spec.type.of if isinstance(spec.type, ListOf) else spec.type
        names = self._store.names()
        shown = {value: kind.text(kind.from_stored(value), self._language, names) for value in values}
        by_name = kind.widget == "reference"
        return sorted(shown.items(), key=lambda one: one[1].casefold() if by_name else _comparable(kind, one[0]))

    def _empty(self, spec: FieldSpec) -> str:
        words = self._words(empty_words(spec))
        return f"{spec.label.to(self._language)}: {words}"

    def _words(self, text: Text) -> str:
        return text.to(self._language)


def _comparable(kind: Any, stored: Any) -> Any:
    return kind.sort_key(kind.from_stored(stored))


def _placed(labels: tuple[str, ...], pairs: Iterable[tuple[int, int]]) -> _Places:
    known = list(pairs)
    places = array("i", [_UNKNOWN]) * (max((row_id for row_id, _ in known), default=-1) + 1)
    for row_id, place in known:
        places[row_id] = place
    return _Places(labels, places, {})
