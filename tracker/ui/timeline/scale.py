"""Between days and pixels: how far the timeline is zoomed, where it begins, and which days get a line and a name."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum
from typing import NamedTuple

from tracker.basics.language import Language, Text

LEAST_PX, MOST_PX = 0.08, 40.0
"""Pixels a day: thirty years in a window, and a month in a window."""
STEP = 1.25
_MONTHS = (
    Text("jan", "Jan"), Text("feb", "Feb"), Text("mrt", "Mar"), Text("apr", "Apr"), Text("mei", "May"),
    Text("jun", "Jun"), Text("jul", "Jul"), Text("aug", "Aug"), Text("sep", "Sep"), Text("okt", "Oct"),
    Text("nov", "Nov"), Text("dec", "Dec"),
)  # fmt: skip


class Zoom(Enum):
    """The four scales that have a name: how many pixels a day takes, and from how many on it is that scale."""

    WEEKS = ("weeks", 9.0, 4.0)
    MONTHS = ("months", 1.42, 0.95)
    QUARTERS = ("quarters", 0.7, 0.42)
    YEARS = ("years", 0.25, 0.0)

    @property
    def words(self) -> Text:
        """Give how the scale is called."""
        return _ZOOM_WORDS[self]

    @property
    def px_per_day(self) -> float:
        """Give the pixels a day of the scale itself."""
        return float(self.value[1])

    @classmethod
    def of(cls, px_per_day: float) -> Zoom:
        """Give the scale that this many pixels a day belong to."""
        return next(zoom for zoom in cls if px_per_day >= zoom.value[2])


_ZOOM_WORDS = {
    Zoom.WEEKS: Text("Weken", "Weeks"),
    Zoom.MONTHS: Text("Maanden", "Months"),
    Zoom.QUARTERS: Text("Kwartalen", "Quarters"),
    Zoom.YEARS: Text("Jaren", "Years"),
}


class Tick(NamedTuple):
    """A line at the begin of a day, with its name; ``is_year``: a year begins here."""

    day: int
    name: str
    is_year: bool


@dataclass(frozen=True, slots=True)
class Scale:
    """Where days are: ``origin`` is the day (with its fraction) at x = 0."""

    origin: float
    px_per_day: float

    def x(self, day: float) -> float:
        """Give where a day begins."""
        return (day - self.origin) * self.px_per_day

    def day(self, x: float) -> float:
        """Give the day at a place, with its fraction."""
        return self.origin + x / self.px_per_day

    def zoomed(self, factor: float, around_x: float) -> Scale:
        """Give the scale zoomed by a factor; the day at ``around_x`` stays there."""
        wanted = min(max(self.px_per_day * factor, LEAST_PX), MOST_PX)
        return Scale(self.day(around_x) - around_x / wanted, wanted)

    def ticks(self, width: float, language: Language) -> Iterator[Tick]:
        """Give the lines from left to right in a width, the last one before it among them."""
        first, last = self._bounds(width)
        zoom = Zoom.of(self.px_per_day)
        if zoom is Zoom.WEEKS:
            yield from _weeks(first, last, language)
        else:
            months = {Zoom.MONTHS: 1, Zoom.QUARTERS: 3, Zoom.YEARS: 12}[zoom]
            yield from _months(first, last, months, language, is_short=self.px_per_day < LEAST_YEAR_PX / 365)

    def _bounds(self, width: float) -> tuple[date, date]:
        first = date.fromordinal(min(max(int(self.origin), 1), date.max.toordinal()))
        return first, date.fromordinal(min(max(int(self.day(width)) + 1, 1), date.max.toordinal()))


LEAST_YEAR_PX = 42.0
"""A year narrower than this is written in two figures."""


def _weeks(first: date, last: date, language: Language) -> Iterator[Tick]:
    day = first - timedelta(days=min(first.weekday(), first.toordinal() - 1))
    while day <= last:
        is_first_of_year = day.month == 1 and day.day <= 7
        name = f"{day.day} {_MONTHS[day.month - 1].to(language)}"
        yield Tick(day.toordinal(), f"{name} {day.year}" if is_first_of_year else name, is_first_of_year)
        if (date.max - day).days < 7:
            return
        day += timedelta(days=7)


def _months(first: date, last: date, step: int, language: Language, *, is_short: bool) -> Iterator[Tick]:
    number = (first.year * 12 + first.month - 1) // step * step
    while number // 12 <= min(last.year, date.max.year):
        year, month = divmod(number, 12)
        number += step
        if year < 1:
            continue
        day = date(year, month + 1, 1)
        if day > last:
            return
        if month == 0:
            name = f"’{year % 100:02}" if is_short else str(year)
        else:
            quarter = Text(f"kw{month // 3 + 1}", f"Q{month // 3 + 1}").to(language)
            name = quarter if step == 3 else _MONTHS[month].to(language)
        yield Tick(day.toordinal(), name, month == 0)
