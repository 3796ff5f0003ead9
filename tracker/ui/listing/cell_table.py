"""A table in which cells are chosen as hands know it from Excel: one, a rectangle, or whole rows."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QItemSelection, QItemSelectionModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QTableView, QWidget

from tracker.ui.listing.columns import Column
from tracker.ui.listing.model import RecordModel
from tracker.ui.listing.picked import Block, Picked

_Index = QModelIndex | QPersistentModelIndex
_Flag = QItemSelectionModel.SelectionFlag
_Move = QAbstractItemView.CursorAction
_SHIFT, _CONTROL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier
_MOVES = {
    Qt.Key.Key_Up: _Move.MoveUp, Qt.Key.Key_Down: _Move.MoveDown, Qt.Key.Key_Left: _Move.MoveLeft,
    Qt.Key.Key_Right: _Move.MoveRight, Qt.Key.Key_Home: _Move.MoveHome, Qt.Key.Key_End: _Move.MoveEnd,
    Qt.Key.Key_PageUp: _Move.MovePageUp, Qt.Key.Key_PageDown: _Move.MovePageDown,
}  # fmt: skip
REFERENCE = "reference"
"""The column that stands for the whole row: what is chosen there is the record, not a cell."""


class CellTable(QTableView):
    """Chooses cells. A choice that is extended (Shift) runs from its ``anchor``; one in the first column takes rows."""

    def __init__(self, model: RecordModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.records = model
        self.anchor: tuple[int, int] | None = None
        self.edit_test: Callable[[int, Column], bool] | None = None
        self.drop_row = -1
        self._picked: Picked | None = None
        self._is_extending = False
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        model.modelReset.connect(self._forget_picked)

    def is_editable(self, row: int, place: int) -> bool:
        """Tell whether a cell can be edited in place."""
        return self.edit_test is not None and self.edit_test(row, self.records.columns[place])

    @property
    def picked(self) -> Picked:
        """Give which cells are chosen now."""
        if self._picked is None:
            selection = self.selectionModel().selection()
            found = [selection.at(place) for place in range(selection.count())]
            blocks = [Block(one.top(), one.left(), one.bottom(), one.right()) for one in found]
            self._picked = Picked((one for one in blocks if one.top >= 0), len(self.records.columns))
        return self._picked

    @property
    def picked_columns(self) -> tuple[Column, ...]:
        """Give the columns in which a cell is chosen; all of them where whole rows are."""
        return tuple(self.records.columns[place] for place in self.picked.columns if place < len(self.records.columns))

    @property
    def selected_ids(self) -> list[int]:
        """Give the ids of all records of which a cell is chosen, from the top down, each once."""
        order = self.records.order
        found = (one for first, last in self.picked.spans for one in order[first : last + 1] if one > 0)
        return list(dict.fromkeys(found))

    @property
    def selected_count(self) -> int:
        """Give in how many rows with a record a cell is chosen."""
        heads = self.records.heads_before
        return sum(last - first + 1 - heads(last + 1) + heads(first) for first, last in self.picked.spans)

    # --- choosing -----------------------------------------------------------------------------------------------------

    def pick(self, index: QModelIndex, *, as_rows: bool | None = None) -> None:
        """Choose a cell and make it current; as a row where that is said, or where it stands for the row."""
        takes_row = self.stands_for_row(index) if as_rows is None else as_rows
        flags = _Flag.ClearAndSelect | (_Flag.Rows if takes_row else _Flag.NoUpdate)
        self.selectionModel().setCurrentIndex(index, flags)

    def extend_to(self, index: QModelIndex) -> None:
        """Choose everything from the anchor to a cell."""
        if not index.isValid():
            return
        row, column = self.anchor or (index.row(), index.column())
        corners = (self.records.index(row, column), index)
        tops, lefts = sorted(one.row() for one in corners), sorted(one.column() for one in corners)
        block = QItemSelection(self.records.index(tops[0], lefts[0]), self.records.index(tops[1], lefts[1]))
        flags = _Flag.ClearAndSelect | (_Flag.Rows if self.picked.is_rows else _Flag.NoUpdate)
        self._is_extending = True
        try:
            self.selectionModel().select(block, flags)
            self.selectionModel().setCurrentIndex(index, _Flag.NoUpdate)
        finally:
            self._is_extending = False

    def pick_rows(self) -> None:
        """Choose the whole of every row in which a cell is chosen."""
        selection = self.selectionModel()
        selection.select(selection.selection(), _Flag.ClearAndSelect | _Flag.Rows)

    def adapted(
        self, command: QItemSelectionModel.SelectionFlag, index: _Index, event: QEvent | None
    ) -> QItemSelectionModel.SelectionFlag:
        """Give what a click or key chooses, from what Qt would choose: whole rows with Ctrl and at the left edge."""
        is_drag = event is not None and event.type() == QEvent.Type.MouseMove
        modifiers = event.modifiers() if isinstance(event, QMouseEvent | QKeyEvent) else Qt.KeyboardModifier.NoModifier
        if command == _Flag.NoUpdate or is_drag:
            return command
        takes_rows = bool(modifiers & _CONTROL and command & _Flag.Toggle) or self.stands_for_row(index)
        return command | _Flag.Rows if takes_rows else command

    def takes_press(self, event: QMouseEvent, index: QModelIndex) -> bool:
        """Do what a press with Shift or Ctrl does, as far as Qt does it otherwise. Gives whether that is all."""
        if event.button() != Qt.MouseButton.LeftButton or not index.isValid():
            return False
        if event.modifiers() & _CONTROL and not self.picked.is_rows and self.picked.blocks:
            self.pick_rows()
        if event.modifiers() & _SHIFT and not event.modifiers() & _CONTROL:
            self.extend_to(index)
            return True
        return False

    # --- Qt -----------------------------------------------------------------------------------------------------------

    def selectionCommand(self, index: _Index, event: QEvent | None = None) -> QItemSelectionModel.SelectionFlag:
        return self.adapted(super().selectionCommand(index, event), index, event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if not self.takes_press(event, self.indexAt(event.position().toPoint())):
            super().mousePressEvent(event)

    def currentChanged(self, current: QModelIndex, previous: QModelIndex) -> None:  # type: ignore[override]
        super().currentChanged(current, previous)
        if not self._is_extending and self.state() != QAbstractItemView.State.DragSelectingState:
            self.anchor = (current.row(), current.column()) if current.isValid() else None

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        self._forget_picked()
        super().selectionChanged(selected, deselected)

    def takes_selecting_key(self, event: QKeyEvent) -> bool:
        """Extend the choice with Shift and a key that moves; Shift+Space takes whole rows. Gives whether it did."""
        if not event.modifiers() & _SHIFT or event.modifiers() & Qt.KeyboardModifier.AltModifier:
            return False
        if event.key() == Qt.Key.Key_Space and not event.modifiers() & _CONTROL:
            self.pick_rows()
            return True
        move = _MOVES.get(Qt.Key(event.key()))
        if move is None:
            return False
        before = self.currentIndex()
        index = self.moveCursor(move, event.modifiers() & ~_SHIFT)
        step = 1 if index.row() >= before.row() else -1
        row = self.records.next_record_row(index.row(), step)
        if row is not None:
            index = self.records.index(row, index.column())
            self.extend_to(index)
            self.scrollTo(index)
        return True

    # --- helpers ------------------------------------------------------------------------------------------------------

    def stands_for_row(self, index: _Index) -> bool:
        """Tell whether what is chosen in a cell is its whole row."""
        return index.isValid() and self.records.columns[index.column()].key == REFERENCE

    def _forget_picked(self) -> None:
        self._picked = None
