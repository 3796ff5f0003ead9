"""References and ids: given once, and never again."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests import builders as build
from tracker.records.kind import Kind
from tracker.records.registry import KINDS
from tracker.store.record_store import Store


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.code)
def test_each_kind_counts_its_own_references(store: Store, kind: Kind) -> None:
    made = [build.record(store, kind.code).reference for _ in range(2)]
    assert made == [f"{kind.prefix}-1", f"{kind.prefix}-2"]


def test_a_reference_is_not_given_again_after_deletion(store: Store) -> None:
    build.delete(store, build.motion(store))
    assert build.motion(store).reference == "M-2"


def test_a_reference_is_not_given_again_after_its_making_was_undone(store: Store, path: Path) -> None:
    build.motion(store)
    store.undo()
    assert build.motion(store).reference == "M-2"
    store.close()
    with build.open_store(path) as opened:
        opened.undo()
        assert build.motion(opened).reference == "M-3"


def test_a_wanted_reference_is_given_once(store: Store) -> None:
    motion = KINDS[0]
    assert store.new_reference(motion, "M-7") == "M-7"
    assert store.new_reference(motion) == "M-8"
    build.motion(store)
    assert store.new_reference(motion, "M-9") != "M-9"


def test_a_letter_number_is_not_given_again(store: Store) -> None:
    assert build.letter(store)["number"] == 1
    store.undo()
    assert build.letter(store)["number"] == 2


def test_records_of_all_kinds_share_one_series_of_ids(store: Store) -> None:
    assert [build.record(store, kind.code).id for kind in KINDS] == list(range(1, len(KINDS) + 1))


def test_a_reference_is_found_in_any_capitals(store: Store) -> None:
    motion = build.motion(store)
    assert store.find(" m-1 ") == motion
