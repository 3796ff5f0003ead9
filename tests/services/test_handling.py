"""Deadlines met and postponed, records settled, noted and merged: each one step, each taken back by one undo."""

from __future__ import annotations

from datetime import date

import pytest

from tests import builders as build
from tracker.basics.errors import InvalidForm, InvalidValue, NotFound
from tracker.records.deadline_rules import INTERNAL_SORT
from tracker.services import editing, handling
from tracker.services.editor import Changed, Editor
from tracker.store.integrity import check
from tracker.store.record_store import Store

DAY = date(2026, 7, 1)


def test_postponing_keeps_the_old_words_with_reason_and_letter(store: Store) -> None:
    record, letter = build.commitment(store), build.letter(store)
    deadline = build.deadline(store, record, wording="voor de zomer", end=date(2026, 7, 2))
    given = {"wording": "eind 2026", "start": date(2026, 10, 1), "end": date(2026, 12, 31)}
    store.apply(handling.postpone(store, record, deadline, given, on=DAY, reason="meer tijd", letter=letter.id))
    parts = store.parts(record.id)
    assert parts.deadlines[0]["wording"] == "eind 2026"
    chain = parts.postponements[0].values
    assert (chain["old_wording"], chain["old_end"]) == ("voor de zomer", date(2026, 7, 2))
    assert (chain["new_wording"], chain["new_end"]) == ("eind 2026", date(2026, 12, 31))
    assert (chain["reason"], chain["letter"], chain["on"]) == ("meer tijd", letter.id, DAY)
    store.undo()
    parts = store.parts(record.id)
    assert (parts.deadlines[0]["wording"], parts.postponements) == ("voor de zomer", ())


def test_a_postponed_deadline_counts_with_its_new_day(store: Store) -> None:
    record = build.commitment(store)
    deadline = build.deadline(store, record, end=date(2026, 6, 1))
    assert store.counts(DAY)["overdue"] == 1
    store.apply(handling.postpone(store, record, deadline, {"end": date(2026, 8, 1)}, on=DAY, reason="x"))
    assert store.counts(DAY)["overdue"] == 0
    assert store.counts(date(2026, 8, 2))["overdue"] == 1


def test_an_internal_target_never_makes_a_record_overdue(store: Store) -> None:
    record = build.commitment(store)
    build.deadline(store, record, end=date(2026, 6, 1), sort=INTERNAL_SORT)
    counts = store.counts(DAY)
    assert (counts["overdue"], counts["no-deadline"]) == (0, 1)


def test_meeting_needs_an_open_deadline(store: Store) -> None:
    record = build.commitment(store)
    with pytest.raises(InvalidValue, match="geen open termijn"):
        handling.meet(store, record, DAY)


@pytest.mark.parametrize(
    ("kind", "status", "day_field"),
    [
        ("motion", "afgedaan", "settled_on"),
        ("commitment", "voorgesteld als voldaan", "settled_on"),
        ("action", "afgerond", "finished_on"),
        ("operational-action", "afgerond", "ends_on"),
        ("programme", "afgerond", "settled_on"),
        ("instrument", "in werking", "settled_on"),
        ("recommendation", "uitgevoerd", "settled_on"),
    ],
)
def test_settling_gives_each_kind_its_own_last_word(store: Store, kind: str, status: str, day_field: str) -> None:
    record = build.record(store, kind)
    store.apply(handling.settle(store, [record], DAY))
    settled = store.find(record.reference)
    assert (settled["status"], settled[day_field], settled.summary.phase) == (status, DAY, "done")


def test_settling_several_is_one_step(store: Store) -> None:
    records = [build.motion(store), build.commitment(store)]
    store.apply(handling.settle(store, records, DAY))
    assert store.counts(DAY)["settled"] == 2
    store.undo()
    assert store.counts(DAY)["settled"] == 0


def test_settling_by_an_unknown_letter_is_refused(store: Store) -> None:
    with pytest.raises(NotFound, match="B-7"):
        handling.settle(store, [build.motion(store)], DAY, "B-7")


def test_merging_is_one_step_with_status_relation_and_what_moves_along(store: Store) -> None:
    action, target = build.action(store, title="Klein"), build.action(store, title="Groot")
    deadline = build.deadline(store, action, wording="in 2026")
    stays = build.note(store, action, text="Blijft hier.")
    moves = build.note(store, action, text="Gaat mee.")
    store.apply(handling.merge_action(store, action, target, [deadline, moves]))
    merged = store.find(action.reference)
    assert (merged["status"], merged.summary.phase) == ("samengevoegd", "dropped")
    here, there = store.parts(action.id), store.parts(target.id)
    assert [note.id for note in here.notes] == [stays.id]
    assert [note.id for note in there.notes] == [moves.id]
    assert [one.id for one in there.deadlines] == [deadline.id]
    assert here.relations[0]["how"] == "samengevoegd in"
    assert check(store) == []
    store.undo()
    assert store.find(action.reference)["status"] == action["status"]
    assert len(store.parts(action.id).notes) == 2
    assert store.parts(target.id).relations == ()


