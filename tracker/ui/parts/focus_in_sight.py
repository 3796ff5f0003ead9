"""What has the focus is always in sight: a form is scrolled to it, also where Tab came from outside the form."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QScrollArea, QWidget

_AROUND_PX = 24


class FocusInSight(QObject):
    """Looks after one window. Qt itself scrolls only where Tab was pressed within the form."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self._follow)

    def _follow(self, _before: QWidget | None, now: QWidget | None) -> None:
        if now is not None and now.window() is self._window and _can_be_scrolled(now) and is_out_of_sight(now):
            QTimer.singleShot(0, now, lambda: scroll_to(now))  # once what comes along with it has its place


def _can_be_scrolled(widget: QWidget) -> bool:
    above = widget.parentWidget()
    while above is not None and not isinstance(above, QScrollArea):
        above = above.parentWidget()
    return above is not None


def is_out_of_sight(widget: QWidget) -> bool:
    """Tell whether nothing of a widget can be seen. What scrolls is covered by its own viewport."""
    shown = widget.viewport() if isinstance(widget, QAbstractScrollArea) else widget
    return widget.isVisible() and shown.visibleRegion().isEmpty()


def scroll_to(widget: QWidget) -> None:
    """Scroll whatever a widget stands in until it is seen."""
    above = widget.parentWidget()
    while above is not None:
        if isinstance(above, QScrollArea):
            above.ensureWidgetVisible(widget, _AROUND_PX, _AROUND_PX)
        above = above.parentWidget()
