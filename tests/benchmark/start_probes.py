"""Probes of the start, until the window has been painted for the first time; drawn without a screen.

Nothing is imported here that a start does not need, and Qt only where the start itself does.
"""

from __future__ import annotations

import sys
import time

from tests.benchmark.probe import Ground


def start_bare(ground: Ground) -> float:
    from PySide6.QtCore import QTimer
    from PySide6.QtGui import QPaintEvent
    from PySide6.QtWidgets import QApplication, QWidget

    application = QApplication(sys.argv[:1])
    seen: list[float] = []

    class BareWindow(QWidget):
        def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's own name
            super().paintEvent(event)
            seen.append(time.monotonic() - ground.started)
            QTimer.singleShot(0, application.quit)

    window = BareWindow()
    window.resize(1280, 800)
    window.show()
    application.exec()
    return seen[0]


def _start_ours(ground: Ground, register: str) -> float:
    from tracker import app

    seen: list[float] = []
    start = app.Program.start

    def watched_start(program: app.Program, *given: object) -> None:
        start(program, *given)  # type: ignore[arg-type]
        program.window.painted.connect(lambda: seen.append(time.monotonic() - ground.started))
        program.window.painted.connect(program.application.quit)

    app.Program.start = watched_start  # type: ignore[assignment, method-assign]
    app.main(["--register", register])
    return seen[0]


def start_small(ground: Ground) -> float:
    return _start_ours(ground, str(ground.small))


def start_large(ground: Ground) -> float:
    return _start_ours(ground, str(ground.large))
