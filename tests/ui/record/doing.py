"""What the tests of the pane do again and again: type in a field, answer a dialog."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QDialog, QLabel, QPushButton, QTableWidget, QWidget
from pytestqt.qtbot import QtBot

from tracker.ui.record.editors.field_editor import FieldEditor
from tracker.ui.record.form import FieldsForm
from tracker.ui.record.record_pane import RecordPane


def form_of(pane: RecordPane) -> FieldsForm:
    form = pane.form_page.form
    assert form is not None
    return form


def editor(pane: RecordPane, name: str) -> FieldEditor:
    return form_of(pane).editors[name]


def type_in(qtbot: QtBot, target: FieldEditor, words: str) -> None:
    """Replace what stands in an input by typing."""
    target.input.setFocus()
    if isinstance(target.input, QComboBox) and not target.input.isEditable():
        target.input.setCurrentText(words)
        return
    QTest.keyClick(target.input, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(target.input, Qt.Key.Key_Delete)
    QTest.keyClicks(target.input, words)


def answering(act: Callable[[Any], None], opening: Callable[[], Any]) -> None:
    """Open a dialog and act on it; one that is still open afterwards is closed, so that a failing test ends."""

    def on_open() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, QDialog)
        try:
            act(dialog)
        finally:
            if dialog.isVisible():
                dialog.done(QDialog.DialogCode.Rejected)  # without its question about what was typed

    QTimer.singleShot(0, on_open)
    opening()


def click(qtbot: QtBot, target: QWidget) -> None:
    QTest.mouseClick(target, Qt.MouseButton.LeftButton)


def press(qtbot: QtBot, inside: QWidget, words: str) -> None:
    """Click the button of these words; the newest, for those of cards that were taken away live on for a while."""
    buttons = inside.findChildren(QPushButton)
    found = [one for one in buttons if one.text().strip() == words]
    assert found, [one.text() for one in buttons]
    click(qtbot, found[-1])


def words_in(inside: QWidget) -> str:
    """Give all words of the labels that can be seen."""
    QApplication.processEvents()  # widgets that were just put into a layout are shown by a posted event
    return "\n".join(one.text() for one in inside.findChildren(QLabel) if one.isVisibleTo(inside))


def write_cell(table: QTableWidget, row: int, column: int, words: str) -> None:
    cell = table.item(row, column)
    assert cell is not None
    cell.setText(words)


def cell_words(table: QTableWidget, row: int) -> list[str]:
    cells = [table.item(row, column) for column in range(table.columnCount())]
    return [cell.text() for cell in cells if cell is not None]
