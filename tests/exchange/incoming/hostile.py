"""Files that do not want to be read: made here, so that none of them need lie in the repository."""

from __future__ import annotations

import zipfile
from pathlib import Path

import openpyxl

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)


def ole(path: Path, stream: str) -> Path:
    """Make an old Office file in which a stream of this name stands."""
    path.write_bytes(OLE + stream.encode("utf-16-le") + bytes(512))
    return path


def workbook(path: Path, cells: dict[str, str] | None = None) -> Path:
    """Make a workbook of one sheet."""
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for spot, value in (cells or {"A1": "Motie", "A2": "Een motie"}).items():
        sheet[spot] = value
    book.save(path)
    return path


def with_part(path: Path, name: str, content: bytes) -> Path:
    """Make a workbook with one part more, or with another one in its place."""
    plain = workbook(path.with_name("plain.xlsx"))
    with zipfile.ZipFile(plain) as old, zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as new:
        for part in old.infolist():
            if part.filename != name:
                new.writestr(part.filename, old.read(part))
        new.writestr(name, content)
    return path


def sharing(path: Path, texts: bytes, sheet: bytes) -> Path:
    """Make a workbook whose cells point at texts that they share."""
    with_part(path, "xl/worksheets/sheet1.xml", b"<worksheet><sheetData>" + sheet + b"</sheetData></worksheet>")
    with zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED) as book:
        book.writestr("xl/sharedStrings.xml", b"<sst>" + texts + b"</sst>")
    return path


def archive(path: Path, parts: dict[str, bytes]) -> Path:
    """Make a .zip with these parts."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as new:
        for name, content in parts.items():
            new.writestr(name, content)
    return path
