"""A look through all sheets of a workbook, by the piece, before anything lays them out in rows and columns.

It tells how far the filled cells reach: a reader that makes a rectangle of a sheet (calamine does, and ends the whole
process where memory runs out) would need 512 GB for one cell in A1 and one in XFD1048576. And it takes in what calamine
leaves out of what it reads (``xlsx_facts``, ``ods_facts``), so that a sheet is unpacked once for both.
"""

from __future__ import annotations

import re
import zipfile
import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from tracker.basics.language import Text
from tracker.exchange.incoming.recognising import DAMAGED, Format, refusal
from tracker.exchange.incoming.workbook.calamine_feed import FIRST_CHECKSUM, FROM_SIZE
from tracker.exchange.incoming.workbook.grid import Facts
from tracker.exchange.incoming.workbook.ods_facts import Extent, facts_of_tables
from tracker.exchange.incoming.workbook.safe_xml import BROKEN
from tracker.exchange.incoming.workbook.shared_texts import MOST_LAID_OUT, SharedTexts, is_shared_texts
from tracker.exchange.incoming.workbook.xlsx_facts import SheetFacts, holds

MOST_CELLS = 8_000_000
"""The largest rectangle that a sheet may fill: 320,000 rows of 25 cells, some 250 MB once read."""
LARGEST_STRINGS = 256 * 1024**2
LONGEST_TEXT = 4 * 1024**2
"""A cell of Excel holds 32,767 characters; another program may write longer ones."""
_CHUNK = 1 << 19
_FILLED: Final = re.compile(rb'<c r="([A-Za-z]+)(\d+)"(?:[^>]*[^>/])?>')
_ELEMENT: Final = re.compile(rb"<(?:\w+:)?(row|c)(?=[\s/>])((?:[^>\"']|\"[^\"]*\"|'[^']*')*)>")
_SPOT: Final = re.compile(rb"(?:^|\s)r\s*=\s*[\"']([A-Za-z]*)(\d*)")
_LAST_ROW: Final = 1_048_576
_LAST_COLUMN: Final = 16_384
# A cell that is not empty, and not written as Excel does within column AN and row 199,999. A sheet without such a cell
# is small enough, and looking at the place of each cell costs more than reading the sheet.
_UNUSUAL: Final = re.compile(
    rb'<c(?! r="(?:A[A-N]|[A-Z])1?\d{1,5}"|[A-Za-z]|(?: \w+="[^"<>]*")*+ ?/>)',
)
_USUAL_CELL: Final = b'<c r="'
_CELL: Final = re.compile(rb"<c[^A-Za-z]")
_PREFIXED_CELL: Final = re.compile(rb":c[^A-Za-z]")
_ENTITY: Final = re.compile(rb"<!(?:DOCTYPE|ENTITY)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Guarded:
    """What the look through a workbook gave."""

    facts: Mapping[str, Facts]
    """What the file says of cells beside their values, by the name of the sheet."""
    checksums: Mapping[str, int] = field(default_factory=dict)
    """Of the parts that are large sheets, as ``calamine_feed`` wants them."""


def guard_sheets(path: Path, sort: Format, check: Callable[[], None] = lambda: None) -> Guarded:
    """Refuse a workbook that a reader could choke on, with the sheet and the cell. ``check`` may raise to stop.

    Raises CannotRead.
    """
    with zipfile.ZipFile(path) as archive:
        for part in archive.infolist():
            name = part.filename.lower()
            if name.endswith((".xml", ".rels")):
                _guard_entities(path, archive, part)
            if is_shared_texts(part) and part.file_size > LARGEST_STRINGS:
                raise refusal(path, _TOO_MUCH_TEXT)
        if sort is Format.ODS:
            return Guarded(_guard_open_document(path, archive, check))
        facts = SheetFacts(archive)
        sheets = [part for part in archive.infolist() if _may_be_sheet(archive, part)]
        texts = SharedTexts(archive, sheets)
        checksums: dict[str, int] = {}
        for part in sheets:
            checksum = FIRST_CHECKSUM
            for piece in _guarded_pieces(path, archive, part):
                check()
                facts.note(part.filename, piece)
                texts.note(piece)
                checksum = zlib.crc32(piece, checksum)
            if part.file_size >= FROM_SIZE:
                checksums[part.filename] = checksum
        if not texts.fit(lambda part: _pieces(path, archive, part)):
            raise refusal(path, _TOO_MUCH_TEXT)
        return Guarded(facts.by_sheet(), checksums)


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


def _guarded_pieces(path: Path, archive: zipfile.ZipFile, part: zipfile.ZipInfo) -> Iterator[bytes]:
    """Give the text of a sheet in pieces that cut no cell, and refuse it at the end where a cell is too far away."""
    is_unusual = is_odd = False
    for piece in _pieces(path, archive, part):
        if _UNUSUAL.search(piece) or _has_prefixed(piece):
            is_unusual, is_odd = True, is_odd or _is_odd(piece)
        yield piece
    if not is_unusual:
        return
    first_row, last_row, widest = 0, 0, 0
    for row, column in (_filled_spots if is_odd else _usual_spots)(_pieces(path, archive, part)):
        first_row, last_row, widest = min(first_row or row, row), max(last_row, row), max(widest, column)
        # beyond the edges the reader's own numbers run over
        if row > _LAST_ROW or column > _LAST_COLUMN or (last_row - first_row + 1) * widest > MOST_CELLS:
            raise refusal(path, _far_words(f"{_letters(widest)}{last_row}"))


def _is_odd(piece: bytes) -> bool:
    """Tell whether cells are written otherwise than Excel does, far away or not."""
    return len(_CELL.findall(piece)) != piece.count(_USUAL_CELL) or _has_prefixed(piece)


def _has_prefixed(piece: bytes) -> bool:
    return holds(piece, b":", b":c") and _PREFIXED_CELL.search(piece) is not None


def _usual_spots(pieces: Iterable[bytes]) -> Iterator[tuple[int, int]]:
    """Give row and column of each filled cell of a sheet as Excel writes it; empty ones cost nothing."""
    for piece in pieces:
        for letters, figures in _FILLED.findall(piece):
            yield int(figures[:_MOST_FIGURES]), _number(letters[:_MOST_FIGURES].upper())


def _filled_spots(pieces: Iterable[bytes]) -> Iterator[tuple[int, int]]:
    """Give row and column of each filled cell; one that does not say where it is comes after the one before it."""
    row = column = 0
    for piece in pieces:
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


def _pieces(path: Path, archive: zipfile.ZipFile, part: zipfile.ZipInfo) -> Iterator[bytes]:
    """Give the text of a part in pieces that end with a row, so that no cell is cut."""
    rest = b""
    for chunk in _read_ahead(archive, part):
        whole = rest + chunk
        end = whole.rfind(_ROW_END) + len(_ROW_END)
        if end < len(_ROW_END):
            if len(whole) < LONGEST_TEXT:
                rest = whole
                continue
            end = whole.rfind(b">") + 1  # a row of thousands of long texts
            if not end:
                raise refusal(path, _TOO_MUCH_TEXT)
        yield whole[:end]
        rest = whole[end:]
    yield rest


_ROW_END: Final = b"row>"
"""With whatever prefix."""


def _read_ahead(archive: zipfile.ZipFile, part: zipfile.ZipInfo) -> Iterator[bytes]:
    """Unpack the next chunk of a part while one is looked at."""
    if part.file_size <= _CHUNK:  # a thread would take longer
        yield archive.read(part)
        return
    with archive.open(part) as file, ThreadPoolExecutor(1) as beside:
        coming = beside.submit(file.read, _CHUNK)
        while chunk := coming.result():
            coming = beside.submit(file.read, _CHUNK)
            yield chunk


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


def _guard_open_document(path: Path, archive: zipfile.ZipFile, check: Callable[[], None]) -> dict[str, Facts]:
    """Count the cells that repeated rows and columns stand for; empty ones at the end are common and harmless."""
    if archive.getinfo("content.xml").file_size > LARGEST_STRINGS:
        raise refusal(path, _TOO_MUCH_TEXT)

    def guard(extent: Extent) -> None:
        check()
        if extent.filled > MOST_CELLS or extent.letters > MOST_LAID_OUT:
            raise refusal(path, _REPEATED)
        if extent.rectangle > MOST_CELLS:
            raise refusal(path, _far_words(f"{_letters(extent.widest)}{extent.last_row}"))

    try:
        return facts_of_tables(archive, guard)
    except BROKEN as error:  # calamine looks for the end of a tag that does not close for ever, and nothing can stop it
        raise refusal(path, DAMAGED) from error


_REPEATED = Text(
    "herhaalt een gevulde cel over meer rijen en kolommen dan een lijst kan hebben. Bewaar alleen de "
    "rijen die u nodig hebt in een nieuw bestand.",
    "repeats a filled cell over more rows and columns than a list can have. Save only the rows that "
    "you need in a new file.",
)
