"""Inputs for a choice: a closed list, usual words beside free text, and yes or no."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QCheckBox, QWidget

from tracker.records.field import FieldSpec
from tracker.records.value_type import Choice, Suggested
from tracker.ui.record.editors.calm_combo import CalmCombo
from tracker.ui.record.editors.field_editor import FieldEditor
from tracker.ui.session import Session


class ChoiceEditor(FieldEditor):
    """One word of a closed list; the empty row means "not known"."""

    def __init__(self, spec: FieldSpec, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(spec, session, parent)
        self.combo = CalmCombo()
        if not spec.required:
            self.combo.addItem("", None)
        if isinstance(spec.type, Choice):
            for code, words in spec.type.words:
                self.combo.addItem(session.words(words), code)
        self.combo.currentIndexChanged.connect(self.tell_changed)
        self.put(self.combo)

    def value(self) -> Any:
        return self.combo.currentData()

    def state(self) -> object:
        return self.combo.currentData()

    def show_value(self, value: Any) -> None:
        place = self.combo.findData(value)
        if place == -1 and value is not None:  # a word of an older version stays what it is
            self.combo.addItem(str(value), value)
            place = self.combo.count() - 1
        self.combo.setCurrentIndex(place)


class SuggestEditor(FieldEditor):
    """A short text for which usual words are offered."""

    def __init__(self, spec: FieldSpec, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(spec, session, parent)
        self.combo = CalmCombo(is_open=True)
        if isinstance(spec.type, Suggested):
            self.combo.addItems(spec.type.words(session.language))
        self.combo.editTextChanged.connect(self.tell_changed)
        self.put(self.combo)

    def value(self) -> Any:
        return self.spec.type.parse(self.combo.currentText())

    def state(self) -> object:
        return self.combo.currentText()

    def show_value(self, value: Any) -> None:
        self.combo.setCurrentIndex(-1)
        self.combo.setEditText(self.spec.type.text(value, self.session.language))
        line = self.combo.lineEdit()
        if line is not None:
            line.setCursorPosition(0)


class TickEditor(FieldEditor):
    """Yes or no."""

    def __init__(self, spec: FieldSpec, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(spec, session, parent)
        self.tick = QCheckBox()
        self.tick.toggled.connect(self.tell_changed)
        self.put(self.tick)

    def value(self) -> bool:
        return self.tick.isChecked()

    def state(self) -> object:
        return self.tick.isChecked()

    def show_value(self, value: Any) -> None:
        self.tick.setChecked(bool(value))
