"""A long task beside the window: its work runs in another process, so that the window stays alive.

A thread would not do: writing a workbook holds the interpreter for up to a second at a time.
"""

from __future__ import annotations

import multiprocessing
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from typing import Any

from PySide6.QtCore import QCoreApplication, QObject, QTimer, Signal

from tracker.basics import errors
from tracker.basics.errors import TrackerError
from tracker.ui.jobs import child
from tracker.ui.jobs.child import Work

_LOOK_EVERY_MS = 40
_FINISH_WITHIN_S = 5.0


class BrokenJobError(RuntimeError):
    """The work itself failed on a fault of the program; the text is its traceback."""


class Job(QObject):
    """Runs a function of a module without Qt. One of done, failed and cancelled comes once; then it is over."""

    progressed = Signal(int, int)
    done = Signal(object)
    failed = Signal(object)
    """The world did not cooperate: carries the TrackerError."""
    cancelled = Signal()

    def __init__(self, work: Work, arguments: tuple[Any, ...], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._work, self._arguments = work, arguments
        self._process: BaseProcess | None = None
        self._connection: Connection | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOK_EVERY_MS)
        self._timer.timeout.connect(self._look)
        application = QCoreApplication.instance()
        if application is not None:
            application.aboutToQuit.connect(self.cancel)

    def start(self) -> None:
        """Begin. What is told comes through the signals."""
        context = multiprocessing.get_context("spawn")
        ours, theirs = context.Pipe()
        process = context.Process(target=child.run, args=(self._work, self._arguments, theirs))
        process.start()
        theirs.close()
        self._process, self._connection = process, ours
        self._timer.start()

    def cancel(self) -> None:
        """Ask the work to stop; it leaves nothing behind, and then ``cancelled`` comes."""
        if self._connection is not None:
            try:
                self._connection.send("stop")
            except OSError:
                self._look()  # it ended just now

    @property
    def is_running(self) -> bool:
        """Tell whether the work goes on."""
        return self._connection is not None

    def _look(self) -> None:
        """Take in what the work has told."""
        while self._connection is not None:
            try:
                if not self._connection.poll():
                    return
                what, told = self._connection.recv()
            except (EOFError, OSError):
                what, told = child.BROKEN, "the process ended without a word"
            self._hear(what, told)

    def _hear(self, what: str, told: Any) -> None:
        if what == child.PROGRESS:
            self.progressed.emit(*told)
            return
        self._end()
        if what == child.DONE:
            self.done.emit(told)
        elif what == child.CANCELLED:
            self.cancelled.emit()
        elif what == child.REFUSED:
            self.failed.emit(_error(*told))
        else:
            self.failed.emit(broken())
            raise BrokenJobError(told)

    def _end(self) -> None:
        self._timer.stop()
        if self._connection is not None:
            self._connection.close()
            self._connection = None
        if self._process is not None:
            self._process.join(_FINISH_WITHIN_S)
            self._process = None


def _error(name: str, nl: str, en: str) -> TrackerError:
    """Make the error again that the work raised in the other process."""
    sort = getattr(errors, name, TrackerError)
    if not (isinstance(sort, type) and issubclass(sort, TrackerError)) or sort.__init__ is not TrackerError.__init__:
        sort = TrackerError
    return sort(nl, en)


def broken() -> TrackerError:
    """Give what is said of work that failed on a fault of the program."""
    return TrackerError(
        "Dit ging mis door een fout in het programma. Er is niets bewaard en uw register is niet veranderd.",
        "This went wrong through a fault in the program. Nothing was saved, and your register did not change.",
    )
