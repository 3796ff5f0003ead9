"""The inputs: days as people type them, names that are not known yet, little tables, a wheel that does no harm."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QTableView
from pytestqt.qtbot import QtBot

from tests import builders as build
from tests.ui.record.doing import click, type_in, write_cell
from tracker.basics.errors import InvalidValue
from tracker.records.field import FieldSpec, field_of
from tracker.records.motion import Motion, Outcome
from tracker.store.record_store import Store
from tracker.ui.record.editors.calm_combo import ElidingLine
from tracker.ui.record.editors.day import CalendarPopup, DayEditor
from tracker.ui.record.editors.items import ItemsEditor
from tracker.ui.record.editors.reference import ReferenceEditor, ReferencesEditor
from tracker.ui.record.editors.table import editor_for
from tracker.ui.session import Session

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")  # the offscreen platform says so of each window


def _made(qtbot: QtBot, session: Session, name: str) -> Any:
    spec = field_of(Motion, name)
    assert isinstance(spec, FieldSpec)
    made = editor_for(spec, session)
    qtbot.addWidget(made)
    made.resize(380, 80)
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    made.load(None)
    return made


@pytest.mark.parametrize("typed", ["15-07-2026", "15-7-2026", "2026-07-15", "15 juli 2026"])
def test_day_is_read_as_people_type_it(qtbot: QtBot, session: Session, typed: str) -> None:
    editor: DayEditor = _made(qtbot, session, "settled_on")
    type_in(qtbot, editor, typed)
    assert editor.value() == date(2026, 7, 15)
    QTest.keyClick(editor.line, Qt.Key.Key_Return)
    assert editor.line.text() == "15-07-2026"


def test_ctrl_semicolon_writes_the_day_that_stands_for_today(qtbot: QtBot, session: Session) -> None:
    editor: DayEditor = _made(qtbot, session, "settled_on")
    session.set_today(date(2026, 10, 1))
    QTest.keyClick(editor.line, Qt.Key.Key_Semicolon, Qt.KeyboardModifier.ControlModifier)
    assert editor.value() == date(2026, 10, 1)


def test_a_day_that_does_not_exist_keeps_its_text_and_is_named(qtbot: QtBot, session: Session) -> None:
    editor: DayEditor = _made(qtbot, session, "settled_on")
    type_in(qtbot, editor, "31-02-2026")
    QTest.keyClick(editor.line, Qt.Key.Key_Return)
    assert editor.line.text() == "31-02-2026"
    assert "geen bestaande dag" in editor.fault
    with pytest.raises(InvalidValue):
        editor.value()


def test_calendar_opens_by_key_and_gives_the_picked_day(qtbot: QtBot, session: Session) -> None:
    editor: DayEditor = _made(qtbot, session, "settled_on")
    QTest.keyClick(editor.line, Qt.Key.Key_F4)
    popup = editor.findChild(CalendarPopup)
    assert isinstance(popup, CalendarPopup)
    assert popup.calendar.firstDayOfWeek() is Qt.DayOfWeek.Monday
    days = popup.calendar.findChild(QTableView)
    assert isinstance(days, QTableView)
    QTest.keyClick(days, Qt.Key.Key_Return)
    assert editor.value() == session.today


def test_escape_closes_the_calendar_and_leaves_the_form_alone(qtbot: QtBot, session: Session) -> None:
    editor: DayEditor = _made(qtbot, session, "settled_on")
    taken: list[bool] = []
    shortcut = QShortcut(QKeySequence("Esc"), editor, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
    shortcut.activated.connect(lambda: taken.append(True))
    QTest.keyClick(editor.line, Qt.Key.Key_F4)
    popup = editor.findChild(CalendarPopup)
    assert isinstance(popup, CalendarPopup)
    days = popup.calendar.findChild(QTableView)
    assert isinstance(days, QTableView)
    qtbot.waitUntil(popup.isVisible)
    override = QKeyEvent(QEvent.Type.ShortcutOverride, Qt.Key.Key_Escape, Qt.KeyboardModifier.NoModifier)
    override.ignore()
    QApplication.sendEvent(days, override)
    assert override.isAccepted()
    QTest.keyClick(days, Qt.Key.Key_Escape)
    assert not popup.isVisible()
    assert taken == []


def test_all_that_can_be_chosen_is_offered_by_key_and_added_to_what_stands_there(
    qtbot: QtBot, session: Session, store: Store
) -> None:
    for name in ("OM", "IOM", "VNG"):
        build.organisation(store, name)
    editor: ReferencesEditor = _made(qtbot, session, "partners")
    type_in(qtbot, editor, "OM")
    QTest.keyClick(editor.area, Qt.Key.Key_F4)
    popup = editor.area._popup()
    assert popup is not None
    assert [popup.model().index(row, 0).data() for row in range(popup.model().rowCount())] == ["IOM", "OM", "VNG"]
    QTest.keyClick(popup, Qt.Key.Key_Return)
    assert editor.area.toPlainText() == "OM; IOM"


@pytest.mark.parametrize("name", ["status", "minister", "lead"])
def test_wheel_over_a_choice_without_focus_changes_nothing(qtbot: QtBot, session: Session, name: str) -> None:
    editor = _made(qtbot, session, name)
    combo: QComboBox = editor.input
    combo.clearFocus()
    before = combo.currentText()
    place = QPointF(combo.rect().center())
    turn = QWheelEvent(
        place, QPointF(combo.mapToGlobal(place.toPoint())), QPoint(), QPoint(0, -120), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(combo, turn)
    assert combo.currentText() == before
    assert not turn.isAccepted()


def test_a_known_name_gives_its_row_and_another_is_kept_as_typed(qtbot: QtBot, session: Session, store: Store) -> None:
    known = build.organisation(store, "Comensha")
    editor: ReferenceEditor = _made(qtbot, session, "lead")
    type_in(qtbot, editor, "comensha")
    assert editor.value() == known.id
    type_in(qtbot, editor, "Stichting Nieuw")
    assert editor.value() == "Stichting Nieuw"


def test_several_names_are_read_between_semicolons(qtbot: QtBot, session: Session, store: Store) -> None:
    first, second = build.organisation(store, "politie"), build.organisation(store, "OM")
    editor: ReferencesEditor = _made(qtbot, session, "partners")
    editor.area.setPlainText("politie; OM")
    assert editor.value() == (first.id, second.id)
    editor.area.setPlainText("politie; Nieuw")
    assert editor.value() == "politie; Nieuw"


def test_rows_are_added_typed_and_taken_away(qtbot: QtBot, session: Session) -> None:
    editor: ItemsEditor = _made(qtbot, session, "outcomes")
    for outcome, day in (("ingediend", "1-6-2026"), ("aangenomen", "9-6-2026")):
        click(qtbot, editor.add_button)
        row = editor.table.rowCount() - 1
        write_cell(editor.table, row, 0, outcome)
        write_cell(editor.table, row, 1, day)
    assert editor.value() == (Outcome("ingediend", date(2026, 6, 1)), Outcome("aangenomen", date(2026, 6, 9)))
    editor.table.setCurrentCell(0, 0)
    click(qtbot, editor.remove_button)
    assert editor.value() == (Outcome("aangenomen", date(2026, 6, 9)),)


def test_a_fault_in_a_row_names_the_row(qtbot: QtBot, session: Session) -> None:
    editor: ItemsEditor = _made(qtbot, session, "outcomes")
    click(qtbot, editor.add_button)
    write_cell(editor.table, 0, 1, "31-02-2026")
    with pytest.raises(InvalidValue, match="Regel 1"):
        editor.value()


def test_rows_of_a_little_table_are_made_and_taken_away_with_keys(qtbot: QtBot, session: Session) -> None:
    made: ItemsEditor = _made(qtbot, session, "outcomes")
    made.table.setFocus()
    for _ in range(2):
        QTest.keyClick(made.table, Qt.Key.Key_Insert)
        cell = QApplication.focusWidget()
        assert cell is not None
        QTest.keyClick(cell, Qt.Key.Key_Escape)
    assert made.table.rowCount() == 2
    write_cell(made.table, 1, 0, "aangenomen")
    made.table.setCurrentCell(1, 0)
    QTest.keyClick(made.table, Qt.Key.Key_Delete)
    assert made.value() == ()
    QTest.keyClick(made.table, Qt.Key.Key_Delete, Qt.KeyboardModifier.ControlModifier)
    assert made.table.rowCount() == 1


def test_a_long_name_ends_in_an_ellipsis_and_stands_whole_in_its_tooltip(
    qtbot: QtBot, session: Session, store: Store
) -> None:
    letter = build.letter(
        store, title="Voortgangsbrief Samen tegen mensenhandel, met de stand van alle acties en moties"
    )
    editor: ReferenceEditor = _made(qtbot, session, "settled_letter")
    editor.load(letter.id)
    line = editor.combo.lineEdit()
    assert isinstance(line, ElidingLine)
    line.clearFocus()
    assert line.toolTip() == editor.combo.currentText()
    assert line.shown.startswith("B-1 Voortgangsbrief")
    assert line.shown.endswith("…")
    editor.combo.setFocus()
    assert line.shown == editor.combo.currentText()
    editor.load(None)
    assert line.toolTip() == ""


def test_a_list_of_long_names_stays_within_its_window(qtbot: QtBot, session: Session, store: Store) -> None:
    build.letter(store, title="Voortgangsbrief Samen tegen mensenhandel, met de stand van alle acties en moties" * 2)
    editor: ReferenceEditor = _made(qtbot, session, "settled_letter")
    editor.combo.setFocus()
    QTest.keyClick(editor.combo, Qt.Key.Key_F4)
    popup = editor.combo.view().window()
    assert popup.isVisible()
    window = editor.frameGeometry()
    assert popup.geometry().left() >= window.left()
    assert popup.geometry().right() <= window.right()
    assert editor.combo.itemData(0, Qt.ItemDataRole.ToolTipRole) == editor.combo.itemText(0)
    editor.combo.hidePopup()
