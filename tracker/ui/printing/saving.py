"""Writing a PDF or printing, page by page, with a count and *Annuleren*; the window stays alive."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QWidget

from tracker.basics.errors import CannotWrite, DiskFull, TrackerError
from tracker.basics.language import Text
from tracker.ui.jobs.job_window import JobWindow
from tracker.ui.overview.asking import ask_for_file
from tracker.ui.printing.devices import send_to_printer, write_pdf
from tracker.ui.printing.layout import Pages
from tracker.ui.printing.small_steps import SmallSteps
from tracker.ui.session import Session

SAVE_AS = Text("Opslaan als PDF", "Save as PDF")
PDF = Text("PDF-document", "PDF document")
_MAKING = Text("PDF maken", "Making a PDF")
_PRINTING = Text("Afdrukken", "Printing")
_SENT = Text("Naar de printer gestuurd.", "Sent to the printer.")


class Saving(JobWindow):
    """One document on its way to a file or to a printer."""

    def __init__(self, session: Session, pages: Pages, title: str, parent: QWidget) -> None:
        super().__init__(session, session.words(_MAKING), parent)
        self._pages, self._title = pages, title
        self._target: Path | None = None
        self.steps = SmallSteps(self)
        self.steps.progressed.connect(lambda done: self.show_progress(done, pages.count))
        self.steps.done.connect(self._on_done)
        self.steps.failed.connect(self._on_failed)
        self.cancel_wanted.connect(self.reject)
        self.retry_wanted.connect(self._retry)
        self.other_name_wanted.connect(self._take_other_name)

    def begin(self, target: Path) -> None:
        """Write the PDF."""
        self._target = target
        self.show_busy(target.name)
        self.show()
        self.steps.start(write_pdf(self._pages, self._title, target))

    def begin_printing(self, printer: QPrinter) -> None:
        """Print. The printer must live as long as this window."""
        self.setWindowTitle(self.session.words(_PRINTING))
        self.show_busy(self._title)
        self.show()
        self._printer = printer
        self.steps.start(send_to_printer(self._pages, printer))

    def reject(self) -> None:
        """Closing the note, or Esc, while the work goes on means stopping it; no file is left."""
        self.steps.stop()
        super().reject()

    def _on_done(self) -> None:
        if self._target is None:
            self.show_said(self.session.words(_SENT))
            return
        count = self._pages.count
        pages = Text(f"{count} pagina{'' if count == 1 else '’s'}.", f"{count} page{'' if count == 1 else 's'}.")
        self.show_done(self._target, self.session.words(pages))

    def _on_failed(self, error: TrackerError) -> None:
        may_retry = self._target is not None and isinstance(error, CannotWrite | DiskFull)
        self.show_refused(self.session.words(error.words), may_retry=may_retry)

    def _retry(self) -> None:
        if self._target is not None:
            self.begin(self._target)

    def _take_other_name(self) -> None:
        if self._target is None:
            return
        words = self.session.words
        other = ask_for_file(self, words(SAVE_AS), f"{self._target.stem} (2).pdf", words(PDF), "print")
        if other is not None:
            self.begin(other)
