"""The context menu of a row: what can be done with its cell, and with the chosen records."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint
from PySide6.QtGui import QAction, QIcon
from PySide6.QtWidgets import QApplication, QMenu

from tracker.basics.language import Text
from tracker.ui.actions import BULK
from tracker.ui.looks.icons import icon
from tracker.ui.parts.menu_walk import give_letters
from tracker.ui.session import Session

if TYPE_CHECKING:
    from tracker.ui.listing.grid_area import GridArea

Act = Callable[[], object]
_CLIPBOARD = ("copy", "copy-headings", "paste", "fill-down")
_SETTLING = ("bulk-settle", "bulk-postpone")
_EDIT_CELL = Text("&Cel bewerken\tF2", "&Edit the cell\tF2")
_OPEN = Text("Record &bewerken", "Ed&it the record")
_CLEAR = Text("Cellen leeg&maken\tDel", "Clear cells\tDel")
_HISTORY = Text("Gesc&hiedenis van deze cel\tCtrl+Shift+H", "Histor&y of this cell\tCtrl+Shift+H")
_RECORD_HISTORY = Text("Gesc&hiedenis van dit record\tCtrl+Shift+H", "Histor&y of this record\tCtrl+Shift+H")
_BESIDE = Text("&Ernaast tonen", "Show &beside")
_RELATE = Text("&Samenhang vastleggen…", "Re&late…")
_BULK = Text("&Gekozen records", "Chosen &records")
_DELETE = Text("Verwijderen", "Delete")
_DELETE_KEY = "\tDel"


class RowMenu(QObject):
    """Makes the menu and opens it. Acts of the window are found by their codes, so that keys and icons are the same."""

    def __init__(
        self, session: Session, area: GridArea, why_not: Callable[[], Text | None], *,
        edit: Act, clear: Act, delete: Act, show_history: Act,
    ) -> None:  # fmt: skip
        super().__init__(area.list_pane.list)
        self._session, self._area, self._why_not = session, area, why_not
        self._edit, self._clear, self._delete, self._show_history = edit, clear, delete, show_history
        self._rows = area.list_pane.list
        self._rows.cell_menu_wanted.connect(self._open)

    def menu(self, row: int, key: str) -> QMenu:
        """Make the menu for a cell; the rows that are chosen count for the acts on records."""
        menu, rows = QMenu(self._area.list_pane), self._rows
        menu.setToolTipsVisible(True)
        record_id, may_write, is_rows = rows.records.id_at(row), self._session.may_write, rows.picked.is_rows

        def add(words: Text, act: Act, sign: QIcon | None = None, *, allowed: bool = True) -> QAction:
            made = menu.addAction(sign or QIcon(), self._session.words(words))
            made.triggered.connect(lambda _=False: act())
            made.setEnabled(allowed)
            return made

        if not is_rows:
            refusal = self._why_not()
            edit = add(_EDIT_CELL, self._edit, allowed=refusal is None)
            if refusal is not None:
                edit.setToolTip(self._session.words(refusal))
        add(_OPEN, self._area.open_form, icon("pencil", "muted"), allowed=may_write)
        menu.addSeparator()
        menu.addActions(self._acts(_CLIPBOARD))
        if not is_rows:
            add(_CLEAR, self._clear, allowed=may_write)
        menu.addSeparator()
        if self._area.controller is not None:
            self._area.controller.layouts.fill_cell_menu(menu, row, key)
        history = add(_RECORD_HISTORY if is_rows else _HISTORY, self._show_history, icon("history", "muted"))
        column = rows.current_column
        history.setEnabled(is_rows or (column is not None and column.logged is not None))
        menu.addSeparator()
        menu.addActions(self._settling_acts())
        menu.addSeparator()
        menu.addActions(self._acts(["duplicate"]))
        add(_BESIDE, lambda: self._area.show_beside(record_id))
        add(_RELATE, lambda: self._area.do("bulk-relate"), icon("link", "muted"), allowed=may_write)
        bulk = menu.addMenu(self._session.words(_BULK))
        bulk.addActions(self._acts(BULK))
        bulk.setEnabled(may_write)
        menu.addSeparator()
        delete = Text(_DELETE.nl + _DELETE_KEY, _DELETE.en + _DELETE_KEY) if is_rows else _DELETE
        add(delete, self._delete, icon("trash-2", "muted"), allowed=may_write)
        give_letters(menu)
        return menu

    def _settling_acts(self) -> list[QAction]:
        """Give what is done most to a record; with several chosen, to all of them."""
        pane = self._area.record_pane
        if pane is None or self._rows.selected_count > 1:
            return self._acts(_SETTLING)
        return [pane.settle_action, pane.postpone_action]

    def _acts(self, codes: Iterable[str]) -> list[QAction]:
        found = [self._rows.window().findChild(QAction, code) for code in codes]
        return [one for one in found if one is not None]

    def _open(self, row: int, key: str, place: QPoint) -> None:
        if self._rows.records.id_at(row) is not None and QApplication.activePopupWidget() is None:
            menu = self.menu(row, key)
            menu.aboutToHide.connect(menu.deleteLater)
            menu.popup(place)
