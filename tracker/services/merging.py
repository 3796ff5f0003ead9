"""Making one record of two of the same kind: the first stays, and takes in what the second has beside it.

The second goes to the bin with a trace to the first, so that its reference leads there. Both histories stay.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import partial
from typing import Any

from tracker.basics.errors import InvalidValue
from tracker.basics.language import Language, Text
from tracker.records.change import Change, Source, Step
from tracker.records.entity import BESIDE
from tracker.records.field import FieldSpec, fields_of
from tracker.records.relation import MERGED_INTO
from tracker.records.snapshot import Part, Record, RecordParts
from tracker.records.step_labels import StepLabel
from tracker.records.value_type import ValueType
from tracker.services.drafting import Draft, to_stored
from tracker.services.handling import move_part
from tracker.services.part_text import part_text
from tracker.store.lists import went_into
from tracker.store.record_store import Store


class Side(StrEnum):
    """Whose value is kept."""

    FIRST = "first"
    SECOND = "second"
    BOTH = "both"
    """Of lists and remarks: what stands in either."""


@dataclass(frozen=True, slots=True)
class MergedField:
    """A field in which the two differ: both values, and whose is kept unless somebody chooses otherwise."""

    spec: FieldSpec
    first: Any
    second: Any
    kept: Side

    @property
    def can_be_both(self) -> bool:
        """Tell whether both values can be kept together."""
        return _can_be_both(self.spec)

    def words(self, store: Store, language: Language) -> tuple[str, str]:
        """Give both values as people read them."""
        names = store.names()
        first, second = (self.spec.type.text(value, language, names) for value in (self.first, self.second))
        return first, second


def merged_fields(first: Record, second: Record) -> list[MergedField]:
    """Give the fields in which two records of one kind differ. What the first does not know, the second fills in."""
    found = []
    for spec in fields_of(first.kind.model):
        one, other = first[spec.name], second[spec.name]
        if spec.type.to_stored(one) != spec.type.to_stored(other):
            found.append(MergedField(spec, one, other, _usual(spec, one, other)))
    return found


def merge_records(
    store: Store, first: Record, second: Record, chosen: Mapping[str, Side] | None = None,
    source: Source = Source.WINDOW,
) -> Step:  # fmt: skip
    """Give the one step that makes one record of two; ``chosen`` says by field name whose value is kept.

    Raises InvalidValue where they are one record, or of two kinds.
    """
    if first.id == second.id or first.kind != second.kind:
        raise InvalidValue(
            "Alleen twee verschillende records van dezelfde soort kunnen worden samengevoegd.",
            "Only two different records of the same kind can be merged.",
        )
    draft = Draft(store)
    values = {one.spec.name: _kept(one, (chosen or {}).get(one.spec.name, one.kept)) for one in
              merged_fields(first, second)}  # fmt: skip
    _change(draft, first, values)
    parts = store.parts_of([first.id, second.id])
    for part, is_there in _moving(parts[first.id], parts[second.id], first, second):
        if is_there:
            draft.delete(part.entity, part.id, part.values, second.id)
        else:
            move_part(draft, part, second, first)
    draft.make("relation", {"how": MERGED_INTO}, second.id, to_id=first.id)
    draft.delete(second.kind.table, second.id, second.values, second.id)
    return draft.step(StepLabel.RECORDS_MERGED(record=second.reference, other=first.reference), source)


@dataclass(frozen=True, slots=True)
class MergedPart:
    """Something that hangs on one of the two: what it is, and its words. ``is_there``: the first has the same."""

    caption: Text
    words: str
    side: Side
    is_there: bool = False


def merged_parts(store: Store, first: Record, second: Record, language: Language) -> list[MergedPart]:
    """Give all that hangs on either, as people read it; what is the second's comes along."""
    parts = store.parts_of([first.id, second.id])
    mine = [(part, first, Side.FIRST, False) for part in _of(parts[first.id])]
    theirs = [
        (part, second, Side.SECOND, is_there)
        for part, is_there in _moving(parts[first.id], parts[second.id], first, second)
    ]
    found = []
    for part, record, side, is_there in (*mine, *theirs):
        ends = [part[name] for name in ("record_id", "to_id")] if part.entity == "relation" else []
        other = next((one for one in ends if one != record.id), record.id)
        words = part_text(
            part.entity, part.values, language, partial(_reference, store, other),
            reversed_side=bool(ends) and ends[0] != record.id,
        )  # fmt: skip
        found.append(MergedPart(BESIDE[part.entity], words, side, is_there))
    return found


