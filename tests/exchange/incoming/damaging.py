"""Good files of every sort that is taken in, and what becomes of files on their way: cut, turned round, mixed up."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from pathlib import Path
from random import Random

from tests import builders as build
from tests.exchange.incoming import hostile
from tests.exchange.letters.making import as_docx, as_pdf
from tests.importing_samples import LETTER, LIST, PAGE
from tracker.basics.errors import TrackerError
from tracker.services.importing.files import take_file

_READ_OF_EACH = 50
_MIXED_IN = (b"\x00", b"\xff\xfe", b"\xed\xa0\x80", b"<!ENTITY a 'b'>", b'"', b"&#0;", b"]]>", b"9" * 400, b"-1", b"{[")


def _xlsx(folder: Path) -> Path:
    rows = [line.split(";") for line in LIST.splitlines()]
    cells = {f"{'ABCDEFGH'[column]}{row}": text for row, line in enumerate(rows, 1) for column, text in enumerate(line)}
    return hostile.workbook(folder / "lijst.xlsx", cells)


def _ods(folder: Path) -> Path:
    lines = "".join(
        "<table:table-row>"
        + "".join(f"<table:table-cell><text:p>{cell}</text:p></table:table-cell>" for cell in line.split(";"))
        + "</table:table-row>"
        for line in LIST.splitlines()
    )
    content = (
        '<?xml version="1.0"?><office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
        'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
        'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:spreadsheet>'
        f'<table:table table:name="Blad1">{lines}</table:table></office:spreadsheet></office:body>'
        "</office:document-content>"
    )
    parts = {
        "mimetype": b"application/vnd.oasis.opendocument.spreadsheet",
        "content.xml": content.encode(),
        "META-INF/manifest.xml": b'<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest'
        b':1.0"/>',
    }
    return hostile.archive(folder / "lijst.ods", parts)


def _text(name: str, text: str) -> Callable[[Path], Path]:
    def make(folder: Path) -> Path:
        path = folder / name
        path.write_text(text, encoding="utf-8")
        return path

    return make


def _own_workbook(folder: Path) -> Path:
    from tracker.services.reporting import write_report  # with openpyxl: only for this one

    target = folder / "register.xlsx"
    with build.new_store(folder / "bron.db") as store:
        build.commitment(store, title="Een brief sturen", number="TZ202605-101")
        build.motion(store, title="Jaarlijks monitoren", citation="36 547, nr. 36")
        write_report(store, "register", target, today=build.TODAY)
    return target


GOOD: dict[str, Callable[[Path], Path]] = {
    "xlsx": _xlsx,
    "ods": _ods,
    "csv": _text("lijst.csv", LIST),
    "docx": lambda folder: as_docx(LETTER, folder / "brief.docx"),
    "txt": _text("brief.txt", LETTER),
    "pdf": lambda folder: as_pdf(LETTER, folder / "brief.pdf"),
    "json": _text("pagina.json", PAGE),
    "zip": lambda folder: hostile.archive(folder / "paginas.zip", {"1.json": PAGE.encode(), "2.json": PAGE.encode()}),
    "register": _own_workbook,
}
"""A good file of each sort, by name."""


def damaged(content: bytes, chance: Random) -> bytes:
    """Give a file as it may arrive: a few bytes changed, cut, doubled or mixed in; in a .zip also within its parts."""
    if content[:2] == b"PK" and chance.random() < 0.7:
        return _damaged_part(content, chance)
    return _damaged_bytes(content, chance)


def _damaged_bytes(content: bytes, chance: Random) -> bytes:
    made = bytearray(content)
    for _ in range(chance.randint(1, 4)):
        place = chance.randrange(len(made) + 1)
        length = min(len(made) - place, chance.choice((1, 2, 16, 200)))
        match chance.randrange(5):
            case 0 if length:
                made[place] ^= 1 << chance.randrange(8)
            case 1:
                del made[place : place + length]
            case 2:
                made[place:place] = made[place : place + length] * chance.choice((1, 3, 50))
            case 3:
                made[place : place + length] = chance.choice(_MIXED_IN)
            case _ if chance.random() < 0.2:
                del made[place:]
    return bytes(made)


def _damaged_part(content: bytes, chance: Random) -> bytes:
    given = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(given, "w", zipfile.ZIP_DEFLATED) as new:
        parts = old.infolist()
        hit = chance.randrange(len(parts))
        for number, part in enumerate(parts):
            inner = old.read(part)
            if number != hit:
                new.writestr(part.filename, inner)
            elif chance.random() < 0.9:  # else the part is lost
                new.writestr(part.filename, _damaged_bytes(inner, chance))
    return given.getvalue()


def read_or_refused(path: Path) -> str | None:
    """Read a file and the first of what it proposes. Gives None, or the sentence with which it was refused."""
    try:
        reading = take_file(path, today=build.TODAY).reading
        for number in range(min(_READ_OF_EACH, len(reading.proposals))):
            _ = reading.proposals[number]
    except TrackerError as error:
        return error.words.nl
    return None


def tried(good: bytes, path: Path, seed: int) -> str | None:
    """Damage a file in one way, the same for the same seed, and read it. Raises whatever is no refusal."""
    path.write_bytes(damaged(good, Random(seed)))
    return read_or_refused(path)
