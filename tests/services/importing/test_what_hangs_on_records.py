"""Deadlines, states of affairs and remarks of a file against those of the register."""

from __future__ import annotations

from datetime import date

import pytest

from tests import builders as build
from tests.services.importing.proposing import all_unchanged, deadline, imported, note, proposal, rehearsed, verdicts
from tracker.records.proposal import Place, ProposedPart
from tracker.records.snapshot import RecordParts
from tracker.services import handling
from tracker.store.record_store import Store

TITLE = "Onderzoek naar uitbuiting"


def parts(store: Store) -> RecordParts:
    return store.parts(store.find("T-1").id)


def take(store: Store, *hung: ProposedPart, **values: str) -> list[str]:
    return verdicts(imported(store, proposal("commitment", *hung, title=TITLE, **values)))


@pytest.mark.parametrize("wording", ["voor 1 september 2026", "voor de zomer", "na het gesprek", "zo snel mogelijk"])
def test_a_deadline_is_taken_once(store: Store, wording: str) -> None:
    assert take(store, deadline(wording)) == ["new"]
    assert take(store, deadline(wording)) == ["unchanged"]
    assert [one["wording"] for one in parts(store).deadlines] == [wording]


def test_words_without_a_day_of_their_own_are_read_from_today(store: Store) -> None:
    take(store, deadline("binnen twee maanden"))
    assert [(one["said_on"], one["end"]) for one in parts(store).deadlines] == [(build.TODAY, date(2026, 9, 1))]


def test_a_last_day_that_the_file_gives_goes_before_what_is_read(store: Store) -> None:
    take(store, deadline("voor de zomer", end=date(2026, 6, 30)))
    assert [(one["end"], one["overruled"]) for one in parts(store).deadlines] == [(date(2026, 6, 30), True)]
    assert take(store, deadline("voor de zomer", end=date(2026, 6, 30))) == ["unchanged"]


def test_later_words_are_a_postponement_of_which_the_letter_is_not_known(store: Store) -> None:
    take(store, deadline("voor 1 september 2026"))
    assert take(store, deadline("voor 1 december 2026")) == ["changed"]
    hung = parts(store)
    assert [one["wording"] for one in hung.deadlines] == ["voor 1 december 2026"]
    (moved,) = hung.postponements
    assert (moved["old_wording"], moved["new_end"], moved["letter"], moved["on"]) == (
        "voor 1 september 2026", date(2026, 11, 30), None, build.TODAY,
    )  # fmt: skip
    assert take(store, deadline("voor 1 december 2026")) == ["unchanged"]


def test_earlier_words_are_a_correction(store: Store) -> None:
    take(store, deadline("voor 1 december 2026"))
    assert take(store, deadline("voor 1 september 2026")) == ["changed"]
    hung = parts(store)
    assert [(one["wording"], one["end"]) for one in hung.deadlines] == [("voor 1 september 2026", date(2026, 8, 31))]
    assert hung.postponements == ()


def test_a_file_from_before_a_postponement_does_not_take_it_back(store: Store) -> None:
    take(store, deadline("voor 1 september 2026"))
    record = store.find("T-1")
    (old,) = parts(store).deadlines
    new = {"wording": "eind 2026", "end": date(2026, 12, 31)}
    store.apply(handling.postpone(store, record, old, new, on=build.TODAY, reason="drukte"))
    assert take(store, deadline("voor 1 september 2026")) == ["unchanged"]
    assert [one["wording"] for one in parts(store).deadlines] == ["eind 2026"]


def test_a_postponement_of_the_file_is_taken_once(store: Store) -> None:
    hung = (
        ProposedPart("deadline", {"wording": "1 sept 2026"}, Place(), "d"),
        ProposedPart("postponement", {"old_wording": "1 juni 2026"}, Place(), of="d"),
    )
    assert take(store, *hung) == ["new"]
    assert [(one["old_end"], one["new_end"]) for one in parts(store).postponements] == [
        (date(2026, 6, 1), date(2026, 9, 1))
    ]
    assert take(store, *hung) == ["unchanged"]


