"""Several commitments of one debate, typed and pasted in the grid."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from tests import builders as build
from tracker.services.recess_calendar import changed_calendar, recess_rows
from tracker.ui.doing.commitment_grid import CommitmentGrid
from tracker.ui.doing.debate_dialog import DebateDialog
from tracker.ui.session import Session

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")  # the offscreen platform says so of each window


def opened(session: Session, qtbot: QtBot) -> DebateDialog:
    dialog = DebateDialog(session)
    qtbot.addWidget(dialog)
    with qtbot.waitExposed(dialog):
        dialog.show()
    dialog.activateWindow()
    return dialog


def fill_debate(dialog: DebateDialog, subject: str = "Mensenhandel", day: str = "20-5-2026") -> None:
    for name, words in (("subject", subject), ("day", day)):
        line = dialog.editors[name].input
        assert isinstance(line, QLineEdit)
        line.setText(words)


def column(grid: CommitmentGrid, name: str) -> int:
    return next(place for place, spec in enumerate(grid.specs) if spec.name == name)


def write(grid: CommitmentGrid, row: int, name: str, words: str) -> None:
    cell = grid.item(row, column(grid, name))
    assert cell is not None
    cell.setText(words)


def typed_in() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def test_typing_and_enter_fill_row_after_row(session: Session, qtbot: QtBot) -> None:
    dialog = opened(session, qtbot)
    dialog.grid.setCurrentCell(0, 0)
    dialog.grid.setFocus()
    for title in ("Een brief", "Een gesprek"):
        QTest.keyClicks(dialog.grid, title[0])
        QTest.keyClicks(typed_in(), title[1:])
        QTest.keyClick(typed_in(), Qt.Key.Key_Return)
        qtbot.waitUntil(lambda: dialog.grid.state() == CommitmentGrid.State.NoState)
        dialog.grid.setFocus()
    assert [words["title"] for words in dialog.typed_rows] == ["Een brief", "Een gesprek"]
    assert dialog.grid.currentRow() == 2
    assert dialog.accept_button.text() == "2 toezeggingen toevoegen"


def test_all_of_it_is_one_step(session: Session, qtbot: QtBot) -> None:
    dialog = opened(session, qtbot)
    fill_debate(dialog)
    write(dialog.grid, 0, "title", "Brief over de opvang")
    write(dialog.grid, 0, "wording", "voor het einde van het jaar")
    write(dialog.grid, dialog.grid.add_row(), "title", "Gesprek")
    QTest.mouseClick(dialog.accept_button, Qt.MouseButton.LeftButton)
    assert not dialog.isVisible()
    first, second = session.store.records(dialog.ids)
    assert (first["made_on"], first["chamber"], first.summary.deadline_end) == (
        date(2026, 5, 20), "Tweede Kamer", date(2026, 12, 31),
    )  # fmt: skip
    assert second["debate"] == first["debate"]
    session.editor.undo()
    assert session.store.counts(build.TODAY)[""] == 0


def test_the_day_that_the_words_give_is_shown_faintly(session: Session, qtbot: QtBot) -> None:
    dialog = opened(session, qtbot)
    write(dialog.grid, 0, "wording", "voor het einde van het jaar")
    end = dialog.grid.item(0, column(dialog.grid, "end"))
    assert end is not None
    assert end.data(Qt.ItemDataRole.UserRole) == ""
    fill_debate(dialog)
    assert end.data(Qt.ItemDataRole.UserRole) == "31-12-2026"
    assert end.text() == ""


def test_a_known_debate_is_chosen_instead(session: Session, qtbot: QtBot) -> None:
    known = build.debate(session.store, subject="Zeden", day=date(2026, 6, 1))
    dialog = opened(session, qtbot)
    dialog.debate.setCurrentIndex(dialog.debate.findData(known.id))
    assert not dialog.editors["subject"].isVisible()
    write(dialog.grid, 0, "title", "Brief")
    QTest.mouseClick(dialog.accept_button, Qt.MouseButton.LeftButton)
    made = session.store.records(dialog.ids)[0]
    assert (made["debate"], made["made_on"]) == (known.id, date(2026, 6, 1))


def test_lines_from_the_clipboard_fill_rows(session: Session, qtbot: QtBot) -> None:
    QGuiApplication.clipboard().setText('Een\tik zeg toe\nTwee\t"met\neen regel"\nDrie')
    dialog = opened(session, qtbot)
    dialog.grid.setCurrentCell(0, 0)
    QTest.keyClick(dialog.grid, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert [(words["title"], words["words_said"]) for words in dialog.typed_rows] == [
        ("Een", "ik zeg toe"), ("Twee", "met\neen regel"), ("Drie", ""),
    ]  # fmt: skip


def test_faults_stand_in_their_cells_and_in_a_sentence(session: Session, qtbot: QtBot) -> None:
    dialog = opened(session, qtbot)
    fill_debate(dialog, day="31-2-2026")
    write(dialog.grid, dialog.grid.add_row(), "end", "nooit")
    QTest.mouseClick(dialog.accept_button, Qt.MouseButton.LeftButton)
    assert dialog.isVisible()
    assert "geen bestaande dag" in dialog.editors["day"].fault
    cell = dialog.grid.item(1, column(dialog.grid, "title"))
    assert cell is not None
    assert cell.toolTip() == "Vul dit veld in."
    assert (dialog.grid.currentRow(), dialog.grid.currentColumn()) == (1, column(dialog.grid, "title"))
    cell.setText("Nu wel")
    assert cell.toolTip() == ""
    assert session.store.rows("debate") == []


def test_rows_can_be_taken_out_but_one_stays(session: Session, qtbot: QtBot) -> None:
    dialog = opened(session, qtbot)
    QTest.mouseClick(dialog.add_button, Qt.MouseButton.LeftButton)
    assert dialog.grid.rowCount() == 2
    for _ in range(3):
        dialog.grid.setCurrentCell(0, 0)
        QTest.mouseClick(dialog.remove_button, Qt.MouseButton.LeftButton)
    assert dialog.grid.rowCount() == 1


def test_del_clears_a_cell(session: Session, qtbot: QtBot) -> None:
    dialog = opened(session, qtbot)
    write(dialog.grid, 0, "title", "Weg")
    dialog.grid.setCurrentCell(0, 0)
    QTest.keyClick(dialog.grid, Qt.Key.Key_Delete)
    assert dialog.typed_rows == []


def test_tab_leaves_the_grid_at_its_end(session: Session, qtbot: QtBot) -> None:
    dialog = opened(session, qtbot)
    dialog.grid.setFocus()
    dialog.grid.setCurrentCell(0, 0)
    QTest.keyClick(dialog.grid, Qt.Key.Key_Tab)
    assert dialog.grid.currentColumn() == 1
    dialog.grid.setCurrentCell(0, dialog.grid.columnCount() - 1)
    QTest.keyClick(dialog.grid, Qt.Key.Key_Tab)
    assert typed_in() is not dialog.grid


def test_known_names_are_offered(session: Session, qtbot: QtBot) -> None:
    build.person(session.store, "Sanne de Vries")
    dialog = opened(session, qtbot)
    dialog.grid.setFocus()
    dialog.grid.setCurrentCell(0, column(dialog.grid, "owner"))
    QTest.keyClick(dialog.grid, Qt.Key.Key_F2)
    boxes = dialog.grid.findChildren(QComboBox)
    assert "Sanne de Vries" in [boxes[0].itemText(place) for place in range(boxes[0].count())]


def test_the_words_are_read_by_the_recesses_of_the_register(session: Session, qtbot: QtBot) -> None:
    rows = [replace(row, first_day=date(2026, 7, 10)) if row.first_day == date(2026, 7, 3) else row
            for row in recess_rows(session.store)]  # fmt: skip
    session.submit(changed_calendar(session.store, rows).finish().step())
    dialog = opened(session, qtbot)
    fill_debate(dialog)
    write(dialog.grid, 0, "wording", "voor het zomerreces")
    cell = dialog.grid.item(0, column(dialog.grid, "end"))
    assert cell is not None
    assert cell.data(Qt.ItemDataRole.UserRole) == "09-07-2026"


def test_a_cell_that_is_being_typed_in_counts_when_control_enter_does_it(session: Session, qtbot: QtBot) -> None:
    dialog = opened(session, qtbot)
    fill_debate(dialog)
    dialog.grid.setCurrentCell(0, 0)
    dialog.grid.setFocus()
    QTest.keyClick(dialog.grid, Qt.Key.Key_F2)
    QTest.keyClicks(typed_in(), "Een brief")
    with qtbot.waitActive(dialog):
        dialog.activateWindow()
    QTest.keyClick(typed_in(), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert dialog.result() == dialog.DialogCode.Accepted
    assert [one["title"] for one in session.store.records(list(dialog.ids))] == ["Een brief"]


def test_tab_walks_the_fields_of_the_debate_as_they_stand(session: Session, qtbot: QtBot) -> None:
    opened(session, qtbot)
    seen = [typed_in().accessibleName()]
    for _ in range(5):
        QTest.keyClick(typed_in(), Qt.Key.Key_Tab)
        seen.append(typed_in().accessibleName())
    named = [one for one in seen if one in {"Onderwerp", "Nummer", "Datum", "Soort debat", "Kamer"}]
    assert named == ["Onderwerp", "Nummer", "Datum", "Soort debat", "Kamer"]
