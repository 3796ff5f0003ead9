"""*Naar Excel* of what the list shows: all of it, or the rows that are chosen in it."""

from __future__ import annotations

from array import array
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from tracker.records.filter import filter_words
from tracker.services.list_report import ListParts
from tracker.services.reporting import Scope, chosen_words
from tracker.ui.jobs.export import export_list, export_report
from tracker.ui.jobs.report_work import ListWanted
from tracker.ui.listing.export_entries import ROWS, SHOWN, count_of_shown
from tracker.ui.session import Session

if TYPE_CHECKING:
    from tracker.ui.listing.controller import ListController


def export_from(window: QWidget, session: Session, code: str, controller: ListController) -> None:
    """Export a report, or the list on show, by its code in the menu."""
    pane = controller.pane
    rows = pane.list.selected_ids
    if code in {SHOWN, ROWS}:
        only = frozenset(rows) if code == ROWS else None
        wanted = list_wanted(session, controller, only)
        export_list(window, session, wanted, Scope(controller.filter, only))
    else:
        export_report(window, session, code, controller.filter, count_of_shown(controller), rows)


def list_wanted(session: Session, controller: ListController, only: frozenset[int] | None = None) -> ListWanted:
    """Take what the list shows now, with closed groups too. ``only``: of it these records."""
    pane = controller.pane
    parts = controller.browsing.parts
    if not controller.browsing.groups:
        parts = [("", pane.model.order)]  # also where a figure put its own records there
    if only is None:
        parts = [(label, controller.browsing.without_misfits(some)) for label, some in parts]
    else:
        parts = [(label, array("q", [one for one in some if one in only])) for label, some in parts]
    selection = session.words(filter_words(controller.filter, session.today, session.store.names()))
    title = pane.title.text() or controller.title
    if only is not None:
        selection = f"{selection}, {session.words(chosen_words(len(only)))}"
    listed = ListParts(title, selection, tuple((label, some) for label, some in parts if some or not label))
    return ListWanted(listed, controller.filter.kind, tuple(one.key for one in pane.model.columns))
