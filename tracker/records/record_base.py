"""What all kinds share: a base class without a table. Each kind's own file adds its fields to these."""

from collections.abc import Iterable
from datetime import date
from typing import Annotated, Any, ClassVar

from sqlalchemy import JSON
from sqlmodel import Field, SQLModel

from tracker.basics.language import Text
from tracker.records.field import FieldSpec
from tracker.records.status import Phase, Status
from tracker.records.value_type import (
    AREA,
    CITATIONS,
    DAY,
    LETTER,
    LINE,
    LINES,
    ORGANISATION,
    ORGANISATIONS,
    PERSON,
    ListOf,
    Row,
    Suggested,
    choice,
)

CORE = Text("Kern", "Core")
PEOPLE = Text("Wie", "Who")
ORIGIN = Text("Herkomst", "Origin")
CONTENT = Text("Inhoud", "Content")
HANDLING = Text("Afhandeling", "Handling")
SOURCES = Text("Vindplaatsen", "Sources")
MORE = Text("Overig", "More")
GROUPS = (CORE, PEOPLE, ORIGIN, CONTENT, HANDLING, SOURCES, MORE)
"""The groups of the form, in the order in which they are shown."""

MARKINGS = choice(
    ("openbaar", "public"),
    ("intern", "internal"),
    ("departementaal vertrouwelijk", "departmentally confidential"),
    ("LIMITE", "LIMITE"),
)
PRIORITIES = choice(("hoog", "high"), ("normaal", "normal"), ("laag", "low"))
MINISTERS = Suggested(
    (
        "minister van Justitie en Veiligheid",
        "staatssecretaris van Justitie en Veiligheid",
        "minister van Asiel en Migratie",
        "minister van Langdurige Zorg, Jeugd en Sport",
        "minister van Sociale Zaken en Werkgelegenheid",
        "minister van Buitenlandse Zaken",
        "minister van Buitenlandse Handel en Ontwikkelingssamenwerking",
    )
)
CHAMBERS = choice(("Tweede Kamer", "House of Representatives"), ("Eerste Kamer", "Senate"))


def in_groups(specs: Iterable[FieldSpec]) -> list[tuple[Text, list[FieldSpec]]]:
    """Give fields under their groups: those that no form has first, then in the order of the form."""
    some = list(specs)
    others = dict.fromkeys(spec.group for spec in some if spec.group not in GROUPS)
    grouped = [(group, [spec for spec in some if spec.group == group]) for group in (*others, *GROUPS)]
    return [(group, those) for group, those in grouped if those]


def many_field() -> Any:
    """Store a field that holds several values; none is an empty list, never NULL."""
    return Field(default=(), sa_type=JSON, sa_column_kwargs={"server_default": "[]"})


