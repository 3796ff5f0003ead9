"""The inputs of the filter popup for what a condition compares with: a text, days, numbers, or values to tick."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from tracker.basics.folding import fold
from tracker.basics.language import Language, Text
from tracker.records.condition import DAY_COUNTS, Operand, Operation
from tracker.records.field import FieldSpec
from tracker.records.relative_day import RelativeDay
from tracker.records.value_type import DAY, MONEY, Day
from tracker.services.filtering import Offer
from tracker.ui.looks.fonts import grown

_VALUE = Text("Waarde", "Value")
_UNTIL = Text("tot en met", "until")
_NARROW = Text("Zoek een waarde", "Find a value")
_VALUES = Text("Waarden", "Values")
_DAY_HINT = Text("bijv. 1-9-26, eind 2026, +30d", "e.g. 1-9-26, end of 2026, +30d")
_PERIOD_HINT = Text("bijv. 2025 of 1-9-26", "e.g. 2025 or 1-9-26")
_UNTIL_HINT = Text("of leeg", "or blank")
_STAYS = Text(
    "+30d, -2w, +1m en vandaag tellen vanaf vandaag: elke dag opnieuw.",
    "+30d, -2w, +1m and today count from today: each day anew.",
)
_MANY = 8
_ITEM_PX = 28
_ROLE = Qt.ItemDataRole.UserRole


class TypedInput(QWidget):
    """One line, or two for *from … until*. ``typed`` gives what stands in them."""

    submitted = Signal()

    def __init__(self, spec: FieldSpec, operation: Operation, operands: Sequence[Operand], language: Language) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        self.lines: list[QLineEdit] = []
        self.counts_days = operation in DAY_COUNTS
        for place in range(2 if operation is Operation.BETWEEN else 1):
            line = QLineEdit(_shown(operands[place], language) if place < len(operands) else "")
            line.setAccessibleName((_UNTIL if place else _VALUE).to(language))
            if isinstance(spec.type, Day) and not self.counts_days:
                hint = _DAY_HINT if operation is not Operation.BETWEEN else _UNTIL_HINT if place else _PERIOD_HINT
                line.setPlaceholderText(hint.to(language))
                line.setToolTip(_STAYS.to(language))
                line.setAccessibleDescription(_STAYS.to(language))
            if self.counts_days and not operands:
                line.setText("0" if operation is Operation.OVERDUE_BY else "30")
            line.returnPressed.connect(self.submitted)
            if place:
                row.addWidget(QLabel(_UNTIL.to(language)))
            row.addWidget(line)
            self.lines.append(line)
        self.first: QWidget = self.lines[0]
        self.stops: list[QWidget] = [*self.lines]
        """What Tab walks through."""
        self.setFocusProxy(self.first)

    @property
    def typed(self) -> tuple[str, ...]:
        """Give the texts as they were typed."""
        return tuple(line.text() for line in self.lines)


def _shown(operand: Operand, language: Language) -> str:
    if isinstance(operand, date):
        return DAY.text(operand, language)
    if isinstance(operand, RelativeDay):
        return operand.words.to(language)
    return str(operand) if isinstance(operand, str | int) else MONEY.text(operand, language)


class _TickList(QListWidget):
    submitted = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.submitted.emit()
        else:
            super().keyPressEvent(event)


class ValuesInput(QWidget):
    """Values to tick, with how many records have each, and a line that narrows them. Enter in it ticks a lone one."""

    submitted = Signal()

    def __init__(self, offers: Sequence[Offer], ticked: Sequence[Operand], language: Language) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        self.line = QLineEdit()
        self.line.setPlaceholderText(_NARROW.to(language))
        self.line.setAccessibleName(_NARROW.to(language))
        self.line.textChanged.connect(self._narrow)
        self.line.returnPressed.connect(self._enter)
        self.list = _TickList()
        self.list.setProperty("role", "stop")
        self.list.setAccessibleName(_VALUES.to(language))
        self.list.submitted.connect(self.submitted)
        self.list.itemActivated.connect(lambda _item: self.submitted.emit())
        for offer in offers:
            item = QListWidgetItem(f"{offer.label}  ({offer.count})")
            item.setData(_ROLE, (offer.value,))
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setSizeHint(QSize(0, _ITEM_PX))
            item.setCheckState(Qt.CheckState.Checked if offer.value in ticked else Qt.CheckState.Unchecked)
            self.list.addItem(item)
        if self.list.count():
            self.list.setCurrentRow(0)
        self.list.setFixedHeight(min(8, max(2, len(offers))) * grown(_ITEM_PX) + 6)
        column.addWidget(self.line)
        column.addWidget(self.list)
        self.line.setVisible(len(offers) > _MANY)  # not before it has a parent: it would be a window of its own
        self.first = self.line if len(offers) > _MANY else self.list
        self.stops: list[QWidget] = [self.line, self.list]
        self.setFocusProxy(self.first)

    @property
    def operands(self) -> tuple[Operand, ...]:
        """Give the values that are ticked; where none is, the current one."""
        items = [self.list.item(row) for row in range(self.list.count())]
        ticked = [one.data(_ROLE)[0] for one in items if one.checkState() == Qt.CheckState.Checked]
        if not ticked:
            ticked = [one.data(_ROLE)[0] for one in self.list.selectedItems() if not one.isHidden()]
        return tuple(ticked)

    def _narrow(self, typed: str) -> None:
        wanted = fold(typed)
        first = None
        for row in range(self.list.count()):
            item = self.list.item(row)
            item.setHidden(wanted not in fold(item.text()))
            first = row if first is None and not item.isHidden() else first
        self.list.setCurrentRow(-1 if first is None else first)

    def _enter(self) -> None:
        shown = [row for row in range(self.list.count()) if not self.list.item(row).isHidden()]
        if len(shown) == 1:
            self.list.item(shown[0]).setCheckState(Qt.CheckState.Checked)
        self.submitted.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Down and self.line.hasFocus():
            self.list.setFocus()
        else:
            super().keyPressEvent(event)
