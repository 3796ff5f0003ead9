"""The table that its tests work on."""

from __future__ import annotations

import pytest

from tests.ui.listing.doing import pane_of
from tests.ui.listing.grid_hands import COLUMNS
from tracker.ui.listing.view import RecordList
from tracker.ui.main_window import MainWindow


@pytest.fixture
def grid(opened: MainWindow) -> RecordList:
    """The list of all records with seven columns, four rows, and the focus."""
    pane = pane_of(opened)
    opened.resize(1700, 800)
    pane.offer_columns(pane.all_columns, COLUMNS)
    opened.activateWindow()
    pane.list.setFocus()
    return pane.list
