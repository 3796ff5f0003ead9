"""The register held against a Chamber's open data, as a workbook: one sheet of differences, one of what is missing."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

from tracker.basics.language import Language, Text
from tracker.exchange.reports.phrases import capital, long_day
from tracker.exchange.reports.title_block import CONTINUED, PAGE_WORDS
from tracker.exchange.sheets import Book, Cell, Column, Heading, Look, Row, Sheet
from tracker.records.citation import first_citation

TITLE = Text("Vergelijking met de Kamer", "Comparison with the Chamber")
_DIFFERENCES: Final = (
    (Text("Nr.", "No."), 9),
    (Text("Nummer Kamer", "Chamber’s number"), 18),
    (Text("Onderwerp", "Subject"), 44),
    (Text("Wat verschilt", "What differs"), 18),
    (Text("In dit register", "In this register"), 30),
    (Text("Bij de Kamer", "With the Chamber"), 30),
    (Text("Bekeken", "Seen"), 10),
)
_MISSING: Final = (
    (Text("Nummer Kamer", "Chamber’s number"), 20),
    (Text("Soort", "Kind"), 14),
    (Text("Onderwerp", "Subject"), 50),
    (Text("Datum", "Day"), 13),
    (Text("Bewindspersoon", "Minister"), 30),
    (Text("Stand bij de Kamer", "State with the Chamber"), 18),
    (Text("Plaats in het bestand", "Place in the file"), 20),
    (Text("Bekeken", "Seen"), 10),
)


@dataclass(frozen=True)
class ComparisonMaterial:
    """What the workbook shows, in words of its language: rows of both sheets in the order of their columns."""

    differences: tuple[tuple[str, ...], ...]
    missing: tuple[tuple[str | date | None, ...], ...]
    compared: int
    others: int
    incomplete: Text | None
    source: str
    register: str
    today: date
    made: datetime
    language: Language


def lay_out(material: ComparisonMaterial) -> Book:
    """Lay out both sheets."""
    language = material.language
    title = TITLE.to(language)
    page, of = (words.to(language) for words in PAGE_WORDS)
    sheets = (
        _sheet(
            material, Text("Verschillen", "Differences"), _DIFFERENCES, 3,
            [_difference(row) for row in material.differences],
            Text("Er zijn geen verschillen.", "There are no differences."),
        ),
        _sheet(
            material, Text("Ontbreekt hier", "Missing here"), _MISSING, 3, [_absent(row) for row in material.missing],
            Text("Er ontbreekt niets.", "Nothing is missing."),
        ),
    )  # fmt: skip
    return Book(title, sheets, material.made, (page, of), CONTINUED.to(language))


def _sheet(
    material: ComparisonMaterial, name: Text, declared: tuple[tuple[Text, int], ...], keys: int, rows: list[Row],
    when_empty: Text,
) -> Sheet:  # fmt: skip
    language = material.language
    columns = tuple(
        Column(label.to(language), width, is_key=place < keys) for place, (label, width) in enumerate(declared)
    )
    heading = Heading(f"{TITLE.to(language)}: {name.to(language).lower()}", _facts(material))
    return Sheet(name.to(language), columns, rows, len(rows), when_empty.to(language), heading)


def _facts(material: ComparisonMaterial) -> tuple[str, ...]:
    language = material.language
    about = (
        f"{Text('Peildatum', 'As of').to(language)}: {long_day(material.today, language)}",
        f"{Text('Register', 'Register').to(language)}: {material.register}",
        f"{Text('Vergeleken met', 'Compared with').to(language)}: {material.source}",
    )
    counted = Text(
        f"In beide: {material.compared}. Ontbreekt hier: {len(material.missing)}. Van andere bewindspersonen en niet "
        f"genoemd: {material.others}.",
        f"In both: {material.compared}. Missing here: {len(material.missing)}. Of other ministers and not listed: "
        f"{material.others}.",
    )
    facts = ["   |   ".join(about), counted.to(language)]
    if material.incomplete is not None:
        facts.append(material.incomplete.to(language))
    return tuple(facts)


def _difference(row: tuple[str, ...]) -> Row:
    reference, number, title, *rest = row
    return Row((reference, _linked(number), Cell(title, look=Look.STRONG), *rest))


def _absent(row: tuple[str | date | None, ...]) -> Row:
    number, kind, title, *rest = row
    return Row((_linked(str(number)), capital(str(kind)), Cell(str(title), look=Look.STRONG), *rest))


def _linked(number: str) -> str | Cell:
    cited = first_citation(number)
    return number if cited is None or cited.url is None else Cell(number, cited.url, Look.LINK)
