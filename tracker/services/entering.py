"""What a field for deadlines in words shows while one types: the window in large type, why, and what else it can be."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from tracker.basics.language import Text
from tracker.records.deadline_language.found import spoken
from tracker.records.event_window import offset_of
from tracker.records.recess import Calendar
from tracker.records.wording import Reading
from tracker.services.deadline_words import deadline_values, other_readings, read_words, reading_values

_DAYS = (
    Text("maandag", "Monday"), Text("dinsdag", "Tuesday"), Text("woensdag", "Wednesday"), Text("donderdag", "Thursday"),
    Text("vrijdag", "Friday"), Text("zaterdag", "Saturday"), Text("zondag", "Sunday"),
)  # fmt: skip
_UNREAD = Text("Hier staat geen dag in. De termijn blijft open.", "There is no day in these words. It stays open.")
_NO_DAY = Text("Geen dag", "No day")
_CHOSEN = Text("U koos dit venster zelf; de woorden blijven staan.", "You chose this window; the words stay.")
_NO_DEADLINE = Text("Geen termijn", "No deadline")


@dataclass(frozen=True, slots=True)
class Shown:
    """A reading as people see it. ``values`` are the fields of the deadline that follow from it."""

    sentence: Text
    reason: Text
    tentative: bool
    waits: bool
    values: Mapping[str, Any]
    others: tuple[OtherReading, ...] = ()


@dataclass(frozen=True, slots=True)
class OtherReading:
    """Something else that the words can mean: what a link says, and the fields that it fills."""

    words: Text
    values: Mapping[str, Any]


def shown_reading(wording: str, said_on: date, calendar: Calendar) -> Shown | None:
    """Give how words are read; None where nothing was typed."""
    if not wording.strip():
        return None
    reading = read_words(wording, said_on, calendar)
    values = deadline_values(wording, said_on, calendar=calendar)
    if reading is None:
        return Shown(_NO_DAY, _UNREAD, tentative=False, waits=False, values=values)
    others = tuple(_other(one, values) for one in other_readings(wording, said_on, calendar))
    return Shown(
        window_sentence(values), reading.reason, reading.tentative, bool(reading.event), values, others
    )  # fmt: skip


def overruled(shown: Shown, given: Mapping[str, Any]) -> Shown:
    """Give a reading with another window put over it."""
    values = {**shown.values, "tentative": False, **given, "overruled": True}
    return Shown(window_sentence(values), _CHOSEN, bool(values["tentative"]), waits=False, values=values,
                 others=shown.others)  # fmt: skip


def no_deadline(shown: Shown) -> Shown:
    """Give a reading as what the officer says it is: words that give no deadline."""
    empty = {**reading_values(None), "precision": "unspecified", "overruled": True}
    return Shown(_NO_DEADLINE, _CHOSEN, tentative=False, waits=False, values={**shown.values, **empty},
                 others=shown.others)  # fmt: skip


def window_sentence(values: Mapping[str, Any]) -> Text:
    """Give a window as it is said, with the weekday where a day decides: Uiterlijk donderdag 1 juli 2027."""
    start, end = values["start"], values["end"]
    if start and end:
        if start == end:
            return _capital(_weekday(end))
        return Text(
            f"{_capital(spoken(start)).nl} tot en met {spoken(end).nl}",
            f"{spoken(start).en} until {spoken(end).en}",
        )
    if end:
        return Text(f"Uiterlijk {_weekday(end).nl}", f"By {_weekday(end).en}")
    if start:
        return Text(f"Vanaf {_weekday(start).nl}", f"From {_weekday(start).en}")
    if values.get("waits_for"):
        offset = offset_of(values)
        after = Text(f"{offset.words.nl} na ", f"{offset.words.en} after ") if offset else Text("", "")
        return Text(f"Wacht op: {after.nl}{values['waits_for']}", f"Waits for: {after.en}{values['waits_for']}")
    return _NO_DAY


def _other(reading: Reading, values: Mapping[str, Any]) -> OtherReading:
    words = Text.same(" ".join(reading.wording.split()))
    return OtherReading(words, {**values, **reading_values(reading)})


def _weekday(day: date) -> Text:
    name, said = _DAYS[day.weekday()], spoken(day)
    return Text(f"{name.nl} {said.nl}", f"{name.en} {said.en}")


def _capital(words: Text) -> Text:
    return Text(words.nl[:1].upper() + words.nl[1:], words.en[:1].upper() + words.en[1:])
