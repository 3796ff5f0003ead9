"""Files told apart by what is in them; each that cannot be taken in by its own sentence."""

from __future__ import annotations

import contextlib
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.exchange.incoming import hostile
from tracker.basics.errors import CannotRead
from tracker.exchange.incoming.recognising import Format, encoding_of, guard_archive, json_of, recognise
from tracker.exchange.incoming.workbook.sheet_extent import guard_sheets


@pytest.mark.parametrize(
    ("name", "content", "sort"),
    [
        ("lijst.csv", b"Kenmerk;Toezegging\nTZ1;iets", Format.CSV),
        ("lijst.txt", b"Kenmerk;Toezegging\nTZ1;iets\nTZ2;nog iets\n", Format.CSV),
        ("brief.txt", b"Geachte voorzitter,\n\nHierbij de voortgang.", Format.TXT),
        ("brief.txt", "Geachte voorzitter".encode("utf-16"), Format.TXT),
        ("brief.pdf", b"%PDF-1.7\n%\xe2\xe3", Format.PDF),
        ("zonder-naam", b"%PDF-1.7\n", Format.PDF),
        ("pagina.json", b' \n{"value": []}', Format.JSON),
        ("pagina.txt", b'[{"Nummer": "TZ202602-001"}]', Format.JSON),
    ],
)
def test_a_file_is_told_by_what_is_in_it(tmp_path: Path, name: str, content: bytes, sort: Format) -> None:
    path = tmp_path / name
    path.write_bytes(content)

    assert recognise(path) is sort


def test_archives_are_told_apart(tmp_path: Path) -> None:
    assert recognise(hostile.workbook(tmp_path / "a.xlsx")) is Format.XLSX
    assert recognise(hostile.workbook(tmp_path / "a.docx.xlsx").rename(tmp_path / "a.zip")) is Format.XLSX
    assert recognise(hostile.with_part(tmp_path / "a.xlsm", "xl/vbaProject.bin", b"x")) is Format.XLSM
    letter = {"[Content_Types].xml": b"<Types/>", "word/document.xml": b"<w/>"}
    assert recognise(hostile.archive(tmp_path / "b.docx", letter)) is Format.DOCX
    sheet = {"mimetype": b"application/vnd.oasis.opendocument.spreadsheet", "content.xml": b"<x/>"}
    assert recognise(hostile.archive(tmp_path / "c.ods", sheet)) is Format.ODS
    assert recognise(hostile.archive(tmp_path / "d.zip", {"een.json": b"{}"})) is Format.ZIP


def _empty(folder: Path) -> Path:
    path = folder / "leeg.xlsx"
    path.touch()
    return path


def _written(name: str, content: bytes) -> Callable[[Path], Path]:
    def make(folder: Path) -> Path:
        path = folder / name
        path.write_bytes(content)
        return path

    return make


def _cut_short(folder: Path) -> Path:
    path = hostile.workbook(folder / "half.xlsx")
    path.write_bytes(path.read_bytes()[:2000])
    return path


def _bomb(folder: Path) -> Path:
    return hostile.with_part(folder / "bom.xlsx", "xl/worksheets/sheet9.xml", bytes(64 * 1024**2))


_BINARY = {"[Content_Types].xml": b"", "xl/workbook.bin": b""}


def _packed_with_password(folder: Path) -> Path:
    path = hostile.archive(folder / "dicht.zip", {"een.json": b"{}"})
    content = bytearray(path.read_bytes())
    place = content.index(b"PK\x01\x02")
    content[place + 8] |= 1
    path.write_bytes(content)
    return path


@pytest.mark.parametrize(
    ("make", "words"),
    [
        (_empty, "is leeg"),
        (lambda folder: folder / "weg.xlsx", "is er niet"),
        (lambda folder: folder, "is een map"),
        (lambda folder: hostile.ole(folder / "a.xlsx", "EncryptedPackage"), "of een vertrouwelijkheidslabel"),
        (lambda folder: hostile.ole(folder / "a.xls", "Workbook"), "oud Excel-bestand (.xls)"),
        (lambda folder: hostile.ole(folder / "a.doc", "WordDocument"), "oud Word-bestand"),
        (lambda folder: hostile.ole(folder / "a.msg", "__properties_version1.0"), "een bericht uit Outlook"),
        (_written("mijn.db", b"SQLite format 3\0" + bytes(200)), "Een register opent u met Bestand > Openen"),
        (_written("lijst.xlsx", b"Kenmerk;Toezegging\nTZ1;iets"), "heet .xlsx, maar is gewone tekst"),
        (_written("lijst.xls", b"<html><table><tr><td>x</td></tr></table>"), "webpagina"),
        (_written("brief.docx", b"Geachte voorzitter"), "Geef het de naam “brief.txt”"),
        (_written("x.xlsx", bytes(range(256)) * 20), "beschadigd"),
        (_written("plaatje.png", b"\x89PNG\r\n\x1a\n" + bytes(300)), "geen werkmap, brief of open data"),
        (_written("pagina.json", b"dit is geen json"), "is geen JSON"),
        (_cut_short, "beschadigd of maar voor een deel aangekomen"),
        (_bomb, "uitgepakt veel te groot"),
        (_packed_with_password, "met een wachtwoord ingepakt"),
        (lambda folder: hostile.archive(folder / "a.xlsb", _BINARY), "binaire werkmap (.xlsb)"),
        (lambda folder: hostile.archive(folder / "fotos.zip", {"een.jpg": b"x"}), "zonder open data"),
    ],
)  # fmt: skip
def test_what_cannot_be_taken_in_is_refused_in_its_own_sentence(
    tmp_path: Path, make: Callable[[Path], Path], words: str
) -> None:
    path = make(tmp_path)

    with pytest.raises(CannotRead) as caught:
        recognise(path)

    assert words in caught.value.words.nl
    assert path.name in caught.value.words.nl
    assert caught.value.words.en != caught.value.words.nl


