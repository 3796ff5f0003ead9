"""The rehearsal of an import, through the dialog's own keys and clicks."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import openpyxl
import pytest
from PySide6.QtCore import QItemSelectionModel, Qt, QTimer
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QLabel, QMessageBox, QPlainTextEdit, QPushButton
from pytestqt.qtbot import QtBot

from tests import builders as build
from tests.ui.importing.rehearsals import UNKNOWN, commitment, opened, shown, take_over, taken, titles
from tracker.basics.language import Text
from tracker.records.filter import Filter
from tracker.records.proposal import (
    Account,
    Doubt,
    NotUnderstood,
    Passage,
    Place,
    Sureness,
)
from tracker.services.editing import change_record
from tracker.services.importing.files import take_file
from tracker.services.importing.judging import Verdict
from tracker.ui.importing.fields_model import BECOMES, FIELD
from tracker.ui.importing.lines_model import OUTCOME, PLACE, REFERENCE, SUBJECT
from tracker.ui.importing.link_dialog import LinkDialog
from tracker.ui.session import Session

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")  # the offscreen platform says so of each window


def test_what_is_ticked_is_taken_over_as_one_step_that_undo_takes_back(session: Session, qtbot: QtBot) -> None:
    build.commitment(session.store, title="Er al", number="TZ202605-001", lead="politie")
    dialog = opened(
        session, qtbot,
        taken(commitment("TZ202605-001", "Er al", values={"lead": "OM"}), commitment("TZ202605-002", "Nieuw", 3)),
    )  # fmt: skip
    assert dialog.accept_button.text() == "Overnemen: 1 nieuw en 1 gewijzigd"
    assert [words.split(".")[0] for words in shown(dialog, OUTCOME)] == ["Gewijzigd", "Nieuw"]
    assert titles(session) == ["Er al"]
    heard: list[object] = []
    session.changed.connect(heard.append)

    step = take_over(dialog, qtbot)

    assert titles(session) == ["Er al", "Nieuw"]
    assert step.label == "Importeren: lijst.xlsx, 1 nieuw, 1 gewijzigd"
    assert len(heard) == 1
    session.editor.undo()
    assert titles(session) == ["Er al"]


def test_a_line_without_its_tick_is_left_out(session: Session, qtbot: QtBot) -> None:
    dialog = opened(session, qtbot, taken(commitment("TZ202605-001", "Eén"), commitment("TZ202605-002", "Twee", 3)))
    dialog.rows.table.setCurrentIndex(dialog.rows.model.index(1, SUBJECT))

    QTest.keyClick(dialog.rows.table, Qt.Key.Key_Space)

    assert dialog.accept_button.text() == "Overnemen: 1 nieuw"
    assert not dialog.rows.all_ticked.isChecked()
    take_over(dialog, qtbot)
    assert titles(session) == ["Eén"]


def test_a_refused_line_says_why_and_is_mended_by_a_correction(session: Session, qtbot: QtBot) -> None:
    dialog = opened(session, qtbot, taken(commitment("TZ202605-001", values={"made_on": "31-02-2026"})))
    assert dialog.plan.counts[Verdict.REJECTED] == 1
    assert "geen bestaande dag" in shown(dialog, OUTCOME)[0]
    assert not dialog.accept_button.isEnabled()
    model = dialog.rows.details.model
    row = next(row for row in range(model.rowCount()) if model.index(row, FIELD).data() == "Gedaan op")

    model.setData(model.index(row, BECOMES), "28-02-2026")

    assert dialog.plan.counts[Verdict.REJECTED] == 0
    take_over(dialog, qtbot)
    (made,) = session.store.records(session.store.order(Filter(), build.TODAY))
    assert made["made_on"] == date(2026, 2, 28)


def test_a_question_is_answered_once_for_all_rows_with_the_word(session: Session, qtbot: QtBot) -> None:
    doubt = Doubt("status", "hangende", UNKNOWN, (("voldaan", Text.same("voldaan")),), "commitment.status:hangende")
    some = [commitment(f"TZ202605-00{number}", f"Nr {number}", number, doubts=(doubt,)) for number in range(1, 4)]
    dialog = opened(session, qtbot, taken(*some))
    assert dialog.plan.counts[Verdict.UNDECIDED] == 3
    assert dialog.tabs.tabText(1) == "Vragen (1)"
    (combo,) = dialog.questions.combos
    combo.setCurrentIndex(1)
    combo.activated.emit(1)

    assert dialog.tabs.tabText(1) == "Vragen"
    (combo,) = dialog.questions.combos
    assert combo.currentText() == "voldaan"
    QTest.keyClick(combo, Qt.Key.Key_Up)  # (kies): the answer is taken back
    assert dialog.tabs.tabText(1) == "Vragen (1)"
    assert dialog.plan.counts[Verdict.UNDECIDED] == 3
    QTest.keyClick(dialog.questions.combos[0], Qt.Key.Key_Down)
    take_over(dialog, qtbot)
    records = session.store.records(session.store.order(Filter(), build.TODAY))
    assert [one["status"] for one in records] == ["voldaan"] * 3


def test_the_officer_says_which_record_is_meant(session: Session, qtbot: QtBot) -> None:
    known = build.commitment(session.store, title="Brief over de opvang van slachtoffers", theme="opvang")
    new = commitment("TZ202605-009", "Brief over de opvang van slachtoffer", sureness=Sureness.LIKELY)
    dialog = opened(session, qtbot, taken(new))
    target = dialog.rows.details.target
    place = target.findData(known.id)
    assert place >= 0
    target.setCurrentIndex(place)
    target.activated.emit(place)
    if dialog.rows.details.right_button.isVisible():
        QTest.mouseClick(dialog.rows.details.right_button, Qt.MouseButton.LeftButton)

    take_over(dialog, qtbot)
    assert session.store.find(known.reference)["number"] == "TZ202605-009"
    assert len(titles(session)) == 1


def test_what_was_not_understood_is_listed_with_its_place_and_why(session: Session, qtbot: QtBot) -> None:
    missed = NotUnderstood(Place("Blad1", "C9"), "#REF!", Text("Dit is een fout.", "This is an error."))
    dialog = opened(session, qtbot, taken(commitment("TZ1", "x"), account=Account(5, 3, 0, 1, [missed])))

    assert dialog.tabs.tabText(2) == "Verantwoording (1)"
    assert [dialog.account.model.index(0, column).data() for column in range(4)] == [
        "lijst.xlsx", "Blad1!C9", "#REF!", "Dit is een fout.",
    ]  # fmt: skip
    assert "5 cellen gelezen: 3 horen bij deze records" in dialog.account.counted.text()


def test_the_passage_of_the_chosen_proposal_stands_out_in_the_letter(session: Session, qtbot: QtBot) -> None:
    text = "Geachte voorzitter,\nIk zeg toe de Kamer te informeren.\nIk stuur een brief."
    second = Passage(text.index("Ik stuur"), len(text))
    dialog = opened(
        session, qtbot,
        taken(commitment("TZ1", "Informeren", passages=(Passage(20, 54),)),
              commitment("TZ2", "Brief", 3, passages=(second,)), text=text, name="brief.docx"),
    )  # fmt: skip
    letter: QPlainTextEdit = dialog.rows.letter
    assert letter.isVisible()

    dialog.rows.table.setCurrentIndex(dialog.rows.model.index(1, SUBJECT))

    strong = [one for one in letter.extraSelections() if one.format.fontUnderline()]
    assert [one.cursor.selectedText() for one in strong] == ["Ik stuur een brief."]
    dialog.rows.letter.chosen.emit(0)
    assert dialog.rows.table.currentIndex().row() == 0


def test_the_list_can_be_narrowed_to_what_is_to_be_decided(session: Session, qtbot: QtBot) -> None:
    dialog = opened(
        session, qtbot, taken(commitment("TZ1", "Zeker"), commitment("TZ2", "Onzeker", 3, sureness=Sureness.UNSURE))
    )
    dialog.rows.filter.setCurrentIndex(1)
    assert shown(dialog, SUBJECT) == ["Onzeker"]
    QTest.mouseClick(dialog.rows.accept_all_button, Qt.MouseButton.LeftButton)
    assert dialog.accept_button.text() == "Overnemen: 2 nieuw"
    assert not dialog.rows.accept_all_button.isVisible()


def test_another_column_is_read_at_once_and_remembered(session: Session, qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "lijst.csv"
    path.write_text("Toezegging;Kenmerk;Rubriek\nEen brief sturen;TZ202605-001;opvang\n", encoding="utf-8")
    dialog = opened(session, qtbot, take_file(path, today=build.TODAY))
    dialog.tabs.setCurrentWidget(dialog.columns)
    column = next(one for one in dialog.columns.targets if one.accessibleName().startswith("Rubriek"))
    place = column.findData("theme")
    column.setCurrentIndex(place)
    column.activated.emit(place)
    qtbot.waitUntil(lambda: dialog.is_rehearsed)
    assert dialog.plan.proposals[0].values["theme"] == "opvang"

    take_over(dialog, qtbot)

    again = take_file(path, today=build.TODAY, mapping=remembered())
    assert again.reading.proposals[0].values["theme"] == "opvang"


def remembered() -> Path:
    from tracker.services.importing.columns import remembered_path

    return remembered_path()


def test_the_report_is_saved_before_anything_is_taken_over(
    session: Session, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    dialog = opened(session, qtbot, taken(commitment("TZ1", "x")))
    target = tmp_path / "verslag.xlsx"
    monkeypatch.setattr("tracker.ui.importing.import_dialog.ask_for_file", lambda *_: target)

    QTest.mouseClick(dialog.report_button, Qt.MouseButton.LeftButton)

    assert target.stat().st_size > 0
    assert titles(session) == []
    assert read_cell(target) == "Proef van de import: aantallen"
    assert dialog.busy_words.isVisible()
    assert dialog.busy_words.text() == "Verslag bewaard: verslag.xlsx"

    take_over(dialog, qtbot)

    assert read_cell(target) == "Verslag van de import: aantallen"  # it tells what was done in the end


def read_cell(path: Path) -> str:
    sheet = openpyxl.load_workbook(path).worksheets[0]
    return str(next(cell.value for row in sheet.iter_rows() for cell in row if cell.value is not None))


def test_a_row_can_be_linked_to_any_record_of_its_kind(session: Session, qtbot: QtBot) -> None:
    build.commitment(session.store, title="Brief over de opvang")
    build.action(session.store, title="Brief over de opvang van dieren")
    dialog = opened(session, qtbot, taken(commitment("TZ202605-001", "Iets heel anders", values={"theme": "opvang"})))
    combo = dialog.rows.details.target

    def choose() -> None:
        asked = dialog.findChild(LinkDialog)
        assert isinstance(asked, LinkDialog)
        QTest.keyClicks(asked.picker.line, "opvang")
        qtbot.waitUntil(lambda: asked.picker.list.currentItem() is not None)
        assert asked.picker.list.count() == 1  # of this kind alone
        QTest.keyClick(asked.picker.line, Qt.Key.Key_Return)

    QTimer.singleShot(0, choose)
    place = combo.findText("een ander record…")
    combo.setCurrentIndex(place)
    combo.activated.emit(place)

    assert combo.currentText() == "T-1 Brief over de opvang"
    assert dialog.accept_button.text() == "Overnemen: 1 gewijzigd"
    assert shown(dialog, REFERENCE) == ["T-1"]
    dialog.resize(1320, 700)  # where there is room for it
    qtbot.waitUntil(lambda: not dialog.rows.table.isColumnHidden(REFERENCE))


def test_what_was_changed_meanwhile_is_rehearsed_again_before_it_is_written(session: Session, qtbot: QtBot) -> None:
    dialog = opened(
        session, qtbot, taken(commitment("TZ202605-001", "Brief"), commitment("TZ202605-002", "Gesprek", 3))
    )
    dialog.plan.correct(1, "title", "Gesprek met gemeenten")
    build.commitment(session.store, title="Brief", number="TZ202605-001")
    session.submit(change_record(session.store, session.store.find("T-1"), {"theme": "opvang"}))

    QTest.mouseClick(dialog.accept_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: dialog.is_rehearsed)

    assert "intussen gewijzigd" in dialog.fault.text()
    assert dialog.accept_button.text() == "Overnemen: 1 nieuw"
    take_over(dialog, qtbot)
    assert titles(session) == ["Brief", "Gesprek met gemeenten"]


def test_the_models_behave(session: Session, qtbot: QtBot) -> None:
    dialog = opened(session, qtbot, taken(commitment("TZ1", "x"), commitment("TZ1", "y", 3)))
    for model in (dialog.rows.model, dialog.rows.details.model, dialog.account.model):
        QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    dialog.rows.model.show_only((Verdict.NEW,))
    assert dialog.rows.model.index(0, PLACE).data() == "rij 2"
    dialog.rows.table.selectionModel().select(dialog.rows.model.index(0, 0), QItemSelectionModel.SelectionFlag.Select)


def test_enter_on_a_row_takes_nothing_over_but_goes_to_what_it_says(session: Session, qtbot: QtBot) -> None:
    dialog = opened(session, qtbot, taken(commitment("TZ202605-001")))
    dialog.rows.table.setFocus()

    QTest.keyClick(dialog.rows.table, Qt.Key.Key_Return)

    assert dialog.isVisible()
    assert dialog.written is None
    QTest.keyClick(dialog.rows.table, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: not dialog.isVisible())
    assert titles(session) == ["Een toezegging"]


def test_so_it_is_right_takes_the_record_that_it_is_most_like_and_goes_on(session: Session, qtbot: QtBot) -> None:
    known = build.commitment(session.store, title="Brief over de opvang van slachtoffers", theme="opvang")
    dialog = opened(
        session, qtbot,
        taken(commitment("", "Brief over de opvang van slachtoffer"),
              commitment("TZ2", "Onzeker", 3, sureness=Sureness.UNSURE)),
    )  # fmt: skip
    details = dialog.rows.details
    assert dialog.plan.counts[Verdict.UNDECIDED] == 2
    assert details.target.currentData() == known.id

    QTest.mouseClick(details.right_button, Qt.MouseButton.LeftButton)

    assert dialog.plan.target(0) == known.id
    assert dialog.rows.table.currentIndex().row() == 1


def test_one_answer_for_many_rows_is_worked_out_in_turns(session: Session, qtbot: QtBot) -> None:
    doubt = Doubt("status", "hangende", UNKNOWN, (("voldaan", Text.same("voldaan")),), "commitment.status:hangende")
    some = [commitment(f"TZ202605-{number:03}", f"Nr {number}", number, doubts=(doubt,)) for number in range(1, 251)]
    dialog = opened(session, qtbot, taken(*some))

    dialog.plan.answer(doubt.key, "voldaan")
    dialog.questions.answered.emit()

    assert not dialog.accept_button.isEnabled()
    qtbot.waitUntil(lambda: dialog.is_rehearsed)
    assert dialog.accept_button.text() == "Overnemen: 250 nieuw"


def test_the_account_says_what_is_undecided_and_leads_to_it(session: Session, qtbot: QtBot) -> None:
    doubt = Doubt("appreciation", "mwah", UNKNOWN)
    dialog = opened(
        session, qtbot,
        taken(commitment("TZ1", "Zeker", doubts=(doubt,)), commitment("TZ2", "Onzeker", 3, sureness=Sureness.UNSURE)),
    )  # fmt: skip
    told = dialog.account.records.text()
    assert told.startswith("2 records gelezen: 1 over te nemen, 1 te beslissen. Wat u niet beslist")
    assert [dialog.account.model.index(0, column).data() for column in (1, 2, 3)] == [
        "Blad1!rij 2", "mwah", UNKNOWN.nl,
    ]  # fmt: skip
    assert dialog.tabs.tabText(2) == "Verantwoording (1)"
    dialog.tabs.setCurrentWidget(dialog.account)

    QTest.mouseClick(dialog.account.ways[Verdict.UNDECIDED], Qt.MouseButton.LeftButton)

    assert dialog.tabs.currentWidget() is dialog.rows
    assert shown(dialog, SUBJECT) == ["Onzeker"]
    take_over(dialog, qtbot)
    assert "Onbeslist en niet overgenomen: 1 record." in dialog.said


def test_questions_say_that_rows_are_to_be_decided_one_by_one(session: Session, qtbot: QtBot) -> None:
    dialog = opened(session, qtbot, taken(commitment("TZ2", "Onzeker", sureness=Sureness.UNSURE)))
    dialog.tabs.setCurrentWidget(dialog.questions)
    assert "1 rij is nog te beslissen." in dialog.questions.findChildren(QLabel)[0].text()

    (way,) = dialog.questions.findChildren(QPushButton)
    QTest.mouseClick(way, Qt.MouseButton.LeftButton)

    assert dialog.tabs.currentWidget() is dialog.rows
    dialog.plan.accept(0)
    dialog.rows.changed.emit()
    assert dialog.questions.findChildren(QLabel)[-1].text() == "Er is niets te vragen."


def test_closing_asks_before_what_was_chosen_gets_lost(
    session: Session, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    dialog = opened(session, qtbot, taken(commitment("TZ1", "Eén"), commitment("TZ2", "Twee", 3)))
    asked: list[str] = []

    def answer(box: QMessageBox, words: str) -> int:
        asked.append(box.text())
        box.show()
        button = next(one for one in box.buttons() if one.text().endswith(words))
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        return 0

    QTest.keyClick(dialog.rows.table, Qt.Key.Key_Space)
    monkeypatch.setattr(QMessageBox, "exec", lambda box: answer(box, "erdergaan"))
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.isVisible()
    assert asked[0].startswith("Wat u in deze proef hebt gekozen")

    monkeypatch.setattr(QMessageBox, "exec", lambda box: answer(box, "eggooien"))
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    assert titles(session) == []


def test_closing_asks_nothing_where_nothing_was_chosen(session: Session, qtbot: QtBot) -> None:
    dialog = opened(session, qtbot, taken(commitment("TZ1", "Eén")))
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
