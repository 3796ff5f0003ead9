"""How the width is shared: the list gives way before a record is cut."""

from __future__ import annotations

import pytest

from tracker.ui.pane_widths import LIST_LEAST_PX, PANE_LEAST_PX, PANE_MOST_PX, shared_width


@pytest.mark.parametrize("whole_px", [700, 1037, 1100, 1310, 1860, 2500])
def test_two_records_and_the_list_fill_the_width(whole_px: int) -> None:
    list_px, pane_px = shared_width(whole_px, 432, has_beside=True)
    assert list_px + 2 * pane_px in {whole_px, whole_px - 1}
    assert list_px == 0 or (list_px >= LIST_LEAST_PX and PANE_LEAST_PX <= pane_px <= PANE_MOST_PX)


def test_one_record_has_the_width_it_was_given() -> None:
    assert shared_width(1150, 432, has_beside=False) == (718, 432)
