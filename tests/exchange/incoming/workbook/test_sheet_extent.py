"""The look through all sheets of a workbook before a reader lays them out."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.exchange.incoming import hostile
from tracker.basics.errors import Cancelled, CannotRead
from tracker.exchange.incoming.recognising import Format
from tracker.exchange.incoming.workbook import sheet_extent
from tracker.exchange.incoming.workbook.sheet_extent import guard_sheets

SHEET = "xl/worksheets/sheet1.xml"
HEAD = '<row r="1"><c r="A1" t="inlineStr"><is><t>Motie</t></is></c></row>'


def book(folder: Path, rows: str, tail: str = "") -> Path:
    content = f"<worksheet><cols><col min='1' max='1'/></cols><sheetData>{HEAD}{rows}</sheetData>{tail}</worksheet>"
    return hostile.with_part(folder / "lijst.xlsx", SHEET, content.encode())


def open_document(folder: Path, rows: str) -> Path:
    names = " ".join(
        f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for name in ("office", "table", "text")
    )
    content = (
        f"<office:document-content {names}><office:body><office:spreadsheet>"
        f'<table:table table:name="Lijst">{rows}</table:table></office:spreadsheet></office:body>'
        "</office:document-content>"
    )
    parts = {"mimetype": b"application/vnd.oasis.opendocument.spreadsheet", "content.xml": content.encode()}
    return hostile.archive(folder / "lijst.ods", parts)


@pytest.mark.parametrize(
    "far",
    [
        '<c r="XFD1048576"><v>1</v></c>',
        '<c r="xfd1048576"><v>1</v></c>',
        "<c r='XFD1048576'><v>1</v></c>",
        '<c  r = "XFD1048576"><v>1</v></c>',
        '<c s="1" r="XFD1048576"><v>1</v></c>',
        '<c s="a/>b" r="XFD1048576"><v>1</v></c>',
        '<x:c r="XFD1048576"><x:v>1</x:v></x:c>',
        '<c r="ZZZZ9"><v>1</v></c>',
        '<c r="AO1048576"><v>1</v></c>',
        '<c r="A9999999"><v>1</v></c>',
    ],
)
def test_a_filled_cell_far_away_is_refused_however_it_is_written(tmp_path: Path, far: str) -> None:
    path = book(tmp_path, f'<row r="2"><c r="A2"><v>1</v></c>{far}</row>')

    with pytest.raises(CannotRead, match="heel ver van de rest"):
        guard_sheets(path, Format.XLSX)


def test_cells_without_a_place_of_their_own_are_counted_on_from_the_last(tmp_path: Path) -> None:
    path = book(tmp_path, '<row r="1048576"><c r="XFB1048576"/><c/><c><v>1</v></c></row>')

    with pytest.raises(CannotRead, match="XFD1048576"):
        guard_sheets(path, Format.XLSX)


@pytest.mark.parametrize(
    "harmless",
    [
        '<row r="1048576"><c r="XFD1048576" s="1"/></row>',
        '<row r="1048576" s="1" customFormat="1"><c r="A1048576" s="1" /></row>',
        '<row r="199999"><c r="AN199999"><v>1</v></c></row>',
        '<row r="300000"><c r="B300000"><v>1</v></c></row>',
        '<row r="2"><c r="XFD2"><v>1</v></c></row>',
        '<x:row r="2"><x:c r="A2"><x:v>1</x:v></x:c></x:row>',
        '<row r="2"><c><v>1</v></c></row>',
    ],
)
def test_empty_cells_and_long_or_wide_lists_are_no_danger(tmp_path: Path, harmless: str) -> None:
    assert set(guard_sheets(book(tmp_path, harmless), Format.XLSX).facts) == {"Sheet"}


def test_nothing_is_missed_where_a_piece_of_a_sheet_ends(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    rows = (
        '<row r="2" hidden="1"><c r="A2" t="e"><v>#N/A</v></c><c r="B2"><f>1+1</f></c></row>'
        '<row r="3"><c r="A3" t="str"><f>"e"</f><v>x</v></c></row>'
        '<row r="4"/><row r="5" hidden="true"><c r="C5" t="e"><v>#REF!</v></c></row>'
    )
    path = book(tmp_path, rows, "<extLst><row>1</row></extLst>")
    expected = guard_sheets(path, Format.XLSX).facts["Sheet"]
    assert expected.hidden_rows == {1, 4}
    assert {row: list(columns) for row, columns in expected.errors.items()} == {1: [0, 1], 4: [2]}

    for size in range(1, 64, 3):
        monkeypatch.setattr(sheet_extent, "_CHUNK", size)
        assert guard_sheets(path, Format.XLSX).facts["Sheet"] == expected


def test_a_row_longer_than_a_piece_may_be_is_cut_between_cells(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    cells = "".join(f'<c r="A{row}" t="inlineStr"><is><t>{"x" * 40}</t></is></c>' for row in range(2, 60))
    path = book(tmp_path, f'{cells}<c r="XFD1048576"><v>1</v></c>')
    monkeypatch.setattr(sheet_extent, "_CHUNK", 100)
    monkeypatch.setattr(sheet_extent, "LONGEST_TEXT", 300)

    with pytest.raises(CannotRead, match="XFD1048576"):
        guard_sheets(path, Format.XLSX)


def test_one_text_without_an_end_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sheet_extent, "_CHUNK", 100)
    monkeypatch.setattr(sheet_extent, "LONGEST_TEXT", 300)

    with pytest.raises(CannotRead, match="veel meer tekst"):
        guard_sheets(book(tmp_path, f"<row><c><is><t>{'x' * 2000}"), Format.XLSX)


def test_looking_through_a_sheet_can_be_stopped(tmp_path: Path) -> None:
    def stop() -> None:
        raise Cancelled

    for path, sort in ((book(tmp_path, ""), Format.XLSX), (open_document(tmp_path, "<table:table-row/>"), Format.ODS)):
        with pytest.raises(Cancelled):
            guard_sheets(path, sort, stop)


FILLED = '<table:table-cell office:value-type="string"><text:p>x</text:p></table:table-cell>'


@pytest.mark.parametrize(
    ("rows", "words"),
    [
        (f'<table:table-row table:number-rows-repeated="1048576">{FILLED * 8}</table:table-row>', "herhaalt een"),
        (
            (
                '<table:table-row table:number-rows-repeated="900000"><table:table-cell office:value-type="float" '
                'office:value="1" table:number-columns-repeated="9"/></table:table-row>'
            ),
            "herhaalt een gevulde cel",
        ),
        (
            (
                f'<table:table-row><table:table-cell table:number-columns-repeated="16383"/>{FILLED}</table:table-row>'
                f'<table:table-row table:number-rows-repeated="9999"/><table:table-row>{FILLED}</table:table-row>'
            ),
            "tot aan XFD10001",
        ),
        (
            (
                '<table:table-row table:number-rows-repeated="20000"><table:table-cell office:value-type="string">'
                f"<text:p>{'x' * 32_000}</text:p></table:table-cell></table:table-row>"
            ),
            "herhaalt een gevulde cel",
        ),
        (f"<table:table-row>{FILLED}", "beschadigd"),
        (f'<table:table-row table:number-rows-repeated="x">{FILLED}</table:table-row>', "beschadigd"),
    ],
)
def test_an_open_document_that_would_fill_the_memory_is_refused(tmp_path: Path, rows: str, words: str) -> None:
    with pytest.raises(CannotRead, match=words):
        guard_sheets(open_document(tmp_path, rows), Format.ODS)


def test_empty_cells_that_are_repeated_to_the_end_are_no_danger(tmp_path: Path) -> None:
    rows = (
        f'<table:table-row>{FILLED}<table:table-cell table:number-columns-repeated="16383"/></table:table-row>'
        '<table:table-row table:number-rows-repeated="1048575">'
        '<table:table-cell table:number-columns-repeated="16384"/></table:table-row>'
    )

    assert set(guard_sheets(open_document(tmp_path, rows), Format.ODS).facts) == {"Lijst"}
