"""What sort of file is this? Told from what is in it, not from its name; others are refused in a sentence.

Nothing is unpacked before the sizes that the archive itself gives were looked at.
"""

from __future__ import annotations

import codecs
import json
import re
import struct
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Final
from xml.etree.ElementTree import ParseError

from tracker.basics.errors import CannotRead
from tracker.basics.language import Text

OLE_MAGIC = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_DATABASE_MAGIC = b"SQLite format 3\0"
_HEAD_BYTES = 4096
_WIDE = "utf-16-le"
_PIECE = 1 << 20

LARGEST_FILE = 256 * 1024**2
LARGEST_UNPACKED = 1536 * 1024**2
"""A workbook of 150,000 rows of 25 cells unpacks to some 200 MB."""
LARGEST_RATIO = 250
"""Times its size that a part may unpack to: sheets that people make stay below 40."""
_RATIO_MATTERS_FROM = 32 * 1024**2
MOST_PARTS = 20_000


class Format(StrEnum):
    """The sorts of files that are taken in."""

    XLSX = "xlsx"
    XLSM = "xlsm"
    ODS = "ods"
    CSV = "csv"
    DOCX = "docx"
    TXT = "txt"
    PDF = "pdf"
    JSON = "json"
    ZIP = "zip"


LETTERS: Final = frozenset((Format.DOCX, Format.TXT, Format.PDF))
OPEN_DATA: Final = frozenset((Format.JSON, Format.ZIP))
_SHEET_NAMES = frozenset((".xlsx", ".xlsm", ".xls", ".xlsb", ".ods"))


@dataclass(frozen=True, slots=True)
class _Old:
    """An older sort of file that the program at hand saves anew."""

    sign: bytes
    words: Text


_MESSAGE = Text(
    "is een bericht uit Outlook. Bewaar de lijst of brief die erbij zit als bestand en kies die. Het bericht zelf kunt "
    "u als bewijsstuk bij een record bewaren.",
    "is a message from Outlook. Save the list or letter that came with it as a file and choose that. The message "
    "itself can be kept as evidence with a record.",
)
_OLE_SIGNS: Final = (
    _Old(
        "EncryptedPackage".encode(_WIDE),
        Text(
            "is beveiligd met een wachtwoord of een vertrouwelijkheidslabel. Open het in Excel of Word, haal de "
            "beveiliging eraf (Bestand > Info), bewaar het en probeer het opnieuw.",
            "is protected with a password or a confidentiality label. Open it in Excel or Word, take the protection "
            "off (File > Info), save it and try again.",
        ),
    ),
    _Old(
        "WordDocument".encode(_WIDE),
        Text(
            "is een oud Word-bestand (.doc). Open het in Word, bewaar het als .docx en probeer het opnieuw.",
            "is an old Word file (.doc). Open it in Word, save it as .docx and try again.",
        ),
    ),
    _Old(
        "PowerPoint".encode(_WIDE),
        Text(
            "is een presentatie. Kies een werkmap, een brief of open data van de Kamer.",
            "is a presentation. Choose a workbook, a letter or open data of the Chamber.",
        ),
    ),
    _Old("__properties_version1.0".encode(_WIDE), _MESSAGE),
)
_REGISTER = Text(
    "is een register of een andere database. Een register opent u met Bestand > Openen.",
    "is a register or another database. A register is opened with File > Open.",
)
_OLD_EXCEL = Text(
    "is een oud Excel-bestand (.xls). Open het in Excel, bewaar het als .xlsx en probeer het opnieuw.",
    "is an old Excel file (.xls). Open it in Excel, save it as .xlsx and try again.",
)


def refusal(path: Path, words: Text) -> CannotRead:
    """Give the error that says what is wrong with a file: "“lijst.xlsx” is leeg. …"."""
    return CannotRead(f"“{path.name}” {words.nl}", f"“{path.name}” {words.en}")


def recognise(path: Path) -> Format:
    """Tell what sort of file this is. Raises CannotRead, with what to do, for one that cannot be taken in."""
    head = _head(path)
    if head.startswith(OLE_MAGIC):
        raise refusal(path, _ole_words(path))
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _in_archive(path)
    if head.startswith(_DATABASE_MAGIC):
        raise refusal(path, _REGISTER)
    if head.lstrip()[:5] == b"%PDF-":
        return Format.PDF
    return _in_text(path, head)


