"""The kinds of record: the only list of them."""

from __future__ import annotations

from tracker.basics.errors import NotFound
from tracker.basics.language import Text
from tracker.records.kind import Kind

KINDS: tuple[Kind, ...] = (
    Kind("motion", "M", Text("motie", "motion"), Text("Moties", "Motions"), "hand", "Motion"),
    Kind(
        "commitment", "T", Text("toezegging", "commitment"), Text("Toezeggingen", "Commitments"),
        "message-square-quote", "Commitment",
    ),
    Kind("action", "A", Text("actie", "action"), Text("Acties actieplan", "Action plan"), "list-checks", "Action"),
    Kind(
        "operational-action", "OA", Text("operationele actie", "operational action"),
        Text("Operationele acties", "Operational actions"), "crosshair", "OperationalAction",
    ),
    Kind("programme", "P", Text("programma", "programme"), Text("Programma’s", "Programmes"), "globe", "Programme"),
    Kind(
        "instrument", "I", Text("verdrag of wet", "instrument"), Text("Verdragen en wetten", "Treaties and laws"),
        "scroll-text", "Instrument",
    ),
    Kind(
        "recommendation", "R", Text("aanbeveling", "recommendation"), Text("Aanbevelingen", "Recommendations"),
        "lightbulb", "Recommendation",
    ),
)  # fmt: skip

LETTER_PREFIX = "B"
_BY_NAME = {name: kind for kind in KINDS for name in (kind.code, kind.table)}


def kind_of(code: str) -> Kind:
    """Give the kind of a code (``operational-action``) or table name. Raises NotFound."""
    kind = _BY_NAME.get(code)
    if kind is not None:
        return kind
    known = ", ".join(kind.code for kind in KINDS)
    raise NotFound(
        f"Soort “{code}” bestaat niet. Kies uit: {known}.", f"There is no kind “{code}”. Choose from: {known}."
    )


def kind_of_reference(reference: str) -> Kind | None:
    """Give the kind that a reference (``OA-2``) belongs to, or None where it is no reference of a record."""
    prefix, _, number = reference.upper().partition("-")
    return next((kind for kind in KINDS if kind.prefix == prefix and number.isdigit()), None)
