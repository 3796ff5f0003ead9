"""*Gebeurtenissen*: what deadlines wait for, what has waited longest in front."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtWidgets import QComboBox, QDialog, QPushButton, QWidget

from tracker.basics.errors import TrackerError
from tracker.basics.formats import day_words
from tracker.basics.language import Text
from tracker.records.change import Step
from tracker.records.event import Event
from tracker.records.field import field_of
from tracker.services import editing, events
from tracker.services.events import EventLine
from tracker.ui.doing.deadlines.event_day_dialog import EventDayDialog
from tracker.ui.doing.doing_dialog import CLOSE, DoingDialog
from tracker.ui.doing.lines_table import LineColumn, LinesModel, make_lines_table
from tracker.ui.looks.icons import icon
from tracker.ui.record.form_dialog import FormDialog
from tracker.ui.record.looks import button, label
from tracker.ui.session import Session

_TITLE = Text("Gebeurtenissen", "Events")
_NOTE = Text("Elke wijziging hier kunt u ongedaan maken.", "You can undo each change made here.")
_EMPTY = Text(
    "Er is geen gebeurtenis. Een termijn als “na inwerkingtreding van …” zet er vanzelf een in deze lijst.",
    "There is no event. A deadline like “na inwerkingtreding van …” puts one into this list by itself.",
)
_GIVE = Text("Dag geven…", "Give it a day…")
_NEW, _CHANGE = Text("Nieuw…", "New…"), Text("Wijzigen…", "Change…")
_JOIN, _DELETE = Text("Samenvoegen met…", "Join with…"), Text("Verwijderen", "Delete")
_JOIN_LABEL = Text("Is dezelfde als", "Is the same as")
_JOIN_ACCEPT = Text("Samenvoegen", "Join")
_COLUMNS = (
    LineColumn(Text("Gebeurtenis", "Event")),
    LineColumn(Text("Op", "On"), 110),
    LineColumn(Text("Wachten", "Waiting"), 90),
    LineColumn(Text("Sinds", "Since"), 110),
    LineColumn(Text("Records", "Records"), 200),
)


class EventsDialog(DoingDialog):
    """Lists events; Enter gives the chosen one its day. It stays open for the next."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        acts: tuple[tuple[Text, Callable[[], None]], ...] = (
            (_NEW, self.add), (_CHANGE, self.change), (_JOIN, self.join), (_DELETE, self.delete),
        )  # fmt: skip
        self.buttons = {words.nl: button(session.words(words)) for words, _ in acts}
        super().__init__(session, _TITLE, parent, note=_NOTE, closes_with=CLOSE)
        for words, act in acts:
            self.buttons[words.nl].clicked.connect(act)
        self.lines: list[EventLine] = []
        self.model = LinesModel(_COLUMNS, session.language, self)
        self.table = make_lines_table(self.model, _COLUMNS, session.words(_TITLE))
        self.table.setSelectionMode(self.table.SelectionMode.SingleSelection)
        self.table.doubleClicked.connect(lambda _: self.give_day())  # Enter reaches the default button by itself
        self.table.selectionModel().selectionChanged.connect(lambda *_: self._show_possible())
        self.empty = label(session.words(_EMPTY), "empty")
        self.empty.setWordWrap(True)
        self.accept_button.setText(session.words(_GIVE))
        self.accept_button.clicked.connect(self.give_day)
        self.body.addWidget(self.empty)
        self.body.addWidget(self.table, 1)
        session.changed.connect(self.read)
        self.finished.connect(lambda _: session.changed.disconnect(self.read))
        self.fit(940, 520)
        self.read()
        self.table.setFocus()

    def foot_buttons(self) -> list[QPushButton]:
        return [*self.buttons.values(), self.close_button, self.accept_button]

    @property
    def chosen(self) -> EventLine | None:
        """Give the event that is chosen in the list."""
        rows = self.table.selectionModel().selectedRows()
        return self.lines[rows[0].row()] if rows else None

    def read(self) -> None:
        """Read the list anew; the chosen event stays chosen."""
        before = None if self.chosen is None else self.chosen.name
        self.lines = events.events(self.session.store)
        language = self.session.language
        rows = [
            (
                one.name, "" if one.day is None else day_words(one.day, language), str(one.waiting or ""),
                "" if one.since is None else day_words(one.since, language), ", ".join(one.references),
            )
            for one in self.lines
        ]  # fmt: skip
        icons = [icon("hourglass", "wait") if one.day is None else icon("circle-check", "ok") for one in self.lines]
        self.model.show_rows(rows, icons)
        self.table.setVisible(bool(rows))
        self.empty.setVisible(not rows)
        if rows:
            place = next((at for at, one in enumerate(self.lines) if one.name == before), 0)
            self.table.selectRow(place)
        self._show_possible()

    # --- acts ---------------------------------------------------------------------------------------------------------

    def give_day(self) -> None:
        """Ask the day of the chosen event, and show what moves."""
        if self.chosen is None or not self.session.may_write:
            return
        dialog = EventDayDialog(self.session, self.chosen, self)
        if dialog.exec() == QDialog.DialogCode.Accepted:
            self.said = dialog.said
        dialog.deleteLater()

    def add(self) -> None:
        """Ask for an event that nothing waits for yet."""

        def submit(given: dict[str, Any]) -> None:
            step, _ = editing.make_beside(self.session.store, "event", given)
            self.session.submit(step)

        self._ask(_NEW, {"name": None, "remark": None}, submit)

    def change(self) -> None:
        """Ask for another name or a remark."""
        event = self.chosen
        if event is None:
            return

        def submit(given: dict[str, Any]) -> None:
            self.session.submit(events.change_event(self.session.store, event, given))

        self._ask(_CHANGE, {"name": event.name, "remark": event.remark}, submit)

    def join(self) -> None:
        """Ask which event is the same, and make one of the two."""
        event = self.chosen
        others = [one for one in self.lines if one is not event]
        if event is None or not others:
            return
        dialog = _JoinDialog(self.session, event, others, self)
        dialog.exec()
        self.said = dialog.said or self.said
        dialog.deleteLater()

    def delete(self) -> None:
        """Take the chosen event out of the list, where nothing waits for it."""
        event = self.chosen
        if event is None:
            return
        try:
            step = events.delete_event(self.session.store, event)
        except TrackerError as error:
            self.tell(error.words)
        else:
            self.write(step)

    def _ask(self, title: Text, start: dict[str, Any], submit: Callable[[dict[str, Any]], None]) -> None:
        specs = [spec for name in ("name", "remark") if (spec := field_of(Event, name)) is not None]
        dialog = FormDialog(self.session, self.session.words(title).rstrip("…"), specs, start, submit, self)
        dialog.exec()
        dialog.deleteLater()

    def _show_possible(self) -> None:
        self.tell(None)
        may, has = self.session.may_write, self.chosen is not None
        self.accept_button.setEnabled(may and has)
        self.buttons[_NEW.nl].setEnabled(may)
        self.buttons[_CHANGE.nl].setEnabled(may and has)
        self.buttons[_JOIN.nl].setEnabled(may and has and len(self.lines) > 1)
        self.buttons[_DELETE.nl].setEnabled(may and has)


class _JoinDialog(DoingDialog):
    """Asks for the event that stays."""

    def __init__(self, session: Session, gone: EventLine, others: list[EventLine], parent: QWidget) -> None:
        super().__init__(session, _JOIN_ACCEPT, parent)
        self._gone, self._others = gone, others
        self.combo = QComboBox()
        self.combo.addItems([one.name for one in others])
        self.combo.setAccessibleName(session.words(_JOIN_LABEL))
        caption = label(session.words(_JOIN_LABEL), "label")
        caption.setBuddy(self.combo)
        name = label(gone.name, "card-title")
        name.setWordWrap(True)
        for widget in (name, caption, self.combo):
            self.body.addWidget(widget)
        self.body.addStretch(1)
        self.accept_button.setText(session.words(_JOIN_ACCEPT))
        self.accept_button.clicked.connect(self.submit)
        self.fit(520, 220)

    def submit(self) -> None:
        """Join them."""
        step: Step = events.join_events(self.session.store, self._gone, self._others[self.combo.currentIndex()])
        if self.write(step):
            self.accept()
