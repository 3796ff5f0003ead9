"""Charts as drawings: what is painted where, and what can be chosen."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtWidgets import QApplication

from tests.ui.looks.test_tokens import contrast
from tracker.basics.language import Language, Text
from tracker.records.recess import PATTERN, Recess
from tracker.services.overview import Bar, Figure, Period
from tracker.store.figures import Slice
from tracker.ui.looks.tokens import CONTRAST, DARK, LIGHT, Tokens
from tracker.ui.overview.charts import Row, Rows, StackedBars, Tile
from tracker.ui.overview.colours import AGE_ROLES, PATTERNS, STAND_ROLES, Pattern, colour_of
from tracker.ui.overview.composing import draw_page, tiles_in_a_row
from tracker.ui.overview.content import Panel
from tracker.ui.overview.drawing import Box, Drawing, Words, fixed_face, width_of
from tracker.ui.overview.time_chart import Coming

pytestmark = pytest.mark.usefixtures("qapp")
LEGEND = tuple(Text.same(role) for role in AGE_ROLES)


def figure(count: int, title: str = "Titel") -> Figure:
    return Figure(count, Text.same(title), Slice())


def bars(*counts: tuple[int, ...]) -> list[Bar]:
    return [
        Bar(Text.same(f"Rij {row}"), tuple(figure(one, f"deel {one}") for one in some), figure(sum(some), f"Rij {row}"))
        for row, some in enumerate(counts)
    ]


def chart(*counts: tuple[int, ...]) -> StackedBars:
    return StackedBars(bars(*counts), AGE_ROLES, LEGEND, Language.DUTCH)


def boxes(drawing: Drawing, *roles: str) -> list[QRectF]:
    return [one.rect for one in drawing.items if isinstance(one, Box) and one.role in roles and not one.is_plain]


def texts(drawing: Drawing) -> list[str]:
    return [one.text for one in drawing.items if isinstance(one, Words)]


@pytest.mark.parametrize("width", [240, 400, 900])
def test_every_number_fits_in_its_part_and_no_bar_leaves_the_chart(width: float) -> None:
    made = chart((1, 1, 1, 1), (12345, 1, 0, 2), (0, 0, 0, 1)).arrange(width, fixed_face)
    for item in made.items:
        if isinstance(item, Words) and item.role.startswith("on "):
            assert width_of(item.text, fixed_face, item.size_px) <= item.rect.width()
        if not isinstance(item, Words) and hasattr(item, "rect"):
            assert item.rect.right() <= width + 0.5
    assert made.height > 0


def test_longer_parts_stand_for_more() -> None:
    made = chart((40, 80, 0, 0)).arrange(600, fixed_face)
    first, second = boxes(made, "age-0")[1], boxes(made, "age-1")[1]  # the first of each is in the legend
    assert second.width() == pytest.approx(2 * first.width(), rel=0.05)
    assert first.right() < second.left()


def test_a_part_of_nothing_is_neither_painted_nor_chosen() -> None:
    made = chart((3, 0, 0, 0)).arrange(600, fixed_face)
    assert [mark.name for mark in made.marks] == ["Rij 0: 3", "deel 3: 3"]


def test_thousands_stand_apart_in_both_languages() -> None:
    many = bars((12345, 0, 0, 0))
    assert "12.345" in texts(StackedBars(many, AGE_ROLES, LEGEND, Language.DUTCH).arrange(600, fixed_face))
    assert "12,345" in texts(StackedBars(many, AGE_ROLES, LEGEND, Language.ENGLISH).arrange(600, fixed_face))


def test_the_legend_wraps_where_it_is_narrow() -> None:
    wide, narrow = (chart((1, 1, 1, 1)).arrange(width, fixed_face) for width in (700, 180))
    assert narrow.height > wide.height


@pytest.mark.parametrize("roles", [AGE_ROLES, STAND_ROLES])
def test_neighbours_differ_by_more_than_colour(roles: tuple[str, ...]) -> None:
    patterns = [PATTERNS.get(role, Pattern.PLAIN) for role in roles]
    assert all(one is not other for one, other in pairwise(patterns))


@pytest.mark.parametrize("theme", [LIGHT, DARK, CONTRAST], ids=lambda theme: theme.name)
def test_numbers_in_bars_and_bars_on_cards_can_be_seen(theme: Tokens) -> None:
    for role in (*AGE_ROLES, *STAND_ROLES, "soon-fill"):
        fill = colour_of(role, theme)
        assert contrast(colour_of(f"on {role}", theme), fill) >= 4.5
        assert contrast(fill, theme.surface) >= 3


def weeks_from(first: date, counts: list[int]) -> list[Period]:
    return [
        Period(first + timedelta(days=7 * n), first + timedelta(days=7 * n + 6), figure(count))
        for n, count in enumerate(counts)
    ]


def coming(counts: list[int], *recesses: Recess) -> Coming:
    weeks = weeks_from(date(2026, 10, 5), counts)
    months = [Period(weeks[0].first_day, weeks[-1].last_day, figure(sum(counts)))]
    return Coming(weeks, months, recesses, Language.DUTCH)


def test_columns_stand_by_the_week_and_the_highest_is_the_most() -> None:
    made = coming([0, 0, 0, 0, 2, 0, 6]).arrange(800, fixed_face)
    low, high = sorted(boxes(made, "on-time"), key=QRectF.height)
    assert low.height() == pytest.approx(high.height() / 3, abs=1)
    assert low.bottom() == pytest.approx(high.bottom())
    assert low.right() < high.left()


def test_a_recess_lies_behind_the_weeks_it_covers_with_its_name() -> None:
    recess = Recess("herfstreces", date(2026, 10, 19), date(2026, 10, 25), PATTERN)
    made = coming([1, 1, 1, 1, 1], recess).arrange(800, fixed_face)
    (band,) = boxes(made, "recess")
    third = sorted(boxes(made, "soon-fill"), key=QRectF.height)[-4:]
    inside = [one for one in third if band.left() <= one.left() and one.right() <= band.right()]
    assert len(inside) == 1
    assert "Herfstreces" in texts(made)


def test_the_asterisk_tells_certain_recesses_from_tentative_ones() -> None:
    sure = Recess("herfstreces", date(2026, 10, 12), date(2026, 10, 14))
    guess = Recess("kerstreces", date(2026, 11, 1), date(2026, 11, 5), PATTERN)
    found = texts(coming([0] * 6, sure, guess).arrange(900, fixed_face))
    assert "Herfstreces" in found
    assert "Kerstreces*" in found


def test_weeks_come_under_each_other_where_it_is_narrow() -> None:
    assert coming([1] * 5).arrange(400, fixed_face).height > coming([1] * 5).arrange(800, fixed_face).height


def test_a_list_names_each_row_for_the_screen_reader_and_opens_it() -> None:
    row = Row("hourglass", "wait", "de wet", "sinds mei", "2 records", "Wacht op: de wet", 7)
    made = Rows([row], "en nog 3").arrange(300, fixed_face)
    assert [(mark.name, mark.target) for mark in made.marks] == [("Wacht op: de wet", 7)]
    assert texts(made) == ["de wet", "sinds mei", "2 records", "en nog 3"]


def tile(label: str) -> Tile:
    return Tile("clock", "soon", label, "3", "eerste: 9 oktober", figure(3))


def test_figures_stand_in_fewer_columns_where_they_would_be_cut() -> None:
    tiles = [tile("Binnen 30 dagen") for _ in range(6)]
    least = tiles[0].least_px(fixed_face)
    found = [tiles_in_a_row(tiles, width, fixed_face) for width in (7 * least, 4 * least, 2.2 * least, least)]
    assert found == [6, 3, 2, 1]


@pytest.mark.parametrize("width", [700, 1000, 1600])
def test_nothing_on_the_page_lies_over_something_else(width: float) -> None:
    panels = [
        Panel(code, code, "", chart((1, 2, 3, 4)), is_wide=code == "coming")
        for code in ("ages", "lines", "coming", "waits", "ministers", "changed")
    ]
    made = draw_page(("Overzicht", "r"), [tile("Label") for _ in range(6)], panels, width, fixed_face)
    cards = [one.rect for one in made.items if isinstance(one, Box) and one.role == "surface"]
    assert len(cards) == 12
    for place, card in enumerate(cards):
        assert not any(card.intersects(other) for other in cards[place + 1 :])
        assert 0 <= card.left() < card.right() <= width
        assert card.bottom() <= made.height


def test_fonts_of_pictures_do_not_depend_on_the_screen(qapp: QApplication) -> None:
    assert fixed_face(28, True).pixelSize() == 28
    assert fixed_face(13, False).family() == qapp.font().family()
