"""Events, recesses, reading again and agendas, with real clicks."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QTableView
from pytestqt.qtbot import QtBot

from tests import builders as build
from tests.ui.record.doing import answering, click, press, type_in
from tracker.records.snapshot import Record
from tracker.services import deadlines, events
from tracker.services.events import EventLine
from tracker.services.recess_calendar import calendar_of
from tracker.store.record_store import Store
from tracker.ui.doing.deadlines.agenda_dialog import AgendaDialog
from tracker.ui.doing.deadlines.event_day_dialog import EventDayDialog
from tracker.ui.doing.deadlines.events_dialog import EventsDialog
from tracker.ui.doing.deadlines.plan_dialog import PlanDialog
from tracker.ui.doing.deadlines.recess_dialog import RecessDialog
from tracker.ui.doing.deadlines.reread_dialog import RereadDialog
from tracker.ui.doing.doing_dialog import DoingDialog
from tracker.ui.record.form_dialog import FormDialog
from tracker.ui.session import Session

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

SAID = date(2026, 3, 1)
LAW = "inwerkingtreding van de wet"


def shown(dialog: DoingDialog, qtbot: QtBot) -> None:
    qtbot.addWidget(dialog)
    with qtbot.waitExposed(dialog):
        dialog.show()


def promised(store: Store, wording: str) -> Record:
    record = build.commitment(store)
    store.apply(deadlines.add_deadline(store, record, wording, SAID))
    return record


def cells(table: QTableView) -> list[list[str]]:
    model = table.model()
    rows, columns = range(model.rowCount()), range(model.columnCount())
    return [[str(model.index(row, column).data() or "") for column in columns] for row in rows]


def test_an_event_gets_its_day_after_a_look_at_what_moves(session: Session, store: Store, qtbot: QtBot) -> None:
    record = promised(store, f"binnen zes weken na {LAW}")
    dialog = EventsDialog(session)
    shown(dialog, qtbot)
    assert cells(dialog.table) == [[LAW, "", "1", "01-03-2026", record.reference]]

    def fill(asked: EventDayDialog) -> None:
        type_in(qtbot, asked.editors["day"], "1-9-2026")
        assert [line.after for line in asked.plan.rehearsal.plan.lines] == ["uiterlijk 13-10-2026"]  # type: ignore[union-attr]
        assert asked.accept_button.text() == "Vastleggen · 1 record"
        click(qtbot, asked.accept_button)

    answering(fill, lambda: press(qtbot, dialog, "Dag geven…"))
    assert store.find(record.reference).summary.deadline_end == date(2026, 10, 13)
    assert cells(dialog.table)[0][:3] == [LAW, "01-09-2026", ""]
    store.undo()
    assert store.find(record.reference).summary.waits_for == LAW


def test_enter_on_an_event_asks_for_its_day_once(
    session: Session, store: Store, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    promised(store, f"na {LAW}")
    dialog = EventsDialog(session)
    shown(dialog, qtbot)
    asked: list[EventLine] = []

    def ask(event_dialog: EventDayDialog) -> int:
        asked.append(event_dialog.event_line)
        return 0

    monkeypatch.setattr(EventDayDialog, "exec", ask)
    QTest.keyClick(dialog.table, Qt.Key.Key_Return)
    assert [one.name for one in asked] == [LAW]


def test_events_are_made_renamed_joined_and_deleted(session: Session, store: Store, qtbot: QtBot) -> None:
    promised(store, f"na {LAW}")
    dialog = EventsDialog(session)
    shown(dialog, qtbot)

    def name(asked: FormDialog) -> None:
        type_in(qtbot, asked.form.editors["name"], "de wet geldt")
        click(qtbot, asked.accept_button)

    answering(name, lambda: press(qtbot, dialog, "Nieuw…"))
    assert [one.name for one in dialog.lines] == [LAW, "de wet geldt"]
    press(qtbot, dialog, "Verwijderen")
    assert "rusten nog 1" in dialog.fault.text()
    answering(lambda asked: click(qtbot, asked.accept_button), lambda: press(qtbot, dialog, "Samenvoegen met…"))
    assert [(one.name, one.waiting) for one in events.events(store)] == [("de wet geldt", 1)]


def test_a_recess_that_moves_takes_its_deadlines_along(session: Session, store: Store, qtbot: QtBot) -> None:
    record = promised(store, "voor de zomer")
    dialog = RecessDialog(session)
    shown(dialog, qtbot)
    row = next(at for at, one in enumerate(dialog.rows) if one.first_day == date(2026, 7, 3))
    cell = dialog.table.item(row, 1)
    assert cell is not None
    cell.setText("10-7-2026")

    def look(asked: PlanDialog) -> None:
        qtbot.waitUntil(lambda: asked.plan.is_ready)
        assert [line.reference for line in asked.plan.rehearsal.plan.lines] == [record.reference]  # type: ignore[union-attr]
        click(qtbot, asked.accept_button)

    answering(look, lambda: click(qtbot, dialog.accept_button))
    assert store.find(record.reference).summary.deadline_end == date(2026, 7, 9)
    moved = calendar_of(store).in_year("zomerreces", 2026)
    assert moved is not None
    assert moved.first_day == date(2026, 7, 10)


def test_a_faulty_line_of_the_calendar_is_named(session: Session, qtbot: QtBot) -> None:
    dialog = RecessDialog(session)
    shown(dialog, qtbot)
    press(qtbot, dialog, "Regel toevoegen")
    click(qtbot, dialog.accept_button)
    assert f"Regel {len(dialog.rows)}" in dialog.fault.text()
    press(qtbot, dialog, "Regel weghalen")
    assert dialog.table.rowCount() == len(dialog.rows)


def test_deadlines_are_read_again_after_a_look(session: Session, store: Store, qtbot: QtBot) -> None:
    record = build.commitment(store)
    build.deadline(store, record, wording="in 2027", said_on=SAID)
    dialog = RereadDialog(session)
    shown(dialog, qtbot)
    qtbot.waitUntil(lambda: dialog.plan.is_ready)
    click(qtbot, dialog.accept_button)
    assert store.find(record.reference).summary.deadline_end == date(2027, 12, 31)


def test_the_list_on_show_goes_to_an_agenda(
    session: Session, store: Store, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, second = promised(store, "in 2027"), promised(store, "in 2028")
    target = tmp_path / "t.ics"
    monkeypatch.setattr(AgendaDialog, "ask_file", lambda _: target)
    dialog = AgendaDialog(session, [first.id, second.id], [second.id])
    shown(dialog, qtbot)
    click(qtbot, dialog.accept_button)
    assert target.read_bytes().count(b"BEGIN:VEVENT") == 2
    again = AgendaDialog(session, [first.id, second.id], [second.id])
    shown(again, qtbot)
    again.only_chosen.setChecked(True)
    again.alarms[30].setChecked(False)
    click(qtbot, again.accept_button)
    assert target.read_bytes().count(b"BEGIN:VEVENT") == 1
    assert target.read_bytes().count(b"BEGIN:VALARM") == 1
    assert "1 termijnen naar t.ics" in again.said


def test_reading_again_says_so_where_nothing_changes(session: Session, store: Store, qtbot: QtBot) -> None:
    promised(store, "voor de zomer")
    dialog = RereadDialog(session)
    shown(dialog, qtbot)
    qtbot.waitUntil(lambda: dialog.plan.is_ready)
    assert dialog.plan.hint.isVisible()
    assert "Er verandert niets" in dialog.plan.hint.text()
    assert not dialog.plan.table.isVisible()
    dialog.plan.filter.setCurrentIndex(0)
    assert dialog.plan.table.isVisible()
    assert not dialog.plan.hint.isVisible()
    assert not dialog.accept_button.isEnabled()
