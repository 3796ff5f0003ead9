"""The one change log: history, undo and redo that survive a restart, digests that hold each step to the one before."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import Connection, select

from tests import builders as build
from tracker.basics.errors import NothingToUndo
from tracker.records.change import Source, Step
from tracker.records.snapshot import Record, RecordParts
from tracker.services import editing
from tracker.services.handling import postpone
from tracker.store import tables
from tracker.store.integrity import check
from tracker.store.record_store import Store
from tracker.store.step_writer import step_digest


def test_a_new_record_starts_its_history(store: Store) -> None:
    motion = build.motion(store, title="Opvang")
    (line,) = store.history(motion.id)
    assert (line.label, line.act, line.source, line.at) == ("Motie M-1 toevoegen", "do", "window", build.NOW)
    assert store.names()("person", line.by) == build.ACTOR
    assert line.change.before is None
    assert line.change.after is not None
    assert line.change.after["title"] == "Opvang"


def test_history_holds_only_the_fields_that_changed(store: Store) -> None:
    motion = build.motion(store, title="Opvang")
    build.change(store, motion, title="Opvang slachtoffers", theme="opvang")
    change = store.history(motion.id)[0].change
    assert change.before == {"title": "Opvang", "theme": None}
    assert change.after == {"title": "Opvang slachtoffers", "theme": "opvang"}


def test_history_of_a_record_tells_of_what_hangs_on_it(store: Store) -> None:
    motion, other = build.motion(store), build.motion(store)
    build.deadline(store, motion, wording="voor de zomer")
    build.note(store, other)
    assert [line.change.entity for line in store.history(motion.id)] == ["deadline", "motion"]


def test_history_since_a_day_leaves_out_what_came_before(store: Store, clock: build.FixedClock) -> None:
    build.motion(store)
    clock.pass_days(3)
    commitment = build.commitment(store)
    assert {line.change.record_id for line in store.history(since=date(2026, 7, 2))} == {commitment.id}


def test_undo_gives_the_former_values_and_redo_the_new_ones(store: Store) -> None:
    motion = build.change(store, build.motion(store, title="oud"), title="nieuw")
    store.undo()
    assert store.find(motion.reference)["title"] == "oud"
    store.redo()
    assert store.find(motion.reference)["title"] == "nieuw"


def test_undo_and_redo_survive_a_restart(store: Store, path: Path) -> None:
    motion = build.change(store, build.motion(store, title="een"), title="twee")
    store.close()
    with build.open_store(path) as opened:
        assert opened.to_undo() == "M-1 wijzigen"
        opened.undo()
    with build.open_store(path) as opened:
        assert opened.find(motion.reference)["title"] == "een"
        assert opened.to_redo() == "M-1 wijzigen"
        opened.redo()
    with build.open_store(path) as opened:
        assert opened.find(motion.reference)["title"] == "twee"


def test_steps_are_taken_back_newest_first_and_repeated_in_their_order(store: Store) -> None:
    motion = build.motion(store, title="een")
    for title in ("twee", "drie"):
        motion = build.change(store, motion, title=title)
    titles = []
    for reverse in (store.undo, store.undo, store.redo, store.redo):
        reverse()
        titles.append(store.find("M-1")["title"])
    assert titles == ["twee", "een", "twee", "drie"]


def test_a_new_step_ends_what_could_be_repeated(store: Store) -> None:
    motion = build.change(store, build.motion(store, title="een"), title="twee")
    store.undo()
    build.change(store, store.find(motion.reference), title="drie")
    assert store.to_redo() is None
    with pytest.raises(NothingToUndo, match="opnieuw"):
        store.redo()


def test_an_empty_register_has_nothing_to_take_back(store: Store) -> None:
    assert store.to_undo() is None
    with pytest.raises(NothingToUndo, match="ongedaan"):
        store.undo()


def test_undo_and_redo_are_steps_of_the_log_themselves(store: Store) -> None:
    build.motion(store)
    done = store.history()[0].step_id
    store.undo()
    store.redo()
    with store.read() as connection:
        acts = [tuple(row) for row in connection.execute(select(tables.step.c.act, tables.step.c.undone_step))]
    assert acts == [("do", None), ("do", None), ("undo", done), ("redo", done)]


def _whole(store: Store, reference: str) -> tuple[Record, RecordParts]:
    found = store.find(reference)
    return found, store.parts(found.id)


def test_a_deleted_record_comes_back_with_all_that_hung_on_it(store: Store) -> None:
    motion, other = build.motion(store, owner="Jan Jansen", lead="OM", submitters="Boomsma (NSC)"), build.action(store)
    deadline = build.deadline(store, motion, wording="voor de zomer", end="2026-06-21")
    build.note(store, motion, text="Eerste stand")
    build.relation(store, other, "geeft uitvoering aan", motion)
    _postpone(store, motion, deadline.id)
    before = _whole(store, motion.reference), _whole(store, other.reference)
    build.delete(store, motion)
    assert store.records([motion.id]) == []
    assert store.parts(other.id).relations == ()
    store.undo()
    assert (_whole(store, motion.reference), _whole(store, other.reference)) == before
    assert check(store) == []


def _postpone(store: Store, motion: Record, deadline_id: int) -> None:
    deadline = next(one for one in store.parts(motion.id).deadlines if one.id == deadline_id)
    store.apply(postpone(store, motion, deadline, {"end": date(2026, 9, 1)}, on=build.TODAY, reason="drukte"))


def test_records_that_hang_together_are_deleted_and_brought_back_in_one_step(store: Store) -> None:
    motion, action = build.motion(store), build.action(store)
    build.relation(store, action, "geeft uitvoering aan", motion)
    build.relation(store, motion, "komt voort uit", action)
    build.delete(store, motion, action)
    store.undo()
    assert len(store.parts(motion.id).relations) == 2
    assert check(store) == []


def test_each_step_holds_the_digest_of_the_one_before(store: Store) -> None:
    build.change(store, build.motion(store, title="een"), title="twee")
    store.undo()
    with store.read() as connection:
        previous = ""
        for head in connection.execute(select(tables.step).order_by(tables.step.c.id)).mappings().all():
            previous = step_digest(previous, dict(head), _lines(connection, head["id"]))
            assert head["digest"] == previous


def _lines(connection: Connection, step_id: int) -> list[dict[str, object]]:
    found = select(tables.change).where(tables.change.c.step_id == step_id).order_by(tables.change.c.id)
    return [dict(row) for row in connection.execute(found).mappings()]


def test_the_log_keeps_every_line_whatever_is_undone_deleted_and_made_anew(store: Store) -> None:
    seen: list[tuple[object, ...]] = []
    motion = build.motion(store, title="een")
    for act in (lambda: build.delete(store, motion), store.undo, store.undo, store.redo, lambda: build.motion(store)):
        act()
        with store.read() as connection:
            log = [tuple(row) for row in connection.execute(select(tables.change).order_by(tables.change.c.id))]
        assert log[: len(seen)] == seen
        assert len(log) > len(seen)
        seen = log


def test_a_step_that_cannot_be_undone_stands_in_the_log_alone(store: Store) -> None:
    build.motion(store)
    logged = store.apply(Step("Uitvoer", (), Source.SYSTEM, undoable=False))
    assert store.to_undo() == "Motie M-1 toevoegen"
    with store.read() as connection:
        label = connection.scalar(select(tables.step.c.label).where(tables.step.c.id == logged.id))
    assert label == "Uitvoer"


def test_a_step_fails_as_a_whole(store: Store) -> None:
    kept = build.motion(store, title="blijft")
    made, _ = editing.make_record(store, kept.kind, {"title": "komt er niet"})
    gone = editing.delete_records(store, [kept])
    build.change(store, kept, title="intussen anders")
    before = store.history()
    with pytest.raises(Exception, match="title"):
        store.apply(Step("samen", (*made.changes, *gone.changes)))
    assert store.history() == before
    assert store.counts(build.TODAY)["motion"] == 1


def test_personal_names_never_enter_the_log(store: Store) -> None:
    build.motion(store, owner="Sanne de Vries <sanne@minjenv.nl>")
    with store.read() as connection:
        lines = connection.execute(select(tables.change.c.before, tables.change.c.after)).all()
    words = json.dumps([tuple(line) for line in lines])
    assert "Sanne" not in words
    assert "minjenv" not in words


def test_a_person_outlives_the_step_that_brought_them(store: Store) -> None:
    motion = build.motion(store, owner="Sanne de Vries")
    owner = motion["owner"]
    store.undo()
    assert store.names()("person", owner) == "Sanne de Vries"
    store.redo()
    assert store.find(motion.reference)["owner"] == owner
