"""Inputs that point at rows of their own: an organisation, a person, a letter, a debate, or several of them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from tracker.basics.folding import fold
from tracker.basics.language import Text
from tracker.records.field import FieldSpec
from tracker.records.value_type import ListOf, Reference
from tracker.ui.record.editors.calm_combo import CalmCombo
from tracker.ui.record.editors.field_editor import FieldEditor
from tracker.ui.record.editors.growing_text import GrowingText
from tracker.ui.record.looks import dress_button
from tracker.ui.session import Session

NEW_WORDS = {"letter": Text("Nieuwe brief…", "New letter…"), "debate": Text("Nieuw debat…", "New debate…")}
"""What cannot be made by typing a name alone, and so has a button."""
MakeBeside = Callable[[Session, str, QWidget], int | None]
"""Asks for a new row of an entity and makes it; gives its id, or None where the user thought better of it."""


class ReferenceEditor(FieldEditor):
    """One name. The names that are known are offered; an organisation or person not yet known is made on saving."""

    def __init__(
        self, spec: FieldSpec, session: Session, parent: QWidget | None = None, make_beside: MakeBeside | None = None
    ) -> None:
        super().__init__(spec, session, parent)
        self._entity = spec.type.entity if isinstance(spec.type, Reference) else ""
        self._make_beside = make_beside
        self._shown: tuple[int | None, str] = (None, "")
        self.combo = CalmCombo(is_open=True)
        self.combo.editTextChanged.connect(self.tell_changed)
        self.combo.installEventFilter(self)
        self.new_button = QToolButton()
        beside = QWidget()
        row = QHBoxLayout(beside)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(self.combo, 1)
        if self._entity in NEW_WORDS and make_beside is not None:
            dress_button(self.new_button, "plus", session.words(NEW_WORDS[self._entity]))
            self.new_button.clicked.connect(self._make_new)
            row.addWidget(self.new_button)
        self.put(beside, self.combo)

    def value(self) -> Any:
        words = " ".join(self.combo.currentText().split())
        if not words:
            return None
        row_id, shown = self._shown
        if words == shown:
            return row_id
        chosen = self.combo.currentData()
        if isinstance(chosen, int) and self.combo.itemText(self.combo.currentIndex()) == self.combo.currentText():
            return chosen
        return next((known for known, name in self._names().items() if fold(name) == fold(words)), words)

    def state(self) -> object:
        return self.value()

    def show_value(self, value: Any) -> None:
        names = self.session.store.names()
        words = (
            value
            if isinstance(value, str)
            else ""
            if value is None
            else names(self._entity, value, self.session.language)
        )
        self._shown = (value, words) if isinstance(value, int) else (None, "")
        self.combo.clear()
        self.combo.setEditText(words)
        line = self.combo.lineEdit()
        if line is not None:
            line.setCursorPosition(0)
        if self.combo.hasFocus():
            self._fill()

    def set_read_only(self, read_only: bool) -> None:
        line = self.combo.lineEdit()
        if line is not None:
            line.setReadOnly(read_only)
        self.combo.setEnabled(not read_only)
        self.new_button.setEnabled(not read_only)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # the names are put into the list when somebody is about to choose: thirty lists filled at once would be felt
        if event.type() in {QEvent.Type.FocusIn, QEvent.Type.Enter} and self.combo.count() == 0:
            self._fill()
        return super().eventFilter(watched, event)

    def _fill(self) -> None:
        words = self.combo.currentText()
        line = self.combo.lineEdit()
        place = line.cursorPosition() if line is not None else 0
        was_blocked = self.combo.blockSignals(True)
        self.combo.clear()
        for row_id, name in sorted(self._names().items(), key=lambda pair: fold(pair[1])):
            self.combo.addItem(name, row_id)
            self.combo.setItemData(self.combo.count() - 1, name, Qt.ItemDataRole.ToolTipRole)
        self.combo.setCurrentIndex(self.combo.findText(words) if words else -1)
        self.combo.setEditText(words)
        if line is not None:
            line.setCursorPosition(place)
        self.combo.blockSignals(was_blocked)

    def _names(self) -> dict[int, str]:
        return dict(self.session.store.names().of(self._entity, self.session.language))

    def _make_new(self) -> None:
        made = None if self._make_beside is None else self._make_beside(self.session, self._entity, self)
        if made is not None:
            self.set_value(made)
        self.combo.setFocus(Qt.FocusReason.OtherFocusReason)  # go on where the letter was asked for


class ReferencesEditor(FieldEditor):
    """Several names with ``;`` between them, offered while typing."""

    def __init__(self, spec: FieldSpec, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(spec, session, parent)
        of = spec.type.of if isinstance(spec.type, ListOf) else None
        self._entity = of.entity if isinstance(of, Reference) else ""
        self.area = GrowingText(least_lines=1)
        self.area.offer(lambda: self._names().values(), ";")
        self.area.textChanged.connect(self.tell_changed)
        self.put(self.area)

    def value(self) -> Any:
        """Give the ids; or the text, where a name in it is not known yet."""
        words = [part for line in self.area.toPlainText().split("\n") for part in line.split(";")]
        by_name = {fold(name): row_id for row_id, name in self._names().items()}
        wanted = [fold(part) for part in words if part.strip()]
        if all(name in by_name for name in wanted):
            return tuple(dict.fromkeys(by_name[name] for name in wanted))
        return self.area.toPlainText()

    def state(self) -> object:
        return self.area.toPlainText()

    def show_value(self, value: Any) -> None:
        names = self.session.store.names()
        shown = (
            value
            if isinstance(value, str)
            else "; ".join(names(self._entity, one, self.session.language) for one in value or ())
        )
        self.area.setPlainText(shown)

    def set_read_only(self, read_only: bool) -> None:
        self.area.setReadOnly(read_only)

    def _names(self) -> dict[int, str]:
        return dict(self.session.store.names().of(self._entity, self.session.language))
