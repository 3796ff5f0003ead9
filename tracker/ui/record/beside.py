"""A second record pane beside the first: opened when it is wanted, closed when it is not, and never losing text."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QFrame, QSplitter, QVBoxLayout

from tracker.ui.pane_widths import PANE_LEAST_PX
from tracker.ui.record.record_pane import RecordPane
from tracker.ui.session import Session


class Beside(QObject):
    """The place of the second record in a splitter. ``changed``: it was opened or closed."""

    changed = Signal()
    named_wanted = Signal(str, object)
    evidence_wanted = Signal(object, object)
    taken_back = Signal(object)

    def __init__(self, session: Session, splitter: QSplitter) -> None:
        super().__init__(splitter)
        self._session = session
        self._splitter = splitter
        self._frame: QFrame | None = None
        self.pane: RecordPane | None = None

    @property
    def is_open(self) -> bool:
        """Tell whether a second record is on show."""
        return self._frame is not None and not self._frame.isHidden()

    def show_record(self, record_id: int) -> bool:
        """Show a record beside the first. False: what was typed in this pane must be mended first."""
        was_open = self.is_open
        pane = self.pane or self._make()
        if not pane.commit():
            return False
        if self._frame is not None:
            self._frame.show()
        pane.show_record(record_id)
        if not was_open:
            self.changed.emit()
        return True

    def close(self) -> bool:
        """Close the second record; what was typed is saved first. False: a fault must be mended."""
        if self.pane is None or self._frame is None or not self.is_open:
            return True
        if not self.pane.commit():
            return False
        self.pane.show_record(None)
        self._frame.hide()
        self.changed.emit()
        return True

    def focus_form(self) -> None:
        """Go to the form of the second record."""
        if self.pane is not None:
            self.pane.setFocus(Qt.FocusReason.OtherFocusReason)
            self.pane.form_page.focusNextChild()

    def commit(self) -> bool:
        """Save what was typed here."""
        return self.pane is None or self.pane.commit()

    def _make(self) -> RecordPane:
        self._frame = QFrame()
        self._frame.setProperty("role", "pane")
        self._frame.setMinimumWidth(PANE_LEAST_PX)
        self.pane = pane = RecordPane(self._session)
        pane.header.stand_beside()
        pane.beside_action.setShortcut(QKeySequence())  # the key is that of the first record, wherever the focus is
        pane.open_record.connect(self.show_record)
        pane.beside_wanted.connect(self.show_record)
        pane.named_wanted.connect(self.named_wanted)
        pane.evidence_wanted.connect(self.evidence_wanted)
        pane.taken_back.connect(self.taken_back)
        pane.close_wanted.connect(self.close)
        pane.record_deleted.connect(self.close)
        column = QVBoxLayout(self._frame)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(pane)
        self._splitter.addWidget(self._frame)
        self._splitter.setStretchFactor(self._splitter.indexOf(self._frame), 0)
        return pane
