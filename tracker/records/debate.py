"""Debat: where motions were tabled and commitments made."""

from datetime import date
from typing import Annotated

from sqlmodel import Field, SQLModel

from tracker.basics.formats import day_words
from tracker.basics.language import Language, Text
from tracker.records.field import FieldSpec
from tracker.records.record_base import CHAMBERS
from tracker.records.value_type import DAY, LINE, Row, Suggested

SORTS = Suggested(
    ("commissiedebat", "tweeminutendebat", "plenair debat", "wetgevingsoverleg", "notaoverleg", "dertigledendebat"),
    (
        "committee debate", "two-minute debate", "plenary debate", "legislative consultation",
        "policy consultation", "thirty-member debate",
    ),
)  # fmt: skip


class Debate(SQLModel, table=True):
    """A debate in one of the Chambers. Several motions and commitments can come from one."""

    id: int = Field(primary_key=True)
    subject: Annotated[str, FieldSpec(Text("Onderwerp", "Subject"), LINE, width_px=300, required=True)]
    sort: Annotated[str | None, FieldSpec(Text("Soort debat", "Sort of debate"), SORTS, width_px=140)] = None
    day: Annotated[date | None, FieldSpec(Text("Datum", "Day"), DAY, width_px=100)] = None
    chamber: Annotated[str | None, FieldSpec(Text("Kamer", "Chamber"), CHAMBERS, width_px=110)] = None
    number: Annotated[str | None, FieldSpec(Text("Nummer", "Number"), LINE, width_px=110)] = None


def debate_name(row: Row, language: Language = Language.DUTCH) -> str:
    """Give the name by which a debate is shown: ``Commissiedebat Mensenhandel, 20-05-2026``."""
    day = f", {day_words(row['day'], language)}" if row.get("day") else ""
    sort = SORTS.text(row.get("sort"), language)
    return f"{sort[:1].upper()}{sort[1:]} {row['subject']}{day}".strip()
