"""Weergave met een naam: filter, columns, widths, order and groups together, shared with all who use the register."""

from typing import Annotated

from sqlmodel import Field, SQLModel

from tracker.basics.language import Text
from tracker.records.field import FieldSpec
from tracker.records.value_type import AREA, LINE


class SavedView(SQLModel, table=True):
    """A view that was shared with the register. ``definition`` is JSON; a user's own views lie in his own folder."""

    __tablename__ = "saved_view"

    id: int = Field(primary_key=True)
    name: Annotated[str, FieldSpec(Text("Naam", "Name"), LINE, width_px=200, required=True)]
    definition: Annotated[str, FieldSpec(Text("Inrichting", "Definition"), AREA, width_px=300)] = "{}"
