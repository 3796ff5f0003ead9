"""The screen on which a widget stands, and windows that fit it."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QWidget

from tracker.ui.looks.fonts import grown

_AROUND_PX, _AROUND_SHARE = 80, 10
"""What of the screen's height stays free around a window, with its title bar; of a low screen this share at most."""
_FOOT_SHARE = 45
"""How much of the screen's height, in hundredths, a window keeps that was moved to its foot."""


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
    around_px = min(_AROUND_PX, room.height() * _AROUND_SHARE // 100)
    window.resize(width, min(max(grown(height_px), needed), room.height() - around_px))


def uncover(pane: QWidget) -> None:
    """Move the windows that lie over a pane aside, so that it can be seen: to its left, else to the screen's foot."""
    shown = QRect(pane.mapToGlobal(QPoint()), pane.size())
    for dialog in pane.window().findChildren(QDialog):
        if dialog.isVisible() and not dialog.isModal() and dialog.frameGeometry().intersects(shown):
            _move_aside(dialog, shown)


def _move_aside(dialog: QWidget, shown: QRect) -> None:
    room, outer, inner = screen_room(dialog), dialog.frameGeometry(), dialog.geometry()
    edges_px, top_px = outer.width() - inner.width(), outer.height() - inner.height()
    beside_px = shown.left() - room.left() - edges_px
    if beside_px >= dialog.minimumSizeHint().width():
        width = min(inner.width(), beside_px)
        dialog.resize(width, inner.height())
        dialog.move(shown.left() - width - edges_px, outer.top())
        return
    height = max(dialog.minimumSizeHint().height(), _FOOT_SHARE * room.height() // 100)
    dialog.resize(inner.width(), height)
    dialog.move(outer.left(), room.bottom() - height - top_px)
