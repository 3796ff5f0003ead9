"""The figures of the start page: each is the length of the list behind it, on whatever day."""

from __future__ import annotations

from array import array
from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from datetime import UTC, date, datetime, timedelta

import pytest

from tests import builders as build
from tracker.records.condition import condition_words
from tracker.records.filter import Filter
from tracker.records.list_field import list_field
from tracker.records.motion import Outcome
from tracker.records.snapshot import Record
from tracker.records.view_definition import ViewDefinition, definition_from_json
from tracker.services import editing, handling
from tracker.services.overview import Bar, Figure, Listed, Overview, list_behind, make_overview
from tracker.services.recess_calendar import changed_calendar, recess_rows
from tracker.store.figures import Slice
from tracker.store.record_store import Store

LONG_AGO = datetime(2000, 1, 1, tzinfo=UTC)


def overview_of(store: Store, today: date = build.TODAY, since: datetime = LONG_AGO) -> Overview:
    return make_overview(store, today, since)


def due(store: Store, end: date, kind: str = "motion", **given: object) -> Record:
    made = build.record(store, kind, **given)
    build.deadline(store, made, end=end)
    return made


def figures_in(overview: Overview) -> Iterator[Figure]:
    """Give every figure there is, whatever holds it, so that one that is added is tried as well."""
    yield from _figures_within(overview)


def _figures_within(part: object) -> Iterator[Figure]:
    if isinstance(part, Figure):
        yield part
    elif isinstance(part, tuple):
        for one in part:
            yield from _figures_within(one)
    elif is_dataclass(part):
        for field in fields(part):
            yield from _figures_within(getattr(part, field.name))


def listed_ids(store: Store, figure: Figure, today: date = build.TODAY) -> list[int]:
    behind = list_behind(store, figure, today)
    if behind.filter is not None:
        return list(store.order(behind.filter, today))
    assert behind.ids is not None
    return list(behind.ids)


def bar(bars: tuple[Bar, ...], label: str) -> Bar:
    return next(one for one in bars if one.label.nl == label)


def counts(one: Bar) -> list[int]:
    return [part.count for part in one.parts]


@pytest.mark.parametrize(
    ("end", "place"),
    [
        (date(2026, 6, 30), 0), (date(2026, 4, 1), 0), (date(2026, 3, 31), 1), (date(2026, 1, 1), 1),
        (date(2025, 12, 31), 2), (date(2025, 7, 1), 2), (date(2025, 6, 30), 3), (date(1999, 1, 1), 3),
    ],
)  # fmt: skip
def test_what_is_overdue_stands_at_its_age(store: Store, end: date, place: int) -> None:
    due(store, end)
    (one,) = overview_of(store).ages
    assert counts(one) == [int(place == age) for age in range(4)]
    assert one.total.count == 1


def test_a_day_that_ends_today_is_not_overdue_but_due_soon(store: Store) -> None:
    due(store, build.TODAY)
    found = overview_of(store)
    assert (found.overdue.count, found.due_soon.count, found.first_due) == (0, 1, build.TODAY)
    assert overview_of(store, build.TODAY + timedelta(days=1)).overdue.count == 1


def test_kinds_with_most_overdue_come_first(store: Store) -> None:
    due(store, date(2026, 5, 1))
    for _ in range(2):
        due(store, date(2026, 5, 1), "commitment")
    assert [one.label.nl for one in overview_of(store).ages] == ["Toezeggingen", "Moties"]


def test_what_became_overdue_lately_is_counted_apart(store: Store) -> None:
    due(store, date(2026, 6, 1))
    due(store, date(2026, 5, 31))
    found = overview_of(store)
    assert (found.overdue.count, found.newly_overdue.count) == (2, 1)


def test_what_is_overdue_longest_comes_first_with_its_owner_or_else_its_lead(store: Store) -> None:
    due(store, date(2025, 3, 1), "action", lead="CCV")
    due(store, date(2025, 1, 1), "action", lead="CCV", owner="Jan Jansen")
    due(store, date(2025, 2, 1), "action")
    due(store, date(2025, 4, 1), "action")
    late = overview_of(store).longest_late
    assert [(one.summary.reference, one.who) for one in late] == [
        ("A-2", "Jan Jansen"),
        ("A-3", ""),
        ("A-1", "CCV"),
        ("A-4", ""),
    ]


def test_weeks_run_from_today_to_sunday_and_then_by_the_week(store: Store) -> None:
    due(store, date(2026, 7, 5))
    due(store, date(2026, 7, 6))
    weeks = overview_of(store).weeks
    assert [(one.first_day, one.last_day, one.figure.count) for one in weeks[:2]] == [
        (date(2026, 7, 1), date(2026, 7, 5), 1),
        (date(2026, 7, 6), date(2026, 7, 12), 1),
    ]
    assert weeks[-1].last_day == date(2026, 12, 31)


