"""From what a file proposes to records: matched, rehearsed, written as one step, and the second time nothing."""

from __future__ import annotations

from datetime import date

import pytest

from tests import builders as build
from tests.services.importing.proposing import (
    all_unchanged,
    deadline,
    imported,
    note,
    proposal,
    rehearsed,
    relation,
    verdicts,
)
from tracker.records.filter import Filter
from tracker.records.proposal import Link, Place, Proposal, ProposedRow
from tracker.services.editor import Editor
from tracker.services.importing.applying import apply_plan
from tracker.store.integrity import check
from tracker.store.record_store import Store

TZ = "TZ202605-123"


def count(store: Store) -> int:
    return store.count_of(Filter(), build.TODAY)


def full() -> tuple[Proposal, ...]:
    return (
        proposal(
            "commitment",
            deadline("voor 1 september 2026"),
            note("Er is een gesprek gevoerd."),
            relation("komt voort uit", Link("motion", "M-7")),
            title="Onderzoek naar uitbuiting", number=TZ, owner="sanne@minjenv.nl", lead="politie",
            made_on=date(2026, 5, 20), partners="OM; KMar", remarks="Kleur: rood", debate=Link("debate", "d"),
        ),
        proposal(
            "motion", title="Motie over opvang", reference="M-7", citation="28 638, nr. 244", submitters="Ceder (CU)"
        ),
    )  # fmt: skip


ROWS = (ProposedRow("debate", "d", {"subject": "Mensenhandel", "day": date(2026, 5, 20)}, Place("Blad1", "B2")),)


def test_a_file_becomes_records_in_one_step(store: Store) -> None:
    plan = imported(store, *full(), rows=ROWS)
    assert verdicts(plan) == ["new", "new"]
    made = store.find("T-1")
    parts = store.parts(made.id)
    names = store.names()
    assert (made["title"], made["number"], made["status"]) == ("Onderzoek naar uitbuiting", TZ, "openstaand")
    assert [names("organisation", one) for one in (made["lead"], *made["partners"])] == ["politie", "OM", "KMar"]
    assert names.emails[made["owner"]] == "sanne@minjenv.nl"
    assert names("debate", made["debate"]) == "Mensenhandel, 20-05-2026"
    assert [(one["wording"], one["end"]) for one in parts.deadlines] == [("voor 1 september 2026", date(2026, 8, 31))]
    assert parts.notes[0]["text"] == "Er is een gesprek gevoerd."
    assert parts.relations[0]["to_id"] == store.find("M-7").id
    assert store.to_undo() == "Importeren: lijst.xlsx, 2 nieuw, 0 gewijzigd"
    assert check(store) == []


def test_one_undo_takes_an_import_back(store: Store) -> None:
    imported(store, *full(), rows=ROWS)
    store.undo()
    assert count(store) == 0
    assert store.rows("debate") == []
    assert check(store) == []


def test_the_same_file_again_changes_nothing(store: Store) -> None:
    imported(store, *full(), rows=ROWS)
    before = store.to_undo(), len(store.history())
    plan = imported(store, *full(), rows=ROWS)
    assert all_unchanged(plan)
    assert (store.to_undo(), len(store.history())) == before


def test_an_import_that_was_taken_back_can_come_again_under_its_old_references(store: Store) -> None:
    imported(store, *full(), rows=ROWS)
    store.undo()
    plan = imported(store, *full(), rows=ROWS)
    assert verdicts(plan) == ["new", "new"]
    assert store.find("M-7")["title"] == "Motie over opvang"
    assert check(store) == []


@pytest.mark.parametrize(
    "changed", [{"title": "Onderzoek naar uitbuiting in de bouw"}, {"lead": "OM"}, {"status": "deels voldaan"}]
)
def test_a_later_version_changes_what_differs_and_nothing_else(store: Store, changed: dict[str, str]) -> None:
    build.commitment(store, title="Onderzoek naar uitbuiting", number=TZ, lead="politie")
    given = {"title": "Onderzoek naar uitbuiting", "number": TZ, "lead": "politie", **changed}
    plan = rehearsed(store, proposal(**given))
    assert verdicts(plan) == ["changed"]
    (line,) = plan.details(0).fields
    apply_plan(Editor(store), plan)
    assert [line.name] == list(changed)
    assert line.after == next(iter(changed.values()))
    assert count(store) == 1


def test_nothing_is_written_by_the_rehearsal(store: Store) -> None:
    before = len(store.history())
    rehearsed(store, *full(), rows=ROWS)
    assert len(store.history()) == before
    assert store.rows("organisation") == []


