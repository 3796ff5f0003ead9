"""One row of open data: its values are asked for by name, and what nobody asked for is accounted for at the end."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, datetime, timedelta, timezone
from typing import Any, Final

from tracker.basics.language import Text
from tracker.records.proposal import Account, NotUnderstood, Place

_NO_DAY = "0001-01-01"
"""What the Chamber writes where there is no day."""
_BOOKKEEPING: Final = frozenset(
    (
        "id", "verwijderd", "gewijzigdop", "apigewijzigdop", "contenttype", "contentlength", "huidigebehandelstatus",
        "grootproject", "grondslagvoorhang", "termijn", "fractiegrootte", "sidactorlid", "sidactorfractie", "volgorde",
    )
)  # fmt: skip
"""What the source keeps for itself; ``…_Id`` and ``@odata…`` are of the same sort."""
_NO_DAY_WORDS = Text("Dit is geen bestaande dag.", "This is no existing day.")


class OpenRow:
    """A row and where it stands. Names are found whatever their capitals are."""

    def __init__(self, values: Mapping[str, Any], place: Place, account: Account) -> None:
        self.place = place
        self._values = {name.lower(): value for name, value in values.items()}
        self._names = {name.lower(): name for name in values}
        self._account = account
        self._asked: set[str] = set()
        self._failed: set[str] = set()

    def has(self, *names: str) -> bool:
        """Tell whether the row has one of these names, with or without a value."""
        return any(name.lower() in self._values for name in names)

    def text(self, *names: str) -> str:
        """Give the first of these values that holds something, as text on one line; "" where none does."""
        return " ".join(self.long_text(*names).split())

    def long_text(self, *names: str) -> str:
        """Give the first of these values that holds something, with its line ends."""
        for name in names:
            self._asked.add(name.lower())
        return next((words for name in names if (words := _words(self._values.get(name.lower())))), "")

    def day(self, *names: str) -> date | None:
        """Give a day as it was in the Netherlands; the day that stands for nothing gives None."""
        for name in names:
            text = self.text(name)
            if not text or text.startswith(_NO_DAY):
                continue
            day = dutch_day(text)
            if day is not None:
                return day
            self._failed.add(name.lower())
            spot = Place(self.place.sheet, f"{self.place.spot}.{self._names[name.lower()]}")
            self._account.not_understood.append(NotUnderstood(spot, text, _NO_DAY_WORDS))
        return None

    def is_true(self, name: str) -> bool:
        """Tell whether a value is true."""
        self._asked.add(name.lower())
        return self._values.get(name.lower()) is True or _words(self._values.get(name.lower())).lower() == "true"

    def below(self, *names: str) -> list[OpenRow]:
        """Give the rows that hang below under one of these names: a list of them, or one alone."""
        for name in names:
            self._asked.add(name.lower())
            held = self._values.get(name.lower())
            several = held if isinstance(held, list) else [held]
            rows = [one for one in several if isinstance(one, Mapping)]
            if rows:
                path = f"{self.place.spot}.{self._names[name.lower()]}"
                return [
                    OpenRow(one, Place(self.place.sheet, f"{path}[{number}]"), self._account)
                    for number, one in enumerate(rows)
                ]
        return []

    def names_with(self, word: str) -> list[str]:
        """Give the names in which a word stands, in the order of the row."""
        return [self._names[name] for name in self._values if word in name]

    def settle(self) -> list[str]:
        """Count every value of the row itself, and give what nobody asked for as lines of a remark.

        What hangs below and was asked for counts itself, by its own ``settle``.
        """
        remarks = []
        for name, value in self._values.items():
            below = isinstance(value, (list, Mapping))
            leaves = [] if below and name in self._asked else list(_leaves(self._names[name], value))
            self._account.read += len(leaves)
            if name in self._failed:
                continue  # its line stands in what was not understood
            if name in self._asked:
                self._account.taken += len(leaves)
                continue
            for path, leaf in leaves:
                if is_bookkeeping(path):
                    self._account.structure += 1
                else:
                    self._account.kept += 1
                    remarks.append(f"{path}: {leaf}")
        return remarks

    def leave(self, why: Text) -> None:
        """Count a row that is not taken over: as one thing that was not understood, the rest of it as structure."""
        leaves = [leaf for name, value in self._values.items() for leaf in _leaves(self._names[name], value)]
        shown = self.text("Nummer") or self.text("Onderwerp", "Titel") or (leaves[0][1] if leaves else "")
        self._account.read += max(len(leaves), 1)
        self._account.structure += max(len(leaves) - 1, 0)
        self._account.not_understood.append(NotUnderstood(self.place, shown, why))


def is_bookkeeping(path: str) -> bool:
    """Tell whether a value is what the source keeps for itself."""
    name = path.rpartition(".")[2].lower()
    return name in _BOOKKEEPING or name.endswith("_id") or "@odata" in name


def _leaves(path: str, value: Any) -> Iterator[tuple[str, str]]:
    if isinstance(value, Mapping):
        for name, below in value.items():
            yield from _leaves(f"{path}.{name}", below)
    elif isinstance(value, list):
        for number, below in enumerate(value):
            yield from _leaves(f"{path}[{number}]", below)
    elif words := _words(value):
        yield path, words


def _words(value: Any) -> str:
    if value is None or isinstance(value, (list, Mapping)):
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value).strip()


def dutch_day(text: str) -> date | None:
    """Give the day of a moment as it was in the Netherlands; None where it is none.

    A moment at midnight UTC stands for the day itself: so the Chamber writes days without a time.
    """
    try:
        if len(text) == len("2026-05-20"):
            return date.fromisoformat(text)
        moment = datetime.fromisoformat(text)
    except ValueError:
        return None
    if moment.tzinfo is None or (moment.utcoffset() == timedelta(0) and (moment.hour, moment.minute) == (0, 0)):
        return moment.date()
    return moment.astimezone(timezone(timedelta(hours=2 if _is_summer(moment) else 1))).date()


def _is_summer(moment: datetime) -> bool:
    """Tell whether it was summer time: from the last Sunday of March to that of October, at 01:00 UTC."""
    utc = moment.astimezone(timezone.utc)  # noqa: UP017 - one name for both offsets here
    starts, ends = (
        datetime(utc.year, month, 31, 1, tzinfo=timezone.utc)  # noqa: UP017
        - timedelta(days=(date(utc.year, month, 31).weekday() + 1) % 7)
        for month in (3, 10)
    )
    return starts <= utc < ends
