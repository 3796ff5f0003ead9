"""The table with ticks: which columns give way where there is little room."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tracker.basics.language import Language, Text
from tracker.ui.doing.lines_table import TickedTable
from tracker.ui.parts.headed_table import HeadedTable, Index

PLACE, KIND, REFERENCE, SUBJECT, OUTCOME = range(5)
WIDTHS_PX = {PLACE: 110, KIND: 96, REFERENCE: 66, OUTCOME: 150}


class _Rows(HeadedTable):
    @property
    def row_total(self) -> int:
        return 3

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        return str(index.column()) if role == Qt.ItemDataRole.DisplayRole else None


@pytest.fixture
def table(qtbot: QtBot) -> TickedTable:
    model = _Rows([Text.same(one) for one in "PKRSO"], Language.DUTCH)
    made = TickedTable(model, lambda _: None, SUBJECT, WIDTHS_PX, give_way=(KIND, REFERENCE))
    model.setParent(made)
    qtbot.addWidget(made)
    made.show()
    return made


def shown(table: TickedTable) -> list[int]:
    return [column for column in range(5) if not table.isColumnHidden(column)]


def test_where_there_is_room_every_column_shows(table: TickedTable) -> None:
    table.resize(900, 200)

    assert shown(table) == [PLACE, KIND, REFERENCE, SUBJECT, OUTCOME]


def test_columns_that_say_least_give_way_so_that_the_subject_can_be_read(table: TickedTable) -> None:
    table.resize(330, 200)

    assert shown(table) == [PLACE, SUBJECT, OUTCOME]
    header = table.horizontalHeader()
    assert header.sectionPosition(SUBJECT) == header.sectionSize(PLACE)
    assert header.sectionSize(SUBJECT) >= 150

    table.resize(900, 200)
    assert shown(table) == [PLACE, KIND, REFERENCE, SUBJECT, OUTCOME]


def test_a_column_that_is_not_wanted_stays_away_whatever_the_room(table: TickedTable) -> None:
    table.setColumnHidden(KIND, True)
    table.resize(330, 200)
    table.resize(900, 200)

    assert shown(table) == [PLACE, REFERENCE, SUBJECT, OUTCOME]
