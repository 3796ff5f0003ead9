"""The bin: what lies in it, and how a record comes back whatever happened since."""

from __future__ import annotations

from dataclasses import asdict
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests import builders as build
from tracker.basics.errors import NotFound
from tracker.records.snapshot import Record
from tracker.services import editing, handling
from tracker.services.bin import deleted_records, restore_records
from tracker.store.integrity import check
from tracker.store.record_store import Store


def restore(store: Store, *records: Record) -> list[str]:
    restoring = restore_records(store, [one.id for one in records])
    store.apply(restoring.step)
    return [words.nl for words in restoring.left_out]


def contents(store: Store, record: Record) -> object:
    return store.find(record.reference).values, asdict(store.parts(record.id))


def test_the_bin_tells_what_went_when_and_by_whom(store: Store, clock: build.FixedClock) -> None:
    first, second = build.motion(store, title="Eerst"), build.commitment(store, title="Daarna")
    build.delete(store, first)
    clock.pass_days(1)
    build.delete(store, second)
    found = deleted_records(store)
    assert [(one.reference, one.title, one.kind) for one in found] == [
        ("T-1", "Daarna", "commitment"), ("M-1", "Eerst", "motion"),
    ]  # fmt: skip
    assert (found[0].at, found[0].by, found[0].how.nl) == (clock.now, build.ACTOR, "T-1 verwijderen")


def test_a_record_whose_making_was_undone_lies_in_the_bin_too(store: Store) -> None:
    build.motion(store)
    store.undo()
    assert deleted_records(store)[0].how.nl == "Ongedaan gemaakt: Motie M-1 toevoegen"


def test_all_that_hung_on_a_record_comes_back_though_more_was_done_since(store: Store) -> None:
    record, *others = build.everything(store)
    before = contents(store, record)
    build.delete(store, record)
    build.change(store, others[0], title="Intussen")
    assert restore(store, record) == []
    assert contents(store, record) == before
    assert check(store) == []


def test_bringing_back_is_a_step_that_can_be_undone_and_repeated(store: Store) -> None:
    record = build.motion(store)
    build.note(store, record)
    build.delete(store, record)
    restore(store, record)
    assert store.to_undo() == "M-1 terugzetten"
    store.undo()
    assert [one.reference for one in deleted_records(store)] == ["M-1"]
    store.redo()
    assert len(store.parts(record.id).notes) == 1
    assert check(store) == []


def test_a_relation_with_a_record_that_is_gone_is_left_out_and_said(store: Store) -> None:
    one, other = build.motion(store), build.commitment(store)
    build.relation(store, one, "komt voort uit", other)
    build.delete(store, one)
    build.delete(store, other)
    assert restore(store, one) == ["De samenhang “M-1 komt voort uit T-1” komt niet mee, want T-1 is zelf verwijderd."]
    assert store.parts(one.id).relations == ()
    assert restore(store, other) == []
    assert [part["how"] for part in store.parts(one.id).relations] == ["komt voort uit"]
    assert check(store) == []


def test_relations_between_records_that_come_back_together_come_along(store: Store) -> None:
    one, other = build.motion(store), build.commitment(store)
    build.relation(store, one, "komt voort uit", other)
    build.delete(store, one, other)
    assert restore(store, one, other) == []
    assert len(store.parts(other.id).relations) == 1
    assert store.to_undo() == "2 records terugzetten"


def test_a_relation_that_somebody_took_away_stays_away(store: Store) -> None:
    one, other = build.motion(store), build.commitment(store)
    relation = build.relation(store, one, "komt voort uit", other)
    store.apply(editing.delete_part(store, one, relation))
    build.delete(store, one)
    restore(store, one)
    assert store.parts(one.id).relations == ()


def test_an_organisation_that_went_with_the_record_comes_back_with_it(store: Store) -> None:
    record = build.motion(store, lead="Comensha", partners="VNG; OM")
    store.undo()
    build.motion(store, title="Een andere")
    restore(store, record)
    assert store.names()("organisation", record["lead"]) == "Comensha"
    assert store.find("M-1")["partners"] == record["partners"]
    assert check(store) == []


def test_a_letter_that_is_gone_leaves_its_field_empty_and_is_said(store: Store) -> None:
    letter = build.letter(store)
    record = build.motion(store, settled_letter=letter.id)
    store.undo()
    store.undo()
    build.motion(store)
    assert restore(store, record) == ["M-1: afgedaan met brief blijft leeg, want dat is er niet meer."]
    assert store.find("M-1")["settled_letter"] is None
    assert check(store) == []


def test_what_is_not_in_the_bin_cannot_come_back(store: Store) -> None:
    record = build.motion(store)
    with pytest.raises(NotFound):
        restore_records(store, [record.id])


def test_a_postponed_deadline_comes_back_with_its_chain(store: Store) -> None:
    record = build.commitment(store)
    deadline = build.deadline(store, record, end=date(2026, 6, 1))
    store.apply(handling.postpone(store, record, deadline, {"end": date(2026, 9, 1)}, on=build.TODAY, reason="x"))
    before = contents(store, record)
    build.delete(store, record)
    restore(store, record)
    assert contents(store, record) == before
    assert store.find(record.reference).summary.deadline_end == date(2026, 9, 1)


@settings(
    max_examples=12, deadline=None, derandomize=True, database=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)  # fmt: skip
@given(order=st.permutations(range(4)), back=st.permutations(range(4)), together=st.integers(1, 4))
def test_deleted_in_any_order_and_brought_back_in_any_order_nothing_is_lost(
    tmp_path_factory: pytest.TempPathFactory, order: list[int], back: list[int], together: int
) -> None:
    with build.new_store(tmp_path_factory.mktemp("bin") / "r.db") as store:
        records = [build.motion(store, lead="OM"), build.commitment(store), build.action(store), build.action(store)]
        for one, other in ((0, 1), (1, 2), (2, 3), (3, 0)):
            build.relation(store, records[one], "herhaalt", records[other])
        build.note(store, records[2])
        before = [contents(store, record) for record in records]
        build.delete(store, *(records[place] for place in order[:together]))
        for place in order[together:]:
            build.delete(store, records[place])
        for place in back:
            restore(store, records[place])
        assert [contents(store, record) for record in records] == before
        assert deleted_records(store) == []
        assert check(store) == []
