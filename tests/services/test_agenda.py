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
