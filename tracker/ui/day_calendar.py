"""The calendar in which a day is chosen."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QDate, QLocale, Qt
from PySide6.QtGui import QColor, QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget

from tracker.ui.tokens import tokens


def make_calendar(locale: QLocale, day: date) -> QCalendarWidget:
    """Make a calendar with Monday first and ISO week numbers."""
    made = QCalendarWidget()
    made.setLocale(locale)
    made.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
    made.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.ISOWeekNumbers)
    made.setSelectedDate(QDate(day.year, day.month, day.day))
    weekend = QTextCharFormat()
    weekend.setForeground(QColor(tokens().muted))  # Qt's own red would say that something is wrong
    for day_of_week in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
        made.setWeekdayTextFormat(day_of_week, weekend)
    made.setMinimumSize(300, 220)
    return made
