"""Make pictures of every screen, in every theme: ``python -m tests.pictures FOLDER [--language en]``.

``python -m tests.pictures --documents`` makes the few that README and help show, and puts them where those look.
Drawn without a screen unless QT_QPA_PLATFORM says otherwise; on a real one (xvfb) it looks as users see it.
"""

from __future__ import annotations

import argparse
import gc
import json
import os
import sys
import tempfile
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication, QWidget

DAY = date(2026, 10, 1)
FACES = ("Segoe UI", "Open Sans", "Noto Sans")
"""Letters as wide as those of the users' computers, the best first; none of them there: the system's own."""
SCREEN = {
    "name": "pictures",
    "x": 0,
    "y": 0,
    "width": 2560,
    "height": 1440,
    "logicalDpi": 96,
    "logicalBaseDpi": 96,
    "dpr": 1,
}
SIZES = {"": (1366, 768), "-2560": (2560, 1440), "-small": (1093, 614)}
AT_ALL_SIZES = {"tab-0", "tab-1", "tab-3", "overview", "letters", "timeline", "beside"}
"""Screens that share their room out differently in each size."""


def main(arguments: Sequence[str]) -> int:
    """Make the pictures and give the exit status."""
    parser = argparse.ArgumentParser("python -m tests.pictures", description=__doc__)
    parser.add_argument("folder", type=Path, nargs="?")
    parser.add_argument("--language", choices=["nl", "en"], default="nl")
    parser.add_argument("--documents", action="store_true", help="those that README and help show, in their places")
    asked = parser.parse_args(arguments)
    if (asked.folder is None) is not asked.documents:
        parser.error("give either a folder or --documents")
    with tempfile.TemporaryDirectory() as home:
        os.environ["TRACKER_HOME"] = home
        if os.environ.setdefault("QT_QPA_PLATFORM", "offscreen") == "offscreen":
            os.environ["QT_QPA_PLATFORM"] = f"offscreen:configfile={_write_screen(Path(home))}"
        if asked.documents:
            from tests.document_pictures import make_document_pictures

            made = make_document_pictures(Path(home))
        else:
            asked.folder.mkdir(parents=True, exist_ok=True)
            made = make_pictures(asked.folder, Path(home), asked.language)
        for name in made:
            sys.stdout.write(f"{name}\n")
    gc.freeze()  # what Python takes away at its very end would be widgets without an application
    return 0


def make_pictures(folder: Path, home: Path, language_code: str) -> Iterator[str]:
    """Make each picture and give its name."""
    from PySide6.QtCore import QEvent

    from tests.ui.screens import screens
    from tracker.basics.language import Language
    from tracker.services.editor import Editor
    from tracker.services.opening import new_sample
    from tracker.ui.aids import join_aids
    from tracker.ui.looks.icons import forget_icons
    from tracker.ui.looks.theme import Theme, ThemeChoice
    from tracker.ui.main_window import MainWindow
    from tracker.ui.parts.window_settings import WindowSettings
    from tracker.ui.qt_words import speak
    from tracker.ui.session import Session

    application = ready_application()
    language = Language(language_code)
    speak(application, language)
    theme = Theme(application)
    for choice in (ThemeChoice.LIGHT, ThemeChoice.DARK, ThemeChoice.CONTRAST):
        theme.choose(choice)
        with new_sample(home / f"voorbeeld-{choice}.db") as store:
            window = MainWindow(theme, WindowSettings(home / f"{choice}.ini"), DAY, language)
            join_aids(window)
            window.resize(*SIZES[""])
            window.show_start([store.path])
            window.show()
            yield _take(window, folder, f"start-{choice}")
            window.attach(Session(store, Editor(store), DAY, language))
            for name, shown in screens(window, home):
                for suffix, size in SIZES.items() if shown is window and name in AT_ALL_SIZES else [("", SIZES[""])]:
                    if shown is window:
                        window.resize(*size)
                    yield _take(shown, folder, f"{name}{suffix}-{choice}")
                window.resize(*SIZES[""])
            window.close()
            window.deleteLater()
            application.sendPostedEvents(window, QEvent.Type.DeferredDelete)
    forget_icons()  # before the application goes


def ready_application() -> QApplication:
    """Give the application, with letters as users have them."""
    from PySide6.QtGui import QFont, QFontDatabase
    from PySide6.QtWidgets import QApplication

    application = QApplication.instance() or QApplication(["pictures"])
    assert isinstance(application, QApplication)
    face = next((one for one in FACES if one in QFontDatabase.families()), None)
    if face is not None:
        font = QFont(application.font())
        font.setFamilies([face])
        application.setFont(font)
    return application


def _write_screen(folder: Path) -> Path:
    """Write what the platform without a screen takes for one: its own is smaller than many a dialog."""
    file = folder / "screen.json"
    file.write_text(json.dumps({"screens": [SCREEN]}), encoding="utf-8")
    return file


def _take(widget: QWidget, folder: Path, name: str) -> str:
    from PySide6.QtWidgets import QApplication

    for _ in range(5):
        QApplication.processEvents()
    widget.grab().save(str(folder / f"{name}.png"))
    return name


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
