"""What the window does when something goes wrong: a sentence for what the world did, a report for our own faults."""

from __future__ import annotations

import logging
import sys
from collections.abc import Callable
from pathlib import Path
from types import TracebackType

from PySide6 import __version__ as pyside_version
from PySide6.QtCore import QTimer, qVersion
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from tracker.basics.errors import TrackerError
from tracker.basics.fault_log import fault_report, write_fault
from tracker.basics.language import Language, Text
from tracker.ui.looks.icons import IconLabel

_log = logging.getLogger(__name__)
_TITLE = Text("Dat ging niet", "That did not work")
_FAULT_TITLE = Text("Er zit een fout in het programma", "There is a fault in the program")
_FAULT = Text(
    "Uw register is niet beschadigd en u kunt verder werken. Stuur dit verslag naar de maker; er staat niets uit uw "
    "register in.",
    "Your register is not damaged and you can go on. Send this report to the maker; nothing of your register is in it.",
)
_COPY = Text("&Kopiëren", "&Copy")
_CLOSE = Text("&Sluiten", "&Close")
_REPORT = Text("Verslag van de fout", "Report of the fault")


class SentenceDialog(QDialog):
    """Says in a sentence what did not work and what to do."""

    def __init__(self, sentence: str, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(_TITLE.to(language))
        self.sentence = _words_label(sentence)
        close = QPushButton(_CLOSE.to(language))
        close.setDefault(True)
        close.clicked.connect(self.accept)
        _lay_out(self, "circle-alert", "late", [self.sentence], [close])


class FaultDialog(QDialog):
    """Shows a report of a fault in the program, to be copied."""

    def __init__(self, report: str, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(_FAULT_TITLE.to(language))
        self.report = QPlainTextEdit(report)
        self.report.setReadOnly(True)
        self.report.setAccessibleName(_REPORT.to(language))
        self.report.setMinimumSize(560, 240)
        self.copy_button = QPushButton(_COPY.to(language))
        self.copy_button.clicked.connect(self.copy)
        self.close_button = QPushButton(_CLOSE.to(language))
        self.close_button.setProperty("primary", True)
        self.close_button.setDefault(True)
        self.close_button.clicked.connect(self.accept)
        _lay_out(
            self, "triangle-alert", "late", [_words_label(_FAULT.to(language)), self.report],
            [self.copy_button, self.close_button],
        )  # fmt: skip

    def copy(self) -> None:
        """Put the report on the clipboard."""
        QGuiApplication.clipboard().setText(self.report.toPlainText())


class ErrorHandler:
    """The one place where errors of slots come together. Install ``handle`` as ``sys.excepthook``."""

    def __init__(self, language: Language, log_file: Path | None = None) -> None:
        self._language = language
        self._log_file = log_file
        self.dialog: QDialog | None = None

    def handle(self, kind: type[BaseException], error: BaseException, where: TracebackType | None) -> None:
        """Show what went wrong, once the event in hand is done; while one report is open, others are only logged."""
        if issubclass(kind, KeyboardInterrupt):
            QApplication.quit()
            return
        if isinstance(error, TrackerError):
            self._show_later(lambda: SentenceDialog(error.to(self._language), self._language, _active_window()))
            return
        report = fault_report(kind, where, f"PySide6 {pyside_version}, Qt {qVersion()}")
        _log.error("fault in the program: %s", kind.__name__)
        self._write(report)
        self._show_later(lambda: FaultDialog(report, self._language, _active_window()))

    def tell(self, error: TrackerError) -> None:
        """Show the sentence of an error that was caught."""
        self.handle(type(error), error, None)

    def _show_later(self, make: Callable[[], QDialog]) -> None:
        if self.dialog is not None or QApplication.instance() is None:
            return
        # not within the event that failed: it may be a paint event, and a dialog would paint again
        QTimer.singleShot(0, lambda: self._show(make))

    def _show(self, make: Callable[[], QDialog]) -> None:
        if self.dialog is not None:
            return
        dialog = self.dialog = make()
        dialog.finished.connect(self._forget)
        dialog.open()

    def _forget(self) -> None:
        if self.dialog is not None:
            self.dialog.deleteLater()
        self.dialog = None

    def _write(self, report: str) -> None:
        sys.stderr.write(report)
        if self._log_file is not None and write_fault(report, self._log_file) is None:
            _log.warning("the log file cannot be written")


def _active_window() -> QWidget | None:
    return QApplication.activeModalWidget() or QApplication.activeWindow()


def _words_label(words: str) -> QLabel:
    made = QLabel(words)
    made.setWordWrap(True)
    made.setMinimumWidth(420)
    return made


def _lay_out(dialog: QDialog, icon: str, tone: str, parts: list[QWidget], buttons: list[QPushButton]) -> None:
    row = QHBoxLayout()
    row.setSpacing(16)
    sign = IconLabel(icon, tone, 28)
    texts = QVBoxLayout()
    for part in parts:
        texts.addWidget(part)
    column = QVBoxLayout()
    column.addWidget(sign)
    column.addStretch()
    row.addLayout(column)
    row.addLayout(texts, 1)
    bottom = QHBoxLayout()
    bottom.addStretch()
    for button in buttons:
        bottom.addWidget(button)
    outer = QVBoxLayout(dialog)
    outer.setContentsMargins(20, 20, 20, 16)
    outer.setSpacing(16)
    outer.addLayout(row)
    outer.addLayout(bottom)
