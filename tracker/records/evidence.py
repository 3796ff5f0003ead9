"""Bewijsstuk: a file or a link that shows what a record says, kept beside the register or only pointed at."""

from datetime import date
from typing import Annotated, ClassVar

from sqlmodel import Field, SQLModel

from tracker.basics.language import Text
from tracker.records.field import FieldSpec
from tracker.records.value_type import DAY, LINE, WHOLE, choice

STORED, LINKED = "bewaard", "gekoppeld"
KEPT = choice((STORED, "stored"), (LINKED, "linked"))


class Evidence(SQLModel, table=True):
    """One piece of evidence of a record.

    ``place`` is an address or the path of a file that is only pointed at; a stored one lies in the register's folder
    for evidence under its ``digest`` (SHA-256 of its content, in hexadecimal), so that the same file lies there once.
    """

    belongs_to_record: ClassVar[bool] = True

    id: int = Field(primary_key=True)
    record_id: int = Field(foreign_key="record.id", index=True)
    name: Annotated[str, FieldSpec(Text("Naam", "Name"), LINE, width_px=240, required=True)]
    kept: Annotated[str, FieldSpec(Text("Hoe bewaard", "How kept"), KEPT, width_px=110)] = LINKED
    place: Annotated[str | None, FieldSpec(Text("Plaats", "Place"), LINE, width_px=260, internal=True)] = None
    digest: Annotated[str | None, FieldSpec(Text("Kenmerk", "Digest"), LINE, width_px=160, internal=True)] = None
    size_bytes: Annotated[int | None, FieldSpec(Text("Grootte in bytes", "Size in bytes"), WHOLE, width_px=110)] = None
    added_on: Annotated[date | None, FieldSpec(Text("Toegevoegd op", "Added on"), DAY, width_px=110)] = None
