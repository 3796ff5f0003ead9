"""The figures of the start page, for any day, each with the list that stands behind it."""

from __future__ import annotations

from array import array
from calendar import monthrange
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta

from tracker.basics.formats import day_words
from tracker.basics.language import Language, Text
from tracker.records.ageing import AGE_WORDS, age_edges
from tracker.records.condition import Condition, Operation
from tracker.records.filter import DUE_SOON_DAYS, Filter, last_soon_day
from tracker.records.held_over import Lapse
from tracker.records.list_field import CHANGED_SINCE, DEADLINE_END, IS_OVERDUE, IS_WAITING, SETTLED_DAY, WAITING_FOR
from tracker.records.recess import Recess
from tracker.records.registry import KINDS
from tracker.records.snapshot import Summary
from tracker.records.status import ACTIVE_PHASES
from tracker.services.held_over import lapses
from tracker.services.recess_calendar import calendar_of
from tracker.store.figures import Counted, Group, Slice, count_figures, ids_behind
from tracker.store.record_store import Store

MONTHS_AHEAD = 6
WEEKS_AHEAD = 4
MINISTERS_SHOWN = 7
LATEST_SHOWN = 26
LATE_SHOWN = 8
STAND_WORDS = (
    Text("afgedaan", "settled"),
    Text("op tijd of zonder dag", "on time or no day"),
    Text("over tijd", "overdue"),
)
_ACTIVE = tuple(str(phase) for phase in ACTIVE_PHASES)
_OVERDUE = Text("Over tijd", "Overdue")
_NO_MINISTER = Text("Zonder bewindspersoon", "Without minister")
_HELD_OVER = Text("Aangehouden moties", "Motions held over")
_LAPSE_WORDS = {
    "late": Text("Aangehouden en voorbij", "Held over, time is over"),
    "soon": Text("Vervalt binnen 30 dagen", "Lapses within 30 days"),
    "on-time": Text("Vervalt later", "Lapses later"),
}
_NO_LINE = Text("Zonder actielijn", "Without line of action")


