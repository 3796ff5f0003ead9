"""Long writes in a thread beside the event loop: the window lives, with a count and *Annuleren*; one at a time.

Other long tasks run in a process (``job``). Writing cannot: one process holds the lock of the register.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QWidget

from tracker.basics.errors import Cancelled
from tracker.ui.jobs.job_window import JobWindow
from tracker.ui.session import Session

Progress = Callable[[int, int], None]
_LOOK_EVERY_MS = 30


class Beside(JobWindow):
    """Shows how far the work is, in front of the window that asked for it."""

    def __init__(self, session: Session, title: str, work: Callable[[Progress], Any], parent: QWidget) -> None:
        super().__init__(session, title, parent)
        self.setModal(True)
        self._work = work
        self._wants_stop = False
        self._told: tuple[int, int] | None = None
        self._result: Any = None
        self._error: BaseException | None = None
        self._loop = QEventLoop(self)
        self._thread = threading.Thread(target=self._run, name="writing", daemon=False)
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOK_EVERY_MS)
        self._timer.timeout.connect(self._look)
        self.cancel_wanted.connect(self.reject)

    def wait(self, words: str, *, may_cancel: bool = True) -> Any:
        """Do the work and give what it gives, while the event loop goes on. Raises what it raises, and Cancelled."""
        self.show_busy(words)
        self.cancel_button.setVisible(may_cancel)
        self.show()
        self._thread.start()
        self._timer.start()
        self._loop.exec()
        self._thread.join()
        self.close()
        if self._error is not None:
            raise self._error
        return self._result

    @property
    def is_running(self) -> bool:
        """Tell whether the work goes on."""
        return self._thread.is_alive()

    def cancel(self) -> None:
        """Stop the work, and wait until it has."""
        self._wants_stop = True
        self._thread.join()

    def reject(self) -> None:
        """Closing the note, or Esc, while the work goes on means cancelling it, where that can be."""
        if not self._thread.is_alive():
            super().reject()
        elif self.cancel_button.isVisible():
            self._wants_stop = True

    def _run(self) -> None:
        try:
            self._result = self._work(self._tell)
        except BaseException as error:  # noqa: BLE001 - raised again in the thread of the window
            self._error = error

    def _tell(self, done: int, total: int) -> None:
        """Hear from the thread how far it is."""
        if self._wants_stop:
            raise Cancelled
        self._told = (done, total)

    def _look(self) -> None:
        if not self._thread.is_alive():
            self._timer.stop()
            self._loop.quit()
        elif self._told is not None:
            self.show_progress(*self._told)
