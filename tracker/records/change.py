"""A change and a step: the one form in which anything is ever written, undone, logged and replayed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from tracker.records.value_type import Stored

StoredRow = Mapping[str, Stored]
"""Values by field name in their stored form (see ``value_type``)."""


@dataclass(frozen=True, slots=True)
class Change:
    """One row changed: ``before`` and ``after`` hold the changed fields only, in their stored form.

    ``before`` None: the row is made (``after`` holds all its fields). ``after`` None: it is deleted (``before`` holds
    all its fields, so that undo can make it again). ``record_id`` is the record in whose history the change stands.
    """

    entity: str
    id: int
    before: StoredRow | None
    after: StoredRow | None
    record_id: int | None = None

    def inverse(self) -> Change:
        """Give the change that takes this one back."""
        return Change(self.entity, self.id, self.after, self.before, self.record_id)


class Source(StrEnum):
    """Where a step came from."""

    WINDOW = "window"
    COMMAND_LINE = "command line"
    IMPORT = "import"
    SAMPLE = "sample"
    SYSTEM = "system"


@dataclass(frozen=True, slots=True)
class PersonalDetail:
    """A version of a person's name and address that comes with a step but never enters the log."""

    id: int
    person_id: int
    name: str
    email: str | None = None


@dataclass(frozen=True, slots=True)
class Step:
    """Changes that happen together or not at all. The label is what the undo menu shows (Dutch).

    A step that is not ``undoable`` stands in the log alone: an export, a removal.
    """

    label: str
    changes: tuple[Change, ...]
    source: Source = Source.WINDOW
    personal: tuple[PersonalDetail, ...] = ()
    undoable: bool = True


@dataclass(frozen=True, slots=True)
class LoggedStep:
    """A step as the log holds it. ``at`` is in UTC; ``act`` is do, undo or redo; ``by`` is a person's id."""

    id: int
    at: datetime
    by: int
    source: str
    label: str
    act: str
    undone_step: int | None
    changes: tuple[Change, ...]
    digest: str


@dataclass(frozen=True, slots=True)
class Piece:
    """Some of the changes of a step that is too large to be in memory as a whole."""

    changes: Sequence[Change]
    personal: Sequence[PersonalDetail] = ()


@dataclass(frozen=True, slots=True)
class WrittenPieces:
    """A step that was written in pieces: its head (without the changes), and what it touched."""

    step: LoggedStep
    records: frozenset[int]
    entities: frozenset[str]
