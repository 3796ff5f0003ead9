"""The head of the record: what was said of its deadline, with the weekday."""

from __future__ import annotations

from datetime import date

import pytest

from tests import builders as build
from tracker.basics.language import Language
from tracker.records.motion import Outcome
from tracker.store.record_store import Store
from tracker.ui.record.header import deadline_words
from tracker.ui.record.record_pane import RecordPane

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")  # the offscreen platform says so of each window


@pytest.mark.parametrize(
    ("given", "language", "words"),
    [
        (
            {"wording": "eind juni", "end": date(2026, 6, 30)},
            Language.DUTCH,
            "“eind juni” · uiterlijk dinsdag 30 juni 2026",
        ),
        ({"end": date(2026, 6, 30)}, Language.ENGLISH, "by Tuesday 30 June 2026"),
        ({"wording": "daarna", "waits_for": "de wet"}, Language.DUTCH, "“daarna” · wacht op de wet"),
        ({"what": "plan"}, Language.DUTCH, ""),
    ],
)
def test_the_deadline_is_said_in_words_with_its_last_day(
    store: Store, given: dict[str, object], language: Language, words: str
) -> None:
    record = build.commitment(store)
    build.deadline(store, record, **given)
    assert deadline_words(store.find(record.reference).summary, language) == words


def test_the_head_follows_a_new_deadline(pane: RecordPane, store: Store) -> None:
    record = build.commitment(store)
    pane.show_record(record.id)
    assert not pane.header.deadline.isVisible()
    build.deadline(store, record, wording="eind juni")
    pane.show_record(None)
    pane.show_record(record.id)
    assert pane.header.deadline.text() == "“eind juni”"


def test_a_motion_held_over_says_when_it_lapses(pane: RecordPane, store: Store) -> None:
    pane.show_record(build.motion(store, outcomes=(Outcome("aangehouden", date(2026, 4, 14)),)).id)
    assert "Vervalt na 02-07-2026" in pane.header.words
    pane.show_record(build.motion(store, outcomes=(Outcome("aangenomen", date(2026, 4, 14)),)).id)
    assert not any("Vervalt" in words for words in pane.header.words)
