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
DAY_ASSUMED = Text("dag geschat", "day estimated")
"""Stands behind a day that nobody is sure of."""
_FORMER_MARK = Text("aangenomen", "assumed")
"""What stood there before, in workbooks of then."""


class Letter(SQLModel, table=True):
    """A letter. It has a reference (B-2) from the start and a citation only once it is published.

    ``day`` is the day on which it was sent or is planned (see ``state``); ``day_assumed`` marks a guess.
    """

    id: int = Field(primary_key=True)
    number: int = Field(unique=True)
    title: Annotated[str, FieldSpec(Text("Titel", "Title"), LINE, width_px=300, required=True)]
    state: Annotated[str, FieldSpec(Text("Stand", "State"), STATES, width_px=120)] = "in voorbereiding"
    day: Annotated[date | None, FieldSpec(Text("Datum", "Day"), DAY, width_px=100)] = None
    day_assumed: Annotated[
        bool,
        FieldSpec(
            Text("Dag geschat", "Day estimated"), YES_NO, width_px=110, aliases=("datum aangenomen", "day assumed")
        ),
    ] = False
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


def letter_name(row: Row, language: Language = Language.DUTCH, assumed: Text = DAY_ASSUMED) -> str:
    """Give the short name by which a letter is shown where a record points at it; ``assumed`` marks a guessed day."""
    day = row.get("day")
    mark = f", {assumed.to(language)}" if row.get("day_assumed") else ""
    when = f" ({day_words(day, language)}{mark})" if day else ""
    return f"{letter_reference(row['number'])} {row['title']}{when}"


def former_letter_name(row: Row) -> str:
    """Give the name as workbooks of earlier versions hold it, whose *aangenomen* was read as *adopted*."""
    return letter_name(row, assumed=_FORMER_MARK)
