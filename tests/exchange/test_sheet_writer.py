"""Workbooks as files: text stays text, days are days, limits are kept, and nothing half is left behind."""

from __future__ import annotations

import errno
import tempfile
from datetime import date, datetime
from decimal import Decimal
from html import unescape
from pathlib import Path
from zipfile import ZipFile

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.exchange.workbooks import book, foot, opened, put_together, sheet, sheets_xml, values, xml_parts
from tracker.basics.errors import Cancelled
from tracker.basics.folding import clean
from tracker.exchange.sheet_page import HIGHEST_ROW_PT, Limits
from tracker.exchange.sheet_print import page_heights_pt
from tracker.exchange.sheet_writer import LINES_BETWEEN_PROGRESS, write_book
from tracker.exchange.sheets import Band, Book, Cell, Column, Heading, Look, Row, Sheet, Value

HOSTILE = (
    "=cmd|' /C calc'!A0", "=1+1", "+31 6 12345678", "-1+2", "@SUM(A1)", "\tna een tab", "#REF!", "#N/A",
    "12345678901234567890", "0012", "1/2", "TRUE", "1e5", "2026-01-01", "'=1", "<f>x</f>", "&amp;", " spatie ",
    "_x0041_",
)  # fmt: skip


def written(tmp_path: Path, made: Book, limits: Limits | None = None) -> Path:
    file = tmp_path / "proef.xlsx"
    write_book(made, file, limits=limits or Limits())
    return file


def first_column(file: Path) -> list[object]:
    """Give the first column below the header of the first sheet."""
    return [row[0] for row in values(opened(file).worksheets[0])[1:]]


# --- text (faults 20 and 21) ------------------------------------------------------------------------------------------


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_stays_text(tmp_path: Path, text: str) -> None:
    file = written(tmp_path, book(sheet((text,))))
    cell = opened(file).worksheets[0]["A2"]
    assert cell.value == text.replace("_x0041_", "_x005F_x0041_")  # openpyxl leaves the escape that Excel reads
    assert (cell.data_type, cell.number_format, cell.quotePrefix) == ("s", "@", True)
    assert "<f>" not in sheets_xml(file)
    assert "<f " not in sheets_xml(file)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60, deadline=None)
@given(st.lists(st.text(min_size=1, max_size=60), min_size=1, max_size=10))
def test_any_text_reads_back_as_it_was_cleaned(tmp_path: Path, texts: list[str]) -> None:
    file = written(tmp_path, book(sheet(*((text,) for text in texts))))
    assert [found or "" for found in first_column(file)] == [clean(text)[0] for text in texts]
    assert "<f>" not in sheets_xml(file)


@pytest.mark.parametrize("text", ["a\x00b", "a\x0bb", "a\ud800b", "a\ufffeb", "a\rb", "a\r\nb"])
def test_what_xml_cannot_hold_never_stops_the_writing(tmp_path: Path, text: str) -> None:
    file = written(tmp_path, book(sheet((text,), name=text)))
    assert first_column(file) == [clean(text)[0]]


def test_hostile_titles_bands_and_footers_stay_text(tmp_path: Path) -> None:
    made = Sheet(
        "=1", (Column("=1", 10),), [Band("=2\x00"), Row(("x",))], 1, "", Heading("=3\ud800", ("=4",)), for_reading=True
    )
    file = written(tmp_path, Book("A & B\x00", (made,), book().made, ("Pagina", "van")))
    assert [row[0] for row in values(opened(file).worksheets[0])] == ["=3", "=4", None, "=1", "=2", "x"]
    assert "<f>" not in sheets_xml(file)
    assert foot(opened(file).worksheets[0])[0] == "A && B"


