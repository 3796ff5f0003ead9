"""Where in a record the words stand that somebody typed to find: the text around them, and in which field."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from tracker.basics.folding import fold
from tracker.basics.language import Language, Text
from tracker.records.field import fields_of
from tracker.records.search_words import searches
from tracker.records.snapshot import Record, RecordParts
from tracker.records.value_type import NameOf
from tracker.store.record_store import Store

_AROUND = 40
_MORE = "…"
_NOTE = Text("Stand van zaken", "State of affairs")
_DEADLINE = Text("Termijn", "Deadline")
Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Hit:
    """A place in a record: the field's words, and the text with the part that was found in the middle."""

    field: Text
    before: str
    found: str
    after: str


@lru_cache(maxsize=8192)
def spans(text: str, words: tuple[str, ...]) -> tuple[Span, ...]:
    """Give where folded words stand in a text, as (start, end), in order and without overlap."""
    folded, places = _folded(text)
    found: list[Span] = []
    for word in words:
        start = folded.find(word)
        while start >= 0:
            found.append((places[start], places[start + len(word) - 1] + 1))
            start = folded.find(word, start + len(word))
    merged: list[Span] = []
    for start, end in sorted(found):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return tuple(merged)


def hits(
    store: Store, typed: str, shown: Mapping[int, Collection[str]], language: Language = Language.DUTCH
) -> dict[int, Hit]:
    """Give for records that hold the typed words where to look, unless the fields in sight have them all.

    ``shown`` holds by record the fields that can be read whole.
    """
    asked = searches(typed)
    if not asked:
        return {}
    ids = list(shown)
    names, parts = store.names(), store.parts_of(ids)
    found = {}
    for record in store.records(ids):
        texts = list(_texts(record, parts.get(record.id, RecordParts()), names, language))
        hit = _first_hit(texts, asked, shown[record.id])
        if hit is not None:
            found[record.id] = hit
    return found


def _first_hit(texts: list[tuple[str, Text, str]], asked: list[list[str]], visible: Collection[str]) -> Hit | None:
    for words in asked:
        seen = " | ".join(fold(text) for name, _, text in texts if name in visible)
        missing = [word for word in words if word not in seen]
        for word in missing:
            for name, label, text in texts:
                if name not in visible and (places := spans(text, (word,))):
                    return _around(label, text, places[0])
        if not missing:
            return None
    return None


def _texts(record: Record, parts: RecordParts, names: NameOf, language: Language) -> Iterator[tuple[str, Text, str]]:
    yield "reference", Text("Nr", "No."), record.reference
    for spec in fields_of(record.kind.model):
        text = spec.type.text(record.values[spec.name], language, names)
        if text:
            yield spec.name, spec.label, text
    for deadline in parts.deadlines:
        for name in ("wording", "what", "waits_for"):
            if deadline[name]:
                yield "deadline", _DEADLINE, deadline[name]
    for note in parts.notes:
        yield "note", _NOTE, note["text"]


def _around(label: Text, text: str, span: Span) -> Hit:
    start, end = span
    first, last = max(0, start - _AROUND), min(len(text), end + _AROUND)
    before = (
        (_MORE if first else "") + " ".join(text[first:start].split()) + (" " if text[:start][-1:].isspace() else "")
    )
    after = (
        (" " if text[end:][:1].isspace() else "")
        + " ".join(text[end:last].split())
        + (_MORE if last < len(text) else "")
    )
    return Hit(label, before, " ".join(text[start:end].split()), after)


def _folded(text: str) -> tuple[str, Sequence[int]]:
    """Give the folded text with, for each of its characters, the place in the text that it came from."""
    if text.isascii() and "  " not in text and text.isprintable():
        return text.casefold(), range(len(text))
    letters: list[str] = []
    places: list[int] = []
    for place, sign in enumerate(text):
        folded = " " if sign.isspace() else fold(sign)
        if folded == " " and letters[-1:] == [" "]:
            continue
        letters.append(folded)
        places += [place] * len(folded)
    return "".join(letters), places