class RecordBase(SQLModel):
    """The fields of every kind. ``id`` is the id of the row in ``record``, one series over all kinds."""

    statuses: ClassVar[tuple[Status, ...]] = ()
    settled_status: ClassVar[str]
    """The status that *afdoen* gives a record of this kind."""
    settled_day_field: ClassVar[str] = "settled_on"

    id: int = Field(primary_key=True, foreign_key="record.id")
    reference: str = Field(unique=True)
    """M-12, T-3 …; given once and never again, also after the record is gone."""

    title: Annotated[
        str,
        FieldSpec(
            Text("Onderwerp", "Subject"),
            LINE,
            CORE,
            width_px=360,
            required=True,
            in_table=True,
            aliases=(
                *("titel", "actie", "naam", "maatregel", "citeertitel", "title", "name", "action", "topic", "item"),
                *(
                    "korte omschrijving",
                    "activiteit",
                    "actiepunt",
                    "action item",
                    "onderwerp toezegging",
                    "task",
                    "task name",
                    "taak",
                    "taaknaam",
                    "wat is toegezegd",
                    "wat is er toegezegd",
                    "wat",
                ),
            ),
        ),
    ]
    status: Annotated[
        str | None,
        FieldSpec(
            Text("Status", "Status"),
            LINE,
            CORE,
            width_px=120,
            in_table=True,
            aliases=(
                *("voortgang", "stand", "state", "stavaza", "afgedaan", "voldaan", "afgerond", "voltooid"),
                *("rag", "rag status", "stoplicht", "kleur", "hoe staat het", "hoe staat het ervoor", "hoe ver"),
            ),
        ),
    ] = None
    text: Annotated[
        str | None,
        FieldSpec(
            Text("Volledige tekst", "Full text"),
            AREA,
            CONTENT,
            width_px=360,
            aliases=("omschrijving", "tekst", "beschrijving", "description", "text", "inhoud", "details"),
        ),
    ] = None
    owner: Annotated[
        int | None,
        FieldSpec(
            Text("Dossierhouder", "Owner"),
            PERSON,
            PEOPLE,
            internal=True,
            in_table=True,
            aliases=(
                *(
                    "behandelaar",
                    "beleidsmedewerker",
                    "e-mail",
                    "email",
                    "eigenaar",
                    "contactpersoon",
                    "contact person",
                ),
                *(
                    "responsible officer",
                    "assigned to",
                    "toegewezen aan",
                    "wie",
                    "uitvoerder",
                    "dossierhouder(s)",
                    "e-mail dossierhouder",
                    "mail",
                    "contact",
                    "dh",
                    "responsible person",
                    "projectleider",
                    "door",
                ),
            ),
        ),
    ] = Field(default=None, foreign_key="person.id", index=True)
    directie: Annotated[
        str | None,
        FieldSpec(
            Text("Directie", "Directorate"),
            LINE,
            PEOPLE,
            width_px=100,
            aliases=("afdeling", "dg", "unit", "directie/afdeling"),
        ),
    ] = None
    lead: Annotated[
        int | None,
        FieldSpec(
            Text("Trekker", "Lead"),
            ORGANISATION,
            PEOPLE,
            width_px=110,
            in_table=True,
            aliases=(
                "actiehouder",
                "verantwoordelijke organisatie",
                "wie",
                "organisatie",
                "lead organisation",
                "responsible",
                "eerstverantwoordelijke",
                *(
                    "lead agency",
                    "lead authority",
                    "adressaat",
                    "geadresseerde",
                    "addressee",
                    "lead department",
                    "responsible agency",
                ),
            ),
        ),
    ] = Field(default=None, foreign_key="organisation.id", index=True)
    partners: Annotated[
        tuple[int, ...],
        FieldSpec(
            Text("Partners", "Partners"),
            ORGANISATIONS,
            PEOPLE,
            aliases=(
                "betrokkenen",
                "betrokken",
                "betrokken partijen",
                "partner",
                "betrokken organisaties",
                "stakeholders",
                "involved",
                *(
                    "supporting agencies",
                    "supporting partners",
                    "supporting",
                    "support",
                    "in samenwerking met",
                    "samen met",
                ),
            ),
        ),
    ] = many_field()
    minister: Annotated[
        str | None,
        FieldSpec(
            Text("Bewindspersoon", "Minister"),
            MINISTERS,
            PEOPLE,
            width_px=180,
            in_table=True,
            aliases=(
                *(
                    "verantwoordelijke",
                    "ministerie",
                    "verantwoordelijke(n)",
                    "bewindspersoon(en)",
                    "departement",
                    "minister",
                ),
                *("verantwoordelijke bewindspersoon", "ministry", "department", "functie", "bewindslieden", "dep."),
            ),
        ),
    ] = None
    co_ministers: Annotated[
        tuple[str, ...], FieldSpec(Text("Mede namens", "Also on behalf of"), ListOf(MINISTERS), PEOPLE, width_px=180)
    ] = many_field()
    former_minister: Annotated[
        str | None, FieldSpec(Text("Vorige bewindspersoon", "Former minister"), MINISTERS, PEOPLE, width_px=180)
    ] = None
    theme: Annotated[
        str | None,
        FieldSpec(
            Text("Thema", "Theme"),
            LINE,
            CORE,
            in_table=True,
            aliases=(
                "onderdeel",
                "cluster",
                "hoofdstuk",
                "commissie",
                "theme",
                "topic area",
                "beleidsterrein",
                "bucket",
                "bucketnaam",
                "bucket name",
                *("pijler", "pillar", "speerpunt", "werkstroom", "spoor"),
            ),
        ),
    ] = None
    priority: Annotated[
        str | None,
        FieldSpec(
            Text("Prioriteit", "Priority"), PRIORITIES, CORE, width_px=90, aliases=("prio", "urgentie", "urgency")
        ),
    ] = None
    marking: Annotated[
        str,
        FieldSpec(
            Text("Markering", "Marking"),
            MARKINGS,
            CORE,
            required=True,
            hint=Text(
                "Alleen openbare records komen in stukken voor de Kamer.",
                "Only public records enter papers for the Chamber.",
            ),
        ),
    ] = "openbaar"
    tags: Annotated[
        tuple[str, ...],
        FieldSpec(Text("Trefwoorden", "Tags"), LINES, MORE, aliases=("labels", "trefwoord", "keywords", "tag")),
    ] = many_field()
    citations: Annotated[
        tuple[str, ...],
        FieldSpec(
            Text("Vindplaatsen", "Citations"),
            CITATIONS,
            SOURCES,
            width_px=200,
            aliases=(
                *("kamerstukken", "vindplaats", "verwijzing", "bron", "references", "source"),
                *("documentnummer", "documentnr", "document"),
            ),
        ),
    ] = many_field()
    links: Annotated[
        tuple[str, ...],
        FieldSpec(Text("Koppelingen", "Links"), LINES, SOURCES, aliases=("link", "url", "website", "hyperlink")),
    ] = many_field()
    settled_on: Annotated[
        date | None,
        FieldSpec(
            Text("Afgedaan op", "Settled on"),
            DAY,
            HANDLING,
            hint=Text("Volgens de bewindspersoon", "According to the minister"),
            aliases=(
                "datum afdoening",
                "afgedaan d.d.",
                "datum afgedaan",
                "afdoening",
                "date closed",
                "closed on",
                "voldaan op",
                *("verzonden op", "verzonden d.d.", "sent on"),
            ),
        ),
    ] = None
    settled_letter: Annotated[
        int | None,
        FieldSpec(
            Text("Afgedaan met brief", "Settled by letter"),
            LETTER,
            HANDLING,
            width_px=200,
            aliases=(
                "brief",
                "afdoening",
                "afdoening brief",
                "kamerbrief",
                "afdoeningsbrief",
                "kenmerk brief",
                "letter",
                "afgedaan per brief",
                "afgedaan in",
            ),
        ),
    ] = Field(default=None, foreign_key="letter.id")
    remarks: Annotated[
        str | None,
        FieldSpec(
            Text("Opmerkingen", "Remarks"),
            AREA,
            MORE,
            internal=True,
            width_px=240,
            aliases=(
                "opmerking",
                "toelichting",
                "notities",
                "notes",
                "remark",
                "comment",
                "bijzonderheden",
                "aantekeningen",
                "opm",
                "memo",
            ),
        ),
    ] = None

    @classmethod
    def phase_of(cls, row: Row) -> Phase:
        """Give the phase that a row of this kind is in; a status that is not known counts as open."""
        wanted = row.get("status")
        return next((status.phase for status in cls.statuses if status.word == wanted), Phase.OPEN)

    @classmethod
    def settled_status_of(cls, row: Row) -> str:
        """Give the status that settles a row of this kind."""
        return cls.settled_status

    @classmethod
    def first_status(cls) -> str:
        """Give the status that a new record starts with."""
        return cls.statuses[0].word
