"""A label that gives way: where there is no room it ends in an ellipsis, and shows all its words on hover."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import QLabel, QWidget

_LEAST_LETTERS = "xxxxxx"


class ElidingLabel(QLabel):
    """Plain words on one line, never cut without a sign. A screen reader gets all of them."""

    def __init__(self, words: str = "", parent: QWidget | None = None) -> None:
        super().__init__(words, parent)
        self.setTextFormat(Qt.TextFormat.PlainText)

    def minimumSizeHint(self) -> QSize:
        least = min(self.fontMetrics().horizontalAdvance(_LEAST_LETTERS), super().minimumSizeHint().width())
        return QSize(least, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.setToolTip("" if self._shown() == self.text() else self.text())

    def setText(self, words: str) -> None:
        super().setText(words)
        self.setToolTip("" if self._shown() == words else words)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        self.style().drawItemText(
            painter, self.contentsRect(), int(self.alignment() | Qt.AlignmentFlag.AlignVCenter), self.palette(),
            self.isEnabled(), self._shown(), QPalette.ColorRole.WindowText,
        )  # fmt: skip

    def _shown(self) -> str:
        return self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, self.contentsRect().width() + 1)
