"""A deadline found among the words of a text, before the findings are joined; and the sentences that say why."""

from dataclasses import dataclass
from datetime import date
from typing import Final

from tracker.basics.language import Text
from tracker.records.deadline_language.values import Length
from tracker.records.recess import Recess

_MONTHS: Final = (
    Text("januari", "January"), Text("februari", "February"), Text("maart", "March"), Text("april", "April"),
    Text("mei", "May"), Text("juni", "June"), Text("juli", "July"), Text("augustus", "August"),
    Text("september", "September"), Text("oktober", "October"), Text("november", "November"),
    Text("december", "December"),
)  # fmt: skip
# The words of `tracker.records.deadline.PRECISIONS`, which this pure module cannot import; a test compares them.
KINDS: Final = {
    "day": "dag",
    "week": "week",
    "part of month": "deel van maand",
    "month": "maand",
    "part of quarter": "deel van kwartaal",
    "quarter": "kwartaal",
    "half-year": "half jaar",
    "part of year": "deel van jaar",
    "year": "jaar",
    "season": "seizoen",
    "recess": "reces",
    "open": "vanaf",
    "recurring": "terugkerend",
    "ongoing": "doorlopend",
    "event": "gebeurtenis",
    "unspecified": "zonder dag",
}


@dataclass(slots=True)
class Found:
    """What the words from `first` up to `next` say. `event` is where the event's own words are."""

    first: int
    next: int
    precision: str
    reason: Text
    start: date | None = None
    end: date | None = None
    tentative: bool = False
    event: tuple[int, int] | None = None
    offset: Length | None = None
    period: str | None = None

    @property
    def is_dated(self) -> bool:
        """Whether it names a time once, and not only an event or something without a day."""
        return self.precision not in {"event", "unspecified", "ongoing", "recurring"}


def spoken(day: date | None) -> Text:
    """A day as it is said: 2 juli 2026."""
    if day is None:
        return Text("", "")
    month = _MONTHS[day.month - 1]
    return Text(f"{day.day} {month.nl} {day.year}", f"{day.day} {month.en} {day.year}")


def kind_words(precision: str) -> Text:
    """A code of precision in words."""
    return Text(KINDS[precision], precision)


def both(nl: str, en: str, *values: Text) -> Text:
    """One sentence in both languages, with `{}` for each value."""
    return Text(nl.format(*(value.nl for value in values)), en.format(*(value.en for value in values)))


def recess_words(recess: Recess) -> Text:
    """A recess with its year, as in "het zomerreces van 2027"."""
    name, year = recess.text, recess.first_day.year
    return Text(f"het {name.nl} van {year}", f"the {name.en} of {year}")


def status_words(*recesses: Recess) -> Text:
    """Whether the days of the recesses are published or extrapolated."""
    if any(recess.is_pattern for recess in recesses):
        return Text("patroon", "pattern")
    return Text("gepubliceerd", "published")
