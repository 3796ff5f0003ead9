"""Importing where no register is open: into a new one."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QPushButton
from pytestqt.qtbot import QtBot

from tests.ui.programs import register, shown_title
from tracker.app import Program
from tracker.ui.errors import SentenceDialog
from tracker.ui.importing.import_dialog import ImportDialog

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", r"raise\(\)")


def answer_files(monkeypatch: pytest.MonkeyPatch, chosen: list[Path], target: Path | None) -> list[str]:
    """Answer what is asked about files; gives the names that are proposed for a new register."""
    proposed: list[str] = []

    def give_target(_window: object, _title: str, name: str, _pattern: str) -> tuple[str, str]:
        proposed.append(Path(name).name)
        return str(target or ""), ""

    monkeypatch.setattr(QFileDialog, "exec", lambda _: 1)
    monkeypatch.setattr(QFileDialog, "selectedFiles", lambda _: [str(one) for one in chosen])
    monkeypatch.setattr(QFileDialog, "getSaveFileName", give_target)
    return proposed


def list_of_last_year(folder: Path) -> Path:
    made = folder / "Toezeggingen 2025.csv"
    made.write_text("Nummer;Onderwerp\nTZ202501-001;Brief over de opvang\n", encoding="utf-8")
    return made


def rehearsal_of(program: Program, qtbot: QtBot) -> ImportDialog:
    def shown() -> ImportDialog | None:
        return next((one for one in program.window.findChildren(ImportDialog) if one.isVisible()), None)

    qtbot.waitUntil(lambda: (one := shown()) is not None and one.is_rehearsed, timeout=20_000)
    dialog = shown()
    assert dialog is not None
    return dialog


def test_the_first_window_takes_a_list_into_a_new_register_named_after_it(
    program: Program, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    proposed = answer_files(monkeypatch, [list_of_last_year(tmp_path)], tmp_path / "mijn.db")
    program.start(None)
    assert program.window.start_page is not None
    QTest.keyClick(program.window.start_page.import_button, Qt.Key.Key_Space)
    assert proposed == ["Toezeggingen 2025.db"]
    rehearsal_of(program, qtbot).submit()
    assert program.store is not None
    assert program.store.path == tmp_path / "mijn.db"
    qtbot.waitUntil(lambda: shown_title(program) == "Brief over de opvang", timeout=20_000)


def test_who_takes_nothing_over_keeps_the_empty_register(
    program: Program, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    answer_files(monkeypatch, [list_of_last_year(tmp_path)], tmp_path / "mijn.db")
    program.start(None)
    program.window.actions_["import"].trigger()
    rehearsal_of(program, qtbot).reject()
    assert program.store is not None
    assert program.store.path == tmp_path / "mijn.db"
    assert shown_title(program) == ""


@pytest.mark.parametrize("target", [None, "er-al.db"])
def test_without_a_place_for_the_register_the_first_window_stays(
    program: Program, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, target: str | None
) -> None:
    register(tmp_path / "er-al.db", "Eerste")
    answer_files(monkeypatch, [list_of_last_year(tmp_path)], None if target is None else tmp_path / target)
    program.start(None)
    assert program.window.start_page is not None
    program.window.start_page.import_button.click()
    assert program.store is None
    assert program.window.start_page is not None
    if target is not None:
        qtbot.waitUntil(lambda: program.errors.dialog is not None)
        assert isinstance(program.errors.dialog, SentenceDialog)
        assert "er-al" in program.errors.dialog.sentence.text()
        program.errors.dialog.accept()


def test_a_list_dropped_on_the_first_window_goes_into_a_new_register(
    program: Program, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    answer_files(monkeypatch, [], tmp_path / "mijn.db")
    program.start(None)
    carried = QMimeData()
    carried.setUrls([QUrl.fromLocalFile(str(list_of_last_year(tmp_path)))])
    place, actions = program.window.rect().center(), Qt.DropAction.CopyAction
    left, no_key = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(place, actions, carried, left, no_key)
    QApplication.sendEvent(program.window, enter)
    assert enter.isAccepted()
    QApplication.sendEvent(program.window, QDropEvent(QPointF(place), actions, carried, left, no_key))
    rehearsal_of(program, qtbot).reject()
    assert program.store is not None
    assert program.store.path == tmp_path / "mijn.db"


def test_an_empty_register_offers_to_take_a_list_in(
    program: Program, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    answer_files(monkeypatch, [list_of_last_year(tmp_path)], tmp_path / "mijn.db")
    program.start(None)
    assert program.window.start_page is not None
    QTest.keyClick(program.window.start_page.import_button, Qt.Key.Key_Space)
    rehearsal_of(program, qtbot).reject()
    area = program.window.work_area
    assert area is not None
    qtbot.waitUntil(area.list_pane.empty.isVisible)
    first = area.list_pane.empty.findChildren(QPushButton)[0]
    assert first.text() == "Lijst importeren…"
    QTest.keyClick(first, Qt.Key.Key_Space)
    rehearsal_of(program, qtbot).submit()
    qtbot.waitUntil(lambda: shown_title(program) == "Brief over de opvang", timeout=20_000)
