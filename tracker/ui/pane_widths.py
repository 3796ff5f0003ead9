"""How list and record panes share the width of the window."""

from __future__ import annotations

from PySide6.QtWidgets import QSplitter, QWidget

from tracker.ui.looks.fonts import grown
from tracker.ui.parts.screens import screen_room
from tracker.ui.parts.window_settings import WindowSettings
from tracker.ui.sidebar import Sidebar

_WIDE_FROM_PX, _WIDE_WITH_TWO_FROM_PX = 1280, 1800
_RECORD_PX, _WIDE_RECORD_PX = 432, 540
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


class SharedPanes:
    """Shares the width between sidebar, list and record panes, and remembers how the user shared it."""

    def __init__(
        self, splitter: QSplitter, lists: QWidget, record: QWidget, sidebar: Sidebar, settings: WindowSettings
    ) -> None:
        self._splitter, self._lists, self._record = splitter, lists, record
        self._sidebar, self._settings = sidebar, settings
        self._has_two = False
        splitter.setHandleWidth(1)
        splitter.setChildrenCollapsible(False)
        splitter.addWidget(lists)
        splitter.addWidget(record)
        splitter.setStretchFactor(0, 1)
        splitter.setStretchFactor(1, 0)
        splitter.splitterMoved.connect(self._keep)

    def share(self, width: int, *, has_two: bool) -> None:
        """Share a width; with two records on show the sidebar gives way first, and then the list."""
        self._has_two = has_two
        self._sidebar.set_narrow(narrow=width < grown(_WIDE_WITH_TWO_FROM_PX if has_two else _WIDE_FROM_PX))
        record = grown(_WIDE_RECORD_PX if width >= grown(_WIDE_WITH_TWO_FROM_PX) else _RECORD_PX)
        kept = self._settings.pane_sizes(screen_room(self._splitter).width())
        if kept and sum(kept) <= width:
            record = kept[1]
        room = width - self._sidebar.width()
        for part, least_px in ((self._lists, LIST_LEAST_PX), (self._record, PANE_LEAST_PX)):
            part.setMinimumWidth(max(least_px, min(grown(least_px), room // 2)))
        times = grown(100) / 100  # the rule is written for letters of the usual size
        design_px = shared_width(round(room / times), round(record / times), has_beside=has_two)
        list_px, pane_px = (round(one * times) for one in design_px)
        self._lists.setVisible(list_px > 0)
        self._splitter.setSizes([list_px, pane_px, pane_px] if has_two else [list_px, pane_px])

    def _keep(self) -> None:
        if not self._has_two:
            self._settings.keep_pane_sizes(screen_room(self._splitter).width(), self._splitter.sizes()[:2])
