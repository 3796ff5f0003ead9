"""Internationaal programma: a programme abroad, with its partner, donors, countries and exact budget."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Annotated, ClassVar

from sqlmodel import Field

from tracker.basics.language import Text
from tracker.records.field import FieldSpec
from tracker.records.item import Item, part
from tracker.records.record_base import CONTENT, HANDLING, PEOPLE, RecordBase, many_field
from tracker.records.status import Status, statuses
from tracker.records.value_type import DAY, LINES, MONEY, ORGANISATION, ORGANISATIONS, Items, Suggested, choice

CURRENCIES = Suggested(("EUR", "USD", "GBP"))
BUDGET_STATES = choice(("toegezegd", "committed"), ("uitgegeven", "spent"))


@dataclass(frozen=True)
class BudgetLine(Item):
    """An exact amount: for whom, from whom, when, and whether it is promised or spent."""

    amount: Decimal | None = part("Bedrag", "Amount", MONEY, width_px=120)
    currency: str | None = part("Valuta", "Currency", CURRENCIES, width_px=70)
    starts_on: date | None = part("Van", "From", DAY, width_px=100)
    ends_on: date | None = part("Tot en met", "Until", DAY, width_px=100)
    country: str | None = part("Land", "Country", width_px=110)
    purpose: str | None = part("Doel", "Purpose", width_px=200)
    donor: str | None = part("Donor", "Donor", width_px=160)
    state: str | None = part("Stand", "State", BUDGET_STATES, width_px=100)


@dataclass(frozen=True)
class ProgrammePhase(Item):
    """A phase of the programme; ``period`` keeps the words where the days are not known."""

    name: str | None = part("Fase", "Phase", width_px=160)
    period: str | None = part("Periode", "Period", width_px=110)
    starts_on: date | None = part("Van", "From", DAY, width_px=100)
    ends_on: date | None = part("Tot en met", "Until", DAY, width_px=100)


class Programme(RecordBase, table=True):
    """A programme, which may be part of another (relation *onderdeel van*)."""

    statuses: ClassVar[tuple[Status, ...]] = statuses(
        open=(("voorbereiding", "in preparation"),),
        underway=(("lopend", "running"), ("verlengd", "extended")),
        done=(("afgerond", "finished"),),
        dropped=(("beëindigd", "ended early"),),
    )
    settled_status: ClassVar[str] = "afgerond"

    implementing_partner: Annotated[
        int | None,
        FieldSpec(
            Text("Uitvoerende partner", "Implementing partner"),
            ORGANISATION,
            PEOPLE,
            in_table=True,
            aliases=(
                *("uitvoerder", "uitvoering", "implementer", "implementing organisation", "uitvoerende organisatie"),
                *("subsidieontvanger", "begunstigde", "grantee", "beneficiary"),
            ),
        ),
    ] = Field(default=None, foreign_key="organisation.id")
    donors: Annotated[
        tuple[int, ...],
        FieldSpec(
            Text("Donoren", "Donors"),
            ORGANISATIONS,
            PEOPLE,
            aliases=("financier", "donor", "financiering", "financiers", "funder", "funding", "gefinancierd door"),
        ),
    ] = many_field()
    countries: Annotated[
        tuple[str, ...],
        FieldSpec(
            Text("Landen", "Countries"),
            LINES,
            CONTENT,
            width_px=200,
            in_table=True,
            aliases=("land", "landen/regio", "country", "regio"),
        ),
    ] = many_field()
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
    phases: Annotated[
        tuple[ProgrammePhase, ...], FieldSpec(Text("Fasen", "Phases"), Items(ProgrammePhase), HANDLING, width_px=200)
    ] = many_field()
    budget_lines: Annotated[
        tuple[BudgetLine, ...],
        FieldSpec(
            Text("Begroting", "Budget"),
            Items(BudgetLine),
            CONTENT,
            width_px=240,
            aliases=("budget", "bedrag", "omvang", "amount", "total budget", "totaal budget", "kosten"),
        ),
    ] = many_field()
    figures: Annotated[
        tuple[str, ...],
        FieldSpec(
            Text("Kerncijfers", "Key figures"),
            LINES,
            CONTENT,
            width_px=200,
            hint=Text("Bijvoorbeeld: 15 operationele acties", "For example: 15 operational actions"),
        ),
    ] = many_field()
    goals: Annotated[
        tuple[str, ...], FieldSpec(Text("Doelen", "Goals"), LINES, CONTENT, width_px=240, aliases=("doel",))
    ] = many_field()
