"""The day of each letter of an import that names none itself: asked, for its deadlines are counted from it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from tracker.basics.errors import InvalidValue
from tracker.basics.language import Text
from tracker.records.field import FieldSpec
from tracker.records.value_type import DAY
from tracker.services.importing.files import TakenFile
from tracker.ui.looks.fonts import grown
from tracker.ui.record.editors.day import DayEditor
from tracker.ui.record.looks import label
from tracker.ui.session import Session

_DAY = FieldSpec(Text("Dag van de brief", "Day of the letter"), DAY)
_WHY = Text(
    "De brief noemt geen dag. Vul de dag in waarop hij is verstuurd: termijnen worden daarvan gerekend.",
    "The letter names no day. Enter the day on which it was sent: deadlines are counted from it.",
)
_DAY_PX = 190


class LetterDays(QWidget):
    """One line for each letter without a day of its own; for one that the register has, what it is called there."""

    dated = Signal(int, object)
    """Somebody gave the letter of this place among the files another day."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session
        self.editors: dict[int, DayEditor] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(6)
        self._lines: list[QWidget] = []

    def show_letters(self, taken: Sequence[TakenFile], notice_of: Callable[[int], Text | None]) -> None:
        """Show the letters among these files; ``notice_of`` says of one that the register has it, and as what."""
        for line in self._lines:
            self._column.removeWidget(line)
            line.deleteLater()
        self._lines, self.editors = [], {}
        for place, one in enumerate(taken):
            notice = notice_of(place)
            if notice is not None:
                told = label(self.session.words(notice), "hint")
                told.setWordWrap(True)
                self._add(told)
            elif (day := one.assumed_day) is not None:
                name = one.reading.file if len(taken) > 1 else ""
                self._add(self._line(place, day, name))
        self.setVisible(bool(self._lines))

    def _line(self, place: int, day: date, file: str) -> QWidget:
        editor = DayEditor(_DAY, self.session)
        editor.load(day)
        editor.setFixedWidth(grown(_DAY_PX))
        editor.line.editingFinished.connect(lambda: self._give(place, day))
        editor.line.setAccessibleDescription(self.session.words(_WHY))
        self.editors[place] = editor
        words = self.session.words(_DAY.label)
        caption = label(f"{words}: {file}" if file else words, "")
        caption.setBuddy(editor.line)
        why = label(self.session.words(_WHY), "hint")
        why.setWordWrap(True)
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for widget in (caption, editor):
            row.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(why, 1)
        return line

    def _add(self, line: QWidget) -> None:
        self._lines.append(line)
        self._column.addWidget(line)

    def _give(self, place: int, before: date) -> None:
        """Tell of another day once it is complete; what is no day says so beneath itself."""
        try:
            day = self.editors[place].value()
        except InvalidValue:
            return
        if isinstance(day, date) and day != before:
            self.dated.emit(place, day)
