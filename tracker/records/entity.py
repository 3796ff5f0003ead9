"""Everything that the change log can hold: the kinds of record and the rows beside them, by code."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from tracker.basics.language import Text
from tracker.records.registry import KINDS

if TYPE_CHECKING:
    from sqlmodel import SQLModel

BESIDE: dict[str, Text] = {
    "deadline": Text("termijn", "deadline"),
    "postponement": Text("uitstel", "postponement"),
    "progress_note": Text("stand van zaken", "state of affairs"),
    "relation": Text("samenhang", "relation"),
    "evidence": Text("bewijsstuk", "evidence"),
    "letter": Text("brief", "letter"),
    "debate": Text("debat", "debate"),
    "organisation": Text("organisatie", "organisation"),
    "person": Text("persoon", "person"),
    "saved_view": Text("weergave", "view"),
    "event": Text("gebeurtenis", "event"),
    "recess": Text("reces", "recess"),
}
"""Rows that are no records. The first five belong to one record."""

PART_OF_RECORD = ("deadline", "postponement", "progress_note", "relation", "evidence")
KIND_TABLES = tuple(kind.table for kind in KINDS)
WRITING_ORDER = (
    "organisation",
    "person",
    "debate",
    "letter",
    "saved_view",
    "event",
    "recess",
    *KIND_TABLES,
    *PART_OF_RECORD,
)
"""The order in which new rows are written, so that what is pointed at is there first; deleting goes the other way."""


@cache
def model_of(entity: str) -> type[SQLModel]:
    """Give the class that declares an entity's fields. Raises KeyError for an unknown one."""
    kind = next((kind for kind in KINDS if kind.table == entity), None)
    if kind is not None:
        return kind.model
    from tracker.records.deadline import Deadline, Postponement  # heavy: SQLModel, not before the first paint
    from tracker.records.debate import Debate
    from tracker.records.event import Event
    from tracker.records.evidence import Evidence
    from tracker.records.letter import Letter
    from tracker.records.note import ProgressNote
    from tracker.records.organisation import Organisation
    from tracker.records.person import Person
    from tracker.records.recess_line import RecessLine
    from tracker.records.relation import Relation
    from tracker.records.saved_view import SavedView

    beside: dict[str, type[SQLModel]] = {
        "deadline": Deadline,
        "postponement": Postponement,
        "progress_note": ProgressNote,
        "relation": Relation,
        "evidence": Evidence,
        "letter": Letter,
        "debate": Debate,
        "organisation": Organisation,
        "person": Person,
        "saved_view": SavedView,
        "event": Event,
        "recess": RecessLine,
    }
    return beside[entity]


@cache
def columns_of(entity: str) -> tuple[str, ...]:
    """Give the names of all stored columns of an entity but its id, in declaration order: what the log holds."""
    return tuple(name for name in model_of(entity).model_fields if name != "id")
