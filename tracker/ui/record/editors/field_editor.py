"""What every input of a form can do, whatever sort of value it is for."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QPlainTextEdit, QSizePolicy, QVBoxLayout, QWidget

from tracker.records.field import FieldSpec
from tracker.ui.session import Session


class FieldEditor(QWidget):
    """An input with its hint and its fault beneath. It knows what it was loaded with, and so whether it was changed."""

    changed = Signal()
    """The user changed what stands in the input."""
    spans_form = False
    """Whether the input wants the width of its label too: a little table."""

    def __init__(self, spec: FieldSpec, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.spec = spec
        self.session = session
        self._is_loading = False
        self._loaded: object = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(2)
        self._fault = _note("fault")
        self._hint = _note("hint")
        self._remark = _note("soon")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def put(self, widget: QWidget, focus: QWidget | None = None) -> None:
        """Show an input, with room for the fault and the hint beneath; ``focus`` is the part of it that is typed in."""
        self.input = focus or widget
        self.input.setAccessibleName(self.session.words(self.spec.label))
        typed_in = self.input.lineEdit() if isinstance(self.input, QComboBox) else None
        if typed_in is not None:
            typed_in.setAccessibleName(self.session.words(self.spec.label))  # screen readers come to it too
        self._column.addWidget(widget)
        self._column.addWidget(self._fault)
        self._column.addWidget(self._remark)
        self._column.addWidget(self._hint)
        hint = self.session.words(self.spec.hint)
        self._hint.setText(hint)
        self._hint.setVisible(bool(hint))
        self.input.setToolTip(hint)
        self.input.setAccessibleDescription(hint)

    # --- what each sort of input says for itself ----------------------------------------------------------------------

    def value(self) -> Any:
        """Give what is to be saved: a value, or the text as typed where the services read it. Raises InvalidValue."""
        raise NotImplementedError

    def state(self) -> object:
        """Give what stands in the input, for comparing."""
        raise NotImplementedError

    def show_value(self, value: Any) -> None:
        """Put a value into the input."""
        raise NotImplementedError

    def kept(self) -> Any:
        """Give what stands in the input as JSON can hold it, also where it is no value yet."""
        return self.state()

    def show_kept(self, kept: Any) -> None:
        """Put into the input what ``kept`` gave."""
        self.show_value(kept)

    def set_read_only(self, read_only: bool) -> None:
        """Let the value be read and copied, but not changed."""
        self.input.setEnabled(not read_only)

    # --- what all of them share ---------------------------------------------------------------------------------------

    @property
    def is_changed(self) -> bool:
        """Tell whether the input holds something else than it was loaded with."""
        return self.state() != self._loaded

    def load(self, value: Any) -> None:
        """Show a stored value; the input counts as unchanged from here on. Who goes on typing finds the caret there."""
        line = self.input.lineEdit() if isinstance(self.input, QComboBox) else self.input
        place = _caret_of(line) if line is not None and line.hasFocus() else None
        before = None if place is None else self.state()
        self.set_value(value, quietly=True)
        self._loaded = self.state()
        if line is not None and place is not None and self._loaded == before:
            _put_caret(line, place)
        self.set_fault("")

    def set_value(self, value: Any, *, quietly: bool = False) -> None:
        """Show a value as if the user had typed it, or quietly."""
        self._fill_in(lambda: self.show_value(value), quietly=quietly)

    def put_back(self, kept: Any) -> None:
        """Show what was kept of an earlier time as if the user typed it just now."""
        self._fill_in(lambda: self.show_kept(kept), quietly=False)

    def _fill_in(self, show: Callable[[], None], *, quietly: bool) -> None:
        self._is_loading = True
        try:
            show()
        finally:
            self._is_loading = False
        if not quietly:
            self.tell_changed()

    def tell_changed(self) -> None:
        """Tell that the user changed something; the fault that was shown is out of date."""
        if not self._is_loading:
            self.set_fault("")
            self.changed.emit()

    def set_fault(self, words: str) -> None:
        """Show what is wrong with this field, or nothing where it is right."""
        self._fault.setText(words)
        self._fault.setVisible(bool(words))
        self.input.setProperty("faulty", bool(words))
        self.input.style().unpolish(self.input)
        self.input.style().polish(self.input)
        hint = self.session.words(self.spec.hint)
        self.input.setAccessibleDescription(f"{words} {hint}".strip())

    def be_brief(self) -> None:
        """Show no hint beneath, where there is no room for it."""
        self._hint.hide()

    def set_remark(self, words: str) -> None:
        """Show what deserves attention about the saved value, though it is no fault."""
        self._remark.setText(words)
        self._remark.setVisible(bool(words))

    @property
    def remark(self) -> str:
        """Give the remark that is shown."""
        return self._remark.text()

    @property
    def fault(self) -> str:
        """Give the fault that is shown."""
        return self._fault.text()


def _note(role: str) -> QLabel:
    label = QLabel()
    label.setProperty("role", role)
    label.setWordWrap(True)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    label.hide()
    return label


def _caret_of(line: QWidget) -> int | None:
    """Give the place of the caret in a text, or None where there is no text to type."""
    if isinstance(line, QLineEdit):
        return line.cursorPosition()
    return line.textCursor().position() if isinstance(line, QPlainTextEdit) else None


def _put_caret(line: QWidget, place: int) -> None:
    if isinstance(line, QLineEdit):
        line.setCursorPosition(place)
    elif isinstance(line, QPlainTextEdit):
        cursor = line.textCursor()
        cursor.setPosition(place)
        line.setTextCursor(cursor)
