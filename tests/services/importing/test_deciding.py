"""What is less than sure waits for a person: chosen, answered, corrected, ticked off or left."""

from __future__ import annotations

from datetime import date

import pytest

from tests import builders as build
from tests.services.importing.proposing import (
    all_unchanged,
    deadline,
    imported,
    proposal,
    reading,
    rehearsed,
    relation,
    verdicts,
)
from tracker.basics.errors import Cancelled
from tracker.basics.language import Text
from tracker.records.filter import Filter
from tracker.records.proposal import Doubt, Ending, Link, Place, Sureness
from tracker.services.editor import Editor
from tracker.services.importing.applying import apply_plan
from tracker.services.importing.judging import Verdict
from tracker.services.importing.outcome import outcomes_of
from tracker.services.importing.plan import ImportPlan
from tracker.store.record_store import Store

LONG = "Onderzoek naar arbeidsuitbuiting in de bouw en de landbouw"
DOUBT = Doubt(
    "status",
    "loopt",
    Text.same("wat is dit?"),
    (("openstaand", Text.same("o")), ("voldaan", Text.same("v"))),
    "s:loopt",
)


def titles(store: Store) -> list[str]:
    return [one.title for one in store.summaries(store.order(Filter(), build.TODAY))]


# --- which record -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("kind", "ours", "theirs"),
    [
        ("commitment", {"number": "TZ202605-123", "title": "Een"}, {"number": "TZ202605-123", "title": "Twee"}),
        ("commitment", {"former_number": "T03456", "title": "Een"}, {"number": "T03456", "title": "Twee"}),
        ("motion", {"citation": "36 547, nr. 36", "title": "Een"}, {"citation": "36547-36", "title": "Twee"}),
        ("action", {"title": "Voorlichting op Scholen"}, {"title": "voorlichting  op scholen", "theme": "x"}),
    ],
)
def test_the_same_record_is_known_again(store: Store, kind: str, ours: dict[str, str], theirs: dict[str, str]) -> None:
    build.record(store, kind, **ours)
    assert verdicts(rehearsed(store, proposal(kind, **theirs))) == ["changed"]


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        ({"made_on": date(2026, 5, 20)}, {"made_on": date(2026, 5, 21)}),
        ({"number": "TZ202605-123"}, {"number": "TZ202605-124"}),
    ],
)
def test_another_day_or_number_is_another_record(store: Store, ours: dict[str, str], theirs: dict[str, str]) -> None:
    build.commitment(store, title=LONG, **ours)
    assert verdicts(rehearsed(store, proposal(title=LONG, **theirs))) == ["new"]


def test_nearly_the_same_title_is_a_question(store: Store) -> None:
    known = build.commitment(store, title=LONG)
    plan = rehearsed(store, proposal(title=LONG.replace("bouw en de", "bouw en")))
    assert verdicts(plan) == ["undecided"]
    assert [one.id for one in plan.details(0).candidates] == [known.id]
    apply_plan(Editor(store), plan)
    assert titles(store) == [LONG]


@pytest.mark.parametrize(
    ("choice", "verdict", "count"), [("record", "changed", 1), ("new", "new", 2), ("leave", "left", 1)]
)
def test_a_person_chooses(store: Store, choice: str, verdict: str, count: int) -> None:
    known = build.commitment(store, title=LONG)
    plan = rehearsed(store, proposal(title=LONG.replace("bouw en de", "bouw en")))
    acts = {"record": lambda: plan.choose(0, known.id), "new": lambda: plan.make_new(0), "leave": lambda: plan.leave(0)}
    acts[choice]()
    assert verdicts(plan) == [verdict]
    apply_plan(Editor(store), plan)
    assert len(titles(store)) == count


def test_a_reference_of_quite_another_record_is_a_question(store: Store) -> None:
    build.motion(store, title="Motie over de opvang van slachtoffers")
    plan = rehearsed(store, proposal("motion", title="Stimuleren van fietsen", reference="M-1"))
    assert verdicts(plan) == ["undecided"]
    assert "andere titel" in plan.line(0).why.nl  # type: ignore[union-attr]


