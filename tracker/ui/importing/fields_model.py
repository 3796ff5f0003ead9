"""What one proposal does, field by field and part by part: what stands there, what will, and where the file says so."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QColor

from tracker.basics.language import Text
from tracker.records.proposal import Place
from tracker.services.importing.part_words import part_words
from tracker.services.importing.parts import PartOutcome
from tracker.services.importing.plan import Details, FieldLine, ImportPlan
from tracker.ui.importing.words import PART_OUTCOMES
from tracker.ui.session import Session
from tracker.ui.tokens import tokens

_Index = QModelIndex | QPersistentModelIndex
COLUMNS = (Text("Veld", "Field"), Text("Nu", "Now"), Text("Wordt", "Becomes"), Text("Plaats", "Place"))
FIELD, NOW, BECOMES, PLACE = range(4)
_EMPTY = Text("leeg", "empty")


@dataclass(frozen=True, slots=True)
class _Row:
    """One row of the table. ``name`` is the field that can be corrected or left; "" for what hangs on the record."""

    name: str
    caption: str
    before: str
    after: str
    place: str
    why: str = ""
    is_wrong: bool = False
    is_taken: bool = True
    is_quiet: bool = False


class FieldsModel(QAbstractTableModel):
    """Fields can be corrected in the column *Wordt*, and left by taking their tick away."""

    corrected = Signal(str, str)
    """Somebody typed another text for a field: carries its name and the text."""
    left = Signal(str, bool)
    """Somebody chose to leave a field as it is, or not."""

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._rows: list[_Row] = []

    def show_details(self, plan: ImportPlan, details: Details | None) -> None:
        """Show another proposal, or none."""
        self.beginResetModel()
        self._rows = [] if details is None else self._rows_of(plan, details)
        self.endResetModel()

    # --- Qt -----------------------------------------------------------------------------------------------------------

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own way of asking
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(COLUMNS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._session.words(COLUMNS[section])
        return None

    def flags(self, index: _Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        if not self._rows[index.row()].name:
            return flags
        if index.column() == FIELD:
            flags |= Qt.ItemFlag.ItemIsUserCheckable
        if index.column() == BECOMES:
            flags |= Qt.ItemFlag.ItemIsEditable
        return flags

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row, column = self._rows[index.row()], index.column()
        if role == Qt.ItemDataRole.CheckStateRole:
            return self._tick(row) if column == FIELD and row.name else None
        if role == Qt.ItemDataRole.EditRole:
            return row.after if column == BECOMES else None
        if role == Qt.ItemDataRole.ForegroundRole:
            return self._colour(row, column)
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole}:
            words = self._words(row, column)
            return words.strip()
        return None

    def setData(self, index: _Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        row = self._rows[index.row()]
        if role == Qt.ItemDataRole.CheckStateRole and index.column() == FIELD:
            self.left.emit(row.name, Qt.CheckState(value) is not Qt.CheckState.Checked)
            return True
        if role == Qt.ItemDataRole.EditRole and index.column() == BECOMES and str(value) != row.after:
            self.corrected.emit(row.name, str(value))
            return True
        return False

    # --- helpers ------------------------------------------------------------------------------------------------------

    def _rows_of(self, plan: ImportPlan, details: Details) -> list[_Row]:
        fields = [self._field_row(line) for line in details.fields]
        for part in details.parts:
            caption, before, words = part_words(plan, part)
            outcome = self._session.words(PART_OUTCOMES[part.outcome])
            why = self._session.words(part.why) if part.why is not None else ""
            fields.append(
                _Row(
                    "", self._session.words(caption), before, words, self._spot(part.place),
                    f"{outcome}. {why}" if why else outcome,
                    is_wrong=part.outcome is PartOutcome.REFUSED, is_quiet=part.outcome is PartOutcome.THERE,
                )
            )  # fmt: skip
        return fields

    def _field_row(self, line: FieldLine) -> _Row:
        fault = "" if line.fault is None else self._session.words(line.fault)
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
