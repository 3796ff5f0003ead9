"""The Kamer's open data beside the register: a list to work through, and what is missing on its way in."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPlainTextEdit
from pytestqt.qtbot import QtBot

from tests import builders as build
from tests.importing_samples import PAGE
from tracker.services.editing import change_record
from tracker.ui.importing.begin import Comparing, compare_files
from tracker.ui.importing.compare_dialog import CompareDialog
from tracker.ui.importing.import_dialog import ImportDialog
from tracker.ui.session import Session

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")  # the offscreen platform says so of each window


@pytest.fixture
def window(qtbot: QtBot) -> QPlainTextEdit:
    made = QPlainTextEdit()
    qtbot.addWidget(made)
    made.show()
    return made


def compared(session: Session, qtbot: QtBot, window: QPlainTextEdit, folder: Path) -> CompareDialog:
    path = folder / "pagina.json"
    path.write_text(PAGE, encoding="utf-8")
    comparing: Comparing = compare_files(window, session, [path], lambda _: None)
    comparing.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    qtbot.waitUntil(lambda: comparing.dialog is not None)
    assert comparing.dialog is not None
    return comparing.dialog


def rehearsed(window: QPlainTextEdit, qtbot: QtBot) -> ImportDialog:
    rehearsal = window.findChild(ImportDialog)
    assert isinstance(rehearsal, ImportDialog)
    qtbot.waitUntil(lambda: rehearsal.is_rehearsed)
    return rehearsal


def test_what_differs_leads_to_its_record(
    session: Session, qtbot: QtBot, window: QPlainTextEdit, tmp_path: Path
) -> None:
    ours = build.commitment(session.store, number="TZ202605-101", status="openstaand")
    dialog = compared(session, qtbot, window, tmp_path)
    model = dialog.differences.model
    assert [model.index(0, column).data() for column in (1, 2, 4, 5, 6)] == [
        ours.reference, "TZ202605-101", "Status", "openstaand", "voldaan",
    ]  # fmt: skip
    with qtbot.waitSignal(session.record_wanted) as wanted:
        QTest.mouseClick(dialog.accept_button, Qt.MouseButton.LeftButton)
    assert wanted.args == [ours.id]


def test_what_is_missing_is_rehearsed_as_an_import(
    session: Session, qtbot: QtBot, window: QPlainTextEdit, tmp_path: Path
) -> None:
    build.commitment(session.store, number="TZ202605-101", status="voldaan")
    dialog = compared(session, qtbot, window, tmp_path)
    dialog.tabs.setCurrentIndex(1)
    assert dialog.missing.model.rowCount() == 1
    assert dialog.accept_button.text() == "1 &importeren: eerst een proef…"

    QTest.mouseClick(dialog.accept_button, Qt.MouseButton.LeftButton)

    rehearsal = rehearsed(window, qtbot)
    assert rehearsal.accept_button.text() == "Overnemen: 1 nieuw"
    QTest.mouseClick(rehearsal.accept_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: dialog.missing.model.open_count == 0 and dialog.is_current)
    assert dialog.missing.model.index(0, 0).data() == "nu hier"
    assert not dialog.accept_button.isEnabled()


def test_what_the_chamber_says_of_one_record_is_taken_over_by_a_rehearsal(
    session: Session, qtbot: QtBot, window: QPlainTextEdit, tmp_path: Path
) -> None:
    ours = build.commitment(session.store, number="TZ202605-101", status="openstaand")
    dialog = compared(session, qtbot, window, tmp_path)

    QTest.mouseClick(dialog.take_button, Qt.MouseButton.LeftButton)

    rehearsal = rehearsed(window, qtbot)
    assert [rehearsal.plan.line(number).reference for number in rehearsal.plan.numbers()] == [ours.reference]
    assert rehearsal.account.counted.isHidden()  # the cells are those of the whole file
    rehearsal.reject()


def test_a_difference_that_was_mended_says_so_where_it_stands(
    session: Session, qtbot: QtBot, window: QPlainTextEdit, tmp_path: Path
) -> None:
    ours = build.commitment(session.store, number="TZ202605-101", status="openstaand")
    build.deadline(session.store, ours, wording="voor eind 2026")
    dialog = compared(session, qtbot, window, tmp_path)
    rows = dialog.differences.model.rowCount()
    assert dialog.tabs.tabText(0) == f"Verschillen ({rows})"
    status = [dialog.differences.model.index(row, 4).data() for row in range(rows)].index("Status")

    session.submit(change_record(session.store, ours, {"status": "voldaan"}))

    qtbot.waitUntil(lambda: dialog.differences.model.index(status, 0).data() == "nu gelijk")
    assert dialog.differences.model.rowCount() == rows
    assert dialog.tabs.tabText(0) == f"Verschillen ({rows - 1})"


def test_space_ticks_what_was_seen_and_it_is_not_shown_the_next_time(
    session: Session, qtbot: QtBot, window: QPlainTextEdit, tmp_path: Path
) -> None:
    build.commitment(session.store, number="TZ202605-101", status="openstaand")
    dialog = compared(session, qtbot, window, tmp_path)
    rows = dialog.differences.model.rowCount()
    dialog.differences.table.selectAll()
    QTest.keyClick(dialog.differences.table, Qt.Key.Key_Space)
    assert dialog.differences.model.rowCount() == rows  # nothing jumps away under one's hands
    assert dialog.tabs.tabText(0) == "Verschillen (0)"
    dialog.close()

    again = compared(session, qtbot, window, tmp_path)
    assert again.differences.model.rowCount() == 0
    assert again.differences.empty.text() == "Alles hier is bekeken."
    QTest.mouseClick(again.differences.with_seen, Qt.MouseButton.LeftButton)
    assert again.differences.model.rowCount() == rows
    QTest.keyClick(again.differences.table, Qt.Key.Key_Space)
    assert again.differences.model.open_count == 1


def test_the_list_is_narrowed_to_one_sort_of_difference(
    session: Session, qtbot: QtBot, window: QPlainTextEdit, tmp_path: Path
) -> None:
    ours = build.commitment(session.store, number="TZ202605-101", status="openstaand")
    build.deadline(session.store, ours, wording="voor 1 mei 2026")
    dialog = compared(session, qtbot, window, tmp_path)
    pane = dialog.differences
    assert [pane.sort.itemText(place) for place in range(pane.sort.count())] == [
        "Alles (2)",
        "Status (1)",
        "Termijn (1)",
    ]

    pane.sort.setCurrentIndex(2)

    assert [pane.model.index(row, 4).data() for row in range(pane.model.rowCount())] == ["Termijn"]


def test_pages_in_several_files_are_compared_together(
    session: Session, qtbot: QtBot, window: QPlainTextEdit, tmp_path: Path
) -> None:
    page = json.loads(PAGE)
    for number, row in enumerate(page["value"]):
        more = {"@odata.nextLink": "Toezegging?$skip=1"} if number == 0 else {}
        (tmp_path / f"{number}.json").write_text(json.dumps({**page, "value": [row], **more}), encoding="utf-8")
    comparing = compare_files(window, session, [tmp_path / "0.json", tmp_path / "1.json"], lambda _: None)
    comparing.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    qtbot.waitUntil(lambda: comparing.dialog is not None)
    assert comparing.dialog is not None

    assert comparing.dialog.missing.model.rowCount() == 2
    shown = [one.text() for one in comparing.dialog.findChildren(QLabel)]
    assert any(one.startswith("0.json (+1) · ") for one in shown)
    assert not any("niet alle" in one for one in shown)


def test_the_comparison_is_saved_as_a_workbook(
    session: Session, qtbot: QtBot, window: QPlainTextEdit, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    dialog = compared(session, qtbot, window, tmp_path)
    target = tmp_path / "vergelijking.xlsx"
    monkeypatch.setattr("tracker.ui.importing.compare_dialog.ask_for_file", lambda *_: target)

    QTest.mouseClick(dialog.save_button, Qt.MouseButton.LeftButton)

    assert target.stat().st_size > 0