def _head(path: Path) -> bytes:
    try:
        if path.is_dir():
            raise refusal(
                path, Text("is een map. Kies een bestand daarin.", "is a folder. Choose a file that is in it.")
            )
        size = path.stat().st_size
        with path.open("rb") as file:
            head = file.read(_HEAD_BYTES)
    except FileNotFoundError as error:
        raise refusal(
            path,
            Text(f"is er niet (meer). Gezocht in {path.parent}.", f"is not there (any more). Looked in {path.parent}."),
        ) from error
    except OSError as error:
        raise refusal(
            path,
            Text(
                "kan niet worden gelezen. Staat het open in een ander programma, of mag u het niet openen? "
                "Sluit het daar, of maak een kopie en kies die.",
                "cannot be read. Is it open in another program, or are you not allowed to open it? "
                "Close it there, or make a copy and choose that.",
            ),
        ) from error
    if not size:
        raise refusal(
            path,
            Text(
                "is leeg. Vraag het bestand opnieuw op, of kies een ander.",
                "is empty. Ask for the file again, or choose another.",
            ),
        )
    if size > LARGEST_FILE:
        raise refusal(
            path,
            Text(
                f"is groter dan {LARGEST_FILE // 1024**2} MB. Splits het in delen, of bewaar het zonder plaatjes.",
                f"is larger than {LARGEST_FILE // 1024**2} MB. Split it in parts, or save it without pictures.",
            ),
        )
    return head


def _ole_words(path: Path) -> Text:
    content = path.read_bytes()
    return next((old.words for old in _OLE_SIGNS if old.sign in content), _OLD_EXCEL)


# --- archives ---------------------------------------------------------------------------------------------------------


def _in_archive(path: Path) -> Format:
    names = guard_archive(path)
    if "[Content_Types].xml" in names:
        return _office_format(path, names)
    if "mimetype" in names and "content.xml" in names:
        return _open_document(path)
    if any(name.lower().endswith(".json") for name in names):
        return Format.ZIP
    raise refusal(
        path,
        Text(
            "is een ingepakte map zonder open data van de Kamer (.json). Pak de map uit en kies de bestanden daarin.",
            "is a packed folder without open data of the Chamber (.json). Unpack it and choose the files in it.",
        ),
    )


def guard_archive(path: Path) -> frozenset[str]:
    """Look at the sizes in an archive before anything is unpacked, and give the names in it. Raises CannotRead."""
    try:
        with zipfile.ZipFile(path) as archive:
            parts = archive.infolist()
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as error:
        raise refusal(path, DAMAGED) from error
    whole = sum(part.file_size for part in parts)
    blown_up = any(
        part.file_size > _RATIO_MATTERS_FROM and part.file_size > LARGEST_RATIO * max(part.compress_size, 1)
        for part in parts
    )
    if whole > LARGEST_UNPACKED or blown_up or len(parts) > MOST_PARTS:
        raise refusal(
            path,
            Text(
                f"wordt uitgepakt veel te groot ({whole // 1024**2} MB in {len(parts)} delen) en is daarom niet "
                "geopend. Bewaar in Excel alleen de bladen die u nodig hebt in een nieuw bestand.",
                f"becomes far too large when unpacked ({whole // 1024**2} MB in {len(parts)} parts) and was not "
                "opened. Save in Excel only the sheets that you need in a new file.",
            ),
        )
    if any(part.flag_bits & 1 for part in parts):
        raise refusal(
            path,
            Text(
                "is met een wachtwoord ingepakt. Pak het uit en kies de bestanden daarin.",
                "was packed with a password. Unpack it and choose the files in it.",
            ),
        )
    return frozenset(part.filename for part in parts)


DAMAGED = Text(
    "is beschadigd of maar voor een deel aangekomen. Vraag het opnieuw op, of open het in Excel of Word en bewaar het "
    "daar opnieuw.",
    "is damaged, or arrived only in part. Ask for it again, or open it in Excel or Word and save it there anew.",
)


HALF_CHARACTERS = Text(
    "bevat halve tekens (losse surrogaten), die geen programma kan lezen. Vraag het opnieuw op bij wie het maakte, of "
    "open het in Excel of Word, laat het herstellen en bewaar het opnieuw.",
    "holds halves of characters (lone surrogates), which no program can read. Ask for it again from who made it, or "
    "open it in Excel or Word, let that repair it and save it anew.",
)
_HALF: Final = re.compile(
    rb"\xed[\xa0-\xbf][\x80-\xbf]|&#(?:x[dD][89a-fA-F][0-9a-fA-F]{2}|5(?:529[6-9]|5[3-9]\d\d|6\d{3}|7[0-2]\d\d|73[0-3]\d|734[0-3]));"
)
"""A surrogate in UTF-8, or called by its number (D800 to DFFF)."""
_MOST_LOOKED_THROUGH: Final = 64 << 20


