"""Organisatie: who leads, takes part or pays."""

from typing import Annotated

from sqlmodel import Field, SQLModel

from tracker.basics.language import Text
from tracker.records.field import FieldSpec
from tracker.records.record_base import many_field
from tracker.records.value_type import LINE, LINES


class Organisation(SQLModel, table=True):
    """An organisation. ``name`` is what lists show (politie, OM); other names by which it is known lead to it too."""

    id: int = Field(primary_key=True)
    name: Annotated[str, FieldSpec(Text("Naam", "Name"), LINE, width_px=160, required=True)]
    full_name: Annotated[str | None, FieldSpec(Text("Volledige naam", "Full name"), LINE, width_px=280)] = None
    aliases: Annotated[tuple[str, ...], FieldSpec(Text("Ook bekend als", "Also known as"), LINES)] = many_field()
