"""The list on show as a workbook: its records in its order, its columns with days as days, and what it is a list of."""

from __future__ import annotations

from array import array
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from tests import builders as build
from tracker.records.snapshot import Record
from tracker.services.list_report import ListColumn, ListParts, write_list
from tracker.store.record_store import Store

COLUMNS = (
    ListColumn("Nr", 70, lambda summary, _: summary.reference, is_key=True),
    ListColumn("Uiterlijk", 100, lambda summary, _: summary.deadline_end),
    ListColumn("Opmerkingen", 200, lambda _, record: _remarks(record), needs_record=True, is_internal=True),
)


def _remarks(record: Record | None) -> str:
    assert record is not None
    return str(record["remarks"] or "")


def rows_of(file: Path) -> list[tuple[Any, ...]]:
    sheet = load_workbook(file).active
    assert sheet is not None
    return [tuple(cell.value for cell in row[: len(COLUMNS)]) for row in sheet.iter_rows()]


@pytest.fixture
def motions(store: Store) -> array[int]:
    late = build.motion(store, remarks="bel de fractie")
    build.deadline(store, late, end=date(2026, 3, 31))
    return array("q", [build.motion(store).id, late.id])


def test_it_has_the_records_in_the_order_of_the_list_with_days_as_days(
    store: Store, motions: array[int], tmp_path: Path
) -> None:
    file = tmp_path / "lijst.xlsx"
    listed = ListParts("Over tijd", "Moties, Over tijd (01-07-2026)", (("", motions),))
    result = write_list(store, file, listed, COLUMNS[:2], build.TODAY)
    rows = rows_of(file)
    assert result.records == 2
    assert rows[0][0] == "Over tijd"
    assert rows[1][0] == (
        "Stand op 01-07-2026   |   Bron: register.db   |   Lijst: Moties, Over tijd (01-07-2026)   |   2 records"
    )
    body = rows[[row[0] for row in rows].index("Nr") + 1 :]
    assert [row[0] for row in body] == ["M-2", "M-1"]
    assert body[1][1].date() == date(2026, 3, 31)


def test_groups_stand_as_headings_with_their_number_and_internal_columns_warn(
    store: Store, motions: array[int], tmp_path: Path
) -> None:
    file = tmp_path / "lijst.xlsx"
    parts = (("Zonder thema", motions[:1]), ("Opvang", motions[1:]))
    write_list(store, file, ListParts("Moties", "Moties", parts), COLUMNS, build.TODAY)
    first = [row[0] for row in rows_of(file)]
    assert "Intern: bevat interne velden. Niet voor buiten het ministerie." in first
    assert first[first.index("Nr") + 1 :] == ["Zonder thema (1)", "M-2", "Opvang (1)", "M-1"]
    assert rows_of(file)[-1][2] == "bel de fractie"


def test_a_record_in_two_groups_counts_once(store: Store, motions: array[int]) -> None:
    assert ListParts("", "", (("a", motions), ("b", motions))).count == 2


def test_records_that_are_not_public_warn(store: Store, tmp_path: Path) -> None:
    file = tmp_path / "lijst.xlsx"
    secret = build.motion(store, marking="intern")
    write_list(store, file, ListParts("Moties", "Moties", (("", array("q", [secret.id])),)), COLUMNS[:2], build.TODAY)
    assert "Intern: er staan records in die niet openbaar zijn." in [row[0] for row in rows_of(file)]


def test_a_list_without_records_says_so(store: Store, tmp_path: Path) -> None:
    file = tmp_path / "leeg.xlsx"
    write_list(store, file, ListParts("Moties", "Moties", (("", array("q")),)), COLUMNS, build.TODAY)
    assert "Deze lijst is leeg." in [row[0] for row in rows_of(file)]
