"""The report of an import as an auditor reads it: what was done and what not, row by row, and figures that add up."""

from __future__ import annotations

from pathlib import Path

import openpyxl

from tests import builders as build
from tests.services.importing.proposing import deadline, proposal, rehearsed
from tracker.basics.language import Language, Text
from tracker.records.proposal import Account, NotUnderstood, Place, Sureness
from tracker.services.editor import Editor
from tracker.services.importing.applying import apply_plan
from tracker.services.importing.outcome import outcomes_of, tell_references
from tracker.services.importing.outcome_report import save_outcome
from tracker.services.importing.plan import ImportPlan
from tracker.store.record_store import Store


def sheets(path: Path) -> dict[str, list[list[str]]]:
    """Give all that stands in a workbook, by sheet: its lines, without what is blank."""
    book = openpyxl.load_workbook(path)
    return {
        sheet.title: [[str(cell.value) for cell in row if cell.value is not None] for row in sheet.iter_rows()]
        for sheet in book
    }


def plan_of_every_sort(store: Store) -> ImportPlan:
    build.commitment(store, title="Er al", number="TZ202605-001", theme="zorg")
    places = [Place("Blad1", f"rij {row}") for row in range(2, 8)]
    plan = rehearsed(
        store,
        proposal(number="TZ202605-001", title="Er al", theme="opvang", place=places[0]),
        proposal("commitment", deadline("eind 2026"), number="TZ202605-002", title="Nieuw", place=places[1]),
        proposal(number="TZ202605-003", title="Onzeker", sureness=Sureness.UNSURE, place=places[2]),
        proposal(number="TZ202605-004", title="Zonder vinkje", place=places[3]),
        proposal(number="TZ202605-005", title="Overgeslagen", place=places[4]),
        account=Account(12, 9, 1, 1, [NotUnderstood(Place("Blad1", "B9"), "??", Text("Geen dag.", "No day."))]),
        notices=(Text("Verborgen rijen zijn meegenomen.", "Hidden rows were taken in."),),
    )
    plan.tick(3, is_ticked=False)
    plan.leave(4)
    return plan


def test_a_rehearsal_says_that_nothing_was_changed_and_what_would_be(store: Store, tmp_path: Path) -> None:
    target = tmp_path / "verslag.xlsx"
    save_outcome(
        outcomes_of(plan_of_every_sort(store)), target, register="r.db", today=build.TODAY, is_rehearsal=True,
        refused=(Text("“foto.png” is geen werkmap.", "“foto.png” is no workbook."),),
    )  # fmt: skip
    found = sheets(target)

    assert list(found) == ["Aantallen", "Nieuw", "Gewijzigd", "Niet overgenomen", "Meldingen"]
    assert ["Proef van de import: aantallen"] in found["Aantallen"]
    assert all(["Dit is een proef: er is nog niets veranderd in het register."] in lines for lines in found.values())
    assert ["lijst.xlsx", "Blad1!rij 3", "toezegging", "Nieuw"] in found["Nieuw"]
    assert ["lijst.xlsx", "Blad1!rij 2", "T-1", "Thema", "zorg", "opvang"] in found["Gewijzigd"]
    assert ["“foto.png” is geen werkmap."] in found["Meldingen"]
    assert ["lijst.xlsx", "Verborgen rijen zijn meegenomen."] in found["Meldingen"]


def test_the_figures_add_up_under_headings_that_say_what_they_count(store: Store, tmp_path: Path) -> None:
    target = tmp_path / "verslag.xlsx"
    save_outcome(outcomes_of(plan_of_every_sort(store)), target, register="r.db", today=build.TODAY)
    lines = sheets(target)["Aantallen"]
    headings = next(line for line in lines if line[:1] == ["Bestand"])
    counts = dict(
        zip(headings[1:], map(int, next(line for line in lines if line[:1] == ["lijst.xlsx"])[1:]), strict=True)
    )

    records, cells = list(counts.values())[:7], list(counts.values())[7:]
    assert headings[1] == "Records gelezen"
    assert headings[8] == "Cellen gelezen"
    assert records[0] == sum(records[1:]) == 5
    assert cells[0] == sum(cells[1:]) == 12
    assert "Overgenomen" not in headings  # of cells nobody can say so: their row may not have been taken over


def test_every_row_that_does_not_come_in_is_named_with_why(store: Store, tmp_path: Path) -> None:
    target = tmp_path / "verslag.xlsx"
    save_outcome(outcomes_of(plan_of_every_sort(store)), target, register="r.db", today=build.TODAY)
    told = {tuple(line[1:4]) for line in sheets(target)["Niet overgenomen"] if line[:1] == ["lijst.xlsx"]}

    assert told == {
        ("Blad1!rij 4", "nog te beslissen", "TZ202605-003"),
        ("Blad1!rij 5", "overgeslagen", "TZ202605-004"),
        ("Blad1!rij 6", "overgeslagen", "TZ202605-005"),
        ("Blad1!B9", "niet begrepen", "??"),
    }


def test_after_writing_the_new_records_have_their_references(store: Store, tmp_path: Path) -> None:
    target, plan = tmp_path / "report.xlsx", plan_of_every_sort(store)
    outcomes = outcomes_of(plan)
    apply_plan(Editor(store), plan)
    tell_references(plan, outcomes)

    save_outcome(outcomes, target, register="r.db", today=build.TODAY, language=Language.ENGLISH)

    found = sheets(target)
    assert ["Report of the import: new"] in found["New"]
    assert ["lijst.xlsx", "Blad1!row 3", "T-2", "commitment", "Nieuw"] in found["New"]
