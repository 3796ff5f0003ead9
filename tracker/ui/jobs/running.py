"""Long tasks that are still going on when their window is closed."""

from __future__ import annotations

from PySide6.QtWidgets import QMessageBox, QWidget

from tracker.basics.language import Language, Text
from tracker.ui.jobs.beside import Beside
from tracker.ui.jobs.job import Job
from tracker.ui.jobs.threaded import Threaded

_TITLE = Text("Er is nog iets bezig", "Something is still going on")
_STOP = Text("&Stoppen en afsluiten", "&Stop and quit")
_WAIT = Text("&Wachten", "&Wait")
_TOLD = "told to stop"
"""The property of a task that may be stopped, and needs a moment for it: nobody is asked twice."""


def may_stop_all(window: QWidget, language: Language) -> bool:
    """Ask whether the tasks of a window may be stopped, and stop them. True: none goes on."""
    found: list[Job | Threaded | Beside] = [
        *window.findChildren(Job), *window.findChildren(Threaded), *window.findChildren(Beside),
    ]  # fmt: skip
    running = [job for job in found if job.is_running and not job.property(_TOLD)]
    if not running:
        return True
    many = len(running)
    what = Text(
        "1 taak is nog bezig" if many == 1 else f"{many} taken zijn nog bezig",
        "1 task is still going on" if many == 1 else f"{many} tasks are still going on",
    ).to(language)
    rest = Text(
        "Afsluiten stopt dit; er blijft geen half bestand achter en uw register verandert niet.",
        "Quitting stops this; no half file is left behind and your register does not change.",
    ).to(language)
    box = QMessageBox(QMessageBox.Icon.Question, _TITLE.to(language), f"{what}. {rest}", parent=window)
    stop = box.addButton(_STOP.to(language), QMessageBox.ButtonRole.DestructiveRole)
    wait = box.addButton(_WAIT.to(language), QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(wait)
    box.exec()
    if box.clickedButton() is not stop:
        return False
    for job in running:
        job.setProperty(_TOLD, True)
        job.cancel()
    return True
