"""A row that goes on in the next line: what is hidden takes no room, and lines can end at the right."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tracker.ui.record.flow import FlowRow


class Block(QWidget):
    """A widget that wants to be so large."""

    def sizeHint(self) -> QSize:
        return QSize(100, 20)


def row_of(qtbot: QtBot, width_px: int, *, at_right: bool = False) -> tuple[FlowRow, list[Block]]:
    made = FlowRow(10, at_right=at_right)
    qtbot.addWidget(made)
    blocks = [Block() for _ in range(3)]
    for one in blocks:
        made.add(one)
    made.resize(width_px, made.heightForWidth(width_px))
    made.show()
    return made, blocks


def places(blocks: list[Block]) -> list[tuple[int, int]]:
    return [(one.x(), one.y()) for one in blocks]


@pytest.mark.parametrize(
    ("at_right", "expected"),
    [(False, [(0, 0), (110, 0), (0, 30)]), (True, [(40, 0), (150, 0), (150, 30)])],
)
def test_what_does_not_fit_goes_to_the_next_line(qtbot: QtBot, at_right: bool, expected: list[tuple[int, int]]) -> None:
    row, blocks = row_of(qtbot, 250, at_right=at_right)

    assert places(blocks) == expected
    assert row.heightForWidth(250) == 50


def test_what_is_hidden_takes_no_room(qtbot: QtBot) -> None:
    row, blocks = row_of(qtbot, 250)

    blocks[1].hide()

    qtbot.waitUntil(lambda: places([blocks[0], blocks[2]]) == [(0, 0), (110, 0)])
    assert row.sizeHint() == QSize(210, 20)
