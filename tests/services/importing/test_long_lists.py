from __future__ import annotations

from collections import Counter

from tests import builders as build
from tracker.records.proposal import FileReading, Place, Proposal
from tracker.services.importing.judging import Verdict
from tracker.services.importing.plan import ImportPlan
from tracker.store.record_store import Store

_A_FEW = 4
"""How often a proposal is asked for: to be made, matched, looked at and judged."""


class Asked(list[Proposal]):
    """Proposals that note how often each was asked for: those of a long list are unpacked for it."""

    def __init__(self, proposals: list[Proposal]) -> None:
        super().__init__(proposals)
        self.times: Counter[int] = Counter()

    def __getitem__(self, index: int) -> Proposal:  # type: ignore[override]
        self.times[index] += 1
        return super().__getitem__(index)


def proposal(number: int, same_as: int) -> Proposal:
    values = {"title": f"Toezegging over regio {same_as}", "number": f"TZ202501-{same_as:03}"}
    return Proposal("commitment", values, Place("Blad1", f"rij {number}"))


def rehearsed(store: Store, proposals: list[Proposal]) -> ImportPlan:
    return ImportPlan(store, [FileReading("lijst.xlsx", "xlsx", proposals)], today=build.TODAY).rehearse()


def test_a_number_that_stands_in_many_rows_is_compared_without_asking_for_the_first_row_again(store: Store) -> None:
    proposals = Asked([proposal(number, 1) for number in range(50)])
    plan = rehearsed(store, proposals)
    assert plan.counts[Verdict.NEW] == 1
    assert plan.counts[Verdict.UNCHANGED] == 49
    assert proposals.times[0] <= _A_FEW


def test_the_same_number_with_other_words_is_asked(store: Store) -> None:
    other = proposal(2, 1)
    plan = rehearsed(
        store, [proposal(1, 1), Proposal(other.kind, {**other.values, "title": "Iets anders"}, other.place)]
    )
    assert plan.counts == {Verdict.NEW: 1, Verdict.UNDECIDED: 1}


def test_plain_new_records_are_judged_while_they_are_matched(store: Store) -> None:
    proposals = Asked([proposal(number, number) for number in range(250)])
    plan = ImportPlan(store, [FileReading("lijst.xlsx", "xlsx", proposals)], today=build.TODAY)
    while plan.counts.total() < 250:
        assert plan.go_on()
    assert plan.has_more
    assert plan.rehearse().counts == {Verdict.NEW: 250}
    assert max(proposals.times.values()) <= _A_FEW


def test_an_answer_given_while_a_rehearsal_runs_counts_for_what_was_judged_early(store: Store) -> None:
    plan = ImportPlan(
        store, [FileReading("lijst.xlsx", "xlsx", [proposal(n, n) for n in range(250)])], today=build.TODAY
    )
    while not plan.counts.total():
        plan.go_on()
    plan.leave(0)
    plan.accept_all()
    plan.rehearse()
    assert plan.counts == {Verdict.LEFT: 1, Verdict.NEW: 249}
