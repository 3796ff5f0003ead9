"""What a letter tells finds the record that it is about, also in other words; what is less than clear is asked."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from tests import builders as build
from tests.services.importing.proposing import deadline, imported, note, proposal, rehearsed, relation, verdicts
from tracker.records.proposal import Link, Passage, Proposal, Sureness
from tracker.records.snapshot import Record
from tracker.services.editor import Editor
from tracker.services.importing.applying import apply_plan
from tracker.services.importing.parts import PartOutcome
from tracker.services.importing.plan import ImportPlan
from tracker.services.importing.resemblance import Likeness, Resemblance, divided, tellings_alike
from tracker.store.record_store import Store

TITLES = (
    "Werkwijzen uit de praktijk omzetten in een werkproces",
    "Verkennen of de Field Labs een vervolg krijgen",
    "Poule van ervaringsdeskundigen ontwikkelen",
    "Website van het Centraal Informatiepunt lanceren",
    "Website van het Centraal Informatiepunt verder ontwikkelen",
    "Barrièremodellen voor criminele, arbeids- en seksuele uitbuiting",
)


def told(title: str, text: str = "De brief zegt hier iets over.", **values: Any) -> Proposal:
    """Make a proposal as a letter gives one of an action that it does not name."""
    given = {"sureness": Sureness.LIKELY, "sureness_if_known": Sureness.SURE, "passages": (Passage(0, 9),), **values}
    return proposal("action", note(text), title=title, only_new=frozenset(("title",)), **given)


def with_actions(store: Store) -> dict[str, Record]:
    """Put the titles into the register as actions."""
    return {title: build.record(store, "action", title=title) for title in TITLES}


def meant(plan: ImportPlan) -> list[list[str]]:
    return [[one.reference for one in plan.details(number).candidates] for number in range(len(plan.proposals))]


@pytest.mark.parametrize(
    ("title", "meant_title"),
    [
        ("Barrièremodellen (door)ontwikkeld voor criminele-, arbeids- en seksuele uitbuiting", TITLES[5]),
        ("Poule van ervaringsdeskundigen is verder ontwikkeld", TITLES[2]),
    ],
)
def test_other_words_for_the_same_add_a_state_of_affairs_to_it(store: Store, title: str, meant_title: str) -> None:
    actions = with_actions(store)

    plan = imported(store, told(title))

    assert verdicts(plan) == ["changed"]
    (record,) = store.records([actions[meant_title].id])
    assert record["title"] == meant_title
    assert [one["text"] for one in store.parts_of([record.id])[record.id].notes] == ["De brief zegt hier iets over."]


def test_what_may_be_about_a_record_is_asked_with_the_likeliest_first(store: Store) -> None:
    actions = with_actions(store)

    plan = rehearsed(store, told("Website wordt verder uitgebreid", "Het Informatiepunt gaat zich ontwikkelen."))

    assert verdicts(plan) == ["undecided"]
    assert meant(plan)[0][:2] == [actions[TITLES[4]].reference, actions[TITLES[3]].reference]
    plan.choose(0, actions[TITLES[3]].id)
    assert verdicts(plan) == ["changed"]


def test_what_the_register_tells_of_a_record_finds_it_where_its_title_has_other_words(store: Store) -> None:
    actions = with_actions(store)
    wanted = actions[TITLES[1]]
    build.note(store, wanted, text="De minister bekijkt of er opvolging komt van de gedane proeven in de regio’s.")
    for title in (TITLES[0], TITLES[2]):
        build.note(store, actions[title], text="Hier gebeurt iets heel anders met andere mensen.")

    told_of = told("Opvolging", "Ik bekijk of er opvolging aan de gedane proeven in de regio’s kan worden gegeven.")
    other = told("Postercampagne op Schiphol", "Op Schiphol hangen deze zomer posters voor reizigers.")

    plan = rehearsed(store, told_of, other)

    assert verdicts(plan) == ["changed", "undecided"]
    assert plan.target(0) == wanted.id


def test_of_two_that_tell_the_same_of_one_record_neither_has_it_without_asking(store: Store) -> None:
    wanted = with_actions(store)[TITLES[1]]
    words = "Bekeken wordt of de gedane proeven in de regio’s opvolging krijgen."
    build.note(store, wanted, text=words)

    plan = rehearsed(store, told("Opvolging", words[:-1] + "!"), told("Proeven", words[:-1] + "?"))

    assert verdicts(plan) == ["undecided", "undecided"]


def test_what_is_told_is_held_against_all_that_the_register_says() -> None:
    told = {
        1: "proeven in alle regio’s krijgen volgend seizoen opvolging",
        2: "posters voor reizigers hangen deze zomer op schiphol",
    }
    texts = [
        (7, "Proeven in alle regio’s krijgen volgend seizoen opvolging"),
        (8, "deze zomer hangen posters voor reizigers op schiphol, en in de hal"),
        (9, "posters op schiphol"),
    ]

    found = tellings_alike(told, texts)

    assert [(one.record_id, round(one.score, 6)) for one in found[1]] == [(7, 1.0)]
    assert [one.record_id for one in found[2]] == [8]  # the third has but two words in common


def test_words_of_the_trade_do_not_make_two_things_one() -> None:
    told = {1: "Het wetsvoorstel witwassen is op 1 februari 2027 door de Tweede Kamer aangenomen."}

    assert tellings_alike(told, [(7, "Wetsvoorstel cyber: op 12 februari 2027 door de Eerste Kamer aangenomen")]) == {}


def test_a_name_with_another_word_is_another_name(store: Store) -> None:
    build.record(store, "programme", title="EMPACT")
    given = told("x", "EMPACT Cyber gaat over aanvallen.", sureness=Sureness.SURE)
    other = replace(given, kind="programme", values={"title": "EMPACT Cyber Attacks"})

    assert verdicts(rehearsed(store, other)) == ["undecided"]


def test_what_is_sure_and_little_like_any_record_is_new_without_asking(store: Store) -> None:
    with_actions(store)

    plan = rehearsed(store, told("Werkwijzen in het onderwijs", "Scholen leren.", sureness=Sureness.SURE))

    assert verdicts(plan) == ["new"]


def test_an_older_letter_changes_nothing_without_asking(store: Store) -> None:
    action = build.action(store, title=TITLES[5], status="afgerond")
    build.note(store, action, text="De modellen zijn klaar.", on="1-12-2026")
    words = note("De modellen worden gemaakt.", on=date(2026, 6, 25))
    older = proposal("action", words, title=TITLES[5], status="loopt", passages=(Passage(0, 9),))

    plan = rehearsed(store, older)

    assert verdicts(plan) == ["undecided"]
    newer = proposal("action", note("Ze worden herzien.", on=date(2027, 6, 25)), title=TITLES[5], status="loopt",
                     passages=(Passage(0, 9),))  # fmt: skip
    assert verdicts(rehearsed(store, newer)) == ["changed"]


def test_what_is_about_no_record_stays_a_new_one_to_be_decided(store: Store) -> None:
    with_actions(store)

    plan = rehearsed(store, told("Postercampagne op Schiphol"))

    assert verdicts(plan) == ["undecided"]
    assert meant(plan) == [[]]


def test_a_status_read_from_prose_is_asked_before_it_changes_a_record(store: Store) -> None:
    with_actions(store)

    plan = rehearsed(store, told(TITLES[5], status="afgerond"))

    assert verdicts(plan) == ["undecided"]
    plan.accept(0)
    assert verdicts(plan) == ["changed"]


def test_no_record_is_given_to_two() -> None:
    wanted = {1: [Likeness(7, 0.9)], 2: [Likeness(7, 1.0), Likeness(8, 0.3)], 3: [Likeness(9, 0.8), Likeness(7, 0.79)]}

    assert divided(wanted, taken=()) == {2: 7, 3: 9}
    assert divided(wanted, taken=(9,)) == {2: 7}


def test_a_title_is_most_like_itself_and_words_that_all_share_say_nothing() -> None:
    titles = Resemblance(enumerate(TITLES))

    for number, title in enumerate(TITLES):
        best = titles.like(title, "")[0]
        assert (best.record_id, round(best.score, 6)) == (number, 1.0)
    assert titles.like("Het is er en het zal er zijn", "") == []


def test_what_was_told_before_is_known_again_by_its_words_and_nothing_is_asked(store: Store) -> None:
    (action, *_) = with_actions(store).values()
    words = told("Een heel andere titel", "Vijf regio’s doen het al.", sureness_if_known=Sureness.UNSURE)
    plan = rehearsed(store, words)
    plan.choose(0, action.id)
    plan.accept(0)
    apply_plan(Editor(store), plan)

    assert verdicts(rehearsed(store, words)) == ["unchanged"]


def test_two_pieces_about_one_record_come_again_without_a_question(store: Store) -> None:
    (action, *_) = with_actions(store).values()
    both = [told("Een heel andere titel", "Het begin."), told("Nog weer een andere", "Het vervolg.")]
    plan = rehearsed(store, *both)
    for number in range(2):
        plan.choose(number, action.id)
    apply_plan(Editor(store), plan)

    assert verdicts(rehearsed(store, *both)) == ["unchanged", "unchanged"]


def test_what_one_sentence_told_of_two_records_comes_again_to_each_of_them(store: Store) -> None:
    words = "Aanbevolen wordt een coördinator aan te stellen en de rol van de minister vast te leggen."
    both = [told("Coördinator aanstellen", words), told("Rol van de minister vastleggen", words)]
    plan = rehearsed(store, *both)
    plan.accept_all()
    apply_plan(Editor(store), plan)

    again = rehearsed(store, *reversed(both))

    assert verdicts(again) == ["unchanged", "unchanged"]
    assert [again.line(number).title for number in range(2)] == [one.values["title"] for one in reversed(both)]
    assert again.target(0) != again.target(1)


def test_what_points_at_something_undecided_waits_for_it_and_says_so(store: Store) -> None:
    with_actions(store)
    other = told("Website wordt verder uitgebreid", "Het Informatiepunt.", key="actie 1")
    part = relation("onderdeel van", Link("action", "actie 1"))

    plan = rehearsed(store, other, proposal("action", part, title="Iets dat zeker is"))

    assert [one.outcome for one in plan.details(1).parts] == [PartOutcome.REFUSED]
    plan.accept_all()
    assert [one.outcome for one in plan.details(1).parts] == [PartOutcome.NEW]


def test_a_deadline_in_the_words_of_the_register_is_that_one_whatever_it_is_told_for(store: Store) -> None:
    given = deadline(what="Gesprek met de partijen", wording="wanneer het gesprek heeft plaatsgevonden")
    imported(store, proposal("action", given, title=TITLES[0]))
    again = deadline(what="Kamer informeren", wording="wanneer het gesprek heeft plaatsgevonden")

    plan = rehearsed(store, proposal("action", again, title=TITLES[0], passages=(Passage(0, 9),)))

    assert verdicts(plan) == ["unchanged"]
