"""Acts on several records: what the rehearsal shows, what the one step does, and that undo takes all of it back."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

import pytest

from tests import builders as build
from tracker.basics.errors import InvalidForm
from tracker.records.field import FieldSpec, fields_of
from tracker.records.registry import KINDS, kind_of
from tracker.records.snapshot import Record
from tracker.services.bulk import BulkAct, FieldAct, PostponeAct, RelateAct, SettleAct, kinds_of
from tracker.services.operations import Finding, Operation, operations_for, shared_fields
from tracker.services.rehearsal import Outcome, Plan, PlanLine
from tracker.store.integrity import check
from tracker.store.record_store import Store

DAY = date(2026, 7, 1)


def spec_of(name: str, *kinds: str) -> FieldSpec:
    found = shared_fields([kind_of(code) for code in kinds or ("motion", "commitment")])
    return next(spec for spec in found if spec.name == name)


def rehearsed(store: Store, act: BulkAct, records: Sequence[Record]) -> Plan:
    return act.rehearse(store, [record.id for record in records]).finish()


def shown(line: PlanLine) -> tuple[str, str, str, str]:
    return line.reference, line.before, line.after, line.outcome


def test_a_field_is_shown_before_and_after_for_each_record(store: Store) -> None:
    records = [build.motion(store, owner="Sanne"), build.commitment(store), build.commitment(store, owner="Daan")]
    plan = rehearsed(store, FieldAct(spec_of("owner"), Operation.SET, "Daan"), records)
    assert [shown(line) for line in plan.lines] == [
        ("M-1", "Sanne", "Daan", "changed"), ("T-1", "", "Daan", "changed"), ("T-2", "Daan", "Daan", "unchanged"),
    ]  # fmt: skip
    assert store.find("M-1")["owner"] == records[0]["owner"]


def test_several_records_are_one_step_with_one_undo(store: Store) -> None:
    records = [build.motion(store), build.commitment(store)]
    step = rehearsed(store, FieldAct(spec_of("owner"), Operation.SET, "Daan"), records).step()
    assert step.label == "2 records wijzigen: dossierhouder"
    store.apply(step)
    assert {store.names()("person", store.find(one.reference)["owner"]) for one in records} == {"Daan"}
    store.undo()
    assert [store.find(one.reference).values for one in records] == [one.values for one in records]
    assert check(store) == []


def test_only_the_chosen_lines_are_done(store: Store) -> None:
    records = [build.motion(store), build.motion(store)]
    plan = rehearsed(store, FieldAct(spec_of("theme"), Operation.SET, "zorg"), records)
    store.apply(plan.step([1]))
    assert [store.find(one.reference)["theme"] for one in records] == [None, "zorg"]


def test_a_new_name_is_made_once_and_said(store: Store) -> None:
    records = [build.motion(store), build.motion(store)]
    plan = rehearsed(store, FieldAct(spec_of("lead"), Operation.SET, "Comensha"), records)
    assert "“Comensha” is nog niet bekend" in str(plan.lines[0].why)
    store.apply(plan.step())
    assert len(store.rows("organisation")) == 1


def test_the_same_plan_can_be_asked_for_its_step_twice(store: Store) -> None:
    plan = rehearsed(store, FieldAct(spec_of("lead"), Operation.SET, "Comensha"), [build.motion(store)])
    assert plan.step() == plan.step()


def test_a_status_of_another_kind_is_refused_with_the_reason(store: Store) -> None:
    records = [build.motion(store), build.commitment(store)]
    plan = rehearsed(store, FieldAct(spec_of("status"), Operation.SET, "in uitvoering"), records)
    assert [line.outcome for line in plan.lines] == ["changed", "refused"]
    assert "openstaand" in str(plan.lines[1].why)
    store.apply(plan.step())
    assert store.find("T-1")["status"] == "openstaand"


def test_kinds_share_the_fields_that_both_have() -> None:
    names = {spec.name for spec in shared_fields([kind_of("motion"), kind_of("commitment")])}
    assert {"owner", "status", "debate", "kamer_decision"} <= names
    assert not {"submitters", "made_to"} & names


@pytest.mark.parametrize(
    ("name", "old", "operation", "value", "find", "new"),
    [
        ("tags", ("a", "b"), Operation.ADD, ("b", "c"), None, ("a", "b", "c")),
        ("tags", ("a", "b"), Operation.REMOVE, ("a",), None, ("b",)),
        ("tags", ("a", "b"), Operation.REPLACE, ("x",), ("a",), ("x", "b")),
        ("tags", ("a", "b"), Operation.REPLACE, (), ("a",), ("b",)),
        ("tags", ("a", "b"), Operation.SET, ("z",), None, ("z",)),
        ("tags", ("a",), Operation.CLEAR, None, None, ()),
        ("remarks", "Een", Operation.ADD, "twee", None, "Een\ntwee"),
        ("theme", "zorg", Operation.ADD, "en opvang", None, "zorg en opvang"),
        ("theme", "OM en om", Operation.REPLACE, "x", "om", "x en x"),
        ("theme", "zorg", Operation.REPLACE, None, "zorg", None),
        ("theme", "zorg", Operation.CLEAR, None, None, None),
        ("priority", "hoog", Operation.REPLACE, "laag", "hoog", "laag"),
        ("priority", "normaal", Operation.REPLACE, "laag", "hoog", "normaal"),
        ("settled_on", None, Operation.SET, "1-7-2026", None, DAY),
    ],
)
def test_each_operation_does_what_it_says(
    store: Store, name: str, old: Any, operation: Operation, value: Any, find: Any, new: Any
) -> None:
    record = build.motion(store, **{name: old})
    act = FieldAct(spec_of(name, "motion"), operation, value, find)
    plan = rehearsed(store, act, [record])
    for step in [plan.step()] if plan.doing() else []:
        store.apply(step)
    assert store.find(record.reference)[name] == new


@pytest.mark.parametrize(
    ("finding", "text", "result"),
    [
        (Finding("OM", minds_case=True), "OM vraagt om hulp", "X vraagt om hulp"),
        (Finding("om", whole_words=True), "om komma, OM.", "X komma, X."),
        (Finding("a.b"), "a.b axb", "X axb"),
        (Finding(""), "niets", "niets"),
    ],
)
def test_text_is_found_as_asked(finding: Finding, text: str, result: str) -> None:
    assert finding.replaced(text, "X") == result


def test_a_backslash_in_the_new_words_is_just_that() -> None:
    assert Finding("a").replaced("a", r"\1") == r"\1"


@pytest.mark.parametrize("operation", [Operation.SET, Operation.ADD, Operation.REMOVE])
def test_nothing_to_set_is_refused_at_its_field(store: Store, operation: Operation) -> None:
    with pytest.raises(InvalidForm) as refused:
        rehearsed(store, FieldAct(spec_of("tags"), operation, ()), [build.motion(store)])
    assert set(refused.value.faults) == {"value"}


def test_a_name_to_look_for_is_never_made(store: Store) -> None:
    with pytest.raises(InvalidForm) as refused:
        rehearsed(store, FieldAct(spec_of("lead"), Operation.REPLACE, "OM", "Onbekend"), [build.motion(store)])
    assert "Onbekend" in str(refused.value.faults["find"])


def test_a_required_field_cannot_be_cleared(store: Store) -> None:
    assert Operation.CLEAR not in operations_for(spec_of("title"))
    plan = rehearsed(store, FieldAct(spec_of("title"), Operation.CLEAR), [build.motion(store)])
    assert (plan.lines[0].outcome, str(plan.lines[0].why)) == ("refused", "Dit veld mag niet leeg zijn.")


def test_every_field_of_every_kind_can_be_set_and_taken_back(store: Store) -> None:
    ids = {"person": build.person(store, "Sanne"), "letter": 1, "debate": 1, "organisation": 1}
    build.letter(store)
    build.debate(store)
    build.organisation(store, "OM")
    for kind in KINDS:
        record = build.record(store, kind.code)
        for spec in fields_of(kind.model):
            value = build.any_value(spec.type, ids)
            plan = rehearsed(store, FieldAct(spec, Operation.SET, value), [record])
            if plan.doing():
                store.apply(plan.step())
                assert store.find(record.reference)[spec.name] == value
                store.undo()
        assert store.find(record.reference).values == record.values
    assert check(store) == []


def test_settling_passes_over_what_is_done_and_refuses_what_was_dropped(store: Store) -> None:
    records = [
        build.motion(store), build.commitment(store, status="voldaan"), build.action(store, status="vervallen"),
        build.action(store),
    ]  # fmt: skip
    plan = rehearsed(store, SettleAct(DAY), records)
    assert [line.outcome for line in plan.lines] == ["changed", "unchanged", "refused", "changed"]
    step = plan.step()
    assert step.label == "2 records afdoen"
    store.apply(step)
    assert store.find("A-2")["finished_on"] == DAY
    assert store.find("T-1")["status"] == "voldaan"


def test_settling_wants_a_day(store: Store) -> None:
    with pytest.raises(InvalidForm) as refused:
        rehearsed(store, SettleAct(None), [build.motion(store)])
    assert set(refused.value.faults) == {"settled_on"}


def test_postponing_moves_all_open_deadlines_and_reads_the_words(store: Store) -> None:
    record, letter = build.commitment(store), build.letter(store)
    build.deadline(store, record, what="brief", wording="voor de zomer", end=date(2026, 7, 2))
    build.deadline(store, record, what="gesprek", end=date(2026, 8, 1))
    build.deadline(store, record, what="klaar", met_on=DAY)
    without = build.commitment(store)
    plan = rehearsed(
        store, PostponeAct("voor het einde van het jaar", None, "meer tijd", DAY, letter.id), [record, without]
    )
    assert [(str(line.caption), line.outcome) for line in plan.lines] == [
        ("brief", "changed"), ("gesprek", "changed"), ("Termijn", "refused"),
    ]  # fmt: skip
    assert plan.lines[0].before == "voor de zomer (02-07-2026)"
    assert plan.lines[0].after == "voor het einde van het jaar (31-12-2026)"
    store.apply(plan.step())
    parts = store.parts(record.id)
    assert [one["end"] for one in parts.deadlines] == [date(2026, 12, 31), date(2026, 12, 31), None]
    assert [(one["old_wording"], one["reason"], one["letter"]) for one in parts.postponements] == [
        ("voor de zomer", "meer tijd", letter.id), (None, "meer tijd", letter.id),
    ]  # fmt: skip
    store.undo()
    assert store.parts(record.id).postponements == ()
    assert check(store) == []


def test_the_deadline_of_what_is_done_stays(store: Store) -> None:
    record = build.commitment(store, status="voldaan")
    build.deadline(store, record, end=DAY)
    plan = rehearsed(store, PostponeAct(None, date(2026, 9, 1), "drukte", DAY), [record])
    assert [line.outcome for line in plan.lines] == [Outcome.UNCHANGED]


def test_postponing_names_all_that_is_missing(store: Store) -> None:
    with pytest.raises(InvalidForm) as refused:
        rehearsed(store, PostponeAct(letter="B-9"), [build.motion(store)])
    assert set(refused.value.faults) == {"wording", "reason", "on", "letter"}


def test_relating_skips_what_is_related_already_and_the_record_itself(store: Store) -> None:
    programme, one, two = build.record(store, "programme"), build.action(store), build.action(store)
    build.relation(store, one, "onderdeel van", programme)
    plan = rehearsed(store, RelateAct("onderdeel van", programme.id), [programme, one, two])
    assert [line.outcome for line in plan.lines] == ["refused", "unchanged", "changed"]
    store.apply(plan.step())
    assert len(store.parts(programme.id).relations) == 2


def test_a_relation_can_be_read_from_the_other_side(store: Store) -> None:
    programme, one = build.record(store, "programme"), build.action(store)
    plan = rehearsed(store, RelateAct("onderdeel van", programme.id, reversed_side=True), [one])
    assert plan.lines[0].after.startswith("omvat P-1")
    store.apply(plan.step())
    assert store.parts(one.id).relations[0]["record_id"] == programme.id


def test_kinds_of_records(store: Store) -> None:
    records = [build.motion(store), build.action(store), build.motion(store)]
    assert [kind.code for kind in kinds_of(store, [one.id for one in records])] == ["motion", "action"]
