"""What one proposal does, field by field and part by part: what stands there, what will, and where the file says so."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QColor

from tracker.basics.language import Text
from tracker.records.proposal import Place
from tracker.services.importing.judging import TEXT_OF_PART
from tracker.services.importing.part_words import part_words
from tracker.services.importing.parts import PartOutcome, PartPlan
from tracker.services.importing.plan import ImportPlan
from tracker.services.importing.showing import Details, FieldLine
from tracker.ui.importing.words import PART_OUTCOMES
from tracker.ui.looks.tokens import tokens
from tracker.ui.parts.headed_table import HeadedTable
from tracker.ui.session import Session

_Index = QModelIndex | QPersistentModelIndex
COLUMNS = (Text("Veld", "Field"), Text("Nu", "Now"), Text("Wordt", "Becomes"), Text("Plaats", "Place"))
FIELD, NOW, BECOMES, PLACE = range(4)
_EMPTY = Text("leeg", "empty")


@dataclass(frozen=True, slots=True)
class _Row:
    """One row of the table. ``name`` is the field that can be corrected or left; "" for what hangs on the record.

    That has ``part``, its place among the parts, where it can be left, and ``typed``, where it can be said otherwise.
    """

    name: str
    caption: str
    before: str
    after: str
    place: str
    why: str = ""
    is_wrong: bool = False
    is_taken: bool = True
    is_quiet: bool = False
    part: int = -1
    typed: str | None = None


class FieldsModel(HeadedTable):
    """Fields can be corrected in the column *Wordt*, and left by taking their tick away."""

    corrected = Signal(str, str)
    """Somebody typed another text for a field: carries its name and the text."""
    left = Signal(str, bool)
    """Somebody chose to leave a field as it is, or not."""
    part_corrected = Signal(int, str)
    """Somebody typed other words for a deadline or state of affairs: carries its place among the parts."""
    part_left = Signal(int, bool)
    """Somebody chose to leave out what hangs on the record, or not."""

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(COLUMNS, session.language, parent)
        self._session = session
        self._rows: list[_Row] = []

    @property
    def has_before(self) -> bool:
        """Tell whether anything stands there now; for a new record nothing does."""
        return any(row.before for row in self._rows)

    def toggle(self, row: int) -> None:
        """Turn the tick of a row round."""
        index = self.index(row, FIELD)
        if index.flags() & Qt.ItemFlag.ItemIsUserCheckable:
            was = Qt.CheckState(index.data(Qt.ItemDataRole.CheckStateRole))
            ticked = Qt.CheckState.Unchecked if was is Qt.CheckState.Checked else Qt.CheckState.Checked
            self.setData(index, ticked, Qt.ItemDataRole.CheckStateRole)

    def show_details(self, plan: ImportPlan, details: Details | None, *, stays: bool = False) -> None:
        """Show another proposal, or none. ``stays``: it is the same one, and a cell of it may be being typed in."""
        rows = [] if details is None else self._rows_of(plan, details)
        if stays:
            self._change_rows(rows)
            return
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def _change_rows(self, rows: list[_Row]) -> None:
        """Show other rows without a reset, which would take the cell away from who types in it."""
        here, before, after = QModelIndex(), len(self._rows), len(rows)
        if after > before:
            self.beginInsertRows(here, before, after - 1)
            self._rows = rows
            self.endInsertRows()
        elif after < before:
            self.beginRemoveRows(here, after, before - 1)
            self._rows = rows
            self.endRemoveRows()
        self._rows = rows
        if rows:
            self.dataChanged.emit(self.index(0, 0), self.index(after - 1, len(COLUMNS) - 1))

    # --- Qt -----------------------------------------------------------------------------------------------------------

    @property
    def row_total(self) -> int:
        return len(self._rows)

    def flags(self, index: _Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        row = self._rows[index.row()]
        if index.column() == FIELD and _can_be_left(row):
            flags |= Qt.ItemFlag.ItemIsUserCheckable
        if index.column() == BECOMES and (row.name or row.typed is not None):
            flags |= Qt.ItemFlag.ItemIsEditable
        return flags

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        return self._shown(self._rows[index.row()], index.column(), role) if index.isValid() else None

    def _shown(self, row: _Row, column: int, role: int) -> Any:
        match role:
            case Qt.ItemDataRole.CheckStateRole:
                return self._tick(row) if column == FIELD and _can_be_left(row) else None
            case Qt.ItemDataRole.EditRole:
                return _editable(row) if column == BECOMES else None
            case Qt.ItemDataRole.TextAlignmentRole:
                return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop
            case Qt.ItemDataRole.ForegroundRole:
                return self._colour(row, column)
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.ToolTipRole | Qt.ItemDataRole.AccessibleTextRole:
                return self._words(row, column).strip()
        return None

    def setData(self, index: _Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        row = self._rows[index.row()]
        if role == Qt.ItemDataRole.CheckStateRole and index.column() == FIELD:
            is_left = Qt.CheckState(value) is not Qt.CheckState.Checked
            if row.name:
                self.left.emit(row.name, is_left)
            else:
                self.part_left.emit(row.part, is_left)
            return True
        if role == Qt.ItemDataRole.EditRole and index.column() == BECOMES and str(value) != _editable(row):
            if row.name:
                self.corrected.emit(row.name, str(value))
            else:
                self.part_corrected.emit(row.part, str(value))
            return True
        return False

    # --- helpers ------------------------------------------------------------------------------------------------------

    def _rows_of(self, plan: ImportPlan, details: Details) -> list[_Row]:
        fields = [self._field_row(line) for line in details.fields]
        own = len(details.proposal.parts)
        is_exact = plan.is_exact(details.line.number)
        for part in details.parts:
            caption, before, words = part_words(plan, part)
            outcome = self._session.words(PART_OUTCOMES[part.outcome])
            why = self._session.words(part.why) if part.why is not None else ""
            is_left = part.outcome is PartOutcome.LEFT
            can_be_left = 0 <= part.number < own and (part.is_doing or is_left)
            fields.append(
                _Row(
                    "", self._session.words(caption), before, words, self._spot(part.place),
                    f"{outcome}. {why}" if why else outcome,
                    is_wrong=part.outcome is PartOutcome.REFUSED, is_taken=not is_left,
                    is_quiet=is_left or part.outcome is PartOutcome.THERE,
                    part=part.number if can_be_left else -1,
                    typed=_words_of(part) if can_be_left and not is_exact else None,
                )
            )  # fmt: skip
        return fields

    def _field_row(self, line: FieldLine) -> _Row:
        told = line.fault or line.remark
        fault = "" if told is None else self._session.words(told)
        return _Row(
            line.name, self._session.words(line.caption), line.before, line.after, self._spot(line.place), fault,
            is_wrong=line.fault is not None, is_taken=not line.is_left, is_quiet=line.is_left,
        )  # fmt: skip

    def _tick(self, row: _Row) -> Qt.CheckState:
        return Qt.CheckState.Checked if row.is_taken else Qt.CheckState.Unchecked

    def _spot(self, place: Place) -> str:
        return place.spot_words(self._session.language)

    def _words(self, row: _Row, column: int) -> str:
        if column == BECOMES:
            after = row.after or self._session.words(_EMPTY)
            return f"{after} – {row.why}" if row.why else after
        return (row.caption, row.before, "", row.place)[column]

    def _colour(self, row: _Row, column: int) -> QColor | None:
        if row.is_wrong and column == BECOMES:
            return QColor(tokens().tones["late"].text)
        if row.is_quiet or column in {FIELD, PLACE}:
            return QColor(tokens().muted)
        return QColor(tokens().faint) if column == BECOMES and not row.after else None


def _can_be_left(row: _Row) -> bool:
    return bool(row.name) or row.part >= 0


def _editable(row: _Row) -> str:
    """Give what somebody corrects: of a deadline its words, without what was read from them."""
    return row.after if row.typed is None else row.typed


def _words_of(part: PartPlan) -> str | None:
    """Give the words of a deadline or state of affairs, that can be said otherwise; None for what has none."""
    name = TEXT_OF_PART.get(part.entity)
    return None if name is None else str({**(part.old.values if part.old else {}), **part.values}.get(name) or "")
