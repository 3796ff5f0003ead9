"""What a page shows is read in a thread: soon after it got stale, and only while the page can be seen."""

from __future__ import annotations

import threading
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

_SOON_MS = 120

Question = Callable[[], object]
"""Runs in the thread; whatever it needs of the window was taken before."""


class Follower(QObject):
    """Keeps one page up to date. ``ask`` is called in the window's own thread and gives what the thread does."""

    read = Signal(object)
    """Carries what the newest question gave; an older one that comes in late is dropped."""
    _came = Signal(int, object, object)

    def __init__(self, page: QWidget, ask: Callable[[], Question]) -> None:
        super().__init__(page)
        self._page, self._ask = page, ask
        self._is_stale, self._asked = True, 0
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_SOON_MS)
        self._timer.timeout.connect(self.refresh)
        self._came.connect(self._take)
        page.installEventFilter(self)

    def mark_stale(self) -> None:
        """Read anew: soon where the page can be seen, else when it is next shown."""
        self._is_stale = True
        if self._page.isVisible():
            self._timer.start()

    def refresh(self) -> None:
        """Read anew now; what is on show stays until then."""
        self._is_stale = False
        self._asked += 1
        question, number, hand_over = self._ask(), self._asked, self._came

        def work() -> None:
            made: object = None
            error: Exception | None = None
            try:
                made = question()
            except Exception as raised:  # noqa: BLE001 - raised again in the window's own thread
                error = raised
            try:
                hand_over.emit(number, made, error)
            except RuntimeError:
                return  # the window was closed meanwhile

        threading.Thread(target=work, name="page", daemon=True).start()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show and self._is_stale:
            self.refresh()
        elif event.type() == QEvent.Type.Hide:
            self._timer.stop()  # what was to be read soon is read when the page is seen again
        return super().eventFilter(watched, event)

    def _take(self, number: int, made: object, error: Exception | None) -> None:
        if number != self._asked:
            return
        if error is not None:
            raise error
        self.read.emit(made)