def test_months_are_six_and_cross_the_year(store: Store) -> None:
    due(store, date(2027, 3, 31))
    due(store, date(2027, 4, 1))
    months = overview_of(store, date(2026, 10, 31)).months
    assert [one.first_day for one in months] == [
        date(2026, 10, 31), date(2026, 11, 1), date(2026, 12, 1), date(2027, 1, 1), date(2027, 2, 1), date(2027, 3, 1),
    ]  # fmt: skip
    assert months[-1].figure.count == 1


def test_recesses_of_the_months_ahead_are_there_with_whether_they_are_certain(store: Store) -> None:
    found = overview_of(store, date(2026, 10, 1)).recesses
    assert [one.name for one in found] == ["herfstreces", "kerstreces", "voorjaarsreces"]
    assert found[0].is_pattern


def test_events_that_are_waited_for_come_longest_ago_first(store: Store) -> None:
    for said, event in ((date(2026, 1, 1), "het advies"), (date(2025, 5, 1), "de wet"), (None, "het gesprek")):
        build.deadline(store, build.motion(store), waits_for=event, said_on=said)
    build.deadline(store, build.motion(store), waits_for="het advies", said_on=date(2024, 1, 1))
    found = overview_of(store)
    assert [(one.event, one.since, one.figure.count) for one in found.waits] == [
        ("het advies", date(2024, 1, 1), 2), ("de wet", date(2025, 5, 1), 1), ("het gesprek", None, 1),
    ]  # fmt: skip
    assert found.waiting.count == 4


def test_what_was_met_settled_or_only_an_internal_aim_is_not_waited_for(store: Store) -> None:
    build.deadline(store, build.motion(store), waits_for="de wet", met_on=build.TODAY)
    build.deadline(store, build.motion(store, status="afgedaan"), waits_for="de wet")
    build.deadline(store, build.motion(store), waits_for="de wet", sort="intern streven")
    build.delete(store, (gone := build.motion(store)))
    assert store.parts(gone.id).deadlines == ()
    assert overview_of(store).waits == ()


def test_motions_held_over_are_counted_by_how_soon_they_lapse(store: Store) -> None:
    held = [
        build.motion(store, chamber="Tweede Kamer", outcomes=(Outcome("aangehouden", day),))
        for day in (date(2026, 3, 10), date(2026, 4, 1), date(2026, 6, 14))
    ]
    build.motion(store, outcomes=(Outcome("aangehouden", date(2026, 3, 10)), Outcome("verworpen", date(2026, 4, 1))))
    found = overview_of(store, date(2026, 6, 15))
    assert [(one.tone, one.figure.count) for one in found.held_over] == [("late", 1), ("soon", 1), ("on-time", 1)]
    assert [listed_ids(store, one.figure) for one in found.held_over] == [[one.id] for one in held]
    assert found.held_over[0].first_day == date(2026, 5, 28)  # two months, and the eighteen days of the meireces
    assert sorted(listed_ids(store, found.all_held_over)) == [one.id for one in held]
    assert overview_of(store, build.TODAY).all_held_over.count == 3


def test_recesses_are_those_of_the_register(store: Store) -> None:
    rows = [replace(row, first_day=date(2026, 10, 9)) if row.first_day == date(2026, 10, 16) else row
            for row in recess_rows(store)]  # fmt: skip
    store.apply(changed_calendar(store, rows).finish().step())
    assert overview_of(store, date(2026, 10, 1)).recesses[0].first_day == date(2026, 10, 9)


def test_lines_of_action_tell_settled_open_and_overdue(store: Store) -> None:
    build.action(store, action_line="2", status="afgerond")
    build.action(store, action_line="2")
    due(store, date(2026, 6, 1), "action", action_line="2")
    build.action(store, action_line="2", status="vervallen")
    build.action(store)
    found = overview_of(store).action_lines
    assert [one.label.nl for one in found] == ["2 Meldingsbereidheid", "Zonder actielijn"]
    assert (counts(found[0]), found[0].total.count) == ([1, 1, 1], 3)


def test_without_any_line_of_action_there_is_no_chart_of_them(store: Store) -> None:
    build.action(store)
    assert overview_of(store).action_lines == ()


def test_ministers_after_the_seventh_stand_together(store: Store) -> None:
    for number in range(10):
        for _ in range(10 - number):
            build.motion(store, minister=f"minister {number}")
    build.motion(store)
    found = overview_of(store).ministers
    assert [one.label.nl for one in found[-2:]] == ["3 andere bewindspersonen", "Zonder bewindspersoon"]
    assert found[0].label.nl == "Minister 0"
    assert bar(found, "3 andere bewindspersonen").total.count == 6


def test_settled_this_year_counts_by_the_ministrys_own_day(store: Store) -> None:
    for day in (date(2026, 1, 1), date(2025, 12, 31)):
        store.apply(handling.settle(store, [build.motion(store)], day))
    store.apply(handling.settle(store, [build.action(store)], date(2026, 3, 2)))
    found = overview_of(store)
    assert (found.settled.count, found.last_settled) == (2, date(2026, 3, 2))


