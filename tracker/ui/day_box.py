"""The box for the day that *today* stands for: a button with the day, a calendar, and the way back to today."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, QLocale, QPoint, Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from tracker.basics.language import Language, Text
from tracker.ui.looks.icons import icon, icon_size

if TYPE_CHECKING:
    from tracker.records.recess import Recess
    from tracker.ui.record.editors.calm_combo import CalmCombo

_AS_OF = Text("Stand op", "As of")
_HINT = Text("De dag die voor vandaag staat: lijsten, tellingen en oordelen volgen", "The day that stands for today")
_TODAY = Text("Vandaag", "Today")
_WHICH = Text("Welk register", "Which register")
_NOW = Text("Zoals het nu is", "As it is now")
_THEN = Text("Zoals het register toen was", "As the register was then")
_DIFFERENCE = Text(
    "“Zoals het nu is” beoordeelt wat er nu staat op de gekozen dag. “Zoals het register toen was” "
    "laat ook alles weg wat na die dag is ingevoerd, gewijzigd of uitgesteld.",
    "“As it is now” judges what is there now on the chosen day. “As the register was then” "
    "also leaves out all that was entered, changed or postponed after that day.",
)


class DayBox(QWidget):
    """Shows and changes the day. ``day_chosen`` carries it. ``clock`` gives the real day of today."""

    day_chosen = Signal(object)
    past_chosen = Signal(bool)
    """For a day that is gone: whether to show the register as it was then, or that of now judged on the day."""

    def __init__(
        self, day: date, language: Language, clock: Callable[[], date] = date.today, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._clock, self._language = clock, language
        self._locale = QLocale(language.value)
        self.find_recesses: Callable[[], Sequence[Recess]] = tuple
        """Gives the recesses to shade in the calendar: those of the open register."""
        caption = QLabel(_AS_OF.to(language))
        caption.setProperty("role", "muted")
        self.button = QToolButton()
        self.button.setProperty("role", "field")
        self.button.setIcon(icon("calendar-days", "muted"))
        self.button.setIconSize(icon_size())
        self.button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.button.setToolTip(_HINT.to(language))
        self.button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.button.clicked.connect(self.open_calendar)
        caption.setBuddy(self.button)
        self.reset_button = QToolButton()
        self.reset_button.setIcon(icon("rotate-ccw", "muted"))
        self.reset_button.setIconSize(icon_size())
        self.reset_button.setToolTip(_TODAY.to(language))
        self.reset_button.setAccessibleName(_TODAY.to(language))
        self.reset_button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.reset_button.clicked.connect(lambda: self._choose(self._clock()))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for widget in (caption, self.button, self.reset_button):  # read as one sentence
            row.addWidget(widget)
        self.day = day
        self.popup: QFrame | None = None
        self.show_day(day)

    def show_day(self, day: date) -> None:
        """Show a day without telling of it."""
        self.day = day
        words = self._locale.toString(QDate(day.year, day.month, day.day), "ddd d MMM yyyy").replace(".", "")
        self.button.setText(f" {words}")
        self.button.setAccessibleName(f"{_AS_OF.to(self._language)} {words}")
        self.reset_button.setVisible(day != self._clock())
        if day < self._clock() or self._has_past_choice:
            self.past_choice.setVisible(day < self._clock() or bool(self.past_choice.currentData()))

    def show_past(self, *, is_past: bool) -> None:
        """Show which of the two is on show, without telling of it."""
        if is_past or self._has_past_choice:
            self.past_choice.blockSignals(True)
            self.past_choice.setCurrentIndex(int(is_past))
            self.past_choice.blockSignals(False)
        self.show_day(self.day)

    @property
    def _has_past_choice(self) -> bool:
        return "past_choice" in self.__dict__

    @cached_property
    def past_choice(self) -> CalmCombo:
        """Give the choice of which register; made for the first day that is gone, since most windows show none."""
        from tracker.ui.record.editors.calm_combo import CalmCombo  # when it is asked for

        choice = CalmCombo()
        for is_past, words in ((False, _NOW), (True, _THEN)):
            choice.addItem(words.to(self._language), is_past)
        choice.setAccessibleName(_WHICH.to(self._language))
        choice.setToolTip(_DIFFERENCE.to(self._language))
        choice.currentIndexChanged.connect(lambda _: self.past_chosen.emit(bool(choice.currentData())))
        choice.setSizeAdjustPolicy(CalmCombo.SizeAdjustPolicy.AdjustToContents)
        choice.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        choice.hide()
        layout = self.layout()
        assert layout is not None
        layout.addWidget(choice)
        self.setTabOrder(self.reset_button, choice)
        return choice

    def open_calendar(self) -> None:
        """Open the calendar under the button."""
        from tracker.ui.parts.calendars import make_calendar  # when it is asked for

        popup = QFrame(self, Qt.WindowType.Popup)
        popup.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        popup.setProperty("role", "popup")
        calendar = make_calendar(self._language, self.day, self.find_recesses())
        calendar.activated.connect(lambda day: self._choose(day.toPython()))
        calendar.clicked.connect(lambda day: self._choose(day.toPython()))
        today = QPushButton(_TODAY.to(self._language))
        today.clicked.connect(lambda: self._choose(self._clock()))
        column = QVBoxLayout(popup)
        column.setContentsMargins(8, 8, 8, 8)
        column.addWidget(calendar)
        column.addWidget(today)
        popup.adjustSize()
        corner = self.button.mapToGlobal(QPoint(self.button.width() - popup.width(), self.button.height() + 4))
        popup.move(corner)
        popup.destroyed.connect(self._forget_popup)
        self.popup = popup
        popup.show()
        calendar.setFocus()

    def _forget_popup(self) -> None:
        self.popup = None

    def _choose(self, day: date) -> None:
        if self.popup is not None:
            popup, self.popup = self.popup, None
            popup.close()
        self.show_day(day)
        self.day_chosen.emit(day)
