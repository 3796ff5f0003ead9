"""Verdrag, richtlijn, verordening of wetsvoorstel, with its procedural steps."""

from dataclasses import dataclass
from datetime import date
from typing import Annotated, ClassVar

from tracker.basics.language import Text
from tracker.records.field import FieldSpec
from tracker.records.item import Item, part
from tracker.records.record_base import CORE, HANDLING, RecordBase, many_field
from tracker.records.status import Status, statuses
from tracker.records.value_type import DAY, LINE, Items, Row, choice

SORTS = choice(
    ("verdrag", "treaty"),
    ("richtlijn", "directive"),
    ("verordening", "regulation"),
    ("wetsvoorstel", "bill"),
    ("wet", "act"),
)


@dataclass(frozen=True)
class Step(Item):
    """One step of the procedure, planned and done."""

    step: str | None = part("Stap", "Step", width_px=220)
    planned_on: date | None = part("Gepland op", "Planned on", DAY, width_px=100)
    done_on: date | None = part("Gedaan op", "Done on", DAY, width_px=100)


class Instrument(RecordBase, table=True):
    """A treaty, directive, regulation or bill. Its legal term is a deadline of the sort *wettelijk*.

    A directive is *underway* until it is transposed, even when it is in force: that is a step.
    """

    statuses: ClassVar[tuple[Status, ...]] = statuses(
        open=(("in voorbereiding", "in preparation"),),
        underway=(
            ("aanhangig", "pending"),
            ("aangenomen", "adopted"),
            ("goedkeuring loopt", "being approved"),
            ("goedgekeurd", "approved"),
            ("omzetting loopt", "being transposed"),
        ),
        done=(("omgezet", "transposed"), ("in werking", "in force")),
        dropped=(("ingetrokken", "withdrawn"),),
    )
    settled_status: ClassVar[str] = "in werking"

    sort: Annotated[str | None, FieldSpec(Text("Soort", "Sort"), SORTS, CORE, width_px=100, in_table=True)] = None
    official_number: Annotated[
        str | None, FieldSpec(Text("Officieel nummer", "Official number"), LINE, CORE, width_px=130, in_table=True)
    ] = None
    dossier: Annotated[str | None, FieldSpec(Text("Dossier", "Dossier"), LINE, CORE, width_px=90)] = None
    steps: Annotated[tuple[Step, ...], FieldSpec(Text("Stappen", "Steps"), Items(Step), HANDLING, width_px=240)] = (
        many_field()
    )

    @classmethod
    def settled_status_of(cls, row: Row) -> str:
        """Give the status that settles it: a directive is settled by its transposition, also when it is in force."""
        return "omgezet" if row.get("sort") == "richtlijn" else cls.settled_status

    @classmethod
    def steps_too_late(cls, row: Row, legal_term: date | None) -> tuple[Step, ...]:
        """Give the steps that are planned after the legal term and not done: *haalt de termijn niet*.

        The legal term is the last day of the record's deadline of that sort, if it has one.
        """
        if legal_term is None:
            return ()
        waiting = (step for step in row.get("steps") or () if step.done_on is None and step.planned_on)
        return tuple(step for step in waiting if step.planned_on > legal_term)
