"""What is dragged onto the window is taken by what is in it: the cursor refuses no file by its name."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent
from PySide6.QtWidgets import QApplication

from tracker.ui.main_window import MainWindow
from tracker.ui.parts.dropped_files import dropped_files, importable


def carrying(*urls: QUrl) -> QMimeData:
    made = QMimeData()
    made.setUrls(list(urls))
    return made


def test_files_of_any_sort_and_folders_are_taken_to_be_read(tmp_path: Path) -> None:
    paths = [tmp_path / name for name in ("lijst.xlsx", "foto.png", "map")]

    assert dropped_files(carrying(*(QUrl.fromLocalFile(str(one)) for one in paths))) == paths


def test_an_address_of_the_web_is_no_file(tmp_path: Path) -> None:
    local = QUrl.fromLocalFile(str(tmp_path / "lijst.xlsx"))

    assert dropped_files(carrying(local, QUrl("https://www.tweedekamer.nl"))) == []
    assert dropped_files(QMimeData()) == []


def test_on_a_record_only_what_looks_like_a_list_or_letter_asks_what_is_meant() -> None:
    assert importable(["/tmp/lijst.xlsx"]) == [Path("/tmp/lijst.xlsx")]
    assert importable(["/tmp/lijst.xlsx", "/tmp/foto.png"]) == []


def test_a_file_that_another_program_would_move_here_stays_where_it_lies(opened: MainWindow, tmp_path: Path) -> None:
    actions = Qt.DropAction.CopyAction | Qt.DropAction.MoveAction
    for name in ("lijst.xlsx", "register.db"):
        carried = carrying(QUrl.fromLocalFile(str(tmp_path / name)))
        event = QDragEnterEvent(
            QPoint(5, 5), actions, carried, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        )
        event.setDropAction(Qt.DropAction.MoveAction)
        QApplication.sendEvent(opened, event)
        assert event.isAccepted()
        assert event.dropAction() == Qt.DropAction.CopyAction
