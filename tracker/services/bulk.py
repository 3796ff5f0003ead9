"""Acts on several records at once, each rehearsed first: a field, settling, postponing, relating."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from tracker.basics.errors import InvalidForm, InvalidValue
from tracker.basics.formats import day_words
from tracker.basics.language import Language, Text
from tracker.records.deadline_rules import judged
from tracker.records.field import FieldSpec, field_of
from tracker.records.kind import Kind
from tracker.records.record_base import RecordBase
from tracker.records.registry import kind_of
from tracker.records.relation import RELATIONS, relation_words
from tracker.records.snapshot import Part, Record, RecordParts
from tracker.records.status import ACTIVE_PHASES
from tracker.records.step_labels import StepLabel, records_counted
from tracker.records.value_type import ListOf, Reference
from tracker.services import deadline_words
from tracker.services.drafting import Draft
from tracker.services.handling import put_off, settling
from tracker.services.operations import Finding, Operation, changed_value, is_text
from tracker.services.recess_calendar import calendar_of
from tracker.services.rehearsal import Outcome, Plan, PlanLine, Rehearsal
from tracker.store.record_store import Store

CHANGED_MOST = ("owner", "status", "minister", "lead", "theme", "priority", "tags")
"""The fields that are changed most for many records at once, the one that is changed most first."""
_REQUIRED = Text("Dit veld mag niet leeg zijn.", "This field may not be empty.")
_FILL_IN = Text("Vul dit veld in.", "Fill in this field.")
_SETTLED_ALREADY = Text("Is al klaar.", "Is done already.")
_DROPPED = Text("Is vervallen; daar is niets af te doen.", "Was dropped; there is nothing to settle.")
_NO_DEADLINE = Text("Heeft geen open termijn.", "Has no open deadline.")
_NOT_ACTIVE = Text("Is klaar of vervallen; de termijn blijft staan.", "Is done or dropped; its deadline stays.")
_ITSELF = Text("Een record hangt niet met zichzelf samen.", "A record is not related to itself.")
_STATUS = Text("Status", "Status")
_DEADLINE = Text("Termijn", "Deadline")
_RELATION = Text("Samenhang", "Relation")
_NEW_PERSON = Text("nog niet bekend en wordt toegevoegd", "not known yet and will be added")


def kinds_of(store: Store, ids: Sequence[int]) -> tuple[Kind, ...]:
    """Give the kinds that these records are of."""
    codes = dict(store.column("record", "kind"))
    return tuple(kind_of(code) for code in dict.fromkeys(codes[one] for one in ids if one in codes))


@dataclass(frozen=True)
class FieldAct:
    """One operation on one field. ``value`` and ``find`` are as people give them: values, or texts to be read."""

    spec: FieldSpec
    operation: Operation
    value: Any = None
    find: Any = None
    minds_case: bool = False
    whole_words: bool = False
    language: Language = Language.DUTCH

    def rehearse(self, store: Store, ids: Sequence[int]) -> Rehearsal:
        """Give the rehearsal. Raises InvalidForm (``value``, ``find``) where that cannot be read."""
        draft = Draft(store)
        value, find = self._read(draft)
        plan = Plan(
            draft,
            lambda changed, _: StepLabel.FIELD_CHANGED(records=records_counted(changed), field=self.spec.label),
        )

        def work(records: list[Record]) -> Iterator[PlanLine]:
            for record in records:
                yield self._line(draft, record, value, find)

        return Rehearsal(store, ids, plan, work)

    def _read(self, draft: Draft) -> tuple[Any, Any]:
        """Read what was given, by the field's own type; a closed choice is read for each kind of record apart."""
        faults: dict[str, Text] = {}
        replaces = self.operation is Operation.REPLACE
        needs_value = self.operation is not Operation.CLEAR and not (replaces and not self.spec.required)
        value = _read_one(draft, self.spec, self.value)
        if draft.faults:
            faults["value"] = next(iter(draft.faults.values()))
        elif needs_value and value in (None, "", ()):
            faults["value"] = _FILL_IN
        find: Any = None
        if replaces:
            find = self._read_find(faults)
        draft.faults.clear()
        if faults:
            raise InvalidForm(faults)
        return value, find

    def _read_find(self, faults: dict[str, Text]) -> Any:
        if is_text(self.spec.type):
            if not self.find:
                faults["find"] = _FILL_IN
            return Finding(str(self.find or ""), self.minds_case, self.whole_words)
        if not isinstance(self.find, str):
            return self.find
        if self.spec.type.widget in {"reference", "references"}:  # reading an unknown name would make a new row
            faults["find"] = Text(f"“{self.find}” is niet bekend.", f"“{self.find}” is not known.")
            return None
        try:
            return self.spec.type.parse(self.find)
        except InvalidValue as error:
            faults["find"] = error.words
            return None

    def _line(self, draft: Draft, record: Record, value: Any, find: Any) -> PlanLine:
        spec = field_of(record.kind.model, self.spec.name)
        if spec is None:
            return _refused(record, self.spec.label, "", no_such_field(record))
        old = record[spec.name]
        before = spec.type.text(old, self.language, draft.name_of)
        new = changed_value(spec, self.operation, old, value, find)
        return field_line(draft, record, spec, before, new, self.language)


