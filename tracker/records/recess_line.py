"""Regel van de recesskalender: one recess as this register knows it, with where its days come from."""

from datetime import date
from typing import Annotated

from sqlmodel import Field, SQLModel

from tracker.basics.language import Text
from tracker.records.field import FieldSpec
from tracker.records.value_type import DAY, LINE, choice

PUBLISHED_WORD, PATTERN_WORD = "gepubliceerd", "patroon"
STATUSES = choice((PUBLISHED_WORD, "published"), (PATTERN_WORD, "pattern"))


class RecessLine(SQLModel, table=True):
    """One recess; both days belong to it. A register without any uses the calendar that comes with the program."""

    __tablename__ = "recess"

    id: int = Field(primary_key=True)
    name: Annotated[str, FieldSpec(Text("Reces", "Recess"), LINE, width_px=140, required=True)]
    first_day: Annotated[date, FieldSpec(Text("Eerste dag", "First day"), DAY, width_px=110, required=True)]
    last_day: Annotated[date, FieldSpec(Text("Laatste dag", "Last day"), DAY, width_px=110, required=True)]
    status: Annotated[str, FieldSpec(Text("Vastgesteld", "Status"), STATUSES, width_px=110)] = PUBLISHED_WORD
    source: Annotated[str | None, FieldSpec(Text("Bron", "Source"), LINE, width_px=260)] = None
