"""The filter in force, over the timeline: how much of the list it leaves, what it asks, and the way to clear it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from tracker.basics.language import Language, Text
from tracker.ui.looks.icons import IconLabel
from tracker.ui.parts.eliding_label import ElidingLabel

_CLEAR = Text("Alles &wissen", "Clear &all")


class FilterLine(QWidget):
    """Is seen only while a filter is in force."""

    clear_wanted = Signal()

    def __init__(self, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words = ElidingLabel()
        self.clear_button = QPushButton(_CLEAR.to(language))
        self.clear_button.setProperty("link", True)
        self.clear_button.setAccessibleName(_CLEAR.to(language).replace("&", ""))
        self.clear_button.clicked.connect(self.clear_wanted)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(IconLabel("filter", "muted", 16))
        row.addWidget(self.words)
        row.addWidget(self.clear_button)
        row.addStretch(1)
        self.hide()

    def show_words(self, words: str) -> None:
        """Show what the filter asks; nothing where there is none."""
        self.words.setText(words)
        self.words.setToolTip(words)
        self.setVisible(bool(words))
