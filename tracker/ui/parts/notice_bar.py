"""A bar over the window that says how things stand with the register, and what can be done about it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

from tracker.basics.language import Language, Text
from tracker.ui.looks.icons import IconLabel

Way = tuple[Text, Callable[[], object]]
UNDERSTOOD = Text("&Begrepen", "&Understood")


class NoticeBar(QFrame):
    """One sentence and the ways out. Hidden until something is told."""

    def __init__(self, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._language = language
        self.setProperty("role", "banner")
        self._sign = IconLabel("info", "soon")
        self.words = QLabel()
        self.words.setProperty("role", "banner-words")
        self.words.setWordWrap(True)
        self.buttons: list[QPushButton] = []
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(16, 8, 16, 8)
        self._row.setSpacing(8)
        self._row.addWidget(self._sign)
        self._row.addWidget(self.words, 1)
        self.hide()

    def tell(self, sentence: Text, ways: Sequence[Way], icon: str = "info") -> None:
        """Show this sentence with these buttons; without any, one that closes the bar."""
        self._sign.set_icon(icon, "soon")
        self.words.setText(sentence.to(self._language))
        for old in self.buttons:
            self._row.removeWidget(old)
            old.deleteLater()
        self.buttons = [self._button(*way) for way in (*ways, *(() if ways else ((UNDERSTOOD, self.hide),)))]
        self.show()

    def _button(self, words: Text, act: Callable[[], object]) -> QPushButton:
        made = QPushButton(words.to(self._language))
        made.setAccessibleDescription(self.words.text())
        made.clicked.connect(lambda _checked=False: act())
        self._row.addWidget(made)
        return made
