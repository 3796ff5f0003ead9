"""Toezegging: the commitments of the Tweede Kamer's open data, and the list of the Eerste Kamer."""

from __future__ import annotations

import re
from typing import Any, Final

from tracker.basics.folding import fold
from tracker.basics.language import Text
from tracker.exchange.incoming.open_data.row import OpenRow
from tracker.exchange.incoming.open_data.shared import deadlines_in, member, remarks, title_of
from tracker.records.citation import read_citations
from tracker.records.proposal import Doubt, Link, Place, Proposal, ProposedPart, ProposedRow

_STATUSES: Final = {
    "afgedaan": ("voldaan", "voldaan"),
    "voldaan": ("voldaan", "voldaan"),
    "deels afgedaan": ("deels voldaan", "deels voldaan"),
    "deels voldaan": ("deels voldaan", "deels voldaan"),
    "openstaand": ("openstaand", "openstaand"),
    "vervallen": ("vervallen", None),
    "niet nagekomen": ("niet nagekomen", "niet voldaan"),
}
"""The Chamber's word: the status of a commitment that is new to the register, and the Chamber's decision."""
_ASKED_ONCE = Text(
    "Dit woord van de Kamer is niet bekend. Kies wat het betekent.",
    "This word of the Chamber is not known. Choose what it means.",
)
_LINKS: Final = {"herhaling": "herhaalt", "aanvulling": "vult aan", "wijziging": "wijzigt"}
_NUMBER: Final = re.compile(r"TZ\d{6}-\d+", re.IGNORECASE)
_ONLY_NEW: Final = frozenset(("status", "title", "settled_on", "settled_letter"))
"""What the ministry decides for itself; the Chamber's word goes into the fields of the Chamber."""


def commitment(row: OpenRow) -> tuple[Proposal, list[ProposedRow]]:
    """Give the commitment of a row of the Tweede Kamer, with the debate and the letter that it names."""
    text, made_on = row.long_text("Tekst"), row.day("Aanmaakdatum")
    number, function, name = row.text("Nummer"), row.text("Functie"), row.text("Naam")
    values: dict[str, Any] = {
        "number": number,
        "title": title_of(row.text("Titel", "Onderwerp") or text) or number,
        "text": text,
        "made_on": made_on,
        "chamber": "Tweede Kamer",
        "made_by": f"{function} ({name})" if function and name else function or name,
        "minister": function,
        "lead": row.text("Ministerie"),
    }
    beside = [*_debate(row, values), *_letter(row, values)]
    doubts = _status(row.text("Status"), values)
    met_on = row.day("DatumNakoming")
    if values.get("kamer_decision") == "voldaan":
        values |= {"settled_on": met_on, "kamer_decided_on": met_on}
    parts = [*deadlines_in(text, made_on, row.place), *_links(row)]
    gone = row.is_true("Verwijderd")
    values["remarks"] = remarks([*_members(row, values), *row.settle()])
    return _proposal(values, row, parts, doubts, gone=gone), beside


def _proposal(
    values: dict[str, Any], row: OpenRow, parts: list[ProposedPart], doubts: tuple[Doubt, ...], *, gone: bool
) -> Proposal:
    held = {name: value for name, value in values.items() if value not in (None, "", ())}
    return Proposal(
        "commitment", held, row.place, parts=tuple(parts), doubts=doubts, gone=gone, only_new=_ONLY_NEW & set(held)
    )


def _status(word: str, values: dict[str, Any]) -> tuple[Doubt, ...]:
    """Put what the Chamber's word means into the values; an empty one says nothing."""
    if not word:
        return ()
    known = _STATUSES.get(fold(word))
    if known is None:
        choices = tuple((status, Text.same(status)) for status in dict.fromkeys(one for one, _ in _STATUSES.values()))
        return (Doubt("status", word, _ASKED_ONCE, choices, f"commitment.status:{fold(word)}"),)
    values["status"], values["kamer_decision"] = known
    return ()