def field_line(
    draft: Draft, record: Record, spec: FieldSpec, before: str, given: Any, language: Language = Language.DUTCH
) -> PlanLine:
    """Give the line for one field of a record that gets a value: a text that is to be read, or the value itself."""
    part = draft.part()
    value = part.cleaned(record.kind.table, {spec.name: given}).get(spec.name)
    shown = str(given) if isinstance(given, str) else spec.type.text(given, language, draft.name_of)
    if spec.name in part.faults:
        return _refused(record, spec.label, before, part.faults[spec.name], shown)
    if spec.required and value in (None, ""):
        return _refused(record, spec.label, before, _REQUIRED)
    if spec.type.to_stored(value) == spec.type.to_stored(record[spec.name]):
        return PlanLine(Outcome.UNCHANGED, record.reference, record.summary.title, spec.label, before, before)
    after = spec.type.text(value, language, draft.name_of)

    def act(into: Draft) -> None:
        into.change(record.kind.table, record.id, record.values, {spec.name: value}, record.id)

    why = new_names(draft, spec, value)
    return PlanLine(Outcome.CHANGED, record.reference, record.summary.title, spec.label, before, after, why, act)


def new_names(draft: Draft, spec: FieldSpec, value: Any) -> Text | None:
    """Say which organisations or persons in a value are not known yet, or None: a slip of the pen makes new ones."""
    one = spec.type.of if isinstance(spec.type, ListOf) else spec.type
    if not isinstance(one, Reference):
        return None
    ids = value if isinstance(value, tuple) else (value,)
    names = [draft.named[one.entity, row_id] for row_id in ids if (one.entity, row_id) in draft.named]
    if not names:
        return None
    shown = ", ".join(f"“{name}”" for name in names)
    return Text(f"{shown} is {_NEW_PERSON.nl}.", f"{shown} is {_NEW_PERSON.en}.")


def no_such_field(record: Record) -> Text:
    """Say that records of this kind do not have the field."""
    return Text(f"Een {record.kind.one.nl} heeft dit veld niet.", f"No such field on: {record.kind.one.en}.")


@dataclass(frozen=True)
class SettleAct:
    """Settling on a day, with a letter or without."""

    on: date | None
    letter: int | str | None = None
    language: Language = Language.DUTCH

    def rehearse(self, store: Store, ids: Sequence[int]) -> Rehearsal:
        """Give the rehearsal. Raises InvalidForm for a day or letter that is missing."""
        draft = Draft(store)
        letter = _letter_in(draft, RecordBase, "settled_letter", self.letter)
        if self.on is None:
            draft.faults["settled_on"] = _FILL_IN
        draft.refuse_faults()
        on = self.on or date.min
        plan = Plan(draft, lambda changed, _: StepLabel.SETTLED(records=records_counted(changed)))

        def work(records: list[Record]) -> Iterator[PlanLine]:
            for record in records:
                yield _settle_line(record, on, letter, self.language)

        return Rehearsal(store, ids, plan, work)


def _settle_line(record: Record, on: date, letter: int | None, language: Language) -> PlanLine:
    before = record.kind.status_words(record["status"] or "").to(language)
    if record.summary.phase == "done":
        return PlanLine(
            Outcome.UNCHANGED, record.reference, record.summary.title, _STATUS, before, before, _SETTLED_ALREADY
        )
    if record.summary.phase not in ACTIVE_PHASES:
        return _refused(record, _STATUS, before, _DROPPED)

    try:
        given = settling(record, on, letter)
    except InvalidValue as error:
        return _refused(record, _STATUS, before, error.words)

    def act(into: Draft) -> None:
        into.change(record.kind.table, record.id, record.values, given, record.id)

    settled = record.kind.status_words(given["status"]).to(language)
    after = f"{settled} ({day_words(on, language)})"
    return PlanLine(Outcome.CHANGED, record.reference, record.summary.title, _STATUS, before, after, None, act)


