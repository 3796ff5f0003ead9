"""Joins the list on show (``services.browsing``) to its widgets: sidebar, table, search field, counts."""

from __future__ import annotations

import threading
from array import array
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from tracker.basics.language import Text
from tracker.records.filter import view_of
from tracker.records.registry import kind_of
from tracker.services.browsing import Browsing
from tracker.services.finding import Finder
from tracker.ui.listing.columns import columns_of
from tracker.ui.listing.pane import ListPane
from tracker.ui.session import Session
from tracker.ui.sidebar import ALL_RECORDS, Sidebar

if TYPE_CHECKING:
    from tracker.records.filter import Filter
    from tracker.services.editor import Changed

Way = tuple[Text, Callable[[], None]]
_RELOAD_MS = 200
_NOTHING_FOUND = Text("Geen records bij dit filter", "No records for this filter")
_CLEAR_WORDS = Text("Zoekwoorden weghalen", "Clear the search words")
_SHOW_ALL = Text("Alle records tonen", "Show all records")
_NOTHING_IN_VIEW = Text("Geen records in deze weergave", "No records in this view")
_EMPTY_KIND = Text("Nog geen records", "No records yet")
_NEW = Text("Nieuw record", "New record")


class ListController(QObject):
    """Shows the chosen list and keeps it true while the register changes."""

    shown = Signal()
    """Another list, or other rows in it, are on show."""
    new_wanted = Signal()
    _texts_read = Signal(object)

    def __init__(self, session: Session, pane: ListPane, sidebar: Sidebar, columns: dict[str, list[str]]) -> None:
        super().__init__(pane)
        self.session, self.pane, self.sidebar = session, pane, sidebar
        self.chosen_columns = columns
        self.browsing = Browsing(session.store, session.today, session.language)
        self._reload = QTimer(self)
        self._reload.setSingleShot(True)
        self._reload.setInterval(_RELOAD_MS)
        self._reload.timeout.connect(self._read_texts)
        self._texts_read.connect(self._take_finder)
        pane.model.set_fetch(session.store.summaries, session.store.records)
        pane.words_typed.connect(self._find)
        pane.sort_wanted.connect(self.sort_by)
        pane.columns_changed.connect(self._keep_columns)
        sidebar.chosen.connect(self.choose)
        session.changed.connect(self._on_changed)
        session.day_changed.connect(self._on_day_changed)

    @property
    def filter(self) -> Filter:
        """Give what the list shows now."""
        return self.browsing.chosen

    def start(self) -> None:
        """Show the list from the store, and read the texts to find in."""
        self._take_names()
        self._offer_columns()
        self.browsing.chosen = replace(self.browsing.chosen, words=self.pane.search.text())
        self.browsing.refresh()
        self._show_rows()
        self._show_counts()
        self._read_texts()

    def choose(self, kind: str | None, view: str | None) -> None:
        """Show the records of a kind, or of a view, or all."""
        self.browsing.choose(kind, view)
        self.sidebar.show_chosen(kind, view)
        self._offer_columns()
        self._show_rows()

    def sort_by(self, column: str) -> None:
        """Sort by a column; a second time turns it round."""
        self.browsing.sort_by(column)
        self._show_rows()

    def refresh(self) -> None:
        """Make list and counts anew: what no longer fits goes."""
        self._take_names()
        self.pane.model.forget()
        self.browsing.refresh()
        self._show_rows()
        self._show_counts()
        self._read_texts()

    def _find(self, typed: str) -> None:
        self.browsing.find(typed)
        self._show_rows()

    # --- keeping up ---------------------------------------------------------------------------------------------------

    def _on_changed(self, changed: Changed) -> None:
        self._take_names()
        self._reload.start()
        self._show_counts()
        if changed.entities & {"organisation", "person"}:
            self.pane.model.forget()
        else:
            self.pane.model.forget(changed.records)
        shown = self.session.store.summaries(sorted(changed.records))
        rows = {one.id: self.pane.model.row_of(one.id) >= 0 for one in shown}
        if any(one.deleted == rows[one.id] for one in shown):
            self.browsing.refresh()
            self._show_rows()
        else:
            self.browsing.forget()  # it stays where it is until the list is made anew: nothing jumps away

    def _on_day_changed(self) -> None:
        self.pane.cell_words.today = self.session.today
        self.browsing.set_today(self.session.today)
        self._show_rows()
        self._show_counts()

    def _take_names(self) -> None:
        names = self.session.store.names()
        self.pane.cell_words.names, self.pane.cell_words.name_of = names.by_entity, names

    # --- finding ------------------------------------------------------------------------------------------------------

    def _read_texts(self) -> None:
        """Read the folded texts beside the event loop; the signal brings them back to this thread."""
        store, hand_over = self.session.store, self._texts_read

        def read() -> None:
            try:
                hand_over.emit(Finder(*store.folded_texts()))
            except RuntimeError:
                pass  # the window was closed meanwhile
            except Exception:  # noqa: BLE001 - words are then looked for in the database, and it tells what is wrong
                return

        threading.Thread(target=read, name="folded texts", daemon=True).start()

    def _take_finder(self, finder: Finder) -> None:
        self.browsing.set_finder(finder)

    # --- showing ------------------------------------------------------------------------------------------------------

    def _show_rows(self) -> None:
        browsing, pane = self.browsing, self.pane
        order: array[int] = browsing.ids
        pane.list.change_rows(lambda: pane.model.show_order(order))
        pane.list.list_header.show_sort(browsing.sort_column, is_descending=browsing.is_descending)
        of = Text(f"{len(order)} van {browsing.total}", f"{len(order)} of {browsing.total}")
        narrowed = bool(browsing.chosen.words.strip())
        pane.show_title(self.title, self.session.words(of) if narrowed else str(browsing.total))
        pane.show_table(has_rows=bool(order))
        if not order:
            self._tell_why_empty()
        self.shown.emit()

    @property
    def title(self) -> str:
        """Give the name of the list on show."""
        chosen = self.browsing.chosen
        if chosen.view:
            return self.session.words(view_of(chosen.view).label)
        return self.session.words(kind_of(chosen.kind).many if chosen.kind else ALL_RECORDS)

    def _tell_why_empty(self) -> None:
        chosen, total = self.browsing.chosen, self.browsing.total
        list_name = self.title.lower()
        if chosen.words.strip() and total:
            blame = Text(
                f"“{chosen.words.strip()}” laat van de {total} records in “{self.title}” niets over. "
                f"Haal de zoekwoorden weg, dan ziet u er weer {total}.",
                f"“{chosen.words.strip()}” leaves nothing of the {total} records in “{self.title}”. "
                f"Clear the search words to see all {total} again.",
            )
            ways: list[Way] = [(_CLEAR_WORDS, self.pane.search.clear)]
            if chosen.kind or chosen.view:
                ways.append((_SHOW_ALL, lambda: self.choose(None, None)))
            self._tell("search-x", _NOTHING_FOUND, blame, ways)
        elif chosen.view:
            day = f"{self.session.today:%d-%m-%Y}"
            none = Text(
                f"Op {day} staat er niets onder “{self.title}”.", f"On {day} there is nothing under “{self.title}”."
            )
            self._tell(
                view_of(chosen.view).icon, _NOTHING_IN_VIEW, none, [(_SHOW_ALL, lambda: self.choose(None, None))]
            )
        else:
            none = Text(
                "Dit register is nog leeg. Maak het eerste record." if chosen.kind is None
                else f"Er zijn nog geen {list_name}.",
                "This register is empty. Make the first record." if chosen.kind is None
                else f"There are no {list_name} yet.",
            )  # fmt: skip
            ways = [(_NEW, self.new_wanted.emit)] if self.session.may_write else []
            self._tell(kind_of(chosen.kind).icon if chosen.kind else "database", _EMPTY_KIND, none, ways)

    def _tell(self, icon: str, title: Text, sentence: Text, ways: Sequence[Way]) -> None:
        words = self.session.words
        self.pane.empty.tell(icon, words(title), words(sentence), tuple((words(one), act) for one, act in ways))

    def _show_counts(self) -> None:
        self.sidebar.side_model.show_counts(self.session.store.counts(self.session.today))

    def _offer_columns(self) -> None:
        kind = self.browsing.chosen.kind
        self.pane.offer_columns(columns_of(kind_of(kind) if kind else None), self.chosen_columns.get(kind or ""))

    def _keep_columns(self) -> None:
        kind = self.browsing.chosen.kind or ""
        chosen = self.pane.chosen_columns
        if chosen is None:
            self.chosen_columns.pop(kind, None)
        else:
            self.chosen_columns[kind] = chosen
