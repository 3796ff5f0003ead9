"""What a row of a rehearsal becomes, field by field: corrected, left, typed otherwise."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests import builders as build
from tests.ui.importing.rehearsals import commitment, opened, shown, take_over, taken
from tracker.records.filter import Filter
from tracker.records.proposal import (
    ProposedPart,
)
from tracker.services.importing.judging import Verdict
from tracker.ui.importing.fields_model import BECOMES, FIELD, NOW
from tracker.ui.importing.lines_model import SUBJECT
from tracker.ui.session import Session

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")  # the offscreen platform says so of each window


def test_a_field_can_be_corrected_and_another_left(session: Session, qtbot: QtBot) -> None:
    dialog = opened(session, qtbot, taken(commitment("TZ202605-001", "Tikfuot", values={"theme": "opvang"})))
    model = dialog.rows.details.model
    rows = {model.index(row, FIELD).data(): row for row in range(model.rowCount())}

    assert model.setData(model.index(rows["Onderwerp"], BECOMES), "Tikfout hersteld")
    rows = {model.index(row, FIELD).data(): row for row in range(model.rowCount())}
    left = Qt.CheckState.Unchecked
    assert model.setData(model.index(rows["Thema"], FIELD), left, Qt.ItemDataRole.CheckStateRole)

    take_over(dialog, qtbot)
    (made,) = session.store.records(session.store.order(Filter(), build.TODAY))
    assert (made["title"], made["theme"]) == ("Tikfout hersteld", None)


def test_a_deadline_can_be_said_otherwise_or_left(session: Session, qtbot: QtBot) -> None:
    parts = (
        ProposedPart("deadline", {"wording": "voor eind 2026"}),
        ProposedPart("progress_note", {"text": "Loopt."}),
    )
    dialog = opened(session, qtbot, taken(commitment("TZ202605-001", parts=parts)))
    model = dialog.rows.details.model
    rows = {model.index(row, FIELD).data(): row for row in range(model.rowCount())}

    assert model.index(rows["Termijn"], BECOMES).data(Qt.ItemDataRole.EditRole) == "voor eind 2026"
    assert model.setData(model.index(rows["Termijn"], BECOMES), "voor 1 juli 2027")
    model.toggle(rows["Stand van zaken"])

    take_over(dialog, qtbot)
    (record_id,) = session.store.order(Filter(), build.TODAY)
    there = session.store.parts_of([record_id])[record_id]
    assert [(one["wording"], one["end"]) for one in there.deadlines] == [("voor 1 juli 2027", date(2027, 6, 30))]
    assert there.notes == ()


def test_a_field_that_is_left_keeps_its_place_and_its_words(session: Session, qtbot: QtBot) -> None:
    dialog = opened(session, qtbot, taken(commitment("TZ202605-001", values={"theme": "opvang", "lead": "politie"})))
    model = dialog.rows.details.model
    before = [model.index(row, FIELD).data() for row in range(model.rowCount())]

    model.toggle(before.index("Thema"))

    assert [model.index(row, FIELD).data() for row in range(model.rowCount())] == before
    assert model.index(before.index("Thema"), BECOMES).data() == "opvang"


def test_a_field_that_is_left_still_shows_what_stands_there(session: Session, qtbot: QtBot) -> None:
    build.commitment(session.store, title="Zoals het is", number="TZ202601-001")
    dialog = opened(session, qtbot, taken(commitment("TZ202601-001", "Zoals het wordt")))
    table = dialog.rows.details.table
    table.setFocus()

    QTest.keyClick(table, Qt.Key.Key_Space)

    assert table.model().index(0, FIELD).data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Unchecked
    assert table.model().index(0, NOW).data() == "Zoals het is"


def test_f2_types_in_what_a_field_becomes_whichever_cell_is_current(session: Session, qtbot: QtBot) -> None:
    dialog = opened(session, qtbot, taken(commitment("TZ202601-001")))
    table = dialog.rows.details.table
    row = next(one for one in range(table.model().rowCount()) if table.model().index(one, FIELD).data() == "Onderwerp")
    table.setCurrentIndex(table.model().index(row, FIELD))
    table.setFocus()

    QTest.keyClick(table, Qt.Key.Key_F2)
    editor = QApplication.focusWidget()
    assert editor is not None
    QTest.keyClicks(editor, "Anders")
    QTest.keyClick(editor, Qt.Key.Key_Return)

    qtbot.waitUntil(lambda: shown(dialog, SUBJECT) == ["Anders"])


@pytest.mark.parametrize(("typed", "day"), [("1-9-26", "01-09-2026"), ("16 dec 25", "16-12-2025")])
def test_a_day_is_corrected_as_it_is_typed_in_a_form(session: Session, qtbot: QtBot, typed: str, day: str) -> None:
    dialog = opened(session, qtbot, taken(commitment("TZ202601-001", values={"made_on": date(2026, 1, 5)})))
    model = dialog.rows.details.model
    row = next(one for one in range(model.rowCount()) if model.index(one, FIELD).data() == "Gedaan op")

    model.setData(model.index(row, BECOMES), typed)

    assert model.index(row, BECOMES).data() == day
    assert dialog.plan.counts[Verdict.NEW] == 1
