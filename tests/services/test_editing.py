"""Steps that change records: clearing fields."""

from __future__ import annotations

import pytest

from tests import builders as build
from tracker.basics.errors import InvalidForm
from tracker.services import editing
from tracker.store.record_store import Store


def test_clearing_fields_of_several_records_is_one_step(store: Store) -> None:
    first = build.motion(store, title="Een", theme="zorg", tags=("a", "b"))
    second = build.commitment(store, title="Twee", theme="opvang")
    step = editing.clear_fields(store, [first, second], ["theme", "tags"])
    assert step.label == "4 cellen leegmaken"
    store.apply(step)
    assert [store.find(one.reference)["theme"] for one in (first, second)] == [None, None]
    assert store.find(first.reference)["tags"] == ()


def test_a_field_that_a_kind_lacks_is_passed_over(store: Store) -> None:
    motion, commitment = build.motion(store, title="Een"), build.commitment(store, title="Twee")
    own = next(iter(motion.values.keys() - commitment.values.keys()))
    step = editing.clear_fields(store, [motion, commitment], [own, "theme"])
    assert step.label == "3 cellen leegmaken"


def test_a_required_field_is_refused(store: Store) -> None:
    with pytest.raises(InvalidForm) as caught:
        editing.clear_fields(store, [build.motion(store, title="Een")], ["title"])
    assert "Vul dit veld in." in caught.value.words.nl
