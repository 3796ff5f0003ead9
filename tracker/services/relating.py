"""Relating records: one with several others in one step; what hangs together already stays as it is."""

from __future__ import annotations

from collections.abc import Iterable

from tracker.basics.errors import InvalidValue
from tracker.records.change import Source, Step
from tracker.records.snapshot import Record
from tracker.records.step_labels import StepLabel
from tracker.services.drafting import Draft
from tracker.store.record_store import Store


def relate_many(
    store: Store, record: Record, how: str, others: Iterable[Record], *, reversed_side: bool = False,
    source: Source = Source.WINDOW,
) -> Step:  # fmt: skip
    """Give the step that relates a record to others; ``reversed_side`` lets the relations start at the others.

    Raises InvalidValue where nothing is left to relate: the same record, or a relation that is there already.
    """
    draft = Draft(store)
    known = {(one["record_id"], one["how"], one["to_id"]) for one in store.parts(record.id).relations}
    related = []
    for other in others:
        start, end = (other, record) if reversed_side else (record, other)
        if start.id != end.id and (start.id, how, end.id) not in known:
            draft.make("relation", {"how": how}, start.id, to_id=end.id)
            related.append((start, end))
    if not related:
        raise InvalidValue(
            "Deze samenhang is er al, of het is hetzelfde record. Kies een ander record of een andere samenhang.",
            "This relation is there already, or it is the same record. Choose another record or another relation.",
        )
    start, end = related[0]
    return draft.step(
        StepLabel.RELATED(record=start.reference, how=how, other=end.reference)
        if len(related) == 1
        else StepLabel.SEVERAL_RELATED(record=record.reference, count=len(related)),
        source,
    )
