"""Notices that the file of the open register is moved or deleted, before the next write would."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QFileSystemWatcher, QObject, Signal

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from tracker.basics.language import Text
    from tracker.ui.session import Session


class PlaceWatch(QObject):
    """Looks when the system reports a change, and when the window comes to the front: shared folders report none."""

    moved = Signal(object)
    """The file is not where it was: carries the error that says how; None: it is there again."""

    def __init__(self, session: Session, window: QWidget) -> None:
        super().__init__(window)
        self._session = session
        self._told: Text | None = None
        self._watcher = QFileSystemWatcher([str(session.store.path), str(session.store.path.parent)], self)
        self._watcher.fileChanged.connect(self.look)
        self._watcher.directoryChanged.connect(self.look)
        window.installEventFilter(self)

    def look(self) -> None:
        """See whether the file is there, and tell when that changed, or the way in which it is not."""
        gone = self._session.store.moved()
        words = None if gone is None else gone.words
        if words != self._told:
            self._told = words
            self.moved.emit(gone)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Look when the window comes to the front."""
        if event.type() == QEvent.Type.WindowActivate:
            self.look()
        return super().eventFilter(watched, event)
