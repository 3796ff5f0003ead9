from __future__ import annotations

from datetime import date

from tests import builders as build
from tests.exchange.incoming.workbook.reading_rows import read
from tracker.records.motion import Outcome
from tracker.services.editor import Editor
from tracker.services.importing.applying import apply_plan
from tracker.services.importing.judging import Verdict
from tracker.services.importing.plan import ImportPlan
from tracker.store.record_store import Store

HEADINGS = ("Motie", "Ingediend op", "Stand van zaken", "Datum stand")
DOUBTFUL = ("Motie over opvang van slachtoffers", "2/3/2025", "Er is overleg geweest met de politie.", "4/5/2025")


def test_a_day_that_can_be_another_is_the_day_of_the_outcome_and_of_the_note(store: Store) -> None:
    plan = ImportPlan(store, [read([HEADINGS, DOUBTFUL])], today=build.TODAY).rehearse()
    assert plan.verdict(0) is Verdict.UNDECIDED
    plan.answer_one(0, "outcomes", date(2025, 2, 3))
    plan.answer_one(0, "note.on", date(2025, 4, 5))
    apply_plan(Editor(store), plan)
    (record,) = store.records([plan.made[0]])
    assert record["outcomes"] == (Outcome("ingediend", date(2025, 2, 3)),)
    (note,) = store.parts_of([record.id])[record.id].notes
    assert note["on"] == date(2025, 4, 5)


def test_accepting_all_takes_the_likeliest_day(store: Store) -> None:
    plan = ImportPlan(store, [read([HEADINGS, DOUBTFUL])], today=build.TODAY).rehearse()
    plan.accept_all()
    apply_plan(Editor(store), plan)
    (record,) = store.records([plan.made[0]])
    assert record["outcomes"] == (Outcome("ingediend", date(2025, 3, 2)),)


def test_a_day_among_other_words_is_the_day_of_the_outcome(store: Store) -> None:
    rows = [(f"Motie over regio {day}", f"{day}-03-2025", *DOUBTFUL[2:]) for day in (25, 26, 27)]
    row = (DOUBTFUL[0], "24-03-2025, zie TK 29628", *DOUBTFUL[2:])
    plan = ImportPlan(store, [read([HEADINGS, row, *rows])], today=build.TODAY).rehearse()
    plan.accept_all()
    apply_plan(Editor(store), plan)
    (record,) = store.records([plan.made[0]])
    assert record["outcomes"] == (Outcome("ingediend", date(2025, 3, 24)),)
