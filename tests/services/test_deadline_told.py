"""How the days of a deadline were computed, in words."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from tests import builders as build
from tracker.basics.language import Language
from tracker.services import deadlines, editing, events, handling
from tracker.services.deadline_told import how_read, told_of
from tracker.services.recess_calendar import calendar_of
from tracker.store.record_store import Store

SAID = date(2026, 2, 25)


def lines(store: Store, record_id: int, language: Language = Language.DUTCH) -> list[str]:
    return told_of(store, store.parts(record_id), language)


def test_the_words_the_rule_and_the_calendar_are_told(store: Store) -> None:
    record = build.commitment(store)
    store.apply(deadlines.add_deadline(store, record, "voor de zomer", SAID))
    said, window, rule, calendar = lines(store, record.id)
    assert said == "“voor de zomer”, gezegd op 25-02-2026"
    assert window == "Uiterlijk 02-07-2026 (voorlopig)."
    assert rule.startswith("De dag voor het zomerreces van 2026; kalender: ")
    assert calendar == "Recessen: de kalender van het programma."
    assert lines(store, record.id, Language.ENGLISH)[0] == "“voor de zomer”, said on 25 Feb 2026"


def test_a_calendar_of_the_register_itself_is_told_as_such(store: Store) -> None:
    record = build.commitment(store)
    given: dict[str, Any] = {"name": "zomerreces", "first_day": date(2026, 7, 6), "last_day": date(2026, 8, 31)}
    store.apply(editing.make_beside(store, "recess", given)[0])
    store.apply(deadlines.add_deadline(store, record, "voor de zomer", SAID))
    assert lines(store, record.id)[-1] == "Recessen: de kalender van dit register."


def test_what_was_promised_first_is_told(store: Store) -> None:
    record = build.commitment(store)
    store.apply(deadlines.add_deadline(store, record, "1 juni 2026", SAID))
    read = deadlines.read_deadline(store, "eind 2026", SAID)
    deadline = store.parts(record.id).deadlines[0]
    store.apply(handling.postpone(store, record, deadline, read, on=SAID, reason="druk"))
    assert lines(store, record.id)[-1] == (
        "1 keer uitgesteld, samen 213 dagen. Eerst toegezegd: “1 juni 2026” · 01-06-2026."
    )


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ({"wording": "voor de zomer", "said_on": SAID, "overruled": True}, "koos dit venster zelf"),
        ({"what": "rapport", "end": date(2026, 6, 1)}, "er zijn geen woorden"),
        ({"wording": "voor de zomer", "end": date(2026, 6, 1)}, "Niet bekend is wanneer dit is gezegd"),
        ({"wording": "binnenkort misschien", "said_on": SAID, "end": date(2026, 6, 1)}, "zo ingevoerd. De woorden"),
        ({"wording": "bij leven en welzijn", "said_on": SAID}, "In deze woorden staat geen dag"),
    ],
)
def test_what_does_not_follow_from_the_words_is_said_so(store: Store, given: dict[str, Any], told: str) -> None:
    record = build.commitment(store)
    assert told in how_read(build.deadline(store, record, **given), calendar_of(store)).nl


def test_the_day_of_an_event_is_told(store: Store) -> None:
    record = build.commitment(store)
    store.apply(deadlines.add_deadline(store, record, "binnen twee weken na afronding van het onderzoek", SAID))
    store.apply(events.give_day(store, "afronding van het onderzoek", date(2026, 9, 1))[0])
    told = lines(store, record.id)
    assert any("afronding van het onderzoek: dat was op 01-09-2026." in line for line in told)


def test_without_a_deadline_nothing_is_told(store: Store) -> None:
    assert lines(store, build.commitment(store).id) == []
