"""How often and by how much something was postponed, and what of it the Kamer does not know. Pure."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from tracker.basics.language import Text
from tracker.records.value_type import Row


class Chain(NamedTuple):
    """The postponements of one deadline (or record) together; ``days`` counts what has a day on both sides."""

    times: int
    days: int
    untold: int

    @property
    def words(self) -> Text:
        """Say it: 3 keer uitgesteld, samen 410 dagen."""
        together = Text("", "")
        if self.days > 0:
            noun = ("dag", "day") if self.days == 1 else ("dagen", "days")
            together = Text(f", samen {self.days} {noun[0]}", f", {self.days} {noun[1]} together")
        times = "once" if self.times == 1 else f"{self.times} times"
        return Text(f"{self.times} keer uitgesteld{together.nl}", f"Postponed {times}{together.en}")


def chain_of(postponements: Iterable[Row]) -> Chain:
    """Add up postponements."""
    times = days = untold = 0
    for one in postponements:
        times += 1
        untold += one.get("letter") is None
        old, new = one.get("old_end"), one.get("new_end")
        if isinstance(old, date) and isinstance(new, date):
            days += (new - old).days
    return Chain(times, days, untold)
