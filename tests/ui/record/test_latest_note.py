"""The latest state of affairs under the form."""

from __future__ import annotations

from datetime import date

from pytestqt.qtbot import QtBot

from tests import builders as build
from tracker.basics.formats import day_words
from tracker.store.record_store import Store
from tracker.ui.main_window import MainWindow
from tracker.ui.record.record_pane import RecordPane


def pane_of(window: MainWindow, store: Store, height_px: int) -> RecordPane:
    record = store.find("M-1")
    build.note(store, record, text="Oud nieuws.", on=date(2026, 1, 1))
    build.note(store, record, text=f"Het nieuwste. {'Woord ' * 200}", on=date(2026, 6, 1))
    window.resize(1700, height_px)
    area = window.work_area
    assert area is not None
    assert area.record_pane is not None
    area.record_pane.show_record(None)  # the texts were written behind its back
    area.open_record(record.id)
    return area.record_pane


def test_the_newest_text_stands_under_the_form_in_a_high_window(
    opened: MainWindow, filled: Store, qtbot: QtBot
) -> None:
    latest = pane_of(opened, filled, 1050).form_page.latest
    qtbot.waitUntil(latest.isVisible)
    assert latest.text.text().startswith("Het nieuwste.")
    assert latest.text.text().endswith("…")
    assert day_words(date(2026, 6, 1)) in latest.title.toolTip()


def test_all_texts_are_one_click_away(opened: MainWindow, filled: Store, qtbot: QtBot) -> None:
    pane = pane_of(opened, filled, 1050)
    qtbot.waitUntil(pane.form_page.latest.isVisible)
    pane.form_page.latest.all_button.click()
    assert pane.tabs.currentWidget() is pane.notes_tab


def test_a_low_window_keeps_its_room_for_the_form(opened: MainWindow, filled: Store) -> None:
    assert not pane_of(opened, filled, 700).form_page.latest.isVisible()
