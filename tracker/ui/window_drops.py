"""What is dragged onto the window itself: a register is opened, other files are taken in."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QWidget

from tracker.ui.parts import questions


class WindowDrops(QObject):
    """Watches a window. Parts of it that take drops themselves (rows, the record) come first."""

    register_dropped = Signal(Path)
    files_dropped = Signal(object)
    """Carries the paths of files to take in."""

    def __init__(self, window: QWidget, may_import: Callable[[], bool]) -> None:
        super().__init__(window)
        self._may_import = may_import
        window.setAcceptDrops(True)
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QDragEnterEvent):  # before QDropEvent, which it is as well
            if questions.dropped_register(event.mimeData()) is not None or self._importable(event):
                _take_as_copy(event)
                return True
        elif isinstance(event, QDropEvent) and event.type() == QEvent.Type.Drop:
            self._take(event)
            return True
        return super().eventFilter(watched, event)

    def _take(self, event: QDropEvent) -> None:
        path = questions.dropped_register(event.mimeData())
        if path is not None:
            _take_as_copy(event)
            self.register_dropped.emit(path)
            return
        paths = self._importable(event)
        if paths:
            _take_as_copy(event)
            QTimer.singleShot(
                0, self, lambda: self.files_dropped.emit(paths)
            )  # the program that drags waits until then

    def _importable(self, event: QDropEvent) -> list[Path]:
        """Give the files that were dragged here, where they can be taken in."""
        if not self._may_import():
            return []
        from tracker.ui.parts.dropped_files import dropped_files  # when something is dragged here

        return dropped_files(event.mimeData())


def _take_as_copy(event: QDropEvent) -> None:
    """Take what is dragged here, and leave it where it lies: a program that may move it would delete it there."""
    event.setDropAction(Qt.DropAction.CopyAction)
    event.accept()
