"""The screen on which a widget stands, and windows that fit it."""

from __future__ import annotations

from PySide6.QtCore import QRect
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from tracker.ui.fonts import grown


def screen_room(widget: QWidget) -> QRect:
    """Give the part of the screen that windows can use, of the screen on which a widget stands.

    Not through ``QWidget.screen()``: PySide 6.11 makes the screen a child of that widget, and deletes it along with it.
    """
    screen = QGuiApplication.screenAt(widget.mapToGlobal(widget.rect().center())) or QGuiApplication.primaryScreen()
    return screen.availableGeometry()


def fit_window(window: QWidget, width_px: int, height_px: int = 0) -> None:
    """Make a window of the size of the design, or larger for large letters and long words, where the screen has room.

    Without a height it becomes as high as what stands in it needs. For large letters again once it is shown: only
    then do the words have their size.
    """
    room, layout = screen_room(window), window.layout()
    width = min(max(grown(width_px), window.minimumSizeHint().width()), room.width() - 40)
    needed = window.minimumSizeHint().height()
    if layout is not None and layout.hasHeightForWidth():
        needed = max(needed, layout.totalHeightForWidth(width))
    window.resize(width, min(max(grown(height_px), needed), room.height() - 80))
