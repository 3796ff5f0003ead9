"""A record and a letter as people read them on the terminal: the labels of their fields, in the user's language."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from tracker.basics.language import Language, Text
from tracker.records.entity import model_of
from tracker.records.field import fields_of
from tracker.records.letter import letter_reference
from tracker.records.relation import relation_words
from tracker.records.snapshot import Part, Record, RecordParts
from tracker.store.names import Names
from tracker.store.record_store import Store

_PARTS = (
    ("deadlines", Text("Termijnen", "Deadlines")),
    ("postponements", Text("Uitstel", "Postponements")),
    ("notes", Text("Stand van zaken", "States of affairs")),
    ("evidence", Text("Bewijsstukken", "Evidence")),
)
_RELATIONS = Text("Samenhang", "Relations")


def record_text(store: Store, record: Record, language: Language) -> str:
    """Give everything that is known of a record, a line each; what is not known is left out."""
    names, parts = store.names(), store.parts(record.id)
    kind = record.kind.one.to(language)
    lines = [f"{record.reference}  {kind[:1].upper()}{kind[1:]}"]
    lines += _known(record.kind.table, record.values, names, language)
    for name, label in _PARTS:
        lines += _parts(label.to(language), getattr(parts, name), names, language)
    lines += _relations(store, record, parts, language)
    return "\n".join(lines)


def letter_text(store: Store, letter: Part, language: Language) -> str:
    """Give everything that is known of a letter."""
    lines = [letter_reference(letter["number"]), *_known("letter", letter.values, store.names(), language)]
    return "\n".join(lines)


def labelled(entity: str, values: Mapping[str, Any], names: Names, language: Language) -> Iterator[tuple[str, str]]:
    """Give (label, text) of each field of which something is known, in the order of declaration."""
    for spec in fields_of(model_of(entity)):
        value = values.get(spec.name)
        text = "" if value is False else spec.type.text(value, language, names)
        if text:
            yield spec.label.to(language), text


def _known(entity: str, values: Mapping[str, Any], names: Names, language: Language) -> Iterator[str]:
    for label, text in labelled(entity, values, names, language):
        first, *rest = text.splitlines()
        yield f"{label}: {first}"
        yield from (f"    {line}" for line in rest)


def _parts(label: str, parts: Iterable[Part], names: Names, language: Language) -> Iterator[str]:
    for place, part in enumerate(parts):
        if place == 0:
            yield f"{label}:"
        known = list(_known(part.entity, part.values, names, language))
        for line_place, line in enumerate(known):
            yield f"  {'-' if line_place == 0 else ' '} {line}"


def _relations(store: Store, record: Record, parts: RecordParts, language: Language) -> Iterator[str]:
    sides = {one.id: one["to_id"] if one["record_id"] == record.id else one["record_id"] for one in parts.relations}
    others = {one.id: one for one in store.summaries(list(dict.fromkeys(sides.values())))}
    if parts.relations:
        yield f"{_RELATIONS.to(language)}:"
    for relation in parts.relations:
        how = relation_words(relation["how"], reversed_side=relation["record_id"] != record.id, language=language)
        other = others.get(sides[relation.id])
        yield f"  - {how} {'' if other is None else f'{other.reference} {other.title}'}".rstrip()
