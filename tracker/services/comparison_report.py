"""A comparison with the Kamer's open data as a workbook to work through: what differs, and what is missing here."""

from __future__ import annotations

from collections.abc import Container
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from tracker.basics.language import Language, Text
from tracker.basics.whole_file import replacing
from tracker.records.registry import kind_of
from tracker.services.comparing import Comparison
from tracker.services.seen import Key

if TYPE_CHECKING:
    from tracker.exchange.reports.comparison import ComparisonMaterial

_SEEN = Text("bekeken", "seen")


def write_comparison(
    found: Comparison, target: Path, *, source: str, register: str, today: date, language: Language = Language.DUTCH,
    seen: Container[Key] = frozenset(),
) -> None:  # fmt: skip
    """Write a comparison to a workbook, whole or not at all. ``source`` is the file that was compared.

    ``seen`` are the keys of what somebody looked at already. Raises CannotWrite where the target is open in Excel,
    DiskFull.
    """
    from tracker.exchange.reports.comparison import lay_out  # heavy: openpyxl
    from tracker.exchange.sheet_writer import write_book

    book = lay_out(_material(found, source, register, today, language, seen))
    with replacing(target) as beside:
        write_book(book, beside)


def _material(
    found: Comparison, source: str, register: str, today: date, language: Language, seen: Container[Key]
) -> ComparisonMaterial:
    from tracker.exchange.reports.comparison import ComparisonMaterial

    def look(key: Key) -> str:
        return _SEEN.to(language) if key in seen else ""

    differing = tuple(
        (one.reference, one.number, one.title, one.label.to(language), *(side.to(language) for side in one.sides),
         look(one.key))
        for one in found.differences
    )  # fmt: skip
    missing = tuple(
        (one.number, kind_of(one.kind).one.to(language), one.title, one.on, one.minister,
         one.status_words.to(language), one.place.words(language), look(one.key))
        for one in found.missing
    )  # fmt: skip
    return ComparisonMaterial(
        differing, missing, found.compared, found.others, found.incomplete, source, register, today,
        datetime.now().astimezone(), language,
    )  # fmt: skip
