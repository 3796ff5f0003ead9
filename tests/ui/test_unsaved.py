"""Text that was typed and not saved is there again after a crash, and saved as always."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests import builders as build
from tests.ui.record.doing import answering, click, editor, form_of, type_in
from tracker.records.registry import kind_of
from tracker.services import editing
from tracker.services.editor import Editor
from tracker.services.unsaved import UnsavedTexts
from tracker.store.record_store import Store
from tracker.ui.parts.window_settings import WindowSettings
from tracker.ui.record.form_dialog import FormDialog
from tracker.ui.record.record_pane import RecordPane
from tracker.ui.record.stale_dialog import StaleDialog
from tracker.ui.record.tabs.deadlines_tab import DeadlinesTab
from tracker.ui.record.unsaved_bar import UnsavedBar
from tracker.ui.session import Session
from tracker.ui.work_area import WorkArea

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")  # the offscreen platform says so of each window
_FIELDS = {
    "theme": "Getypt", "status": "loopt", "remarks": "Twee\nregels", "settled_on": "31-02-2026",
    "lead": "Nieuwe stichting", "partners": "OM; nieuw", "tags": "een\ntwee",
}  # fmt: skip


def _area(qtbot: QtBot, store: Store) -> WorkArea:
    """Open a window on the register, as after a start."""
    session = Session(store, Editor(store), build.TODAY)
    area = WorkArea(session.today, session.language, WindowSettings())
    qtbot.addWidget(area)
    area.attach(session, {})
    area.resize(1300, 700)
    area.show()
    area.activateWindow()
    qtbot.waitUntil(area.isActiveWindow)
    return area


def _pane(area: WorkArea) -> RecordPane:
    assert area.record_pane is not None
    return area.record_pane


def _bar(area: WorkArea) -> UnsavedBar:
    found = area.findChild(UnsavedBar)
    assert isinstance(found, UnsavedBar)
    return found


def _crash_while_typing(qtbot: QtBot, store: Store, reference: str | None, fields: dict[str, str]) -> None:
    """Type, and leave the window as it is: nothing is saved, and nothing is taken back."""
    area = _area(qtbot, store)
    if reference is None:
        area.start_new(kind_of("action"))
    else:
        area.open_record(store.find(reference).id)
    for name, words in fields.items():
        editor(_pane(area), name).put_back(words)
    _pane(area).form_page.keeper.keep()
    _pane(area).form_page.keeper._timer.stop()  # a program that crashed writes nothing any more


def test_every_sort_of_input_comes_back_as_it_was_typed(qtbot: QtBot, store: Store) -> None:
    record = build.action(store)
    _crash_while_typing(qtbot, store, record.reference, _FIELDS)
    area = _area(qtbot, store)
    bar = _bar(area)
    assert bar.isVisible()
    assert "A-1 Een actie" in bar.words.text()
    assert "Thema" in bar.words.text()
    click(qtbot, bar.put_back_button)
    pane = _pane(area)
    assert {name: editor(pane, name).kept() for name in _FIELDS} == _FIELDS
    assert sorted(form_of(pane).changed_fields) == sorted(_FIELDS)
    assert not bar.isVisible()
    assert store.find("A-1")["theme"] is None


def test_a_new_record_comes_back(qtbot: QtBot, store: Store) -> None:
    _crash_while_typing(qtbot, store, None, {"title": "Begonnen"})
    area = _area(qtbot, store)
    click(qtbot, _bar(area).put_back_button)
    assert editor(_pane(area), "title").value() == "Begonnen"
    assert area.commit()
    assert store.find("A-1")["title"] == "Begonnen"
    assert UnsavedTexts(store.path).all() == []


def test_a_row_of_a_little_table_comes_back(qtbot: QtBot, store: Store) -> None:
    record = build.record(store, "instrument")
    area = _area(qtbot, store)
    area.open_record(record.id)
    steps = editor(_pane(area), "steps")
    rows = [["Kamerbehandeling", *[""] * (len(steps.kept()[0]) - 1 if steps.kept() else 2)]]
    steps.put_back(rows)
    _pane(area).form_page.keeper.keep()
    again = _area(qtbot, store)
    click(qtbot, _bar(again).put_back_button)
    assert editor(_pane(again), "steps").kept()[0][0] == "Kamerbehandeling"


def test_a_change_by_somebody_else_meanwhile_is_noticed(qtbot: QtBot, store: Store) -> None:
    record = build.action(store, theme="Eerst")
    _crash_while_typing(qtbot, store, "A-1", {"theme": "Van mij"})
    store.apply(editing.change_record(store, record, {"theme": "Van een ander"}))
    area = _area(qtbot, store)
    click(qtbot, _bar(area).put_back_button)

    def choose(dialog: StaleDialog) -> None:
        dialog.mine["theme"].setChecked(True)
        dialog.accept()

    answering(choose, area.commit)
    assert store.find("A-1")["theme"] == "Van mij"


def test_throwing_away_and_saving_leave_nothing(qtbot: QtBot, store: Store) -> None:
    build.action(store)
    _crash_while_typing(qtbot, store, "A-1", {"theme": "weg"})
    area = _area(qtbot, store)
    click(qtbot, _bar(area).throw_button)
    assert UnsavedTexts(store.path).all() == []
    area.open_record(store.find("A-1").id)
    type_in(qtbot, editor(_pane(area), "theme"), "bewaard")
    qtbot.waitUntil(lambda: len(UnsavedTexts(store.path).all()) == 1)
    assert area.commit()
    assert UnsavedTexts(store.path).all() == []


def test_taking_back_leaves_nothing(qtbot: QtBot, store: Store) -> None:
    build.action(store)
    area = _area(qtbot, store)
    area.open_record(store.find("A-1").id)
    type_in(qtbot, editor(_pane(area), "theme"), "toch niet")
    _pane(area).form_page.keeper.keep()
    _pane(area).revert()
    assert UnsavedTexts(store.path).all() == []


def test_text_of_a_record_that_is_gone_can_be_copied(qtbot: QtBot, store: Store) -> None:
    record = build.action(store)
    _crash_while_typing(qtbot, store, "A-1", {"theme": "mijn tekst"})
    build.delete(store, record)
    bar = _bar(_area(qtbot, store))
    assert "Het record is er niet meer." in bar.words.text()
    assert not bar.put_back_button.isVisible()
    click(qtbot, bar.copy_button)
    assert QGuiApplication.clipboard().text() == "Thema: mijn tekst"


def test_a_new_record_that_was_left_can_be_put_back(qtbot: QtBot, store: Store) -> None:
    area = _area(qtbot, store)
    area.start_new(kind_of("action"))
    type_in(qtbot, editor(_pane(area), "title"), "Toch wel")
    QTest.keyClick(editor(_pane(area), "title").input, Qt.Key.Key_Escape)
    bar = _bar(area)
    assert bar.isVisible()
    assert bar.words.text().startswith("Weggehaald wat u typte")
    click(qtbot, bar.put_back_button)
    assert editor(_pane(area), "title").value() == "Toch wel"


def test_escape_takes_back_one_field_and_then_all(qtbot: QtBot, store: Store) -> None:
    build.action(store, title="Blijft")
    area = _area(qtbot, store)
    area.open_record(store.find("A-1").id)
    pane = _pane(area)
    type_in(qtbot, editor(pane, "theme"), "Ook")
    type_in(qtbot, editor(pane, "title"), "Anders")
    QTest.keyClick(editor(pane, "title").input, Qt.Key.Key_Escape)
    assert editor(pane, "title").value() == "Blijft"
    assert form_of(pane).changed_fields == ["theme"]
    QTest.keyClick(editor(pane, "title").input, Qt.Key.Key_Escape)
    assert not pane.is_dirty
    click(qtbot, _bar(area).put_back_button)
    assert form_of(pane).changed_fields == ["theme"]


def _crash_while_entering(area: WorkArea, words: dict[str, str]) -> None:
    """Type into the panel of the deadlines, and leave it as it is."""
    tab = _pane(area).deadlines_tab
    assert tab.panel is not None
    for name, typed in words.items():
        tab.panel.editors[name].put_back(typed)
    area.keep_unsaved()
    assert tab._keeper is not None
    tab._keeper._timer.stop()  # a program that crashed writes nothing any more


def _open_deadlines(area: WorkArea, store: Store) -> DeadlinesTab:
    area.open_record(store.find("A-1").id)
    pane = _pane(area)
    pane.tabs.setCurrentWidget(pane.deadlines_tab)
    return pane.deadlines_tab


def test_the_words_of_a_new_deadline_come_back(qtbot: QtBot, store: Store) -> None:
    build.action(store)
    area = _area(qtbot, store)
    _open_deadlines(area, store).add_deadline()
    _crash_while_entering(area, {"wording": "voor de kerst", "what": "de brief"})
    again = _area(qtbot, store)
    assert "A-1 Een actie (Termijn, in woorden, Waarvoor;" in _bar(again).words.text()
    click(qtbot, _bar(again).put_back_button)
    panel = _pane(again).deadlines_tab.panel
    assert panel is not None
    assert panel.isVisible()
    assert panel.reading.sentence.text() == "Uiterlijk donderdag 17 december 2026"
    click(qtbot, panel.accept_button)
    assert [(one["wording"], one["what"]) for one in store.parts(store.find("A-1").id).deadlines] == [
        ("voor de kerst", "de brief")
    ]
    assert UnsavedTexts(store.path).all() == []


def test_a_postponement_comes_back_at_its_deadline(qtbot: QtBot, store: Store) -> None:
    record = build.action(store)
    deadline = build.deadline(store, record, wording="eind juni 2026", end=date(2026, 6, 30))
    area = _area(qtbot, store)
    _open_deadlines(area, store).postpone(deadline)
    _crash_while_entering(area, {"wording": "eind 2026", "reason": "Advies is later"})
    again = _area(qtbot, store)
    assert "Reden" in _bar(again).words.text()
    click(qtbot, _bar(again).put_back_button)
    assert _pane(again).commit()
    (written,) = store.parts(record.id).postponements
    assert (written["deadline_id"], written["reason"]) == (deadline.id, "Advies is later")


def test_words_about_a_deadline_that_is_gone_can_be_copied(qtbot: QtBot, store: Store) -> None:
    record = build.action(store)
    deadline = build.deadline(store, record, wording="eind juni 2026", end=date(2026, 6, 30))
    area = _area(qtbot, store)
    _open_deadlines(area, store).postpone(deadline)
    _crash_while_entering(area, {"reason": "Advies is later"})
    store.apply(editing.delete_part(store, store.find("A-1"), deadline))
    bar = _bar(_area(qtbot, store))
    assert not bar.put_back_button.isVisible()
    click(qtbot, bar.copy_button)
    assert QGuiApplication.clipboard().text() == "Reden: Advies is later"


def test_a_deadline_that_was_left_can_be_put_back(qtbot: QtBot, store: Store) -> None:
    build.action(store)
    area = _area(qtbot, store)
    tab = _open_deadlines(area, store)
    tab.add_deadline()
    assert tab.panel is not None
    QTest.keyClicks(tab.panel.editors["wording"].input, "eind 2026")
    QTest.keyClick(tab.panel.editors["wording"].input, Qt.Key.Key_Escape)
    assert _bar(area).words.text().startswith("Weggehaald wat u typte: A-1")
    click(qtbot, _bar(area).put_back_button)
    assert tab.panel.editors["wording"].value() == "eind 2026"


def test_a_state_of_affairs_comes_back_in_its_dialog(qtbot: QtBot, store: Store) -> None:
    record = build.action(store)
    area = _area(qtbot, store)
    area.open_record(record.id)
    pane, texts = _pane(area), UnsavedTexts(store.path)
    pane.tabs.setCurrentWidget(pane.notes_tab)
    kept: list[bytes] = []

    def crash(dialog: FormDialog) -> None:
        QTest.keyClicks(dialog.form.editors["text"].input, "Het loopt goed")
        qtbot.waitUntil(texts.file.exists)
        kept.append(texts.file.read_bytes())

    answering(crash, pane.notes_tab.add_note)
    assert not texts.file.exists()
    texts.file.write_bytes(kept[0])  # as a program leaves it that ends there
    again = _area(qtbot, store)
    answering(lambda dialog: dialog.submit(), lambda: click(qtbot, _bar(again).put_back_button))
    assert [one["text"] for one in store.parts(record.id).notes] == ["Het loopt goed"]
    assert texts.all() == []
