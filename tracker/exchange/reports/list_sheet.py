"""The list on show as one sheet: its own columns, order and groups, and at the head what it is a list of."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from tracker.basics.language import Language, Text
from tracker.exchange.reports.title_block import CONTINUED, PAGE_WORDS
from tracker.exchange.sheets import Book, Column, Heading, Line, Sheet

_EMPTY = Text("Deze lijst is leeg.", "This list is empty.")


@dataclass(frozen=True)
class ListMaterial:
    """What the sheet is made from. ``lines`` are read while they are written; ``size`` is how many there are."""

    title: str
    facts: tuple[str, ...]
    columns: tuple[Column, ...]
    lines: Iterable[Line]
    size: int
    made: datetime
    language: Language = Language.DUTCH


def lay_out(material: ListMaterial) -> Book:
    """Lay out the list: one sheet, for further work in Excel."""
    page, of = (words.to(material.language) for words in PAGE_WORDS)
    sheet = Sheet(
        material.title, material.columns, material.lines, material.size, _EMPTY.to(material.language),
        Heading(material.title, material.facts), for_reading=False,
    )  # fmt: skip
    return Book(material.title, (sheet,), material.made, (page, of), CONTINUED.to(material.language))
