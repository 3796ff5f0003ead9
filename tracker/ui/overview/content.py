"""What the start page shows of an overview: six large figures, and panels with a chart each."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime

from tracker.basics.formats import count_words
from tracker.basics.language import Language, Text
from tracker.records.ageing import AGE_WORDS
from tracker.records.registry import kind_of
from tracker.services.overview import STAND_WORDS, Figure, Late, Overview, Wait
from tracker.ui.overview import words
from tracker.ui.overview.charts import Chart, Row, Rows, Sentence, StackedBars, Tile, Under
from tracker.ui.overview.colours import AGE_ROLES, STAND_ROLES
from tracker.ui.overview.time_chart import Coming

_LAPSE_SIGNS = {"late": ("circle-alert", "late"), "soon": ("clock", "soon"), "on-time": ("hourglass", "muted")}


@dataclass(frozen=True)
class Lengths:
    """How many lines the lists show, how much thicker bars are, and the least room that the columns have."""

    late: int
    waits: int
    changed: int
    thicker_px: float
    columns_px: float


SHORT, TALL = Lengths(3, 5, 6, 0, 118), Lengths(8, 10, 12, 14, 118)
"""What fits a screen of the usual height, and what uses the room of a tall one."""


@dataclass(frozen=True)
class Panel:
    """A card with a chart. ``figure`` is the list behind the whole of it; ``is_wide``: takes twice the width."""

    code: str
    title: str
    note: str
    chart: Chart
    figure: Figure | None = None
    is_wide: bool = False


def page_title(overview: Overview, register: str, language: Language) -> tuple[str, str]:
    """Give the title of the page, and which register and day it is about."""
    day = words.day_words(overview.today, language)
    return words.TITLE.to(language), f"{register}, {words.AS_OF.to(language)} {day}"


def tiles_of(overview: Overview, language: Language) -> list[Tile]:
    """Give the large figures."""
    active = count_words(overview.active.count, language)
    of_active = Text(f"van {active} open records", f"of {active} open records")
    new = count_words(overview.newly_overdue.count, language) if overview.newly_overdue.count else ""
    newly = Text(f"{new or 'geen'} nieuw in 30 dagen", f"{new or 'none'} new in 30 days")
    unders: list[tuple[str, str, Figure, Text | None]] = [
        ("circle-alert", "late", overview.overdue, newly if overview.overdue.count else None),
        ("clock", "soon", overview.due_soon, _first_due(overview, language)),
        ("hourglass", "wait", overview.waiting, _oldest_wait(overview.waits, language)),
        ("circle-dashed", "text", overview.no_deadline, of_active),
        ("user-x", "text", overview.no_owner, of_active),
        ("circle-check", "ok", overview.settled, _under_settled(overview, language)),
    ]
    labels = {id(overview.waiting): Text("Wacht op", "Waits for")}
    return [
        Tile(
            icon,
            role if figure.count else "text",
            labels.get(id(figure), figure.title).to(language),
            count_words(figure.count, language),
            "" if under is None else under.to(language),
            figure,
        )
        for icon, role, figure, under in unders
    ]


def panels_of(overview: Overview, language: Language, lengths: Lengths = SHORT) -> list[Panel]:
    """Give the panels in the order in which they are read."""
    overdue, waiting = overview.overdue, overview.waiting
    return [
        *_held_over_panels(overview, language),
        Panel(
            "ages", words.AGES.to(language), _records(overdue.count, language),
            _ages(overview, language, lengths), overdue,
        ),
        Panel("lines", words.LINES.to(language), "", _lines(overview, language, lengths)),
        Panel(
            "coming", words.COMING.to(language), _recess_note(overview, language),
            Coming(overview.weeks, overview.months, overview.recesses, language, lengths.columns_px), is_wide=True,
        ),
        Panel(
            "waits", words.WAITS.to(language), _records(waiting.count, language), _waits(overview, language, lengths),
            waiting if waiting.count else None,
        ),
        Panel("ministers", words.MINISTERS.to(language), "", _ministers(overview, language, lengths)),
        Panel(
            "changed", words.CHANGED.to(language), _since(overview, language), _changed(overview, language, lengths),
            overview.changed if overview.changed.count else None,
        ),
    ]  # fmt: skip


# --- charts -----------------------------------------------------------------------------------------------------------


def _ages(overview: Overview, language: Language, lengths: Lengths) -> Chart:
    late = overview.longest_late[: lengths.late]
    if not overview.ages:
        return Sentence(words.NOTHING_OVERDUE.to(language))
    bars = StackedBars(overview.ages, AGE_ROLES, AGE_WORDS, language, bar_px=26 + lengths.thicker_px)
    return Under(bars, words.LONGEST_LATE.to(language), Rows([_late_row(one, overview, language) for one in late]))


def _late_row(one: Late, overview: Overview, language: Language) -> Row:
    """Say of a record what it is, which words its deadline has, who would know, and since when it is late."""
    summary = one.summary
    days = (overview.today - (summary.deadline_end or overview.today)).days
    right = f"{days} {words.day_noun(days, language)}"
    second = " · ".join(part for part in (summary.reference, summary.deadline_wording, one.who) if part)
    name = f"{summary.reference} {summary.title}, {words.OVERDUE.to(language)} {right}"
    return Row("circle-alert", "late", summary.title, second, right, name, summary.id)


def _lines(overview: Overview, language: Language, lengths: Lengths) -> Chart:
    if not overview.action_lines:
        return Sentence(words.NO_LINES.to(language))
    return StackedBars(overview.action_lines, STAND_ROLES, STAND_WORDS, language, bar_px=16 + lengths.thicker_px)


def _ministers(overview: Overview, language: Language, lengths: Lengths) -> Chart:
    if not overview.ministers:
        return Sentence(words.NO_MINISTERS.to(language))
    return StackedBars(overview.ministers, STAND_ROLES, STAND_WORDS, language, bar_px=18 + lengths.thicker_px)


def _waits(overview: Overview, language: Language, lengths: Lengths) -> Chart:
    if not overview.waits:
        return Sentence(words.NOTHING_WAITS.to(language))
    rows = []
    for wait in overview.waits[: lengths.waits]:
        right, second = _records(wait.figure.count, language), _wait_since(wait, language)
        name = f"{wait.figure.title.to(language)}: {right}, {second}"
        rows.append(Row("hourglass", "wait", wait.event, second, right, name, wait.figure))
    left = len(overview.waits) - len(rows)
    events = Text("gebeurtenis", "event") if left == 1 else Text("gebeurtenissen", "events")
    more = Text(f"en nog {left} {events.nl}", f"and {left} more {events.en}") if left else Text.same("")
    return Rows(rows, more.to(language))


def _held_over_panels(overview: Overview, language: Language) -> list[Panel]:
    """Warn of motions that lapse unless they are put to the vote; without any there is nothing to show."""
    if not overview.held_over:
        return []
    rows = []
    for one in overview.held_over:
        day = words.day_words(one.first_day, language)
        guess = f" ({words.TENTATIVE.to(language)})" if one.is_tentative else ""
        first = Text(f"eerste laatste dag: {day}{guess}", f"first last day: {day}{guess}")
        if one.figure.count == 1:
            first = Text(f"laatste dag: {day}{guess}", f"last day: {day}{guess}")
        count, second = count_words(one.figure.count, language), first.to(language)
        name = f"{one.figure.title.to(language)}: {count}, {second}"
        icon, role = _LAPSE_SIGNS[one.tone]
        rows.append(Row(icon, role, one.words.to(language), second, count, name, one.figure))
    every = overview.all_held_over
    return [Panel("held-over", words.HELD_OVER.to(language), _records(every.count, language), Rows(rows), every)]


def _changed(overview: Overview, language: Language, lengths: Lengths) -> Chart:
    rows = []
    for one in overview.latest_changed[: lengths.changed]:
        kind = kind_of(one.kind)
        when = _moment(one.updated, language)
        rows.append(
            Row(
                kind.icon, "muted", one.title, f"{one.reference} · {when}", "",
                f"{one.reference} {one.title}, {when}", one.id,
            )
        )  # fmt: skip
    gone = count_words(overview.deleted_since, language)
    deleted = Text(f"{gone} verwijderd", f"{gone} deleted") if overview.deleted_since else None
    if not rows and deleted is None:
        return Sentence(words.NOTHING_CHANGED.to(language))
    return Rows(rows, "" if deleted is None else deleted.to(language))


def _recess_note(overview: Overview, language: Language) -> str:
    """Say what the grey bands are, and which of them the Kamer has not fixed yet."""
    tentative = [one.is_pattern for one in overview.recesses]
    if not tentative:
        return ""
    note, word = words.RECESSES.to(language), words.TENTATIVE.to(language)
    if not any(tentative):
        return note
    return f"{note} ({word})" if all(tentative) else f"{note} (* {word})"


# --- words under figures ----------------------------------------------------------------------------------------------


def _first_due(overview: Overview, language: Language) -> Text | None:
    if overview.first_due is None:
        return None
    day = words.day_words(overview.first_due, language)
    return Text(f"eerste: {day}", f"first: {day}")


def _oldest_wait(waits: tuple[Wait, ...], language: Language) -> Text | None:
    if not waits or waits[0].since is None:
        return None
    month = words.month_words(waits[0].since, language)
    return Text(f"oudste sinds {month}", f"oldest since {month}")


def _under_settled(overview: Overview, language: Language) -> Text | None:
    """Say of how many these are, and how many have no day: the list *Afgedaan* beside it holds all of them."""
    every, undated = (count_words(one, language) for one in (overview.all_settled.count, overview.settled_without_day))
    if overview.settled_without_day:
        return Text(f"van {every}; {undated} zonder dag", f"of {every}; {undated} without a day")
    if overview.all_settled.count > overview.settled.count:
        return Text(f"van {every} in alle jaren", f"of {every} in all years")
    if overview.last_settled is None:
        return None
    day = words.day_words(overview.last_settled, language)
    return Text(f"laatste: {day}", f"last: {day}")


def _wait_since(wait: Wait, language: Language) -> str:
    if wait.since is None:
        return words.SINCE_UNKNOWN.to(language)
    day = words.day_words(wait.since, language)
    return Text(f"sinds {day}", f"since {day}").to(language)


def _since(overview: Overview, language: Language) -> str:
    count = count_words(overview.changed.count, language)
    if overview.is_first_visit:
        return Text(f"{count} in de laatste 7 dagen", f"{count} in the last 7 days").to(language)
    when = _moment(overview.since, language)
    return Text(f"{count} sinds u hier was, {when}", f"{count} since you were here, {when}").to(language)


def _moment(at: datetime, language: Language) -> str:
    local = at.astimezone()
    is_this_year = local.year == datetime.now(UTC).astimezone().year
    day = words.short_day(local.date(), language) if is_this_year else words.day_words(local.date(), language)
    return f"{day} {local:%H:%M}"


def _records(count: int, language: Language) -> str:
    return f"{count_words(count, language)} record{'' if count == 1 else 's'}"
