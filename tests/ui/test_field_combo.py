"""The list in which a field is chosen: grouped, narrowed by typing, walked and closed by keys."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tracker.basics.language import Language
from tracker.records.registry import kind_of
from tracker.services.filtering import filter_fields
from tracker.ui.field_combo import FieldCombo, FieldList
from tracker.ui.looks.fonts import grown

# Qt says so of every popup window that is drawn without a screen.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
KEY = Qt.Key


@pytest.fixture
def box(qtbot: QtBot) -> FieldCombo:
    made = FieldCombo(filter_fields(kind_of("motion")), Language.DUTCH)
    qtbot.addWidget(made)
    made.show()
    return made


def _open(box: FieldCombo) -> FieldList:
    QTest.keyClick(box, KEY.Key_F4)
    assert box.list is not None
    return box.list


def _shown(opened: FieldList) -> list[str]:
    items = [opened.list.item(row) for row in range(opened.list.count())]
    return [one.text() for one in items if not one.isHidden()]


def test_the_list_has_groups_and_is_no_higher_than_ten_rows(box: FieldCombo) -> None:
    opened = _open(box)
    assert {"Vaak gebruikt", "Termijnen", "Herkomst"} < set(_shown(opened))
    assert opened.list.height() <= 11 * grown(28)
    assert opened.list.currentItem().text() == "Fase"


def test_letters_leave_the_fields_that_have_them_under_their_groups(box: FieldCombo) -> None:
    opened = _open(box)
    QTest.keyClicks(opened.line, "uitgest")
    assert _shown(opened) == ["Termijnen", "Keer uitgesteld", "Dagen uitgesteld"]
    QTest.keyClick(opened.line, KEY.Key_Down)
    QTest.keyClick(opened.line, KEY.Key_Return)
    assert box.spec.name == "days_postponed"
    assert box.list is None


def test_letters_typed_in_the_closed_box_open_the_list(box: FieldCombo) -> None:
    QTest.keyClick(box, KEY.Key_D)
    assert box.list is not None
    QTest.keyClicks(box.list.line, "oss")
    QTest.keyClick(box.list.line, KEY.Key_Return)
    assert box.spec.name == "owner"


def test_the_name_of_a_group_shows_all_of_it(box: FieldCombo) -> None:
    opened = _open(box)
    QTest.keyClicks(opened.line, "termijnen")
    assert _shown(opened)[:3] == ["Termijnen", "Eerst toegezegd", "Termijn"]


def test_a_field_that_begins_with_the_letters_is_chosen_before_one_that_holds_them(box: FieldCombo) -> None:
    opened = _open(box)
    QTest.keyClicks(opened.line, "st")
    assert opened.list.currentItem().text() == "Status"


def test_letters_that_no_field_has_say_so_and_choose_nothing(box: FieldCombo) -> None:
    opened = _open(box)
    QTest.keyClicks(opened.line, "xyz")
    assert _shown(opened) == ["Geen veld met deze letters"]
    QTest.keyClick(opened.line, KEY.Key_Return)
    assert opened.isVisible()
    QTest.keyClick(opened, KEY.Key_Escape)
    assert box.spec.name == "phase"
    assert box.list is None
