"""The columns of the list on show as a workbook has them: days and numbers as such, all else in words. No Qt here."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from tracker.basics.language import Language
from tracker.records.field import field_of
from tracker.records.kind import Kind
from tracker.records.record_base import RecordBase
from tracker.records.snapshot import COUNTS, Record, Summary
from tracker.records.value_type import Day, Money, Whole
from tracker.services.list_report import ListColumn
from tracker.store.record_store import Store
from tracker.ui.listing.columns import TITLE, CellWords, Column, columns_of

_DAYS = {"deadline_end", "waiting_since"}
_KEYS = {"reference", TITLE}
_TITLE_PX = 420
"""On a sheet there is more room for the subject than beside a form."""


def list_columns(
    store: Store, kind: Kind | None, keys: Sequence[str], today: date, language: Language
) -> list[ListColumn]:
    """Give the columns with these keys, in this order; one that the list does not have is left out."""
    known = {one.key: one for one in columns_of(kind)}
    words, names = CellWords(today, language), store.names()
    words.names, words.name_of = names.by_entity, names
    return [_column(known[key], words) for key in keys if key in known]


def _column(column: Column, words: CellWords) -> ListColumn:
    def value(summary: Summary, record: Record | None) -> str | int | Decimal | date | None:
        if column.key == "updated":
            return summary.updated.astimezone().date()
        if column.key in _DAYS or column.key in COUNTS:
            return getattr(summary, column.key) or None
        if column.spec is not None and record is not None and isinstance(column.spec.type, Day | Whole | Money):
            return record.values.get(column.spec.name)
        return words.text(column, summary, record) or None

    spec = column.spec or field_of(RecordBase, column.key)
    return ListColumn(
        column.label.to(words.language),
        _TITLE_PX if column.key == TITLE else column.width_px,
        value,
        needs_record=column.spec is not None,
        is_key=column.key in _KEYS,
        is_internal=spec is not None and spec.internal,
    )
