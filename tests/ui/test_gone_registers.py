"""Registers that are not where they were: at the start, and while one of them is open."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from PySide6.QtWidgets import QMessageBox, QPushButton
from pytestqt.qtbot import QtBot

from tests.ui.programs import register, shown_title
from tracker.app import Program
from tracker.services.recent import recent_registers, remember_register
from tracker.services.unsaved import UnsavedTexts
from tracker.ui.record.record_pane import RecordPane
from tracker.ui.work_area import WorkArea

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", r"raise\(\)")


def opened_at_its_record(program: Program, folder: Path) -> tuple[Path, WorkArea, RecordPane]:
    """Open a register, with its only record on show."""
    path = register(folder / "een.db", "Eerste")
    program.start(None)
    program.open(path)
    area = program.window.work_area
    assert area is not None
    assert area.record_pane is not None
    area.open_record(1)
    return path, area, area.record_pane


def test_a_last_register_that_is_gone_is_told_and_no_other_takes_its_place(program: Program, tmp_path: Path) -> None:
    remember_register(register(tmp_path / "ander.db", "Ander"))
    remember_register(tmp_path / "weg.db")
    program.start(None)
    page = program.window.start_page
    assert page is not None
    assert "weg.db is niet gevonden" in page.problem.text()
    assert not page.find_button.isHidden()
    shown = [one.text() for one in page.findChildren(QPushButton)]
    assert "weg.db (niet gevonden)" in shown
    assert "ander.db" in shown


def test_a_missing_register_can_be_taken_off_the_list(
    program: Program, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    remember_register(tmp_path / "weg.db")
    program.start(None)

    def answer(box: QMessageBox) -> int:
        next(one for one in box.buttons() if "lijst" in one.text()).click()
        return 0

    monkeypatch.setattr(QMessageBox, "exec", answer)
    program.open(tmp_path / "weg.db")
    assert recent_registers() == []


@pytest.mark.skipif(os.name == "nt", reason="an open file cannot be moved there")
def test_a_register_that_is_moved_is_told_at_once_and_goes_on_elsewhere_with_what_was_typed(
    program: Program, qtbot: QtBot, tmp_path: Path
) -> None:
    path, area, pane = opened_at_its_record(program, tmp_path)
    form = pane.form_page.form
    assert form is not None
    form.editors["title"].set_value("Anders", quietly=False)
    path.unlink()
    qtbot.waitUntil(lambda: not area.notice.isHidden())
    assert "is er niet meer" in area.notice.words.text()
    assert not area.commit()
    program.save_elsewhere(tmp_path / "gered.db")
    assert program.store is not None
    assert program.store.path.name == "gered.db"
    assert shown_title(program) == "Eerste"
    assert [one.typed for one in UnsavedTexts(tmp_path / "gered.db").all()] == [{"title": "Anders"}]
    UnsavedTexts(tmp_path / "gered.db").drop("1")


@pytest.mark.skipif(os.name == "nt", reason="an open file cannot be moved there")
def test_a_register_that_is_back_takes_back_what_was_said_of_it(program: Program, qtbot: QtBot, tmp_path: Path) -> None:
    path, area, pane = opened_at_its_record(program, tmp_path)
    form = pane.form_page.form
    assert form is not None
    form.editors["title"].set_value("Anders", quietly=False)
    path.rename(tmp_path / "weg.db")
    qtbot.waitUntil(lambda: not area.notice.isHidden())
    assert not area.commit()
    assert "is er niet meer" in pane.notice.text()
    (tmp_path / "weg.db").rename(path)
    qtbot.waitUntil(area.notice.isHidden)
    assert pane.notice.isHidden()
    assert area.commit()


@pytest.mark.skipif(os.name == "nt", reason="an open file cannot be moved there")
def test_a_register_that_is_back_takes_back_what_was_said_at_a_deadline(
    program: Program, qtbot: QtBot, tmp_path: Path
) -> None:
    path, area, pane = opened_at_its_record(program, tmp_path)
    pane.tabs.setCurrentWidget(pane.deadlines_tab)
    pane.deadlines_tab.add_deadline()
    panel = pane.deadlines_tab.panel
    assert panel is not None
    panel.editors["wording"].set_value("eind 2026")
    path.rename(tmp_path / "weg.db")
    qtbot.waitUntil(lambda: not area.notice.isHidden())
    assert not area.commit()
    assert "is er niet meer" in panel.fault.text()
    (tmp_path / "weg.db").rename(path)
    qtbot.waitUntil(area.notice.isHidden)
    assert panel.fault.isHidden()
    assert area.commit()
