"""All that is in the register now, or as it was then: the choice beside the day, and what the window says of it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from pytestqt.qtbot import QtBot

from tests import builders as build
from tracker.basics.errors import InvalidValue
from tracker.basics.language import Language
from tracker.services.editor import Editor
from tracker.store.as_of import PastStore
from tracker.store.record_store import Store
from tracker.ui.day_box import DayBox
from tracker.ui.main_window import MainWindow
from tracker.ui.past_lookup import PastLookup
from tracker.ui.session import Session


def test_the_choice_is_there_for_a_day_that_is_gone(qtbot: QtBot) -> None:
    box = DayBox(build.TODAY, Language.DUTCH, lambda: build.TODAY)
    qtbot.addWidget(box)
    assert box.past_choice.isHidden()
    box.show_day(date(2026, 6, 1))
    assert not box.past_choice.isHidden()
    with qtbot.waitSignal(box.past_chosen) as told:
        box.past_choice.setCurrentIndex(1)
    assert told.args == [True]
    assert "later" not in box.past_choice.toolTip()
    assert "weg wat na die dag" in box.past_choice.toolTip()


def test_the_past_is_looked_up_beside_the_event_loop(qtbot: QtBot, store: Store, path: Path) -> None:
    build.motion(store)
    lookup = PastLookup(path, date(2026, 6, 1), build.TODAY, store_parent(qtbot))
    with qtbot.waitSignal(lookup.found) as told:
        lookup.start()
    assert told.args is not None
    past = told.args[0]
    assert past.counts(build.TODAY)[""] == 0
    past.close()


def test_a_day_to_come_has_no_past(qtbot: QtBot, path: Path, store: Store) -> None:
    lookup = PastLookup(path, date(2027, 6, 1), build.TODAY, store_parent(qtbot))
    with qtbot.waitSignal(lookup.failed) as told:
        lookup.start()
    assert told.args is not None
    assert isinstance(told.args[0], InvalidValue)


def store_parent(qtbot: QtBot) -> DayBox:
    box = DayBox(build.TODAY, Language.DUTCH, lambda: build.TODAY)
    qtbot.addWidget(box)
    return box


def test_the_window_says_that_it_shows_the_past_and_leads_back(
    main_window: MainWindow, store: Store, path: Path, qtbot: QtBot
) -> None:
    build.motion(store)
    with PastStore.of(path, date(2026, 6, 1)) as past:
        main_window.attach(Session(past, Editor(past), build.TODAY, Language.DUTCH))
        main_window.show()
        area = main_window.work_area
        assert area is not None
        assert "zoals het was op 01-06-2026" in area.banner.text()
        assert area.retry_button.text() == "&Terug naar de stand van nu"
        assert main_window.day_box.past_choice.currentData() is True
        assert not main_window.actions_["new"].isEnabled()
        with qtbot.waitSignal(main_window.past_wanted) as told:
            area.retry_button.click()
        assert told.args == [None]
        with qtbot.waitSignal(main_window.past_wanted) as told:
            main_window.day_box.day_chosen.emit(date(2026, 5, 1))
        assert told.args == [date(2026, 5, 1)]
        main_window.detach()
