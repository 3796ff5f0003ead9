"""Importing from the window: which files, reading them while the window stays alive, and then the rehearsal."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from tracker.basics.errors import TrackerError
from tracker.basics.language import Text
from tracker.records.proposal import FileReading
from tracker.services.comparing import Comparison, compare
from tracker.services.importing.files import TakenFile, joined, read_open_data
from tracker.services.importing.reading_files import read_files
from tracker.ui.importing.compare_dialog import CompareDialog
from tracker.ui.importing.import_dialog import ImportDialog
from tracker.ui.jobs.child import Progress
from tracker.ui.jobs.job_window import JobWindow
from tracker.ui.jobs.threaded import Threaded, ThreadedWork
from tracker.ui.parts.questions import ask_files, ask_files_to_import
from tracker.ui.parts.window_settings import WindowSettings
from tracker.ui.session import Session

_CHOOSE_OPEN_DATA = Text("Open data van de Kamer kiezen", "Choose open data of the Chamber")
_OPEN_DATA = Text("Open data van de Kamer", "Open data of the Chamber")
_COMPARING = Text("Wordt vergeleken", "Being compared")
_READING = Text("Wordt gelezen", "Being read")
_NOTHING_DONE = Text("Dat ging niet", "That did not work")
Say = Callable[[str], None]


def ask_for_files(window: QWidget, session: Session) -> list[Path]:
    """Ask which files to import; none where the user thought better of it."""
    return ask_files_to_import(window, WindowSettings(), session.language)


def ask_for_open_data(window: QWidget, session: Session) -> list[Path]:
    """Ask for files of a Chamber's open data; none where the user thought better of it."""
    return ask_files(window, WindowSettings(), session.language, _CHOOSE_OPEN_DATA, _OPEN_DATA, (".json", ".zip"))


def import_files(window: QWidget, session: Session, paths: Sequence[Path], say: Say) -> Reading:
    """Read files and show what they would do. ``say`` hears in a sentence how it ended."""
    reading = Reading(window, session, tuple(paths), say)
    reading.begin()
    return reading


class _FileWork(JobWindow):
    """Work on files in a thread: how far it is, *Annuleren*, a sentence where it fails, and then what it made."""

    def __init__(
        self, window: QWidget, session: Session, doing: Text, paths: Sequence[Path], work: ThreadedWork, say: Say
    ) -> None:
        several = Text(f"{len(paths)} bestanden", f"{len(paths)} files")
        self._named = paths[0].name if len(paths) == 1 else session.words(several)
        super().__init__(session, f"{session.words(doing)}: {self._named}", window)
        self._window, self._say = window, say
        self._work = Threaded(work, self)
        self._work.progressed.connect(self._on_progress)
        self._work.done.connect(self._on_done)
        self._work.failed.connect(self._on_failed)
        self._work.cancelled.connect(self.reject)
        self.cancel_wanted.connect(self.reject)

    def begin(self) -> None:
        """Start reading."""
        self.show_busy(self._named)
        self.show()
        self._work.start()

    def reject(self) -> None:
        """Closing the note while the work goes on means stopping it."""
        if self._work.is_running:
            self._work.cancel()
        else:
            super().reject()

    def _on_progress(self, done: int, total: int) -> None:
        if total:  # none yet: it only asks whether to stop
            self.show_progress(done, total)

    def _on_done(self, made: Any) -> None:
        raise NotImplementedError

    def _on_failed(self, error: TrackerError) -> None:
        self._refuse([error.words])

    def _refuse(self, why: Sequence[Text]) -> None:
        """Say why nothing comes of it."""
        self.setWindowTitle(self.session.words(_NOTHING_DONE))
        self.show_said("\n\n".join(map(self.session.words, why)))


class Reading(_FileWork):
    """Reading some files, and then the rehearsal in its place."""

    def __init__(self, window: QWidget, session: Session, paths: tuple[Path, ...], say: Say) -> None:
        super().__init__(window, session, _READING, paths, self._read, say)
        self._paths = paths
        self.dialog: ImportDialog | None = None

    def _read(self, progress: Progress) -> tuple[list[TakenFile], list[Text]]:
        """Read every file, in a thread: what takes long (calamine) lets the window go on meanwhile."""
        return read_files(self.session.store, self._paths, self.session.today, progress)

    def _on_done(self, made: tuple[list[TakenFile], list[Text]]) -> None:
        taken, refused = made
        if not taken:
            self._refuse(refused)
            return
        self.dialog = show_rehearsal(self._window, self.session, taken, self._say, refused)
        self.close()


def compare_files(window: QWidget, session: Session, paths: Sequence[Path], say: Say) -> Comparing:
    """Hold files of a Chamber's open data against the register together, and show what differs."""
    comparing = Comparing(window, session, tuple(paths), say)
    comparing.begin()
    return comparing


class Comparing(_FileWork):
    """Reading files of open data and comparing them; then the list in its place."""

    def __init__(self, window: QWidget, session: Session, paths: tuple[Path, ...], say: Say) -> None:
        super().__init__(window, session, _COMPARING, paths, self._compare, say)
        self._paths = paths
        self.dialog: CompareDialog | None = None

    def _compare(self, progress: Progress) -> tuple[FileReading, Comparison]:
        readings = []
        for path in self._paths:
            progress(0, 0)
            readings.append(read_open_data(path))
        reading = joined(readings)
        progress(0, 0)
        return reading, compare(self.session.store, reading.proposals, reading.incomplete)

    def _on_done(self, made: tuple[FileReading, Comparison]) -> None:
        self.dialog = dialog = CompareDialog(self.session, *made, self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.import_wanted.connect(lambda taken: show_rehearsal(self._window, self.session, [taken], self._say))
        dialog.show()
        self.close()


def show_rehearsal(
    window: QWidget, session: Session, taken: Sequence[TakenFile], say: Say, refused: Sequence[Text] = ()
) -> ImportDialog:
    """Show what taking in files that were read would do; ``refused`` says of other files why they cannot be."""
    dialog = ImportDialog(session, taken, window, refused=refused)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.finished.connect(lambda _: say(dialog.said) if dialog.said else None)
    dialog.show()
    return dialog
