"""Files dragged onto a window that is already about files: taken in with those that are there."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QWidget

from tracker.ui.parts.dropped_files import dropped_files


class FileDrops(QObject):
    """Hears the drags over a window. ``may_take`` says whether it can take files in at this moment."""

    dropped = Signal(list)
    """Files were dropped: carries their paths."""

    def __init__(self, window: QWidget, may_take: Callable[[], bool]) -> None:
        super().__init__(window)
        self._may_take = may_take
        window.setAcceptDrops(True)
        window.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QDropEvent) and event.type() is QEvent.Type.Drop:
            paths = self._carried(event)
            if paths:
                event.setDropAction(Qt.DropAction.CopyAction)
                event.accept()
                QTimer.singleShot(0, self, lambda: self.dropped.emit(paths))  # the program that drags waits until then
            return True
        if isinstance(event, QDragEnterEvent):
            if self._carried(event):
                event.acceptProposedAction()
            return True
        return False

    def _carried(self, event: QDropEvent) -> list[Path]:
        return dropped_files(event.mimeData()) if self._may_take() else []
