"""Joins the list on show (``services.browsing``) to its widgets: sidebar, table, search field, counts."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer, Signal

from tracker.basics.formats import day_words
from tracker.basics.language import Text
from tracker.records.filter import Filter, view_of
from tracker.records.registry import kind_of
from tracker.records.search_words import searches
from tracker.records.view_definition import ViewDefinition, definition_from_json
from tracker.services.browsing import Browsing
from tracker.services.deadline_told import told_of
from tracker.ui.listing.filter_controls import FilterControls
from tracker.ui.listing.hit_finder import HitFinder
from tracker.ui.listing.layout_controls import LayoutControls
from tracker.ui.listing.model import misfits_words
from tracker.ui.listing.pane import ListPane
from tracker.ui.listing.text_follower import TextFollower
from tracker.ui.listing.view_controls import ViewControls
from tracker.ui.session import Session
from tracker.ui.sidebar import ALL_RECORDS, LETTERS, Sidebar, page_code

if TYPE_CHECKING:
    from tracker.services.editor import Changed
    from tracker.services.saved_views import SavedView

Way = tuple[Text, Callable[[], None]]
_MANY, _TYPING_MS = 20_000, 250
_NOTHING_FOUND = Text("Geen records bij dit filter", "No records for this filter")
_SHOW_ALL = Text("Alle records tonen", "Show all records")
_NOTHING_IN_VIEW = Text("Geen records in deze weergave", "No records in this view")
_EMPTY_KIND = Text("Nog geen records", "No records yet")
_NEW = Text("Nieuw record", "New record")
_IMPORT = Text("Lijst importeren…", "Import a list…")


class ListController(QObject):
    """Shows the chosen list and keeps it true while the register changes."""

    shown = Signal()
    """Another list, or other rows in it, are on show."""
    list_chosen = Signal()
    """The user chose a list, also the one that was on show: it begins at its top."""
    narrowed = Signal()
    """The user asks something else of the list on show: other words or other filters."""
    new_wanted = Signal()
    import_wanted = Signal()
    said = Signal(str)

    def __init__(self, session: Session, pane: ListPane, sidebar: Sidebar, kept_layouts: dict[str, Any]) -> None:
        super().__init__(pane)
        self.session, self.pane, self.sidebar = session, pane, sidebar
        self.browsing = Browsing(session.store, session.today, session.language)
        self.filters = FilterControls(session, self.browsing, pane)
        self.layouts = LayoutControls(session, self.browsing, pane, self.filters, kept_layouts)
        self.views = ViewControls(session, pane, sidebar, self._definition)
        self.hits = HitFinder(session, pane)
        self.texts = TextFollower(session, self.browsing, self)
        self._is_quiet = False
        self._typed = QTimer(self)
        self._typed.setSingleShot(True)
        self._typed.setInterval(_TYPING_MS)
        self._typed.timeout.connect(self._find_typed)
        pane.model.set_fetch(session.store.summaries, session.store.records)
        pane.model.set_explain(lambda one: told_of(session.store, session.store.parts(one), session.language))
        pane.words_typed.connect(self._find)
        pane.list.group_toggled.connect(self._toggle_group)
        sidebar.chosen.connect(self.choose)
        self.filters.changed.connect(self._show_filtered)
        self.filters.changed.connect(self.narrowed)
        self.layouts.changed.connect(self._show_rows)
        self.views.wanted.connect(self.show_view)
        self.views.named.connect(self._show_title)
        self.views.named.connect(self._show_chips)
        self.filters.base_removed.connect(self.show_filter)
        self.views.said.connect(self.said)
        session.changed.connect(self._on_changed)
        session.day_changed.connect(self._on_day_changed)

    @property
    def filter(self) -> Filter:
        """Give what the list shows now."""
        return self.browsing.chosen

    def start(self) -> None:
        """Show the list from the store, and read the texts to find in."""
        self._take_names()
        self._show_list(None, None)
        self._show_counts()
        self.views.follow()
        self.texts.read_all()

    # --- acts ---------------------------------------------------------------------------------------------------------

    def choose(self, kind: str | None, view: str | None) -> None:
        """Show all records of a kind, or of a view, or of the register: what was asked of the list before is gone."""
        self._type("")
        self.put_back(kind, view)
        self.list_chosen.emit()

    def put_back(self, kind: str | None, view: str | None) -> None:
        """Show a list as a window had it; words in the search field stay, for they may be typed before it opened."""
        self.views.shown = None
        self.sidebar.show_chosen(kind, view)
        self._show_list(kind, view)

    def mark_at_left(self) -> None:
        """Mark the list on show in the sidebar, after something else was chosen there."""
        self.sidebar.show_chosen(self.filter.kind, self.filter.view, self.views.shown)

    def show_filter(self, wanted: Filter) -> None:
        """Show what a filter holds, in the order and with the columns that its list has by itself."""
        self._type(wanted.words)
        self.put_back(wanted.kind, wanted.view)
        self.browsing.show(wanted, self.browsing.sort_keys, None)
        self._show_filtered()

    def ask_again(self, asked: str) -> None:
        """Narrow the list on show as a definition in JSON does. Raises InvalidValue or NotFound for what is none."""
        was = definition_from_json(asked).filter
        words = self.pane.search.text() or was.words  # what was typed while the register opened goes first
        self._type(words)
        now, browsing = self.filter, self.browsing
        browsing.show(replace(now, words=words, conditions=was.conditions), browsing.sort_keys, browsing.group_by)
        self._show_filtered()

    def show_view(self, view: SavedView) -> None:
        """Show a view with a name. Raises InvalidValue or NotFound where what it holds makes no sense (any more)."""
        definition = view.definition
        self.browsing.show(definition.filter, definition.layout.sort, definition.layout.group)
        self.views.shown = view.name
        self.sidebar.show_chosen(None, None, view.name)
        self._type(definition.filter.words)
        self.layouts.show(definition.layout)
        if definition.layout.density != self.layouts.density:
            self.layouts.set_density(definition.layout.density)
        self._show_filtered()
        self.list_chosen.emit()

    def _type(self, words: str) -> None:
        """Put words into the search field without looking for them."""
        self._typed.stop()
        self._is_quiet = True
        self.pane.search.setText(words)
        self._is_quiet = False

    def sort_by(self, column: str) -> None:
        """Sort by a column; a second time turns it round."""
        self.layouts.sort_by(column)

    def open_filter(self) -> None:
        """Open the popup that adds to the filter."""
        self.filters.add()

    def go_to_filter(self) -> None:
        """Give the focus to the filter over the list."""
        self.pane.chips.focus_chip()

    @property
    def is_filtered(self) -> bool:
        """Tell whether words or conditions narrow the list on show."""
        return bool(self.filter.words or self.filter.conditions)

    def clear_filter(self) -> None:
        """Ask nothing any more of the records in this list."""
        self.filters.clear()

    def save_view(self) -> None:
        """Ask for a name for what is on show."""
        self.views.ask_to_keep()

    def restore_layout(self) -> None:
        """Lay the list out as it is by itself."""
        self.layouts.restore()

    def find_next(self) -> None:
        """Go to the next record found."""
        self.pane.list.walk(1, around=True)

    def find_previous(self) -> None:
        """Go to the record found before."""
        self.pane.list.walk(-1, around=True)

    def refresh(self) -> None:
        """Make list and counts anew: what no longer fits goes."""
        self._take_names()
        self.pane.model.forget()
        self.browsing.refresh()
        self._show_rows()
        self._show_counts()
        self.views.follow()
        self.texts.read_all()

    def _find(self, typed: str) -> None:
        """Find what was typed; in many records whose texts are not read yet only once the user stops typing."""
        if self._is_quiet:
            return
        if self.browsing.finder is None and self.browsing.total > _MANY:
            self._typed.start()
        else:
            self._typed.stop()
            self.browsing.find(typed)
            self._show_rows()
            self.narrowed.emit()

    def _find_typed(self) -> None:
        with self.texts.held_up():
            self.browsing.find(self.pane.search.text())
            self._show_rows()
        self.narrowed.emit()

    def _toggle_group(self, place: int) -> None:
        self.browsing.toggle(place)
        self._show_rows()

    def _definition(self) -> ViewDefinition:
        return ViewDefinition(self.browsing.chosen, self.layouts.current)

    # --- keeping up ---------------------------------------------------------------------------------------------------

    def _on_changed(self, changed: Changed) -> None:
        self._take_names()
        self._show_counts()
        self.views.follow()
        if changed.entities & {"organisation", "person"}:
            self.pane.model.forget()
        else:
            self.pane.model.forget(changed.records)
        listed = changed.records.intersection(self.browsing.ids)
        there = self.session.store.in_use(changed.records)
        gone, made = listed - there, there - listed
        if made & self.browsing.fitting(made):
            self.browsing.refresh()
            self._show_rows()
            return
        self.browsing.forget()  # records stay where they are until the list is made anew: nothing jumps away
        if gone:
            self.browsing.drop(gone)
            self._show_rows()
        self._mark_misfits(listed - gone)

    def _mark_misfits(self, touched: frozenset[int]) -> None:
        if self.browsing.mark_misfits(touched):
            self.pane.model.mark_misfits(self._marked, self.browsing.groups)
            self._show_title()

    @property
    def _marked(self) -> set[int]:
        return self.browsing.misfits | self.browsing.misplaced

    def _on_day_changed(self) -> None:
        self.pane.cell_words.today = self.session.today
        self.browsing.set_today(self.session.today)
        self._show_filtered()  # the chips too: days told from today are others now
        self._show_counts()
        self.views.follow()

    def _take_names(self) -> None:
        names = self.session.store.names()
        self.pane.cell_words.names, self.pane.cell_words.name_of = names.by_entity, names

    # --- showing ------------------------------------------------------------------------------------------------------

    def _show_list(self, kind: str | None, view: str | None) -> None:
        layout = self.layouts.remembered(kind, view)
        self.browsing.choose(kind, view, layout.sort, layout.group, self.pane.search.text())
        self.layouts.show(layout)
        self._show_filtered()

    def _show_filtered(self) -> None:
        self._show_chips()
        self._show_rows()

    def _show_chips(self) -> None:
        self.filters.show(tells_base=self.views.shown is not None)

    def _show_rows(self) -> None:
        browsing, pane = self.browsing, self.pane
        found = tuple(dict.fromkeys(word for words in searches(browsing.chosen.words) for word in words))
        pane.model.misfits = self._marked
        pane.list.change_rows(lambda: pane.model.show_order(browsing.rows, groups=browsing.groups, found=found))
        asked = {one.field for one in browsing.chosen.conditions}
        pane.list.show_sort(
            browsing.sort_keys, (one.key for one in pane.model.columns if one.key != "state" and one.field in asked)
        )
        self._show_title()
        pane.show_table(has_rows=bool(browsing.rows))
        if not browsing.rows:
            self._tell_why_empty()
        self.shown.emit()

    def _show_title(self) -> None:
        counted, total, misfits = self.browsing.counted, self.browsing.total, len(self.browsing.misfits)
        of = Text(f"{counted} van {total}", f"{counted} of {total}")
        told = self.session.words(misfits_words(misfits)) if misfits else ""
        self.pane.show_title(self.title, self.session.words(of) if self.filter.narrows else counted, told)

    @property
    def title(self) -> str:
        """Give the name of the list on show."""
        chosen = self.browsing.chosen
        if self.views.shown is not None:
            return self.views.shown
        if chosen.view:
            return self.session.words(view_of(chosen.view).label)
        return self.session.words(kind_of(chosen.kind).many if chosen.kind else ALL_RECORDS)

    def _tell_why_empty(self) -> None:
        chosen, total = self.browsing.chosen, self.browsing.total
        list_name = self.title.lower()
        if chosen.narrows and total:
            blame, ways = self.filters.why_empty(self.title)
            if chosen.words.strip() and (chosen.kind or chosen.view or chosen.conditions):
                elsewhere = self.browsing.found_elsewhere()
                if elsewhere:
                    ways.insert(0, (_found_in_all(elsewhere), lambda: self.show_filter(Filter(words=chosen.words))))
                blame = _with_elsewhere(blame, chosen.words.strip(), elsewhere)
            elif chosen.kind or chosen.view:
                ways.append((_SHOW_ALL, lambda: self.choose(None, None)))
            self._tell("search-x", _NOTHING_FOUND, blame, ways)
        elif chosen.view:
            day = day_words(self.session.today, self.session.language)
            none = Text(
                f"Op {day} staat er niets onder “{self.title}”.", f"On {day} there is nothing under “{self.title}”."
            )
            self._tell(
                view_of(chosen.view).icon, _NOTHING_IN_VIEW, none, [(_SHOW_ALL, lambda: self.choose(None, None))]
            )
        else:
            none = Text(
                "Dit register is nog leeg. Importeer uw lijst, of maak het eerste record." if chosen.kind is None
                else f"Er zijn nog geen {list_name}.",
                "This register is empty. Import your list, or make the first record." if chosen.kind is None
                else f"There are no {list_name} yet.",
            )  # fmt: skip
            ways = [(_NEW, self.new_wanted.emit)] if self.session.may_write else []
            if ways and chosen.kind is None:
                ways.insert(0, (_IMPORT, self.import_wanted.emit))
            self._tell(kind_of(chosen.kind).icon if chosen.kind else "database", _EMPTY_KIND, none, ways)

    def _tell(self, icon: str, title: Text, sentence: Text, ways: Sequence[Way]) -> None:
        words = self.session.words
        self.pane.empty.tell(icon, words(title), words(sentence), tuple((words(one), act) for one, act in ways))

    def _show_counts(self) -> None:
        letters = len(self.session.store.names().by_entity["letter"])
        counts = self.session.store.counts(self.session.today)
        self.sidebar.side_model.show_counts({**counts, page_code(LETTERS): letters})
        self.views.show_counts()


def _found_in_all(count: int) -> Text:
    return Text(f"Wel {count} in Alle records", f"{count} in All records")


def _with_elsewhere(why: Text, typed: str, count: int) -> Text:
    """Say after why the list is empty how many records of the register hold the words."""
    if not count:
        return Text(
            f"{why.nl} Ook in Alle records staat “{typed}” nergens.",
            f"{why.en} All records do not hold “{typed}” either.",
        )
    return Text(
        f"{why.nl} In Alle records staat “{typed}” wel: in {count} {'record' if count == 1 else 'records'}.",
        f"{why.en} All records do hold “{typed}”: {count} of them.",
    )
