"""What the panes of the import say alike: the verdicts with their signs, and what is done with them."""

from __future__ import annotations

import re

from tracker.basics.language import Language, Text
from tracker.records.proposal import Place
from tracker.services.importing.judging import Verdict
from tracker.services.importing.parts import PartOutcome

VERDICT_WORDS = {
    Verdict.NEW: Text("Nieuw", "New"),
    Verdict.CHANGED: Text("Gewijzigd", "Changed"),
    Verdict.UNCHANGED: Text("Gelijk", "Same"),
    Verdict.REJECTED: Text("Geweigerd", "Refused"),
    Verdict.UNDECIDED: Text("Te beslissen", "To decide"),
    Verdict.LEFT: Text("Overgeslagen", "Skipped"),
}
VERDICT_LOOKS = {
    Verdict.NEW: ("circle-plus", "ok"),
    Verdict.CHANGED: ("pencil", "link"),
    Verdict.UNCHANGED: ("equal", "muted"),
    Verdict.REJECTED: ("ban", "late"),
    Verdict.UNDECIDED: ("circle-help", "soon"),
    Verdict.LEFT: ("minus", "muted"),
}
"""Icon and colour role of each verdict; the word stands beside them always."""
COUNTED = {
    Verdict.NEW: Text("nieuw", "new"),
    Verdict.CHANGED: Text("gewijzigd", "changed"),
    Verdict.UNCHANGED: Text("gelijk", "same"),
    Verdict.REJECTED: Text("geweigerd", "refused"),
    Verdict.UNDECIDED: Text("te beslissen", "to decide"),
    Verdict.LEFT: Text("overgeslagen", "skipped"),
}
PART_OUTCOMES = {
    PartOutcome.NEW: Text("komt erbij", "is added"),
    PartOutcome.CHANGED: Text("wordt gewijzigd", "is changed"),
    PartOutcome.POSTPONED: Text("wordt uitgesteld", "is postponed"),
    PartOutcome.THERE: Text("staat er al", "is there already"),
    PartOutcome.REFUSED: Text("wordt niet overgenomen", "is not taken over"),
}


_SPOTS = {
    "rij": Text("rij", "row"),
    "kolom": Text("kolom", "column"),
    "alinea": Text("alinea", "paragraph"),
    "voetnoot": Text("voetnoot", "footnote"),
    "tabel": Text("tabel", "table"),
}
_SPOT = re.compile(r"\b(" + "|".join(_SPOTS) + r")(?= )")


def spot_words(spot: str, language: Language) -> str:
    """Give a spot in a file in one language: readers name rows and paragraphs in Dutch."""
    return _SPOT.sub(lambda found: _SPOTS[found[0]].to(language), spot)


def place_words(place: Place, language: Language) -> str:
    """Give where something stands in a file in one language."""
    return str(Place(place.sheet, spot_words(place.spot, language)))
