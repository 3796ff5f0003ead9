"""Why a record counts as settled, in words that say where each part stands."""

from __future__ import annotations

from datetime import date

import pytest

from tests import builders as build
from tracker.basics.language import Language
from tracker.records.motion import Outcome
from tracker.records.snapshot import Record
from tracker.services.settlement import settlement
from tracker.store.record_store import Store

LATER = date(2026, 6, 25)


def words_of(store: Store, record: Record, language: Language = Language.DUTCH) -> str:
    return " ".join(one.words.to(language) for one in settlement(store, record))


def places(store: Store, record: Record) -> list[str | int | None]:
    return [one.letter or one.field for one in settlement(store, record)]


def test_a_settled_record_names_day_letter_and_what_the_kamer_said(store: Store) -> None:
    letter = build.letter(store, state="verzonden")
    record = build.motion(
        store, status="afgedaan", settled_on=LATER, settled_letter=letter.id, kamer_decision="voldaan",
        kamer_decided_on=date(2026, 7, 1),
    )  # fmt: skip
    assert words_of(store, record) == ("Afgedaan op 25-06-2026 met B-1 Voortgangsbrief · Kamer: voldaan (01-07-2026)")
    assert words_of(store, record, Language.ENGLISH) == (
        "Settled on 25 Jun 2026 by B-1 Voortgangsbrief · Chamber: met (1 Jul 2026)"
    )
    assert places(store, record) == ["status", "settled_on", letter.id, "kamer_decision"]


def test_a_letter_that_is_not_sent_is_told_to_be_so(store: Store) -> None:
    letter = build.letter(store, state="concept")
    record = build.motion(store, status="afgedaan", settled_on=LATER, settled_letter=letter.id)
    assert words_of(store, record).endswith("met B-1 Voortgangsbrief (nog niet verzonden)")


def test_an_action_finished_without_a_day_tells_what_the_log_knows(store: Store, clock: build.FixedClock) -> None:
    entered = build.action(store, status="afgerond")
    action = build.action(store)
    clock.pass_days(2)
    finished = build.change(store, action, status="afgerond")
    clock.pass_days(2)
    later = build.change(store, finished, theme="zorg")
    assert words_of(store, later) == (
        "Afgedaan zonder dag zonder brief · volgens de geschiedenis: status gewijzigd op 03-07-2026 door Test Gebruiker"
    )
    assert "status ingevoerd op 01-07-2026" in words_of(store, entered)
    assert places(store, later) == ["status", None, None, "status"]


def test_an_action_has_the_day_of_its_kind(store: Store) -> None:
    record = build.action(store, status="afgerond", finished_on=LATER)
    assert settlement(store, record)[1].field == "finished_on"
    assert words_of(store, record) == "Afgedaan op 25-06-2026 zonder brief"


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ({"outcomes": (Outcome("verworpen", LATER),)}, "Verworpen op 25-06-2026"),
        ({"outcomes": (Outcome("ingetrokken"),)}, "Ingetrokken zonder dag"),
        ({"status": "overgedragen", "handed_over_on": LATER}, "Overgedragen op 25-06-2026 zonder brief"),
        ({"status": "niet uitgevoerd", "settled_on": LATER}, "Niet uitgevoerd op 25-06-2026 zonder brief"),
    ],
)
def test_what_was_dropped_says_how(store: Store, given: dict[str, object], words: str) -> None:
    assert words_of(store, build.motion(store, **given)) == words


def test_an_open_record_says_nothing(store: Store) -> None:
    assert settlement(store, build.motion(store, settled_on=LATER)) == ()
