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


def test_a_day_that_was_chosen_is_not_asked_again(store: Store, tmp_path: Path) -> None:
    rows = [("Actie", "Termijn"), ("Nota", "31-2-2027"), ("Contract", 46388), ("Kaart", date(2027, 3, 1))]
    plan = rehearsed(store, written(tmp_path, *rows))
    assert verdicts(plan) == [Verdict.UNDECIDED, Verdict.UNDECIDED, Verdict.NEW]
    plan.answer_one(0, "deadline", "28-02-2027")
    plan.answer_one(1, "deadline", None)
    apply(store, plan)
    assert [ends(store, number) for number in (1, 2)] == [[date(2027, 2, 28)], []]
    assert verdicts(rehearsed(store, written(tmp_path, *rows))) == [Verdict.UNCHANGED] * 3


def test_a_day_that_could_be_another_is_asked_once(store: Store, tmp_path: Path) -> None:
    rows = [("Toezegging", "Gedaan op", "Termijn"), ("De minister stuurt een brief", "02/03/2026", "03/04/2027")]
    plan = rehearsed(store, written(tmp_path, *rows))
    assert [one.field for one in plan.details(0).doubts] == ["made_on", "deadline"]
    plan.answer_one(0, "made_on", date(2026, 2, 3))
    plan.answer_one(0, "deadline", "04-03-2027")
    apply(store, plan)
    assert store.find("T-1")["made_on"] == date(2026, 2, 3)
    assert ends(store, 1, "T") == [date(2027, 3, 4)]
    assert verdicts(rehearsed(store, written(tmp_path, *rows))) == [Verdict.UNCHANGED]


def ends(store: Store, number: int, prefix: str = "A") -> list[date | None]:
    return [one["end"] for one in store.parts(store.find(f"{prefix}-{number}").id).deadlines]
