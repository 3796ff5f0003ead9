"""The files that do not want to be read, by name: all are read, or refused by their own sentence, quickly."""

from __future__ import annotations

import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path

from tests.exchange.incoming import hostile

Make = Callable[[Path], Path]
_SHEET = "xl/worksheets/sheet1.xml"
_ROW = b'<row r="%d" s="1" customFormat="1"><c r="A%d" s="1"/></row>'
_LIST = "Kenmerk;Toezegging;Termijn\n" + "TZ202605-101;De coördinatie wordt geëvalueerd;vóór 1 juli 2027\n" * 50


def _bytes(name: str, content: bytes) -> Make:
    def make(folder: Path) -> Path:
        path = folder / name
        path.write_bytes(content)
        return path

    return make


def _part(name: str, part: str, content: bytes | Callable[[], bytes]) -> Make:
    return lambda folder: hostile.with_part(folder / name, part, content() if callable(content) else content)


def _sheet(inside: bytes, after: bytes = b"") -> bytes:
    return b"<worksheet><sheetData>" + inside + b"</sheetData>" + after + b"</worksheet>"


def _text_cells(*texts: str) -> bytes:
    cells = (
        f'<row r="{row}"><c r="A{row}" t="inlineStr"><is><t>{text}</t></is></c></row>'
        for row, text in enumerate(("Toezegging", *texts), 1)
    )
    return _sheet("".join(cells).encode("utf-8", "surrogatepass"))


def _cut_short(folder: Path) -> Path:
    path = hostile.workbook(folder / "half.xlsx")
    path.write_bytes(path.read_bytes()[:2000])
    return path


def _bomb_of_parts(folder: Path) -> Path:
    path = hostile.workbook(folder / "delen.xlsx")
    with zipfile.ZipFile(path, "a") as archive:
        for number in range(20_001):
            archive.writestr(f"xl/media/{number}", b"")
    return path


_ENTITIES = b"".join(b'<!ENTITY e%d "%s">' % (one, b"&e%d;" % (one - 1) * 10) for one in range(1, 10))
_BOMB = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY e0 "lol">' + _ENTITIES + b"]><sst><si><t>&e9;</t></si></sst>"
_OUTSIDE = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><sst><si><t>&e;</t></si></sst>'
_LINK = (
    b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" '
    b'Type="x/externalLinkPath" Target="\\\\server\\map.xlsx" TargetMode="External"/></Relationships>'
)
_ERRORS = b"".join(
    b'<row r="%d"><c r="A%d" t="e"><f>1/0</f><v>%s</v></c></row>' % (row, row, error)
    for row, error in enumerate((b"#REF!", b"#N/A", b"#DIV/0!"), 2)
)
_MERGES = b'<mergeCells count="3"><mergeCell ref="A1:B2"/><mergeCell ref="B2:A1"/><mergeCell ref="A2:C2"/></mergeCells>'
_HEADED = b'<row r="1"><c r="A1" t="inlineStr"><is><t>Toezegging</t></is></c></row>'

FILES: Mapping[str, Make] = {
    "password or label": lambda folder: hostile.ole(folder / "dicht.xlsx", "EncryptedPackage"),
    "old .xls": lambda folder: hostile.ole(folder / "oud.xls", "Workbook"),
    ".csv called .xlsx": _bytes("lijst.xlsx", _LIST.encode()),
    "cut short": _cut_short,
    "empty": _bytes("leeg.xlsx", b""),
    "bomb of one part": _part("bom.xlsx", "xl/worksheets/sheet9.xml", lambda: bytes(300 * 1024**2)),
    "bomb of 20,000 parts": _bomb_of_parts,
    "entity bomb": _part("entiteiten.xlsx", "xl/sharedStrings.xml", _BOMB),
    "external entity": _part("buiten.xlsx", "xl/sharedStrings.xml", _OUTSIDE),
    "external link": _part("koppeling.xlsx", "xl/externalLinks/_rels/externalLink1.xml.rels", _LINK),
    "macros": _part("macro.xlsm", "xl/vbaProject.bin", b"x" * 5000),
    "a million empty formatted rows": _part(
        "miljoen.xlsx", _SHEET, lambda: _sheet(_HEADED + b"".join(_ROW % (row, row) for row in range(2, 1_048_577)))
    ),
    "one cell at XFD1048576": lambda folder: hostile.workbook(folder / "ver.xlsx", {"A1": "x", "XFD1048576": "y"}),
    "cells of 40,000 characters": _part("lang.xlsx", _SHEET, _text_cells(*("x" * 40_000,) * 50)),
    "a word of 400,000 characters, .csv": _bytes(
        "lang.csv", b"Toezegging;Termijn\n" + b"1-" * 200_000 + b";1-1-2027\n"
    ),
    "one long text in 200,000 cells": lambda folder: hostile.sharing(
        folder / "gedeeld.xlsx",
        b"<si><t>" + b"x" * 32_767 + b"</t></si>",
        b"".join(b'<row r="%d"><c r="A%d" t="s"><v>0</v></c></row>' % (row, row) for row in range(1, 200_001)),
    ),
    "control characters": _part("tekens.xlsx", _SHEET, _text_cells("a_x0000_b_x000B_", "_xD800_", "\ufffe")),
    "lone surrogates": _part("helft.xlsx", _SHEET, _text_cells("a\ud800b")),
    "control characters, .csv": _bytes("tekens.csv", b"Toezegging;Termijn\n\x0b\x1ba\xed\xa0\x80;1-1-2027\n"),
    "error values": _part("fouten.xlsx", _SHEET, _sheet(_HEADED + _ERRORS)),
    "circular merges": _part("rond.xlsx", _SHEET, _sheet(_HEADED, _MERGES)),
    "cp1252": _bytes("cp1252.csv", _LIST.encode("cp1252")),
    "UTF-16 with its mark": _bytes("utf16.csv", _LIST.encode("utf-16")),
    "UTF-16 without": _bytes("utf16le.csv", _LIST.encode("utf-16-le")),
    "UTF-8 with a mark": _bytes("bom.csv", _LIST.encode("utf-8-sig")),
    "semicolons": _bytes("punt.csv", _LIST.encode()),
}
READ = frozenset(
    (
        "external link", "macros", "a million empty formatted rows", "cells of 40,000 characters",
        "a word of 400,000 characters, .csv", "control characters", "control characters, .csv", "error values",
        "circular merges", "cp1252", "UTF-16 with its mark", "UTF-16 without", "UTF-8 with a mark", "semicolons",
    )
)  # fmt: skip
"""Those that are read; the others are refused."""
