"""Everything a report reads, gathered beforehand, so that laying it out needs no database."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from typing import Any

from tracker.basics.language import Language, Text
from tracker.records.deadline_rules import INTERNAL_SORT
from tracker.records.entity import model_of
from tracker.records.field import fields_of
from tracker.records.snapshot import Part, Record, RecordParts, Summary
from tracker.records.value_type import NameOf, no_names


@dataclass(frozen=True, slots=True)
class PersonLine:
    """A person as the register's own workbook shows them; no other report knows persons."""

    id: int
    name: str
    email: str | None
    organisation: int | None


@dataclass(frozen=True)
class Material:
    """What a report reads. ``today`` is the peildatum; ``left_out`` counts the records that are not *openbaar*.

    ``related`` holds the records at the other side of relations, by id; those that may not be shown are not in it.
    ``letter`` is the letter that the report belongs to: its notes are printed, and those of others where it has none.
    """

    records: tuple[Record, ...]
    today: date
    made: datetime
    register_name: str
    selection: Text = Text("alle records", "all records")  # noqa: RUF009 - Text is frozen
    language: Language = Language.DUTCH
    parts: Mapping[int, RecordParts] = field(default_factory=dict)
    related: Mapping[int, Summary] = field(default_factory=dict)
    name_of: NameOf = no_names
    letters: Mapping[int, Part] = field(default_factory=dict)
    debates: Mapping[int, Part] = field(default_factory=dict)
    organisations: Mapping[int, Part] = field(default_factory=dict)
    events: Mapping[int, Part] = field(default_factory=dict)
    recesses: tuple[Part, ...] = ()
    persons: tuple[PersonLine, ...] = ()
    letter: Part | None = None
    left_out: int = 0

    def of_kind(self, code: str) -> list[Record]:
        """Give the records of one kind, in the order of the list."""
        return [record for record in self.records if record.kind.code == code]

    def parts_of(self, record: Record) -> RecordParts:
        """Give what hangs on a record."""
        return self.parts.get(record.id, RecordParts())

    def say(self, words: Text) -> str:
        """Give words in the report's language."""
        return words.to(self.language)


def without_internal(material: Material) -> Material:
    """Give the material without anything internal, so that no report for outside can print it even by mistake.

    Fields declared internal are empty, internal notes and targets are gone with their postponements, and so are all
    persons, and what only the register's own workbook shows.
    """
    return replace(
        material,
        records=tuple(_public_record(record) for record in material.records),
        parts={row_id: _public_parts(parts) for row_id, parts in material.parts.items()},
        related={row_id: summary._replace(owner=None) for row_id, summary in material.related.items()},
        name_of=_without_persons(material.name_of),
        letters={row_id: _public_part(part) for row_id, part in material.letters.items()},
        debates={row_id: _public_part(part) for row_id, part in material.debates.items()},
        organisations={row_id: _public_part(part) for row_id, part in material.organisations.items()},
        events={},
        recesses=(),
        persons=(),
        letter=None if material.letter is None else _public_part(material.letter),
    )


def _public_record(record: Record) -> Record:
    summary = record.summary._replace(owner=None)
    return Record(record.kind, summary, _public_values(record.kind.table, record.values))


def _public_part(part: Part) -> Part:
    return Part(part.entity, part.id, _public_values(part.entity, part.values))


def _public_values(entity: str, values: Mapping[str, Any]) -> dict[str, Any]:
    hidden = {spec.name: () if spec.type.many else None for spec in fields_of(model_of(entity)) if spec.internal}
    return {**values, **{name: empty for name, empty in hidden.items() if name in values}}


def _public_parts(parts: RecordParts) -> RecordParts:
    deadlines = tuple(one for one in parts.deadlines if one["sort"] != INTERNAL_SORT)
    kept = {one.id for one in deadlines}
    return RecordParts(
        tuple(_public_part(one) for one in deadlines),
        tuple(_public_part(one) for one in parts.postponements if one["deadline_id"] in kept),
        tuple(_public_part(one) for one in parts.notes if not one["internal"]),
        tuple(_public_part(one) for one in parts.relations),
        tuple(_public_part(one) for one in parts.evidence),
    )


def _without_persons(name_of: NameOf) -> NameOf:
    def named(entity: str, row_id: int, language: Language = Language.DUTCH) -> str:
        return "" if entity == "person" else name_of(entity, row_id, language)

    return named
