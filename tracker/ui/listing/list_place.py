"""Whether the record on show is in the list beside it: said by a pill in its head, mended where nothing is typed."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QTimer

from tracker.basics.language import Text
from tracker.ui.listing.controller import ListController
from tracker.ui.record.pills import Pill, PillWords
from tracker.ui.record.record_pane import RecordPane

_NOT_HERE = Text("Niet in deze lijst", "Not in this list")
_SETTLING_MS = 250


class ListPlace(Pill):
    """The pill in the head of the record. When a filter leaves it out, the first that it leaves is shown instead.

    Not at once, so that typing a word does not open a record at each letter; and not while something is being typed
    in the record or a new one is being made.
    """

    def __init__(self, controller: ListController, pane: RecordPane) -> None:
        super().__init__(PillWords("soon", "filter-x", _NOT_HERE), controller.session.words(_NOT_HERE))
        self._controller, self._pane = controller, pane
        pane.header.hold(self)
        self._settling = QTimer(self)
        self._settling.setSingleShot(True)
        self._settling.setInterval(_SETTLING_MS)
        self._settling.timeout.connect(self._follow)
        controller.narrowed.connect(self._settling.start)
        controller.shown.connect(self._tell)
        pane.record_shown.connect(self._tell)
        controller.pane.installEventFilter(self)

    @property
    def is_away(self) -> bool:
        """Tell whether a record is on show that the list does not hold; one in a closed group is in it."""
        record = self._pane.record
        if record is None or self._controller.pane.model.row_of(record.id) >= 0:
            return False
        return record.id not in self._controller.browsing.ids

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in {QEvent.Type.Show, QEvent.Type.Hide}:
            self._tell()
        return super().eventFilter(watched, event)

    def _tell(self) -> None:
        """Say so only beside the list itself, not beside the letters in its place."""
        self.setVisible(self.is_away and not self._controller.pane.isHidden())

    def _follow(self) -> None:
        rows = self._controller.pane.list
        if self.is_away and not self._pane.is_dirty and rows.records.rowCount():
            rows.choose_first()
