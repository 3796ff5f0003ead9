from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.exchange.incoming.workbook.reading_rows import workbook
from tracker.basics.errors import InvalidValue
from tracker.exchange.incoming.workbook.mapping import Mapping, Remembered, load_mapping, save_mapping
from tracker.records.import_target import KEEP
from tracker.records.proposal import Sureness

ROWS: list[tuple[Any, ...]] = [
    ("Toezegging", "Wanneer", "Kolom X", "Betrokkne", "Stand"),
    ("Brief sturen over de opvang", "15-12-2025", "zaal 3", "politie", "open"),
    ("Evaluatie sturen", "16-12-2025", "zaal 4", "OM", "open"),
]


def targets(mapping: Mapping) -> list[str]:
    return [column.target for column in mapping.tables[0].columns]


def test_headings_are_known_nearly_known_or_kept() -> None:
    mapping = workbook(ROWS).proposed_mapping()
    assert targets(mapping) == ["title", "made_on", KEEP, "partners", "status"]
    assert mapping.tables[0].columns[0].sureness is Sureness.SURE
    assert mapping.tables[0].columns[3].sureness is Sureness.LIKELY


def test_content_tells_what_an_unknown_heading_means() -> None:
    rows = [
        ("Toezegging", "Vak 1", "Vak 2", "Vak 3", "Vak 4"),
        ("Brief sturen", "28 638, nr. 4", "Bikker (CU)", "a.b@minjenv.nl", "TZ202605-001"),
        ("Nota sturen", "28 638, nr. 5", "Ceder (CU)", "c.d@minjenv.nl", "TZ202605-002"),
    ]
    assert targets(workbook(rows).proposed_mapping()) == ["title", "citation", "made_to", "owner", "number"]


def test_corrected_column_is_read_anew_without_the_file() -> None:
    opened = workbook(ROWS)
    corrected = opened.proposed_mapping().with_target(0, 2, "directie")
    assert [one.values["directie"] for one in opened.read(corrected).proposals] == ["zaal 3", "zaal 4"]
    assert corrected.tables[0].columns[2].is_chosen


def test_column_can_not_go_to_what_is_no_field() -> None:
    with pytest.raises(InvalidValue, match="geen veld"):
        workbook(ROWS).proposed_mapping().with_target(0, 2, "secretariaat")


def test_other_kind_gets_its_own_mapping() -> None:
    opened = workbook(ROWS)
    use = opened.proposed_use(0, "action")
    reading = opened.read(opened.proposed_mapping().with_table(0, use))
    assert [one.kind for one in reading.proposals] == ["action", "action"]


def test_table_can_be_left_out_and_is_still_accounted_for() -> None:
    opened = workbook(ROWS)
    reading = opened.read(opened.proposed_mapping().left_out(0))
    assert not reading.proposals
    assert reading.account.adds_up
    assert reading.account.structure == reading.account.read == 15


def test_choice_is_remembered_by_the_shape_of_the_headings(tmp_path: Path) -> None:
    remembered = Remembered()
    remembered.learn(workbook(ROWS).proposed_mapping().with_target(0, 2, "directie"))
    save_mapping(tmp_path / "indeling.json", remembered)
    turned = [tuple(reversed(row)) for row in ROWS]
    mapping = workbook(turned).proposed_mapping(load_mapping(tmp_path / "indeling.json"))
    assert targets(mapping) == ["status", "partners", "directie", "made_on", "title"]


def test_missing_mapping_file_remembers_nothing(tmp_path: Path) -> None:
    assert load_mapping(tmp_path / "geen.json").tables == {}


@pytest.mark.parametrize(
    "content", ["", "[]", "{}", '{"format": "tracker mapping 1", "tables": [{"shape": 1}]}', "\x00"]
)
def test_file_that_is_no_mapping_is_refused(content: str, tmp_path: Path) -> None:
    file = tmp_path / "indeling.json"
    file.write_text(content, encoding="utf-8")
    with pytest.raises(InvalidValue, match="kolomindelingen"):
        load_mapping(file)


def test_target_that_is_gone_stays_as_proposed(tmp_path: Path) -> None:
    remembered = Remembered()
    remembered.learn(workbook(ROWS).proposed_mapping())
    remembered.tables[next(iter(remembered.tables))]["columns"]["wanneer"] = "verdwenen veld"
    assert targets(workbook(ROWS).proposed_mapping(remembered))[1] == "made_on"
