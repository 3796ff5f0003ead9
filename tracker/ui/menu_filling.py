"""Fills the menus of a window whose entries depend on what there is: settings, columns, steps, recent registers."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction

from tracker.basics.language import Language
from tracker.ui import menus
from tracker.ui.actions import BULK
from tracker.ui.looks.theme import ThemeChoice
from tracker.ui.parts.menu_walk import give_letters
from tracker.ui.recent_menu import fill_recent

if TYPE_CHECKING:
    from tracker.services.undoing import PastStep
    from tracker.ui.register_window import RegisterWindow


class MenuFilling(QObject):
    """Fills most menus when they open."""

    def __init__(self, window: RegisterWindow) -> None:
        super().__init__(window)
        self._window = window
        self._submenus = submenus = window.menus.submenus
        self._steps: dict[str, list[PastStep]] = {}
        self._export_entries: QObject | None = None
        submenus["THEME"].aboutToShow.connect(self._fill_themes)
        languages = {one: one.own_name for one in Language}
        menus.fill_choices(submenus["LANGUAGE"], languages, window.language, window.language_wanted.emit)
        submenus["RECENT"].setToolTipsVisible(True)
        submenus["RECENT"].aboutToShow.connect(self._fill_recent)
        menus.fill_kinds(submenus["NEW"], window.language, window.start_kind)
        submenus["NEW"].addSeparator()
        submenus["NEW"].addAction(window.actions_["new-choice"])
        submenus["BULK"].addActions([window.actions_[code] for code in BULK])
        for name in ("UNDO", "REDO"):
            submenus[name].setToolTipsVisible(True)
            submenus[name].aboutToShow.connect(partial(self._fill_steps, name))
            submenus[name].triggered.connect(partial(self._go_to_step, name))
        submenus["COLUMNS"].aboutToShow.connect(self._fill_columns)
        submenus["GROUPS"].aboutToShow.connect(lambda: self._fill_from_list("GROUPS", "fill_groups"))
        submenus["DENSITY"].aboutToShow.connect(lambda: self._fill_from_list("DENSITY", "fill_densities"))

    def fill_reports(self, export: Callable[[str], object]) -> None:
        """Offer the reports; ``export`` takes the code of the one chosen."""
        from tracker.services.reporting import report_names  # the classes of all kinds: after the first paint

        menu = self._submenus["REPORTS"]
        menu.clear()
        if self._export_entries is not None:
            self._export_entries.deleteLater()  # they were those of another register
        area = self._window.work_area
        if area is not None and area.controller is not None:
            from tracker.ui.listing.export_entries import ExportEntries  # with the list: after the first paint

            self._export_entries = ExportEntries(menu, area.controller, export)
        for report in report_names():
            made = menu.addAction(report.title.to(self._window.language))
            made.triggered.connect(lambda _checked=False, code=report.code: export(code))
        give_letters(menu)

    def _fill_themes(self) -> None:
        window = self._window
        themes = {choice: choice.words.to(window.language) for choice in ThemeChoice}
        menus.fill_choices(self._submenus["THEME"], themes, window.theme.choice, window.choose_theme)

    def _fill_recent(self) -> None:
        window = self._window
        fill_recent(self._submenus["RECENT"], window.language, window.open_wanted.emit, window.other_window_wanted.emit)

    def _fill_columns(self) -> None:
        menu = self._submenus["COLUMNS"]
        menu.clear()
        if self._window.work_area is not None:
            made = self._window.work_area.list_pane.columns_menu(menu)
            menu.addActions(made.actions())
            give_letters(menu)

    def _fill_from_list(self, submenu: str, fill: str) -> None:
        menu = self._submenus[submenu]
        menu.clear()
        if self._window.work_area is not None and self._window.work_area.controller is not None:
            getattr(self._window.work_area.controller.layouts, fill)(menu)
            give_letters(menu)

    def _fill_steps(self, name: str) -> None:
        if self._window.session is not None:
            from tracker.ui.doing.steps_dialog import fill_steps  # the store: after the first paint

            menu, more = self._submenus[name], self._window.actions_["steps"]
            self._steps[name] = fill_steps(menu, self._window.session, undone=name == "REDO", more=more)

    def _go_to_step(self, name: str, chosen: QAction) -> None:
        place = chosen.data()
        if self._window.work_area is not None and isinstance(place, int):
            self._window.work_area.go_to_step(self._steps[name][place])
