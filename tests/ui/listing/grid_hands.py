"""What hands do with the table: click cells, press keys, and see where the focus is."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from tests.ui.listing.doing import LEFT, NO_KEY
from tracker.ui.listing.cell_card import CellCard
from tracker.ui.listing.grid import Grid
from tracker.ui.listing.view import RecordList
from tracker.ui.main_window import MainWindow

CONTROL = Qt.KeyboardModifier.ControlModifier
COLUMNS = ["reference", "title", "status", "deadline_end", "owner", "theme", "marking"]
KEY = Qt.Key


def grid_of(window: MainWindow) -> Grid:
    assert window.work_area is not None
    assert window.work_area.grid is not None
    return window.work_area.grid


def card_of(window: MainWindow) -> CellCard:
    card = grid_of(window).editing.card
    assert card is not None
    return card


def click(rows: RecordList, row: int, key: str, modifier: Qt.KeyboardModifier = NO_KEY) -> None:
    QTest.mouseClick(rows.viewport(), LEFT, modifier, centre(rows, row, key))


def centre(rows: RecordList, row: int, key: str) -> QPoint:
    place = next(place for place, one in enumerate(rows.records.columns) if one.key == key)
    return rows.visualRect(rows.records.index(row, place)).center()


def type_(words: str) -> None:
    """Type as hands do: each letter goes to what has the focus by then."""
    for letter in words:
        QTest.keyClicks(focused(), letter)


def press(key: Qt.Key, modifier: Qt.KeyboardModifier = NO_KEY) -> None:
    QTest.keyClick(focused(), key, modifier)


def at(rows: RecordList) -> tuple[int, str]:
    column = rows.current_column
    assert column is not None
    return rows.currentIndex().row(), column.key


def focused() -> QWidget:
    found = QApplication.focusWidget()
    assert found is not None
    return found
