"""Where a letter, debate, organisation or person is used; looked up beside the event loop: it reads every record."""

from __future__ import annotations

import contextlib
import threading
from itertools import groupby

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from tracker.basics.errors import TrackerError
from tracker.basics.language import Text
from tracker.records.registry import kind_of
from tracker.services.beside import UsedBy, used_by
from tracker.ui.looks.fonts import font
from tracker.ui.looks.icons import icon, icon_size
from tracker.ui.session import Session

_NAME = Text("Waar gebruikt", "Where it is used")
_NOWHERE = Text("Nergens gebruikt", "Not used anywhere")
_WAIT_MS = 120


class UsedList(QListWidget):
    """The records that point at a row, under how they do. Enter or a double click opens one."""

    open_record = Signal(int)
    walked = Signal(int)
    """Another record is the current one, by click or arrow."""
    _found = Signal(object)

    def __init__(self, session: Session, entity: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._entity = session, entity
        self._wanted: int | None = None
        self.nowhere = _NOWHERE
        """What is said of a row that nothing points at."""
        self.setAccessibleName(session.words(_NAME))
        self.setIconSize(icon_size())
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.itemActivated.connect(self._open)
        self.currentItemChanged.connect(self._tell)
        self._found.connect(self._show)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_WAIT_MS)
        self._timer.timeout.connect(self._look)

    def show_row(self, row_id: int | None) -> None:
        """Show where a row is used; None: of nothing."""
        self._wanted = row_id
        self.clear()
        if row_id is None:
            self._timer.stop()
        else:
            self._timer.start()

    def _look(self) -> None:
        session, entity, row_id, hand_over = self._session, self._entity, self._wanted, self._found
        if row_id is None:
            return

        def look() -> None:
            # what goes wrong here goes wrong, with its sentence, for whoever changes the row as well
            with contextlib.suppress(RuntimeError, TrackerError):
                hand_over.emit((row_id, used_by(session.store, entity, row_id)))

        threading.Thread(target=look, name="uses", daemon=True).start()

    def _show(self, told: tuple[int, list[UsedBy]]) -> None:
        row_id, found = told
        if row_id != self._wanted:
            return
        self.clear()
        for how, some in groupby(found, lambda one: one.how):
            heading = QListWidgetItem(self._session.words(how))
            heading.setFlags(Qt.ItemFlag.ItemIsEnabled)
            heading.setFont(font(bold=True))
            self.addItem(heading)
            for one in some:
                item = QListWidgetItem(one.name)
                item.setToolTip(one.name)
                if one.summary is not None:
                    item.setIcon(icon(kind_of(one.summary.kind).icon, "muted"))
                    item.setData(Qt.ItemDataRole.UserRole, one.summary.id)
                self.addItem(item)
        if not found:
            nowhere = QListWidgetItem(self._session.words(self.nowhere))
            nowhere.setFlags(Qt.ItemFlag.NoItemFlags)
            self.addItem(nowhere)

    def _tell(self, item: QListWidgetItem | None) -> None:
        record_id = None if item is None else item.data(Qt.ItemDataRole.UserRole)
        if record_id is not None:
            self.walked.emit(record_id)

    def _open(self, item: QListWidgetItem) -> None:
        record_id = item.data(Qt.ItemDataRole.UserRole)
        if record_id is not None:
            self.open_record.emit(record_id)
