"""A pane that is shown."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from tracker.ui.record.record_pane import RecordPane
from tracker.ui.session import Session


@pytest.fixture
def pane(session: Session, qtbot: QtBot) -> RecordPane:
    made = RecordPane(session)
    qtbot.addWidget(made)
    made.resize(432, 700)
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    return made
