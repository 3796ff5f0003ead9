"""Which page of help fits where the focus is: a widget's property ``help_page``, or that of what it stands in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QToolButton, QWidget

from tracker.services.help_pages import CONTENTS

if TYPE_CHECKING:
    from tracker.ui.main_window import MainWindow

PROPERTY = "help_page"


def page_for(widget: QWidget | None) -> str:
    """Give the page that fits a widget; the contents where none is named on the way up."""
    while widget is not None:
        page = widget.property(PROPERTY)
        if page:
            return str(page)
        widget = widget.parentWidget()
    return CONTENTS


def _tool_buttons(window: MainWindow) -> list[tuple[QWidget, str]]:
    """Give the buttons of the tool bar that have a page of their own; the others make and save records."""
    acts, menus = window.actions_, window.menus.submenus
    found: list[tuple[QWidget, str]] = []
    for button in window.tool_bar.findChildren(QToolButton):
        if button.menu() is menus["REPORTS"]:
            found.append((button, "excel"))
        elif button.menu() in {menus["UNDO"], menus["REDO"]} or button.defaultAction() in {acts["undo"], acts["redo"]}:
            found.append((button, "undo"))
    return found


def mark_places(window: MainWindow) -> None:
    """Name the pages of the parts that this window is made of; parts that name theirs themselves keep it.

    Done when help is asked for: the start need not pay for it.
    """
    marked: list[tuple[QWidget | None, str]] = [
        (window.start_page, "first-minutes"), (window.day_box, "overdue"), (window.tool_bar, "records"),
        (window.status, "backups"), *_tool_buttons(window),
    ]  # fmt: skip
    area = window.work_area
    if area is not None:
        marked += [(area.sidebar, "finding"), (area.list_pane.search, "finding"), (area.list_pane, "finding")]
        marked += [(area.banner, "backups"), (area.overview_page, "overdue")]
        pane = area.record_pane
        if pane is not None:
            marked += [
                (pane.deadlines_tab, "wording"), (pane.notes_tab, "notes"), (pane.relations_tab, "relations"),
                (pane.history_tab, "history"), (pane, "records"),
            ]  # fmt: skip
    for widget, page in marked:
        if widget is not None and not widget.property(PROPERTY):
            widget.setProperty(PROPERTY, page)
