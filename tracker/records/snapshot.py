"""Records as they are handed out: detached, frozen, complete; never a live database row."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, NamedTuple

from tracker.records.deadline_rules import is_overdue
from tracker.records.kind import Kind


class Summary(NamedTuple):
    """What a list over all kinds shows of one record. Rows of this shape are fetched by the page."""

    id: int
    kind: str
    reference: str
    title: str
    status: str | None
    phase: str
    owner: int | None
    lead: int | None
    minister: str | None
    theme: str | None
    marking: str
    deadline_what: str | None
    deadline_wording: str | None
    deadline_start: date | None
    deadline_end: date | None
    deadline_precision: str | None
    deadline_tentative: bool
    waits_for: str | None
    updated: datetime
    deleted: bool
    waiting_since: date | None = None
    times_postponed: int = 0
    days_postponed: int = 0
    untold: int = 0
    held_over: bool = False
    """Whether a Chamber held this motion over last."""
    first_end: date | None = None
    """The last day that was promised first for the deadline that is shown, however often it was put off since."""

    def is_overdue(self, today: date) -> bool:
        """Tell whether the record is overdue on a day."""
        return is_overdue(self.phase, self.deadline_end, today)


COUNTS = ("times_postponed", "days_postponed", "untold")
"""Those of a summary that count; nothing counted shows as nothing."""


@dataclass(frozen=True, slots=True)
class Part:
    """A row beside a record (deadline, note, letter …): its entity, id and values by column name."""

    entity: str
    id: int
    values: Mapping[str, Any]

    def __getitem__(self, name: str) -> Any:
        return self.values[name]


@dataclass(frozen=True, slots=True)
class Record:
    """One record of any kind with the values of its own fields."""

    kind: Kind
    summary: Summary
    values: Mapping[str, Any]

    @property
    def id(self) -> int:
        """Give the id of its row in ``record``."""
        return self.summary.id

    @property
    def reference(self) -> str:
        """Give its reference: M-12."""
        return self.summary.reference

    def __getitem__(self, name: str) -> Any:
        return self.values[name]


@dataclass(frozen=True, slots=True)
class RecordParts:
    """What hangs on a record. ``relations`` holds those that start at it and those that point at it."""

    deadlines: tuple[Part, ...] = ()
    postponements: tuple[Part, ...] = ()
    notes: tuple[Part, ...] = ()
    relations: tuple[Part, ...] = ()
    evidence: tuple[Part, ...] = ()
