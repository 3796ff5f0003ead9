"""What a filter offers, and conditions from values and from what somebody types."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from tests import builders as build
from tracker.basics.errors import InvalidValue
from tracker.records.condition import Condition, Operand, Operation
from tracker.records.filter import Filter
from tracker.records.list_field import list_field, list_fields
from tracker.records.registry import KINDS, kind_of
from tracker.records.relative_day import RelativeDay
from tracker.services.filtering import condition_of, filter_fields, offers, typed_condition
from tracker.store.record_store import Store


def test_values_are_offered_with_counts_and_names_without_the_fields_own_filter(store: Store) -> None:
    build.motion(store, owner="Sanne", theme="zorg")
    build.motion(store, owner="Sanne")
    build.motion(store)
    owner = list_field("owner", None)
    chosen = Filter(conditions=(Condition("owner", Operation.EMPTY),))
    assert [(one.label, one.count) for one in offers(store, owner, chosen, build.TODAY)] == [
        ("Sanne", 2), ("niemand", 1),
    ]  # fmt: skip
    chosen = Filter(conditions=(Condition("theme", Operation.FILLED),))
    assert [one.count for one in offers(store, owner, chosen, build.TODAY)] == [1]


def test_phases_are_offered_in_their_own_order(store: Store) -> None:
    build.motion(store, status="afgedaan")
    build.motion(store, status="afgedaan")
    build.motion(store)
    assert [one.label for one in offers(store, list_field("phase", None), Filter(), build.TODAY)] == ["open", "klaar"]


def test_the_condition_of_every_value_finds_its_record(store: Store) -> None:
    for record in build.everything(store):
        for spec in list_fields(record.kind):
            condition = condition_of(record, spec)
            if condition is not None:
                chosen = Filter(record.kind.code, conditions=(condition,))
                assert store.fitting([record.id], chosen, build.TODAY) == {record.id}, condition


@pytest.mark.parametrize(
    ("field", "operation", "typed", "operands"),
    [
        ("deadline_end", Operation.BEFORE, ("1-7-2026",), (date(2026, 7, 1),)),
        ("deadline_end", Operation.AFTER, ("eind 2026",), (date(2026, 12, 31),)),
        ("deadline_end", Operation.BEFORE, ("2025",), (date(2025, 1, 1),)),
        ("deadline_end", Operation.BETWEEN, ("2025", ""), (date(2025, 1, 1), date(2025, 12, 31))),
        ("deadline_end", Operation.BETWEEN, ("juni 2025", "q3 2026"), (date(2025, 6, 1), date(2026, 9, 30))),
        ("deadline_end", Operation.BETWEEN, ("vorig jaar", ""), (date(2025, 1, 1), date(2025, 12, 31))),
        ("deadline_end", Operation.BETWEEN, ("1-7-2026", " "), (date(2026, 7, 1), date(2026, 7, 1))),
        ("deadline_end", Operation.AFTER, ("-1 maand",), (RelativeDay(-1, "m"),)),
        ("deadline_end", Operation.BETWEEN, ("vandaag", "+30d"), (RelativeDay(0), RelativeDay(30))),
        ("deadline_end", Operation.OVERDUE_BY, (" 90 ",), (90,)),
        ("plan_from", Operation.BETWEEN, ("2025", "2026"), (Decimal(2025), Decimal(2026))),
        ("title", Operation.CONTAINS, (" de  keten ",), ("de keten",)),
    ],
)
def test_what_is_typed_becomes_a_condition(
    field: str, operation: Operation, typed: tuple[str, ...], operands: tuple[Operand, ...]
) -> None:
    assert typed_condition(list_field(field, None), operation, typed, build.TODAY) == Condition(
        field, operation, operands
    )


@pytest.mark.parametrize(
    ("field", "operation", "typed"),
    [
        ("deadline_end", Operation.BEFORE, "31-2-2026"), ("deadline_end", Operation.DUE_WITHIN, "-3"),
        ("plan_from", Operation.AT_MOST, "veel"), ("title", Operation.CONTAINS, "  "),
        ("plan_from", Operation.AT_MOST, ""),
    ],
)  # fmt: skip
def test_what_makes_no_sense_is_said(field: str, operation: Operation, typed: str) -> None:
    with pytest.raises(InvalidValue):
        typed_condition(list_field(field, None), operation, (typed,), build.TODAY)


def test_what_is_asked_most_stands_first_and_the_rest_under_the_groups_of_the_form() -> None:
    (usual, first), *others = filter_fields(kind_of("motion"))
    assert usual.nl == "Vaak gebruikt"
    assert first[0].name == "phase"
    labels = [group.nl for group, _ in others]
    assert labels[:3] == ["Record", "Termijnen", "Kern"]
    assert all(spec.group == group for group, fields in others for spec in fields)


def test_all_fields_are_offered_once() -> None:
    for kind in (None, *KINDS):
        names = [spec.name for _, fields in filter_fields(kind) for spec in fields]
        assert sorted(names) == sorted(spec.name for spec in list_fields(kind))
