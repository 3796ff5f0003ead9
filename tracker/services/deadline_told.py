"""How the days of a deadline were computed, in sentences: what was said when, by which rule, on which calendar."""

from __future__ import annotations

from collections.abc import Sequence

from tracker.basics.formats import day_words
from tracker.basics.language import Language, Text
from tracker.records.deadline_rules import next_of
from tracker.records.postponing import chain_of
from tracker.records.recess import Calendar
from tracker.records.snapshot import Part, RecordParts
from tracker.services.deadline_words import read_words
from tracker.services.recess_calendar import calendar_of, has_own_calendar
from tracker.services.rereading import window_words
from tracker.store.record_store import Store

_OWN = Text("De dossierhouder koos dit venster zelf.", "The officer chose this window.")
_UNREAD = Text("In deze woorden staat geen dag.", "There is no day in these words.")
_NO_WORDS = Text("De dagen zijn zo ingevoerd; er zijn geen woorden.", "The days were entered so; there are no words.")
_NOT_SAID = Text(
    "Niet bekend is wanneer dit is gezegd; de dagen zijn zo ingevoerd.",
    "It is not known when this was said; the days were entered so.",
)
_DIFFERS = Text("De dagen zijn zo ingevoerd. De woorden geven:", "The days were entered so. The words give:")
_OWN_CALENDAR = Text("Recessen: de kalender van dit register.", "Recesses: the calendar of this register.")
_SHIPPED_CALENDAR = Text("Recessen: de kalender van het programma.", "Recesses: the calendar of the program.")


def how_read(deadline: Part, calendar: Calendar) -> Text:
    """Say by which rule the window of a deadline follows from its words, or why it does not."""
    if deadline["overruled"]:
        return _OWN
    if not deadline["wording"] or deadline["said_on"] is None:
        return _NOT_SAID if deadline["wording"] else _NO_WORDS
    reading = read_words(deadline["wording"], deadline["said_on"], calendar)
    if reading is None:
        return _UNREAD
    if deadline["event_day"] is not None and reading.event:
        on = deadline["event_day"]
        event, (nl, en) = deadline["waits_for"] or reading.event, (day_words(on, one) for one in Language)
        return Text(f"{event}: dat was op {nl}. {reading.reason.nl}", f"{event}: that was on {en}. {reading.reason.en}")
    if (reading.start, reading.end) != (deadline["start"], deadline["end"]):
        return Text(f"{_DIFFERS.nl} {_small(reading.reason.nl)}", f"{_DIFFERS.en} {_small(reading.reason.en)}")
    return reading.reason


def told_of(store: Store, parts: RecordParts, language: Language) -> list[str]:
    """Give the lines about the deadline that a list shows of a record; none where it shows no deadline."""
    values = next_of(one.values for one in parts.deadlines)
    shown = next((one for one in parts.deadlines if one.values is values), None)
    if shown is None:
        return []
    calendar = calendar_of(store)
    chain = [one for one in parts.postponements if one["deadline_id"] == shown.id]
    lines = [_said(shown, language), _capital(window_words(shown.values, language)) + "."]
    lines.append(how_read(shown, calendar).to(language))
    if shown["precision"] == "recess" and not shown["overruled"]:
        lines.append((_OWN_CALENDAR if has_own_calendar(store) else _SHIPPED_CALENDAR).to(language))
    if chain:
        lines.append(_postponed(chain, language))
    return [line for line in lines if line]


def _said(deadline: Part, language: Language) -> str:
    if not deadline["wording"]:
        return ""
    on = deadline["said_on"]
    when = "" if on is None else Text(", gezegd op ", ", said on ").to(language) + day_words(on, language)
    return f"“{deadline['wording']}”{when}"


def _postponed(chain: Sequence[Part], language: Language) -> str:
    first = chain[0]
    end = None if first["old_end"] is None else day_words(first["old_end"], language)
    was = " · ".join(one for one in (first["old_wording"] and f"“{first['old_wording']}”", end) if one)
    promised = Text("Eerst toegezegd", "First promised").to(language)
    return f"{chain_of(one.values for one in chain).words.to(language)}. {promised}: {was or '–'}."


def _small(words: str) -> str:
    return words[:1].lower() + words[1:]


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
