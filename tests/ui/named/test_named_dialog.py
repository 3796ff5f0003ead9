"""Letters, debates, organisations and persons in the window: made, changed and taken away with real keys and clicks."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMessageBox, QPushButton
from pytestqt.qtbot import QtBot

from tests import builders as build
from tests.ui.record.doing import answering, click, type_in
from tests.ui.test_main_window import area_of
from tracker.services import editing
from tracker.services.editor import Editor
from tracker.store.record_store import Store
from tracker.ui.main_window import MainWindow
from tracker.ui.named.named_dialog import NamedDialog
from tracker.ui.named.named_page import NamedPage
from tracker.ui.record.form_dialog import FormDialog
from tracker.ui.session import Session

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")  # the offscreen platform says so of each window


@pytest.fixture
def dialog(qtbot: QtBot, store: Store) -> NamedDialog:
    made = NamedDialog(Session(store, Editor(store), build.TODAY))
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(made)
    made.show()
    return made


def _column(dialog: NamedDialog, entity: str) -> list[str]:
    table = dialog.pages[entity].table
    cells = (table.item(row, 0) for row in range(table.rowCount()) if not table.isRowHidden(row))
    return [cell.text() for cell in cells if cell is not None]


def test_an_organisation_is_added_changed_and_deleted(qtbot: QtBot, dialog: NamedDialog, store: Store) -> None:
    dialog.show_list("organisation")
    page = dialog.pages["organisation"]

    def add(form: FormDialog) -> None:
        type_in(qtbot, form.form.editors["name"], "Comensha")
        click(qtbot, form.accept_button)

    def change(form: FormDialog) -> None:
        type_in(qtbot, form.form.editors["full_name"], "Centrum Mensenhandel")
        click(qtbot, form.accept_button)

    answering(add, lambda: click(qtbot, page.add_button))
    answering(change, lambda: QTest.keyClick(page.table, Qt.Key.Key_F2))
    assert store.rows("organisation")[0]["full_name"] == "Centrum Mensenhandel"
    page.table.setFocus()
    QTest.keyClick(page.table, Qt.Key.Key_Delete)
    assert _column(dialog, "organisation") == []
    dialog.pages["organisation"].session.editor.undo()
    assert _column(dialog, "organisation") == ["Comensha"]


def test_what_is_used_is_refused_with_a_sentence(qtbot: QtBot, dialog: NamedDialog, store: Store) -> None:
    build.action(store, lead="CCV")
    page = dialog.pages["organisation"]
    page.show_rows()
    click(qtbot, page.delete_button)
    assert page.fault.text() == "“CCV” wordt nog gebruikt bij A-1. Kies daar eerst iets anders."


def test_a_letter_shows_what_it_reports_on_and_opens_it(qtbot: QtBot, dialog: NamedDialog, store: Store) -> None:
    letter, record = build.letter(store), build.commitment(store, title="Brief over opvang")
    build.note(store, record, letter=letter.id)
    page = dialog.pages["letter"]
    page.show_rows()
    dialog.show_list("letter", letter.id)
    qtbot.waitUntil(lambda: page.used.count() == 2)
    assert [page.used.item(row).text() for row in range(2)] == [
        "Meldt de stand van zaken van", "T-1 Brief over opvang",
    ]  # fmt: skip
    page.used.setFocus()
    page.used.setCurrentRow(1)
    with qtbot.waitSignal(dialog.open_record) as opened:
        QTest.keyClick(page.used, Qt.Key.Key_Return)
    assert opened.args == [record.id]


def test_typing_narrows_the_list(dialog: NamedDialog, store: Store) -> None:
    for name in ("Politie", "Coördinatiecentrum", "OM"):
        build.organisation(store, name)
    page = dialog.pages["organisation"]
    page.show_rows()
    QTest.keyClicks(page.search, "coord")
    assert _column(dialog, "organisation") == ["Coördinatiecentrum"]
    assert page.count.text() == "1 van 3"


@pytest.mark.parametrize(
    ("accepts", "left"), [(False, ["Sanne de Vries", "Test Gebruiker"]), (True, ["Test Gebruiker"])]
)
def test_a_person_is_taken_out_after_a_question_with_numbers(
    qtbot: QtBot, dialog: NamedDialog, store: Store, accepts: bool, left: list[str]
) -> None:
    person = build.person(store, "Sanne de Vries")
    build.action(store, owner="Sanne de Vries")
    page = dialog.pages["person"]
    page.show_rows()
    page.choose(person)

    def answer() -> None:
        box = QApplication.activeModalWidget()
        assert isinstance(box, QMessageBox)
        assert "Bij 1 records" in box.text()
        words = "Voorgoed uit het register halen" if accepts else "Annuleren"
        next(one for one in box.findChildren(QPushButton) if one.text() == words).click()

    QTimer.singleShot(0, answer)
    click(qtbot, page.delete_button)
    assert _column(dialog, "person") == left


def test_the_lists_keep_up_with_what_is_made_elsewhere(qtbot: QtBot, dialog: NamedDialog, store: Store) -> None:
    step, _ = editing.make_beside(store, "debate", {"subject": "Mensenhandel"})
    dialog.pages["debate"].session.submit(step)
    assert _column(dialog, "debate") == ["Mensenhandel"]


@pytest.mark.parametrize("width", [1280, 1600])
def test_a_list_fits_its_window(qtbot: QtBot, store: Store, width: int) -> None:
    page = NamedPage(Session(store, Editor(store), build.TODAY), "letter")
    qtbot.addWidget(page)
    page.resize(width, 500)
    page.show()
    assert page.table.horizontalScrollBar().maximum() == 0
    assert page.table.columnWidth(1) > page.table.columnWidth(0)


def test_the_window_is_there_once_and_stands_where_it_was_left(opened: MainWindow) -> None:
    area = area_of(opened)
    area.show_named("debate")
    area.show_named("person")
    (dialog,) = (one for one in opened.findChildren(NamedDialog) if one.isVisible())
    assert dialog.tabs.currentWidget() is dialog.pages["person"]
    dialog.setGeometry(40, 60, 700, 500)
    dialog.close()
    area.show_named("organisation")
    (again,) = (one for one in opened.findChildren(NamedDialog) if one.isVisible())
    assert (again.width(), again.height()) == (700, 500)
    again.close()
