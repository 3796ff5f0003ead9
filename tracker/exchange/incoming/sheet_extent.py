"""How far the filled cells of a workbook reach, told from its parts before anything lays them out in rows and columns.

A reader that makes a rectangle of a sheet (calamine does, and ends the whole process where memory runs out) would need
512 GB for one cell in A1 and one in XFD1048576.
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import IO, Final

from tracker.basics.language import Text
from tracker.exchange.incoming.recognising import DAMAGED, Format, refusal

MOST_CELLS = 8_000_000
"""The largest rectangle that a sheet may fill: 320,000 rows of 25 cells, some 250 MB once read."""
LARGEST_STRINGS = 256 * 1024**2
LONGEST_TEXT = 4 * 1024**2
"""A cell of Excel holds 32,767 characters; another program may write longer ones."""
_CHUNK = 4 * 1024**2
_REF: Final = rb"""\br\s*=\s*["']"""
_FILLED: Final = re.compile(
    rb"<(?:\w+:)?c\s(?:[^>]*?\s)?" + _REF[2:] + rb"""([A-Z]{1,3})(\d{1,7})["'][^>]*(?<!/)>""", re.IGNORECASE
)
# Beyond row 199,999 or column AN. A sheet without such a cell is small enough, and looking at each cell costs more
# than reading the sheet. Excel and LibreOffice write places in one way; whoever does not is looked at cell by cell.
_FAR: Final = re.compile(rb' r="(?:(?:[A-Z]{3,}|[B-Z][A-Z]|A[O-Z])\d|[A-Z]{0,2}(?:\d{7,}|[2-9]\d{5})|[^A-Z1-9])')
_OTHER_WAYS: Final = (b" r='", b" r =", b" r= ", b"\tr", b"\nr", b"\rr")
_NO_PLACE: Final = re.compile(
    rb"<(?:\w+:)?(?:c\s(?:[^>]*?\s)?" + _REF[2:] + rb"""(?![A-Z]{1,3}\d{1,7}["'])|row\s(?:[^>]*?\s)?"""
    + _REF[2:] + rb"""(?!\d{1,7}["']))""",
    re.IGNORECASE,
)  # fmt: skip
"""A cell or row at a place that no sheet has."""
_ROW_REPEATED: Final = re.compile(rb'number-rows-repeated="(\d+)"')
_CELL_REPEATED: Final = re.compile(rb'number-columns-repeated="(\d+)"')
_ODS_ROW: Final = re.compile(rb"<table:table-row\b([^>]*)>(.*?)</table:table-row>", re.DOTALL)
_ODS_CELL: Final = re.compile(rb"<table:(?:covered-)?table-cell\b([^>]*?)(/?)>")
_ENTITY: Final = re.compile(rb"<!(?:DOCTYPE|ENTITY)", re.IGNORECASE)


def guard_sheets(path: Path, sort: Format) -> None:
    """Refuse a workbook that a reader could choke on, with the sheet and the cell. Raises CannotRead."""
    with zipfile.ZipFile(path) as archive:
        for part in archive.infolist():
            name = part.filename.lower()
            if name.endswith((".xml", ".rels")):
                _guard_entities(path, archive, part)
            if name.endswith("sharedstrings.xml") and part.file_size > LARGEST_STRINGS:
                raise refusal(path, _TOO_MUCH_TEXT)
            if name.startswith("xl/worksheets/") and name.endswith(".xml"):
                _guard_sheet(path, archive, part)
        if sort is Format.ODS:
            _guard_open_document(path, archive)


_TOO_MUCH_TEXT = Text(
    "bevat veel meer tekst dan een lijst van moties of toezeggingen. Bewaar alleen de bladen die u nodig hebt in een "
    "nieuw bestand.",
    "holds far more text than a list of motions or commitments. Save only the sheets that you need in a new file.",
)


def _guard_entities(path: Path, archive: zipfile.ZipFile, part: zipfile.ZipInfo) -> None:
    with archive.open(part) as file:
        if _ENTITY.search(file.read(4096)):
            raise refusal(
                path,
                Text(
                    f"bevat in “{part.filename}” verwijzingen die Excel nooit maakt en die kwaad kunnen. Het is niet "
                    "geopend. Vraag de afzender om het opnieuw te bewaren.",
                    f"holds in “{part.filename}” references that Excel never makes and that can do harm. It was not "
                    "opened. Ask the sender to save it again.",
                ),
            )


def _guard_sheet(path: Path, archive: zipfile.ZipFile, part: zipfile.ZipInfo) -> None:
    with archive.open(part) as file:
        if not any(_may_be_far(piece) for piece in _pieces(path, file)):
            return
    first_row, last_row, widest = 0, 0, b""
    with archive.open(part) as file:
        for piece in _pieces(path, file):
            if _NO_PLACE.search(piece):
                raise refusal(path, DAMAGED)
            for column, row_text in _FILLED.findall(piece):
                row = int(row_text)
                first_row, last_row = first_row or row, max(last_row, row)
                if (len(column), column.upper()) > (len(widest), widest):
                    widest = column.upper()
    if last_row and (last_row - first_row + 1) * _number(widest) > MOST_CELLS:
        raise refusal(path, _far_words(f"{widest.decode()}{last_row}"))


def _may_be_far(piece: bytes) -> bool:
    return _FAR.search(piece) is not None or any(sign in piece for sign in _OTHER_WAYS)


def _far_words(cell: str) -> Text:
    return Text(
        f"heeft in een blad gevulde cellen tot aan {cell}, heel ver van de rest. Verwijder in Excel de lege rijen en "
        "kolommen daartussen (of die losse cel), bewaar het en probeer het opnieuw.",
        f"has filled cells in a sheet as far as {cell}, a long way from the rest. Delete in Excel the empty rows and "
        "columns in between (or that stray cell), save it and try again.",
    )


def _pieces(path: Path, file: IO[bytes]) -> Iterator[bytes]:
    """Give the text of a part in pieces that end at a sign ``>``, so that no cell is cut."""
    rest = b""
    while chunk := file.read(_CHUNK):
        whole = rest + chunk
        end = whole.rfind(b">") + 1
        if not end:
            if len(whole) > LONGEST_TEXT:
                raise refusal(path, _TOO_MUCH_TEXT)
            rest = whole
            continue
        yield whole[:end]
        rest = whole[end:]


def _number(column: bytes) -> int:
    number = 0
    for letter in column:
        number = number * 26 + letter - ord("A") + 1
    return number


def _guard_open_document(path: Path, archive: zipfile.ZipFile) -> None:
    """Count the cells that repeated rows and columns stand for; empty ones at the end are common and harmless."""
    content = archive.getinfo("content.xml")
    if content.file_size > LARGEST_STRINGS:
        raise refusal(path, _TOO_MUCH_TEXT)
    cells = 0
    for row in _ODS_ROW.finditer(archive.read(content)):
        filled = sum(_times(_CELL_REPEATED, cell[1]) for cell in _ODS_CELL.finditer(row[2]) if not cell[2])
        cells += filled * _times(_ROW_REPEATED, row[1])
        if cells > MOST_CELLS:
            raise refusal(
                path,
                Text(
                    "herhaalt een gevulde cel over meer rijen en kolommen dan een lijst kan hebben. Bewaar alleen de "
                    "rijen die u nodig hebt in een nieuw bestand.",
                    "repeats a filled cell over more rows and columns than a list can have. Save only the rows that "
                    "you need in a new file.",
                ),
            )


def _times(repeated: re.Pattern[bytes], attributes: bytes) -> int:
    found = repeated.search(attributes)
    return int(found[1]) if found else 1
