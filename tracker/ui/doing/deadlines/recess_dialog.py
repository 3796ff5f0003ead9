"""*Recessen*: the recess calendar of the register, with its sources and what is extrapolated."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHeaderView,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from tracker.basics.errors import InvalidForm, InvalidValue
from tracker.basics.formats import day_words
from tracker.basics.language import Text
from tracker.records.field import fields_of
from tracker.records.recess_line import PATTERN_WORD, PUBLISHED_WORD, STATUSES, RecessLine
from tracker.records.typed_day import typed_day
from tracker.services.recess_calendar import RecessRow, changed_calendar, recess_rows
from tracker.ui.doing.deadlines.plan_dialog import PlanDialog
from tracker.ui.doing.doing_dialog import DoingDialog
from tracker.ui.looks.fonts import grown
from tracker.ui.record.editors.calm_combo import CalmCombo
from tracker.ui.record.looks import button, label
from tracker.ui.session import Session

TITLE = Text("Recessen van de Kamer", "Recesses of the Chamber")
_EXPLANATION = Text(
    "“Patroon” is voortgezet volgens eerdere jaren en nog niet vastgesteld; wat erop rust heet voorlopig. Voor u "
    "bewaart, ziet u welke termijnen verschuiven.",
    "“Pattern” is carried on from earlier years and not fixed yet; what rests on it is tentative. Before you save you "
    "see which deadlines move.",
)
_SAVE_FIRST = Text("Bewaren…", "Save…")
SAVE = Text("Bewaren", "Save")
_ADD, _REMOVE = Text("Regel toevoegen", "Add a line"), Text("Regel weghalen", "Take the line away")
MOVES = Text(
    "Deze termijnen worden met de nieuwe kalender anders gelezen. Haal het vinkje weg bij wat moet blijven.",
    "With the new calendar these deadlines are read differently. Take the tick away from what must stay.",
)
_NAMES = ("name", "first_day", "last_day", "status", "source")
_DAYS = frozenset(("first_day", "last_day"))
_WIDTHS_PX = {"name": 150, "first_day": 120, "last_day": 120, "status": 140}


class _Lines(QTableWidget):
    """Tab goes from cell to cell, and at the end leaves the table; Ctrl+Tab leaves it from anywhere."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Tab and event.modifiers() == Qt.KeyboardModifier.ControlModifier:
            self._leave(onward=True)
        else:
            super().keyPressEvent(event)

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002 - Qt's own name
        at = self.currentIndex()
        last = (self.rowCount() - 1, self.columnCount() - 1) if next else (0, 0)
        if not at.isValid() or (at.row(), at.column()) == last:
            return self._leave(onward=next)
        return super().focusNextPrevChild(next)

    def _leave(self, *, onward: bool) -> bool:
        """Go to what comes after (or before) the table. Its own choices stand in the chain right behind it."""
        at = self._next(self, onward=onward)
        while at is not None and at is not self:
            takes_focus = at.focusPolicy() & Qt.FocusPolicy.TabFocus and at.isVisible() and at.isEnabled()
            if takes_focus and not self.isAncestorOf(at):
                at.setFocus(Qt.FocusReason.TabFocusReason if onward else Qt.FocusReason.BacktabFocusReason)
                return True
            at = self._next(at, onward=onward)
        return False

    @staticmethod
    def _next(at: QWidget, *, onward: bool) -> QWidget | None:
        return at.nextInFocusChain() if onward else at.previousInFocusChain()


