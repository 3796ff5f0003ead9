"""Conditions on fields in the database: shared columns, a kind's own fields, lists, days, and values with counts."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from tests import builders as build
from tracker.basics.errors import InvalidValue
from tracker.records.condition import Condition, Operation, operations_for
from tracker.records.filter import Filter
from tracker.records.list_field import list_fields
from tracker.records.registry import KINDS
from tracker.records.relative_day import RelativeDay
from tracker.store.record_store import Store


def _listed(store: Store, field: str, operation: Operation, *operands: Any, kind: str | None = None) -> list[str]:
    chosen = Filter(kind, conditions=(Condition(field, operation, operands),))
    return sorted(row.reference for row in store.summaries(store.order(chosen, build.TODAY)))


@pytest.fixture
def filled(store: Store) -> Store:
    first = build.motion(store, title="Coördinatie in de keten", owner="Sanne de Vries", theme="Zorg", tags="a; b")
    build.deadline(store, first, wording="begin 2026", end=build.TODAY - timedelta(days=40))
    second = build.motion(store, title="Plan", lead="OM", partners="VNG; politie", text="Eén\nregel", status="afgedaan")
    build.deadline(store, second, wording="mei", end=build.TODAY - timedelta(days=50))
    build.commitment(store, title="Drempel", theme="zorg", tags="b")
    return store


@pytest.mark.parametrize(
    ("field", "operation", "operands", "found"),
    [
        ("title", Operation.CONTAINS, ("coord",), ["M-1"]), ("title", Operation.LACKS, ("COÖRD",), ["M-2", "T-1"]),
        ("title", Operation.CONTAINS, ("%",), []), ("reference", Operation.CONTAINS, ("m-",), ["M-1", "M-2"]),
        ("text", Operation.CONTAINS, ("een regel",), ["M-2"]), ("text", Operation.EMPTY, (), ["M-1", "T-1"]),
        ("text", Operation.LACKS, ("regel",), ["M-1", "T-1"]),
        ("theme", Operation.ONE_OF, ("Zorg",), ["M-1"]), ("theme", Operation.NONE_OF, ("Zorg",), ["M-2", "T-1"]),
        ("theme", Operation.ONE_OF, ("zorg", None), ["M-2", "T-1"]), ("theme", Operation.EMPTY, (), ["M-2"]),
        ("owner", Operation.EMPTY, (), ["M-2", "T-1"]), ("owner", Operation.FILLED, (), ["M-1"]),
        ("tags", Operation.ONE_OF, ("b",), ["M-1", "T-1"]), ("tags", Operation.ONE_OF, ("a", None), ["M-1", "M-2"]),
        ("tags", Operation.NONE_OF, ("a",), ["M-2", "T-1"]), ("tags", Operation.CONTAINS, ("B",), ["M-1", "T-1"]),
        ("tags", Operation.EMPTY, (), ["M-2"]), ("partners", Operation.FILLED, (), ["M-2"]),
        ("phase", Operation.ONE_OF, ("open", "underway"), ["M-1", "T-1"]),
        ("kind", Operation.ONE_OF, ("commitment",), ["T-1"]),
        ("deadline_end", Operation.EMPTY, (), ["T-1"]),
        ("deadline_end", Operation.OVERDUE_BY, (39,), ["M-1"]), ("deadline_end", Operation.OVERDUE_BY, (40,), []),
        ("deadline_end", Operation.DUE_WITHIN, (10**9,), []),
        ("deadline_end", Operation.DUE_OR_OVERDUE, (0,), ["M-1"]),
        ("deadline_end", Operation.BEFORE, (RelativeDay(30),), ["M-1", "M-2"]),
        ("deadline_end", Operation.BEFORE, (RelativeDay(-40),), ["M-2"]),
        ("deadline_end", Operation.AFTER, (RelativeDay(-2, "m"),), ["M-1", "M-2"]),
        ("deadline_end", Operation.BETWEEN, (RelativeDay(-45), RelativeDay(0)), ["M-1"]),
        ("deadline_end", Operation.BEFORE, (date(2026, 5, 22),), ["M-2"]),
        ("deadline_end", Operation.AFTER, (date(2026, 5, 12),), ["M-1"]),
        ("deadline_end", Operation.BETWEEN, (date(2026, 5, 12), date(2026, 5, 22)), ["M-1", "M-2"]),
        ("updated", Operation.AFTER, (date(2026, 6, 30),), ["M-1", "M-2", "T-1"]),
        ("updated", Operation.BEFORE, (date(2026, 7, 1),), []),
    ],
)  # fmt: skip
def test_finds_what_holds_to_a_condition(
    filled: Store, field: str, operation: Operation, operands: tuple[Any, ...], found: list[str]
) -> None:
    assert _listed(filled, field, operation, *operands) == found


def test_items_and_numbers_of_one_kind(store: Store) -> None:
    build.motion(store, submitters="Mutluer (PvdA)")
    build.motion(store)
    build.record(store, "operational-action", plan_from=2026)
    assert _listed(store, "submitters", Operation.CONTAINS, "mutluer", kind="motion") == ["M-1"]
    assert _listed(store, "plan_from", Operation.AT_LEAST, 2026) == ["OA-1"]
    assert _listed(store, "plan_from", Operation.BETWEEN, 2027, 2028) == []


def test_every_operation_of_every_field_of_every_kind_gives_a_list(store: Store) -> None:
    build.everything(store)
    operands: dict[Operation, tuple[Any, ...]] = {
        Operation.BEFORE: (build.TODAY,), Operation.AFTER: (build.TODAY,), Operation.OVERDUE_BY: (1,),
        Operation.DUE_WITHIN: (1,), Operation.DUE_OR_OVERDUE: (1,), Operation.AT_LEAST: (1,), Operation.AT_MOST: (1,),
        Operation.CONTAINS: ("é",),
        Operation.LACKS: ("é",), Operation.ONE_OF: ("x", None), Operation.NONE_OF: ("x", None),
    }  # fmt: skip
    for kind in KINDS:
        total = store.count_of(Filter(kind.code), build.TODAY)
        for spec in list_fields(kind):
            for operation in operations_for(spec):
                given = operands.get(operation, ())
                if operation is Operation.BETWEEN:
                    given = (build.TODAY, build.TODAY) if spec.type.widget == "day" else (1, 2)
                chosen = Filter(kind.code, conditions=(Condition(spec.name, operation, given),))
                assert 0 <= store.count_of(chosen, build.TODAY) <= total


def test_a_field_that_the_list_lacks_is_said(store: Store) -> None:
    with pytest.raises(InvalidValue, match="geur"):
        _listed(store, "geur", Operation.EMPTY)


def test_values_are_counted_in_the_list_on_show(filled: Store) -> None:
    def counts(field: str, kind: str | None = None) -> dict[Any, int]:
        return dict(filled.value_counts(field, Filter(kind), build.TODAY))

    assert counts("theme") == {"Zorg": 1, "zorg": 1, None: 1}
    assert counts("theme", "motion") == {"Zorg": 1, None: 1}
    assert counts("tags") == {"a": 1, "b": 2, None: 1}
    assert counts("phase") == {"open": 2, "done": 1}
    assert counts("directie") == {None: 3}
    assert filled.value_counts("tags", Filter(), build.TODAY)[0] == ("b", 2)


def test_tells_which_records_still_fit(filled: Store) -> None:
    chosen = Filter(words="keten", conditions=(Condition("theme", Operation.ONE_OF, ("Zorg",)),))
    assert filled.fitting([1, 2, 3], chosen, build.TODAY) == {1}
    build.change(filled, filled.find("M-1"), theme="opvang")
    assert filled.fitting([1, 2, 3], chosen, build.TODAY) == set()
