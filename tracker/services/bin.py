"""The bin: records that were deleted, and bringing them back with all that hung on them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from tracker.basics.errors import NotFound
from tracker.basics.folding import fold
from tracker.basics.language import Text
from tracker.records.change import Change, Source, Step, StoredRow
from tracker.records.entity import KIND_TABLES, model_of
from tracker.records.field import fields_of
from tracker.records.registry import kind_of
from tracker.records.step_labels import StepLabel, records_named, step_text
from tracker.records.value_type import ListOf, Reference
from tracker.store.deletions import Deletion, deletions, rows_lost_with
from tracker.store.record_store import Store

_BESIDE = ("organisation", "debate", "letter")
"""What a record can point at and undo can take away; persons always stay."""


@dataclass(frozen=True, slots=True)
class Deleted:
    """A record in the bin. ``how`` is what the step that took it out did; ``at`` is in UTC."""

    id: int
    kind: str
    reference: str
    title: str
    at: datetime
    by: str
    how: Text

    @property
    def folded(self) -> str:
        """Give the text in which words are looked for."""
        return fold(f"{self.reference}|{self.title}|{kind_of(self.kind).one.nl}|{self.by}|{self.how.nl}")


def deleted_records(store: Store) -> list[Deleted]:
    """Give what is in the bin, the record that was deleted last in front.

    A record whose making was undone is in it too: what was typed is never lost.
    """
    names = store.names()
    return [
        Deleted(
            one.record_id,
            one.kind,
            one.reference,
            one.title,
            one.at,
            names("person", one.by),
            step_text(one.label, one.act),
        )
        for one in deletions(store)
    ]


@dataclass(frozen=True, slots=True)
class Restoring:
    """The step that brings records back, and in sentences what cannot come along."""

    step: Step
    left_out: tuple[Text, ...]


def restore_records(store: Store, ids: Sequence[int], source: Source = Source.WINDOW) -> Restoring:
    """Give the step that brings these records back as they were, with what hung on them.

    Relations come back where the other record is there (or comes back too). What a record pointed at and that is gone
    itself comes back along with it where one step took both. Raises NotFound where none of the records is in the bin.
    """
    gone = deletions(store, ids)
    if not gone:
        raise NotFound("Dit record ligt niet (meer) in de prullenbak.", "This record is not in the bin (any more).")
    rows, relations = rows_lost_with(store, gone)
    return _Restoring(store, gone, rows).restoring(relations, source)


class _Restoring:
    """One run: the rows of each record, what they point at, and the relations between what is there then."""

    def __init__(self, store: Store, gone: Sequence[Deletion], rows: dict[int, list[Change]]) -> None:
        self._store = store
        self._gone = gone
        self._rows = {step: {(row.entity, row.id): row for row in of_step} for step, of_step in rows.items()}
        self._belonging = _by_record(rows)
        self._changes: list[Change] = []
        self._left_out: list[Text] = []
        self._there = {entity: set(store.names().by_entity[entity]) for entity in _BESIDE}
        self._made: set[tuple[str, int]] = set()

    def restoring(self, relations: Iterable[Change], source: Source) -> Restoring:
        for one in self._gone:
            for row in self._belonging.get((one.step_id, one.record_id), ()):
                self._make(row, one)
        self._add_relations(list(relations))
        label = StepLabel.RESTORED(records=records_named([one.reference for one in self._gone]))
        return Restoring(Step(label, tuple(self._changes), source), tuple(self._left_out))

    def _make(self, row: Change, one: Deletion) -> None:
        values = self._without_lost(row.entity, row.before or {}, one)
        self._add(Change(row.entity, row.id, None, values, one.record_id))

    def _add(self, change: Change) -> None:
        if (change.entity, change.id) not in self._made:
            self._made.add((change.entity, change.id))
            self._changes.append(change)

    def _without_lost(self, entity: str, stored: StoredRow, one: Deletion) -> dict[str, Any]:
        """Give the values, without what they point at that is gone for good."""
        values = dict(stored)
        for spec in fields_of(model_of(entity)):
            target = spec.type.of if isinstance(spec.type, ListOf) else spec.type
            value = values.get(spec.name)
            if not isinstance(target, Reference) or target.entity not in _BESIDE or not value:
                continue
            ids: list[Any] = value if isinstance(value, list) else [value]
            kept = [row_id for row_id in ids if self._is_there(target.entity, row_id, one)]
            if len(kept) < len(ids):
                values[spec.name] = kept if isinstance(value, list) else None
                self._left_out.append(
                    Text(
                        f"{one.reference}: {spec.label.nl.lower()} blijft leeg, want dat is er niet meer.",
                        f"{one.reference}: {spec.label.en.lower()} stays empty, for that is gone.",
                    )
                )
        return values

    def _is_there(self, entity: str, row_id: int, one: Deletion) -> bool:
        if row_id in self._there[entity]:
            return True
        lost = self._rows[one.step_id].get((entity, row_id))
        if lost is None:
            return False
        self._add(Change(entity, row_id, None, lost.before))
        return True

    def _add_relations(self, relations: list[Change]) -> None:
        back = {one.record_id for one in self._gone}
        others = {int(str((row.before or {})[side])) for row in relations for side in ("record_id", "to_id")} - back
        here = {one.id for one in self._store.summaries(sorted(others)) if not one.deleted} | back
        names = self._store.references(others | back)
        for row in reversed(relations):
            before = row.before or {}
            sides = [int(str(before[side])) for side in ("record_id", "to_id")]
            if set(sides) <= here:
                self._add(Change("relation", row.id, None, before, row.record_id))
                continue
            start, end = (names.get(side, "?") for side in sides)
            lost = next(names.get(side, "?") for side in sides if side not in here)
            self._left_out.append(
                Text(
                    f"De samenhang “{start} {before['how']} {end}” komt niet mee, want {lost} is zelf verwijderd.",
                    f"The relation “{start} {before['how']} {end}” stays out, for {lost} was deleted itself.",
                )
            )


def _by_record(rows: dict[int, list[Change]]) -> dict[tuple[int, int], list[Change]]:
    """Give what was deleted by step and record: the record's own row and what hung on it, relations apart."""
    found: dict[tuple[int, int], list[Change]] = defaultdict(list)
    for step_id, of_step in rows.items():
        for row in of_step:
            owner = row.id if row.entity in KIND_TABLES else (row.before or {}).get("record_id")
            if isinstance(owner, int) and row.entity != "relation":
                found[step_id, owner].append(row)
    return found