def test_a_reference_whose_title_was_corrected_is_the_same(store: Store) -> None:
    build.motion(store, title="Motie over de opvang van slachtofers")
    plan = rehearsed(store, proposal("motion", title="Motie over opvang van slachtoffers", reference="M-1"))
    assert verdicts(plan) == ["changed"]


def test_a_free_reference_is_kept_and_a_taken_one_becomes_new(store: Store) -> None:
    gone = build.motion(store, title="Iets anders")
    build.delete(store, gone)
    imported(store, proposal("motion", title="Een", reference="M-5"), proposal("motion", title="Twee"))
    assert store.find("M-5")["title"] == "Een"
    assert store.find("M-6")["title"] == "Twee"


def test_several_that_fit_are_a_question(store: Store) -> None:
    for number in range(2):
        build.commitment(store, title=f"Titel {number}", number="TZ202605-123")
    plan = rehearsed(store, proposal(title="Titel", number="TZ202605-123"))
    assert verdicts(plan) == ["undecided"]
    assert len(plan.details(0).candidates) == 2


def test_rows_with_one_title_each_find_their_own_record_again(store: Store) -> None:
    rows = [proposal("action", title="Voorlichting", theme=theme) for theme in ("scholen", "hotels", "bouw")]
    imported(store, *rows)
    plan = imported(store, *reversed(rows))
    assert all_unchanged(plan)
    assert len(titles(store)) == 3


# --- twice in one file ------------------------------------------------------------------------------------------------


def test_a_row_that_stands_twice_is_taken_once(store: Store) -> None:
    plan = imported(store, proposal(title=LONG), proposal(title=LONG, place=Place("Blad1", "rij 9")))
    assert verdicts(plan) == ["new", "unchanged"]
    assert titles(store) == [LONG]


def test_a_number_that_stands_twice_and_differs_is_a_question(store: Store) -> None:
    rows = [proposal(title=title, number="TZ202605-123") for title in ("Een", "Twee")]
    plan = rehearsed(store, *rows)
    assert verdicts(plan) == ["new", "undecided"]
    assert plan.details(1).twin == 0


def test_two_files_are_one_step(store: Store) -> None:
    readings = [reading(proposal(title="Een")), reading(proposal(title="Twee"))]
    plan = ImportPlan(store, readings, today=build.TODAY).rehearse()
    apply_plan(Editor(store), plan)
    assert store.to_undo() == "Importeren: 2 bestanden, 2 nieuw, 0 gewijzigd"
    store.undo()
    assert titles(store) == []


# --- doubts, faults, corrections --------------------------------------------------------------------------------------


def test_one_answer_settles_all_doubts_with_the_same_key(store: Store) -> None:
    plan = rehearsed(store, *(proposal(title=f"Titel {number}", doubts=(DOUBT,)) for number in range(3)))
    assert verdicts(plan) == ["undecided"] * 3
    (question,) = plan.questions()
    assert question.numbers == [0, 1, 2]
    plan.answer(DOUBT.key, "voldaan")
    assert verdicts(plan) == ["new"] * 3
    assert plan.questions() == []
    apply_plan(Editor(store), plan)
    assert {store.find(f"T-{number}")["status"] for number in (1, 2, 3)} == {"voldaan"}


def test_a_doubt_with_nothing_to_choose_from_leaves_out_its_field_alone(store: Store) -> None:
    doubt = Doubt("made_on", "maart 2026", Text.same("Dit is geen dag."))
    plan = rehearsed(store, proposal(title="Een", doubts=(doubt,), places={"made_on": Place("Blad1", "C2")}))
    assert verdicts(plan) == ["new"]
    (outcome,) = outcomes_of(plan)
    assert [(str(one.place), one.what, one.why.nl) for one in outcome.not_taken] == [
        ("Blad1!C2", "maart 2026", "Dit is geen dag.")
    ]
    plan.correct(0, "made_on", "15-03-2026")
    assert outcomes_of(plan)[0].not_taken == []


