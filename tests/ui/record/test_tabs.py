"""The tabs beside the form: deadlines, notes, relations, history, and the acts settling and merging."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QTextBrowser
from pytestqt.qtbot import QtBot

from tests import builders as build
from tests.ui.listing.grid_hands import focused
from tests.ui.record.doing import answering, cell_words, click, press, type_in, words_in
from tracker.records.motion import Outcome
from tracker.records.relation import relation_words
from tracker.services import beside, editing, handling
from tracker.store.record_store import Store
from tracker.ui.record.deadlines.entry_panel import EntryPanel
from tracker.ui.record.editors.reference import ReferenceEditor
from tracker.ui.record.form_dialog import FormDialog
from tracker.ui.record.merge_dialog import MergeDialog
from tracker.ui.record.record_pane import RecordPane
from tracker.ui.record.relate_dialog import RelateDialog
from tracker.ui.session import Session

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")  # the offscreen platform says so of each window

_DEADLINES, _NOTES, _RELATIONS, _HISTORY = 1, 2, 3, 5


def _buttons(inside: Any) -> list[str]:
    QApplication.processEvents()
    return [one.text() for one in inside.findChildren(QPushButton) if one.isVisibleTo(inside)]


def _panel(pane: RecordPane) -> EntryPanel:
    panel = pane.deadlines_tab.panel
    assert panel is not None
    return panel


def test_a_deadline_is_added_by_typing_its_words(qtbot: QtBot, pane: RecordPane, store: Store) -> None:
    record = build.commitment(store)
    pane.show_record(record.id)
    pane.tabs.setCurrentIndex(_DEADLINES)
    press(qtbot, pane.deadlines_tab, "Termijn toevoegen…")
    panel = _panel(pane)
    type_in(qtbot, panel.editors["wording"], "voor de zomer van 2026")
    qtbot.waitUntil(lambda: panel.shown is not None and panel.reading.sentence.text().startswith("Uiterlijk donderdag"))
    QTest.keyClick(panel.editors["wording"].input, Qt.Key.Key_Return)
    deadline = store.parts(record.id).deadlines[0]
    assert (deadline["wording"], deadline["end"], deadline["start"]) == (
        "voor de zomer van 2026", date(2026, 7, 2), None,
    )  # fmt: skip
    assert "voor de zomer van 2026" in words_in(pane.deadlines_tab)
    assert pane.deadlines_tab.panel is None


def test_a_faulty_day_keeps_the_panel_open_with_its_text(qtbot: QtBot, pane: RecordPane, store: Store) -> None:
    record = build.commitment(store)
    pane.show_record(record.id)
    pane.tabs.setCurrentIndex(_DEADLINES)
    pane.deadlines_tab.add_deadline()
    panel = _panel(pane)
    click(qtbot, panel.accept_button)
    assert "in woorden" in panel.editors["wording"].fault
    type_in(qtbot, panel.editors["wording"], "in 2027")
    type_in(qtbot, panel.editors["said_on"], "31-02-2026")
    click(qtbot, panel.accept_button)
    assert "geen bestaande dag" in panel.editors["said_on"].fault
    assert panel.editors["wording"].value() == "in 2027"
    assert store.parts(record.id).deadlines == ()


def test_other_words_give_another_window_until_the_officer_chooses_one(
    qtbot: QtBot, pane: RecordPane, store: Store
) -> None:
    record = build.commitment(store)
    build.deadline(store, record, wording="eind juni 2026", said_on=build.TODAY, end=date(2026, 6, 30))
    pane.show_record(record.id)
    pane.tabs.setCurrentIndex(_DEADLINES)

    def change(dialog: FormDialog) -> None:
        editors = dialog.form.editors
        QTest.keyClicks(editors["wording"].input, "in maart 2027")
        assert (editors["start"].value(), editors["end"].value()) == (date(2027, 3, 1), date(2027, 3, 31))
        assert editors["wording"].remark
        type_in(qtbot, editors["end"], "15-3-2027")
        assert editors["overruled"].value()
        type_in(qtbot, editors["wording"], "in het voorjaar van 2027")
        assert editors["end"].value() == date(2027, 3, 15)
        click(qtbot, dialog.accept_button)

    answering(change, lambda: press(qtbot, pane.deadlines_tab, "Wijzigen…"))
    made = store.parts(record.id).deadlines[0]
    assert (made["wording"], made["end"], made["overruled"]) == ("in het voorjaar van 2027", date(2027, 3, 15), True)


def test_words_that_count_from_today_are_changed_into_their_day(qtbot: QtBot, pane: RecordPane, store: Store) -> None:
    record = build.commitment(store)
    build.deadline(store, record, wording="eind juni 2026", said_on=build.TODAY, end=date(2026, 6, 30))
    pane.show_record(record.id)
    pane.tabs.setCurrentIndex(_DEADLINES)

    def change(dialog: FormDialog) -> None:
        QTest.keyClicks(dialog.form.editors["wording"].input, "+3m")
        QTest.keyClick(dialog.form.editors["wording"].input, Qt.Key.Key_Return)

    answering(change, lambda: press(qtbot, pane.deadlines_tab, "Wijzigen…"))
    made = store.parts(record.id).deadlines[0]
    assert (made["wording"], made["end"]) == ("1 oktober 2026", date(2026, 10, 1))


def test_meeting_a_deadline_asks_the_day(qtbot: QtBot, pane: RecordPane, store: Store) -> None:
    record = build.commitment(store)
    build.deadline(store, record, wording="eind juni", end=date(2026, 6, 30))
    pane.show_record(record.id)
    pane.tabs.setCurrentIndex(_DEADLINES)
    answering(
        lambda dialog: QTest.keyClick(dialog, Qt.Key.Key_Return), lambda: press(qtbot, pane.deadlines_tab, "Gehaald…")
    )
    assert store.parts(record.id).deadlines[0]["met_on"] == build.TODAY
    assert "Gehaald op 01-07-2026" in words_in(pane.deadlines_tab)
    assert "Gehaald…" not in _buttons(pane.deadlines_tab)


def test_postponing_keeps_the_chain_with_reason_and_letter(qtbot: QtBot, pane: RecordPane, store: Store) -> None:
    letter = build.letter(store, title="Brief december")
    record = build.commitment(store)
    build.deadline(store, record, wording="voor de zomer", end=date(2026, 7, 2))
    pane.show_record(record.id)
    pane.tabs.setCurrentIndex(_DEADLINES)
    press(qtbot, pane.deadlines_tab, "Uitstellen…")
    panel = _panel(pane)
    type_in(qtbot, panel.editors["wording"], "eind 2026")
    click(qtbot, panel.accept_button)
    assert "Vul dit veld in" in panel.editors["reason"].fault
    panel.start()
    QTest.keyClick(focused(), Qt.Key.Key_Tab)
    while panel.reading.isAncestorOf(focused()):  # past the other readings of the words
        QTest.keyClick(focused(), Qt.Key.Key_Tab)
    assert panel.editors["reason"].input.hasFocus()
    QTest.keyClicks(focused(), "Meer tijd nodig")
    panel.editors["letter"].set_value(letter.id)
    click(qtbot, panel.accept_button)
    parts = store.parts(record.id)
    assert (parts.deadlines[0]["wording"], parts.deadlines[0]["end"]) == ("eind 2026", date(2026, 12, 31))
    chain = parts.postponements[0]
    assert (chain["reason"], chain["letter"], chain["on"]) == ("Meer tijd nodig", letter.id, build.TODAY)
    shown = words_in(pane.deadlines_tab)
    assert "voor de zomer" in shown
    assert "eerst toegezegd" in shown
    assert "1 keer uitgesteld, samen 182 dagen" in shown
    assert "1 keer uitgesteld" in pane.header.words


def test_the_kamer_is_told_later(qtbot: QtBot, pane: RecordPane, store: Store) -> None:
    letter = build.letter(store, title="Brief december", state="verzonden")
    record = build.commitment(store)
    deadline = build.deadline(store, record, wording="begin juni")
    given = {"wording": "eind juni", "end": date(2026, 6, 30)}
    store.apply(handling.postpone(store, record, deadline, given, on=build.TODAY, reason="tijd"))
    pane.show_record(record.id)
    pane.tabs.setCurrentIndex(_DEADLINES)

    def fill(dialog: FormDialog) -> None:
        dialog.form.editors["letter"].set_value(letter.id)
        click(qtbot, dialog.accept_button)

    answering(fill, lambda: press(qtbot, pane.deadlines_tab, "Gemeld met…"))
    assert store.parts(record.id).postponements[0]["letter"] == letter.id
    assert "gemeld met B-1 Brief december" in words_in(pane.deadlines_tab)


def test_a_letter_that_is_not_sent_has_told_nothing_yet(pane: RecordPane, session: Session, store: Store) -> None:
    letter = build.letter(store, title="Brief december", state="uitvraag loopt")
    record = build.commitment(store)
    deadline = build.deadline(store, record, wording="begin juni")
    given = {"wording": "eind juni"}
    store.apply(
        handling.postpone(store, record, deadline, given, on=build.TODAY, reason="tijd", letter=letter.id)
    )  # fmt: skip
    pane.show_record(record.id)
    pane.tabs.setCurrentIndex(_DEADLINES)
    assert "wordt gemeld met B-1 Brief december (nog niet verzonden)" in words_in(pane.deadlines_tab)
    session.submit(beside.save_beside(store, "letter", letter.id, {**letter.values, "state": "verzonden"})[0])
    assert "wordt gemeld" not in words_in(pane.deadlines_tab)
    assert "gemeld met B-1 Brief december" in words_in(pane.deadlines_tab)


def test_a_letter_made_while_postponing_was_sent_on_a_day(qtbot: QtBot, pane: RecordPane, store: Store) -> None:
    record = build.commitment(store)
    build.deadline(store, record, wording="voor de zomer", end=date(2026, 7, 2))
    pane.show_record(record.id)
    pane.tabs.setCurrentIndex(_DEADLINES)
    press(qtbot, pane.deadlines_tab, "Uitstellen…")
    editor = _panel(pane).editors["letter"]
    assert isinstance(editor, ReferenceEditor)

    def fill(dialog: FormDialog) -> None:
        assert dialog.form.editors["state"].value() == "verzonden"
        type_in(qtbot, dialog.form.editors["title"], "Uitstelbrief")
        click(qtbot, dialog.accept_button)
        assert "waarop de brief is verzonden" in dialog.fault.text() + dialog.form.editors["day"].fault
        type_in(qtbot, dialog.form.editors["day"], "30-6-2026")
        click(qtbot, dialog.accept_button)

    answering(fill, lambda: click(qtbot, editor.new_button))
    assert store.rows("letter")[0]["state"] == "verzonden"
    assert editor.combo.currentText() == "B-1 Uitstelbrief (30-06-2026)"
    pane.activateWindow()  # as a window manager does when a dialog goes
    qtbot.waitUntil(editor.combo.hasFocus)


def test_what_was_begun_stays_while_something_else_changes(qtbot: QtBot, pane: RecordPane, session: Session) -> None:
    record = build.commitment(session.store)
    pane.show_record(record.id)
    pane.tabs.setCurrentIndex(_DEADLINES)
    pane.deadlines_tab.add_deadline()
    type_in(qtbot, _panel(pane).editors["wording"], "in 2027")
    session.submit(editing.add_part(session.store, record, "deadline", {"wording": "van elders"}))
    assert "van elders" in words_in(pane.deadlines_tab)
    assert _panel(pane).editors["wording"].value() == "in 2027"
    assert _panel(pane).editors["wording"].input.hasFocus()
    QTest.keyClick(_panel(pane).editors["wording"].input, Qt.Key.Key_Escape)
    assert pane.deadlines_tab.panel is None


def test_a_motion_that_was_held_over_warns(pane: RecordPane, store: Store) -> None:
    record = build.motion(store, outcomes=(Outcome("aangehouden", date(2026, 6, 1)),))
    pane.show_record(record.id)
    pane.tabs.setCurrentIndex(_DEADLINES)
    assert "Aangehouden: vervalt na" in words_in(pane.deadlines_tab)


def test_an_untold_postponement_says_so(pane: RecordPane, store: Store) -> None:
    record = build.commitment(store)
    deadline = build.deadline(store, record, wording="begin juni")
    given = {"wording": "later"}
    store.apply(handling.postpone(store, record, deadline, given, on=build.TODAY, reason="tijd"))
    pane.show_record(record.id)
    pane.tabs.setCurrentIndex(_DEADLINES)
    assert "nog niet gemeld aan de Kamer" in words_in(pane.deadlines_tab)


def test_a_deadline_is_deleted_with_its_postponements_and_undone(
    qtbot: QtBot, pane: RecordPane, session: Session, store: Store
) -> None:
    record = build.commitment(store)
    deadline = build.deadline(store, record, wording="begin juni")
    store.apply(handling.postpone(store, record, deadline, {"wording": "later"}, on=build.TODAY, reason="tijd"))
    pane.show_record(record.id)
    pane.tabs.setCurrentIndex(_DEADLINES)
    press(qtbot, pane.deadlines_tab, "Verwijderen")
    assert store.parts(record.id).deadlines == ()
    session.editor.undo()
    assert "later" in words_in(pane.deadlines_tab)


def test_notes_are_shown_newest_first_and_added(qtbot: QtBot, pane: RecordPane, store: Store) -> None:
    record = build.action(store)
    build.note(store, record, text="Oudste", on=date(2025, 12, 15))
    build.note(store, record, text="Nieuwste", on=date(2026, 6, 25), internal=True)
    pane.show_record(record.id)
    pane.tabs.setCurrentIndex(_NOTES)
    shown = words_in(pane.notes_tab)
    assert shown.index("Nieuwste") < shown.index("Oudste")
    assert "Alleen intern" in shown

    def fill(dialog: FormDialog) -> None:
        type_in(qtbot, dialog.form.editors["text"], "Het is af.")
        click(qtbot, dialog.accept_button)

    answering(fill, lambda: press(qtbot, pane.notes_tab, "Stand van zaken toevoegen…"))
    newest = store.parts(record.id).notes[-1]
    assert (newest["text"], newest["on"]) == ("Het is af.", build.TODAY)


def test_relations_are_read_from_this_side_and_opened(qtbot: QtBot, pane: RecordPane, store: Store) -> None:
    whole, part = build.action(store, title="Geheel"), build.action(store, title="Deel")
    build.relation(store, part, "onderdeel van", whole)
    pane.show_record(whole.id)
    pane.tabs.setCurrentIndex(_RELATIONS)
    cells = cell_words(pane.relations_tab.table, 0)
    assert cells == [relation_words("onderdeel van", reversed_side=True), part.reference, "Deel"]
    with qtbot.waitSignal(pane.open_record) as opened:
        press(qtbot, pane.relations_tab, "Openen")
    assert opened.args == [part.id]


def test_a_relation_is_added_by_search_and_taken_away(qtbot: QtBot, pane: RecordPane, store: Store) -> None:
    record, other = build.action(store, title="Deze"), build.motion(store, title="Landelijke aansturing")
    pane.show_record(record.id)
    pane.tabs.setCurrentIndex(_RELATIONS)

    def fill(dialog: RelateDialog) -> None:
        dialog.how.setCurrentText("geeft uitvoering aan")
        QTest.keyClicks(dialog.picker.line, "aansturing")
        dialog.submit()

    answering(fill, lambda: press(qtbot, pane.relations_tab, "Toevoegen…"))
    relation = store.parts(record.id).relations[0]
    assert (relation["how"], relation["to_id"]) == ("geeft uitvoering aan", other.id)
    press(qtbot, pane.relations_tab, "Weghalen")
    assert store.parts(record.id).relations == ()


def test_a_reversed_relation_starts_at_the_other_record(qtbot: QtBot, pane: RecordPane, store: Store) -> None:
    record, other = build.action(store, title="Geheel"), build.action(store, title="Deel")
    pane.show_record(record.id)

    def fill(dialog: RelateDialog) -> None:
        dialog.how.setCurrentText("omvat")
        QTest.keyClicks(dialog.picker.line, other.reference)
        dialog.submit()

    answering(fill, lambda: RelateDialog(pane.session, record, pane).exec())
    relation = store.parts(record.id).relations[0]
    assert (relation["record_id"], relation["how"], relation["to_id"]) == (other.id, "onderdeel van", record.id)


def test_history_tells_who_changed_what_newest_first(pane: RecordPane, store: Store) -> None:
    record = build.action(store, title="Eerst <b>")
    store.apply(editing.change_record(store, record, {"title": "Daarna"}))
    pane.show_record(record.id)
    pane.tabs.setCurrentIndex(_HISTORY)
    browser = pane.history_tab.findChild(QTextBrowser)
    assert isinstance(browser, QTextBrowser)
    words = browser.toPlainText()
    assert build.ACTOR in words
    assert "Eerst <b> → Daarna" in words
    assert words.index("A-1 wijzigen") < words.index("Actie A-1 toevoegen")


def test_settling_asks_day_and_letter(qtbot: QtBot, pane: RecordPane, store: Store) -> None:
    letter = build.letter(store, title="Brief zomer")
    record = build.commitment(store)
    pane.show_record(record.id)

    def fill(dialog: FormDialog) -> None:
        dialog.form.editors["settled_letter"].set_value("Onbekende brief")
        click(qtbot, dialog.accept_button)
        assert "niet bekend" in dialog.form.editors["settled_letter"].fault
        dialog.form.editors["settled_letter"].set_value(letter.id)
        click(qtbot, dialog.accept_button)

    answering(fill, pane.settle_action.trigger)
    settled = store.find(record.reference)
    assert (settled["status"], settled["settled_on"], settled["settled_letter"]) == (
        "voorgesteld als voldaan", build.TODAY, letter.id,
    )  # fmt: skip


def test_merging_is_one_step_that_takes_along_what_is_ticked(
    qtbot: QtBot, pane: RecordPane, session: Session, store: Store
) -> None:
    into, record = build.action(store, title="Doel"), build.action(store, title="Bron")
    build.deadline(store, record, wording="verhuist")
    build.deadline(store, record, wording="blijft")
    pane.show_record(record.id)

    def fill(dialog: MergeDialog) -> None:
        QTest.keyClicks(dialog.picker.line, "Doel")
        stays = next(
            dialog.moving.item(row) for row in range(dialog.moving.count())
            if "blijft" in dialog.moving.item(row).text()
        )  # fmt: skip
        stays.setCheckState(Qt.CheckState.Unchecked)
        click(qtbot, dialog.accept_button) if dialog.accept_button.isEnabled() else dialog.submit()

    answering(fill, pane.merge_action.trigger)
    assert store.find(record.reference)["status"] == "samengevoegd"
    assert [one["wording"] for one in store.parts(into.id).deadlines] == ["verhuist"]
    assert [one["wording"] for one in store.parts(record.id).deadlines] == ["blijft"]
    session.editor.undo()
    assert store.find(record.reference)["status"] == "nog niet gestart"
    assert store.parts(into.id).deadlines == ()


def test_merging_is_for_actions_only(pane: RecordPane, store: Store) -> None:
    pane.show_record(build.motion(store).id)
    assert not pane.merge_action.isEnabled()


def test_a_deadline_that_was_typed_is_written_on_going_to_another_record(
    qtbot: QtBot, pane: RecordPane, store: Store
) -> None:
    record, other = build.commitment(store), build.commitment(store)
    pane.show_record(record.id)
    pane.tabs.setCurrentIndex(_DEADLINES)
    pane.deadlines_tab.add_deadline()
    type_in(qtbot, _panel(pane).editors["wording"], "in 2027")
    pane.show_record(other.id)
    assert pane.record is not None
    assert pane.record.id == other.id
    assert [one["wording"] for one in store.parts(record.id).deadlines] == ["in 2027"]


def test_a_postponement_without_its_reason_keeps_its_record_on_show(
    qtbot: QtBot, pane: RecordPane, store: Store
) -> None:
    record, other = build.commitment(store), build.commitment(store)
    build.deadline(store, record, wording="voor de zomer", end=date(2026, 7, 2))
    pane.show_record(record.id)
    pane.tabs.setCurrentIndex(_DEADLINES)
    press(qtbot, pane.deadlines_tab, "Uitstellen…")
    panel = _panel(pane)
    type_in(qtbot, panel.editors["wording"], "eind 2026")
    pane.tabs.setCurrentIndex(0)
    pane.show_record(other.id)
    assert pane.record is not None
    assert pane.record.id == record.id
    assert pane.tabs.currentWidget() is pane.deadlines_tab
    assert "Vul dit veld in" in panel.editors["reason"].fault
    QTest.keyClick(panel.editors["wording"].input, Qt.Key.Key_Escape)
    pane.show_record(other.id)
    assert pane.record.id == other.id
    assert store.parts(record.id).postponements == ()
