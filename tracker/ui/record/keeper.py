"""Keeps what is typed, in a form or in a cell of the list, safe from a crash, a moment after the last key."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QTimer

from tracker.services.unsaved import Unsaved, UnsavedTexts

_WAIT_MS = 700


class Keeper(QObject):
    """Watches one form, or one cell. What is saved or taken back is let go at once."""

    def __init__(self, register: Path, unsaved: Callable[[], Unsaved | None], parent: QObject) -> None:
        super().__init__(parent)
        self._unsaved = unsaved
        self._texts = UnsavedTexts(register)
        self._key: str | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_WAIT_MS)
        self._timer.timeout.connect(self.keep)

    def keep(self) -> None:
        """Write down what is typed now."""
        unsaved = self._unsaved()
        if unsaved is not None:
            self._texts.keep(unsaved)

    def follow(self, key: str | None, *, is_dirty: bool) -> None:
        """Hear that something was typed, or that what was typed is saved or taken back."""
        if is_dirty:
            self._key = key  # also before it is written: it may have been kept before a crash
            self._timer.start()
        else:
            self.let_go()

    def let_go(self) -> None:
        """Forget what was kept: it was saved, or taken back."""
        self._timer.stop()
        if self._key is not None:
            self._texts.drop(self._key)
            self._key = None
