"""The lines of a plan as a table: what stands there, what will, the outcome; with ticks for those that do something."""

from __future__ import annotations

from array import array
from typing import Any

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QColor

from tracker.basics.language import Text
from tracker.services.rehearsal import OUTCOME_WORDS, Outcome, Plan, PlanLine
from tracker.ui.looks.icons import icon, no_icon
from tracker.ui.looks.tokens import tokens
from tracker.ui.parts.headed_table import HeadedTable
from tracker.ui.session import Session

_Index = QModelIndex | QPersistentModelIndex
COLUMNS = (
    Text("Nr", "No."), Text("Onderwerp", "Subject"), Text("Veld", "Field"), Text("Nu", "Now"),
    Text("Wordt", "Becomes"), Text("Uitkomst", "Outcome"),
)  # fmt: skip
SUBJECT, FIELD, NOW, BECOMES, OUTCOME = range(1, 6)
OUTCOME_LOOKS = {
    Outcome.NEW: ("circle-plus", "ok"),
    Outcome.CHANGED: ("pencil", "link"),
    Outcome.UNCHANGED: ("equal", "muted"),
    Outcome.REFUSED: ("ban", "late"),
}
_EMPTY = Text("leeg", "empty")


class PlanModel(HeadedTable):
    """Shows the lines with these outcomes. Lines that are done together (one new record) are ticked together."""

    ticks_changed = Signal()

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(COLUMNS, session.language, parent)
        self._session = session
        self._plan: Plan | None = None
        self._shown = array("l")
        self._seen = 0
        self._outcomes: frozenset[Outcome] = frozenset(Outcome)
        self._left: set[int] = set()
        self._groups_left: set[int] = set()

    def show_plan(self, plan: Plan | None) -> None:
        """Show another plan from its start; everything that does something is ticked."""
        self.beginResetModel()
        self._plan, self._seen, self._shown = plan, 0, array("l")
        self._left.clear()
        self._groups_left.clear()
        self.endResetModel()
        self.take_new()

    def take_new(self) -> None:
        """Show the lines that came since."""
        if self._plan is None:
            return
        lines = self._plan.lines
        new = [place for place in range(self._seen, len(lines)) if lines[place].outcome in self._outcomes]
        self._seen = len(lines)
        if new:
            first = len(self._shown)
            self.beginInsertRows(QModelIndex(), first, first + len(new) - 1)
            self._shown.extend(new)
            self.endInsertRows()

    def show_only(self, outcomes: frozenset[Outcome]) -> None:
        """Show the lines with these outcomes only; ticks stay."""
        self.beginResetModel()
        self._outcomes, self._seen, self._shown = outcomes, 0, array("l")
        self.endResetModel()
        self.take_new()

    def line(self, row: int) -> PlanLine | None:
        """Give the line in a row."""
        if self._plan is None or not 0 <= row < len(self._shown):
            return None
        return self._plan.lines[self._shown[row]]

    def chosen(self) -> list[int]:
        """Give the places of the lines that will be done, also of those that are not shown now."""
        if self._plan is None:
            return []
        return [place for place in self._plan.doing() if self._is_ticked(place)]

    def tick_all(self, *, ticked: bool) -> None:
        """Tick everything that does something, or nothing."""
        self._left.clear()
        self._groups_left.clear()
        if not ticked and self._plan is not None:
            for place in self._plan.doing():
                self._leave(place)
        self._tell_ticks()

    def toggle(self, row: int) -> None:
        """Turn the tick of a row round."""
        line = self.line(row)
        if line is None or not line.is_doing:
            return
        place = self._shown[row]
        if self._is_ticked(place):
            self._leave(place)
        else:
            self._left.discard(place)
            if line.group is not None:
                self._groups_left.discard(line.group)
        self._tell_ticks()

    # --- Qt -----------------------------------------------------------------------------------------------------------

    @property
    def row_total(self) -> int:
        return len(self._shown)

    def flags(self, index: _Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        line = self.line(index.row())
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        if index.column() == 0 and line is not None and line.is_doing:
            flags |= Qt.ItemFlag.ItemIsUserCheckable
        return flags

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        line = self.line(index.row())
        if line is None:
            return None
        column = index.column()
        if role == Qt.ItemDataRole.DisplayRole:
            return " ".join(self._words(line, column).split())
        if role == Qt.ItemDataRole.ForegroundRole:
            return self._colour(line, column)
        if role in {Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole}:
            return self._words(line, column)
        return self._sign(line, index, role)

    def _sign(self, line: PlanLine, index: _Index, role: int) -> Any:
        if role == Qt.ItemDataRole.CheckStateRole and index.column() == 0 and line.is_doing:
            ticked = self._is_ticked(self._shown[index.row()])
            return Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked
        if role == Qt.ItemDataRole.DecorationRole and index.column() == OUTCOME:
            return icon(*OUTCOME_LOOKS[line.outcome])
        if role == Qt.ItemDataRole.DecorationRole and index.column() == 0 and not line.is_doing:
            return no_icon()  # so that its number stands under those of lines with a tick
        return None

    def setData(self, index: _Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.CheckStateRole or index.column() != 0:
            return False
        if (Qt.CheckState(value) is Qt.CheckState.Checked) != self._is_ticked(self._shown[index.row()]):
            self.toggle(index.row())
        return True

    # --- helpers ------------------------------------------------------------------------------------------------------

    def _words(self, line: PlanLine, column: int) -> str:
        if column == OUTCOME:
            word = self._session.words(OUTCOME_WORDS[line.outcome])
            return f"{word}. {self._session.words(line.why)}" if line.why is not None else word
        nothing = self._session.words(_EMPTY) if line.outcome is Outcome.CHANGED else ""
        return (
            line.reference, line.title, self._session.words(line.caption), line.before or nothing, line.after or nothing
        )[column]  # fmt: skip

    def _colour(self, line: PlanLine, column: int) -> QColor | None:
        """Only what changes stands in full colour; what is empty now is faint."""
        if line.outcome is Outcome.UNCHANGED or column == FIELD:
            return QColor(tokens().muted)
        is_empty = (column == NOW and not line.before) or (column == BECOMES and not line.after)
        return QColor(tokens().faint) if is_empty else None

    def _is_ticked(self, place: int) -> bool:
        if self._plan is None or place in self._left:
            return False
        group = self._plan.lines[place].group
        return group is None or group not in self._groups_left

    def _leave(self, place: int) -> None:
        group = None if self._plan is None else self._plan.lines[place].group
        if group is None:
            self._left.add(place)
        else:
            self._groups_left.add(group)

    def _tell_ticks(self) -> None:
        if self._shown:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._shown) - 1, 0))
        self.ticks_changed.emit()
