"""A day told from today, that a filter works out anew each day: vandaag, +30d, -2w, +1m."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

from tracker.basics.folding import fold
from tracker.basics.language import Text

_NEAR = {"vandaag": 0, "today": 0, "morgen": 1, "tomorrow": 1, "gisteren": -1, "yesterday": -1}
_UNITS = {
    word: unit
    for unit, words in (
        ("d", "d dag dagen day days"), ("w", "w wk week weken weeks"),
        ("m", "m mnd maand maanden month months"), ("j", "j jr jaar jaren y year years"),
    )
    for word in words.split()
}  # fmt: skip
_TYPED = re.compile(r"([+\-\u2212\u2013])\s*(\d{1,5})\s*([a-z]+)")


@dataclass(frozen=True, slots=True)
class RelativeDay:
    """So many days (d), weeks (w), months (m) or years (j) after today; before it where ``count`` is negative."""

    count: int
    unit: str = "d"

    def on(self, today: date) -> date:
        """Give the day that is meant today. A month that lacks the day ends with its last; the calendar has ends."""
        try:
            if self.unit in {"d", "w"}:
                return today + timedelta(days=self.count * (7 if self.unit == "w" else 1))
            months = today.year * 12 + today.month - 1 + self.count * (12 if self.unit == "j" else 1)
            year, month = divmod(months, 12)
            return date(year, month + 1, min(today.day, monthrange(year, month + 1)[1]))
        except (OverflowError, ValueError):
            return date.max if self.count > 0 else date.min

    @property
    def words(self) -> Text:
        """Give how it is typed: *+30d*, *vandaag*."""
        if not self.count:
            return Text("vandaag", "today")
        return Text(f"{self.count:+d}{self.unit}", f"{self.count:+d}{'y' if self.unit == 'j' else self.unit}")

    def __str__(self) -> str:
        return f"{self.count:+d}{self.unit}"


def relative_day(text: str) -> RelativeDay | None:
    """Read what is typed, or kept; None for any other text."""
    words = fold(text).strip()
    if words in _NEAR:
        return RelativeDay(_NEAR[words])
    found = _TYPED.fullmatch(words)
    unit = None if found is None else _UNITS.get(found[3])
    if found is None or unit is None:
        return None
    return RelativeDay(int(found[2]) * (1 if found[1] == "+" else -1), unit)
