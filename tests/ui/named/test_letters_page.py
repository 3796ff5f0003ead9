"""The letters in the place of the list, with the record beside them: by clicks and keys in the window itself."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests import builders as build
from tests.ui.record.doing import answering
from tests.ui.test_main_window import area_of, click_side, references
from tracker.records.list_field import IN_LETTER
from tracker.store.record_store import Store
from tracker.ui.jobs import export
from tracker.ui.jobs.export import Export
from tracker.ui.main_window import MainWindow
from tracker.ui.named.letters_page import LettersPage
from tracker.ui.record.editors.reference import ReferenceEditor
from tracker.ui.record.form_dialog import FormDialog

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")  # the offscreen platform says so of each window
KEY, LEFT = Qt.Key, Qt.MouseButton.LeftButton


@pytest.fixture
def page(opened: MainWindow, filled: Store, qtbot: QtBot) -> LettersPage:
    """The letters of a register with two of them: the newer reports on T-1 and settles M-2."""
    summer = build.letter(filled, title="Zomerbrief", state="concept", day=date(2026, 7, 10))
    build.letter(filled, title="Winterbrief", state="verzonden", day=date(2025, 12, 15))
    build.note(filled, filled.find("T-1"), letter=summer.id, text="Het loopt.")
    build.commitment(filled, title="In de brief gedaan", made_in_letter=summer.id)
    click_side(opened, "Brieven")
    page = area_of(opened).letters_page
    assert page is not None
    qtbot.waitUntil(lambda: page.used.count() == 4 and "(" in page.show_button.text())
    return page


def _reference(window: MainWindow) -> str | None:
    pane = area_of(window).record_pane
    assert pane is not None
    return None if pane.record is None else pane.record.reference


def test_the_line_at_the_foot_counts_what_is_on_show(opened: MainWindow, page: LettersPage) -> None:
    foot = opened.status.left
    assert foot.text() == "2 brieven getoond · 1 gekozen"
    page.search.setFocus()
    QTest.keyClicks(page.search, "winter")
    assert foot.text() == "1 brief getoond · 1 gekozen"
    opened.actions_["overview"].trigger()
    assert foot.text() == ""
    click_side(opened, "Moties")
    assert foot.text() == "2 records getoond · 1 gekozen"


def test_they_stand_in_the_place_of_the_list_and_the_record_stays(opened: MainWindow, page: LettersPage) -> None:
    area = area_of(opened)
    assert page.isVisible()
    assert not area.list_pane.isVisible()
    assert area.record_pane is not None
    assert area.record_pane.isVisible()
    assert area.sidebar.currentIndex().data() == "Brieven"
    assert page.letter_title.text() == "B-1 Zomerbrief"
    assert page.facts.text() == "concept · 10-07-2026"
    click_side(opened, "Moties")
    assert not page.isVisible()
    assert references(opened) == ["M-1", "M-2"]
    click_side(opened, "Brieven")
    assert page.letter_title.text() == "B-1 Zomerbrief"


def test_walking_through_what_a_letter_is_about_shows_each_record_beside(opened: MainWindow, page: LettersPage) -> None:
    page.used.setFocus()
    page.used.setCurrentRow(0)
    QTest.keyClick(page.used, KEY.Key_Down)
    first = _reference(opened)
    QTest.keyClick(page.used, KEY.Key_Down)
    QTest.keyClick(page.used, KEY.Key_Down)
    assert {first, _reference(opened)} == {"T-1", "T-3"}
    assert page.isVisible()
    assert page.used.hasFocus()
    QTest.keyClick(page.used, KEY.Key_Return)
    pane = area_of(opened).record_pane
    assert pane is not None
    assert page.isVisible()
    assert pane.isAncestorOf(opened.focusWidget())


def test_its_records_open_in_the_list_as_a_filter_that_can_be_taken_away(opened: MainWindow, page: LettersPage) -> None:
    assert page.show_button.text() == "&In de lijst tonen (2)"
    QTest.mouseClick(page.show_button, LEFT)
    area = area_of(opened)
    assert sorted(references(opened)) == ["T-1", "T-3"]
    (chip,) = area.list_pane.chips.chips
    assert chip.text() == "Brief: B-1 Zomerbrief (10-07-2026)"
    assert area.list_pane.isVisible()
    QTest.keyClick(chip, KEY.Key_Delete)
    assert "M-1" in references(opened)
    assert area.list_pane.chips.chips == []


def test_what_is_open_and_not_in_it_opens_as_a_list_of_as_many(opened: MainWindow, page: LettersPage) -> None:
    assert page.without_button.text() == "N&og niet in deze brief (2)"
    QTest.mouseClick(page.without_button, LEFT)
    assert sorted(references(opened)) == ["M-1", "T-2"]
    controller = area_of(opened).controller
    assert controller is not None
    assert [one.field for one in controller.filter.conditions] == [IN_LETTER, "phase"]


def test_a_text_that_is_written_beside_a_letter_is_meant_for_it(opened: MainWindow, page: LettersPage) -> None:
    area = area_of(opened)
    area.open_from_letters(opened.session.store.find("T-2").id)  # type: ignore[union-attr]
    pane = area.record_pane
    assert pane is not None
    assert page.letter is not None
    pane.tabs.setCurrentWidget(pane.notes_tab)
    seen: list[int | None] = []

    def look(dialog: FormDialog) -> None:
        editor = dialog.form.editors["letter"]
        assert isinstance(editor, ReferenceEditor)
        seen.append(editor.value())
        dialog.reject()

    answering(look, pane.notes_tab.add_note)
    QTest.mouseClick(page.without_button, LEFT)  # its list too is about the letter
    answering(look, pane.notes_tab.add_note)
    click_side(opened, "Moties")
    answering(look, pane.notes_tab.add_note)
    assert seen == [page.letter.id, page.letter.id, None]


def test_an_annex_is_made_for_the_chosen_letter(
    opened: MainWindow, page: LettersPage, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    target = tmp_path / "bijlage.xlsx"
    named: list[str] = []

    def ask(_window: object, _session: object, name: str) -> Path:
        named.append(name)
        return target

    monkeypatch.setattr(export, "ask_for_target", ask)
    page._annexes.aboutToShow.emit()
    entry = next(one for one in page._annexes.actions() if one.text() == "Moties en toezeggingen…")
    entry.trigger()
    assert named == ["2026-07-01 Moties en toezeggingen bij B-1.xlsx"]
    shown = opened.findChild(Export)
    assert isinstance(shown, Export)
    qtbot.waitUntil(lambda: not shown.open_button.isHidden(), timeout=60_000)
    sheets = load_workbook(target).worksheets
    told = [str(cell.value) for sheet in sheets for row in sheet.iter_rows() for cell in row if cell.value]
    assert any("B-1 Zomerbrief (10-07-2026)" in one for one in told)
    assert any("Het loopt." in one for one in told)


def test_ctrl_n_begins_a_letter_where_letters_are_on_show(opened: MainWindow, page: LettersPage, filled: Store) -> None:
    def fill(dialog: FormDialog) -> None:
        QTest.keyClicks(dialog.form.editors["title"].input, "Najaarsbrief")
        QTest.keyClick(dialog, KEY.Key_Return)

    answering(fill, lambda: QTest.keyClick(opened, KEY.Key_N, Qt.KeyboardModifier.ControlModifier))
    assert page.letter_title.text() == "B-3 Najaarsbrief"
    assert len(filled.rows("letter")) == 3


def test_a_change_elsewhere_is_followed(page: LettersPage, filled: Store, qtbot: QtBot) -> None:
    build.note(filled, filled.find("T-2"), letter=page.current_id)
    page.session.editor.undo()
    page.session.editor.redo()
    qtbot.waitUntil(lambda: page.show_button.text() == "&In de lijst tonen (3)")


def test_a_record_goes_to_its_letter_beside_it(opened: MainWindow, page: LettersPage, filled: Store) -> None:
    click_side(opened, "Moties")
    winter = next(row for row in filled.rows("letter") if row["title"] == "Winterbrief")
    area_of(opened).show_pointed_at("letter", winter.id)
    assert page.isVisible()
    assert page.letter_title.text() == "B-2 Winterbrief"


def test_delete_takes_no_record_away_that_is_not_in_sight(opened: MainWindow, page: LettersPage, filled: Store) -> None:
    area_of(opened).delete_chosen()
    assert not page.isVisible()
    assert filled.counts(build.TODAY)[""] == 5


def test_f6_walks_from_the_letters_to_the_record(opened: MainWindow, page: LettersPage) -> None:
    area = area_of(opened)
    area.sidebar.setFocus()
    for stop in (page.search, page.table, page.used):
        area.go_to_next_pane()
        assert stop.hasFocus()