def test_a_cell_far_away_is_refused_before_a_sheet_is_laid_out(tmp_path: Path) -> None:
    path = hostile.workbook(tmp_path / "ver.xlsx", {"A1": "Motie", "XFD1048576": "ver weg"})

    with pytest.raises(CannotRead) as caught:
        guard_sheets(path, Format.XLSX)

    assert "XFD1048576" in caught.value.words.nl


def test_one_lone_far_cell_and_empty_formatted_rows_are_no_danger(tmp_path: Path) -> None:
    guard_sheets(hostile.workbook(tmp_path / "een.xlsx", {"ZZ900000": "alleen"}), Format.XLSX)
    rows = b"".join(b'<row r="%d" s="1" customFormat="1"><c r="A%d" s="1"/></row>' % (n, n) for n in (1, 1048576))
    sheet = b"<worksheet><sheetData>" + rows + b"</sheetData></worksheet>"
    guard_sheets(hostile.with_part(tmp_path / "rijen.xlsx", "xl/worksheets/sheet1.xml", sheet), Format.XLSX)


def test_entities_in_a_part_are_refused(tmp_path: Path) -> None:
    bomb = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "b">]><sst>&a;</sst>'
    path = hostile.with_part(tmp_path / "entiteit.xlsx", "xl/sharedStrings.xml", bomb)

    with pytest.raises(CannotRead) as caught:
        guard_sheets(path, Format.XLSX)

    assert "xl/sharedStrings.xml" in caught.value.words.nl


def test_a_cell_repeated_over_all_of_an_open_document_is_refused(tmp_path: Path) -> None:
    row = (
        b'<table:table-row table:number-rows-repeated="1048576"><table:table-cell table:number-columns-repeated="1024">'
        b"<text:p>x</text:p></table:table-cell></table:table-row>"
    )
    parts = {"mimetype": b"application/vnd.oasis.opendocument.spreadsheet", "content.xml": b"<office>" + row}
    path = hostile.archive(tmp_path / "a.ods", parts)

    with pytest.raises(CannotRead):
        guard_sheets(path, Format.ODS)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"])
def test_the_encoding_of_a_text_is_told_by_its_bytes(encoding: str) -> None:
    text = "Toezegging: de coördinatie wordt geëvalueerd – “vóór de zomer”\n" * 20_000
    content = text.encode(encoding)

    assert content.decode(encoding_of(content)) == text


def test_broken_json_is_told_with_its_line(tmp_path: Path) -> None:
    path = tmp_path / "half.json"
    path.write_text('{"value": [\n{"Nummer": "TZ1"', encoding="utf-8")

    with pytest.raises(CannotRead) as caught:
        json_of(path)

    assert "regel 2" in caught.value.words.nl


def test_json_without_an_end_of_nesting_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "diep.json"
    path.write_bytes(b"[" * 200_000)

    with pytest.raises(CannotRead):
        json_of(path)


@given(content=st.binary(max_size=400), name=st.sampled_from(["a.xlsx", "a.csv", "a.txt", "a.json", "a.docx", "a.ods"]))
@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_whatever_bytes_are_given_it_is_a_format_or_a_sentence(tmp_path: Path, content: bytes, name: str) -> None:
    path = tmp_path / name
    path.write_bytes(content)

    sort: Format | None = None
    with contextlib.suppress(CannotRead):  # any other error is a fault
        sort = recognise(path)

    assert sort is None or isinstance(content.decode(encoding_of(content), "replace"), str)


def test_the_names_in_an_archive_are_given(tmp_path: Path) -> None:
    path = hostile.archive(tmp_path / "a.zip", {"een.json": b"{}", "map/twee.json": b"{}"})

    assert guard_archive(path) == {"een.json", "map/twee.json"}
    assert zipfile.is_zipfile(path)
