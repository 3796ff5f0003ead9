"""What stands on paper, before anybody knows how it is drawn: rows of cells, a title and a footer. Without Qt."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import Enum
from itertools import groupby
from typing import Any

from tracker.basics.formats import day_words, moment_words
from tracker.basics.language import Language, Text
from tracker.records.deadline import Deadline, Postponement
from tracker.records.deadline_rules import INTERNAL_SORT
from tracker.records.evidence import Evidence
from tracker.records.field import FieldSpec, fields_of
from tracker.records.note import ProgressNote
from tracker.records.record_base import GROUPS
from tracker.records.relation import relation_words
from tracker.records.snapshot import Part, Record, RecordParts, Summary
from tracker.services.history import FieldChange, field_changes
from tracker.store.figures import PUBLIC_MARKING, ids_not_public
from tracker.store.names import Names
from tracker.store.record_store import Store

LABEL_SHARE, TEXT_SHARE = 0.26, 0.74
HISTORY_STEPS = 200
_DEADLINES = Text("Termijnen", "Deadlines")
_POSTPONED = Text("Uitgesteld", "Postponed")
_NOTES = Text("Stand van zaken", "State of affairs")
_RELATIONS = Text("Samenhang", "Relations")
_EVIDENCE = Text("Bewijsstukken", "Evidence")
_HISTORY = Text("Geschiedenis", "History")
_NO_DAY = Text("Zonder dag", "Without day")
_INTERNAL_NOTE = Text("alleen intern", "internal only")
_EMPTY = Text("leeg", "empty")


class Look(Enum):
    """How a cell looks."""

    TITLE = "title"
    BODY = "body"
    MUTED = "muted"
    BOLD = "bold"
    LATE = "late"
    HEADING = "heading"
    COLUMN = "column"


@dataclass(frozen=True, slots=True)
class Cell:
    """A text and the share of the width that it takes. It wraps."""

    text: str
    share: float
    look: Look = Look.BODY
    is_right: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """Cells side by side. ``keeps_next``: never last on a page; ``has_rule``: a line below; ``opens``: room above."""

    cells: tuple[Cell, ...]
    keeps_next: bool = False
    has_rule: bool = False
    opens: bool = False


@dataclass(frozen=True)
class Paper:
    """One document. ``head`` returns on each page; ``warning`` stands in the footer where not everybody may read it.

    ``rows`` may be made while they are asked for; ``row_count`` is how many there will be.
    """

    title: str
    about: tuple[str, ...]
    rows: Iterable[Row]
    row_count: int
    head: Row | None = None
    warning: str = ""
    is_wide: bool = False


@dataclass(frozen=True)
class RecordPaper:
    """What the print of one record is made from."""

    store: Store
    record: Record
    today: date
    language: Language
    leaves_out_internal: bool = False
    has_history: bool = False
    _names: Names = field(init=False, repr=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_names", self.store.names())

    def make(self) -> Paper:
        """Give the document: all fields that are known, and what hangs on the record."""
        parts = self.store.parts(self.record.id)
        rows = [*self._fields(), *self._deadlines(parts), *self._notes(parts), *self._relations(parts)]
        rows += self._evidence(parts)
        if self.has_history:
            rows += self._history()
        kind = self.record.kind.one.to(self.language)
        about = (f"{kind[:1].upper()}{kind[1:]} {self.record.reference}",)
        return Paper(str(self.record["title"]), about, rows, len(rows), warning=self._warning(rows, parts))

    def _warning(self, rows: Sequence[Row], parts: RecordParts) -> str:
        if self.record["marking"] != PUBLIC_MARKING:
            return Text(f"Markering: {self.record['marking']}", f"Marking: {self.record['marking']}").to(self.language)
        if self.leaves_out_internal or not rows:
            return ""
        has_internal = any(spec.internal and self.record[spec.name] for spec in fields_of(self.record.kind.model))
        has_internal |= any(note["internal"] for note in parts.notes)
        has_internal |= any(one["sort"] == INTERNAL_SORT for one in parts.deadlines)
        return INTERNAL_WARNING.to(self.language) if has_internal or self.has_history else ""

    # --- parts of the record ------------------------------------------------------------------------------------------

    def _fields(self) -> Iterator[Row]:
        specs = fields_of(self.record.kind.model)
        for group in GROUPS:
            lines = [
                (spec.label.to(self.language), text)
                for spec in specs
                if spec.group == group and spec.name != "title" and (text := self._text(spec, self.record[spec.name]))
            ]
            if lines:
                yield heading(group.to(self.language))
                yield from (_pair(*line) for line in lines)

    def _deadlines(self, parts: RecordParts) -> Iterator[Row]:
        shown = [one for one in parts.deadlines if not (self.leaves_out_internal and one["sort"] == INTERNAL_SORT)]
        if shown:
            yield heading(_DEADLINES.to(self.language))
        for one in shown:
            end = _NO_DAY.to(self.language) if one["end"] is None else day_words(one["end"], self.language)
            yield Row(
                (Cell(end, LABEL_SHARE, Look.BOLD), Cell(one["wording"] or "", TEXT_SHARE, Look.BOLD)),
                keeps_next=True,
                opens=True,
            )
            yield from self._details(Deadline, one, skips=("wording", "end"))
            chain = [step for step in parts.postponements if step["deadline_id"] == one.id]
            for step in chain:
                yield _pair(_POSTPONED.to(self.language), self._postponement(step))

    def _postponement(self, step: Part) -> str:
        def window(side: str) -> str:
            end = step[f"{side}_end"]
            return step[f"{side}_wording"] or (
                _NO_DAY.to(self.language) if end is None else day_words(end, self.language)
            )

        on = "" if step["on"] is None else f"{day_words(step['on'], self.language)}: "
        known = {spec.name: spec for spec in fields_of(Postponement)}
        more = [self._text(known[name], step[name]) for name in ("reason", "letter")]
        return "\n".join([f"{on}{window('old')} → {window('new')}", *(words for words in more if words)])

    def _notes(self, parts: RecordParts) -> Iterator[Row]:
        shown = [one for one in parts.notes if not (self.leaves_out_internal and one["internal"])]
        if shown:
            yield heading(_NOTES.to(self.language))
        letter = next(spec for spec in fields_of(ProgressNote) if spec.name == "letter")
        for one in sorted(shown, key=lambda note: (note["on"] or date.min, note.id), reverse=True):
            day = "" if one["on"] is None else day_words(one["on"], self.language)
            internal = _INTERNAL_NOTE.to(self.language) if one["internal"] else ""
            about = "\n".join(words for words in (day, self._text(letter, one["letter"]), internal) if words)
            cited = "; ".join(one["citations"])
            yield _pair(about or _NO_DAY.to(self.language), "\n".join(words for words in (one["text"], cited) if words))

    def _relations(self, parts: RecordParts) -> Iterator[Row]:
        def other(relation: Part) -> int:
            return int(relation["to_id"] if relation["record_id"] == self.record.id else relation["record_id"])

        known: dict[int, Summary] = {
            one.id: one
            for one in self.store.summaries([other(relation) for relation in parts.relations])
            if not one.deleted and not (self.leaves_out_internal and one.marking != PUBLIC_MARKING)
        }
        shown = [relation for relation in parts.relations if other(relation) in known]
        if shown:
            yield heading(_RELATIONS.to(self.language))
        for relation in shown:
            is_other_side = relation["record_id"] != self.record.id
            how = relation_words(relation["how"], reversed_side=is_other_side, language=self.language)
            found = known[other(relation)]
            yield _pair(how, f"{found.reference} {found.title}")

    def _evidence(self, parts: RecordParts) -> Iterator[Row]:
        if parts.evidence:
            yield heading(_EVIDENCE.to(self.language))
        for one in parts.evidence:
            yield Row((Cell(str(one["name"]), 1.0, Look.BOLD),), keeps_next=True, opens=True)
            yield from self._details(Evidence, one, skips=("name", "digest", "size_bytes"))

    def _history(self) -> Iterator[Row]:
        changes = field_changes(self.store, self.record.id, language=self.language)
        steps = groupby(changes, lambda one: (one.at, one.by, one.label))
        for place, ((at, by, label), lines) in enumerate(steps):
            if place == 0:
                yield heading(_HISTORY.to(self.language))
            if place == HISTORY_STEPS:
                return
            kept = [one for one in lines if not self.leaves_out_internal or self._is_public(one)]
            if kept:
                yield _pair(self._who(at, by), "\n".join([label, *(self._change(one) for one in kept)]))

    def _is_public(self, change: FieldChange) -> bool:
        """Tell whether a change may be read outside: of a public field of the record itself.

        Of a note or deadline the log does not tell whether it was internal at that moment.
        """
        table = self.record.kind.table
        public = {spec.name for spec in fields_of(self.record.kind.model) if not spec.internal}
        return change.entity == table and change.field in public

    def _who(self, at: datetime, by: str) -> str:
        when = moment_words(at, self.language)
        return when if self.leaves_out_internal else f"{when}\n{by}"

    def _change(self, one: FieldChange) -> str:
        empty = _EMPTY.to(self.language)
        caption = f"{one.what}: {one.caption}" if one.what else one.caption
        return f"{caption}: {one.before or empty} → {one.after or empty}"

    # --- values -------------------------------------------------------------------------------------------------------

    def _details(self, model: Any, part: Part, skips: tuple[str, ...]) -> Iterator[Row]:
        for spec in fields_of(model):
            if spec.name not in skips and (text := self._text(spec, part[spec.name])):
                yield _pair(spec.label.to(self.language), text)

    def _text(self, spec: FieldSpec, value: Any) -> str:
        if spec.internal and self.leaves_out_internal:
            return ""
        text = spec.type.text(value, self.language, self._names)
        return text.replace("; ", "\n") if spec.type.many else text


NOT_PUBLIC_WARNING = Text(
    "Intern: er staan records in die niet openbaar zijn.", "Internal: holds records that are not public."
)
INTERNAL_WARNING = Text(
    "Intern: bevat interne velden. Niet voor buiten het ministerie.",
    "Internal: holds internal fields. Not for outside the ministry.",
)


def not_public(store: Store) -> set[int]:
    """Give the records of which a print must say that not everybody may read it."""
    return ids_not_public(store)


def heading(words: str) -> Row:
    """Give a row that opens a part of the document."""
    return Row((Cell(words, 1.0, Look.HEADING),), keeps_next=True)


def _pair(label: str, text: str) -> Row:
    return Row((Cell(label, LABEL_SHARE, Look.MUTED), Cell(text, TEXT_SHARE)))
