"""Acting on all chosen records, through the dialog's own keys and clicks."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QWidget
from pytestqt.qtbot import QtBot

from tests import builders as build
from tracker.records.snapshot import Record
from tracker.services.recess_calendar import changed_calendar, recess_rows
from tracker.ui.doing.askers import FieldAsker, FormAsker, PostponeAsker, RelateAsker
from tracker.ui.doing.bulk_dialog import BULK_KINDS, BulkDialog
from tracker.ui.record.editors.field_editor import FieldEditor
from tracker.ui.session import Session

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")  # the offscreen platform says so of each window


def opened(session: Session, qtbot: QtBot, code: str, *records: Record) -> BulkDialog:
    dialog = BulkDialog(session, [one.id for one in records], code)
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def type_in(editor: FieldEditor | None, words: str) -> None:
    assert editor is not None
    target = editor.input
    if isinstance(target, QComboBox):
        target.setEditText(words)
    else:
        QTest.keyClicks(target, words)


def ready(dialog: BulkDialog, qtbot: QtBot) -> None:
    dialog.rehearse()
    qtbot.waitUntil(lambda: dialog.is_ready)


def _next_stop(widget: QWidget) -> QWidget:
    """Give where Tab goes from a widget."""
    found = widget.nextInFocusChain()
    while found is not None and not (found.isVisible() and found.focusPolicy() & Qt.FocusPolicy.TabFocus):
        found = found.nextInFocusChain()
    assert found is not None
    return found


def accept(dialog: BulkDialog) -> None:
    QTest.mouseClick(dialog.accept_button, Qt.MouseButton.LeftButton)


@pytest.mark.parametrize("code", list(BULK_KINDS))
def test_nothing_can_be_done_before_there_is_something_to_do(session: Session, qtbot: QtBot, code: str) -> None:
    dialog = opened(session, qtbot, code, build.motion(session.store, status="afgedaan"))
    qtbot.waitUntil(lambda: dialog.plan.rehearsal is None or dialog.plan.is_ready)
    assert not dialog.accept_button.isEnabled()


def test_twelve_records_get_another_owner_with_one_undo(session: Session, qtbot: QtBot) -> None:
    store = session.store
    records = [build.commitment(store) for _ in range(12)]
    dialog = opened(session, qtbot, "bulk-owner", *records)
    assert isinstance(dialog.asker, FieldAsker)
    type_in(dialog.asker.value_editor, "Daan Bakker")
    ready(dialog, qtbot)
    assert dialog.accept_button.text() == "12 records wijzigen"
    accept(dialog)
    assert not dialog.isVisible()
    assert dialog.said == "12 records gewijzigd: dossierhouder. Ongedaan maken: Ctrl+Z"
    assert {store.names()("person", one["owner"]) for one in store.records([one.id for one in records])} == {
        "Daan Bakker"
    }
    session.editor.undo()
    assert store.counts(build.TODAY)["no-owner"] == 12


def test_before_anything_is_filled_in_it_says_what_the_records_have_now(session: Session, qtbot: QtBot) -> None:
    records = [build.motion(session.store, priority=one) for one in ("hoog", "hoog", "laag")]
    dialog = opened(session, qtbot, "bulk", *records)
    asker, start = dialog.asker, dialog.start
    assert isinstance(asker, FieldAsker)
    assert start is not None
    assert start.isVisible()
    assert not dialog.plan.isVisible()
    labels = [start.model.index(row, 0).data() for row in range(start.model.rowCount())]
    assert start.model.index(labels.index("Prioriteit"), 1).data() == "hoog (2), laag (1)"
    assert start.table.currentIndex().row() == labels.index("Dossierhouder")
    place = start.table.visualRect(start.model.index(labels.index("Prioriteit"), 0)).center()
    QTest.mouseClick(start.table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert asker.spec.name == "priority"
    assert isinstance(asker.value_editor, FieldEditor)
    assert isinstance(asker.value_editor.input, QComboBox)
    asker.value_editor.input.setCurrentText("normaal")
    ready(dialog, qtbot)
    assert dialog.plan.isVisible()
    assert not start.isVisible()


def test_with_one_field_the_values_themselves_are_counted(session: Session, qtbot: QtBot) -> None:
    records = [build.motion(session.store, owner=one) for one in ("Daan", None, None)]
    start = opened(session, qtbot, "bulk-owner", *records).start
    assert start is not None
    rows = [tuple(start.model.index(row, column).data() for column in range(2)) for row in range(2)]
    assert rows == [("niemand", "2"), ("Daan", "1")]


def test_the_button_counts_what_is_ticked(session: Session, qtbot: QtBot) -> None:
    records = [build.motion(session.store), build.motion(session.store)]
    dialog = opened(session, qtbot, "bulk-tag", *records)
    assert isinstance(dialog.asker, FieldAsker)
    type_in(dialog.asker.value_editor, "opvang")
    ready(dialog, qtbot)
    dialog.plan.model.toggle(0)
    assert dialog.accept_button.text() == "1 record wijzigen"
    accept(dialog)
    assert [one["tags"] for one in session.store.records([one.id for one in records])] == [(), ("opvang",)]


def test_what_is_typed_is_rehearsed_by_itself(session: Session, qtbot: QtBot) -> None:
    dialog = opened(session, qtbot, "bulk-owner", build.motion(session.store))
    assert isinstance(dialog.asker, FieldAsker)
    type_in(dialog.asker.value_editor, "Daan")
    assert not dialog.accept_button.isEnabled()
    qtbot.waitUntil(lambda: dialog.is_ready)
    assert dialog.accept_button.isEnabled()


def test_text_is_replaced_in_a_field_of_choice(session: Session, qtbot: QtBot) -> None:
    record = build.motion(session.store, title="Brief aan de Kamer")
    dialog = opened(session, qtbot, "bulk", record)
    asker = dialog.asker
    assert isinstance(asker, FieldAsker)
    asker.field.setCurrentText("Onderwerp")
    asker.operation.setCurrentText("Tekst vervangen")
    QTest.keyClicks(asker.find_line, "Brief")
    type_in(asker.value_editor, "Nota")
    ready(dialog, qtbot)
    accept(dialog)
    assert session.store.find(record.reference)["title"] == "Nota aan de Kamer"


def test_one_value_is_replaced_by_another(session: Session, qtbot: QtBot) -> None:
    records = [build.motion(session.store, priority="hoog"), build.motion(session.store, priority="laag")]
    dialog = opened(session, qtbot, "bulk", *records)
    asker = dialog.asker
    assert isinstance(asker, FieldAsker)
    asker.field.setCurrentText("Prioriteit")
    asker.operation.setCurrentText("Eén waarde vervangen door een andere")
    for editor, words in ((asker.find_editor, "hoog"), (asker.value_editor, "normaal")):
        assert editor is not None
        assert isinstance(editor.input, QComboBox)
        editor.input.setCurrentText(words)
    ready(dialog, qtbot)
    accept(dialog)
    assert [one["priority"] for one in session.store.records([one.id for one in records])] == ["normaal", "laag"]


def test_a_day_that_does_not_exist_is_told_at_its_field(session: Session, qtbot: QtBot) -> None:
    dialog = opened(session, qtbot, "bulk-settle", build.motion(session.store))
    assert isinstance(dialog.asker, FormAsker)
    editor = dialog.asker.form.editors["settled_on"]
    editor.input.clear()  # type: ignore[attr-defined]
    type_in(editor, "31-2-2026")
    dialog.rehearse()
    assert "geen bestaande dag" in editor.fault
    assert not dialog.accept_button.isEnabled()


def test_settling_several(session: Session, qtbot: QtBot) -> None:
    records = [build.motion(session.store), build.commitment(session.store, status="voldaan")]
    dialog = opened(session, qtbot, "bulk-settle", *records)
    ready(dialog, qtbot)
    assert dialog.accept_button.text() == "1 record afdoen"
    accept(dialog)
    assert session.store.find("M-1")["settled_on"] == build.TODAY


def test_postponing_says_how_the_words_are_read(session: Session, qtbot: QtBot) -> None:
    record = build.commitment(session.store)
    build.deadline(session.store, record, wording="voor de zomer", end=date(2026, 7, 2))
    dialog = opened(session, qtbot, "bulk-postpone", record)
    assert isinstance(dialog.asker, PostponeAsker)
    editors = dialog.asker.form.editors
    type_in(editors["wording"], "voor het einde van het jaar")
    assert "31 december 2026" in editors["wording"].remark
    type_in(editors["reason"], "meer tijd")
    ready(dialog, qtbot)
    assert dialog.accept_button.text() == "1 record uitstellen"
    accept(dialog)
    assert session.store.find(record.reference).summary.deadline_end == date(2026, 12, 31)


def test_postponing_says_what_is_still_to_be_filled_in(session: Session, qtbot: QtBot) -> None:
    record = build.commitment(session.store)
    build.deadline(session.store, record, wording="voor de zomer", end=date(2026, 7, 2))
    dialog = opened(session, qtbot, "bulk-postpone", record)
    assert isinstance(dialog.asker, PostponeAsker)
    assert dialog.plan.hint.text().startswith("Vul in: nieuwe termijn, reden.")
    QTest.keyClicks(dialog.asker.form.editors["wording"].input, "+3m")
    dialog.rehearse()
    assert dialog.plan.hint.text().startswith("Vul in: reden.")
    QTest.keyClicks(dialog.asker.form.editors["reason"].input, "druk")
    ready(dialog, qtbot)
    assert dialog.plan.hint.isHidden()


def test_relating_several_to_one(session: Session, qtbot: QtBot) -> None:
    programme = build.record(session.store, "programme", title="COMPASS")
    records = [build.action(session.store), build.action(session.store)]
    dialog = opened(session, qtbot, "bulk-relate", *records)
    assert isinstance(dialog.asker, RelateAsker)
    QTest.keyClicks(dialog.asker.picker.line, "COMPASS")
    dialog.asker.picker.search()
    ready(dialog, qtbot)
    assert dialog.accept_button.text() == "2 records koppelen"
    accept(dialog)
    assert len(session.store.parts(programme.id).relations) == 2


def test_a_change_by_somebody_else_is_told_and_nothing_is_written(session: Session, qtbot: QtBot) -> None:
    record = build.motion(session.store)
    dialog = opened(session, qtbot, "bulk-owner", record)
    assert isinstance(dialog.asker, FieldAsker)
    type_in(dialog.asker.value_editor, "Daan")
    ready(dialog, qtbot)
    build.change(session.store, record, owner="Sanne")
    accept(dialog)
    assert dialog.isVisible()
    assert "intussen" in dialog.fault.text()
    assert session.store.names()("person", session.store.find("M-1")["owner"]) == "Sanne"


def test_the_first_input_has_the_focus_and_the_buttons_come_last(session: Session, qtbot: QtBot) -> None:
    dialog = opened(session, qtbot, "bulk-owner", build.motion(session.store))
    qtbot.waitExposed(dialog)
    assert isinstance(dialog.asker, FieldAsker)
    assert dialog.asker.value_editor is not None
    assert dialog.focusWidget() is dialog.asker.value_editor.input
    assert _next_stop(dialog.accept_button) is dialog.asker.value_editor.input


def test_postponing_is_read_by_the_recesses_of_the_register(session: Session, qtbot: QtBot) -> None:
    rows = [replace(row, first_day=date(2027, 7, 9)) if row.first_day == date(2027, 7, 2) else row
            for row in recess_rows(session.store)]  # fmt: skip
    session.submit(changed_calendar(session.store, rows).finish().step())
    record = build.commitment(session.store)
    build.deadline(session.store, record, wording="voor de zomer", end=date(2026, 7, 2))
    dialog = opened(session, qtbot, "bulk-postpone", record)
    assert isinstance(dialog.asker, PostponeAsker)
    type_in(dialog.asker.form.editors["wording"], "voor het zomerreces van 2027")
    type_in(dialog.asker.form.editors["reason"], "druk")
    ready(dialog, qtbot)
    assert [line.after for line in dialog.plan.rehearsal.plan.lines] == ["voor het zomerreces van 2027 (08-07-2027)"]  # type: ignore[union-attr]


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_S])
def test_control_enter_does_it_also_from_a_field_of_several_lines(session: Session, qtbot: QtBot, key: Qt.Key) -> None:
    late = build.commitment(session.store)
    build.deadline(session.store, late, wording="voor de zomer", end=date(2026, 7, 2))
    dialog = opened(session, qtbot, "bulk-postpone", late)
    asker = dialog.asker
    assert isinstance(asker, PostponeAsker)
    type_in(asker.form.editors["wording"], "voor het einde van het jaar")
    type_in(asker.form.editors["reason"], "Advies komt later")
    ready(dialog, qtbot)
    with qtbot.waitActive(dialog):
        dialog.activateWindow()
    QTest.keyClick(asker.form.editors["reason"].input, key, Qt.KeyboardModifier.ControlModifier)
    assert dialog.result() == dialog.DialogCode.Accepted
    assert session.store.find(late.reference).summary.deadline_end == date(2026, 12, 31)
