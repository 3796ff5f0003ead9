"""A plain table of lines: whole rows, one line each, columns that are declared beside their widths."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QIcon, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from tracker.basics.language import Language, Text
from tracker.ui.fonts import grown
from tracker.ui.headed_table import HeadedTable

_Index = QModelIndex | QPersistentModelIndex
_ROW_PX = 30


@dataclass(frozen=True, slots=True)
class LineColumn:
    """One column; the one without a width takes the room that is left."""

    label: Text
    width_px: int | None = None


class LinesModel(HeadedTable):
    """Rows of words, each with an icon in its first cell where it has one."""

    def __init__(self, columns: Sequence[LineColumn], language: Language, parent: QObject | None = None) -> None:
        super().__init__([column.label for column in columns], language, parent)
        self._rows: Sequence[tuple[str, ...]] = ()
        self._icons: list[QIcon | None] = []

    def show_rows(self, rows: Sequence[tuple[str, ...]], icons: Sequence[QIcon | None] = ()) -> None:
        """Show other rows."""
        self.beginResetModel()
        self._rows, self._icons = rows, list(icons)
        self.endResetModel()

    @property
    def row_total(self) -> int:
        return len(self._rows)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or index.row() >= len(self._rows):
            return None
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole}:
            return self._rows[index.row()][index.column()]
        if role == Qt.ItemDataRole.DecorationRole and index.column() == 0 and index.row() < len(self._icons):
            return self._icons[index.row()]
        return None


def make_lines_table(model: LinesModel, columns: Sequence[LineColumn], name: str) -> QTableView:
    """Make the table for such a model, with an accessible name."""
    table = QTableView()
    table.setModel(model)
    table.setAccessibleName(name)
    _show_lines(table)
    header = table.horizontalHeader()
    for place, column in enumerate(columns):
        if column.width_px is None:
            header.setSectionResizeMode(place, QHeaderView.ResizeMode.Stretch)
        else:
            words = header.sectionSizeHint(place)
            header.resizeSection(place, max(grown(column.width_px), words))
    return table


class TickedTable(QTableView):
    """One whole row at a time; Space turns the tick of the current row round, in whatever column it is.

    ``toggle`` turns the tick of a row round. ``widths_px`` are those of its columns at 100 %; ``stretched`` is the
    column that takes the room that is left.
    """

    def __init__(
        self, model: QAbstractTableModel, toggle: Callable[[int], None], stretched: int, widths_px: Mapping[int, int]
    ) -> None:
        super().__init__()
        self._toggle = toggle
        self.setModel(model)
        _show_lines(self)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        header = self.horizontalHeader()
        header.setSectionResizeMode(stretched, QHeaderView.ResizeMode.Stretch)
        for column, width in widths_px.items():
            header.resizeSection(column, max(grown(width), header.sectionSizeHint(column)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space and not event.modifiers():
            self._toggle(self.currentIndex().row())
            return
        super().keyPressEvent(event)


def _show_lines(table: QTableView) -> None:
    """Let a table show whole rows of one line each, that are not edited in it."""
    table.setProperty("role", "lines")
    table.setShowGrid(False)
    table.setWordWrap(False)
    table.setTabKeyNavigation(False)
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    table.verticalHeader().hide()
    table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
    table.verticalHeader().setDefaultSectionSize(grown(_ROW_PX))
    header = table.horizontalHeader()
    header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    header.setHighlightSections(False)
