"""A rehearsal on the screen: how many of what, the lines with their ticks, and the current line in full."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from tracker.basics.language import Text
from tracker.services.rehearsal import Outcome, Rehearsal
from tracker.ui.doing.lines_table import TickedTable
from tracker.ui.doing.plan_model import BECOMES, FIELD, NOW, OUTCOME, OUTCOME_LOOKS, SUBJECT, PlanModel
from tracker.ui.looks.fonts import grown
from tracker.ui.looks.icons import IconLabel
from tracker.ui.record.editors.calm_combo import CalmCombo
from tracker.ui.record.looks import label
from tracker.ui.session import Session

_ALL = Text("Alles aanvinken", "Tick all")
_SHOWN = Text("Tonen", "Show")
_LINES = Text("Wat er gaat gebeuren", "What will happen")
_FILTERS: tuple[tuple[Text, frozenset[Outcome]], ...] = (
    (Text("Alles", "All"), frozenset(Outcome)),
    (Text("Alleen wat verandert", "Only what changes"), frozenset((Outcome.NEW, Outcome.CHANGED))),
    (Text("Alleen wat gelijk blijft", "Only what stays"), frozenset((Outcome.UNCHANGED,))),
    (Text("Alleen wat is geweigerd", "Only what is refused"), frozenset((Outcome.REFUSED,))),
)
_COUNTED = {
    Outcome.NEW: Text("nieuw", "new"),
    Outcome.CHANGED: Text("wijzigen", "to change"),
    Outcome.UNCHANGED: Text("gelijk", "same"),
    Outcome.REFUSED: Text("geweigerd", "refused"),
}
_NOTHING_CHANGES = Text(
    "Er verandert niets. Kies “Alles” om te zien wat gelijk blijft.",
    "Nothing changes. Choose “All” to see what stays the same.",
)
_NOTHING_SHOWN = Text("Hiervan is er geen.", "There is none of these.")
_BUSY = Text("Bezig…", "Busy…")
_WIDTHS_PX = {0: 92, FIELD: 130, NOW: 170, BECOMES: 190, OUTCOME: 290}


class PlanView(QWidget):
    """Shows a rehearsal while it goes on; ``changed`` tells of every turn and every tick."""

    changed = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self.rehearsal: Rehearsal | None = None
        self.model = PlanModel(session, self)
        self.model.ticks_changed.connect(self._on_ticks)
        self.table = TickedTable(self.model, self.model.toggle, SUBJECT, _WIDTHS_PX)
        self.table.setMinimumHeight(grown(100))
        self.table.setAccessibleName(session.words(_LINES))
        self.table.selectionModel().currentRowChanged.connect(lambda *_: self._show_detail())
        self.all_ticked = QCheckBox(session.words(_ALL))
        self.all_ticked.setChecked(True)
        self.all_ticked.clicked.connect(lambda ticked: self.model.tick_all(ticked=ticked))
        self.filter = CalmCombo()
        self.filter.addItems([session.words(words) for words, _ in _FILTERS])
        self.filter.setAccessibleName(session.words(_SHOWN))
        self.filter.currentIndexChanged.connect(self._filter_lines)
        self.counts = {outcome: label("", "status-words") for outcome in Outcome}
        self.hint = label("", "empty")
        self.hint.setWordWrap(True)
        self.hint.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.detail = label("", "hint")
        self.detail.setWordWrap(True)
        self.detail.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._go_on)
        self._lay_out()
        self.show_hint("")

    def show_rehearsal(self, rehearsal: Rehearsal) -> None:
        """Rehearse beside the event loop's other work, and show the lines as they come."""
        self.rehearsal = rehearsal
        self.model.show_plan(rehearsal.plan)
        self.all_ticked.setChecked(True)
        self._head.setVisible(True)
        self.table.setVisible(True)
        self.hint.hide()
        self._timer.start()
        self._go_on()

    def show_hint(self, words: str) -> None:
        """Show a sentence where there is nothing to rehearse yet."""
        self._timer.stop()
        self.rehearsal = None
        self.model.show_plan(None)
        self._head.setVisible(False)
        self.table.setVisible(False)
        self.detail.setText("")
        self.detail.hide()
        self.hint.setText(words)
        self.hint.show()
        self.changed.emit()

    @property
    def is_ready(self) -> bool:
        """Tell whether everything was looked at."""
        return self.rehearsal is not None and self.rehearsal.is_done

    @property
    def chosen(self) -> list[int]:
        """Give the places of the lines that are ticked."""
        return self.model.chosen()

    def _go_on(self) -> None:
        if self.rehearsal is None:
            return
        if self.rehearsal.is_done or not self.rehearsal.go_on():
            self._timer.stop()
        self.model.take_new()
        if not self.table.currentIndex().isValid() and self.model.rowCount():
            self.table.setCurrentIndex(self.model.index(0, 0))
        self._show_counts()
        self._say_nothing_changes()
        self.changed.emit()

    def _filter_lines(self, place: int) -> None:
        self.model.show_only(_FILTERS[place][1])
        self._say_nothing_changes()

    def _say_nothing_changes(self) -> None:
        """Put a sentence in the place of a list that stays empty."""
        if self.rehearsal is None:
            return
        is_empty = self.is_ready and not self.model.rowCount()
        nothing = _NOTHING_CHANGES if not self.rehearsal.plan.doing() else _NOTHING_SHOWN
        self.hint.setText(self.session.words(nothing) if is_empty else "")
        self.hint.setVisible(is_empty)
        self.table.setVisible(not is_empty)

    def _on_ticks(self) -> None:
        plan = None if self.rehearsal is None else self.rehearsal.plan
        self.all_ticked.setChecked(plan is not None and len(self.chosen) == len(plan.doing()))
        self.changed.emit()

    def _show_counts(self) -> None:
        if self.rehearsal is None:
            return
        counts = self.rehearsal.plan.counts
        for outcome, shown in self.counts.items():
            shown.setText(f"{counts[outcome]} {self.session.words(_COUNTED[outcome])}")
            has_place = outcome is not Outcome.NEW or bool(counts[outcome])
            shown.setVisible(has_place)
            self._signs[outcome].setVisible(has_place)
        self._busy.setVisible(not self.rehearsal.is_done)

    def _show_detail(self) -> None:
        line = self.model.line(self.table.currentIndex().row())
        self.detail.setVisible(line is not None)
        if line is None:
            self.detail.setText("")
            return
        words = self.session.words
        change = f"{line.before or '–'} → {line.after or '–'}" if line.is_doing else line.before or line.after
        what = f"{words(line.caption)}: {change}" if change else words(line.caption)
        why = f". {words(line.why)}" if line.why is not None else ""
        shown = f"{line.reference} · {what}{why}"
        self.detail.setText(shown if len(shown) <= _LONGEST_DETAIL else f"{shown[:_LONGEST_DETAIL]}…")

    def _lay_out(self) -> None:
        self._head = QWidget()
        row = QHBoxLayout(self._head)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(self.all_ticked)
        row.addSpacing(12)
        self._signs = {}
        for outcome, shown in self.counts.items():
            self._signs[outcome] = IconLabel(*OUTCOME_LOOKS[outcome], 14)
            row.addWidget(self._signs[outcome])
            row.addWidget(shown)
            row.addSpacing(8)
        self._busy = label(self.session.words(_BUSY), "status-words")
        row.addWidget(self._busy)
        row.addStretch(1)
        self.filter.setMinimumContentsLength(22)
        row.addWidget(self.filter)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._head)
        column.addWidget(self.hint, 1)
        column.addWidget(self.table, 1)
        column.addWidget(self.detail)


_LONGEST_DETAIL = 400
