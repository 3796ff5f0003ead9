"""Writing an iCalendar file (RFC 5545) that Outlook takes: one all-day event for each deadline.

``icalendar`` writes the format; what must stay the same from one export to the next (UID) or go up (SEQUENCE) is given.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from icalendar import Alarm, Calendar, Event

_PRODUCT = "-//Tracker//Termijnen//NL"


@dataclass(frozen=True, slots=True)
class AgendaEntry:
    """One day in an agenda. ``sequence`` only goes up; ``changed_at`` is aware; ``category`` is shown as such.

    ``is_cancelled``: agendas that hold it take it out (RFC 5545, STATUS).
    """

    uid: str
    sequence: int
    changed_at: datetime
    day: date
    summary: str
    description: str
    category: str = ""
    is_cancelled: bool = False


def agenda_text(name: str, entries: Iterable[AgendaEntry], alarm_days: Iterable[int] = ()) -> bytes:
    """Give the file's content: each entry an all-day event that blocks no time, with an alarm so many days before."""
    calendar = Calendar()
    calendar.add("prodid", _PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", name)
    days = sorted(set(alarm_days), reverse=True)
    for entry in entries:
        calendar.add_component(_event(entry, days))
    content: bytes = calendar.to_ical()
    return content


def _event(entry: AgendaEntry, alarm_days: list[int]) -> Event:
    event = Event()
    event.add("uid", entry.uid)
    event.add("sequence", entry.sequence)
    event.add("dtstamp", entry.changed_at)
    event.add("last-modified", entry.changed_at)
    event.add("dtstart", entry.day)
    event.add("dtend", entry.day + timedelta(days=1) if entry.day < date.max else entry.day)
    event.add("summary", entry.summary)
    event.add("description", entry.description)
    event.add("transp", "TRANSPARENT")
    event.add("x-microsoft-cdo-busystatus", "FREE")
    if entry.category:
        event.add("categories", [entry.category])
    event.add("status", "CANCELLED" if entry.is_cancelled else "CONFIRMED")
    for days in [] if entry.is_cancelled else alarm_days:
        alarm = Alarm()
        alarm.add("action", "DISPLAY")
        alarm.add("trigger", timedelta(days=-days, hours=9))
        alarm.add("description", entry.summary)
        event.add_component(alarm)
    return event