# --- days and numbers -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("value", "found", "kind", "number_format"),
    [
        (date(2026, 7, 15), datetime(2026, 7, 15), "d", "dd-mm-yyyy"),  # noqa: DTZ001 - as openpyxl gives days
        (date(1900, 3, 1), datetime(1900, 3, 1), "d", "dd-mm-yyyy"),  # noqa: DTZ001
        (date(1900, 2, 28), "28-02-1900", "s", "@"),
        (date(815, 1, 2), "02-01-0815", "s", "@"),
        (date(9999, 12, 31), datetime(9999, 12, 31), "d", "dd-mm-yyyy"),  # noqa: DTZ001
        (42, 42, "n", "0"),
        (123_456_789_012_345, 123_456_789_012_345, "n", "0"),
        (1_234_567_890_123_456, "1234567890123456", "s", "@"),
        (Decimal("4138318.50"), 4138318.5, "n", "#,##0.00"),
        (Decimal("12345678901234.56"), "12345678901234.56", "s", "@"),
    ],
)
def test_days_and_numbers_are_real_where_that_is_exact(
    tmp_path: Path, value: Value, found: object, kind: str, number_format: str
) -> None:
    cell = opened(written(tmp_path, book(sheet((value,))))).worksheets[0]["A2"]
    assert (cell.value, cell.data_type, cell.number_format) == (found, kind, number_format)


# --- limits (faults 22 and 23) ----------------------------------------------------------------------------------------


def test_a_text_of_forty_thousand_characters_goes_on_in_the_next_row(tmp_path: Path) -> None:
    text = "".join(f"woord{number} " for number in range(4_000)).strip()
    found = first_column(written(tmp_path, book(sheet((text, "eens")))))
    assert "".join(str(part) for part in found) == text
    assert len(found) == 2


def test_rows_beyond_the_limit_go_to_the_next_sheet_with_its_own_header(tmp_path: Path) -> None:
    file = written(tmp_path, book(sheet(*((f"r{number}",) for number in range(20)))), Limits(rows=10))
    sheets = opened(file).worksheets
    assert [one.title for one in sheets] == ["Blad", "Blad (2)", "Blad (3)"]
    assert all(one.max_row <= 10 and one["A1"].value == "Kolom 1" and one.auto_filter.ref for one in sheets)
    assert [row[0] for one in sheets for row in values(one)[1:]] == [f"r{number}" for number in range(20)]


def test_links_beyond_the_limit_are_plain_text(tmp_path: Path) -> None:
    rows = [(Cell(f"r{number}", f"https://example.org/{number}"),) for number in range(15)]
    one = opened(written(tmp_path, book(sheet(*rows)), Limits(links=10))).worksheets[0]
    assert [one.cell(number, 1).hyperlink is not None for number in range(2, 17)] == [True] * 10 + [False] * 5
    assert one["A16"].value == "r14"


@pytest.mark.parametrize(
    "link", ["javascript:alert(1)", "https://a b", "file:///etc/passwd", "https://x/" + "a" * 3_000]
)
def test_what_is_no_address_of_the_web_is_no_link(tmp_path: Path, link: str) -> None:
    cell = opened(written(tmp_path, book(sheet((Cell("woorden", link),))))).worksheets[0]["A2"]
    assert (cell.value, cell.hyperlink) == ("woorden", None)


def test_a_link_can_lead_to_another_sheet(tmp_path: Path) -> None:
    made = book(sheet((Cell("Ga", "#Programma's"),)), sheet(("x",), name="Programma's"))
    assert opened(written(tmp_path, made)).worksheets[0]["A2"].hyperlink.location == "'Programma''s'!A1"


def test_a_text_higher_than_a_row_goes_on_only_in_a_sheet_for_reading(tmp_path: Path) -> None:
    text = "Een zin van enige lengte. " * 100
    assert len(first_column(written(tmp_path, book(sheet((text,), width=30))))) == 1
    found = first_column(written(tmp_path, book(sheet((text,), width=30, for_reading=True))))
    assert len(found) > 1
    assert "".join(str(part) for part in found) == text


# --- rows that go on --------------------------------------------------------------------------------------------------