@dataclass(frozen=True)
class PostponeAct:
    """Moving all open deadlines to new words, or a last day, with reason and letter."""

    wording: str | None = None
    end: date | None = None
    reason: str | None = None
    on: date | None = None
    letter: int | str | None = None
    language: Language = Language.DUTCH

    def rehearse(self, store: Store, ids: Sequence[int]) -> Rehearsal:
        """Give the rehearsal. Raises InvalidForm for what is missing."""
        from tracker.records.deadline import Postponement

        draft = Draft(store)
        letter = _letter_in(draft, Postponement, "letter", self.letter)
        if not (self.wording or self.end):
            draft.faults["wording"] = _FILL_IN
        if not self.reason:
            draft.faults["reason"] = _FILL_IN
        if self.on is None:
            draft.faults["on"] = _FILL_IN
        draft.refuse_faults()
        on = self.on or date.min
        chain = {"on": on, "reason": self.reason, "letter": letter}
        new = deadline_words.deadline_values(self.wording or "", on, self.end, calendar_of(store))
        plan = Plan(draft, lambda changed, _: StepLabel.RECORDS_POSTPONED(records=records_counted(changed)))

        def work(records: list[Record]) -> Iterator[PlanLine]:
            parts = store.parts_of([record.id for record in records])
            for record in records:
                yield from _postpone_lines(record, parts[record.id], new, chain, self.language)

        return Rehearsal(store, ids, plan, work)


def _postpone_lines(
    record: Record, parts: RecordParts, new: dict[str, Any], chain: dict[str, Any], language: Language
) -> Iterator[PlanLine]:
    waiting = judged(parts.deadlines, lambda one: one.values)
    if not waiting:
        yield _refused(record, _DEADLINE, "", _NO_DEADLINE)
        return
    for deadline in waiting:
        what = deadline["what"]
        caption = Text.same(what) if what else _DEADLINE
        before = deadline_text(deadline.values, language)
        if record.summary.phase not in ACTIVE_PHASES:
            yield PlanLine(
                Outcome.UNCHANGED, record.reference, record.summary.title, caption, before, before, _NOT_ACTIVE
            )
            continue

        def act(into: Draft, deadline: Part = deadline) -> None:
            put_off(into, record, deadline, new, **chain)

        yield PlanLine(
            Outcome.CHANGED,
            record.reference,
            record.summary.title,
            caption,
            before,
            deadline_text(new, language),
            None,
            act,
        )


def deadline_text(values: Mapping[str, Any], language: Language = Language.DUTCH) -> str:
    """Give a deadline in a few words: what was said, and its last day."""
    end = day_words(values["end"], language) if values["end"] else ""
    said = values["wording"] or ""
    return f"{said} ({end})" if said and end else said or end or values["waits_for"] or "–"


@dataclass(frozen=True)
class RelateAct:
    """Relating all to one record; ``reversed_side`` reads the word from that record's side."""

    how: str
    other: int | None
    reversed_side: bool = False
    language: Language = Language.DUTCH

    def rehearse(self, store: Store, ids: Sequence[int]) -> Rehearsal:
        """Give the rehearsal. Raises InvalidForm where no record was chosen."""
        draft = Draft(store)
        found = [] if self.other is None else store.records([self.other])
        if not found or self.how not in RELATIONS:
            raise InvalidForm({"other": Text("Kies een record.", "Choose a record.")})
        other = found[0]
        plan = Plan(
            draft,
            lambda changed, _: StepLabel.RECORDS_RELATED(records=records_counted(changed), record=other.reference),
        )
        words = relation_words(self.how, reversed_side=self.reversed_side, language=self.language)
        after = f"{words} {other.reference} {other.summary.title}"

        def work(records: list[Record]) -> Iterator[PlanLine]:
            parts = store.parts_of([record.id for record in records])
            for record in records:
                yield self._line(record, other, parts[record.id], after)

        return Rehearsal(store, ids, plan, work)

    def _line(self, record: Record, other: Record, parts: RecordParts, after: str) -> PlanLine:
        if record.id == other.id:
            return _refused(record, _RELATION, "", _ITSELF)
        start, end = (other.id, record.id) if self.reversed_side else (record.id, other.id)
        ends = {(one["record_id"], one["how"], one["to_id"]) for one in parts.relations}
        if (start, self.how, end) in ends:
            return PlanLine(Outcome.UNCHANGED, record.reference, record.summary.title, _RELATION, after, after)

        def act(into: Draft) -> None:
            into.make("relation", {"how": self.how}, start, to_id=end)

        return PlanLine(Outcome.CHANGED, record.reference, record.summary.title, _RELATION, "", after, None, act)


BulkAct = FieldAct | SettleAct | PostponeAct | RelateAct


def _read_one(draft: Draft, spec: FieldSpec, given: Any) -> Any:
    """Read a value; one of a closed list is left as it is, for each kind has its own."""
    if given is None:
        return () if spec.type.many else None
    return draft.cleaned_by(spec, given)


def _letter_in(draft: Draft, model: Any, name: str, given: int | str | None) -> int | None:
    spec = field_of(model, name)
    found = None if spec is None else draft.cleaned_by(spec, given)
    return found if isinstance(found, int) else None


def _refused(record: Record, caption: Text, before: str, why: Text, after: str = "") -> PlanLine:
    return PlanLine(Outcome.REFUSED, record.reference, record.summary.title, caption, before, after, why)
