"""What an .ods says of cells beside their values."""

from __future__ import annotations

import zipfile
from pathlib import Path
from xml.etree.ElementTree import ParseError

import pytest

from tests.exchange.incoming.workbook.test_book import open_document
from tracker.exchange.incoming.workbook.grid import Facts
from tracker.exchange.incoming.workbook.ods_facts import Extent, facts_of_tables


def read(folder: Path, rows: str) -> tuple[Facts, Extent]:
    last = Extent()

    def guard(extent: Extent) -> None:
        nonlocal last
        last = extent

    with zipfile.ZipFile(open_document(folder / "lijst.ods", rows)) as archive:
        return facts_of_tables(archive, guard)["Lijst"], last


def cell(text: str, attributes: str = "", inside: str = "") -> str:
    return (
        f'<table:table-cell office:value-type="string" {attributes}>{inside}<text:p>{text}</text:p></table:table-cell>'
    )


def row(*cells: str, attributes: str = "") -> str:
    return f"<table:table-row {attributes}>{''.join(cells)}</table:table-row>"


def test_hidden_rows_and_columns_are_known_also_when_repeated(tmp_path: Path) -> None:
    columns = (
        '<table:table-column table:number-columns-repeated="2"/><table:table-column table:visibility="collapse" '
        'table:number-columns-repeated="2"/><table:table-column table:visibility="filter"/>'
    )
    hidden = row(cell("x"), attributes='table:visibility="filter" table:number-rows-repeated="3"')
    facts, _ = read(tmp_path, columns + row(cell("x")) + hidden)

    assert (facts.hidden_columns, facts.hidden_rows) == ({2, 3, 4}, {1, 2, 3})


def test_merged_cells_are_known_empty_or_not(tmp_path: Path) -> None:
    empty = '<table:table-cell table:number-columns-spanned="2" table:number-rows-spanned="1"/>'
    facts, _ = read(tmp_path, row(empty, "<table:covered-table-cell/>", cell("x", 'table:number-rows-spanned="3"')))

    assert facts.merged == [(0, 0, 0, 1), (0, 2, 2, 2)]


def test_comment_is_told_line_by_line_and_is_no_text_of_its_cell(tmp_path: Path) -> None:
    comment = (
        "<office:annotation><dc:creator>Jan</dc:creator><text:p>Wacht <text:span>op</text:span> BZ</text:p>"
        "<text:p/><text:p>en OM</text:p></office:annotation>"
    )
    error = cell("#N/A", 'table:formula="of:=NA()"', comment)
    facts, extent = read(tmp_path, row(cell("x", 'table:number-columns-repeated="3"'), error))

    assert facts.comments == {(0, 3): "Wacht op BZ\nen OM"}
    assert facts.errors == {0: {3: "#N/A"}}
    assert extent == Extent(4, 3 + len("#N/A"), 1, 1, 4)


def test_text_in_a_drawing_on_a_cell_is_not_shown_by_the_cell(tmp_path: Path) -> None:
    drawing = "<draw:frame><draw:text-box><text:p>Err:502</text:p></draw:text-box></draw:frame>"
    facts, _ = read(tmp_path, row(cell("12", 'table:formula="of:=1"', drawing)))

    assert not facts.errors


@pytest.mark.parametrize(
    "rows",
    [
        row(cell("x"))[:-3],
        row(cell("x", 'table:number-columns-repeated="veel"')),
        row(cell("x"), attributes='table:number-rows-repeated="veel"'),
    ],
)
def test_what_is_not_whole_is_refused(tmp_path: Path, rows: str) -> None:
    with pytest.raises(ParseError):
        read(tmp_path, rows)


def test_entities_are_refused_wherever_they_are_declared(tmp_path: Path) -> None:
    path = tmp_path / "lijst.ods"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("content.xml", f"<!--{' ' * 5000}--><!DOCTYPE x [<!ENTITY e 'x'>]><x>&e;</x>")

    with zipfile.ZipFile(path) as archive, pytest.raises(ParseError):
        facts_of_tables(archive, lambda _: None)
