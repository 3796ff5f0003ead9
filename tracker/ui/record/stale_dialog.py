"""One record edited twice: what you typed and what is there now, side by side, and a choice for each field."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QButtonGroup,
    QDialog,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QPlainTextEdit,
    QRadioButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from tracker.basics.language import Text
from tracker.ui.parts.screens import fit_window
from tracker.ui.record.form_dialog import CANCEL
from tracker.ui.record.looks import button, label
from tracker.ui.record.style import wear_style
from tracker.ui.session import Session

_TITLE = Text("Intussen ook door iemand anders gewijzigd", "Changed by somebody else in the meantime")
_WHY = Text(
    "Kies per veld welke tekst blijft. Er is nog niets opgeslagen en er gaat niets verloren.",
    "Choose for each field which text stays. Nothing was saved yet, and nothing is lost.",
)
_MINE = Text("Houd wat ik typte", "Keep what I typed")
_THEIRS = Text("Neem wat er nu staat", "Take what is there now")
_DONE = Text("Verder met deze keuze", "Go on with this choice")
_EMPTY = Text("(leeg)", "(empty)")


@dataclass(frozen=True)
class TwoTexts:
    """One field with both texts, as people read them."""

    name: str
    caption: str
    mine: str
    theirs: str


class StaleDialog(QDialog):
    """Both texts of each field that differs. ``keeps_mine`` tells the choice for a field."""

    def __init__(self, session: Session, differing: list[TwoTexts], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.mine: dict[str, QRadioButton] = {}
        self.theirs: dict[str, QRadioButton] = {}
        wear_style(self)
        self.setWindowTitle(session.words(_TITLE))
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(12)
        why = label(session.words(_WHY), "explanation")
        why.setWordWrap(True)
        column.addWidget(why)
        column.addWidget(self._scrolled(differing), 1)
        row = QHBoxLayout()
        row.addStretch()
        cancel, done = button(session.words(CANCEL)), button(session.words(_DONE), primary=True)
        cancel.clicked.connect(self.reject)
        done.clicked.connect(self.accept)
        done.setDefault(True)
        row.addWidget(cancel)
        row.addWidget(done)
        column.addLayout(row)
        fit_window(self, 640, min(160 + 170 * len(differing), 560))

    def keeps_mine(self, name: str) -> bool:
        """Tell whether the typed text of this field is to stay."""
        return self.mine[name].isChecked()

    def _scrolled(self, differing: list[TwoTexts]) -> QScrollArea:
        inner = QWidget()
        grid = QGridLayout(inner)
        grid.setContentsMargins(0, 0, 0, 0)
        for place, one in enumerate(differing):
            grid.addWidget(label(one.caption, "group"), 3 * place, 0, 1, 2)
            both = QButtonGroup(self)
            sides = ((_MINE, one.mine, self.mine), (_THEIRS, one.theirs, self.theirs))
            for side, (words, text, radios) in enumerate(sides):
                radio = QRadioButton(self._session.words(words))
                radio.setAccessibleName(f"{one.caption}: {self._session.words(words)}")
                radio.setChecked(side == 0)
                both.addButton(radio)
                radios[one.name] = radio
                grid.addWidget(radio, 3 * place + 1, side)
                grid.addWidget(self._text(text, one.caption), 3 * place + 2, side)
        grid.setRowStretch(3 * len(differing), 1)
        scrolled = QScrollArea()
        scrolled.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the texts in it scroll it
        scrolled.setWidgetResizable(True)
        scrolled.setFrameShape(QFrame.Shape.NoFrame)
        scrolled.setWidget(inner)
        return scrolled

    def _text(self, text: str, caption: str) -> QPlainTextEdit:
        box = QPlainTextEdit(text or self._session.words(_EMPTY))
        box.setReadOnly(True)
        box.setTabChangesFocus(True)
        box.setMaximumHeight(110)
        box.setAccessibleName(caption)
        box.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        return box