def test_a_postponement_moves_with_its_deadline(store: Store) -> None:
    action, target = build.action(store), build.action(store)
    deadline = build.deadline(store, action, end=DAY)
    store.apply(handling.postpone(store, action, deadline, {"end": date(2026, 9, 1)}, on=DAY, reason="x"))
    store.apply(handling.merge_action(store, action, target, store.parts(action.id).deadlines))
    assert len(store.parts(target.id).postponements) == 1
    assert store.find(target.reference).summary.deadline_end == date(2026, 9, 1)
    assert check(store) == []


def test_only_two_different_actions_can_be_merged(store: Store) -> None:
    action = build.action(store)
    for other in (action, build.motion(store)):
        with pytest.raises(InvalidValue):
            handling.merge_action(store, action, other)


def test_faults_of_a_form_are_all_named_with_their_captions(store: Store) -> None:
    given = {"title": " ", "status": "onzin", "made_on": "31-02-2026"}
    with pytest.raises(InvalidForm) as refused:
        build.commitment(store, **given)
    assert set(refused.value.faults) == {"title", "status", "made_on"}
    assert "Onderwerp:" in str(refused.value)
    assert store.counts(DAY)[""] == 0


def test_a_form_without_changes_writes_nothing(store: Store) -> None:
    record = build.motion(store, title="Zelfde")
    editor, heard = Editor(store), list[Changed]()
    editor.listen(heard.append)
    assert editor.submit(editing.change_record(store, record, {"title": "Zelfde"})) is None
    assert heard == []


def test_listeners_hear_which_records_changed(store: Store) -> None:
    record = build.motion(store)
    editor, heard = Editor(store), list[Changed]()
    editor.listen(heard.append)
    editor.submit(editing.add_part(store, record, "deadline", {"wording": "in 2027"}))
    editor.undo()
    assert [one.records for one in heard] == [{record.id}, {record.id}]
    assert heard[0].entities == {"deadline"}


def test_organisations_are_found_by_every_name_they_have(store: Store) -> None:
    known = build.organisation(store, "OM", full_name="Openbaar Ministerie", aliases=("Parket",))
    for name in ("om", "openbaar  ministerie", "PARKET"):
        assert build.motion(store, lead=name)["lead"] == known.id
    assert len(store.rows("organisation")) == 1


def test_deleting_takes_what_hangs_on_it_and_undo_brings_all_back(store: Store) -> None:
    first, second = build.motion(store), build.motion(store)
    build.relation(store, first, "herhaalt", second)
    deadline = build.deadline(store, first, end=DAY)
    store.apply(handling.postpone(store, first, deadline, {"end": date(2026, 9, 1)}, on=DAY, reason="x"))
    store.apply(editing.delete_records(store, [first, second]))
    assert store.counts(DAY)[""] == 0
    assert check(store) == []
    store.undo()
    parts = store.parts(first.id)
    assert (len(parts.deadlines), len(parts.postponements), len(parts.relations)) == (1, 1, 1)
    assert check(store) == []


@pytest.mark.parametrize(("sort", "status"), [("richtlijn", "omgezet"), ("verdrag", "in werking")])
def test_a_directive_is_settled_by_its_transposition(store: Store, sort: str, status: str) -> None:
    store.apply(handling.settle(store, [build.record(store, "instrument", sort=sort)], DAY))
    assert store.find("I-1")["status"] == status


def test_a_motion_held_over_is_not_settled(store: Store) -> None:
    held = build.motion(store, outcomes="aangehouden | 1-6-2026")
    with pytest.raises(InvalidValue, match="uitkomst"):
        handling.settle(store, [held], DAY)


def test_what_is_settled_is_not_settled_again(store: Store) -> None:
    store.apply(handling.settle(store, [build.motion(store)], DAY))
    with pytest.raises(InvalidValue, match="al afgedaan op"):
        handling.settle(store, [store.find("M-1")], date(2026, 8, 1))
    assert store.find("M-1")["settled_on"] == DAY


def test_a_planned_last_day_stays_as_it_was_planned(store: Store) -> None:
    planned = date(2026, 12, 31)
    store.apply(handling.settle(store, [build.record(store, "operational-action", ends_on=planned)], DAY))
    settled = store.find("OA-1")
    assert (settled["ends_on"], settled["settled_on"]) == (planned, DAY)
