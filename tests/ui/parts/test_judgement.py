"""What a list says of a record: never more than is known."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from tests import builders as build
from tracker.store.record_store import Store
from tracker.ui.parts.judgement import judge


@pytest.mark.parametrize(
    ("kind", "given", "words"),
    [
        ("action", {"status": "samengevoegd"}, "Samengevoegd"),
        ("motion", {"status": "overgedragen"}, "Overgedragen"),
        ("motion", {"outcomes": "verworpen | 1-6-2026"}, "Vervallen"),
        ("motion", {"status": "afgedaan"}, "Afgedaan"),
        ("motion", {"outcomes": "aangehouden | 1-6-2026"}, "Aangehouden"),
        ("motion", {"outcomes": "aangehouden | 1-6-2026 ; aangenomen | 1-7-2026"}, "Zonder termijn"),
        ("commitment", {}, "Zonder termijn"),
    ],
)
def test_a_record_is_judged_by_its_status(store: Store, kind: str, given: dict[str, Any], words: str) -> None:
    assert judge(build.record(store, kind, **given).summary, build.TODAY).words.nl == words


@pytest.mark.parametrize(("wording", "words"), [("n.t.b.", "Zonder termijn"), ("zo spoedig mogelijk", "Geen dag")])
def test_a_deadline_that_is_still_to_be_set_is_none(store: Store, wording: str, words: str) -> None:
    build.deadline(store, build.motion(store), wording=wording, precision="unspecified")
    assert judge(store.find("M-1").summary, build.TODAY).words.nl == words


def test_a_day_is_late_the_day_after(store: Store) -> None:
    made = build.motion(store)
    build.deadline(store, made, end=date(2026, 7, 1))
    summary = store.find("M-1").summary
    assert judge(summary, date(2026, 7, 1)).words.nl == "Vandaag"
    assert judge(summary, date(2026, 7, 2)).words.nl == "Over tijd · 1 d"


def test_a_late_day_is_said_before_that_a_motion_was_held_over(store: Store) -> None:
    made = build.motion(store, outcomes="aangehouden | 1-6-2026")
    build.deadline(store, made, end=date(2026, 7, 1))
    summary = store.find("M-1").summary
    assert judge(summary, date(2026, 3, 1)).words.nl == "Aangehouden"
    assert judge(summary, date(2026, 7, 2)).words.nl == "Over tijd · 1 d"
