"""The bulk dialog before anything is filled in: what the chosen records have now, by field or value by value."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QTimer, Signal
from PySide6.QtWidgets import QAbstractItemView, QVBoxLayout, QWidget

from tracker.basics.language import Text
from tracker.records.field import FieldSpec
from tracker.services.standing import Standing
from tracker.ui.doing.lines_table import LineColumn, LinesModel, make_lines_table
from tracker.ui.record.looks import label
from tracker.ui.session import Session

_NOW = Text("Wat de gekozen records nu hebben", "What the chosen records have now")
_FIELDS = (
    LineColumn(Text("Veld", "Field"), 170),
    LineColumn(Text("Nu", "Now")),
    LineColumn(Text("Verschil", "Difference"), 150),
)
_VALUES = (LineColumn(Text("Nu", "Now")), LineColumn(Text("Aantal records", "Number of records"), 150))


class StandingView(QWidget):
    """With several fields a line for each, and a line that is chosen chooses the field; with one its values."""

    field_wanted = Signal(str)
    """Carries the name of the field whose line was chosen."""

    def __init__(
        self, session: Session, ids: Sequence[int], specs: Sequence[FieldSpec], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._session = session
        self.standing = Standing(session.store, ids, specs, session.language)
        self._is_quiet = False
        self._has_values = len(specs) == 1
        columns = _VALUES if self._has_values else _FIELDS
        self.hint = label("", "hint")
        self.hint.setWordWrap(True)
        self.model = LinesModel(columns, session.language, self)
        self.table = make_lines_table(self.model, columns, session.words(_NOW))
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.table.selectionModel().currentRowChanged.connect(self._tell)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.hint)
        column.addWidget(label(session.words(_NOW), "group"))
        column.addWidget(self.table, 1)
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._count)
        self._timer.start()
        self._count()

    def show_field(self, name: str) -> None:
        """Mark the line of a field, without telling of it; one without a line leaves none marked."""
        if self._has_values:
            return
        self._is_quiet = True
        row = next((at for at, spec in enumerate(self.standing.specs) if spec.name == name), -1)
        if row < 0:
            self.table.clearSelection()
            self.table.setCurrentIndex(QModelIndex())
        else:
            self.table.setCurrentIndex(self.model.index(row, 0))
        self._is_quiet = False

    def _count(self) -> None:
        current = self.table.currentIndex().row()
        if not self.standing.go_on():
            self._timer.stop()
        self._is_quiet = True
        self.model.show_rows(self._rows())
        if current >= 0:
            self.table.setCurrentIndex(self.model.index(current, 0))
        self._is_quiet = False

    def _rows(self) -> list[tuple[str, ...]]:
        standing, words = self.standing, self._session.words
        if self._has_values:
            return [(shown, str(count)) for shown, count in standing.values(standing.specs[0])]
        return [(words(spec.label), standing.told(spec), words(standing.differing(spec))) for spec in standing.specs]

    def _tell(self, current: QModelIndex) -> None:
        if current.isValid() and not self._is_quiet and not self._has_values:
            self.field_wanted.emit(self.standing.specs[current.row()].name)
