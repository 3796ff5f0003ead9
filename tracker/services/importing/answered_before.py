"""What a person decided about a row when an earlier version of its file was taken in: it is not asked again."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from tracker.basics.folding import fold
from tracker.records.proposal import Doubt, Proposal
from tracker.records.snapshot import RecordParts
from tracker.records.value_type import Row

DEADLINE = "deadline"
"""The name by which a doubt about a deadline (words, or its last day) goes."""


def as_answered_before(
    proposal: Proposal, doubts: Sequence[Doubt], record: Row, there: RecordParts
) -> tuple[Proposal, tuple[Doubt, ...]]:
    """Give the proposal with what the record tells of earlier answers, and the doubts that are still open."""
    values, left = dict(proposal.values), []
    for doubt in doubts:
        chosen = [value for value, _ in doubt.choices if value is not None and record.get(doubt.field) == value]
        if doubt.field not in {"status", DEADLINE} and chosen:
            values[doubt.field] = chosen[0]
        elif not _was_answered(doubt, proposal, record, there):
            left.append(doubt)
    return (replace(proposal, values=values) if values != proposal.values else proposal), tuple(left)


def _was_answered(doubt: Doubt, proposal: Proposal, record: Row, there: RecordParts) -> bool:
    """Tell whether a word was asked about before: the record keeps it with its remarks, or has what was chosen."""
    if doubt.field == DEADLINE:
        known = {fold(words) for words in _wordings(there) if words}
        if any(isinstance(value, str) and fold(value) in known for value, _ in doubt.choices):
            return True
    elif doubt.field != "status" or not record.get("status"):
        return False
    there_lines = _lines(record.get("remarks"))
    kept = {line for line in _lines(proposal.values.get("remarks")) if line.endswith(fold(doubt.text))}
    return bool(kept) and kept <= there_lines


def _wordings(there: RecordParts) -> Iterable[str | None]:
    for one in there.deadlines:
        yield one["wording"]
    for one in there.postponements:
        yield one["old_wording"]


def _lines(remarks: object) -> set[str]:
    return {fold(line) for line in str(remarks or "").split("\n")}
