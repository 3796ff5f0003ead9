"""Joins the table to what its keys, clicks, menus and drops ask: edit, clear, copy, paste, delete, relate."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication

from tracker.basics.errors import TrackerError
from tracker.basics.language import Text
from tracker.services import editing
from tracker.ui.listing.cell_editing import CellEditing
from tracker.ui.listing.cells import OF_DEADLINE, why_not
from tracker.ui.listing.grid_area import GridArea
from tracker.ui.listing.row_drops import RowDrops
from tracker.ui.listing.row_menu import RowMenu
from tracker.ui.session import Session

_CLEARED_AT_ONCE = 500
_TOO_MANY = Text(
    "Dit zijn veel cellen. Kies het veld en “leegmaken”: dan ziet u vooraf wat er gebeurt.",
    "These are many cells. Choose the field and “empty it”: you see first what will happen.",
)
_CUT_ROWS = Text(
    "Knippen kan met cellen. Records verwijdert u met Del; Ctrl+Z haalt ze terug.",
    "Cutting works with cells. Delete records with Del; Ctrl+Z brings them back.",
)


class Grid(QObject):
    """Does what is asked of the chosen cells and rows. ``said`` tells in a sentence how it went."""

    said = Signal(str)

    def __init__(self, session: Session, area: GridArea) -> None:
        rows = area.list_pane.list
        super().__init__(rows)
        self._session, self._area, self._rows = session, area, rows
        self.editing = CellEditing(session, rows, area.commit)
        self.editing.said.connect(self.said)
        self.drops = RowDrops(session, area)
        self.drops.said.connect(self.said)
        self.menu = RowMenu(session, area, self.editing, clear=self.clear, delete=self.delete)
        rows.open_wanted.connect(area.open_form)
        rows.edit_wanted.connect(self._edit)
        rows.choices_wanted.connect(lambda: self.editing.start(opens=True))
        rows.today_wanted.connect(self._write_today)
        rows.delete_wanted.connect(self.delete)
        rows.clear_wanted.connect(self.clear)
        rows.cut_wanted.connect(self._cut)

    # --- editing ------------------------------------------------------------------------------------------------------

    def edit_focused(self) -> bool:
        """Edit the current cell where the list has the focus and a cell is chosen, not a row. Gives whether it did."""
        if QApplication.focusWidget() is not self._rows or self._rows.picked.is_rows:
            return False
        self._edit(None)
        return True

    def _edit(self, typed: str | None) -> None:
        """Edit the current cell; where it shows what stands elsewhere, go there."""
        rows = self._rows
        column, is_row = rows.current_column, rows.picked.is_rows
        if typed is not None or (self.editing.can_edit_current and not is_row):
            self.editing.start(typed)
            return
        pane = self._area.record_pane
        if column is not None and not self._session.may_write:
            self.editing.start()  # says why not
        elif column is not None and not is_row and column.key in OF_DEADLINE and pane is not None:
            if self._area.commit():
                pane.show_deadlines()
        else:
            self._area.open_form()

    def _write_today(self) -> None:
        card = self.editing.start()
        if card is not None:
            card.write_today()

    # --- clearing and deleting ----------------------------------------------------------------------------------------

    def clear(self) -> None:
        """Empty the chosen cells, as one step."""
        rows, session = self._rows, self._session
        names = [rows.records.columns[place].record_field for place in rows.picked.columns]
        fields = [name for name in names if name is not None]
        if not session.may_write or not fields:
            self._say_why_not()
        elif not self._area.commit():
            return
        elif rows.selected_count * len(fields) > _CLEARED_AT_ONCE:
            self.said.emit(session.words(_TOO_MANY))
            self._area.do("bulk")
        else:
            try:
                records = session.store.records(rows.selected_ids)
                session.submit(editing.clear_fields(session.store, records, fields))
            except TrackerError as error:
                self.said.emit(session.words(error.words))

    def _say_why_not(self) -> None:
        refusal, column = self._session.editor.refusal, self._rows.current_column
        summary = self._rows.records.summary(self._rows.currentIndex().row())
        if refusal is not None:
            self.said.emit(self._session.words(refusal.words))
        elif column is not None and summary is not None:
            self.said.emit(self._session.words(why_not(column, summary.kind)))

    def _cut(self) -> None:
        if self._rows.picked.is_rows:
            self.said.emit(self._session.words(_CUT_ROWS))
        else:
            self._area.do("copy")
            self.clear()

    def delete(self) -> None:
        """Delete the chosen records in one step, without a question: undo brings them back."""
        session, rows = self._session, self._rows
        if not session.may_write or not rows.selected_ids or not self._area.commit():
            return
        records = session.store.records(rows.selected_ids)
        row = rows.records.row_of(rows.selected_ids[0])
        session.submit(editing.delete_records(session.store, records))
        what = records[0].reference if len(records) == 1 else f"{len(records)} records"
        self.said.emit(session.words(Text(
            f"{what} verwijderd. Ongedaan maken: Ctrl+Z", f"{what} deleted. To undo: Ctrl+Z"
        )))  # fmt: skip
        if not rows.choose_near(row):
            self._area.show_chosen(None)
