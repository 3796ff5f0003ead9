"""Steps of many changes are written beside the event loop, with a count and *Annuleren*; short ones at once."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from tracker.basics.language import Text
from tracker.records.change import LoggedStep, Step
from tracker.ui.jobs.beside import Beside
from tracker.ui.session import Session

LONG_FROM_CHANGES = 80
"""From here on a step may take longer than a window may stand still."""


def submit_long(session: Session, step: Step, parent: QWidget) -> None:
    """Write a step. Raises TrackerError as ``Session.submit`` does, and Cancelled where the user stopped it."""
    if len(step.changes) < LONG_FROM_CHANGES:
        session.submit(step)
        return
    count = len(step.changes)
    words = Text(
        f"{count} wijzigingen worden opgeslagen. Annuleren laat alles zoals het was.",
        f"{count} changes are being saved. Cancel leaves everything as it was.",
    )
    window = Beside(session, step.label, lambda progress: session.editor.written_beside(step, progress), parent)
    session.editor.tell(window.wait(session.words(words)))


def reverse_long(session: Session, parent: QWidget, *, undoing: bool) -> LoggedStep:
    """Take the newest step back, or repeat the one taken back last. Raises as ``submit_long`` does."""
    editor, store = session.editor, session.store
    count = store.changes_to_reverse(undoing=undoing)
    if count < LONG_FROM_CHANGES:
        return editor.undo() if undoing else editor.redo()
    label = (store.to_undo() if undoing else store.to_redo()) or ""
    words = Text(
        f"{count} wijzigingen worden {'teruggenomen' if undoing else 'opnieuw gedaan'}. Annuleren laat alles zoals "
        "het was.",
        f"{count} changes are being {'taken back' if undoing else 'repeated'}. Cancel leaves everything as it was.",
    )
    window = Beside(session, label, store.undo if undoing else store.redo, parent)
    return editor.tell(window.wait(session.words(words)))
