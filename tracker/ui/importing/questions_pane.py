"""Words of other sources that are not known here: asked about once for all rows that have them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QScrollArea, QVBoxLayout, QWidget

from tracker.basics.formats import count_words
from tracker.basics.language import Text
from tracker.records.import_target import field_label
from tracker.records.registry import kind_of
from tracker.services.importing.judging import OpenQuestion, Verdict
from tracker.services.importing.plan import ImportPlan
from tracker.ui.record.editors.calm_combo import CalmCombo
from tracker.ui.record.looks import button, label
from tracker.ui.session import Session

_INTRODUCTION = Text(
    "Deze woorden kent het programma niet. Uw antwoord geldt voor alle rijen waarin het woord staat.",
    "The program does not know these words. Your answer holds for all rows in which the word stands.",
)
_NONE = Text("Er is niets te vragen.", "There is nothing to ask.")
_NO_WORDS = Text("Er zijn geen onbekende woorden.", "There are no unknown words.")
_ALL_ANSWERED = Text(
    "Alle vragen zijn beantwoord. U kunt een antwoord nog veranderen.",
    "All questions are answered. You can still change an answer.",
)
_GO_TO_ROWS = Text("Ga naar wat te &beslissen is", "Go to what is to be &decided")
_CHOOSE = Text("(kies)", "(choose)")
_NOTHING = Text("niets invullen", "fill in nothing")


class QuestionsPane(QScrollArea):
    """A line for each question, also once it is answered; ``answered`` tells of an answer, or that it is taken back.

    ``rows_wanted`` asks for the rows that are to be decided one by one.
    """

    answered = Signal()
    rows_wanted = Signal()

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
        """Show the questions, each with its answer."""
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 12, 0, 0)
        column.setSpacing(10)
        questions = self._plan.all_questions()
        undecided = self._plan.counts[Verdict.UNDECIDED]
        told = label(self.session.words(self._told(questions, undecided)), "hint")
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
        if undecided:
            way = button(self.session.words(_GO_TO_ROWS))
            way.clicked.connect(self.rows_wanted)
            column.addWidget(way, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        was = self.takeWidget()
        if was is not None:
            was.hide()
            was.deleteLater()  # not at once: a key may be on its way in one of the inputs
        self.setWidget(inside)

    def _told(self, questions: Sequence[OpenQuestion], undecided: int) -> Text:
        if any(one.answer is None for one in questions):
            return _INTRODUCTION
        first = _ALL_ANSWERED if questions else _NO_WORDS if undecided else _NONE
        if not undecided:
            return first
        rows = Text(
            "1 rij is nog te beslissen." if undecided == 1
            else f"{count_words(undecided, self.session.language)} rijen zijn nog te beslissen, elk voor zich.",
            "1 row is still to be decided." if undecided == 1
            else f"{count_words(undecided, self.session.language)} rows are still to be decided, each by itself.",
        )  # fmt: skip
        return Text(f"{first.nl} {rows.nl}", f"{first.en} {rows.en}")

    def _combo(self, question: OpenQuestion, name: str) -> CalmCombo:
        combo = CalmCombo()
        combo.setAccessibleName(name)
        combo.setMinimumContentsLength(26)
        combo.addItem(self.session.words(_CHOOSE), None)
        for value, words in question.doubt.choices:
            combo.addItem(self.session.words(words), (value,))
        combo.addItem(self.session.words(_NOTHING), (None,))
        if question.answer is not None:
            known = [place for place in range(combo.count()) if combo.itemData(place) == question.answer]
            combo.setCurrentIndex(known[0] if known else 0)
        combo.activated.connect(lambda _: self._answer(question.doubt.key, combo.currentData()))
        return combo

    def _words(self, question: OpenQuestion) -> str:
        doubt = question.doubt
        kind = self._plan.proposals[question.numbers[0]].kind
        caption = self.session.words(field_label(kind_of(kind), doubt.field))
        rows = len(question.numbers)
        counted = Text("1 rij" if rows == 1 else f"{rows} rijen", "1 row" if rows == 1 else f"{rows} rows")
        return f"{caption}: “{doubt.text}” ({self.session.words(counted)}). {self.session.words(doubt.why)}"

    def _answer(self, key: str, chosen: tuple[Any] | None) -> None:
        """Answer a question, or leave it open again; the focus stays with it, for arrow keys go through the answers."""
        if chosen is None:
            self._plan.take_answer_back(key)
        else:
            self._plan.answer(key, chosen[0])
        self.answered.emit()  # which shows the questions anew
        for question, combo in zip(self._plan.all_questions(), self.combos, strict=True):
            if question.doubt.key == key:
                combo.setFocus(Qt.FocusReason.OtherFocusReason)
                break
