"""Pasting and filling: what each cell will do, what the one step does, and copy followed by paste changes nothing."""

from __future__ import annotations

from datetime import date

from tests import builders as build
from tracker.records.field import fields_of
from tracker.records.registry import KINDS, kind_of
from tracker.records.snapshot import Record
from tracker.services.clipboard_cells import Cell, Rows, read_cells, written_html, written_text
from tracker.services.pasting import (
    FillDown,
    Paste,
    PasteColumn,
    fields_by_heading,
    has_headings,
    has_whole_rows,
    second_columns,
)
from tracker.services.pasting_deadlines import DEADLINE, DEADLINE_LABEL
from tracker.services.rehearsal import Outcome, Plan
from tracker.store.integrity import check
from tracker.store.record_store import Store

MOTION, COMMITMENT = kind_of("motion"), kind_of("commitment")


def columns(*names: str) -> list[PasteColumn]:
    labels = {spec.name: spec.label for kind in KINDS for spec in fields_of(kind.model)} | {DEADLINE: DEADLINE_LABEL}
    return [PasteColumn(labels[name], name) for name in names]


def pasted(store: Store, records: list[Record], names: tuple[str, ...], cells: Rows, kind: str | None = None) -> Plan:
    new_kind = None if kind is None else kind_of(kind)
    ids = [one.id for one in records]
    return Paste(ids, columns(*names), cells, new_kind, today=build.TODAY).rehearse(store).finish()


def outcomes(plan: Plan) -> list[tuple[str, str, str, str]]:
    return [(line.reference, str(line.caption), line.after, line.outcome) for line in plan.lines]


def test_each_cell_tells_what_it_will_do(store: Store) -> None:
    records = [build.motion(store, theme="zorg"), build.commitment(store)]
    plan = pasted(store, records, ("theme", "status"), [["zorg", "afgedaan"], ["opvang", "afgedaan"]])
    assert outcomes(plan) == [
        ("M-1", "Thema", "zorg", "unchanged"), ("M-1", "Status", "afgedaan", "changed"),
        ("T-1", "Thema", "opvang", "changed"), ("T-1", "Status", "afgedaan", "refused"),
    ]  # fmt: skip
    assert store.find("M-1")["status"] == "nog niet gestart"


def test_a_paste_is_one_step_with_one_undo(store: Store) -> None:
    records = [build.motion(store), build.commitment(store)]
    step = pasted(store, records, ("owner", "title"), [["Sanne", "Een"], ["Sanne", "Twee"]]).step()
    assert step.label == "2 records wijzigen: plakken"
    store.apply(step)
    assert [store.find(one.reference)["title"] for one in records] == ["Een", "Twee"]
    store.undo()
    assert [store.find(one.reference).values for one in records] == [one.values for one in records]
    assert check(store) == []


def test_an_empty_cell_clears_but_never_a_required_field(store: Store) -> None:
    record = build.motion(store, theme="zorg")
    plan = pasted(store, [record], ("theme", "title"), [["", ""]])
    assert [line.outcome for line in plan.lines] == ["changed", "refused"]


def test_a_day_that_does_not_exist_is_refused_with_the_reason(store: Store) -> None:
    plan = pasted(store, [build.motion(store)], ("settled_on",), [["31-02-2026"]])
    assert "geen bestaande dag" in str(plan.lines[0].why)
    assert plan.doing() == []


def test_a_column_that_only_shows_is_refused(store: Store) -> None:
    shown = PasteColumn(columns("title")[0].label, None)
    plan = Paste([build.motion(store).id], [shown, None], [["x", "y"]]).rehearse(store).finish()
    assert [line.outcome for line in plan.lines] == ["refused"]


def test_rows_without_a_record_are_refused_until_asked_for(store: Store) -> None:
    plan = pasted(store, [], ("title", "owner"), [["Een", "Sanne"]])
    assert [line.outcome for line in plan.lines] == ["refused", "refused"]
    assert "nieuwe records maken" in str(plan.lines[0].why)


