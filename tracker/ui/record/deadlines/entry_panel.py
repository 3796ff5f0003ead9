"""Entering a deadline, or putting one off: the words are the main act, and at once it shows how they are read."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QFrame, QGridLayout, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from tracker.basics.errors import InvalidForm, InvalidValue, TrackerError
from tracker.basics.language import Text
from tracker.records.deadline import Deadline, Postponement
from tracker.records.field import FieldSpec, field_of
from tracker.records.snapshot import Part
from tracker.services.entering import Shown, no_deadline, overruled, shown_reading
from tracker.services.recess_calendar import calendar_of
from tracker.ui.record.deadlines.reading_view import ReadingView
from tracker.ui.record.editors.field_editor import FieldEditor
from tracker.ui.record.editors.table import editor_for
from tracker.ui.record.form_dialog import CANCEL, make_sent_letter
from tracker.ui.record.looks import button, label
from tracker.ui.session import Session

_WAIT_MS = 120
_TITLE = Text("Nieuwe termijn", "New deadline")
_PUT_OFF = Text("Uitstel vastleggen", "Record a postponement")
_ADD = Text("Termijn toevoegen", "Add the deadline")
_NO_WORDS = Text("Schrijf de termijn in woorden.", "Write the deadline in words.")
_FILL_IN = Text("Vul dit veld in.", "Fill in this field.")
_NEW_WORDS = Text("Nieuwe termijn, in woorden", "New deadline, in words")
_REASON = Text("Reden (verplicht)", "Reason (required)")
_TOLD = Text("Al gemeld met brief", "Told in letter already")

Submit = Callable[[dict[str, Any]], None]
"""Writes what was entered; what it raises is shown in the panel, which stays open."""


class EntryPanel(QFrame):
    """A card with the words of a deadline. ``old`` is the deadline that is put off; None: a new one is entered."""

    closed = Signal()
    cancelled = Signal()
    """The user leaves it without writing: comes before ``closed``."""

    def __init__(
        self, session: Session, submit: Submit, old: Part | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.session = session
        self.old = old
        self._submit = submit
        self._calendar = calendar_of(session.store)
        self.shown: Shown | None = None
        self._own: dict[str, Any] | None = None
        self.setProperty("role", "card")
        self.editors: dict[str, FieldEditor] = {}
        self.reading = ReadingView(session)
        self.fault = label("", "fault")
        self.fault.setWordWrap(True)
        self.fault.hide()
        self.accept_button = button(session.words(_ADD if old is None else _PUT_OFF), primary=True, icon_name="check")
        self.cancel_button = button(session.words(CANCEL))
        self.own_window = QWidget()
        self._lay_out()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_WAIT_MS)
        self._connect()
        self._load()

    def start(self, typed: str = "") -> None:
        """Put the focus where the words are typed, after what was typed of them elsewhere."""
        line = self.editors["wording"].input
        line.setFocus()
        if typed:  # as a key, so that it is taken as typed and the cursor stands behind it
            QApplication.sendEvent(line, QKeyEvent(QEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, typed))

    @property
    def is_started(self) -> bool:
        """Tell whether something was typed that is not written yet."""
        return any(self.editors[name].is_changed for name in self.editors if name != "sort")

    def submit(self) -> None:
        """Write it; where that does not succeed, say why and keep what was typed."""
        self.read()
        try:
            self._submit(self._values())
        except InvalidForm as error:
            self._show_faults(error)
        except TrackerError as error:
            self._say(error.words)
        else:
            self.closed.emit()

    def cancel(self) -> None:
        """Leave it without writing."""
        self.cancelled.emit()
        self.closed.emit()

    def unsay(self, sentences: Sequence[Text]) -> None:
        """Take the fault away where it is one of these sentences, that are true no more."""
        if self.fault.text() in {self.session.words(one) for one in sentences}:
            self._say(None)

    def put_back(self, typed: Mapping[str, Any]) -> None:
        """Show what was typed at an earlier time and never written, as if it was typed just now."""
        for name in (one for one in typed if one in self.editors and one not in _WINDOW):
            self.editors[name].put_back(typed[name])
        self.read()
        own = [name for name in typed if name in self.editors and name in _WINDOW]
        if own:
            self.choose_own()
        for name in own:
            self.editors[name].put_back(typed[name])

    def read(self) -> None:
        """Show how the words are read now."""
        self._timer.stop()
        try:
            wording, said_on = self.editors["wording"].value(), self.editors["said_on"].value()
        except InvalidValue as error:
            self._say(error.words)
            return
        self._say(None)
        self.shown = shown_reading(wording or "", said_on or self.session.today, self._calendar)
        if self.shown is not None and self._own is not None:
            self.shown = overruled(self.shown, self._own)
        self.reading.show_reading(self.shown, is_overruled=self._own is not None)

    def event(self, event: QEvent) -> bool:
        """Keep Esc, Ctrl+Enter and Ctrl+S for this panel: around it, they are about the form of the record."""
        is_override = event.type() == QEvent.Type.ShortcutOverride
        if is_override and isinstance(event, QKeyEvent) and (event.key() == Qt.Key.Key_Escape or _is_accepting(event)):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        focused = self.focusWidget()
        if event.key() == Qt.Key.Key_Escape:
            self.cancel()
        elif _is_accepting(event):  # also from the reason, where Enter begins a new line
            self.submit()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not event.modifiers():
            if isinstance(focused, QPushButton):
                focused.click()
            else:
                self.submit()
        else:
            super().keyPressEvent(event)

    # --- the officer knows better -------------------------------------------------------------------------------------

    def choose_other(self, place: int) -> None:
        """Take another reading that was offered."""
        if self.shown is not None:
            self._overrule({name: self.shown.others[place].values[name] for name in _WINDOW})

    def choose_own(self) -> None:
        """Open the fields for a window of one's own, filled with the one that was read."""
        if self.shown is None:
            return
        for name in ("start", "end", "precision"):
            self.editors[name].load(self.shown.values[name])
        self.own_window.show()
        self.editors["end"].input.setFocus()

    def choose_none(self) -> None:
        """Say that these words give no deadline."""
        if self.shown is not None:
            self._overrule({name: no_deadline(self.shown).values[name] for name in _WINDOW})

    def as_read(self) -> None:
        """Go back to what was read."""
        self._own = None
        self.own_window.hide()
        self.read()

    def _overrule(self, window: dict[str, Any]) -> None:
        self._own = window
        self.read()

    def _take_own(self) -> None:
        if not self.own_window.isVisibleTo(self):
            return
        try:
            window = {name: self.editors[name].value() for name in ("start", "end", "precision")}
        except InvalidValue:
            return
        if window["precision"] is None and window["end"] is not None:
            window["precision"] = "day"
        self._overrule({**window, "tentative": False, "waits_for": None})

    # --- values -------------------------------------------------------------------------------------------------------

    def _values(self) -> dict[str, Any]:
        faults: dict[str, Text] = {}
        values: dict[str, Any] = {}
        for name, editor in self.editors.items():
            if name in _WINDOW and not self.own_window.isVisibleTo(self):
                continue
            try:
                values[name] = editor.value()
            except InvalidValue as error:
                faults[name] = error.words
        if self.shown is None and "wording" not in faults:
            faults["wording"] = _NO_WORDS
        for name in ("said_on", "reason"):
            if name in self.editors and name not in faults and not values[name]:
                faults[name] = _FILL_IN
        if faults:
            raise InvalidForm(faults)
        return {**values, **(dict(self.shown.values) if self.shown is not None else {})}

    def _show_faults(self, error: InvalidForm) -> None:
        left = []
        for name, words in error.faults.items():
            if name in self.editors and self.editors[name].isVisibleTo(self):
                self.editors[name].set_fault(self.session.words(words))
            else:
                left.append(words)
        first = next((name for name in self.editors if name in error.faults), None)
        if first is not None:
            self.editors[first].input.setFocus()
        self._say(left[0] if left else None)

    def _say(self, words: Text | None) -> None:
        self.fault.setText("" if words is None else self.session.words(words))
        self.fault.setVisible(words is not None)

    # --- making -------------------------------------------------------------------------------------------------------

    def _connect(self) -> None:
        self._timer.timeout.connect(self.read)
        for name in ("wording", "said_on"):
            self.editors[name].changed.connect(self._timer.start)
        for name in ("start", "end", "precision"):
            self.editors[name].changed.connect(self._take_own)
        self.reading.other_chosen.connect(self.choose_other)
        self.reading.own_day_wanted.connect(self.choose_own)
        self.reading.no_deadline_wanted.connect(self.choose_none)
        self.reading.as_read_wanted.connect(self.as_read)
        self.accept_button.clicked.connect(self.submit)
        self.cancel_button.clicked.connect(self.cancel)

    def _load(self) -> None:
        start: Mapping[str, Any] = {"said_on": self.session.today, "sort": "toegezegd"}
        if self.old is not None:
            start = {"said_on": self.session.today, "sort": self.old["sort"], "what": self.old["what"]}
        for name, editor in self.editors.items():
            editor.load(start.get(name))

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(8)
        column.addWidget(label(self.session.words(_TITLE if self.old is None else _PUT_OFF), "card-title"))
        column.addLayout(self._row((_spec(Deadline, "wording", _NEW_WORDS),)))
        column.addWidget(self.reading)
        own = QVBoxLayout(self.own_window)
        own.setContentsMargins(0, 0, 0, 0)
        own.addLayout(self._row(tuple(_spec(Deadline, name) for name in ("start", "end", "precision"))))
        self.own_window.hide()
        column.addWidget(self.own_window)
        said = (_spec(Deadline, "said_on"), _spec(Deadline, "sort"))
        if self.old is None:
            rows: tuple[tuple[FieldSpec, ...], ...] = (said, (_spec(Deadline, "what"),))
        else:  # what has to be typed stands together; the rest is filled in, or can wait
            rows = ((_spec(Postponement, "reason", _REASON),), said, (_spec(Postponement, "letter", _TOLD),))
        for some in rows:
            column.addLayout(self._row(some))
        column.addWidget(self.fault)
        row = QHBoxLayout()
        row.addStretch()
        row.addWidget(self.cancel_button)
        row.addWidget(self.accept_button)
        column.addLayout(row)

    def _row(self, specs: tuple[FieldSpec, ...]) -> QGridLayout:
        """Put fields beside each other, each under its caption."""
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(2)
        for place, spec in enumerate(specs):
            editor = editor_for(spec, self.session, make_sent_letter)
            caption = label(self.session.words(spec.label), "label")
            caption.setBuddy(editor)
            grid.addWidget(caption, 0, place)
            grid.addWidget(editor, 1, place, Qt.AlignmentFlag.AlignTop)
            grid.setColumnStretch(place, 1)
            self.editors[spec.name] = editor
        return grid


_WINDOW = ("start", "end", "precision", "tentative", "waits_for")


def _is_accepting(event: QKeyEvent) -> bool:
    if event.matches(QKeySequence.StandardKey.Save):
        return True
    is_enter = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
    return is_enter and bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)


def _spec(model: Any, name: str, caption: Text | None = None) -> FieldSpec:
    found = field_of(model, name)
    if found is None:
        raise KeyError(name)
    required = name in {"sort", "reason"} or (name == "said_on")
    return replace(found, label=caption or found.label, required=required)
