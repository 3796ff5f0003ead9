"""The table as hands know it from Excel: choosing cells and rows, the menu of a cell, dropping on rows."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QAccessible, QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from tests.ui.listing.doing import LEFT, NO_KEY, SHIFT, controller_of, entry
from tests.ui.listing.grid_hands import COLUMNS, CONTROL, KEY, at, card_of, centre, click, grid_of, press
from tests.ui.record.doing import answering
from tracker.store.record_store import Store
from tracker.ui.listing.view import RecordList
from tracker.ui.main_window import MainWindow
from tracker.ui.record.dragging import encode_records

# Qt says so of every popup window that is drawn without a screen.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


def test_a_click_on_a_cell_chooses_it_and_its_record(opened: MainWindow, grid: RecordList) -> None:
    click(grid, 2, "status")
    assert at(grid) == (2, "status")
    assert grid.picked.is_one_cell
    assert grid.selected_ids == [grid.records.id_at(2)] == [grid.current_id]
    assert opened.work_area is not None
    assert opened.work_area.record_pane is not None
    assert opened.work_area.record_pane.record is not None
    assert opened.work_area.record_pane.record.id == grid.current_id
    assert grid_of(opened).editing.card is None


def test_shift_chooses_a_rectangle_with_keys_and_mouse(opened: MainWindow, grid: RecordList) -> None:
    click(grid, 1, "title")
    press(KEY.Key_Down, SHIFT)
    press(KEY.Key_Right, SHIFT)
    assert (grid.picked.spans, grid.picked.columns) == (((1, 2),), (1, 2))
    click(grid, 3, "owner", SHIFT)
    assert (grid.picked.spans, grid.picked.columns) == (((1, 3),), (1, 2, 3, 4))
    click(grid, 0, "title", SHIFT)
    assert (grid.picked.spans, grid.picked.columns) == (((0, 1),), (1,))
    assert "2 gekozen" in opened.status.left.text()


def test_a_drag_over_cells_chooses_a_rectangle(grid: RecordList) -> None:
    QTest.mousePress(grid.viewport(), LEFT, NO_KEY, centre(grid, 0, "title"))
    for row in (1, 2):
        QTest.mouseMove(grid.viewport(), centre(grid, row, "status"))
    QTest.mouseRelease(grid.viewport(), LEFT, NO_KEY, centre(grid, 2, "status"))
    assert (grid.picked.spans, grid.picked.columns) == (((0, 2),), (1, 2))


def test_ctrl_click_adds_whole_rows(grid: RecordList) -> None:
    click(grid, 0, "title")
    click(grid, 2, "status", CONTROL)
    assert grid.picked.is_rows
    assert list(grid.picked.rows()) == [0, 2]
    click(grid, 0, "status", CONTROL)
    assert list(grid.picked.rows()) == [2]


def test_the_left_edge_and_shift_space_and_ctrl_a_choose_rows(grid: RecordList) -> None:
    click(grid, 1, "reference")
    assert grid.picked.is_rows
    press(KEY.Key_Down, SHIFT)
    assert (grid.picked.is_rows, grid.picked.spans) == (True, ((1, 2),))
    press(KEY.Key_Right)
    assert at(grid) == (2, "title")
    assert grid.picked.is_one_cell
    press(KEY.Key_Space, SHIFT)
    assert (grid.picked.is_rows, grid.picked.spans) == (True, ((2, 2),))
    press(KEY.Key_A, CONTROL)
    assert len(grid.selected_ids) == 4


def test_a_chosen_cell_survives_sorting(opened: MainWindow, grid: RecordList) -> None:
    click(grid, 3, "owner")
    chosen = grid.current_id
    controller_of(opened).sort_by("title")
    assert grid.current_id == chosen
    assert at(grid) == (grid.records.row_of(chosen or 0), "owner")
    assert grid.picked.is_one_cell


def test_heads_of_groups_do_not_count(opened: MainWindow, grid: RecordList) -> None:
    controller_of(opened).layouts.group("kind")
    press(KEY.Key_A, CONTROL)
    assert (grid.records.rowCount(), grid.selected_count, len(grid.selected_ids)) == (6, 4, 4)
    click(grid, 1, "title")
    press(KEY.Key_Down, SHIFT)
    press(KEY.Key_Down, SHIFT)
    assert (grid.picked.spans, grid.selected_count) == (((1, 4),), 3)
    assert "3 gekozen" in opened.status.left.text()


def test_a_click_on_a_heading_sorts_and_chooses_nothing(opened: MainWindow, grid: RecordList) -> None:
    click(grid, 0, "title")
    before = grid.picked.blocks
    header = grid.list_header
    QTest.mousePress(header.viewport(), LEFT, NO_KEY, QPoint(header.sectionViewportPosition(4) + 20, 10))
    assert grid.picked.blocks == before


def test_frozen_columns_choose_as_the_others(opened: MainWindow, grid: RecordList) -> None:
    controller_of(opened).layouts._freeze(2)
    click(grid, 0, "status")
    frozen = grid.frozen
    place = frozen.visualRect(grid.records.index(2, 1)).center()
    QTest.mouseClick(frozen.viewport(), LEFT, SHIFT, place)
    assert (grid.picked.spans, grid.picked.columns) == (((0, 2),), (1, 2))
    QTest.mouseClick(frozen.viewport(), LEFT, NO_KEY, frozen.visualRect(grid.records.index(1, 0)).center())
    assert (grid.picked.is_rows, grid.picked.spans) == (True, ((1, 1),))
    QTest.mouseClick(frozen.viewport(), LEFT, NO_KEY, place)
    press(KEY.Key_F2)
    assert card_of(opened).geometry().left() == frozen.columnWidth(0)


# --- menu, drops, screen readers --------------------------------------------------------------------------------------


def words_of(menu: QMenu) -> list[str]:
    return [one.text().replace("&", "").partition("\t")[0] for one in menu.actions() if one.text()]


def test_the_menu_of_a_cell_and_of_a_row(opened: MainWindow, grid: RecordList) -> None:
    click(grid, 0, "theme")
    words = words_of(grid_of(opened).menu.menu(0, "theme"))
    assert words[0] == "Cel bewerken"
    assert {"Kopiëren", "Plakken…", "Cellen leegmaken", "Filteren op deze waarde", "Ernaast tonen"} <= set(words)
    click(grid, 0, "reference")
    words = words_of(grid_of(opened).menu.menu(0, "reference"))
    assert {"Dupliceren", "Samenhang vastleggen…", "Gekozen records", "Verwijderen"} <= set(words)
    assert "Cellen leegmaken" not in words
    assert {"Afdoen…", "Uitstellen…"} <= set(words)
    click(grid, 1, "reference", SHIFT)
    words = words_of(grid_of(opened).menu.menu(0, "reference"))
    assert {"Alle afdoen…", "Termijnen uitstellen…"} <= set(words)


def test_a_row_can_be_put_off_from_its_menu(opened: MainWindow, grid: RecordList, filled: Store) -> None:
    click(grid, 0, "reference")
    entry(grid_of(opened).menu.menu(0, "reference"), "Uitstellen…")
    pane = grid_of(opened)._area.record_pane
    assert pane is not None
    panel = pane.deadlines_tab.panel
    assert panel is not None
    assert panel.isVisible()
    assert panel.old is not None
    assert panel.old["wording"] == "voor de zomer"
    row = next(at for at in range(4) if grid.records.id_at(at) == filled.find("T-2").id)
    click(grid, row, "reference")
    assert not pane.postpone_action.isEnabled()


def test_shift_f10_opens_the_menu_of_the_current_cell(opened: MainWindow, grid: RecordList) -> None:
    click(grid, 1, "theme")
    press(KEY.Key_F10, SHIFT)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert words_of(menu)[0] == "Cel bewerken"
    menu.close()


def test_records_dropped_on_a_row_are_related_to_it(opened: MainWindow, grid: RecordList, filled: Store) -> None:
    seen: list[str] = []
    dragged, target = filled.find("T-1"), filled.find("M-1")
    answering(
        lambda dialog: seen.append(dialog.windowTitle()),
        lambda: grid_of(opened).drops.take(target.id, [dragged.id], ()),
    )
    assert seen == ["M-1: samenhang toevoegen"]


def test_a_screen_reader_hears_record_column_and_value(grid: RecordList) -> None:
    found = QAccessible.queryAccessibleInterface(grid)
    assert found.role() == QAccessible.Role.Table
    cells = [found.child(place) for place in range(found.childCount())]
    names = [cell.text(QAccessible.Text.Name) for cell in cells if cell.role() == QAccessible.Role.Cell]
    assert names[:2] == ["M-1", "M-1, Onderwerp: Landelijke aansturing"]
    assert names[5] == "M-1, Thema: leeg"


@pytest.mark.parametrize("place", range(len(COLUMNS)))
def test_only_fields_of_the_record_look_editable(grid: RecordList, place: int) -> None:
    is_field = COLUMNS[place] in {"title", "status", "owner", "theme", "marking"}
    assert grid.is_editable(0, place) is is_field


def drop(rows: RecordList, row: int, carried: QMimeData) -> bool:
    """Drag something over a row and let it go there; gives whether the row takes it."""
    place, actions = centre(rows, row, "title"), Qt.DropAction.CopyAction
    enter = QDragEnterEvent(place, actions, carried, LEFT, NO_KEY)
    QApplication.sendEvent(rows.viewport(), enter)
    if not enter.isAccepted():
        return False
    QApplication.sendEvent(rows.viewport(), QDragMoveEvent(place, actions, carried, LEFT, NO_KEY))
    dropped = QDropEvent(QPointF(place), actions, carried, LEFT, NO_KEY)
    QApplication.sendEvent(rows.viewport(), dropped)
    return dropped.isAccepted()


def test_a_record_dragged_by_its_reference_leaves_the_choice_alone(
    opened: MainWindow, grid: RecordList, monkeypatch: pytest.MonkeyPatch
) -> None:
    click(grid, 0, "reference")
    dragged: list[list[int]] = []
    monkeypatch.setattr(grid_of(opened).drops, "drag", lambda ids: dragged.append(list(ids)))
    start = centre(grid, 2, "reference")
    QTest.mousePress(grid.viewport(), LEFT, NO_KEY, start)
    QTest.mouseMove(grid.viewport(), start + QPoint(40, 30))
    QTest.mouseRelease(grid.viewport(), LEFT, NO_KEY, start + QPoint(40, 30))
    assert dragged == [[grid.records.id_at(2)]]
    assert grid.picked.spans == ((0, 0),)


def test_a_drop_on_a_row_relates_adds_evidence_or_is_left_to_the_window(
    opened: MainWindow, grid: RecordList, filled: Store, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    taken: list[tuple[int | None, list[int], list[str]]] = []
    drops = grid_of(opened).drops
    monkeypatch.setattr(drops, "take", lambda one, ids, places: taken.append((one, list(ids), list(places))))
    target, other = grid.records.id_at(0), grid.records.id_at(2)
    assert other is not None
    assert drop(grid, 0, encode_records(filled.path, [other]))
    assert not drop(grid, 2, encode_records(filled.path, [other]))
    link, register = QMimeData(), QMimeData()
    link.setUrls([QUrl("https://example.org/brief.pdf")])
    register.setUrls([QUrl.fromLocalFile("/tmp/ander.db")])
    assert drop(grid, 0, link)
    enter = QDragEnterEvent(QPoint(20, 20), Qt.DropAction.CopyAction, register, LEFT, NO_KEY)
    drops.eventFilter(grid.viewport(), enter)
    assert not enter.isAccepted()  # so that it reaches the window, which opens it
    qtbot.waitUntil(lambda: len(taken) == 2)
    assert taken == [(target, [other], []), (target, [], ["https://example.org/brief.pdf"])]
    assert grid.drop_row == -1
