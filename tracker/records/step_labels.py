"""What steps are called: each label declared once, written into the log in Dutch and read back in either language.

The log is hashed and never rewritten, so a label stands in it as the Dutch words that it got when the step was made.
Whoever shows one has its words looked up here: the label whose Dutch fits, with what was filled in. What fits none (a
step of a later version) is shown as it stands.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from enum import Enum
from functools import cache, lru_cache

from tracker.basics.formats import day_words
from tracker.basics.language import Language, Text
from tracker.records.entity import BESIDE, KIND_TABLES, model_of
from tracker.records.field import fields_of
from tracker.records.registry import KINDS

_UNDONE = Text("Ongedaan gemaakt: ", "Undone: ")
_REDONE = Text("Opnieuw gedaan: ", "Redone: ")
_DAY = r"\d\d-\d\d-\d{4}"
_BEFORE = {"undo": _UNDONE, "redo": _REDONE}


class StepLabel(Enum):
    """Every label. What is filled in has a name in braces; ``_PARTS`` tells what each may be.

    ``StepLabel.X(record="M-1")`` gives the Dutch words for the log.
    """

    USER_ADDED = "Gebruiker toegevoegd", "User added"
    SAMPLE_MADE = "Voorbeeldregister maken", "Make sample register"
    BACKUP = "Reservekopie: {name}", "Backup: {name}"
    EXPORT = (
        "Export: {code} naar {name} (filter {selection}, {records})",
        ("Export: {code} to {name} (filter {selection}, {records})"),
    )
    RECORD_ADDED = "{kind} {record} toevoegen", "Add {kind} {record}"
    CHANGED = "{records} wijzigen", "Change {records}"
    CELLS_CLEARED = "{cells} leegmaken", "Clear {cells}"
    FIELD_CHANGED = "{records} wijzigen: {field}", "Change {records}: {field}"
    FILLED_DOWN = "{records} wijzigen: omlaag vullen", "Change {records}: fill down"
    PASTED_CHANGED = "{records} wijzigen: plakken", "Change {records}: paste"
    PASTED_ADDED = "{records} toevoegen: plakken", "Add {records}: paste"
    PASTED_BOTH = "{added} toevoegen en {records} wijzigen: plakken", "Add {added} and change {records}: paste"
    DELETED = "{records} verwijderen", "Delete {records}"
    RESTORED = "{records} terugzetten", "Put {records} back"
    FIELD_RESTORED = "{record}: {field} terugzetten", "{record}: put {field} back"
    PART_ADDED = "{record}: {part} toevoegen", "{record}: add {part}"
    PART_CHANGED = "{record}: {part} wijzigen", "{record}: change {part}"
    PART_DELETED = "{record}: {part} verwijderen", "{record}: delete {part}"
    EVIDENCE_ADDED = "{record}: bewijsstuk {name} toevoegen", "{record}: add evidence {name}"
    SEVERAL_EVIDENCE = "{record}: {count} bewijsstukken toevoegen", "{record}: add {count} pieces of evidence"
    RELATED = "{record} {how} {other}", "{record} {how} {other}"
    SEVERAL_RELATED = "{record}: {count} keer samenhang", "{record}: {count} relations"
    RECORDS_RELATED = "{records} aan {record} koppelen", "Relate {records} to {record}"
    MERGED = "{record} samenvoegen in {other}", "Merge {record} into {other}"
    RECORDS_MERGED = "{record} samenvoegen met {other}", "Merge {record} with {other}"
    IMPORTED = (
        "Importeren: {name}, {count} nieuw, {changed} gewijzigd",
        "Import: {name}, {count} new, {changed} changed",
    )
    IMPORTED_SEVERAL = (
        "Importeren: {files} bestanden, {count} nieuw, {changed} gewijzigd",
        "Import: {files} files, {count} new, {changed} changed",
    )
    SETTLED = "{records} afdoen", "Settle {records}"
    DEADLINE_MET = "{record}: termijn gehaald", "{record}: deadline met"
    DEADLINE_POSTPONED = "{record}: termijn uitstellen", "{record}: postpone deadline"
    POSTPONEMENT_TOLD = "{record}: uitstel gemeld aan de Kamer", "{record}: Chamber told of postponement"
    RECORDS_POSTPONED = "{records} uitstellen", "Postpone {records}"
    READ_AGAIN = "Termijnen opnieuw lezen: {records} wijzigen", "Read deadlines again: change {records}"
    FROM_DEBATE = "{commitments} uit debat toevoegen", "Add {commitments} from debate"
    BESIDE_ADDED = "{part} toevoegen", "Add {part}"
    BESIDE_CHANGED = "{part} wijzigen", "Change {part}"
    BESIDE_DELETED = "{part} verwijderen", "Delete {part}"
    BESIDE_MERGED = "{part} “{name}” samenvoegen", "Merge {part} “{name}”"
    PERSON_MERGED = "Persoon samenvoegen", "Merge person"
    BACKUP_DAYS = "Reservekopieën {count} dagen bewaren", "Keep backups for {count} days"
    VIEW_DELETED = "Weergave “{name}” verwijderen", "Delete view “{name}”"
    CALENDAR_CHANGED = "Recesskalender wijzigen", "Change recess calendar"
    CALENDAR_WITH_DEADLINES = (
        "Recesskalender wijzigen, termijnen van {records} mee",
        "Change recess calendar, with deadlines of {records}",
    )
    EVENT_DATED = "Gebeurtenis “{name}” op {day}: {records}", "Event “{name}” on {day}: {records}"
    EVENT_UNDATED = "Gebeurtenis “{name}”: {records}", "Event “{name}”: {records}"
    EVENT_CHANGED = "Gebeurtenis “{name}” wijzigen", "Change event “{name}”"
    EVENTS_JOINED = "Gebeurtenis “{name}” samenvoegen met “{second}”", "Join event “{name}” with “{second}”"
    EVENT_DELETED = "Gebeurtenis “{name}” verwijderen", "Delete event “{name}”"

    def __init__(self, nl: str, en: str) -> None:
        self.text = Text(nl, en)

    def __call__(self, **parts: Text | date | str | int) -> str:
        """Give the Dutch words. Kinds, fields and rows beside records are given as their Text, in the middle of it."""
        words = self.text.nl.format(**{name: _written(part) for name, part in parts.items()})
        return words[:1].upper() + words[1:]


def records_counted(count: int) -> str:
    """Give so many records, which reads the same in both languages."""
    return f"{count} {'record' if count == 1 else 'records'}"


def records_named(references: Sequence[str]) -> str:
    """Give one record by its reference, and several by their number."""
    return references[0] if len(references) == 1 else records_counted(len(references))


def cells_counted(count: int) -> str:
    """Give so many cells, in Dutch."""
    return "1 cel" if count == 1 else f"{count} cellen"


def commitments_counted(count: int) -> str:
    """Give so many commitments, in Dutch."""
    return "1 toezegging" if count == 1 else f"{count} toezeggingen"


def step_text(label: str, act: str = "do") -> Text:
    """Give what a step did, from its label in the log; ``act`` tells whether it took another back or repeated it."""
    before = _BEFORE.get(act, Text("", ""))
    return Text(before.nl + label, before.en + _in_english(label))


def step_words(label: str, language: Language, act: str = "do") -> str:
    """Give what a step did in one language (see ``step_text``)."""
    if language is Language.DUTCH:  # nothing to look up: a history may have a hundred thousand steps
        return _BEFORE.get(act, Text("", "")).nl + label
    return step_text(label, act).to(language)


# --- writing ----------------------------------------------------------------------------------------------------------


def _written(part: Text | date | str | int) -> str:
    if isinstance(part, Text):
        return part.nl.lower()
    return day_words(part) if isinstance(part, date) else str(part)


# --- reading back -----------------------------------------------------------------------------------------------------


@lru_cache(maxsize=4096)
def _in_english(label: str) -> str:
    for template, pattern in _patterns():
        found = pattern.fullmatch(label)
        if found is None:
            continue
        parts = {name: _PARTS[name][1](words) for name, words in found.groupdict().items()}
        if None not in parts.values():
            words = template.text.en.format(**parts)
            return words[:1].upper() + words[1:]
    return label


@cache
def _patterns() -> list[tuple[StepLabel, re.Pattern[str]]]:
    """Give the label with most words of its own first: what it fits is not for one that takes anything."""
    in_order = sorted(StepLabel, key=lambda one: len(re.sub(r"{\w+}", "", one.text.nl)), reverse=True)
    return [(one, re.compile("".join(_pieces(one.text.nl)), re.IGNORECASE | re.DOTALL)) for one in in_order]


def _pieces(template: str) -> Iterator[str]:
    for place, piece in enumerate(re.split(r"{(\w+)}", template)):
        yield f"(?P<{piece}>{_PARTS[piece][0]})" if place % 2 else re.escape(piece)


def _same(words: str) -> str:
    return words


def _english_day(words: str) -> str | None:
    day, month, year = (int(one) for one in words.split("-"))
    try:
        return day_words(date(year, month, day), Language.ENGLISH)
    except ValueError:
        return None


def _among(texts: Callable[[], dict[str, str]]) -> Callable[[str], str | None]:
    return lambda words: texts().get(words.lower())


def _known(texts: Iterator[Text]) -> dict[str, str]:
    found: dict[str, str] = {}
    for one in texts:
        found.setdefault(one.nl.lower(), one.en.lower())
    return found


@cache
def _kinds() -> dict[str, str]:
    return _known(kind.one for kind in KINDS)


@cache
def _beside() -> dict[str, str]:
    return _known(iter(BESIDE.values()))


@cache
def _fields() -> dict[str, str]:
    return _known(spec.label for entity in (*KIND_TABLES, *BESIDE) for spec in fields_of(model_of(entity)))


@cache
def _relations() -> dict[str, str]:
    from tracker.records.relation import RELATIONS  # SQLModel: only where a label is looked up

    return {how: words[0].en for how, words in RELATIONS.items()}


def _counted(singular: str, plural: str) -> Callable[[str], str]:
    def words(found: str) -> str:
        count = found.split(maxsplit=1)[0]
        return f"{count} {singular if count == '1' else plural}"

    return words


def _selection(words: str) -> str:
    """The filter of an export: its kind, view and fields are words of the program, what was asked of them is not."""
    from tracker.records.filter import VIEWS

    known = _known(iter([*(kind.many for kind in KINDS), *(view.label for view in VIEWS)])) | _fields()
    known["alle records"] = "all records"
    told = ", ".join(_selected(piece, known) for piece in words.split(", "))
    return re.sub(_DAY, lambda found: _english_day(found[0]) or found[0], told)


def _selected(piece: str, known: dict[str, str]) -> str:
    for end in (": ", " ("):
        start, found, rest = piece.partition(end)
        if start.lower() in known:
            return known[start.lower()] + found + rest
    return piece


_Part = tuple[str, Callable[[str], str | None]]
_RECORD: _Part = (r"[A-Z]+-\d+", _same)
_RECORDS: _Part = (r"\d+ records?|[A-Z]+-\d+", _same)
_ANY: _Part = (r".+", _same)
_PARTS: dict[str, _Part] = {
    "record": _RECORD,
    "other": _RECORD,
    "records": _RECORDS,
    "added": _RECORDS,
    "cells": (r"\d+ cel(?:len)?", _counted("cell", "cells")),
    "commitments": (r"\d+ toezegging(?:en)?", _counted("commitment", "commitments")),
    "count": (r"\d+", _same),
    "changed": (r"\d+", _same),
    "files": (r"\d+", _same),
    "name": _ANY,
    "second": _ANY,
    "code": (r"\S+", _same),
    "day": (_DAY, _english_day),
    "selection": (r".+", _selection),
    "kind": (r".+", _among(_kinds)),
    "part": (r".+", _among(_beside)),
    "field": (r".+", _among(_fields)),
    "how": (r".+", _among(_relations)),
}
"""What may be filled in by each name: a pattern, and its English (None: it is no such thing)."""