KEYED = (Column("Nr.", 10, is_key=True), Column("Actie", 30, is_key=True), Column("Status", 12), Column("Tekst", 40))


def keyed(*rows: tuple[Value | Cell, ...], for_reading: bool = True) -> Book:
    return book(Sheet("Blad", KEYED, [Row(row) for row in rows], len(rows), "", for_reading=for_reading))


def test_a_row_that_goes_on_says_of_what(tmp_path: Path) -> None:
    text = "Een zin van enige lengte. " * 200
    rows = values(
        opened(written(tmp_path, keyed(("A-1", Cell("Koepel", look=Look.STRONG), "Loopt", text)))).worksheets[0]
    )
    first, second, third, *_ = rows[1:]
    assert first[:3] == ("A-1", "Koepel", "Loopt")
    assert second[:3] == ("A-1", "Koepel (vervolg 2)", "Loopt")
    assert third[:3] == ("A-1", "Koepel (vervolg 3)", "Loopt")
    assert "".join(str(row[3]) for row in rows[1:]) == text


def test_a_row_that_goes_on_in_its_key_repeats_the_first_line_of_it(tmp_path: Path) -> None:
    asked = "Een verzoek van enige lengte. " * 200
    rows = values(opened(written(tmp_path, keyed(("A-1", f"Motie X\n{asked}", "Loopt", "kort")))).worksheets[0])[1:]
    assert len(rows) > 1
    assert all(str(row[1]).startswith(f"Motie X (vervolg {number})\n") for number, row in enumerate(rows[1:], 2))
    whole = "".join(str(row[1]).removeprefix(f"Motie X (vervolg {number})\n") for number, row in enumerate(rows, 1))
    assert whole == f"Motie X\n{asked}"
    heights = [
        opened(tmp_path / "proef.xlsx").worksheets[0].row_dimensions[number].height or 0
        for number in range(2, 2 + len(rows))
    ]
    assert max(heights) < HIGHEST_ROW_PT


@given(st.text("ab \n.", max_size=200), st.text("cd ", max_size=90))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=25, deadline=None)
def test_rows_for_further_work_can_be_put_together_again(tmp_path: Path, text: str, other: str) -> None:
    made = keyed(("A-1", "Koepel", other, text), ("A-2", "Veldlab", text, other), for_reading=False)
    file = written(tmp_path, made, Limits(characters=40))
    found = put_together(values(opened(file).worksheets[0])[1:], keys=2)
    assert found == [("A-1", "Koepel", other, text), ("A-2", "Veldlab", text, other)]


# --- pages on paper ---------------------------------------------------------------------------------------------------


def banded(*heights: int) -> Book:
    """Make a book of rows so many lines high; a nought is a band."""
    lines = [Band(f"Lijn {place}") if not high else Row(("\n" * (high - 1),)) for place, high in enumerate(heights)]
    return book(Sheet("Blad", (Column("A", 150),), lines, len(lines), "", for_reading=True))


def breaks(file: Path) -> list[int]:
    """Give the rows that a page is made to begin with."""
    return [mark.id + 1 for mark in opened(file).worksheets[0].row_breaks.brk]


def test_a_band_at_the_foot_of_a_page_begins_the_next(tmp_path: Path) -> None:
    # The header (20 points), 29 rows of one line (16) and a band (19) leave no room for one more on a page of 516.
    assert breaks(written(tmp_path, banded(*[1] * 29, 0, 1, 1))) == [31]


@pytest.mark.parametrize("rows", [3, 20, 25])
def test_a_band_with_room_for_its_first_row_stays(tmp_path: Path, rows: int) -> None:
    assert breaks(written(tmp_path, banded(*[1] * rows, 0, 1, 1))) == []


def test_a_band_goes_along_with_a_high_first_row(tmp_path: Path) -> None:
    assert breaks(written(tmp_path, banded(*[1] * 20, 0, 20))) == [22]


