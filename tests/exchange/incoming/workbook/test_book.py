from __future__ import annotations

import re
import zipfile
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook
from openpyxl.comments import Comment

from tracker.basics.errors import Cancelled
from tracker.exchange.incoming.workbook.book import Book, open_book
from tracker.exchange.incoming.workbook.grid import ErrorValue, MonthDay, spot
from tracker.exchange.incoming.workbook.ods_facts import facts_of_tables
from tracker.exchange.incoming.workbook.reading import EAGER_ROWS, open_workbook


def saved(folder: Path, fill: Callable[[Workbook], None]) -> Path:
    book = Workbook()
    fill(book)
    target = folder / "lijst.xlsx"
    book.save(target)
    return target


def with_sheet_text(file: Path, old: str, new: str) -> Path:
    """Change the text of the first sheet, as programs other than openpyxl would have written it."""
    target = file.with_name("anders.xlsx")
    with zipfile.ZipFile(file) as archive, zipfile.ZipFile(target, "w") as changed:
        for part in archive.namelist():
            content = archive.read(part)
            if part == "xl/worksheets/sheet1.xml":
                assert old.encode() in content
                content = content.replace(old.encode(), new.encode())
            changed.writestr(part, content)
    return target


def text_file(folder: Path, text: str) -> Path:
    """Write a text with values apart by a sign."""
    target = folder / "lijst.csv"
    target.write_bytes(text.encode())
    return target


