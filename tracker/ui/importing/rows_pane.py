"""The rehearsal row by row: counts, proposals with their ticks, the chosen one in full, and the letter beside it."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QHBoxLayout,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from tracker.basics.formats import count_words
from tracker.basics.language import Text
from tracker.services.importing.judging import Verdict
from tracker.services.importing.plan import ImportPlan
from tracker.ui.doing.lines_table import TickedTable
from tracker.ui.importing.details_pane import DetailsPane
from tracker.ui.importing.letter_pane import LetterPane
from tracker.ui.importing.lines_model import KIND, OUTCOME, PLACE, REFERENCE, SUBJECT, LinesModel
from tracker.ui.importing.words import COUNTED, VERDICT_LOOKS
from tracker.ui.looks.icons import IconLabel
from tracker.ui.record.editors.calm_combo import CalmCombo
from tracker.ui.record.flow import FlowRow
from tracker.ui.record.looks import button, label
from tracker.ui.session import Session

_ALL = Text("Alles aanvinken", "Tick all")
_SHOWN = Text("Tonen", "Show")
_LINES = Text("Wat er gaat gebeuren", "What will happen")
_ACCEPT_ALL = Text("Alles wat onzeker is &aannemen", "&Accept all that is unsure")
_FILTERS: tuple[tuple[Text, tuple[Verdict, ...]], ...] = (
    (Text("Alles", "All"), ()),
    (Text("Alleen te beslissen", "Only to decide"), (Verdict.UNDECIDED,)),
    (Text("Alleen wat verandert", "Only what changes"), (Verdict.NEW, Verdict.CHANGED)),
    (Text("Alleen wat is geweigerd", "Only what is refused"), (Verdict.REJECTED,)),
    (Text("Alleen wat gelijk blijft", "Only what stays"), (Verdict.UNCHANGED,)),
)
_FILE_AND_PLACE_PX = 190
_WIDTHS_PX = {PLACE: 110, KIND: 96, REFERENCE: 66, OUTCOME: 150}


class RowsPane(QWidget):
    """Shows a plan that was rehearsed; ``changed`` tells of every tick and decision."""

    changed = Signal()

    def __init__(self, session: Session, plan: ImportPlan, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self.plan = plan
        self.model = LinesModel(session, plan, self)
        widths = _WIDTHS_PX if len(plan.readings) == 1 else {**_WIDTHS_PX, PLACE: _FILE_AND_PLACE_PX}
        self.table = TickedTable(self.model, self.model.toggle, SUBJECT, widths, give_way=(KIND, REFERENCE))
        header = self.table.horizontalHeader()
        header.setMinimumSectionSize(header.sectionSizeHint(SUBJECT))
        self.table.setMinimumWidth(320)
        self.table.setAccessibleName(session.words(_LINES))
        self.details = DetailsPane(session, plan)
        self.letter = LetterPane(session)
        self.all_ticked = QCheckBox(session.words(_ALL))
        self.all_ticked.setChecked(True)
        self.filter = CalmCombo()
        self.filter.setAccessibleName(session.words(_SHOWN))
        for words, _ in _FILTERS:
            self.filter.addItem(session.words(words))
        self.accept_all_button = button(session.words(_ACCEPT_ALL))
        self.counts = {verdict: label("", "status-words") for verdict in Verdict}
        self._counted: dict[Verdict, QWidget] = {}
        self._letter_file = -1
        self._lay_out()
        self.table.selectionModel().currentRowChanged.connect(self._on_current)
        self.model.ticks_changed.connect(self._on_ticks)
        self.details.decided.connect(self._on_decided)
        self.details.accepted.connect(self._go_to_next_undecided)
        self.table.activated.connect(lambda _: self.details.go_to_input())
        self.letter.chosen.connect(self.choose)
        self.all_ticked.clicked.connect(self._tick_all)
        self.filter.currentIndexChanged.connect(lambda place: self._show_only(_FILTERS[place][1]))
        self.accept_all_button.clicked.connect(self._accept_all)

    def begin(self) -> None:
        """Show the plan once it was rehearsed: what is to be decided first, where there is such a thing."""
        self.filter.setCurrentIndex(0)
        self._show_only(())
        self.table.setColumnHidden(KIND, self.model.has_one_kind)
        self._show_references()
        undecided = self.plan.numbers(Verdict.UNDECIDED)
        self.choose(undecided[0] if undecided else 0)
        self._show_counts()

    def choose(self, number: int) -> None:
        """Choose the line of a proposal."""
        row = self.model.row_of(number)
        if row >= 0:
            self.table.setCurrentIndex(self.model.index(row, 0))

    def show_only(self, verdict: Verdict) -> None:
        """Show the rows with one verdict alone, with the focus on the first."""
        self.filter.setCurrentIndex(next(place for place, (_, some) in enumerate(_FILTERS) if some == (verdict,)))
        self._show_only((verdict,))  # also where the list was narrowed so already, to what was decided since
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def refresh(self) -> None:
        """Show what was decided elsewhere (an answer for all)."""
        self.model.refresh()
        self.details.show_proposal(self._current_number())
        self._show_counts()

    def _current_number(self) -> int | None:
        return self.model.number_at(self.table.currentIndex().row())

    def _on_current(self, current: QModelIndex, _before: QModelIndex) -> None:
        number = self.model.number_at(current.row())
        self.details.show_proposal(number)
        self._show_letter(number)

    def _show_letter(self, number: int | None) -> None:
        """Show the letter of a proposal, where its file is one."""
        file = -1 if number is None else self.plan.proposals.file_of(number)
        text = "" if file < 0 else self.plan.readings[file].text
        self.letter.setVisible(bool(text))
        if not text or number is None:
            self._letter_file = -1
            return
        if file != self._letter_file:
            self._letter_file = file
            numbers = self.plan.proposals.of_file(file)
            self.letter.show_letter(text, [(one, self.plan.proposals[one].passages) for one in numbers])
        self.letter.show_passages(self.plan.proposals[number].passages)

    def _show_references(self) -> None:
        """Show the column of references only where something has one, so that the subject has the room."""
        plan = self.plan
        has_known = bool(plan.counts[Verdict.CHANGED] or plan.counts[Verdict.UNCHANGED]) or any(
            plan.shown_target(number) > 0 for number in plan.numbers(Verdict.UNDECIDED)
        )
        self.table.setColumnHidden(REFERENCE, not (has_known or any(map(plan.is_own, range(len(plan.readings))))))

    def _on_ticks(self) -> None:
        self._show_counts()
        self.changed.emit()

    def _on_decided(self) -> None:
        self.model.refresh()
        self._show_references()
        self._show_counts()
        self.changed.emit()

    def _go_to_next_undecided(self) -> None:
        """Choose the next proposal that is to be decided, with the focus where its answer is given."""
        undecided = self.plan.numbers(Verdict.UNDECIDED)
        if not undecided:
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        current = self._current_number()
        self.choose(next((one for one in undecided if current is None or one > current), undecided[0]))
        self.details.go_to_input()

    def _tick_all(self, is_ticked: bool) -> None:
        self.plan.tick_all(is_ticked)
        self.model.refresh()

    def _accept_all(self) -> None:
        self.plan.accept_all()
        self.refresh()
        self.changed.emit()

    def _show_only(self, verdicts: tuple[Verdict, ...]) -> None:
        self.model.show_only(verdicts)
        if self.model.rowCount():
            self.table.setCurrentIndex(self.model.index(0, 0))
        else:
            self.details.show_proposal(None)

    def _show_counts(self) -> None:
        counts, language = self.plan.counts, self.session.language
        for verdict, shown in self.counts.items():
            count = counts[verdict]
            shown.setText(f"{count_words(count, language)} {self.session.words(COUNTED[verdict])}")
            is_told = bool(count) or verdict in {Verdict.NEW, Verdict.CHANGED}
            self._counted[verdict].setVisible(is_told)
        self.accept_all_button.setVisible(bool(counts[Verdict.UNDECIDED]))
        doing = counts[Verdict.NEW] + counts[Verdict.CHANGED]
        self.all_ticked.setChecked(bool(doing) and self.plan.doing_count(Verdict.NEW, Verdict.CHANGED) == doing)

    def _lay_out(self) -> None:
        counted = FlowRow(12)
        counted.add(self.all_ticked)
        for verdict, shown in self.counts.items():
            self._counted[verdict] = _beside(IconLabel(*VERDICT_LOOKS[verdict], 14), shown)
            counted.add(self._counted[verdict])
        self.filter.setMinimumContentsLength(20)
        for one in (self.accept_all_button, self.filter):
            counted.add(one)
        right = _splitter(Qt.Orientation.Vertical, (self.details, 3), (self.letter, 2))
        panes = _splitter(Qt.Orientation.Horizontal, (self.table, 6), (right, 5))
        self.letter.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(8)
        column.addWidget(counted)
        column.addWidget(panes, 1)


def _beside(sign: QWidget, words: QWidget) -> QWidget:
    made = QWidget()
    row = QHBoxLayout(made)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(6)
    row.addWidget(sign)
    row.addWidget(words)
    return made


def _splitter(direction: Qt.Orientation, *panes: tuple[QWidget, int]) -> QSplitter:
    made = QSplitter(direction)
    made.setChildrenCollapsible(False)
    for place, (pane, stretch) in enumerate(panes):
        made.addWidget(pane)
        made.setStretchFactor(place, stretch)
    return made
