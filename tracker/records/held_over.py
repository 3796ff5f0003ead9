"""Aangehouden: when a motion that was held over lapses, recess not counted.

Source: the rules of order. The Tweede Kamer lets a motion lapse that was not put to the vote within two months after it
was held over, the Eerste Kamer after six; holding it over again starts the time anew.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

from tracker.basics.formats import day_text
from tracker.basics.language import Text
from tracker.records.ageing import months_after
from tracker.records.recess import Calendar

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tracker.records.motion import Outcome

HELD_OVER: Final = "aangehouden"
SENATE: Final = "Eerste Kamer"
_MONTHS, _SENATE_MONTHS = 2, 6
WARN_DAYS: Final = 30


@dataclass(frozen=True, slots=True)
class Lapse:
    """The last day on which a motion can still be put to the vote. ``tentative``: the recess calendar is a guess."""

    held_on: date
    last_day: date
    tentative: bool

    def tone(self, today: date) -> str:
        """Give how urgent it is: late (the last day is gone), soon, or on-time."""
        left = (self.last_day - today).days
        if left < 0:
            return "late"
        return "soon" if left <= WARN_DAYS else "on-time"

    @property
    def short_words(self) -> Text:
        """Say it where there is little room: Vervalt na 01-12-2026."""
        day = day_text(self.last_day)
        return Text(f"Vervalt na {day.nl}", f"Lapses after {day.en}")

    def words(self, today: date) -> Text:
        """Warn in one sentence."""
        day = day_text(self.last_day)
        left = (self.last_day - today).days
        guess = Text(" (voorlopig: reces nog niet vastgesteld)", " (tentative: recess not fixed yet)")
        sure = guess if self.tentative else Text("", "")
        if left < 0:
            return Text(
                f"Aangehouden: vervallen na {day.nl}, tenzij opnieuw aangehouden{sure.nl}.",
                f"Held over: lapsed after {day.en}, unless held over again{sure.en}.",
            )
        noun = ("dag", "day") if left == 1 else ("dagen", "days")
        return Text(
            f"Aangehouden: vervalt na {day.nl}, nog {left} {noun[0]}{sure.nl}.",
            f"Held over: lapses after {day.en}, {left} {noun[1]} left{sure.en}.",
        )


def lapse_of(outcomes: Sequence[Outcome], chamber: str | None, calendar: Calendar) -> Lapse | None:
    """Give when a motion lapses; None where its last outcome is another, or the day of it is not known."""
    if not outcomes or outcomes[-1].outcome != HELD_OVER or outcomes[-1].on is None:
        return None
    held_on = outcomes[-1].on
    plain = months_after(held_on, _SENATE_MONTHS if chamber == SENATE else _MONTHS)
    last, tentative = plain, False
    while True:
        days, tentative = _recess_days(calendar, held_on, last)
        moved = min(plain.toordinal() + days, date.max.toordinal())
        if moved == last.toordinal():
            covered = bool(calendar.recesses) and last <= calendar.recesses[-1].last_day
            return Lapse(held_on, last, tentative or not covered)
        last = date.fromordinal(moved)


def _recess_days(calendar: Calendar, held_on: date, last: date) -> tuple[int, bool]:
    """Give the days of recess after the day of holding over up to the last day, and whether one is extrapolated."""
    days, is_pattern = 0, False
    for recess in calendar.recesses:
        first = max(recess.first_day, held_on + timedelta(days=1))
        count = (min(recess.last_day, last) - first).days + 1
        if count > 0:
            days, is_pattern = days + count, is_pattern or recess.is_pattern
    return days, is_pattern
