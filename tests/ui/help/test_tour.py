"""The tour: offered once, five cards that point at real parts, and work that goes on meanwhile."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tracker.basics.language import Language, Text
from tracker.ui.help.tour import STEPS, Tour, TourStep, start_tour
from tracker.ui.main_window import MainWindow

Key = Qt.Key


def begin(window: MainWindow) -> Tour:
    window.actions_["tour"].trigger()
    tour = window.findChild(Tour)
    assert tour is not None
    return tour


def press(key: Qt.Key) -> None:
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, key)


def test_five_steps_point_each_at_another_part_that_is_in_sight(opened: MainWindow) -> None:
    assert len(STEPS) == 5
    parts = [step.part(opened) for step in STEPS]
    assert len(set(map(id, parts))) == 5
    assert all(part is not None and part.isVisible() for part in parts)


def test_the_keyboard_goes_on_back_and_stops(opened: MainWindow) -> None:
    tour = begin(opened)
    assert tour.at == 0
    press(Key.Key_Right)
    press(Key.Key_Right)
    assert tour.at == 2
    press(Key.Key_Left)
    assert tour.at == 1
    press(Key.Key_Escape)
    assert not tour.is_running
    assert opened.settings.remembered("tour")


def test_the_buttons_lead_through_all_steps_to_the_end(opened: MainWindow, qtbot: QtBot) -> None:
    tour = begin(opened)
    titles = []
    for _ in STEPS:
        titles.append(tour.card.title.text())
        assert opened.rect().contains(tour.card.geometry())
        QTest.mouseClick(tour.card.next_wanted, Qt.MouseButton.LeftButton)
    assert titles == [step.title.nl for step in STEPS]
    qtbot.waitUntil(lambda: opened.findChild(Tour) is None)


def test_the_frame_lies_around_the_part_and_lets_clicks_through(opened: MainWindow) -> None:
    tour = begin(opened)
    sidebar = opened.work_area.sidebar  # type: ignore[union-attr]
    corner = sidebar.mapTo(opened, QPoint(4, 40))
    assert tour.pointer.geometry().contains(corner)
    assert opened.childAt(corner) is sidebar.viewport()
    opened.resize(1000, 620)
    assert tour.pointer.geometry().contains(sidebar.mapTo(opened, QPoint(4, 40)))


def test_work_goes_on_meanwhile(opened: MainWindow) -> None:
    tour = begin(opened)
    search = opened.work_area.list_pane.search  # type: ignore[union-attr]
    search.setFocus()
    QTest.keyClicks(search, "coord")
    assert opened.work_area.list_pane.model.rowCount() == 1  # type: ignore[union-attr]
    assert tour.is_running


def test_a_part_that_is_missing_is_passed_over_and_none_ends_it(opened: MainWindow, qtbot: QtBot) -> None:
    words = Text.same("…")
    gone, there = TourStep(words, words, lambda _: None), STEPS[1]
    tour = Tour(opened, (gone, there, gone))
    tour.show_step(0)
    assert tour.at == 1
    assert tour.card.back_wanted.isHidden()
    assert tour.card.stop_wanted.isHidden()
    tour.go_on()
    assert not tour.is_running
    nothing = Tour(opened, (gone,))
    nothing.show_step(0)
    assert not nothing.is_running
    qtbot.waitUntil(lambda: opened.findChild(Tour) is None)


def test_it_is_offered_once_and_a_no_is_remembered(opened: MainWindow, qtbot: QtBot) -> None:
    tour = start_tour(opened, is_offered=True)
    assert tour is not None
    assert tour.at == -1
    QTest.mouseClick(tour.card.stop_wanted, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: opened.findChild(Tour) is None)
    assert start_tour(opened, is_offered=True) is None
    assert begin(opened).at == 0  # from the menu it always starts


def test_a_yes_begins_at_the_first_step(opened: MainWindow) -> None:
    tour = start_tour(opened, is_offered=True)
    assert tour is not None
    press(Key.Key_Return)
    assert tour.at == 0
    press(Key.Key_Space)
    assert tour.at == 1


@pytest.mark.parametrize("language", list(Language))
def test_every_card_has_words_in_both_languages(language: Language) -> None:
    for step in STEPS:
        assert step.title.to(language).strip()
        assert len(step.words.to(language).split()) <= 45
