"""The start page through its keys and clicks."""

from __future__ import annotations

from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QWidget
from pytestqt.qtbot import QtBot

from tests import builders as build
from tests.ui import survey
from tests.ui.test_main_window import area_of, click_side, references, rows_of
from tracker.basics.language import Language
from tracker.records.motion import Outcome
from tracker.services import editing
from tracker.services.editor import Editor
from tracker.services.overview import Figure
from tracker.services.visits import last_visit
from tracker.store.record_store import Store
from tracker.ui.main_window import MainWindow
from tracker.ui.overview import page as page_module
from tracker.ui.overview.cards import PanelCard, TileCard
from tracker.ui.overview.charts import Rows, Under
from tracker.ui.overview.composing import MARGIN_PX
from tracker.ui.overview.page import OverviewPage
from tracker.ui.session import Session

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def shown(opened: MainWindow, filled: Store, qtbot: QtBot) -> OverviewPage:
    """The page of a register with an overdue motion, a line of action and something that waits."""
    build.deadline(filled, build.action(filled, title="Loket", action_line="2"), waits_for="de wet")
    QTest.keyClick(opened, Qt.Key.Key_1, Qt.KeyboardModifier.ControlModifier)
    page = area_of(opened).overview_page
    assert page is not None
    qtbot.waitUntil(lambda: page.overview is not None)
    return page


def tile(page: OverviewPage, label: str) -> TileCard:
    return next(card for card in page.tiles if card.tile is not None and card.tile.label == label)


def count(page: OverviewPage, label: str) -> str:
    found = tile(page, label).tile
    assert found is not None
    return found.number


def inner_of(page: OverviewPage) -> QWidget:
    inner = page.widget()
    assert inner is not None
    return inner


def part(card: PanelCard, name: str) -> QAbstractButton:
    return next(one for one in card.chart.marks if one.accessibleName() == name)


