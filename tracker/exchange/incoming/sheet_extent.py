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
from xml.parsers.expat import ExpatError, ParserCreate

from tracker.basics.language import Text
from tracker.exchange.incoming.recognising import DAMAGED, Format, refusal

MOST_CELLS = 8_000_000
"""The largest rectangle that a sheet may fill: 320,000 rows of 25 cells, some 250 MB once read."""
LARGEST_STRINGS = 256 * 1024**2
LONGEST_TEXT = 4 * 1024**2
"""A cell of Excel holds 32,767 characters; another program may write longer ones."""
_CHUNK = 4 * 1024**2
_FILLED: Final = re.compile(rb'<c r="([A-Za-z]+)(\d+)"(?:[^>]*[^>/])?>')
_ELEMENT: Final = re.compile(rb"<(?:\w+:)?(row|c)(?=[\s>])((?:[^>\"']|\"[^\"]*\"|'[^']*')*)>")
_SPOT: Final = re.compile(rb"(?:^|\s)r\s*=\s*[\"']([A-Za-z]*)(\d*)")
_LAST_ROW: Final = 1_048_576
_LAST_COLUMN: Final = 16_384
# Beyond row 199,999 or column AN. A sheet without such a cell is small enough, and looking at each cell costs more
# than reading the sheet.
_FAR: Final = re.compile(
    rb'r="(?:(?:[A-Z]{3}|[B-Z][A-Z]|A[O-Z])\d|[A-Z]{0,2}(?:\d{7,}|[2-9]\d{5})"|[A-Z]*[a-z]|[A-Z]{4})'
)
_CELL: Final = re.compile(rb"<c[^A-Za-z]")
_PREFIXED_CELL: Final = re.compile(rb":c[^A-Za-z]")
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
            if sort is not Format.ODS and _may_be_sheet(archive, part):
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


def _may_be_sheet(archive: zipfile.ZipFile, part: zipfile.ZipInfo) -> bool:
    """Tell whether a part may hold cells: a workbook says itself where its sheets are, and that need not be usual."""
    if part.filename.lower().startswith("xl/worksheets/"):
        return True
    with archive.open(part) as file:
        return b"worksheet" in file.read(4096)


def _guard_sheet(path: Path, archive: zipfile.ZipFile, part: zipfile.ZipInfo) -> None:
    with archive.open(part) as file:
        pieces = list(dict.fromkeys(_signs(piece) for piece in _pieces(path, file)))
    if not any(map(any, pieces)):
        return
    is_odd = any(odd for _, odd in pieces)
    first_row, last_row, widest = 0, 0, 0
    with archive.open(part) as file:
        for row, column in (_filled_spots if is_odd else _usual_spots)(path, file):
            first_row, last_row, widest = min(first_row or row, row), max(last_row, row), max(widest, column)
            # beyond the edges the reader's own numbers run over
            if row > _LAST_ROW or column > _LAST_COLUMN or (last_row - first_row + 1) * widest > MOST_CELLS:
                raise refusal(path, _far_words(f"{_letters(widest)}{last_row}"))


def _signs(piece: bytes) -> tuple[bool, bool]:
    """Tell whether cells may be far away, and whether they are written otherwise than Excel does."""
    return _FAR.search(piece) is not None, _is_odd(piece)


def _is_odd(piece: bytes) -> bool:
    usual = piece.count(b'<c r="')
    if piece.count(b"<c") != usual and len(_CELL.findall(piece)) != usual:  # others begin with a c too: col, color
        return True
    return b":c" in piece and _PREFIXED_CELL.search(piece) is not None


def _usual_spots(path: Path, file: IO[bytes]) -> Iterator[tuple[int, int]]:
    """Give row and column of each filled cell of a sheet as Excel writes it; empty ones cost nothing."""
    for piece in _pieces(path, file):
        for letters, figures in _FILLED.findall(piece):
            yield int(figures[:_MOST_FIGURES]), _number(letters[:_MOST_FIGURES].upper())


def _filled_spots(path: Path, file: IO[bytes]) -> Iterator[tuple[int, int]]:
    """Give row and column of each filled cell; one that does not say where it is comes after the one before it."""
    row = column = 0
    for piece in _pieces(path, file):
        for name, attributes in _ELEMENT.findall(piece):
            spot = _SPOT.search(attributes)
            figures = spot[2][:_MOST_FIGURES] if spot else b""
            if name == b"row":
                row, column = int(figures) if figures else row + 1, 0
                continue
            column = _number(spot[1][:_MOST_FIGURES].upper()) if spot and spot[1] else column + 1
            if not attributes.endswith(b"/"):
                yield int(figures) if figures else row, column


_MOST_FIGURES: Final = 9


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


def _letters(column: int) -> str:
    name = ""
    while column:
        column, rest = divmod(column - 1, 26)
        name = chr(ord("A") + rest) + name
    return name


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
    _guard_well_formed(path, archive, content)
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


def _guard_well_formed(path: Path, archive: zipfile.ZipFile, part: zipfile.ZipInfo) -> None:
    """Refuse a part whose tags do not close: calamine looks for their end for ever, and nothing can stop it."""
    parser = ParserCreate()
    try:
        with archive.open(part) as file:
            parser.ParseFile(file)
    except (ExpatError, LookupError, ValueError) as error:  # the latter two: an encoding that nobody knows
        raise refusal(path, DAMAGED) from error


def _times(repeated: re.Pattern[bytes], attributes: bytes) -> int:
    found = repeated.search(attributes)
    return int(found[1]) if found else 1
