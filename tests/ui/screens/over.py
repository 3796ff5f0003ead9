"""What lies over the window: menus, the filter, going to things by name, help, the tour, calendars."""

from __future__ import annotations

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QMenu, QWidget

from tests.ui.screens.desk import Desk, Show
from tracker.services.filtering import filter_fields
from tracker.ui.field_combo import FieldCombo
from tracker.ui.help.tour import start_tour
from tracker.ui.help.window import open_help
from tracker.ui.palette.palette import Palette
from tracker.ui.record.editors.day import CalendarPopup


def _menu(place: int) -> Show:
    def show(desk: Desk) -> QWidget:
        menu = desk.window.menuBar().actions()[place].menu()
        assert isinstance(menu, QMenu)
        menu.popup(QPoint(0, 0))
        return menu

    return show


def _record_menu(desk: Desk) -> QWidget:
    desk.choose()
    menu = QMenu(desk.window)
    menu.addActions(desk.pane.acts)
    menu.popup(QPoint(0, 0))
    return menu


def _columns(desk: Desk) -> QWidget:
    menu = desk.list_pane.columns_menu(desk.window)
    menu.popup(QPoint(0, 0))
    return menu


def _row_menu(desk: Desk) -> QWidget:
    desk.choose()
    assert desk.area.grid is not None
    menu = desk.area.grid.menu.menu(0, "title")
    menu.popup(QPoint(0, 0))
    return menu


def _filter(desk: Desk) -> QWidget:
    controller = desk.area.controller
    assert controller is not None
    controller.filters.add()
    assert controller.filters.popup is not None
    return controller.filters.popup


def _filter_fields(desk: Desk) -> QWidget:
    """The list alone: put away, it leaves no other popup open."""
    box = FieldCombo(filter_fields(None), desk.window.language)
    box.setParent(desk.list_pane)
    box.showPopup()
    assert box.list is not None
    box.list.destroyed.connect(box.deleteLater)
    return box.list


def _keep_view(desk: Desk) -> QWidget:
    controller = desk.area.controller
    assert controller is not None
    controller.views.ask_to_keep()
    assert controller.views.dialog is not None
    return controller.views.dialog


def _palette(words: str) -> Show:
    def show(desk: Desk) -> QWidget:
        palette = Palette(desk.window)
        palette.open()
        palette.line.setText(words)
        return palette

    return show


def _help(page: str) -> Show:
    def show(desk: Desk) -> QWidget:
        return open_help(desk.window, page)

    return show


def _help_without_hits(desk: Desk) -> QWidget:
    shown = open_help(desk.window)
    shown.search.setText("xyzzy")
    return shown


def _tour_offered(desk: Desk) -> QWidget:
    tour = start_tour(desk.window, is_offered=True)
    assert tour is not None
    return tour.card


def _tour(place: int) -> Show:
    def show(desk: Desk) -> QWidget:
        tour = start_tour(desk.window)
        assert tour is not None
        tour.show_step(place)
        return tour.card

    return show


def _calendar(desk: Desk) -> QWidget:
    desk.window.day_box.open_calendar()
    assert desk.window.day_box.popup is not None
    return desk.window.day_box.popup


def _day_calendar(desk: Desk) -> QWidget:
    popup = CalendarPopup(desk.session.today, desk.session, desk.window)
    popup.show()
    popup.keep_on_screen()
    return popup


SCREENS: dict[str, Show] = {
    **{f"menu-{place}": _menu(place) for place in range(6)},
    "menu-of-a-record": _record_menu,
    "menu-of-a-row": _row_menu,
    "columns": _columns,
    "filter": _filter,
    "filter-fields": _filter_fields,
    "keep-view": _keep_view,
    "palette": _palette(""),
    "palette-found": _palette("over"),
    "palette-nothing": _palette("xyzzy"),
    "help": _help("contents"),
    "help-keys": _help("keys"),
    "help-nothing": _help_without_hits,
    "tour-offered": _tour_offered,
    **{f"tour-{place + 1}": _tour(place) for place in range(5)},
    "calendar": _calendar,
    "calendar-of-a-field": _day_calendar,
}
