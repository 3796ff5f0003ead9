"""The list on show: kinds and views, sorting with unknown values last, words, and what a change does to it."""

from __future__ import annotations

from datetime import date

import pytest

from tests import builders as build
from tracker.records.condition import Condition, Operation
from tracker.records.filter import Filter
from tracker.records.registry import kind_of
from tracker.services import editing
from tracker.services.browsing import Blame, Browsing
from tracker.services.finder_reading import read_finder
from tracker.store.record_store import Store


@pytest.fixture
def browsing(store: Store) -> Browsing:
    late = build.motion(store, title="Zeker toezicht", theme="opvang")
    build.deadline(store, late, wording="begin 2026", end=date(2026, 3, 31))
    build.motion(store, title="élan", status="afgedaan")
    soon = build.commitment(store, title="Brief over de keten", theme="Zorg")
    build.deadline(store, soon, wording="half juli", end=date(2026, 7, 15))
    build.commitment(store, title="Drempel")
    made = Browsing(store, build.TODAY)
    made.refresh()
    return made


def references(store: Store, browsing: Browsing) -> list[str]:
    return [one.reference for one in store.summaries(browsing.ids)]


def test_by_itself_a_list_is_sorted_by_last_day(store: Store, browsing: Browsing) -> None:
    assert references(store, browsing)[:2] == ["M-1", "T-1"]


@pytest.mark.parametrize(
    ("kind", "view", "expected"),
    [
        ("motion", None, ["M-1", "M-2"]), (None, "overdue", ["M-1"]), (None, "due-30", ["T-1"]),
        (None, "settled", ["M-2"]), (None, "no-deadline", ["T-2"]),
    ],
)  # fmt: skip
def test_shows_a_kind_or_a_view(
    store: Store, browsing: Browsing, kind: str | None, view: str | None, expected: list[str]
) -> None:
    browsing.choose(kind, view)
    assert references(store, browsing) == expected
    assert browsing.total == len(expected)


def test_a_record_that_no_longer_fits_is_counted_apart_in_its_group(store: Store, browsing: Browsing) -> None:
    browsing.show(Filter(view="overdue"), (("deadline_end", False),), "kind")
    late = store.find("M-1")
    store.apply(editing.change_record(store, late, {"status": "afgedaan"}))
    assert browsing.mark_misfits({late.id})
    assert [(one.label, one.counted) for one in browsing.groups] == [("motie", "0 (+1)")]
    assert not browsing.mark_misfits({late.id})
    assert late.id in browsing.ids
    assert late.id not in browsing.without_misfits(browsing.ids)
    browsing.refresh()
    assert (browsing.groups, browsing.misfits) == ([], set())


@pytest.mark.parametrize("by", ["status", "theme", "owner", "tags"])
def test_a_record_that_belongs_to_another_group_by_now_is_counted_apart_where_it_stands(
    store: Store, browsing: Browsing, by: str
) -> None:
    browsing.show(Filter(kind="commitment"), (("deadline_end", False),), by)
    changed = {"status": "voldaan", "theme": "iets anders", "owner": "Sanne", "tags": ("nieuw",)}
    record = store.find("T-1")
    where = next(at for at, one in enumerate(browsing.groups) if record.id in browsing.parts[at][1])
    count = browsing.groups[where].count
    store.apply(editing.change_record(store, record, {by: changed[by]}))
    browsing.forget()
    assert browsing.mark_misfits({record.id})
    assert (browsing.misfits, browsing.misplaced) == (set(), {record.id})
    assert browsing.groups[where].counted == f"{count - 1} (+1)"
    store.apply(editing.change_record(store, store.find("T-1"), {"title": "Nog iets"}))
    assert not browsing.mark_misfits({record.id})


def test_a_record_that_stays_in_its_group_is_not_counted_apart(store: Store, browsing: Browsing) -> None:
    browsing.group("kind")
    record = store.find("M-1")
    store.apply(editing.change_record(store, record, {"title": "Anders"}))
    assert not browsing.mark_misfits({record.id})


def test_titles_sort_without_accents_or_capitals_and_turn_round(store: Store, browsing: Browsing) -> None:
    browsing.sort_by("title")
    assert references(store, browsing) == ["T-1", "T-2", "M-2", "M-1"]
    browsing.sort_by("title")
    assert references(store, browsing) == ["M-1", "M-2", "T-2", "T-1"]


