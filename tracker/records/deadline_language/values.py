"""What reading a deadline gives: the reading itself, and a length after an event."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from tracker.basics.language import Text

_UNITS: Final = {
    "day": (Text("dag", "day"), Text("dagen", "days")),
    "week": (Text("week", "week"), Text("weken", "weeks")),
    "month": (Text("maand", "month"), Text("maanden", "months")),
    "year": (Text("jaar", "year"), Text("jaar", "years")),
}


@dataclass(frozen=True, slots=True)
class Length:
    """A stretch of time that starts somewhere; `unit` is day, week, month or year (half a year is six months)."""

    count: int
    unit: str

    def after(self, day: date) -> date:
        """The day that lies so far ahead. A shorter month ends on its last day. Raises where no date can hold it."""
        if self.unit in {"day", "week"}:
            return day + timedelta(days=self.count * (7 if self.unit == "week" else 1))
        months = day.year * 12 + day.month - 1 + self.count * (12 if self.unit == "year" else 1)
        year, month = divmod(months, 12)
        if year > date.max.year:
            raise OverflowError
        return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))

    @property
    def words(self) -> Text:
        """The length as people write it: zes weken is `6 weken`."""
        unit = _UNITS[self.unit][self.count != 1]
        return Text(f"{self.count} {unit.nl}", f"{self.count} {unit.en}")


@dataclass(frozen=True, slots=True)
class Reading:
    """One deadline read from a text.

    `wording` is a slice of the text, at `position`. `start` and `end` are the first and the last day of the window,
    None where the words give none; `precision` is a code of `tracker.records.deadline.PRECISIONS`. `tentative` says
    that the words are (naar verwachting), or that the recess calendar is extrapolated. `event` holds the words of
    what is waited for, `offset` the time that it leaves after that; `period` is year, half-year, quarter or month
    of what recurs. `reason` says in one sentence why it was read so, also why no day follows.
    """

    wording: str
    start: date | None
    end: date | None
    precision: str
    tentative: bool
    reason: Text
    position: tuple[int, int]
    event: str | None = None
    offset: Length | None = None
    period: str | None = None
