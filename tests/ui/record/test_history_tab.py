"""The history with before and after: by field, with long texts as one text, and back to an earlier value."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from tests import builders as build
from tests.ui.record.doing import editor, form_of, type_in, words_in
from tracker.store.record_store import Store
from tracker.ui.record.record_pane import RecordPane

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")  # the offscreen platform says so of each window


def _shown(pane: RecordPane) -> str:
    return pane.history_tab.text.toPlainText()


def _open_history(pane: RecordPane) -> None:
    pane.tabs.setCurrentWidget(pane.history_tab)


def test_the_key_shows_the_history_of_the_field_that_is_typed_in(qtbot: QtBot, pane: RecordPane, store: Store) -> None:
    record = build.change(store, build.action(store, theme="Eerst", goal="Doel"), theme="Daarna", goal="Anders")
    pane.show_record(record.id)
    editor(pane, "theme").input.setFocus()
    control_shift = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    QTest.keyClick(editor(pane, "theme").input, Qt.Key.Key_H, control_shift)
    assert pane.tabs.currentWidget() is pane.history_tab
    assert "Eerst → Daarna" in _shown(pane)
    assert "Doel" not in _shown(pane)
    assert pane.history_tab.fields.currentText() == "Thema"


@pytest.mark.parametrize("name", ["theme", "status", "lead", "remarks", "partners"])
def test_the_context_menu_of_every_sort_of_field_offers_its_history(
    qtbot: QtBot, pane: RecordPane, store: Store, name: str
) -> None:
    pane.show_record(build.action(store).id)
    QApplication.sendEvent(
        editor(pane, name).input, QContextMenuEvent(QContextMenuEvent.Reason.Mouse, QPoint(2, 2), QPoint(300, 300))
    )
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    act = next(one for one in menu.actions() if "Geschiedenis" in one.text())
    act.trigger()
    menu.close()
    assert pane.tabs.currentWidget() is pane.history_tab
    assert pane.history_tab.fields.currentText() == form_of(pane).labels[name].text()


def test_a_field_that_never_changed_says_so(pane: RecordPane, store: Store) -> None:
    pane.show_record(build.action(store).id)
    pane.show_field_history("goal")
    assert "Dit veld is nooit gewijzigd." in words_in(pane.history_tab)


def test_a_value_is_put_back_from_its_line_in_one_step(qtbot: QtBot, pane: RecordPane, store: Store) -> None:
    record = build.change(store, build.action(store, theme="Eerst"), theme="Daarna")
    pane.show_record(record.id)
    _open_history(pane)
    assert "terugzetten naar “Eerst”" in _shown(pane)
    pane.history_tab.text.setFocus()
    QTest.keyClick(pane.history_tab.text, Qt.Key.Key_Tab)
    QTest.keyClick(pane.history_tab.text, Qt.Key.Key_Return)
    assert store.find(record.reference)["theme"] == "Eerst"
    assert store.to_undo() == "A-1: thema terugzetten"
    assert editor(pane, "theme").value() == "Eerst"


def test_a_long_text_shows_its_differences_word_by_word(pane: RecordPane, store: Store) -> None:
    text = "De modellen worden eind juni afgerond en zijn te vinden op de website van het centrum."
    record = build.change(store, build.action(store, remarks=text), remarks=text.replace("juni", "september"))
    pane.show_record(record.id)
    _open_history(pane)
    html = pane.history_tab.text.toHtml()
    assert "line-through" in html
    assert "underline" in html
    assert "eind juni september afgerond" in _shown(pane)


def test_the_chosen_field_holds_for_one_record(qtbot: QtBot, pane: RecordPane, store: Store) -> None:
    first, second = build.action(store, theme="Een"), build.action(store, theme="Twee")
    pane.show_record(first.id)
    pane.show_field_history("theme")
    pane.show_record(second.id)
    assert pane.history_tab.fields.currentText() == "Alle velden"


def test_text_that_was_typed_is_saved_before_its_history_is_shown(qtbot: QtBot, pane: RecordPane, store: Store) -> None:
    record = build.action(store, theme="Eerst")
    pane.show_record(record.id)
    type_in(qtbot, editor(pane, "theme"), "Getypt")
    pane.show_field_history("theme")
    assert "Eerst → Getypt" in _shown(pane)


def test_a_field_that_was_empty_can_be_made_empty_again(pane: RecordPane, store: Store) -> None:
    record = build.change(store, build.action(store), theme="Erbij")
    pane.show_record(record.id)
    _open_history(pane)
    assert "weer leegmaken" in _shown(pane)
    pane.history_tab.restore(0)
    assert store.find(record.reference)["theme"] is None
