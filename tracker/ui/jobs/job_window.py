"""The small window of a long task: how far it is, *Annuleren*, and afterwards what can be done with its file."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QGuiApplication, QKeyEvent, QKeySequence, QShowEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QProgressBar, QPushButton, QVBoxLayout, QWidget

from tracker.basics.language import Text
from tracker.ui.parts.screens import fit_window
from tracker.ui.record.form_dialog import CANCEL
from tracker.ui.record.looks import button, label
from tracker.ui.record.style import wear_style
from tracker.ui.session import Session

_STOPPING = Text("Wordt gestopt…", "Stopping…")
_DONE = Text("is klaar", "is ready")
_OPEN = Text("&Openen", "&Open")
_SHOW_FOLDER = Text("&Map tonen", "Show &folder")
_CLOSE = Text("&Sluiten", "&Close")
_RETRY = Text("Op&nieuw proberen", "&Try again")
_OTHER_NAME = Text("&Andere naam…", "&Other name…")
_PROGRESS = Text("Voortgang", "Progress")


class JobWindow(QDialog):
    """Not modal: one can go on working. Shows one of busy, done and refused."""

    cancel_wanted = Signal()
    retry_wanted = Signal()
    other_name_wanted = Signal()

    def __init__(self, session: Session, title: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.session = session
        self._file = Path()
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.words = label("", "value")
        self.words.setWordWrap(True)
        self.words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.bar = QProgressBar()
        self.bar.setAccessibleName(session.words(_PROGRESS))
        self.bar.setFormat("%p %")
        self.cancel_button = button(session.words(CANCEL))
        self.open_button = button(session.words(_OPEN), primary=True)
        self.folder_button = button(session.words(_SHOW_FOLDER))
        self.retry_button = button(session.words(_RETRY))
        self.other_button = button(session.words(_OTHER_NAME), primary=True)
        self.close_button = button(session.words(_CLOSE))
        self.cancel_button.clicked.connect(self._ask_to_stop)
        self.open_button.clicked.connect(self._open_file)
        self.folder_button.clicked.connect(self._open_folder)
        self.retry_button.clicked.connect(self.retry_wanted)
        self.other_button.clicked.connect(self.other_name_wanted)
        self.close_button.clicked.connect(self.close)
        self._lay_out()
        wear_style(self)

    def show_busy(self, what: str) -> None:
        """Show that the work is going on."""
        self.words.setText(what)
        self.bar.setRange(0, 0)
        self.cancel_button.setEnabled(True)
        self._show_only(self.bar, self.cancel_button)
        self._press_with_enter(self.cancel_button)

    def show_progress(self, done: int, total: int) -> None:
        """Show how much of how much was done; of nothing yet, that it is busy."""
        self.bar.setRange(0, total)
        self.bar.setValue(done)

    def show_done(self, file: Path, words: str) -> None:
        """Show that the file is there, and what can be done with it."""
        self._file = file
        self.setWindowTitle(f"{file.name} {self.session.words(_DONE)}")
        self.words.setText(f"{file.name} {self.session.words(_DONE)}. {words}")
        self._show_only(self.open_button, self.folder_button, self.close_button)
        self._press_with_enter(self.open_button)

    def show_said(self, words: str) -> None:
        """Show how it ended, where there is no file."""
        self.show_refused(words, may_retry=False)

    def show_refused(self, words: str, *, may_retry: bool) -> None:
        """Say what went wrong; the data are kept, and another name can be chosen."""
        self.words.setText(words)
        ways_out = (self.retry_button, self.other_button) if may_retry else ()
        self._show_only(*ways_out, self.close_button)
        self._press_with_enter(self.other_button if may_retry else self.close_button)

    def add_remark(self, words: str) -> None:
        """Add a sentence."""
        self.words.setText(f"{self.words.text()} {words}")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+C copies what is said, with the place of the file; where a part is chosen, the label copies that."""
        if event.matches(QKeySequence.StandardKey.Copy):
            file = [] if self._file == Path() else [str(self._file)]
            QGuiApplication.clipboard().setText("\n".join([self.words.text(), *file]))
        else:
            super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        fit_window(self, 440)

    def _ask_to_stop(self) -> None:
        self.cancel_button.setEnabled(False)
        self.words.setText(self.session.words(_STOPPING))
        self.cancel_wanted.emit()

    def _open_file(self) -> None:
        if self._open_outside(self._file):
            self.close()

    def _open_folder(self) -> None:
        self._open_outside(self._file.parent)

    def _open_outside(self, path: Path) -> bool:
        if QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
            return True
        cannot = Text(
            f"Geen programma op deze computer opent dit. Het bestand is er wel: {self._file}",
            f"No program on this computer opens this. The file is there all the same: {self._file}",
        )
        self.words.setText(self.session.words(cannot))
        return False

    def _press_with_enter(self, button: QPushButton) -> None:
        button.setDefault(True)
        button.setFocus()

    def _show_only(self, *shown: QWidget) -> None:
        for widget in (
            self.bar, self.cancel_button, self.open_button, self.folder_button, self.retry_button,
            self.other_button, self.close_button,
        ):  # fmt: skip
            widget.setVisible(widget in shown)
        fit_window(self, 440)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 12)
        column.setSpacing(12)
        column.addWidget(self.words)
        column.addWidget(self.bar)
        row = QHBoxLayout()
        row.addStretch()
        for one in (
            self.close_button, self.cancel_button, self.folder_button, self.retry_button, self.open_button,
            self.other_button,
        ):  # fmt: skip
            row.addWidget(one)
        column.addLayout(row)
