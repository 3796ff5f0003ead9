"""What is let go above a record: other records, to hang together with it; files and addresses, as its evidence."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QMimeData, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QWidget

from tracker.basics.language import Text
from tracker.records.snapshot import Record
from tracker.ui.record.dragging import decode_records, dropped_places
from tracker.ui.record.looks import label
from tracker.ui.session import Session

_RELATES = Text("Laat los om samenhang met dit record vast te leggen", "Let go to relate to this record")
_EVIDENCE = Text("Laat los om als bewijsstuk toe te voegen", "Let go to add as evidence")
_MARGIN_PX, _AROUND_WORDS_PX = 16, 24


class RecordDrops(QObject):
    """Watches a pane: says over it what letting go would do, and tells what was let go."""

    records_dropped = Signal(object)
    """Carries the ids of records of this register."""
    places_dropped = Signal(object)
    """Carries files (as paths) and addresses."""

    def __init__(self, session: Session, pane: QWidget, record: Callable[[], Record | None]) -> None:
        super().__init__(pane)
        self._session, self._pane, self._record = session, pane, record
        self._words = label("", "drop", pane)
        self._words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._words.setWordWrap(True)
        self._words.hide()
        pane.setAcceptDrops(True)
        pane.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.DragLeave:
            self._words.hide()
        elif isinstance(event, QDragEnterEvent):  # before QDropEvent, which it is as well
            if self._takes(event.mimeData()):
                _accept(event)
                self._say(event.mimeData())
        elif isinstance(event, QDropEvent) and event.type() == QEvent.Type.Drop:
            self._words.hide()
            _accept(event)
            self._tell(event.mimeData())
        else:
            return False
        return True

    def _takes(self, carried: QMimeData) -> bool:
        record = self._record()
        if record is None or not self._session.may_write:
            return False
        ids = decode_records(carried, self._session.store.path)
        return bool(set(ids) - {record.id}) or bool(dropped_places(carried))

    def _say(self, carried: QMimeData) -> None:
        relates = bool(decode_records(carried, self._session.store.path))
        self._words.setText(self._session.words(_RELATES if relates else _EVIDENCE))
        height = self._words.sizeHint().height() + _AROUND_WORDS_PX
        self._words.setGeometry(
            _MARGIN_PX, self._pane.height() - height - _MARGIN_PX, self._pane.width() - 2 * _MARGIN_PX, height
        )
        self._words.show()
        self._words.raise_()

    def _tell(self, carried: QMimeData) -> None:
        ids, places = decode_records(carried, self._session.store.path), dropped_places(carried)
        signal, what = (self.records_dropped, ids) if ids else (self.places_dropped, places)
        QTimer.singleShot(0, self, lambda: signal.emit(what))  # the program that drags waits until this is over


def _accept(event: QDropEvent) -> None:
    event.setDropAction(Qt.DropAction.CopyAction)
    event.accept()
