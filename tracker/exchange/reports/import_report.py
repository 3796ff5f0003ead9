"""What an import did or would do, as a workbook: counts, new records, changed cells, and what was not taken over."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

from tracker.basics.formats import moment_words
from tracker.basics.language import Language, Text
from tracker.exchange.reports.title_block import CONTINUED, PAGE_WORDS
from tracker.exchange.sheets import Book, Column, Heading, Row, Sheet

TITLE: Final = Text("Verslag van de import", "Report of the import")
REHEARSAL: Final = Text("Proef van de import", "Rehearsal of the import")
_NOTHING_CHANGED: Final = Text(
    "Dit is een proef: er is nog niets veranderd in het register.",
    "This is a rehearsal: nothing was changed in the register yet.",
)
_RECORDS_ADD_UP: Final = Text(
    "Records gelezen = nieuw + gewijzigd + gelijk + geweigerd + nog te beslissen + overgeslagen.",
    "Records read = new + changed + same + refused + to be decided + skipped.",
)
_CELLS_ADD_UP: Final = Text(
    "Cellen gelezen = bij een record + als opmerking + koppen en opmaak + niet begrepen; ook de cellen van records die "
    "niet worden overgenomen tellen mee. Van een brief tellen de zinnen.",
    "Cells read = with a record + as remark + headings and layout + not understood; cells of records that are not "
    "taken over count too. Of a letter the sentences count.",
)
_FILE = (Text("Bestand", "File"), 28)
_PLACE = (Text("Plaats", "Place"), 22)
_COUNTS: Final = (
    _FILE,
    (Text("Records gelezen", "Records read"), 11),
    (Text("Nieuw", "New"), 9),
    (Text("Gewijzigd", "Changed"), 11),
    (Text("Gelijk", "Same"), 9),
    (Text("Geweigerd", "Refused"), 11),
    (Text("Nog te beslissen", "To be decided"), 11),
    (Text("Overgeslagen", "Skipped"), 14),
    (Text("Cellen gelezen", "Cells read"), 11),
    (Text("Bij een record", "With a record"), 11),
    (Text("Als opmerking", "As remark"), 12),
    (Text("Koppen en opmaak", "Headings and layout"), 12),
    (Text("Niet begrepen", "Not understood"), 12),
)
_MADE: Final = (
    _FILE,
    _PLACE,
    (Text("Nr.", "No."), 9),
    (Text("Soort", "Kind"), 20),
    (Text("Onderwerp", "Subject"), 80),
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
_NOTICES: Final = (_FILE, (Text("Melding", "Notice"), 110))


@dataclass(frozen=True)
class ImportMaterial:
    """What the workbook shows, in words of its language: the rows of each sheet in the order of its columns."""

    counts: tuple[tuple[str | int, ...], ...]
    made: tuple[tuple[str, ...], ...]
    changes: tuple[tuple[str, ...], ...]
    others: tuple[tuple[str, ...], ...]
    notices: tuple[tuple[str, ...], ...]
    register: str
    today: date
    made_at: datetime
    language: Language
    is_rehearsal: bool = False

    @property
    def title(self) -> str:
        """Give what the workbook is called."""
        return (REHEARSAL if self.is_rehearsal else TITLE).to(self.language)


def lay_out(material: ImportMaterial) -> Book:
    """Lay out the sheets."""
    page, of = (words.to(material.language) for words in PAGE_WORDS)
    none_new = Text("Er zijn geen nieuwe records.", "There are no new records.")
    none_changed = Text("Er is niets gewijzigd aan wat er al was.", "Nothing was changed of what was there.")
    if material.is_rehearsal:
        none_changed = Text("Er verandert niets aan wat er al is.", "Nothing changes of what is there.")
    sheets = (
        _sheet(material, Text("Aantallen", "Numbers"), _COUNTS, material.counts, Text("Niets.", "Nothing."),
               (_RECORDS_ADD_UP, _CELLS_ADD_UP)),
        _sheet(material, Text("Nieuw", "New"), _MADE, material.made, none_new),
        _sheet(material, Text("Gewijzigd", "Changed"), _CHANGES, material.changes, none_changed),
        _sheet(material, Text("Niet overgenomen", "Not taken over"), _OTHERS, material.others,
               Text("Alles komt mee.", "Everything comes along.")),
        _sheet(material, Text("Meldingen", "Notices"), _NOTICES, material.notices,
               Text("Er zijn geen meldingen.", "There are no notices.")),
    )  # fmt: skip
    return Book(material.title, sheets, material.made_at, (page, of), CONTINUED.to(material.language))


def _sheet(
    material: ImportMaterial, name: Text, declared: tuple[tuple[Text, int], ...],
    rows: tuple[tuple[str | int, ...], ...] | tuple[tuple[str, ...], ...], when_empty: Text,
    explained: tuple[Text, ...] = (),
) -> Sheet:  # fmt: skip
    language = material.language
    columns = tuple(
        Column(label.to(language), width, is_key=place < 2) for place, (label, width) in enumerate(declared)
    )
    made = Text("Gemaakt op", "Made on").to(language)
    register = Text("Register", "Register").to(language)
    facts = [
        f"{made}: {moment_words(material.made_at, language)}   |   {register}: {material.register}",
        *((_NOTHING_CHANGED.to(language),) if material.is_rehearsal else ()),
        *(words.to(language) for words in explained),
    ]
    heading = Heading(f"{material.title}: {name.to(language).lower()}", tuple(facts))
    lines = [Row(tuple(row)) for row in rows]
    return Sheet(name.to(language), columns, lines, len(lines), when_empty.to(language), heading)
