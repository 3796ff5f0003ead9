"""Changing a deadline as it was said: other words give another window at once, unless the officer chooses one."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from tracker.basics.errors import InvalidForm, InvalidValue
from tracker.basics.language import Text
from tracker.records.snapshot import Part, Record
from tracker.services import deadlines
from tracker.services.deadline_words import READ_FIELDS
from tracker.services.entering import shown_reading
from tracker.services.recess_calendar import calendar_of
from tracker.ui.record.form_dialog import FormDialog, own_specs
from tracker.ui.session import Session

_TITLE = Text("termijn wijzigen", "change the deadline")
_FIRST = ("wording", "said_on")


class DeadlineDialog(FormDialog):
    """All fields of a deadline, its words first. The window follows the words; one that is typed is the officer's."""

    def __init__(self, session: Session, record: Record, deadline: Part, parent: QWidget | None = None) -> None:
        def submit(given: dict[str, Any]) -> None:
            plain = {} if self._plain is None else {"wording": self._plain}
            session.submit(deadlines.change_deadline(session.store, record, deadline, {**given, **plain}))

        specs = sorted(own_specs("deadline"), key=lambda spec: spec.name not in _FIRST)
        title = f"{record.reference}: {session.words(_TITLE)}"
        super().__init__(session, title, specs, deadline.values, submit, parent)
        self._deadline = deadline
        self._plain: str | None = None
        """The words as they are kept, where they were read: the day for what counts from today."""
        self._is_following = False
        for name in _FIRST:
            self.form.editors[name].changed.connect(self._follow_words)
        for name in READ_FIELDS:
            self.form.editors[name].changed.connect(self._note_own_window)
        self.form.editors["overruled"].changed.connect(self._follow_words)
        line = self.form.editors["wording"].input
        if isinstance(line, QLineEdit | QPlainTextEdit):
            line.selectAll()  # other words mostly take the place of these

    def put_back(self, typed: Mapping[str, Any]) -> None:
        """Show what was typed earlier; a window that followed from the words follows from them again."""
        was_own = "overruled" in typed
        super().put_back({name: kept for name, kept in typed.items() if was_own or name not in READ_FIELDS})

    def _follow_words(self) -> None:
        """Show the window that these words give, and why, unless the officer chose another one."""
        editors = self.form.editors
        self._plain = None
        try:
            wording, said_on, is_own = (editors[name].value() for name in (*_FIRST, "overruled"))
        except InvalidValue:
            return
        if self._is_following or is_own or not wording:
            return
        said_on = said_on or self.session.today  # as for a new deadline
        try:
            read = deadlines.read_otherwise(self.session.store, self._deadline, wording, said_on)
        except InvalidForm:
            return
        self._plain = read["wording"]
        self._is_following = True
        for name in READ_FIELDS:
            editors[name].set_value(read[name])
        self._is_following = False
        shown = shown_reading(wording, said_on, calendar_of(self.session.store))
        editors["wording"].set_remark("" if shown is None else self.session.words(shown.reason))

    def _note_own_window(self) -> None:
        if not self._is_following:
            self._is_following = True
            self.form.editors["overruled"].set_value(True)
            self._is_following = False
