"""Correcting where the columns go: what was decided stays, the keyboard stays, and a saved mapping comes back."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from tests import builders as build
from tests.ui.importing.rehearsals import opened, shown
from tracker.services.importing.files import take_file
from tracker.ui.importing.fields_model import BECOMES, FIELD
from tracker.ui.importing.import_dialog import ImportDialog
from tracker.ui.importing.lines_model import SUBJECT
from tracker.ui.record.editors.calm_combo import CalmCombo
from tracker.ui.session import Session

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")  # the offscreen platform says so of each window

LIST = "Toezegging;Kenmerk;Rubriek\nEen brief sturen;TZ202605-001;opvang\nEen gesprek;TZ202605-002;zorg\n"


@pytest.fixture
def dialog(session: Session, qtbot: QtBot, tmp_path: Path) -> ImportDialog:
    path = tmp_path / "lijst.csv"
    path.write_text(LIST, encoding="utf-8")
    return opened(session, qtbot, take_file(path, today=build.TODAY))


def target_of(dialog: ImportDialog, heading: str) -> CalmCombo:
    return next(one for one in dialog.columns.targets if one.accessibleName().startswith(heading))


def send(dialog: ImportDialog, qtbot: QtBot, heading: str, target: str) -> None:
    """Send a column elsewhere, as with the keyboard."""
    dialog.tabs.setCurrentWidget(dialog.columns)
    combo = target_of(dialog, heading)
    combo.setFocus()
    place = combo.findData(target)
    combo.setCurrentIndex(place)
    combo.activated.emit(place)
    qtbot.waitUntil(lambda: dialog.is_rehearsed)


def focused() -> QWidget | None:
    return QApplication.focusWidget()


def test_what_was_decided_is_still_decided_when_a_column_goes_elsewhere(dialog: ImportDialog, qtbot: QtBot) -> None:
    dialog.plan.correct(0, "title", "Een brief schrijven")
    dialog.plan.tick(1, is_ticked=False)

    send(dialog, qtbot, "Rubriek", "theme")

    assert shown(dialog, SUBJECT) == ["Een brief schrijven", "Een gesprek"]
    assert dialog.accept_button.text() == "Overnemen: 1 nieuw"
    assert dialog.plan.proposals[0].values["theme"] == "opvang"


def test_the_keyboard_stays_on_the_column_that_was_sent_elsewhere(dialog: ImportDialog, qtbot: QtBot) -> None:
    send(dialog, qtbot, "Rubriek", "theme")

    assert focused() is target_of(dialog, "Rubriek")


def test_what_was_told_of_the_columns_follows(dialog: ImportDialog, qtbot: QtBot) -> None:
    def told() -> str:
        return " ".join(one.text() for one in dialog.findChildren(QLabel) if one.isVisibleTo(dialog))

    send(dialog, qtbot, "Rubriek", "keep")
    assert "Kolommen zonder eigen veld" in told()
    send(dialog, qtbot, "Rubriek", "theme")
    assert "Kolommen zonder eigen veld" not in told()


def test_a_saved_mapping_is_loaded_again(
    dialog: ImportDialog, session: Session, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = tmp_path / "indeling.json"
    monkeypatch.setattr("tracker.ui.importing.import_dialog.ask_for_file", lambda *_: kept)
    monkeypatch.setattr("tracker.ui.importing.import_dialog.ask_files", lambda *_, **__: [kept])
    send(dialog, qtbot, "Rubriek", "theme")
    QTest.mouseClick(dialog.columns.save_button, Qt.MouseButton.LeftButton)
    send(dialog, qtbot, "Rubriek", "ignore")

    QTest.mouseClick(dialog.columns.load_button, Qt.MouseButton.LeftButton)

    qtbot.waitUntil(lambda: dialog.is_rehearsed)
    assert dialog.plan.proposals[0].values["theme"] == "opvang"
    assert target_of(dialog, "Rubriek").currentData() == "theme"


@pytest.mark.parametrize(
    ("content", "told"),
    [
        ('{"format": "tracker mapping 1", "tables": []}', "andere koppen"),
        ("geen json", "geen bestand met kolomindelingen"),
    ],
)
def test_a_mapping_that_does_not_fit_changes_nothing_and_says_so(
    dialog: ImportDialog, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, content: str, told: str
) -> None:
    kept = tmp_path / "indeling.json"
    kept.write_text(content, encoding="utf-8")
    monkeypatch.setattr("tracker.ui.importing.import_dialog.ask_files", lambda *_, **__: [kept])
    dialog.tabs.setCurrentWidget(dialog.columns)

    QTest.mouseClick(dialog.columns.load_button, Qt.MouseButton.LeftButton)

    assert told in dialog.fault.text()
    assert dialog.is_rehearsed


def test_after_a_cell_was_corrected_the_keyboard_is_on_the_next(dialog: ImportDialog, qtbot: QtBot) -> None:
    table = dialog.rows.details.table
    model = dialog.rows.details.model
    row = next(row for row in range(model.rowCount()) if model.index(row, FIELD).data() == "Onderwerp")
    table.setFocus()
    table.setCurrentIndex(model.index(row, BECOMES))
    QTest.keyClick(table, Qt.Key.Key_F2)
    editor = focused()
    assert isinstance(editor, QLineEdit)
    editor.selectAll()
    QTest.keyClicks(editor, "Een andere titel")
    QTest.keyClick(editor, Qt.Key.Key_Return)

    qtbot.waitUntil(lambda: shown(dialog, SUBJECT)[0] == "Een andere titel")
    qtbot.waitUntil(table.hasFocus)
    qtbot.waitUntil(lambda: table.currentIndex().row() == row + 1)
