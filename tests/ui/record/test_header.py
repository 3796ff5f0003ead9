"""The head of the record: what was said of its deadline, with the weekday."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests import builders as build
from tracker.basics.language import Language
from tracker.records.motion import Outcome
from tracker.records.registry import kind_of
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


def _follow(pane: RecordPane, number: int) -> None:
    """Come to the line, go along its links by Tab, and follow one with Enter."""
    line = pane.header.settled
    line.setSelection(0, 0)
    line.setFocus(Qt.FocusReason.TabFocusReason)
    for _ in range(number + 1):
        QTest.keyClick(line, Qt.Key.Key_Tab)
    QTest.keyClick(line, Qt.Key.Key_Return)


def test_a_settled_record_says_why_and_leads_there(pane: RecordPane, store: Store) -> None:
    letter = build.letter(store, state="verzonden", title="Brief <b>over</b> opvang")
    record = build.motion(store)
    build.change(store, record, status="afgedaan", settled_on=date(2026, 6, 25), settled_letter=letter.id)
    pane.show_record(record.id)
    assert pane.header.settled.isVisible()
    assert pane.header.settled.words == "Afgedaan op 25-06-2026 met B-1 Brief <b>over</b> opvang"
    _follow(pane, 0)
    assert pane.tabs.currentWidget() is pane.history_tab
    assert pane.history_tab.fields.currentText() == "Status"
    assert "nog niet gestart → afgedaan" in pane.history_tab.text.toPlainText()
    _follow(pane, 1)
    assert pane.history_tab.fields.currentText() == "Afgedaan op"
    wanted: list[tuple[str, object]] = []
    pane.named_wanted.connect(lambda entity, row_id: wanted.append((entity, row_id)))
    _follow(pane, 2)
    assert wanted == [("letter", letter.id)]


def test_an_open_and_a_new_record_have_no_such_line(pane: RecordPane, store: Store) -> None:
    pane.show_record(build.motion(store, status="afgedaan").id)
    pane.show_record(build.motion(store).id)
    assert not pane.header.settled.isVisible()
    pane.show_record(store.find("M-1").id)
    pane.start_new(kind_of("motion"))
    assert not pane.header.settled.isVisible()
