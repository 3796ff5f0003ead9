"""What motions and commitments share: how a Chamber decides about them, and their passing to another ministry."""

from datetime import date
from typing import Annotated

from sqlmodel import Field

from tracker.basics.language import Text
from tracker.records.field import FieldSpec
from tracker.records.record_base import HANDLING, RecordBase
from tracker.records.value_type import DAY, LETTER, ORGANISATION, choice

DECISIONS = choice(
    ("voldaan", "met"), ("deels voldaan", "partly met"), ("openstaand", "still open"), ("niet voldaan", "not met")
)


class HandledByChamber(RecordBase):
    """Settling is proposed by the ministry and decided by the Chamber: two things that are kept apart."""

    kamer_decision: Annotated[
        str | None,
        FieldSpec(Text("Oordeel Kamer over afdoening", "Chamber’s decision on settling"), DECISIONS, HANDLING),
    ] = None
    kamer_decided_on: Annotated[
        date | None, FieldSpec(Text("Afgedaan volgens Kamer op", "Settled according to the Chamber on"), DAY, HANDLING)
    ] = None
    handed_over_to: Annotated[
        int | None, FieldSpec(Text("Overgedragen aan", "Handed over to"), ORGANISATION, HANDLING)
    ] = Field(default=None, foreign_key="organisation.id")
    handed_over_on: Annotated[date | None, FieldSpec(Text("Overgedragen op", "Handed over on"), DAY, HANDLING)] = None
    handed_over_letter: Annotated[
        int | None, FieldSpec(Text("Overgedragen met brief", "Handed over by letter"), LETTER, HANDLING, width_px=200)
    ] = Field(default=None, foreign_key="letter.id")
