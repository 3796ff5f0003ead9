"""The proposals of an import as a table: one light line each, asked for by the page, with ticks."""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QColor, QIcon

from tracker.basics.language import Text
from tracker.records.registry import kind_of
from tracker.services.importing.judging import Verdict
from tracker.services.importing.plan import ImportPlan
from tracker.services.importing.showing import Line
from tracker.ui.importing.words import VERDICT_LOOKS, VERDICT_WORDS
from tracker.ui.looks.icons import icon, no_icon
from tracker.ui.looks.tokens import tokens
from tracker.ui.parts.headed_table import HeadedTable
from tracker.ui.session import Session

_Index = QModelIndex | QPersistentModelIndex
COLUMNS = (
    Text("Plaats", "Place"), Text("Soort", "Kind"), Text("Nr", "No."), Text("Onderwerp", "Subject"),
    Text("Uitkomst", "Outcome"),
)  # fmt: skip
PLACE, KIND, REFERENCE, SUBJECT, OUTCOME = range(5)
_KEPT_LINES = 2_000
_TICKABLE = frozenset((Verdict.NEW, Verdict.CHANGED))


class LinesModel(HeadedTable):
    """Shows the proposals with these verdicts, in the order of the files. A line is made when it comes in sight."""

    ticks_changed = Signal()

    def __init__(self, session: Session, plan: ImportPlan, parent: QObject | None = None) -> None:
        super().__init__(COLUMNS, session.language, parent)
        self._session = session
        self._plan = plan
        self._verdicts: tuple[Verdict, ...] = ()
        self._numbers = array("q")
        self._lines: dict[int, Line] = {}
        self._has_one_sheet: dict[int, bool] = {}

    def show_only(self, verdicts: tuple[Verdict, ...]) -> None:
        """Show the proposals with these verdicts (none named: all)."""
        self._verdicts = verdicts
        self.read_anew()

    def read_anew(self) -> None:
        """Take the proposals that have these verdicts now."""
        self.beginResetModel()
        self._lines.clear()
        self._numbers = self._plan.numbers(*self._verdicts)
        self.endResetModel()

    def refresh(self) -> None:
        """Show what was decided; a line stays in its row also where it no longer has the verdict it is shown for."""
        self._lines.clear()
        if self._numbers:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._numbers) - 1, len(COLUMNS) - 1))
        self.ticks_changed.emit()

    @property
    def has_one_kind(self) -> bool:
        """Tell whether all rows seem to be of one kind: the first and last of each file are."""
        some = (number for file in range(len(self._plan.readings)) for number in self._ends_of(file))
        return len({self._plan.proposals[number].kind for number in some}) <= 1

    def number_at(self, row: int) -> int | None:
        """Give the number of the proposal in a row."""
        return self._numbers[row] if 0 <= row < len(self._numbers) else None

    def row_of(self, number: int) -> int:
        """Give the row of a proposal, or -1."""
        row = bisect_left(self._numbers, number)
        return row if self.number_at(row) == number else -1

    def toggle(self, row: int) -> None:
        """Turn the tick of a row round."""
        number = self.number_at(row)
        if number is not None and self._plan.verdict(number) in _TICKABLE:
            self._plan.tick(number, is_ticked=not self._plan.is_ticked(number))
            self._lines.pop(number, None)
            self.dataChanged.emit(self.index(row, 0), self.index(row, len(COLUMNS) - 1))
            self.ticks_changed.emit()

    # --- Qt -----------------------------------------------------------------------------------------------------------

    @property
    def row_total(self) -> int:
        return len(self._numbers)

    def flags(self, index: _Index) -> Qt.ItemFlag:
        number = self.number_at(index.row()) if index.isValid() else None
        if number is None:
            return Qt.ItemFlag.NoItemFlags
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        if index.column() == PLACE and self._plan.verdict(number) in _TICKABLE:
            flags |= Qt.ItemFlag.ItemIsUserCheckable
        return flags

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        number = self.number_at(index.row()) if index.isValid() else None
        if number is None:
            return None
        column = index.column()
        if role == Qt.ItemDataRole.CheckStateRole:
            return self._tick(number) if column == PLACE else None
        if role == Qt.ItemDataRole.DecorationRole:
            return self._icon(self._plan.verdict(number), column)
        if role == Qt.ItemDataRole.ForegroundRole:
            is_faint = self._plan.verdict(number) in {Verdict.UNCHANGED, Verdict.LEFT} or column in {PLACE, KIND}
            return QColor(tokens().muted) if is_faint else None
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole}:
            return self._words(self._line(number), column)
        return None

    def setData(self, index: _Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.CheckStateRole or index.column() != PLACE:
            return False
        number = self.number_at(index.row())
        if number is not None and (Qt.CheckState(value) is Qt.CheckState.Checked) != self._plan.is_ticked(number):
            self.toggle(index.row())
        return True

    # --- helpers ------------------------------------------------------------------------------------------------------

    def _line(self, number: int) -> Line:
        found = self._lines.get(number)
        if found is None:
            if len(self._lines) >= _KEPT_LINES:
                self._lines.clear()
            found = self._lines[number] = self._plan.line(number)
        return found

    @staticmethod
    def _icon(verdict: Verdict, column: int) -> QIcon | None:
        if column == OUTCOME:
            return icon(*VERDICT_LOOKS[verdict])
        # of a row without a tick the place stands under that of rows with one
        return no_icon() if column == PLACE and verdict not in _TICKABLE else None

    def _tick(self, number: int) -> Qt.CheckState | None:
        if self._plan.verdict(number) not in _TICKABLE:
            return None
        return Qt.CheckState.Checked if self._plan.is_ticked(number) else Qt.CheckState.Unchecked

    def _words(self, line: Line, column: int) -> str:
        say = self._session.words
        if column == OUTCOME:
            word = say(VERDICT_WORDS[line.verdict])
            return f"{word}. {say(line.why)}" if line.why is not None else word
        if column == KIND:
            return say(kind_of(line.kind).one)
        if column == PLACE:
            return self._place_words(line)
        return " ".join((line.reference if column == REFERENCE else line.title).split())

    def _place_words(self, line: Line) -> str:
        """Give where a proposal stands, its row first: without its file and sheet where there is only one."""
        file = self._plan.readings[line.file].file if len(self._plan.readings) > 1 else ""
        language = self._session.language
        is_alone = self._is_alone(line) and line.place.spot
        place = line.place.spot_words(language) if is_alone else line.place.words(language)
        return " · ".join(filter(None, (place, file)))

    def _is_alone(self, line: Line) -> bool:
        known = self._has_one_sheet.get(line.file)
        if known is None:
            known = len({self._plan.proposals[number].place.sheet for number in self._ends_of(line.file)}) == 1
            self._has_one_sheet[line.file] = known
        return known

    def _ends_of(self, file: int) -> Sequence[int]:
        """Give the first and last rows of a file, by which it is judged as a whole."""
        numbers = self._plan.proposals.of_file(file)
        return *numbers[:50], *numbers[-50:]
