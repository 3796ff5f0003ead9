"""Tab *Samenhang*: with which records this one hangs together, read from its own side."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem, QWidget

from tracker.basics.language import Text
from tracker.records.relation import relation_words
from tracker.records.snapshot import Part, Summary
from tracker.ui.record.looks import button
from tracker.ui.record.relate_dialog import RelateDialog
from tracker.ui.record.tabs.record_tab import RecordTab
from tracker.ui.session import Session

_ADD = Text("Samenhang toevoegen…", "Add a relation…")
_OPEN = Text("Openen", "Open")
_BESIDE = Text("Ernaast tonen", "Show beside")
_REMOVE = Text("Weghalen", "Take away")
_EMPTY = Text("Nog geen samenhang met andere records.", "No relations with other records yet.")
_NAME = Text("Samenhang", "Relations")
_COLUMNS = (Text("Samenhang", "Relation"), Text("Nr", "No"), Text("Onderwerp", "Subject"))


class RelationsTab(RecordTab):
    """The relations of a record. Enter or a double click opens the other one."""

    open_record = Signal(int)
    beside_wanted = Signal(int)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self._shown: list[tuple[Part, int]] = []
        self.table = QTableWidget()

    def fill(self) -> None:
        self.clear_cards()
        add, show, beside, remove = (button(self.session.words(one)) for one in (_ADD, _OPEN, _BESIDE, _REMOVE))
        add.clicked.connect(self.relate)
        show.clicked.connect(self._open_current)
        remove.clicked.connect(self._remove_current)
        beside.clicked.connect(self._show_current_beside)
        self.add_row_of(add, show, beside, remove)
        show.setEnabled(bool(self.parts.relations))
        beside.setEnabled(bool(self.parts.relations))
        remove.setEnabled(bool(self.parts.relations) and self.session.may_write)
        self._shown = [(part, self._other(part)) for part in self.parts.relations]
        if not self._shown:
            self.add_empty_words(_EMPTY)
        else:
            self.table = self._make_table()
            self._outer.addWidget(self.table)
        self.end_cards()

    def relate(self) -> None:
        """Ask for a relation and another record."""
        if self.record is not None:
            RelateDialog(self.session, self.record, self).exec()

    def _make_table(self) -> QTableWidget:
        others = {one.id: one for one in self.session.store.summaries([other for _, other in self._shown])}
        table = QTableWidget(len(self._shown), len(_COLUMNS))
        table.setAccessibleName(self.session.words(_NAME))
        table.setHorizontalHeaderLabels([self.session.words(words) for words in _COLUMNS])
        table.verticalHeader().hide()
        table.setShowGrid(False)
        table.setWordWrap(True)
        table.setTabKeyNavigation(False)
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for row, (part, other) in enumerate(self._shown):
            for column, words in enumerate(self._cells(part, others.get(other))):
                cell = QTableWidgetItem(words)
                cell.setToolTip(words)
                table.setItem(row, column, cell)
        header = table.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(2, QHeaderView.ResizeMode.Stretch)
        table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        table.setMinimumHeight(min(header.sizeHint().height() + 44 * len(self._shown) + 4, 480))
        table.setCurrentCell(0, 0)
        table.activated.connect(lambda _: self._open_current())
        return table

    def _cells(self, part: Part, other: Summary | None) -> tuple[str, str, str]:
        starts_here = self.record is not None and part["record_id"] == self.record.id
        how = relation_words(part["how"], reversed_side=not starts_here, language=self.session.language)
        return (how, other.reference if other else "?", other.title if other else "")

    def _other(self, part: Part) -> int:
        starts_here = self.record is not None and part["record_id"] == self.record.id
        return int(part["to_id"] if starts_here else part["record_id"])

    def _open_current(self) -> None:
        row = self.table.currentRow()
        if 0 <= row < len(self._shown):
            self.open_record.emit(self._shown[row][1])

    def _show_current_beside(self) -> None:
        row = self.table.currentRow()
        if 0 <= row < len(self._shown):
            self.beside_wanted.emit(self._shown[row][1])

    def _remove_current(self) -> None:
        row = self.table.currentRow()
        if 0 <= row < len(self._shown):
            self.delete_part(self._shown[row][0])
