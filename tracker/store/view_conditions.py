"""What each view asks of the list copy of a record, said once as SQL; without SQLAlchemy, for the first page too."""

from __future__ import annotations

from typing import Final

from tracker.store.without_deadline import without_deadline

ACTIVE: Final = "record.phase IN ('open', 'underway')"
"""What is still to be done, in the words of the partial index on open deadlines; SQLite uses it only for these."""
ASKED_OF_ACTIVE: Final = {
    "overdue": "record.deadline_end < :today",
    "due-30": "record.deadline_end BETWEEN :today AND :soon",
    "waiting": "record.waits_for IS NOT NULL",
    "postponed": "record.times_postponed > 0",
    "not-told": "record.untold > 0",
    "no-deadline": without_deadline(),
    "no-owner": "record.owner IS NULL",
}
"""What a view asks of records that are still to be done. ``:soon`` is the last day that counts as soon."""
ASKED: Final = {code: f"{ACTIVE} AND {asked}" for code, asked in ASKED_OF_ACTIVE.items()} | {
    "settled": "record.phase = 'done'"
}
"""What a view asks of any record, by its code."""
DATED: Final = frozenset({"overdue", "due-30"})
"""The views that hold only what has a last day; the figures of these come from the index on open deadlines."""
INDEXED: Final = DATED | {"settled"}
"""The views that ask nothing which the index of lists lacks."""
