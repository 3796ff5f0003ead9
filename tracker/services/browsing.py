"""What the list in the window shows: a kind or view, narrowed by words and conditions, in order, in groups. No Qt."""

from __future__ import annotations

from array import array
from collections.abc import Iterable
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from datetime import date

from tracker.basics.language import Language
from tracker.records.condition import Condition
from tracker.records.filter import Filter
from tracker.records.kind import Kind
from tracker.records.list_field import field_in
from tracker.records.registry import kind_of
from tracker.records.view_definition import DEFAULT_SORT, SortKeys
from tracker.services.finding import Finder
from tracker.services.grouping import Group, Grouper, counted_apart, groupings
from tracker.services.ranking import Rankings
from tracker.store.record_store import Store

MOST_SORT_KEYS = 3
_LISTS_KEPT = 12


@dataclass(frozen=True, slots=True)
class Blame:
    """What leaves nothing over: a condition, or the words (None); and how many records there are without it."""

    condition: Condition | None
    without: int


class Browsing:
    """The list on show.

    ``ids`` are the records found; ``rows`` is what the table shows: the same, or with groups in between, where -1 is
    the head of ``groups[0]``, and without the records of closed groups. ``total`` is how many there are before words
    and conditions narrow the list.
    """

    def __init__(self, store: Store, today: date, language: Language = Language.DUTCH) -> None:
        self._store = store
        self._today = today
        self._language = language
        self._rankings = Rankings(store, language)
        self._grouper = Grouper(store, language)
        self._finder: Finder | None = None
        self._listed: dict[Filter, array[int]] = {}
        self._sorted: tuple[tuple[object, ...], array[int]] | None = None
        self._split: list[tuple[str, array[int]]] = []
        self._closed: set[str] = set()
        self.chosen = Filter()
        self.sort_keys: SortKeys = DEFAULT_SORT
        self.group_by: str | None = None
        self.ids: array[int] = array("q")
        self.rows: array[int] = array("q")
        self.groups: list[Group] = []
        self.total = 0
        self.misfits: set[int] = set()
        """Records that stay in the list though they no longer fit, until it is made anew."""
        self.misplaced: set[int] = set()
        """Records that stay in their group though they belong to another by now, until the list is made anew."""

    # --- which records ------------------------------------------------------------------------------------------------

    def choose(
        self,
        kind: str | None,
        view: str | None,
        sort_keys: SortKeys = DEFAULT_SORT,
        group_by: str | None = None,
        words: str = "",
    ) -> None:
        """Show another list, with no more asked of it than these words: what was asked of the last one is gone."""
        self.show(Filter(kind, view, words), sort_keys, group_by)

    def show(self, chosen: Filter, sort_keys: SortKeys, group_by: str | None) -> None:
        """Show what a view holds. Orders by a column that the list lacks give way to the usual one."""
        self.chosen = chosen
        kind = self.kind
        known = tuple(one for one in sort_keys if not one[0].startswith("field.") or _has(kind, one[0]))
        self.sort_keys = known or DEFAULT_SORT
        self._set_group(group_by)
        self._show()

    def find(self, typed: str) -> None:
        """Narrow the list to records that hold these words."""
        self.chosen = replace(self.chosen, words=typed)
        self._show()

    def set_conditions(self, conditions: tuple[Condition, ...]) -> None:
        """Narrow the list to records that hold to all of these."""
        self.chosen = replace(self.chosen, conditions=tuple(dict.fromkeys(conditions)))
        self._show()

    def blame(self) -> Blame | None:
        """Give what to take away to see most records again; None where no single thing is to blame."""
        chosen = self.chosen
        found = [
            Blame(one, self._count(replace(chosen, conditions=tuple(c for c in chosen.conditions if c != one))))
            for one in chosen.conditions
        ]
        if chosen.words.strip():
            found.append(Blame(None, self._count(replace(chosen, words=""))))
        worst = max(found, key=lambda one: one.without, default=None)
        return worst if worst is not None and worst.without else None

    def found_elsewhere(self) -> int:
        """Give how many records of the whole register hold the words that are looked for."""
        words = self.chosen.words
        if self._finder is not None:
            return len(self._finder.find(words, self._list(Filter())))
        return self._count(Filter(words=words))

    @property
    def kind(self) -> Kind | None:
        """Give the kind on show, or None for all."""
        return kind_of(self.chosen.kind) if self.chosen.kind else None

    # --- order and groups ---------------------------------------------------------------------------------------------

    def sort_by(self, column: str, *, adds: bool = False) -> None:
        """Sort by a column; a second time turns it round. ``adds``: after the columns that sort already."""
        keys = self.sort_keys if adds else tuple(one for one in self.sort_keys[:1] if one[0] == column)
        place = next((at for at, one in enumerate(keys) if one[0] == column), None)
        if place is None:
            self.sort_keys = (*keys, (column, False))[-MOST_SORT_KEYS:] if adds else ((column, False),)
        else:
            self.sort_keys = (*keys[:place], (column, not keys[place][1]), *keys[place + 1 :])
        self._show()

    def group(self, by: str | None) -> None:
        """Show the list in groups, by a code of ``groupings``; None: without."""
        self._set_group(by)
        self._show()

    def toggle(self, place: int) -> None:
        """Close a group, or open it again."""
        self._closed ^= {self.groups[place].label}
        self._lay_rows()

    def toggle_all(self) -> None:
        """Close all groups, or open all where none is open."""
        labels = {one.label for one in self.groups}
        self._closed = set() if labels <= self._closed else labels
        self._lay_rows()

    @property
    def counted(self) -> str:
        """Give how many records the list holds, those that only stay in sight apart: *5 (+1)*."""
        return counted_apart(len(self.ids) if self.chosen.narrows else self.total, len(self.misfits))

    @property
    def parts(self) -> list[tuple[str, array[int]]]:
        """Give (label, ids) of all groups, also of closed ones; without groups the list as one part."""
        return [one for one in self._split if one[1]] if self.group_by is not None else [("", self.ids)]

    def without_misfits(self, rows: array[int]) -> array[int]:
        """Leave out what only stays in sight: on paper and in a workbook it would stand under a wrong heading."""
        return array("q", [one for one in rows if one not in self.misfits]) if self.misfits else rows

    # --- keeping up ---------------------------------------------------------------------------------------------------

    def set_today(self, today: date) -> None:
        """Let another day stand for today."""
        self._today = today
        self.refresh()

    @property
    def finder(self) -> Finder | None:
        """Give what holds the texts of all records, None until they are read; they are too large to keep twice."""
        return self._finder

    def set_finder(self, finder: Finder | None) -> None:
        """Find with this from now on; without, words are looked for in the database. What is on show stays."""
        self._finder = finder

    def refresh(self) -> None:
        """Make the list anew from the register."""
        self.forget()
        self._show()

    def forget(self) -> None:
        """Make lists and orders anew when they are next asked for: something changed."""
        self._listed.clear()
        self._sorted = None
        self._rankings.forget()
        self._grouper.forget()

    def drop(self, gone: AbstractSet[int]) -> None:
        """Take records out of the list on show, and leave all others where they are."""
        self.misfits -= gone
        self.misplaced -= gone
        kept = array("q", [one for one in self.ids if one not in gone])
        self.total -= len(self.ids) - len(kept)
        self.ids = kept
        self._split = [(label, array("q", [one for one in some if one not in gone])) for label, some in self._split]
        self._lay_rows()

    def mark_misfits(self, touched: AbstractSet[int]) -> bool:
        """Note which of these records only stay in sight, and count them apart in their groups; gives whether it did.

        Of records that were not touched what was noted before stays.
        """
        now = (self.misfits - touched) | (touched - self.fitting(set(touched)))
        moved = (self.misplaced - touched) | self._misplaced(touched)
        if (now, moved) == (self.misfits, self.misplaced):
            return False
        self.misfits, self.misplaced = set(now), set(moved)
        self._lay_rows()
        return True

    def _misplaced(self, ids: AbstractSet[int]) -> set[int]:
        """Give those of these records that stand in other groups than they would if the list were made anew."""
        if self.group_by is None or not ids:
            return set()
        listed = array("q", sorted(ids))
        grouper = Grouper(self._store, self._language, listed)
        then = _labels_of(grouper.split(listed, self.group_by, self.kind, self._today), ids)
        now = _labels_of(self._split, ids)
        return {one for one in now if now[one] != then.get(one)}

    def fitting(self, ids: set[int]) -> set[int]:
        """Give those of these records that the list would hold if it were made anew."""
        return self._store.fitting(ids, self.chosen, self._today)

    # --- helpers ------------------------------------------------------------------------------------------------------

    def _set_group(self, by: str | None) -> None:
        known = by is not None and any(code == by for code, _ in groupings(self.kind))
        if (by if known else None) != self.group_by:
            self.group_by = by if known else None
            self._closed.clear()

    def _count(self, chosen: Filter) -> int:
        return self._store.count_of(chosen, self._today)

    def _show(self) -> None:
        self.misfits, self.misplaced = set(), set()
        listed = self._in_order()
        asked = self.chosen
        self.total = len(self._list(replace(asked, words="", conditions=())) if asked.conditions else listed)
        if not asked.words.strip():
            self.ids = listed
        elif self._finder is not None:
            self.ids = self._finder.find(asked.words, listed)
        else:
            wanted = set(self._store.order(asked, self._today))
            self.ids = array("q", [one for one in listed if one in wanted])
        by = self.group_by
        self._split = [] if by is None else self._grouper.split(self.ids, by, self.kind, self._today)
        self._lay_rows()

    def _lay_rows(self) -> None:
        """Put the rows together from what was found and split; it stays so while groups open and close."""
        self.groups = []
        if self.group_by is None:
            self.rows = self.ids
            return
        self.rows = array("q")
        apart = self.misfits | self.misplaced
        for label, some in self._split:
            if not some:
                continue
            is_open = label not in self._closed
            misfits = sum(one in apart for one in some) if apart else 0
            self.groups.append(Group(label, len(some), is_open, misfits))
            self.rows.append(-len(self.groups))
            if is_open:
                self.rows.extend(some)

    def _in_order(self) -> array[int]:
        wanted = replace(self.chosen, words="")
        listed = self._list(wanted)
        if self.sort_keys == DEFAULT_SORT:
            return listed
        asked = (wanted, self.sort_keys)
        if self._sorted is None or self._sorted[0] != asked:
            self._sorted = (asked, self._rankings.sort(listed, self.sort_keys, self.kind, today=self._today))
        return self._sorted[1]

    def _list(self, wanted: Filter) -> array[int]:
        if wanted not in self._listed:
            while len(self._listed) >= _LISTS_KEPT:
                del self._listed[next(iter(self._listed))]
            self._listed[wanted] = self._store.order(wanted, self._today)
        return self._listed[wanted]


def _labels_of(split: Iterable[tuple[str, array[int]]], ids: AbstractSet[int]) -> dict[int, set[str]]:
    """Give the labels of the groups in which each of these records stands."""
    found: dict[int, set[str]] = {}
    wanted = set(ids)
    for label, some in split:
        for one in wanted.intersection(some):
            found.setdefault(one, set()).add(label)
    return found


def _has(kind: Kind | None, column: str) -> bool:
    return kind is not None and field_in(column.removeprefix("field."), kind) is not None