def _reference(store: Store, record_id: int) -> str:
    return store.references([record_id]).get(record_id, "")


def _of(parts: RecordParts) -> Iterator[Part]:
    for some in (parts.deadlines, parts.postponements, parts.notes, parts.evidence, parts.relations):
        yield from some


def merged_into(store: Store, record_id: int) -> list[tuple[int, str]]:
    """Give the records that were merged into this one, as (id, reference): their histories belong to it too."""
    with store.read() as connection:
        return went_into(connection, record_id)


def _can_be_both(spec: FieldSpec) -> bool:
    return spec.type.many or spec.name == "remarks"


def _usual(spec: FieldSpec, first: Any, second: Any) -> Side:
    if first in (None, (), ""):
        return Side.SECOND
    return Side.BOTH if _can_be_both(spec) and second not in (None, (), "") else Side.FIRST


def _kept(one: MergedField, side: Side) -> Any:
    if side is Side.FIRST:
        return one.first
    if side is Side.SECOND or not one.can_be_both:
        return one.second
    return _together(one.spec.type, one.first, one.second)


def _together(value_type: ValueType, first: Any, second: Any) -> Any:
    if value_type.many:
        there = [value_type.to_stored((one,)) for one in first or ()]
        return (*(first or ()), *(one for one in second or () if value_type.to_stored((one,)) not in there))
    return "\n".join(one for one in (first, second) if one)


def _change(draft: Draft, first: Record, values: Mapping[str, Any]) -> None:
    table = first.kind.table
    before, after = to_stored(table, {name: first[name] for name in values}), to_stored(table, values)
    differing = [name for name in after if before[name] != after[name]]
    if differing:
        was, becomes = ({name: side[name] for name in differing} for side in (before, after))
        draft.add(Change(table, first.id, was, becomes, first.id))


def _moving(
    of_first: RecordParts, of_second: RecordParts, first: Record, second: Record
) -> Iterator[tuple[Part, bool]]:  # fmt: skip
    """Give what hangs on the second, each with whether the first has the same already."""
    same: set[int] = set()
    for mine, theirs in ((of_first.deadlines, of_second.deadlines), (of_first.notes, of_second.notes),
                         (of_first.evidence, of_second.evidence)):  # fmt: skip
        for part in theirs:
            is_there = _is_among(part, mine)
            if part.entity == "deadline" and is_there:
                same.add(part.id)
            yield part, is_there
    for part in of_second.postponements:
        yield part, part["deadline_id"] in same
    known = {_ends(part, first, second) for part in of_first.relations}
    for part in of_second.relations:
        ends = _ends(part, first, second)
        yield part, ends in known or ends[0] == ends[2]
        known.add(ends)


def _is_among(part: Part, others: Sequence[Part]) -> bool:
    own = {name: value for name, value in part.values.items() if name != "record_id"}
    return any(own == {name: value for name, value in one.values.items() if name != "record_id"} for one in others)


def _ends(part: Part, first: Record, second: Record) -> tuple[int, str, int]:
    """Give where a relation starts and ends once the two are one."""
    start, end = (first.id if part[side] == second.id else part[side] for side in ("record_id", "to_id"))
    return start, part["how"], end


WHAT_HAPPENS = Text(
    "Het eerste record blijft en krijgt erbij wat alleen in het tweede staat. Het tweede gaat naar de prullenbak; zijn "
    "nummer wijst voortaan naar het eerste.",
    "The first record stays and gets what only the second has. The second goes to the bin; its reference leads to the "
    "first from now on.",
)
