"""Which records a letter tells of: those of which it told before, and those that its titles and tellings are like."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from tracker.basics.folding import fold
from tracker.records.proposal import Proposal, Sureness
from tracker.services.importing.identity import Identity, contradicts
from tracker.services.importing.known_records import NAMED, KnownRecords
from tracker.services.importing.resemblance import (
    ALIKE,
    CLEAR_TELLING,
    SAME_TELLING,
    SAME_TOGETHER,
    Likeness,
    divided,
    tellings_alike,
)

_MOST_CANDIDATES = 9
_RATHER_NEW = 0.5
"""What is less like a record than this, in title and telling together, is likelier a new one."""
_MAY_BE = 0.45
"""What a letter gives a name of its own, and is less like any record than this, is new without asking."""
Claim = Callable[[int, int], None]
"""Gives a proposal (by number) a record."""


@dataclass(frozen=True, slots=True)
class Asked:
    """The records that a proposal may be about, the likeliest first."""

    candidates: tuple[int, ...]
    is_rather_new: bool


class Prose:
    """What letters propose, gathered as it is matched, and then divided over the records."""

    def __init__(self, known: KnownRecords) -> None:
        self._known = known
        self._sought: dict[int, Identity] = {}
        self._sure: set[int] = set()
        """Those that are surely a record, new or known."""
        self._whole: dict[int, str] = {}
        """All that each tells, its title included."""
        self._alike: dict[int, list[Likeness]] = {}
        self._told: dict[tuple[str, str], list[int]] = defaultdict(list)
        """What tells the same of its kind, by the words; also what was matched otherwise."""

    def hear(self, number: int, proposal: Proposal) -> None:
        """Note the state of affairs that a proposal tells."""
        text = next((str(part.values["text"]) for part in proposal.parts if part.entity == "progress_note"), "")
        if text:
            self._told[proposal.kind, fold(text)].append(number)

    def take(self, number: int, proposal: Proposal, sought: Identity) -> None:
        """Note the records that a proposal may be about."""
        told = _told_in(proposal)
        self._sought[number] = sought
        if proposal.sureness is Sureness.SURE:
            self._sure.add(number)
        self._whole[number] = f"{proposal.values.get('title') or ''} {told}"
        self._alike[number] = self._known.alike(sought, told)

    def settle(self, targets: Sequence[int], claims: Mapping[int, int], claim: Claim) -> dict[int, Asked]:
        """Give what is told to the records that it is about beyond doubt, and give those that are to be asked.

        ``targets`` and ``claims`` say what was matched, and follow as this claims more. Titles decide first, then all
        that is told, then both together; a name that is another is another, whatever else is told.
        """
        for said, known in self._known.told_before(self._told.keys()).items():
            self._settle_told(self._told[said], known, targets, claim)
        prose = [number for number in self._alike if not targets[number]]
        titles = {number: self._fitting(number, self._alike[number]) for number in prose}
        placed = _place(divided(titles, claims), claim)
        told = self._told_alike([number for number in prose if number not in placed])
        placed |= _place(divided(told, claims, same=SAME_TELLING, clear=CLEAR_TELLING, is_mutual=True), claim)
        left = {number: _together(titles[number], told.get(number, ())) for number in prose if number not in placed}
        unnamed = {number: found for number, found in left.items() if self._sought[number].kind not in NAMED}
        placed |= _place(divided(unnamed, claims, same=SAME_TOGETHER, is_mutual=True), claim)
        free = {
            number: [one for one in found if one.record_id not in claims]
            for number, found in left.items()
            if number not in placed
        }
        wanted = {number: found for number, found in free.items() if found and self._may_be(number, found, told)}
        return dict(_asked(wanted, told))

    def _may_be(self, number: int, found: Sequence[Likeness], told: Mapping[int, Sequence[Likeness]]) -> bool:
        """Tell whether somebody would wonder if it is one of these."""
        return number not in self._sure or found[0].score >= _MAY_BE or _is_heard(told.get(number, ()))

    def _settle_told(self, numbers: Sequence[int], known: Sequence[int], targets: Sequence[int], claim: Claim) -> None:
        """Give what was told before, word for word, to the records of which it was told."""
        free = [number for number in numbers if not targets[number]]
        if len(numbers) == len(free) == len(known) == 1:
            claim(free[0], known[0])  # two pieces of a letter that were told of one record may both come again
            return
        taken = {targets[number] for number in numbers}
        scores = {number: {one.record_id: one.score for one in self._alike.get(number, ())} for number in free}
        wanted = {number: [Likeness(one, scores[number].get(one, 0)) for one in known] for number in free}
        _place(divided(wanted, taken, same=0, clear=-1), claim)

    def _fitting(self, number: int, found: Iterable[Likeness]) -> list[Likeness]:
        """Leave out the records that it cannot be, however much they are alike."""
        sought = self._sought[number]
        return [one for one in found if not contradicts(sought, self._known.identity(sought.kind, one.record_id))]

    def _told_alike(self, numbers: Sequence[int]) -> dict[int, list[Likeness]]:
        """Give the records of which the register says what these tell."""
        by_kind: dict[str, dict[int, str]] = defaultdict(dict)
        for number in numbers:
            by_kind[self._sought[number].kind][number] = self._whole[number]
        found: dict[int, list[Likeness]] = {}
        for kind, told in by_kind.items():
            likely = {one.record_id for number in told for one in self._alike[number]}
            found |= tellings_alike(told, self._known.texts(kind, likely))
        return {number: self._fitting(number, _best(some)) for number, some in found.items()}


def _told_in(proposal: Proposal) -> str:
    """Give all that a proposal tells beside its title."""
    told = [proposal.values.get("text"), proposal.values.get("words_said"), proposal.values.get("goal")]
    told += [part.values.get("text") for part in proposal.parts if part.entity == "progress_note"]
    return " ".join(str(one) for one in told if one)


def _place(placed: dict[int, int], claim: Claim) -> dict[int, int]:
    for number, record_id in placed.items():
        claim(number, record_id)
    return placed


def _asked(
    free: Mapping[int, Sequence[Likeness]], told: Mapping[int, Sequence[Likeness]]
) -> Iterable[tuple[int, Asked]]:
    """Give the candidates of each, so that the likeliest of two are not the same record."""
    likeliest = divided(free, (), same=0, clear=-1)
    for number, found in free.items():
        ordered = sorted(found, key=lambda one: one.record_id != likeliest.get(number))
        is_rather_new = ordered[0].score < _RATHER_NEW and not _is_heard(told.get(number, ()))
        yield number, Asked(tuple(one.record_id for one in ordered), is_rather_new)


def _is_heard(told: Iterable[Likeness]) -> bool:
    return any(one.score >= SAME_TELLING for one in told)


def _best(found: Iterable[Likeness]) -> list[Likeness]:
    """Give the most alike; what is far behind them plays no part."""
    return sorted(found, key=lambda one: (-one.score, one.record_id))[:_MOST_CANDIDATES]


def _together(titles: Iterable[Likeness], told: Iterable[Likeness]) -> list[Likeness]:
    """Give how alike records are in title and telling, the most alike first, those that are too little left out."""
    scores: defaultdict[int, float] = defaultdict(float)
    wanted = set()
    for found, least in ((titles, ALIKE), (told, SAME_TELLING)):
        for one in found:
            scores[one.record_id] += one.score
            if one.score >= least:
                wanted.add(one.record_id)
    return _best(Likeness(record_id, score) for record_id, score in scores.items() if record_id in wanted)
