"""Make pictures of every screen, in both themes: ``python -m tests.pictures FOLDER [--language en]``.

``python -m tests.pictures --documents`` makes the few that README and help show, and puts them where those look.
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
    parser.add_argument("folder", type=Path, nargs="?")
    parser.add_argument("--language", choices=["nl", "en"], default="nl")
    parser.add_argument("--documents", action="store_true", help="those that README and help show, in their places")
    asked = parser.parse_args(arguments)
    if (asked.folder is None) is not asked.documents:
        parser.error("give either a folder or --documents")
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with tempfile.TemporaryDirectory() as home:
        os.environ["TRACKER_HOME"] = home
        if asked.documents:
            from tests.document_pictures import make_document_pictures

            made = make_document_pictures(Path(home))
        else:
            asked.folder.mkdir(parents=True, exist_ok=True)
            made = make_pictures(asked.folder, Path(home), asked.language)
        for name in made:
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
    from tracker.ui.named.named_dialog import NamedDialog

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
    area.show_beside(rows.records.id_at(1))
    yield _take(window, folder, f"beside-{theme}")
    area.beside.close()
    area.show_named()
    yield _take(area.window().findChildren(NamedDialog)[-1], folder, f"named-{theme}")
    area.window().findChildren(NamedDialog)[-1].close()
    area.list_pane.search.setText("xyzzy")
    yield _take(window, folder, f"empty-{theme}")
    area.list_pane.search.clear()
    area.controller.choose("commitment", None)
    yield _take(window, folder, f"kind-{theme}")
    yield from _take_doing(window, folder, theme)
    area.start_new(None)
    yield _take(window, folder, f"new-{theme}")
    pane.revert()
    yield from _take_help(window, folder, theme)
    for menu in window.menuBar().actions():
        yield _take_menu(menu.menu(), folder, f"menu-{menu.text().replace('&', '').lower()}-{theme}")
    yield from _take_overview(window, folder, theme)
    yield from _take_timeline(window, folder, theme)
    window.day_box.open_calendar()
    yield _take(window.day_box.popup, folder, f"calendar-{theme}")
    window.day_box.popup.close()


def _take_timeline(window, folder: Path, theme: str) -> Iterator[str]:  # type: ignore[no-untyped-def]
    from PySide6.QtTest import QTest

    from tracker.ui.printing.print_dialog import PrintDialog
    from tracker.ui.printing.printing import print_area
    from tracker.ui.timeline.scale import Zoom

    area = window.work_area
    area.controller.choose(None, None)
    area.show_timeline()
    page = area.timeline_page
    while page.timeline is None or page.timeline.listed_count != area.list_pane.model.rowCount():
        QTest.qWait(20)
    for name, size in SIZES.items():
        window.resize(*size)
        yield _take(window, folder, f"{name.replace('main', 'timeline')}-{theme}")
    window.resize(*SIZES["main"])
    for zoom in Zoom:
        page.canvas.zoom_to(zoom)
        yield _take(window, folder, f"timeline-{zoom.value[0]}-{theme}")
    page.canvas.zoom_to(Zoom.MONTHS)
    page.controls.as_list.setChecked(True)
    yield _take(window, folder, f"timeline-list-{theme}")
    page.controls.as_list.setChecked(False)
    dialog = print_area(window, window.session, area)
    assert isinstance(dialog, PrintDialog)
    yield _take(dialog, folder, f"timeline-print-{theme}")
    dialog.reject()
    area.show_list_page()
    yield from _take_duplicates(window, folder, theme)
    yield from _take_importing(window, folder, theme)


def _take_duplicates(window, folder: Path, theme: str) -> Iterator[str]:  # type: ignore[no-untyped-def]
    from PySide6.QtTest import QTest

    from tests import builders as build
    from tracker.records.filter import Filter
    from tracker.ui.duplicates.duplicates_dialog import DuplicatesDialog
    from tracker.ui.duplicates.merge_records_dialog import MergeRecordsDialog

    store = window.session.store
    first = store.records(store.order(Filter(kind="motion"), window.session.today)[:1])[0]
    second = build.motion(store, title=first["title"], citation=first["citation"], theme="monitoring")
    dialog = DuplicatesDialog(window.session, window)
    dialog.show()
    while not dialog.is_ready:
        QTest.qWait(20)
    yield _take(dialog, folder, f"duplicates-{theme}")
    dialog.reject()
    merging = MergeRecordsDialog(window.session, first, second, window)
    merging.show()
    yield _take(merging, folder, f"merge-records-{theme}")
    merging.reject()
    window.session.editor.undo()


def _take_importing(window, folder: Path, theme: str) -> Iterator[str]:  # type: ignore[no-untyped-def]
    """Import a small list and a short letter, made here, and compare a page of open data."""
    from PySide6.QtTest import QTest

    from tests.importing_samples import LETTER, LIST, PAGE
    from tracker.services.comparing import compare
    from tracker.services.importing.files import read_open_data, take_file
    from tracker.ui.importing.compare_dialog import CompareDialog
    from tracker.ui.importing.import_dialog import ImportDialog

    made = folder / "_files"
    made.mkdir(exist_ok=True)
    for name, text in (("lijst.csv", LIST), ("brief.txt", LETTER), ("pagina.json", PAGE)):
        path = made / name
        path.write_text(text, encoding="utf-8")
        if name != "pagina.json":
            dialog = ImportDialog(window.session, [take_file(path, today=window.session.today)], window)
            dialog.show()
            while not dialog.is_rehearsed:
                QTest.qWait(20)
            for place in range(dialog.tabs.count()):
                dialog.tabs.setCurrentIndex(place)
                yield _take(dialog, folder, f"import-{path.stem}-{place}-{theme}")
            dialog.reject()
        path.unlink()
    path = made / "pagina.json"
    path.write_text(PAGE, encoding="utf-8")
    reading = read_open_data(path)
    comparing = CompareDialog(window.session, reading, compare(window.session.store, reading.proposals), window)
    comparing.show()
    yield _take(comparing, folder, f"compare-{theme}")
    comparing.reject()
    path.unlink()
    made.rmdir()


def _take_overview(window, folder: Path, theme: str) -> Iterator[str]:  # type: ignore[no-untyped-def]
    from PySide6.QtTest import QTest

    from tracker.ui.printing.printing import print_area

    area = window.work_area
    area.show_overview()
    while area.overview_page.overview is None:
        QTest.qWait(20)
    for name, size in SIZES.items():
        window.resize(*size)
        yield _take(window, folder, f"{name.replace('main', 'overview')}-{theme}")
    window.resize(*SIZES["main"])
    bar = area.overview_page.verticalScrollBar()
    bar.setValue(bar.maximum())
    yield _take(window, folder, f"overview-below-{theme}")
    dialog = print_area(window, window.session, area)
    assert dialog is not None
    for place in range(len(dialog.sources)):
        dialog.what.setCurrentIndex(place)
        while dialog.pages is None:
            QTest.qWait(20)
        yield _take(dialog, folder, f"print-{place}-{theme}")
    dialog.reject()
    area.show_list_page()


def _take_help(window, folder: Path, theme: str) -> Iterator[str]:  # type: ignore[no-untyped-def]
    from tracker.ui.help.tour import STEPS, start_tour
    from tracker.ui.help.window import open_help
    from tracker.ui.palette.palette import Palette

    for name, typed in (("palette", ""), ("palette-found", "opvang"), ("palette-nothing", "xyzzy")):
        palette = window.findChild(Palette) or Palette(window)
        palette.open()
        palette.line.setText(typed)
        yield _take(window, folder, f"{name}-{theme}")
        palette.close()
    for page in ("contents", "overdue", "keys"):
        yield _take(open_help(window, page), folder, f"help-{page}-{theme}")
    shown = open_help(window, "overdue")
    shown.search.setText("termijn")
    yield _take(shown, folder, f"help-found-{theme}")
    shown.close()
    tour = start_tour(window)
    assert tour is not None
    for place in range(len(STEPS)):
        tour.show_step(place)
        yield _take(window, folder, f"tour-{place + 1}-{theme}")
    tour.stop()


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
