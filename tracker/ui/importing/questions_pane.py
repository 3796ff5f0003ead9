"""Words of other sources that are not known here: asked about once for all rows that have them."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QScrollArea, QVBoxLayout, QWidget

from tracker.basics.language import Text
from tracker.records.entity import model_of
from tracker.records.field import field_of
from tracker.records.registry import kind_of
from tracker.services.importing.plan import ImportPlan, OpenQuestion
from tracker.ui.record.editors.calm_combo import CalmCombo
from tracker.ui.record.looks import label
from tracker.ui.session import Session

_INTRODUCTION = Text(
    "Deze woorden kent het programma niet. Uw antwoord geldt voor alle rijen waarin het woord staat.",
    "The program does not know these words. Your answer holds for all rows in which the word stands.",
)
_NONE = Text("Er is niets te vragen.", "There is nothing to ask.")
_CHOOSE = Text("(kies)", "(choose)")
_NOTHING = Text("niets invullen", "fill in nothing")


class QuestionsPane(QScrollArea):
    """A line for each open question; ``answered`` tells that one was answered."""

    answered = Signal()

    def __init__(self, session: Session, plan: ImportPlan, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self._plan = plan
        self.combos: list[CalmCombo] = []
        self.setWidgetResizable(True)
        self.setAccessibleName(session.words(_INTRODUCTION))
        self.setFrameShape(QFrame.Shape.NoFrame)

    @property
    def count(self) -> int:
        """Give how many questions are open."""
        return len(self._plan.questions())

    def show_questions(self) -> None:
        """Show the questions that are open now."""
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 12, 0, 0)
        column.setSpacing(10)
        questions = self._plan.questions()
        told = label(self.session.words(_INTRODUCTION if questions else _NONE), "hint")
        told.setWordWrap(True)
        column.addWidget(told)
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(0, 1)
        self.combos = []
        for row, question in enumerate(questions):
            caption = label(self._words(question), "value")
            caption.setWordWrap(True)
            combo = self._combo(question, caption.text())
            caption.setBuddy(combo)
            grid.addWidget(caption, row, 0)
            grid.addWidget(combo, row, 1)
            self.combos.append(combo)
        column.addLayout(grid)
        column.addStretch(1)
        self.setWidget(inside)

    def _combo(self, question: OpenQuestion, name: str) -> CalmCombo:
        combo = CalmCombo()
        combo.setAccessibleName(name)
        combo.setMinimumContentsLength(26)
        combo.addItem(self.session.words(_CHOOSE), None)
        for value, words in question.doubt.choices:
            combo.addItem(self.session.words(words), (value,))
        combo.addItem(self.session.words(_NOTHING), (None,))
        combo.activated.connect(lambda _: self._answer(question.doubt.key, combo.currentData()))
        return combo

    def _words(self, question: OpenQuestion) -> str:
        doubt = question.doubt
        kind = self._plan.proposals[question.numbers[0]].kind
        spec = field_of(model_of(kind_of(kind).table), doubt.field)
        caption = doubt.field if spec is None else self.session.words(spec.label)
        rows = len(question.numbers)
        counted = Text("1 rij" if rows == 1 else f"{rows} rijen", "1 row" if rows == 1 else f"{rows} rows")
        return f"{caption}: “{doubt.text}” ({self.session.words(counted)}). {self.session.words(doubt.why)}"

    def _answer(self, key: str, chosen: tuple[Any] | None) -> None:
        if chosen is None:
            return
        self._plan.answer(key, chosen[0])
        self.show_questions()
        if self.combos:
            self.combos[0].setFocus(Qt.FocusReason.OtherFocusReason)
        self.answered.emit()
