from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from tests.exchange.incoming.workbook.reading_rows import parts
from tests.import_coverage import cover, read

SAMPLES = Path(__file__).resolve().parents[5] / "shared" / "samples"
FILES = ("monitor-actielijnen.xlsx", "toezeggingen.csv", "moties-en-toezeggingen-oud.xlsx", "internationaal.xlsx")


def sample(name: str) -> Path:
    if not (SAMPLES / name).exists():
        pytest.skip("shared material is not here")
    return SAMPLES / name


def test_samples_are_mapped_without_help() -> None:
    found = [cover(sample(name)) for name in FILES]
    content = sum(one.account.read - one.account.structure for one in found)
    assert all(one.account.adds_up for one in found)
    assert not [miss for one in found for miss in one.account.not_understood]
    assert sum(one.account.taken for one in found) >= 0.95 * content


def test_monitor_gives_actions_under_their_action_lines() -> None:
    actions = read(sample("monitor-actielijnen.xlsx")).proposals
    lines = [proposal.values["action_line"] for proposal in actions]
    assert lines == ["1", "1", "1", "3", "3", "4", "4", "5", "6"]
    assert actions[6].values["number"] == "4.2 t/m 4.4"
    assert actions[0].values["started_on"] == date(2025, 11, 20)
    (deadline,) = parts(actions[3], "deadline")
    assert deadline.values == {"wording": "voor het einde van dit jaar", "said_on": date(2026, 6, 15)}
    assert not parts(actions[6], "deadline")


def test_two_tables_on_a_sheet_give_two_kinds() -> None:
    reading = read(sample("moties-en-toezeggingen-oud.xlsx"))
    assert [proposal.kind for proposal in reading.proposals] == ["motion"] * 3 + ["commitment"] * 2
    third = reading.proposals[2]
    (waits,) = parts(third, "deadline")
    assert waits.values["waits_for"] == "inwerkingtreding van art. 273f Sr"
    assert [doubt.text for doubt in third.doubts] == ["apr 2025"]
    assert any("verborgen kolommen (D)" in notice.nl for notice in reading.notices)


def test_cards_give_a_programme_a_column() -> None:
    compass, eu4fast, *actions = read(sample("internationaal.xlsx")).proposals
    assert (compass.kind, compass.values["title"]) == ("programme", "COMPASS")
    (line,) = compass.values["budget_lines"]
    assert (line.amount, line.currency, line.country, line.starts_on) == (
        Decimal(5_000_000), "EUR", "Nigeria", date(2026, 1, 1),
    )  # fmt: skip
    assert compass.values["countries"] == ("Nigeria", "Irak")
    assert "twaalf andere" in compass.values["remarks"]
    assert [one.amount for one in eu4fast.values["budget_lines"]] == [Decimal(33_303_022), Decimal(4_138_318)]
    assert eu4fast.values["ends_on"] == date(2027, 5, 31)
    assert [action.values["role"] for action in actions] == ["leader", "leader", "co-leader", "co-leader"]
    assert {action.values["cycle"] for action in actions} == {"2026-2029"}


def test_commitments_of_a_text_file_point_at_their_debate_and_letter() -> None:
    reading = read(sample("toezeggingen.csv"))
    first, _, third, fourth = reading.proposals
    rows = {(row.entity, row.key): row.values for row in reading.rows}
    debate = first.values["debate"]
    assert rows[debate.entity, debate.key]["day"] == date(2026, 5, 20)
    letter = fourth.values["settled_letter"]
    assert rows[letter.entity, letter.key]["citation"] == "Kamerstuk 28 638, nr. 254"
    assert (fourth.values["status"], third.values["status"]) == ("voldaan", "openstaand")
    assert third.values["made_in_letter"].entity == "letter"