def test_ctrl_1_shows_the_figures_and_ctrl_2_the_list_again(opened: MainWindow, shown: OverviewPage) -> None:
    area = area_of(opened)
    assert shown.isVisible()
    assert (shown.title.text(), shown.about.text()) == ("Overzicht", "register, stand op 1 juli 2026")
    assert count(shown, "Over tijd") == "1"
    QTest.keyClick(opened, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    assert area.list_pane.isVisible()
    assert not shown.isVisible()


def test_enter_on_a_figure_opens_its_list(opened: MainWindow, shown: OverviewPage) -> None:
    assert tile(shown, "Over tijd").hasFocus()
    QTest.keyClick(tile(shown, "Over tijd"), Qt.Key.Key_Return)
    assert references(opened) == ["M-1"]
    assert area_of(opened).list_pane.title.text() == "Over tijd"


def test_a_click_on_a_bar_opens_the_records_behind_it(opened: MainWindow, shown: OverviewPage) -> None:
    QTest.mouseClick(part(shown.panels["ages"], "Moties, tot 3 maanden over tijd: 1"), LEFT)
    assert references(opened) == ["M-1"]
    controller = area_of(opened).controller
    assert controller is not None
    assert controller.filter.kind == "motion"
    assert [one.field for one in controller.filter.conditions] == ["phase", "deadline_end"]
    pane = area_of(opened).record_pane
    assert pane is not None
    assert pane.record is not None
    assert pane.record.reference == "M-1"


def test_every_number_on_the_page_opens_as_many_records_as_it_says(
    opened: MainWindow, shown: OverviewPage, filled: Store, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(shown.shown):
        build.motion(filled, status="afgedaan")  # without a day, so that it is not counted in this year
        shown.session.submit(editing.change_record(filled, filled.find("M-1"), {"minister": "minister van JenV"}))
    area = area_of(opened)
    buttons: list[tuple[QAbstractButton, object]] = [(one, one.tile.target) for one in shown.tiles if one.tile]
    for card in shown.panels.values():
        buttons += [(card.list_button, card.panel.figure)] if card.panel.figure is not None else []
        buttons += [(one, one.mark.target) for one in card.chart.marks if one.mark is not None]
    figures = [(one, figure) for one, figure in buttons if isinstance(figure, Figure)]
    assert len(figures) > 15
    for one, figure in figures:
        one.click()
        assert area.list_pane.model.rowCount() == figure.count, figure.title.nl
        area.show_overview()


def test_the_figure_of_what_was_settled_says_of_how_many(shown: OverviewPage, filled: Store, qtbot: QtBot) -> None:
    with qtbot.waitSignal(shown.shown):
        change = {"status": "afgedaan", "settled_on": build.TODAY}
        shown.session.submit(editing.change_record(filled, filled.find("M-1"), change))
    found = tile(shown, "Afgedaan in 2026").tile
    assert found is not None
    assert (found.number, found.under) == ("1", "van 2; 1 zonder dag")


def test_every_figure_and_bar_can_be_reached_by_keyboard_and_has_a_name(shown: OverviewPage) -> None:
    for card in shown.panels.values():
        marks = card.chart.marks
        assert not marks or sum(one.focusPolicy() == Qt.FocusPolicy.StrongFocus for one in marks) == 1
        assert all(one.accessibleName() and one.toolTip() for one in marks)
    assert all(one.focusPolicy() & Qt.FocusPolicy.TabFocus and one.accessibleName() for one in shown.tiles)


def test_arrow_keys_walk_through_a_chart_and_enter_opens(opened: MainWindow, shown: OverviewPage) -> None:
    marks = shown.panels["ages"].chart.marks
    marks[0].setFocus()
    QTest.keyClick(marks[0], Qt.Key.Key_Right)
    assert marks[1].hasFocus()
    QTest.keyClick(marks[1], Qt.Key.Key_Left)
    QTest.keyClick(marks[0], Qt.Key.Key_Left)
    assert marks[-1].hasFocus()
    QTest.keyClick(marks[-1], Qt.Key.Key_Right)
    QTest.keyClick(marks[0], Qt.Key.Key_Enter)
    assert references(opened) == ["M-1"]


def test_what_is_late_longest_stands_under_the_bars_and_opens_its_record(
    opened: MainWindow, shown: OverviewPage
) -> None:
    last = shown.panels["ages"].chart.marks[-1]
    assert last.accessibleName().startswith("M-1 ")
    assert "over tijd" in last.accessibleName()
    QTest.mouseClick(last, LEFT)
    pane = area_of(opened).record_pane
    assert pane is not None
    assert pane.record is not None
    assert pane.record.reference == "M-1"


def test_tab_goes_from_figure_to_figure_and_on_to_the_charts(shown: OverviewPage) -> None:
    for one, other in pairwise(shown.tiles):
        one.setFocus()
        QTest.keyClick(one, Qt.Key.Key_Tab)
        assert other.hasFocus()
    QTest.keyClick(shown.tiles[-1], Qt.Key.Key_Tab)
    assert shown.panels["ages"].list_button.hasFocus()


def test_a_change_is_counted_while_the_page_is_seen(shown: OverviewPage, filled: Store, qtbot: QtBot) -> None:
    with qtbot.waitSignal(shown.shown):
        shown.session.submit(editing.change_record(filled, filled.find("M-1"), {"status": "afgedaan"}))
    assert count(shown, "Over tijd") == "0"


def test_what_changed_while_the_list_was_on_show_is_counted_on_coming_back(
    opened: MainWindow, shown: OverviewPage, filled: Store, qtbot: QtBot
) -> None:
    area_of(opened).show_list_page()
    shown.session.submit(editing.change_record(filled, filled.find("M-1"), {"status": "afgedaan"}))
    assert count(shown, "Over tijd") == "1"
    with qtbot.waitSignal(shown.shown):
        area_of(opened).show_overview()
    assert count(shown, "Over tijd") == "0"


def test_the_figures_follow_the_day_box(opened: MainWindow, shown: OverviewPage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(shown.shown):
        opened.session.set_today(date(2026, 8, 1))  # type: ignore[union-attr]
    assert count(shown, "Over tijd") == "2"
    assert shown.about.text().endswith("1 augustus 2026")


def test_an_older_count_never_replaces_a_newer_one(shown: OverviewPage, qtbot: QtBot) -> None:
    old = shown.overview
    with qtbot.waitSignal(shown.shown):
        shown.follower.refresh()
    newest = shown.overview
    shown.follower._take(shown.follower._asked - 1, old, None)
    assert shown.overview is newest


def test_the_sidebar_leaves_the_page_also_on_what_is_chosen_already(opened: MainWindow, shown: OverviewPage) -> None:
    click_side(opened, "Alle records")
    assert not area_of(opened).shows_overview
    area_of(opened).show_overview()
    click_side(opened, "Moties")
    assert references(opened) == ["M-1", "M-2"]


def test_f6_walks_between_sidebar_and_page(opened: MainWindow, shown: OverviewPage) -> None:
    opened.actions_["next-pane"].trigger()
    assert area_of(opened).sidebar.hasFocus()
    opened.actions_["next-pane"].trigger()
    assert shown.tiles[0].hasFocus()


def test_delete_takes_nothing_away_that_cannot_be_seen(opened: MainWindow, shown: OverviewPage) -> None:
    area = area_of(opened)
    area.show_list_page()
    rows_of(opened).choose(rows_of(opened).records.id_at(0))
    area.show_overview()
    opened.actions_["delete"].trigger()
    assert not area.shows_overview
    assert len(references(opened)) == 4


def test_a_record_that_changed_lately_opens(opened: MainWindow, shown: OverviewPage, filled: Store) -> None:
    changed = build.change(filled, filled.find("T-2"), title="Nieuwe titel")
    shown.record_wanted.emit(changed.id)
    pane = area_of(opened).record_pane
    assert pane is not None
    assert pane.record is not None
    assert pane.record.reference == "T-2"
    assert not area_of(opened).shows_overview


def test_all_seen_counts_changes_from_now_on(shown: OverviewPage, clock: build.FixedClock, qtbot: QtBot) -> None:
    assert shown.overview is not None
    shown._visit = last_visit(Path("elders.db"), clock.now)
    with qtbot.waitSignal(shown.shown):
        shown.follower.refresh()
    assert shown.overview.changed.count > 0
    with qtbot.waitSignal(shown.shown):
        QTest.mouseClick(shown.seen_button, LEFT)
    assert shown.overview.changed.count == 0
    assert not shown.seen_button.isVisible()


@pytest.mark.parametrize(("size", "columns"), [((1366, 768), 2), ((1093, 614), 2), ((1920, 1080), 3), ((830, 600), 1)])
def test_the_page_fits_every_window(
    opened: MainWindow, shown: OverviewPage, size: tuple[int, int], columns: int, qtbot: QtBot
) -> None:
    opened.resize(*size)
    qtbot.waitUntil(lambda: shown._arranged[1] == columns)
    assert not shown.horizontalScrollBar().maximum()
    cards = [*shown.tiles, *shown.panels.values()]
    assert all(card.width() >= card.minimumSizeHint().width() for card in shown.tiles)
    inner = inner_of(shown)
    places = [QRect(card.mapTo(inner, card.rect().topLeft()), card.size()) for card in cards]
    for number, place in enumerate(places):
        assert not any(place.intersects(other) for other in places[number + 1 :])


@pytest.mark.parametrize("language", list(Language))
def test_all_can_be_read_and_has_a_name_in_both_languages(
    main_window: MainWindow, filled: Store, language: Language, qtbot: QtBot
) -> None:
    with survey.Spoken(language) as spoken:
        session = Session(filled, Editor(filled), build.TODAY, language)
        page = OverviewPage(session)
        qtbot.addWidget(page)
        with qtbot.waitSignal(page.shown):
            page.resize(860, 600)
            page.show()
        qtbot.waitUntil(lambda: page._arranged[1] == 1)
        inner = inner_of(page)
        words = [one for one in survey.words_of(inner) if not _is_of_the_register(one)]
    qtbot.waitUntil(lambda: survey.cut_off(inner) == [])
    assert survey.nameless(page) == []
    assert [one for one in words if not spoken.knows(one)] == []


def test_a_chart_can_be_copied_as_a_picture_on_white(shown: OverviewPage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(shown.said):
        shown.panels["ages"].copy_wanted.emit(shown.panels["ages"].panel)
    picture = QGuiApplication.clipboard().image()
    assert picture.width() == 2 * 620
    assert picture.pixelColor(2, 2).name() == "#ffffff"
    assert _colours(picture) > 5


def test_the_page_is_saved_as_a_picture(
    shown: OverviewPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    asked: list[str] = []

    def answer(_window: object, _title: str, name: str, *_: str) -> Path:
        asked.append(name)
        return tmp_path / name

    monkeypatch.setattr(page_module, "ask_for_file", answer)
    with qtbot.waitSignal(shown.said):
        shown.save_page()
    assert asked == ["2026-07-01 Overzicht.png"]
    assert QImage(str(tmp_path / asked[0])).width() > 2000


def _is_of_the_register(words: str) -> bool:
    """Tell whether words name records, or a day as Qt writes it."""
    return any(name in words for name in ("M-", "T-", "juli", "July"))


def _colours(picture: QImage) -> int:
    return len({picture.pixel(x, y) for x in range(0, picture.width(), 5) for y in range(0, picture.height(), 5)})


def test_a_motion_held_over_warns_and_its_figure_opens_the_list(
    opened: MainWindow, filled: Store, shown: OverviewPage, qtbot: QtBot
) -> None:
    assert "held-over" not in shown.panels
    held = build.motion(filled, title="Aangehouden", outcomes=(Outcome("aangehouden", date(2026, 4, 14)),))
    shown.follower.refresh()
    qtbot.waitUntil(lambda: "held-over" in shown.panels)
    card = shown.panels["held-over"]
    (mark,) = card.chart.marks
    assert mark.accessibleName().startswith("Vervalt binnen 30 dagen: 1, laatste dag:")
    QTest.mouseClick(mark, LEFT)
    assert references(opened) == [held.reference]
    assert area_of(opened).list_pane.title.text() == "Vervalt binnen 30 dagen"
    build.change(filled, held, outcomes=(Outcome("aangenomen", date(2026, 6, 30)),))
    area_of(opened).show_overview()
    shown.follower.refresh()
    qtbot.waitUntil(lambda: "held-over" not in shown.panels)


def test_a_tall_window_shows_longer_lists(opened: MainWindow, shown: OverviewPage, filled: Store, qtbot: QtBot) -> None:
    for _ in range(6):
        build.deadline(filled, build.motion(filled), end=date(2025, 3, 1))
    shown.follower.refresh()
    qtbot.waitUntil(lambda: shown.overview is not None and len(shown.overview.longest_late) > 5)

    def late() -> int:
        chart = shown.panels["ages"].panel.chart
        assert isinstance(chart, Under)
        assert isinstance(chart.below, Rows)
        return len(chart.below.rows)

    opened.resize(2560, 1000)
    qtbot.waitUntil(lambda: late() == 3)
    opened.resize(2560, 1440)
    qtbot.waitUntil(lambda: late() > 5)
    opened.resize(1366, 768)
    qtbot.waitUntil(lambda: late() == 3)


@pytest.mark.parametrize(("width", "height", "columns"), [(1366, 768, 2), (1920, 1080, 3), (2560, 1440, 3)])
def test_the_columns_of_panels_end_at_one_foot(
    opened: MainWindow, shown: OverviewPage, qtbot: QtBot, width: int, height: int, columns: int
) -> None:
    opened.resize(width, height)
    inner = inner_of(shown)

    def feet() -> list[int]:
        lowest: dict[int, int] = {}
        for card in shown.panels.values():
            lowest[card.x()] = max(lowest.get(card.x(), 0), card.geometry().bottom())
        return list(lowest.values())

    qtbot.waitUntil(lambda: len(feet()) == columns and len(set(feet())) == 1)
    assert inner.height() - feet()[0] <= 2 * MARGIN_PX
    assert inner.height() >= shown.viewport().height()
