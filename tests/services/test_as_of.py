"""The register as it stood on an earlier day, beside the register of now judged on that day."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from tests import builders as build
from tracker.basics.errors import InvalidValue, ReadOnlyRegister
from tracker.records.entity import KIND_TABLES, WRITING_ORDER
from tracker.records.filter import Filter
from tracker.records.snapshot import Record
from tracker.services import deadlines, handling
from tracker.services.as_of import past_register
from tracker.services.opening import open_register
from tracker.store.as_of import PastStore
from tracker.store.integrity import check
from tracker.store.people import remove_person
from tracker.store.record_store import Store

FIRST = date(2026, 7, 1)
NOW = date(2026, 8, 1)


@pytest.fixture
def lived(path: Path) -> Path:
    """A register with a first day on which M-1 and T-1 came, and a later one on which most of it changed."""
    clock = build.FixedClock()
    with build.new_store(path, clock=clock) as store:
        motion = build.motion(store, title="Oude titel", owner="Sanne de Vries")
        store.apply(deadlines.add_deadline(store, motion, "voor 1 juni 2026", date(2026, 1, 1)))
        gone = build.commitment(store, title="Later verwijderd")
        build.note(store, gone, text="Blijft.")
        clock.pass_days(20)
        build.change(store, motion, title="Nieuwe titel")
        moved = deadlines.read_deadline(store, "eind 2026", NOW)
        deadline = store.parts(motion.id).deadlines[0]
        store.apply(handling.postpone(store, store.find("M-1"), deadline, moved, on=NOW, reason="druk"))
        build.delete(store, gone)
        build.action(store, title="Later gemaakt")
        store.undo()
        build.action(store, title="Ook later")
    return path


def test_later_steps_are_taken_back_in_a_copy(lived: Path) -> None:
    before = lived.read_bytes()
    with past_register(lived, FIRST, NOW) as past:
        assert past.find("M-1")["title"] == "Oude titel"
        assert past.find("M-1").summary.deadline_end == date(2026, 5, 31)
        assert past.find("M-1").summary.times_postponed == 0
        assert past.counts(FIRST)[""] == 2
        assert past.counts(FIRST)["overdue"] == 1
        assert past.parts(past.find("T-1").id).notes[0]["text"] == "Blijft."
        assert check(past) == []
    assert lived.read_bytes() == before


def test_on_a_day_and_as_of_a_day_are_two_things(lived: Path) -> None:
    with build.open_store(lived, read_only=True) as now, past_register(lived, FIRST, NOW) as past:
        assert [now.counts(FIRST)["overdue"], past.counts(FIRST)["overdue"]] == [0, 1]


def test_the_past_cannot_be_changed(lived: Path) -> None:
    with past_register(lived, FIRST, NOW) as past, pytest.raises(ReadOnlyRegister, match="zoals het was op 01-07-2026"):
        build.change(past, past.find("M-1"), title="Anders")


def test_before_the_first_step_the_register_was_empty(lived: Path) -> None:
    with past_register(lived, date(2020, 1, 1), NOW) as past:
        assert past.counts(NOW)[""] == 0
        assert check(past) == []


def test_the_copy_goes_with_its_closing(lived: Path) -> None:
    past = past_register(lived, FIRST, NOW)
    assert past.register == lived
    assert past.path.exists()
    assert past.path.name == lived.name
    past.close()
    assert not past.path.parent.exists()


def test_a_person_removed_since_stays_removed(lived: Path) -> None:
    clock = build.FixedClock()
    clock.pass_days(25)
    with build.open_store(lived, clock=clock) as store:
        owner = store.find("M-1")["owner"]
        remove_person(store, owner)
    with past_register(lived, FIRST, NOW) as past:
        assert past.names()("person", past.find("M-1")["owner"]) == "verwijderde persoon"


def test_a_day_to_come_is_refused(lived: Path) -> None:
    with pytest.raises(InvalidValue, match="moet nog komen"):
        past_register(lived, date(2026, 8, 2), NOW)


@pytest.mark.parametrize("version", [1, 2])
def test_a_register_of_an_older_schema_has_a_past_too(version: int, tmp_path: Path) -> None:
    from tests.store.past_schemas import sample_path

    with PastStore.of(sample_path(version), date(2026, 7, 1)) as past:
        assert past.find("M-1")["title"]
        assert check(past) == []
    with PastStore.of(sample_path(version), date(2020, 7, 1)) as past:
        assert list(past.order(Filter(), NOW)) == []


def test_every_step_of_a_full_register_can_be_taken_back(path: Path) -> None:
    with build.new_store(path) as store:
        build.everything(store)
    with PastStore.of(path, date(2020, 1, 1)) as past:
        assert past.counts(NOW)[""] == 0
        assert check(past) == []
    open_register(path).close()


def merged(store: Store, gone: Record, into: Record) -> None:
    build.deadline(store, gone, wording="eind 2026")
    store.apply(handling.merge_action(store, gone, into, store.parts(gone.id).deadlines))


def standing(store: Store) -> dict[str, object]:
    """All that stands in a register, as rows and as lists show it."""
    rows = {entity: {row.id: dict(row.values) for row in store.rows(entity)} for entity in WRITING_ORDER
            if entity not in KIND_TABLES}  # fmt: skip
    records = store.records(store.order(Filter(), NOW))
    return {**rows, "records": {one.id: (one.summary, dict(one.values)) for one in records}}


def test_each_day_stands_again_as_it_was(path: Path) -> None:
    clock = build.FixedClock()
    days: list[tuple[date, dict[str, object]]] = []
    with build.new_store(path, clock=clock) as store:
        motion, gone = build.motion(store, title="Eerst"), build.commitment(store, owner="Daan Bakker")
        acts: tuple[Callable[[], object], ...] = (
            lambda: build.deadline(store, motion, wording="eind 2026"),
            lambda: (build.change(store, motion, title="Toen"), build.change(store, store.find("M-1"), title="Nu")),
            lambda: (build.delete(store, gone), store.undo()),
            lambda: (build.note(store, gone), build.delete(store, store.find("T-1"))),
            lambda: (store.undo(), build.relation(store, store.find("T-1"), "herhaalt", motion)),
            lambda: merged(store, build.action(store, title="Gaat"), build.action(store, title="Blijft")),
            lambda: (build.delete(store, build.action(store)), store.undo(), store.undo(), store.redo()),
        )
        for act in acts:
            days.append((clock.now.date(), standing(store)))
            clock.pass_days(1)
            act()
    for day, stood in days:
        with PastStore.of(path, day) as past:
            assert standing(past) == stood
            assert check(past) == []