def test_rows_beyond_the_records_make_new_ones_where_asked(store: Store) -> None:
    record = build.commitment(store)
    cells = [["Bestaand", "1-7-2026"], ["Nieuw een", "31-2-2026"], ["", ""], ["", "2-7-2026"]]
    plan = pasted(store, [record], ("title", "made_on"), cells, "commitment")
    assert [(line.reference, line.outcome) for line in plan.lines] == [
        ("T-1", "changed"), ("T-1", "changed"), ("nieuw 2", "new"), ("nieuw 2", "refused"), ("nieuw 4", "refused"),
    ]  # fmt: skip
    assert "Onderwerp" in str(plan.lines[4].why)
    assert plan.records_in(plan.doing()) == (1, 1)
    step = plan.step()
    assert step.label == "1 record toevoegen en 1 record wijzigen: plakken"
    store.apply(step)
    assert store.find("T-2")["title"] == "Nieuw een"
    store.undo()
    assert store.counts(build.TODAY)[""] == 1


def test_a_rehearsal_gives_no_numbers_away(store: Store) -> None:
    pasted(store, [], ("title",), [["Een"], ["Twee"]], "motion")
    assert build.motion(store).reference == "M-1"


def test_a_name_that_is_new_is_said_and_made_once(store: Store) -> None:
    plan = pasted(store, [], ("title", "lead"), [["Een", "Comensha"], ["Twee", "comensha"]], "motion")
    assert "nog niet bekend" in str(plan.lines[1].why)
    store.apply(plan.step())
    assert len(store.rows("organisation")) == 1


def test_copy_then_paste_changes_nothing_for_any_field_of_any_kind(store: Store) -> None:
    for record in build.everything(store):
        specs = fields_of(record.kind.model)
        names = store.names()
        row = [Cell(spec.type.text(record[spec.name], name_of=names)) for spec in specs]
        for cells in (read_cells(written_text([row])), read_cells("", written_html([row]))):
            plan = pasted(store, [record], tuple(spec.name for spec in specs), cells)
            assert [outcome[1:] for outcome in outcomes(plan) if outcome[3] != "unchanged"] == []


def test_what_was_copied_makes_an_equal_record(store: Store) -> None:
    record = build.commitment(store, theme="zorg", owner="Sanne", made_on="1-7-2026", tags="a; b", made_to="Ceder (CU)")
    names = ("title", "theme", "owner", "made_on", "tags", "made_to")
    specs = {spec.name: spec for spec in fields_of(COMMITMENT.model)}
    row = [Cell(specs[name].type.text(record[name], name_of=store.names())) for name in names]
    store.apply(pasted(store, [], names, read_cells(written_text([row])), "commitment").step())
    made = store.find("T-2")
    assert {name: made[name] for name in names} == {name: record[name] for name in names}


def test_words_become_the_deadline_of_a_new_record_in_the_same_step(store: Store) -> None:
    cells = [["Een", "uiterlijk 1 oktober 2026"], ["Twee", "in goed overleg"], ["Drie", ""]]
    plan = pasted(store, [], ("title", DEADLINE), cells, "motion")
    assert plan.lines[1].after == "uiterlijk 1 oktober 2026 (01-10-2026)"
    assert "Gelezen als: uiterlijk donderdag 1 oktober 2026" in str(plan.lines[1].why)
    assert "geen dag gelezen" in str(plan.lines[3].why)
    step = plan.step()
    assert step.label == "3 records toevoegen: plakken"
    store.apply(step)
    (first,) = store.parts(store.find("M-1").id).deadlines
    assert (first["end"], first["wording"]) == (date(2026, 10, 1), "uiterlijk 1 oktober 2026")
    assert [one["wording"] for one in store.parts(store.find("M-2").id).deadlines] == ["in goed overleg"]
    assert store.parts(store.find("M-3").id).deadlines == ()
    store.undo()
    assert store.counts(build.TODAY)[""] == 0
    assert check(store) == []


def test_a_deadline_is_read_as_said_on_the_day_of_its_record(store: Store) -> None:
    cells = [["binnen zes weken", "Een", "1-3-2026"], ["binnen zes weken", "Twee", ""]]
    store.apply(pasted(store, [], (DEADLINE, "title", "made_on"), cells, "commitment").step())
    ends = [store.parts(store.find(one).id).deadlines[0]["end"] for one in ("T-1", "T-2")]
    assert ends == [date(2026, 4, 12), date(2026, 8, 12)]


