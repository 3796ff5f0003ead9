"""Inputs for text: one line, several lines, a number, and a list with one value a line."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QLineEdit, QWidget

from tracker.basics.errors import InvalidValue
from tracker.records.field import FieldSpec
from tracker.records.value_type import Choice, ListOf, Suggested
from tracker.ui.record.editors.field_editor import FieldEditor
from tracker.ui.record.editors.growing_text import GrowingText
from tracker.ui.session import Session


class LineEditor(FieldEditor):
    """One line: a short text, a number or an amount. What was typed is read by the field's own type."""

    def __init__(self, spec: FieldSpec, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(spec, session, parent)
        self.line = QLineEdit()
        self.line.textChanged.connect(self.tell_changed)
        self.put(self.line)

    def value(self) -> Any:
        return self.spec.type.parse(self.line.text())

    def state(self) -> object:
        return self.line.text()

    def show_value(self, value: Any) -> None:
        self.line.setText(self.spec.type.text(value, self.session.language))
        self.line.setCursorPosition(0)

    def show_kept(self, kept: Any) -> None:
        self.line.setText(str(kept or ""))

    def set_read_only(self, read_only: bool) -> None:
        self.line.setReadOnly(read_only)


class AreaEditor(FieldEditor):
    """A text of any length."""

    def __init__(
        self, spec: FieldSpec, session: Session, parent: QWidget | None = None, *, area: GrowingText | None = None
    ) -> None:
        super().__init__(spec, session, parent)
        self.area = area or GrowingText(least_lines=2)
        self.area.textChanged.connect(self.tell_changed)
        self.put(self.area)

    def value(self) -> Any:
        return self.spec.type.parse(self.area.toPlainText())

    def state(self) -> object:
        return self.area.toPlainText()

    def show_value(self, value: Any) -> None:
        self.area.setPlainText(value or "")

    def set_read_only(self, read_only: bool) -> None:
        self.area.setReadOnly(read_only)


class LongLineEditor(AreaEditor):
    """One line that may be too long for its place: it wraps, so that nothing of it is cut."""

    def __init__(self, spec: FieldSpec, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(spec, session, parent, area=GrowingText(is_one_paragraph=True))


class ListEditor(FieldEditor):
    """Several short texts, one a line. Words that are usual here are offered while typing."""

    def __init__(self, spec: FieldSpec, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(spec, session, parent)
        self.area = GrowingText(least_lines=1)
        self.area.offer(self._usual, "\n")
        self.area.textChanged.connect(self.tell_changed)
        self.put(self.area)

    def value(self) -> tuple[Any, ...]:
        kept, faults = [], []
        for words in self.area.toPlainText().split("\n"):
            try:
                kept.append(self._one().parse(words))
            except InvalidValue as error:
                faults.append(error)
        if faults:
            raise InvalidValue(
                " ".join(fault.words.nl for fault in faults), " ".join(fault.words.en for fault in faults)
            )
        return tuple(dict.fromkeys(value for value in kept if value is not None))

    def state(self) -> object:
        return self.area.toPlainText()

    def show_value(self, value: Any) -> None:
        self.area.setPlainText("\n".join(self._one().text(one, self.session.language) for one in value or ()))

    def show_kept(self, kept: Any) -> None:
        self.area.setPlainText(str(kept or ""))

    def set_read_only(self, read_only: bool) -> None:
        self.area.setReadOnly(read_only)

    def _one(self) -> Any:
        return self.spec.type.of if isinstance(self.spec.type, ListOf) else self.spec.type

    def _usual(self) -> tuple[str, ...]:
        one = self._one()
        if isinstance(one, Suggested):
            return tuple(one.words(self.session.language))
        if isinstance(one, Choice):
            return tuple(words.to(self.session.language) for _, words in one.words)
        return ()
