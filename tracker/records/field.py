"""What a field is to people: declared once beside its storage, read everywhere through ``fields_of``."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING, Any

from tracker.basics.language import Text
from tracker.records.value_type import Choice, ValueType

if TYPE_CHECKING:
    from sqlmodel import SQLModel


@dataclass(frozen=True)
class FieldSpec:
    """One field as people meet it: in table, form, filter, import, workbook, history and command line.

    ``name`` is filled in by ``fields_of``. ``width_px`` is the column's width at 100 %. ``aliases`` are other
    headings under which imports know the field. ``internal`` fields leave the house only in the register's own
    workbook. ``external`` is simply its opposite.
    """

    label: Text
    type: ValueType
    group: Text = Text("Gegevens", "Details")  # noqa: RUF009 - Text is frozen
    hint: Text = Text("", "")  # noqa: RUF009
    width_px: int = 140
    aliases: tuple[str, ...] = ()
    internal: bool = False
    required: bool = False
    in_table: bool = False
    searched: bool = True
    check: Callable[[Any], Text | None] | None = None
    name: str = ""


@cache
def fields_of(model: type[SQLModel]) -> tuple[FieldSpec, ...]:
    """Give the fields of a kind (or of a letter, deadline …) in declaration order, shared ones first.

    A kind's own ``statuses`` become the choices of its status field.
    """
    found = []
    for name, declared in model.model_fields.items():
        spec = next((one for one in declared.metadata if isinstance(one, FieldSpec)), None)
        if spec is None:
            continue
        if name == "status" and (statuses := getattr(model, "statuses", None)):
            spec = replace(spec, type=Choice(tuple((one.word, one.words) for one in statuses)))
        found.append(replace(spec, name=name))
    return tuple(found)


@cache
def field_of(model: type[SQLModel], name: str) -> FieldSpec | None:
    """Give one field by its name, or None where the model has no such field."""
    return next((spec for spec in fields_of(model) if spec.name == name), None)
