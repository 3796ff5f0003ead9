"""Probes of the window: the list with its search, sorting and scrolling; drawn without a screen."""

from __future__ import annotations

import statistics
import sys
import threading
import time
from collections.abc import Callable
from typing import TYPE_CHECKING

from tests.benchmark.probe import Ground
from tests.benchmark.start_probes import start_bare
from tracker.ui.qt_import import quick_import

with quick_import():  # as the program does: without it each module that comes later costs memory twice
    from PySide6.QtCore import QAbstractTableModel
    from PySide6.QtWidgets import QApplication, QTableView

if TYPE_CHECKING:
    from tracker.ui.listing.controller import ListController

WIDTH_PX, HEIGHT_PX = 1600, 1500
FRAMES = 200
REPEATED = 9
TERMS = (
    "a",
    "op",
    "keten",
    "coordinatie",
    "coörd",
    "m-1",
    "politie zorg",
    "de vries",
    "28638",
    "xyzzy",
    "kwartaal wodc",
)


# --- the list ---------------------------------------------------------------------------------------------------------


class _List:
    """The list of the large register as the window has it, in a window of its own."""

    def __init__(self, ground: Ground) -> None:
        from tests import builders as build
        from tracker.basics.language import Language
        from tracker.services.editor import Editor
        from tracker.ui.listing.controller import ListController
        from tracker.ui.listing.pane import ListPane
        from tracker.ui.listing.text_follower import THREAD_NAME
        from tracker.ui.session import Session
        from tracker.ui.sidebar import Sidebar

        self.application = QApplication(sys.argv[:1])
        self.store = build.open_store(ground.large, read_only=True)
        session = Session(self.store, Editor(self.store), build.TODAY)
        self.pane = ListPane(build.TODAY, Language.DUTCH)
        self.pane.resize(WIDTH_PX, HEIGHT_PX)
        self.sidebar = Sidebar(Language.DUTCH)
        self.controller: ListController = ListController(session, self.pane, self.sidebar, {})
        self.controller.start()
        self.pane.show()
        self.settle()
        for reader in threading.enumerate():
            if reader.name == THREAD_NAME:
                reader.join()
        self.settle()

    def settle(self) -> None:
        """Paint all that waits to be painted."""
        self.application.processEvents()

    def timed(self, act: Callable[[], object]) -> float:
        """Give how long an act takes until the list is painted anew."""
        start = time.perf_counter()
        act()
        self.pane.list.viewport().repaint()
        took = time.perf_counter() - start
        self.settle()
        return took


def empty_filter(ground: Ground) -> float:
    shown = _List(ground)
    model = shown.pane.model
    return statistics.median(shown.timed(lambda: model.show_order(model.order)) for _ in range(REPEATED))


def keystroke(ground: Ground) -> float:
    """Give the slowest of eleven terms, each the middle of some tries from an empty field."""
    shown = _List(ground)

    def typed(term: str) -> float:
        shown.pane.search.clear()
        shown.settle()
        finder = shown.controller.browsing.finder
        if finder is None:
            raise RuntimeError("the texts to find in were not read")
        finder.forget()  # or it would be known from the round before
        return shown.timed(lambda: shown.pane.search.setText(term))

    return max(statistics.median(typed(term) for _ in range(REPEATED)) for term in TERMS)


def sort_in_python(ground: Ground) -> float:
    from tests import builders as build
    from tracker.basics.folding import fold

    with build.open_store(ground.large, read_only=True) as store:
        keys = {row_id: fold(title) for row_id, title in store.column("record", "title")}
    ids = list(keys)
    times = []
    for _ in range(REPEATED):
        start = time.perf_counter()
        sorted(ids, key=keys.__getitem__)
        times.append(time.perf_counter() - start)
    return statistics.median(times)


def sort_click(ground: Ground) -> float:
    shown = _List(ground)
    shown.controller.sort_by("title")
    return statistics.median(shown.timed(lambda: shown.controller.sort_by("title")) for _ in range(REPEATED))


def sort_first_click(ground: Ground) -> float:
    shown = _List(ground)
    return shown.timed(lambda: shown.controller.sort_by("title"))