@dataclass(frozen=True, slots=True)
class Figure:
    """A number, and the list behind it: ``title`` names that list, ``slice`` says which records."""

    count: int
    title: Text
    slice: Slice


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar of a chart: its label, its parts in a fixed order, and all of them together."""

    label: Text
    parts: tuple[Figure, ...]
    total: Figure


@dataclass(frozen=True, slots=True)
class Period:
    """A week or month to come, from today on: both days included."""

    first_day: date
    last_day: date
    figure: Figure


@dataclass(frozen=True, slots=True)
class Wait:
    """An event that records wait for. ``since`` is when the oldest of them was said; None: not known."""

    event: str
    since: date | None
    figure: Figure


@dataclass(frozen=True, slots=True)
class HeldOver:
    """Motions that were held over and lapse about as soon. ``tone`` is late (past), soon or on-time (later).

    ``first_day`` is the first of the days after which they lapse; ``is_tentative``: some rest on a guessed recess.
    """

    tone: str
    words: Text
    first_day: date
    is_tentative: bool
    figure: Figure


@dataclass(frozen=True, slots=True)
class Late:
    """A record that is overdue, and who would know: its owner, or else the organisation in the lead."""

    summary: Summary
    who: str


@dataclass(frozen=True, slots=True)
class Overview:
    """All figures of one day. ``since`` is the moment from which changes are counted, ``is_first_visit`` why."""

    today: date
    since: datetime
    is_first_visit: bool
    active: Figure
    overdue: Figure
    newly_overdue: Figure
    due_soon: Figure
    first_due: date | None
    waiting: Figure
    no_deadline: Figure
    no_owner: Figure
    settled: Figure
    all_settled: Figure
    settled_without_day: int
    last_settled: date | None
    changed: Figure
    deleted_since: int
    latest_changed: tuple[Summary, ...]
    ages: tuple[Bar, ...]
    longest_late: tuple[Late, ...]
    action_lines: tuple[Bar, ...]
    ministers: tuple[Bar, ...]
    weeks: tuple[Period, ...]
    months: tuple[Period, ...]
    recesses: tuple[Recess, ...]
    waits: tuple[Wait, ...]
    all_held_over: Figure
    held_over: tuple[HeldOver, ...]


@dataclass(frozen=True, slots=True)
class Listed:
    """What stands behind a figure: a filter that the list understands, or else the records themselves."""

    title: Text
    filter: Filter | None = None
    ids: array[int] | None = None


def make_overview(store: Store, today: date, since: datetime, *, is_first_visit: bool = False) -> Overview:
    """Count everything for a day, from few statements. ``since`` is in UTC. May run in any thread."""
    months = list(_months(today))
    counted = count_figures(store, today, months[-1][1], since, LATEST_SHOWN)
    overdue = [(day, kind, count) for day, kind, count in counted.due if day < today]
    coming = [(day, count) for day, _kind, count in counted.due if day >= today]
    soon = last_soon_day(today)
    held = lapses(store)
    return Overview(
        today=today,
        since=since,
        is_first_visit=is_first_visit,
        active=Figure(
            sum(one.open for one in counted.ministers.values()),
            Text("Wat open is", "What is open"),
            Slice(phases=_ACTIVE),
        ),
        overdue=_overdue_figure(sum(count for *_, count in overdue), _OVERDUE, today),
        newly_overdue=_newly_overdue(overdue, today),
        due_soon=Figure(
            sum(count for day, count in coming if day <= soon),
            Text("Binnen 30 dagen", "Within 30 days"),
            Slice(phases=_ACTIVE, due_from=today, due_until=soon),
        ),
        first_due=min((day for day, _ in coming), default=None),
        waiting=_waiting(counted),
        no_deadline=Figure(
            counted.no_deadline, Text("Zonder termijn", "Without deadline"), Slice(phases=_ACTIVE, has_no_deadline=True)
        ),
        no_owner=Figure(
            counted.no_owner, Text("Zonder dossierhouder", "Without owner"), Slice(phases=_ACTIVE, has_no_owner=True)
        ),
        settled=Figure(
            counted.settled,
            Text(f"Afgedaan in {today.year}", f"Settled in {today.year}"),
            Slice(phases=("done",), settled_in=today.year),
        ),
        all_settled=Figure(
            sum(one.done for one in counted.ministers.values()), Text("Afgedaan", "Settled"), Slice(phases=("done",))
        ),
        settled_without_day=counted.settled_without_day,
        last_settled=counted.last_settled,
        changed=Figure(
            counted.changed - counted.deleted,
            Text("Gewijzigd sinds uw vorige keer", "Changed since you were last here"),
            Slice(changed_after=counted.last_step, changed_since=since),
        ),
        deleted_since=counted.deleted,
        latest_changed=tuple(store.summaries(counted.latest_changed)),
        ages=tuple(_age_bars(overdue, today)),
        longest_late=tuple(_longest_late(store, today)) if overdue else (),
        action_lines=tuple(_line_bars(counted.action_lines, today)),
        ministers=tuple(_minister_bars(counted.ministers, today)),
        weeks=tuple(_periods(coming, _weeks(today, months[-1][1]), _week_title)),
        months=tuple(_periods(coming, months, _month_title)),
        recesses=tuple(_recesses(store, today, months[-1][1])),
        waits=tuple(_waits(counted)),
        all_held_over=_held_figure(held, _HELD_OVER),
        held_over=tuple(_held_over(held, today)),
    )


def list_behind(store: Store, figure: Figure, today: date) -> Listed:
    """Give the list behind a figure: as a filter where a filter can say it, else as ids read now.

    This is the one place that knows how much of a ``Slice`` a ``Filter`` can say.
    """
    filters = {
        Slice(): Filter(),
        Slice(phases=_ACTIVE, has_no_deadline=True): Filter(view="no-deadline"),
        Slice(phases=_ACTIVE, has_no_owner=True): Filter(view="no-owner"),
        Slice(phases=("done",)): Filter(view="settled"),
        Slice(phases=_ACTIVE, due_until=_yesterday(today)): Filter(view="overdue"),
        Slice(phases=_ACTIVE, due_from=today, due_until=last_soon_day(today)): Filter(view="due-30"),
    }
    found = filters.get(figure.slice) or _filter_of(figure.slice)
    return Listed(figure.title, filter=found, ids=None if found is not None else ids_behind(store, figure.slice))


def _filter_of(wanted: Slice) -> Filter | None:
    """Give a slice as conditions on fields; None where they cannot say it."""
    if (
        wanted.ids is not None
        or wanted.has_no_owner
        or wanted.has_no_deadline
        or (wanted.changed_after is not None and wanted.changed_since is None)
    ):
        return None
    conditions = list(_derived_conditions(wanted))
    if wanted.phases:
        conditions.append(Condition("phase", Operation.ONE_OF, wanted.phases))
    if wanted.due_from is not None and wanted.due_until is not None:
        conditions.append(Condition(DEADLINE_END, Operation.BETWEEN, (wanted.due_from, wanted.due_until)))
    elif wanted.due_until is not None and wanted.due_until < date.max:
        conditions.append(Condition(DEADLINE_END, Operation.BEFORE, (wanted.due_until + timedelta(days=1),)))
    elif wanted.due_from is not None and wanted.due_from > date.min:
        conditions.append(Condition(DEADLINE_END, Operation.AFTER, (wanted.due_from - timedelta(days=1),)))
    if wanted.ministers:
        operation = Operation.NONE_OF if wanted.other_than else Operation.ONE_OF
        conditions.append(Condition("minister", operation, wanted.ministers))
    if wanted.action_lines:
        conditions.append(Condition("action_line", Operation.ONE_OF, wanted.action_lines))
    return Filter(kind=wanted.kind, conditions=tuple(conditions))


def _derived_conditions(wanted: Slice) -> Iterator[Condition]:
    """Give what is told from deadlines and log."""
    if wanted.settled_in is not None:
        year = wanted.settled_in
        yield Condition(SETTLED_DAY, Operation.BETWEEN, (date(year, 1, 1), date(year, 12, 31)))
    if wanted.changed_since is not None:
        moment = wanted.changed_since.astimezone(UTC).isoformat(timespec="milliseconds")
        yield Condition(CHANGED_SINCE, Operation.SINCE, (moment,))
    if wanted.waits_for is not None:
        yield Condition(WAITING_FOR, Operation.ONE_OF, (wanted.waits_for,))
    elif wanted.is_waiting:
        yield Condition(IS_WAITING, Operation.YES)
    if wanted.not_overdue_on is not None:
        yield Condition(IS_OVERDUE, Operation.NO)


# --- what is late -----------------------------------------------------------------------------------------------------


def _overdue_figure(count: int, title: Text, today: date, kind: str | None = None) -> Figure:
    return Figure(count, title, Slice(kind=kind, phases=_ACTIVE, due_until=_yesterday(today)))


def _longest_late(store: Store, today: date) -> Iterator[Late]:
    ids = store.order(Filter(view="overdue"), today)[:LATE_SHOWN]
    names = store.names()
    for one in store.summaries(list(ids)):
        lead = names("organisation", one.lead) if one.lead is not None else ""
        yield Late(one, names("person", one.owner) if one.owner is not None else lead)


def _newly_overdue(overdue: Iterable[tuple[date, str, int]], today: date) -> Figure:
    first = _days_before(today, DUE_SOON_DAYS)
    return Figure(
        sum(count for day, _, count in overdue if day >= first),
        Text("Over tijd sinds de laatste 30 dagen", "Overdue since the last 30 days"),
        Slice(phases=_ACTIVE, due_from=first, due_until=_yesterday(today)),
    )


def _age_bars(overdue: list[tuple[date, str, int]], today: date) -> Iterator[Bar]:
    """Give a bar for each kind that has something overdue, the longest first. Its parts are the ages."""
    windows = _age_windows(today)
    bars = []
    for kind in KINDS:
        of_kind = [(day, count) for day, code, count in overdue if code == kind.code]
        if not of_kind:
            continue
        parts = []
        for words, (first, last) in zip(AGE_WORDS, windows, strict=True):
            count = sum(count for day, count in of_kind if (first is None or day >= first) and day <= last)
            age = words.nl.lower(), words.en.lower()
            title = Text(f"{kind.many.nl}, {age[0]} over tijd", f"{kind.many.en}, {age[1]} overdue")
            parts.append(Figure(count, title, Slice(kind.code, _ACTIVE, due_from=first, due_until=last)))
        title = Text(f"{kind.many.nl} over tijd", f"{kind.many.en} overdue")
        total = _overdue_figure(sum(count for _, count in of_kind), title, today, kind.code)
        bars.append(Bar(kind.many, tuple(parts), total))
    yield from sorted(bars, key=lambda bar: -bar.total.count)


def _age_windows(today: date) -> list[tuple[date | None, date]]:
    """Give the last days that make each age, both included: late from the day after, so up to yesterday."""
    starts = age_edges(today)
    lasts = [_yesterday(today), *(_yesterday(start) for start in starts)]
    return list(zip([*starts, None], lasts, strict=True))


# --- who answers for it -----------------------------------------------------------------------------------------------


def _line_bars(groups: Mapping[str | None, Group], today: date) -> Iterator[Bar]:
    from tracker.records.action import LINES_OF_ACTION  # heavy: SQLModel, not before the first paint

    labels: dict[str | None, Text] = {code: words for code, words in LINES_OF_ACTION.words if code in groups}
    labels |= {code: Text.same(code) for code in groups if code and code not in labels}
    if labels and None in groups:  # without any line of action the chart has nothing to tell
        labels[None] = _NO_LINE
    for code, label in labels.items():
        yield _stand_bar(label, groups[code], Slice(kind="action", action_lines=(code,)), today)


def _minister_bars(groups: Mapping[str | None, Group], today: date) -> Iterator[Bar]:
    """Give a bar for each minister, who has most that is open first; those after the seventh stand together."""
    merged: dict[str | None, Group] = {}
    for name, group in groups.items():
        merged[name or None] = _together([group, merged.get(name or None, Group())])
    named = sorted((name for name in merged if name), key=lambda name: (-merged[name].open, -merged[name].done, name))
    shown = named if len(named) <= MINISTERS_SHOWN + 1 else named[:MINISTERS_SHOWN]
    for name in shown:
        yield _stand_bar(_minister_label(name), merged[name], Slice(ministers=(name,)), today)
    others = named[len(shown) :]
    if others:
        label = Text(f"{len(others)} andere bewindspersonen", f"{len(others)} other ministers")
        rest = Slice(ministers=(*shown, None), other_than=True)
        yield _stand_bar(label, _together([merged[name] for name in others]), rest, today)
    if shown and None in merged:
        yield _stand_bar(_NO_MINISTER, merged[None], Slice(ministers=(None,)), today)


def _minister_label(name: str) -> Text:
    return Text.same(name[:1].upper() + name[1:])


def _together(groups: Iterable[Group]) -> Group:
    some = list(groups)
    return Group(sum(one.open for one in some), sum(one.overdue for one in some), sum(one.done for one in some))


def _stand_bar(label: Text, group: Group, of: Slice, today: date) -> Bar:
    """Give a bar of what is settled, what is open but not overdue, and what is overdue."""
    slices = (
        replace(of, phases=("done",)),
        replace(of, phases=_ACTIVE, not_overdue_on=today),
        replace(of, phases=_ACTIVE, due_until=_yesterday(today)),
    )
    counts = (group.done, group.open - group.overdue, group.overdue)
    parts = tuple(
        Figure(count, Text(f"{label.nl}, {words.nl}", f"{label.en}, {words.en}"), part)
        for count, words, part in zip(counts, STAND_WORDS, slices, strict=True)
    )
    whole = replace(of, phases=(*_ACTIVE, "done"))
    return Bar(label, parts, Figure(group.open + group.done, label, whole))


# --- what is coming ---------------------------------------------------------------------------------------------------


def _periods(
    coming: list[tuple[date, int]], spans: Iterable[tuple[date, date]], title: Callable[[date, date], Text]
) -> Iterator[Period]:
    for first, last in spans:
        count = sum(count for day, count in coming if first <= day <= last)
        yield Period(
            first, last, Figure(count, title(first, last), Slice(phases=_ACTIVE, due_from=first, due_until=last))
        )


def _weeks(today: date, last: date) -> Iterator[tuple[date, date]]:
    """Give the weeks from today on, Monday to Sunday; the first begins today, the last ends with the last month."""
    first = today
    while True:
        to_sunday = min(6 - first.weekday(), (last - first).days)
        end = first + timedelta(days=to_sunday)
        yield first, end
        if end == last:
            return
        first = end + timedelta(days=1)


def _months(today: date) -> Iterator[tuple[date, date]]:
    first = today
    for _ in range(MONTHS_AHEAD):
        last = date(first.year, first.month, monthrange(first.year, first.month)[1])
        yield first, last
        if last == date.max:
            return
        first = last + timedelta(days=1)


def _week_title(first: date, last: date) -> Text:
    week = first.isocalendar().week
    days = _days_words(first, last)
    return Text(f"Termijnen in week {week} ({days.nl})", f"Deadlines in week {week} ({days.en})")


def _month_title(first: date, last: date) -> Text:
    days = _days_words(first, last)
    return Text(f"Termijnen van {days.nl}", f"Deadlines from {days.en}")


def _days_words(first: date, last: date) -> Text:
    english = Language.ENGLISH
    return Text(
        f"{day_words(first)} tot en met {day_words(last)}", f"{day_words(first, english)} to {day_words(last, english)}"
    )


def _recesses(store: Store, today: date, last: date) -> Iterator[Recess]:
    return (one for one in calendar_of(store).recesses if one.last_day >= today and one.first_day <= last)


# --- what waits -------------------------------------------------------------------------------------------------------


def _waiting(counted: Counted) -> Figure:
    ids = {record_id for some in counted.waits.values() for record_id, _ in some}
    return Figure(
        len(ids), Text("Wacht op een gebeurtenis", "Waits for an event"), Slice(phases=_ACTIVE, is_waiting=True)
    )


def _waits(counted: Counted) -> Iterator[Wait]:
    """Give the events that are waited for: since when is known and longest ago first."""
    waits = []
    for event, some in counted.waits.items():
        title = Text(f"Wacht op: {event}", f"Waits for: {event}")
        figure = Figure(len({record_id for record_id, _ in some}), title, Slice(phases=_ACTIVE, waits_for=event))
        waits.append(Wait(event, min((day for _, day in some if day is not None), default=None), figure))
    yield from sorted(waits, key=lambda wait: (wait.since or date.max, -wait.figure.count, wait.event))


# --- what was held over -----------------------------------------------------------------------------------------------


def _held_over(held: Mapping[int, Lapse], today: date) -> Iterator[HeldOver]:
    """Give what lapsed, lapses soon and lapses later; only where there is any."""
    for tone, words in _LAPSE_WORDS.items():
        some = {record_id: lapse for record_id, lapse in held.items() if lapse.tone(today) == tone}
        if some:
            first = min(lapse.last_day for lapse in some.values())
            guessed = any(lapse.tentative for lapse in some.values())
            yield HeldOver(tone, words, first, guessed, _held_figure(some, words))


def _held_figure(held: Iterable[int], title: Text) -> Figure:
    ids = tuple(held)
    return Figure(len(ids), title, Slice(ids=ids))


# --- days -------------------------------------------------------------------------------------------------------------


def _yesterday(today: date) -> date:
    return _days_before(today, 1)


def _days_before(day: date, days: int) -> date:
    return date.fromordinal(max(1, day.toordinal() - days))
