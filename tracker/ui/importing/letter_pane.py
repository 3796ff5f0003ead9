"""The letter beside what was read from it: the passages of the chosen proposal stand out, a click chooses another."""

from __future__ import annotations

from bisect import bisect_right

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QMouseEvent, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit, QWidget

from tracker.basics.language import Text
from tracker.records.proposal import Passage
from tracker.ui.looks.tokens import tokens
from tracker.ui.session import Session

_LETTER = Text("De brief", "The letter")


class LetterPane(QPlainTextEdit):
    """Read only. ``chosen`` carries the number of the proposal whose passage was clicked."""

    chosen = Signal(int)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setReadOnly(True)
        self.setAccessibleName(session.words(_LETTER))
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self._passages: list[tuple[int, int, int]] = []
        self._starts: list[int] = []
        self._current: tuple[Passage, ...] = ()

    def show_letter(self, text: str, passages: list[tuple[int, tuple[Passage, ...]]]) -> None:
        """Show another text, with the passages of its proposals by their number."""
        self.setPlainText(text)
        self._passages = sorted((one.start, one.end, number) for number, some in passages for one in some)
        self._starts = [start for start, _, _ in self._passages]
        self.show_passages(())

    def show_passages(self, passages: tuple[Passage, ...]) -> None:
        """Let the passages of one proposal stand out, and bring the first into sight."""
        self._current = passages
        marks = [_mark(self, start, end, "wait", is_strong=False) for start, end, _ in self._passages]
        marks += [_mark(self, one.start, one.end, "soon", is_strong=True) for one in passages]
        self.setExtraSelections(marks)
        if passages:
            cursor = QTextCursor(self.document())
            cursor.setPosition(min(passages[0].start, self.document().characterCount() - 1))
            self.setTextCursor(cursor)
            self.centerCursor()
            QTimer.singleShot(0, self, self.centerCursor)  # a pane that was just shown has no lines yet

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        if event.button() == Qt.MouseButton.LeftButton and not self.textCursor().hasSelection():
            number = self._number_at(event.position().toPoint())
            if number is not None:
                self.chosen.emit(number)

    def _number_at(self, point: QPoint) -> int | None:
        """Give the proposal whose passage is under a point; of several the one that begins last."""
        place = self.cursorForPosition(point).position()
        for start, end, number in reversed(self._passages[: bisect_right(self._starts, place)]):
            if start <= place < end:
                return number
        return None


def _mark(pane: LetterPane, start: int, end: int, tone: str, *, is_strong: bool) -> QTextEdit.ExtraSelection:
    last = pane.document().characterCount() - 1
    cursor = QTextCursor(pane.document())
    cursor.setPosition(min(start, last))
    cursor.setPosition(min(end, last), QTextCursor.MoveMode.KeepAnchor)
    colours = tokens().tones[tone]
    look = QTextCharFormat()
    look.setBackground(QColor(colours.ground))
    look.setForeground(QColor(colours.text if is_strong else tokens().text))
    look.setFontUnderline(is_strong)  # never by colour alone
    mark = QTextEdit.ExtraSelection()
    mark.cursor, mark.format = cursor, look
    return mark