def test_a_status_that_nobody_knows_is_waited_for(store: Store) -> None:
    doubt = Doubt("status", "in de la", Text.same("Wat is dit?"))
    assert verdicts(rehearsed(store, proposal(title="Een", doubts=(doubt,)))) == ["undecided"]


def test_less_than_sure_is_left_unless_all_is_accepted(store: Store) -> None:
    plan = rehearsed(store, proposal(title="Een", sureness=Sureness.LIKELY), proposal(title="Twee", doubts=(DOUBT,)))
    assert plan.counts[Verdict.UNDECIDED] == 2
    plan.accept_all()
    assert verdicts(plan) == ["new", "new"]
    apply_plan(Editor(store), plan)
    assert store.find("T-2")["status"] == "openstaand"


def test_a_fault_is_told_in_a_sentence_and_can_be_corrected(store: Store) -> None:
    plan = rehearsed(store, proposal(title="Een", made_on="31-02-2026"), proposal(lead="OM"))
    assert verdicts(plan) == ["rejected", "rejected"]
    assert plan.line(0).why == Text(
        "Gedaan op: “31-02-2026” is geen bestaande dag. Schrijf bijvoorbeeld 15-07-2026.",
        "Made on: “31-02-2026” is no existing day. Write for example 2026-07-15.",
    )
    plan.correct(0, "made_on", "28-02-2026")
    plan.correct(1, "title", "Twee")
    assert verdicts(plan) == ["new", "new"]
    assert plan.counts == {Verdict.NEW: 2, Verdict.REJECTED: 0}


def test_one_field_can_be_left_as_it_is(store: Store) -> None:
    build.commitment(store, title=LONG, lead="politie")
    plan = rehearsed(store, proposal(title=LONG, lead="OM", theme="x"))
    plan.leave_field(0, "lead")
    apply_plan(Editor(store), plan)
    kept = store.find("T-1")
    assert (store.names()("organisation", kept["lead"]), kept["theme"]) == ("politie", "x")


def test_what_is_ticked_off_is_not_written(store: Store) -> None:
    plan = rehearsed(store, proposal(title="Een"), proposal(title="Twee"))
    plan.tick(0, is_ticked=False)
    apply_plan(Editor(store), plan)
    assert titles(store) == ["Twee"]
    assert store.to_undo() == "Importeren: lijst.xlsx, 1 nieuw, 0 gewijzigd"


def test_the_word_of_the_chamber_does_not_overrule_ours(store: Store) -> None:
    build.commitment(store, title=LONG, number="TZ202605-123", status="voldaan")
    given = proposal(title=LONG, number="TZ202605-123", status="openstaand", only_new=frozenset(("status",)))
    assert verdicts(rehearsed(store, given)) == ["unchanged"]


def test_a_letter_settles_what_is_open_and_leaves_what_was_settled_as_it_is(store: Store) -> None:
    says = {"ending": Ending.SETTLED_HERE, "status": "voorgesteld als voldaan", "settled_on": date(2026, 10, 1)}
    build.record(store, "commitment", title=LONG, number="TZ202605-123")
    build.record(store, "commitment", title="Een ander onderwerp", number="TZ202605-124", status="voldaan",
                 settled_on="25-6-2026")  # fmt: skip

    plan = rehearsed(
        store,
        proposal("commitment", title=LONG, number="TZ202605-123", **says),
        proposal("commitment", title="Een ander onderwerp", number="TZ202605-124", **says),
    )

    assert verdicts(plan) == ["changed", "unchanged"]
    assert {one.name for one in plan.details(0).fields} == {"status", "settled_on"}


