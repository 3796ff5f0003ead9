"""The recess calendar of the Tweede Kamer, as a value: what is published and what is extrapolated."""

import csv
from bisect import bisect_right
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from tracker.basics.errors import InvalidForm
from tracker.basics.language import Text

PUBLISHED: Final = "published"
PATTERN: Final = "pattern"
_ENGLISH: Final = {
    "voorjaarsreces": "spring recess", "meireces": "May recess", "zomerreces": "summer recess",
    "herfstreces": "autumn recess", "kerstreces": "Christmas recess",
}  # fmt: skip
_COLUMNS: Final = ("recess", "first_day", "last_day", "status")
# A recess returns each year, give or take two weeks; a longer wait means that the calendar misses one in between.
_LONGEST_SURE_WAIT_IN_DAYS: Final = 351


@dataclass(frozen=True, slots=True)
class Recess:
    """One recess: the days are those of the calendar, both included; `status` is published or pattern."""

    name: str
    first_day: date
    last_day: date
    status: str = PUBLISHED

    @property
    def text(self) -> Text:
        """Its name: of those of the Tweede Kamer in both languages, of others as the officer wrote it."""
        return recess_text(self.name)

    @property
    def is_pattern(self) -> bool:
        """Whether extrapolated, and not (yet) published by the Kamer."""
        return self.status == PATTERN


def recess_text(name: str) -> Text:
    """Give the name of a recess, in the middle of a sentence."""
    return Text(name, _ENGLISH.get(name, name))


@dataclass(frozen=True, slots=True)
class Calendar:
    """The recesses that are known, in order. What it does not hold is not known, and never guessed."""

    recesses: tuple[Recess, ...] = ()

    def __post_init__(self) -> None:
        object.__setattr__(self, "recesses", tuple(sorted(self.recesses, key=lambda recess: recess.first_day)))

    def in_year(self, name: str, year: int) -> Recess | None:
        """The recess of that name that begins in the year (the kerstreces of 2026 ends in 2027)."""
        return next((each for each in self.recesses if each.name == name and each.first_day.year == year), None)

    def first_beginning_after(self, name: str, day: date) -> Recess | None:
        """The first recess of that name that begins after the day; None where the calendar may miss an earlier one."""
        named = self._named(name)
        place = next((place for place, each in enumerate(named) if each.first_day > day), len(named))
        return self._if_sure(named, place, (named[place].first_day - day).days) if place < len(named) else None

    def first_ending_from(self, name: str, day: date) -> Recess | None:
        """The first recess of that name that ends on or after the day; None where the calendar may miss an earlier."""
        named = self._named(name)
        place = next((place for place, each in enumerate(named) if each.last_day >= day), len(named))
        return self._if_sure(named, place, (named[place].last_day - day).days) if place < len(named) else None

    def next_after(self, recess: Recess) -> Recess | None:
        """The recess of whatever name that follows; None at the end of the calendar."""
        place = bisect_right(self.recesses, recess.last_day, key=lambda each: each.first_day)
        return self.recesses[place] if place < len(self.recesses) else None

    def _named(self, name: str) -> list[Recess]:
        return [each for each in self.recesses if each.name == name]

    @staticmethod
    def _if_sure(named: list[Recess], place: int, wait_in_days: int) -> Recess | None:
        """The recess, where the day is near it, or where the calendar holds the one of a year before."""
        is_near = wait_in_days < _LONGEST_SURE_WAIT_IN_DAYS
        follows = place > 0 and named[place - 1].first_day.year + 1 == named[place].first_day.year
        return named[place] if is_near or follows else None


def calendar_from_csv(text: str) -> Calendar:
    """Read the calendar from CSV with the columns recess, first_day, last_day, status; lines with # are remarks.

    Raises InvalidForm with every fault and its line.
    """
    lines = [(number, line) for number, line in enumerate(text.splitlines(), 1) if _holds_something(line)]
    if not lines:
        return Calendar()
    header = next(csv.reader([lines[0][1]]))
    if tuple(cell.strip().casefold() for cell in header) != _COLUMNS:
        wanted = ",".join(_COLUMNS)
        raise InvalidForm({"1": Text(f"de eerste regel moet zijn: {wanted}.", f"the first line must be: {wanted}.")})
    recesses, faults = [], {}
    for number, line in lines[1:]:
        read = _recess([cell.strip() for cell in next(csv.reader([line]))])
        if isinstance(read, Text):
            faults[str(number)] = read
        else:
            recesses.append(read)
    if faults:
        raise InvalidForm(faults, {number: Text(f"Regel {number}", f"Line {number}") for number in faults})
    return Calendar(tuple(recesses))


def _holds_something(line: str) -> bool:
    return bool(line.strip(" ,;\ufeff")) and not line.lstrip("\ufeff ").startswith("#")


def _recess(cells: list[str]) -> Recess | Text:
    """The recess of one line, or what is wrong with it."""
    if len(cells) != len(_COLUMNS):
        return Text(f"hier horen {len(_COLUMNS)} waarden.", f"{len(_COLUMNS)} values belong here.")
    name, first_text, last_text, status = cells
    try:
        first_day, last_day = date.fromisoformat(first_text), date.fromisoformat(last_text)
    except ValueError:
        return Text("schrijf de dagen als 2026-07-03.", "write the days as 2026-07-03.")
    if not name:
        return Text("de naam van het reces ontbreekt.", "the name of the recess is missing.")
    if not timedelta(0) <= last_day - first_day < timedelta(days=180):
        return Text("de laatste dag past niet bij de eerste.", "the last day does not fit the first.")
    if status not in {PUBLISHED, PATTERN}:
        return Text(f"kies {PUBLISHED} of {PATTERN}.", f"choose {PUBLISHED} or {PATTERN}.")
    return Recess(name.casefold(), first_day, last_day, status)
