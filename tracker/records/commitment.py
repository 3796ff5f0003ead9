"""Toezegging: a promise by a minister or state secretary, made in a debate or in a letter."""

from datetime import date
from typing import Annotated, ClassVar

from sqlmodel import Field

from tracker.basics.language import Text
from tracker.records.field import FieldSpec
from tracker.records.handling import HandledByChamber
from tracker.records.member import Member
from tracker.records.record_base import CHAMBERS, CONTENT, HANDLING, MINISTERS, ORIGIN, many_field
from tracker.records.status import Status, statuses
from tracker.records.value_type import AREA, CITATION, DAY, DEBATE, LETTER, LINE, Items, Suggested

CATEGORIES = Suggested(("brief", "evaluatie", "wetgeving", "onderzoek", "overleg", "beleid", "informatie"))


class Commitment(HandledByChamber, table=True):
    """A commitment. Those made in a letter are in no Chamber's register; here they are."""

    statuses: ClassVar[tuple[Status, ...]] = statuses(
        open=(("openstaand", "open"),),
        underway=(("deels voldaan", "partly met"),),
        done=(("voorgesteld als voldaan", "proposed as met"), ("voldaan", "met")),
        dropped=(("niet nagekomen", "not kept"), ("vervallen", "lapsed"), ("overgedragen", "handed over")),
    )
    settled_status: ClassVar[str] = "voorgesteld als voldaan"

    number: Annotated[
        str | None,
        FieldSpec(
            Text("Nummer", "Number"),
            LINE,
            ORIGIN,
            width_px=120,
            in_table=True,
            aliases=(
                "toezeggingnummer",
                "kenmerk",
                "toezeggingsnummer",
                "nr",
                "nr.",
                "tz-nummer",
                "tz nummer",
                "tz",
                "t-nummer",
                "nummer toezegging",
                "kamernummer",
                "nummer kamer",
            ),
            hint=Text("TZ202605-123 of T03456", "TZ202605-123 or T03456"),
        ),
    ] = None
    former_number: Annotated[
        str | None,
        FieldSpec(
            Text("Vorig nummer", "Former number"),
            LINE,
            ORIGIN,
            width_px=120,
            aliases=("oud nummer", "oude nr", "eerder nummer", "old number"),
        ),
    ] = None
    chamber: Annotated[str | None, FieldSpec(Text("Kamer", "Chamber"), CHAMBERS, ORIGIN, width_px=110)] = None
    made_by: Annotated[
        str | None,
        FieldSpec(
            Text("Gedaan door", "Made by"),
            MINISTERS,
            ORIGIN,
            width_px=180,
            aliases=("toegezegd door", "door", "toezegging van", "bewindspersoon (toegezegd)", "made by"),
        ),
    ] = None
    made_to: Annotated[
        tuple[Member, ...],
        FieldSpec(
            Text("Gedaan aan", "Made to"),
            Items(Member),
            ORIGIN,
            width_px=180,
            aliases=(
                "kamerlid",
                "kamerleden",
                "aan",
                "toegezegd aan",
                "aan wie",
                "lid",
                "vragensteller",
                "vrager",
                "leden",
                "member",
                "members",
            ),
        ),
    ] = many_field()
    made_on: Annotated[
        date | None,
        FieldSpec(
            Text("Gedaan op", "Made on"),
            DAY,
            ORIGIN,
            width_px=100,
            in_table=True,
            aliases=(
                "datum",
                "datum toezegging",
                "toegezegd op",
                "wanneer toegezegd",
                "date",
                "date made",
                "d.d.",
                "wanneer",
                "gedaan d.d.",
            ),
        ),
    ] = None
    debate: Annotated[
        int | None,
        FieldSpec(
            Text("Gedaan in debat", "Made in debate"),
            DEBATE,
            ORIGIN,
            width_px=200,
            aliases=("debat", "overleg", "vergadering", "debate", "naam debat", "gedaan tijdens"),
        ),
    ] = Field(default=None, foreign_key="debate.id")
    made_in_letter: Annotated[
        int | None, FieldSpec(Text("Gedaan in brief", "Made in letter"), LETTER, ORIGIN, width_px=200)
    ] = Field(default=None, foreign_key="letter.id")
    citation: Annotated[
        str | None,
        FieldSpec(
            Text("Vindplaats", "Citation"),
            CITATION,
            ORIGIN,
            width_px=220,
            aliases=("kamerstuk", "kamerstukken", "kamerstuknummer", "herkomst"),
        ),
    ] = None
    category: Annotated[
        str | None,
        FieldSpec(
            Text("Categorie", "Category"),
            CATEGORIES,
            ORIGIN,
            width_px=110,
            aliases=("wijze", "wijze van afdoening", "wijze van nakoming", "vorm"),
        ),
    ] = None
    words_said: Annotated[
        str | None,
        FieldSpec(
            Text("Uit de stukken", "Words said"), AREA, CONTENT, width_px=300, aliases=("citaat", "uit de stukken")
        ),
    ] = None
    done_so_far: Annotated[
        str | None, FieldSpec(Text("Wat is gedaan", "What was done"), AREA, HANDLING, width_px=300)
    ] = None
