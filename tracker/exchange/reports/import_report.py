"""What an import did, as a workbook: the counts, the cells that changed, and everything that was not taken over."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

from tracker.basics.language import Language, Text
from tracker.exchange.reports.phrases import long_day
from tracker.exchange.reports.title_block import CONTINUED, PAGE_WORDS
from tracker.exchange.sheets import Book, Column, Heading, Row, Sheet

TITLE: Final = Text("Verslag van de import", "Report of the import")
_FILE = (Text("Bestand", "File"), 28)
_PLACE = (Text("Plaats", "Place"), 22)
_COUNTS: Final = (
    _FILE,
    (Text("Gelezen", "Read"), 10),
    (Text("Nieuw", "New"), 10),
    (Text("Gewijzigd", "Changed"), 11),
    (Text("Gelijk", "Same"), 10),
    (Text("Geweigerd", "Refused"), 11),
    (Text("Nog te beslissen", "To be decided"), 16),
    (Text("Overgeslagen", "Skipped"), 13),
    (Text("Cellen", "Cells"), 10),
    (Text("Overgenomen", "Taken over"), 13),
    (Text("Als opmerking", "As remark"), 14),
    (Text("Indeling", "Layout"), 10),
    (Text("Niet begrepen", "Not understood"), 14),
)
_CHANGES: Final = (
    _FILE,
    _PLACE,
    (Text("Nr.", "No."), 9),
    (Text("Wat", "What"), 24),
    (Text("Was", "Was"), 50),
    (Text("Wordt", "Becomes"), 50),
)
_OTHERS: Final = (
    _FILE,
    _PLACE,
    (Text("Wat ermee is gedaan", "What was done with it"), 20),
    (Text("Tekst", "Text"), 50),
    (Text("Waarom", "Why"), 50),
)


@dataclass(frozen=True)
class ImportMaterial:
    """What the workbook shows, in words of its language: the rows of each sheet in the order of its columns."""

    counts: tuple[tuple[str | int, ...], ...]
    changes: tuple[tuple[str, ...], ...]
    others: tuple[tuple[str, ...], ...]
    register: str
    today: date
    made: datetime
    language: Language


def lay_out(material: ImportMaterial) -> Book:
    """Lay out the sheets."""
    page, of = (words.to(material.language) for words in PAGE_WORDS)
    sheets = (
        _sheet(material, Text("Aantallen", "Numbers"), _COUNTS, material.counts, Text("Niets.", "Nothing.")),
        _sheet(
            material, Text("Gewijzigd", "Changed"), _CHANGES, material.changes,
            Text("Er is niets gewijzigd aan wat er al was.", "Nothing was changed of what was there."),
        ),
        _sheet(
            material, Text("Niet overgenomen", "Not taken over"), _OTHERS, material.others,
            Text("Alles is overgenomen.", "Everything was taken over."),
        ),
    )  # fmt: skip
    title = TITLE.to(material.language)
    return Book(title, sheets, material.made, (page, of), CONTINUED.to(material.language))


def _sheet(
    material: ImportMaterial, name: Text, declared: tuple[tuple[Text, int], ...],
    rows: tuple[tuple[str | int, ...], ...] | tuple[tuple[str, ...], ...], when_empty: Text,
) -> Sheet:  # fmt: skip
    language = material.language
    columns = tuple(
        Column(label.to(language), width, is_key=place < 2) for place, (label, width) in enumerate(declared)
    )
    fact = (
        f"{Text('Peildatum', 'As of').to(language)}: {long_day(material.today, language)}   |   "
        f"{Text('Register', 'Register').to(language)}: {material.register}"
    )
    heading = Heading(f"{TITLE.to(language)}: {name.to(language).lower()}", (fact,))
    lines = [Row(tuple(row)) for row in rows]
    return Sheet(name.to(language), columns, lines, len(lines), when_empty.to(language), heading)
