"""What the register's workbook holds can be read back without loss, for every kind and every field."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests import builders as build
from tracker.basics.language import Language
from tracker.exchange.exact_cells import from_cell, to_cell
from tracker.records.action import Result
from tracker.records.entity import BESIDE, KIND_TABLES, model_of
from tracker.records.field import FieldSpec, fields_of
from tracker.records.member import Submitter
from tracker.records.motion import Outcome, Request
from tracker.records.programme import BudgetLine
from tracker.records.value_type import LINES, ORGANISATIONS, Items, ValueType

IDS = {"person": 1, "letter": 2, "debate": 3, "organisation": 4}
FIELDS = [(entity, spec) for entity in (*KIND_TABLES, *BESIDE) for spec in fields_of(model_of(entity))]


def key_of(entity: str, row_id: int) -> str:
    return f"{entity}-{row_id}"


def id_of(entity: str, key: str) -> int:
    assert key.startswith(f"{entity}-")
    return int(key.rpartition("-")[2])


def there_and_back(value_type: ValueType, value: Any, language: Language = Language.DUTCH) -> Any:
    return from_cell(value_type, to_cell(value_type, value, key_of, language), id_of)


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize(("entity", "spec"), FIELDS, ids=[f"{entity}.{spec.name}" for entity, spec in FIELDS])
def test_every_field_reads_back(entity: str, spec: FieldSpec, language: Language) -> None:
    value = build.any_value(spec.type, IDS, spec.label.nl)
    assert there_and_back(spec.type, value, language) == value
    nothing = () if spec.type.many else None
    assert there_and_back(spec.type, nothing, language) == nothing


@pytest.mark.parametrize(
    ("value_type", "value"),
    [
        (LINES, ("een; twee", "drie")),
        (LINES, ("[1]",)),
        (LINES, ("dubbel", "dubbel")),
        (LINES, ("regel\nregel",)),
        (Items(Result), (Result(value="5", on=date(2026, 1, 1)), Result(what="a | b"))),
        (Items(Submitter), (Submitter("De Vries (Jan)", "VVD"), Submitter("X", None, True), Submitter(None, None))),
        (Items(Outcome), (Outcome("aangehouden", date(2026, 1, 1)), Outcome("verworpen"))),
        (Items(Request), (Request(1, "Eerst dit; dan dat"), Request(None, "3"))),
        (Items(BudgetLine), (BudgetLine(Decimal(5000000), "EUR", country="Nigeria"), BudgetLine(purpose="x"))),
        (ORGANISATIONS, (3, 1)),
    ],
)
def test_awkward_lists_read_back(value_type: ValueType, value: Any) -> None:
    assert there_and_back(value_type, value) == value


@given(st.lists(st.text(min_size=1, max_size=20), max_size=4).map(tuple))
def test_any_list_of_texts_reads_back(value: tuple[str, ...]) -> None:
    assert there_and_back(LINES, value) == value


def test_what_reads_back_stays_readable() -> None:
    items = (Submitter("Boomsma", "NSC"), Submitter("Ceder", "CU", True))
    assert to_cell(Items(Submitter), items, key_of) == "Boomsma (NSC)\n+ Ceder (CU)"
    budget = (BudgetLine(Decimal(5000000), "EUR", country="Nigeria"),)
    assert to_cell(Items(BudgetLine), budget, key_of) == "5.000.000 | EUR |  |  | Nigeria"
