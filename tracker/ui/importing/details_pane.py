"""One proposal in full: which record it is, what is in doubt, and what it does field by field."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QGridLayout, QHBoxLayout, QHeaderView, QTableView, QVBoxLayout, QWidget

from tracker.basics.language import Text
from tracker.records.entity import model_of
from tracker.records.field import field_of
from tracker.records.proposal import Doubt
from tracker.records.registry import kind_of
from tracker.services.importing.judging import Verdict
from tracker.services.importing.plan import Details, ImportPlan
from tracker.ui.fonts import grown
from tracker.ui.icons import IconLabel
from tracker.ui.importing.fields_model import BECOMES, FIELD, NOW, PLACE, FieldsModel
from tracker.ui.importing.words import VERDICT_LOOKS, VERDICT_WORDS
from tracker.ui.record.editors.calm_combo import CalmCombo
from tracker.ui.record.looks import button, label
from tracker.ui.session import Session

_IS = Text("Dit is", "This is")
_NEW = Text("een nieuw record", "a new record")
_SKIP = Text("overslaan", "skip")
_RIGHT = Text("Zo is het &goed", "This is &right")
_NOT_CHOSEN = Text("(kies)", "(choose)")
_NOTHING = Text("niets invullen", "fill in nothing")
_FIELDS = Text("Wat er verandert", "What changes")
_NOTHING_CHOSEN = Text("Kies links een regel.", "Choose a line on the left.")
_SKIPPED = -2
_ROW_PX = 28
_HIGHEST_ROW_PX = 120


class DetailsPane(QWidget):
    """Shows a proposal of the plan; ``decided`` tells that somebody decided something about it."""

    decided = Signal()

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
        self.model = FieldsModel(session, self)
        self.model.corrected.connect(self._correct)
        self.model.left.connect(self._leave_field)
        self.table = _fields_table(self.model, session.words(_FIELDS))
        self._lay_out()
        self.show_proposal(None)

    def show_proposal(self, number: int | None) -> None:
        """Show another proposal; None: nothing is chosen."""
        self._number = number
        details = None if number is None else self._plan.details(number)
        self.model.show_details(self._plan, details)
        self._fit_rows()
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
        chosen = self._plan.target(self._number)
        is_open = details.line.verdict is Verdict.UNDECIDED and bool(details.candidates) and chosen == 0
        if is_open:
            self.target.addItem(say(_NOT_CHOSEN), None)
        ids = [one.id for one in details.candidates]
        if chosen > 0 and chosen not in ids:
            ids.insert(0, chosen)
        for summary in self._plan.store.summaries(ids):
            self.target.addItem(f"{summary.reference} {summary.title}", summary.id)
        self.target.addItem(say(_NEW), -1)
        self.target.addItem(say(_SKIP), _SKIPPED)
        wanted = _SKIPPED if details.line.verdict is Verdict.LEFT else chosen if chosen > 0 else -1
        self.target.setCurrentIndex(0 if is_open else self.target.findData(wanted))

    def _show_doubts(self, details: Details | None) -> None:
        while (item := self._doubts.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()  # it goes later, and would be seen until then
                widget.deleteLater()
        self.doubt_combos = []
        for row, doubt in enumerate(() if details is None else details.doubts):
            caption = label(self._doubt_words(details.line.kind if details else "", doubt), "value")
            caption.setWordWrap(True)
            combo = CalmCombo()
            combo.setAccessibleName(caption.text())
            combo.addItem(self.session.words(_NOT_CHOSEN), None)
            for value, words in doubt.choices:
                combo.addItem(self.session.words(words), (value,))
            combo.addItem(self.session.words(_NOTHING), (None,))
            combo.setToolTip(self.session.words(doubt.why))
            combo.activated.connect(lambda _, one=doubt, box=combo: self._answer(one, box.currentData()))
            self._doubts.addWidget(caption, row, 0)
            self._doubts.addWidget(combo, row, 1)
            self.doubt_combos.append(combo)

    def _doubt_words(self, kind: str, doubt: Doubt) -> str:
        spec = field_of(model_of(kind_of(kind).table), doubt.field) if kind else None
        caption = doubt.field if spec is None else self.session.words(spec.label)
        return f"{caption}: “{doubt.text}”"

    def _fit_rows(self) -> None:
        """Let each row be as high as its words need, up to some lines."""
        for row in range(self.model.rowCount()):
            self.table.setRowHeight(row, max(_ROW_PX, min(self.table.sizeHintForRow(row), _HIGHEST_ROW_PX)))

    # --- deciding -----------------------------------------------------------------------------------------------------

    def _on_target(self) -> None:
        number, wanted = self._number, self.target.currentData()
        if number is None or wanted is None:
            return
        if wanted == _SKIPPED:
            self._plan.leave(number)
        elif wanted == -1:
            self._plan.make_new(number)
        else:
            self._plan.choose(number, wanted)
        self._tell()

    def _accept(self) -> None:
        if self._number is not None:
            self._plan.accept(self._number)
            self._tell()

    def _answer(self, doubt: Doubt, chosen: tuple[Any] | None) -> None:
        if self._number is None or chosen is None:
            return
        if doubt.key:
            self._plan.answer(doubt.key, chosen[0])
        else:
            self._plan.answer_one(self._number, doubt.field, chosen[0])
        self._tell()

    def _correct(self, name: str, text: str) -> None:
        if self._number is not None:
            self._plan.correct(self._number, name, text)
            self._tell()

    def _leave_field(self, name: str, is_left: bool) -> None:
        if self._number is not None:
            self._plan.leave_field(self._number, name, is_left)
            self._tell()

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


def _fields_table(model: FieldsModel, name: str) -> QTableView:
    table = QTableView()
    table.setModel(model)
    table.setAccessibleName(name)
    table.setShowGrid(False)
    table.setWordWrap(True)
    table.setTextElideMode(Qt.TextElideMode.ElideRight)
    table.setTabKeyNavigation(False)
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
    table.setEditTriggers(
        QAbstractItemView.EditTrigger.DoubleClicked
        | QAbstractItemView.EditTrigger.EditKeyPressed
        | QAbstractItemView.EditTrigger.AnyKeyPressed
    )
    table.verticalHeader().hide()
    table.verticalHeader().setDefaultSectionSize(_ROW_PX)
    header = table.horizontalHeader()
    header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    header.setHighlightSections(False)
    for column in (NOW, BECOMES):
        header.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
    for column, width in {FIELD: 140, PLACE: 84}.items():
        header.resizeSection(column, grown(width))
    return table