def test_what_was_settled_without_a_day_is_told_apart_from_all_that_is_settled(store: Store) -> None:
    build.motion(store, status="afgedaan", settled_on=date(2026, 2, 1))
    build.motion(store, status="afgedaan", settled_on=date(2024, 2, 1))
    build.motion(store, status="afgedaan")
    found = overview_of(store)
    assert (found.settled.count, found.all_settled.count, found.settled_without_day) == (1, 3, 1)
    assert list_behind(store, found.all_settled, build.TODAY).filter == Filter(view="settled")


def test_changes_since_the_last_visit_name_the_latest_first_and_tell_what_was_deleted(
    store: Store, clock: build.FixedClock
) -> None:
    old, kept, gone = (build.motion(store) for _ in range(3))
    seen = clock.now
    clock.pass_days(1)
    build.change(store, kept, title="Nieuwer")
    clock.pass_days(1)
    newest = build.motion(store)
    build.delete(store, gone)
    found = overview_of(store, since=seen)
    assert (found.changed.count, found.deleted_since) == (2, 1)
    assert [one.id for one in found.latest_changed] == [newest.id, kept.id]
    assert old.id not in listed_ids(store, found.changed)


def test_nothing_changed_since_now(store: Store, clock: build.FixedClock) -> None:
    build.motion(store)
    found = overview_of(store, since=clock.now)
    assert (found.changed.count, found.latest_changed, listed_ids(store, found.changed)) == (0, (), [])


@pytest.mark.parametrize("today", [build.TODAY, date(2026, 2, 28), date(2024, 2, 29), date(2030, 12, 31)])
def test_every_figure_is_the_length_of_its_list(store: Store, today: date) -> None:
    build.everything(store)
    for place, days in enumerate((-500, -300, -100, -40, -5, 0, 3, 20, 31, 90, 170, 400)):
        made = due(store, today + timedelta(days=days), "action" if place % 2 else "motion", minister=f"m{place % 3}")
        if place % 4 == 0:
            build.deadline(store, made, waits_for="de wet", said_on=date(2025, 1, place + 1))
    found = overview_of(store, today)
    some = list(figures_in(found))
    assert [(one.title.nl, one.count) for one in some] == [
        (one.title.nl, len(listed_ids(store, one, today))) for one in some
    ]
    assert sum(one.figure.count for one in found.weeks) == sum(one.figure.count for one in found.months) > 0


@pytest.mark.parametrize(("today", "overdue"), [(date.min, 0), (date.max, 1)])
def test_the_ends_of_the_calendar_do_no_harm(store: Store, today: date, overdue: int) -> None:
    due(store, date(2026, 1, 1))
    assert overview_of(store, today).overdue.count == overdue


def test_views_stand_behind_the_figures_that_are_views(store: Store) -> None:
    found = overview_of(store)
    behind = {
        name: list_behind(store, getattr(found, name), build.TODAY).filter
        for name in ("overdue", "due_soon", "no_deadline", "no_owner")
    }
    assert behind == {
        "overdue": Filter(view="overdue"), "due_soon": Filter(view="due-30"), "no_deadline": Filter(view="no-deadline"),
        "no_owner": Filter(view="no-owner"),
    }  # fmt: skip


def test_what_is_settled_changed_or_waits_is_asked_with_conditions_that_can_be_taken_away(store: Store) -> None:
    found = overview_of(store)
    asked = {}
    for name in ("settled", "changed", "waiting"):
        behind = list_behind(store, getattr(found, name), build.TODAY).filter
        assert behind is not None
        asked[name] = [
            f"{list_field(one.field, None).label.nl}: {condition_words(one, list_field(one.field, None)).nl}"
            for one in behind.conditions
        ]
        definition = ViewDefinition(behind)
        assert definition_from_json(definition.to_json()) == definition
    assert asked["settled"] == ["Afgedaan: 01-01-2026 t/m 31-12-2026", "Fase: klaar"]
    assert asked["changed"][0].startswith("Gewijzigd: sinds ")
    assert asked["waiting"] == ["Wacht ergens op: ja", "Fase: open of loopt"]


def test_a_list_of_ids_keeps_the_order_of_lists(store: Store) -> None:
    later, sooner = (due(store, day, minister="m") for day in (date(2026, 9, 1), date(2026, 8, 1)))
    (one,) = overview_of(store).ministers
    assert listed_ids(store, one.total) == [sooner.id, later.id]
    since = replace(one.total, slice=Slice(changed_after=0))
    assert list_behind(store, since, build.TODAY) == Listed(one.total.title, ids=list_of(sooner, later))
    store.apply(editing.delete_records(store, [later]))
    assert listed_ids(store, replace(one.total, slice=Slice(ministers=("m",)))) == [sooner.id]


def list_of(*records: Record) -> array[int]:
    return array("q", [one.id for one in records])
