"""One record related to several in one step."""

from __future__ import annotations

import pytest

from tests import builders as build
from tracker.basics.errors import InvalidValue
from tracker.services.relating import relate_many
from tracker.store.record_store import Store


@pytest.mark.parametrize("reversed_side", [False, True])
def test_several_are_related_in_one_step(store: Store, reversed_side: bool) -> None:
    record, *others = (build.action(store) for _ in range(3))
    store.apply(relate_many(store, record, "onderdeel van", others, reversed_side=reversed_side))
    starts = {(one["record_id"], one["to_id"]) for one in store.parts(record.id).relations}
    expected = {(record.id, other.id) for other in others}
    assert starts == ({(end, start) for start, end in expected} if reversed_side else expected)
    store.undo()
    assert store.parts(record.id).relations == ()


def test_what_hangs_together_already_is_passed_over(store: Store) -> None:
    record, known, new = (build.action(store) for _ in range(3))
    build.relation(store, record, "herhaalt", known)
    step = relate_many(store, record, "herhaalt", [known, record, new])
    assert [change.after["to_id"] for change in step.changes if change.after] == [new.id]


def test_nothing_left_to_relate_is_said(store: Store) -> None:
    record = build.action(store)
    with pytest.raises(InvalidValue, match="hetzelfde record"):
        relate_many(store, record, "herhaalt", [record])
