"""Entering deadlines in words, recurring ones, and what they must not be."""

from __future__ import annotations

from datetime import date

import pytest

from tests import builders as build
from tracker.basics.errors import InvalidForm, InvalidValue
from tracker.records.filter import Filter
from tracker.services import deadlines, events, handling
from tracker.services.deadline_words import other_readings
from tracker.store.integrity import check
from tracker.store.record_store import Store

SAID = date(2026, 6, 25)


def test_words_are_read_from_the_day_on_which_they_were_said(store: Store) -> None:
    record = build.commitment(store)
    store.apply(deadlines.add_deadline(store, record, "binnen zes weken", date(2026, 5, 20)))
    made = store.parts(record.id).deadlines[0]
    assert (made["wording"], made["end"], made["said_on"]) == ("binnen zes weken", date(2026, 7, 1), date(2026, 5, 20))
    assert not made["overruled"]


def test_words_without_a_day_stay_and_give_none(store: Store) -> None:
    record = build.commitment(store)
    store.apply(deadlines.add_deadline(store, record, "31 februari", SAID))
    made = store.parts(record.id).deadlines[0]
    assert (made["wording"], made["end"], made["precision"]) == ("31 februari", None, None)


def test_an_officer_may_overrule_the_window(store: Store) -> None:
    record = build.commitment(store)
    store.apply(deadlines.add_deadline(store, record, "voor de zomer", SAID, {"end": date(2026, 5, 31)}))
    made = store.parts(record.id).deadlines[0]
    assert (made["end"], made["overruled"]) == (date(2026, 5, 31), True)


def test_nothing_said_is_refused(store: Store) -> None:
    record = build.commitment(store)
    with pytest.raises(InvalidForm, match="in woorden"):
        deadlines.add_deadline(store, record, "  ", SAID)
    with pytest.raises(InvalidForm, match="zegt niets"):
        build.deadline(store, record, sort="wettelijk")


def test_a_window_turned_round_is_refused(store: Store) -> None:
    record = build.commitment(store)
    with pytest.raises(InvalidForm, match="ligt voor de eerste"):
        build.deadline(store, record, start=date(2026, 9, 2), end=date(2026, 9, 1))
    made = build.deadline(store, record, start=date(2026, 9, 1), end=date(2026, 9, 1))
    with pytest.raises(InvalidForm, match="ligt voor de eerste"):
        deadlines.change_deadline(store, record, made, {"end": date(2026, 8, 1)})
    assert store.parts(record.id).deadlines[0]["end"] == date(2026, 9, 1)


@pytest.mark.parametrize(
    ("wording", "ends"),
    [
        ("voor de zomer", [date(2027, 5, 31)]),
        ("in het najaar", [date(2027, 11, 30)]),
        ("in Q3 een tussenrapport, voor het einde van dit jaar het eindrapport", [date(2026, 12, 31)]),
        ("15 juli 2026", []),
        ("onzin", []),
    ],
)
def test_other_readings_are_offered(wording: str, ends: list[date]) -> None:
    assert [one.end for one in other_readings(wording, date(2026, 7, 10))] == ends


def test_meeting_a_period_makes_the_next_appear_in_the_same_step(store: Store) -> None:
    record, letter = build.commitment(store), build.letter(store)
    store.apply(deadlines.add_deadline(store, record, "twee keer per jaar", SAID, {"what": "overleg"}))
    store.apply(handling.meet(store, record, date(2026, 6, 28), "overleg", letter=letter.id))
    first, second = store.parts(record.id).deadlines
    assert (first["met_on"], first["met_letter"], first["end"]) == (date(2026, 6, 28), letter.id, date(2026, 6, 30))
    assert (second["met_on"], second["end"], second["series_id"]) == (None, date(2026, 12, 31), first.id)
    assert (second["what"], second["wording"], second["precision"]) == ("overleg", "twee keer per jaar", "recurring")
    store.apply(handling.meet(store, record, date(2026, 12, 1), "overleg"))
    third = store.parts(record.id).deadlines[2]
    assert (third["end"], third["series_id"]) == (date(2027, 6, 30), first.id)
    assert store.find(record.reference).summary.deadline_end == date(2027, 6, 30)
    assert check(store) == []
    store.undo()
    assert len(store.parts(record.id).deadlines) == 2


