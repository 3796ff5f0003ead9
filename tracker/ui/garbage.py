"""Garbage is collected in the thread of the window alone.

Python collects in whatever thread happens to pass its threshold. Where that is a thread that reads the register, and
the garbage holds widgets or timers (a window that was closed), Qt destroys them in the wrong thread: their timers stay
behind, and the program ends when one runs out (seen with PySide6 6.11 in a timer of a window that was gone).
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer

_LOOK_EVERY_MS = 1_000


class GarbageCollector(QObject):
    """Takes over from Python's own, by the same thresholds. What is there when it begins is not looked at again."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        gc.disable()
        gc.freeze()
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOK_EVERY_MS)
        self._timer.timeout.connect(self.look)
        self._timer.start()

    def look(self) -> None:
        """Collect the oldest generation whose threshold was passed."""
        counts, thresholds = gc.get_count(), gc.get_threshold()
        for generation in (2, 1, 0):
            if counts[generation] > thresholds[generation]:
                gc.collect(generation)
                return
