"""The timeline: each deadline of a list as a shape between days, in groups, with recesses and letters beside."""

from __future__ import annotations

from bisect import bisect_right
from collections import OrderedDict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import Enum, StrEnum
from typing import NamedTuple

from tracker.basics.folding import fold
from tracker.basics.language import Language, Text
from tracker.records.filter import last_soon_day
from tracker.records.letter import letter_name, letter_reference
from tracker.records.recess import Recess
from tracker.records.registry import KINDS
from tracker.services.recess_calendar import calendar_of
from tracker.store.record_store import Store
from tracker.store.timeline_rows import NO_DAY, SETTLED, TARGET, WAITS, Windows, Words, read_windows, read_words

UNTIL_LOOKS_BACK_DAYS = 56
"""How far back *not later than* is drawn where nobody knows since when it runs."""
_WORDS_IN_A_PAGE, _PAGES_KEPT = 64, 48
_NOBODY = Text("Zonder trekker", "Without lead")
_NO_MINISTER = Text("Zonder bewindspersoon", "Without minister")
_ALL = Text("Alle termijnen", "All deadlines")


class Grouping(StrEnum):
    """What deadlines stand together by."""

    LINE = "line"
    KIND = "kind"
    MINISTER = "minister"
    LEAD = "lead"
    NONE = "none"

    @property
    def words(self) -> Text:
        """Give how the choice is called."""
        return _GROUPING_WORDS[self]


_GROUPING_WORDS = {
    Grouping.LINE: Text("Groepeer op actielijn", "Group by line of action"),
    Grouping.KIND: Text("Groepeer op soort", "Group by kind"),
    Grouping.MINISTER: Text("Groepeer op bewindspersoon", "Group by minister"),
    Grouping.LEAD: Text("Groepeer op trekker", "Group by lead"),
    Grouping.NONE: Text("Niet groeperen", "Do not group"),
}


class Shape(Enum):
    """How a deadline is drawn: a window, one day, *not later than*, *from then on*, waiting, or nothing to draw."""

    SPAN = "span"
    DAY = "day"
    UNTIL = "until"
    FROM = "from"
    WAITS = "waits"
    NONE = "none"


class Mark(NamedTuple):
    """One deadline as it is drawn. Days are ordinals, both included.

    ``tone`` is late, soon, on-time, target, settled, wait or none.
    """

    shape: Shape
    tone: str
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Group:
    """Deadlines that stand together: ``first`` is the place of the first of them, ``count`` how many they are."""

    label: Text
    first: int
    count: int


@dataclass(frozen=True, slots=True)
class LetterDay:
    """A letter on its day: ``name`` is short, ``words`` say all."""

    day: date
    name: str
    words: Text