def test_a_period_met_after_the_fact_makes_no_second_next_one(store: Store) -> None:
    record = build.commitment(store)
    store.apply(deadlines.add_deadline(store, record, "jaarlijks", SAID))
    store.apply(handling.meet(store, record, SAID))
    first = store.parts(record.id).deadlines[0]
    store.apply(deadlines.change_deadline(store, record, first, {"met_on": None}))
    again = store.parts(record.id).deadlines[0]
    store.apply(handling.meet_deadline(store, record, again, SAID))
    assert len(store.parts(record.id).deadlines) == 2


def test_the_record_is_judged_by_what_was_promised_and_not_by_the_terms_of_others(store: Store) -> None:
    record = build.commitment(store)
    build.deadline(store, record, sort="register Kamer", end=date(2026, 1, 1))
    assert store.find(record.reference).summary.deadline_end == date(2026, 1, 1)
    build.deadline(store, record, sort="toegezegd", end=date(2026, 9, 1))
    build.deadline(store, record, sort="intern streven", end=date(2026, 2, 1))
    assert store.find(record.reference).summary.deadline_end == date(2026, 9, 1)
    assert list(store.order(Filter(view="overdue"), SAID)) == []


def test_what_was_postponed_is_counted_and_told_later(store: Store) -> None:
    record, letter = build.commitment(store), build.letter(store)
    store.apply(deadlines.add_deadline(store, record, "1 januari 2026", date(2025, 6, 1)))
    for wording, on in (("voor 1 april 2026", date(2026, 1, 1)), ("voor 1 juli 2026", date(2026, 4, 1))):
        deadline = store.parts(record.id).deadlines[0]
        read = deadlines.read_deadline(store, wording, on)
        store.apply(handling.postpone(store, record, deadline, read, on=on, reason="druk"))
    shown = store.find(record.reference).summary
    assert (shown.times_postponed, shown.days_postponed, shown.untold) == (2, 180, 2)
    assert list(store.order(Filter(view="not-told"), SAID)) == [record.id]
    assert store.parts(record.id).postponements[0]["old_end"] == date(2026, 1, 1)
    store.apply(handling.tell(store, record, handling.untold(store, record), letter.id))
    assert list(store.order(Filter(view="not-told"), SAID)) == []
    assert list(store.order(Filter(view="postponed"), SAID)) == [record.id]
    with pytest.raises(InvalidValue, match="geen uitstel"):
        handling.untold(store, record)
    assert check(store) == []


def test_postponing_to_an_event_makes_it_wait(store: Store) -> None:
    record = build.commitment(store)
    store.apply(deadlines.add_deadline(store, record, "1 januari 2026", date(2025, 6, 1)))
    read = deadlines.read_deadline(store, "na afronding van het onderzoek", SAID)
    store.apply(handling.postpone(store, record, store.parts(record.id).deadlines[0], read, on=SAID, reason="x"))
    shown = store.find(record.reference).summary
    assert (shown.deadline_end, shown.waits_for) == (None, "afronding van het onderzoek")
    assert [row["name"] for row in store.rows("event")] == ["afronding van het onderzoek"]


@pytest.mark.parametrize(
    ("typed", "day"),
    [("+3m", "25 september 2026"), ("+ 3 maanden", "25 september 2026"), ("+2w", "9 juli 2026"), ("+x", "+x")],
)
def test_what_is_typed_to_count_from_today_is_kept_as_its_day(store: Store, typed: str, day: str) -> None:
    record = build.commitment(store)
    store.apply(deadlines.add_deadline(store, record, typed, SAID))
    made = store.parts(record.id).deadlines[0]
    assert made["wording"] == day
    assert deadlines.read_deadline(store, day, SAID)["end"] == made["end"]


def test_other_words_are_read_with_the_day_that_the_event_has(store: Store) -> None:
    record = build.commitment(store)
    store.apply(deadlines.add_deadline(store, record, "binnen twee weken na afronding van het onderzoek", SAID))
    store.apply(events.give_day(store, "afronding van het onderzoek", date(2026, 9, 1))[0])
    waited = store.parts(record.id).deadlines[0]
    read = deadlines.read_otherwise(store, waited, "binnen zes weken na afronding van het onderzoek", SAID)
    assert (read["end"], read["waits_for"]) == (date(2026, 10, 13), "afronding van het onderzoek")
    assert deadlines.read_otherwise(store, waited, "eind 2026", SAID)["end"] == date(2026, 12, 31)
