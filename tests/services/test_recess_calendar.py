"""The register's own recess calendar: it takes the deadlines along that it would read differently."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from tests import builders as build
from tracker.basics.errors import InvalidForm
from tracker.basics.language import Language
from tracker.services import deadlines
from tracker.services.deadline_words import recesses
from tracker.services.recess_calendar import RecessRow, calendar_of, changed_calendar, recess_rows
from tracker.store.integrity import check
from tracker.store.record_store import Store

SAID = date(2026, 3, 1)


def moved(rows: list[RecessRow]) -> list[RecessRow]:
    """The same calendar, with the summer recess of 2026 a week later and published."""
    return [
        replace(row, first_day=date(2026, 7, 10), status="gepubliceerd", source="kamerstuk")
        if row.name == "zomerreces" and row.first_day == date(2026, 7, 3)
        else row
        for row in rows
    ]


def test_an_empty_register_uses_the_calendar_of_the_program(store: Store) -> None:
    assert calendar_of(store) == recesses()
    assert len(recess_rows(store)) == len(recesses().recesses)


def test_changing_it_first_lists_what_would_move_and_takes_it_along(store: Store) -> None:
    record = build.commitment(store)
    store.apply(deadlines.add_deadline(store, record, "voor de zomer", SAID))
    store.apply(deadlines.add_deadline(store, record, "1 juli 2026", SAID))
    plan = changed_calendar(store, moved(recess_rows(store))).finish()
    assert [(line.before, line.after) for line in plan.lines] == [
        ("uiterlijk 02-07-2026 (voorlopig)", "uiterlijk 09-07-2026")
    ]
    store.apply(plan.step())
    assert store.parts(record.id).deadlines[0]["end"] == date(2026, 7, 9)
    assert calendar_of(store) != recesses()
    assert check(store) == []
    store.undo()
    assert store.parts(record.id).deadlines[0]["end"] == date(2026, 7, 2)
    assert calendar_of(store) == recesses()


def test_deadlines_may_be_left_as_they_are(store: Store) -> None:
    record = build.commitment(store)
    store.apply(deadlines.add_deadline(store, record, "voor de zomer", SAID))
    store.apply(changed_calendar(store, moved(recess_rows(store))).finish().step([]))
    assert store.parts(record.id).deadlines[0]["end"] == date(2026, 7, 2)
    store.apply(deadlines.add_deadline(store, record, "voor het zomerreces", SAID))
    assert store.parts(record.id).deadlines[1]["end"] == date(2026, 7, 9)


def test_a_second_change_writes_only_what_differs(store: Store) -> None:
    store.apply(changed_calendar(store, moved(recess_rows(store))).finish().step())
    rows = [replace(row, source="nieuw") if row.first_day == date(2026, 7, 10) else row for row in recess_rows(store)]
    step = changed_calendar(store, rows).finish().step()
    assert [(one.entity, dict(one.after or {})) for one in step.changes] == [("recess", {"source": "nieuw"})]
    gone = changed_calendar(store, []).finish().step()
    store.apply(gone)
    assert calendar_of(store) == recesses()


def test_faults_are_all_named_by_line(store: Store) -> None:
    rows = [
        RecessRow(None, "zomerreces", date(2026, 7, 3), date(2026, 7, 1)),
        RecessRow(None, " ", date(2026, 7, 3), date(2026, 8, 1)),
        RecessRow(None, "kerstreces", None, None),
        RecessRow(None, "meireces", date(2026, 5, 1), date(2026, 5, 9)),
        RecessRow(None, "Meireces", date(2026, 5, 2), date(2026, 5, 9)),
    ]
    with pytest.raises(InvalidForm) as refused:
        changed_calendar(store, rows)
    assert list(refused.value.faults) == ["1", "2", "3", "5"]
    assert "Regel 5" in str(refused.value)


def test_what_would_move_is_told_in_english_too(store: Store) -> None:
    record = build.commitment(store)
    store.apply(deadlines.add_deadline(store, record, "voor de zomer", SAID))
    (line,) = changed_calendar(store, moved(recess_rows(store)), Language.ENGLISH).finish().lines
    assert (line.before, line.after) == ("by 2 Jul 2026 (tentative)", "by 9 Jul 2026")
