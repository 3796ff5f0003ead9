"""What the shapes of the timeline mean, on one line."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from tracker.basics.language import Language, Text
from tracker.ui.looks.tokens import Tokens, tokens
from tracker.ui.overview.colours import colour_of
from tracker.ui.overview.drawing import screen_face
from tracker.ui.timeline.frame import PROMISED_PX, fill_of, promised_fill
from tracker.ui.timeline.ink import Ink, Line

_SWATCH_PX, _GAP_PX, _APART_PX = 12, 4, 12
_ENTRIES = (
    ("late", Text("over tijd", "overdue")),
    ("soon", Text("binnen 30 dagen", "within 30 days")),
    ("on-time", Text("op tijd", "on time")),
    ("until", Text("uiterlijk", "not later than")),
    ("promised", Text("eerst toegezegd", "promised first")),
    ("recess", Text("reces", "recess")),
)


class Legend(QWidget):
    """The legend in the window; hidden by whoever has no room for it."""

    def __init__(self, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._language = language
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(legend_words(language))

    def sizeHint(self) -> QSize:
        ink = Ink(screen_face)
        return QSize(round(legend_width(ink, self._language)), round(ink.height(12)) + 6)

    def paintEvent(self, event: QPaintEvent) -> None:
        draw_legend(QPainter(self), 0, self.height() / 2, Ink(screen_face), self._language, tokens())


def legend_words(language: Language) -> str:
    """Give the legend as a sentence, for who does not see the colours."""
    return Text(
        "Legenda: volle balk is een periode, gearceerd is uiterlijk, ruit is één dag, stippels zijn hoe lang over "
        "tijd, dunne lichte balk is wat eerst was toegezegd",
        "Legend: a full bar is a period, hatched is not later than, a diamond is one day, dots are how long overdue, "
        "a thin light bar is what was promised first",
    ).to(language)


def legend_width(ink: Ink, language: Language) -> float:
    """Give how wide the legend is."""
    words = sum(ink.width(Line(text.to(language), "")) for _, text in _ENTRIES)
    return words + len(_ENTRIES) * (_SWATCH_PX + _GAP_PX) + (len(_ENTRIES) - 1) * _APART_PX


def draw_legend(painter: QPainter, x: float, middle: float, ink: Ink, language: Language, colours: Tokens) -> None:
    """Draw the legend from a place to the right."""
    for code, text in _ENTRIES:
        rect = QRectF(round(x), round(middle - _SWATCH_PX / 2), _SWATCH_PX, _SWATCH_PX)
        if code == "until":
            ink.hatch(painter, rect, fill_of("on-time", colours))
            _edge(painter, rect, fill_of("on-time", colours))
        elif code == "promised":
            low = QRectF(rect.left(), rect.bottom() - PROMISED_PX, rect.width(), PROMISED_PX)
            painter.fillRect(low, QColor(promised_fill(colours)))
        elif code == "recess":
            painter.fillRect(rect, QColor(colour_of("recess", colours)))
            _edge(painter, rect, colours.control)
        else:
            painter.fillRect(rect, QColor(fill_of(code, colours)))
        line = Line(text.to(language), colours.muted)
        x += _SWATCH_PX + _GAP_PX + ink.write(painter, rect.right() + _GAP_PX, middle, line) + _APART_PX


def _edge(painter: QPainter, rect: QRectF, colour: str) -> None:
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    painter.setPen(QColor(colour))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(rect.adjusted(0, 0, -1, -1))
