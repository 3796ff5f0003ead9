"""Panels in columns: each stands in one of them, once."""

from __future__ import annotations

import pytest

from tracker.ui.overview.charts import Sentence
from tracker.ui.overview.content import Panel
from tracker.ui.overview.fitting import columns_of_panels

_CODES = ("held-over", "ages", "lines", "coming", "waits", "ministers", "changed")


@pytest.mark.parametrize("columns", [1, 2, 3])
def test_every_panel_but_the_warning_stands_in_one_column(columns: int) -> None:
    panels = [Panel(code, code, "", Sentence(code)) for code in _CODES]
    found = columns_of_panels(panels, columns)
    assert len(found) == columns
    assert sorted(panel.code for column in found for panel in column) == sorted(_CODES[1:])


def test_a_panel_that_is_not_there_leaves_no_gap() -> None:
    panels = [Panel(code, code, "", Sentence(code)) for code in _CODES if code != "coming"]
    assert [panel.code for panel in columns_of_panels(panels, 3)[0]] == ["ages"]
