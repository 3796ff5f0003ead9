"""What stands in a cell of the table for editing: which field, with which input, or why it cannot be edited."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.basics.language import Text
from tracker.records.field import FieldSpec, field_of
from tracker.records.registry import kind_of
from tracker.records.value_type import Items
from tracker.ui.listing.columns import Column
from tracker.ui.record.editors.table import editor_for
from tracker.ui.record.editors.text import LineEditor
from tracker.ui.session import Session

if TYPE_CHECKING:
    from tracker.ui.record.editors.field_editor import FieldEditor

_ON_ONE_LINE = frozenset(("line", "list", "citation", "citations"))
"""Fields that the form gives several lines and a cell one: a list is typed as *a; b* here."""
OF_DEADLINE = frozenset(("deadline_wording", "deadline_end", "deadline_what", "state", "waits_for"))
"""Columns that show the current deadline; it is changed among the deadlines of the record."""
_REFERENCE = Text(
    "Het nummer van een record verandert nooit. Ga met de pijl naar rechts naar een cel om te typen.",
    "The number of a record never changes. Go right with the arrow key to a cell to type.",
)


def spec_in(column: Column, kind: str) -> FieldSpec | None:
    """Give the field that can be edited in a column for a record of this kind, or None."""
    if column.record_field is None:
        return None
    spec = field_of(kind_of(kind).model, column.record_field)
    return None if spec is None or isinstance(spec.type, Items) else spec


def why_not(column: Column, kind: str) -> Text:
    """Say why nothing can be typed into a cell."""
    if column.key == "reference":
        return _REFERENCE
    label, one = column.label, kind_of(kind).one
    if column.key in OF_DEADLINE:
        return Text(
            f"“{label.nl}” volgt uit de termijn. Wijzig de termijn met F2 of een dubbelklik.",
            f"“{label.en}” follows from the deadline. Change the deadline with F2 or a double click.",
        )
    if column.record_field is None:
        return Text(
            f"“{label.nl}” houdt het programma bij; u kunt het niet wijzigen.",
            f"“{label.en}” is kept by the program; you cannot change it.",
        )
    if field_of(kind_of(kind).model, column.record_field) is None:
        return Text(f"Een {one.nl} heeft geen veld “{label.nl}”.", f"There is no “{label.en}” on: {one.en}.")
    return Text(
        f"“{label.nl}” bestaat uit regels. Wijzig ze in het record met F2 of een dubbelklik.",
        f"“{label.en}” has several lines. Change them in the record with F2 or a double click.",
    )


def cell_editor(spec: FieldSpec, session: Session) -> FieldEditor:
    """Make the input for a cell: that of the form, but on one line where that can be."""
    made = LineEditor(spec, session) if spec.type.widget in _ON_ONE_LINE else editor_for(spec, session)
    made.be_brief()
    return made
