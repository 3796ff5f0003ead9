"""What tests of the list do with a window: find rows, open the filter popup, click headings."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu

from tracker.ui.listing.controller import ListController
from tracker.ui.listing.filter_popup import FilterPopup
from tracker.ui.listing.pane import ListPane
from tracker.ui.listing.view import RecordList
from tracker.ui.main_window import MainWindow

LEFT, NO_KEY, SHIFT = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier


def pane_of(window: MainWindow) -> ListPane:
    assert window.work_area is not None
    return window.work_area.list_pane


def rows_of(window: MainWindow) -> RecordList:
    return pane_of(window).list


def controller_of(window: MainWindow) -> ListController:
    assert window.work_area is not None
    assert window.work_area.controller is not None
    return window.work_area.controller


def shown(window: MainWindow) -> list[str]:
    """Give the first cell of every row."""
    rows = rows_of(window)
    return [rows.records.index(row, 0).data() for row in range(rows.records.rowCount())]


def chips(window: MainWindow) -> list[str]:
    return [chip.text() for chip in pane_of(window).chips.chips]


def column_place(window: MainWindow, key: str) -> int:
    return next(place for place, one in enumerate(rows_of(window).records.columns) if one.key == key)


def click_heading(window: MainWindow, key: str, modifier: Qt.KeyboardModifier = NO_KEY) -> None:
    header = rows_of(window).list_header
    place = QPoint(header.sectionViewportPosition(column_place(window, key)) + 20, 10)
    QTest.mouseClick(header.viewport(), LEFT, modifier, place)


def click_list(window: MainWindow, label: str) -> None:
    """Click a list at the left."""
    assert window.work_area is not None
    sidebar = window.work_area.sidebar
    row = next(at for at, one in enumerate(sidebar.side_model.items) if one.label.nl == label and one.icon)
    QTest.mouseClick(sidebar.viewport(), LEFT, NO_KEY, sidebar.visualRect(sidebar.side_model.index(row)).center())


def popup_of(window: MainWindow) -> FilterPopup:
    popup = controller_of(window).filters.popup
    assert popup is not None
    return popup


def choose(window: MainWindow, field: str, operation: str) -> FilterPopup:
    """Open the popup by its keys and choose what to ask."""
    window.actions_["filter"].trigger()
    popup = popup_of(window)
    popup.field_box.setCurrentText(field)
    popup.operation_box.setCurrentText(operation)
    return popup


def entry(menu: QMenu, words: str) -> None:
    """Choose an entry of a menu."""
    next(one for one in menu.actions() if one.text().replace("&", "").split("\t")[0] == words).trigger()
