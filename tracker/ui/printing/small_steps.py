"""Work in the window's own thread that lets it breathe: a generator is run a few milliseconds at a time."""

from __future__ import annotations

import time
from collections.abc import Generator, Iterator

from PySide6.QtCore import QObject, QTimer, Signal

from tracker.basics.errors import TrackerError

_AT_ONCE_S = 0.02


class SmallSteps(QObject):
    """Runs an iterator that gives how much is done. One of done and failed comes once, unless it is stopped."""

    progressed = Signal(int)
    done = Signal()
    failed = Signal(object)
    """The world did not cooperate: carries the TrackerError."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._work: Iterator[int] | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._go_on)

    @property
    def is_running(self) -> bool:
        """Tell whether there is work left."""
        return self._work is not None

    def start(self, work: Iterator[int]) -> None:
        """Begin; what was going on is stopped."""
        self.stop()
        self._work = work
        self._timer.start()

    def stop(self) -> None:
        """Let go of the work. A generator leaves through its ``finally``, so nothing half done stays behind."""
        self._timer.stop()
        work, self._work = self._work, None
        if isinstance(work, Generator):
            work.close()

    def _go_on(self) -> None:
        work, until, reached = self._work, time.monotonic() + _AT_ONCE_S, None
        try:
            while work is not None and time.monotonic() < until:
                reached = next(work)
        except StopIteration:
            self._end()
            self.done.emit()
        except TrackerError as error:
            self._end()
            self.failed.emit(error)
        except BaseException:
            self._end()
            raise
        else:
            if reached is not None:
                self.progressed.emit(reached)

    def _end(self) -> None:
        self._timer.stop()
        self._work = None
