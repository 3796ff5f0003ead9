"""The input over a cell while it is edited: it hears the keys of a grid, and grows where it has something to say."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QFrame,
    QLineEdit,
    QPlainTextEdit,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from tracker.basics.formats import day_words
from tracker.records.value_type import Choice
from tracker.ui.record.editors.calm_combo import CalmCombo
from tracker.ui.record.editors.day import DayEditor
from tracker.ui.record.editors.field_editor import FieldEditor

_LEAST_PX = 170
_ENTERS = frozenset((Qt.Key.Key_Return, Qt.Key.Key_Enter))
_WAYS = {Qt.Key.Key_Tab: (0, 1), Qt.Key.Key_Backtab: (0, -1)}
_SHIFT, _ALT = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.AltModifier


class CellCard(QFrame):
    """Holds the editor of one cell. ``place_of`` gives where the cell is in the table."""

    left = Signal(int, int)
    """The user is ready with the cell: carries how many rows down and columns to the right to go on."""
    cancelled = Signal()

    def __init__(self, editor: FieldEditor, table: QTableView, place_of: Callable[[], QRect]) -> None:
        super().__init__(table)
        self.editor, self._table = editor, table
        self._place_of = place_of
        self.setProperty("role", "cell-card")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(editor)
        for widget in (editor, *editor.findChildren(QWidget)):
            if widget.window() is self.window():  # a list that opens is a window of its own, with its own Enter and Esc
                widget.installEventFilter(self)
        self._watch_offers()

    def begin(self, typed: str | None, *, opens: bool = False) -> None:
        """Show the input: with its text, or with what was typed over it, or with its choices opened."""
        self.place()
        self.show()
        self.raise_()
        field = self.editor.input
        field.setFocus(Qt.FocusReason.OtherFocusReason)
        line = field.lineEdit() if isinstance(field, QComboBox) else field
        if isinstance(line, QLineEdit):
            line.end(False)
            if typed is not None:
                line.selectAll()
        elif isinstance(line, QPlainTextEdit):
            line.moveCursor(line.textCursor().MoveOperation.End)
            if typed is not None:
                line.selectAll()
        if typed is not None:
            self._type(typed)
        if opens:
            self.open_choices()

    def open_choices(self) -> None:
        """Open what there is to choose from: a list, or the calendar."""
        if isinstance(self.editor, DayEditor):
            self.editor.open_calendar()
        elif isinstance(self.editor.input, CalmCombo):
            self.editor.input.showPopup()

    def show_fault(self, words: str) -> None:
        """Say what is wrong, beneath the input."""
        self.editor.set_fault(words)
        self.setProperty("faulty", bool(words))
        self.style().unpolish(self)
        self.style().polish(self)
        self.place()

    def place(self) -> None:
        """Stand over the cell, as wide and high as it needs, and inside the table."""
        cell, inside = self._place_of(), self._table.viewport().geometry()
        if cell.isNull():
            return
        width = min(max(cell.width(), _LEAST_PX), inside.width())
        height = max(cell.height(), self._column.totalHeightForWidth(width), self.sizeHint().height())
        left = max(inside.left(), min(cell.x(), inside.right() + 1 - width))
        self.setGeometry(left, max(0, min(cell.y(), inside.bottom() + 1 - height)), width, height)

    # --- Qt -----------------------------------------------------------------------------------------------------------

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            QTimer.singleShot(0, self, self.place)
        return super().event(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the keys of a grid end the edit, whatever the input does with them in a form."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._takes_key(event)
        return super().eventFilter(watched, event)

    def _takes_key(self, event: QKeyEvent) -> bool:
        key, field = Qt.Key(event.key()), self.editor.input
        if key == Qt.Key.Key_Escape:
            self.cancelled.emit()
        elif key in _ENTERS and event.modifiers() & _ALT and isinstance(field, QPlainTextEdit):
            field.insertPlainText("\n")
        elif key in _ENTERS:
            self.left.emit(-1 if event.modifiers() & _SHIFT else 1, 0)
        elif key in _WAYS:
            self.left.emit(*_WAYS[key])
        elif key == Qt.Key.Key_Semicolon and event.modifiers() == Qt.KeyboardModifier.ControlModifier:
            self.write_today()
        else:
            return False
        return True

    def write_today(self) -> None:
        """Write the day that stands for today, where a day or a text can stand."""
        session, field = self.editor.session, self.editor.input
        if isinstance(self.editor, DayEditor):
            self.editor.set_value(session.today)
        elif isinstance(field, QLineEdit):
            field.insert(day_words(session.today, session.language))
        elif isinstance(field, QPlainTextEdit):
            field.insertPlainText(day_words(session.today, session.language))

    # --- helpers ------------------------------------------------------------------------------------------------------

    def _type(self, typed: str) -> None:
        """Type into the input as the hand did into the table, so that it offers and finds what it does while typing."""
        press = QKeyEvent(QEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, typed)
        QApplication.sendEvent(self.editor.input, press)

    def _watch_offers(self) -> None:
        """Let one Enter take an offered word and end the edit; a choice from a closed list ends it too."""
        field = self.editor.input
        if not isinstance(field, QComboBox):
            return
        completer = field.completer() if field.isEditable() else None
        if completer is not None:
            popup = completer.popup()
            if popup is not None:
                popup.installEventFilter(_OfferKeys(self))
        elif isinstance(self.editor.spec.type, Choice):
            field.activated.connect(lambda _place: self.left.emit(0, 0))


class _OfferKeys(QObject):
    """Hears Enter and Tab in a list of offered words, which keeps them from the input."""

    def __init__(self, card: CellCard) -> None:
        super().__init__(card)
        self._card = card

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            key = Qt.Key(event.key())
            way = (-1 if event.modifiers() & _SHIFT else 1, 0) if key in _ENTERS else _WAYS.get(key)
            if way is not None:
                # not at once: the word is put into the input first
                QTimer.singleShot(0, self._card, lambda: self._card.left.emit(*way))
        return super().eventFilter(watched, event)
