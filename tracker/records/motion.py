"""Motie: a request by a Chamber to the government."""

from dataclasses import dataclass
from datetime import date
from typing import Annotated, ClassVar

from sqlmodel import Field

from tracker.basics.language import Text
from tracker.records.field import FieldSpec
from tracker.records.handling import HandledByChamber
from tracker.records.item import Item, part
from tracker.records.member import Submitter
from tracker.records.record_base import CHAMBERS, CONTENT, HANDLING, ORIGIN, many_field
from tracker.records.status import Phase, Status, statuses
from tracker.records.value_type import AREA, CITATION, DAY, DEBATE, WHOLE, Items, Row, choice

SORTS = choice(
    ("motie", "motion"), ("gewijzigde motie", "amended motion"), ("nader gewijzigde motie", "further amended motion")
)
OUTCOMES = choice(
    ("ingediend", "tabled"),
    ("aangehouden", "held over"),
    ("aangenomen", "adopted"),
    ("verworpen", "rejected"),
    ("ingetrokken", "withdrawn"),
    ("overgenomen", "taken over"),
    ("vervallen", "lapsed"),
)
APPRECIATIONS = choice(
    ("oordeel Kamer", "left to the Chamber"),
    ("ontraden", "advised against"),
    ("ontraden tenzij gewijzigd", "advised against unless amended"),
    ("overgenomen", "taken over"),
    ("verzocht aan te houden", "asked to hold over"),
    ("geen (expliciete) appreciatie", "no (explicit) appreciation"),
    ("nog niet bekend", "not yet known"),
)
_DROPPING_OUTCOMES = {"verworpen", "ingetrokken", "vervallen"}


@dataclass(frozen=True)
class Outcome(Item):
    """What a Chamber did with the motion on a day. Several follow one another; the last is the outcome."""

    outcome: str | None = part("Uitkomst", "Outcome", OUTCOMES, width_px=130)
    on: date | None = part("Op", "On", DAY, width_px=100)


@dataclass(frozen=True)
class Request(Item):
    """One thing that the motion asks. Its deadlines carry its number."""

    number: int | None = part("Nr", "No", WHOLE, width_px=50)
    text_asked: str | None = part("Verzoek", "Request", AREA, width_px=300)


class Motion(HandledByChamber, table=True):
    """A motion, from its tabling to its settling."""

    statuses: ClassVar[tuple[Status, ...]] = statuses(
        open=(("nog niet gestart", "not started"),),
        underway=(("in uitvoering", "being carried out"), ("deels afgedaan", "partly settled")),
        done=(("afgedaan", "settled"),),
        dropped=(("niet uitgevoerd", "not carried out"), ("overgedragen", "handed over")),
    )
    settled_status: ClassVar[str] = "afgedaan"

    chamber: Annotated[str | None, FieldSpec(Text("Kamer", "Chamber"), CHAMBERS, ORIGIN, width_px=110)] = None
    sort: Annotated[str | None, FieldSpec(Text("Soort motie", "Sort of motion"), SORTS, ORIGIN)] = None
    submitters: Annotated[
        tuple[Submitter, ...],
        FieldSpec(
            Text("Indieners", "Submitters"),
            Items(Submitter),
            ORIGIN,
            width_px=180,
            in_table=True,
            aliases=(
                "indiener",
                "leden",
                "indiener(s)",
                "ingediend door",
                "kamerlid",
                "kamerleden",
                "lid",
                "tabled by",
                "submitter",
            ),
        ),
    ] = many_field()
    citation: Annotated[
        str | None,
        FieldSpec(
            Text("Vindplaats", "Citation"),
            CITATION,
            ORIGIN,
            width_px=220,
            in_table=True,
            aliases=(
                "kamerstuk",
                "kamerstuknummer",
                "kamerstuk nr",
                "ingediend door kamerstuk",
                "tk nummer",
                "kamerstuk/nr",
                "kst",
                "reference paper",
            ),
        ),
    ] = None
    debate: Annotated[
        int | None,
        FieldSpec(
            Text("Debat", "Debate"), DEBATE, ORIGIN, width_px=200, aliases=("overleg", "vergadering", "naam debat")
        ),
    ] = Field(default=None, foreign_key="debate.id")
    outcomes: Annotated[
        tuple[Outcome, ...],
        FieldSpec(
            Text("Uitkomsten", "Outcomes"),
            Items(Outcome),
            ORIGIN,
            width_px=180,
            aliases=(
                "uitkomst",
                "besluit",
                "stemming",
                "stemmingsuitslag",
                "uitslag",
                "stemuitslag",
                "vote",
                "outcome",
            ),
            hint=Text("De laatste regel is de uitkomst.", "The last line is the outcome."),
        ),
    ] = many_field()
    appreciation: Annotated[
        str | None,
        FieldSpec(
            Text("Appreciatie kabinet", "Cabinet’s appreciation"),
            APPRECIATIONS,
            ORIGIN,
            aliases=("kabinetsappreciatie", "appreciatie", "oordeel", "advies"),
        ),
    ] = None
    requests: Annotated[
        tuple[Request, ...],
        FieldSpec(
            Text("Verzoeken", "Requests"),
            Items(Request),
            CONTENT,
            width_px=300,
            aliases=("dictum", "verzoek"),
            hint=Text("Elk verzoek kan een eigen termijn hebben.", "Each request can have its own deadline."),
        ),
    ] = many_field()
    done_so_far: Annotated[
        str | None, FieldSpec(Text("Wat is gedaan", "What was done"), AREA, HANDLING, width_px=300)
    ] = None

    @classmethod
    def outcome_of(cls, row: Row) -> str | None:
        """Give the last outcome, or None where no Chamber's decision is known."""
        outcomes = row.get("outcomes") or ()
        return outcomes[-1].outcome if outcomes else None

    @classmethod
    def deciding_outcome(cls, row: Row) -> Outcome | None:
        """Give the last outcome where that, and not the handling, decides the phase: rejected, withdrawn and such."""
        outcomes = row.get("outcomes") or ()
        if not outcomes or cls.phase_of({**row, "status": cls.settled_status}) is Phase.DONE:
            return None
        return outcomes[-1]  # type: ignore[no-any-return]

    @classmethod
    def phase_of(cls, row: Row) -> Phase:
        """Give the phase; a motion that was rejected, withdrawn or lapsed is dropped, one held over is open."""
        outcome = cls.outcome_of(row)
        if outcome in _DROPPING_OUTCOMES:
            return Phase.DROPPED
        if outcome == "aangehouden":
            return Phase.OPEN
        return super().phase_of(row)
