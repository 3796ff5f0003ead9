"""The pane: what is typed is saved as one step, or stays with its faults; nothing is lost on the way."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QPlainTextEdit
from pytestqt.qtbot import QtBot

from tests import builders as build
from tests.ui.record.doing import answering, editor, form_of, type_in
from tracker.basics.errors import DiskFull
from tracker.records.instrument import Step
from tracker.records.kind import Kind
from tracker.records.registry import KINDS, kind_of
from tracker.services import editing
from tracker.services.editor import Editor
from tracker.store.record_store import Store
from tracker.ui.record.record_pane import RecordPane
from tracker.ui.record.stale_dialog import StaleDialog
from tracker.ui.session import Session

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")  # the offscreen platform says so of each window


def test_typed_text_is_saved_as_one_step_with_the_changed_field_only(
    qtbot: QtBot, pane: RecordPane, store: Store
) -> None:
    record = build.commitment(store, title="Oud", theme="Opvang")
    pane.show_record(record.id)
    type_in(qtbot, editor(pane, "title"), "Nieuw onderwerp")
    assert pane.is_dirty
    assert pane.commit()
    assert form_of(pane).changed_fields == []
    newest = store.history(record.id)[0]
    assert newest.change.after == {"title": "Nieuw onderwerp"}
    assert pane.header.title.text() == "Nieuw onderwerp"


def test_all_faults_are_shown_at_their_fields_at_once_and_the_text_stays(
    qtbot: QtBot, pane: RecordPane, store: Store
) -> None:
    record = build.commitment(store)
    pane.show_record(record.id)
    type_in(qtbot, editor(pane, "title"), "")
    type_in(qtbot, editor(pane, "made_on"), "31-02-2026")
    type_in(qtbot, editor(pane, "debate"), "Debat dat er niet is")
    assert not pane.commit()
    assert editor(pane, "title").fault == "Vul dit veld in."
    assert "geen bestaande dag" in editor(pane, "made_on").fault
    assert "niet bekend" in editor(pane, "debate").fault
    assert pane.is_dirty
    assert store.find(record.reference)["title"] == record["title"]


def test_new_record_starts_in_its_title_and_is_made_on_saving(qtbot: QtBot, pane: RecordPane, store: Store) -> None:
    pane.start_new(kind_of("motion"))
    assert editor(pane, "title").input.hasFocus()
    assert editor(pane, "status").value() == "nog niet gestart"
    assert not pane.is_dirty
    type_in(qtbot, editor(pane, "title"), "Motie over opvang")
    type_in(qtbot, editor(pane, "lead"), "Stichting Nieuw")
    with qtbot.waitSignal(pane.record_made) as made:
        assert pane.commit()
    record = store.records(made.args or [])[0]
    assert record.reference == "M-1"
    assert store.names()("organisation", record["lead"]) == "Stichting Nieuw"
    assert len({line.step_id for line in store.history() if line.change.entity in {"motion", "organisation"}}) == 1
    assert pane.record is not None
    assert pane.record.id == record.id


def test_escape_takes_back_what_was_typed(qtbot: QtBot, pane: RecordPane, store: Store) -> None:
    pane.show_record(build.action(store, title="Blijft").id)
    type_in(qtbot, editor(pane, "title"), "Anders")
    QTest.keyClick(editor(pane, "title").input, Qt.Key.Key_Escape)
    assert not pane.is_dirty
    assert editor(pane, "title").value() == "Blijft"


@pytest.mark.parametrize("name", ["title", "theme", "partners", "remarks", "owner"])
def test_typing_goes_on_where_it_was_after_saving(qtbot: QtBot, pane: RecordPane, store: Store, name: str) -> None:
    record = build.commitment(store)
    pane.show_record(record.id)
    pane.activateWindow()
    type_in(qtbot, editor(pane, name), "een")
    assert pane.commit()
    QTest.keyClicks(editor(pane, name).input, " twee")
    assert str(editor(pane, name).kept()) == "een twee"


def test_the_focus_stays_in_its_field_in_the_form_of_another_kind(qtbot: QtBot, pane: RecordPane, store: Store) -> None:
    first, second = build.commitment(store), build.motion(store)
    pane.show_record(second.id)
    pane.show_record(first.id)
    pane.activateWindow()
    editor(pane, "theme").input.setFocus()
    pane.show_record(second.id)
    assert editor(pane, "theme").input.hasFocus()
    assert form_of(pane).focused_field == "theme"


def test_escape_closes_what_is_offered_before_it_takes_anything_back(
    qtbot: QtBot, pane: RecordPane, store: Store
) -> None:
    build.organisation(store, "VNG")
    record = build.commitment(store)
    pane.show_record(record.id)
    pane.activateWindow()
    partners = editor(pane, "partners").input
    type_in(qtbot, editor(pane, "partners"), "VN")
    popup = QApplication.activePopupWidget()
    assert popup is not None
    QTest.keyClick(partners, Qt.Key.Key_Escape)
    assert not popup.isVisible()
    assert pane.is_dirty
    QTest.keyClick(partners, Qt.Key.Key_Escape)
    assert not pane.is_dirty


def test_escape_leaves_a_new_record_for_the_one_before(qtbot: QtBot, pane: RecordPane, store: Store) -> None:
    record = build.action(store)
    pane.show_record(record.id)
    pane.start_new(kind_of("action"))
    type_in(qtbot, editor(pane, "title"), "Toch niet")
    QTest.keyClick(editor(pane, "title").input, Qt.Key.Key_Escape)
    assert pane.record is not None
    assert pane.record.id == record.id
    assert len(store.text_ids()) == 1


@pytest.mark.parametrize(("key", "step"), [(Qt.Key.Key_PageUp, -1), (Qt.Key.Key_PageDown, 1)])
def test_page_keys_walk_the_records(qtbot: QtBot, pane: RecordPane, store: Store, key: Qt.Key, step: int) -> None:
    pane.show_record(build.action(store).id)
    editor(pane, "title").input.setFocus()
    with qtbot.waitSignal(pane.walk) as walked:
        QTest.keyClick(editor(pane, "title").input, key)
    assert walked.args == [step]


def test_showing_another_record_saves_what_was_typed(qtbot: QtBot, pane: RecordPane, store: Store) -> None:
    first, second = build.action(store), build.action(store)
    pane.show_record(first.id)
    type_in(qtbot, editor(pane, "theme"), "Opvang")
    pane.show_record(second.id)
    assert store.find(first.reference)["theme"] == "Opvang"
    assert pane.record is not None
    assert pane.record.id == second.id


def test_a_full_disk_says_so_and_keeps_the_text(
    qtbot: QtBot, pane: RecordPane, session: Session, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    record = build.action(store)
    pane.show_record(record.id)
    type_in(qtbot, editor(pane, "theme"), "Opvang")

    def refuse(_: object) -> None:
        raise DiskFull("De schijf is vol: er is niets opgeslagen.", "The disk is full: nothing was saved.")

    monkeypatch.setattr(session.editor, "submit", refuse)
    assert not pane.commit()
    assert "niets opgeslagen" in pane.notice.text()
    assert editor(pane, "theme").value() == "Opvang"
    monkeypatch.undo()
    assert pane.commit()
    assert not pane.notice.isVisible()


@pytest.mark.parametrize(("keeps_mine", "kept"), [(True, "Van mij"), (False, "Van een ander")])
def test_a_record_edited_twice_shows_both_texts(
    qtbot: QtBot, pane: RecordPane, store: Store, keeps_mine: bool, kept: str
) -> None:
    record = build.action(store, theme="Eerst")
    pane.show_record(record.id)
    type_in(qtbot, editor(pane, "theme"), "Van mij")
    type_in(qtbot, editor(pane, "goal"), "Ook van mij")
    store.apply(editing.change_record(store, record, {"theme": "Van een ander", "remarks": "x"}))

    def choose(dialog: StaleDialog) -> None:
        texts = [box.toPlainText() for box in dialog.findChildren(QPlainTextEdit)]
        assert texts == ["Van mij", "Van een ander"]
        (dialog.mine if keeps_mine else dialog.theirs)["theme"].setChecked(True)
        dialog.accept()

    answering(choose, pane.commit)
    saved = store.find(record.reference)
    assert (saved["theme"], saved["goal"], saved["remarks"]) == (kept, "Ook van mij", "x")
    assert not pane.is_dirty


def test_a_change_elsewhere_is_shown_but_typed_text_stays(
    qtbot: QtBot, pane: RecordPane, session: Session, store: Store
) -> None:
    record = build.action(store)
    pane.show_record(record.id)
    type_in(qtbot, editor(pane, "theme"), "Getypt")
    session.submit(editing.change_record(store, record, {"goal": "Van elders"}))
    assert editor(pane, "goal").value() == "Van elders"
    assert editor(pane, "theme").value() == "Getypt"
    assert form_of(pane).changed_fields == ["theme"]


def test_deleting_is_one_step_that_undo_takes_back(
    qtbot: QtBot, pane: RecordPane, session: Session, store: Store
) -> None:
    record = build.action(store)
    pane.show_record(record.id)
    with qtbot.waitSignal(pane.record_deleted):
        pane.delete_action.trigger()
    assert pane.record is None
    assert store.records([record.id]) == []
    session.editor.undo()
    assert store.find(record.reference).id == record.id


def test_the_day_that_stands_for_today_decides_what_is_late(pane: RecordPane, session: Session, store: Store) -> None:
    record = build.action(store)
    build.deadline(store, record, wording="eind juni 2026", end=date(2026, 6, 30))
    pane.show_record(record.id)
    assert "Over tijd, 1 dag" in pane.header.words
    session.set_today(date(2026, 10, 1))
    assert "Over tijd, 93 dagen" in pane.header.words


def test_steps_after_the_legal_term_are_named(pane: RecordPane, store: Store) -> None:
    record = build.record(store, "instrument", steps=(Step("Kamerbehandeling", date(2026, 9, 14)),))
    build.deadline(store, record, sort="wettelijk", end=date(2026, 7, 15))
    pane.show_record(record.id)
    assert editor(pane, "steps").remark == "Haalt de termijn niet: Kamerbehandeling (14-09-2026)."


def test_copied_text_has_reference_title_and_known_fields(pane: RecordPane, store: Store) -> None:
    pane.show_record(build.action(store, title="Barrièremodellen", lead="CCV").id)
    pane.copy_action.trigger()
    words = QGuiApplication.clipboard().text().splitlines()
    assert words[0] == "A-1 Barrièremodellen"
    assert "Trekker: CCV" in words


def test_a_register_that_may_only_be_read_lets_nothing_be_changed(qtbot: QtBot, path: Path, store: Store) -> None:
    record = build.motion(store)
    with build.open_store(path, read_only=True) as reading:
        pane = RecordPane(Session(reading, Editor(reading), build.TODAY))
        qtbot.addWidget(pane)
        pane.show_record(record.id)
        for one in form_of(pane).editors.values():
            typed = one.input
            if isinstance(typed, QLineEdit | QPlainTextEdit):
                assert typed.isReadOnly(), one.spec.name
            elif isinstance(typed, QComboBox):
                assert not typed.isEnabled(), one.spec.name
        assert not pane.delete_action.isEnabled()
        assert not pane.settle_action.isEnabled()


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.code)
def test_every_kind_can_be_made_shown_and_saved_unchanged(
    qtbot: QtBot, pane: RecordPane, store: Store, kind: Kind
) -> None:
    record = build.record(store, kind.code)
    pane.show_record(record.id)
    assert not pane.is_dirty
    for place in range(pane.tabs.count()):
        pane.tabs.setCurrentIndex(place)
    assert not pane.is_dirty


def test_the_history_keeps_its_word_at_the_usual_width(pane: RecordPane, store: Store) -> None:
    pane.resize(432, 700)
    pane.show_record(build.motion(store).id)
    place = pane.tabs.indexOf(pane.history_tab)
    assert pane.tabs.hidden_tabs == []
    assert pane.tabs.tabText(place) == "Geschiedenis"
    notes = pane.tabs.indexOf(pane.notes_tab)
    assert pane.tabs.tabToolTip(notes) == pane.tabs.words_of(notes) == "Stand van zaken"


def test_a_new_record_takes_the_words_of_its_first_deadline(qtbot: QtBot, pane: RecordPane, store: Store) -> None:
    pane.start_new(kind_of("commitment"))
    form = pane.form_page.form
    assert form is not None
    type_in(qtbot, form.editors["title"], "Brief over de opvang")
    type_in(qtbot, form.editors["wording"], "eind 2026")
    assert form.editors["wording"].remark == "1 oktober 2026 tot en met 31 december 2026"
    type_in(qtbot, form.editors["made_on"], "15-6-2026")
    assert pane.commit()
    record = store.find("T-1")
    (deadline,) = store.parts(record.id).deadlines
    assert (deadline["wording"], deadline["end"], deadline["said_on"]) == (
        "eind 2026", date(2026, 12, 31), date(2026, 6, 15),
    )  # fmt: skip
    assert not form.editors["wording"].isVisibleTo(form)  # what is there has its deadlines in their tab
    store.undo()
    assert store.counts(build.TODAY)[""] == 0


def test_a_new_record_without_words_has_no_deadline(qtbot: QtBot, pane: RecordPane, store: Store) -> None:
    pane.start_new(kind_of("motion"))
    form = pane.form_page.form
    assert form is not None
    type_in(qtbot, form.editors["title"], "Motie")
    assert pane.commit()
    assert store.parts(store.find("M-1").id).deadlines == ()
