"""How words are read, beside the field in which they are typed: window in large type, reason, other readings."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from tracker.basics.language import Text
from tracker.services.entering import Shown
from tracker.ui.looks.icons import IconLabel
from tracker.ui.record.flow import FlowRow
from tracker.ui.record.looks import button, label
from tracker.ui.record.pills import Pill, PillWords
from tracker.ui.session import Session

_OTHER = Text("Andere lezing:", "Other reading:")
_OWN = Text("zelf een dag kiezen", "choose a day yourself")
_NONE = Text("dit is geen termijn", "this is no deadline")
_BACK = Text("zoals gelezen", "as it was read")
_TENTATIVE = Text("Voorlopig", "Tentative")
_LINK_PX = 32
_GAP_PX, _WORDS_GAP_PX = 6, 2
_REASON_LINES = 2
_HINT = Text(
    "Schrijf hierboven wat er is gezegd: “voor de zomer”, “15-7”, “q3 2026”, “+2w”, “binnen zes weken na …”.",
    "Write above what was said: “voor de zomer”, “15-7”, “q3 2026”, “+2w”, “binnen zes weken na …”.",
)


class ReadingView(QFrame):
    """Shows a reading. ``other_chosen`` carries the place of another reading; the rest are wishes of the officer."""

    other_chosen = Signal(int)
    own_day_wanted = Signal()
    no_deadline_wanted = Signal()
    as_read_wanted = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session
        self.setProperty("role", "note")
        self.sentence = label("", "card-title")
        self.sentence.setWordWrap(True)
        self.reason = label("", "hint")
        self.reason.setWordWrap(True)
        tentative = session.words(_TENTATIVE)
        self.tentative = Pill(PillWords("soon", "calendar-clock", _TENTATIVE), tentative)
        self._icons = QHBoxLayout()
        self.others = FlowRow(gap_px=8)
        self._words = QWidget()
        words = QVBoxLayout(self._words)
        words.setContentsMargins(0, 0, 0, 0)
        words.setSpacing(_WORDS_GAP_PX)
        words.addWidget(self.sentence)
        words.addWidget(self.reason, 1)
        head = QHBoxLayout()
        head.setSpacing(10)
        head.addLayout(self._icons)
        head.addWidget(self._words, 1)
        head.addWidget(self.tentative)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 8)
        column.setSpacing(_GAP_PX)
        column.addLayout(head)
        column.addWidget(self.others)
        self.show_reading(None, is_overruled=False)

    def show_reading(self, shown: Shown | None, *, is_overruled: bool) -> None:
        """Show how the words are read now; None: nothing was typed."""
        words = self.session.words
        self.sentence.setVisible(shown is not None)
        self.sentence.setText("" if shown is None else words(shown.sentence))
        self.reason.setText(words(_HINT) if shown is None else words(shown.reason))
        self.reason.setAlignment(Qt.AlignmentFlag.AlignVCenter if shown is None else Qt.AlignmentFlag.AlignTop)
        self._keep_room(shown)
        self.tentative.setVisible(shown is not None and shown.tentative)
        self._show_icon(shown)
        self.others.clear()
        self.others.setVisible(shown is not None)
        if shown is None:
            self.setAccessibleName(words(_HINT))
            return
        self.setAccessibleName(f"{words(shown.sentence)}. {words(shown.reason)}")
        caption = label(words(_OTHER), "hint")
        caption.setMinimumHeight(_LINK_PX)
        self.others.add(caption)
        for place, other in enumerate(shown.others):
            self._add_link(words(other.words), lambda at=place: self.other_chosen.emit(at))
        if is_overruled:
            self._add_link(words(_BACK), self.as_read_wanted.emit)
        self._add_link(words(_OWN), self.own_day_wanted.emit)
        self._add_link(words(_NONE), self.no_deadline_wanted.emit)

    def _keep_room(self, shown: Shown | None) -> None:
        """Leave room for the sentence and its links while nothing is read yet, so that what is below stays put.

        For both together: where the sentence takes two lines, it takes the second from the reason, whose letters are
        smaller; so there is room for two lines of the sentence and one of the reason.
        """
        for words in (self.sentence, self.reason):
            words.ensurePolished()  # only then its letters are those of the stylesheet
        line, large = self.reason.fontMetrics().lineSpacing(), self.sentence.fontMetrics().lineSpacing()
        links = _LINK_PX + _GAP_PX if shown is None else 0
        self._words.setMinimumHeight(large + _WORDS_GAP_PX + max(large, line) + (_REASON_LINES - 1) * line + links)

    def _add_link(self, words: str, act: object) -> None:
        link = button(words, link=True)
        link.clicked.connect(lambda _checked=False: act())  # type: ignore[operator]
        self.others.add(link)

    def _show_icon(self, shown: Shown | None) -> None:
        while (item := self._icons.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        name, tone = "pencil", "muted"
        if shown is not None:
            has_day = shown.values["start"] or shown.values["end"]
            name, tone = ("hourglass", "wait") if shown.waits and not has_day else ("circle-dashed", "none")
            if has_day:
                name, tone = "calendar-check", "link"
        middle, top = Qt.AlignmentFlag.AlignVCenter, Qt.AlignmentFlag.AlignTop
        self._icons.addWidget(IconLabel(name, tone, 20), 0, middle if shown is None else top)
