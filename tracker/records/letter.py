"""Brief: a letter to a Chamber that reports on records and settles some."""

from datetime import date
from typing import Annotated

from sqlmodel import Field, SQLModel

from tracker.basics.formats import day_words
from tracker.basics.language import Language, Text
from tracker.records.field import FieldSpec
from tracker.records.record_base import CHAMBERS, MINISTERS, many_field
from tracker.records.value_type import AREA, CITATION, DAY, LINE, YES_NO, ListOf, Row, choice

STATES = choice(
    ("in voorbereiding", "in preparation"),
    ("uitvraag loopt", "being collected"),
    ("concept", "draft"),
    ("gecontroleerd", "checked"),
    ("verzonden", "sent"),
)

SENT = "verzonden"
_ASSUMED = Text("aangenomen", "assumed")


class Letter(SQLModel, table=True):
    """A letter. It has a reference (B-2) from the start and a citation only once it is published.

    ``day`` is the day on which it was sent or is planned (see ``state``); ``day_assumed`` marks a guess.
    """

    id: int = Field(primary_key=True)
    number: int = Field(unique=True)
    title: Annotated[str, FieldSpec(Text("Titel", "Title"), LINE, width_px=300, required=True)]
    state: Annotated[str, FieldSpec(Text("Stand", "State"), STATES, width_px=120)] = "in voorbereiding"
    day: Annotated[date | None, FieldSpec(Text("Datum", "Day"), DAY, width_px=100)] = None
    day_assumed: Annotated[bool, FieldSpec(Text("Datum aangenomen", "Day assumed"), YES_NO, width_px=110)] = False
    citation: Annotated[str | None, FieldSpec(Text("Vindplaats", "Citation"), CITATION, width_px=220)] = None
    signatory: Annotated[str | None, FieldSpec(Text("Ondertekenaar", "Signatory"), MINISTERS, width_px=200)] = None
    on_behalf_of: Annotated[
        tuple[str, ...], FieldSpec(Text("Mede namens", "Also on behalf of"), ListOf(MINISTERS), width_px=200)
    ] = many_field()
    chambers: Annotated[tuple[str, ...], FieldSpec(Text("Aan", "To"), ListOf(CHAMBERS), width_px=120)] = many_field()
    remarks: Annotated[str | None, FieldSpec(Text("Opmerkingen", "Remarks"), AREA, internal=True)] = None


def letter_reference(number: int) -> str:
    """Give the reference of a letter: B-2."""
    return f"B-{number}"


def is_sent(row: Row) -> bool:
    """Tell whether a letter left the house: the register says so, or it was published, for it has its citation."""
    return row["state"] == SENT or bool(row["citation"])


def letter_name(row: Row, language: Language = Language.DUTCH) -> str:
    """Give the short name by which a letter is shown where a record points at it."""
    day = row.get("day")
    assumed = f", {_ASSUMED.to(language)}" if row.get("day_assumed") else ""
    when = f" ({day_words(day, language)}{assumed})" if day else ""
    return f"{letter_reference(row['number'])} {row['title']}{when}"
