"""Records that seem to be one: proposed in pairs, put side by side, merged and taken back."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from tests import builders as build
from tracker.services.merging import Side, merge_records
from tracker.ui.duplicates.duplicates_dialog import DuplicatesDialog
from tracker.ui.duplicates.merge_records_dialog import MergeRecordsDialog
from tracker.ui.main_window import MainWindow
from tracker.ui.session import Session

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")  # the offscreen platform says so of each window


def opened_dialog(session: Session, qtbot: QtBot) -> DuplicatesDialog:
    dialog = DuplicatesDialog(session)
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitUntil(lambda: dialog.is_ready)
    return dialog


def test_one_motion_cited_in_two_forms_is_proposed_as_one(session: Session, qtbot: QtBot) -> None:
    first = build.motion(session.store, title="Eerste", citation="kst-28638-259")
    second = build.motion(session.store, title="Tweede", citation="Kamerstukken II 2025/26, 28 638, nr. 259")
    dialog = opened_dialog(session, qtbot)
    assert dialog.told.text() == "1 paar lijkt hetzelfde te zijn."
    assert [dialog.model.index(0, column).data() for column in (0, 2, 4)] == [
        first.reference, second.reference, "Dezelfde vindplaats",
    ]  # fmt: skip
    with qtbot.waitSignal(session.record_wanted) as wanted:
        QTest.mouseClick(dialog.open_other_button, Qt.MouseButton.LeftButton)
    assert wanted.args == [second.id]


def test_a_pair_that_is_none_goes_from_the_list(session: Session, qtbot: QtBot) -> None:
    for _ in range(2):
        build.motion(session.store, title="Onderzoek naar uitbuiting in de tuinbouw")
    dialog = opened_dialog(session, qtbot)
    assert dialog.model.rowCount() == 1

    QTest.mouseClick(dialog.not_one_button, Qt.MouseButton.LeftButton)

    assert dialog.model.rowCount() == 0
    assert dialog.told.text().startswith("Er zijn geen records")
    assert not dialog.accept_button.isEnabled()


def test_a_pair_that_is_none_is_not_told_again_and_can_be_taken_back(session: Session, qtbot: QtBot) -> None:
    for _ in range(2):
        build.motion(session.store, title="Onderzoek naar uitbuiting in de tuinbouw")
    first = opened_dialog(session, qtbot)
    QTest.mouseClick(first.not_one_button, Qt.MouseButton.LeftButton)
    first.reject()

    dialog = opened_dialog(session, qtbot)

    assert dialog.model.rowCount() == 0
    QTest.mouseClick(dialog.with_left, Qt.MouseButton.LeftButton)
    assert dialog.model.index(0, 4).data() == "Geen dubbele"
    QTest.mouseClick(dialog.not_one_button, Qt.MouseButton.LeftButton)
    assert dialog.told.text() == "1 paar lijkt hetzelfde te zijn."
    assert opened_dialog(session, qtbot).model.rowCount() == 1


def test_a_merged_pair_goes_from_the_list_and_comes_back_when_it_is_taken_back(session: Session, qtbot: QtBot) -> None:
    first, second = (build.motion(session.store, title="Onderzoek naar uitbuiting in de tuinbouw") for _ in range(2))
    dialog = opened_dialog(session, qtbot)

    session.submit(merge_records(session.store, first, second))
    assert dialog.model.rowCount() == 0

    session.editor.undo()
    assert dialog.model.rowCount() == 1


def test_what_hangs_on_both_is_shown_beside_each_other(session: Session, qtbot: QtBot) -> None:
    store = session.store
    first, second = (build.commitment(store, title="Brief over opvang") for _ in range(2))
    third = build.action(store)
    build.deadline(store, first, wording="eind 2026")
    build.deadline(store, second, wording="voor 1 juli 2027")
    for one in (first, second):
        build.note(store, one, text="Er is gesproken.")
    build.relation(store, third, "draagt bij aan", second)
    now, other = store.records([first.id, second.id])
    dialog = MergeRecordsDialog(session, now, other)
    qtbot.addWidget(dialog)
    dialog.show()

    shown = [one.text() for one in dialog.findChildren(QLabel)]

    assert {"Termijn", "Stand van zaken", "Samenhang", "eind 2026", "Er is gesproken."} <= set(shown)
    assert "voor 1 juli 2027 – komt erbij" in shown
    assert "Er is gesproken. – staat er al" in shown
    assert any(one.endswith(f"{third.reference} – komt erbij") for one in shown)


def test_two_are_merged_field_by_field_and_one_undo_takes_it_back(session: Session, qtbot: QtBot) -> None:
    store = session.store
    first = build.commitment(store, title="Brief", theme="opvang", number="TZ202605-001")
    second = build.commitment(store, title="Brief aan de Kamer", theme="zorg", minister="minister van VWS")
    build.note(store, second, text="Er is gesproken.")
    now, other = store.records([first.id, second.id])
    dialog = MergeRecordsDialog(session, now, other)
    qtbot.addWidget(dialog)
    dialog.show()
    assert dialog.accept_button.text().strip() == f"{second.reference} samenvoegen met {first.reference}"
    buttons = dialog.choices["theme"].buttons()
    next(one for one in buttons if one.property("side") == Side.SECOND.value).setChecked(True)

    QTest.mouseClick(dialog.accept_button, Qt.MouseButton.LeftButton)

    assert dialog.merged_into == first.id
    (kept,) = store.records([first.id])
    assert (kept["title"], kept["theme"], kept["minister"]) == ("Brief", "zorg", "minister van VWS")
    assert [one["text"] for one in store.parts(first.id).notes] == ["Er is gesproken."]
    assert store.records([second.id]) == []
    session.editor.undo()
    assert len(store.records([first.id, second.id])) == 2


def test_the_other_one_can_stay(session: Session, qtbot: QtBot) -> None:
    first, second = build.commitment(session.store, title="Eén"), build.commitment(session.store, title="Twee")
    dialog = MergeRecordsDialog(session, first, second)
    qtbot.addWidget(dialog)
    dialog.show()

    QTest.mouseClick(dialog.swap_button, Qt.MouseButton.LeftButton)

    assert dialog.accept_button.text().strip() == f"{first.reference} samenvoegen met {second.reference}"
    QTest.mouseClick(dialog.accept_button, Qt.MouseButton.LeftButton)
    assert dialog.merged_into == second.id


def test_the_menu_opens_the_list(opened: MainWindow, qtbot: QtBot) -> None:
    opened.actions_["duplicates"].trigger()
    dialog = opened.findChild(DuplicatesDialog)
    assert isinstance(dialog, DuplicatesDialog)
    qtbot.waitUntil(lambda: dialog.is_ready)
    dialog.reject()
