"""Actie: one action of an action plan, under one of its actielijnen."""

from dataclasses import dataclass
from datetime import date
from typing import Annotated, ClassVar

from tracker.basics.language import Text
from tracker.records.field import FieldSpec
from tracker.records.item import Item, part
from tracker.records.record_base import CONTENT, CORE, HANDLING, RecordBase, many_field
from tracker.records.status import Status, statuses
from tracker.records.value_type import AREA, DAY, LINE, Choice, Items

LINES_OF_ACTION = Choice(
    (
        ("1", Text("1 Brede bewustwording", "1 Broad awareness")),
        ("2", Text("2 Meldingsbereidheid", "2 Willingness to report")),
        ("3", Text("3 Vaststelling slachtofferschap en bescherming", "3 Identification of victims and protection")),
        ("4", Text("4 (Boven)regionale samenwerking", "4 (Supra)regional co-operation")),
        ("5", Text("5 Informatiedeling en gegevensverwerking", "5 Sharing and processing of data")),
        ("6", Text("6 Minderjarige slachtoffers", "6 Victims who are minors")),
        ("governance", Text("Governance", "Governance")),
        ("overig", Text("Overig", "Other")),
    )
)


@dataclass(frozen=True)
class Result(Item):
    """What an action has brought: what, how much, on which day counted. Earlier values stay in the list."""

    what: str | None = part("Wat", "What", width_px=240)
    value: str | None = part("Waarde", "Value", width_px=120)
    on: date | None = part("Peildatum", "Counted on", DAY, width_px=100)


class Action(RecordBase, table=True):
    """An action of the action plan."""

    statuses: ClassVar[tuple[Status, ...]] = statuses(
        open=(("nog niet gestart", "not started"),),
        underway=(("loopt", "running"), ("vertraagd", "delayed")),
        done=(("afgerond", "finished"),),
        dropped=(("samengevoegd", "merged"), ("vervallen", "dropped")),
    )
    settled_status: ClassVar[str] = "afgerond"
    settled_day_field: ClassVar[str] = "finished_on"

    plan: Annotated[
        str | None,
        FieldSpec(Text("Actieplan", "Action plan"), LINE, CORE, width_px=180, aliases=("programma", "editie")),
    ] = None
    action_line: Annotated[
        str | None,
        FieldSpec(
            Text("Actielijn", "Line of action"),
            LINES_OF_ACTION,
            CORE,
            width_px=200,
            in_table=True,
            aliases=("bucket", "bucketnaam", "bucket name"),
        ),
    ] = None
    number: Annotated[
        str | None,
        FieldSpec(
            Text("Nummer in plan", "Number in plan"),
            LINE,
            CORE,
            width_px=90,
            aliases=("nr", "nr.", "actienummer", "actie nr", "nummer", "no", "#"),
        ),
    ] = None
    planning: Annotated[
        str | None,
        FieldSpec(
            Text("Planning", "Planning"),
            LINE,
            HANDLING,
            width_px=180,
            hint=Text("In de woorden van het plan", "In the words of the plan"),
            aliases=("tijdpad", "timing", "timeline", "tijdsplanning"),
        ),
    ] = None
    started_on: Annotated[
        date | None,
        FieldSpec(
            Text("Gestart op", "Started on"),
            DAY,
            HANDLING,
            width_px=100,
            aliases=("start", "startdatum", "start date", "begin", "begindatum", "from", "van", "vanaf"),
        ),
    ] = None
    finished_on: Annotated[
        date | None,
        FieldSpec(
            Text("Afgerond op", "Finished on"),
            DAY,
            HANDLING,
            width_px=100,
            aliases=(
                "date completed",
                "completed on",
                "completed date",
                "datum afgerond",
                "voltooid op",
            ),
        ),
    ] = None
    results: Annotated[
        tuple[Result, ...],
        FieldSpec(
            Text("Resultaten", "Results"),
            Items(Result),
            CONTENT,
            width_px=240,
            aliases=(
                *(
                    "% gereed",
                    "% complete",
                    "% voltooid",
                    "percentage gereed",
                    "percent complete",
                    "voortgang %",
                    "% done",
                ),
                *("performance indicator", "indicator", "kpi", "indicatoren"),
            ),
        ),
    ] = many_field()
    goal: Annotated[
        str | None,
        FieldSpec(
            Text("Doel", "Goal"), AREA, CONTENT, width_px=240, aliases=("doelstelling", "objective", "beoogd doel")
        ),
    ] = None