@contextmanager
def damage_told(path: Path) -> Iterator[None]:
    """Say of a file whose parts do not hold what they should, whatever a reader found wrong, that it is damaged."""
    from defusedxml.common import DefusedXmlException  # type: ignore[import-untyped]
    from python_calamine import CalamineError

    try:
        yield
    except (
        zipfile.BadZipFile, zlib.error, struct.error, ParseError, DefusedXmlException, EOFError, OSError, UnicodeError,
        NotImplementedError, CalamineError,
    ) as error:  # fmt: skip
        raise refusal(path, _damage_of(path)) from error
    except BaseException as error:
        if type(error).__name__ != "PanicException":  # how a reader written in Rust gives up; no class to import
            raise
        raise refusal(path, _damage_of(path)) from error


def _damage_of(path: Path) -> Text:
    """Give what is wrong with a file that no reader could take: halves of characters, or damage of another sort."""
    try:
        return HALF_CHARACTERS if _has_half_characters(path) else DAMAGED
    except (OSError, zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError):
        return DAMAGED


def _has_half_characters(path: Path) -> bool:
    if not zipfile.is_zipfile(path):
        return False
    left = _MOST_LOOKED_THROUGH
    with zipfile.ZipFile(path) as archive:
        for name in (one for one in archive.namelist() if one.endswith(".xml")):
            with archive.open(name) as part:
                piece, before = b"", b""
                while left > 0 and (piece := part.read(1 << 20)):
                    left -= len(piece)
                    if _HALF.search(before + piece):
                        return True
                    before = piece[-8:]
    return False


def _office_format(path: Path, names: frozenset[str]) -> Format:
    lowered = {name.lower() for name in names}
    if "xl/workbook.xml" in lowered:
        return Format.XLSM if "xl/vbaproject.bin" in lowered else Format.XLSX
    if "word/document.xml" in lowered:
        return Format.DOCX
    if "xl/workbook.bin" in lowered:
        raise refusal(
            path,
            Text(
                "is een binaire werkmap (.xlsb). Open het in Excel, bewaar het als .xlsx en probeer het opnieuw.",
                "is a binary workbook (.xlsb). Open it in Excel, save it as .xlsx and try again.",
            ),
        )
    raise refusal(
        path,
        Text(
            "is geen werkmap en geen brief. Kies een .xlsx, .xlsm, .ods, .csv, .docx, .pdf, .txt of .json.",
            "is no workbook and no letter. Choose an .xlsx, .xlsm, .ods, .csv, .docx, .pdf, .txt or .json.",
        ),
    )


def _open_document(path: Path) -> Format:
    with zipfile.ZipFile(path) as archive:
        sort = archive.read("mimetype")[:200].decode("ascii", "replace")
        manifest = archive.read("META-INF/manifest.xml") if "META-INF/manifest.xml" in archive.namelist() else b""
    if b"encryption-data" in manifest:
        raise refusal(
            path,
            Text(
                "is beveiligd met een wachtwoord. Haal dat er in LibreOffice af, bewaar het en probeer het opnieuw.",
                "is protected with a password. Take that off in LibreOffice, save it and try again.",
            ),
        )
    if "opendocument.spreadsheet" in sort:
        return Format.ODS
    raise refusal(
        path,
        Text(
            "is een LibreOffice-bestand dat geen werkmap is. Bewaar een brief als .docx en probeer het opnieuw.",
            "is a LibreOffice file that is no workbook. Save a letter as .docx and try again.",
        ),
    )


# --- plain text -------------------------------------------------------------------------------------------------------


def _in_text(path: Path, head: bytes) -> Format:
    ending = path.suffix.lower()
    if _is_binary(head):
        words = DAMAGED if ending in {*_SHEET_NAMES, ".docx", ".pdf", ".zip"} else _UNKNOWN
        raise refusal(path, words)
    start = _decoded_head(head).lstrip("\ufeff \t\r\n")
    if ending in {*_SHEET_NAMES, ".docx"}:
        raise refusal(path, _text_called_otherwise(path, start))
    if start[:1] in {"{", "["} and ending not in {".csv", ".tsv"}:
        return Format.JSON
    if ending in {".csv", ".tsv", ".tab"}:
        return Format.CSV
    if re.match(r"<(?:!doctype|html|\?xml)", start, re.IGNORECASE):
        raise refusal(path, _WEB_PAGE)
    if ending == ".json":
        raise refusal(
            path,
            Text(
                "is geen JSON. Haal de open data opnieuw op bij de Kamer en bewaar het antwoord zoals het is.",
                "is no JSON. Fetch the open data from the Chamber again and save the answer as it is.",
            ),
        )
    return Format.CSV if _looks_like_table(start) else Format.TXT


