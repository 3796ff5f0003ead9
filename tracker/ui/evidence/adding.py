"""Evidence on its way into a record: asked about, copied beside the register without stopping the window, noted."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from tracker.basics.errors import NotFound, TrackerError
from tracker.basics.language import Text
from tracker.records.evidence import LINKED
from tracker.records.snapshot import Record
from tracker.services.evidence import NewEvidence, add_evidence, kept, linked
from tracker.services.evidence_files import KeptFile, evidence_folder, is_address
from tracker.ui.evidence import keep_work
from tracker.ui.evidence.ask import EvidenceDialog, remembered_choice
from tracker.ui.jobs.job import Job
from tracker.ui.jobs.job_window import JobWindow
from tracker.ui.session import Session

_STORING = Text("Bewijsstuk bewaren", "Store evidence")
_SHOWN_AFTER_MS = 400
Tell = Callable[[str], object]


def take_evidence(session: Session, record: Record, places: Sequence[str], parent: QWidget, tell: Tell) -> None:
    """Add what was dropped on a record, as it comes from ``dragging.dropped_places``; without places ask for one.

    Asks how it is to be kept, unless the user wants no question any more. ``tell`` gets a sentence once it is there.
    Raises TrackerError.
    """
    how = LINKED if all(is_address(one) for one in places) else remembered_choice()
    if not places or how is None:
        dialog = EvidenceDialog(session, record.reference, places, parent)
        if not dialog.exec():
            return
        places, how = dialog.places, dialog.kept
    add_places(session, record, places, how, parent, tell)


def add_places(session: Session, record: Record, places: Sequence[str], how: str, parent: QWidget, tell: Tell) -> None:
    """Add files and addresses in one step; files to be stored are copied first. Raises TrackerError for links."""
    files = [] if how == LINKED else [Path(one) for one in places if not is_address(one)]
    links = [linked(one) for one in places if how == LINKED or is_address(one)]
    if files:
        Storing(session, record, files, links, parent.window(), tell).begin()
    else:
        session.submit(add_evidence(session.store, record, links, session.today))
        tell(session.words(_added(record, len(links))))


def _added(record: Record, count: int) -> Text:
    what = (
        Text("bewijsstuk", "evidence") if count == 1 else Text(f"{count} bewijsstukken", f"{count} pieces of evidence")
    )
    return Text(
        f"{record.reference}: {what.nl} toegevoegd. Ongedaan maken: Ctrl+Z",
        f"{record.reference}: {what.en} added. To undo: Ctrl+Z",
    )


class Storing(JobWindow):
    """Copies files beside the register, and then notes them; seen only where it takes a while or goes wrong."""

    def __init__(
        self, session: Session, record: Record, files: Sequence[Path], links: Sequence[NewEvidence], window: QWidget,
        tell: Tell,
    ) -> None:  # fmt: skip
        super().__init__(session, f"{record.reference}: {session.words(_STORING).lower()}", window)
        self._record, self._links, self._tell = record, links, tell
        self._names = ", ".join(file.name for file in files)
        self.job = Job(keep_work.keep, (tuple(files), evidence_folder(session.store.path)), self)
        self.job.progressed.connect(self.show_progress)
        self.job.done.connect(self._on_done)
        self.job.failed.connect(self._on_failed)
        self.job.cancelled.connect(self.reject)
        self.cancel_wanted.connect(self.reject)
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.timeout.connect(self.show)

    def begin(self) -> None:
        """Start copying."""
        self.show_busy(self._names)
        self._patience.start(_SHOWN_AFTER_MS)
        self.job.start()

    def reject(self) -> None:
        """Closing the note, or Esc, while the copying goes on means stopping it."""
        if self.job.is_running:
            self.job.cancel()
        else:
            super().reject()

    def _on_done(self, files: list[KeptFile]) -> None:
        self._patience.stop()
        try:
            pieces = [*(kept(one) for one in files), *self._links]
            found = self.session.store.records([self._record.id])
            if not found:
                raise NotFound(
                    f"{self._record.reference} is intussen verwijderd. Het bewijsstuk is niet toegevoegd.",
                    f"{self._record.reference} was deleted in the meantime. The evidence was not added.",
                )
            self.session.submit(add_evidence(self.session.store, found[0], pieces, self.session.today))
        except TrackerError as error:
            self._on_failed(error)
        else:
            self._tell(self.session.words(_added(self._record, len(pieces))))
            self.close()

    def _on_failed(self, error: TrackerError) -> None:
        self._patience.stop()
        self.show_refused(self.session.words(error.words), may_retry=False)
        self.show()
