from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from tests.exchange.incoming.workbook.own_lists import (
    OWN_LISTS,
    action_tracker,
    budget_annex,
    mixed_list,
    papers_csv,
    planner_export,
    programmes_ods,
    senate_list,
    traffic_lights,
)
from tests.exchange.incoming.workbook.reading_rows import parts
from tests.import_coverage import WANTED, cover, read


def test_own_lists_are_mapped_without_help(tmp_path: Path) -> None:
    for make in OWN_LISTS:
        found = cover(make(tmp_path))
        assert found.account.adds_up
        assert found.mapped >= WANTED, (found.file, found.misses)


def test_annex_parts_vindplaats_into_day_debate_and_citation(tmp_path: Path) -> None:
    reading = read(budget_annex(tmp_path))
    first = reading.proposals[0]
    rows = {(row.entity, row.key): row.values for row in reading.rows}
    assert first.values["citation"] == "Kamerstuk 29 628, nr. 77"
    assert rows["debate", first.values["debate"].key] == {
        "subject": "CAO-onderhandelingen politie", "sort": "spoeddebat", "day": date(2008, 2, 27),
    }  # fmt: skip
    (deadline,) = parts(first, "deadline")
    assert deadline.values["wording"] == "voor het einde van 2023"
    assert deadline.values["tentative"] is True


def test_annex_takes_state_day_and_letter_from_prose_and_keeps_the_prose(tmp_path: Path) -> None:
    reading = read(budget_annex(tmp_path))
    settled = reading.proposals[3]
    rows = {(row.entity, row.key): row.values for row in reading.rows}
    assert (settled.values["status"], settled.values["settled_on"]) == ("afgedaan", date(2023, 6, 23))
    letter = rows["letter", settled.values["settled_letter"].key]
    assert letter["citation"] == "Kamerstukken II 2022/23, 36 200 IV, nr. 85"
    (note,) = parts(settled, "progress_note")
    assert note.values["text"].startswith("Afgedaan. De Tweede Kamer is op 23 juni 2023 per brief")
    moved = reading.proposals[2]
    assert (moved.values["status"], moved.values["handed_over_to"]) == ("overgedragen", "SZW")


def test_annex_reads_kind_and_state_from_the_lines_between_its_rows(tmp_path: Path) -> None:
    told = [(one.kind, one.values.get("status")) for one in read(budget_annex(tmp_path)).proposals]
    assert told == [
        ("motion", "in uitvoering"),
        ("motion", "in uitvoering"),
        ("motion", "overgedragen"),
        ("motion", "afgedaan"),
        ("motion", "afgedaan"),
        ("commitment", "openstaand"),
        ("commitment", "openstaand"),
        ("commitment", "voorgesteld als voldaan"),
    ]


def test_senate_list_is_of_the_senate(tmp_path: Path) -> None:
    first, second, third, fourth = read(senate_list(tmp_path)).proposals
    assert {one.values["chamber"] for one in (first, second, third, fourth)} == {"Eerste Kamer"}
    assert parts(first, "deadline")[0].values["end"] == date(2026, 7, 1)
    assert [member.name for member in second.values["made_to"]] == ["Talsma", "Veldhoen"]
    assert third.values["minister"] == "minister van Asiel en Migratie"
    assert [one.values["wording"] for one in parts(fourth, "deadline")] == ["nader te bepalen"]


def test_american_days_are_found_from_the_columns(tmp_path: Path) -> None:
    actions = read(action_tracker(tmp_path)).proposals
    assert [one.values["started_on"] for one in actions] == [
        date(2026, 1, 15), date(2026, 3, 1), date(2026, 2, 20), date(2026, 5, 5), date(2025, 11, 2), date(2026, 4, 30),
    ]  # fmt: skip
    assert not any(doubt.field == "started_on" for one in actions for doubt in one.doubts)
    deadline, postponement = (parts(actions[2], entity)[0] for entity in ("deadline", "postponement"))
    assert deadline.values["end"] == date(2026, 9, 30)
    assert (postponement.values["old_end"], postponement.of) == (date(2026, 6, 30), deadline.key)
    assert parts(actions[0], "deadline")[0].values["end"] == date(2026, 12, 31)


def test_unknown_status_is_asked_and_kept(tmp_path: Path) -> None:
    parked = read(action_tracker(tmp_path)).proposals[-1]
    (doubt,) = parked.doubts
    assert (doubt.field, doubt.text, doubt.key) == ("status", "Parked", "status:action:parked")
    assert "loopt" in [code for code, _ in doubt.choices]
    assert "status" not in parked.values
    assert "Status: Parked" in parked.values["remarks"]


