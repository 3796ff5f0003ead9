"""A duplicate starts with what is shared, and without what belongs to one record alone."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from tests import builders as build
from tracker.basics.language import Language
from tracker.records.field import fields_of
from tracker.services import editing
from tracker.services.clipboard_cells import Cell
from tracker.services.copying import duplicate_values, field_cell, typed_cell
from tracker.store.record_store import Store


def test_a_duplicate_is_a_new_record_that_was_not_handled_yet(store: Store) -> None:
    record = build.commitment(
        store, title="Brief", number="TZ202605-123", owner="Sanne", status="voldaan", settled_on="1-7-2026", tags="a; b"
    )
    values = duplicate_values(record)
    step, reference = editing.make_record(store, record.kind, values)
    store.apply(step)
    made = store.find(reference)
    assert (made["title"], made["owner"], made["tags"]) == ("Brief", record["owner"], ("a", "b"))
    assert (made["number"], made["settled_on"], made["status"], reference) == (None, None, "openstaand", "T-2")


def test_every_kind_can_be_duplicated(store: Store) -> None:
    for record in build.everything(store):
        step, reference = editing.make_record(store, record.kind, duplicate_values(record))
        store.apply(step)
        assert store.find(reference)["title"] == record["title"]


def test_cells_know_days_and_numbers() -> None:
    assert typed_cell("01-07-2026", date(2026, 7, 1)).value == date(2026, 7, 1)
    assert typed_cell("4,50", Decimal("4.50")).value == Decimal("4.50")
    assert typed_cell("ja", value=True).value is None
    assert typed_cell("Sanne", 7).value is None


def test_a_field_that_a_kind_lacks_is_an_empty_cell(store: Store) -> None:
    motion = build.motion(store)
    spec = next(one for one in fields_of(build.commitment(store).kind.model) if one.name == "made_on")
    assert field_cell(motion, spec, Language.DUTCH, store.names()) == Cell("")
