"""The form follows the declaration: each field has an input whose value comes back, under the label of its spec."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from tests import builders as build
from tracker.records.entity import BESIDE, model_of
from tracker.records.field import FieldSpec, fields_of
from tracker.records.registry import KINDS
from tracker.records.value_type import Choice, Day, Items, ListOf, Money, Reference, ValueType, Whole, YesNo
from tracker.store.record_store import Store
from tracker.ui.record.editors.table import EDITORS
from tracker.ui.record.form import FieldsForm
from tracker.ui.session import Session

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")  # the offscreen platform says so of each window

_FORMS = [*(kind.table for kind in KINDS), *(entity for entity in BESIDE if entity != "person")]
_FIELDS = [
    pytest.param(entity, spec, id=f"{entity}.{spec.name}") for entity in _FORMS for spec in fields_of(model_of(entity))
]


@pytest.fixture
def ids(store: Store) -> dict[str, int]:
    """One row of everything that a field can point at."""
    return {
        "organisation": build.organisation(store, "Comensha").id,
        "person": build.person(store, "A. de Vries"),
        "letter": build.letter(store).id,
        "debate": build.debate(store).id,
    }


def _sample(value_type: ValueType, ids: dict[str, int]) -> Any:
    """Give a value of this type."""
    if isinstance(value_type, Choice):
        return value_type.words[-1][0]
    if isinstance(value_type, Reference):
        return ids[value_type.entity]
    if isinstance(value_type, ListOf):
        return (_sample(value_type.of, ids),)
    if isinstance(value_type, Items):
        return (value_type.item(**{part.name: _sample(part.type, ids) for part in value_type.item.parts()}),)
    samples = {Day: date(2026, 7, 15), Whole: 2026, Money: Decimal("4138318.50"), YesNo: True}
    return samples.get(type(value_type), "Een tekst, met 28 638, nr. 259")


@pytest.mark.parametrize(("entity", "spec"), _FIELDS)
def test_each_field_has_an_input_whose_value_comes_back(
    qtbot: QtBot, session: Session, ids: dict[str, int], entity: str, spec: FieldSpec
) -> None:
    form = FieldsForm(session, [spec])
    qtbot.addWidget(form)
    editor, value = form.editors[spec.name], _sample(spec.type, ids)
    assert form.labels[spec.name].text() == spec.label.nl
    assert form.labels[spec.name].buddy() is editor.input
    assert editor.input.accessibleName() == spec.label.nl
    editor.load(None)
    assert form.changed_fields == []
    editor.set_value(value)
    assert editor.value() == value
    assert form.changed_fields == [spec.name]
    editor.load(value)
    assert form.changed_fields == []
    assert editor.value() == value


def test_each_input_that_a_type_asks_for_is_there() -> None:
    wanted = {spec.type.widget for entity in _FORMS for spec in fields_of(model_of(entity))}
    assert wanted <= set(EDITORS)


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.code)
def test_form_shows_the_fields_of_its_kind_in_their_groups(qtbot: QtBot, session: Session, kind: Any) -> None:
    form = FieldsForm(session, fields_of(kind.model), is_grouped=True)
    qtbot.addWidget(form)
    assert set(form.editors) == {spec.name for spec in fields_of(kind.model)}
