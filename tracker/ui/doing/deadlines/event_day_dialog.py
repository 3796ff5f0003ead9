"""Giving an event its day: which deadlines get which window, before it is written."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QWidget

from tracker.basics.errors import InvalidForm, InvalidValue
from tracker.basics.language import Text
from tracker.records.event import Event
from tracker.records.field import field_of
from tracker.services.events import EventLine, day_plan
from tracker.ui.doing.deadlines.plan_dialog import PlanDialog, done_rehearsal
from tracker.ui.record.editors.table import editor_for
from tracker.ui.record.form_dialog import make_beside
from tracker.ui.record.looks import label
from tracker.ui.session import Session

_TITLE = Text("Gebeurtenis", "Event")
_ACCEPT = Text("Vastleggen", "Record it")
_NO_DAY = Text(
    "Vul de dag in waarop het gebeurde. Dan staat hier welke termijnen welk venster krijgen.",
    "Fill in the day on which it took place. Then you see here which deadlines get which window.",
)
_TAKES_BACK = Text(
    "Zonder dag wachten deze termijnen weer op de gebeurtenis.", "Without a day these deadlines wait for the event."
)


class EventDayDialog(PlanDialog):
    """Asks the day (and the letter that tells of it), and rehearses as one types."""

    def __init__(self, session: Session, event: EventLine, parent: QWidget | None = None) -> None:
        super().__init__(session, _TITLE, Text.same(event.name), _ACCEPT, parent, may_be_empty=True)
        self.event_line = event
        self.explanation.setProperty("role", "card-title")
        self.editors = {}
        row = QHBoxLayout()
        row.setSpacing(12)
        for name in ("day", "letter"):
            spec = field_of(Event, name)
            if spec is None:
                raise KeyError(name)
            editor = editor_for(spec, session, make_beside)
            editor.load(getattr(event, name))
            editor.changed.connect(self.rehearse)
            caption = label(session.words(spec.label), "label")
            caption.setBuddy(editor)
            row.addWidget(caption)
            row.addWidget(editor, 1)
            self.editors[name] = editor
        self.body.insertLayout(1, row)
        if event.day is None:
            self.editors["day"].set_value(session.today)
        self.editors["day"].input.setFocus()
        self.rehearse()

    def rehearse(self) -> None:
        """Show what the day would do."""
        self.tell(None)
        try:
            day, letter = self.editors["day"].value(), self.editors["letter"].value()
            if day is None and self.event_line.day is None:
                self.plan.show_hint(self.session.words(_NO_DAY))
                return
            session = self.session
            plan = day_plan(session.store, self.event_line, day, {"letter": letter}, session.language)
            plan.draft.refuse_faults()
        except (InvalidValue, InvalidForm) as error:
            self.plan.show_hint(self.session.words(error.words))
            return
        if day is None:
            self.tell(_TAKES_BACK)
        self.plan.show_rehearsal(done_rehearsal(self.session.store, plan))
