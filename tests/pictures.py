"""Make pictures of every screen, in both themes: ``python -m tests.pictures FOLDER [--language en]``.

Drawn without a screen unless QT_QPA_PLATFORM says otherwise; on a real one (xvfb) it looks as users see it.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

DAY = date(2026, 10, 1)
SIZES = {"main": (1366, 768), "main-1920": (1920, 1080), "main-small": (1093, 614)}


def main(arguments: Sequence[str]) -> int:
    """Make the pictures and give the exit status."""
    parser = argparse.ArgumentParser("python -m tests.pictures", description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--language", choices=["nl", "en"], default="nl")
    asked = parser.parse_args(arguments)
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    asked.folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as home:
        os.environ["TRACKER_HOME"] = home
        for name in make_pictures(asked.folder, Path(home), asked.language):
            sys.stdout.write(f"{name}\n")
    return 0


def make_pictures(folder: Path, home: Path, language_code: str) -> Iterator[str]:
    """Make each picture and give its name."""
    from PySide6.QtWidgets import QApplication

    from tracker.basics.language import Language
    from tracker.services.editor import Editor
    from tracker.services.opening import new_sample
    from tracker.ui.main_window import MainWindow
    from tracker.ui.session import Session
    from tracker.ui.theme import Theme, ThemeChoice
    from tracker.ui.window_settings import WindowSettings

    application = QApplication.instance() or QApplication(["pictures"])
    assert isinstance(application, QApplication)
    language = Language(language_code)
    theme = Theme(application)
    with new_sample(home / "voorbeeld.db") as store:
        for choice in (ThemeChoice.LIGHT, ThemeChoice.DARK):
            theme.choose(choice)
            window = MainWindow(theme, WindowSettings(home / "window.ini"), DAY, language)
            window.resize(*SIZES["main"])
            window.show_start([home / "voorbeeld.db"])
            window.show()
            yield _take(window, folder, f"start-{choice}")
            window.attach(Session(store, Editor(store), DAY, language))
            yield from _take_register(window, folder, str(choice))
            window.close()


def _take_register(window, folder: Path, theme: str) -> Iterator[str]:  # type: ignore[no-untyped-def]
    area = window.work_area
    rows, pane = area.list_pane.list, area.record_pane
    yield _take(window, folder, f"nothing-chosen-{theme}")
    rows.choose(rows.records.id_at(2))
    for name, size in SIZES.items():
        window.resize(*size)
        yield _take(window, folder, f"{name}-{theme}")
    window.resize(*SIZES["main"])
    for place in range(1, pane.tabs.count()):
        pane.tabs.setCurrentIndex(place)
        yield _take(window, folder, f"tab-{place}-{theme}")
    pane.tabs.setCurrentIndex(0)
    area.list_pane.search.setText("xyzzy")
    yield _take(window, folder, f"empty-{theme}")
    area.list_pane.search.clear()
    area.controller.choose("commitment", None)
    yield _take(window, folder, f"kind-{theme}")
    yield from _take_doing(window, folder, theme)
    area.start_new(None)
    yield _take(window, folder, f"new-{theme}")
    pane.revert()
    for menu in window.menuBar().actions():
        yield _take_menu(menu.menu(), folder, f"menu-{menu.text().replace('&', '').lower()}-{theme}")
    window.day_box.open_calendar()
    yield _take(window.day_box.popup, folder, f"calendar-{theme}")
    window.day_box.popup.close()


def _take_doing(window, folder: Path, theme: str) -> Iterator[str]:  # type: ignore[no-untyped-def]
    from tests.ui.doing.screens import dialogs, finish

    for name, dialog in dialogs(window.session):
        dialog.show()
        finish(dialog)
        yield _take(dialog, folder, f"{name}-{theme}")
        dialog.reject()


def _take(widget, folder: Path, name: str) -> str:  # type: ignore[no-untyped-def]
    from PySide6.QtWidgets import QApplication

    for _ in range(5):
        QApplication.processEvents()
    widget.grab().save(str(folder / f"{name}.png"))
    return name


def _take_menu(menu, folder: Path, name: str) -> str:  # type: ignore[no-untyped-def]
    menu.aboutToShow.emit()
    menu.adjustSize()
    return _take(menu, folder, name)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
