"""The large workbook that imports are measured on, and the register that it becomes; made once, kept in the folder."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from xml.sax.saxutils import escape

from openpyxl import Workbook
from openpyxl.utils import get_column_letter

from tests import builders as build
from tests.benchmark.probe import Ground
from tracker.records.proposal import FileReading
from tracker.services.editor import Editor
from tracker.services.importing.applying import apply_plan
from tracker.services.importing.files import read_file
from tracker.services.importing.plan import ImportPlan
from tracker.store.header import SCHEMA_VERSION
from tracker.store.record_store import Store

HEADINGS = (
    "Nr", "Toezegging", "Tekst", "Bewindspersoon", "Debat", "Datum", "Termijn", "Status", "Stand van zaken", "Trekker",
    "Betrokken", "Dossierhouder", "Prioriteit", "Thema", "Dossier", "Vindplaats", "Landen", "Budget", "Link",
    "Opmerkingen", "Vlag", "Map", "Volgorde", "Steekwoord", "Ambtelijk akkoord",
)  # fmt: skip
COLUMNS = len(HEADINGS)
_NOTE = "De werkgroep verkent twee wegen: een vierde partij uit de zorg en een onafhankelijke commissie."
_SHEET = "xl/worksheets/sheet1.xml"
_DAY_STYLE = 1
_STRINGS = "xl/sharedStrings.xml"
_OFFICE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"
_MORE = {
    "[Content_Types].xml": (
        b"</Types>", f'<Override PartName="/{_STRINGS}" ContentType="{_OFFICE}"/></Types>'.encode()
    ),
}  # fmt: skip
"""openpyxl keeps the few texts of its own in the cells, and so declares no shared ones."""


def large_workbook(ground: Ground) -> Path:
    """Give a workbook of as many commitments as the large register has records, 25 columns each."""
    path = ground.folder / f"werkmap-{ground.records}.xlsx"
    if not path.exists():
        making = path.with_suffix(".half")
        _write(making, ground.records)
        making.rename(path)
    return path


def read_large(ground: Ground) -> FileReading:
    """Read the large workbook as the program does."""
    return read_file(large_workbook(ground), today=build.TODAY)


def rehearsed_large(ground: Ground, store: Store) -> ImportPlan:
    """Read and rehearse it into a register."""
    plan = ImportPlan(store, [read_large(ground)], today=build.TODAY)
    plan.rehearse()
    plan.accept_all()
    return plan


def imported_large(ground: Ground) -> Path:
    """Give the register that the large workbook became."""
    path = ground.folder / f"ingevoerd-{ground.records}-schema-{SCHEMA_VERSION}.db"
    if not path.exists():
        making = ground.folder / f"half-ingevoerd-{ground.records}.db"
        making.unlink(missing_ok=True)
        with Store.new(making, build.ACTOR, build.FixedClock()) as store:
            apply_plan(Editor(store), rehearsed_large(ground, store))
        making.rename(path)
    return path


def _row(number: int) -> tuple[str | int | date, ...]:
    said = date(2022, 1, 3) + timedelta(days=number % 1500)
    return (
        f"TZ{said:%Y%m}-{number:06}", f"Toezegging {number} over de opvang van slachtoffers in regio {number % 25}",
        f"De minister zegt toe de Kamer te informeren over onderdeel {number % 977} van de aanpak.", "MJenV",
        f"Commissiedebat Zeden {number % 1500 % 97}", said, said + timedelta(days=90 + number % 400),
        ("Open", "Afgedaan", "In behandeling")[number % 3], f"{_NOTE} Stand {number % 501}.",
        ("DGRR", "DGSenB", "DGPenV")[number % 3], ("politie", "OM", "Comensha", "IND")[number % 4],
        f"medewerker{number % 40}@minjenv.nl", ("hoog", "normaal", "laag")[number % 3], f"Thema {number % 30}",
        f"{28000 + number % 60}", f"Kamerstukken II 2025/26, {28000 + number % 60}, nr. {number % 400 + 1}",
        ("NL", "DE, BE", "RO; ES")[number % 3], 1000 * (number % 900 + 1), f"https://www.tweedekamer.nl/{number}",
        f"Zie map {number % 61}", "ja" if number % 2 else "nee", f"M{number % 700}", number, f"woord {number % 211}",
        "akkoord",
    )  # fmt: skip


def _write(path: Path, rows: int) -> None:
    """Write what Excel would: texts shared, days by their style. openpyxl needs a minute and a half for it."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet["A1"], sheet["B1"] = "x", date(2026, 1, 1)  # brings the style of a day along
    plain = io.BytesIO()
    book.save(plain)
    texts: dict[str, int] = {}
    with zipfile.ZipFile(plain) as old, zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as new:
        for part in old.namelist():
            if part not in (_SHEET, _STRINGS):
                new.writestr(part, old.read(part).replace(*_MORE.get(part, (b"", b""))))
        with new.open(_SHEET, "w", force_zip64=True) as file:
            for piece in _sheet(rows, texts):
                file.write(piece.encode())
        with new.open(_STRINGS, "w", force_zip64=True) as file:
            file.write(f'<sst xmlns="{_NAMES}" count="{len(texts)}" uniqueCount="{len(texts)}">'.encode())
            for text in texts:
                file.write(f"<si><t>{escape(text)}</t></si>".encode())
            file.write(b"</sst>")


_NAMES = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_EPOCH = date(1899, 12, 30)


def _sheet(rows: int, texts: dict[str, int]) -> Iterator[str]:
    yield f'<worksheet xmlns="{_NAMES}"><dimension ref="A1:{get_column_letter(COLUMNS)}{rows + 1}"/><sheetData>'
    letters = [get_column_letter(column) for column in range(1, COLUMNS + 1)]
    for place in range(1, rows + 2):
        values = HEADINGS if place == 1 else _row(place - 1)
        cells = "".join(_cell(f"{letter}{place}", value, texts) for letter, value in zip(letters, values, strict=True))
        yield f'<row r="{place}">{cells}</row>'
    yield "</sheetData></worksheet>"


def _cell(spot: str, value: str | int | date, texts: dict[str, int]) -> str:
    if isinstance(value, date):
        return f'<c r="{spot}" s="{_DAY_STYLE}"><v>{(value - _EPOCH).days}</v></c>'
    if isinstance(value, int):
        return f'<c r="{spot}"><v>{value}</v></c>'
    return f'<c r="{spot}" t="s"><v>{texts.setdefault(value, len(texts))}</v></c>'
