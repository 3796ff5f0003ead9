"""Lists over the register: views, words, order, counts, and the copies from which lists read."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from tests import builders as build
from tracker.basics.errors import NotFound
from tracker.basics.folding import fold
from tracker.records.condition import Condition, Operation
from tracker.records.filter import VIEWS, Filter
from tracker.records.registry import KINDS
from tracker.records.search_words import search_words
from tracker.services import editing, handling
from tracker.services.ranking import Rankings
from tracker.store.integrity import check
from tracker.store.record_store import Store


def _listed(store: Store, today: date = build.TODAY, **chosen: object) -> list[str]:
    ids = store.order(Filter(**chosen), today)  # type: ignore[arg-type]
    return [row.reference for row in store.summaries(ids)]


def _due(store: Store, end: date | None, **given: object) -> str:
    made = build.motion(store, **given)
    build.deadline(store, made, wording="ooit", end=end)
    return made.reference


def test_a_list_is_ordered_by_last_day_then_kind_and_number(store: Store) -> None:
    build.motion(store)
    build.action(store)
    late, early, same = (_due(store, date(2026, 9, day)) for day in (9, 1, 9))
    assert _listed(store) == [early, late, same, "A-1", "M-1"]


def test_numbers_are_ordered_as_numbers(store: Store) -> None:
    for _ in range(11):
        build.motion(store)
    assert _listed(store)[-2:] == ["M-10", "M-11"]


@pytest.mark.parametrize(
    ("days", "views"),
    [(-1, {"overdue"}), (0, {"due-30"}), (1, {"due-30"}), (30, {"due-30"}), (31, set())],
)
def test_the_last_day_is_in_time_and_thirty_days_are_soon(store: Store, days: int, views: set[str]) -> None:
    reference = _due(store, build.TODAY + timedelta(days=days), owner="Jan")
    assert {view.code for view in VIEWS if reference in _listed(store, view=view.code)} == views


def test_tomorrow_makes_overdue_what_was_due_today(store: Store) -> None:
    reference = _due(store, build.TODAY)
    assert _listed(store, view="overdue") == []
    assert _listed(store, build.TODAY + timedelta(days=1), view="overdue") == [reference]


@pytest.mark.parametrize("status", ["afgedaan", "niet uitgevoerd", "overgedragen"])
def test_what_is_done_or_dropped_is_never_overdue(store: Store, status: str) -> None:
    _due(store, date(2020, 1, 1), status=status)
    assert _listed(store, view="overdue") == []


def test_an_internal_target_makes_nothing_overdue(store: Store) -> None:
    build.deadline(store, build.motion(store), sort="intern streven", end=date(2020, 1, 1))
    assert _listed(store, view="overdue") == []
    assert _listed(store, view="no-deadline") == ["M-1"]


def test_a_deadline_that_was_met_no_longer_counts(store: Store) -> None:
    _due(store, date(2020, 1, 1))
    store.apply(handling.meet(store, store.find("M-1"), build.TODAY))
    assert _listed(store, view="overdue") == []
    assert _listed(store, view="no-deadline") == ["M-1"]


@pytest.mark.parametrize("day", [date(1899, 12, 31), date(2024, 2, 29), date(9999, 12, 31)])
def test_days_at_the_ends_of_the_calendar_are_kept(store: Store, day: date) -> None:
    _due(store, day)
    (row,) = store.summaries(store.order(Filter(), build.TODAY))
    assert row.deadline_end == day
    assert check(store) == []


@pytest.mark.parametrize("today", [date(1, 1, 1), date(9999, 12, 31)])
def test_a_clock_at_the_ends_of_the_calendar_still_gives_lists(store: Store, today: date) -> None:
    _due(store, build.TODAY)
    assert store.counts(today)[""] == 1


def test_records_without_owner_deadline_or_end_have_their_views(store: Store) -> None:
    build.motion(store)
    build.commitment(store, owner="Jan", status="voldaan")
    assert (_listed(store, view="no-owner"), _listed(store, view="no-deadline")) == (["M-1"], ["M-1"])
    assert _listed(store, view="settled") == ["T-1"]


@pytest.mark.parametrize(
    ("wording", "has_none"), [("n.t.b.", True), ("Nader te bepalen", True), ("zo spoedig mogelijk", False)]
)
def test_a_deadline_that_is_still_to_be_set_is_none(store: Store, wording: str, has_none: bool) -> None:
    build.deadline(store, build.motion(store), wording=wording, precision="unspecified")
    assert _listed(store, view="no-deadline") == (["M-1"] if has_none else [])
    assert store.counts(build.TODAY)["no-deadline"] == int(has_none)


def test_what_waits_or_has_a_day_is_not_without_a_deadline(store: Store) -> None:
    waiting, dated = build.motion(store), build.commitment(store)
    build.deadline(store, waiting, wording="n.t.b.", waits_for="het akkoord", precision="event")
    build.deadline(store, dated, wording="n.t.b.", end=build.TODAY)
    assert _listed(store, view="no-deadline") == []


def test_counts_are_the_lengths_of_the_lists(store: Store) -> None:
    build.everything(store)
    for days in (-40, -1, 0, 12, 90):
        _due(store, build.TODAY + timedelta(days=days))
    counts = store.counts(build.TODAY)
    assert counts.pop("") == len(_listed(store))
    for kind in KINDS:
        assert counts.pop(kind.code) == len(_listed(store, kind=kind.code))
    assert counts == {view.code: len(_listed(store, view=view.code)) for view in VIEWS}


def test_deleted_records_are_in_the_bin_and_in_no_other_list(store: Store) -> None:
    build.delete(store, build.motion(store))
    build.motion(store)
    assert _listed(store) == ["M-2"]
    assert _listed(store, deleted=True) == ["M-1"]
    assert store.counts(build.TODAY)[""] == 1
    with pytest.raises(NotFound, match="M-1"):
        store.find("M-1")


def test_an_unknown_view_is_said_with_those_that_exist(store: Store) -> None:
    with pytest.raises(NotFound, match="overdue"):
        store.order(Filter(view="morgen"), build.TODAY)


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("vreemdelingenketen", True), ("keten", True), ("KETEN", True), ("coordinatie", True), ("coörd", True),
        ("keten coordinatie", True), ('"de vreemdelingen"', True), ('"vreemdelingen de"', False), ("keten weg", False),
        ("sanne", True), ("m-1", True), ("kamerstuk 36 547, nr. 36", True), ("36547-36", True), ("100%", True),
        ("_", False), ("politie", True), ("  ", True),
    ],
)  # fmt: skip
def test_words_are_found_anywhere_without_accents_or_capitals(store: Store, words: str, found: bool) -> None:
    motion = build.motion(
        store, title="Coördinatie in de vreemdelingenketen", owner="Sanne de Vries", citation="36547-36",
        lead="politie",
    )  # fmt: skip
    build.note(store, motion, text="Voor 100% gereed")
    assert _listed(store, words=words) == (["M-1"] if found else [])


def test_quoted_words_are_one() -> None:
    assert search_words('Één "de  Keten" twee') == ["een", "de keten", "twee"]


def test_what_hangs_on_a_record_is_found_while_it_hangs_there(store: Store) -> None:
    motion = build.motion(store)
    note = build.note(store, motion, text="gesproken met de burgemeester")
    assert _listed(store, words="burgemeester") == ["M-1"]
    store.apply(editing.delete_part(store, motion, note))
    assert _listed(store, words="burgemeester") == []


def test_a_new_name_of_an_organisation_is_found_at_once(store: Store) -> None:
    build.motion(store, lead="KMar")
    (organisation,) = store.rows("organisation")
    store.apply(editing.change_beside(store, organisation, {"name": "Marechaussee"}))
    assert _listed(store, words="marechaussee") == ["M-1"]
    assert _listed(store, words="kmar") == []
    assert check(store) == []


def test_a_partner_in_a_list_is_renamed_in_the_texts_too(store: Store) -> None:
    build.motion(store, partners="VNG; OM")
    organisation = next(one for one in store.rows("organisation") if one["name"] == "VNG")
    store.apply(editing.change_beside(store, organisation, {"name": "Vereniging"}))
    assert _listed(store, words="vereniging") == ["M-1"]
    assert check(store) == []


def test_a_new_name_of_a_person_is_found_at_once(store: Store) -> None:
    motion = build.motion(store, owner="Sanne de Vries")
    build.rename_person(store, motion["owner"], "Sanne Bakker")
    assert _listed(store, words="bakker") == ["M-1"]
    assert check(store) == []


def test_the_folded_texts_are_those_of_all_records_in_use(store: Store) -> None:
    build.motion(store, title="Één")
    build.delete(store, build.motion(store, title="Twee"))
    assert list(store.text_ids()) == [1]
    ((record_id, text),) = store.texts([1, 2])
    assert record_id == 1
    assert fold("Één") in text


def test_a_part_that_moves_changes_the_list_rows_of_both_records(store: Store) -> None:
    gone, stays = build.action(store), build.action(store)
    moving = build.deadline(store, gone, wording="voor de zomer", end=date(2026, 6, 21))
    store.apply(handling.merge_action(store, gone, stays, [moving]))
    ends = {row.reference: row.deadline_end for row in store.summaries([gone.id, stays.id])}
    assert ends == {"A-1": None, "A-2": date(2026, 6, 21)}
    store.undo()
    assert check(store) == []


def test_the_moment_of_the_last_change_is_on_the_list(store: Store, clock: build.FixedClock) -> None:
    motion = build.motion(store)
    clock.pass_days(2)
    build.note(store, motion)
    assert store.summaries([motion.id])[0].updated == clock.now


def test_records_are_given_in_the_order_asked_for_without_those_unknown(store: Store) -> None:
    made = [build.motion(store), build.action(store), build.motion(store)]
    assert [one.id for one in store.records([3, 99, 1, 2])] == [3, 1, 2]
    assert [one.id for one in store.summaries([3, 99, 1])] == [3, 1]
    assert store.references([made[1].id]) == {2: "A-1"}


def test_the_day_first_promised_stays_beside_the_one_that_holds_now(store: Store) -> None:
    late, never, other = (build.commitment(store) for _ in range(3))
    first = build.deadline(store, late, wording="1 juni", end=date(2026, 6, 1))
    for day in (date(2026, 8, 1), date(2026, 10, 1)):
        given = {"wording": "later", "end": day}
        store.apply(handling.postpone(store, late, first, given, on=build.TODAY, reason="druk"))
        first = store.parts(late.id).deadlines[0]
    build.deadline(store, never, wording="1 september", end=date(2026, 9, 1))
    unknown = build.deadline(store, other, wording="later")
    given = {"wording": "1 november", "end": date(2026, 11, 1)}
    store.apply(handling.postpone(store, other, unknown, given, on=build.TODAY, reason="druk"))
    rows = store.summaries([late.id, never.id, other.id])
    assert [(row.first_end, row.deadline_end) for row in rows] == [
        (date(2026, 6, 1), date(2026, 10, 1)),
        (date(2026, 9, 1), date(2026, 9, 1)),
        (None, date(2026, 11, 1)),
    ]
    before = Condition("first_end", Operation.BEFORE, (date(2026, 7, 1),))
    assert _listed(store, conditions=(before,)) == [late.reference]
    ids = store.order(Filter(), build.TODAY)
    by_first = Rankings(store).sort(ids, (("first_end", True),), None, today=build.TODAY)
    assert list(by_first) == [never.id, late.id, other.id]
