"""Days to pixels, rows to heights, and words that stay in sight."""

from __future__ import annotations

from datetime import date

import pytest

from tracker.basics.language import Language, Text
from tracker.services.timeline import Group, Mark, Shape
from tracker.ui.timeline.layout import Layout
from tracker.ui.timeline.places import place_mark
from tracker.ui.timeline.scale import LEAST_PX, MOST_PX, Scale, Zoom

FIRST = date(2026, 1, 1).toordinal()
SCALE = Scale(FIRST, 2.0)
WIDTH, TODAY_X, WORDS_PX = 800.0, 300.0, 100.0
NL = Language.DUTCH


def _mark(first: int, last: int, shape: Shape = Shape.SPAN, tone: str = "on-time") -> Mark:
    return Mark(shape, tone, FIRST + first, FIRST + last)


# --- days -------------------------------------------------------------------------------------------------------------


def test_zooming_keeps_the_day_under_the_pointer() -> None:
    day = SCALE.day(123)
    for factor in (1.25, 0.8, 7.0):
        assert SCALE.zoomed(factor, 123).x(day) == pytest.approx(123)


def test_zooming_stops_at_both_ends() -> None:
    assert SCALE.zoomed(1000, 0).px_per_day == MOST_PX
    assert SCALE.zoomed(0.0001, 0).px_per_day == LEAST_PX


@pytest.mark.parametrize("zoom", list(Zoom))
def test_a_named_scale_is_its_own(zoom: Zoom) -> None:
    assert Zoom.of(zoom.px_per_day) is zoom


@pytest.mark.parametrize(
    ("zoom", "names"),
    [
        (Zoom.WEEKS, ["29 dec", "5 jan 2026", "12 jan"]),
        (Zoom.MONTHS, ["2026", "feb", "mrt"]),
        (Zoom.QUARTERS, ["2026", "kw2", "kw3"]),
        (Zoom.YEARS, ["2026", "2027", "2028"]),
    ],
)
def test_each_scale_names_its_own_days(zoom: Zoom, names: list[str]) -> None:
    ticks = list(Scale(FIRST, zoom.px_per_day).ticks(900, NL))
    assert [tick.name for tick in ticks[:3]] == names


@pytest.mark.parametrize("day", [1, date.max.toordinal()])
@pytest.mark.parametrize("zoom", list(Zoom))
def test_the_ends_of_the_calendar_are_no_fault(zoom: Zoom, day: int) -> None:
    assert all(1 <= tick.day <= date.max.toordinal() for tick in Scale(day - 20, zoom.px_per_day).ticks(900, NL))


# --- rows -------------------------------------------------------------------------------------------------------------

GROUPS = (Group(Text.same("a"), 0, 3), Group(Text.same("b"), 3, 2))


def test_rows_stand_beneath_their_heading() -> None:
    layout = Layout(GROUPS, row_px=10, group_px=8)
    rows = list(layout.rows(0, 1000))
    assert [(row.y, row.place) for row in rows] == [
        (0, None), (8, 0), (18, 1), (28, 2), (38, None), (46, 3), (56, 4),
    ]  # fmt: skip
    assert layout.height == 66


def test_a_closed_group_shows_its_heading_only() -> None:
    layout = Layout(GROUPS, frozenset({0}), row_px=10, group_px=8)
    assert [(row.y, row.place) for row in layout.rows(0, 1000)] == [(0, None), (8, None), (16, 3), (26, 4)]
    assert layout.row_of(0, 2).place is None


@pytest.mark.parametrize(("top", "bottom"), [(0, 12), (9, 9 + 12), (20, 50), (37, 47), (60, 66)])
def test_of_many_rows_just_those_in_sight_are_given(top: int, bottom: int) -> None:
    layout = Layout(GROUPS, row_px=10, group_px=8)
    wanted = [row for row in layout.rows(0, 1000) if row.y + row.height > top and row.y < bottom]
    assert list(layout.rows(top, bottom)) == wanted


def test_walking_goes_row_by_row_and_stops_at_the_ends() -> None:
    layout = Layout(GROUPS, row_px=10, group_px=8)
    first = layout.row_of(0, None)
    assert layout.next_to(first, 4).group == 1
    assert layout.next_to(first, -1) == first
    assert layout.next_to(first, 100).place == 4


# --- words ------------------------------------------------------------------------------------------------------------


def test_words_stand_after_a_bar() -> None:
    placed = place_mark(_mark(10, 19), SCALE, WIDTH, TODAY_X, WORDS_PX)
    assert (placed.left, placed.right) == (20, 40)
    assert placed.words_x > placed.right


def test_words_stand_before_a_bar_that_reaches_the_edge() -> None:
    placed = place_mark(_mark(200, 600), SCALE, WIDTH, TODAY_X, WORDS_PX)
    assert placed.words_x + WORDS_PX <= placed.left


def test_words_of_a_bar_over_the_whole_width_stay_in_sight() -> None:
    placed = place_mark(_mark(-50, 900), SCALE, WIDTH, TODAY_X, WORDS_PX)
    assert 0 <= placed.words_x <= WIDTH - WORDS_PX


def test_what_is_late_runs_on_to_today_and_has_its_words_there() -> None:
    placed = place_mark(_mark(10, 19, tone="late"), SCALE, WIDTH, TODAY_X, WORDS_PX)
    assert placed.late_to == TODAY_X
    assert placed.words_x > TODAY_X


@pytest.mark.parametrize(("first", "side"), [(-90, -1), (500, 1)])
def test_a_bar_out_of_sight_has_its_words_at_that_edge(first: int, side: int) -> None:
    placed = place_mark(_mark(first, first + 5), SCALE, WIDTH, TODAY_X, WORDS_PX)
    assert placed.side == side
    assert 0 <= placed.words_x <= WIDTH - WORDS_PX


def test_one_day_is_wide_enough_to_be_seen_at_any_scale() -> None:
    far = Scale(FIRST - 100, LEAST_PX)
    for shape in (Shape.DAY, Shape.SPAN, Shape.UNTIL):
        placed = place_mark(_mark(10, 10, shape), far, WIDTH, 1.0, WORDS_PX)
        assert placed.right - placed.left >= 6


def test_what_waits_stands_at_today() -> None:
    placed = place_mark(Mark(Shape.WAITS, "wait", 0, 0), SCALE, WIDTH, TODAY_X, WORDS_PX)
    assert placed.left == placed.right == TODAY_X