@dataclass(slots=True)
class Timeline:
    """Deadlines by their place, from 0. Days lie in arrays; words are fetched where they are seen."""

    today: date
    groups: tuple[Group, ...] = ()
    windows: Windows = field(default_factory=Windows)
    letters: tuple[LetterDay, ...] = ()
    recesses: tuple[Recess, ...] = ()
    record_count: int = 0
    """How many records have a deadline here."""
    listed_count: int = 0
    """How many records the list holds."""
    fetch: Callable[[Sequence[int]], dict[int, Words]] = lambda _ids: {}
    _pages: OrderedDict[int, list[Words | None]] = field(default_factory=OrderedDict, init=False)
    first_day: int = field(default=0, init=False)
    last_day: int = field(default=0, init=False)
    """The first and the last day of anything that is drawn, today among them, as ordinals."""
    _soon: int = field(default=0, init=False)

    def __post_init__(self) -> None:
        here = self.today.toordinal()
        windows = self.windows
        sides = (windows.starts, windows.ends, windows.promised_starts, windows.promised_ends)
        days = [day for some in sides for day in some if day != NO_DAY]
        self.first_day, self.last_day = min(days, default=here), max(days, default=here)
        self.first_day, self.last_day = min(self.first_day, here), max(self.last_day, here)
        self._soon = last_soon_day(self.today).toordinal()

    def __len__(self) -> int:
        return len(self.windows.deadlines)

    def record_id(self, place: int) -> int:
        """Give the record of a deadline."""
        return self.windows.records[place]

    def place_of(self, record_id: int) -> int | None:
        """Give the first deadline of a record, or None where it has none here."""
        try:
            return self.windows.records.index(record_id)
        except ValueError:
            return None

    def group_of(self, place: int) -> int:
        """Give which group a deadline stands in."""
        return bisect_right(self.groups, place, key=lambda group: group.first) - 1

    def mark(self, place: int) -> Mark:
        """Give how a deadline is drawn."""
        windows = self.windows
        first, last, marks = windows.starts[place], windows.ends[place], windows.marks[place]
        tone = self._tone(last, marks)
        if last == NO_DAY:
            if first != NO_DAY:
                return Mark(Shape.FROM, tone, first, first)
            is_waiting = marks & WAITS and not marks & SETTLED
            return Mark(Shape.WAITS if is_waiting else Shape.NONE, tone, NO_DAY, NO_DAY)
        if first == NO_DAY:
            said = windows.said[place]
            begin = said if NO_DAY < said < last else max(1, last - UNTIL_LOOKS_BACK_DAYS)
            return Mark(Shape.UNTIL, tone, begin, last)
        if first >= last:
            return Mark(Shape.DAY, tone, last, last)
        return Mark(Shape.SPAN, tone, first, last)

    def promised(self, place: int) -> tuple[int, int] | None:
        """Give the first and the last day that were promised before it was postponed; None where there are none."""
        first, last = self.windows.promised_starts[place], self.windows.promised_ends[place]
        if last == NO_DAY:
            return None
        return (first or max(1, last - UNTIL_LOOKS_BACK_DAYS), last)

    def words(self, place: int) -> Words | None:
        """Give the words of a deadline; None where it is gone since."""
        page, row = divmod(place, _WORDS_IN_A_PAGE)
        found = self._pages.get(page)
        if found is None:
            ids = self.windows.deadlines[page * _WORDS_IN_A_PAGE : (page + 1) * _WORDS_IN_A_PAGE]
            by_id = self.fetch(ids)
            found = self._pages[page] = [by_id.get(one) for one in ids]
            if len(self._pages) > _PAGES_KEPT:
                self._pages.popitem(last=False)
        return found[row]

    def _tone(self, last: int, marks: int) -> str:
        if marks & SETTLED:
            return "settled"
        if last == NO_DAY:
            return "wait" if marks & WAITS else "none"
        if marks & TARGET:
            return "target"
        if last < self.today.toordinal():
            return "late"
        return "soon" if last <= self._soon else "on-time"


def read_timeline(
    store: Store, ids: Sequence[int], today: date, grouping: Grouping = Grouping.LINE, *, with_settled: bool = False
) -> Timeline:
    """Read the deadlines of these records. May run in any thread. Without ``with_settled`` only what is open."""
    found = read_windows(store, ids, grouping, with_settled=with_settled)
    windows, groups = Windows(), []
    for label, key in _in_order(store, grouping, found):
        of = found[key]
        groups.append(Group(label, len(windows.deadlines), len(of.deadlines)))
        windows.extend(of)
    return Timeline(
        today,
        tuple(groups),
        windows,
        tuple(_letters(store)),
        calendar_of(store).recesses,
        record_count=len(set(windows.records)),
        listed_count=len(ids),
        fetch=lambda wanted: read_words(store, wanted),
    )


def _in_order(store: Store, grouping: Grouping, found: Iterable[str | int]) -> list[tuple[Text, str | int]]:
    """Give the groups with their labels, in the order in which they are shown; what has none comes last."""
    if grouping in {Grouping.LINE, Grouping.KIND}:
        labels: dict[str | int, Text] = dict(_line_labels()) if grouping is Grouping.LINE else {}
        labels |= {kind.code: kind.many for kind in KINDS}
        labels |= {key: Text.same(str(key).removeprefix("line ")) for key in found if key not in labels}
        return [(label, key) for key, label in labels.items() if key in found]
    if grouping is Grouping.NONE:
        return [(_ALL, key) for key in found]
    names = store.names()
    without = _NOBODY if grouping is Grouping.LEAD else _NO_MINISTER
    named = [(str(key) if isinstance(key, str) else names("organisation", key), key) for key in found if key]
    labelled = [
        (Text.same(name[:1].upper() + name[1:]), key) for name, key in sorted(named, key=lambda one: fold(one[0]))
    ]
    return labelled + [(without, key) for key in found if not key]


def _line_labels() -> Iterable[tuple[str, Text]]:
    from tracker.records.action import LINES_OF_ACTION  # heavy: SQLModel, not before the first paint

    for code, words in LINES_OF_ACTION.words:
        number = code.isdigit()
        yield (
            f"line {code}",
            Text(f"Actielijn {words.nl}" if number else words.nl, f"Line of action {words.en}" if number else words.en),
        )


def _letters(store: Store) -> Iterable[LetterDay]:
    for letter in store.rows("letter"):
        if letter["day"] is not None:
            name = f"{letter_reference(letter['number'])} {letter['title']}"
            words = Text(letter_name(letter.values), letter_name(letter.values, Language.ENGLISH))
            yield LetterDay(letter["day"], name, words)
