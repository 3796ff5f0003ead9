"""Events: one list, found by likeness; a day moves all that waits for one, in one step that can be taken back."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from tests import builders as build
from tracker.basics.errors import InvalidValue, NotFound
from tracker.basics.language import Language
from tracker.records.filter import Filter
from tracker.records.snapshot import Part, Record
from tracker.services import deadlines, events
from tracker.services.rehearsal import Outcome
from tracker.store.integrity import check
from tracker.store.record_store import Store

SAID, DAY = date(2026, 6, 25), date(2026, 9, 1)
LAW = "inwerkingtreding van art. 273f Sr"


def promised(store: Store, wording: str, **given: Any) -> tuple[Record, Part]:
    record = build.commitment(store)
    store.apply(deadlines.add_deadline(store, record, wording, SAID, given))
    return record, store.parts(record.id).deadlines[-1]


def windows(store: Store, *records: Record) -> list[tuple[date | None, date | None]]:
    found = [store.parts(record.id).deadlines[-1] for record in records]
    return [(one["start"], one["end"]) for one in found]


def test_two_ways_to_write_an_event_are_one_event(store: Store) -> None:
    _, first = promised(store, f"na {LAW}")
    _, second = promised(store, "binnen zes weken na de inwerkingtreding van artikel 273f Sr")
    assert first["event_id"] == second["event_id"]
    assert [row["name"] for row in store.rows("event")] == [LAW]


def test_this_conversation_is_another_one_for_each_record(store: Store) -> None:
    promised(store, "wanneer dit gesprek heeft plaatsgevonden")
    record, _ = promised(store, "wanneer dit gesprek heeft plaatsgevonden")
    assert len(events.events(store)) == 2
    with pytest.raises(InvalidValue, match=r"T-1.*T-2"):
        events.find_event(store, "dit gesprek heeft plaatsgevonden")
    found = events.find_event(store, record.reference)
    assert found is not None
    assert found.references == (record.reference,)


def test_a_day_moves_all_that_waits_in_one_step_and_undo_takes_it_back(store: Store) -> None:
    after, _ = promised(store, f"na {LAW}")
    within, _ = promised(store, f"binnen zes weken na {LAW}")
    step, event = events.give_day(store, LAW, DAY)
    assert event.waiting == 2
    store.apply(step)
    assert windows(store, after, within) == [(date(2026, 9, 2), None), (None, date(2026, 10, 13))]
    assert list(store.order(Filter(view="waiting"), DAY)) == []
    assert check(store) == []
    store.undo()
    assert windows(store, after, within) == [(None, None), (None, None)]
    assert len(store.order(Filter(view="waiting"), DAY)) == 2
    assert check(store) == []


def test_the_rehearsal_shows_what_moves_and_what_is_left_out_stays(store: Store) -> None:
    record, _ = promised(store, f"binnen zes weken na {LAW}")
    other, _ = promised(store, f"na {LAW}")
    met, deadline = promised(store, f"na {LAW}")
    store.apply(deadlines.change_deadline(store, met, deadline, {"met_on": SAID}))
    event = events.find_event(store, LAW)
    assert event is not None
    plan = events.day_plan(store, event, DAY)
    assert [line.outcome for line in plan.lines] == [Outcome.CHANGED, Outcome.CHANGED, Outcome.UNCHANGED]
    assert "wacht op 6 weken na" in plan.lines[0].before
    assert plan.lines[0].after == "uiterlijk 13-10-2026"
    store.apply(plan.step([0]))
    assert windows(store, record, other) == [(None, date(2026, 10, 13)), (None, None)]
    assert [one["day"] for one in store.rows("event")] == [DAY]


def test_a_period_of_its_own_stays_beside_the_event(store: Store) -> None:
    record, _ = promised(store, "Na afronding van het ontwerp zal in 2027 een plan volgen")
    store.apply(events.give_day(store, "afronding van het ontwerp", DAY)[0])
    assert windows(store, record) == [(date(2027, 1, 1), date(2027, 12, 31))]
    assert store.find(record.reference).summary.waits_for is None


def test_what_is_promised_after_the_day_gets_its_window_at_once(store: Store) -> None:
    store.apply(events.give_day(store, LAW, DAY)[0])
    record, deadline = promised(store, f"binnen zes weken na {LAW}")
    assert (deadline["end"], deadline["event_day"]) == (date(2026, 10, 13), DAY)
    assert store.find(record.reference).summary.waits_for is None


def test_a_corrected_day_moves_what_followed_from_the_first(store: Store) -> None:
    record, _ = promised(store, f"binnen zes weken na {LAW}")
    store.apply(events.give_day(store, LAW, DAY)[0])
    store.apply(events.give_day(store, LAW, date(2026, 9, 8))[0])
    assert windows(store, record) == [(None, date(2026, 10, 20))]


def test_words_of_an_older_register_are_tied_when_their_event_gets_its_day(store: Store) -> None:
    record, deadline = promised(store, f"na {LAW}")
    event_row = store.rows("event")[0]
    _untie(store, record, deadline, event_row)
    event = events.find_event(store, LAW)
    assert event is not None
    assert (event.id, event.waiting) == (None, 1)
    store.apply(events.day_plan(store, event, DAY).step())
    assert windows(store, record) == [(date(2026, 9, 2), None)]
    assert store.parts(record.id).deadlines[0]["event_id"] == store.rows("event")[0].id


def _untie(store: Store, record: Record, deadline: Part, event: Part) -> None:
    """Make the register as it was before schema 3: the words alone tell of the event."""
    from tracker.services.drafting import Draft

    draft = Draft(store)
    draft.change("deadline", deadline.id, deadline.values, {"event_id": None}, record.id)
    draft.delete("event", event.id, event.values)
    store.apply(draft.step("Los maken"))


def test_the_list_shows_first_what_has_waited_longest(store: Store) -> None:
    newer, _ = promised(store, "na afronding van het onderzoek")
    record = build.commitment(store)
    store.apply(deadlines.add_deadline(store, record, f"na {LAW}", date(2024, 1, 1)))
    store.apply(events.give_day(store, "bekendmaking van de wet", DAY)[0])
    assert [one.name for one in events.events(store)] == [LAW, "afronding van het onderzoek", "bekendmaking van de wet"]
    assert list(store.order(Filter(view="waiting"), DAY)) == [record.id, newer.id]


def test_a_name_that_is_nearly_right_is_not_guessed(store: Store) -> None:
    promised(store, f"na {LAW}")
    with pytest.raises(NotFound, match=LAW):
        events.find_event(store, "inwerkingtreding")
    with pytest.raises(InvalidValue):
        events.give_day(store, "  ", DAY)


def test_two_events_that_are_one_can_be_joined(store: Store) -> None:
    first, _ = promised(store, "bij aanvang van het nieuwe Actieplan")
    second, _ = promised(store, "na de start van het Actieplan")
    one, other = (events.find_event(store, record.reference) for record in (first, second))
    assert one is not None
    assert other is not None
    store.apply(events.join_events(store, other, one))
    assert [row["name"] for row in store.rows("event")] == [one.name]
    store.apply(events.give_day(store, one.name, DAY)[0])
    assert windows(store, first, second) == [(DAY, DAY), (date(2026, 9, 2), None)]
    assert check(store) == []


def test_an_event_that_is_waited_for_cannot_be_deleted(store: Store) -> None:
    promised(store, f"na {LAW}")
    event = events.find_event(store, LAW)
    assert event is not None
    with pytest.raises(InvalidValue, match="rusten nog 1"):
        events.delete_event(store, event)
    store.undo()
    store.apply(events.give_day(store, "iets anders", DAY)[0])
    loose = events.find_event(store, "iets anders")
    assert loose is not None
    store.apply(events.delete_event(store, loose))
    assert store.rows("event") == []


def test_a_new_name_keeps_what_waits(store: Store) -> None:
    record, _ = promised(store, f"na {LAW}")
    event = events.find_event(store, LAW)
    assert event is not None
    store.apply(events.change_event(store, event, {"name": "de nieuwe zedenwet geldt", "remark": "Stb. 2026"}))
    store.apply(events.give_day(store, "de nieuwe zedenwet geldt", DAY)[0])
    assert windows(store, record) == [(date(2026, 9, 2), None)]


def test_the_rehearsal_speaks_english_too(store: Store) -> None:
    promised(store, f"binnen zes weken na {LAW}")
    event = events.find_event(store, LAW)
    assert event is not None
    (line,) = events.day_plan(store, event, DAY, language=Language.ENGLISH).lines
    assert (line.before, line.after) == (f"waits for 6 weeks after {LAW}", "by 13 Oct 2026")
