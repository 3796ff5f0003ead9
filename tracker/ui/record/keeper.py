"""Keeps what is typed in a form safe from a crash, a moment after the last key."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer

from tracker.services.unsaved import UnsavedTexts
from tracker.ui.record.form_page import FormPage

_WAIT_MS = 700


class Keeper(QObject):
    """Watches one form. What is saved or taken back is let go at once."""

    def __init__(self, page: FormPage) -> None:
        super().__init__(page)
        self._page = page
        self._texts = UnsavedTexts(page.session.store.path)
        self._key: str | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_WAIT_MS)
        self._timer.timeout.connect(self.keep)
        page.typed.connect(self._on_typed)

    def keep(self) -> None:
        """Write down what is typed now."""
        unsaved = self._page.unsaved()
        if unsaved is not None:
            self._texts.keep(unsaved)

    def _on_typed(self) -> None:
        if self._page.is_dirty:
            self._key = self._page.key  # also before it is written: it may have been kept before a crash
            self._timer.start()
        else:
            self._timer.stop()
            self._let_go()

    def _let_go(self) -> None:
        if self._key is not None:
            self._texts.drop(self._key)
            self._key = None
