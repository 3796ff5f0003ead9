"""Looking up how the register was on a day, beside the event loop: the copy and its steps back can take a while."""

from __future__ import annotations

import threading
from datetime import date
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from tracker.basics.errors import TrackerError
from tracker.services.as_of import past_register
from tracker.store.as_of import PastStore

_LOOK_MS = 20


class PastLookup(QObject):
    """Makes the copy in a thread. ``found`` carries the store, ``failed`` the error; one of them comes, once."""

    found = Signal(object)
    failed = Signal(object)

    def __init__(self, register: Path, day: date, today: date, parent: QObject) -> None:
        super().__init__(parent)
        self._asked = register, day, today
        self._store: PastStore | None = None
        self._error: BaseException | None = None
        self._thread = threading.Thread(target=self._work, name="past", daemon=True)
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOK_MS)
        self._timer.timeout.connect(self._look)

    def start(self) -> None:
        """Begin."""
        self._thread.start()
        self._timer.start()

    def _work(self) -> None:
        try:
            self._store = past_register(*self._asked)
        except BaseException as error:  # noqa: BLE001 - raised again in the thread of the window
            self._error = error

    def _look(self) -> None:
        if self._thread.is_alive():
            return
        self._timer.stop()
        self.deleteLater()
        if isinstance(self._error, TrackerError):
            self.failed.emit(self._error)
        elif self._error is not None:
            raise self._error
        else:
            self.found.emit(self._store)
