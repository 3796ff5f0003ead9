"""What one proposal would do: the record it makes or changes field by field, what is wrong, what is to be decided."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from enum import Enum, StrEnum, auto
from types import MappingProxyType
from typing import Any, NamedTuple

from tracker.basics.folding import fold
from tracker.basics.language import Text
from tracker.records.proposal import Doubt, Ending, Place, Proposal, ProposedPart, Sureness
from tracker.records.registry import kind_of
from tracker.records.snapshot import RecordParts
from tracker.records.status import Phase
from tracker.records.value_type import Row
from tracker.services.deadline_words import READ_FIELDS
from tracker.services.importing.answered_before import DEADLINE, as_answered_before
from tracker.services.importing.cleaning import Cleaned, Cleaner, FindRow, missing
from tracker.services.importing.comparing import FieldChange, added_lines, changes_in
from tracker.services.importing.days_within import DAYS_WITHIN, on_another_day
from tracker.services.importing.parts import FindRecord, PartOutcome, PartPlan, PartPlanner


class Verdict(StrEnum):
    """What happens to a proposal."""

    NEW = "new"
    CHANGED = "changed"
    UNCHANGED = "unchanged"
    REJECTED = "rejected"
    UNDECIDED = "undecided"
    LEFT = "left"
    """Somebody chose to leave it."""


class Judgement(NamedTuple):
    """What a proposal would do. ``values`` are those of a new record, ``fields`` what changes in one that is there.

    ``faults`` are by field; ``doubts`` those that nobody answered yet; ``why`` says what is to be decided, or why
    nothing is taken over. ``held`` are the fields of a record for which the letter has another value than the register,
    which stays: an item is settled once.
    """

    verdict: Verdict
    values: Mapping[str, Any] = MappingProxyType({})
    fields: Sequence[FieldChange] = ()
    parts: Sequence[PartPlan] = ()
    faults: Mapping[str, Text] = MappingProxyType({})
    doubts: Sequence[Doubt] = ()
    why: Text | None = None
    proposal: Proposal | None = None
    held: Sequence[FieldChange] = ()


@dataclass(slots=True)
class Decisions:
    """What people decided about one proposal, beside the answers that hold for all: see ``ImportPlan``."""

    corrections: dict[str, Any] = field(default_factory=dict)
    answers: dict[str, Any] = field(default_factory=dict)
    left_fields: set[str] = field(default_factory=set)
    taken_fields: set[str] = field(default_factory=set)
    """Fields that stay as they are unless somebody takes them over."""
    part_texts: dict[int, str] = field(default_factory=dict)
    """Other words for a deadline or state of affairs, by its place among the parts of the proposal."""
    left_parts: set[int] = field(default_factory=set)
    is_accepted: bool = False


@dataclass(slots=True)
class OpenQuestion:
    """A doubt that one answer settles for all proposals that have it; ``numbers`` are those.

    ``answer`` is what somebody answered, in a tuple of one; None where nobody did.
    """

    doubt: Doubt
    numbers: list[int] = field(default_factory=list)
    answer: tuple[Any] | None = None


class Ground(NamedTuple):
    """What judging a proposal rests on beside its own values."""

    row_of: FindRow
    record_of: FindRecord
    said_on: date | None
    is_exact: bool


GONE = Text("De bron zegt dat dit is verwijderd.", "The source says that this was deleted.")
_SETTLED = frozenset((Ending.SETTLED_HERE, Ending.SETTLED_BEFORE))
_ADDED_FREELY = frozenset(("progress_note", "relation"))
"""What prose adds to a record that is known without asking: it takes nothing away."""
_DIFFERS = Text(
    "De brief zegt hier iets anders dan het register. Kijk of het klopt.",
    "The letter says something else here than the register. See whether it is right.",
)
_OLDER = Text(
    "Het register weet al van later. Kijk of dit nog klopt.",
    "The register knows of later already. See whether this is still right.",
)
HELD = Text(
    "Het register houdt zijn eigen dag of brief van afdoening. Vink het veld aan om die van de brief over te nemen.",
    "The register keeps its own day or letter of settling. Tick the field to take over that of the letter.",
)
_TWIN = Text("Staat twee keer in het bestand en is gelijk.", "Stands in the file twice, and is the same.")


class Judge:
    """Judges proposals one at a time. ``answers`` are given once for all doubts with the same key."""

    def __init__(self, cleaner: Cleaner, parts: PartPlanner) -> None:
        self.answers: dict[str, Any] = {}
        self.accepts_all = False
        self._cleaner = cleaner
        self._parts = parts

    def with_cleaner(self, cleaner: Cleaner) -> Judge:
        """Give a judge that finds names with another cleaner and knows the same answers."""
        other = Judge(cleaner, self._parts.with_cleaner(cleaner))
        other.answers, other.accepts_all = self.answers, self.accepts_all
        return other

    def judge(
        self, proposal: Proposal, decided: Decisions, ground: Ground, record: Row | None, there: RecordParts
    ) -> Judgement:
        """Give what the proposal would do to a record with these values and parts (None: as a new one)."""
        if proposal.gone:
            verdict = Verdict.REJECTED if record is None or self.accepts_all else Verdict.UNDECIDED
            return Judgement(verdict, faults={} if record else {"": GONE}, why=GONE)
        proposal, doubts = self.settled(proposal, decided)
        if record is not None and doubts:
            proposal, doubts = as_answered_before(proposal, doubts, record, there)
        cleaned = self._cleaned(proposal, decided, ground, record)
        faults = dict(cleaned.faults)
        parts = self._parts.plan(
            _as_known(proposal, there), there, ground.said_on, ground.row_of, ground.record_of,
            is_exact=ground.is_exact, left=decided.left_parts,
        )  # fmt: skip
        if record is None:
            faults |= missing(proposal.kind, cleaned.values, given="marking")
        fields: list[FieldChange] = []
        if record is not None and not faults:
            fields = changes_in(proposal.kind, record, cleaned.values, is_exact=ground.is_exact)
            fields += [FieldChange(name, record[name], () if isinstance(record[name], tuple) else None)
                       for name in proposal.clears if record.get(name) not in (None, (), "")]  # fmt: skip
        held = self._held(proposal, decided, ground, record)
        effect = None if record is None else _effect(fields, parts)
        why = self._why(proposal, decided, doubts, effect)
        if why is None and effect is _Effect.CHANGES and _is_older(proposal, there) and not self._is_accepted(decided):
            why = _OLDER
        verdict = _verdict(record, faults, fields, parts, is_open=why is not None)
        why = HELD if why is None and held else why
        return Judgement(verdict, cleaned.values, fields, parts, faults, doubts, why, proposal, held)

    def _held(
        self, proposal: Proposal, decided: Decisions, ground: Ground, record: Row | None
    ) -> Sequence[FieldChange]:
        """Give what the letter says otherwise of a settling that the register knows, where nobody takes that over."""
        names = frozenset() if record is None else _settled_already(proposal, record) - _chosen(decided)
        given = {name: proposal.values[name] for name in names if name in proposal.values}
        if record is None or not given:
            return ()
        cleaned = self._cleaner.clean(proposal.kind, given, ground.row_of)
        return changes_in(proposal.kind, record, cleaned.values, is_exact=ground.is_exact)

    def settled(self, proposal: Proposal, decided: Decisions) -> tuple[Proposal, tuple[Doubt, ...]]:
        """Give a proposal with what was decided about it, and the doubts that are still open."""
        if not proposal.doubts and not decided.corrections and not decided.part_texts:
            return proposal, ()
        values, parts, left = dict(proposal.values), list(proposal.parts), []
        for place, text in decided.part_texts.items():
            parts[place] = with_text(parts[place], text)
        for doubt in proposal.doubts:
            if doubt.field in decided.corrections:
                continue
            is_answered, answer = self._answer(doubt, decided)
            if not is_answered:
                left.append(doubt)
            elif doubt.field == DEADLINE:
                parts += _deadline_of(answer, proposal.place_of(DEADLINE))
            elif isinstance(answer, date) and doubt.field in DAYS_WITHIN:
                values, parts = on_another_day(values, parts, doubt, answer)
            elif answer is not None:
                values[doubt.field] = answer
            elif self.accepts_all:
                values["remarks"] = _noted(values.get("remarks"), doubt)
        values |= decided.corrections
        return replace(proposal, values=values, parts=tuple(parts)), tuple(left)

    def _answer(self, doubt: Doubt, decided: Decisions) -> tuple[bool, Any]:
        if doubt.field in decided.answers:
            return True, decided.answers[doubt.field]
        if doubt.key and doubt.key in self.answers:
            return True, self.answers[doubt.key]
        if self.accepts_all or decided.is_accepted:
            return True, doubt.choices[0][0] if doubt.choices else None
        return False, None

    def _cleaned(self, proposal: Proposal, decided: Decisions, ground: Ground, record: Row | None) -> Cleaned:
        left = decided.left_fields
        if record is not None:
            left = left | proposal.only_new | (_settled_already(proposal, record) - _chosen(decided))
        given = (
            {name: value for name, value in proposal.values.items() if name not in left} if left else proposal.values
        )
        return self._cleaner.clean(proposal.kind, given, ground.row_of)

    def _is_accepted(self, decided: Decisions) -> bool:
        return decided.is_accepted or self.accepts_all

    def _why(
        self, proposal: Proposal, decided: Decisions, doubts: Sequence[Doubt], effect: _Effect | None
    ) -> Text | None:  # fmt: skip
        blocking = next((doubt for doubt in doubts if is_blocking(doubt)), None)
        if blocking is not None:
            return blocking.why
        if self._is_accepted(decided) or effect is _Effect.NONE:
            return None
        is_sure, is_sure_if_known = (one is Sureness.SURE for one in (proposal.sureness, _if_known(proposal)))
        if is_sure and (effect is None or is_sure_if_known):
            return None
        if effect is None or not (is_sure or is_sure_if_known):
            return proposal.why or Text("Dit is niet zeker gelezen.", "This was not read with certainty.")
        return None if effect is _Effect.ADDS else _DIFFERS


def _is_older(proposal: Proposal, there: RecordParts) -> bool:
    """Tell whether a letter tells of an earlier day than what was told of the record last."""
    if not proposal.passages:
        return False
    told = [part.values.get("on") for part in proposal.parts if part.entity == "progress_note"]
    days = [one["on"] for one in there.notes if one["on"]]
    return bool(told and days) and isinstance(told[0], date) and told[0] < max(days)


def _if_known(proposal: Proposal) -> Sureness:
    return proposal.sureness if proposal.sureness_if_known is None else proposal.sureness_if_known


class _Effect(Enum):
    """What a proposal does to a record that is there."""

    NONE = auto()
    ADDS = auto()
    """It tells something of it, and takes nothing away."""
    CHANGES = auto()


def _effect(fields: Sequence[FieldChange], parts: Sequence[PartPlan]) -> _Effect:
    doing = {one.entity for one in parts if one.is_doing}
    if fields or doing - _ADDED_FREELY:
        return _Effect.CHANGES
    return _Effect.ADDS if doing else _Effect.NONE


def _settled_already(proposal: Proposal, record: Row) -> frozenset[str]:
    """Give what a letter says of settling that the register knows already: an item is settled once."""
    model = kind_of(proposal.kind).model
    if proposal.ending not in _SETTLED or model.phase_of(record) is not Phase.DONE:
        return frozenset()
    return frozenset(name for name in ("status", model.settled_day_field, "settled_letter") if record.get(name))


def _chosen(decided: Decisions) -> set[str]:
    """Give the fields that somebody takes over although the register has them already."""
    return (decided.taken_fields | decided.corrections.keys()) - decided.left_fields


def _as_known(proposal: Proposal, there: RecordParts) -> Sequence[ProposedPart]:
    """Give the parts; a deadline told in words that just one of the record has is that one, whatever it is told for.

    What a deadline is for is the officer's own in the register; of prose it is read from the sentence around it.
    """
    if not proposal.passages or not there.deadlines:
        return proposal.parts
    parts = []
    for part in proposal.parts:
        words = fold(str(part.values.get("wording") or "")) if part.entity == "deadline" else ""
        same = [one for one in there.deadlines if words and fold(one["wording"] or "") == words]
        if len(same) == 1:
            values = {name: value for name, value in part.values.items() if name != "what"}
            part = replace(part, values={**values, "sort": same[0]["sort"]})  # noqa: PLW2901 - as it is known
        parts.append(part)
    return parts


def twin_of(number: int) -> Judgement:
    """Give the judgement of a proposal that says the same as an earlier one."""
    del number
    return Judgement(Verdict.UNCHANGED, why=_TWIN)


def left() -> Judgement:
    """Give the judgement of a proposal that somebody chose to leave."""
    return Judgement(Verdict.LEFT)


def _verdict(
    record: Row | None, faults: Mapping[str, Text], fields: Sequence[FieldChange], parts: Sequence[PartPlan], *,
    is_open: bool,
) -> Verdict:  # fmt: skip
    if faults:
        return Verdict.REJECTED
    if is_open:
        return Verdict.UNDECIDED
    if record is None:
        return Verdict.NEW
    return Verdict.CHANGED if fields or any(one.is_doing for one in parts) else Verdict.UNCHANGED


def is_blocking(doubt: Doubt) -> bool:
    """Tell whether a record waits for the answer to a doubt.

    Where there is nothing to choose from, the record comes in without that field, and the report says so; but a
    status that is not known would put a record in the wrong list.
    """
    return bool(doubt.choices) or doubt.field == "status"


def refused_parts(judgement: Judgement) -> list[PartPlan]:
    """Give the parts that are not taken over, each with why."""
    if not judgement.parts:
        return []
    return [one for one in judgement.parts if one.outcome is PartOutcome.REFUSED]


def _deadline_of(answer: Any, place: Place) -> list[ProposedPart]:
    if answer is None:
        return []
    values = {"end": answer} if isinstance(answer, date) else {"wording": answer}
    return [ProposedPart("deadline", values, place)]


TEXT_OF_PART = {"deadline": "wording", "progress_note": "text"}
"""What of a part can be said in other words, by its entity."""


def with_text(part: ProposedPart, text: str) -> ProposedPart:
    """Give a part in other words; of a deadline what was read from the old ones goes with them."""
    kept = {name: value for name, value in part.values.items() if name not in READ_FIELDS}
    return replace(part, values={**kept, TEXT_OF_PART[part.entity]: text})


def _noted(remarks: Any, doubt: Doubt) -> Any:
    line = doubt.text if not doubt.field else f"{doubt.field}: {doubt.text}"
    return added_lines(str(remarks), line) if remarks else line
