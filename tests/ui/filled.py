"""A register with something on every screen, in words that can be told from those of the program."""

from __future__ import annotations

from datetime import date

from tests import builders as build
from tracker.records.evidence import LINKED
from tracker.services import deadlines, handling
from tracker.store.record_store import Store


def fill(store: Store, words: str) -> None:
    """Fill a register with something on every screen; each text that a user would type holds ``words``."""
    letter = build.letter(store, title=f"{words} brief")
    build.debate(store, subject=f"{words} debat")
    build.organisation(store, f"{words} organisatie")
    build.person(store, f"{words} persoon", f"{words}@minjenv.nl")
    late = build.motion(store, title=f"{words} eerst", theme=words, owner=f"{words} persoon")
    said_on, summer = date(2026, 3, 1), f"{words} voor de zomer"
    moved = build.deadline(store, late, wording=summer, end=date(2026, 6, 1), said_on=said_on)
    given = {"wording": f"{words} na de zomer", "start": None, "end": date(2026, 10, 1)}
    store.apply(handling.postpone(store, late, moved, given, on=date(2026, 6, 1), reason=words))
    store.apply(deadlines.add_deadline(store, late, f"binnen zes weken na {words}", said_on))
    build.note(store, late, text=words)
    promise = build.commitment(store, title=words, made_on=said_on)
    store.apply(deadlines.add_deadline(store, promise, f"binnen een jaar na {words} twee", said_on))
    store.apply(deadlines.add_deadline(store, promise, "voor het kerstreces", said_on))
    build.relation(store, late, "draagt bij aan", promise)
    build.evidence(store, late, name=f"{words}.pdf", kept=LINKED, place=f"https://{words}.nl")
    actions = [build.action(store, title=f"{words} {place}") for place in range(3)]
    build.note(store, actions[0], text=words)
    build.change(store, late, settled_letter=letter.id)
    store.undo()
