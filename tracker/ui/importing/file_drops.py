"""Files dragged onto a window that is already about files: taken in with those that are there."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QMimeData, QTimer, Signal
from PySide6.QtWidgets import QWidget

from tracker.ui.parts.dropped_files import dropped_files
from tracker.ui.parts.drops import Drops


class FileDrops(Drops):
    """Hears the drags over a window. ``may_take`` says whether it can take files in at this moment."""

    dropped = Signal(list)
    """Files were dropped: carries their paths."""

    def __init__(self, window: QWidget, may_take: Callable[[], bool]) -> None:
        self._may_take = may_take
        super().__init__(window)

    def carried(self, data: QMimeData) -> list[Path]:
        return dropped_files(data) if self._may_take() else []

    def take(self, carried: list[Path]) -> None:
        QTimer.singleShot(0, self, lambda: self.dropped.emit(carried))
