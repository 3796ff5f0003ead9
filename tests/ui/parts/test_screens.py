"""A window over the record makes room when it leads there: beside it, or at the foot where there is no room beside."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QDialog, QWidget
from pytestqt.qtbot import QtBot

from tracker.ui.parts.screens import screen_room, uncover

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")  # the offscreen platform says so of each window


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


def laid_out(window: QWidget, pane: QRect, least_px: int) -> tuple[QWidget, QDialog]:
    """Give a pane at a place of a window that fills the screen, and a dialog over all of it."""
    window.setGeometry(screen_room(window))
    made = QWidget(window)
    made.setGeometry(pane)
    dialog = QDialog(window)
    dialog.setMinimumWidth(least_px)
    for one in (window, dialog):
        one.show()
    dialog.setGeometry(window.geometry())
    return made, dialog


def _screen_rect(widget: QWidget) -> QRect:
    return QRect(widget.mapToGlobal(QPoint()), widget.size())


def test_a_list_stands_beside_the_record_it_leads_to(window: QWidget) -> None:
    pane, dialog = laid_out(window, QRect(500, 0, 280, 500), least_px=300)

    uncover(pane)

    assert not dialog.frameGeometry().intersects(_screen_rect(pane))
    assert dialog.width() >= 300


def test_where_there_is_no_room_beside_it_stands_at_the_foot(window: QWidget) -> None:
    pane, dialog = laid_out(window, QRect(0, 0, 700, 500), least_px=300)
    width = dialog.width()

    uncover(pane)

    room = screen_room(dialog)
    assert dialog.width() == width
    assert dialog.frameGeometry().top() > room.top() + room.height() // 2
    assert dialog.frameGeometry().bottom() <= room.bottom()


def test_what_lies_elsewhere_stays_where_it_is(window: QWidget) -> None:
    pane, dialog = laid_out(window, QRect(500, 0, 280, 500), least_px=50)
    dialog.setGeometry(0, 0, 200, 200)

    uncover(pane)

    assert dialog.geometry() == QRect(0, 0, 200, 200)
