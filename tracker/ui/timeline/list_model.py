"""The timeline as a list of words: for the screen reader, for who reads rather than looks, and for copying."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from tracker.basics.language import Language, Text
from tracker.services.timeline import Timeline
from tracker.services.timeline_words import beside, in_full, judgement, window
from tracker.ui.looks.fonts import grown
from tracker.ui.parts.headed_table import HeadedTable

_Index = QModelIndex | QPersistentModelIndex
_COLUMNS = (
    (Text("Groep", "Group"), 160),
    (Text("Nr", "No."), 64),
    (Text("Onderwerp", "Subject"), 0),
    (Text("Termijn, in woorden", "Deadline, in words"), 220),
    (Text("Dagen", "Days"), 240),
    (Text("Toestand", "State"), 184),
)
_SUBJECT = 2
_NAME = Text("Termijnen van de tijdlijn, als lijst", "Deadlines of the timeline, as a list")


class DeadlineModel(HeadedTable):
    """One row a deadline, in the order of the timeline."""

    def __init__(self, language: Language) -> None:
        super().__init__([label for label, *_ in _COLUMNS], language)
        self._timeline: Timeline | None = None

    def show_timeline(self, timeline: Timeline) -> None:
        """Show other deadlines."""
        self.beginResetModel()
        self._timeline = timeline
        self.endResetModel()

    def record_id(self, row: int) -> int | None:
        """Give the record of a row."""
        return None if self._timeline is None else self._timeline.record_id(row)

    @property
    def row_total(self) -> int:
        return 0 if self._timeline is None else len(self._timeline)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        timeline = self._timeline
        if timeline is None or not index.isValid():
            return None
        if role not in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole}:
            return None
        place = index.row()
        words, mark = timeline.words(place), timeline.mark(place)
        if words is None:
            return ""
        if role == Qt.ItemDataRole.ToolTipRole:
            return "\n".join(in_full(words, mark, timeline.today, self._language))
        cells = (
            lambda: timeline.groups[timeline.group_of(place)].label.to(self._language),
            lambda: words.reference,
            lambda: words.title,
            lambda: beside(words, mark, self._language),
            lambda: window(words, mark, self._language),
            lambda: judgement(words, mark, timeline.today, self._language),
        )
        return cells[index.column()]()


class DeadlineList(QTableView):
    """Shows the list. ``opened`` carries a record that the user wants to see."""

    opened = Signal(int)

    def __init__(self, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.deadlines = DeadlineModel(language)
        self.setModel(self.deadlines)
        self.setAccessibleName(_NAME.to(language))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setFrameShape(QTableView.Shape.NoFrame)
        self.setProperty("role", "stop")
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(max(28, self.fontMetrics().height() + 10))
        for place, (_, width) in enumerate(_COLUMNS):
            if width:
                self.setColumnWidth(place, max(grown(width), self.horizontalHeader().sectionSizeHint(place)))
        self.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setSectionResizeMode(_SUBJECT, QHeaderView.ResizeMode.Stretch)
        self.doubleClicked.connect(lambda index: self._open(index.row()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.currentIndex().isValid():
            self._open(self.currentIndex().row())
            return
        super().keyPressEvent(event)

    def _open(self, row: int) -> None:
        record_id = self.deadlines.record_id(row)
        if record_id is not None:
            self.opened.emit(record_id)
