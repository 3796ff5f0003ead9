"""The few pictures that README and help show: light, in both languages, cut to what they are about, and small."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from PySide6.QtCore import QByteArray, QEvent, QRect, QSize
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QWidget

from tests.pictures import ready_application
from tracker.basics.language import Language
from tracker.basics.paths import resources_folder
from tracker.services.editor import Editor
from tracker.services.opening import new_sample
from tracker.ui.looks.icons import forget_icons
from tracker.ui.looks.theme import Theme, ThemeChoice
from tracker.ui.main_window import MainWindow
from tracker.ui.palette.palette import Palette
from tracker.ui.parts.window_settings import WindowSettings
from tracker.ui.session import Session

DAY = date(2026, 10, 1)
SIZE = QSize(1366, 768)
COLOURS = 256
_STEPS = (1, 2, 4, 8, 16)


def make_document_pictures(home: Path) -> Iterator[str]:
    """Make each picture in its place, and give its path."""
    application = ready_application()
    theme = Theme(application, ThemeChoice.LIGHT)
    with new_sample(home / "voorbeeld.db") as store:
        for language in Language:
            settings = WindowSettings(home / f"{language}.ini")
            window = MainWindow(theme, settings, DAY, language)
            window.resize(SIZE)
            window.attach(Session(store, Editor(store), DAY, language))
            window.show()
            yield from _take_all(window, language)
            window.close()
            window.deleteLater()
            QApplication.sendPostedEvents(window, QEvent.Type.DeferredDelete)
    forget_icons()
    application.processEvents()


def _take_all(window: MainWindow, language: Language) -> Iterator[str]:
    area = window.work_area
    assert area is not None
    pane, controller, rows = area.record_pane, area.controller, area.list_pane.list
    assert pane is not None
    assert controller is not None
    help_pictures = resources_folder() / "help" / "pictures"
    rows.choose(rows.records.id_at(2))
    if language is Language.DUTCH:
        yield _take(window, resources_folder() / "pictures" / "window.png")
    yield _take(window, help_pictures / f"window-{language}.png")
    controller.choose(None, "overdue")
    yield _take(area.list_pane, help_pictures / f"overdue-{language}.png", height=316)
    pane.show_record(next(one.id for one in controller.session.store.records(controller.browsing.ids)))
    pane.tabs.setCurrentWidget(pane.deadlines_tab)
    yield _take(pane, help_pictures / f"deadlines-{language}.png", height=458)
    controller.choose(None, None)
    palette = Palette(window)
    palette.open()
    while controller.browsing.finder is None:
        QApplication.processEvents()
    palette.line.setText("over")
    yield _take(palette, help_pictures / f"go-to-{language}.png")
    palette.close()


def _take(widget: QWidget, file: Path, height: int | None = None) -> str:
    """Save what a widget shows, from its top down to a height."""
    for _ in range(10):
        QApplication.processEvents()
    shown = widget.rect() if height is None else QRect(0, 0, widget.width(), min(height, widget.height()))
    file.parent.mkdir(parents=True, exist_ok=True)
    small_picture(widget.grab(shown).toImage()).save(str(file), quality=0)  # packed as tightly as PNG can
    return str(file)


def small_picture(picture: QImage) -> QImage:
    """Give a picture with a palette of at most 256 colours, which takes a third of the room.

    Windows have few colours beside the edges of letters: those that are nearly the same are taken together, in as
    small steps as bring the number down.
    """
    picture = picture.convertToFormat(QImage.Format.Format_RGB32)
    pixels = bytes(picture.constBits())
    width, height = picture.width(), picture.height()
    counted = Counter(pixels[at : at + 3] for at in range(0, len(pixels), 4))
    for step in _STEPS:
        merged: Counter[bytes] = Counter()
        place: dict[bytes, bytes] = {}
        for colour, times in counted.most_common():
            coarse = bytes(part // step for part in colour)
            place.setdefault(coarse, colour)  # the commonest of those that are alike stands for them all
            merged[coarse] += times
        if len(merged) <= COLOURS:
            numbers = {coarse: number for number, coarse in enumerate(place)}
            to_number = {colour: numbers[bytes(part // step for part in colour)] for colour in counted}
            break
    else:
        return picture
    table = [int.from_bytes(b"\xff" + bytes(reversed(place[coarse]))) for coarse in place]
    rows = bytearray()
    for row in range(height):
        start = row * picture.bytesPerLine()
        rows += bytes(to_number[pixels[at : at + 3]] for at in range(start, start + 4 * width, 4))
        rows += bytes(-width % 4)
    packed = QImage(QByteArray(bytes(rows)).data(), width, height, width + (-width % 4), QImage.Format.Format_Indexed8)
    packed.setColorTable(table)
    return packed.copy()
