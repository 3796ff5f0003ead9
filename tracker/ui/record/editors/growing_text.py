"""A text box of several lines that grows with its text, and offers words where it knows any."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import QEvent, QSize, QStringListModel, Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent, QTextCursor
from PySide6.QtWidgets import QAbstractItemView, QCompleter, QPlainTextEdit, QSizePolicy, QWidget

_PADDING_PX = 14
_MOST_LINES = 14


class GrowingText(QPlainTextEdit):
    """As high as its text, up to a limit, and then it scrolls. Tab leaves it."""

    def __init__(self, least_lines: int = 1, parent: QWidget | None = None, *, is_one_paragraph: bool = False) -> None:
        super().__init__(parent)
        self._is_one_paragraph = is_one_paragraph
        self._least_lines = least_lines
        self._completer: QCompleter | None = None
        self._words: Callable[[], Iterable[str]] = tuple
        self._separator = "\n"
        self.setTabChangesFocus(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.textChanged.connect(self._fit)
        self._fit()

    def offer(self, words: Callable[[], Iterable[str]], separator: str) -> None:
        """Offer these words while a part of the text is typed; parts are divided by the separator."""
        self._words, self._separator = words, separator

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self._height_px())

    def minimumSizeHint(self) -> QSize:
        return QSize(60, self._height_px())

    def event(self, event: QEvent) -> bool:
        """Leave the page keys to the form while the whole text is in sight."""
        walks = {Qt.Key.Key_PageUp, Qt.Key.Key_PageDown}
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and event.key() in walks:
            event.ignore()
            return False
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        offered = self._popup()
        taken = {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape, Qt.Key.Key_Tab}
        if event.key() == Qt.Key.Key_Escape or (offered and event.key() in taken):
            event.ignore()  # the list of words takes these; without one, Esc is the form's
            return
        alt = event.modifiers() & Qt.KeyboardModifier.AltModifier
        if event.key() == Qt.Key.Key_F4 or (alt and event.key() == Qt.Key.Key_Down):
            self._offer_words(all_of_them=True)
            return
        if self._is_one_paragraph and event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            event.ignore()
            return
        super().keyPressEvent(event)
        if event.text().strip() or event.key() == Qt.Key.Key_Backspace:
            self._offer_words()

    def _height_px(self) -> int:
        # a QPlainTextEdit counts the height of its document in lines
        lines = max(self._least_lines, round(self.document().size().height()))
        return min(lines, _MOST_LINES) * self.fontMetrics().lineSpacing() + _PADDING_PX

    def _fit(self) -> None:
        is_long = self.document().size().height() > _MOST_LINES
        policy = Qt.ScrollBarPolicy.ScrollBarAsNeeded if is_long else Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        self.setVerticalScrollBarPolicy(policy)
        if self.height() != self._height_px():
            self.setFixedHeight(self._height_px())

    # --- offering words -----------------------------------------------------------------------------------------------

    def _part_before_cursor(self) -> str:
        before = self.toPlainText()[: self.textCursor().position()]
        return before.replace("\n", self._separator[0]).rpartition(self._separator[0])[2].strip()

    def _popup(self) -> QAbstractItemView | None:
        """Give the list of words where it is on the screen."""
        popup = None if self._completer is None else self._completer.popup()
        return popup if popup is not None and popup.isVisible() else None

    def _offer_words(self, *, all_of_them: bool = False) -> None:
        part = "" if all_of_them else self._part_before_cursor()
        if self._completer is None:
            self._completer = QCompleter(self)
            self._completer.setWidget(self)
            self._completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
            self._completer.setFilterMode(Qt.MatchFlag.MatchContains)
            self._completer.activated.connect(self._complete)
        words = sorted(set(self._words()), key=str.casefold) if all_of_them or len(part) > 1 else []
        self._completer.setModel(QStringListModel(words, self._completer))
        self._completer.setCompletionPrefix(part)
        popup = self._completer.popup()
        if not words or not self._completer.completionCount() or part in words:
            if popup is not None:
                popup.hide()
            return
        place = self.cursorRect()
        place.setWidth(max(220, self.viewport().width() // 2))
        self._completer.complete(place)
        if popup is not None:
            popup.setCurrentIndex(self._completer.completionModel().index(0, 0))

    def _complete(self, word: str) -> None:
        cursor = self.textCursor()
        part = self._part_before_cursor()
        if part and (part in self._words() or part.casefold() not in word.casefold()):
            cursor.insertText(self._separator if self._separator == "\n" else f"{self._separator} ")
            part = ""  # it was chosen from all of them, after a word that is whole
        cursor.movePosition(QTextCursor.MoveOperation.Left, QTextCursor.MoveMode.KeepAnchor, len(part))
        cursor.insertText(word)
        self.setTextCursor(cursor)
