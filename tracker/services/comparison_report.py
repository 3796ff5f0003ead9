"""A comparison with the Kamer's open data as a workbook to work through: what differs, and what is missing here."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from tracker.basics.language import Language, Text
from tracker.basics.whole_file import replacing
from tracker.records.registry import kind_of, kind_of_reference
from tracker.services.comparing import Comparison, label_of

if TYPE_CHECKING:
    from tracker.exchange.reports.comparison import ComparisonMaterial


def write_comparison(
    found: Comparison, target: Path, *, source: str, register: str, today: date, language: Language = Language.DUTCH
) -> None:
    """Write a comparison to a workbook, whole or not at all. ``source`` is the file that was compared.

    Raises CannotWrite where the target is open in Excel, DiskFull.
    """
    from tracker.exchange.reports.comparison import lay_out  # heavy: openpyxl
    from tracker.exchange.sheet_writer import write_book

    book = lay_out(_material(found, source, register, today, language))
    with replacing(target) as beside:
        write_book(book, beside)


def _material(found: Comparison, source: str, register: str, today: date, language: Language) -> ComparisonMaterial:
    from tracker.exchange.reports.comparison import ComparisonMaterial

    differing = []
    for one in found.differences:
        kind = kind_of_reference(one.reference)
        label = Text.same(one.field) if kind is None else label_of(one.field, kind.code)
        differing.append((one.reference, one.number, one.title, label.to(language), one.ours, one.theirs))
    missing = [
        (one.number, kind_of(one.kind).one.to(language), one.title, one.on, one.minister, one.status, one.place)
        for one in found.missing
    ]
    return ComparisonMaterial(
        tuple(differing), tuple(missing), found.compared, found.others, found.incomplete, source, register, today,
        datetime.now().astimezone(), language,
    )  # fmt: skip
