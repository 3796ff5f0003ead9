"""Steps of many changes are written beside the event loop, with a count and *Annuleren*; short ones at once."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from tracker.basics.formats import count_words
from tracker.basics.language import Language, Text
from tracker.records.change import LoggedStep, Step
from tracker.ui.jobs.beside import Beside, Progress
from tracker.ui.session import Session

LONG_FROM_CHANGES = 80
"""From here on a step may take longer than a window may stand still."""
_CHANGES_PER_STEP = 10
"""What a step costs by itself, as so many changes: it is committed to the disk."""


def submit_long(session: Session, step: Step, parent: QWidget) -> None:
    """Write a step. Raises TrackerError as ``Session.submit`` does, and Cancelled where the user stopped it."""
    if len(step.changes) < LONG_FROM_CHANGES:
        session.submit(step)
        return
    count = len(step.changes)
    words = Text(
        f"{count_words(count)} wijzigingen worden opgeslagen. Annuleren laat alles zoals het was.",
        f"{count_words(count, Language.ENGLISH)} changes are being saved. Cancel leaves everything as it was.",
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
        f"{count_words(count)} wijzigingen worden {'teruggenomen' if undoing else 'opnieuw gedaan'}. Annuleren laat "
        "alles zoals het was.",
        f"{count_words(count, Language.ENGLISH)} changes are being {'taken back' if undoing else 'repeated'}. Cancel "
        "leaves everything as it was.",
    )
    window = Beside(session, label, store.undo if undoing else store.redo, parent)
    return editor.tell(window.wait(session.words(words)))


def reverse_several(session: Session, count: int, parent: QWidget, *, undoing: bool) -> list[LoggedStep]:
    """Take the newest steps back, or repeat those taken back last; listeners hear of all of them together.

    Raises as ``submit_long`` does; steps before the one that failed, or at which the user stopped, are done.
    """
    editor, store = session.editor, session.store
    changes = store.changes_to_reverse(undoing=undoing, steps=count)
    if changes + count * _CHANGES_PER_STEP < LONG_FROM_CHANGES:
        return editor.undo_several(count) if undoing else editor.redo_several(count)
    way = Text("terug", "back") if undoing else Text("vooruit", "forward")
    label = Text(f"{count} stappen {way.nl}", f"{count} steps {way.en}")
    words = Text(
        f"{count} stappen worden {'teruggenomen' if undoing else 'opnieuw gedaan'}. Annuleren stopt na de stappen die "
        "al klaar zijn.",
        f"{count} steps are being {'taken back' if undoing else 'repeated'}. Cancel stops after those that are done.",
    )
    done: list[LoggedStep] = []
    window = Beside(session, session.words(label), _several(session, count, changes, done, undoing=undoing), parent)
    try:
        window.wait(session.words(words))
    finally:
        if done:
            editor.tell(*done)
    return done


def _several(
    session: Session, count: int, changes: int, done: list[LoggedStep], *, undoing: bool
) -> Callable[[Progress], None]:
    """Give what reverses steps one after another and keeps those that are done."""
    reverse = session.store.undo if undoing else session.store.redo

    def work(progress: Progress) -> None:
        before = 0
        for _ in range(count):
            logged = reverse(lambda part, _whole: progress(min(before + part, 2 * changes), 2 * changes))  # noqa: B023
            done.append(logged)
            before += 2 * len(logged.changes)

    return work