def test_another_day_of_settling_is_shown_and_left_until_somebody_takes_it_over(store: Store) -> None:
    says = {"ending": Ending.SETTLED_HERE, "status": "voorgesteld als voldaan", "settled_on": date(2026, 10, 1)}
    build.record(store, "commitment", title=LONG, number="TZ202605-123", status="voldaan", settled_on="25-6-2026")

    plan = rehearsed(store, proposal("commitment", title=LONG, number="TZ202605-123", **says))

    held = {one.name: (one.before, one.after) for one in plan.details(0).fields if one.is_left}
    assert held["settled_on"] == ("25-06-2026", "01-10-2026")
    assert all(one.remark is not None for one in plan.details(0).fields)
    assert plan.line(0).why is not None
    plan.leave_field(0, "settled_on", is_left=False)
    assert verdicts(plan) == ["changed"]
    assert [(one.name, one.is_left) for one in plan.details(0).fields if one.name == "settled_on"] == [
        ("settled_on", False)
    ]
    plan.leave_field(0, "settled_on")
    assert verdicts(plan) == ["unchanged"]


def test_what_the_source_deleted_is_said_and_stays(store: Store) -> None:
    build.commitment(store, title=LONG, number="TZ202605-123")
    gone = proposal(title=LONG, number="TZ202605-123", gone=True)
    plan = imported(store, gone, proposal(title="Iets anders", gone=True))
    assert verdicts(plan) == ["undecided", "rejected"]
    assert titles(store) == [LONG]


def test_stopping_leaves_no_trace(store: Store) -> None:
    def stop(done: int, total: int) -> None:
        del done, total
        raise Cancelled

    plan = rehearsed(store, *(proposal(title=f"Titel {number}") for number in range(3)))
    with pytest.raises(Cancelled):
        apply_plan(Editor(store), plan, stop)
    assert titles(store) == []
    assert store.to_undo() is None
    apply_plan(Editor(store), plan)
    assert len(titles(store)) == 3


def test_a_relation_finds_its_record_by_number_in_the_file_and_in_the_register(store: Store) -> None:
    known = build.commitment(store, title="Bekend", number="TZ202601-001")
    imported(
        store,
        proposal(
            "commitment", relation("herhaalt", Link("commitment", "TZ202601-001")),
            relation("vult aan", Link("commitment", "TZ202605-124")), relation("wijzigt", Link("commitment", "TZ1")),
            title="Een", number="TZ202605-123",
        ),
        proposal(title="Twee", number="TZ202605-124"),
    )  # fmt: skip
    made = store.find("T-2")
    ends = [(one["how"], one["to_id"]) for one in store.parts(made.id).relations]
    assert ends == [("herhaalt", known.id), ("vult aan", store.find("T-3").id)]


def test_a_deadline_that_says_nothing_is_refused_and_the_record_is_not(store: Store) -> None:
    plan = imported(store, proposal("commitment", deadline(start=date(2026, 2, 1), end=date(2026, 1, 1)), title="Een"))
    assert verdicts(plan) == ["new"]
    assert plan.with_leftovers == {0}
    assert store.parts(store.find("T-1").id).deadlines == ()


def test_a_european_act_is_known_by_its_number_and_another_number_is_another_act(store: Store) -> None:
    build.record(store, "instrument", title="Herziene richtlijn mensenhandel", official_number="(EU) 2024/1712")

    same = proposal("instrument", title="Richtlijn van 13 juni 2024", official_number="Richtlijn (EU) 2024/1712")
    other = proposal("instrument", title="Herziene richtlijn mensenhandel", official_number="2011/36/EU")
    plan = rehearsed(store, same, other)

    assert plan.line(0).reference == "I-1"
    assert plan.target(1) <= 0


def test_what_points_at_something_undecided_comes_along_once_all_is_accepted(store: Store) -> None:
    known = build.action(store, title="Iets dat er al is")
    build.commitment(store, title=LONG)
    part = relation("onderdeel van", Link("commitment", "bijna"))
    plan = rehearsed(
        store,
        proposal("action", part, title=known["title"]),
        proposal("commitment", title=LONG[:-1], key="bijna"),
    )
    assert verdicts(plan) == ["unchanged", "undecided"]

    plan.accept_all()

    assert verdicts(plan) == ["changed", "changed"]
