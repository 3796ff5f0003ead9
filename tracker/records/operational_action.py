"""Operationele actie: an operational action (OA) of an EMPACT cycle."""

from dataclasses import dataclass
from datetime import date
from typing import Annotated, ClassVar

from sqlmodel import Field

from tracker.basics.language import Text
from tracker.records.field import FieldSpec
from tracker.records.item import Item, part
from tracker.records.record_base import CONTENT, CORE, HANDLING, PEOPLE, RecordBase, many_field
from tracker.records.status import Status, statuses
from tracker.records.value_type import AREA, DAY, LINE, LINES, ORGANISATION, WHOLE, Choice, Items

ROLES = Choice(
    (
        ("leader", Text("leider", "leader")),
        ("co-leader", Text("medeleider", "co-leader")),
        ("participant", Text("deelnemer", "participant")),
    )
)


@dataclass(frozen=True)
class ReportDue(Item):
    """A report that the EMPACT cycle asks for."""

    what: str | None = part("Rapportage", "Report", width_px=220)
    due_on: date | None = part("Uiterlijk", "Due on", DAY, width_px=100)
    sent_on: date | None = part("Gestuurd op", "Sent on", DAY, width_px=100)


class OperationalAction(RecordBase, table=True):
    """An operational action within an EMPACT priority and operational action plan."""

    __tablename__ = "operational_action"

    statuses: ClassVar[tuple[Status, ...]] = statuses(
        open=(("voorbereiding", "in preparation"),),
        underway=(("lopend", "running"),),
        done=(("afgerond", "finished"),),
        dropped=(("geannuleerd", "cancelled"),),
    )
    settled_status: ClassVar[str] = "afgerond"
    settled_day_field: ClassVar[str] = "ends_on"

    cycle: Annotated[
        str | None,
        FieldSpec(Text("EMPACT-cyclus", "EMPACT cycle"), LINE, CORE, width_px=110, in_table=True, aliases=("cyclus",)),
    ] = None
    plan: Annotated[
        str | None,
        FieldSpec(
            Text("Operationeel actieplan", "Operational action plan"), LINE, CORE, width_px=160, aliases=("oap",)
        ),
    ] = None
    plan_from: Annotated[int | None, FieldSpec(Text("Plan vanaf jaar", "Plan from year"), WHOLE, CORE, width_px=80)] = (
        None
    )
    plan_until: Annotated[
        int | None, FieldSpec(Text("Plan tot en met jaar", "Plan until year"), WHOLE, CORE, width_px=80)
    ] = None
    empact_priority: Annotated[
        str | None, FieldSpec(Text("EMPACT-prioriteit", "EMPACT priority"), LINE, CORE, width_px=160)
    ] = None
    goal: Annotated[
        str | None, FieldSpec(Text("Doel", "Goal"), AREA, CONTENT, width_px=240, aliases=("doelstelling",))
    ] = None
    number: Annotated[
        str | None,
        FieldSpec(Text("OA-nummer", "OA number"), LINE, CORE, width_px=90, aliases=("nr", "oa", "oa nr", "oa no")),
    ] = None
    role: Annotated[
        str | None,
        FieldSpec(
            Text("Rol van Nederland", "Role of the Netherlands"),
            ROLES,
            PEOPLE,
            width_px=110,
            in_table=True,
            aliases=("rol", "nl", "rol nl", "role", "rol nederland", "role nl"),
        ),
    ] = None
    dutch_lead: Annotated[
        int | None,
        FieldSpec(Text("Leidende Nederlandse organisatie", "Leading Dutch organisation"), ORGANISATION, PEOPLE),
    ] = Field(default=None, foreign_key="organisation.id")
    leading_country: Annotated[
        str | None,
        FieldSpec(
            Text("Leidend land", "Leading country"),
            LINE,
            PEOPLE,
            width_px=110,
            aliases=("leider", "lead country", "leader", "action leader", "al"),
        ),
    ] = None
    co_leaders: Annotated[
        tuple[str, ...],
        FieldSpec(
            Text("Medeleiders", "Co-leaders"),
            LINES,
            PEOPLE,
            aliases=("co-leader", "co leaders", "medeleider", "coleaders", "co-al", "co-action leader"),
        ),
    ] = many_field()
    partner_countries: Annotated[
        tuple[str, ...],
        FieldSpec(
            Text("Partnerlanden", "Partner countries"),
            LINES,
            PEOPLE,
            aliases=("landen", "deelnemende landen", "participating countries", "participants", "countries", "ms"),
        ),
    ] = many_field()
    agencies: Annotated[tuple[str, ...], FieldSpec(Text("Agentschappen", "Agencies"), LINES, PEOPLE)] = many_field()
    starts_on: Annotated[
        date | None,
        FieldSpec(
            Text("Begint op", "Starts on"),
            DAY,
            HANDLING,
            width_px=100,
            aliases=("start", "startdatum", "start date", "begin", "begindatum", "from", "van", "vanaf"),
        ),
    ] = None
    ends_on: Annotated[
        date | None,
        FieldSpec(
            Text("Eindigt op", "Ends on"),
            DAY,
            HANDLING,
            width_px=100,
            aliases=("einde", "eind", "einddatum", "end", "end date", "until", "tot", "t/m"),
        ),
    ] = None
    deliverables: Annotated[tuple[str, ...], FieldSpec(Text("Producten", "Deliverables"), LINES, CONTENT)] = (
        many_field()
    )
    reports_due: Annotated[
        tuple[ReportDue, ...], FieldSpec(Text("Rapportages", "Reports due"), Items(ReportDue), HANDLING, width_px=200)
    ] = many_field()
