"""One list of what a comparison found, with what narrows it over it, and a sentence where there is nothing."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from tracker.basics.formats import count_words
from tracker.basics.language import Text
from tracker.services.seen import Seen
from tracker.ui.doing.lines_table import LineColumn, TickedTable
from tracker.ui.importing.findings_model import FIRST, SEEN, Finding, FindingsModel
from tracker.ui.looks.fonts import grown
from tracker.ui.record.editors.calm_combo import CalmCombo
from tracker.ui.record.looks import label
from tracker.ui.session import Session

_SHOWN = Text("Tonen", "Show")
_ALL = Text("Alles", "All")
_WITH_SEEN = Text("Ook wat &bekeken is", "Also &what was seen")
_ALL_SEEN = Text("Alles hier is bekeken.", "Everything here was seen.")
_SEEN_PX, _LEAST_PX = 104, 150


class FindingsPane(QWidget):
    """``opened`` tells of a double click, ``changed`` that another row was chosen or something was seen."""

    opened = Signal()
    changed = Signal()

    def __init__(
        self, session: Session, title: Text, columns: Sequence[LineColumn], seen: Seen, *, mended: Text,
        when_empty: Text,
    ) -> None:  # fmt: skip
        super().__init__()
        self.session, self.title = session, title
        self._when_empty = when_empty
        self.model = FindingsModel(session, [one.label for one in columns], mended, seen, self)
        stretched = next(place for place, one in enumerate(columns) if one.width_px is None) + FIRST
        widths = {place: one.width_px for place, one in enumerate(columns, FIRST) if one.width_px is not None}
        self.table = TickedTable(self.model, self._toggle, stretched, {SEEN: _SEEN_PX, **widths})
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.table.setAccessibleName(session.words(title))
        self.table.setMinimumHeight(grown(_LEAST_PX))
        self.sort = CalmCombo()
        self.sort.setAccessibleName(session.words(_SHOWN))
        self.with_seen = QCheckBox(session.words(_WITH_SEEN))
        self.empty = label("", "empty")
        self._lay_out()
        self.sort.currentIndexChanged.connect(lambda _: self._narrow())
        self.with_seen.toggled.connect(lambda _: self._narrow())
        self.table.doubleClicked.connect(self._on_double_click)
        self.table.selectionModel().selectionChanged.connect(lambda *_: self.changed.emit())
        self.model.seen_changed.connect(self._on_seen)

    def take(self, found: Sequence[Finding]) -> None:
        """Show what a comparison found, or found anew."""
        self.model.take(found)
        if not self.table.currentIndex().isValid():
            self._choose_first()
        self._show_head()
        self.changed.emit()

    @property
    def counted(self) -> str:
        """Give the words of the tab: the title, and how many wait for somebody."""
        return f"{self.session.words(self.title)} ({count_words(self.model.open_count, self.session.language)})"

    @property
    def current(self) -> Finding | None:
        """Give the row on which the keyboard stands."""
        return self.model.finding(self.table.currentIndex().row())

    @property
    def chosen(self) -> list[Finding]:
        """Give the rows that are chosen, in the order of the list."""
        found = (self.model.finding(row) for row in self._chosen_rows())
        return [one for one in found if one is not None]

    # --- helpers ------------------------------------------------------------------------------------------------------

    def _chosen_rows(self) -> list[int]:
        ranges = self.table.selectionModel().selection().toList()  # selectedRows() looks into every cell
        return sorted({row for one in ranges for row in range(one.top(), one.bottom() + 1)})

    def _toggle(self, row: int) -> None:
        """Turn the tick of a row round, and let all that is chosen with it follow."""
        rows = self._chosen_rows()
        self.model.mark(rows if row in rows else [row], is_seen=not self.model.is_seen(row))

    def _on_double_click(self, index: QModelIndex) -> None:
        if index.column() != SEEN:
            self.opened.emit()

    def _on_seen(self) -> None:
        self._show_head()
        self.changed.emit()

    def _narrow(self) -> None:
        self.model.narrow(self.sort.currentData() or "", with_seen=self.with_seen.isChecked())
        self._choose_first()
        self._show_head()
        self.changed.emit()

    def _choose_first(self) -> None:
        if self.model.rowCount():
            self.table.selectRow(0)

    def _show_head(self) -> None:
        say, language, sorts = self.session.words, self.session.language, self.model.sorts
        chosen = self.sort.currentData() or ""
        self.sort.blockSignals(True)
        self.sort.clear()
        for sort, words, count in (("", say(_ALL), sorts.total()), *((one, one, sorts[one]) for one in sorts)):
            self.sort.addItem(f"{words} ({count_words(count, language)})", sort)
        self.sort.setCurrentIndex(max(0, self.sort.findData(chosen)))
        self.sort.blockSignals(False)
        self.sort.setVisible(len(sorts) > 1)
        seen = self.model.seen_count
        self.with_seen.setText(f"{say(_WITH_SEEN)} ({count_words(seen, language)})")
        self.with_seen.setVisible(bool(seen))
        has_rows = bool(self.model.rowCount())
        self.empty.setText(say(_ALL_SEEN if sorts else self._when_empty))
        self.empty.setVisible(not has_rows)
        self.table.setVisible(has_rows)

    def _lay_out(self) -> None:
        self.sort.setMinimumContentsLength(18)
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(self.sort)
        head.addWidget(self.with_seen)
        head.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(self.empty, 0, Qt.AlignmentFlag.AlignTop)
        column.addWidget(self.table, 1)
        column.addStretch()
