"""What the panes of the import say alike: the verdicts with their signs, and what is done with them."""

from __future__ import annotations

from tracker.basics.language import Text
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
    PartOutcome.LEFT: Text("u laat dit weg", "you leave this out"),
}