class RecessDialog(DoingDialog):
    """A table to type in; saving first shows what would move."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        self.add_button, self.remove_button = button(session.words(_ADD)), button(session.words(_REMOVE))
        super().__init__(session, TITLE, parent)
        self.rows = recess_rows(session.store, session.language)
        self.table = self._make_table()
        explanation = label(session.words(_EXPLANATION), "explanation")
        explanation.setWordWrap(True)
        self.body.addWidget(explanation)
        self.body.addWidget(self.table, 1)
        self.accept_button.setText(session.words(_SAVE_FIRST))
        self.accept_button.setEnabled(session.may_write)
        self.accept_button.clicked.connect(self.submit)
        self.add_button.clicked.connect(self.add_row)
        self.remove_button.clicked.connect(self.remove_row)
        for row in self.rows:
            self._append(row)
        self.fit(860, 620)
        self.table.setFocus()
        QTimer.singleShot(0, self, self._show_next_recess)  # the table has its height once it is shown

    def foot_buttons(self) -> list[QPushButton]:
        return [self.add_button, self.remove_button, self.close_button, self.accept_button]

    def add_row(self) -> None:
        """Add an empty line at the end and go to it."""
        self.rows.append(RecessRow(None, "", None, None))
        self._append(self.rows[-1])
        place = self.table.rowCount() - 1
        self.table.setCurrentCell(place, 0)
        self.table.edit(self.table.currentIndex())

    def remove_row(self) -> None:
        """Take the current line away."""
        place = self.table.currentRow()
        if place >= 0:
            self.rows.pop(place)
            self.table.removeRow(place)

    def submit(self) -> None:
        """Show what would move, and write calendar and deadlines in one step."""
        self.tell(None)
        try:
            rehearsal = changed_calendar(self.session.store, self._typed(), self.session.language)
        except InvalidForm as error:
            self.tell(error.words)
            return
        dialog = PlanDialog(self.session, TITLE, MOVES, SAVE, self, may_be_empty=True)
        dialog.plan.show_rehearsal(rehearsal)
        if dialog.exec() == QDialog.DialogCode.Accepted:
            self.said = dialog.said
            self.accept()
        dialog.deleteLater()

    def _typed(self) -> list[RecessRow]:
        faults: dict[str, Text] = {}
        rows = []
        for place, row in enumerate(self.rows):
            days: dict[str, date | None] = {}
            for name in _DAYS:
                try:
                    days[name] = typed_day(self._words(place, name), self.session.today)
                except InvalidValue as error:
                    faults[str(place + 1)] = error.words
                    days[name] = None
            combo = self.table.cellWidget(place, _NAMES.index("status"))
            status = combo.currentData() if isinstance(combo, CalmCombo) else PUBLISHED_WORD
            source = self._words(place, "source") or None
            rows.append(
                RecessRow(row.id, self._words(place, "name"), days["first_day"], days["last_day"], status, source)
            )
        if faults:
            raise InvalidForm(faults, {number: Text(f"Regel {number}", f"Line {number}") for number in faults})
        return rows

    def _words(self, place: int, name: str) -> str:
        item = self.table.item(place, _NAMES.index(name))
        return "" if item is None else item.text().strip()

    def _append(self, row: RecessRow) -> None:
        place = self.table.rowCount()
        self.table.insertRow(place)
        for column, name in enumerate(_NAMES):
            if name == "status":
                self.table.setCellWidget(place, column, self._status(row.status))
                continue
            value = getattr(row, name)
            words = day_words(value, self.session.language) if isinstance(value, date) else value or ""
            self.table.setItem(place, column, QTableWidgetItem(words))

    def _status(self, status: str) -> CalmCombo:
        combo = CalmCombo()
        for code, words in STATUSES.words:
            combo.addItem(self.session.words(words), code)
        combo.setCurrentIndex(combo.findData(status if status == PATTERN_WORD else PUBLISHED_WORD))
        combo.setAccessibleName(self.session.words(Text("Vastgesteld", "Status")))
        return combo

    def _make_table(self) -> QTableWidget:
        table = _Lines(0, len(_NAMES))
        labels = {spec.name: self.session.words(spec.label) for spec in fields_of(RecessLine)}
        table.setHorizontalHeaderLabels([labels[name] for name in _NAMES])
        table.setAccessibleName(self.session.words(TITLE))
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setTabKeyNavigation(True)
        table.verticalHeader().setDefaultSectionSize(grown(34))
        header = table.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(_NAMES.index("source"), QHeaderView.ResizeMode.Stretch)
        for name, width in _WIDTHS_PX.items():
            header.resizeSection(_NAMES.index(name), grown(width))
        return table

    def _show_next_recess(self) -> None:
        """Begin at the recess that is running or comes next."""
        today = self.session.today
        place = next((at for at, row in enumerate(self.rows) if row.last_day and row.last_day >= today), None)
        if place is not None:
            self.table.setCurrentCell(place, 0)
            self.table.scrollTo(self.table.currentIndex(), QAbstractItemView.ScrollHint.PositionAtTop)
