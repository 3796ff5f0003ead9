"""The one door for every change: window, command line and imports submit here, and everybody hears of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from tracker.basics.errors import TrackerError
from tracker.records.change import LoggedStep, Piece, Step
from tracker.records.entity import KIND_TABLES
from tracker.store.record_store import Store


@dataclass(frozen=True, slots=True)
class Changed:
    """What a step changed: the records concerned, and the other entities (letter, organisation …).

    Of several steps taken back at once, ``step`` is the last.
    """

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

    def submit_pieces(self, head: Step, pieces: Iterable[Piece]) -> LoggedStep:
        """Write one step whose changes come in pieces (see ``Store.apply_pieces``), and tell of it."""
        written = self.store.apply_pieces(head, pieces)
        self.pass_on(Changed(written.step, written.records, written.entities))
        return written.step

    def written_beside(self, step: Step, progress: Callable[[int, int], None]) -> LoggedStep:
        """Write a long step in another thread than the listeners'; who waits for it tells them (``tell``).

        Nothing else may write meanwhile. ``progress`` may raise Cancelled: then nothing was written.
        """
        return self.store.apply(step, progress=progress)

    def undo(self) -> LoggedStep:
        """Take the newest step back. Raises NothingToUndo."""
        return self.tell(self.store.undo())

    def redo(self) -> LoggedStep:
        """Repeat the step that was taken back last. Raises NothingToUndo."""
        return self.tell(self.store.redo())

    def undo_several(self, count: int) -> list[LoggedStep]:
        """Take the newest steps back, each as a step of its own; listeners hear of all of them together.

        Where one cannot be taken back, those before it are, and its error is raised.
        """
        return self._repeat(self.store.undo, count)

    def redo_several(self, count: int) -> list[LoggedStep]:
        """Repeat the steps that were taken back last, as ``undo_several`` takes them back."""
        return self._repeat(self.store.redo, count)

    def _repeat(self, act: Callable[[], LoggedStep], count: int) -> list[LoggedStep]:
        done: list[LoggedStep] = []
        try:
            for _ in range(count):
                logged = act()
                done.append(logged)
        finally:
            if done:
                self.tell(*done)
        return done

    def tell(self, *logged: LoggedStep) -> LoggedStep:
        """Tell everybody of steps that were written; those submitted here are told of by themselves."""
        changes = [change for one in logged for change in one.changes]
        changed = Changed(
            logged[-1],
            frozenset(change.record_id for change in changes if change.record_id is not None),
            frozenset(change.entity for change in changes if change.entity not in KIND_TABLES),
        )
        self.pass_on(changed)
        return logged[-1]

    def pass_on(self, changed: Changed) -> None:
        """Tell everybody of a step that another editor of the same store wrote, in a thread of its own."""
        for listener in self._listeners:
            listener(changed)

    @property
    def refusal(self) -> TrackerError | None:
        """Give why nothing can be changed now, or None."""
        return self.store.read_only_because
