"""The turns of phrase that reports share: days, deadlines, states, letters and references, in words."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from tracker.basics.formats import day_words
from tracker.basics.language import Language, Text
from tracker.exchange.reports.material import Material
from tracker.exchange.sheets import Cell
from tracker.records.citation import first_citation
from tracker.records.deadline_rules import is_open
from tracker.records.field import FieldSpec, field_of
from tracker.records.letter import DAY_ASSUMED
from tracker.records.motion import OUTCOMES, Motion, Outcome
from tracker.records.snapshot import Part, Record
from tracker.records.value_type import Choice, Row, Suggested

NOT_KNOWN = Text("Nog niet bekend", "Not yet known")
_MONTHS = {
    Language.DUTCH: (
        "januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober", "november",
        "december",
    ),
    Language.ENGLISH: (
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
        "December",
    ),
}  # fmt: skip


def long_day(day: date, language: Language) -> str:
    """Give a day as running text has it: 31 december 2026."""
    return f"{day.day} {_MONTHS[language][day.month - 1]} {day.year}"


def span_words(start: date | None, end: date | None, language: Language) -> str:
    """Give a period in words; whole years as their numbers alone, nothing where no day is known."""
    if start and end and start == date(start.year, 1, 1) and end == date(end.year, 12, 31):
        return str(start.year) if start.year == end.year else f"{start.year}-{end.year}"
    if start and end:
        return f"{long_day(start, language)} {Text('tot en met', 'until').to(language)} {long_day(end, language)}"
    if start:
        return f"{Text('vanaf', 'from').to(language)} {long_day(start, language)}"
    return f"{Text('tot en met', 'until').to(language)} {long_day(end, language)}" if end else ""


def capital(words: str) -> str:
    """Give words of ours with a capital first. What a user wrote is printed as it was written, but for headings."""
    return words[:1].upper() + words[1:]


def or_not_known(words: str | None, language: Language) -> str:
    """Give words, or *Nog niet bekend* where there are none: nothing that goes to the Kamer is left empty."""
    return words or NOT_KNOWN.to(language)


def in_sentence(words: Iterable[str], language: Language) -> str:
    """Join words as running text does: a, b en c."""
    *others, last = list(words) or [""]
    return f"{', '.join(others)} {Text('en', 'and').to(language)} {last}" if others else last


def deadline_words(deadline: Row, language: Language) -> str:
    """Give a deadline in the words that were said, with its last day: ``voor het einde van dit jaar (uiterlijk …)``."""
    wording, end = deadline["wording"] or "", deadline["end"]
    if end is None:
        return wording or _waiting(deadline["waits_for"], language)
    last_day = long_day(end, language)
    if any(day in wording.casefold() for day in (last_day.casefold(), day_words(end))):
        return wording
    until = f"{Text('uiterlijk', 'at the latest on').to(language)} {last_day}"
    if deadline["tentative"]:
        until += Text(", voorlopig", ", tentative").to(language)
    return f"{wording} ({until})" if wording else until


def _waiting(event: str | None, language: Language) -> str:
    return f"{Text('wacht op', 'waits for').to(language)} {event}" if event else ""


def open_deadlines(material: Material, record: Record, *, begins_line: bool = False) -> list[str]:
    """Give the deadlines that still count, the first to end first, each with what it is for, as it was written.

    ``begins_line``: those that are in words of ours (*uiterlijk …*) begin with a capital.
    """
    waiting = [one for one in material.parts_of(record).deadlines if is_open(one.values)]
    waiting.sort(key=lambda one: (one["end"] is None, one["end"] or date.max))
    return [words for one in waiting if (words := _named_deadline(one.values, material.language, begins_line))]


def _named_deadline(deadline: Row, language: Language, begins_line: bool) -> str:
    words = deadline_words(deadline, language)
    if deadline["what"] and words:
        return f"{deadline['what']}: {words}"
    return capital(words) if begins_line and not deadline["wording"] else words


def note_to_print(material: Material, record: Record) -> str | None:
    """Give the state of affairs to print: the latest; in a report for a letter the one that was written for it.

    Where none was written for the letter, it is the latest on or before its day. What was written later, or for a
    later letter, is never in it; nor is a note of which no day is known.
    """
    notes = [note for note in material.parts_of(record).notes if not note["internal"]]
    if material.letter is not None:
        own = [note for note in notes if note["letter"] == material.letter.id]
        notes = own or [note for note in notes if _is_by_the_letter(material, note)]
    latest = max(notes, key=lambda note: (_days_of(material, note), note.id), default=None)
    return None if latest is None else str(latest["text"])


def is_by_the_letter(material: Material, day: date | None) -> bool:
    """Tell whether what is known since a day can be in the report's letter; without a letter, or its day, all can."""
    last = None if material.letter is None else material.letter["day"]
    return last is None or (day is not None and day <= last)


