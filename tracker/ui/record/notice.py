"""The sentence above a record that says what could not be done, as long as that is so."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from tracker.basics.language import Text
from tracker.ui.session import Session


class Notice(QLabel):
    """Hidden while there is nothing to say. What an act of a tab met with goes away with the next thing done."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._is_of_act = False
        self.setProperty("role", "notice")
        self.setWordWrap(True)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.setContentsMargins(16, 8, 16, 8)
        self.hide()

    def say(self, words: Text | None, *, is_of_act: bool = False) -> None:
        """Show a sentence; None takes away what was said."""
        self._is_of_act = is_of_act
        self.setText("" if words is None else self._session.words(words))
        self.setVisible(words is not None)

    def unsay(self, sentences: Sequence[Text]) -> None:
        """Take the sentence away where it is one of these, that are true no more."""
        if self.text() in {self._session.words(one) for one in sentences}:
            self.say(None)

    def unsay_act(self) -> None:
        """Take the sentence away where it was about an act of a tab."""
        if self._is_of_act:
            self.say(None)
