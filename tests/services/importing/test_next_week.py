"""Lists that officers keep, taken in once, once more, and as they are a week later."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

from openpyxl import Workbook

from tests import builders as build
from tests.exchange.incoming.workbook.own_lists import write_rows
from tracker.services.editor import Editor
from tracker.services.importing.applying import apply_plan
from tracker.services.importing.files import read_file
from tracker.services.importing.judging import Verdict
from tracker.services.importing.plan import ImportPlan
from tracker.store.record_store import Store

TODAY = build.TODAY


def written(folder: Path, *rows: tuple[Any, ...]) -> Path:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    write_rows(sheet, 1, rows)
    target = folder / "lijst.xlsx"
    book.save(target)
    return target


def rehearsed(store: Store, file: Path) -> ImportPlan:
    return ImportPlan(store, [read_file(file, today=TODAY)], today=TODAY).rehearse()


def apply(store: Store, plan: ImportPlan) -> None:
    apply_plan(Editor(store), plan)


def verdicts(plan: ImportPlan) -> list[Verdict]:
    return [plan.verdict(number) for number in range(len(plan.proposals))]


HEADING = ("Aanbeveling", "Status", "Rapporteren vóór", "Contactpersoon")
FIRST = ("Regels stellen over lobbyisten", "Niet uitgevoerd", "Q1 2027", "Hanna Vermeulen")
SECOND = ("Roulatie invoeren bij de politie", "Niet uitgevoerd", "eind 2027", "Petra Aydin")


def test_a_word_that_was_answered_is_not_asked_again_next_week(store: Store, tmp_path: Path) -> None:
    plan = rehearsed(store, written(tmp_path, HEADING, FIRST, SECOND))
    assert verdicts(plan) == [Verdict.UNDECIDED] * 2
    plan.answer(plan.proposals[0].doubts[0].key, "overgenomen")
    apply(store, plan)
    assert verdicts(rehearsed(store, written(tmp_path, HEADING, FIRST, SECOND))) == [Verdict.UNCHANGED] * 2
    later = (*FIRST[:2], "Q2 2027", FIRST[3])
    assert verdicts(rehearsed(store, written(tmp_path, HEADING, SECOND, later))) == [Verdict.UNCHANGED, Verdict.CHANGED]


def test_another_word_than_the_one_that_was_answered_is_asked(store: Store, tmp_path: Path) -> None:
    plan = rehearsed(store, written(tmp_path, HEADING, FIRST))
    plan.answer(plan.proposals[0].doubts[0].key, "overgenomen")
    apply(store, plan)
    other = (FIRST[0], "Geparkeerd", *FIRST[2:])
    assert verdicts(rehearsed(store, written(tmp_path, HEADING, other))) == [Verdict.UNDECIDED]


def test_a_mark_that_moves_to_another_month_postpones(store: Store, tmp_path: Path) -> None:
    heading = ("Product", "Wie", "apr 2027", "mei 2027", "jun 2027", "jul 2027")
    apply(
        store, rehearsed(store, written(tmp_path, heading, ("Voortgangsbrief", "Sanne de Wit", "uitvraag", None, "TK")))
    )
    moved = written(tmp_path, heading, ("Voortgangsbrief", "Sanne de Wit", "uitvraag", None, None, "TK"))
    plan = rehearsed(store, moved)
    assert verdicts(plan) == [Verdict.CHANGED]
    apply(store, plan)
    hanging = store.parts(store.find("A-1").id)
    ends = {one["what"]: one["end"] for one in hanging.deadlines}
    assert [one["old_wording"] for one in hanging.postponements] == ["juni 2027"]
    assert ends == {"uitvraag": date(2027, 4, 30), "TK": date(2027, 7, 31)}
