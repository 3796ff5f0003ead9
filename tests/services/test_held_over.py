"""Motions that were held over warn before they lapse."""

from __future__ import annotations

from datetime import date

from tests import builders as build
from tracker.records.motion import Outcome
from tracker.services.held_over import lapses
from tracker.store.record_store import Store


def test_motions_held_over_are_found_the_first_to_lapse_in_front(store: Store) -> None:
    later = build.motion(store, outcomes=(Outcome("ingediend"), Outcome("aangehouden", date(2026, 3, 20))))
    first = build.motion(store, outcomes=(Outcome("aangehouden", date(2026, 3, 10)),))
    build.motion(store, outcomes=(Outcome("aangehouden", date(2026, 3, 10)), Outcome("aangenomen", date(2026, 4, 1))))
    build.commitment(store)
    assert list(lapses(store)) == [first.id, later.id]
    assert lapses(store)[first.id].last_day > date(2026, 5, 10)
