"""A window at work with its parts at hand, and how a screen is shown and put away again."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from tests.ui.doing import screens as doing
from tracker.records.filter import Filter
from tracker.records.snapshot import Part, Record, RecordParts
from tracker.ui.help.tour import Tour
from tracker.ui.listing.pane import ListPane
from tracker.ui.main_window import MainWindow
from tracker.ui.record.record_pane import RecordPane
from tracker.ui.record.unsaved_bar import UnsavedBar
from tracker.ui.session import Session
from tracker.ui.work_area import WorkArea

Show = Callable[["Desk"], QWidget | None]
"""Shows a screen; gives the dialog, or None where the window itself is it."""


class Desk:
    """A window at work on a register, with its parts at hand."""

    def __init__(self, window: MainWindow, folder: Path) -> None:
        self.window, self.folder = window, folder

    @property
    def area(self) -> WorkArea:
        assert self.window.work_area is not None
        return self.window.work_area

    @property
    def pane(self) -> RecordPane:
        assert self.area.record_pane is not None
        return self.area.record_pane

    @property
    def list_pane(self) -> ListPane:
        return self.area.list_pane

    @property
    def session(self) -> Session:
        assert self.window.session is not None
        return self.window.session

    @property
    def ids(self) -> list[int]:
        """Give the records of the list on show."""
        assert self.area.controller is not None
        return list(self.area.controller.browsing.ids)

    def choose(self, code: str | None = None) -> Record:
        """Choose the record (of a kind) that has most hanging on it, and show it."""
        store = self.session.store
        ids = list(store.order(Filter(kind=code), self.session.today))
        hung = store.parts_of(ids)
        most = max(
            ids, key=lambda one: (bool(open_deadlines(hung[one])), len(hung[one].postponements), len(hung[one].notes))
        )
        self.area.open_record(most)
        return store.records([most])[0]

    def asked(self, act: Callable[[], object]) -> QWidget:
        """Do an act and give the dialog that it asks with."""
        with answerless() as shown:
            act()
        return shown[-1]


def open_deadlines(parts: RecordParts) -> list[Part]:
    """Give the deadlines that wait."""
    return [one for one in parts.deadlines if one["met_on"] is None]


@contextmanager
def answerless() -> Iterator[list[QDialog]]:
    """Let dialogs that wait for an answer be shown and go on without one; gives them."""
    shown: list[QDialog] = []
    waiting = QDialog.exec

    def show(dialog: QDialog) -> int:
        shown.append(dialog)
        dialog.show()
        return 0

    QDialog.exec = show  # type: ignore[method-assign]
    try:
        yield shown
    finally:
        QDialog.exec = waiting  # type: ignore[method-assign]


def settle(shown: QWidget) -> None:
    """Let what comes later come: rehearsals, pages that are read beside the event loop, layouts."""
    if isinstance(shown, QDialog):
        doing.finish(shown)
    for _ in range(4):
        QApplication.processEvents()


def put_away(desk: Desk, shown: QWidget | None) -> None:
    """Close what was shown, and leave the window as it was before: what was typed is thrown away."""
    if shown is not None:
        shown.hide()  # without its questions about what was typed
        shown.close()
        if isinstance(shown, QDialog):
            shown.deleteLater()
            QApplication.sendPostedEvents(shown, QEvent.Type.DeferredDelete)
    desk.area.show_list_page()
    if desk.area.beside is not None:
        desk.area.beside.close()
    desk.pane.revert()
    for bar in desk.window.findChildren(UnsavedBar):
        while bar.isVisible():
            bar.throw_button.click()
    desk.list_pane.search.clear()
    controller = desk.area.controller
    if controller is not None and controller.browsing.group_by is not None:
        controller.layouts.group(None)
    if controller is not None and (controller.filter.kind is not None or controller.filter.narrows):
        controller.put_back(None, None)
    for tour in desk.window.findChildren(Tour):
        tour.stop()
    QApplication.processEvents()


def until(is_ready: Callable[[], bool]) -> None:
    """Let the event loop run until something is ready."""
    while not is_ready():
        QApplication.processEvents()


def shown_now(dialog: QWidget) -> QWidget:
    """Show a dialog and give it."""
    dialog.show()
    return dialog
