"""What the register's workbook holds can be read back without loss, for every kind and every field."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests import builders as build
from tracker.basics.folding import clean
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


TEXTS = st.one_of(st.text(max_size=20), st.text('ab;|"\n +()[]', max_size=12)).map(lambda text: clean(text)[0])
"""Texts as a register holds them, with all that lists use as signs."""


@settings(deadline=None)  # the first example waits for the machine
@given(st.lists(TEXTS, max_size=4).map(tuple))
def test_any_list_of_texts_reads_back(value: tuple[str, ...]) -> None:
    assert there_and_back(LINES, value) == value


@settings(deadline=None)  # the first example waits for the machine
@given(st.lists(st.builds(Result, what=TEXTS | st.none(), value=TEXTS | st.none(), on=st.dates() | st.none())))
def test_any_list_of_items_reads_back(value: list[Result]) -> None:
    assert there_and_back(Items(Result), tuple(value)) == tuple(value)


@settings(deadline=None)  # the first example waits for the machine
@given(
    st.lists(st.builds(Submitter, name=TEXTS | st.none(), party=TEXTS | st.none(), co_signed=st.booleans()), max_size=3)
)
def test_any_list_of_members_reads_back(value: list[Submitter]) -> None:
    assert there_and_back(Items(Submitter), tuple(value)) == tuple(value)


@settings(deadline=None)  # the first example waits for the machine
@given(st.lists(TEXTS.filter(lambda text: text == " ".join(text.split()) != ""), min_size=1, max_size=4, unique=True))
def test_a_list_reads_back_with_the_parse_of_its_own_type(value: list[str]) -> None:
    assert LINES.parse(str(to_cell(LINES, tuple(value), key_of))) == tuple(value)


def test_a_list_stands_one_value_a_line_with_quotes_only_where_needed() -> None:
    figures = ("15 operationele acties", '7 prioriteiten; "smokkel" is er een van', 'een "leider"', "[2]")
    assert to_cell(LINES, figures, key_of) == (
        '15 operationele acties\n"7 prioriteiten; ""smokkel"" is er een van"\neen "leider"\n[2]'
    )
    results = (Result("bereik; bezoek", "5 | 6", date(2026, 6, 1)), Result("folders", "3"))
    assert to_cell(Items(Result), results, key_of) == '"bereik; bezoek" | "5 | 6" | 01-06-2026\nfolders | 3'


@pytest.mark.parametrize("typed", ['"Sluit Mensenhandel uit"; posters', '"Sluit Mensenhandel uit"\nposters'])
def test_quotes_of_the_writer_stay(typed: str) -> None:
    assert LINES.parse(typed) == ('"Sluit Mensenhandel uit"', "posters")


def test_an_open_quote_is_no_quote() -> None:
    assert LINES.parse('"een; twee') == ('"een', "twee")


def test_what_reads_back_stays_readable() -> None:
    items = (Submitter("Boomsma", "NSC"), Submitter("Ceder", "CU", True))
    assert to_cell(Items(Submitter), items, key_of) == "Boomsma (NSC)\n+ Ceder (CU)"
    budget = (BudgetLine(Decimal(5000000), "EUR", country="Nigeria"),)
    assert to_cell(Items(BudgetLine), budget, key_of) == "5.000.000 | EUR |  |  | Nigeria"