def _is_by_the_letter(material: Material, note: Part) -> bool:
    letter = material.letters.get(note["letter"] or 0)
    if letter is not None and letter["day"] is None:  # another letter, not planned yet: a later one
        return is_by_the_letter(material, None)
    return is_by_the_letter(material, max(_days_of(material, note), default=None))


def _days_of(material: Material, note: Part) -> list[date]:
    """Give the day of a note, and that of the letter for which it was written, as far as known."""
    letter = material.letters.get(note["letter"] or 0)
    days = (note["on"], None if letter is None else letter["day"])
    return [day for day in days if day is not None]


def field_words(material: Material, record: Record, name: str) -> str:
    """Give a field of a record as people read it; empty where nothing is known."""
    spec = field_of(record.kind.model, name)
    return "" if spec is None else spec.type.text(record[name], material.language, material.name_of)


def known_words(material: Material, record: Record, name: str) -> str:
    """Give a field as it stands at the head of a cell: a word of our lists with a capital, any other as written."""
    words = field_words(material, record, name)
    spec = field_of(record.kind.model, name)
    return capital(words) if spec is not None and _is_ours(spec, record[name]) else words


def _is_ours(spec: FieldSpec, value: object) -> bool:
    if isinstance(spec.type, Choice):
        return any(value == code for code, _ in spec.type.words)
    return isinstance(spec.type, Suggested) and value in spec.type.usual


def status_words(material: Material, record: Record) -> str:
    """Give the state of a record, with a capital; a motion that was not adopted is in the state its Chamber gave it."""
    outcome = _outcome_for_status(record)
    if outcome is not None:
        return capital(OUTCOMES.text(outcome.outcome, material.language))
    return or_not_known(known_words(material, record, "status"), material.language)


def outcome_day(record: Record) -> date | None:
    """Give the day on which a Chamber did what is now a motion's state; None where its state is another."""
    outcome = _outcome_for_status(record)
    return None if outcome is None else outcome.on


def _outcome_for_status(record: Record) -> Outcome | None:
    """Give the last outcome where that, and not the handling, decides the phase: rejected, withdrawn and such."""
    return Motion.deciding_outcome(record.values) if record.kind.code == "motion" else None


def letter_words(material: Material, letter_id: int | None) -> str:
    """Give a letter as running text cites it: ``de brief van 15 december 2025 (Kamerstukken …)``."""
    letter = material.letters.get(letter_id or 0)
    if letter is None:
        return ""
    language = material.language
    named = Text("de brief", "the letter").to(language)
    day = f" {Text('van', 'of').to(language)} {long_day(letter['day'], language)}" if letter["day"] else ""
    return f"{named}{day} ({letter_source(letter)})"


def letter_source(letter: Part) -> str:
    """Give where a letter can be found: its citation, else its title."""
    return str(letter["citation"] or letter["title"])


def estimated_day_words(material: Material, letter: Part | None) -> str:
    """Say, in a sentence of its own to stand behind another, that nobody is sure of a letter's day; else nothing."""
    if letter is None or letter["day"] is None or not letter["day_assumed"]:
        return ""
    return " " + material.say(Text("De dag van die brief is geschat.", "The day of that letter is estimated."))


def first_link(*texts: str | None) -> str | None:
    """Give the address of the first paper cited in these texts, or None where none can be told."""
    for text in texts:
        citation = first_citation(text) if text else None
        if citation is not None and citation.url:
            return citation.url
    return None


def source_cell(material: Material, record: Record) -> Cell:
    """Give the Vindplaats of a motion or commitment: day, kind of debate, subject and citation, as far as known."""
    values = record.values
    made_in = values.get("made_in_letter")
    places = [_debate_words(material, record), _letter_source(material, made_in), values.get("number") or ""]
    citations = [one for one in (values["citation"], *values["citations"]) if one]
    lines = [place for place in places if place]
    lines += [one for one in dict.fromkeys(citations) if not any(one in line for line in lines)]
    letter = material.letters.get(made_in or 0)
    link = first_link(*citations, letter["citation"] if letter else None)
    return Cell(or_not_known("\n".join(lines), material.language), link)


def _debate_words(material: Material, record: Record) -> str:
    debate = material.debates.get(record["debate"] or 0)
    day = (debate["day"] if debate else None) or record.values.get("made_on")
    if debate is None:
        return day_words(day, material.language) if day and not record.values.get("made_in_letter") else ""
    written = day_words(day, material.language) if day else ""
    return " ".join(words for words in (written, debate["sort"], debate["subject"]) if words)


def _letter_source(material: Material, letter_id: int | None) -> str:
    letter = material.letters.get(letter_id or 0)
    if letter is None:
        return ""
    day = f"{day_words(letter['day'], material.language)} " if letter["day"] else ""
    assumed = f" ({material.say(DAY_ASSUMED)})" if letter["day_assumed"] else ""
    words = f"{day}{material.say(Text('brief', 'letter'))} {letter['title']}{assumed}"
    return f"{words}\n{letter['citation']}" if letter["citation"] else words
