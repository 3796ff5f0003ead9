"""The whole register for further work: a sheet for each kind and for what hangs on records, to the last field.

An import can read it back without loss: a hidden first row names each column (``motion.title``), references stand as
keys (``M-12``, ``B-2``, a name), and ``exchange.exact_cells`` says how values are written. Internal fields are in it.
A text too long for a cell goes on in the row below, where the keys stand again, the last with *(vervolg 2)* behind it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any

from tracker.basics.language import Text
from tracker.exchange.exact_cells import to_cell
from tracker.exchange.reports.annex import natural_key
from tracker.exchange.reports.keys import Keys
from tracker.exchange.reports.material import Material, PersonLine
from tracker.exchange.reports.phrases import first_link
from tracker.exchange.reports.title_block import heading, made_book, moment_words
from tracker.exchange.sheets import Book, Cell, Column, Look, Row, Sheet, Value
from tracker.records.entity import model_of
from tracker.records.field import FieldSpec, fields_of
from tracker.records.person import PersonDetail
from tracker.records.registry import KINDS
from tracker.records.snapshot import Part, Record
from tracker.records.value_type import Area

TITLE = Text("Register", "Register")
RECORD_KEY, PART_KEY, DEADLINE_KEY, TO_KEY = "record", "key", "deadline", "to"
EVENT_KEY, SERIES_KEY = "event", "series"
"""Of a deadline: the event in the list that it is tied to, and the first of the periods of what recurs."""
_PIXELS_PER_CHARACTER = 7
_NARROWEST, _WIDEST, _WIDEST_TEXT = 12, 47, 62
_INDENT = 2
_ONE_CITATION = 44
"""A citation keeps its link only where it stands on one line."""
_REFERENCE_LABEL = Text("Nummer", "Reference")
_CITATION_FIELDS = {"citation", "citations", "links"}


def lay_out(material: Material) -> Book:
    """Lay out the register: a first sheet that says what is in it, then a sheet for everything that has lines."""
    keys = Keys(material)
    sheets = [*_kind_sheets(material, keys), *_part_sheets(material, keys), *_beside_sheets(material, keys)]
    filled = tuple(sheet for sheet in sheets if sheet.size)
    title = f"{material.say(TITLE)} {material.register_name}"
    return made_book(material, title, (_contents(material, filled), *filled))


def _contents(material: Material, sheets: tuple[Sheet, ...]) -> Sheet:
    say = material.say
    block = heading(material, say(TITLE), counts_left_out=False)
    made = f"{say(Text('Gemaakt', 'Made'))}: {moment_words(material.made, material.language)}"
    warning = Text(
        "Dit bestand bevat ook interne velden en aantekeningen. Het is bedoeld voor eigen gebruik.",
        "This file holds internal fields and notes as well. It is meant for your own use.",
    )
    return Sheet(
        say(Text("Inhoud", "Contents")),
        (Column(say(Text("Blad", "Sheet")), 75), Column(say(Text("Aantal", "Number")), 15)),
        [Row((Cell(one.name, f"#{one.name}"), one.size)) for one in sheets] if material.records else [],
        len(sheets),
        say(Text("Er zijn geen records in deze selectie.", "There are no records in this selection.")),
        type(block)(block.title, (*block.facts, made, say(warning))),
    )


# --- a sheet for each kind --------------------------------------------------------------------------------------------


def _kind_sheets(material: Material, keys: Keys) -> Iterator[Sheet]:
    for kind in KINDS:
        records = sorted(material.of_kind(kind.code), key=lambda one: natural_key(one.reference))
        yield _sheet(
            material,
            kind.many,
            [_key_column(material, kind.table, "reference", _REFERENCE_LABEL, 12), *_columns(material, kind.table)],
            (_record_row(material, record, keys) for record in records),
            len(records),
        )


def _record_row(material: Material, record: Record, keys: Keys) -> Row:
    cells = _cells(material, fields_of(record.kind.model), record.values, keys)
    return Row((Cell(record.reference, look=Look.STRONG), *cells))


# --- what hangs on records --------------------------------------------------------------------------------------------


def _part_sheets(material: Material, keys: Keys) -> Iterator[Sheet]:
    deadlines, postponements, notes, relations, evidence = (_all_parts(material, name) for name in _PARTS)
    own_key = Text("Sleutel", "Key")
    yield _deadlines_sheet(material, deadlines, keys)
    of_deadline = (DEADLINE_KEY, Text("Sleutel termijn", "Key of deadline"))
    yield _parts_sheet(material, Text("Uitstel", "Postponements"), postponements, keys, own=of_deadline)
    yield _parts_sheet(material, Text("Stand van zaken", "States of affairs"), notes, keys, own=(PART_KEY, own_key))
    yield _relations_sheet(material, relations, keys)
    yield _parts_sheet(material, Text("Bewijsstukken", "Evidence"), evidence, keys, own=(PART_KEY, own_key))


_PARTS = ("deadlines", "postponements", "notes", "relations", "evidence")
_ENTITIES = {
    "Uitstel": "postponement",
    "Stand van zaken": "progress_note",
    "Bewijsstukken": "evidence",
}


def _all_parts(material: Material, name: str) -> list[Part]:
    """Give all parts of one sort by record, each once (a relation hangs on both its records)."""
    found = {part.id: part for record in material.records for part in getattr(material.parts_of(record), name)}
    return sorted(found.values(), key=lambda part: (natural_key(_reference(material, part["record_id"])), part.id))


def _parts_sheet(
    material: Material, name: Text, parts: list[Part], keys: Keys, own: tuple[str, Text] | None = None
) -> Sheet:
    entity = _ENTITIES[name.nl]
    columns = [_record_column(material, entity)]
    if own is not None:
        columns.insert(0, _key_column(material, entity, own[0], own[1], 12))
    rows = (_part_row(material, part, keys, None if own is None else own[0]) for part in parts)
    return _sheet(material, name, [*columns, *_columns(material, entity)], rows, len(parts))


def _part_row(material: Material, part: Part, keys: Keys, own: str | None) -> Row:
    first: list[Value | Cell] = [_reference(material, part["record_id"])]
    if own is not None:
        first.insert(0, part.id if own == PART_KEY else part["deadline_id"])
    return Row((*first, *_cells(material, fields_of(model_of(part.entity)), part.values, keys)))


def _deadlines_sheet(material: Material, deadlines: list[Part], keys: Keys) -> Sheet:
    columns = [
        _key_column(material, "deadline", PART_KEY, Text("Sleutel", "Key"), 12),
        _record_column(material, "deadline"),
        *_columns(material, "deadline"),
        _column(material, "deadline", EVENT_KEY, Text("Gebeurtenis", "Event"), 32),
        _column(material, "deadline", SERIES_KEY, Text("Eerste van de reeks", "First of the series"), 12),
    ]
    rows = (_deadline_row(material, one, keys) for one in deadlines)
    return _sheet(material, Text("Termijnen", "Deadlines"), columns, rows, len(deadlines))


def _deadline_row(material: Material, deadline: Part, keys: Keys) -> Row:
    plain = _part_row(material, deadline, keys, PART_KEY)
    event = deadline["event_id"]
    return Row((*plain.cells, None if event is None else keys("event", event), deadline["series_id"]))


def _relations_sheet(material: Material, relations: list[Part], keys: Keys) -> Sheet:
    columns = [
        _record_column(material, "relation"),
        *_columns(material, "relation"),
        _key_column(material, "relation", TO_KEY, Text("Met record", "With record"), 14),
    ]
    known = [one for one in relations if _reference(material, one["record_id"]) and _reference(material, one["to_id"])]
    specs = fields_of(model_of("relation"))
    rows = (
        Row(
            (
                _reference(material, one["record_id"]),
                *_cells(material, specs, one.values, keys),
                _reference(material, one["to_id"]),
            )
        )
        for one in known
    )
    return _sheet(material, Text("Samenhang", "Relations"), columns, rows, len(known))


def _reference(material: Material, record_id: int) -> str:
    summary = material.related.get(record_id)
    return "" if summary is None else summary.reference


# --- letters, debates, organisations, events, recesses, persons -------------------------------------------------------


def _beside_sheets(material: Material, keys: Keys) -> Iterator[Sheet]:
    own_key = Text("Sleutel", "Key")
    yield _beside_sheet(
        material, Text("Brieven", "Letters"), "letter", material.letters.values(), keys, _REFERENCE_LABEL
    )
    yield _beside_sheet(material, Text("Debatten", "Debates"), "debate", material.debates.values(), keys, own_key)
    yield _beside_sheet(
        material, Text("Organisaties", "Organisations"), "organisation", material.organisations.values(), keys, own_key
    )
    yield _beside_sheet(material, Text("Gebeurtenissen", "Events"), "event", material.events.values(), keys, own_key)
    yield _recesses_sheet(material, keys)
    yield _persons_sheet(material, keys)


def _beside_sheet(
    material: Material, name: Text, entity: str, parts: Iterable[Part], keys: Keys, key_label: Text
) -> Sheet:
    rows = [
        Row((keys(entity, part.id), *_cells(material, fields_of(model_of(entity)), part.values, keys)))
        for part in parts
    ]  # fmt: skip
    width = 12 if entity == "letter" else 32
    columns = [_key_column(material, entity, PART_KEY, key_label, width), *_columns(material, entity)]
    return _sheet(material, name, columns, rows, len(rows))


def _recesses_sheet(material: Material, keys: Keys) -> Sheet:
    """Give the calendar of the register itself; a register without one uses that of the program."""
    specs = fields_of(model_of("recess"))
    columns = [_key_column(material, "recess", PART_KEY, Text("Sleutel", "Key"), 22), *_columns(material, "recess")]
    rows = [
        Row((f"{one['name']} {one['first_day'].year}", *_cells(material, specs, one.values, keys)))
        for one in sorted(material.recesses, key=lambda one: one["first_day"])
    ]
    return _sheet(material, Text("Recessen", "Recesses"), columns, rows, len(rows))


def _persons_sheet(material: Material, keys: Keys) -> Sheet:
    specs = {spec.name: spec for spec in fields_of(PersonDetail)}
    organisation = next(spec for spec in fields_of(model_of("person")) if spec.name == "organisation")
    columns = [
        _key_column(material, "person", PART_KEY, Text("Sleutel", "Key"), 38),
        *(_field_column(material, "person", spec) for spec in (specs["name"], specs["email"], organisation)),
    ]
    rows = [_person_row(one, keys) for one in material.persons]
    return _sheet(material, Text("Personen", "Persons"), columns, rows, len(rows))


def _person_row(person: PersonLine, keys: Keys) -> Row:
    where = None if person.organisation is None else keys("organisation", person.organisation)
    return Row((keys("person", person.id), person.name, person.email, where))


# --- columns and cells ------------------------------------------------------------------------------------------------


def _sheet(material: Material, name: Text, columns: list[Column], rows: Iterable[Row], size: int) -> Sheet:
    nothing = material.say(Text("Er is hier niets.", "There is nothing here."))
    return Sheet(material.say(name), tuple(columns), rows, size, nothing, for_reading=False)


def _column(material: Material, entity: str, name: str, label: Text, width: int) -> Column:
    return Column(material.say(label), width, f"{entity}.{name}")


def _key_column(material: Material, entity: str, name: str, label: Text, width: int) -> Column:
    return replace(_column(material, entity, name, label, width), is_key=True)


def _record_column(material: Material, entity: str) -> Column:
    return _key_column(material, entity, RECORD_KEY, Text("Record", "Record"), 12)


def _columns(material: Material, entity: str) -> list[Column]:
    return [_field_column(material, entity, spec) for spec in fields_of(model_of(entity))]


def _field_column(material: Material, entity: str, spec: FieldSpec) -> Column:
    widest = _WIDEST_TEXT if isinstance(spec.type, Area) else _WIDEST
    narrowest = _ONE_CITATION if spec.name in _CITATION_FIELDS else _NARROWEST
    width = min(widest, max(narrowest, spec.width_px // _PIXELS_PER_CHARACTER + _INDENT))
    return _column(material, entity, spec.name, spec.label, width)


def _cells(material: Material, specs: Iterable[FieldSpec], values: Any, keys: Keys) -> Iterator[Value | Cell]:
    for spec in specs:
        value = to_cell(spec.type, values[spec.name], keys, material.language)
        link = _link(value) if spec.name in _CITATION_FIELDS and isinstance(value, str) else None
        yield Cell(value, link) if link else value


def _link(words: str) -> str | None:
    first = re.split(r"; |\n", words, maxsplit=1)[0].strip()
    return first if first.startswith(("http://", "https://")) else first_link(words)
