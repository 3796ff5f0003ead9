"""Guards over everything that is declared: KINDS × fields_of(kind), and the rows beside the records."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests import builders as build
from tracker.basics.errors import NotFound
from tracker.basics.folding import fold
from tracker.basics.language import Language, Text
from tracker.records.entity import BESIDE, KIND_TABLES, PART_OF_RECORD, WRITING_ORDER, columns_of, model_of
from tracker.records.field import FieldSpec, field_of, fields_of
from tracker.records.item import Item
from tracker.records.kind import Kind
from tracker.records.record_base import GROUPS
from tracker.records.registry import KINDS, kind_of, kind_of_reference
from tracker.records.status import Phase
from tracker.records.value_type import (
    Area,
    Choice,
    Day,
    Items,
    ListOf,
    Money,
    Reference,
    ValueType,
    Whole,
    YesNo,
)
from tracker.store.engine import to_json
from tracker.store.tables import metadata

INTERNAL = {"owner", "remarks"}
"""What never leaves the house with a record, whatever the kind."""


@dataclass(frozen=True)
class Declared:
    """One field with the entity that declares it."""

    entity: str
    spec: FieldSpec

    def __str__(self) -> str:
        return f"{self.entity}.{self.spec.name}"


FIELDS = [Declared(entity, spec) for entity in WRITING_ORDER for spec in fields_of(model_of(entity))]
TYPES = list({repr(one.spec.type): one for one in reversed(FIELDS)}.values())
"""One field of each type: values behave alike whatever the field."""
ITEM_CLASSES = sorted(
    {one.spec.type.item for one in FIELDS if isinstance(one.spec.type, Items)}, key=lambda one: one.__name__
)
every_entity = pytest.mark.parametrize("entity", WRITING_ORDER)
every_type = pytest.mark.parametrize("declared", TYPES, ids=str)
every_kind = pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.code)
every_item = pytest.mark.parametrize("item", ITEM_CLASSES, ids=lambda item: item.__name__)


def _is_said(text: Text) -> bool:
    return bool(text.nl.strip()) and bool(text.en.strip()) and text.nl == text.nl.strip() and text.en == text.en.strip()


def _faults(entity: str, is_right: Callable[[FieldSpec], bool]) -> list[str]:
    return [spec.name for spec in fields_of(model_of(entity)) if not is_right(spec)]


@every_entity
def test_every_field_has_a_label_in_both_languages(entity: str) -> None:
    assert _faults(entity, lambda spec: _is_said(spec.label)) == []


@every_entity
def test_every_field_has_a_width_that_fits_a_screen(entity: str) -> None:
    assert _faults(entity, lambda spec: 40 <= spec.width_px <= 480) == []


@every_entity
def test_a_hint_is_there_in_both_languages_or_in_none(entity: str) -> None:
    assert _faults(entity, lambda spec: bool(spec.hint.nl) == bool(spec.hint.en)) == []


@every_entity
def test_every_field_has_a_column_of_its_own_name(entity: str) -> None:
    columns = metadata.tables[entity].columns
    assert _faults(entity, lambda spec: spec.name in columns and spec.name in columns_of(entity)) == []
    assert _faults(entity, lambda spec: field_of(model_of(entity), spec.name) == spec) == []


@every_entity
def test_a_reference_is_a_foreign_key_to_what_it_names(entity: str) -> None:
    def points_there(spec: FieldSpec) -> bool:
        keys = metadata.tables[entity].columns[spec.name].foreign_keys
        named = {spec.type.entity} if isinstance(spec.type, Reference) else set()
        return {key.column.table.name for key in keys} == named

    assert _faults(entity, points_there) == []


@every_entity
def test_aliases_are_written_with_single_blanks(entity: str) -> None:
    assert _faults(entity, lambda spec: all(alias == " ".join(alias.split()) for alias in spec.aliases)) == []


@every_entity
def test_every_stored_default_is_a_value_of_its_field(entity: str) -> None:
    assert _faults(entity, lambda spec: _has_good_default(entity, spec)) == []


def _has_good_default(entity: str, spec: FieldSpec) -> bool:
    declaration = model_of(entity).model_fields[spec.name]
    if declaration.is_required():
        return spec.required
    default = declaration.get_default()
    if spec.type.from_stored(spec.type.to_stored(default)) != default or (spec.type.many and default != ()):
        return False
    return not isinstance(spec.type, Choice) or default is None or default in dict(spec.type.words)


@every_kind
def test_labels_are_unique_within_a_kind_in_both_languages(kind: Kind) -> None:
    specs = fields_of(kind.model)
    for language in Language:
        labels = [fold(spec.label.to(language)) for spec in specs]
        assert sorted(labels) == sorted(set(labels))


@every_kind
def test_the_label_of_one_field_is_no_alias_of_another(kind: Kind) -> None:
    specs = [spec for spec in fields_of(kind.model) if spec.name != "citations"]  # takes what the kind has no field for
    for spec in specs:
        others = {fold(words) for one in specs if one is not spec for words in (one.label.nl, one.label.en)}
        assert not others & {fold(alias) for alias in spec.aliases}


@every_kind
def test_exactly_owner_and_remarks_are_internal(kind: Kind) -> None:
    assert {spec.name for spec in fields_of(kind.model) if spec.internal} == INTERNAL


@every_kind
def test_the_choices_of_status_are_the_statuses_of_the_kind(kind: Kind) -> None:
    spec = field_of(kind.model, "status")
    assert spec is not None
    assert isinstance(spec.type, Choice)
    assert spec.type.words == tuple((status.word, status.words) for status in kind.model.statuses)


@every_kind
def test_a_kind_starts_open_and_is_settled_when_done(kind: Kind) -> None:
    model = kind.model
    assert model.phase_of({"status": model.first_status()}) is Phase.OPEN
    assert model.phase_of({"status": model.settled_status}) is Phase.DONE
    day = field_of(model, model.settled_day_field)
    assert day is not None
    assert isinstance(day.type, Day)


@every_kind
def test_every_group_of_a_field_is_one_of_the_form(kind: Kind) -> None:
    assert {spec.group for spec in fields_of(kind.model)} <= set(GROUPS)


@every_kind
def test_a_kind_shows_what_all_lists_show(kind: Kind) -> None:
    shown = {spec.name for spec in fields_of(kind.model) if spec.in_table}
    assert {"title", "status", "owner", "lead", "minister", "theme"} <= shown


@every_kind
def test_a_kind_is_found_by_code_table_and_reference(kind: Kind) -> None:
    assert kind_of(kind.code) is kind_of(kind.table) is kind
    assert kind_of_reference(f"{kind.prefix.lower()}-12") is kind
    assert model_of(kind.table) is kind.model
    assert kind.model.__tablename__ == kind.table
    assert _is_said(kind.one)
    assert _is_said(kind.many)


def test_codes_prefixes_and_icons_of_kinds_are_unique() -> None:
    for name in ("code", "prefix", "icon", "class_name"):
        assert len({getattr(kind, name) for kind in KINDS}) == len(KINDS)


@pytest.mark.parametrize("words", ["M", "M-", "M-x", "X-1", "", "12", "B-2"])
def test_what_is_no_reference_of_a_record_has_no_kind(words: str) -> None:
    assert kind_of_reference(words) is None


def test_an_unknown_kind_is_said_with_those_that_exist() -> None:
    with pytest.raises(NotFound, match="operational-action"):
        kind_of("brief")


def test_what_is_pointed_at_is_written_first() -> None:
    assert set(WRITING_ORDER) == set(KIND_TABLES) | set(BESIDE)
    for place, entity in enumerate(WRITING_ORDER):
        for key in metadata.tables[entity].foreign_keys:
            target = key.column.table.name
            if target not in {"record", entity}:
                assert WRITING_ORDER.index(target) < place, f"{entity} → {target}"


@pytest.mark.parametrize("entity", PART_OF_RECORD)
def test_a_part_belongs_to_a_record(entity: str) -> None:
    column = metadata.tables[entity].columns["record_id"]
    assert {key.column.table.name for key in column.foreign_keys} == {"record"}
    assert not column.nullable


@every_item
def test_an_item_says_its_parts_in_both_languages(item: type[Item]) -> None:
    parts = item.parts()
    assert all(_is_said(spec.label) for spec in parts)
    assert len({spec.label.nl for spec in parts}) == len({spec.label.en for spec in parts}) == len(parts)


# --- values of every field, made by hypothesis ------------------------------------------------------------------------

WORDS = st.text(
    st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Cn"], exclude_characters=";|()+"), max_size=30
)


def _lines(text: str) -> str | None:
    return " ".join(text.split()) or None


def values_of(value_type: ValueType) -> st.SearchStrategy[Any]:
    """Give a strategy for the values that a field of this type can hold."""
    plain: dict[type[ValueType], st.SearchStrategy[Any]] = {
        Area: st.none() | WORDS.map(lambda text: text.strip() or None),
        Day: st.none() | st.dates(date(1000, 1, 1)),
        Whole: st.none() | st.integers(-(10**9), 10**9),
        Money: st.none() | st.decimals(-(10**12), 10**12, places=2, allow_nan=False),
        YesNo: st.booleans(),
    }
    if isinstance(value_type, Choice):
        return st.none() | st.sampled_from([code for code, _ in value_type.words])
    if isinstance(value_type, Reference):
        return st.none() | st.integers(1, 10**6)
    if isinstance(value_type, ListOf):
        some = values_of(value_type.of).filter(lambda value: value is not None)
        return st.lists(some, max_size=4, unique=True).map(tuple)
    if isinstance(value_type, Items):
        parts = {spec.name: values_of(spec.type) for spec in value_type.item.parts()}
        return st.lists(st.builds(value_type.item, **parts), max_size=3).map(tuple)
    return plain.get(type(value_type), st.none() | WORDS.map(_lines))


def _json_round(stored: Any) -> Any:
    return json.loads(to_json(stored))


@every_type
@settings(max_examples=12, derandomize=True, database=None, deadline=None)
@given(data=st.data())
def test_what_is_stored_is_read_back(declared: Declared, data: st.DataObject) -> None:
    value_type = declared.spec.type
    value = data.draw(values_of(value_type))
    assert value_type.from_stored(_json_round(value_type.to_stored(value))) == value


@every_type
@settings(max_examples=12, derandomize=True, database=None, deadline=None)
@given(data=st.data())
def test_what_is_shown_can_be_typed(declared: Declared, data: st.DataObject) -> None:
    value_type = declared.spec.type
    names_are_typed = isinstance(value_type, Reference) or isinstance(getattr(value_type, "of", None), Reference)
    if names_are_typed or isinstance(value_type, Items):
        return  # the work of services.naming; items are tried by themselves
    value = data.draw(values_of(value_type))
    assert value_type.parse(value_type.text(value)) == value


@every_type
def test_some_value_of_every_field_is_shown_in_both_languages(declared: Declared) -> None:
    ids = dict.fromkeys(BESIDE, 1)
    value = build.any_value(declared.spec.type, ids)
    for language in Language:
        assert declared.spec.type.text(value, language)
    assert declared.spec.type.sort_key(value) is not None


@every_type
def test_nothing_known_is_shown_as_nothing_and_typed_as_nothing(declared: Declared) -> None:
    value_type = declared.spec.type
    nothing: object = False if isinstance(value_type, YesNo) else () if value_type.many else None
    assert value_type.parse("  ") == nothing
    assert value_type.text(nothing) == ""


@every_item
@settings(max_examples=25, derandomize=True, database=None, deadline=None)
@given(data=st.data())
def test_an_item_typed_part_by_part_is_read(item: type[Item], data: st.DataObject) -> None:
    values = {spec.name: data.draw(values_of(spec.type)) for spec in item.parts()}
    made = item(**values)
    typed = " | ".join(spec.type.text(values[spec.name]).replace("\n", " ") for spec in item.parts())
    read = item.parse(typed)
    for spec in item.parts():
        assert spec.type.text(getattr(read, spec.name)).split() == spec.type.text(getattr(made, spec.name)).split()


@pytest.mark.parametrize("amount", [Decimal("0.10"), Decimal("4138318.50"), Decimal("1E+3"), Decimal("-0.01")])
def test_money_keeps_its_cents_when_stored(amount: Decimal) -> None:
    assert Money().from_stored(_json_round(Money().to_stored(amount))) == amount
