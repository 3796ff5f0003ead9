"""Everything about one record, as ``show`` prints it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from tracker.records.citation import Citation, read_citations
from tracker.records.entity import model_of
from tracker.records.event_window import recurrence_of
from tracker.records.field import fields_of
from tracker.records.letter import letter_reference
from tracker.records.relation import relation_words
from tracker.records.snapshot import Part, Record, RecordParts
from tracker.records.value_type import Items, ListOf, Reference, ValueType
from tracker.services.held_over import lapse_in
from tracker.services.listing import summary_json
from tracker.store.names import Names
from tracker.store.record_store import Store


def record_json(store: Store, record: Record, today: date) -> dict[str, Any]:
    """Give what ``list`` gives of a record, its own fields, and all that hangs on it."""
    names, parts = store.names(), store.parts(record.id)
    letters = {part.id: part for part in store.rows("letter")}
    own = {spec.name: field_json(spec.type, record[spec.name], names, letters) for spec in fields_of(record.kind.model)}
    return {
        **own,
        **summary_json(record.summary, names, today),
        "deadlines": [_deadline_json(one, parts, letters) for one in parts.deadlines],
        "notes": [_note_json(one, letters) for one in parts.notes],
        "citations": [citation_json(one) for one in _citations(record, parts, letters)] + _unread_sources(record),
        "related": [_relation_json(store, record, one) for one in parts.relations],
        "lapses": _lapse_json(store, record),
        "letters": [letter_json(letters[row_id]) for row_id in _letter_ids(record, parts)],
    }


def citation_json(citation: Citation) -> dict[str, Any]:
    """Give a citation under the keys of ``read-citations``."""
    return {
        "text": citation.text,
        "kind": citation.kind,
        "chamber": citation.chamber,
        "session": citation.session,
        "dossier": citation.dossier,
        "chapter": citation.chapter,
        "number": citation.number,
        "also": list(citation.also),
        "url": citation.url,
    }


def letter_json(part: Part) -> dict[str, Any]:
    """Give a letter under the keys of ``letters``."""
    day = part["day"]
    return {
        "reference": letter_reference(part["number"]),
        "title": part["title"],
        "date": None if day is None else day.isoformat(),
        "citation": part["citation"],
        "state": part["state"],
    }


def letter_details_json(store: Store, part: Part) -> dict[str, Any]:
    """Give everything about one letter: the keys of ``letters``, and its own fields."""
    letters = {part.id: part}
    specs = fields_of(model_of("letter"))
    own = {spec.name: field_json(spec.type, part[spec.name], store.names(), letters) for spec in specs}
    return {**letter_json(part), **own}


def field_json(value_type: ValueType, value: Any, names: Names, letters: Mapping[int, Part]) -> Any:
    """Give a value for JSON: names instead of ids, letters by reference, items by their parts."""
    if isinstance(value_type, Reference):
        if value is None:
            return None
        if value_type.entity == "letter" and value in letters:
            return letter_reference(letters[value]["number"])
        return names(value_type.entity, value)
    if isinstance(value_type, ListOf):
        return [field_json(value_type.of, one, names, letters) for one in value]
    if isinstance(value_type, Items):
        return [one.to_stored() for one in value]
    return value_type.to_stored(value)


def _iso(day: date | None) -> str | None:
    return None if day is None else day.isoformat()


def _reference(letter_id: int | None, letters: dict[int, Part]) -> str | None:
    return letter_reference(letters[letter_id]["number"]) if letter_id in letters else None


def _deadline_json(deadline: Part, parts: RecordParts, letters: dict[int, Part]) -> dict[str, Any]:
    chain = [one for one in parts.postponements if one["deadline_id"] == deadline.id]
    return {
        "what": deadline["what"],
        "sort": deadline["sort"],
        "wording": deadline["wording"],
        "said_on": _iso(deadline["said_on"]),
        "start": _iso(deadline["start"]),
        "end": _iso(deadline["end"]),
        "precision": deadline["precision"],
        "tentative": deadline["tentative"],
        "waits_for": deadline["waits_for"],
        "request_number": deadline["request_number"],
        "event_day": _iso(deadline["event_day"]),
        "offset": _offset_json(deadline),
        "recurs": recurrence_of(deadline.values),
        "overruled": deadline["overruled"],
        "met_on": _iso(deadline["met_on"]),
        "met_letter": _reference(deadline["met_letter"], letters),
        "postponements": [
            {
                "on": _iso(one["on"]),
                "from": one["old_wording"] or _iso(one["old_end"]),
                "to": one["new_wording"] or _iso(one["new_end"]),
                "from_end": _iso(one["old_end"]),
                "to_end": _iso(one["new_end"]),
                "reason": one["reason"],
                "letter": _reference(one["letter"], letters),
            }
            for one in chain
        ],
    }


def _offset_json(deadline: Part) -> dict[str, Any] | None:
    if deadline["offset_count"] is None:
        return None
    return {"count": deadline["offset_count"], "unit": deadline["offset_unit"]}


def _lapse_json(store: Store, record: Record) -> dict[str, Any] | None:
    """Give when a motion that was held over lapses."""
    lapse = lapse_in(store, record)
    if lapse is None:
        return None
    return {
        "held_over_on": lapse.held_on.isoformat(),
        "last_day": lapse.last_day.isoformat(),
        "tentative": lapse.tentative,
    }


def _note_json(note: Part, letters: dict[int, Part]) -> dict[str, Any]:
    return {
        "text": note["text"],
        "letter": _reference(note["letter"], letters),
        "on": _iso(note["on"]),
        "internal": note["internal"],
    }


def _relation_json(store: Store, record: Record, relation: Part) -> dict[str, Any]:
    starts_here = relation["record_id"] == record.id
    other = relation["to_id"] if starts_here else relation["record_id"]
    found = store.summaries([other])
    return {
        "reference": found[0].reference if found else None,
        "how": relation_words(relation["how"], reversed_side=not starts_here),
        "title": found[0].title if found else None,
    }


def _citations(record: Record, parts: RecordParts, letters: dict[int, Part]) -> list[Citation]:
    """Give the record's own citations, its notes' and its settling letter's, each paper once."""
    texts = [record.values.get("citation"), *record["citations"]]
    texts += [text for note in parts.notes for text in note["citations"]]
    settling = letters.get(record["settled_letter"])
    texts.append(settling["citation"] if settling else None)
    found = [citation for text in texts if text for citation in read_citations(text)]
    return list({citation.key: citation for citation in reversed(found)}.values())[::-1]


def _unread_sources(record: Record) -> list[dict[str, Any]]:
    """Give the record's sources that are no parliamentary papers, as they were typed."""
    texts = [record.values.get("citation"), *record["citations"]]
    nothing = dict.fromkeys(("kind", "chamber", "session", "dossier", "chapter", "number", "url"))
    return [{"text": text, **nothing, "also": []} for text in texts if text and not read_citations(text)]


def _letter_ids(record: Record, parts: RecordParts) -> list[int]:
    """Give the letters that have to do with a record: of its own fields, its notes and its postponements."""
    types = {spec.name: spec.type for spec in fields_of(record.kind.model)}
    ids = [record[name] for name, one in types.items() if isinstance(one, Reference) and one.entity == "letter"]
    ids += [one["letter"] for one in (*parts.notes, *parts.postponements)]
    ids += [one["met_letter"] for one in parts.deadlines]
    return list(dict.fromkeys(row_id for row_id in ids if row_id is not None))
