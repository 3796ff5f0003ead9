"""When a deadline counts, which one a list shows, what waits, and what is overdue. Pure; *today* is always given."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import TYPE_CHECKING, TypeVar

from tracker.basics.formats import day_text
from tracker.basics.language import Text

if TYPE_CHECKING:
    from tracker.records.value_type import Row

INTERNAL_SORT = "intern streven"
"""A target the ministry sets itself: never shown outside, never a reason to call a record overdue."""
CHAMBER_SORT = "register Kamer"
"""The term that a Chamber keeps in its own register: shown beside what was promised, and judged by only without it."""
_One = TypeVar("_One")


def is_open(deadline: Row) -> bool:
    """Tell whether this deadline still counts for lists and reports: not met, and no internal target."""
    return deadline.get("met_on") is None and deadline.get("sort") != INTERNAL_SORT


def is_waiting(deadline: Row) -> bool:
    """Tell whether an open deadline waits for an event that has no day yet."""
    return is_open(deadline) and bool(deadline.get("waits_for")) and deadline.get("event_day") is None


def judged(deadlines: Iterable[_One], row_of: Callable[[_One], Row]) -> list[_One]:
    """Give the open deadlines by which a record is judged: what was promised or is law.

    A Chamber's own term counts only where nothing was ever promised.
    """
    counted = [one for one in deadlines if row_of(one).get("sort") != INTERNAL_SORT]
    own = [one for one in counted if row_of(one).get("sort") != CHAMBER_SORT]
    return [one for one in own or counted if row_of(one).get("met_on") is None]


def next_of(deadlines: Iterable[Row]) -> Row | None:
    """Give the deadline that a list shows: the judged one that ends first, else the first one without a last day."""
    waiting = judged(deadlines, lambda deadline: deadline)
    dated = [deadline for deadline in waiting if deadline.get("end") is not None]
    if dated:
        return min(dated, key=lambda deadline: deadline["end"])
    return waiting[0] if waiting else None


def is_overdue(phase: str, end: date | None, today: date) -> bool:
    """Tell whether a record is overdue: active, and its next deadline ended before today (that day is in time)."""
    return phase in {"open", "underway"} and end is not None and end < today


def faults_of(deadline: Mapping[str, object]) -> dict[str, Text]:
    """Give what is wrong with a deadline as a whole, by field: a window turned round, or nothing said at all."""
    start, end = deadline.get("start"), deadline.get("end")
    if isinstance(start, date) and isinstance(end, date) and start > end:
        first, last = day_text(start), day_text(end)
        return {
            "end": Text(
                f"De laatste dag ({last.nl}) ligt voor de eerste ({first.nl}). Draai ze om.",
                f"The last day ({last.en}) lies before the first ({first.en}). Turn them round.",
            )
        }
    if not any(deadline.get(name) for name in ("wording", "what", "start", "end", "waits_for")):
        return {
            "wording": Text(
                "Deze termijn zegt niets. Schrijf de woorden, een dag, of waarop wordt gewacht.",
                "This deadline says nothing. Write its words, a day, or what it waits for.",
            )
        }
    return {}
