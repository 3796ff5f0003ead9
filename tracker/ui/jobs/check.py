"""*Register controleren* from the window: everything in the file held against its own change log."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from tracker.basics.errors import TrackerError
from tracker.basics.language import Text
from tracker.ui.jobs import check_work
from tracker.ui.jobs.job import Job
from tracker.ui.jobs.job_window import JobWindow
from tracker.ui.session import Session

_TITLE = Text("Register controleren", "Check the register")
_BUSY = Text("Het register wordt vergeleken met zijn logboek.", "The register is compared with its log.")
_IN_ORDER = Text("Het register is in orde.", "The register is in order.")
_SHOWN = 8


def check_register(window: QWidget, session: Session) -> None:
    """Check the register while the window stays alive, and say what was found."""
    Checking(window, session).begin()


class Checking(JobWindow):
    """One check, from its start to what it found."""

    def __init__(self, window: QWidget, session: Session) -> None:
        super().__init__(session, session.words(_TITLE), window)
        self._job = Job(check_work.look, (session.store.path,), self)
        self._job.progressed.connect(self.show_progress)
        self._job.done.connect(self._on_done)
        self._job.failed.connect(self._on_failed)
        self._job.cancelled.connect(self.reject)
        self.cancel_wanted.connect(self.reject)

    def begin(self) -> None:
        """Start looking."""
        self.show_busy(self.session.words(_BUSY))
        self.show()
        self._job.start()

    def reject(self) -> None:
        """Closing the note while the work goes on means stopping it."""
        if self._job.is_running:
            self._job.cancel()
        super().reject()

    def _on_done(self, told: tuple[Text, list[tuple[str, Text]]]) -> None:
        advice, found = told
        if not found:
            self.show_said(self.session.words(_IN_ORDER))
            return
        lines = [f"{where}: {self.session.words(what)}" for where, what in found[:_SHOWN]]
        more = [f"+ {len(found) - _SHOWN}"] if len(found) > _SHOWN else []
        self.show_said("\n".join([self.session.words(advice), *lines, *more]))

    def _on_failed(self, error: TrackerError) -> None:
        self.show_said(self.session.words(error.words))
