"""The rehearsal of an import: what every proposal of some files would do, before anything is written.

How a window uses it, in its own turns or in a thread (one at a time)::

    plan = ImportPlan(store, readings, today=today).rehearse(progress)  # in a thread: a turn may take long
    plan.counts[Verdict.NEW]
    line = plan.line(number)       # light: for a list of a hundred thousand, asked for by the page
    details = plan.details(number) # field by field, parts, candidates, doubts, passages
    plan.tick(number, False); plan.choose(number, record_id); plan.make_new(number); plan.leave(number)
    plan.accept(number); plan.correct(number, "title", "…"); plan.leave_field(number, "status")
    plan.correct_part(number, place, "…"); plan.leave_part(number, place)
    plan.questions(); plan.answer(key, value); plan.answer_one(number, field, value); plan.accept_all()
    while plan.go_on():            # after the last two: what they decide of more than a few proposals
        ...
    report = apply_plan(Editor(store), plan, progress)       # services.importing.applying: one step, one undo

Every act judges the proposal anew, so ``line`` and ``counts`` follow. Nothing is kept of a proposal but some bytes.
"""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from tracker.basics.errors import InvalidValue
from tracker.basics.garbage import left_alone
from tracker.basics.language import Language
from tracker.records.entity import KIND_TABLES
from tracker.records.proposal import FileReading, Link, Proposal
from tracker.records.registry import kind_of, kind_of_reference
from tracker.records.snapshot import RecordParts
from tracker.records.value_type import Row
from tracker.services.drafting import Draft, specs_by_name
from tracker.services.importing.cleaning import Cleaner, as_typed
from tracker.services.importing.file_rows import OWN_FORMAT, FileRow, FileRows, links_to_records
from tracker.services.importing.identity import numbers_in
from tracker.services.importing.judging import (
    Decisions,
    Ground,
    Judge,
    Judgement,
    OpenQuestion,
    Verdict,
    left,
    refused_parts,
    twin_of,
)
from tracker.services.importing.known_records import KnownRecords
from tracker.services.importing.matching import Matcher, Question
from tracker.services.importing.parts import PartPlanner
from tracker.services.importing.proposals import AllProposals
from tracker.services.importing.showing import Details, FieldLine, FieldsShown, Line, fault_words
from tracker.services.importing.verdicts import Verdicts
from tracker.services.recess_calendar import calendar_of
from tracker.store.record_store import Store

Progress = Callable[[int, int], None]
"""Hears how much of how much was done; may raise Cancelled."""
JUDGED_AT_ONCE = 100
_NEW, _NONE = -1, 0
_NOTHING_DECIDED = Decisions()
_WAITING = (Verdict.UNDECIDED, Verdict.REJECTED, Verdict.CHANGED)
"""What accepting everything may turn out otherwise; also what points at something undecided, and was left out."""
_NO_PARTS = RecordParts()


