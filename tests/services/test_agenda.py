"""Deadlines in an agenda: read back with the library that Outlook's format is kept in."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from icalendar import Calendar

from tests import builders as build
from tracker.basics.errors import InvalidValue
from tracker.records.filter import Filter
from tracker.services import handling
from tracker.services.agenda import write_agenda
from tracker.store.as_of import PastStore
from tracker.store.backup import copy_register
from tracker.store.record_store import Store

TODAY = date(2026, 7, 1)


def entries(store: Store, target: Path, chosen: Filter | None = None) -> list[Any]:
    write_agenda(store, target, chosen or Filter(), today=TODAY)
    return list(Calendar.from_ical(target.read_bytes()).walk("VEVENT"))


def test_a_deadline_is_an_all_day_event_with_alarms(store: Store, tmp_path: Path) -> None:
    record = build.commitment(store, title="Een plan, met komma; en puntkomma")
    build.deadline(store, record, what="plan", wording="voor 1 juni 2026", end=date(2026, 5, 31))
    (one,) = entries(store, tmp_path / "a.ics")
    assert one["dtstart"].dt == date(2026, 5, 31)
    assert one["dtend"].dt == date(2026, 6, 1)
    assert one["summary"] == "T-1 plan"
    assert "Een plan, met komma; en puntkomma" in one["description"]
    assert [alarm["trigger"].dt for alarm in one.walk("VALARM")] == [
        timedelta(days=-29, hours=-15),
        timedelta(days=-6, hours=-15),
    ]
    assert b"DTSTART;VALUE=DATE:20260531\r\n" in (tmp_path / "a.ics").read_bytes()


def test_importing_again_updates_and_does_not_double(store: Store, tmp_path: Path) -> None:
    record = build.commitment(store)
    deadline = build.deadline(store, record, end=date(2026, 9, 1))
    (first,) = entries(store, tmp_path / "a.ics")
    (same,) = entries(store, tmp_path / "b.ics")
    assert (same["uid"], same["sequence"]) == (first["uid"], first["sequence"])
    assert (tmp_path / "a.ics").read_bytes() == (tmp_path / "b.ics").read_bytes()
    store.apply(handling.postpone(store, record, deadline, {"end": date(2026, 10, 1)}, on=TODAY, reason="x"))
    (moved,) = entries(store, tmp_path / "a.ics")
    assert moved["uid"] == first["uid"]
    assert moved["sequence"] > first["sequence"]
    store.undo()
    (undone,) = entries(store, tmp_path / "a.ics")
    assert undone["sequence"] > moved["sequence"]
    assert undone["dtstart"].dt == date(2026, 9, 1)
    build.change(store, record, title="Anders")
    (renamed,) = entries(store, tmp_path / "a.ics")
    assert renamed["sequence"] > undone["sequence"]


def test_a_copy_of_the_register_names_the_same_entries_and_another_register_others(
    store: Store, tmp_path: Path
) -> None:
    build.deadline(store, build.commitment(store), end=date(2026, 9, 1))
    (first,) = entries(store, tmp_path / "a.ics")
    copy_register(store.path, tmp_path / "kopie.db")
    with build.open_store(tmp_path / "kopie.db") as copy:
        assert entries(copy, tmp_path / "b.ics")[0]["uid"] == first["uid"]
    with Store.new(tmp_path / "ander.db", build.ACTOR) as other:
        build.deadline(other, build.commitment(other), end=date(2026, 9, 1))
        assert entries(other, tmp_path / "c.ics")[0]["uid"] != first["uid"]


def test_only_what_was_chosen_is_written(store: Store, tmp_path: Path) -> None:
    build.deadline(store, build.commitment(store), end=date(2026, 6, 1))
    build.deadline(store, build.motion(store), end=date(2026, 9, 1))
    settled = build.action(store, status="afgerond")
    build.deadline(store, settled, end=date(2026, 6, 1))
    assert [one["summary"][:3] for one in entries(store, tmp_path / "a.ics", Filter(view="overdue"))] == ["T-1"]
    assert len(entries(store, tmp_path / "a.ics")) == 2


def test_what_has_no_last_day_is_counted_and_left_out(store: Store, tmp_path: Path) -> None:
    build.deadline(store, build.commitment(store), wording="zo snel mogelijk")
    result = write_agenda(store, tmp_path / "a.ics", Filter(), today=TODAY)
    assert (result.deadlines, result.without_day) == (0, 1)


def test_another_ending_is_refused(store: Store, tmp_path: Path) -> None:
    with pytest.raises(InvalidValue, match=r"\.ics"):
        write_agenda(store, tmp_path / "a.txt", Filter(), today=TODAY)


def by_name(found: list[Any]) -> dict[str, Any]:
    return {str(one["summary"]): one for one in found}


def test_what_was_met_withdrawn_or_lost_its_day_is_cancelled(store: Store, tmp_path: Path) -> None:
    met, dropped, moved, kept, gone = (build.commitment(store, title=title) for title in "abcde")
    for record in (met, dropped, moved, kept, gone):
        build.deadline(store, record, end=date(2026, 9, 1))
    first = by_name(entries(store, tmp_path / "a.ics"))
    assert {str(one["status"]) for one in first.values()} == {"CONFIRMED"}
    store.apply(handling.meet_deadline(store, met, store.parts(met.id).deadlines[0], TODAY))
    build.change(store, dropped, status="vervallen")
    deadline = store.parts(moved.id).deadlines[0]
    store.apply(handling.postpone(store, moved, deadline, {"wording": "te zijner tijd"}, on=TODAY, reason="x"))
    build.delete(store, gone)
    again = by_name(entries(store, tmp_path / "b.ics"))
    assert {name: str(one["status"]) for name, one in again.items()} == {
        "T-1 a": "CANCELLED", "T-2 b": "CANCELLED", "T-3 c": "CANCELLED", "T-4 d": "CONFIRMED", "T-5": "CANCELLED",
    }  # fmt: skip
    for name in ("T-1 a", "T-2 b", "T-3 c"):
        assert again[name]["uid"] == first[name]["uid"]
        assert again[name]["sequence"] > first[name]["sequence"]
        assert not again[name].walk("VALARM")
    assert again["T-5"]["sequence"] > first["T-5 e"]["sequence"]
    assert "01-07-2026" in again["T-1 a"]["description"]


def test_what_comes_back_is_put_back(store: Store, tmp_path: Path) -> None:
    record = build.commitment(store)
    build.deadline(store, record, end=date(2026, 9, 1))
    entries(store, tmp_path / "a.ics")
    build.delete(store, record)
    (cancelled,) = entries(store, tmp_path / "a.ics")
    store.undo()
    (back,) = entries(store, tmp_path / "a.ics")
    assert str(back["status"]) == "CONFIRMED"
    assert back["sequence"] > cancelled["sequence"]


def test_only_what_this_user_exported_is_ever_cancelled(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    mine, other = build.commitment(store, title="mijn"), build.commitment(store, title="ander")
    for record in (mine, other):
        build.deadline(store, record, end=date(2026, 9, 1))
    write_agenda(store, tmp_path / "a.ics", Filter(), today=TODAY, ids=[mine.id])
    for record in (mine, other):
        store.apply(handling.meet_deadline(store, record, store.parts(record.id).deadlines[0], TODAY))
    result = write_agenda(store, tmp_path / "b.ics", Filter(), today=TODAY, ids=[])
    assert (result.deadlines, result.cancelled) == (0, 1)
    assert list(by_name(list(Calendar.from_ical((tmp_path / "b.ics").read_bytes()).walk("VEVENT")))) == ["T-1 mijn"]
    monkeypatch.setenv("TRACKER_HOME", str(tmp_path / "iemand-anders"))
    assert entries(store, tmp_path / "c.ics") == []


def test_a_choice_that_leaves_something_out_cancels_nothing(store: Store, tmp_path: Path) -> None:
    for end in (date(2026, 6, 1), date(2026, 9, 1)):
        build.deadline(store, build.commitment(store), end=end)
    entries(store, tmp_path / "a.ics")
    assert [str(one["status"]) for one in entries(store, tmp_path / "a.ics", Filter(view="overdue"))] == ["CONFIRMED"]


def test_a_cancellation_is_repeated_until_its_day_is_past(store: Store, tmp_path: Path) -> None:
    for end in (date(2026, 6, 1), date(2026, 9, 1)):
        record = build.commitment(store)
        build.deadline(store, record, end=end)
    entries(store, tmp_path / "a.ics")
    for record in store.records(store.order(Filter(), TODAY)):
        store.apply(handling.meet_deadline(store, record, store.parts(record.id).deadlines[0], TODAY))
    first = entries(store, tmp_path / "a.ics")
    again = entries(store, tmp_path / "a.ics")
    assert (len(first), len(again)) == (2, 1)
    assert again[0]["sequence"] == by_name(first)[again[0]["summary"]]["sequence"]


def test_a_look_at_the_past_cancels_nothing(store: Store, tmp_path: Path) -> None:
    record = build.commitment(store)
    build.deadline(store, record, end=date(2026, 9, 1))
    entries(store, tmp_path / "a.ics")
    build.delete(store, record)
    with PastStore.of(store.path, TODAY - timedelta(days=1)) as past:
        assert entries(past, tmp_path / "b.ics") == []
    assert len(entries(store, tmp_path / "a.ics")) == 1
