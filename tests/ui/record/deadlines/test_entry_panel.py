"""Typing a deadline: how it is read shows at once, and the officer may know better."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from tests.ui.record.doing import click, type_in
from tracker.ui.record.deadlines.entry_panel import EntryPanel
from tracker.ui.session import Session

_HARDLY_SEEN_PX = 4
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


class Panel:
    """A panel on the screen, and what it wrote."""

    def __init__(self, session: Session, qtbot: QtBot) -> None:
        self.written: list[dict[str, Any]] = []
        self.qtbot = qtbot
        self.widget = EntryPanel(session, self.written.append)
        qtbot.addWidget(self.widget)
        self.widget.resize(480, 500)
        with qtbot.waitExposed(self.widget):
            self.widget.show()

    def type(self, words: str) -> None:
        type_in(self.qtbot, self.widget.editors["wording"], words)
        self.widget.read()

    @property
    def sentence(self) -> str:
        return self.widget.reading.sentence.text()

    def follow(self, words: str) -> None:
        links = [one for one in self.widget.reading.others.findChildren(QPushButton) if one.text() == words]
        click(self.qtbot, links[-1])

    def write(self) -> dict[str, Any]:
        click(self.qtbot, self.widget.accept_button)
        return self.written[-1]


@pytest.fixture
def panel(session: Session, qtbot: QtBot) -> Panel:
    return Panel(session, qtbot)


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ("voor de kerst", "Uiterlijk donderdag 17 december 2026"), ("15-7", "Woensdag 15 juli 2026"),
        ("q3 2026", "1 juli 2026 tot en met 30 september 2026"), ("+2w", "Woensdag 15 juli 2026"),
        ("vanaf 2028", "Vanaf zaterdag 1 januari 2028"),
        ("binnen zes weken na inwerkingtreding van de wet", "Wacht op: 6 weken na inwerkingtreding van de wet"),
        ("onzin", "Geen dag"),
    ],
)  # fmt: skip
def test_words_are_read_while_one_types(panel: Panel, words: str, sentence: str) -> None:
    panel.type(words)
    assert panel.sentence == sentence
    assert panel.widget.reading.reason.text()


def test_the_day_on_which_it_was_said_counts(panel: Panel) -> None:
    panel.type("binnen zes weken")
    type_in(panel.qtbot, panel.widget.editors["said_on"], "20-5-2026")
    panel.widget.read()
    assert panel.sentence == "Uiterlijk woensdag 1 juli 2026"
    assert panel.write()["said_on"] == date(2026, 5, 20)


def test_what_rests_on_a_guess_is_called_tentative(panel: Panel) -> None:
    panel.type("voor de kerst")
    assert panel.widget.reading.tentative.isVisible()
    panel.type("in 2027")
    assert not panel.widget.reading.tentative.isVisible()


def test_another_reading_is_taken_by_a_link_and_given_back(panel: Panel) -> None:
    panel.type("voor de zomer")
    panel.follow("voor 1 juni 2027")
    assert panel.sentence == "Uiterlijk maandag 31 mei 2027"
    panel.follow("zoals gelezen")
    assert panel.sentence == "Uiterlijk donderdag 2 juli 2026"
    assert not panel.write().get("overruled")


def test_the_officer_chooses_a_window(panel: Panel) -> None:
    panel.type("na de zomer")
    panel.follow("zelf een dag kiezen")
    assert panel.widget.own_window.isVisible()
    type_in(panel.qtbot, panel.widget.editors["end"], "1-10-2026")
    given = panel.write()
    assert (given["wording"], given["end"], given["overruled"]) == ("na de zomer", date(2026, 10, 1), True)


def test_words_can_be_no_deadline(panel: Panel) -> None:
    panel.type("in 2027")
    panel.follow("dit is geen termijn")
    given = panel.write()
    assert (given["end"], given["precision"], given["overruled"]) == (None, "unspecified", True)


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_S])
def test_ctrl_enter_and_ctrl_s_write_it_from_any_field(panel: Panel, key: Qt.Key) -> None:
    panel.type("in 2027")
    QTest.keyClick(panel.widget.editors["said_on"].input, key, Qt.KeyboardModifier.ControlModifier)
    assert panel.written[-1]["end"] == date(2027, 12, 31)


def test_what_is_below_stays_put_when_a_day_is_recognised(panel: Panel) -> None:
    below = panel.widget.editors["said_on"]
    QApplication.processEvents()
    before = below.mapTo(panel.widget, QPoint()).y()
    panel.type("voor de kerst")
    QApplication.processEvents()
    assert abs(below.mapTo(panel.widget, QPoint()).y() - before) <= _HARDLY_SEEN_PX
    panel.type("")
    QApplication.processEvents()
    assert abs(below.mapTo(panel.widget, QPoint()).y() - before) <= _HARDLY_SEEN_PX


def test_a_sentence_of_two_lines_moves_nothing_below_it(panel: Panel) -> None:
    reading = panel.widget.reading
    panel.widget.resize(320, panel.widget.height())
    panel.type("15-7")
    QApplication.processEvents()
    line, below = reading.sentence.height(), reading.others.y()
    panel.type("q3 2026")
    QApplication.processEvents()
    assert reading.sentence.height() > 1.5 * line
    assert reading.others.y() == below
