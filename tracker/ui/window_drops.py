"""What is dragged onto the window itself: a register is opened, other files are taken in."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QMimeData, QTimer, Signal
from PySide6.QtWidgets import QWidget

from tracker.ui.parts import questions
from tracker.ui.parts.drops import Drops


class WindowDrops(Drops):
    """Watches a window. ``may_import`` says whether files can be taken in at this moment."""

    register_dropped = Signal(Path)
    files_dropped = Signal(object)
    """Carries the paths of files to take in."""

    def __init__(self, window: QWidget, may_import: Callable[[], bool]) -> None:
        self._may_import = may_import
        super().__init__(window)

    def carried(self, data: QMimeData) -> Path | list[Path]:
        register = questions.dropped_register(data)
        if register is not None:
            return register
        if not self._may_import():
            return []
        from tracker.ui.parts.dropped_files import dropped_files  # when something is dragged here

        return dropped_files(data)

    def take(self, carried: Path | list[Path]) -> None:
        if isinstance(carried, Path):
            self.register_dropped.emit(carried)
        else:
            QTimer.singleShot(0, self, lambda: self.files_dropped.emit(carried))
