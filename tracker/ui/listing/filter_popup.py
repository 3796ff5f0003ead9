"""The small window over the list in which a filter is put together: field, operation, value."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QWidget,
)

from tracker.basics.errors import InvalidValue
from tracker.basics.language import Language, Text
from tracker.records.condition import Condition, Operation, operations_for
from tracker.records.field import FieldSpec
from tracker.services.field_groups import FieldGroup
from tracker.services.filtering import Offer, typed_condition
from tracker.ui.field_combo import FieldCombo
from tracker.ui.listing.value_inputs import TypedInput, ValuesInput
from tracker.ui.record.editors.calm_combo import CalmCombo

_TITLE = Text("Filter", "Filter")
_FIELD = Text("&Veld", "F&ield")
_ASKS = Text("V&raag", "As&ks")
_VALUE = Text("&Waarde", "&Value")
_APPLY = Text("&Toepassen", "&Apply")
_CANCEL = Text("&Annuleren", "&Cancel")
_NOTHING = Text("Kies ten minste één waarde.", "Choose at least one value.")
_WITHOUT_VALUE = {Operation.EMPTY, Operation.FILLED, Operation.YES, Operation.NO}
_SETS = {Operation.ONE_OF, Operation.NONE_OF}
_WIDTH_PX = 380


@dataclass(frozen=True, slots=True)
class FilterChoice:
    """What a popup chooses from: fields, the values of each, and the condition that it changes, if any."""

    groups: Sequence[FieldGroup]
    offers: Callable[[FieldSpec], Sequence[Offer]]
    today: date
    field: str | None = None
    old: Condition | None = None

    @property
    def fields(self) -> list[FieldSpec]:
        """Give all fields, in the order of their groups."""
        return [spec for _, some in self.groups for spec in some]


class FilterPopup(QFrame):
    """Puts one condition together. ``applied`` carries it; Esc and a click beside close it without."""

    applied = Signal(object)

    def __init__(self, choice: FilterChoice, language: Language, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setProperty("role", "popup")
        self.setAccessibleName(_TITLE.to(language))
        self._choice, self._language = choice, language
        self._inputs: dict[Operation, QWidget] = {}
        self.input: TypedInput | ValuesInput | None = None
        self.field_box, self.operation_box = FieldCombo(choice.groups, language), CalmCombo()
        self.value_label = QLabel(_VALUE.to(language))
        self.fault = QLabel()
        self.fault.setProperty("role", "fault")
        self.fault.setWordWrap(True)
        self.apply_button, self.cancel_button = QPushButton(_APPLY.to(language)), QPushButton(_CANCEL.to(language))
        self._lay_out()
        self._connect()
        self._start()

    @property
    def spec(self) -> FieldSpec:
        """Give the field that is chosen."""
        return self.field_box.spec

    @property
    def operation(self) -> Operation:
        """Give the operation that is chosen."""
        return operations_for(self.spec)[max(0, self.operation_box.currentIndex())]

    def open_at(self, place: QPoint) -> None:
        """Show the popup with its upper left corner here, or as near as the screen allows."""
        self.adjustSize()
        screen = self.screen().availableGeometry()
        x = max(screen.x(), min(place.x(), screen.right() - self.width()))
        y = max(screen.y(), min(place.y(), screen.bottom() - self.height()))
        self.move(x, y)
        self.show()
        if self._choice.field is None and self._choice.old is None:
            self.field_box.setFocus()
        else:
            self._focus_value()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._apply()
        else:
            super().keyPressEvent(event)

    # --- helpers ------------------------------------------------------------------------------------------------------

    def _start(self) -> None:
        old = self._choice.old
        wanted = old.field if old is not None else self._choice.field
        self.field_box.choose(wanted)
        self._offer_operations()
        if old is not None and old.operation in operations_for(self.spec):
            self.operation_box.setCurrentIndex(operations_for(self.spec).index(old.operation))

    def _offer_operations(self) -> None:
        self.operation_box.blockSignals(True)
        self.operation_box.clear()
        self.operation_box.addItems([one.words.to(self._language) for one in operations_for(self.spec)])
        self.operation_box.blockSignals(False)
        self._offer_values()

    def _offer_values(self) -> None:
        operation, spec, old = self.operation, self.spec, self._choice.old
        operands = old.operands if old is not None and (old.field, old.operation) == (spec.name, operation) else ()
        had = self.input
        typed = had.typed if isinstance(had, TypedInput) and not had.counts_days else ()  # a number of days is no day
        made: TypedInput | ValuesInput | None = None
        if operation in _SETS:
            made = ValuesInput(self._choice.offers(spec), operands, self._language)
        elif operation not in _WITHOUT_VALUE:
            made = TypedInput(spec, operation, operands, self._language)
            if (
                not operands
                and typed
                and operation in {Operation.CONTAINS, Operation.LACKS, Operation.BEFORE, Operation.AFTER}
            ):
                made.lines[0].setText(typed[0])
        self._replace_input(made)
        self.fault.hide()
        self.adjustSize()

    def _replace_input(self, made: TypedInput | ValuesInput | None) -> None:
        if self.input is not None:
            self._grid.removeWidget(self.input)
            self.input.hide()
            self.input.deleteLater()
        self.input = made
        self.value_label.setVisible(made is not None)
        if made is not None:
            self._grid.addWidget(made, 2, 1)
            made.submitted.connect(self._apply)
            self.value_label.setBuddy(made.first)
            for before, after in pairwise((self.operation_box, *made.stops, self.cancel_button, self.apply_button)):
                self.setTabOrder(before, after)

    def _focus_value(self) -> None:
        (self.operation_box if self.input is None else self.input).setFocus()

    def _apply(self) -> None:
        try:
            condition = self._condition()
        except InvalidValue as error:
            self.fault.setText(error.words.to(self._language))
            self.fault.show()
            self.adjustSize()
            self._focus_value()
            return
        self.close()
        self.applied.emit(condition)

    def _condition(self) -> Condition:
        if isinstance(self.input, ValuesInput):
            if not self.input.operands:
                raise InvalidValue(_NOTHING.nl, _NOTHING.en)
            return Condition(self.spec.name, self.operation, self.input.operands)
        typed = self.input.typed if self.input is not None else ()
        return typed_condition(self.spec, self.operation, typed, self._choice.today)

    def _connect(self) -> None:
        self.field_box.currentIndexChanged.connect(lambda _: self._offer_operations())
        self.operation_box.currentIndexChanged.connect(lambda _: self._offer_values())
        self.apply_button.clicked.connect(self._apply)
        self.cancel_button.clicked.connect(self.close)

    def _lay_out(self) -> None:
        self.apply_button.setProperty("primary", True)
        self._grid = grid = QGridLayout(self)
        grid.setContentsMargins(16, 12, 16, 12)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(8)
        for row, (words, widget) in enumerate(((_FIELD, self.field_box), (_ASKS, self.operation_box))):
            label = QLabel(words.to(self._language))
            label.setProperty("role", "label")
            label.setBuddy(widget)
            widget.setAccessibleName(words.to(self._language).replace("&", ""))
            grid.addWidget(label, row, 0)
            grid.addWidget(widget, row, 1)
        self.value_label.setProperty("role", "label")
        grid.addWidget(self.value_label, 2, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(self.fault, 3, 1)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addStretch()
        buttons.addWidget(self.cancel_button)
        buttons.addWidget(self.apply_button)
        grid.addLayout(buttons, 4, 0, 1, 2)
        grid.setColumnStretch(1, 1)
        self.setMinimumWidth(_WIDTH_PX)
