"""Views with a name in the sidebar: kept, shown, renamed, overwritten, shared, deleted."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.ui.listing.doing import (
    LEFT,
    NO_KEY,
    chips,
    choose,
    click_list,
    controller_of,
    entry,
    pane_of,
    rows_of,
    shown,
)
from tracker.basics.errors import InvalidValue
from tracker.ui.listing.name_dialog import NameDialog
from tracker.ui.main_window import MainWindow
from tracker.ui.sidebar import Sidebar, saved_code

# Qt says so of every popup window that is drawn without a screen.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


def _sidebar(window: MainWindow) -> Sidebar:
    assert window.work_area is not None
    return window.work_area.sidebar


def _saved(window: MainWindow) -> list[tuple[str, str]]:
    """Give heading or icon, and words, of what stands beneath the program's own views."""
    items = _sidebar(window).side_model.items
    return [(one.icon, one.label.nl) for one in items if one.saved or one.label.nl.endswith("weergaven")]


def _dialog(window: MainWindow) -> NameDialog:
    dialog = controller_of(window).views.dialog
    assert dialog is not None
    return dialog


def _keep(window: MainWindow, name: str) -> None:
    window.actions_["save-view"].trigger()
    _dialog(window).line.setText(name)
    _dialog(window).keep_button.click()


@pytest.fixture
def kept(opened: MainWindow) -> MainWindow:
    """A window with a view of what is open, in groups, sorted by title."""
    choose(opened, "Fase", "is een van").apply_button.click()
    controller_of(opened).layouts.group("kind")
    controller_of(opened).sort_by("title")
    _keep(opened, "Uitvraag")
    return opened


def test_a_view_is_kept_with_all_it_shows_and_shown_again(kept: MainWindow, qtbot: QtBot) -> None:
    assert _saved(kept) == [("", "Mijn weergaven"), ("bookmark", "Uitvraag")]
    assert pane_of(kept).title.text() == "Uitvraag"
    before = shown(kept)
    click_list(kept, "Toezeggingen")
    assert (chips(kept), pane_of(kept).title.text()) == ([], "Toezeggingen")
    sidebar = _sidebar(kept)
    row = next(at for at, one in enumerate(sidebar.side_model.items) if one.saved)
    QTest.mouseClick(sidebar.viewport(), LEFT, NO_KEY, sidebar.visualRect(sidebar.side_model.index(row)).center())
    assert (shown(kept), chips(kept)) == (before, ["Fase: open"])
    qtbot.waitUntil(lambda: sidebar.side_model.counts.get(saved_code("Uitvraag")) == 3)


def test_a_click_on_the_view_on_show_shows_it_as_it_was_kept(kept: MainWindow) -> None:
    pane_of(kept).chips.clear_button.click()
    sidebar = _sidebar(kept)
    row = sidebar.currentIndex().row()
    QTest.mouseClick(sidebar.viewport(), LEFT, NO_KEY, sidebar.visualRect(sidebar.side_model.index(row)).center())
    assert chips(kept) == ["Fase: open"]


def test_a_name_that_is_taken_is_said_and_the_question_stays(kept: MainWindow) -> None:
    kept.actions_["save-view"].trigger()
    dialog = _dialog(kept)
    dialog.line.setText("uitvraag")
    dialog.keep_button.click()
    assert dialog.isVisible()
    assert "Er is al een weergave" in dialog.fault.text()
    dialog.reject()


def test_a_view_is_renamed_overwritten_and_deleted(kept: MainWindow) -> None:
    views = controller_of(kept).views
    entry(views.menu("Uitvraag"), "Hernoemen…")
    _dialog(kept).line.setText("Navraag")
    _dialog(kept).keep_button.click()
    assert pane_of(kept).title.text() == "Navraag"
    pane_of(kept).chips.clear_button.click()
    entry(views.menu("Navraag"), "Overschrijven met wat nu te zien is")
    assert views.views.named("Navraag").definition.filter.conditions == ()
    entry(views.menu("Navraag"), "Verwijderen")
    assert _saved(kept) == []


def test_a_view_is_shared_and_undo_takes_it_back(kept: MainWindow) -> None:
    views = controller_of(kept).views
    entry(views.menu("Uitvraag"), "Delen met het register")
    assert _saved(kept) == [("", "Gedeelde weergaven"), ("users", "Uitvraag")]
    entry(views.menu("Uitvraag"), "Alleen voor mij")
    assert _saved(kept) == [("", "Mijn weergaven"), ("bookmark", "Uitvraag")]
    kept.actions_["undo"].trigger()
    assert ("users", "Uitvraag") in _saved(kept)


def test_a_view_that_makes_no_sense_is_said_and_the_list_stays(kept: MainWindow) -> None:
    controller = controller_of(kept)
    controller.views.views._change({"Kapot": '{"kind": "onzin"}'})
    controller.views.follow()
    before = shown(kept)
    with pytest.raises(Exception, match="onzin"):
        controller.show_view(controller.views.views.named("Kapot"))
    assert shown(kept) == before


def test_a_field_that_is_gone_is_said_with_the_way_out(kept: MainWindow) -> None:
    controller = controller_of(kept)
    gone = '{"conditions": [{"field": "geur", "operation": "empty", "operands": []}]}'
    controller.views.views._change({"Oud": gone})
    before = shown(kept)
    with pytest.raises(InvalidValue, match="geur"):
        controller.show_view(controller.views.views.named("Oud"))
    assert shown(kept) == before
    assert rows_of(kept).isVisible()


def test_a_view_with_a_name_says_which_list_it_narrows(opened: MainWindow) -> None:
    click_list(opened, "Over tijd")
    late = shown(opened)
    assert chips(opened) == []
    _keep(opened, "Mijn late zaken")
    assert (chips(opened), shown(opened)) == (["Weergave: Over tijd"], late)
    choose(opened, "Fase", "is een van").apply_button.click()
    assert chips(opened) == ["Weergave: Over tijd", "Fase: open"]
    QTest.keyClick(pane_of(opened).chips.chips[1], Qt.Key.Key_Delete)
    assert (chips(opened), pane_of(opened).title.text()) == (["Weergave: Over tijd"], "Mijn late zaken")
    QTest.keyClick(pane_of(opened).chips.chips[0], Qt.Key.Key_Delete)
    assert (chips(opened), pane_of(opened).title.text(), len(shown(opened))) == ([], "Alle records", 4)


def test_a_view_of_a_kind_that_is_left_asks_no_more_than_all_records_have(opened: MainWindow) -> None:
    click_list(opened, "Moties")
    choose(opened, "Uitslag in de Kamer", "is leeg").apply_button.click()
    choose(opened, "Fase", "is een van").apply_button.click()
    _keep(opened, "Open moties")
    assert chips(opened)[0] == "Soort: Moties"
    QTest.keyClick(pane_of(opened).chips.chips[0], Qt.Key.Key_Delete)
    assert chips(opened) == ["Fase: open"]
