"""A calendar to choose a day from, dressed as the rest of the window."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from PySide6.QtCore import QDate, QLocale, Qt
from PySide6.QtGui import QColor, QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget, QTableView, QToolButton

from tracker.basics.language import Language, Text
from tracker.records.recess import Recess
from tracker.ui.looks.icons import icon, icon_size
from tracker.ui.looks.tokens import tokens

_PROVISIONAL = Text("voorlopig", "provisional")
_DAYS = Text("Dagen van de maand", "Days of the month")
_BUTTONS = {
    "qt_calendar_prevmonth": ("arrow-left", Text("Vorige maand", "Previous month")),
    "qt_calendar_nextmonth": ("arrow-right", Text("Volgende maand", "Next month")),
    "qt_calendar_monthbutton": ("", Text("Maand", "Month")),
    "qt_calendar_yearbutton": ("", Text("Jaar", "Year")),
}
"""Qt's own buttons by their names, which it has kept since version 4: its arrows are black on a dark ground."""


def make_calendar(language: Language, day: date, recesses: Sequence[Recess] = ()) -> QCalendarWidget:
    """Make a calendar with Monday first, ISO week numbers, and the recesses shaded, each named on hover."""
    made = QCalendarWidget()
    made.setLocale(QLocale(language.value))
    made.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
    made.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.ISOWeekNumbers)
    made.setSelectedDate(QDate(day.year, day.month, day.day))
    weekend = QTextCharFormat()
    weekend.setForeground(QColor(tokens().muted))  # Qt's own red would say that something is wrong
    for day_of_week in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
        made.setWeekdayTextFormat(day_of_week, weekend)
    for recess in recesses:
        _shade(made, recess, language)
    made.setMinimumSize(300, 220)
    for name, (picture, words) in _BUTTONS.items():
        button = made.findChild(QToolButton, name)
        if isinstance(button, QToolButton):
            button.setAccessibleName(words.to(language))
            button.setToolTip(words.to(language))
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            if picture:
                button.setIcon(icon(picture, "text"))
                button.setIconSize(icon_size())
    days = made.findChild(QTableView, "qt_calendar_calendarview")
    if isinstance(days, QTableView):
        days.setAccessibleName(_DAYS.to(language))
    return made


def _shade(calendar: QCalendarWidget, recess: Recess, language: Language) -> None:
    shaded = QTextCharFormat()
    shaded.setBackground(QColor(tokens().recess))
    shaded.setFontItalic(True)  # not by colour alone
    provisional = f" ({_PROVISIONAL.to(language)})" if recess.is_pattern else ""
    shaded.setToolTip(f"{recess.text.to(language)}{provisional}")
    for days in range((recess.last_day - recess.first_day).days + 1):
        day = recess.first_day + timedelta(days=days)
        calendar.setDateTextFormat(QDate(day.year, day.month, day.day), shaded)
