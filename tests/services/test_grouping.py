"""Lists in groups: by value, by month, by how long overdue; closed and opened, with counts."""

from __future__ import annotations

from datetime import date

import pytest

from tests import builders as build
from tracker.basics.language import Language
from tracker.records.registry import KINDS
from tracker.services.browsing import Browsing
from tracker.services.grouping import LATENESS, MONTH, groupings
from tracker.store.record_store import Store


def _shown(store: Store, browsing: Browsing) -> list[str]:
    names = {one.id: one.reference for one in store.summaries(browsing.ids)}
    heads = [f"{one.label} · {one.count}" for one in browsing.groups]
    return [names[one] if one > 0 else heads[-one - 1] for one in browsing.rows]


@pytest.fixture
def browsing(store: Store) -> Browsing:
    for title, end, tags in (("a", date(2025, 6, 30), "x; y"), ("b", date(2026, 6, 1), "y"), ("c", None, "")):
        motion = build.motion(store, title=title, tags=tags, owner="Sanne" if end else None)
        build.deadline(store, motion, wording="ooit", end=end)
    build.commitment(store)
    made = Browsing(store, build.TODAY)
    made.refresh()
    return made


def test_records_of_several_values_stand_in_several_groups_and_count_once(store: Store, browsing: Browsing) -> None:
    browsing.group("tags")
    assert _shown(store, browsing) == [
        "x · 1", "M-1", "y · 2", "M-1", "M-2", "Trefwoorden: leeg · 2", "T-1", "M-3",
    ]  # fmt: skip
    assert len(browsing.ids) == 4


def test_ages_have_the_longest_first(store: Store, browsing: Browsing) -> None:
    browsing.group(LATENESS)
    assert _shown(store, browsing)[:4] == ["Langer dan 12 maanden · 1", "M-1", "Tot 3 maanden · 1", "M-2"]


@pytest.mark.parametrize(
    ("end", "age"),
    [
        (date(2026, 6, 30), "Tot 3 maanden"), (date(2026, 4, 1), "Tot 3 maanden"),
        (date(2026, 3, 31), "3 tot 6 maanden"), (date(2026, 1, 1), "3 tot 6 maanden"),
        (date(2025, 12, 31), "6 tot 12 maanden"), (date(2025, 7, 1), "6 tot 12 maanden"),
        (date(2025, 6, 30), "Langer dan 12 maanden"), (date(2026, 7, 1), "Niet over tijd"),
    ],
)  # fmt: skip
def test_ages_go_by_the_calendar(store: Store, end: date, age: str) -> None:
    build.deadline(store, build.motion(store), wording="ooit", end=end)
    browsing = Browsing(store, build.TODAY)
    browsing.group(LATENESS)
    assert [one.label for one in browsing.groups] == [age]


def test_months_are_in_order_and_named(store: Store, browsing: Browsing) -> None:
    browsing.group(MONTH)
    assert [one.label for one in browsing.groups] == ["juni 2025", "juni 2026", "Geen dag"]


def test_groups_close_and_open_and_stay_so_while_words_narrow(store: Store, browsing: Browsing) -> None:
    browsing.group("owner")
    assert _shown(store, browsing) == ["Sanne · 2", "M-1", "M-2", "Dossierhouder: niemand · 2", "T-1", "M-3"]
    browsing.toggle(0)
    assert _shown(store, browsing)[:2] == ["Sanne · 2", "Dossierhouder: niemand · 2"]
    browsing.find("m-")
    assert _shown(store, browsing) == ["Sanne · 2", "Dossierhouder: niemand · 1", "M-3"]
    browsing.toggle_all()
    assert [one.is_open for one in browsing.groups] == [False, False]
    browsing.toggle_all()
    assert _shown(store, browsing)[1] == "M-1"


def test_everything_on_offer_makes_groups_in_both_languages(store: Store) -> None:
    build.everything(store)
    for kind in (None, *KINDS):
        for language in Language:
            browsing = Browsing(store, build.TODAY, language)
            browsing.choose(kind.code if kind else None, None)
            for code, _ in groupings(kind):
                browsing.group(code)
                assert browsing.group_by == code
                assert sum(one.count for one in browsing.groups) >= len(browsing.ids) > 0
                assert all(one.label for one in browsing.groups)


def test_a_grouping_that_the_next_list_lacks_is_left(browsing: Browsing) -> None:
    browsing.choose("action", None)
    browsing.group("action_line")
    browsing.choose("motion", None)
    assert browsing.group_by is None
