"""A plain table of lines: whole rows, one line each, columns that are declared beside their widths."""

from __future__ import annotations

from collections.abc import Callable, Container, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QIcon, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from tracker.basics.language import Language, Text
from tracker.ui.looks.fonts import grown
from tracker.ui.parts.headed_table import HeadedTable

_Index = QModelIndex | QPersistentModelIndex
_ROW_PX = 30
_LEAST_STRETCHED_PX = 190


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
    column that takes the room that is left; those that ``give_way`` are not shown where it would have too little.
    """

    def __init__(
        self, model: QAbstractItemModel, toggle: Callable[[int], None], stretched: int, widths_px: Mapping[int, int],
        *, give_way: Sequence[int] = (),
    ) -> None:  # fmt: skip
        super().__init__()
        self._toggle, self._stretched, self._give_way = toggle, stretched, give_way
        self._unwanted: frozenset[int] = frozenset()
        self._widths_px: dict[int, int] = {}
        self.setModel(model)
        _show_lines(self)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        header = self.horizontalHeader()
        header.setSectionResizeMode(stretched, QHeaderView.ResizeMode.Stretch)
        for column, width in widths_px.items():
            self._widths_px[column] = max(grown(width), header.sectionSizeHint(column))
            header.resizeSection(column, self._widths_px[column])

    def setColumnHidden(self, column: int, hide: bool) -> None:
        """Hide a column, or show it where there is room for it."""
        self._unwanted = self._unwanted | {column} if hide else self._unwanted - {column}
        self._share_room()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_room()

    def _share_room(self) -> None:
        """For large letters on a small screen: the stretched column keeps room for some words.

        Columns that say least give way to it; what has no room then is scrolled to.
        """
        header, hidden, give_way = self.horizontalHeader(), set(self._unwanted), list(self._give_way)
        while give_way and self._is_narrow(hidden):
            hidden.add(give_way.pop(0))
        is_narrow = self._is_narrow(hidden)
        mode = QHeaderView.ResizeMode.Fixed if is_narrow else QHeaderView.ResizeMode.Stretch
        if header.sectionResizeMode(self._stretched) is not mode:
            header.setSectionResizeMode(self._stretched, mode)  # before hiding: Qt 6.11 keeps the room of a hidden one
        for column in range(header.count()):
            if self.isColumnHidden(column) != (column in hidden):
                super().setColumnHidden(column, column in hidden)
        if is_narrow:
            header.resizeSection(self._stretched, grown(_LEAST_STRETCHED_PX))

    def _is_narrow(self, hidden: Container[int]) -> bool:
        """Tell whether the stretched column would have too little room beside the columns that are not hidden."""
        header = self.horizontalHeader()
        shown = (one for one in range(header.count()) if one not in hidden and one != self._stretched)
        others = sum(header.sectionSize(one) or self._widths_px.get(one, 0) for one in shown)
        return self.viewport().width() - others < grown(_LEAST_STRETCHED_PX)

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
