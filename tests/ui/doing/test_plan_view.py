"""The rehearsal on the screen: its lines, ticks, counts and filter."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from tests import builders as build
from tracker.basics.language import Text
from tracker.records.field import FieldSpec, fields_of
from tracker.records.registry import kind_of
from tracker.services.bulk import FieldAct
from tracker.services.operations import Operation
from tracker.services.pasting import Paste, PasteColumn
from tracker.services.rehearsal import Outcome
from tracker.ui.doing.plan_model import OUTCOME, PlanModel
from tracker.ui.doing.plan_view import PlanView
from tracker.ui.session import Session

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")  # the offscreen platform says so of each window

THEME: FieldSpec = next(spec for spec in fields_of(kind_of("motion").model) if spec.name == "theme")
TITLE = PasteColumn(Text("Onderwerp", "Subject"), "title")


def view_of(session: Session, qtbot: QtBot, count: int) -> PlanView:
    records = [build.motion(session.store, theme="zorg" if place == 0 else None) for place in range(count)]
    view = PlanView(session)
    qtbot.addWidget(view)
    view.resize(900, 400)
    view.show()
    act = FieldAct(THEME, Operation.SET, "zorg")
    view.show_rehearsal(act.rehearse(session.store, [one.id for one in records]))
    qtbot.waitUntil(lambda: view.is_ready)
    return view


def test_the_lines_tell_before_after_and_outcome_in_words(session: Session, qtbot: QtBot) -> None:
    view = view_of(session, qtbot, 2)
    rows = [[view.model.index(row, column).data() for column in range(1, 6)] for row in range(2)]
    assert rows == [
        ["Een motie", "Thema", "zorg", "zorg", "Gelijk"], ["Een motie", "Thema", "leeg", "zorg", "Wijzigt"],
    ]  # fmt: skip
    assert view.counts[Outcome.CHANGED].text() == "1 wijzigen"
    assert view.detail.text() == "M-1 · Thema: zorg"


def test_the_model_is_sound(session: Session, qtbot: QtBot, qtmodeltester: ModelTester) -> None:
    view = view_of(session, qtbot, 3)
    qtmodeltester.check(view.model)  # type: ignore[no-untyped-call]


def test_space_takes_the_tick_away_and_puts_it_back(session: Session, qtbot: QtBot) -> None:
    view = view_of(session, qtbot, 3)
    view.table.setCurrentIndex(view.model.index(1, OUTCOME))
    QTest.keyClick(view.table, Qt.Key.Key_Space)
    assert view.chosen == [2]
    assert not view.all_ticked.isChecked()
    QTest.keyClick(view.table, Qt.Key.Key_Space)
    assert view.chosen == [1, 2]
    assert view.all_ticked.isChecked()


def test_all_ticks_at_once(session: Session, qtbot: QtBot) -> None:
    view = view_of(session, qtbot, 3)
    QTest.keyClick(view.all_ticked, Qt.Key.Key_Space)
    assert view.chosen == []
    QTest.keyClick(view.all_ticked, Qt.Key.Key_Space)
    assert view.chosen == [1, 2]


def test_a_line_that_does_nothing_has_no_tick(session: Session, qtbot: QtBot) -> None:
    view = view_of(session, qtbot, 2)
    assert view.model.index(0, 0).data(Qt.ItemDataRole.CheckStateRole) is None
    view.model.toggle(0)
    assert view.chosen == [1]


def test_the_filter_shows_only_one_outcome_and_keeps_ticks(session: Session, qtbot: QtBot) -> None:
    view = view_of(session, qtbot, 3)
    view.model.toggle(2)
    view.filter.setCurrentIndex(2)
    assert [view.model.index(row, 0).data() for row in range(view.model.rowCount())] == ["M-1"]
    assert view.chosen == [1]


def test_lines_of_one_new_record_are_ticked_together(session: Session, qtbot: QtBot) -> None:
    columns = [TITLE, PasteColumn(THEME.label, "theme")]
    paste = Paste([], columns, [["Een", "zorg"], ["Twee", "zorg"]], kind_of("motion"))
    model = PlanModel(session)
    model.show_plan(paste.rehearse(session.store).finish())
    model.toggle(1)
    assert model.chosen() == [2, 3]
    index = model.index(0, 0)
    assert model.setData(index, Qt.CheckState.Checked.value, Qt.ItemDataRole.CheckStateRole)
    assert model.chosen() == [0, 1, 2, 3]


def test_many_records_come_in_turns(session: Session, qtbot: QtBot) -> None:
    view = view_of(session, qtbot, 120)
    assert view.model.rowCount() == 120
