"""What calamine gets to read in place of the file."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest
from openpyxl import Workbook

from tests.exchange.incoming import hostile
from tracker.exchange.incoming.recognising import Format
from tracker.exchange.incoming.workbook import sheet_extent
from tracker.exchange.incoming.workbook.book import open_book
from tracker.exchange.incoming.workbook.calamine_feed import copy_of, load
from tracker.exchange.incoming.workbook.sheet_extent import guard_sheets

SHEET = "xl/worksheets/sheet1.xml"


@pytest.fixture(autouse=True)
def _every_sheet_is_large(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sheet_extent, "FROM_SIZE", 0)


def two_sheets(folder: Path) -> Path:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet["A1"], sheet["C3"], sheet["A5"] = "Motie", 12.5, "Een\n“motie”"
    sheet.merge_cells("A1:C1")
    sheet.merge_cells("B3:B4")
    other = book.create_sheet("Zonder")
    other["B2"] = True
    book.save(folder / "lijst.xlsx")
    return folder / "lijst.xlsx"


def changed(path: Path, pack: int = zipfile.ZIP_DEFLATED, before: bytes = b"", after: tuple[bytes, bytes] | None = None,
) -> Path:  # fmt: skip
    """Write a workbook as another program might have."""
    target = path.with_name("anders.xlsx")
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(target, "w", pack) as new:
        for part in old.namelist():
            content = old.read(part)
            if part == SHEET:
                content = before + (content.replace(*after) if after else content)
            new.writestr(part, content)
    return target


def test_a_large_sheet_is_not_looked_through_again_for_merged_cells(tmp_path: Path) -> None:
    path = two_sheets(tmp_path)
    with load(path, {}) as plain, load(path, guard_sheets(path, Format.XLSX).checksums) as fed:
        for name in ("Sheet", "Zonder"):
            assert fed.get_sheet_by_name(name).to_python() == plain.get_sheet_by_name(name).to_python()
        assert plain.get_sheet_by_name("Sheet").merged_cell_ranges == [((0, 0), (0, 2)), ((2, 1), (3, 1))]
        assert fed.get_sheet_by_name("Sheet").merged_cell_ranges == []


@pytest.mark.parametrize(
    ("pack", "before", "after"),
    [
        (zipfile.ZIP_DEFLATED, b"", None),
        (zipfile.ZIP_STORED, b"", None),
        (zipfile.ZIP_DEFLATED, b'<?xml version="1.0" encoding="UTF-8"?>\n', None),
        (zipfile.ZIP_DEFLATED, b'\xef\xbb\xbf<?xml version="1.0"?>', None),
        (zipfile.ZIP_DEFLATED, b"", (b'<mergeCell ref="B3:B4"', b"<mergeCell ref='B4:B3'")),
    ],
)
def test_values_and_merged_cells_are_those_of_the_file(
    tmp_path: Path, pack: int, before: bytes, after: tuple[bytes, bytes] | None
) -> None:
    first, other = open_book(changed(two_sheets(tmp_path), pack, before, after), "xlsx").grids

    assert [list(row) for row in first.rows()] == [
        ["Motie", "", ""], ["", "", ""], ["", "", 12.5], ["", "", ""], ["Een\n“motie”", "", ""],
    ]  # fmt: skip
    assert first.facts.merged == [(0, 0, 0, 2), (2, 1, 3, 1)]
    assert [list(row) for row in other.rows()] == [["", ""], ["", True]]


def test_names_of_parts_stay_what_they_are(tmp_path: Path) -> None:
    path = hostile.with_part(tmp_path / "naam.xlsx", "xl/média/één.bin", bytes(range(256)))
    checksums = guard_sheets(path, Format.XLSX).checksums

    assert SHEET in checksums
    with load(path, checksums) as book:
        assert book.get_sheet_by_index(0).to_python() == [["Motie"], ["Een motie"]]


def test_what_is_given_is_a_whole_archive(tmp_path: Path) -> None:
    path = two_sheets(tmp_path)
    given = io.BytesIO(copy_of(path, guard_sheets(path, Format.XLSX).checksums))

    with zipfile.ZipFile(given) as copy, zipfile.ZipFile(path) as original:
        assert copy.testzip() is None
        assert copy.namelist() == original.namelist()
        assert copy.read(SHEET) == b"<mergeCells></mergeCells>" + original.read(SHEET)
        assert copy.read("xl/workbook.xml") == original.read("xl/workbook.xml")