def _debate(row: OpenRow, values: dict[str, Any]) -> list[ProposedRow]:
    number = row.text("ActiviteitNummer")
    told = row.below("Activiteit")
    activity = told[0] if told else None
    if activity is not None:
        number = activity.text("Nummer") or number
    if not number:
        return []
    debate: dict[str, Any] = {"number": number, "chamber": "Tweede Kamer", "day": values["made_on"]}
    debate["subject"] = f"Activiteit {number}"
    if activity is not None:
        debate["subject"] = activity.text("Onderwerp") or debate["subject"]
        debate["sort"] = activity.text("Soort").lower() or None
        debate["day"] = activity.day("Datum", "Aanvangstijd") or debate["day"]
        activity.settle()
    values["debate"] = Link("debate", number)
    return [ProposedRow("debate", number, debate, row.place)]


def _letter(row: OpenRow, values: dict[str, Any]) -> list[ProposedRow]:
    number = row.text("KamerbriefNakoming", "Kamerbriefnakoming")
    if not number:
        return []
    values["settled_letter"] = Link("letter", number)
    letter = {"title": f"Kamerbrief {number}", "citation": number, "state": "verzonden", "chambers": ("Tweede Kamer",)}
    return [ProposedRow("letter", number, letter, row.place)]


def _members(row: OpenRow, values: dict[str, Any]) -> list[str]:
    """Fill in to whom the promise was made, where the page was fetched with that."""
    persons = row.below("ToegezegdAanPersoon", "IsToegezegdAanPersoon", "Persoon")
    parties = row.below("ToegezegdAanFractie", "IsToegezegdAanFractie", "Fractie")
    party = parties[0].text("Afkorting", "NaamNL") if len(parties) == 1 else ""
    values["made_to"] = tuple(member(_name(one), party) for one in persons)
    left = [line for one in (*persons, *parties) for line in one.settle()]
    if len(parties) > 1:
        left += [f"Toegezegd aan fractie: {one.text('Afkorting', 'NaamNL')}" for one in parties]
    return left


def _name(person: OpenRow) -> str:
    parts = (person.text("Roepnaam", "Voornamen", "Initialen"), person.text("Tussenvoegsel"), person.text("Achternaam"))
    return " ".join(part for part in parts if part) or person.text("Naam", "ActorNaam")


def _links(row: OpenRow) -> list[ProposedPart]:
    """Give what links a commitment to others: it repeats, adds to or changes one."""
    parts = []
    for word, how in _LINKS.items():
        for name in row.names_with(word):
            numbers = [one.text("Nummer") for one in row.below(name)] or _NUMBER.findall(row.text(name))
            for one in row.below(name):
                one.settle()
            parts += [
                ProposedPart("relation", {"how": how, "to": Link("commitment", number)}, row.place)
                for number in numbers
                if number
            ]
    return parts


def senate_commitment(row: OpenRow) -> tuple[Proposal, list[ProposedRow]]:
    """Give the commitment of a row of the Eerste Kamer's list."""
    number, text = row.text("Nummer"), row.long_text("Toezegging", "Tekst", "Omschrijving", "Titel", "Onderwerp")
    made_on = row.day("Datum toezegging", "DatumToezegging", "Datum")
    deadline = row.text("Deadline")
    papers = row.text("Kamerstukken", "Kamerstuk")
    values: dict[str, Any] = {
        "number": number,
        "title": title_of(row.text("Titel") or text) or number,
        "text": text,
        "made_on": made_on,
        "chamber": "Eerste Kamer",
        "made_by": row.text("Verantwoordelijke(n)", "Verantwoordelijken", "Verantwoordelijke"),
        "made_to": tuple(
            member(one) for one in re.split(r";|,(?![^(]*\))|\ben\b", row.text("Kamerleden")) if one.strip()
        ),
        "citations": tuple(one.canonical for one in read_citations(papers)),
    }
    values["minister"] = values["made_by"]
    doubts = _status(row.text("Status"), values)
    parts = [_deadline(row, deadline, made_on)] if deadline else list(deadlines_in(text, made_on, row.place))
    gone = row.is_true("Verwijderd")
    values["remarks"] = remarks(row.settle())
    return _proposal(values, row, parts, doubts, gone=gone), []


def _deadline(row: OpenRow, words: str, made_on: Any) -> ProposedPart:
    day = row.day("Deadline")
    values = {"wording": f"uiterlijk {day:%d-%m-%Y}" if day else words, "said_on": made_on, "sort": "register Kamer"}
    return ProposedPart("deadline", values | ({"end": day} if day else {}), Place(row.place.sheet, row.place.spot))
