"""Copying records: a duplicate to go on with, and cells for the clipboard."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

from tracker.basics.language import Language
from tracker.records.field import FieldSpec, fields_of
from tracker.records.record_base import HANDLING
from tracker.records.snapshot import Record
from tracker.records.value_type import NameOf
from tracker.services.clipboard_cells import Cell

IDENTIFYING = frozenset(("number", "former_number", "citation"))
"""What belongs to one record alone: another with the same number in the Chamber's register would be a fault."""


def duplicate_values(record: Record) -> dict[str, Any]:
    """Give the fields that a duplicate of a record starts with.

    Not its number and citation, not how it was handled; its status is that of a new record. What hangs on it stays.
    """
    left_out = {spec.name for spec in fields_of(record.kind.model) if spec.group == HANDLING} | IDENTIFYING
    values = {spec.name: record[spec.name] for spec in fields_of(record.kind.model) if spec.name not in left_out}
    return {**values, "status": record.kind.model.first_status()}


def field_cell(record: Record, spec: FieldSpec, language: Language, names: NameOf) -> Cell:
    """Give the cell for one field of a record; a kind that lacks the field gives an empty one."""
    value = record.values.get(spec.name)
    return typed_cell(spec.type.text(value, language, names), value)


def typed_cell(text: str, value: Any) -> Cell:
    """Give a cell with its value where that is a day or a number."""
    is_number = isinstance(value, (int, Decimal)) and not isinstance(value, bool) and text[:1].isdigit()
    return Cell(text, value if isinstance(value, date) or is_number else None)