def open_document(target: Path, rows: str) -> Path:
    """Write a sheet of LibreOffice."""
    names = " ".join(
        f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for name in ("office", "table", "text")
    )
    content = (
        f'<office:document-content {names}><office:body><office:spreadsheet><table:table table:name="Lijst">{rows}'
        "</table:table></office:spreadsheet></office:body></office:document-content>"
    )
    with zipfile.ZipFile(target, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("META-INF/manifest.xml", '<manifest xmlns="urn:oasis:names:tc:opendocument:xmlns:manifest"/>')
        archive.writestr("content.xml", content)
    return target


def first(file: Path) -> Book:
    return open_book(file, "xlsx")


def test_values_keep_their_types(tmp_path: Path) -> None:
    def fill(book: Workbook) -> None:
        sheet = book.active
        assert sheet is not None
        values: tuple[Any, ...] = (date(2026, 7, 1), datetime(2026, 7, 1, 14, 30), 1.5, True, "  tekst")  # noqa: DTZ001
        for row, value in enumerate(values, 1):
            sheet.cell(row, 2, value)

    (grid,) = first(saved(tmp_path, fill)).grids
    assert [grid.row(row)[1] for row in range(grid.height)] == [
        date(2026, 7, 1), datetime(2026, 7, 1, 14, 30), 1.5, True, "  tekst",  # noqa: DTZ001
    ]  # fmt: skip
    assert grid.row(0)[0] == ""


def test_rows_and_columns_that_are_empty_before_the_first_cell_shift_nothing(tmp_path: Path) -> None:
    def fill(book: Workbook) -> None:
        sheet = book.active
        assert sheet is not None
        sheet["C4"], sheet["B5"], sheet["D7"] = "kop", "eerste", "laatste"

    (grid,) = first(saved(tmp_path, fill)).grids
    empty = ["", "", "", ""]
    assert [list(row) for row in grid.rows()] == [
        empty, empty, empty, ["", "", "kop", ""], ["", "eerste", "", ""], empty, ["", "", "", "laatste"],
    ]  # fmt: skip


def test_rows_and_columns_that_are_empty_before_the_first_cell_shift_nothing_in_an_ods(tmp_path: Path) -> None:
    text = '<table:table-cell office:value-type="string"><text:p>x</text:p></table:table-cell>'
    rows = (
        '<table:table-row table:number-rows-repeated="2"><table:table-cell/></table:table-row>'
        f"<table:table-row><table:table-cell/>{text}</table:table-row><table:table-row>{text}</table:table-row>"
    )
    (grid,) = open_book(open_document(tmp_path / "lijst.ods", rows), "ods").grids
    assert [list(row) for row in grid.rows()] == [["", ""], ["", ""], ["", "x"], ["x", ""]]


def test_rows_far_from_each_other_are_given_in_any_order(tmp_path: Path) -> None:
    def fill(book: Workbook) -> None:
        sheet = book.active
        assert sheet is not None
        for row in range(9, 6_000):
            sheet.cell(row, 2, row)

    (grid,) = first(saved(tmp_path, fill)).grids
    assert [grid.row(row)[1] for row in (5_998, 8, 4_000, 7, 130, 5_998)] == [5_999, 9, 4_001, "", 131, 5_999]


def test_hidden_rows_columns_comments_and_merged_cells_are_known(tmp_path: Path) -> None:
    def fill(book: Workbook) -> None:
        sheet = book.active
        assert sheet is not None
        for row in range(1, 6):
            sheet.cell(row, 1, row)
            sheet.cell(row, 3, row)
        sheet.row_dimensions[4].hidden = True
        sheet.column_dimensions["C"].hidden = True
        sheet["A2"].comment = Comment("Wacht op BZ", "x")
        sheet.merge_cells("A5:B5")

    book = first(saved(tmp_path, fill))
    (grid,) = book.grids
    assert grid.facts.hidden_rows == {3}
    assert grid.facts.hidden_columns == {2}
    assert grid.comment(1, 0) == "Wacht op BZ"
    assert grid.facts.merged == [(4, 0, 4, 1)]
    assert len(book.notices) == 2


def test_error_values_and_formulas_without_a_value_are_known(tmp_path: Path) -> None:
    def fill(book: Workbook) -> None:
        sheet = book.active
        assert sheet is not None
        sheet["A1"], sheet["B1"], sheet["C1"] = "#N/A", "=1+1", "tekst"

    (grid,) = first(saved(tmp_path, fill)).grids
    assert isinstance(grid.row(0)[0], ErrorValue)
    assert grid.row(0)[0] == "#N/A"
    assert grid.row(0)[1] == "formule zonder waarde"
    assert grid.row(0)[2] == "tekst"


def test_saved_value_of_a_formula_is_the_value(tmp_path: Path) -> None:
    def fill(book: Workbook) -> None:
        sheet = book.active
        assert sheet is not None
        sheet["A1"] = "=1+1"

    file = saved(tmp_path, fill)
    (grid,) = first(with_sheet_text(file, "<f>1+1</f><v />", "<f>1+1</f><v>2</v>")).grids
    assert grid.row(0)[0] == 2.0
    assert not grid.facts.errors


def test_empty_sheets_give_no_grid(tmp_path: Path) -> None:
    assert first(saved(tmp_path, lambda book: None)).grids == ()


def test_hidden_sheet_is_taken_in_and_said(tmp_path: Path) -> None:
    def fill(book: Workbook) -> None:
        hidden = book.create_sheet("Oud")
        hidden["A1"] = "x"
        hidden.sheet_state = "hidden"

    book = first(saved(tmp_path, fill))
    assert [grid.name for grid in book.grids] == ["Oud"]
    assert "verborgen" in book.notices[0].nl


def test_macros_are_said_to_be_left_out(tmp_path: Path) -> None:
    def fill(book: Workbook) -> None:
        sheet = book.active
        assert sheet is not None
        sheet["A1"] = "x"

    assert any("macro" in notice.nl for notice in open_book(saved(tmp_path, fill), "xlsm").notices)


@pytest.mark.parametrize("sign", [";", ",", "\t", "|"])
def test_sign_between_values_is_found(tmp_path: Path, sign: str) -> None:
    rows = [("Onderwerp", "Trekker", "Status"), ("Opvang, zorg en veiligheid; deel 1", "JenV", "loopt")]
    text = "\n".join(sign.join(f'"{value}"' for value in row) for row in rows)
    (grid,) = open_book(text_file(tmp_path, text), "csv").grids
    assert [tuple(grid.row(row)) for row in range(grid.height)] == rows


def test_line_ends_within_quotes_stay_in_their_cell(tmp_path: Path) -> None:
    text = 'sep=;\r\nOnderwerp;Stand\r\n"Een\r\ntwee";open\r\n'
    (grid,) = open_book(text_file(tmp_path, text), "csv").grids
    assert grid.row(1)[0] == "Een\ntwee"


def test_place_of_a_cell_is_told_as_excel_does() -> None:
    assert [spot(row, column) for row, column in ((0, 0), (6, 1), (0, 26), (1_048_575, 16_383))] == [
        "A1", "B7", "AA1", "XFD1048576",
    ]  # fmt: skip


def test_long_table_makes_its_proposals_when_asked(tmp_path: Path) -> None:
    lines = [f"Brief {n};{n % 28 + 1:02}-03-2026;CD Zaak {n % 7};open" for n in range(EAGER_ROWS + 1)]
    text = "Toezegging;Datum toezegging;Debat;Status\n" + "\n".join(lines)
    opened = open_workbook(text_file(tmp_path, text), "csv")
    reading = opened.read(opened.proposed_mapping())
    assert len(reading.proposals) == EAGER_ROWS + 1
    assert reading.proposals[4_321].values["title"] == "Brief 4321"
    assert 4 <= reading.account.taken < 4 * 1_000
    rows = {(row.entity, row.key) for row in reading.rows}
    for proposal in (*reading.proposals, *reading.proposals[:10]):
        debate = proposal.values["debate"]
        assert (debate.entity, debate.key) in rows
    assert reading.account.adds_up
    assert reading.account.taken == 4 * (EAGER_ROWS + 1)


def test_reading_can_be_stopped(tmp_path: Path) -> None:
    def stop(done: float) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        open_workbook(text_file(tmp_path, "Onderwerp;Status\nEen;open\n"), "csv", stop)


@pytest.mark.parametrize(
    ("code", "is_month"),
    [("mmm-yy", True), ("mmm\\-yy", True), ("[$-413]mmmm yyyy;@", True), ("mmmm jjjj", True), ("dd-mm-yyyy", False),
     ("d mmm yy", False), ("h:mm", False)],
)  # fmt: skip
def test_a_day_that_is_shown_as_a_month_is_known_as_one(code: str, is_month: bool, tmp_path: Path) -> None:
    def fill(book: Workbook) -> None:
        sheet = book.active
        assert sheet is not None
        for row, day in enumerate((date(2026, 9, 1), date(2026, 9, 14)), 1):
            sheet.cell(row, 2, day).number_format = code
        sheet.cell(1, 3, date(2026, 9, 1))

    (grid,) = first(saved(tmp_path, fill)).grids
    assert [isinstance(value, MonthDay) for value in grid.row(0)] == [False, is_month, False]
    assert not isinstance(grid.row(1)[1], MonthDay)


def test_an_ods_shows_a_day_as_a_month_where_its_text_does(tmp_path: Path) -> None:
    shown = [("2026-10-01", "okt-26"), ("2027-03-01", "maart 2027"), ("2026-12-01", "01-12-26")]
    shown.append(("2027-05-01", "05-2027"))
    cells = "".join(
        f'<table:table-cell office:value-type="date" office:date-value="{day}"><text:p>{words}</text:p>'
        "</table:table-cell>"
        for day, words in shown
    )
    rows = f'<table:table-row table:number-rows-repeated="2">{cells}</table:table-row>'

    with zipfile.ZipFile(open_document(tmp_path / "maanden.ods", rows)) as archive:
        facts = facts_of_tables(archive, lambda _: None)["Lijst"]

    assert facts.months == {0: {0, 1, 3}, 1: {0, 1, 3}}


@pytest.mark.parametrize("written", ['<c s="1" r="B1"', '<x:c r="B1" s="1"', '<c r="B1" t="n" s="1"'])
def test_a_day_shown_as_a_month_is_known_however_its_cell_is_written(written: str, tmp_path: Path) -> None:
    def fill(book: Workbook) -> None:
        sheet = book.active
        assert sheet is not None
        for row in (1, 2):
            sheet.cell(row, 2, date(2026, 9, 1)).number_format = "mmm-yy"

    file = saved(tmp_path, fill)
    end = "</x:c>" if written.startswith("<x:") else "</c>"
    with zipfile.ZipFile(file) as archive:
        cell = re.search(rb'<c r="B1" s="1".*?</c>', archive.read("xl/worksheets/sheet1.xml"))
    assert cell is not None
    old = cell[0].decode()
    new = (
        old.replace('<c r="B1" s="1" t="n"', '<c r="B1" s="1"').replace('<c r="B1" s="1"', written).replace("</c>", end)
    )
    (grid,) = first(with_sheet_text(file, old, new)).grids

    assert [isinstance(grid.row(row)[1], MonthDay) for row in (0, 1)] == [True, True]