def test_unknown_values_come_last_in_both_directions(store: Store, browsing: Browsing) -> None:
    browsing.sort_by("theme")
    assert references(store, browsing)[:2] == ["M-1", "T-1"]
    browsing.sort_by("theme")
    assert references(store, browsing)[:2] == ["T-1", "M-1"]
    browsing.sort_by("deadline_end")
    browsing.sort_by("deadline_end")
    assert references(store, browsing)[:2] == ["T-1", "M-1"]


def test_references_sort_by_kind_and_number(store: Store, browsing: Browsing) -> None:
    browsing.sort_by("reference")
    assert references(store, browsing) == ["M-1", "M-2", "T-1", "T-2"]


def test_every_field_of_every_kind_sorts(store: Store) -> None:
    from tracker.records.field import fields_of

    for record in build.everything(store):
        build.record(store, record.kind.code)
        browsing = Browsing(store, build.TODAY)
        browsing.choose(record.kind.code, None)
        for spec in fields_of(kind_of(record.kind.code).model):
            browsing.sort_by(f"field.{spec.name}")
            assert len(browsing.ids) == browsing.total


def test_words_narrow_the_list_on_show_also_before_the_texts_are_read(store: Store, browsing: Browsing) -> None:
    browsing.find("elan")
    assert references(store, browsing) == ["M-2"]
    browsing.find("")
    browsing.set_finder(read_finder(store))
    browsing.find("ELÁN")
    assert references(store, browsing) == ["M-2"]
    assert browsing.total == 4


def test_a_change_is_seen_after_a_refresh(store: Store, browsing: Browsing) -> None:
    browsing.sort_by("title")
    build.change(store, store.find("M-1"), title="Aanpak")
    browsing.refresh()
    assert references(store, browsing)[0] == "M-1"


def test_another_day_moves_the_views(store: Store, browsing: Browsing) -> None:
    browsing.choose(None, "overdue")
    browsing.set_today(date(2026, 8, 1))
    assert references(store, browsing) == ["M-1", "T-1"]


THEME = Condition("theme", Operation.ONE_OF, ("Zorg",))
OWNER = Condition("owner", Operation.FILLED)


def test_conditions_narrow_and_the_total_stays(store: Store, browsing: Browsing) -> None:
    browsing.set_conditions((THEME,))
    assert (references(store, browsing), browsing.total) == (["T-1"], 4)
    browsing.find("keten")
    assert references(store, browsing) == ["T-1"]


def test_the_filter_to_blame_is_the_one_without_which_most_come_back(store: Store, browsing: Browsing) -> None:
    browsing.set_conditions((THEME, OWNER))
    assert browsing.blame() == Blame(OWNER, 1)
    browsing.set_conditions((OWNER,))
    browsing.find("xyzzy")
    assert browsing.blame() is None
    browsing.set_conditions(())
    assert browsing.blame() == Blame(None, 4)


def test_the_next_list_is_whole(browsing: Browsing) -> None:
    browsing.choose("motion", None)
    browsing.set_conditions((THEME,))
    browsing.find("xyzzy")
    browsing.choose(None, "overdue")
    assert browsing.chosen == Filter(view="overdue")


def test_sorts_by_several_columns_with_unknown_values_last(store: Store, browsing: Browsing) -> None:
    browsing.sort_by("status")
    browsing.sort_by("title", adds=True)
    assert references(store, browsing) == ["M-2", "M-1", "T-1", "T-2"]
    browsing.sort_by("title", adds=True)
    assert references(store, browsing) == ["M-2", "M-1", "T-2", "T-1"]
    browsing.sort_by("theme")
    browsing.sort_by("title", adds=True)
    assert references(store, browsing) == ["M-1", "T-1", "T-2", "M-2"]
    assert browsing.sort_keys == (("theme", False), ("title", False))


def test_what_no_longer_fits_is_told_and_what_is_gone_is_dropped(store: Store, browsing: Browsing) -> None:
    browsing.set_conditions((THEME,))
    shown = set(browsing.ids)
    build.change(store, store.find("T-1"), theme="opvang")
    assert browsing.fitting(shown) == set()
    browsing.drop(shown)
    assert list(browsing.rows) == []
