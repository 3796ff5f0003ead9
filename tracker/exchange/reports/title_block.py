"""What all reports share around their table: title block, columns, and the words at the foot of a page."""

from __future__ import annotations

from datetime import datetime

from tracker.basics.formats import day_words
from tracker.basics.language import Language, Text
from tracker.exchange.reports.material import Material
from tracker.exchange.reports.phrases import long_day
from tracker.exchange.sheets import Book, Column, Heading, Sheet
from tracker.records.letter import DAY_ASSUMED, letter_reference
from tracker.records.snapshot import Part

PAGE_WORDS = Text("Pagina", "Page"), Text("van", "of")
CONTINUED = Text("vervolg", "continued")
_SEPARATOR = "   |   "


def made_book(material: Material, title: str, sheets: tuple[Sheet, ...]) -> Book:
    """Give a workbook of these sheets, with the words of its language."""
    page, of = (words.to(material.language) for words in PAGE_WORDS)
    return Book(title, sheets, material.made, (page, of), material.say(CONTINUED))


def columns(material: Material, declared: tuple[tuple[Text, int], ...], keys: int) -> tuple[Column, ...]:
    """Give the columns of a table from labels and widths; the first ``keys`` say which record a row is about."""
    return tuple(
        Column(material.say(label), width, is_key=place < keys) for place, (label, width) in enumerate(declared)
    )


def heading(
    material: Material,
    title: str,
    more: tuple[str, ...] = (),
    *,
    counts_left_out: bool = True,
    goes_outside: bool = False,
) -> Heading:
    """Give the title block of a sheet, with more facts below the usual ones.

    The register's own workbook leaves nothing out and does not speak of it. Of a sheet that ``goes_outside`` the pages
    have title, day and letter at their head: register, filter and what was left out are for ourselves, on the screen.
    """
    say = material.say
    as_of = f"{say(Text('Peildatum', 'As of'))}: {long_day(material.today, material.language)}"
    about = [
        as_of,
        f"{say(Text('Bron', 'Source'))}: {material.register_name}",
        f"{say(Text('Selectie', 'Selection'))}: {say(material.selection)}",
    ]
    facts, paper = [_SEPARATOR.join(about)], as_of
    if material.letter is not None:
        belongs = f"{say(Text('Bij', 'With'))}: {_letter_name(material, material.letter)}"
        facts.append(belongs)
        paper += f"{_SEPARATOR}{belongs}"
    if counts_left_out:
        facts.append(left_out_words(material.left_out, material.language))
    return Heading(title, tuple(facts), more, paper if goes_outside else "")


def _letter_name(material: Material, letter: Part) -> str:
    assumed = f", {material.say(DAY_ASSUMED)}" if letter["day_assumed"] else ""
    day = f" ({day_words(letter['day'], material.language)}{assumed})" if letter["day"] else ""
    return f"{letter_reference(letter['number'])} {letter['title']}{day}"


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
