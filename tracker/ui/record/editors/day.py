"""The input for a day: typed, picked from a calendar, or Ctrl+; for today. Empty means "not known"."""

from __future__ import annotations

from datetime import date
from typing import Any

from PySide6.QtCore import QDate, QEvent, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QToolButton, QVBoxLayout, QWidget

from tracker.basics.errors import InvalidValue
from tracker.basics.formats import day_words
from tracker.basics.language import Text
from tracker.records.field import FieldSpec
from tracker.records.typed_day import typed_day
from tracker.services.recess_calendar import calendar_of
from tracker.ui.parts.calendars import make_calendar
from tracker.ui.parts.screens import screen_room
from tracker.ui.record.editors.field_editor import FieldEditor
from tracker.ui.record.looks import dress_button
from tracker.ui.session import Session

_PICK = Text("Kies een dag in de kalender", "Choose a day in the calendar")
_EXAMPLE = Text("dd-mm-jjjj", "dd Mmm yyyy")


class DayLine(QLineEdit):
    """A line in which Ctrl+; writes the day that stands for today, and F4 or Alt+Down asks for the calendar."""

    calendar_wanted = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session

    def keyPressEvent(self, event: QKeyEvent) -> None:
        control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        alt = event.modifiers() & Qt.KeyboardModifier.AltModifier
        if control and event.key() == Qt.Key.Key_Semicolon and not self.isReadOnly():
            self.setText(day_words(self._session.today, self._session.language))
        elif event.key() == Qt.Key.Key_F4 or (alt and event.key() == Qt.Key.Key_Down):
            self.calendar_wanted.emit()
        else:
            super().keyPressEvent(event)


class DayEditor(FieldEditor):
    """A day as people type it: 15-07-2026, 1-9-26, q3 2026, +2w. Read and written plainly when the focus leaves."""

    def __init__(self, spec: FieldSpec, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(spec, session, parent)
        self.line = DayLine(session)
        self.line.setPlaceholderText(session.words(_EXAMPLE))
        self.line.textChanged.connect(self.tell_changed)
        self.line.editingFinished.connect(self._write_plainly)
        self.line.calendar_wanted.connect(self.open_calendar)
        self.button = QToolButton()
        dress_button(self.button, "calendar", session.words(_PICK))
        self.button.clicked.connect(self.open_calendar)
        beside = QWidget()
        row = QHBoxLayout(beside)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(self.line, 1)
        row.addWidget(self.button)
        self.put(beside, self.line)

    def value(self) -> Any:
        return typed_day(self.line.text(), self.session.today)

    def state(self) -> object:
        try:
            return self.value()
        except InvalidValue:
            return self.line.text()

    def show_value(self, value: Any) -> None:
        self.line.setText(self.spec.type.text(value, self.session.language))

    def kept(self) -> Any:
        return self.line.text()

    def show_kept(self, kept: Any) -> None:
        self.line.setText(str(kept or ""))

    def set_read_only(self, read_only: bool) -> None:
        self.line.setReadOnly(read_only)
        self.button.setEnabled(not read_only)

    def open_calendar(self) -> None:
        """Show the calendar under the line."""
        if self.line.isReadOnly():
            return
        found = self.state()
        popup = CalendarPopup(found if isinstance(found, date) else self.session.today, self.session, self)
        popup.picked.connect(self._take)
        popup.move(self.line.mapToGlobal(QPoint(0, self.line.height())))
        popup.show()
        popup.keep_on_screen()

    def _take(self, day: date) -> None:
        self.set_value(day)
        self.line.setFocus()

    def _write_plainly(self) -> None:
        """Write the day the one way in which all days are written, once it is complete."""
        try:
            day = self.value()
        except InvalidValue as error:
            self.set_fault(self.session.words(error.words))
            return
        if day is not None:
            self.set_value(day, quietly=True)


_OWN_KEYS = frozenset((Qt.Key.Key_Escape, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown))


class CalendarPopup(QFrame):
    """A calendar that starts its weeks on Monday and numbers them as ISO does. Enter picks, Esc closes."""

    picked = Signal(object)

    def __init__(self, day: date, session: Session, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setProperty("role", "popup")
        recesses = calendar_of(session.store).recesses
        self.calendar = make_calendar(session.language, day, recesses)
        self.calendar.activated.connect(self._pick)
        self.calendar.clicked.connect(self._pick)
        column = QVBoxLayout(self)
        column.setContentsMargins(4, 4, 4, 4)
        column.addWidget(self.calendar)
        self.setFocusProxy(self.calendar)

    def event(self, event: QEvent) -> bool:
        """Keep Esc and the page keys for the calendar: around it, they are about the record."""
        is_override = event.type() == QEvent.Type.ShortcutOverride
        if is_override and isinstance(event, QKeyEvent) and event.key() in _OWN_KEYS:
            event.accept()
            return True
        return super().event(event)

    def keep_on_screen(self) -> None:
        """Move inside the screen, for a form stands at its right edge."""
        room = screen_room(self)
        self.move(min(self.x(), room.right() - self.width()), min(self.y(), room.bottom() - self.height()))
        self.calendar.setFocus()

    def _pick(self, day: QDate) -> None:
        self.picked.emit(date(day.year(), day.month(), day.day()))
        self.close()
