"""Several commitments of one debate at once."""

from __future__ import annotations

from datetime import date

import pytest

from tests import builders as build
from tracker.services.from_debate import InvalidRows, commitments_from_debate, row_fields
from tracker.store.integrity import check
from tracker.store.record_store import Store

DEBATE = {"subject": "Mensenhandel", "sort": "commissiedebat", "day": "20-5-2026", "chamber": "Tweede Kamer"}


def test_a_debate_and_its_commitments_are_one_step(store: Store) -> None:
    rows = [
        {"title": "Brief over de opvang", "wording": "voor het einde van het jaar", "made_to": "Ceder (CU)"},
        {"title": "Gesprek met Comensha", "end": "1-9-2026", "owner": "Sanne"},
        {"title": "Zonder termijn"},
    ]
    made = commitments_from_debate(store, DEBATE, rows)
    assert made.step.label == "3 toezeggingen uit debat toevoegen"
    store.apply(made.step)
    first, second, third = store.records(made.ids)
    assert [one.reference for one in (first, second, third)] == ["T-1", "T-2", "T-3"]
    assert (first["made_on"], first["chamber"]) == (date(2026, 5, 20), "Tweede Kamer")
    assert {one["debate"] for one in (first, second, third)} == {store.rows("debate")[0].id}
    deadline = store.parts(first.id).deadlines[0]
    assert (deadline["wording"], deadline["end"], deadline["precision"], deadline["said_on"]) == (
        "voor het einde van het jaar", date(2026, 12, 31), "year", date(2026, 5, 20),
    )  # fmt: skip
    assert second.summary.deadline_end == date(2026, 9, 1)
    assert store.parts(third.id).deadlines == ()
    assert check(store) == []
    store.undo()
    assert store.counts(build.TODAY)[""] == 0
    assert store.rows("debate") == []


def test_a_day_that_was_given_goes_before_what_the_words_say(store: Store) -> None:
    rows = [{"title": "Brief", "wording": "voor de zomer", "end": "1-7-2026"}]
    made = commitments_from_debate(store, build.debate(store, day=date(2026, 5, 20)).id, rows)
    store.apply(made.step)
    deadline = store.parts(made.ids[0]).deadlines[0]
    assert (deadline["wording"], deadline["end"]) == ("voor de zomer", date(2026, 7, 1))


def test_an_event_is_waited_for(store: Store) -> None:
    rows = [{"title": "Brief", "wording": "na afronding van het onderzoek"}]
    made = commitments_from_debate(store, build.debate(store, day=date(2026, 5, 20)).id, rows)
    store.apply(made.step)
    found = store.records(made.ids)[0].summary
    assert (found.deadline_end, found.waits_for) == (None, "afronding van het onderzoek")


def test_words_stay_unread_where_nobody_knows_the_day_of_the_debate(store: Store) -> None:
    made = commitments_from_debate(store, build.debate(store).id, [{"title": "Brief", "wording": "voor de zomer"}])
    store.apply(made.step)
    deadline = store.parts(made.ids[0]).deadlines[0]
    assert (deadline["wording"], deadline["end"]) == ("voor de zomer", None)


def test_one_organisation_or_person_for_all_rows(store: Store) -> None:
    rows = [{"title": "Een", "owner": "Sanne"}, {"title": "Twee", "owner": "sanne"}]
    made = commitments_from_debate(store, DEBATE, rows)
    store.apply(made.step)
    assert len({one["owner"] for one in store.records(made.ids)}) == 1


def test_all_faults_are_named_by_row_and_nothing_is_written(store: Store) -> None:
    rows = [{"title": ""}, {"title": "Goed"}, {"title": "Fout", "end": "31-2-2026"}]
    with pytest.raises(InvalidRows) as refused:
        commitments_from_debate(store, {**DEBATE, "subject": "", "day": "32-1-2026"}, rows)
    assert set(refused.value.debate) == {"subject", "day"}
    assert set(refused.value.rows) == {(0, "title"), (2, "end")}
    assert "Rij 3, Uiterlijk" in str(refused.value)
    assert build.commitment(store).reference == "T-1"


def test_no_rows_is_a_fault(store: Store) -> None:
    with pytest.raises(InvalidRows):
        commitments_from_debate(store, DEBATE, [])


def test_the_fields_of_a_row() -> None:
    assert [spec.name for spec in row_fields()] == [
        "title", "words_said", "made_by", "made_to", "wording", "end", "category", "owner",
    ]  # fmt: skip
