"""The first entries of *Naar Excel*: the list on show and the chosen rows, each with how many records it has now."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMenu

from tracker.basics.formats import count_words
from tracker.basics.language import Text

if TYPE_CHECKING:
    from tracker.ui.listing.controller import ListController

SHOWN, ROWS = "shown-list", "chosen-rows"
"""The codes of what goes out beside the reports."""


class ExportEntries(QObject):
    """Puts them into a menu; what they say is counted whenever it opens."""

    def __init__(self, menu: QMenu, controller: ListController, export: Callable[[str], object]) -> None:
        super().__init__(menu)
        self._controller = controller
        self.shown, self.rows = menu.addAction(""), menu.addAction("")
        self.shown.triggered.connect(lambda _=False: export(SHOWN))
        self.rows.triggered.connect(lambda _=False: export(ROWS))
        menu.addSeparator()
        menu.aboutToShow.connect(self.count)
        controller.shown.connect(self.count)  # for who finds it by its name
        self.count()

    def count(self) -> None:
        """Say of each entry what goes out."""
        controller, words = self._controller, self._controller.session.words
        count, rows = count_of_shown(controller), controller.pane.list.selected_count
        title = controller.pane.title.text().replace("&", "&&")
        counted = count_words(count, controller.session.language)
        noun = "record" if count == 1 else "records"
        shown = Text(f"&Deze lijst: {title}, {counted} {noun}…", f"&This list: {title}, {counted} {noun}…")
        self.shown.setText(words(shown))
        self.rows.setText(words(Text(f"&Gekozen rijen: {rows} records…", f"&Chosen rows: {rows} records…")))
        self.rows.setVisible(1 < rows < count)


def count_of_shown(controller: ListController) -> int:
    """Give how many records the list holds, also where a figure put its own there."""
    browsing = controller.browsing
    return len(browsing.without_misfits(browsing.ids if browsing.groups else controller.pane.model.order))
