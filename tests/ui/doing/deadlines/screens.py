"""Every dialog on deadlines filled in, for the survey of words and for pictures."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from PySide6.QtWidgets import QApplication, QDialog

from tracker.records.filter import Filter
from tracker.services import deadlines, editing, events
from tracker.services.recess_calendar import changed_calendar, recess_rows
from tracker.ui.doing.deadlines.agenda_dialog import AgendaDialog
from tracker.ui.doing.deadlines.event_day_dialog import EventDayDialog
from tracker.ui.doing.deadlines.events_dialog import EventsDialog
from tracker.ui.doing.deadlines.plan_dialog import PlanDialog
from tracker.ui.doing.deadlines.recess_dialog import MOVES, SAVE, TITLE, RecessDialog
from tracker.ui.doing.deadlines.reread_dialog import RereadDialog
from tracker.ui.session import Session

LAW = "inwerkingtreding van de wet zzqx"


def deadline_dialogs(session: Session) -> Iterator[tuple[str, QDialog]]:
    """Make each dialog over a register with something that waits and something in the summer; gives its name first."""
    store, said = session.store, date(2026, 6, 25)
    ids = list(store.order(Filter(), session.today))
    record = store.records(ids[:1])[0]
    for wording in (f"binnen zes weken na {LAW}", f"na {LAW}", "voor het zomerreces van 2027"):
        session.submit(deadlines.add_deadline(store, record, wording, said))
    typed = {"wording": "in Q3 en Q4 2027", "said_on": said}
    session.submit(editing.add_part(store, record, "deadline", typed))  # as before words were read
    yield "events", EventsDialog(session)
    event = events.find_event(store, LAW)
    assert event is not None
    yield "event-day", EventDayDialog(session, event)
    yield "recesses", RecessDialog(session)
    yield "recess-moves", _moves(session)
    yield "reread", RereadDialog(session, [record.id])
    yield "agenda", AgendaDialog(session, ids, ids[:3])


def finish(dialog: QDialog) -> None:
    """Let a rehearsal come to its end."""
    while isinstance(dialog, PlanDialog) and dialog.plan.rehearsal is not None and not dialog.plan.is_ready:
        QApplication.processEvents()


def _moves(session: Session) -> PlanDialog:
    rows = [
        replace(row, first_day=date(2027, 7, 9), status="gepubliceerd") if row.first_day == date(2027, 7, 2) else row
        for row in recess_rows(session.store)
    ]
    dialog = PlanDialog(session, TITLE, MOVES, SAVE, may_be_empty=True)
    dialog.plan.show_rehearsal(changed_calendar(session.store, rows, session.language))
    return dialog
