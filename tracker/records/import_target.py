"""Where a column of another list can go: the fields of a kind, and what stands beside a record (deadline, debate).

The fields come from the kind's declaration. The others are declared here once, with the headings that lists use.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Final

from tracker.basics.language import Text
from tracker.records.field import fields_of
from tracker.records.kind import Kind
from tracker.records.value_type import AREA, DAY, LINE, ValueType

KEEP: Final = "keep"
"""The column fits no field: it is kept with the record, as a remark with its heading."""
IGNORE: Final = "ignore"
"""The column only counts the rows, or repeats another."""


@dataclass(frozen=True, slots=True)
class Target:
    """One place to which a column can go. ``takes_several``: more than one column may go there."""

    name: str
    label: Text
    type: ValueType
    aliases: tuple[str, ...] = ()
    takes_several: bool = False
    only: frozenset[str] = frozenset()
    """The kinds that have it; empty: all."""


def _target(
    name: str, label: tuple[str, str], kind: ValueType, aliases: str, *, several: bool = False, only: str = ""
) -> Target:
    words = tuple(alias.strip() for alias in aliases.split(";") if alias.strip())
    return Target(name, Text(*label), kind, words, several, frozenset(only.split()))


_CHAMBER_KINDS = "motion commitment"
BESIDE_FIELDS: Final = (
    _target(
        "reference",
        ("Nr", "No."),
        LINE,
        "nr; nummer; no; no.; number; id; referentie; reference; ons nummer; volgnummer",
    ),
    _target(
        "kind",
        ("Soort record", "Kind of record"),
        LINE,
        "soort; type; kind; categorie; m/t; motie/toezegging; soort item",
    ),
    _target(
        "deadline.wording",
        ("Termijn", "Deadline"),
        LINE,
        "termijn; deadline; uiterlijk; uiterste datum; wanneer gereed; gereed; planning; due; due date; due by;"
        " due on;"
        "target date; target; streefdatum; datum gereed; toegezegde termijn; nakoming; einddatum; termijn nakoming;"
        "gereed op; gereed voor; planning gereed; afronding; verwachte afronding; verwachte afdoening;"
        " planning afdoening;"
        "wanneer; when; by when; timing; tijdpad; toegezegd voor; vervaldatum; deadline tk; verwachte datum;"
        " verwachte planning;"
        "termijn voor nakoming; uiterlijke datum; datum uiterlijk; datum nakoming;"
        "huidige termijn; completion date; expected completion; gepland;"
        " planning (kwartaal);"
        "oplevering; opleverdatum; beoogde datum; rappeldatum; rappel; verwacht; verwachte termijn; datum gepland;"
        " tijdstip; timeframe; time frame; wanneer klaar; klaar; klaar op; rapporteren voor; rapportage voor;"
        " deadline for reporting; reporting deadline; at the latest; planning verzending;"
        " verzenddatum; datum verzending; implementatiedatum; implementatietermijn; omzettingstermijn; omzettingsdatum;"
        " transposition deadline;"
        " mijlpaal; milestone; next milestone; einde; eind; end; end date; until; tot; t/m",
        several=True,
    ),
    _target(
        "deadline.old",
        ("Oude termijn", "Former deadline"),
        LINE,
        "oude termijn; oorspronkelijke termijn; eerdere termijn; oude deadline; oorspronkelijke deadline; was;"
        " vorige termijn;"
        "original deadline; original due date; oorspronkelijke planning; initiele termijn; oude planning;"
        " eerste termijn",
    ),
    _target(
        "deadline.new",
        ("Nieuwe termijn", "New deadline"),
        LINE,
        "nieuwe deadline; herziene termijn; herziene deadline; verlengd tot; uitgesteld tot; uitstel tot; uitloop tot;"
        " verschoven naar; termijn na uitstel; revised deadline; revised due date; extended to; extended until;"
        " postponed to; nieuwe planning",
    ),
    _target(
        "deadline.waits_for",
        ("Wacht op", "Waits for"),
        LINE,
        "wacht op; afhankelijk van; waits for; waiting for; depends on; dependency",
    ),
    _target(
        "deadline.period",
        ("Termijn in deze periode", "Deadline in this period"),
        LINE,
        "",
        several=True,
    ),
    _target(
        "deadline.what",
        ("Wat er klaar moet zijn", "What is due"),
        LINE,
        "op te leveren; product; deliverable; resultaat termijn",
    ),
    _target(
        "deadline.said_on",
        ("Afgesproken op", "Agreed on"),
        DAY,
        "afgesproken op; datum mt; datum bt; datum dt; datum overleg; datum vergadering; datum bespreking;"
        " overleg d.d.; vergaderdatum; datum besluit; datum afspraak; datum actie; datum regieraad; datum werkgroep;"
        " datum stuurgroep; date raised; meeting date; date of meeting; agreed on; gezegd op",
        only="action operational-action programme instrument recommendation",
    ),
    _target(
        "note.text",
        ("Stand van zaken", "State of affairs"),
        AREA,
        "stand van zaken; svz; laatste stand; laatste stand van zaken; update; progress; state of affairs;"
        " latest update;"
        "state of play; huidige stand; progress update; comments; current status; toelichting stand;"
        " toelichting status;"
        "toelichting stand van zaken; voortgangstekst; actuele stand; stand; toelichting voortgang;"
        " wijze van afdoening;"
        "afhandeling; actie; laatste actie; last action; status update; ondernomen acties; genomen acties;"
        " vervolg; vervolgactie; vervolgacties; vervolgstappen; volgende stap; volgende stappen; next steps; next step;"
        " wat moet er nog gebeuren; nog te doen; uitwerking;"
        " voortgangsinformatie",
        several=True,
    ),
    _target(
        "note.on",
        ("Stand op", "State of affairs on"),
        DAY,
        "peildatum; datum stand; stand per; bijgewerkt op; last updated; updated; laatst bijgewerkt; datum update;"
        " laatst besproken; besproken op;"
        " bijgewerkt",
    ),
    _target(
        "debate.day",
        ("Datum debat", "Day of the debate"),
        DAY,
        "datum debat; debatdatum; datum overleg; datum vergadering; date of debate; datum bespreking",
        only=_CHAMBER_KINDS,
    ),
    _target(
        "debate.sort",
        ("Soort debat", "Sort of debate"),
        LINE,
        "soort debat; type debat; soort overleg; type overleg; type of debate; soort vergadering",
        only=_CHAMBER_KINDS,
    ),
    _target(
        "debate.number",
        ("Nummer debat", "Number of the debate"),
        LINE,
        "activiteitnummer; activiteit; debatnummer; nummer debat; activity number",
        only=_CHAMBER_KINDS,
    ),
    _target(
        "citation.dossier",
        ("Dossiernummer", "Dossier number"),
        LINE,
        "dossier; dossiernummer; dossiernr; kamerdossier; dossier nr",
        only=_CHAMBER_KINDS,
    ),
    _target(
        "citation.number",
        ("Ondernummer", "Number in the dossier"),
        LINE,
        "ondernummer; stuknummer; nr kamerstuk; kamerstuknr; ondernr; document nr; stuk",
        only=_CHAMBER_KINDS,
    ),
    _target(
        "outcomes.tabled_on",
        ("Ingediend op", "Tabled on"),
        DAY,
        "ingediend op; ingediend; datum indiening; datum motie; ingediend d.d.; indieningsdatum; tabled on;"
        " date tabled; datum; date; d.d.; op",
        only="motion",
    ),
    _target(
        "outcomes.voted_on",
        ("Stemming op", "Voted on"),
        DAY,
        "aangenomen op; datum stemming; stemming op; gestemd op; stemdatum; voted on; date of vote; aangenomen;"
        " datum aangenomen; datum aanname",
        only="motion",
    ),
    _target(
        "status.marked",
        ("Status (aangekruist)", "Status (marked)"),
        LINE,
        "",
        several=True,
    ),
    _target(
        "period",
        ("Looptijd", "Period"),
        LINE,
        "looptijd; periode; duur; period; duration; term; van - tot; runtime",
        only="programme operational-action action",
    ),
    _target(
        "party",
        ("Fractie", "Party"),
        LINE,
        "fractie; partij; fracties; partijen; party; political group",
        only=_CHAMBER_KINDS,
    ),
)


@cache
def targets_of(kind: Kind) -> dict[str, Target]:
    """Give every place to which a column of a list of this kind can go, by name, the fields first."""
    found = {}
    for spec in fields_of(kind.model):
        aliases = (spec.name.replace("_", " "), *spec.aliases)
        found[spec.name] = Target(spec.name, spec.label, spec.type, aliases, spec.type.many or spec.name == "remarks")
    for target in BESIDE_FIELDS:
        if not target.only or kind.code in target.only:
            found[target.name] = target
    return found


def field_label(kind: Kind, name: str) -> Text:
    """Give the words for a field of a kind, or for what stands beside it: ``deadline``, ``note.on``."""
    targets = targets_of(kind)
    known = targets.get(name) or targets.get(f"{name}.wording")
    return known.label if known else Text.same(name)


@cache
def target_label(kind: Kind, name: str) -> Text:
    """Give the words for a target, also for one that is none (kept, left out)."""
    if name == KEEP:
        return Text("Bewaren als opmerking", "Keep as a remark")
    if name == IGNORE:
        return Text("Weglaten", "Leave out")
    target = targets_of(kind).get(name)
    return target.label if target else Text.same(name)
