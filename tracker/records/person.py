"""Persoon: an owner or contact. Records, log and digests hold the id only, so that a person can be removed.

What is personal stands in versions beside the person (``PersonDetail``): the log says that version 2 took the place of
version 1, never what was in them. Removing somebody empties all versions and leaves the log whole.
"""

from typing import Annotated

from sqlmodel import Field, SQLModel

from tracker.basics.language import Text
from tracker.records.field import FieldSpec
from tracker.records.value_type import LINE, ORGANISATION, WHOLE

REMOVED_NAME = Text("verwijderde persoon", "removed person")


class Person(SQLModel, table=True):
    """A person as the log knows them. ``detail`` is the id of the version in force; None after removal."""

    id: int = Field(primary_key=True)
    detail: Annotated[int | None, FieldSpec(Text("Gegevens", "Details"), WHOLE, internal=True)] = None
    organisation: Annotated[int | None, FieldSpec(Text("Organisatie", "Organisation"), ORGANISATION, internal=True)] = (
        Field(default=None, foreign_key="organisation.id")
    )


class PersonDetail(SQLModel, table=True):
    """One version of somebody's name and address. Not in the log; the salted ``digest`` guards it and tells nothing."""

    __tablename__ = "person_detail"

    id: int = Field(primary_key=True)
    person_id: int = Field(index=True)
    name: Annotated[str, FieldSpec(Text("Naam", "Name"), LINE, width_px=180, internal=True, required=True)] = ""
    email: Annotated[str | None, FieldSpec(Text("E-mail", "E-mail"), LINE, width_px=220, internal=True)] = None
    salt: str = ""
    digest: str = ""