_UNKNOWN = Text(
    "is geen werkmap, brief of open data. Kies een .xlsx, .xlsm, .ods, .csv, .docx, .pdf, .txt of .json.",
    "is no workbook, letter or open data. Choose an .xlsx, .xlsm, .ods, .csv, .docx, .pdf, .txt or .json.",
)
_WEB_PAGE = Text(
    "is een webpagina of XML-bestand en geen werkmap of brief. Open het in Excel en bewaar het als .xlsx.",
    "is a web page or XML file and no workbook or letter. Open it in Excel and save it as .xlsx.",
)


def _text_called_otherwise(path: Path, start: str) -> Text:
    if start.startswith("<"):
        return _WEB_PAGE
    ending = path.suffix.lower()
    other = ".txt" if ending == ".docx" else ".csv"
    return Text(
        f"heet {ending}, maar is gewone tekst. Geef het de naam “{path.stem}{other}” en probeer het opnieuw.",
        f"is called {ending}, but is plain text. Name it “{path.stem}{other}” and try again.",
    )


def _is_binary(head: bytes) -> bool:
    if head.startswith((codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) or _wide_encoding(head):
        return False
    odd = sum(byte < 32 and byte not in b"\t\n\r\x0b\x0c\x1a\x1b" for byte in head)
    return odd > len(head) // 50


def _decoded_head(head: bytes) -> str:
    return head.decode(encoding_of(head), "replace")


def encoding_of(content: bytes) -> str:
    """Tell the encoding of a text: by its mark, as UTF-16 without one, as UTF-8, else as Windows writes (cp1252)."""
    if content.startswith(codecs.BOM_UTF8):
        return "utf-8-sig"
    if content.startswith((codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE)):
        return "utf-32"
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "utf-16"
    if wide := _wide_encoding(content[:_HEAD_BYTES]):
        return wide
    decoder = codecs.getincrementaldecoder("utf-8")()
    try:
        for start in range(0, len(content), _PIECE):  # all of it at once could take four times its room
            decoder.decode(content[start : start + _PIECE], final=False)  # a head may end within a character
    except UnicodeDecodeError:
        return "cp1252"
    return "utf-8"


def _wide_encoding(head: bytes) -> str | None:
    """Tell UTF-16 without its mark: of Western text every other byte is nought."""
    if len(head) < 4 or b"\x00" not in head:
        return None
    even, odd = head[::2].count(0), head[1::2].count(0)
    half = len(head) // 2
    if odd > half * 0.6 and even < half * 0.1:
        return "utf-16-le"
    return "utf-16-be" if even > half * 0.6 and odd < half * 0.1 else None


def _looks_like_table(start: str) -> bool:
    lines = [line for line in start.splitlines()[:20] if line.strip()][:-1] or start.splitlines()[:1]
    for separator in ("\t", ";"):
        counts = [line.count(separator) for line in lines]
        if len(counts) > 1 and min(counts) >= 1 and max(counts) - min(counts) <= 1:
            return True
    return False


def json_of(path: Path, content: bytes | None = None) -> object:
    """Give what a JSON file holds. Raises CannotRead, with the line where it goes wrong."""
    given = path.read_bytes() if content is None else content
    try:
        return json.loads(given.decode(encoding_of(given), "replace"))
    except json.JSONDecodeError as error:
        raise refusal(
            path,
            Text(
                f"is geen hele JSON: het gaat mis op regel {error.lineno}, teken {error.colno}. Waarschijnlijk is het "
                "niet helemaal opgehaald. Haal het opnieuw op.",
                f"is not whole JSON: it goes wrong on line {error.lineno}, character {error.colno}. Probably it was "
                "not fetched completely. Fetch it again.",
            ),
        ) from error
    except RecursionError as error:
        raise refusal(
            path,
            Text(
                "is veel te diep genest en is geen open data van de Kamer.",
                "is nested far too deep and is no open data of the Chamber.",
            ),
        ) from error
