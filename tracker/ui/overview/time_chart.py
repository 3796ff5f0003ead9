"""The chart of what is coming: the next four weeks as bars, six months as columns by the week, recesses behind them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QRectF

from tracker.basics.formats import count_words
from tracker.basics.language import Language, Text
from tracker.records.recess import Recess
from tracker.services.overview import WEEKS_AHEAD, Bar, Period
from tracker.ui.overview import words
from tracker.ui.overview.charts import StackedBars
from tracker.ui.overview.drawing import CENTRE, Box, Drawing, Face, Mark, Words, line_of, width_of

_SIDE_BY_SIDE_FROM_PX = 560
_WEEKS_PX = 210
_COLUMNS_PX, _TALLEST_COLUMNS_PX = 118, 260
_COLUMNS_OF_WIDTH = 0.24
"""How high the columns stand where there is much width: a flat strip says little."""
_SMALL = 12
_TINY = 11


@dataclass(frozen=True)
class Coming:
    """Weeks and months from today on; both end on the same day."""

    weeks: Sequence[Period]
    months: Sequence[Period]
    recesses: Sequence[Recess]
    language: Language
    least_px: float = _COLUMNS_PX
    """How high the room for the columns is at least."""

    def arrange(self, width: float, face: Face) -> Drawing:
        made = Drawing(width)
        weeks = self._next_weeks()
        if width < _SIDE_BY_SIDE_FROM_PX:
            made.add(weeks.arrange(width, face), 0, 0)
            made.add(self._columns(width, face), 0, made.height + 12)
        else:
            columns = self._columns(width - _WEEKS_PX - 28, face)
            made.add(weeks.arrange(_WEEKS_PX, face), 0, 8)
            made.add(columns, _WEEKS_PX + 28, 0)
        return made

    def _next_weeks(self) -> StackedBars:
        bars = [
            Bar(self._week_label(place, week), (week.figure,), week.figure)
            for place, week in enumerate(self.weeks[:WEEKS_AHEAD])
        ]
        return StackedBars(bars, ("soon-fill",), (), self.language, bar_px=18, label_share=0.6)

    def _week_label(self, place: int, week: Period) -> Text:
        if place < 2:
            return words.THIS_WEEK if place == 0 else words.NEXT_WEEK
        number = week.first_day.isocalendar().week
        return Text(f"Week {number}", f"Week {number}")

    def _columns(self, width: float, face: Face) -> Drawing:
        made = Drawing(width)
        tiny, small = line_of(face, _TINY), line_of(face, _SMALL)
        top, floor = tiny + 4, tiny + 4 + small + self._columns_px(width)
        self._add_recesses(made, top, floor, face)
        self._add_weeks(made, top + small, floor, face)
        made.items.append(Box(QRectF(0, floor, width, 1), "control"))
        self._add_months(made, floor, face)
        return made

    def _columns_px(self, width: float) -> float:
        return max(self.least_px, min(width * _COLUMNS_OF_WIDTH, _TALLEST_COLUMNS_PX))

    def _x(self, day: date, width: float) -> float:
        """Give where a day begins."""
        first, last = self.weeks[0].first_day, self.weeks[-1].last_day
        days = min(max((day - first).days, 0), (last - first).days + 1)
        return width * days / ((last - first).days + 1)

    def _add_recesses(self, made: Drawing, top: float, floor: float, face: Face) -> None:
        ends = 0.0
        for recess in self.recesses:
            left = self._x(recess.first_day, made.width)
            right = self._x(date.fromordinal(recess.last_day.toordinal() + 1), made.width)
            made.items.append(Box(QRectF(left, top, max(right - left, 2), floor - top), "recess"))
            name = recess.text.to(self.language).capitalize()
            if recess.is_pattern and not all(one.is_pattern for one in self.recesses):
                name = f"{name}*"  # what the asterisk means stands in the note of the panel
            name_px = width_of(name, face, _TINY) + 4
            at = min(max((left + right - name_px) / 2, ends), made.width - name_px)
            if at >= ends:
                made.items.append(Words(QRectF(at, 0, name_px, line_of(face, _TINY) + 2), name, "muted", _TINY))
                ends = at + name_px + 6

    def _add_weeks(self, made: Drawing, top: float, floor: float, face: Face) -> None:
        most = max((week.figure.count for week in self.weeks), default=0)
        small = line_of(face, _SMALL)
        for place, week in enumerate(self.weeks):
            count = week.figure.count
            if not count:
                continue
            number_words = count_words(count, self.language)
            left = self._x(week.first_day, made.width)
            week_px = self._x(date.fromordinal(week.first_day.toordinal() + 7), made.width) - left
            column_px = min(max(week_px - 4, 4), 22)
            height = max(3.0, (floor - top) * count / most)
            box = QRectF(left + max((week_px - column_px) / 2, 0), floor - height, column_px, height)
            made.items.append(Box(box, "soon-fill" if place < WEEKS_AHEAD else "on-time", radius=2))
            number_px = width_of(number_words, face, _SMALL, bold=True) + 4
            number = QRectF(box.center().x() - number_px / 2, box.top() - small, number_px, small)
            made.items.append(Words(number, number_words, size_px=_SMALL, bold=True, align=CENTRE))
            name = f"{week.figure.title.to(self.language)}: {number_words}"
            made.marks.append(Mark(box.united(number).adjusted(-1, 0, 1, 0), name, week.figure))

    def _add_months(self, made: Drawing, floor: float, face: Face) -> None:
        line = line_of(face, _SMALL) + 6
        for month in self.months:
            left = self._x(month.first_day, made.width)
            room = (
                self._x(date.fromordinal(min(month.last_day.toordinal() + 1, date.max.toordinal())), made.width) - left
            )
            made.items.append(Box(QRectF(left, floor, 1, 6), "control"))
            label = words.short_month(month.first_day, self.language)
            rect = QRectF(left + 3, floor + 4, max(room - 4, 0), line)
            if width_of(f"{label} · {count_words(month.figure.count, self.language)}", face, _SMALL) <= room - 4:
                label = f"{label} · {count_words(month.figure.count, self.language)}"
            if room > 24:
                made.items.append(Words(rect, label, "muted", _SMALL))
                count = count_words(month.figure.count, self.language)
                name = f"{words.month_words(month.first_day, self.language)}: {count}"
                made.marks.append(Mark(rect, name, month.figure))
        made.height = floor + 4 + line
