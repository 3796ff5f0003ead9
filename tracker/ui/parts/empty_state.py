"""What stands in the place of a list without rows: why it is empty, and the way out."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from tracker.ui.looks.icons import IconLabel


class EmptyState(QWidget):
    """Icon, title, a sentence or two, and buttons."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon = IconLabel("search-x", "muted", 40)
        self.title, self.sentence = QLabel(), QLabel()
        self.title.setProperty("role", "card-title")
        self.sentence.setProperty("role", "muted")
        self.sentence.setTextFormat(Qt.TextFormat.PlainText)
        self.sentence.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.sentence.setWordWrap(True)
        self.sentence.setMaximumWidth(460)
        self.sentence.setMinimumWidth(300)
        middle = QHBoxLayout()
        middle.addStretch(1)
        middle.addWidget(self.sentence, 20)  # without an alignment, which would cut a label that wraps
        middle.addStretch(1)
        self._buttons = QHBoxLayout()
        self._buttons.setSpacing(8)
        column = QVBoxLayout(self)
        column.setSpacing(12)
        column.addStretch(2)
        centre = Qt.AlignmentFlag.AlignHCenter
        column.addWidget(self._icon, 0, centre)
        column.addWidget(self.title, 0, centre)
        column.addLayout(middle)
        column.addLayout(self._buttons)
        column.addStretch(3)

    def tell(self, icon: str, title: str, sentence: str, ways: tuple[tuple[str, Callable[[], None]], ...] = ()) -> None:
        """Say why there is nothing; each way is a button's words and what it does, the best first."""
        self._icon.set_icon(icon, "muted")
        self.title.setText(title)
        self.sentence.setText(sentence)
        self._clear_buttons()
        self._buttons.addStretch()
        for place, (words, act) in enumerate(ways):
            button = QPushButton(words)
            button.setProperty("primary", place == 0)
            button.clicked.connect(act)
            self._buttons.addWidget(button)
        self._buttons.addStretch()

    def _clear_buttons(self) -> None:
        while (item := self._buttons.takeAt(0)) is not None:
            widget: QWidget | None = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
