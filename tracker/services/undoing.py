"""The steps that can be taken back or repeated, as people choose from them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from tracker.basics.language import Text
from tracker.records.step_labels import step_text
from tracker.store.log_reader import StepLine
from tracker.store.record_store import Store

STEPS_SHOWN = 30


@dataclass(frozen=True, slots=True)
class PastStep:
    """One step in the list. ``distance``: how many steps are taken back (or repeated) to get there; 1 is the next.

    ``at`` is in UTC.
    """

    id: int
    distance: int
    undone: bool
    label: Text
    at: datetime
    by: str
    records: Text


def past_steps(store: Store, *, undone: bool, limit: int = STEPS_SHOWN) -> list[PastStep]:
    """Give the steps that *undo* takes back (or *redo* repeats), the next one in front."""
    names = store.names()
    return [
        PastStep(one.id, place, undone, step_text(one.label), one.at, names("person", one.by), _records(one))
        for place, one in enumerate(store.steps(undone=undone, limit=limit), start=1)
    ]


def _records(one: StepLine) -> Text:
    shown, more = ", ".join(one.references), one.records - len(one.references)
    if more <= 0:
        return Text.same(shown)
    return Text(f"{shown} en nog {more}", f"{shown} and {more} more")
