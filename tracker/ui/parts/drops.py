"""What is dragged over a widget and let go: taken as a copy, so that no program deletes what it lets go of."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QEvent, QMimeData, QObject, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QWidget


class Drops(QObject):
    """Watches a widget; each child of this class says what it takes. Parts inside that take drops come first."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        widget.setAcceptDrops(True)
        widget.installEventFilter(self)

    def carried(self, data: QMimeData) -> Any:
        """Give what would be taken of a drag; anything empty: nothing."""
        raise NotImplementedError

    def take(self, carried: Any) -> None:
        """Take what was let go. The program that drags waits until this is over."""
        raise NotImplementedError

    def show_over(self, data: QMimeData) -> None:
        """Say what letting go would do, where that is said."""

    def hide_over(self) -> None:
        """Say it no longer."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.DragLeave:
            self.hide_over()
        elif isinstance(event, QDragEnterEvent):  # before QDropEvent, which it is as well
            if self.carried(event.mimeData()):
                _accept_as_copy(event)
                self.show_over(event.mimeData())
            return True
        elif isinstance(event, QDropEvent) and event.type() == QEvent.Type.Drop:
            self.hide_over()
            carried = self.carried(event.mimeData())
            if carried:
                _accept_as_copy(event)
                self.take(carried)
            return True
        return super().eventFilter(watched, event)


def _accept_as_copy(event: QDropEvent) -> None:
    event.setDropAction(Qt.DropAction.CopyAction)
    event.accept()
