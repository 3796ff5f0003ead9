"""What the panes of the import say alike: the verdicts with their signs, and what is done with them."""

from __future__ import annotations

from tracker.basics.formats import count_words
from tracker.basics.language import Text
from tracker.records.step_labels import step_text
from tracker.services.importing.judging import Verdict
from tracker.services.importing.parts import PartOutcome
from tracker.ui.session import Session

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


def said_words(step: str, undecided: int) -> Text:
    """Give the closing sentence: what was done, what nobody decided on, and how to undo it."""
    done = step_text(step)
    is_one = undecided == 1
    left = Text(
        f" Onbeslist en niet overgenomen: {undecided} {'record' if is_one else 'records'}.",
        f" Undecided and not taken over: {undecided} {'record' if is_one else 'records'}.",
    )
    if not undecided:
        left = Text("", "")
    return Text(f"{done.nl}.{left.nl} Ongedaan maken: Ctrl+Z", f"{done.en}.{left.en} To undo: Ctrl+Z")


def button_words(session: Session, made: int, changed: int) -> Text:
    """Give what the button that takes over says: how many records it makes and changes."""
    if not made and not changed:
        return Text("Niets over te nemen", "Nothing to take over")
    new, other = (count_words(count, session.language) for count in (made, changed))
    nl = " en ".join(filter(None, (f"{new} nieuw" if made else "", f"{other} gewijzigd" if changed else "")))
    en = " and ".join(filter(None, (f"{new} new" if made else "", f"{other} changed" if changed else "")))
    return Text(f"Overnemen: {nl}", f"Take over: {en}")
