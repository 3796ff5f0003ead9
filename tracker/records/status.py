"""States and the four phases they belong to, by which lists filter across kinds."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from tracker.basics.language import Text


class Phase(StrEnum):
    """How far a record is, the same for every kind. ``done`` and ``dropped`` are never overdue."""

    OPEN = "open"
    UNDERWAY = "underway"
    DONE = "done"
    DROPPED = "dropped"


PHASE_WORDS = {
    Phase.OPEN: Text("open", "open"),
    Phase.UNDERWAY: Text("loopt", "underway"),
    Phase.DONE: Text("klaar", "done"),
    Phase.DROPPED: Text("vervalt", "dropped"),
}
ACTIVE_PHASES = (Phase.OPEN, Phase.UNDERWAY)


@dataclass(frozen=True)
class Status:
    """One state of a kind. The Dutch word is the stable code that is stored."""

    word: str
    english: str
    phase: Phase

    @property
    def words(self) -> Text:
        """Give the state in both languages."""
        return Text(self.word, self.english)


def statuses(**by_phase: tuple[tuple[str, str], ...]) -> tuple[Status, ...]:
    """Make the states of a kind from (Dutch, English) pairs by phase, in the order given."""
    return tuple(Status(nl, en, Phase(phase)) for phase, words in by_phase.items() for nl, en in words)
