"""What may be given for a record, and what is refused by name."""

from __future__ import annotations

import pytest

from tests import builders as build
from tracker.basics.errors import InvalidForm
from tracker.records.registry import kind_of
from tracker.services import editing
from tracker.store.record_store import Store


@pytest.mark.parametrize("given", ["M-50", "", "hallo", "M-99999999999999999999"])
def test_a_reference_is_given_once_and_never_by_hand(store: Store, given: str) -> None:
    motion = build.motion(store)
    with pytest.raises(InvalidForm, match="reference"):
        editing.change_record(store, motion, {"reference": given})
    with pytest.raises(InvalidForm, match="reference"):
        editing.make_record(store, kind_of("motion"), {"title": "x", "reference": given})
    assert store.find("M-1").id == motion.id
