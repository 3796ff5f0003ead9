"""The screen on which a widget stands."""

from __future__ import annotations

from PySide6.QtCore import QRect
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget


def screen_room(widget: QWidget) -> QRect:
    """Give the part of the screen that windows can use, of the screen on which a widget stands.

    Not through ``QWidget.screen()``: PySide 6.11 makes the screen a child of that widget, and deletes it along with it.
    """
    screen = QGuiApplication.screenAt(widget.mapToGlobal(widget.rect().center())) or QGuiApplication.primaryScreen()
    return screen.availableGeometry()
