"""Aanbeveling: from an advice or report, and the government's answer to it."""

from datetime import date
from typing import Annotated, ClassVar

from sqlmodel import Field

from tracker.basics.language import Text
from tracker.records.field import FieldSpec
from tracker.records.record_base import HANDLING, ORIGIN, RecordBase
from tracker.records.status import Status, statuses
from tracker.records.value_type import AREA, DAY, LETTER, LINE


class Recommendation(RecordBase, table=True):
    """A recommendation. What carries it out is a relation (*geeft uitvoering aan*)."""

    statuses: ClassVar[tuple[Status, ...]] = statuses(
        open=(("in beraad", "under consideration"),),
        underway=(("overgenomen", "accepted"), ("deels overgenomen", "partly accepted")),
        done=(("uitgevoerd", "carried out"),),
        dropped=(("niet overgenomen", "not accepted"),),
    )
    settled_status: ClassVar[str] = "uitgevoerd"

    report: Annotated[
        str | None, FieldSpec(Text("Rapport", "Report"), LINE, ORIGIN, width_px=240, in_table=True, aliases=("advies",))
    ] = None
    author: Annotated[
        str | None, FieldSpec(Text("Opsteller", "Author"), LINE, ORIGIN, width_px=160, in_table=True, aliases=("bron",))
    ] = None
    published_on: Annotated[
        date | None, FieldSpec(Text("Uitgebracht op", "Published on"), DAY, ORIGIN, width_px=100, aliases=("datum",))
    ] = None
    number: Annotated[
        str | None,
        FieldSpec(
            Text("Nummer", "Number"), LINE, ORIGIN, width_px=90, aliases=("nr", "aanb", "aanb nr", "rec", "rec no")
        ),
    ] = None
    answer: Annotated[
        str | None,
        FieldSpec(
            Text("Kabinetsreactie", "Government’s answer"),
            AREA,
            HANDLING,
            width_px=300,
            aliases=("reactie", "response", "kabinetsstandpunt", "appreciatie"),
        ),
    ] = None
    answer_letter: Annotated[
        int | None, FieldSpec(Text("Reactie in brief", "Answer in letter"), LETTER, HANDLING, width_px=200)
    ] = Field(default=None, foreign_key="letter.id")
