"""What is let go above a record: other records, to hang together with it; files and addresses, as its evidence."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QMimeData, Qt, QTimer, Signal
from PySide6.QtWidgets import QWidget

from tracker.basics.language import Text
from tracker.records.snapshot import Record
from tracker.ui.parts.drops import Drops
from tracker.ui.record.dragging import decode_records, dropped_places
from tracker.ui.record.looks import label
from tracker.ui.session import Session

_RELATES = Text("Laat los om samenhang met dit record vast te leggen", "Let go to relate to this record")
_EVIDENCE = Text("Laat los om als bewijsstuk toe te voegen", "Let go to add as evidence")
_MARGIN_PX, _AROUND_WORDS_PX = 16, 24


class RecordDrops(Drops):
    """Watches a pane: says over it what letting go would do, and tells what was let go."""

    records_dropped = Signal(object)
    """Carries the ids of records of this register."""
    places_dropped = Signal(object)
    """Carries files (as paths) and addresses."""

    def __init__(self, session: Session, pane: QWidget, record: Callable[[], Record | None]) -> None:
        self._session, self._pane, self._record = session, pane, record
        self._words = label("", "drop", pane)
        self._words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._words.setWordWrap(True)
        self._words.hide()
        super().__init__(pane)

    def carried(self, data: QMimeData) -> tuple[tuple[int, ...], tuple[str, ...]] | None:
        record = self._record()
        if record is None or not self._session.may_write:
            return None
        ids, places = decode_records(data, self._session.store.path), dropped_places(data)
        return (ids, places) if set(ids) - {record.id} or places else None

    def take(self, carried: tuple[tuple[int, ...], tuple[str, ...]]) -> None:
        ids, places = carried
        signal, what = (self.records_dropped, ids) if ids else (self.places_dropped, places)
        QTimer.singleShot(0, self, lambda: signal.emit(what))

    def show_over(self, data: QMimeData) -> None:
        relates = bool(decode_records(data, self._session.store.path))
        self._words.setText(self._session.words(_RELATES if relates else _EVIDENCE))
        height = self._words.sizeHint().height() + _AROUND_WORDS_PX
        self._words.setGeometry(
            _MARGIN_PX, self._pane.height() - height - _MARGIN_PX, self._pane.width() - 2 * _MARGIN_PX, height
        )
        self._words.show()
        self._words.raise_()

    def hide_over(self) -> None:
        self._words.hide()
