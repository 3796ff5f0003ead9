"""The one door for every change: window, command line and imports submit here, and everybody hears of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from tracker.basics.errors import TrackerError
from tracker.records.change import LoggedStep, Step
from tracker.records.entity import KIND_TABLES
from tracker.store.record_store import Store


@dataclass(frozen=True, slots=True)
class Changed:
    """What a step changed: the records concerned, and the other entities (letter, organisation …)."""

    step: LoggedStep
    records: frozenset[int]
    entities: frozenset[str]


Listener = Callable[[Changed], None]


class Editor:
    """Submits steps to one store and tells its listeners what changed. Use it in one thread."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self._listeners: list[Listener] = []

    def listen(self, listener: Listener) -> None:
        """Call this after every step that was written."""
        self._listeners.append(listener)

    def submit(self, step: Step) -> LoggedStep | None:
        """Write a step; one without changes is not written and gives None, unless it is a line for the log only."""
        if not step.changes and step.undoable:
            return None
        return self.tell(self.store.apply(step))

    def undo(self) -> LoggedStep:
        """Take the newest step back. Raises NothingToUndo."""
        return self.tell(self.store.undo())

    def redo(self) -> LoggedStep:
        """Repeat the step that was taken back last. Raises NothingToUndo."""
        return self.tell(self.store.redo())

    def tell(self, logged: LoggedStep) -> LoggedStep:
        """Tell everybody of a step that was written; those submitted here are told of by themselves."""
        changed = Changed(
            logged,
            frozenset(change.record_id for change in logged.changes if change.record_id is not None),
            frozenset(change.entity for change in logged.changes if change.entity not in KIND_TABLES),
        )
        for listener in self._listeners:
            listener(changed)
        return logged

    @property
    def refusal(self) -> TrackerError | None:
        """Give why nothing can be changed now, or None."""
        return self.store.read_only_because