def test_comment_says_what_its_row_waits_for(tmp_path: Path) -> None:
    waiting = read(action_tracker(tmp_path)).proposals[1]
    assert parts(waiting, "deadline")[0].values["waits_for"] == "signature of the partner agreement"


def test_kind_follows_its_column_and_hidden_cells_are_said(tmp_path: Path) -> None:
    reading = read(mixed_list(tmp_path))
    assert [one.kind for one in reading.proposals[:4]] == ["motion", "commitment", "motion", "commitment"]
    assert reading.proposals[2].values["sort"] == "gewijzigde motie"
    assert reading.proposals[0].values["citation"] == "Kamerstuk 28 638, nr. 244"
    said = " ".join(notice.nl for notice in reading.notices)
    assert "verborgen kolommen (N)" in said
    assert "1 verborgen rijen (4)" in said


def test_former_deadline_in_brackets_is_a_postponement(tmp_path: Path) -> None:
    changed = read(mixed_list(tmp_path)).proposals[2]
    deadline, postponement = parts(changed, "deadline")[0], parts(changed, "postponement")[0]
    assert (deadline.values["wording"], deadline.values["end"]) == ("1 sept 2026", date(2026, 9, 1))
    assert (postponement.values["old_wording"], postponement.values["old_end"]) == ("1 juni", date(2026, 6, 1))


def test_tables_side_by_side_are_two(tmp_path: Path) -> None:
    beside = [one for one in read(mixed_list(tmp_path)).proposals if one.place.sheet == "Overzicht"]
    assert [one.kind for one in beside] == ["motion"] * 3 + ["commitment"] * 2


def test_ods_gives_amounts_comment_and_hidden_cells(tmp_path: Path) -> None:
    reading = read(programmes_ods(tmp_path))
    compass, eu4fast, aftercare = reading.proposals
    assert compass.values["budget_lines"][0].amount == Decimal(5_000_000)
    assert eu4fast.values["budget_lines"][0].amount == Decimal(33_303_022)
    assert aftercare.values["budget_lines"][0].amount == Decimal(1_200_000)
    assert "Nog bevestigen" in aftercare.values["remarks"]
    said = " ".join(notice.nl for notice in reading.notices)
    assert "verborgen kolommen (C)" in said
    assert "verborgen rijen (6)" in said


@pytest.mark.parametrize("make", OWN_LISTS)
def test_reading_twice_gives_the_same(make: object, tmp_path: Path) -> None:
    assert callable(make)
    file = make(tmp_path)
    first, second = read(file), read(file)
    assert [(one.values, one.parts, one.doubts) for one in first.proposals] == [
        (one.values, one.parts, one.doubts) for one in second.proposals
    ]


def test_a_yes_or_no_below_settled_is_the_state(tmp_path: Path) -> None:
    found = read(papers_csv(tmp_path)).proposals
    assert [one.values.get("status") for one in found] == ["nog niet gestart", None, "nog niet gestart", "afgedaan"]


def test_coloured_dots_before_a_state_do_not_hide_it(tmp_path: Path) -> None:
    found = read(traffic_lights(tmp_path)).proposals
    assert [one.values["status"] for one in found] == ["openstaand"] * 3 + ["voorgesteld als voldaan"]
    assert [one.name for one in found[1].values["made_to"]] == ["Ceder", "Boomsma"]
    assert [part.values["text"] for part in parts(found[0], "progress_note")] == ["1/9: concept bij VWS"]


def test_an_export_has_its_headings_below_lines_with_a_name_and_a_value(tmp_path: Path) -> None:
    found = read(planner_export(tmp_path)).proposals
    assert [one.values["title"] for one in found] == [
        "Handreiking vaststellen", "Nieuwe landelijke actiedag", "Evaluatie e-learning BUIT"
    ]  # fmt: skip
    assert [one.values["action_line"] for one in found] == ["5", "1", "6"]
    assert found[2].values["finished_on"] == date(2026, 6, 24)


def test_the_day_on_which_a_row_was_typed_is_no_deadline(tmp_path: Path) -> None:
    for one in read(planner_export(tmp_path)).proposals:
        assert len(parts(one, "deadline")) == 1
        assert "Gemaakt op" in one.values["remarks"]
