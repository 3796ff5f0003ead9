"""The list of keys: what it shows is really bound, nothing is bound twice, and own keys do what they say."""

from __future__ import annotations

from collections import Counter

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from tracker.basics.language import Language
from tracker.ui.help.keys import OWN_KEYS, key_lines, keys_page, native
from tracker.ui.main_window import MainWindow
from tracker.ui.parts.menu_walk import menu_acts

NONE = Qt.KeyboardModifier.NoModifier
CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
LIST_KEYS = {
    "Enter": (Qt.Key.Key_Return, NONE), "Del": (Qt.Key.Key_Delete, NONE),
    "Home": (Qt.Key.Key_Home, NONE), "End": (Qt.Key.Key_End, NONE),
    "Ctrl+Home": (Qt.Key.Key_Home, CONTROL), "Ctrl+End": (Qt.Key.Key_End, CONTROL),
    "Shift+Space": (Qt.Key.Key_Space, SHIFT), "Ctrl+A": (Qt.Key.Key_A, CONTROL),
}  # fmt: skip
"""Shift+F10 is the system's key; tests/ui/listing/test_grid.py opens the menu."""


def bound_in(widget: QWidget) -> set[str]:
    """Give the keys of all shortcuts of a widget and what stands in it."""
    return {native(one.key()) for one in widget.findChildren(QShortcut)}


def focused() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def test_every_act_with_keys_is_listed_with_them(opened: MainWindow) -> None:
    listed = {keys for line in key_lines(opened, Language.DUTCH) for keys in line.keys.split(", ")}
    bound = {native(key) for action in opened.findChildren(QAction) for key in action.shortcuts()}
    assert bound <= listed
    assert {"Ctrl+S", "F1", "Ctrl+K"} <= bound


def test_every_shortcut_of_a_widget_is_listed(opened: MainWindow) -> None:
    listed = {line.keys for line in key_lines(opened, Language.DUTCH)}
    assert bound_in(opened) <= listed


def test_what_is_listed_for_the_record_is_bound_there(opened: MainWindow) -> None:
    pane = opened.work_area.record_pane  # type: ignore[union-attr]
    assert pane is not None
    listed = {native(one.keys) for one in OWN_KEYS if one.place.nl == "In het record"}
    assert listed <= bound_in(pane)


def test_no_key_is_bound_twice_in_one_place(opened: MainWindow) -> None:
    windows = Counter(key.toString() for action in opened.findChildren(QAction) for key in action.shortcuts())
    assert [key for key, times in windows.items() if times > 1] == []
    in_widgets = Counter(
        (id(one.parent()), one.key().toString()) for one in opened.findChildren(QShortcut) if one.isEnabled()
    )
    assert [key for key, times in in_widgets.items() if times > 1] == []
    everywhere = {
        one.key().toString()
        for one in opened.findChildren(QShortcut)
        if one.context() is not Qt.ShortcutContext.WidgetWithChildrenShortcut
    }
    assert everywhere & set(windows) == set()


@pytest.mark.parametrize("language", list(Language))
def test_every_key_is_one_that_qt_knows_and_has_words(opened: MainWindow, language: Language) -> None:
    for line in key_lines(opened, language):
        assert line.words.strip()
        for key in line.keys.split(", "):
            typed = key.replace("PgDn", "PgDown")  # so it stands on keyboards
            assert "Unknown" not in repr(QKeySequence(typed))
            assert native(typed) == typed


def test_the_page_has_a_table_for_each_menu_with_keys(opened: MainWindow) -> None:
    page = keys_page(opened, Language.DUTCH)
    headings = [section.heading for section in page.sections]
    menus = {one.menus[0].title().replace("&", "") for one in menu_acts(opened.menuBar()) if one.keys}
    assert headings[0] == "Toetsen"
    assert menus <= set(headings)
    assert "| **Ctrl+S** | Opslaan |" in page.markdown


def test_undo_is_listed_by_its_own_name_whatever_was_done_last(opened: MainWindow) -> None:
    opened.actions_.name("undo", "A-25: termijn toevoegen")
    words = {line.keys: line.words for line in key_lines(opened, Language.DUTCH)}
    assert words["Ctrl+Z"] == "Ongedaan maken"


@pytest.mark.parametrize(
    "key", [one.keys for one in OWN_KEYS if one.place.nl == "In de lijst" and one.keys != "Shift+F10"]
)
def test_a_key_of_the_list_does_what_is_said(opened: MainWindow, key: str) -> None:
    area = opened.work_area
    assert area is not None
    rows = area.list_pane.list
    rows.setFocus()
    rows.choose(rows.records.id_at(1))
    before = rows.records.rowCount()
    QTest.keyClick(rows, *LIST_KEYS[key])
    done = {
        "Enter": lambda: area.record_pane is not None and area.record_pane.isAncestorOf(focused()),
        "Del": lambda: rows.records.rowCount() == before - 1,
        "Home": lambda: rows.currentIndex().row() == 0,
        "End": lambda: rows.currentIndex().row() == before - 1,
        "Ctrl+Home": lambda: rows.currentIndex().row() == 0,
        "Ctrl+End": lambda: rows.currentIndex().row() == before - 1,
        "Shift+Space": lambda: rows.picked.is_rows and rows.picked.row_count == 1,
        "Ctrl+A": lambda: rows.picked.is_rows and rows.picked.row_count == before,
    }
    assert done[key]()
