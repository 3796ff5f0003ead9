"""The table model: an array of ids in order, and plain values fetched by the page when a row comes in sight."""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from tracker.basics.language import Text
from tracker.records.snapshot import Record, Summary
from tracker.ui.listing.columns import CellWords, Column, usual_columns

if TYPE_CHECKING:
    from tracker.services.grouping import Group
    from tracker.services.hits import Hit

PAGE_ROWS = 32
"""Rows fetched at once: more of them take a part of a frame that can be seen while scrolling."""
KEPT_ROWS = 20_000
_Index = QModelIndex | QPersistentModelIndex
_NONE = QModelIndex()
_DISPLAY, _ALIGNMENT = int(Qt.ItemDataRole.DisplayRole), int(Qt.ItemDataRole.TextAlignmentRole)
_TOOLTIP, _ACCESSIBLE = int(Qt.ItemDataRole.ToolTipRole), int(Qt.ItemDataRole.AccessibleTextRole)
_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
_FLAGS = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
_EMPTY = Text("leeg", "empty")
NO_LONGER_FITS = Text(
    "Past niet meer bij dit filter of deze groep. Vernieuwen: F5", "No longer fits this filter or group. Refresh: F5"
)


def misfits_words(count: int) -> Text:
    """Say why a number has another behind it: *5 (+1)*."""
    if count == 1:
        return Text(
            "Plus 1 record dat niet meer past en in zicht blijft. Vernieuwen: F5",
            "Plus 1 record that no longer fits and stays in sight. Refresh: F5",
        )
    return Text(
        f"Plus {count} records die niet meer passen en in zicht blijven. Vernieuwen: F5",
        f"Plus {count} records that no longer fit and stay in sight. Refresh: F5",
    )


FetchSummaries = Callable[[Sequence[int]], Iterable[Summary]]
FetchRecords = Callable[[Sequence[int]], Iterable[Record]]


