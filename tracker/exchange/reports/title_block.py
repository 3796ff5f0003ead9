"""The block above each report: title, peildatum, register, selection, and what was left out."""

from __future__ import annotations

from datetime import datetime

from tracker.basics.language import Language, Text
from tracker.exchange.reports.material import Material
from tracker.exchange.reports.phrases import long_day
from tracker.exchange.sheets import Heading

PAGE_WORDS = Text("Pagina", "Page"), Text("van", "of")
_SEPARATOR = "   |   "


def heading(material: Material, title: str, *, counts_left_out: bool = True) -> Heading:
    """Give the title block of a sheet. The register's own workbook leaves nothing out and does not speak of it."""
    say = material.say
    about = [
        f"{say(Text('Peildatum', 'As of'))}: {long_day(material.today, material.language)}",
        f"{say(Text('Bron', 'Source'))}: {material.register_name}",
        f"{say(Text('Selectie', 'Selection'))}: {say(material.selection)}",
    ]
    facts = [_SEPARATOR.join(about)]
    if material.letter is not None:
        facts.append(f"{say(Text('Bij', 'With'))}: {material.name_of('letter', material.letter.id)}")
    if counts_left_out:
        facts.append(left_out_words(material.left_out, material.language))
    return Heading(title, tuple(facts))


def left_out_words(count: int, language: Language) -> str:
    """Say how many records are not in a report because of their marking."""
    if count == 0:
        words = Text(
            "Niet opgenomen: geen enkel record; alle gekozen records zijn openbaar.",
            "Left out: nothing; all chosen records are public.",
        )
    elif count == 1:
        words = Text("Niet opgenomen: 1 record dat niet openbaar is.", "Left out: 1 record that is not public.")
    else:
        words = Text(
            f"Niet opgenomen: {count} records die niet openbaar zijn.",
            f"Left out: {count} records that are not public.",
        )
    return words.to(language)


def moment_words(moment: datetime, language: Language) -> str:
    """Give a moment as people write it."""
    return f"{long_day(moment.date(), language)}, {moment:%H:%M}"


def page_words(language: Language) -> tuple[str, str]:
    """Give the words around page numbers."""
    return PAGE_WORDS[0].to(language), PAGE_WORDS[1].to(language)
