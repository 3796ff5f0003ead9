"""Writing the list on show to a workbook: the records, columns, order and groups that the screen has."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING

from tracker.basics.formats import day_words
from tracker.basics.language import Language, Text
from tracker.basics.whole_file import replacing
from tracker.records.snapshot import Record, Summary
from tracker.services.paper import INTERNAL_WARNING, NOT_PUBLIC_WARNING, not_public
from tracker.services.reporting import RECORDS_AT_ONCE, Progress, ReportResult
from tracker.store.record_store import Store

if TYPE_CHECKING:
    from tracker.exchange.sheets import Line

LIST = "list"
"""The code under which an export of the list stands in the change log."""
_PIXELS_PER_CHARACTER, _NARROWEST, _WIDEST = 7, 9, 62


@dataclass(frozen=True)
class ListColumn:
    """One column: its label, its width on the screen, and what it holds of a record: text, or a day or number.

    ``needs_record``: the summary of a record does not have it; ``is_internal``: it does not leave the house.
    """

    label: str
    width_px: int
    value: Callable[[Summary, Record | None], str | int | Decimal | date | None]
    needs_record: bool = False
    is_key: bool = False
    is_internal: bool = False


@dataclass(frozen=True)
class ListParts:
    """Which records: a title, what was asked for in words, and (label of a group, ids); without groups one part."""

    title: str
    selection: str
    parts: tuple[tuple[str, array[int]], ...]

    @property
    def count(self) -> int:
        """Give how many records there are, each once."""
        return len({one for _, some in self.parts for one in some})


def write_list(
    store: Store, target: Path, listed: ListParts, columns: Sequence[ListColumn], today: date,
    language: Language = Language.DUTCH, progress: Progress | None = None,
) -> ReportResult:  # fmt: skip
    """Write a list to a workbook, whole or not at all. Raises as ``write_report`` does; notes nothing in the log."""
    from tracker.exchange.reports.list_sheet import ListMaterial, lay_out  # heavy: openpyxl
    from tracker.exchange.sheet_writer import write_book
    from tracker.exchange.sheets import Column

    sheet_columns = tuple(
        Column(one.label, max(_NARROWEST, min(_WIDEST, one.width_px // _PIXELS_PER_CHARACTER)), is_key=one.is_key)
        for one in columns
    )
    size = sum(len(some) + bool(label) for label, some in listed.parts)
    material = ListMaterial(
        listed.title, _facts(store, listed, columns, today, language), sheet_columns, _lines(store, listed, columns),
        size, datetime.now().astimezone(), language,
    )  # fmt: skip
    with replacing(target) as beside:
        write_book(lay_out(material), beside, progress)
    return ReportResult(target, listed.count, 0)


def _facts(
    store: Store, listed: ListParts, columns: Sequence[ListColumn], today: date, language: Language
) -> tuple[str, ...]:
    day, count = day_words(today, language), listed.count
    noun = Text("record" if count == 1 else "records", "record" if count == 1 else "records").to(language)
    about = Text(
        f"Stand op {day}   |   Bron: {store.path.name}   |   Lijst: {listed.selection}   |   {count} {noun}",
        f"As of {day}   |   Source: {store.path.name}   |   List: {listed.selection}   |   {count} {noun}",
    )
    warnings = [INTERNAL_WARNING] if any(one.is_internal for one in columns) else []
    if not warnings and not not_public(store).isdisjoint(one for _, some in listed.parts for one in some):
        warnings = [NOT_PUBLIC_WARNING]
    return (about.to(language), *(one.to(language) for one in warnings))


def _lines(store: Store, listed: ListParts, columns: Sequence[ListColumn]) -> Iterator[Line]:
    from tracker.exchange.sheets import Band, Row

    for label, ids in listed.parts:
        if label:
            yield Band(f"{label} ({len(ids)})")
        for start in range(0, len(ids), RECORDS_AT_ONCE):
            some = ids[start : start + RECORDS_AT_ONCE]
            records = {one.id: one for one in store.records(some)} if any(one.needs_record for one in columns) else {}
            for summary in store.summaries(some):
                yield Row(tuple(one.value(summary, records.get(summary.id)) for one in columns))
