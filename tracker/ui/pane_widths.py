"""How list and record panes share the width of the window."""

from __future__ import annotations

PANE_LEAST_PX, PANE_MOST_PX = 360, 540
LIST_LEAST_PX = 380


def shared_width(whole_px: int, record_px: int, *, has_beside: bool) -> tuple[int, int]:
    """Give the width of the list and of each record pane. A list of 0 has no room and is hidden."""
    if not has_beside:
        return max(1, whole_px - record_px), record_px
    if whole_px < LIST_LEAST_PX + 2 * PANE_LEAST_PX:
        return 0, whole_px // 2
    pane_px = min(PANE_MOST_PX, max(PANE_LEAST_PX, whole_px * 3 // 10))
    return whole_px - 2 * pane_px, pane_px
