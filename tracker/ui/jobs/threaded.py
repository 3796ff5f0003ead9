"""Work of the register itself in a thread: it needs the open store, so a process of its own would not do.

The interpreter goes on in between every few milliseconds, so the window stays alive; what holds the interpreter for
long (reading a large workbook) belongs in a ``Job``.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, Signal

from tracker.basics.errors import Cancelled, TrackerError
from tracker.ui.jobs.child import Progress
from tracker.ui.jobs.job import broken

ThreadedWork = Callable[[Progress], Any]
"""Gets ``progress``, calls it often, and lets Cancelled pass."""


class Threaded(QObject):
    """Runs a callable in a thread. One of done, failed and cancelled comes once, in the thread of the window."""

    progressed = Signal(int, int)
    done = Signal(object)
    failed = Signal(object)
    """The world did not cooperate, or the program is at fault: carries the TrackerError. A fault is raised as well."""
    cancelled = Signal()
    _ended = Signal(object, object)

    def __init__(self, work: ThreadedWork, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._work = work
        self._stop = threading.Event()
        self._is_running = False
        self._ended.connect(self._on_ended)

    @property
    def is_running(self) -> bool:
        """Tell whether the work goes on."""
        return self._is_running

    def start(self) -> None:
        """Begin. What is told comes through the signals."""
        self._is_running = True
        threading.Thread(target=self._run, name="register work", daemon=True).start()

    def cancel(self) -> None:
        """Ask the work to stop; it leaves nothing behind, and then ``cancelled`` comes."""
        self._stop.set()

    def _run(self) -> None:
        given: object = None
        error: BaseException | None = None
        try:
            given = self._work(self._tell)
        except BaseException as raised:  # noqa: BLE001 - told in the window's own thread
            error = raised
        try:
            self._ended.emit(given, error)
        except RuntimeError:
            return  # the window is gone

    def _tell(self, done: int, total: int) -> None:
        if self._stop.is_set():
            raise Cancelled
        self.progressed.emit(done, total)

    def _on_ended(self, given: object, error: BaseException | None) -> None:
        self._is_running = False
        if error is None:
            self.done.emit(given)
        elif isinstance(error, Cancelled):
            self.cancelled.emit()
        elif isinstance(error, TrackerError):
            self.failed.emit(error)
        else:
            self.failed.emit(broken())
            raise error