def choose(ground: Ground) -> float:
    """Give how long a step down with the arrow key takes, with all that follows the choice."""
    from PySide6.QtCore import Qt
    from PySide6.QtTest import QTest

    shown = _List(ground)
    rows = shown.pane.list
    rows.setFocus()
    rows.choose_first()
    return statistics.median(shown.timed(lambda: QTest.keyClick(rows, Qt.Key.Key_Down)) for _ in range(REPEATED * 5))


def choose_all(ground: Ground) -> float:
    """Give how long it takes to choose all records and to name them."""
    shown = _List(ground)
    rows = shown.pane.list

    def act() -> None:
        rows.selectAll()
        if len(rows.selected_ids) != ground.records:
            raise RuntimeError("not all records were chosen")

    return shown.timed(act)


# --- scrolling --------------------------------------------------------------------------------------------------------


class _EmptyCells(QAbstractTableModel):
    def __init__(self, rows: int, columns: int) -> None:
        super().__init__()
        self._size = rows, columns

    def rowCount(self, _parent: object = None) -> int:  # noqa: N802 - Qt's own name
        return self._size[0]

    def columnCount(self, _parent: object = None) -> int:  # noqa: N802 - Qt's own name
        return self._size[1]

    def data(self, _index: object, _role: int = 0) -> object:
        return None


def _frames(view: QTableView) -> list[float]:
    bar = view.verticalScrollBar()
    times = []
    for number in range(FRAMES):
        start = time.perf_counter()
        bar.setValue(number * 96)
        view.viewport().repaint()
        times.append(time.perf_counter() - start)
    return times


def _empty_frames(ground: Ground) -> list[float]:
    shown = _List(ground)
    columns = len(shown.pane.model.columns)
    view = QTableView()
    view.setModel(_EmptyCells(len(shown.pane.model.order), columns))
    view.verticalHeader().setDefaultSectionSize(32)
    view.setVerticalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
    view.resize(WIDTH_PX, HEIGHT_PX)
    view.show()
    shown.settle()
    return _frames(view)


def scroll_empty(ground: Ground) -> float:
    return statistics.median(_empty_frames(ground))


def scroll_empty_p99(ground: Ground) -> float:
    return sorted(_empty_frames(ground))[int(FRAMES * 0.99)]


def scroll(ground: Ground) -> float:
    return statistics.median(_frames(_List(ground).pane.list))


def scroll_p99(ground: Ground) -> float:
    return sorted(_frames(_List(ground).pane.list))[int(FRAMES * 0.99)]


# --- the timeline -----------------------------------------------------------------------------------------------------

DEADLINES = 2_000


def _timeline_frames(ground: Ground, *, is_empty: bool) -> list[float]:
    """Give how long each frame takes while somebody scrolls; an empty one has rows with nothing in them."""
    from array import array
    from dataclasses import replace

    from tests import builders as build
    from tracker.basics.language import Language
    from tracker.services.timeline import read_timeline
    from tracker.ui.timeline.canvas import Canvas

    application = QApplication(sys.argv[:1])
    with build.open_store(ground.large, read_only=True) as store:
        with_deadline = [row_id for row_id, has_one in store.column("record", "has_deadline") if has_one]
        ids = array("q", with_deadline[:DEADLINES])
        canvas = Canvas(Language.DUTCH)
        canvas.resize(WIDTH_PX, HEIGHT_PX)
        shown = read_timeline(store, ids, build.TODAY, with_settled=True)
        canvas.show_timeline(replace(shown, fetch=lambda _ids: {}) if is_empty else shown)
        canvas.show()
        application.processEvents()
        times = []
        for number in range(FRAMES):
            start = time.perf_counter()
            canvas.verticalScrollBar().setValue(number * 96)
            canvas.viewport().repaint()
            times.append(time.perf_counter() - start)
    return times


def timeline(ground: Ground) -> float:
    return statistics.median(_timeline_frames(ground, is_empty=False))


def timeline_empty(ground: Ground) -> float:
    return statistics.median(_timeline_frames(ground, is_empty=True))


# --- memory -----------------------------------------------------------------------------------------------------------


def memory_bare(ground: Ground) -> float:
    start_bare(ground)
    return _resident_megabytes()


def memory_list(ground: Ground) -> float:
    shown = _List(ground)
    used = _resident_megabytes()
    shown.store.close()
    return used


def _resident_megabytes() -> float:
    """Give what the process keeps in memory now; Linux only."""
    import resource
    from pathlib import Path

    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * resource.getpagesize() / 1e6
