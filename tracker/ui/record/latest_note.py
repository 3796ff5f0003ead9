"""The latest state of affairs under the form, where the window is high enough to show both at once."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from tracker.basics.formats import day_words
from tracker.basics.language import Text
from tracker.records.snapshot import Part
from tracker.ui.record.looks import button, icon_label, label
from tracker.ui.session import Session

_TITLE = Text("Laatste stand van zaken", "Latest state of affairs")
_ALL = Text("Alle teksten", "All texts")
_INTERNAL = Text("alleen intern", "internal only")
_LINES = 5
_MARGIN_PX, _ICON_ROOM_PX = 16, 40


class LatestNote(QFrame):
    """Shows the newest text in a few lines; the whole text stands in its tab, and on hover."""

    all_wanted = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._whole = self._caption = ""
        self.setProperty("role", "footer")
        self.title = label("", "card-caption")
        self.text = label("", "value")
        self.text.setWordWrap(True)
        self.text.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.all_button = button(session.words(_ALL), link=True)
        self.all_button.setAccessibleDescription(session.words(_TITLE))
        self.all_button.clicked.connect(self.all_wanted)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(icon_label("message-square", "muted", 16))
        head.addWidget(self.title, 1)
        head.addWidget(self.all_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(_MARGIN_PX, 8, _MARGIN_PX, 12)
        column.setSpacing(4)
        column.addLayout(head)
        column.addWidget(self.text)
        self.hide()

    @property
    def has_note(self) -> bool:
        """Tell whether there is any text to show."""
        return bool(self._whole)

    def show_notes(self, notes: Sequence[Part]) -> None:
        """Show the newest of these texts."""
        newest = max(notes, key=lambda note: (note["on"] or date.min, note.id), default=None)
        self._whole = "" if newest is None else " ".join(str(newest["text"]).split())
        if newest is not None:
            self._caption = self._title(newest)
            self.title.setToolTip(self._caption)
            self.text.setToolTip(str(newest["text"]))
            self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _title(self, note: Part) -> str:
        words = self._session.words
        parts = [words(_TITLE)]
        if note["letter"] is not None:
            parts.append(self._session.store.names()("letter", note["letter"], self._session.language))
        elif note["on"] is not None:
            parts.append(day_words(note["on"], self._session.language))
        if note["internal"]:
            parts.append(words(_INTERNAL))
        return " · ".join(parts)

    def _fit(self) -> None:
        """Show as many whole words as fit in the lines there are."""
        shown = self._shortened()
        metrics = self.text.fontMetrics()
        room = QRect(0, 0, max(self.width() - 2 * _MARGIN_PX, 120), 10_000)
        self.text.setText(shown)
        self.text.setFixedHeight(metrics.boundingRect(room, Qt.TextFlag.TextWordWrap, shown).height() + 2)
        title_px = room.width() - self.all_button.sizeHint().width() - _ICON_ROOM_PX
        self.title.setText(self.title.fontMetrics().elidedText(self._caption, Qt.TextElideMode.ElideRight, title_px))

    def _shortened(self) -> str:
        metrics, width = self.text.fontMetrics(), max(self.width() - 2 * _MARGIN_PX, 120)
        room = QRect(0, 0, width, 10_000)
        most = _LINES * metrics.lineSpacing() + 2

        def fits(words: str) -> bool:
            return metrics.boundingRect(room, Qt.TextFlag.TextWordWrap, words).height() <= most

        if fits(self._whole):
            return self._whole
        words = self._whole.split(" ")
        low, high = 0, len(words)
        while low < high:
            middle = (low + high + 1) // 2
            low, high = (middle, high) if fits(f"{' '.join(words[:middle])} …") else (low, middle - 1)
        return f"{' '.join(words[:low])} …"
