"""What the list in the window shows: a kind or view, narrowed by words, sorted by a column. Without Qt."""

from __future__ import annotations

from array import array
from dataclasses import replace
from datetime import date

from tracker.basics.language import Language
from tracker.records.filter import Filter
from tracker.records.registry import kind_of
from tracker.services.finding import Finder
from tracker.services.ranking import Rankings
from tracker.store.record_store import Store

DEFAULT_SORT = "deadline_end"
"""Lists have this order by themselves: by last day, then kind and number."""


class Browsing:
    """The list on show. ``ids`` is what is shown now, ``total`` how many there are before words narrow it."""

    def __init__(self, store: Store, today: date, language: Language = Language.DUTCH) -> None:
        self._store = store
        self._today = today
        self._rankings = Rankings(store, language)
        self._finder: Finder | None = None
        self._listed: dict[tuple[str | None, str | None], array[int]] = {}
        self._sorted: tuple[tuple[object, ...], array[int]] | None = None
        self.chosen = Filter()
        self.sort_column = DEFAULT_SORT
        self.is_descending = False
        self.ids: array[int] = array("q")
        self.total = 0

    def choose(self, kind: str | None, view: str | None) -> None:
        """Show another list; typed words stay. A column that the new list lacks gives way to the usual order."""
        if kind != self.chosen.kind and self.sort_column.startswith("field."):
            self.sort_column, self.is_descending = DEFAULT_SORT, False
        self.chosen = replace(self.chosen, kind=kind, view=view)
        self._show()

    def find(self, typed: str) -> None:
        """Narrow the list to records that hold these words."""
        self.chosen = replace(self.chosen, words=typed)
        self._show()

    def sort_by(self, column: str) -> None:
        """Sort by a column; a second time turns it round."""
        self.is_descending = column == self.sort_column and not self.is_descending
        self.sort_column = column
        self._show()

    def set_today(self, today: date) -> None:
        """Let another day stand for today."""
        self._today = today
        self.refresh()

    @property
    def finder(self) -> Finder | None:
        """Give what holds the texts of all records, None until they are read; they are too large to keep twice."""
        return self._finder

    def set_finder(self, finder: Finder) -> None:
        """Find with this from now on; until then words are looked for in the database."""
        self._finder = finder
        if self.chosen.words:
            self._show()

    def refresh(self) -> None:
        """Make the list anew from the register."""
        self.forget()
        self._show()

    def forget(self) -> None:
        """Make lists and orders anew when they are next asked for: something changed."""
        self._listed.clear()
        self._sorted = None
        self._rankings.forget()

    def count_without_words(self) -> int:
        """Give how many records there are when the typed words are taken away."""
        return self.total

    def _show(self) -> None:
        listed = self._in_order()
        self.total = len(listed)
        if not self.chosen.words.strip():
            self.ids = listed
        elif self._finder is not None:
            self.ids = self._finder.find(self.chosen.words, listed)
        else:
            wanted = set(self._store.order(self.chosen, self._today))
            self.ids = array("q", [one for one in listed if one in wanted])

    def _in_order(self) -> array[int]:
        place = (self.chosen.kind, self.chosen.view)
        if place not in self._listed:
            self._listed[place] = self._store.order(replace(self.chosen, words=""), self._today)
        listed = self._listed[place]
        if self.sort_column == DEFAULT_SORT and not self.is_descending:
            return listed
        asked = (*place, self.sort_column, self.is_descending)
        if self._sorted is None or self._sorted[0] != asked:
            kind = kind_of(self.chosen.kind) if self.chosen.kind else None
            column = self.sort_column.removeprefix("field.")
            made = self._rankings.sort(listed, column, kind, today=self._today, descending=self.is_descending)
            self._sorted = (asked, made)
        return self._sorted[1]
