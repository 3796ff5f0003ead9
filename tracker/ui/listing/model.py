"""The table model: an array of ids in order, and plain values fetched by the page when a row comes in sight."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterable, Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from tracker.records.snapshot import Record, Summary
from tracker.ui.listing.columns import CellWords, Column, usual_columns

PAGE_ROWS = 128
KEPT_ROWS = 20_000
_Index = QModelIndex | QPersistentModelIndex
_NONE = QModelIndex()
_DISPLAY, _ALIGNMENT = int(Qt.ItemDataRole.DisplayRole), int(Qt.ItemDataRole.TextAlignmentRole)
_TOOLTIP, _ACCESSIBLE = int(Qt.ItemDataRole.ToolTipRole), int(Qt.ItemDataRole.AccessibleTextRole)
_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
FetchSummaries = Callable[[Sequence[int]], Iterable[Summary]]
FetchRecords = Callable[[Sequence[int]], Iterable[Record]]


class RecordModel(QAbstractTableModel):
    """Rows are ids; what they show is looked up when painted. Without ``fetch`` only given rows are known."""

    def __init__(self, words: CellWords) -> None:
        super().__init__()
        self.words = words
        self.columns: tuple[Column, ...] = usual_columns(720)
        self._order: array[int] = array("q")
        self._summaries: dict[int, Summary] = {}
        self._records: dict[int, Record] = {}
        self._fetch: FetchSummaries | None = None
        self._fetch_records: FetchRecords | None = None

    # --- what is shown ------------------------------------------------------------------------------------------------

    @property
    def order(self) -> array[int]:
        """Give the ids of the rows. Not to be changed."""
        return self._order

    def set_fetch(self, fetch: FetchSummaries, fetch_records: FetchRecords) -> None:
        """Look rows up here from now on."""
        self._fetch, self._fetch_records = fetch, fetch_records

    def show_order(self, order: array[int], known: Iterable[Summary] = ()) -> None:
        """Show other rows. Values that are known already need not be fetched."""
        self.beginResetModel()
        self._order = order
        self._summaries.update((one.id, one) for one in known)
        self.endResetModel()

    def show_columns(self, columns: tuple[Column, ...]) -> None:
        """Show other columns."""
        if columns != self.columns:
            self.beginResetModel()
            self.columns = columns
            self.endResetModel()

    def forget(self, ids: Iterable[int] | None = None) -> None:
        """Fetch these records (None: all) anew, and repaint."""
        if ids is None:
            self._summaries.clear()
            self._records.clear()
        else:
            for one in ids:
                self._summaries.pop(one, None)
                self._records.pop(one, None)
        self.repaint_all()

    def repaint_all(self) -> None:
        """Let views ask for everything in sight again."""
        if self._order:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._order) - 1, len(self.columns) - 1))

    def id_at(self, row: int) -> int | None:
        """Give the id of a row, or None where there is no such row."""
        return self._order[row] if 0 <= row < len(self._order) else None

    def row_of(self, record_id: int) -> int:
        """Give the row of a record, or -1 where the list does not hold it."""
        try:
            return self._order.index(record_id)
        except ValueError:
            return -1

    def summary(self, row: int) -> Summary | None:
        """Give the values of a row, or None where they are not known yet."""
        record_id = self._order[row]
        found = self._summaries.get(record_id)
        if found is None and self._fetch is not None:
            self._fetch_page(row)
            found = self._summaries.get(record_id)
        return found

    def text(self, row: int, column: Column) -> str:
        """Give what stands in a cell."""
        summary = self.summary(row)
        if summary is None:
            return ""
        record = None if column.spec is None else self._record(row)
        return self.words.text(column, summary, record)

    # --- Qt -----------------------------------------------------------------------------------------------------------

    def rowCount(self, parent: _Index = _NONE) -> int:
        return 0 if parent.isValid() else len(self._order)

    def columnCount(self, parent: _Index = _NONE) -> int:
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: _Index, role: int = _DISPLAY) -> Any:
        if role not in {_DISPLAY, _TOOLTIP, _ACCESSIBLE, _ALIGNMENT} or not index.isValid():
            return None
        column = self.columns[index.column()]
        if role == _ALIGNMENT:
            return _RIGHT if column.is_right else _LEFT
        return self.text(index.row(), column)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _DISPLAY) -> Any:
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(self.columns):
            return None
        if role in {_DISPLAY, _ACCESSIBLE}:
            return self.columns[section].label.to(self.words.language)
        return None

    # --- fetching -----------------------------------------------------------------------------------------------------

    def _page(self, row: int) -> array[int]:
        start = row - row % PAGE_ROWS
        return self._order[start : start + PAGE_ROWS]

    def _fetch_page(self, row: int) -> None:
        if len(self._summaries) > KEPT_ROWS:
            self._summaries.clear()
        wanted = [one for one in self._page(row) if one not in self._summaries]
        if self._fetch is not None:
            self._summaries.update((one.id, one) for one in self._fetch(wanted))

    def _record(self, row: int) -> Record | None:
        record_id = self._order[row]
        if record_id not in self._records and self._fetch_records is not None:
            if len(self._records) > KEPT_ROWS // 10:
                self._records.clear()
            wanted = [one for one in self._page(row) if one not in self._records]
            self._records.update((one.id, one) for one in self._fetch_records(wanted))
        return self._records.get(record_id)
