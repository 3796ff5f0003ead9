"""Writing what was rehearsed: one step that one undo takes back, put together record by record while it is written."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from tracker.basics.garbage import left_alone
from tracker.records.change import Change, LoggedStep, Piece, Source, Step
from tracker.records.event_window import given_day
from tracker.records.proposal import Proposal
from tracker.records.registry import kind_of
from tracker.records.step_labels import StepLabel
from tracker.services.drafting import Draft, defaults_of, to_stored
from tracker.services.editor import Editor
from tracker.services.importing.cleaning import Cleaner
from tracker.services.importing.judging import Judgement, Verdict
from tracker.services.importing.parts import PartOutcome, PartPlan
from tracker.services.importing.plan import ImportPlan, Progress

_AT_ONCE = 500


def apply_plan(
    editor: Editor, plan: ImportPlan, progress: Progress | None = None, source: Source = Source.IMPORT
) -> LoggedStep | None:
    """Write what the plan takes over, as one step; None where that is nothing. ``progress`` may raise Cancelled.

    Raises what ``Store.apply`` raises; then nothing was changed.
    """
    writing = _Writing(plan, progress)
    if not writing.is_needed:
        return None
    with left_alone():
        logged = editor.submit_pieces(Step(step_label(plan), (), source), writing.pieces())
    plan.made |= writing.made
    return logged


def step_label(plan: ImportPlan) -> str:
    """Give the label of the step: Importeren: lijst.xlsx, 3 nieuw, 2 gewijzigd."""
    made, changed = (plan.doing_count(one) for one in (Verdict.NEW, Verdict.CHANGED))
    files = [reading.file for reading in plan.readings]
    if len(files) == 1:
        return StepLabel.IMPORTED(name=files[0], count=made, changed=changed)
    return StepLabel.IMPORTED_SEVERAL(files=len(files), count=made, changed=changed)


class _Writing:
    """One writing of a plan. Names are found or made anew, so that only those are made that are needed."""

    def __init__(self, plan: ImportPlan, progress: Progress | None) -> None:
        self._plan = plan
        self._progress = progress
        self._store = plan.store
        self._draft = Draft(plan.store)
        self._numbers = plan.doing()
        self.made: dict[int, int] = {}
        """The id of each new record by the number of its proposal."""
        self._relations: list[tuple[int, PartPlan]] = []
        self._given: set[str] = set()

    @property
    def is_needed(self) -> bool:
        """Tell whether there is anything to write."""
        return bool(self._numbers) or self._plan.rows.has_standing

    def pieces(self) -> Iterator[Piece]:
        """Give the changes in pieces: rows beside the records first, relations last."""
        plan = self._plan
        plan.rows.forget_writing()
        plan.rows.teach(self._draft.namer)
        judge = plan.judge_with(Cleaner(self._draft))
        self._reserve_references()
        plan.rows.write_standing(self._draft)
        yield self._piece()
        done = 0
        while done < len(self._numbers):
            some = self._next(done)
            for number, judgement in zip(some, plan.judgements(some, judge), strict=True):
                self._write(number, judgement.proposal or plan.proposals[number], judgement)
            done += len(some)
            if self._progress is not None:
                self._progress(done, len(self._numbers))
            yield self._piece()
        for record_id, relation in self._relations:
            self._relate(record_id, relation)
        yield self._piece()

    def _next(self, start: int) -> Sequence[int]:
        """Give the next proposals, up to one that changes a record again: that is judged by what was written then."""
        some = self._numbers[start : start + _AT_ONCE]
        changed: set[int] = set()
        for place, number in enumerate(some):
            target = self._plan.target(number)
            if target > 0 and target in changed:
                return some[:place]
            changed.add(target)
        return some

    def _piece(self) -> Piece:
        return Piece(*self._draft.take())

    def _reserve_references(self) -> None:
        """Let new numbers go on after those that the files bring along."""
        highest: dict[str, int] = {}
        for number in self._plan.numbers_with_reference():
            if self._plan.verdict(number) is Verdict.NEW and self._plan.is_ticked(number):
                reference, _ = self._plan.wanted_reference(number, self._plan.proposals[number])
                prefix, _, digits = reference.rpartition("-")
                if prefix:
                    highest[prefix] = max(highest.get(prefix, 0), int(digits))
        for prefix, last in highest.items():
            self._store.reserve_number(prefix, last)

    # --- records ------------------------------------------------------------------------------------------------------

    def _write(self, number: int, proposal: Proposal, judgement: Judgement) -> None:
        target = self._plan.target(number)
        if judgement.verdict is Verdict.NEW:
            target = self._make(number, proposal, judgement.values)
        else:
            self._change(target, proposal, judgement)
        keys: dict[str, int] = {}
        for part in judgement.parts:
            if part.entity == "relation" and part.outcome is PartOutcome.NEW:
                self._relations.append((target, part))
            elif part.is_doing or part.old is not None:
                self._write_part(target, part, keys)

    def _make(self, number: int, proposal: Proposal, values: Mapping[str, Any]) -> int:
        kind = kind_of(proposal.kind)
        reference, buried = self._plan.wanted_reference(number, proposal)
        if not reference or reference in self._given:
            reference, buried = self._store.new_reference(kind), None
        self._given.add(reference)
        record_id = self._store.new_id(kind.table) if buried is None else buried
        whole = {**defaults_of(kind.table), **values}
        if not self._plan.is_exact(number):  # in the register’s own workbook no status is a status not known
            whole["status"] = values.get("status") or kind.model.first_status()
        self._plan.rows.use(self._draft, kind.table, values)
        after = {"reference": reference, **to_stored(kind.table, whole)}
        self._draft.add(Change(kind.table, record_id, None, after, record_id))
        self.made[number] = record_id
        return record_id

    def _change(self, record_id: int, proposal: Proposal, judgement: Judgement) -> None:
        if not judgement.fields:
            return
        after = {one.name: one.new for one in judgement.fields}
        self._plan.rows.use(self._draft, proposal.kind, after)
        self._add_change(proposal.kind, record_id, {one.name: one.old for one in judgement.fields}, after, record_id)

    # --- what hangs on them -------------------------------------------------------------------------------------------

    def _write_part(self, record_id: int, part: PartPlan, keys: dict[str, int]) -> None:
        if part.old is not None and part.key:
            keys[part.key] = part.old.id
        if not part.is_doing:
            return
        values = dict(part.values)
        if part.entity == "deadline":
            self._tie_to_event(part, values)
            if part.series in keys:
                values["series_id"] = keys[part.series]
        self._plan.rows.use(self._draft, part.entity, values)
        if part.old is not None:
            old = {name: part.old.values[name] for name in values}
            self._add_change(part.entity, part.old.id, old, values, record_id)
            if part.outcome is PartOutcome.POSTPONED:
                self._plan.rows.use(self._draft, "postponement", part.chain)
                self._make_part("postponement", part.chain, record_id, deadline_id=part.old.id)
            return
        columns = {}
        if part.deadline is not None:
            columns["deadline_id"] = part.deadline.old.id if part.deadline.old is not None else part.deadline.row_id
        part.row_id = self._make_part(part.entity, values, record_id, **columns)
        if part.key:
            keys[part.key] = part.row_id

    def _tie_to_event(self, part: PartPlan, values: dict[str, Any]) -> None:
        waits_for = values.get("waits_for")
        if part.old is not None and "waits_for" not in values:
            return
        if not waits_for:
            if part.old is not None:
                values["event_id"] = None
            return
        if values.get("event_id") is not None:
            return
        event_id, day = self._draft.namer.event_of(waits_for)
        values["event_id"] = event_id
        if not part.is_exact and day is not None and values.get("event_day") is None:
            values |= given_day(values, day)

    def _relate(self, record_id: int, relation: PartPlan) -> None:
        to = relation.to
        if to is not None and to <= 0:
            other = -to - 1
            to = self.made.get(other) or self._plan.target(other)
        if to is not None and to > 0 and to != record_id:
            self._make_part("relation", relation.values, record_id, to_id=to)

    def _make_part(self, entity: str, values: Mapping[str, Any], record_id: int, **columns: Any) -> int:
        row_id = self._store.new_id(entity)
        after = to_stored(entity, {**defaults_of(entity), **values, **columns, "record_id": record_id})
        self._draft.add(Change(entity, row_id, None, after, record_id))
        return row_id

    def _add_change(
        self, entity: str, row_id: int, old: Mapping[str, Any], new: Mapping[str, Any], record_id: int
    ) -> None:
        before, after = to_stored(entity, old), to_stored(entity, new)
        differing = [name for name in after if before[name] != after[name]]
        if differing:
            was, becomes = ({name: side[name] for name in differing} for side in (before, after))
            self._draft.add(Change(entity, row_id, was, becomes, record_id))