class ImportPlan:
    """The rehearsal of some files that were read: one step in the end."""

    def __init__(
        self, store: Store, readings: Sequence[FileReading], *, today: date, language: Language = Language.DUTCH
    ) -> None:
        self.store = store
        self.readings = tuple(readings)
        self.today = today
        self.language = language
        self.proposals = AllProposals(readings)
        self.draft = Draft(store)
        """Holds the names that the rehearsal would make; nothing of it is written."""
        self.made: dict[int, int] = {}
        """Once it was written: the id of each new record by the number of its proposal."""
        self._cleaner = Cleaner(self.draft)
        self.rows = FileRows(store, self.draft, self._cleaner)
        self._known = KnownRecords(store)
        self._matcher = Matcher(self.proposals, self._known, self._day_of_debate)
        self._judge = Judge(self._cleaner, PartPlanner(self._cleaner, calendar_of(store), today))
        self.verdicts = Verdicts(len(self.proposals))
        self._chosen: dict[int, int] = {}
        self._left: set[int] = set()
        self.with_leftovers: set[int] = set()
        """The proposals of which something does not come along: a part that does not fit, a doubt nobody answered."""
        self._decisions: dict[int, Decisions] = {}
        self._questions: dict[str, OpenQuestion] = {}
        self._debate_days: dict[int, date | None] | None = None
        self._made_ready = self._matched = self._judged = 0
        self._again: list[int] = []
        """The proposals that are to be judged anew, for something was decided about many at once; the last first."""
        self._has_rows = False

    @property
    def counts(self) -> Counter[Verdict]:
        """Give how many proposals have each verdict."""
        return self.verdicts.counts

    # --- rehearsing ---------------------------------------------------------------------------------------------------

    @property
    def total(self) -> int:
        """Give how much there is to do: every proposal is made, matched and then judged."""
        return 3 * len(self.proposals) + len(self._again)

    @property
    def done(self) -> int:
        """Give how much of it is done."""
        return self._made_ready + self._matched + self._judged

    def go_on(self) -> bool:
        """Rehearse some more; gives whether there is more to do."""
        if self._made_ready < len(self.proposals):
            self._made_ready = self.proposals.make_ready(self._made_ready, JUDGED_AT_ONCE)
        elif not self._has_rows:
            self._has_rows = True
            for number, reading in enumerate(self.readings):
                self.rows.take(number, reading)
            self.proposals.days |= self.rows.days
            self.rows.teach(self.draft.namer)
        elif self._again:
            some = self._again[-JUDGED_AT_ONCE:]
            del self._again[-JUDGED_AT_ONCE:]
            self._judge_some(some)
        elif self._matched < len(self.proposals):
            start, self._matched = self._matched, self._matcher.match(self._matched)
            self._judge_early(range(start, self._matched))
            if self._matched == len(self.proposals):
                self._matcher.settle(self._agreement)
        else:
            end = min(self._judged + JUDGED_AT_ONCE, len(self.proposals))
            self._judge_some([one for one in range(self._judged, end) if not self.verdicts.has(one)])
            self._judged = end
        return self.has_more

    @property
    def has_more(self) -> bool:
        """Tell whether there is anything to rehearse yet, or anew."""
        return self.done < self.total or not self._has_rows

    def rehearse(self, progress: Progress | None = None) -> ImportPlan:
        """Rehearse everything. ``progress`` may raise Cancelled: nothing was changed."""
        with left_alone():
            while self.go_on():
                if progress is not None:
                    progress(self.done, self.total)
        return self

    def _judge_early(self, numbers: Iterable[int]) -> None:
        """Judge while they are at hand those that nothing which follows can turn out otherwise: plain new records."""
        for number in numbers:
            if self._matcher.is_surely_new(number):
                proposal = self.proposals[number]
                if not proposal.doubts and not any(part.entity == "relation" for part in proposal.parts):
                    self._keep(number, self._judged_one(number, self._judge, None, _NO_PARTS))

    def _judge_some(self, numbers: Iterable[int]) -> None:
        wanted = list(numbers)
        for number, judgement in zip(wanted, self.judgements(wanted), strict=True):
            self._keep(number, judgement)

    def _keep(self, number: int, judgement: Judgement) -> None:
        was_judged = self.verdicts.keep(number, judgement.verdict)
        has_leftovers = bool(judgement.doubts or refused_parts(judgement))
        (self.with_leftovers.add if has_leftovers else self.with_leftovers.discard)(number)
        for doubt in judgement.doubts:
            if doubt.key:
                question = self._questions.setdefault(doubt.key, OpenQuestion(doubt))
                if not was_judged:
                    question.numbers.append(number)

    def judge_with(self, cleaner: Cleaner) -> Judge:
        """Give a judge that finds names with another cleaner and knows the same answers."""
        return self._judge.with_cleaner(cleaner)

    def judgements(self, numbers: Sequence[int], judge: Judge | None = None) -> Iterator[Judgement]:
        """Judge these proposals anew, with what was decided so far."""
        targets = [self.shown_target(number) for number in numbers]
        ids = [target for target in targets if target > 0]
        there = self.store.values_of(ids) if ids else {}
        parts = self.store.parts_of(ids) if ids else {}
        for number, target in zip(numbers, targets, strict=True):
            yield self._judged_one(number, judge or self._judge, there.get(target), parts.get(target, _NO_PARTS))

    def _judged_one(self, number: int, judge: Judge, record: Row | None, there: RecordParts) -> Judgement:
        if number in self._left:
            return left()
        twin, question = self._matcher.twins.get(number), self._matcher.questions.get(number)
        if twin is not None and number not in self._chosen:
            return twin_of(twin)
        proposal = self.proposals[number]
        decided = self._decisions.get(number) or _NOTHING_DECIDED
        ground = self.ground(number, proposal)
        judgement = judge.judge(proposal, decided, ground, record, there)
        if question is not None and self._is_open(number):
            return judgement._replace(verdict=Verdict.UNDECIDED, why=question.why)
        return judgement

    def ground(self, number: int, proposal: Proposal) -> Ground:
        """Give what judging a proposal rests on."""
        file = self.proposals.file_of(number)
        return Ground(
            lambda link: self.rows.id_of(file, link),
            lambda to: self._record_of(file, to),
            self._matcher.day(number, proposal),
            self.is_own(file),
        )

    def is_exact(self, number: int) -> bool:
        """Tell whether a proposal is from the register's own workbook, whose values are complete."""
        return self.is_own(self.proposals.file_of(number))

    def is_own(self, file: int) -> bool:
        """Tell whether a file is a workbook of this program, in which records have their references."""
        return self.readings[file].format == OWN_FORMAT

    def _record_of(self, file: int, to: Link | str) -> int | None:
        """Give the record that a relation leads to; a proposal that makes one is given by its number, below zero."""
        if isinstance(to, Link) and not links_to_records(to):
            return None
        key = (to.key if isinstance(to, Link) else to).strip().upper()
        number = self._matcher.by_reference.get((file, key))
        if number is not None:
            target = self.target(number)
            if target <= 0 and self._is_open(number):
                return None
            return target if target > 0 else -number - 1
        found = self._known.by_reference(key)
        if found is not None:
            return None if found[1] else found[0]
        kinds = (to.entity,) if isinstance(to, Link) and to.entity in KIND_TABLES else KIND_TABLES
        return next((one for kind in kinds for one in self._known.by_numbers(kind, numbers_in((key,)))), None)

    def _is_open(self, number: int) -> bool:
        """Tell whether somebody is to say which record a proposal means."""
        is_asked = number in self._matcher.questions and number not in self._chosen
        return is_asked and not self._judge.accepts_all

    def _agreement(self, number: int, record_id: int) -> int:
        proposal = self.proposals[number]
        ground = self.ground(number, proposal)
        values = self._cleaner.clean(proposal.kind, proposal.values, ground.row_of).values
        (record,) = self.store.records([record_id])
        return sum(1 if record[name] == value else -1 for name, value in values.items())

    def _day_of_debate(self, file: int, value: Any) -> date | None:
        row_id = self.rows.id_of(file, value) if isinstance(value, Link) else value
        if isinstance(value, str):
            try:
                row_id = self.draft.namer.id_of("debate", value)
            except InvalidValue:
                return None
        if self._debate_days is None:
            self._debate_days = {row.id: row["day"] for row in self.store.rows("debate")}
            self._debate_days |= {row.id: row.values.get("day") for row in self.rows if row.entity == "debate"}
        return self._debate_days.get(row_id) if isinstance(row_id, int) else None

    # --- deciding -----------------------------------------------------------------------------------------------------

    def target(self, number: int) -> int:
        """Give the id of the record that a proposal changes; 0 or less: it makes one."""
        chosen = self._chosen.get(number)
        if chosen is not None:
            return chosen
        if self._matcher.targets[number]:
            return self._matcher.targets[number]
        question = self._matcher.questions.get(number)
        if question is not None and self._judge.accepts_all:
            return self._best_guess(question)
        return _NONE

    def shown_target(self, number: int) -> int:
        """Give the record that a proposal is held against: while that is a question, the likeliest one."""
        target, question = self.target(number), self._matcher.questions.get(number)
        likeliest = question.likeliest if target == _NONE and question is not None else None
        return target if likeliest is None else likeliest

    def _best_guess(self, question: Question) -> int:
        if question.likeliest is not None:
            return question.likeliest
        if question.twin is not None:
            target = self.target(question.twin)
            return target if target > 0 else _NEW
        return _NEW

    def verdict(self, number: int) -> Verdict:
        """Give what happens to a proposal."""
        return self.verdicts[number]

    def is_ticked(self, number: int) -> bool:
        """Tell whether a proposal is to be taken over, where it changes anything."""
        return self.verdicts.is_ticked(number)

    def doing(self) -> array[int]:
        """Give the proposals that applying the plan takes over."""
        return self.verdicts.ticked_numbers(Verdict.NEW, Verdict.CHANGED)

    def doing_count(self, *verdicts: Verdict) -> int:
        """Give how many proposals with one of these verdicts applying the plan takes over."""
        return self.verdicts.ticked_count(*verdicts)

    @property
    def has_decisions(self) -> bool:
        """Tell whether somebody decided anything, which is lost where the plan is not written."""
        told = (self._chosen, self._left, self._decisions, self._judge.answers, self._judge.accepts_all)
        return any(told) or not self.verdicts.are_all_ticked

    @property
    def answers(self) -> Mapping[str, Any]:
        """Give what was answered for all proposals that have a doubt, by the key of the doubt."""
        return self._judge.answers

    @property
    def accepts_all(self) -> bool:
        """Tell whether everything that is less than sure was accepted."""
        return self._judge.accepts_all

    def decided_numbers(self) -> list[int]:
        """Give the proposals of which something was decided one by one, ticks left aside."""
        return sorted(self._chosen.keys() | self._left | self._decisions.keys())

    def decided(self, number: int) -> tuple[int | None, bool, Decisions]:
        """Give what was decided about one: its record (below zero: a new one), whether it is left, and the rest."""
        return self._chosen.get(number), number in self._left, self._decisions.get(number) or _NOTHING_DECIDED

    def tick(self, number: int, is_ticked: bool = True) -> None:
        """Take a proposal over or not."""
        self.verdicts.tick(number, is_ticked)

    def tick_all(self, is_ticked: bool = True) -> None:
        """Take all over, or none."""
        self.verdicts.tick_all(is_ticked)

    def choose(self, number: int, record_id: int) -> None:
        """Say which record a proposal means."""
        self._decide(number, record_id)

    def make_new(self, number: int) -> None:
        """Say that a proposal is a new record."""
        self._decide(number, _NEW)

    def leave(self, number: int) -> None:
        """Leave a proposal out."""
        self._left.add(number)
        self._judge_some([number])

    def accept(self, number: int) -> None:
        """Say that what was read is right, with the best guess of what was not decided yet."""
        question = self._matcher.questions.get(number)
        if question is not None and number not in self._chosen:
            self._chosen[number] = self._best_guess(question)
        self._decided(number).is_accepted = True
        self._left.discard(number)
        self._judge_some([number])

    def accept_all(self) -> None:
        """Accept everything that is less than sure, with the best guess (``--accept all``)."""
        self._judge.accepts_all = True
        for question in self.questions():
            guess = question.doubt.choices[0][0] if question.doubt.choices else None
            self._judge.answers[question.doubt.key] = guess
            question.answer = (guess,)
        self._judge_again(sorted(set(self.numbers(*_WAITING)) | self.with_leftovers))

    def correct(self, number: int, name: str, value: Any) -> None:
        """Put another value, or text as typed, in the place of what the file says."""
        self._decided(number).corrections[name] = as_typed(self.proposals[number].kind, name, value, self.today)
        self._judge_some([number])

    def leave_field(self, number: int, name: str, is_left: bool = True) -> None:
        """Leave one field as it is."""
        decided = self._decided(number)
        (decided.left_fields.add if is_left else decided.left_fields.discard)(name)
        (decided.taken_fields.discard if is_left else decided.taken_fields.add)(name)
        self._judge_some([number])

    def correct_part(self, number: int, part: int, text: str) -> None:
        """Put other words in the place of a deadline or state of affairs, by its place among the parts."""
        self._decided(number).part_texts[part] = text
        self._judge_some([number])

    def leave_part(self, number: int, part: int, is_left: bool = True) -> None:
        """Leave something that hangs on a record out, by its place among the parts."""
        left_parts = self._decided(number).left_parts
        (left_parts.add if is_left else left_parts.discard)(part)
        self._judge_some([number])

    def questions(self) -> list[OpenQuestion]:
        """Give the doubts that one answer settles and that nobody answered yet, the most frequent first."""
        return [one for one in self.all_questions() if one.answer is None]

    def all_questions(self) -> list[OpenQuestion]:
        """Give the doubts that one answer settles, the most frequent first; also those that were answered."""
        return sorted(self._questions.values(), key=lambda one: -len(one.numbers))

    def answer(self, key: str, value: Any) -> None:
        """Answer a doubt for all that have it; None leaves the field out."""
        self._judge.answers[key] = value
        question = self._questions.get(key)
        if question is not None:
            question.answer = (value,)
            self._judge_again(question.numbers)

    def take_answer_back(self, key: str) -> None:
        """Leave a doubt open again for all that have it."""
        question = self._questions.get(key)
        if question is not None and self._judge.answers.pop(key, self) is not self:
            question.answer = None
            self._judge_again(question.numbers)

    def _judge_again(self, numbers: Iterable[int]) -> None:
        """Judge a few at once; the others are for ``go_on``."""
        wanted = list(numbers)
        self._judge_some(wanted[:JUDGED_AT_ONCE])
        self._again += reversed(wanted[JUDGED_AT_ONCE:])

    def answer_one(self, number: int, name: str, value: Any) -> None:
        """Answer a doubt about one field of one proposal; None leaves the field out."""
        self._decided(number).answers[name] = value
        self._judge_some([number])

    def _decide(self, number: int, target: int) -> None:
        self._chosen[number] = target
        self._left.discard(number)
        self._judge_some([number])

    def _decided(self, number: int) -> Decisions:
        return self._decisions.setdefault(number, Decisions())

    # --- showing ------------------------------------------------------------------------------------------------------

    def line(self, number: int) -> Line:
        """Give one proposal for a list."""
        return self._line(number, next(self.judgements([number])))

    def _line(self, number: int, judgement: Judgement) -> Line:
        proposal, target = self.proposals[number], self.shown_target(number)
        summary = next(iter(self.store.summaries([target])), None) if target > 0 else None
        title = str(judgement.values.get("title") or proposal.values.get("title") or "")
        faults = judgement.faults
        why = judgement.why or (fault_words(proposal.kind, faults) if faults else None)
        return Line(
            number, self.proposals.file_of(number), proposal.place, kind_of(proposal.kind).code, judgement.verdict,
            summary.reference if summary is not None else proposal.reference, title, why, self.is_ticked(number),
            len(judgement.fields) + sum(part.is_doing for part in judgement.parts),
        )  # fmt: skip

    def details(self, number: int) -> Details:
        """Give everything about one proposal."""
        (judgement,) = self.judgements([number])
        proposal, question = self.proposals[number], self._matcher.questions.get(number)
        candidates = self.store.summaries(question.candidates) if question is not None else []
        twin = self._matcher.twins.get(number, question.twin if question is not None else None)
        return Details(
            self._line(number, judgement), self._fields(number, proposal, judgement), tuple(judgement.parts),
            dict(judgement.faults), tuple(judgement.doubts), tuple(candidates), twin, proposal.passages, proposal,
        )  # fmt: skip

    def _fields(self, number: int, proposal: Proposal, judgement: Judgement) -> tuple[FieldLine, ...]:
        decided = self._decisions.get(number) or _NOTHING_DECIDED
        raw = {**proposal.values, **decided.corrections}
        left = {name: raw[name] for name in decided.left_fields if name in raw}
        cleaned = self._cleaner.clean(proposal.kind, left, self.ground(number, proposal).row_of) if left else None
        shown = FieldsShown(specs_by_name(proposal.kind), self.language, self.draft.name_of, proposal, raw)
        target = self.shown_target(number)
        now = self.store.values_of([target]).get(target) if left and target > 0 else None
        values = {} if cleaned is None else cleaned.values
        return tuple(shown.lines(judgement, values, is_new=target <= 0, left=left, now=now or {}))

    def numbers(self, *verdicts: Verdict) -> array[int]:
        """Give the proposals with one of these verdicts (none named: all), in the order of the files."""
        return self.verdicts.numbers(*verdicts)

    def changed_rows(self) -> list[FileRow]:
        """Give the letters, debates, organisations … that the files bring and that are new or would change."""
        return [row for row in self.rows if row.is_new or row.is_changed or row.faults]

    def numbers_with_reference(self) -> Iterable[int]:
        """Give the proposals for which the file brings a reference of its own."""
        return self._matcher.references

    def wanted_reference(self, number: int, proposal: Proposal) -> tuple[str, int | None]:
        """Give the reference that a new record may keep ("" for none), and the deleted record that had it."""
        reference = proposal.reference.strip().upper()
        if not reference:
            return "", None
        kind = kind_of(proposal.kind)
        if kind_of_reference(reference) != kind:
            return "", None
        buried = self._matcher.buried.get(number)
        return (reference, buried) if buried is not None or self._known.by_reference(reference) is None else ("", None)