def letters() -> tuple[ProposedRow, ...]:
    return tuple(ProposedRow("letter", title, {"title": title}) for title in ("Voortgang zomer", "Voortgang winter"))


def test_a_rehearsal_uses_up_no_letter_numbers(store: Store) -> None:
    for _ in range(3):
        rehearsed(store, rows=letters())
    imported(store, rows=letters())
    assert [one["number"] for one in store.rows("letter")] == [1, 2]


def test_letters_written_since_the_rehearsal_keep_their_numbers(store: Store) -> None:
    plan = rehearsed(store, rows=letters())
    build.letter(store, title="Nazending")
    apply_plan(Editor(store), plan)
    assert [(one["title"], one["number"]) for one in store.rows("letter")] == [
        ("Voortgang zomer", 2), ("Voortgang winter", 3), ("Nazending", 1)
    ]  # fmt: skip


def test_only_names_that_are_needed_are_made(store: Store) -> None:
    plan = rehearsed(store, *full(), rows=ROWS)
    plan.tick(0, False)
    apply_plan(Editor(store), plan)
    assert count(store) == 1
    assert store.rows("organisation") == []
    assert store.rows("debate") == []


@pytest.mark.parametrize(
    ("named", "is_known"),
    [
        ("voortgangsbrief zomer 2026", True),
        ("Voortgangsbrief mensenhandel", False),
        ("voortgangsbrief", False),
        ("verzamelbrief zomer 2026", False),
    ],
    ids=["all of its words in one title", "in two titles", "one word", "another letter"],
)
def test_a_letter_named_in_short_is_the_one_with_these_words_and_keeps_its_title(
    store: Store, named: str, is_known: bool
) -> None:
    build.letter(store, title="Voortgangsbrief Samen tegen mensenhandel, zomer 2026", day=date(2026, 6, 25))
    build.letter(store, title="Voortgangsbrief mensenhandel 2025", day=date(2025, 12, 15))
    row = ProposedRow("letter", "b", {"title": named}, Place("Blad1", "F2"))

    imported(store, proposal(title="Een brief", settled_letter=Link("letter", "b")), rows=(row,))

    titles = [one["title"] for one in store.rows("letter")]
    assert (named not in titles) is is_known
    assert len(titles) == (2 if is_known else 3)


def test_two_rows_about_one_record_are_written_one_after_the_other_and_one_undo_takes_both_back(store: Store) -> None:
    known = build.commitment(store, title="Een brief", theme="zorg")
    rows = (
        proposal("commitment", title="Brief", theme="opvang"),
        proposal("commitment", note("Er is gesproken."), title="De brief", theme="recht", lead="politie"),
        proposal("commitment", title="Nieuw"),
    )
    plan = rehearsed(store, *rows)
    for number in (0, 1):
        plan.choose(number, known.id)
    apply_plan(Editor(store), plan)

    (kept,) = store.records([known.id])
    assert (kept["title"], kept["theme"]) == ("De brief", "recht")
    assert [one["text"] for one in store.parts(known.id).notes] == ["Er is gesproken."]
    assert check(store) == []
    store.undo()
    (back,) = store.records([known.id])
    assert (back["title"], back["theme"], count(store)) == ("Een brief", "zorg", 1)
    store.redo()
    assert store.records([known.id])[0]["title"] == "De brief"
    assert check(store) == []


def test_two_rows_of_a_file_that_are_one_debate_change_it_once(store: Store) -> None:
    known = build.debate(store, subject="Mensenhandel", day=date(2026, 5, 20))
    common = {"subject": "Mensenhandel", "day": date(2026, 5, 20)}
    rows = (
        ProposedRow("debate", "one", {**common, "chamber": "Tweede Kamer"}, Place("Blad1", "B2")),
        ProposedRow("debate", "two", {**common, "chamber": "Eerste Kamer", "number": "2026A01"}, Place("Blad1", "B3")),
    )
    imported(
        store,
        proposal("commitment", title="Een brief", number=TZ, debate=Link("debate", "one")),
        proposal("commitment", title="Nog een brief", number="TZ202605-124", debate=Link("debate", "two")),
        rows=rows,
    )
    (debate,) = store.rows("debate")
    assert (debate.id, debate["chamber"], debate["number"]) == (known.id, "Tweede Kamer", "2026A01")
    assert [store.find(one)["debate"] for one in ("T-1", "T-2")] == [known.id, known.id]
    store.undo()
    assert store.rows("debate")[0]["chamber"] is None
    assert check(store) == []