def test_pages_are_counted_on_from_the_break(tmp_path: Path) -> None:
    assert breaks(written(tmp_path, banded(*[1] * 29, 0, *[1] * 27, 0, 1, 1))) == [31, 59]


def test_a_page_is_never_left_empty_for_a_band(tmp_path: Path) -> None:
    assert breaks(written(tmp_path, banded(0, 33, 0, 33))) == [4]


def test_a_wide_sheet_is_printed_smaller_and_holds_more_rows() -> None:
    narrow, wide = page_heights_pt(100), page_heights_pt(188)
    assert max(narrow) == pytest.approx(516, abs=1)
    assert min(wide) > max(narrow)
    assert wide == sorted(wide)


def test_a_page_holds_as_much_as_excel_and_libreoffice_show() -> None:
    # Seen: 160 characters wide, LibreOffice 7.4 prints at 87 per cent; Excel's seven pixels a digit give 93.
    assert min(page_heights_pt(160)) < 516 / 0.93 < 516 / 0.873 < max(page_heights_pt(160))


# --- layout -----------------------------------------------------------------------------------------------------------


def test_a_sheet_is_frozen_filtered_and_set_up_for_printing(tmp_path: Path) -> None:
    made = Sheet("Blad", (Column("A", 10), Column("B", 20)), [Row(("a", "b"))], 1, "", Heading("Titel", ("feit",)))
    one = opened(written(tmp_path, book(made))).worksheets[0]
    assert one.freeze_panes == "A5"
    assert one.auto_filter.ref == "A4:B5"
    assert one.print_title_rows == "$4:$4"
    assert (one.page_setup.orientation, one.page_setup.fitToWidth, one.page_setup.fitToHeight) == ("landscape", 1, 0)
    assert '<pageSetUpPr fitToPage="1"' in sheets_xml(tmp_path / "proef.xlsx")
    assert foot(one) == ("Proef", "Pagina &P van &N")
    assert {str(area) for area in one.merged_cells.ranges} == {"A1:B1", "A2:B2"}
    assert one["A4"].fill.start_color.rgb == "00154273"


def test_what_is_for_ourselves_stays_off_paper(tmp_path: Path) -> None:
    heading = Heading("Moties & meer", ("Bron: x.db",), on_paper="Peildatum: 1 juli 2026")
    made = Sheet("Blad", (Column("A", 10), Column("B", 20)), [Row(("a", "b"))], 1, "", heading)
    one = opened(written(tmp_path, book(made))).worksheets[0]
    assert [row[0] for row in values(one)] == ["Moties & meer", "Bron: x.db", None, "A", "a"]
    assert one.print_area == "'Blad'!$A$4:$B$5"
    assert one.print_title_rows == "$4:$4"
    assert one.oddHeader is not None
    assert (one.oddHeader.left.text, one.oddHeader.right.text) == ("Moties && meer", "Peildatum: 1 juli 2026")


def test_facts_about_the_table_are_printed_and_so_is_that_it_is_empty(tmp_path: Path) -> None:
    heading = Heading("Titel", ("Bron: x.db",), ("Twee acties.",), "Peildatum")
    made = Sheet("Blad", (Column("A", 10), Column("B", 20)), [], 0, "Er is niets.", heading)
    one = opened(written(tmp_path, book(made))).worksheets[0]
    assert one.print_area == "'Blad'!$A$3:$B$5"


def test_the_head_of_a_page_is_never_longer_than_excel_takes(tmp_path: Path) -> None:
    heading = Heading("&" * 300, ("Bron",), on_paper="&" * 299)
    made = Sheet("Blad", (Column("A", 10),), [Row(("a",))], 1, "", heading)
    xml = sheets_xml(written(tmp_path, book(made)))
    head = unescape(xml.partition("<oddHeader>")[2].partition("</oddHeader>")[0])
    assert len(head) <= 255


