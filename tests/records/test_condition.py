"""Conditions on fields: which each kind of value knows, how they read, and that JSON keeps them."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from tests.builders import TODAY
from tracker.basics.errors import InvalidValue
from tracker.basics.language import Language, Text
from tracker.records.condition import (
    Condition,
    Operation,
    condition_from_json,
    condition_to_json,
    condition_words,
    operations_for,
)
from tracker.records.filter import Filter, filter_words
from tracker.records.list_field import list_field
from tracker.records.relative_day import RelativeDay
from tracker.records.value_type import no_names

DAY = date(2026, 7, 1)
CONDITIONS = [
    (Condition("phase", Operation.ONE_OF, ("open", "underway")), "open of loopt", "open or underway"),
    (Condition("owner", Operation.ONE_OF, (None,)), "niemand", "nobody"),
    (Condition("owner", Operation.EMPTY), "niemand", "nobody"),
    (Condition("owner", Operation.NONE_OF, (3,)), "niet Sanne", "not Sanne"),
    (Condition("title", Operation.CONTAINS, ("opvang",)), "bevat “opvang”", "contains “opvang”"),
    (Condition("title", Operation.LACKS, ("opvang",)), "bevat niet “opvang”", "does not contain “opvang”"),
    (Condition("deadline_end", Operation.BEFORE, (DAY,)), "vóór 01-07-2026", "before 1 Jul 2026"),
    (
        Condition("deadline_end", Operation.BETWEEN, (DAY, date(2026, 8, 1))),
        "01-07-2026 t/m 01-08-2026", "1 Jul 2026 to 1 Aug 2026",
    ),
    (
        Condition("deadline_end", Operation.OVERDUE_BY, (90,)),
        "meer dan 90 dagen over tijd", "more than 90 days overdue",
    ),
    (
        Condition("deadline_end", Operation.DUE_WITHIN, (14,)),
        "binnen 14 dagen, niet over tijd", "within 14 days, not overdue",
    ),
    (
        Condition("deadline_end", Operation.DUE_OR_OVERDUE, (30,)),
        "over tijd of binnen 30 dagen", "overdue or within 30 days",
    ),
    (Condition("deadline_end", Operation.BEFORE, (RelativeDay(30),)), "vóór +30d", "before +30d"),
    (
        Condition("deadline_end", Operation.BETWEEN, (RelativeDay(0), RelativeDay(-1, "j"))),
        "vandaag t/m -1j", "today to -1y",
    ),
    (Condition("plan_from", Operation.AT_LEAST, (Decimal(2026),)), "minstens 2026", "at least 2026"),
    (Condition("settled_on", Operation.FILLED), "ingevuld", "filled in"),
]  # fmt: skip


@pytest.mark.parametrize(("condition", "nl", "en"), CONDITIONS)
def test_a_condition_reads_in_both_languages(condition: Condition, nl: str, en: str) -> None:
    spec = list_field(condition.field, None)
    assert condition_words(condition, spec, lambda _entity, _id, _language=Language.DUTCH: "Sanne") == Text(nl, en)


@pytest.mark.parametrize("condition", [one for one, _, _ in CONDITIONS])
def test_json_keeps_a_condition(condition: Condition) -> None:
    assert condition_from_json(condition_to_json(condition)) == condition


@pytest.mark.parametrize(
    "found",
    [
        None, [], {}, {"field": "title", "operation": "smells", "operands": []},
        {"field": "title", "operation": "contains", "operands": []},
        {"field": "title", "operation": "contains", "operands": [7]},
        {"field": "deadline_end", "operation": "before", "operands": ["morgen"]},
        {"field": "deadline_end", "operation": "between", "operands": ["2026-01-01"]},
        {"field": "deadline_end", "operation": "due within", "operands": ["x"]},
        {"field": "owner", "operation": "one of", "operands": []},
        {"field": "owner", "operation": "one of", "operands": "a"},
    ],
)  # fmt: skip
def test_what_is_no_condition_is_said(found: object) -> None:
    with pytest.raises(InvalidValue, match="niet te lezen"):
        condition_from_json(found)


@pytest.mark.parametrize(
    ("field", "first"),
    [
        ("title", Operation.CONTAINS), ("owner", Operation.ONE_OF), ("tags", Operation.ONE_OF),
        ("deadline_end", Operation.OVERDUE_BY), ("settled_on", Operation.BEFORE), ("text", Operation.CONTAINS),
        ("plan_from", Operation.AT_LEAST), ("theme", Operation.ONE_OF),
    ],
)  # fmt: skip
def test_each_kind_of_value_has_its_operations(field: str, first: Operation) -> None:
    assert operations_for(list_field(field, None))[0] is first


def test_what_is_always_known_is_not_asked_to_be_empty() -> None:
    assert Operation.EMPTY not in operations_for(list_field("phase", None))
    assert Operation.EMPTY in operations_for(list_field("theme", None))


def test_a_field_that_no_kind_has_is_said() -> None:
    with pytest.raises(InvalidValue, match="geur"):
        list_field("geur", None)
    with pytest.raises(InvalidValue, match="plan_from"):
        list_field("plan_from", "motion")


def test_a_report_tells_its_conditions_but_hides_private_ones_outside() -> None:
    chosen = Filter(
        "motion",
        conditions=(Condition("owner", Operation.ONE_OF, (3,)), Condition("theme", Operation.ONE_OF, ("zorg",))),
    )
    assert filter_words(chosen, TODAY, lambda *_: "Sanne").nl == "Moties, Dossierhouder: Sanne, Thema: zorg"
    assert (
        filter_words(chosen, TODAY, lambda *_: "Sanne", hides_private=True).nl
        == "Moties, Dossierhouder: …, Thema: zorg"
    )


def test_a_day_told_from_today_is_said_with_the_day_it_is() -> None:
    condition = Condition("deadline_end", Operation.BEFORE, (RelativeDay(30),))
    spec = list_field("deadline_end", None)
    assert condition_words(condition, spec, today=DAY) == Text("vóór +30d (31-07-2026)", "before +30d (31 Jul 2026)")
    assert condition.on(DAY).operands == (date(2026, 7, 31),)
    assert "vóór +30d (31-07-2026)" in filter_words(Filter(conditions=(condition,)), DAY, no_names).nl
