"""*Verloop*: how a deadline went, from what was promised first to what holds now, with what the Kamer knows of it."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from tracker.basics.formats import day_words
from tracker.basics.language import Text
from tracker.records.letter import is_sent
from tracker.records.postponing import chain_of
from tracker.records.snapshot import Part
from tracker.services.settlement import NOT_SENT
from tracker.ui.looks.tokens import tokens
from tracker.ui.record.looks import button, icon_label, label
from tracker.ui.session import Session

_TITLE = Text("Verloop", "Course")
_FIRST = Text("eerst toegezegd", "promised first")
_UNTOLD = Text("nog niet gemeld aan de Kamer", "the Chamber was not told yet")
_TELL = Text("Gemeld met…", "Told in…")
_MARK_PX, _LINE_PX = 12, 2


class ChainView(QWidget):
    """The steps of one deadline. ``tell_wanted`` carries the postponement of which the Kamer is told now."""

    tell_wanted = Signal(object)

    def __init__(self, session: Session, deadline: Part, chain: list[Part]) -> None:
        super().__init__()
        self.session = session
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 0)
        column.setSpacing(0)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(label(session.words(_TITLE), "card-caption"))
        head.addWidget(label(session.words(chain_of(one.values for one in chain).words), "hint"), 1)
        column.addLayout(head)
        first = chain[0]
        column.addWidget(self._step(first["old_wording"], first["old_end"], session.words(_FIRST), None, is_last=False))
        for place, one in enumerate(chain, start=1):
            is_last = place == len(chain)
            column.addWidget(self._step(one["new_wording"], one["new_end"], self._why(one), one, is_last=is_last))

    def _why(self, one: Part) -> str:
        when = "" if one["on"] is None else day_words(one["on"], self.session.language)
        return ": ".join(part for part in (when, one["reason"]) if part)

    def _step(self, wording: str | None, end: date | None, why: str, one: Part | None, *, is_last: bool) -> QWidget:
        step = QWidget()
        row = QHBoxLayout(step)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        late = is_last and end is not None and end < self.session.today
        row.addWidget(_Mark(is_first=one is None, is_last=is_last, is_late=late))
        words = QVBoxLayout()
        words.setContentsMargins(0, 4, 0, 6)
        words.setSpacing(1)
        top = QHBoxLayout()
        said = label(wording or "–", "reference")
        said.setWordWrap(True)
        top.addWidget(said, 1)
        top.addWidget(label("" if end is None else day_words(end, self.session.language), "hint"))
        words.addLayout(top)
        reason = label(why, "hint")
        reason.setWordWrap(True)
        words.addWidget(reason)
        if one is not None:
            words.addLayout(self._told(one))
        row.addLayout(words, 1)
        return step

    def _told(self, one: Part) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(5)
        if one["letter"] is not None:
            name = self.session.store.names()("letter", one["letter"], self.session.language)
            was_sent = self._was_sent(one["letter"])
            told = Text(f"gemeld met {name}", f"told in {name}")
            yet = Text(f"wordt gemeld met {name} ({NOT_SENT.nl})", f"will be told in {name} ({NOT_SENT.en})")
            row.addWidget(icon_label("mail-check", "ok", 14) if was_sent else icon_label("mail", "muted", 14))
            words = label(self.session.words(told if was_sent else yet), "hint")
            words.setWordWrap(True)
            row.addWidget(words, 1)
            return row
        row.addWidget(icon_label("triangle-alert", "soon", 14))
        row.addWidget(label(self.session.words(_UNTOLD), "soon"))
        tell = button(self.session.words(_TELL), link=True)
        tell.setEnabled(self.session.may_write)
        tell.clicked.connect(lambda: self.tell_wanted.emit(one))
        row.addWidget(tell)
        row.addStretch(1)
        return row

    def _was_sent(self, letter_id: int) -> bool:
        """Tell whether a letter was sent; one that is no more is taken for sent, for nothing else is known of it."""
        letters = self.session.store.rows("letter")
        return all(is_sent(one.values) for one in letters if one.id == letter_id)


class _Mark(QWidget):
    """A ring on a line: filled for the step that holds now."""

    def __init__(self, *, is_first: bool, is_last: bool, is_late: bool) -> None:
        super().__init__()
        self._is_first, self._is_last, self._is_late = is_first, is_last, is_late
        self.setFixedWidth(_MARK_PX + 2)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)

    def sizeHint(self) -> QSize:
        return QSize(_MARK_PX + 2, 30)

    def paintEvent(self, _event: QPaintEvent) -> None:
        colours = tokens()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        centre, middle = self.width() / 2, 13.0
        line = QColor(colours.control)
        if not self._is_first:
            painter.fillRect(QRectF(centre - _LINE_PX / 2, 0, _LINE_PX, middle - _MARK_PX / 2), line)
        if not self._is_last:
            top = middle + _MARK_PX / 2
            painter.fillRect(QRectF(centre - _LINE_PX / 2, top, _LINE_PX, self.height() - top), line)
        ring = QRectF(centre - _MARK_PX / 2 + 1, middle - _MARK_PX / 2 + 1, _MARK_PX - 2, _MARK_PX - 2)
        fill = colours.tones["late"].fill if self._is_late else colours.tones["ok"].fill
        painter.setPen(QPen(QColor(fill) if self._is_last else line, _LINE_PX))
        painter.setBrush(QColor(fill) if self._is_last else Qt.BrushStyle.NoBrush)
        painter.drawEllipse(ring)