class RecordModel(QAbstractTableModel):
    """Rows are ids; what they show is looked up when painted. Without ``fetch`` only given rows are known.

    A negative number in the order is the head of a group: -1 of ``groups[0]``. ``found`` holds the folded words by
    which records were found, ``misfits`` those that stay in sight though they no longer fit.
    """

    def __init__(self, words: CellWords) -> None:
        super().__init__()
        self.words = words
        self.columns: tuple[Column, ...] = usual_columns(720)
        self.found: tuple[str, ...] = ()
        self.misfits: set[int] = set()
        self._order: array[int] = array("q")
        self._groups: Sequence[Group] = ()
        self._heads: list[int] | None = []
        self._hits: dict[int, Hit | None] = {}
        self._summaries: dict[int, Summary] = {}
        self._records: dict[int, Record] = {}
        self._fetch: FetchSummaries | None = None
        self._fetch_records: FetchRecords | None = None
        self._explain: Callable[[int], list[str]] | None = None

    # --- what is shown ------------------------------------------------------------------------------------------------

    @property
    def order(self) -> array[int]:
        """Give the ids of the rows, with heads of groups as negative numbers. Not to be changed."""
        return self._order

    def set_explain(self, explain: Callable[[int], list[str]]) -> None:
        """Ask here for the lines that say how the deadline of a record was computed."""
        self._explain = explain

    def told_of_deadline(self, row: int) -> list[str]:
        """Give the lines that say how the deadline of a row was computed; it is looked up now."""
        record_id = self.id_at(row)
        return [] if record_id is None or self._explain is None else self._explain(record_id)

    def set_fetch(self, fetch: FetchSummaries, fetch_records: FetchRecords) -> None:
        """Look rows up here from now on."""
        self._fetch, self._fetch_records = fetch, fetch_records

    def show_order(
        self,
        order: array[int],
        known: Iterable[Summary] = (),
        groups: Sequence[Group] = (),
        found: tuple[str, ...] = (),
    ) -> None:
        """Show other rows. Values that are known already need not be fetched."""
        self.beginResetModel()
        self._order, self._groups = order, groups
        self._heads = None if groups else []
        if found != self.found:
            self.found = found
            self._hits.clear()
        self._summaries.update((one.id, one) for one in known)
        self.endResetModel()

    def show_columns(self, columns: tuple[Column, ...]) -> None:
        """Show other columns."""
        if columns != self.columns:
            self.beginResetModel()
            self.columns = columns
            self._hits.clear()
            self.endResetModel()

    def show_hits(self, hits: Mapping[int, Hit], looked_at: Iterable[int]) -> None:
        """Show where the words stand in records in which they cannot be seen."""
        self._hits.update((one, hits.get(one)) for one in looked_at)

    def mark_misfits(self, misfits: set[int], groups: Sequence[Group] = ()) -> None:
        """Mark records that stay in sight though they no longer fit; ``groups`` count them apart."""
        self.misfits, self._groups = misfits, groups
        self.repaint_all()

    def forget(self, ids: Iterable[int] | None = None) -> None:
        """Fetch these records (None: all) anew, and repaint."""
        if ids is None:
            self._summaries.clear()
            self._records.clear()
            self._hits.clear()
        else:
            for one in ids:
                self._summaries.pop(one, None)
                self._records.pop(one, None)
                self._hits.pop(one, None)
        self.repaint_all()

    def repaint_all(self) -> None:
        """Let views ask for everything in sight again."""
        if self._order:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._order) - 1, len(self.columns) - 1))

    def id_at(self, row: int) -> int | None:
        """Give the id of a row, or None where there is no such row or it is the head of a group."""
        found = self._order[row] if 0 <= row < len(self._order) else -1
        return found if found > 0 else None

    def row_of(self, record_id: int) -> int:
        """Give the row of a record (the first of several), or -1 where the list does not show it."""
        try:
            return self._order.index(record_id)
        except ValueError:
            return -1

    def next_record_row(self, row: int, step: int) -> int | None:
        """Give the next row from here (with it) that holds a record, looking down (1) or up (-1)."""
        while 0 <= row < len(self._order):
            if self._order[row] > 0:
                return row
            row += step
        return None

    def heads_before(self, row: int) -> int:
        """Give how many heads of groups stand above a row."""
        if self._heads is None:
            self._heads = [place for place, one in enumerate(self._order) if one < 0]
        return bisect_left(self._heads, row)

    def group_place(self, row: int) -> int | None:
        """Give the place in the groups of which a row is the head, or None where it holds a record."""
        found = self._order[row] if 0 <= row < len(self._order) else 0
        return -found - 1 if found < 0 else None

    def group(self, row: int) -> Group | None:
        """Give the group of which a row is the head, or None where it holds a record."""
        place = self.group_place(row)
        return None if place is None else self._groups[place]

    def summary(self, row: int) -> Summary | None:
        """Give the values of a row, or None where they are not known yet or it is the head of a group."""
        record_id = self._order[row]
        found = self._summaries.get(record_id)
        if found is None and self._fetch is not None and record_id > 0:
            self._fetch_page(row)
            found = self._summaries.get(record_id)
        return found

    def hit(self, row: int) -> Hit | None:
        """Give where the words stand in a record in which they cannot be seen, as far as was looked."""
        return self._hits.get(self._order[row])

    def without_hit(self, first: int, last: int) -> list[int]:
        """Give the records in these rows in which nobody looked yet where the words stand."""
        if not self.found:
            return []
        return [one for one in self._order[max(0, first) : last + 1] if one > 0 and one not in self._hits]

    def text(self, row: int, column: Column) -> str:
        """Give what stands in a cell."""
        summary = self.summary(row)
        if summary is None:
            return ""
        record = None if column.spec is None else self.record(row)
        return self.words.text(column, summary, record)

    # --- Qt -----------------------------------------------------------------------------------------------------------

    def rowCount(self, parent: _Index = _NONE) -> int:
        return 0 if parent.isValid() else len(self._order)

    def columnCount(self, parent: _Index = _NONE) -> int:
        return 0 if parent.isValid() else len(self.columns)

    def flags(self, index: _Index) -> Qt.ItemFlag:
        if index.isValid() and self._order[index.row()] < 0:
            return Qt.ItemFlag.ItemIsEnabled
        return _FLAGS if index.isValid() else Qt.ItemFlag.NoItemFlags

    def data(self, index: _Index, role: int = _DISPLAY) -> Any:
        if role not in {_DISPLAY, _TOOLTIP, _ACCESSIBLE, _ALIGNMENT} or not index.isValid():
            return None
        column = self.columns[index.column()]
        if role == _ALIGNMENT:
            return _RIGHT if column.is_right else _LEFT
        group = self.group(index.row())
        if group is not None:
            return f"{group.label}, {group.counted}" if index.column() == 0 else ""
        text = self.text(index.row(), column)
        return self._spoken(index.row(), column, text) if role == _ACCESSIBLE else text

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _DISPLAY) -> Any:
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(self.columns):
            return None
        if role in {_DISPLAY, _ACCESSIBLE}:
            return self.columns[section].label.to(self.words.language)
        return None

    def _spoken(self, row: int, column: Column, text: str) -> str:
        """Give a cell as it is told to who does not see it: which record, which column, and what stands there."""
        summary, language = self.summary(row), self.words.language
        if summary is None:
            return text
        if column.key == "reference":
            spoken = summary.reference
        else:
            spoken = f"{summary.reference}, {column.label.to(language)}: {text or _EMPTY.to(language)}"
        is_misfit = summary.id in self.misfits
        return f"{spoken}. {NO_LONGER_FITS.to(language)}" if is_misfit else spoken

    # --- fetching -----------------------------------------------------------------------------------------------------

    def _page(self, row: int) -> array[int]:
        start = row - row % PAGE_ROWS
        return self._order[start : start + PAGE_ROWS]

    def _fetch_page(self, row: int) -> None:
        if len(self._summaries) > KEPT_ROWS:
            self._summaries.clear()
        wanted = [one for one in self._page(row) if one > 0 and one not in self._summaries]
        if self._fetch is not None:
            self._summaries.update((one.id, one) for one in self._fetch(wanted))

    def record(self, row: int) -> Record | None:
        """Give the record of a row with all its values, or None where they are not known."""
        record_id = self._order[row]
        if record_id not in self._records and self._fetch_records is not None:
            if len(self._records) > KEPT_ROWS // 10:
                self._records.clear()
            wanted = [one for one in self._page(row) if one > 0 and one not in self._records]
            self._records.update((one.id, one) for one in self._fetch_records(wanted))
        return self._records.get(record_id)
