"""Zaak of the sort Motie: the motions of the Tweede Kamer's open data, with what hangs below them."""

from __future__ import annotations

import re
from datetime import date
from typing import Any, Final

from tracker.basics.folding import fold
from tracker.basics.language import Text
from tracker.exchange.incoming.open_data.row import OpenRow
from tracker.exchange.incoming.open_data.shared import person_name, remarks, title_of
from tracker.records.member import Submitter
from tracker.records.motion import Outcome
from tracker.records.proposal import Doubt, Proposal, ProposedRow

_OUTCOMES: Final = (
    "aangehouden", "aangenomen", "verworpen", "ingetrokken", "overgenomen", "vervallen", "ingediend",
)  # fmt: skip
_APPRECIATIONS: Final = {
    "oordeel kamer": "oordeel Kamer",
    "ontraden": "ontraden",
    "ontraden tenzij gewijzigd": "ontraden tenzij gewijzigd",
    "overgenomen": "overgenomen",
    "verzocht motie aan te houden": "verzocht aan te houden",
    "verzocht aan te houden": "verzocht aan te houden",
    "geen (expliciete) appreciatie": "geen (expliciete) appreciatie",
    "nog niet bekend": "nog niet bekend",
    "nog te ontvangen": "nog niet bekend",
}
_NO_APPRECIATION: Final = "niet beschikbaar"
"""Before 1 April 2019, and for amended motions, the Chamber writes that there is none."""
_OTHER_APPRECIATION = Text(
    "Deze appreciatie is hier niet bekend. Kies wat zij betekent.",
    "This appreciation is not known here. Choose what it means.",
)
_SORTS: Final = ("nader gewijzigde motie", "gewijzigde motie", "motie")
_LEAD: Final = re.compile(
    r"^(?:(?:nader\s+)?gewijzigde\s+)?motie\s+(?:van\s+(?:het\s+lid|de\s+leden)\s+)?.{2,120}?\s+(?:over|inzake)\s+",
    re.IGNORECASE,
)
_ONLY_NEW: Final = frozenset(("title",))


def motion(row: OpenRow) -> tuple[Proposal, list[ProposedRow]]:
    """Give the motion of a row. Its outcome is its last decision; *Afgedaan* is the Chamber's word, not ours."""
    title, subject = row.text("Titel"), row.text("Onderwerp", "Citeertitel")
    tabled_on = row.day("GestartOp")
    full = subject or title
    about = _LEAD.sub("", full, count=1)
    values: dict[str, Any] = {
        "title": title_of(about[:1].upper() + about[1:]),
        "text": title if title and title != subject else None,
        "sort": next((sort for sort in _SORTS if fold(full).startswith(sort)), None),
        "chamber": "Eerste Kamer" if fold(row.text("Organisatie")) == "eerste kamer" else "Tweede Kamer",
        "submitters": _submitters(row),
        "citation": _citation(row),
        "citations": tuple(filter(None, (row.text("Nummer"),))),
        "outcomes": (Outcome("ingediend", tabled_on), *_outcomes(row)) if tabled_on else _outcomes(row),
    }
    row.text("Citeertitel", "Soort", "Vergaderjaar", "Volgnummer", "Alias")
    decided_on = row.day("DatumAfgedaan")
    if row.is_true("Afgedaan"):
        values["kamer_decided_on"] = decided_on
    doubts = _appreciation(row.text("Kabinetsappreciatie"), values)
    gone = row.is_true("Verwijderd")
    values["remarks"] = remarks(row.settle())
    held = {name: value for name, value in values.items() if value not in (None, "", ())}
    return Proposal("motion", held, row.place, doubts=doubts, gone=gone, only_new=_ONLY_NEW & set(held)), []


def _submitters(row: OpenRow) -> tuple[Submitter, ...]:
    found = []
    for actor in row.below("ZaakActor"):
        role = fold(actor.text("Relatie"))
        name, party = actor.text("ActorNaam"), actor.text("ActorFractie", "ActorAfkorting")
        actor.text("Functie", "ActorAfkorting")
        actor.settle()
        if role in {"indiener", "medeindiener", "mede-indiener"} and name:
            co_signed = role != "indiener"
            found.append(Submitter(person_name(name), party or None, co_signed))
    return tuple(sorted(found, key=lambda one: one.co_signed))


def _citation(row: OpenRow) -> str | None:
    """Give the paper: dossier and number within it, which stand in the row or in its document."""
    dossiers = row.below("Kamerstukdossier")
    number = row.text("Volgnummer")
    for document in row.below("Document"):
        number = number if number not in {"", "-1", "0"} else document.text("Volgnummer")
        document.text("Volgnummer", "Soort", "DocumentNummer", "Titel", "Onderwerp", "Datum")
        dossiers = dossiers or document.below("Kamerstukdossier")
        document.settle()
    found = None
    for dossier in dossiers:
        paper = " ".join(filter(None, (dossier.text("Nummer"), dossier.text("Toevoeging"))))
        dossier.text("Titel", "Citeertitel", "Alias", "HoogsteVolgnummer", "Afgesloten", "Kamer")
        dossier.settle()
        if found is None and paper and number not in {"", "-1", "0"}:
            found = f"{paper}, nr. {number}"
    return found


def _outcomes(row: OpenRow) -> tuple[Outcome, ...]:
    """Give the decisions in the order in which they fell; one without a day keeps its place in the list."""
    found: list[tuple[date, int, Outcome]] = []
    for place, decision in enumerate(row.below("Besluit")):
        words = fold(f"{decision.text('BesluitSoort')} {decision.text('BesluitTekst')}")
        day = decision.day("Datum", "BesluitDatum")
        for point in decision.below("Agendapunt"):
            for activity in point.below("Activiteit"):
                day = day or activity.day("Datum", "Aanvangstijd")
                activity.text("Soort", "Onderwerp", "Nummer", "Datum", "Aanvangstijd")
                activity.settle()
            point.text("Nummer", "Onderwerp")
            point.settle()
        decision.text(
            "StemmingsSoort", "VoteText", "Opmerking", "Status", "AgendapuntZaakBesluitVolgorde", "BesluitTekst"
        )
        gone = decision.is_true("Verwijderd")
        decision.settle()
        outcome = next((one for one in _OUTCOMES if one in fold(decision.text("BesluitSoort"))), None)
        outcome = outcome or next((one for one in _OUTCOMES if one in words), None)
        if outcome and not gone:
            found.append((day or date.max, place, Outcome(outcome, day)))
    ordered = sorted(found, key=lambda one: one[:2]) if all(one[2].on for one in found) else found
    return tuple(outcome for _, _, outcome in ordered)


def _appreciation(word: str, values: dict[str, Any]) -> tuple[Doubt, ...]:
    folded = fold(word)
    if not folded or folded.startswith(_NO_APPRECIATION):
        return ()
    known = _APPRECIATIONS.get(folded)
    if known is None:
        choices = tuple((one, Text.same(one)) for one in dict.fromkeys(_APPRECIATIONS.values()))
        return (Doubt("appreciation", word, _OTHER_APPRECIATION, choices, f"motion.appreciation:{folded}"),)
    values["appreciation"] = known
    return ()
