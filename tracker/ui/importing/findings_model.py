"""What a comparison found, as a table to work through: what was looked at has a tick, what is mended says so."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QColor, QIcon

from tracker.basics.language import Text
from tracker.services.seen import Key, Seen
from tracker.ui.looks.icons import icon
from tracker.ui.looks.tokens import tokens
from tracker.ui.session import Session

_Index = QModelIndex | QPersistentModelIndex
SEEN, FIRST = 0, 1
"""The column of the ticks, and the first of the others."""
_PLAIN = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
_SEEN = Text("Bekeken", "Seen")
_TOLD_SEEN = Text(
    "Spatie zet het vinkje: u hebt het bekeken en hoeft het niet nog eens te zien.",
    "Space sets the tick: you looked at it, and need not see it again.",
)


@dataclass(frozen=True, slots=True)
class Finding:
    """One row. ``sort`` is what it can be narrowed by; ``proposal`` the place of the Chamber's item in the file."""

    key: Key
    cells: tuple[str, ...]
    icon_name: str
    sort: str
    proposal: int
    record_id: int | None = None


class FindingsModel(QAbstractTableModel):
    """A row stays where it is until the list is narrowed otherwise, also when it was seen or mended meanwhile."""

    seen_changed = Signal()

    def __init__(
        self, session: Session, labels: Sequence[Text], mended: Text, seen: Seen, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._session, self._labels, self._mended_words, self._seen = session, (_SEEN, *labels), mended, seen
        self._all: list[Finding] = []
        self._rows: list[Finding] = []
        self._open: AbstractSet[Key] = frozenset()
        self._sort, self._with_seen = "", False

    @property
    def sorts(self) -> Counter[str]:
        """Give how many there are of each sort, with what was seen."""
        return Counter(one.sort for one in self._all)

    @property
    def seen_count(self) -> int:
        """Give how many were seen."""
        return sum(one.key in self._seen for one in self._all)

    @property
    def open_count(self) -> int:
        """Give how many wait for somebody: neither seen nor mended."""
        return sum(self._is_waiting(one) for one in self._all)

    def take(self, found: Sequence[Finding]) -> None:
        """Take what a comparison found. What was found before and is no longer there stays, as mended."""
        known = {one.key for one in self._all}
        is_first = not self._all
        self._open = {one.key for one in found}
        new = [one for one in found if one.key not in known]
        self._all += new
        if is_first:
            self.narrow(self._sort, with_seen=self._with_seen)
            return
        fitting = [one for one in new if self._fits(one)]
        if fitting:
            self.beginInsertRows(QModelIndex(), len(self._rows), len(self._rows) + len(fitting) - 1)
            self._rows += fitting
            self.endInsertRows()
        self._tell()

    def narrow(self, sort: str, *, with_seen: bool) -> None:
        """Show one sort ("": all), with or without what was seen."""
        self.beginResetModel()
        self._sort, self._with_seen = sort, with_seen
        self._rows = [one for one in self._all if self._fits(one)]
        self.endResetModel()

    def finding(self, row: int) -> Finding | None:
        """Give what stands in a row."""
        return self._rows[row] if 0 <= row < len(self._rows) else None

    def waiting(self) -> list[Finding]:
        """Give what is shown and waits for somebody."""
        return [one for one in self._rows if self._is_waiting(one)]

    def mark(self, rows: Sequence[int], *, is_seen: bool) -> None:
        """Keep that these rows were looked at, or not."""
        self._seen.mark((self._rows[row].key for row in rows), is_seen=is_seen)
        self._tell()
        self.seen_changed.emit()

    def is_seen(self, row: int) -> bool:
        """Tell whether a row was looked at."""
        found = self.finding(row)
        return found is not None and found.key in self._seen

    # --- Qt -----------------------------------------------------------------------------------------------------------

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own way of asking
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._labels)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.ToolTipRole and section == SEEN:
            return self._session.words(_TOLD_SEEN)
        return self._session.words(self._labels[section]) if role == Qt.ItemDataRole.DisplayRole else None

    def flags(self, index: _Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        has_tick = index.column() == SEEN and self._has_tick(index)
        return _PLAIN | Qt.ItemFlag.ItemIsUserCheckable if has_tick else _PLAIN

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        found = self.finding(index.row()) if index.isValid() else None
        return None if found is None else self._shown(found, index, role)

    def _shown(self, found: Finding, index: _Index, role: int) -> Any:
        match role:
            case Qt.ItemDataRole.CheckStateRole:
                return self._tick(found) if self._has_tick(index) else None
            case Qt.ItemDataRole.DecorationRole:
                return self._icon(found, index.column())
            case Qt.ItemDataRole.ForegroundRole:
                return None if self._is_waiting(found) else QColor(tokens().muted)
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.ToolTipRole:
                return self._words(found, index.column())
            case Qt.ItemDataRole.AccessibleTextRole if index.column() == SEEN:
                return self._words(found, SEEN) or self._session.words(_SEEN)
        return None

    def setData(self, index: _Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.CheckStateRole or not self._has_tick(index):
            return False
        self.mark([index.row()], is_seen=Qt.CheckState(value) is Qt.CheckState.Checked)
        return True

    # --- helpers ------------------------------------------------------------------------------------------------------

    def _words(self, found: Finding, column: int) -> str:
        if column == SEEN:
            return "" if found.key in self._open else self._session.words(self._mended_words)
        return found.cells[column - FIRST]

    def _icon(self, found: Finding, column: int) -> QIcon | None:
        if column == SEEN:
            return None if found.key in self._open else icon("circle-check", "ok")
        return icon(found.icon_name, "muted") if column == FIRST else None

    def _tick(self, found: Finding) -> Qt.CheckState:
        return Qt.CheckState.Checked if found.key in self._seen else Qt.CheckState.Unchecked

    def _has_tick(self, index: _Index) -> bool:
        found = self.finding(index.row()) if index.isValid() else None
        return found is not None and index.column() == SEEN and found.key in self._open

    def _fits(self, one: Finding) -> bool:
        return self._sort in {"", one.sort} and (self._with_seen or one.key not in self._seen)

    def _is_waiting(self, one: Finding) -> bool:
        return one.key in self._open and one.key not in self._seen

    def _tell(self) -> None:
        if self._rows:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._rows) - 1, len(self._labels) - 1))