def test_a_postponement_of_the_file_and_the_one_that_follows_from_it_are_one(store: Store) -> None:
    take(store, deadline("1 juni 2026"))
    hung = (
        ProposedPart("deadline", {"wording": "1 sept 2026"}, Place(), "d"),
        ProposedPart("postponement", {"old_wording": "1 juni 2026", "reason": "drukte"}, Place(), of="d"),
    )
    assert take(store, *hung) == ["changed"]
    assert [(one["old_wording"], one["reason"]) for one in parts(store).postponements] == [("1 juni 2026", "drukte")]
    assert take(store, *hung) == ["unchanged"]


def test_that_a_deadline_was_met_is_added_to_it(store: Store) -> None:
    take(store, deadline("voor 1 september 2026"))
    assert take(store, deadline("voor 1 september 2026", met_on=date(2026, 6, 20))) == ["changed"]
    assert [one["met_on"] for one in parts(store).deadlines] == [date(2026, 6, 20)]


def test_what_is_for_something_else_is_another_deadline(store: Store) -> None:
    take(store, deadline("voor 1 september 2026", what="brief"))
    take(store, deadline("voor 1 december 2026", what="evaluatie"))
    assert len(parts(store).deadlines) == 2


def test_a_new_state_of_affairs_stands_beside_the_earlier_one(store: Store) -> None:
    take(store, note("Het gesprek is gepland."))
    assert take(store, note("Het gesprek is  gepland.")) == ["unchanged"]
    assert take(store, note("Het gesprek is gevoerd.")) == ["changed"]
    assert [one["text"] for one in parts(store).notes] == ["Het gesprek is gepland.", "Het gesprek is gevoerd."]


def test_remarks_are_kept_and_not_doubled(store: Store) -> None:
    build.commitment(store, title=TITLE, remarks="Zelf geschreven")
    take(store, remarks="Kleur: rood\nMap: 3")
    assert store.find("T-1")["remarks"] == "Zelf geschreven\nKleur: rood\nMap: 3"
    assert take(store, remarks="Kleur: rood\nMap: 3") == ["unchanged"]


def test_a_blank_takes_nothing_away_and_lists_only_grow(store: Store) -> None:
    build.commitment(store, title=TITLE, lead="politie", tags="a; b")
    take(store, lead="", tags="B; c")
    kept = store.find("T-1")
    assert store.names()("organisation", kept["lead"]) == "politie"
    assert kept["tags"] == ("a", "b", "c")


def test_what_the_file_clears_is_emptied(store: Store) -> None:
    build.commitment(store, title=TITLE, theme="x", tags="a")
    imported(store, proposal(title=TITLE, clears=frozenset(("theme", "tags"))))
    kept = store.find("T-1")
    assert (kept["theme"], kept["tags"]) == (None, ())


def test_an_event_is_shared_with_the_register(store: Store) -> None:
    known = build.commitment(store, title="Ander")
    build.deadline(store, known, wording="na inwerkingtreding van de wet", waits_for="inwerkingtreding van de wet")
    imported(store, proposal("action", deadline("na de inwerkingtreding van de wet"), title="Een"))
    assert len(store.rows("event")) == 1


def test_the_second_time_is_unchanged_after_what_was_read_was_corrected_by_hand(store: Store) -> None:
    take(store, deadline("voor de zomer"))
    record = store.find("T-1")
    (old,) = parts(store).deadlines
    from tracker.services import editing

    corrected = {"end": date(2026, 6, 1), "start": None, "overruled": True}
    store.apply(editing.change_part(store, record, old, corrected))
    assert all_unchanged(rehearsed(store, proposal("commitment", deadline("voor de zomer"), title=TITLE)))


def test_the_same_time_said_on_the_same_day_in_other_words_changes_nothing(store: Store) -> None:
    take(store, deadline("na afronding van het ontwerp, in 2027"))

    assert take(store, deadline("in 2027")) == ["unchanged"]
    assert [one["wording"] for one in parts(store).deadlines] == ["na afronding van het ontwerp, in 2027"]
    assert take(store, deadline("in 2027", said_on=date(2026, 9, 1))) == ["changed"]
