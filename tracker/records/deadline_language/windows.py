"""The window that the words before a period make of it: uiterlijk, voor, vanaf, later in; and that of a recess."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Final

from tracker.basics.language import Text
from tracker.records.deadline_language.days import RecessName
from tracker.records.deadline_language.found import Found, both, kind_words, recess_words, spoken, status_words
from tracker.records.deadline_language.leads import AFTER, BEFORE, BEFORE_END, FOR, FROM, LATER, ULTIMO, WITH, Lead
from tracker.records.deadline_language.period import Days, Period, Stretch
from tracker.records.recess import Calendar, Recess, recess_text

_DAY: Final = timedelta(days=1)
_CAN_BE_LATER: Final = frozenset({"year", "quarter", "month", "week"})


def window(  # noqa: PLR0911 - one return for each mode
    place: int, after: int, lead: Lead, period: Period, days: Days, on: date
) -> Found | None:
    """The window of a period as the words before it turn it; None where they do not fit it."""
    first, last = days
    kind, whole = period.kind, Found(place, after, period.kind, _whole(first, last, period.kind), first, last)
    if lead.mode == BEFORE:
        reason = both("De dag voor {}: {}.", "The day before {}: {}.", spoken(first), spoken(first - _DAY))
        return replace(whole, reason=reason, start=None, end=first - _DAY)
    if lead.mode == FROM and not isinstance(period, Stretch):
        reason = both("Vanaf {}; een laatste dag is niet gezegd.", "From {}; no last day is said.", spoken(first))
        return replace(whole, reason=reason, end=None, precision="open")
    if lead.mode == AFTER:
        reason = both("Na {}; een laatste dag is niet gezegd.", "After {}; no last day is said.", spoken(last))
        return replace(whole, reason=reason, start=last + _DAY, end=None, precision="open")
    if lead.mode == ULTIMO:
        reason = both("De laatste dag: {}.", "The last day: {}.", spoken(last))
        return replace(whole, reason=reason, start=last, precision="day")
    if lead.mode == LATER and kind not in _CAN_BE_LATER:
        return None
    if lead.mode == BEFORE_END or lead.is_limit:
        reason = both("Uiterlijk {} ({}).", "Not later than {} ({}).", spoken(last), kind_words(kind))
        return replace(whole, reason=reason, start=None)
    if lead.mode == LATER:
        reason = both("Later in de periode tot en met {}.", "Later in the period until {}.", spoken(last))
        return replace(whole, reason=reason, start=max(on, first) if last >= on else first)
    return whole


def _whole(first: date, last: date, kind: str) -> Text:
    if first == last:
        return both("De dag zelf: {}.", "The day itself: {}.", spoken(first))
    return both("Van {} tot en met {} ({}).", "From {} until {} ({}).", spoken(first), spoken(last), kind_words(kind))


def recess_window(place: int, after: int, lead: Lead, wanted: RecessName, on: date, calendar: Calendar) -> Found | None:
    """The days before, in or after a recess, from the calendar; no day where the calendar does not hold it."""
    if lead.mode in {LATER, ULTIMO, FOR, WITH}:
        return None
    found = Found(place, after, "recess", Text("", ""))
    if wanted.name is None:
        found.reason = Text("Er staat niet welk reces.", "It does not say which recess.")
        return found
    recess = _recess(wanted, lead, on, calendar)
    if recess is None:
        found.reason = _not_in_calendar(wanted, on)
        return found
    found.tentative = recess.is_pattern
    if lead.mode == BEFORE:
        found.end = recess.first_day - _DAY
        found.reason = _reason("De dag voor {}; kalender: {}.", "The day before {}; calendar: {}.", recess)
    elif lead.mode == AFTER:
        _after_recess(found, recess, calendar)
    elif lead.mode == FROM:
        found.start, found.precision = recess.first_day, "open"
        found.reason = _reason("Vanaf {}; kalender: {}.", "From {}; calendar: {}.", recess)
    else:
        found.start = None if lead.is_limit or lead.mode == BEFORE_END else recess.first_day
        found.end = recess.last_day
        found.reason = _reason("De dagen van {}; kalender: {}.", "The days of {}; calendar: {}.", recess)
    return found


def _recess(wanted: RecessName, lead: Lead, on: date, calendar: Calendar) -> Recess | None:
    if wanted.name is None:
        return None
    if wanted.year:
        return calendar.in_year(wanted.name, wanted.year)
    if lead.mode == BEFORE or wanted.is_next:
        return calendar.first_beginning_after(wanted.name, on)
    return calendar.first_ending_from(wanted.name, on)


def _after_recess(found: Found, recess: Recess, calendar: Calendar) -> None:
    """From the day after the recess to the day before the next, whatever its name."""
    found.start = recess.last_day + _DAY
    following = calendar.next_after(recess)
    if following is None:
        found.reason = both(
            "Na {}; het volgende reces staat niet in de kalender.",
            "After {}; the next recess is not in the calendar.",
            recess_words(recess),
        )  # fmt: skip
        return
    found.end = following.first_day - _DAY
    found.tentative = recess.is_pattern or following.is_pattern
    found.reason = both(
        "Tussen {} en {}; kalender: {}.", "Between {} and {}; calendar: {}.",
        recess_words(recess), recess_words(following), status_words(recess, following),
    )  # fmt: skip


def _reason(nl: str, en: str, recess: Recess) -> Text:
    return both(nl, en, recess_words(recess), status_words(recess))


def _not_in_calendar(wanted: RecessName, on: date) -> Text:
    year = Text.same(str(wanted.year)) if wanted.year else spoken(on)
    name = recess_text(wanted.name or "")
    if wanted.year:
        return both(
            "Het {} van {} staat niet in de receskalender.", "The {} of {} is not in the recess calendar.", name, year
        )
    return both(
        "Het {} dat op {} werd bedoeld staat niet in de receskalender.",
        "The {} that was meant on {} is not in the recess calendar.", name, year,
    )  # fmt: skip