def test_a_record_with_an_open_deadline_is_referred_to_postponing_and_one_without_gets_it(store: Store) -> None:
    records = [build.motion(store) for _ in range(4)]
    build.deadline(store, records[0], wording="1 oktober 2026", end=date(2026, 10, 1))
    build.deadline(store, records[1], wording="eerder", end=date(2026, 5, 1), met_on=date(2026, 4, 1))
    build.deadline(store, records[3], end=date(2026, 11, 1))
    plan = pasted(store, records, (DEADLINE,), [["1 november 2026"]] * 3 + [["2026-11-01"]])
    assert [line.outcome for line in plan.lines] == ["refused", "changed", "changed", "unchanged"]
    assert "Stel die uit" in str(plan.lines[0].why)
    store.apply(plan.step())
    assert [len(store.parts(one.id).deadlines) for one in records] == [1, 2, 1, 1]


def test_an_empty_cell_takes_no_deadline_away(store: Store) -> None:
    record = build.motion(store)
    build.deadline(store, record, end=date(2026, 10, 1))
    assert pasted(store, [record], (DEADLINE,), [[""]]).doing() == []


def test_a_field_takes_one_column(store: Store) -> None:
    assert second_columns([*columns("title", "lead"), None, *columns("lead", "lead")]) == [3, 4]
    plan = pasted(store, [], ("title", "lead", "lead"), [["Een", "Comensha", "COA"]], "motion")
    assert [line.after for line in plan.lines] == ["Een", "Comensha"]


def test_records_are_counted_and_not_their_cells(store: Store) -> None:
    record = build.motion(store, theme="zorg")
    plan = pasted(store, [record], ("theme", "title"), [["zorg", "Een"], ["opvang", "Twee"]], "motion")
    assert plan.counts == {Outcome.NEW: 1, Outcome.CHANGED: 1, Outcome.UNCHANGED: 0, Outcome.REFUSED: 0}


def test_filling_down_takes_the_values_of_the_first(store: Store) -> None:
    first = build.motion(store, owner="Sanne", theme="zorg", status="afgedaan")
    others = [build.motion(store, theme="zorg"), build.commitment(store)]
    act = FillDown([one.id for one in (first, *others)], ("owner", "theme", "status"))
    plan = act.rehearse(store).finish()
    assert outcomes(plan) == [
        ("M-2", "Dossierhouder", "Sanne", "changed"), ("M-2", "Thema", "zorg", "unchanged"),
        ("M-2", "Status", "afgedaan", "changed"), ("T-1", "Dossierhouder", "Sanne", "changed"),
        ("T-1", "Thema", "zorg", "changed"), ("T-1", "Status", "afgedaan", "refused"),
    ]  # fmt: skip
    step = plan.step()
    assert step.label == "2 records wijzigen: omlaag vullen"
    store.apply(step)
    assert store.find("T-1")["owner"] == first["owner"]


def test_an_empty_value_is_filled_down_too(store: Store) -> None:
    records = [build.motion(store), build.motion(store, settled_on=date(2026, 7, 1))]
    store.apply(FillDown([one.id for one in records], ("settled_on",)).rehearse(store).finish().step())
    assert store.find("M-2")["settled_on"] is None


def test_headings_are_known_by_label_alias_or_name() -> None:
    assert fields_by_heading([COMMITMENT], ["Onderwerp", "Datum toezegging", "owner", "Titel", "?"]) == [
        "title", "made_on", "owner", None, None,
    ]  # fmt: skip
    for words in ("Termijn", "Uiterlijk", "deadline", "Streefdatum"):
        assert fields_by_heading(KINDS, [words]) == [DEADLINE]


def test_headings_are_told_from_a_row() -> None:
    assert has_headings([MOTION], [["Onderwerp", "Status"], ["Een", "afgedaan"]])
    assert not has_headings([MOTION], [["Een onderzoek", "afgedaan"], ["Twee", "x"]])
    assert not has_headings([MOTION], [["Onderwerp", "Status"]])
    assert not has_headings([MOTION], [["Planning"], ["zorg"]])
    assert has_headings([MOTION], [["Status", "Termijn"], ["afgedaan", "1 juli"]])
    assert not has_whole_rows([MOTION], [["Status", "Termijn"], ["afgedaan", "1 juli"]])
