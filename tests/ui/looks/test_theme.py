"""The theme: what a choice costs."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tracker.ui.looks.theme import Theme, ThemeChoice
from tracker.ui.looks.tokens import DARK, LIGHT, tokens


class _Dressed(QWidget):
    """Counts how often it gets another style."""

    def __init__(self) -> None:
        super().__init__()
        self.times = 0

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.StyleChange:
            self.times += 1
        super().changeEvent(event)


def test_widgets_are_dressed_only_by_a_choice_that_looks_otherwise(qtbot: QtBot, qapp: QApplication) -> None:
    theme = Theme(qapp, ThemeChoice.LIGHT)
    widget = _Dressed()
    qtbot.addWidget(widget)
    widget.show()
    widget.times = 0
    theme.choose(ThemeChoice.SYSTEM)
    assert (widget.times, theme.choice, tokens()) == (0, ThemeChoice.SYSTEM, LIGHT)
    theme.choose(ThemeChoice.DARK)
    assert (widget.times > 0, tokens()) == (True, DARK)
    theme.choose(ThemeChoice.LIGHT)
    assert tokens() is LIGHT
