"""One proposal in full: which record it is, what is in doubt, and what it does field by field."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from tracker.basics.language import Text
from tracker.records.import_target import field_label
from tracker.records.proposal import Doubt
from tracker.records.registry import kind_of
from tracker.services.importing.answered_before import DEADLINE
from tracker.services.importing.judging import Verdict
from tracker.services.importing.plan import ImportPlan
from tracker.services.importing.showing import Details
from tracker.ui.importing.fields_model import FieldsModel
from tracker.ui.importing.fields_table import FieldsTable
from tracker.ui.importing.link_dialog import LinkDialog
from tracker.ui.importing.words import VERDICT_LOOKS, VERDICT_WORDS
from tracker.ui.looks.icons import IconLabel
from tracker.ui.record.editors.calm_combo import CalmCombo
from tracker.ui.record.looks import button, label
from tracker.ui.session import Session

_IS = Text("Dit is", "This is")
_NEW = Text("een nieuw record", "a new record")
_SKIP = Text("overslaan", "skip")
_RIGHT = Text("Zo is het &goed", "This is ri&ght")
_NOT_CHOSEN = Text("(kies)", "(choose)")
_NOTHING = Text("niets invullen", "fill in nothing")
_FIELDS = Text("Wat er verandert", "What changes")
_NOTHING_CHOSEN = Text("Kies links een regel.", "Choose a line on the left.")
_FILL_IN = Text("vul het zelf in", "fill it in yourself")
_OTHER = Text("een ander record…", "another record…")
_SKIPPED, _LINKED = -2, -3


class DetailsPane(QWidget):
    """Shows a proposal of the plan; ``decided`` tells that somebody decided something about it.

    ``accepted`` tells that somebody is done with it, and wants the next one that is to be decided.
    """

    decided = Signal()
    accepted = Signal()

    def __init__(self, session: Session, plan: ImportPlan, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self._plan = plan
        self._number: int | None = None
        self.sign = IconLabel("circle-help", "muted", 14)
        self.verdict = label("", "status-words")
        self.title = label("", "card-caption")
        self.title.setWordWrap(True)
        self.why = label("", "hint")
        self.why.setWordWrap(True)
        self.target = CalmCombo()
        self.target.setAccessibleName(session.words(_IS))
        self.target.activated.connect(self._on_target)
        self.right_button = button(session.words(_RIGHT))
        self.right_button.clicked.connect(self._accept)
        self._doubts = QGridLayout()
        self._doubts.setHorizontalSpacing(8)
        self._doubts.setVerticalSpacing(4)
        self.doubt_combos: list[CalmCombo] = []
        self.doubt_texts: list[QLineEdit] = []
        self.model = FieldsModel(session, self)
        self.model.corrected.connect(self._correct)
        self.model.left.connect(self._leave_field)
        self.model.part_corrected.connect(self._correct_part)
        self.model.part_left.connect(self._leave_part)
        self.table = FieldsTable(self.model, session.words(_FIELDS))
        self._lay_out()
        self.show_proposal(None)

    def show_proposal(self, number: int | None) -> None:
        """Show another proposal; None: nothing is chosen."""
        current = self.table.currentIndex()
        stays, row, column = number == self._number, current.row(), current.column()
        self._number = number
        details = None if number is None else self._plan.details(number)
        self.model.show_details(self._plan, details, stays=stays)
        self.table.fit()
        if stays and 0 <= row < self.model.rowCount():
            self.table.setCurrentIndex(self.model.index(row, column))
        self._show_head(details)
        self._show_target(details)
        self._show_doubts(details)

    def _show_head(self, details: Details | None) -> None:
        say = self.session.words
        self.sign.setVisible(details is not None)
        if details is None:
            self.verdict.setText("")
            self.title.setText(say(_NOTHING_CHOSEN))
            self.why.hide()
            return
        line = details.line
        self.sign.set_icon(*VERDICT_LOOKS[line.verdict])
        place = line.place.words(self.session.language)
        self.verdict.setText(f"{say(VERDICT_WORDS[line.verdict])} · {say(kind_of(line.kind).one)} · {place}")
        self.title.setText(" ".join(line.title.split()) or "–")
        self.why.setText("" if line.why is None else say(line.why))
        self.why.setVisible(line.why is not None)

    def _show_target(self, details: Details | None) -> None:
        """Offer the records that it may be, a new one, and leaving it out."""
        say = self.session.words
        self.target.clear()
        self._target_row.setVisible(details is not None)
        self.right_button.setVisible(details is not None and details.line.verdict is Verdict.UNDECIDED)
        if details is None or self._number is None:
            return
        chosen = self._plan.shown_target(self._number)
        ids = [one.id for one in details.candidates]
        if chosen > 0 and chosen not in ids:
            ids.insert(0, chosen)
        for summary in self._plan.store.summaries(ids):
            self.target.addItem(f"{summary.reference} {summary.title}", summary.id)
            self.target.setItemData(self.target.count() - 1, summary.title, Qt.ItemDataRole.ToolTipRole)
        self.target.addItem(say(_OTHER), _LINKED)
        self.target.addItem(say(_NEW), -1)
        self.target.addItem(say(_SKIP), _SKIPPED)
        wanted = _SKIPPED if details.line.verdict is Verdict.LEFT else chosen if chosen > 0 else -1
        self.target.setCurrentIndex(self.target.findData(wanted))

    def _show_doubts(self, details: Details | None) -> None:
        while (item := self._doubts.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()  # it goes later, and would be seen until then
                widget.deleteLater()
        self.doubt_combos, self.doubt_texts = [], []
        for place, doubt in enumerate(() if details is None else details.doubts):
            caption = label(self._doubt_words(details.line.kind if details else "", doubt), "value")
            caption.setWordWrap(True)
            asked = self._doubt_combo(doubt) if doubt.choices else self._doubt_text(doubt)
            asked.setAccessibleName(caption.text())
            asked.setToolTip(self.session.words(doubt.why))
            self._doubts.addWidget(caption, 2 * place, 0)
            self._doubts.addWidget(asked, 2 * place, 1)
            if details is None or doubt.why == details.line.why:
                continue  # it is said above already
            why = label(self.session.words(doubt.why), "hint")
            why.setWordWrap(True)
            self._doubts.addWidget(why, 2 * place + 1, 0, 1, 2)

    def _doubt_combo(self, doubt: Doubt) -> QWidget:
        """Give the choice between what it could be."""
        combo = CalmCombo()
        combo.addItem(self.session.words(_NOT_CHOSEN), None)
        for value, words in doubt.choices:
            combo.addItem(self.session.words(words), (value,))
        combo.addItem(self.session.words(_NOTHING), (None,))
        combo.activated.connect(lambda _: self._answer(doubt, combo.currentData()))
        self.doubt_combos.append(combo)
        return combo

    def _doubt_text(self, doubt: Doubt) -> QWidget:
        """Give an input for what nothing can be guessed of."""
        text = QLineEdit()
        text.setPlaceholderText(self.session.words(_FILL_IN))
        text.editingFinished.connect(lambda: self._fill_in(doubt, text.text().strip()))
        self.doubt_texts.append(text)
        return text

    def _doubt_words(self, kind: str, doubt: Doubt) -> str:
        caption = self.session.words(field_label(kind_of(kind), doubt.field)) if kind else doubt.field
        return f"{caption}: “{doubt.text}”"

    # --- deciding -----------------------------------------------------------------------------------------------------

    def _on_target(self) -> None:
        number, wanted = self._number, self.target.currentData()
        if number is None or wanted is None:
            return
        if wanted == _LINKED:
            self._link(number)
        elif wanted == _SKIPPED:
            self._plan.leave(number)
        elif wanted == -1:
            self._plan.make_new(number)
        else:
            self._plan.choose(number, wanted)
        self._tell()

    def _link(self, number: int) -> None:
        """Ask which record of the register a proposal means; where nobody says so, it stays what it was."""
        line = self._plan.line(number)
        dialog = LinkDialog(self.session, line.title, line.kind, self.window())
        if dialog.exec() and dialog.chosen is not None:
            self._plan.choose(number, dialog.chosen.id)
        dialog.deleteLater()

    def _accept(self) -> None:
        if self._number is not None:
            self._plan.accept(self._number)
            self._tell()
            self.accepted.emit()

    def _answer(self, doubt: Doubt, chosen: tuple[Any] | None) -> None:
        if self._number is None or chosen is None:
            return
        if doubt.key:
            self._plan.answer(doubt.key, chosen[0])
        else:
            self._plan.answer_one(self._number, doubt.field, chosen[0])
        self._tell()
        self.go_to_input()

    def _fill_in(self, doubt: Doubt, text: str) -> None:
        if self._number is None or not text:
            return
        if doubt.field == DEADLINE:
            self._plan.answer_one(self._number, doubt.field, text)
        else:
            self._plan.correct(self._number, doubt.field, text)
        self._tell()

    def _correct(self, name: str, text: str) -> None:
        if self._number is not None:
            self._plan.correct(self._number, name, text)
            self._tell()

    def _leave_field(self, name: str, is_left: bool) -> None:
        if self._number is not None:
            self._plan.leave_field(self._number, name, is_left)
            self._tell()

    def _correct_part(self, part: int, text: str) -> None:
        if self._number is not None:
            self._plan.correct_part(self._number, part, text)
            self._tell()

    def _leave_part(self, part: int, is_left: bool) -> None:
        if self._number is not None:
            self._plan.leave_part(self._number, part, is_left)
            self._tell()

    def go_to_input(self) -> None:
        """Put the focus on what is to be decided first, else on the fields."""
        asked: list[QWidget] = [*self.doubt_combos, *self.doubt_texts]
        if self.right_button.isVisible():
            asked.append(self.right_button)
        to = asked[0] if asked else self.table
        to.setFocus(Qt.FocusReason.TabFocusReason)
        if to is self.table and not self.table.currentIndex().isValid() and self.model.rowCount():
            self.table.setCurrentIndex(self.model.index(0, 0))

    def _tell(self) -> None:
        self.show_proposal(self._number)
        self.decided.emit()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(6)
        head.addWidget(self.sign)
        head.addWidget(self.verdict, 1)
        self._target_row = QWidget()
        row = QHBoxLayout(self._target_row)
        row.setContentsMargins(0, 0, 0, 0)
        caption = label(self.session.words(_IS), "value")
        caption.setBuddy(self.target)
        row.addWidget(caption)
        row.addWidget(self.target, 1)
        row.addWidget(self.right_button)
        self._doubts.setColumnStretch(0, 1)
        self._doubts.setColumnStretch(1, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(head)
        column.addWidget(self.title)
        column.addWidget(self.why)
        column.addWidget(self._target_row)
        column.addLayout(self._doubts)
        column.addWidget(self.table, 1)
