"""What was decided in a rehearsal is decided again in the next one of the same rows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from tests import builders as build
from tests.services.importing.proposing import deadline, proposal, reading, rehearsed
from tracker.basics.language import Text
from tracker.records.proposal import Doubt, Place, Proposal, Sureness
from tracker.services.importing.deciding_again import decide_again
from tracker.services.importing.judging import Verdict
from tracker.services.importing.plan import ImportPlan
from tracker.store.record_store import Store

DOUBT = Doubt("status", "loopt", Text.same("wat is dit?"), (("openstaand", Text.same("o")),), "s:loopt")


def rows(*titles: str) -> list[Proposal]:
    return [
        proposal("commitment", deadline("eind 2026"), title=title, place=Place("Blad1", f"rij {place}"))
        for place, title in enumerate(titles, start=2)
    ]


def again(before: ImportPlan, store: Store, proposals: Sequence[Proposal]) -> tuple[ImportPlan, bool]:
    plan = ImportPlan(store, [reading(*proposals)], today=build.TODAY).rehearse()
    is_same = decide_again(plan, before)
    return plan.rehearse(), is_same


def test_corrections_ticks_and_links_hold_in_the_next_rehearsal(store: Store) -> None:
    known = build.commitment(store, title="Bestaat al")
    given = rows("Eén", "Twee", "Drie", "Vier")
    before = rehearsed(store, *given)
    before.correct(0, "title", "Eén, verbeterd")
    before.correct_part(0, 0, "voor 1 juli 2027")
    before.choose(1, known.id)
    before.leave(2)
    before.tick(3, is_ticked=False)

    plan, is_same = again(before, store, [replace(one, values={**one.values, "theme": "opvang"}) for one in given])

    assert is_same
    assert plan.line(0).title == "Eén, verbeterd"
    assert plan.details(0).parts[0].values["wording"] == "voor 1 juli 2027"
    assert plan.target(1) == known.id
    assert plan.verdict(2) is Verdict.LEFT
    assert not plan.is_ticked(3)


def test_an_answer_for_all_holds_and_can_still_be_changed(store: Store) -> None:
    given = [proposal("commitment", title="Eén", doubts=(DOUBT,))]
    before = rehearsed(store, *given)
    before.answer("s:loopt", "openstaand")

    plan, _ = again(before, store, given)

    assert [one.answer for one in plan.all_questions()] == [("openstaand",)]
    assert plan.counts[Verdict.NEW] == 1


def test_where_the_rows_are_others_only_what_holds_for_all_is_decided(store: Store) -> None:
    given = rows("Eén", "Twee")
    before = rehearsed(store, *given, proposal("commitment", title="Onzeker", sureness=Sureness.UNSURE))
    before.correct(0, "title", "Verbeterd")
    before.accept_all()

    plan, is_same = again(before, store, given[1:])

    assert not is_same
    assert plan.line(0).title == "Twee"
    assert plan.accepts_all


def test_a_part_that_is_another_now_is_decided_anew(store: Store) -> None:
    given = rows("Eén")
    before = rehearsed(store, *given)
    before.leave_part(0, 0)

    plan, _ = again(before, store, [replace(given[0], parts=(deadline("eind 2026"), deadline("eind 2027")))])

    assert all(part.is_doing for part in plan.details(0).parts)