def test_columns_can_be_known_by_a_hidden_row_above(tmp_path: Path) -> None:
    made = Sheet("Blad", (Column("Titel", 10, "motion.title"),), [Row(("a",))], 1, "")
    one = opened(written(tmp_path, book(made))).worksheets[0]
    assert [row[0] for row in values(one)] == ["motion.title", "Titel", "a"]
    assert one.row_dimensions[1].hidden
    assert (one.auto_filter.ref, one.print_title_rows) == ("A2:A3", "$2:$2")


def test_a_sheet_without_lines_says_so(tmp_path: Path) -> None:
    one = opened(written(tmp_path, book(sheet()))).worksheets[0]
    assert values(one) == [("Er is niets.",)]
    assert one.auto_filter.ref is None


def test_a_row_is_high_enough_for_its_text_and_grows_when_edited(tmp_path: Path) -> None:
    file = written(tmp_path, book(sheet(("kort", "woord " * 60))))
    height = opened(file).worksheets[0].row_dimensions[2].height
    assert height is not None
    assert height > 60
    assert 'customHeight="1" r="2"' not in sheets_xml(file)


# --- nothing half -----------------------------------------------------------------------------------------------------


@pytest.fixture
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "temporary"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    return folder


def test_progress_counts_the_lines(tmp_path: Path) -> None:
    heard: list[tuple[int, int]] = []
    rows = [(f"r{number}",) for number in range(2 * LINES_BETWEEN_PROGRESS + 1)]
    write_book(book(sheet(*rows)), tmp_path / "x.xlsx", lambda done, total: heard.append((done, total)))
    assert heard == [(100, 201), (200, 201), (201, 201)]


def test_cancelling_leaves_no_temporary_file(tmp_path: Path, temporary: Path) -> None:
    def stop(done: int, total: int) -> None:
        raise Cancelled

    rows = [(f"r{number}",) for number in range(150)]
    with pytest.raises(Cancelled):
        write_book(book(sheet(("x",)), sheet(*rows)), tmp_path / "x.xlsx", stop)
    assert list(temporary.iterdir()) == []


def test_a_full_disk_leaves_no_temporary_file(tmp_path: Path, temporary: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object, **__: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(ZipFile, "write", full)
    with pytest.raises(OSError, match="No space left"):
        write_book(book(sheet(("x",))), tmp_path / "x.xlsx")
    assert list(temporary.iterdir()) == []


def test_a_written_workbook_leaves_no_temporary_file(tmp_path: Path, temporary: Path) -> None:
    write_book(book(sheet(("x",))), tmp_path / "x.xlsx")
    assert list(temporary.iterdir()) == []


def test_text_stands_away_from_the_border(tmp_path: Path) -> None:
    row: tuple[Value | Cell, ...] = ("a", Cell("b", look=Look.STRONG), date(2026, 1, 1), 3)
    one = opened(written(tmp_path, book(sheet(row)))).worksheets[0]
    assert [cell.alignment.indent for cell in one[2]] == [1, 1, 1, 0]
    assert not any(cell.border.left for cell in one[2])


def test_looks_differ_in_font_only(tmp_path: Path) -> None:
    row: tuple[Cell, ...] = (Cell("a"), Cell("b", look=Look.STRONG), Cell(3, look=Look.LATE), Cell("d", "https://x.nl"))
    one = opened(written(tmp_path, book(sheet(row)))).worksheets[0]
    assert [cell.font.color.rgb[2:] if cell.font.color else None for cell in one[2]] == [
        None, "154273", "A90061", "007BC7",
    ]  # fmt: skip
    assert {cell.font.name for cell in one[2]} == {"Arial"}


def test_the_file_says_who_made_it_and_when(tmp_path: Path) -> None:
    core = xml_parts(written(tmp_path, book(sheet(("x",)))))["docProps/core.xml"]
    assert "<dc:creator>Tracker</dc:creator>" in core
    assert "2026-07-01T09:30:00Z" in core
