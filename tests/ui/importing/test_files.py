"""Files on their way into a rehearsal: read beside the window, refused, several at once, dropped on it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QPlainTextEdit
from pytestqt.qtbot import QtBot

from tests.ui.importing.rehearsals import commitment, opened, shown, take_over, taken, titles
from tracker.ui.importing import begin
from tracker.ui.importing.begin import Reading, import_files
from tracker.ui.importing.import_dialog import ImportDialog
from tracker.ui.importing.lines_model import SUBJECT
from tracker.ui.session import Session

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")  # the offscreen platform says so of each window


def test_files_are_read_beside_the_window_and_then_rehearsed(session: Session, qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "lijst.csv"
    path.write_text("Kenmerk;Toezegging\nTZ202605-001;Een brief sturen\n", encoding="utf-8")
    reading = _begun(session, qtbot, [path])
    qtbot.waitUntil(lambda: reading.dialog is not None)
    dialog = reading.dialog
    assert dialog is not None
    qtbot.waitUntil(lambda: dialog.is_rehearsed)
    assert dialog.accept_button.text() == "Overnemen: 1 nieuw"
    dialog.reject()


def test_a_file_that_cannot_be_taken_in_is_told_in_a_sentence(session: Session, qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "leeg.xlsx"
    path.touch()
    reading = _begun(session, qtbot, [path])
    qtbot.waitUntil(lambda: "is leeg" in reading.words.text())
    assert reading.dialog is None
    reading.close()


def test_a_file_that_is_refused_does_not_keep_the_others_out(session: Session, qtbot: QtBot, tmp_path: Path) -> None:
    (tmp_path / "leeg.xlsx").touch()
    (tmp_path / "map").mkdir()
    (tmp_path / "lijst.csv").write_text("Kenmerk;Toezegging\nTZ202605-001;Een brief sturen\n", encoding="utf-8")
    reading = _begun(session, qtbot, [tmp_path / name for name in ("leeg.xlsx", "map", "lijst.csv")])
    qtbot.waitUntil(lambda: reading.dialog is not None)
    dialog = reading.dialog
    assert dialog is not None
    qtbot.waitUntil(lambda: dialog.is_rehearsed)
    told = [one.text() for one in dialog.files.findChildren(QLabel)]
    assert any("“leeg.xlsx” is leeg" in one for one in told)
    assert any("“map” is een map" in one for one in told)
    assert dialog.accept_button.text() == "Overnemen: 1 nieuw"
    dialog.reject()


def test_files_that_are_all_refused_are_told_together(session: Session, qtbot: QtBot, tmp_path: Path) -> None:
    (tmp_path / "leeg.xlsx").touch()
    (tmp_path / "foto.png").write_bytes(b"\x89PNG\r\n\x1a\n\0\0\0\0")
    reading = _begun(session, qtbot, [tmp_path / name for name in ("leeg.xlsx", "foto.png")])
    qtbot.waitUntil(lambda: "is leeg" in reading.words.text())
    assert "“foto.png” is geen werkmap" in reading.words.text()
    assert reading.windowTitle() == "Dat ging niet"
    reading.close()


def _begun(session: Session, qtbot: QtBot, paths: Sequence[Path]) -> Reading:
    window = QPlainTextEdit()
    qtbot.addWidget(window)
    window.show()
    reading = import_files(window, session, paths, lambda _: None)
    reading.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    return reading


def test_several_files_are_asked_for_at_once(
    session: Session, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = QPlainTextEdit()
    qtbot.addWidget(window)
    paths = [tmp_path / name for name in ("a.csv", "b.json")]
    monkeypatch.setattr(QFileDialog, "exec", lambda _: 1)
    monkeypatch.setattr(QFileDialog, "selectedFiles", lambda _: [str(one) for one in paths])

    assert begin.ask_for_files(window, session) == paths


def drop(dialog: ImportDialog, *paths: Path) -> bool:
    carried = QMimeData()
    carried.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    where = dialog.rect().center()
    entering = QDragEnterEvent(
        where, Qt.DropAction.CopyAction, carried, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )
    QApplication.sendEvent(dialog, entering)
    if not entering.isAccepted():
        return False
    dropping = QDropEvent(
        QPointF(where), Qt.DropAction.CopyAction, carried, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )
    QApplication.sendEvent(dialog, dropping)
    return dropping.isAccepted()


def csv_with(path: Path, title: str) -> Path:
    path.write_text(f"Soort;Onderwerp;Nummer\ntoezegging;{title};TZ202601-009\n", encoding="utf-8")
    return path


def test_a_file_dropped_on_the_rehearsal_joins_it_and_what_was_decided_stays(
    session: Session, qtbot: QtBot, tmp_path: Path
) -> None:
    dialog = opened(session, qtbot, taken(commitment("TZ202601-001"), commitment("TZ202601-002", row=3)))
    dialog.plan.correct(0, "title", "Beter gezegd")
    dialog.plan.tick(1, is_ticked=False)

    assert drop(dialog, csv_with(tmp_path / "nog een.csv", "Erbij gekomen"))
    qtbot.waitUntil(lambda: len(dialog.plan.proposals) == 3 and dialog.is_rehearsed)

    assert shown(dialog, SUBJECT) == ["Beter gezegd", "Een toezegging", "Erbij gekomen"]
    assert not dialog.plan.is_ticked(1)
    take_over(dialog, qtbot)
    assert titles(session) == ["Beter gezegd", "Erbij gekomen"]


def test_a_file_that_cannot_be_read_is_refused_by_its_own_name_and_the_rehearsal_stays(
    session: Session, qtbot: QtBot, tmp_path: Path
) -> None:
    dialog = opened(session, qtbot, taken(commitment("TZ202601-001")))
    broken = tmp_path / "stuk.pdf"
    broken.write_bytes(b"%PDF-1.4\nniets")

    assert drop(dialog, broken)
    qtbot.waitUntil(lambda: bool(dialog.files.refused) and dialog.is_rehearsed)

    said = [one.text() for one in dialog.files.findChildren(QLabel)]
    assert any("stuk.pdf" in words for words in said)
    assert shown(dialog, SUBJECT) == ["Een toezegging"]
