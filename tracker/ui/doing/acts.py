"""The acts on several records and on the whole register, by the codes of ``ui.actions``: the door to this folder."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from tracker.basics.errors import TrackerError
from tracker.basics.language import Text
from tracker.services.clipboard_cells import Rows, read_cells
from tracker.services.copying import duplicate_values
from tracker.services.undoing import PastStep
from tracker.ui.doing.bin_dialog import BinDialog
from tracker.ui.doing.bulk_dialog import BULK_KINDS, BulkDialog
from tracker.ui.doing.copying import copy_rows, paste_columns
from tracker.ui.doing.deadlines.agenda_dialog import AgendaDialog
from tracker.ui.doing.deadlines.events_dialog import EventsDialog
from tracker.ui.doing.deadlines.recess_dialog import RecessDialog
from tracker.ui.doing.deadlines.reread_dialog import RereadDialog
from tracker.ui.doing.debate_dialog import DebateDialog
from tracker.ui.doing.doing_dialog import DoingDialog
from tracker.ui.doing.paste_dialog import FillDownDialog, PasteDialog
from tracker.ui.doing.steps_dialog import StepsDialog, go_to
from tracker.ui.listing.columns import Column
from tracker.ui.session import Session

if TYPE_CHECKING:
    from tracker.records.kind import Kind
    from tracker.services.pasting import PasteColumn
    from tracker.ui.listing.grid import Grid
    from tracker.ui.listing.pane import ListPane
    from tracker.ui.record.record_pane import RecordPane

CONTEXT_CODES = ("duplicate", "copy", "copy-headings", "paste", "fill-down", *BULK_KINDS)
"""What belongs in the context menu of the list, beside editing and deleting."""
_NOTHING_CHOSEN = Text("Kies eerst een of meer records in de lijst.", "Choose one or more records in the list first.")
_ONE_CHOSEN = Text(
    "Kies eerst twee of meer records: het eerste geeft de waarde, de andere krijgen haar.",
    "Choose two or more records first: the first gives the value, the others get it.",
)
_NO_FIELD = Text(
    "In deze kolom kan niets worden ingevuld: zij laat alleen iets zien.",
    "Nothing can be filled in in this column: it only shows something.",
)
_NO_CELLS = Text("Er staan geen cellen op het klembord.", "There are no cells on the clipboard.")


class Area(Protocol):
    """What the acts need of the window: the list, the record beside it, and ways to show and say something."""

    list_pane: ListPane
    record_pane: RecordPane | None
    grid: Grid | None

    @property
    def kind_on_show(self) -> Kind | None:
        """Give the kind whose list is on show, or None."""

    def open_record(self, record_id: int) -> None:
        """Show a record."""


class Doing(QObject):
    """Does what the menus ask, on the records that are chosen in the list. ``said`` tells in a sentence how it went."""

    said = Signal(str)

    def __init__(self, session: Session, area: Area, window: QWidget) -> None:
        super().__init__(window)
        self.session = session
        self._area, self._window = area, window
        self._kept_rows: list[dict[str, str]] = []
        self._acts: dict[str, Callable[[], None]] = {
            "duplicate": self.duplicate,
            "copy": lambda: self.copy_chosen(with_headings=False),
            "copy-headings": lambda: self.copy_chosen(with_headings=True),
            "paste": self.paste_at_chosen,
            "fill-down": self.fill_down_chosen,
            "debate": self.ask_debate,
            "bin": self.show_bin,
            "steps": self.show_steps,
            "events": self.show_events,
            "recesses": self.show_recesses,
            "reread": self.reread,
            "agenda": self.write_agenda,
        }

    def do(self, code: str) -> None:
        """Do an act by its code; one of the bulk family asks first, in its dialog."""
        if code in BULK_KINDS:
            self.change_chosen(code)
        else:
            self._acts[code]()

    # --- on the chosen records ----------------------------------------------------------------------------------------

    def change_chosen(self, code: str) -> None:
        """Act on all chosen records."""
        ids = self._chosen()
        if ids:
            self._run(BulkDialog(self.session, ids, code, self._window))

    def duplicate(self) -> None:
        """Begin a new record with the fields of the chosen one."""
        ids, pane = self._chosen(), self._area.record_pane
        found = self.session.store.records(ids[:1])
        if not found or pane is None:
            return
        pane.start_new(found[0].kind)
        form = pane.form_page.form
        if form is not None and pane.form_page.new_kind is not None:
            form.set_values(duplicate_values(found[0]))
            form.go_to("title")
            copied = Text(
                f"Kopie van {found[0].reference}. Nog niet opgeslagen.", f"Copy of {found[0].reference}. Not saved yet."
            )
            self._say(self.session.words(copied))

    def copy_chosen(self, *, with_headings: bool) -> None:
        """Copy the chosen cells, or the chosen records in the columns on show."""
        ids, rows = self._chosen(), self._area.list_pane.list
        if ids:
            self.copy(ids, rows.picked_columns, with_headings=with_headings)
            if not rows.picked.is_rows:
                cells = len(ids) * len(rows.picked_columns)
                copied = Text(
                    "1 cel gekopieerd" if cells == 1 else f"{cells} cellen gekopieerd",
                    "1 cell copied" if cells == 1 else f"{cells} cells copied",
                )
                self._say(self.session.words(copied))

    def copy(self, ids: Sequence[int], columns: Sequence[Column], *, with_headings: bool) -> None:
        """Put records in some columns on the clipboard."""
        count = copy_rows(self.session, ids, columns, with_headings=with_headings)
        noun = "record" if count == 1 else "records"
        self._say(self.session.words(Text(f"{count} {noun} gekopieerd", f"{count} {noun} copied")))

    def paste_at_chosen(self) -> None:
        """Paste from the first chosen cell on, or over the chosen records; below a lone row those in the list follow.

        A lone value goes straight into a lone cell. Anything else is rehearsed.
        """
        if not self._list_has_focus():
            return
        rows, cells = self._area.list_pane.list, clipboard_cells()
        picked, ids = rows.picked, rows.selected_ids
        if not picked.is_rows and picked.is_one_cell and len(cells) == 1 and len(cells[0]) == 1:
            if self._area.grid is not None:
                self._area.grid.editing.write(cells[0][0])
            return
        if len(ids) == 1 and len(cells) > 1:
            first, order = picked.spans[0][0], rows.records.order
            ids = [one for one in order[first:] if one > 0][: len(cells)]
        columns: tuple[Column, ...] = ()
        if cells and picked.blocks and not picked.is_rows:
            left, wide = picked.columns[0], max(len(picked.columns), len(cells[0]))
            columns = rows.records.columns[left : left + wide]
        self.paste(cells, ids, paste_columns(columns))

    def paste(self, cells: Rows, ids: Sequence[int], columns: Sequence[PasteColumn]) -> None:
        """Paste cells over records and columns, from the first of each; one value fills all of them."""
        if not cells:
            self._say(self.session.words(_NO_CELLS))
            return
        self._run(PasteDialog(self.session, cells, ids, columns, self._area.kind_on_show, self._window))

    def fill_down_chosen(self) -> None:
        """Fill the chosen cells with those of the first row, or a lone one with the cell above it; as Excel does.

        Of whole rows the user chooses the field.
        """
        if not self._list_has_focus():
            return
        rows, ids = self._area.list_pane.list, self._chosen()
        if rows.picked.is_rows or not ids:
            self.fill_down(ids, ())
            return
        names = [name for column in rows.picked_columns if (name := column.record_field) is not None]
        above = rows.records.next_record_row(rows.picked.spans[0][0] - 1, -1)
        first = None if above is None or len(ids) > 1 else rows.records.id_at(above)
        if names:
            self.fill_down(ids if first is None else [first, *ids], names)
        else:
            self._say(self.session.words(_NO_FIELD))

    def fill_down(self, ids: Sequence[int], names: Sequence[str]) -> None:
        """Fill fields (none named: the user chooses) of records with the values of the first."""
        if len(ids) < 2:
            self._say(self.session.words(_ONE_CHOSEN))
            return
        self._run(FillDownDialog(self.session, ids, names, self._window))

    # --- on the whole -------------------------------------------------------------------------------------------------

    def ask_debate(self) -> None:
        """Ask for several commitments of one debate; rows that were typed and not written come back next time."""
        dialog = DebateDialog(self.session, self._window, rows=self._kept_rows)
        was_done = self._run(dialog)
        self._kept_rows = [] if was_done else dialog.typed_rows
        if dialog.ids:
            self._area.open_record(dialog.ids[0])

    def show_bin(self) -> None:
        """Show what was deleted."""
        dialog = BinDialog(self.session, self._window)
        self._run(dialog)
        if dialog.restored:
            self._area.open_record(dialog.restored[0])

    def show_steps(self) -> None:
        """Show the last steps."""
        self._run(StepsDialog(self.session, self._window))

    def show_events(self) -> None:
        """Show what deadlines wait for."""
        self._run(EventsDialog(self.session, self._window))

    def show_recesses(self) -> None:
        """Show the recess calendar."""
        self._run(RecessDialog(self.session, self._window))

    def reread(self) -> None:
        """Read the deadlines of the chosen records again, or of all where one at most is chosen."""
        ids = self._area.list_pane.list.selected_ids
        self._run(RereadDialog(self.session, ids if len(ids) > 1 else None, self._window))

    def write_agenda(self) -> None:
        """Write deadlines of the list on show to an agenda."""
        rows = self._area.list_pane.list
        self._run(AgendaDialog(self.session, list(rows.records.order), rows.selected_ids, self._window))

    def go_to_step(self, step: PastStep) -> None:
        """Take back, or repeat, everything up to and with a step."""
        try:
            self._say(go_to(self.session, step, self._window))
        except TrackerError as error:
            self._say(self.session.words(error.words))

    # --- helpers ------------------------------------------------------------------------------------------------------

    def _run(self, dialog: DoingDialog) -> bool:
        was_accepted = dialog.exec() == QDialog.DialogCode.Accepted
        if dialog.said:
            self._say(dialog.said)
        dialog.deleteLater()
        return was_accepted

    def _chosen(self) -> list[int]:
        ids = self._area.list_pane.list.selected_ids
        if not ids:
            self._say(self.session.words(_NOTHING_CHOSEN))
        return ids

    def _list_has_focus(self) -> bool:
        focused = QApplication.focusWidget()
        return focused is None or focused is self._area.list_pane or self._area.list_pane.isAncestorOf(focused)

    def _say(self, words: str) -> None:
        self.said.emit(words)


def clipboard_cells() -> Rows:
    """Give the cells on the clipboard."""
    mime = QGuiApplication.clipboard().mimeData()
    return read_cells(mime.text(), mime.html() if mime.hasHtml() else "")
