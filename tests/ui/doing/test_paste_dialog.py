"""Pasting over chosen records, making new ones, and filling down."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from tests import builders as build
from tracker.records.registry import kind_of
from tracker.records.snapshot import Record
from tracker.services.clipboard_cells import Rows, read_cells
from tracker.services.pasting import PasteColumn
from tracker.services.rehearsal import Outcome
from tracker.ui.doing.copying import copy_rows, paste_columns
from tracker.ui.doing.paste_dialog import FillDownDialog, PasteDialog
from tracker.ui.listing.columns import columns_of
from tracker.ui.session import Session

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")  # the offscreen platform says so of each window


def opened(
    session: Session, qtbot: QtBot, cells: Rows, records: list[Record], columns: list[PasteColumn] | None = None
) -> PasteDialog:
    ids = [one.id for one in records]
    dialog = PasteDialog(session, cells, ids, columns or [], kind_of("motion"))
    qtbot.addWidget(dialog)
    dialog.show()
    settle(dialog, qtbot)
    return dialog


def settle(dialog: PasteDialog, qtbot: QtBot) -> None:
    dialog.rehearse()
    qtbot.waitUntil(lambda: dialog.plan.rehearsal is None or dialog.plan.is_ready)


def listed(*keys: str) -> list[PasteColumn]:
    return paste_columns([column for key in keys for column in columns_of(kind_of("motion")) if column.key == key])


def accept(dialog: PasteDialog | FillDownDialog) -> None:
    QTest.mouseClick(dialog.accept_button, Qt.MouseButton.LeftButton)


def test_one_value_fills_what_is_chosen_and_is_told_as_one(session: Session, qtbot: QtBot) -> None:
    records = [build.motion(session.store) for _ in range(3)]
    dialog = opened(session, qtbot, [["opvang"]], records, listed("theme"))
    assert dialog.told.text().startswith("1 waarde op het klembord. 3 records om in te plakken")
    accept(dialog)
    assert [session.store.find(one.reference)["theme"] for one in records] == ["opvang"] * 3


def test_cells_go_to_the_columns_over_which_is_pasted(session: Session, qtbot: QtBot) -> None:
    records = [build.motion(session.store), build.motion(session.store)]
    dialog = opened(session, qtbot, [["Een", "afgedaan"], ["Twee", "x"]], records, listed("title", "status"))
    assert dialog.accept_button.text() == "2 gewijzigde records vastleggen"
    assert dialog.plan.counts[Outcome.REFUSED].text() == "1 geweigerd"
    accept(dialog)
    found = session.store.records([one.id for one in records])
    assert [(one["title"], one["status"]) for one in found] == [("Een", "afgedaan"), ("Twee", "nog niet gestart")]
    session.editor.undo()
    assert session.store.find("M-1")["title"] == "Een motie"


def test_a_column_that_only_shows_is_refused(session: Session, qtbot: QtBot) -> None:
    dialog = opened(session, qtbot, [["M-9"]], [build.motion(session.store)], listed("reference"))
    assert dialog.targets[0].currentText() == "Nr (alleen te lezen)"
    assert not dialog.accept_button.isEnabled()


def test_headings_tell_where_the_cells_go_and_rows_become_records(session: Session, qtbot: QtBot) -> None:
    cells = [["Onderwerp", "Thema", "Onzin"], ["Een", "zorg", "x"], ["Twee", "zorg", "y"]]
    dialog = opened(session, qtbot, cells, [])
    assert dialog.headings.isChecked()
    assert dialog.new.isChecked()
    assert not dialog.change.isEnabled()
    assert dialog.left_out.text().startswith("Gaat niet mee: C “Onzin”.")
    assert [combo.currentText() for combo in dialog.targets] == ["Onderwerp", "Thema", "(overslaan)"]
    assert dialog.accept_button.text() == "2 nieuwe records vastleggen"
    accept(dialog)
    assert [session.store.find(one)["title"] for one in ("M-1", "M-2")] == ["Een", "Twee"]


def test_whole_rows_over_chosen_records_make_new_ones_unless_asked_otherwise(session: Session, qtbot: QtBot) -> None:
    record = build.motion(session.store)
    cells = [["Onderwerp", "Termijn"], ["Een", "1 oktober 2026"]]
    dialog = opened(session, qtbot, cells, [record], listed("title", "status"))
    assert dialog.new.isChecked()
    assert [combo.currentText() for combo in dialog.targets] == ["Onderwerp", "Termijn"]
    assert dialog.plan.counts[Outcome.NEW].text() == "1 nieuw"
    assert dialog.accept_button.text() == "1 nieuw record vastleggen"
    QTest.mouseClick(dialog.change, Qt.MouseButton.LeftButton, pos=QPoint(8, dialog.change.height() // 2))
    settle(dialog, qtbot)
    assert dialog.accept_button.text() == "1 gewijzigd record vastleggen"
    accept(dialog)
    assert session.store.find("M-1")["title"] == "Een"
    assert session.store.parts(record.id).deadlines[0]["wording"] == "1 oktober 2026"


def test_two_columns_to_one_field_are_told_of(session: Session, qtbot: QtBot) -> None:
    cells = [["Onderwerp", "Trekker", "Rest"], ["Een", "COA", "Comensha"]]
    dialog = opened(session, qtbot, cells, [])
    dialog.targets[2].setCurrentText(dialog.targets[1].currentText())
    settle(dialog, qtbot)
    assert "Kolom C wordt overgeslagen" in dialog.left_out.text()
    accept(dialog)
    assert [one["name"] for one in session.store.rows("organisation")] == ["COA"]


def test_without_columns_or_headings_the_user_chooses(session: Session, qtbot: QtBot) -> None:
    record = build.motion(session.store)
    dialog = opened(session, qtbot, [["zorg"]], [record])
    assert dialog.plan.rehearsal is None
    dialog.targets[0].setCurrentText("Thema")
    settle(dialog, qtbot)
    assert dialog.accept_button.text() == "1 gewijzigd record vastleggen"
    accept(dialog)
    assert session.store.find("M-1")["theme"] == "zorg"


def test_rows_without_a_record_are_refused_until_new_ones_are_asked_for(session: Session, qtbot: QtBot) -> None:
    record = build.motion(session.store)
    dialog = opened(session, qtbot, [["Een"], ["Twee"]], [record], listed("title"))
    assert dialog.plan.counts[Outcome.REFUSED].text() == "1 geweigerd"
    dialog.makes_new.click()
    settle(dialog, qtbot)
    assert dialog.accept_button.text() == "1 nieuwe en 1 gewijzigde records vastleggen"
    accept(dialog)
    assert session.store.find("M-2")["title"] == "Twee"


def test_what_was_copied_from_the_list_pastes_back_without_change(session: Session, qtbot: QtBot) -> None:
    records = [build.motion(session.store, theme="zorg", owner="Sanne"), build.motion(session.store, title="=1+1")]
    columns = [column for column in columns_of(kind_of("motion")) if column.key in {"title", "owner", "theme"}]
    assert copy_rows(session, [one.id for one in records], columns) == 2
    mime = QGuiApplication.clipboard().mimeData()
    for cells in (read_cells(mime.text()), read_cells("", mime.html())):
        dialog = opened(session, qtbot, cells, records, paste_columns(columns))
        assert dialog.plan.counts[Outcome.UNCHANGED].text() == "2 gelijk"
        assert not dialog.accept_button.isEnabled()


def test_headings_are_copied_on_demand(session: Session) -> None:
    record = build.motion(session.store)
    build.deadline(session.store, record, end=build.TODAY)
    columns = [one for one in columns_of(None) if one.key in {"reference", "deadline_end", "state"}]
    copy_rows(session, [record.id], columns, with_headings=True)
    mime = QGuiApplication.clipboard().mimeData()
    assert read_cells(mime.text()) == [["Nr", "Uiterlijk", "Toestand"], ["M-1", "01-07-2026", "Vandaag"]]
    assert "<th " in mime.html()
    assert 'sdval="46204"' in mime.html()


def test_filling_down_one_record_speaks_of_one(session: Session, qtbot: QtBot) -> None:
    records = [build.motion(session.store), build.motion(session.store)]
    dialog = FillDownDialog(session, [one.id for one in records], ["title"])
    qtbot.addWidget(dialog)
    said = " ".join(one.text() for one in dialog.findChildren(QLabel))
    assert "het ene record eronder dat u in de lijst ziet" in said


def test_filling_down_a_field_of_choice(session: Session, qtbot: QtBot) -> None:
    records = [build.motion(session.store, owner="Sanne"), build.motion(session.store), build.commitment(session.store)]
    dialog = FillDownDialog(session, [one.id for one in records])
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitUntil(lambda: dialog.plan.is_ready)
    assert dialog.field.currentText() == "Dossierhouder"
    assert dialog.accept_button.text() == "2 gewijzigde records vastleggen"
    accept(dialog)
    assert len({one["owner"] for one in session.store.records([one.id for one in records])}) == 1
