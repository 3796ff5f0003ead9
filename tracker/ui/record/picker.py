"""Finding a record by its reference or by words in it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from tracker.basics.language import Text
from tracker.records.filter import Filter
from tracker.records.registry import kind_of
from tracker.records.snapshot import Record, Summary
from tracker.ui.looks.fonts import grown
from tracker.ui.looks.icons import icon, icon_size
from tracker.ui.session import Session

_SEARCH = Text("Zoek op nummer of woorden", "Search by number or words")
_FOUND = Text("Gevonden records", "Records found")
_MOST_FOUND = 60
_WAIT_MS = 120
_ROW_PX = 28


class RecordPicker(QWidget):
    """A line to search with, and what is found under it. The arrows walk the list from the line."""

    chosen_changed = Signal()

    def __init__(
        self, session: Session, *, kind: str | None = None, without: int | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._kind, self._without = kind, without
        self.line = QLineEdit()
        self.line.setPlaceholderText(session.words(_SEARCH))
        self.line.setAccessibleName(session.words(_SEARCH))
        self.line.setClearButtonEnabled(True)
        self.line.addAction(icon("search", "muted"), QLineEdit.ActionPosition.LeadingPosition)
        self.list = QListWidget()
        self.list.setAccessibleName(session.words(_FOUND))
        self.list.setIconSize(icon_size())
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.list.currentItemChanged.connect(lambda *_: self.chosen_changed.emit())
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_WAIT_MS)
        self._timer.timeout.connect(self.search)
        self.line.textEdited.connect(lambda _: self._timer.start())
        self.line.installEventFilter(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.line)
        column.addWidget(self.list, 1)
        self.setFocusProxy(self.line)
        self.search()

    def chosen(self) -> Record | None:
        """Give the record that is marked in the list."""
        if self._timer.isActive():
            self._timer.stop()
            self.search()
        if self.list.currentRow() < 0:
            return None
        found = self._session.store.records([self.list.currentItem().data(Qt.ItemDataRole.UserRole)])
        return found[0] if found else None

    def search(self) -> None:
        """Show what fits the words; a reference comes first."""
        words = self.line.text().strip()
        ids = self._session.store.order(Filter(kind=self._kind, words=words), self._session.today)
        found = self._session.store.summaries(list(ids[:_MOST_FOUND]))
        found.sort(key=lambda one: one.reference.casefold() != words.casefold())
        self.list.clear()
        for one in found:
            if one.id != self._without:
                self.list.addItem(_item(one))
        if self.list.count() and words:
            self.list.setCurrentRow(0)
        self.chosen_changed.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and self.list.count():
            step = {Qt.Key.Key_Down.value: 1, Qt.Key.Key_Up.value: -1}.get(event.key(), 0)
            if step:
                row = self.list.currentRow() + step
                self.list.setCurrentRow(max(0, min(row, self.list.count() - 1)))
                return True
        return super().eventFilter(watched, event)


def _item(one: Summary) -> QListWidgetItem:
    item = QListWidgetItem(f"{one.reference}  {one.title}")
    item.setData(Qt.ItemDataRole.UserRole, one.id)
    item.setToolTip(one.title)
    item.setIcon(icon(kind_of(one.kind).icon, "muted"))
    item.setSizeHint(QSize(0, grown(_ROW_PX)))
    return item
