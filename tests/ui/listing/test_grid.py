"""The table as hands know it from Excel: choosing cells, editing in place, clearing, copying, pasting, filling."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QAccessible, QDragEnterEvent, QDragMoveEvent, QDropEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QMenu, QWidget
from pytestqt.qtbot import QtBot

from tests import builders as build
from tests.ui.listing.doing import LEFT, NO_KEY, SHIFT, controller_of, pane_of
from tests.ui.record.doing import answering
from tracker.basics.language import Language
from tracker.services.clipboard_cells import read_cells
from tracker.services.editor import Editor
from tracker.store.record_store import Store
from tracker.ui.doing.paste_dialog import FillDownDialog, PasteDialog
from tracker.ui.listing.cell_card import CellCard
from tracker.ui.listing.grid import Grid
from tracker.ui.listing.view import RecordList
from tracker.ui.main_window import MainWindow
from tracker.ui.record.dragging import encode_records
from tracker.ui.record.stale_dialog import StaleDialog
from tracker.ui.session import Session

# Qt says so of every popup window that is drawn without a screen.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
CONTROL = Qt.KeyboardModifier.ControlModifier
COLUMNS = ["reference", "title", "status", "deadline_end", "owner", "theme", "marking"]
KEY = Qt.Key


@pytest.fixture
def grid(opened: MainWindow) -> RecordList:
    """The list of all records with seven columns, four rows, and the focus."""
    pane = pane_of(opened)
    opened.resize(1700, 800)
    pane.offer_columns(pane.all_columns, COLUMNS)
    opened.activateWindow()
    pane.list.setFocus()
    return pane.list


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


# --- choosing ---------------------------------------------------------------------------------------------------------


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


# --- editing ----------------------------------------------------------------------------------------------------------


def test_typing_replaces_and_enter_commits_and_goes_down(opened: MainWindow, grid: RecordList, filled: Store) -> None:
    click(grid, 0, "title")
    type_("Nieuw onderwerp")
    assert filled.find("M-1")["title"] == "Landelijke aansturing"
    press(KEY.Key_Return)
    assert filled.find("M-1")["title"] == "Nieuw onderwerp"
    assert at(grid) == (1, "title")
    assert focused() is grid
    press(KEY.Key_Return)
    assert at(grid) == (2, "title")
    opened.actions_["undo"].trigger()
    assert filled.find("M-1")["title"] == "Landelijke aansturing"


def test_f2_and_a_double_click_keep_the_text(opened: MainWindow, grid: RecordList, filled: Store) -> None:
    click(grid, 0, "title")
    press(KEY.Key_F2)
    type_(" nu")
    press(KEY.Key_Return, SHIFT)
    assert filled.find("M-1")["title"] == "Landelijke aansturing nu"
    QTest.mouseDClick(grid.viewport(), LEFT, NO_KEY, centre(grid, 0, "title"))
    type_("!")
    press(KEY.Key_Tab)
    assert filled.find("M-1")["title"] == "Landelijke aansturing nu!"
    assert at(grid) == (0, "status")
    press(KEY.Key_F2)
    press(KEY.Key_Backtab, SHIFT)
    assert at(grid) == (0, "title")


def test_escape_restores(opened: MainWindow, grid: RecordList, filled: Store) -> None:
    click(grid, 0, "title")
    type_("Weg ermee")
    press(KEY.Key_Escape)
    assert grid_of(opened).editing.card is None
    assert focused() is grid
    assert filled.find("M-1")["title"] == "Landelijke aansturing"
    assert at(grid) == (0, "title")


def test_what_cannot_be_saved_stays_with_its_sentence(opened: MainWindow, grid: RecordList, filled: Store) -> None:
    click(grid, 0, "title")
    press(KEY.Key_F2)
    line = card_of(opened).editor.input
    assert isinstance(line, QLineEdit)
    line.selectAll()
    press(KEY.Key_Delete)
    press(KEY.Key_Return)
    assert card_of(opened).editor.fault == "Vul dit veld in."
    assert not opened.work_area.commit()  # type: ignore[union-attr]
    type_("Toch iets")
    press(KEY.Key_Return)
    assert filled.find("M-1")["title"] == "Toch iets"


def test_leaving_for_another_part_of_the_window_saves(opened: MainWindow, grid: RecordList, filled: Store) -> None:
    click(grid, 0, "theme")
    type_("opvang")
    QTest.mouseClick(pane_of(opened).search, LEFT)
    pane_of(opened).search.setFocus()
    assert filled.find("M-1")["theme"] == "opvang"
    assert focused() is pane_of(opened).search


def test_a_choice_opens_with_f4_and_is_saved_when_chosen(
    opened: MainWindow, grid: RecordList, filled: Store, qtbot: QtBot
) -> None:
    click(grid, 0, "status")
    press(KEY.Key_F4)
    combo = card_of(opened).editor.input
    assert isinstance(combo, QComboBox)
    view = combo.view()
    qtbot.waitUntil(view.isVisible)
    QTest.keyClick(view, KEY.Key_Down)
    chosen = view.currentIndex().data()
    QTest.keyClick(view, KEY.Key_Return)
    assert filled.find("M-1")["status"] == chosen
    assert at(grid) == (0, "status")


def test_a_choice_is_found_by_its_first_letters(grid: RecordList, filled: Store) -> None:
    click(grid, 0, "status")
    type_("afg")
    press(KEY.Key_Return)
    assert filled.find("M-1")["status"].startswith("afg")


def test_a_person_is_made_by_name_and_offered_the_next_time(
    opened: MainWindow, grid: RecordList, filled: Store
) -> None:
    click(grid, 0, "owner")
    type_("Ada Voorbeeld")
    press(KEY.Key_Return)
    assert grid.records.index(0, 4).data() == "Ada Voorbeeld"
    type_("ada")
    combo = card_of(opened).editor.input
    assert isinstance(combo, QComboBox)
    popup = combo.completer().popup()  # type: ignore[union-attr]
    assert popup is not None
    popup.setCurrentIndex(combo.completer().completionModel().index(0, 0))  # type: ignore[union-attr]
    QTest.keyClick(popup, KEY.Key_Return)
    QApplication.processEvents()
    assert grid.records.index(1, 4).data() == "Ada Voorbeeld"
    assert at(grid) == (2, "owner")


def test_days_are_typed_freely_and_today_has_a_key(opened: MainWindow, grid: RecordList, filled: Store) -> None:
    controller_of(opened).choose("motion", None)
    pane = pane_of(opened)
    pane.offer_columns(pane.all_columns, ["reference", "title", "field.settled_on", "field.tags"])
    grid.setFocus()
    row = grid.records.row_of(filled.find("M-1").id)
    click(grid, row, "field.settled_on")
    type_("q3 2026")
    press(KEY.Key_Tab)
    assert str(filled.find("M-1")["settled_on"]) == "2026-09-30"
    type_("zorg; opvang")
    press(KEY.Key_Backtab, SHIFT)
    assert filled.find("M-1")["tags"] == ("zorg", "opvang")
    QTest.keyClick(grid, KEY.Key_Semicolon, CONTROL)
    press(KEY.Key_Return)
    assert filled.find("M-1")["settled_on"] == build.TODAY
    click(grid, row, "field.settled_on")
    type_("32-13")
    press(KEY.Key_Return)
    assert "geen bestaande dag" in card_of(opened).editor.fault


def test_what_follows_from_a_deadline_is_changed_there(opened: MainWindow, grid: RecordList, qtbot: QtBot) -> None:
    click(grid, 0, "deadline_end")
    type_("1")
    assert grid_of(opened).editing.card is None
    assert "volgt uit de termijn" in opened.status.left.text()
    QTest.mouseDClick(grid.viewport(), LEFT, NO_KEY, centre(grid, 0, "deadline_end"))
    pane = opened.work_area.record_pane  # type: ignore[union-attr]
    assert pane is not None
    qtbot.waitUntil(lambda: pane.deadlines_tab.isAncestorOf(focused()))
    assert pane.tabs.currentWidget() is pane.deadlines_tab


def test_the_reference_opens_the_form(opened: MainWindow, grid: RecordList) -> None:
    click(grid, 0, "reference")
    type_("x")
    assert "verandert nooit" in opened.status.left.text()
    QTest.mouseDClick(grid.viewport(), LEFT, NO_KEY, centre(grid, 0, "reference"))
    pane = opened.work_area.record_pane  # type: ignore[union-attr]
    assert pane is not None
    assert pane.isAncestorOf(focused())


def test_what_was_typed_in_the_form_is_saved_first(opened: MainWindow, grid: RecordList, filled: Store) -> None:
    click(grid, 0, "title")
    pane = opened.work_area.record_pane  # type: ignore[union-attr]
    assert pane is not None
    assert pane.form_page.form is not None
    pane.form_page.form.editors["theme"].set_value("opvang")
    press(KEY.Key_F2)
    assert filled.find("M-1")["theme"] == "opvang"
    type_(" 2")
    press(KEY.Key_Return)
    assert filled.find("M-1")["title"].endswith(" 2")


def test_a_cell_that_somebody_else_changed_is_asked_about(opened: MainWindow, grid: RecordList, filled: Store) -> None:
    click(grid, 0, "title")
    type_("Van mij")
    build.change(filled, filled.find("M-1"), title="Van een ander")

    def keep(dialog: StaleDialog) -> None:
        assert dialog.keeps_mine("title")
        dialog.accept()

    answering(keep, lambda: press(KEY.Key_Return))
    assert filled.find("M-1")["title"] == "Van mij"


def test_a_register_that_can_only_be_read_is_not_edited(main_window: MainWindow, filled: Store, qtbot: QtBot) -> None:
    filled.close()
    with build.open_store(filled.path, read_only=True) as store:
        main_window.attach(Session(store, Editor(store), build.TODAY, Language.DUTCH))
        main_window.show()
        qtbot.waitExposed(main_window)
        main_window.activateWindow()
        rows = pane_of(main_window).list
        rows.setFocus()
        qtbot.waitUntil(lambda: QApplication.focusWidget() is rows)
        click(rows, 0, "title")
        type_("x")
        assert grid_of(main_window).editing.card is None
        refusal = main_window.session.editor.refusal  # type: ignore[union-attr]
        assert refusal is not None
        assert main_window.status.left.text() == refusal.words.nl
        press(KEY.Key_F2)
        press(KEY.Key_Delete)
        assert grid_of(main_window).editing.card is None
        assert not rows.is_editable(0, 1)
        assert store.find("M-1")["title"] == "Landelijke aansturing"
        main_window.detach()


# --- clearing and deleting --------------------------------------------------------------------------------------------


def test_del_clears_cells_in_one_step_and_deletes_rows(opened: MainWindow, grid: RecordList, filled: Store) -> None:
    for reference in ("M-1", "T-1"):
        build.change(filled, filled.find(reference), theme="zorg")
    click(grid, 0, "theme")
    press(KEY.Key_Down, SHIFT)
    press(KEY.Key_Delete)
    assert [filled.find(one)["theme"] for one in ("M-1", "T-1")] == [None, None]
    opened.actions_["undo"].trigger()
    assert [filled.find(one)["theme"] for one in ("M-1", "T-1")] == ["zorg", "zorg"]
    press(KEY.Key_Space, SHIFT)
    press(KEY.Key_Delete)
    assert grid.records.rowCount() == 2


def test_a_required_field_is_not_cleared(opened: MainWindow, grid: RecordList, filled: Store) -> None:
    click(grid, 0, "title")
    press(KEY.Key_Delete)
    assert opened.status.left.text() == "Onderwerp: Vul dit veld in."
    assert filled.find("M-1")["title"] == "Landelijke aansturing"


# --- clipboard --------------------------------------------------------------------------------------------------------


def clipboard() -> str:
    return QGuiApplication.clipboard().text()


def test_a_rectangle_is_copied_with_and_without_headings(opened: MainWindow, grid: RecordList) -> None:
    click(grid, 0, "title")
    click(grid, 1, "status", SHIFT)
    press(KEY.Key_C, CONTROL)
    assert [len(row) for row in read_cells(clipboard())] == [2, 2]
    assert read_cells(clipboard())[0][0] == "Landelijke aansturing"
    assert opened.status.left.text() == "4 cellen gekopieerd"
    press(KEY.Key_C, CONTROL | SHIFT)
    assert read_cells(clipboard())[0] == ["Onderwerp", "Status"]
    assert "<table" in QGuiApplication.clipboard().mimeData().html()
    click(grid, 0, "title")
    press(KEY.Key_C, CONTROL)
    assert clipboard() == "Landelijke aansturing"


def test_one_value_goes_straight_into_one_cell(opened: MainWindow, grid: RecordList, filled: Store) -> None:
    QGuiApplication.clipboard().setText("zorg\n")
    click(grid, 0, "theme")
    press(KEY.Key_V, CONTROL)
    assert filled.find("M-1")["theme"] == "zorg"
    QGuiApplication.clipboard().setText("geen status")
    click(grid, 0, "status")
    press(KEY.Key_V, CONTROL)
    assert "is hier geen mogelijkheid" in opened.status.left.text()


def accept_plan(dialog: PasteDialog | FillDownDialog) -> None:
    while not dialog.plan.is_ready:
        QApplication.processEvents()
    QTest.mouseClick(dialog.accept_button, LEFT)


def test_cells_are_pasted_from_the_current_one_on(opened: MainWindow, grid: RecordList, filled: Store) -> None:
    QGuiApplication.clipboard().setText("zorg\topenbaar\nopvang\topenbaar\n")
    click(grid, 0, "theme")
    answering(accept_plan, lambda: press(KEY.Key_V, CONTROL))
    assert [filled.find(one)["theme"] for one in ("M-1", "T-1")] == ["zorg", "opvang"]
    assert filled.find("M-1")["marking"] == "openbaar"


def test_one_value_fills_the_chosen_cells(opened: MainWindow, grid: RecordList, filled: Store) -> None:
    QGuiApplication.clipboard().setText("zorg")
    click(grid, 0, "theme")
    click(grid, 2, "theme", SHIFT)
    answering(accept_plan, lambda: press(KEY.Key_V, CONTROL))
    ids = [grid.records.id_at(row) for row in range(4)]
    assert [one["theme"] for one in filled.records([one for one in ids if one])] == ["zorg", "zorg", "zorg", None]


def test_fill_down_takes_the_first_row_and_a_lone_cell_the_one_above(
    opened: MainWindow, grid: RecordList, filled: Store, qtbot: QtBot
) -> None:
    build.change(filled, filled.find("M-1"), theme="zorg")
    click(grid, 0, "theme")
    click(grid, 1, "theme", SHIFT)
    answering(accept_plan, lambda: press(KEY.Key_D, CONTROL))
    assert filled.find("T-1")["theme"] == "zorg"
    click(grid, 2, "theme")
    opened.activateWindow()  # without a screen nobody gives the focus back after a dialog
    grid.setFocus()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is grid)
    answering(accept_plan, lambda: press(KEY.Key_D, CONTROL))
    assert grid.records.index(2, 5).data() == "zorg"


def test_what_only_shows_something_cannot_be_filled(opened: MainWindow, grid: RecordList) -> None:
    click(grid, 0, "deadline_end")
    click(grid, 1, "deadline_end", SHIFT)
    press(KEY.Key_D, CONTROL)
    assert "kan niets worden ingevuld" in opened.status.left.text()


def test_cutting_cells_copies_and_clears_them(opened: MainWindow, grid: RecordList, filled: Store) -> None:
    build.change(filled, filled.find("M-1"), theme="zorg")
    click(grid, 0, "theme")
    press(KEY.Key_X, CONTROL)
    assert (clipboard(), filled.find("M-1")["theme"]) == ("zorg", None)
    click(grid, 0, "reference")
    press(KEY.Key_X, CONTROL)
    assert "Records verwijdert u met Del" in opened.status.left.text()


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
