"""Two records become one: nothing of either is lost, the second's reference leads on, and one undo takes it back."""

from __future__ import annotations

from datetime import date

import pytest

from tests import builders as build
from tests.services.importing.round_trip import contents
from tracker.basics.errors import InvalidValue, NotFound
from tracker.records.snapshot import Record
from tracker.services import handling
from tracker.services.bin import restore_records
from tracker.services.merging import Side, merge_records, merged_fields, merged_into
from tracker.store.integrity import check
from tracker.store.record_store import Store


def two(store: Store) -> tuple[Record, Record]:
    first = build.commitment(store, title="Onderzoek naar uitbuiting", lead="politie", tags="a; b", remarks="Eerste")
    second = build.commitment(
        store, title="Onderzoek uitbuiting", number="TZ202605-123", lead="OM", tags="b; c", remarks="Tweede"
    )
    return first, second


def merged(store: Store, **chosen: Side) -> Record:
    first, second = (store.find(reference) for reference in ("T-1", "T-2"))
    store.apply(merge_records(store, first, second, chosen))
    return store.find("T-1")


def test_the_first_keeps_its_values_and_gets_what_only_the_second_has(store: Store) -> None:
    two(store)
    kept = merged(store)
    assert (kept["title"], kept["number"]) == ("Onderzoek naar uitbuiting", "TZ202605-123")
    assert store.names()("organisation", kept["lead"]) == "politie"
    assert kept["tags"] == ("a", "b", "c")
    assert kept["remarks"] == "Eerste\nTweede"
    assert check(store) == []


def test_each_field_can_be_chosen(store: Store) -> None:
    two(store)
    kept = merged(store, title=Side.SECOND, tags=Side.FIRST, remarks=Side.SECOND)
    assert (kept["title"], kept["tags"], kept["remarks"]) == ("Onderzoek uitbuiting", ("a", "b"), "Tweede")


def test_only_fields_that_differ_are_offered(store: Store) -> None:
    offered = {one.spec.name: one.kept for one in merged_fields(*two(store))}
    assert offered == {
        "title": Side.FIRST, "number": Side.SECOND, "lead": Side.FIRST, "tags": Side.BOTH, "remarks": Side.BOTH,
    }  # fmt: skip


def test_the_reference_of_the_second_leads_to_the_first(store: Store) -> None:
    two(store)
    third = build.commitment(store)
    kept = merged(store)
    assert store.find("T-2").id == kept.id
    store.apply(merge_records(store, third, kept))
    assert store.find("T-2").id == store.find("T-1").id == third.id
    assert [reference for _, reference in merged_into(store, third.id)] == ["T-1"]


def test_the_history_of_the_second_stays(store: Store) -> None:
    _, second = two(store)
    before = len(store.history(second.id))
    merged(store)
    assert store.id_of("T-2") == second.id
    assert len(store.history(second.id)) > before


def test_what_hangs_on_the_second_moves_and_is_not_doubled(store: Store) -> None:
    first, second = two(store)
    other = build.motion(store)
    for one in (first, second):
        build.deadline(store, one, wording="voor de zomer")
        build.note(store, one, text="Het loopt.")
        build.relation(store, one, "komt voort uit", other)
    moved = build.deadline(store, second, wording="eind 2026", end=date(2026, 12, 31))
    store.apply(
        handling.postpone(store, second, moved, {"wording": "2027"}, on=build.TODAY, reason="drukte", letter=None)
    )
    build.relation(store, second, "herhaalt", first)
    kept = merged(store)
    parts = store.parts(kept.id)
    assert [one["wording"] for one in parts.deadlines] == ["voor de zomer", "2027"]
    assert [one["deadline_id"] for one in parts.postponements] == [moved.id]
    assert len(parts.notes) == 1
    assert [(one["how"], one["to_id"]) for one in parts.relations] == [("komt voort uit", other.id)]
    assert check(store) == []


def test_one_undo_takes_it_back(store: Store) -> None:
    _, second = two(store)
    build.deadline(store, second, wording="voor de zomer")
    before = contents(store)
    merged(store)
    store.undo()
    assert contents(store) == before
    assert store.find("T-2").id == second.id
    store.redo()
    assert store.find("T-2").reference == "T-1"
    assert check(store) == []


def test_the_second_can_be_brought_back_from_the_bin(store: Store) -> None:
    _, second = two(store)
    merged(store)
    store.apply(restore_records(store, [second.id]).step)
    assert store.find("T-2").id == second.id
    assert check(store) == []


def test_a_reference_of_a_record_that_was_only_deleted_leads_nowhere(store: Store) -> None:
    first, _ = two(store)
    build.delete(store, first)
    with pytest.raises(NotFound):
        store.find("T-1")


def test_records_of_two_kinds_are_not_merged(store: Store) -> None:
    with pytest.raises(InvalidValue, match="dezelfde soort"):
        merge_records(store, build.motion(store), build.commitment(store))
