"""The calendar to pick a day from: weeks from Monday, numbered as ISO does, with the recesses shaded."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from PySide6.QtCore import QDate, QLocale, Qt
from PySide6.QtGui import QColor, QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget

from tracker.basics.language import Text
from tracker.records.recess import Recess
from tracker.ui.tokens import tokens

_PROVISIONAL = Text("voorlopig", "provisional")


def make_calendar(locale: QLocale, day: date, recesses: Sequence[Recess] = ()) -> QCalendarWidget:
    """Make a calendar that shows this day; the name of a recess is told on hover."""
    made = QCalendarWidget()
    made.setLocale(locale)
    made.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
    made.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.ISOWeekNumbers)
    made.setSelectedDate(QDate(day.year, day.month, day.day))
    weekend = QTextCharFormat()
    weekend.setForeground(QColor(tokens().muted))  # Qt's own red would say that something is wrong
    for day_of_week in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
        made.setWeekdayTextFormat(day_of_week, weekend)
    for recess in recesses:
        _shade(made, recess)
    made.setMinimumSize(300, 220)
    return made


def _shade(calendar: QCalendarWidget, recess: Recess) -> None:
    shaded = QTextCharFormat()
    shaded.setBackground(QColor(tokens().line))
    shaded.setFontItalic(True)  # not by colour alone
    is_dutch = calendar.locale().language() == QLocale.Language.Dutch
    provisional = f" ({_PROVISIONAL.nl if is_dutch else _PROVISIONAL.en})" if recess.is_pattern else ""
    shaded.setToolTip(f"{recess.name}{provisional}")
    for days in range((recess.last_day - recess.first_day).days + 1):
        day = recess.first_day + timedelta(days=days)
        calendar.setDateTextFormat(QDate(day.year, day.month, day.day), shaded)
